//! A real hand at the window: pointer and keys of the display itself, by `xdotool` under a window manager. For what the
//! driver cannot do: dragging, composing, dialogs of the system, closing the window.

use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use serde_json::json;

use crate::window::{until, Window};

/// What it holds in the middle of an element.
const MIDDLE: f64 = 0.5;

/// The hand at one window; the window manager goes with it.
#[derive(Debug)]
pub struct Hand<'w> {
    window: &'w Window,
    manager: Child,
    /// Where the page begins on the display.
    origin: (i64, i64),
    /// What the window manager calls the window.
    own: Option<String>,
}

impl<'w> Hand<'w> {
    /// Starts the window manager and takes the window into the hand, as a click on its frame would.
    pub fn at(window: &'w Window) -> Self {
        let manager = Command::new("openbox")
            .env("DISPLAY", window.display())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("openbox starts: `make test` installs it");
        let mut hand = Self { window, manager, origin: (0, 0), own: None };
        window.execute(
            "addEventListener('mousemove', (event) => { window.pointer = [event.clientX, event.clientY]; }, true)",
            &[],
        );
        let (mut turn, mut before) = (0, None);
        hand.origin = until("the window under the hand", || {
            hand.own = hand.active();
            if hand.own.is_none() {
                // Where the frame comes to stand, left of every control.
                hand.run("mousemove 300 5 click 1");
                sleep(Duration::from_millis(100));
                return None;
            }
            // Every look moves the pointer, so that the page tells where it is.
            turn = (turn + 1) % 7;
            let (x, y) = (400 + turn, 300 + turn);
            hand.run(&format!("mousemove {x} {y}"));
            window.settle();
            let told = window.execute("return window.pointer ?? null", &[]);
            let now = (x - told[0].as_i64()?, y - told[1].as_i64()?);
            (before.replace(now) == Some(now)).then_some(now)
        });
        hand
    }

    /// The window that gets the keys.
    fn active(&self) -> Option<String> {
        self.out("getactivewindow")
    }

    fn command(&self, words: &str) -> Command {
        let mut command = Command::new("xdotool");
        command.args(words.split(' ')).env("DISPLAY", self.window.display()).stdin(Stdio::null());
        command
    }

    /// What `xdotool` prints, if it was content.
    fn out(&self, words: &str) -> Option<String> {
        let output = self.command(words).output().expect("xdotool starts: `make test` installs it");
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// One run of `xdotool`.
    pub fn run(&self, words: &str) {
        assert!(self.command(words).output().is_ok_and(|output| output.status.success()), "xdotool {words}");
    }

    /// A place inside the first element for a CSS selector, as shares of its width and height, on the display.
    fn place(&self, css: &str, (across, down): (f64, f64)) -> (i64, i64) {
        self.window.wait_for(css);
        let place = self.window.execute(
            "const box = document.querySelector(arguments[0]).getBoundingClientRect();
             return [Math.round(box.x + box.width * arguments[1]), Math.round(box.y + box.height * arguments[2])];",
            &[json!(css), json!(across), json!(down)],
        );
        let part = |at: usize| place[at].as_i64().expect("a place on the page");
        (part(0) + self.origin.0, part(1) + self.origin.1)
    }

    /// Clicks the middle of an element.
    pub fn click(&self, css: &str) {
        let (x, y) = self.steady(css, MIDDLE);
        self.run(&format!("mousemove {x} {y} sleep 0.05 click 1"));
        self.window.settle();
    }

    /// Drags one element to a place in another: `down` is the share of the other's height.
    pub fn drag(&self, from: &str, to: &str, down: f64) {
        self.window.execute(
            "window.dragging = []; if (!window.dragged) for (const name of ['dragstart', 'dragover', 'drop', 'dragend'])
               addEventListener(name, (event) => window.dragging.push([name, event.clientX, event.clientY]), true);
             window.dragged = true;",
            &[],
        );
        let (x, y) = self.steady(from, MIDDLE);
        self.run(&format!("mousemove {x} {y} sleep 0.1 mousedown 1"));
        // A drag begins after some way.
        let mut way = 0;
        self.seen("a drag that begins", "dragstart", || {
            way += 4;
            (x + way % 24, y)
        });
        let (to_x, to_y) = self.place(to, (MIDDLE, down));
        for step in 1..=4 {
            self.run(&format!("mousemove {} {} sleep 0.05", x + (to_x - x) * step / 4, y + (to_y - y) * step / 4));
        }
        // The place is taken once the page has told what may be dropped there.
        let mut turn = 0;
        let there = format!("dragover\",{},{}", to_x - self.origin.0, to_y - self.origin.1);
        self.seen("the place under the pointer", &there, || {
            turn += 1;
            (to_x - turn % 2, to_y)
        });
        self.run(&format!("mousemove {to_x} {to_y} sleep 0.1 mouseup 1"));
        self.seen("the end of the drag", "dragend", || (to_x, to_y));
        self.window.settle();
    }

    /// Moves the pointer until the page has told an event of a drag.
    fn seen(&self, what: &str, event: &str, mut pointer: impl FnMut() -> (i64, i64)) {
        until(what, || {
            if self.window.execute("return window.dragging", &[]).to_string().contains(event) {
                return Some(());
            }
            let (x, y) = pointer();
            self.run(&format!("mousemove {x} {y}"));
            None
        });
    }

    /// A place that no longer moves: letters and pages have come.
    fn steady(&self, css: &str, down: f64) -> (i64, i64) {
        let mut before = None;
        until("a page at rest", || {
            let now = self.place(css, (MIDDLE, down));
            self.window.settle();
            (before.replace(now) == Some(now)).then_some(now)
        })
    }

    /// Presses keys one after the other: `ctrl+shift+u`, `space`.
    pub fn keys(&self, keys: &str) {
        self.run(&format!("key --delay 80 {keys}"));
    }

    /// Types Latin letters.
    pub fn letters(&self, text: &str) {
        self.run(&format!("type --delay 60 {text}"));
    }

    /// Waits until a dialog of the system has the keys.
    pub fn wait_for_dialog(&self) {
        until("a dialog", || self.active().filter(|active| Some(active) != self.own.as_ref()));
        sleep(Duration::from_millis(500));
    }
}

impl Drop for Hand<'_> {
    fn drop(&mut self) {
        let _ = self.manager.kill();
        let _ = self.manager.wait();
    }
}
