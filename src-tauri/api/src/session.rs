//! What lives as long as the program: the open library and the typesetter.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};

use chrono::{DateTime, Utc};
use sentei_core::evaluation::score::firmness::Firmness;
use sentei_core::journal::Stamp;
use sentei_core::library::Library;
use sentei_core::marking::kept::Kept;
use sentei_core::marking::result::Counted;
use sentei_core::question::register;
use sentei_core::storage::Read;
use sentei_core::{Error, Result};

use crate::{Listener, Progress};

/// What a session is opened with.
pub struct Config {
    /// Folder of the library.
    pub library: PathBuf,
    /// The person at the machine, where the settings do not name one.
    pub actor: String,
    /// The clock.
    pub clock: fn() -> DateTime<Utc>,
    /// Fresh randomness.
    pub seed: fn() -> [u8; 16],
}

/// The open program. Every command goes through it, one at a time for the store and one at a time for the typesetter.
pub struct Session {
    config: Config,
    library: Mutex<Opened>,
    engine: Mutex<Option<sentei_papers::Engine>>,
    /// What was counted last.
    kept: Mutex<Option<Kept>>,
    /// The questions that were read last.
    questions: Mutex<Option<register::Kept>>,
    /// How often the typesetter has shown a paper: names the pages it holds.
    shown: AtomicU64,
    /// Who is told how far long work is.
    listener: OnceLock<Listener>,
    /// How often somebody wished that long work stops.
    stops: AtomicU64,
}

/// The library, or why it could not be opened: the program still runs, so that a backup can be put back.
type Opened = std::result::Result<Library, Error>;

impl Session {
    /// Opens the library. A library that cannot be opened is told by every command that needs it.
    pub fn open(config: Config) -> Self {
        let library = Mutex::new(open(&config));
        Self {
            config,
            library,
            engine: Mutex::new(None),
            kept: Mutex::new(None),
            questions: Mutex::new(None),
            shown: AtomicU64::new(0),
            listener: OnceLock::new(),
            stops: AtomicU64::new(0),
        }
    }

    /// Names who is told how far long work is. It is told while the library may be held, and must not ask for it. Only
    /// the first one named is heard.
    pub fn listen(&self, listener: Listener) {
        let _ = self.listener.set(listener);
    }

    pub(crate) fn tell(&self, progress: Option<Progress>) {
        if let Some(listener) = self.listener.get() {
            listener(progress);
        }
    }

    /// Asks the long work under way to stop; takes no lock.
    pub(crate) fn stop(&self) {
        self.stops.fetch_add(1, Ordering::SeqCst);
    }

    pub(crate) fn stops(&self) -> u64 {
        self.stops.load(Ordering::SeqCst)
    }

    /// Folder of the library.
    pub fn folder(&self) -> &Path {
        &self.config.library
    }

    pub(crate) fn stamp(&self) -> Stamp {
        Stamp { actor: self.config.actor.clone(), at: (self.config.clock)() }
    }

    /// Runs `work` with the library; no event is sent and no dialog is open meanwhile.
    pub(crate) fn with_library<T>(&self, work: impl FnOnce(&mut Library) -> Result<T>) -> Result<T> {
        match &mut *lock(&self.library) {
            Ok(library) => work(library),
            Err(cause) => Err(again(cause)),
        }
    }

    /// Reads a procurement together with its count, which is kept for the next time.
    pub(crate) fn with_kept<T>(
        &self,
        procurement: &str,
        work: impl FnOnce(&Read<'_>, &Kept) -> Result<T>,
    ) -> Result<T> {
        self.with_library(|library| {
            let read = library.read();
            renewing(&self.kept, |before| Kept::renewed(&read, procurement, before), |kept| work(&read, kept))
        })
    }

    /// Reads a procurement together with its questions, which are kept for the next time.
    pub(crate) fn with_questions<T>(
        &self,
        procurement: &str,
        work: impl FnOnce(&Read<'_>, &register::Kept) -> Result<T>,
    ) -> Result<T> {
        self.with_library(|library| {
            let read = library.read();
            let renew = |before| register::Kept::renewed(&read, procurement, before);
            renewing(&self.questions, renew, |kept| work(&read, kept))
        })
    }

    /// Keeps how firm a count is, while it is the one that is kept.
    pub(crate) fn keep_firmness(&self, counted: &Arc<Counted>, firmness: &Arc<Firmness>) {
        if let Some(kept) = lock(&self.kept).as_mut().filter(|kept| Arc::ptr_eq(&kept.counted, counted)) {
            kept.firmness = Some(Arc::clone(firmness));
        }
    }

    /// Runs `work` with the typesetter, which is started on first use.
    pub(crate) fn with_engine<T>(&self, work: impl FnOnce(&mut sentei_papers::Engine) -> Result<T>) -> Result<T> {
        work(lock(&self.engine).get_or_insert_with(sentei_papers::Engine::new))
    }

    /// Reads what every paper needs, ahead of the first one; commands wait for it no longer than for a paper.
    pub fn warm_up(&self) {
        sentei_papers::Engine::new().warm_up();
    }

    /// Shows a paper and names its pages.
    pub(crate) fn show<T>(&self, work: impl FnOnce(&mut sentei_papers::Engine) -> Result<T>) -> Result<(String, T)> {
        self.with_engine(|engine| {
            let shown = work(engine)?;
            Ok((self.shown.fetch_add(1, Ordering::SeqCst).wrapping_add(1).to_string(), shown))
        })
    }

    /// Runs `work` where the pages of this name are still the ones shown.
    pub(crate) fn while_shown<T>(
        &self,
        token: &str,
        work: impl FnOnce(&mut sentei_papers::Engine) -> Result<T>,
    ) -> Result<Option<T>> {
        self.with_engine(|engine| {
            if self.shown.load(Ordering::SeqCst).to_string() == token {
                work(engine).map(Some)
            } else {
                Ok(None)
            }
        })
    }

    /// Closes the library, runs `work` on its folder and opens it again.
    pub(crate) fn reopen(&self, work: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
        let mut held = lock(&self.library);
        if held.as_ref().is_ok_and(|library| !library.writes()) {
            return held
                .as_mut()
                .map(|_| ())
                .map_err(|cause| again(cause))
                .and(Err(Error::say("error-read-only").code("read_only")));
        }
        *held = Err(Error::say("error-busy").code("busy"));
        *lock(&self.kept) = None;
        *lock(&self.questions) = None;
        let done = work(&self.config.library);
        *held = open(&self.config);
        done.and_then(|()| held.as_ref().map(|_| ()).map_err(again))
    }
}

/// Runs `work` with what is kept, brought up to date first.
fn renewing<K, T>(
    slot: &Mutex<Option<K>>,
    renew: impl FnOnce(Option<K>) -> Result<K>,
    work: impl FnOnce(&K) -> Result<T>,
) -> Result<T> {
    let before = lock(slot).take();
    let kept = renew(before)?;
    let done = work(&kept);
    *lock(slot) = Some(kept);
    done
}

fn open(config: &Config) -> Opened {
    let stamp = Stamp { actor: config.actor.clone(), at: (config.clock)() };
    Library::open(&config.library, (config.seed)(), &stamp)
}

/// A poisoned lock only says that a command panicked; its transaction was rolled back.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The same failure, told once more.
fn again(cause: &Error) -> Error {
    let (code, id, args) = cause.message();
    Error::Say { id, code, args }
}
