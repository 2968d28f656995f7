//! Whole ways through the real window, side by side: each test has a library and a display of its own.

mod chosen;
mod dropped;
mod given;
mod held;
mod looks;
mod opened;
mod promise;
mod question_import;
mod sheet_window;
mod vendors;
mod window;
