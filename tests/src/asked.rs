//! Bidders put on the list and asked for a proposal, by hand in the window.

use crate::window::{key, Window};
use crate::words::{say, word};

/// Takes a vendor from the directory by what is typed of its name, on the open screen of vendors, and invites it.
pub fn invite(window: &Window, typed: &str, name: &str) {
    let field = window.wait_for("#bidder-new");
    window.keys_to(&field, typed);
    window.wait_for("#bidder-offers li");
    window.keys(&format!("{}{}", key::DOWN, key::ENTER));
    window.wait_for(&format!(".bidders [aria-label$='{name}']"));
    window.click_text(&say("step-to", &[("status", &word("bidder-invited"))]));
    window.click_text(&word("step-record"));
    window.wait_for_words(&say("step-taken", &[("name", name), ("status", &word("bidder-invited"))]));
}
