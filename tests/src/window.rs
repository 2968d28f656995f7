//! The real window, driven as a person would: find by the words on the screen, click, type, look.
//!
//! A virtual display is started for each window, `WebKitWebDriver` starts the program on it, and everything ends with
//! the value. When a test fails, a picture of the window and the page's words are left in the target folder.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{json, Value};

use crate::program::{built, program};
use crate::webdriver::{free_port, Element, Refusal, Session};

/// How long anything on the screen may take before the test gives up. Generous: a machine under load is no defect.
const PATIENCE: Duration = Duration::from_secs(30);

/// One window at a time: two on two cores only slow each other down.
static TURN: Mutex<()> = Mutex::new(());

/// Finds elements by what a person or a screen reader would call them. Runs in the page.
const BY_NAME: &str = r#"
const [kind, wanted, whole] = arguments;
const roles = {
  action: "button, a[href], summary, label, option, [role=button], [role=tab], [role=menuitem], [role=menuitemradio], [role=menuitemcheckbox], [role=option], [role=treeitem], [role=link], [role=radio], [role=switch], [role=checkbox]",
  field: "input, textarea, select, [contenteditable=true], [role=textbox], [role=combobox]",
};
const fold = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const shown = (element) => {
  if (element.closest("[inert], [aria-hidden=true]")) return false;
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== "hidden";
};
const names = (element) => {
  const by = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent).join(" ");
  const labels = [...(element.labels ?? [])].map((label) => label.textContent);
  const own = kind === "field" ? [] : [element.textContent];
  return [element.getAttribute("aria-label"), by, ...labels, element.getAttribute("title"), element.getAttribute("placeholder"), ...own].map(fold).filter(Boolean);
};
const open = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
const all = [...open.querySelectorAll(roles[kind])].filter(shown);
const exact = all.filter((element) => names(element).some((name) => name === wanted));
const loose = whole ? [] : all.filter((element) => names(element).some((name) => name.includes(wanted)));
// Of nested matches the innermost is the one a person hits.
const found = exact.length ? exact : loose;
return found.find((element) => !found.some((other) => other !== element && element.contains(other))) ?? null;
"#;

/// What axe-core has to say of colours.
const OF_COLOURS: [&str; 2] = ["color-contrast", "link-in-text-block"];

/// Turns the page to its other theme and tells what lies elsewhere there, or is seen in one of them alone. Runs in the page.
const DRESSED: &str = "
const root = document.documentElement;
const laid = () => [...document.querySelectorAll('body *')].map((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return [one.localName, one.getAttribute('class'), x, y, width, height, one.checkVisibility({ visibilityProperty: true })].join(' ');
});
const before = laid();
root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
return laid().filter((line, at) => line !== before[at]);";

/// A virtual display of its own.
#[derive(Debug)]
struct Display {
    server: Child,
    number: String,
}

impl Display {
    fn start(width: u32, height: u32) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", &format!("{width}x{height}x24")])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts: `make test` installs it");
        let mut number = String::new();
        BufReader::new(server.stdout.take().expect("its output was asked for"))
            .read_line(&mut number)
            .expect("Xvfb names its display");
        Self { server, number: format!(":{}", number.trim()) }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// How a window is opened.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The folder of the library.
    pub library: PathBuf,
    /// What the file and folder dialogs answer.
    pub pick: Option<PathBuf>,
    /// Size of the window in pixels.
    pub size: (u32, u32),
    /// Name under which pictures are left.
    pub name: String,
    /// Whether pictures can be taken, for which pages have to be composed; otherwise the program paints them as it finds
    /// best on this machine.
    pub pictured: bool,
}

impl Opening {
    /// A window of usual size on the library in `library`.
    pub fn new(name: &str, library: &Path) -> Self {
        Self { library: library.to_path_buf(), pick: None, size: (1440, 900), name: name.to_owned(), pictured: true }
    }

    /// A window as it is painted on this machine without a driver's wishes, for measuring.
    #[must_use]
    pub fn unpictured(mut self) -> Self {
        self.pictured = false;
        self
    }

    /// What the file and folder dialogs answer.
    #[must_use]
    pub fn picking(mut self, path: &Path) -> Self {
        self.pick = Some(path.to_path_buf());
        self
    }

    /// Opens the window and waits until it can be used.
    pub fn open(self) -> Window {
        Window::open(self)
    }
}

/// The running program and its window.
#[derive(Debug)]
pub struct Window {
    session: Session,
    driver: Child,
    opening: Opening,
    // Ends after the driver.
    display: Display,
    _turn: MutexGuard<'static, ()>,
}

impl Window {
    fn open(opening: Opening) -> Self {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let (width, height) = opening.size;
        let display = Display::start(width, height);
        let (driver, port) = start_driver(&display, opening.pick.as_deref(), opening.pictured);
        let args = ["--library".to_owned(), opening.library.display().to_string()];
        let session = Session::start(port, &program().display().to_string(), &args)
            .unwrap_or_else(|refusal| panic!("the window does not open: {refusal}"));
        let window = Self { session, driver, opening, display, _turn: turn };
        let _ = window.session.resize(width, height);
        window.wait_for("main h1, main h2");
        window
    }

    /// Ends the program and starts it again on the same library.
    #[must_use]
    pub fn restart(self) -> Self {
        let opening = self.opening.clone();
        drop(self);
        Self::open(opening)
    }

    /// The display the window is on, for `xdotool`.
    pub fn display(&self) -> &str {
        &self.display.number
    }

    /// Whether the program still runs.
    pub fn runs(&self) -> bool {
        !programs_on(&self.opening.library.display().to_string()).is_empty()
    }

    /// Runs a function body in the page.
    pub fn execute(&self, script: &str, args: &[Value]) -> Value {
        self.session.execute(script, args).unwrap_or_else(|refusal| panic!("{script}: {refusal}"))
    }

    /// Runs a function body whose last argument is called with the result.
    pub fn execute_later(&self, script: &str, args: &[Value]) -> Value {
        self.session.execute_async(script, args).unwrap_or_else(|refusal| panic!("{script}: {refusal}"))
    }

    /// Calls a command through the window's own door, for what is no way of a person: setting a scene, looking behind.
    pub fn call(&self, name: &str, args: &Value) -> Value {
        let answer = self.execute_later(
            "const [name, args, done] = arguments;
             window.__TAURI__.core.invoke('call', { name, args }).then((value) => done({ value }), (error) => done({ error }));",
            &[json!(name), args.clone()],
        );
        assert!(answer.get("error").is_none_or(Value::is_null), "{name} {args}: {answer}");
        answer["value"].clone()
    }

    /// Goes to a route of the window, for example `/settings`.
    pub fn go(&self, route: &str) {
        self.execute("location.hash = arguments[0]", &[json!(format!("#{route}"))]);
        self.settle();
    }

    /// Starts the page anew, as after a restart of the program.
    pub fn reload(&self) {
        let _ = self.session.execute("window.leaving = true; location.reload()", &[]);
        // Between the two pages the driver may refuse.
        let stands = "return !window.leaving && !!document.querySelector('main h1, main h2')";
        until("the page anew", || self.session.execute(stands, &[]).ok().filter(|stands| *stands == json!(true)));
        self.settle();
    }

    /// The route that is shown, without the `#`.
    pub fn route(&self) -> String {
        let hash = self.execute("return location.hash", &[]);
        hash.as_str().unwrap_or_default().trim_start_matches('#').to_owned()
    }

    /// Waits until two frames have been drawn and nothing waits to be shown.
    pub fn settle(&self) {
        let _ = self.session.execute_async(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)));",
            &[],
        );
    }

    /// The words the window shows.
    pub fn words(&self) -> String {
        self.execute("return document.body.innerText", &[]).as_str().unwrap_or_default().to_owned()
    }

    /// The first element for a CSS selector, if it is on the page.
    pub fn look(&self, css: &str) -> Option<Element> {
        Element::from_json(&self.execute("return document.querySelector(arguments[0])", &[json!(css)]))
    }

    /// How many elements a CSS selector finds.
    pub fn count(&self, css: &str) -> usize {
        let count = self.execute("return document.querySelectorAll(arguments[0]).length", &[json!(css)]);
        usize::try_from(count.as_u64().unwrap_or_default()).unwrap_or_default()
    }

    /// Text of the first element for a CSS selector.
    pub fn text_of(&self, css: &str) -> String {
        let text = self.execute("return document.querySelector(arguments[0])?.innerText ?? ''", &[json!(css)]);
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits for the first element for a CSS selector.
    pub fn wait_for(&self, css: &str) -> Element {
        until(css, || self.look(css))
    }

    /// Waits until the window shows these words.
    pub fn wait_for_words(&self, words: &str) {
        until(words, || self.words().contains(words).then_some(()));
    }

    /// Waits until the window no longer shows these words.
    pub fn wait_until_gone(&self, words: &str) {
        until(&format!("no {words}"), || (!self.words().contains(words)).then_some(()));
    }

    /// Waits until what a command gives back is as expected: what was typed has reached the store.
    pub fn wait_until_stored(
        &self,
        what: &str,
        command: &str,
        args: &Value,
        expected: impl Fn(&Value) -> bool,
    ) -> Value {
        until(&format!("{what} in the store"), || Some(self.call(command, args)).filter(|value| expected(value)))
    }

    fn named(&self, kind: &str, name: &str, whole: bool) -> Option<Element> {
        Element::from_json(&self.execute(BY_NAME, &[json!(kind), json!(name), json!(whole)]))
    }

    /// Whether something that can be clicked has this name.
    pub fn offers(&self, name: &str) -> bool {
        self.named("action", name, false).is_some()
    }

    /// Clicks the button, link, tab or item of this name; an exact name is preferred to one that only holds it.
    pub fn click_text(&self, name: &str) {
        self.press(&format!("something to click named {name}"), || self.named("action", name, false));
    }

    /// Clicks the first element for a CSS selector.
    pub fn click(&self, css: &str) {
        self.press(css, || self.look(css));
    }

    /// Finding and clicking are tried together: between the two the page may have drawn the element anew.
    fn press(&self, what: &str, find: impl Fn() -> Option<Element>) {
        until_or(
            || self.session.click(&find()?).ok(),
            |waited| panic!("no {what} after {waited:?}; the window shows:\n{}", self.words()),
        );
        self.settle();
    }

    /// The field with this label, waited for.
    pub fn field(&self, label: &str) -> Element {
        until(&format!("a field named {label}"), || self.named("field", label, false))
    }

    /// Replaces what stands in the field with this label and leaves it, so that it is stored.
    pub fn type_into(&self, label: &str, text: &str) {
        let field = self.field(label);
        self.fill(&field, text);
    }

    /// Replaces what stands in a field and leaves it.
    pub fn fill(&self, field: &Element, text: &str) {
        self.execute("arguments[0].focus(); arguments[0].select?.()", &[field.to_json()]);
        self.keys_to(field, &format!("{text}{}", key::TAB));
        self.settle();
    }

    /// Types into whatever has the focus, key by key.
    pub fn keys(&self, text: &str) {
        let active = self.session.active().unwrap_or_else(|refusal| panic!("nothing has the focus: {refusal}"));
        self.keys_to(&active, text);
    }

    /// Types into an element.
    pub fn keys_to(&self, element: &Element, text: &str) {
        self.session.send_keys(element, text).unwrap_or_else(|refusal| panic!("typing {text:?}: {refusal}"));
    }

    /// Drops a file on an element, as a person drags it from a folder of the desktop.
    ///
    /// # Panics
    /// When the file cannot be read.
    pub fn drop_file(&self, css: &str, path: &Path) {
        let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        self.execute(
            "const [place, name, bytes] = arguments;
             const dataTransfer = new DataTransfer();
             dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
             for (const kind of ['dragover', 'drop']) place.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));",
            &[self.wait_for(css).to_json(), json!(name), json!(bytes)],
        );
        self.settle();
    }

    /// What axe-core finds wrong on the page as it stands: one line a rule, with the places.
    pub fn axe(&self) -> Vec<String> {
        self.axe_of(&json!({}))
    }

    /// What axe-core finds wrong on the page in its theme and in the other. Nothing but colours may differ between the two,
    /// so colours are all that is looked at once more. The page comes back to its own.
    pub fn axe_in_both_themes(&self) -> Vec<String> {
        let mut found = self.axe();
        let elsewhere =
            lines(&self.execute(DRESSED, &[])).into_iter().map(|line| format!("differs between the themes: {line}"));
        found.extend(elsewhere);
        let colours = self.axe_of(&json!({ "runOnly": { "type": "rule", "values": OF_COLOURS } }));
        found.extend(colours.into_iter().map(|line| format!("in the other theme: {line}")));
        self.execute(DRESSED, &[]);
        found
    }

    fn axe_of(&self, options: &Value) -> Vec<String> {
        if self.execute("return !window.axe", &[]) == json!(true) {
            let source = fs::read_to_string(crate::source::project().join("ui/node_modules/axe-core/axe.min.js"))
                .expect("axe-core is among the front end's packages");
            self.session.execute(&source, &[]).unwrap_or_else(|refusal| panic!("axe-core does not load: {refusal}"));
        }
        let found = self.execute_later(
            "const [options, done] = arguments;
             axe.run(document, { resultTypes: ['violations'], ...options }).then(
               (result) => done(result.violations.map((found) =>
                 `${found.id} (${found.impact}): ${found.help}: ${found.nodes.map((node) => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).join(' | ')}`)),
               (error) => done([String(error)]));",
            std::slice::from_ref(options),
        );
        lines(&found)
    }

    /// Leaves a picture of the window as `file` and gives back its path.
    pub fn picture(&self, file: &Path) -> Result<(), Refusal> {
        let png = self.session.screenshot()?;
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(|error| Refusal(error.to_string()))?;
        }
        fs::write(file, png).map_err(|error| Refusal(error.to_string()))
    }

    fn leave_evidence(&self) {
        let folder = built().join("window");
        let file = folder.join(format!("{}.png", self.opening.name));
        match self.picture(&file) {
            Ok(()) => eprintln!("The window as it was: {}", file.display()),
            Err(refusal) => eprintln!("The window could not be pictured: {refusal}"),
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.leave_evidence();
        }
        let _ = self.session.end();
        // The program sometimes outlives its session: it is known by its library.
        end_programs_on(&self.opening.library.display().to_string());
        wait_until_free(&self.opening.library);
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// A program that is ending has lost its name in `/proc` before it lets go of its files: whoever opens the library that very
/// moment could only read it.
fn wait_until_free(library: &Path) {
    let Ok(lock) = fs::File::open(library.join("library.lock")) else { return };
    let began = Instant::now();
    while lock.try_lock().is_err() && began.elapsed() < Duration::from_secs(5) {
        sleep(Duration::from_millis(20));
    }
}

/// How long a program takes from its start until `ready`, a function body, gives back true in its page. The program gets
/// `--library` with a folder, by which its process is found.
///
/// # Panics
/// When it does not get there.
pub fn time_until(program: &Path, library: &Path, ready: &str) -> Duration {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let display = Display::start(1440, 900);
    let (mut driver, port) = start_driver(&display, None, false);
    let library = library.display().to_string();
    let args = ["--library".to_owned(), library.clone()];
    let session = Session::start(port, &program.display().to_string(), &args)
        .unwrap_or_else(|refusal| panic!("{} does not open: {refusal}", program.display()));
    let began = Instant::now();
    let taken = loop {
        if session.execute(ready, &[]).is_ok_and(|value| value == json!(true)) {
            break age_of(*programs_on(&library).first().expect("the program runs"));
        }
        assert!(began.elapsed() < PATIENCE, "{} is not ready", program.display());
        sleep(Duration::from_millis(2));
    };
    let _ = session.end();
    end_programs_on(&library);
    let _ = driver.kill();
    let _ = driver.wait();
    taken
}

/// Time since a process was started, to a hundredth of a second.
fn age_of(pid: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).expect("the process is there");
    // After the name in brackets come the fields from the third on; the 22nd is the start, in ticks after boot.
    let started = stat
        .rsplit(')')
        .next()
        .and_then(|rest| rest.split_whitespace().nth(19))
        .and_then(|ticks| ticks.parse::<f64>().ok());
    let uptime = fs::read_to_string("/proc/uptime").expect("the time since boot");
    let now = uptime.split_whitespace().next().and_then(|seconds| seconds.parse::<f64>().ok());
    let age = now.expect("a number") - started.expect("a number") / 100.0;
    Duration::from_secs_f64(age.max(0.0))
}

/// Starts the driver for programs on `display`; gives back its process and its port.
fn start_driver(display: &Display, pick: Option<&Path>, pictured: bool) -> (Child, u16) {
    let port = free_port();
    let mut driver = Command::new("WebKitWebDriver");
    driver
        .arg(format!("--port={port}"))
        .env("DISPLAY", &display.number)
        .env_remove("WAYLAND_DISPLAY")
        .env("GDK_BACKEND", "x11")
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env("NO_AT_BRIDGE", "1")
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // Whoever sits at this machine is no part of a test.
    for name in ["USER", "USERNAME", "LOGNAME"] {
        driver.env_remove(name);
    }
    if let Some(pick) = pick {
        driver.env("SENTEI_PICK", pick);
    }
    if pictured {
        // The driver's pictures are made of what is composed; there are none of what is painted straight.
        driver.env("WEBKIT_DISABLE_DMABUF_RENDERER", "0");
    }
    let driver = driver.spawn().expect("WebKitWebDriver starts: `make test` installs it");
    until("the driver listens", || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok());
    (driver, port)
}

/// Ends the programs that have this library open: asked first, then killed.
fn end_programs_on(library: &str) {
    for signal in ["TERM", "KILL"] {
        let began = Instant::now();
        loop {
            let running = programs_on(library);
            if running.is_empty() || began.elapsed() > Duration::from_secs(5) {
                break;
            }
            for pid in running {
                let _ = Command::new("kill").arg(format!("-{signal}")).arg(pid.to_string()).status();
            }
            sleep(Duration::from_millis(50));
        }
    }
}

/// Processes of the program that have this library open.
fn programs_on(library: &str) -> Vec<u32> {
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    let own = std::process::id();
    entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
        .filter(|pid| *pid != own)
        .filter(|pid| {
            fs::read(format!("/proc/{pid}/cmdline")).is_ok_and(|line| {
                let words: Vec<&[u8]> = line.split(|byte| *byte == 0).collect();
                words.windows(2).any(|pair| pair[0] == b"--library" && pair[1] == library.as_bytes())
            })
        })
        .collect()
}

/// The lines a script gave back.
fn lines(given: &Value) -> Vec<String> {
    given.as_array().expect("a list").iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
}

/// Tries until something is there.
///
/// # Panics
/// When it is not there in time.
pub fn until<T>(what: &str, attempt: impl FnMut() -> Option<T>) -> T {
    until_or(attempt, |waited| panic!("still no {what} after {waited:?}"))
}

fn until_or<T>(mut attempt: impl FnMut() -> Option<T>, late: impl FnOnce(Duration) -> T) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = attempt() {
            return found;
        }
        if began.elapsed() > PATIENCE {
            return late(began.elapsed());
        }
        sleep(Duration::from_millis(40));
    }
}

/// Keys that are no letters, as WebDriver names them.
pub mod key {
    /// Leaves the field.
    pub const TAB: &str = "\u{e004}";
    /// Confirms.
    pub const ENTER: &str = "\u{e007}";
    /// Goes back one level.
    pub const ESCAPE: &str = "\u{e00c}";
    /// Held until released by [`RELEASE`].
    pub const CONTROL: &str = "\u{e009}";
    /// Held until released by [`RELEASE`].
    pub const ALT: &str = "\u{e00a}";
    /// Held until released by [`RELEASE`].
    pub const SHIFT: &str = "\u{e008}";
    /// Releases what is held.
    pub const RELEASE: &str = "\u{e000}";
    /// To the line above.
    pub const UP: &str = "\u{e013}";
    /// To the line below.
    pub const DOWN: &str = "\u{e015}";
    /// To the cell on the left.
    pub const LEFT: &str = "\u{e012}";
    /// To the cell on the right.
    pub const RIGHT: &str = "\u{e014}";
    /// Takes away what stands before.
    pub const BACKSPACE: &str = "\u{e003}";
    /// Takes away what stands here.
    pub const DELETE: &str = "\u{e017}";
    /// To the end.
    pub const END: &str = "\u{e010}";
}
