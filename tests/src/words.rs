//! The words of the Japanese interface, by which a test finds its way through the window.

use sentei_core::l10n::Lang;
use sentei_core::Text;

/// A word.
pub fn word(id: &str) -> String {
    Lang::Ja.word(id)
}

/// A sentence.
pub fn say(id: &str, args: &[(&str, &str)]) -> String {
    Lang::Ja.say(&args.iter().fold(Text::new(id), |text, (name, value)| text.arg(name, value)))
}

/// A sentence that counts.
pub fn counted(id: &str, count: usize) -> String {
    Lang::Ja.say(&Text::new(id).arg("count", count))
}
