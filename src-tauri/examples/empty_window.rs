//! An empty window of the same build: the floor that `make bench` measures the start of Sentei against.

use tauri::{Url, WebviewUrl, WebviewWindowBuilder};

fn main() {
    let blank = Url::parse("about:blank").expect("an address");
    let built = tauri::Builder::default()
        .setup(move |app| {
            WebviewWindowBuilder::new(app, "main", WebviewUrl::External(blank)).inner_size(1440.0, 900.0).build()?;
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => app.run(|_, _| {}),
        Err(cause) => eprintln!("The window could not be opened: {cause}"),
    }
}
