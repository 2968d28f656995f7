//! The commands without a process around them: a session in the test itself, for what must be quick or watched closely.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::path::Path;

use chrono::Utc;
use sentei_api::{dispatch, Config, Failure, Listener, Reply, Session};
use serde_json::{json, Value};

/// An open library and the commands on it.
pub struct Desk {
    session: Session,
}

/// Fresh randomness; every hasher of the standard library is seeded from the system.
fn seed() -> [u8; 16] {
    let half = || RandomState::new().build_hasher().finish().to_le_bytes();
    let mut seed = [0; 16];
    seed[..8].copy_from_slice(&half());
    seed[8..].copy_from_slice(&half());
    seed
}

/// What a command gave.
///
/// # Panics
/// When it is not JSON.
pub fn value(reply: &Reply) -> Value {
    serde_json::from_str(reply.value.get()).expect("JSON")
}

impl Desk {
    /// Opens the library in `folder`.
    pub fn open(folder: &Path) -> Self {
        let config = Config { library: folder.to_path_buf(), actor: "試験".into(), clock: Utc::now, seed };
        Self { session: Session::open(config) }
    }

    /// Names who is told how far long work is.
    pub fn listen(&self, listener: Listener) {
        self.session.listen(listener);
    }

    /// Runs a command.
    pub fn attempt(&self, name: &str, args: &Value) -> Result<Value, Failure> {
        dispatch(&self.session, name, args.clone()).map(|reply| value(&reply))
    }

    /// A command that is expected to work.
    ///
    /// # Panics
    /// When it does not, with what it said.
    pub fn call(&self, name: &str, args: &Value) -> Value {
        self.attempt(name, args).unwrap_or_else(|failure| panic!("{name} {args}: {}", as_json(&failure)))
    }

    /// The id of the sentence with which a command is refused.
    ///
    /// # Panics
    /// When it is not refused.
    pub fn refused(&self, name: &str, args: &Value) -> String {
        match self.attempt(name, args) {
            Ok(value) => panic!("{name} {args} was not refused: {value}"),
            Err(failure) => as_json(&failure)["message_id"].as_str().unwrap_or_default().to_owned(),
        }
    }

    /// Makes a procurement and gives back its id.
    pub fn procurement(&self, title: &str, from: &str) -> String {
        let created = self.call("procurement_create", &json!({ "title": title, "from": from }));
        created["id"].as_str().expect("an id").to_owned()
    }

    /// Ids of a procurement's sections, in order.
    pub fn sections(&self, procurement: &str) -> Vec<String> {
        let rfp = self.call("rfp_get", &json!({ "procurement": procurement }));
        let sections = rfp["sections"].as_array().expect("a list of sections");
        sections.iter().map(|section| section["id"].as_str().expect("an id").to_owned()).collect()
    }

    /// Writes one paragraph as the text of a section.
    pub fn write(&self, section: &str, text: &str) -> Result<Value, Failure> {
        self.attempt("section_set", &json!({ "id": section, "body": paragraph(text) }))
    }

    /// The text of a section, as JSON.
    pub fn body(&self, section: &str) -> Value {
        self.call("section_get", &json!({ "id": section }))["body"].clone()
    }
}

/// A document of one paragraph.
pub fn paragraph(text: &str) -> Value {
    json!({ "type": "doc", "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": text }] }] })
}

fn as_json(failure: &Failure) -> Value {
    serde_json::to_value(failure).expect("a failure is plain JSON")
}
