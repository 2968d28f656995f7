//! The window: one command in, one event out, and the dialogs of the system.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use sentei_api::{dispatch, Failure, Session};
use serde_json::value::{to_raw_value, RawValue};
use serde_json::{json, Value};
use tauri::ipc::{InvokeBody, Request};
use tauri::{AppHandle, Emitter as _, Manager as _, RunEvent, State, WebviewUrl, WebviewWindowBuilder, WindowEvent};
use tauri_plugin_dialog::DialogExt as _;
use tauri_plugin_opener::OpenerExt as _;

use crate::dropped::Dropped;
use crate::{copy, machine};

/// The open library, or what opens it.
type House = Arc<LazyLock<Session, Box<dyn FnOnce() -> Session + Send>>>;

/// How long the window waits for the front end to save before it closes all the same.
const CLOSING: Duration = Duration::from_secs(5);

/// How long after the window the typesetter is got ready.
const WARMING: Duration = Duration::from_secs(2);

/// What tells WebKitGTK to paint pages straight into their window instead of composing them by OpenGL.
const STRAIGHT: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Where a machine has no graphics device, OpenGL is done in software: painted straight, a word that changes is on the screen
/// in a quarter of that time. Whoever has set the variable keeps their way.
fn paint_straight_without_a_device() {
    let device = || {
        let devices = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
        devices.map(|entry| entry.file_name()).any(|name| name.to_string_lossy().starts_with("render"))
    };
    if cfg!(target_os = "linux") && std::env::var_os(STRAIGHT).is_none() && !device() {
        std::env::set_var(STRAIGHT, "1");
    }
}

/// Opens the window and runs until it is closed.
pub fn open(library: Option<PathBuf>) -> ExitCode {
    paint_straight_without_a_device();
    if cfg!(target_os = "linux") && ["DISPLAY", "WAYLAND_DISPLAY"].iter().all(|key| std::env::var_os(key).is_none()) {
        eprintln!(
            "There is no display here, so the window cannot open. Commands run without one: sentei call NAME JSON"
        );
        return ExitCode::FAILURE;
    }
    let library = match machine::library(library) {
        Ok(library) => library,
        Err(sentence) => {
            eprintln!("{sentence}");
            return ExitCode::FAILURE;
        }
    };
    let house: House = Arc::new(LazyLock::new(Box::new(move || machine::session(library))));
    let (opening, waking) = (Arc::clone(&house), Arc::clone(&house));
    // The library opens while the system makes the window; a command that comes earlier waits for it.
    std::thread::spawn(move || {
        LazyLock::force(&opening);
    });
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .manage(house)
        .manage(Closing(AtomicU64::new(0)))
        .manage(Dropped::default())
        .invoke_handler(tauri::generate_handler![call, keep_dropped])
        .on_window_event(|window, event| {
            if let WindowEvent::CloseRequested { api, .. } = event {
                // What was typed a moment ago is saved first.
                let turn = window.state::<Closing>().0.fetch_add(1, Ordering::SeqCst) + 1;
                if turn % 2 == 1 {
                    api.prevent_close();
                    let _ = window.emit("closing", ());
                    let window = window.clone();
                    std::thread::spawn(move || {
                        std::thread::sleep(CLOSING);
                        if window.state::<Closing>().0.load(Ordering::SeqCst) == turn {
                            let _ = window.destroy();
                        }
                    });
                }
            }
        })
        .setup(move |app| {
            let handle = app.handle().clone();
            WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
                .title("Sentei 選定")
                .inner_size(1440.0, 900.0)
                .min_inner_size(640.0, 480.0)
                .disable_drag_drop_handler()
                .build()?;
            std::thread::spawn(move || {
                waking.listen(Box::new(move |progress| {
                    let _ = handle.emit("progress", progress);
                }));
                // The window comes first.
                std::thread::sleep(WARMING);
                waking.warm_up();
            });
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::Exit = event {
                    app.state::<Dropped>().clear();
                }
            });
            ExitCode::SUCCESS
        }
        Err(cause) => {
            eprintln!("The window could not be opened: {cause}");
            ExitCode::FAILURE
        }
    }
}

/// Odd while the front end is asked whether the window may close. A wish to close that is not answered is granted when it
/// is repeated, or after a while.
struct Closing(AtomicU64);

/// The one command of the window. Off the main thread, so that typing never waits for it.
#[tauri::command]
async fn call(
    app: AppHandle,
    house: State<'_, House>,
    name: String,
    args: Option<Value>,
) -> Result<Box<RawValue>, Failure> {
    let house = Arc::clone(&house);
    let done = tauri::async_runtime::spawn_blocking(move || {
        let args = args.unwrap_or_else(|| json!({}));
        match name.as_str() {
            "pick_folder" | "pick_file" => raw(&pick(&app, &name, &args)),
            "pick_files" => raw(&pick_several(&app, &args)),
            "open_path" => raw(&show(&app, &args)),
            "save_copy" => raw(&save_copy(&app, &args)?),
            "keep_window" => {
                // Something could not be saved: the next wish to close asks again.
                let closing = &app.state::<Closing>().0;
                let _ = closing.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |turn| Some(turn + turn % 2));
                raw(&Value::Null)
            }
            "close_window" => {
                app.state::<Dropped>().clear();
                for window in app.webview_windows().values() {
                    let _ = window.destroy();
                }
                raw(&Value::Null)
            }
            _ => {
                let reply = dispatch(&house, &name, args)?;
                // The store's lock is free again by now.
                for event in reply.events {
                    let _ = app.emit("changed", event);
                }
                Ok(reply.value)
            }
        }
    });
    done.await.unwrap_or_else(|_| Err(Failure::unexpected()))
}

/// What the shell itself answers.
fn raw(answer: &Value) -> Result<Box<RawValue>, Failure> {
    to_raw_value(answer).map_err(|_| Failure::unexpected())
}

/// Lays a file down that was dropped on the page, and gives back where. The page may still take drags of its own, which
/// a window that takes files itself would keep from it on some systems.
#[tauri::command(async)]
fn keep_dropped(dropped: State<'_, Dropped>, request: Request<'_>) -> Result<Value, Failure> {
    let InvokeBody::Raw(content) = request.body() else { return Err(Failure::unexpected()) };
    let path = dropped.keep(content).map_err(|cause| Failure::not_written(&std::env::temp_dir().join("_"), &cause))?;
    Ok(json!({ "path": path.to_string_lossy() }))
}

/// A folder or file chosen by the person. `SENTEI_PICK` answers instead of the dialog, for tests without a person.
fn pick(app: &AppHandle, name: &str, args: &Value) -> Value {
    if let Some(path) = std::env::var_os("SENTEI_PICK") {
        return json!({ "path": path.to_string_lossy() });
    }
    let dialog = app.dialog().file();
    let chosen = if name == "pick_folder" {
        dialog.blocking_pick_folder()
    } else {
        let endings = endings(args);
        dialog.add_filter(endings.join(", "), &endings).blocking_pick_file()
    };
    json!({ "path": chosen.and_then(|path| path.into_path().ok()).map(|path| path.to_string_lossy().into_owned()) })
}

fn endings(args: &Value) -> Vec<&str> {
    args["extensions"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// Files chosen by the person. A folder in `SENTEI_PICK` stands for the files in it.
fn pick_several(app: &AppHandle, args: &Value) -> Value {
    let paths: Vec<PathBuf> = match std::env::var_os("SENTEI_PICK").map(PathBuf::from) {
        Some(folder) if folder.is_dir() => {
            let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
            let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
            files.sort();
            files
        }
        Some(file) => vec![file],
        None => {
            let endings = endings(args);
            let dialog = app.dialog().file().add_filter(endings.join(", "), &endings);
            let chosen = dialog.blocking_pick_files().unwrap_or_default();
            chosen.into_iter().filter_map(|path| path.into_path().ok()).collect()
        }
    };
    json!({ "paths": paths.iter().map(|path| path.to_string_lossy()).collect::<Vec<_>>() })
}

/// Writes text to a file the person chooses, for what the library could not take. Null where nothing was chosen.
fn save_copy(app: &AppHandle, args: &Value) -> Result<Value, Failure> {
    let name = copy::name(args["name"].as_str().unwrap_or_default());
    let chosen = match std::env::var_os("SENTEI_PICK") {
        Some(folder) => Some(PathBuf::from(folder).join(name)),
        None => {
            let dialog = app.dialog().file().set_file_name(name).add_filter("txt", &["txt"]);
            dialog.blocking_save_file().and_then(|path| path.into_path().ok())
        }
    };
    let Some(path) = chosen else { return Ok(json!({ "path": null })) };
    copy::write(&path, args["text"].as_str().unwrap_or_default())
        .map_err(|cause| Failure::not_written(&path, &cause))?;
    Ok(json!({ "path": path.to_string_lossy() }))
}

/// Shows a file or folder with the system's own program. Only what exists on this machine: an address of the web is no
/// path.
fn show(app: &AppHandle, args: &Value) -> Value {
    let path = args["path"].as_str().map(PathBuf::from).filter(|path| path.is_absolute() && path.exists());
    let opened = path.is_some_and(|path| app.opener().open_path(path.to_string_lossy(), None::<&str>).is_ok());
    json!({ "opened": opened })
}
