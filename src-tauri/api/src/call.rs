//! One command being run: its time, its person, and what it changed.

use std::cell::{Cell, RefCell};

use chrono::NaiveDate;
use sentei_core::decision::fixed::leaves_result;
use sentei_core::journal::{Changed, Op, Stamp, Tx};
use sentei_core::l10n::Lang;
use sentei_core::library::{Library, Setting};
use sentei_core::marking::kept::Kept;
use sentei_core::procurement::Procurement;
use sentei_core::question::register;
use sentei_core::storage::Read;
use sentei_core::{Error, Result, Text};
use serde_json::value::RawValue;

use crate::{Event, Progress, Session};

/// What a command gave and what it changed.
#[derive(Debug)]
pub struct Reply {
    /// The result, as JSON.
    pub value: Box<RawValue>,
    /// One event for every operation it committed.
    pub events: Vec<Event>,
}

/// The context every handler gets.
pub struct Call<'s> {
    session: &'s Session,
    stamp: Stamp,
    lang: Lang,
    changed: RefCell<Vec<Changed>>,
    /// Wishes to stop there had been when the command began; one more is meant for it.
    stops: u64,
    /// Whether somebody was told how far it is, and has to hear of its end.
    long: Cell<bool>,
    /// Whether it is a part of another one, which tells of the end.
    part: bool,
}

impl<'s> Call<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        let mut stamp = session.stamp();
        let asked = session.with_library(|library| library.read().all::<Setting>("WHERE id IN ('actor', 'lang')", &[]));
        let mut lang = Lang::Ja;
        for setting in asked.unwrap_or_default() {
            match setting.id.as_str() {
                "lang" => lang = Lang::of(&setting.value),
                _ if !setting.value.is_empty() => stamp.actor = setting.value,
                _ => {}
            }
        }
        let mut call = Self::beside(session);
        call.stamp = stamp;
        call.lang = lang;
        call
    }

    /// A call that asks the library nothing, not even for the settings, and so never waits for it.
    pub(crate) fn beside(session: &'s Session) -> Self {
        Self {
            session,
            stamp: session.stamp(),
            lang: Lang::Ja,
            changed: RefCell::default(),
            stops: session.stops(),
            long: Cell::new(false),
            part: false,
        }
    }

    /// The same call as if this person ran it at that time: the story of a sample has people and days of its own.
    pub(crate) fn told(&self, stamp: Stamp) -> Self {
        let mut call = Self::beside(self.session);
        (call.stamp, call.lang, call.stops, call.part) = (stamp, self.lang, self.stops, true);
        call
    }

    /// The session, for the few commands about the library itself.
    pub fn session(&self) -> &'s Session {
        self.session
    }

    /// Who and when.
    pub fn stamp(&self) -> &Stamp {
        &self.stamp
    }

    /// Today in Japan, the zone of meaning of all dates.
    pub fn today(&self) -> NaiveDate {
        sentei_core::calendar::in_japan(self.stamp.at).date_naive()
    }

    /// The interface's language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Reads the store.
    pub fn read<T>(&self, work: impl FnOnce(&Read<'_>) -> Result<T>) -> Result<T> {
        self.session.with_library(|library| work(&library.read()))
    }

    /// Reads a procurement together with its count.
    pub(crate) fn kept<T>(&self, procurement: &str, work: impl FnOnce(&Read<'_>, &Kept) -> Result<T>) -> Result<T> {
        self.session.with_kept(procurement, work)
    }

    /// Reads a procurement together with its questions.
    pub(crate) fn questions<T>(
        &self,
        procurement: &str,
        work: impl FnOnce(&Read<'_>, &register::Kept) -> Result<T>,
    ) -> Result<T> {
        self.session.with_questions(procurement, work)
    }

    /// Changes the store through the journal.
    pub fn write<T>(&self, op: Op, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        let procurement = op.procurement().map(ToOwned::to_owned);
        let outcome = self.session.with_library(|library| {
            library.transact(op, &self.stamp, |tx| {
                // Said here for every command, before a row is written that belongs to nothing.
                if let Some(id) = &procurement {
                    tx.must_have::<Procurement>(id)?;
                }
                let done = work(tx);
                // The same: a decision stands on the result it was made on. Said before what else is wrong with it.
                if let Some(id) = &procurement {
                    leaves_result(tx, id)?;
                }
                done
            })
        })?;
        self.changed.borrow_mut().extend(outcome.changed);
        Ok(outcome.value)
    }

    /// The library itself, for files, undo and backups.
    pub fn library<T>(&self, work: impl FnOnce(&mut Library) -> Result<T>) -> Result<T> {
        self.session.with_library(work)
    }

    /// The typesetter.
    pub fn engine<T>(&self, work: impl FnOnce(&mut sentei_papers::Engine) -> Result<T>) -> Result<T> {
        self.session.with_engine(work)
    }

    /// Shows a paper; its pages are asked for by the name that comes back.
    pub(crate) fn show<T>(&self, work: impl FnOnce(&mut sentei_papers::Engine) -> Result<T>) -> Result<(String, T)> {
        self.session.show(work)
    }

    /// Runs `work` on the paper of this name while it is the one shown.
    pub(crate) fn shown<T>(
        &self,
        token: &str,
        work: impl FnOnce(&mut sentei_papers::Engine) -> Result<T>,
    ) -> Result<Option<T>> {
        self.session.while_shown(token, work)
    }

    /// Says how far long work is. A handler calls it before each part, and before anything of it is kept: work that is
    /// stopped leaves nothing behind. May be called inside [`Call::write`], which then takes everything back.
    ///
    /// # Errors
    /// `stopped` where the person asked for that since the command began.
    pub fn advance(&self, what: Text, done: usize, total: usize) -> Result<()> {
        self.long.set(true);
        self.session.tell(Some(Progress { what, done, total }));
        if self.session.stops() == self.stops {
            Ok(())
        } else {
            Err(Error::say("error-stopped").code("stopped"))
        }
    }

    pub(crate) fn note(&self, changed: Changed) {
        self.changed.borrow_mut().push(changed);
    }

    pub(crate) fn take_changed(&self) -> Vec<Changed> {
        self.changed.take()
    }
}

impl Drop for Call<'_> {
    fn drop(&mut self) {
        if self.long.get() && !self.part {
            self.session.tell(None);
        }
    }
}
