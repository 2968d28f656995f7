//! The schema, in numbered steps. A step that has been in a released version never changes.

use rusqlite::Connection;

use crate::error::{Error, Result};

/// The first bytes of the word 選定 in a head field of the file, so that a foreign SQLite file is told apart.
pub const APPLICATION_ID: u32 = 0x5365_6e74; // "Sent"

/// All steps, oldest first. A store at version n has had the first n.
pub const STEPS: &[&[&str]] = &[
    &[
        include_str!("../journal/schema.sql"),
        include_str!("../library/schema.sql"),
        include_str!("../calendar/schema.sql"),
        include_str!("../procurement/schema.sql"),
        include_str!("../vendor/schema.sql"),
        include_str!("../bidder/schema.sql"),
        include_str!("../criterion/schema.sql"),
        include_str!("../evaluation/schema.sql"),
        include_str!("../required_item/schema.sql"),
        include_str!("../rfp/schema.sql"),
    ],
    &[
        include_str!("../letter/schema.sql"),
        include_str!("../vendor/directory.sql"),
        include_str!("../bidder/course.sql"),
        include_str!("../question/schema.sql"),
        include_str!("../distribution/schema.sql"),
    ],
    &[
        include_str!("../evaluation/scope.sql"),
        include_str!("../criterion/scheme.sql"),
        include_str!("../proposal/schema.sql"),
        include_str!("../marking/schema.sql"),
        include_str!("../decision/schema.sql"),
    ],
    &[include_str!("../marking/restated.sql")],
    &[include_str!("../decision/given.sql")],
    &[include_str!("../decision/reported.sql")],
];

/// Brings the store from its version to the newest, all steps or none.
///
/// # Errors
/// The store's own; then nothing has changed. A store newer than this program is refused.
pub fn migrate(conn: &mut Connection, steps: &[&[&str]]) -> Result<()> {
    let from: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let from = from as usize;
    if from > steps.len() {
        return Err(Error::say("error-newer").code("newer"));
    }
    if from == steps.len() {
        return Ok(());
    }
    let tx = conn.transaction()?;
    for step in &steps[from..] {
        for part in *step {
            tx.execute_batch(part)?;
        }
    }
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", u32::try_from(steps.len()).unwrap_or(u32::MAX))?;
    tx.commit()?;
    Ok(())
}
