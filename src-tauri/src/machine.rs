//! What only this machine knows: its clock, its folders, who sits at it, and where the log goes.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::{DateTime, TimeDelta, Utc};
use sentei_api::{Config, Session};

/// The library used where none is named: the folder for application data of this system.
///
/// # Errors
/// A sentence where the system names no such folder.
fn usual_library() -> Result<PathBuf, String> {
    let named = |key: &str| std::env::var_os(key).filter(|value| !value.is_empty()).map(PathBuf::from);
    let data = if cfg!(windows) {
        named("APPDATA")
    } else if cfg!(target_os = "macos") {
        named("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        named("XDG_DATA_HOME").or_else(|| named("HOME").map(|home| home.join(".local/share")))
    };
    data.map(|folder| folder.join("Sentei"))
        .ok_or_else(|| "There is no folder for application data; name one with --library DIR.".into())
}

/// The folder of the library named, or of the usual one.
///
/// # Errors
/// A sentence where no folder is known.
pub fn library(named: Option<PathBuf>) -> Result<PathBuf, String> {
    named.map_or_else(usual_library, Ok)
}

/// Opens the library in a folder.
pub fn session(library: PathBuf) -> Session {
    keep_log(&library);
    Session::open(Config { library, actor: person(), clock, seed })
}

fn person() -> String {
    ["USER", "USERNAME", "LOGNAME"]
        .iter()
        .find_map(|key| std::env::var(key).ok().filter(|name| !name.is_empty()))
        .unwrap_or_else(|| "—".into())
}

/// The time. `SENTEI_NOW` (RFC 3339) sets the clock at the start, so that screens and papers can be compared between days.
fn clock() -> DateTime<Utc> {
    static SHIFT: OnceLock<TimeDelta> = OnceLock::new();
    let shift = SHIFT.get_or_init(|| {
        let wished = std::env::var("SENTEI_NOW").ok().and_then(|text| DateTime::parse_from_rfc3339(&text).ok());
        wished.map_or(TimeDelta::zero(), |wished| wished.to_utc() - Utc::now())
    });
    Utc::now() + *shift
}

fn seed() -> [u8; 16] {
    let (one, two) = (uuid::Uuid::now_v7(), uuid::Uuid::now_v7());
    let mut seed = [0; 16];
    // The last eight bytes of a version 7 key are random.
    seed[..8].copy_from_slice(&one.as_bytes()[8..]);
    seed[8..].copy_from_slice(&two.as_bytes()[8..]);
    seed
}

/// The log lies beside the library and holds ids and causes, never what people wrote. It begins anew when it has grown
/// past a megabyte. Without a place for it the program runs all the same.
fn keep_log(library: &Path) {
    let folder = library.join("logs");
    if !library.exists() || std::fs::create_dir_all(&folder).is_err() {
        return;
    }
    let path = folder.join("sentei.log");
    if std::fs::metadata(&path).is_ok_and(|meta| meta.len() > 1 << 20) {
        let _ = std::fs::rename(&path, folder.join("sentei.old.log"));
    }
    if let Ok(file) = std::fs::OpenOptions::new().create(true).append(true).open(path) {
        let _ = tracing_subscriber::fmt().with_ansi(false).with_writer(std::sync::Mutex::new(file)).try_init();
    }
}
