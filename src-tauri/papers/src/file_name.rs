//! Names of files that leave the house: valid on Windows, macOS and Linux, and found again by number and version.

use chrono::NaiveDate;
use sentei_core::l10n::Lang;
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

/// Room for folder, extension and a number against doubles within what Windows and mail programs carry.
const LONGEST: usize = 110;
/// Names Windows keeps for devices, whatever follows the first point.
const RESERVED: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// The name, without extension, of one copy of a paper: number, paper, version, addressee. What is empty is left out.
pub fn file_name(document_number: &str, paper: &str, version: &str, addressee: Option<&str>) -> String {
    let parts = [document_number, paper, version, addressee.unwrap_or("")];
    // A point behind a part stays where another part follows: Kaede Inc._2.
    let parts = parts.map(|part| taken(part).trim_start_matches([' ', '.']).trim_end().to_owned());
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    valid(&parts.join("_"))
}

/// A day in the name of a file.
pub fn day_in_name(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Ja => day.format("%Y%m%d").to_string(),
        Lang::En => day.to_string(),
    }
}

/// Any text as a name that every system takes.
pub fn valid(text: &str) -> String {
    let mut name = cut(&clean(text), LONGEST);
    let stem = name.split('.').next().unwrap_or("").trim_end().to_uppercase();
    let numbered = |device: &str| {
        stem.strip_prefix(device).is_some_and(|rest| {
            matches!(rest, "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
        })
    };
    if RESERVED.contains(&stem.as_str()) || numbered("COM") || numbered("LPT") {
        name.insert(0, '_');
    }
    if name.is_empty() {
        name.push('_');
    }
    name
}

/// What every system takes, with no point or space at either end.
fn clean(text: &str) -> String {
    taken(text).trim_matches([' ', '.']).to_owned()
}

/// Composed letters, no sign a system forbids, single spaces.
fn taken(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => out.push('-'),
            // Marks that are not seen, or that turn the direction of writing and with it the look of the extension.
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {}
            c if c.is_control() => {}
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    out
}

/// The first letters that fit into `most` bytes-on-Windows (UTF-16 units), never half a letter.
fn cut(text: &str, most: usize) -> String {
    let mut units = 0;
    let mut out = String::new();
    for letter in text.graphemes(true) {
        units += letter.encode_utf16().count();
        // Linux counts bytes: 255 of them, of which a kana takes three.
        if units > most || out.len() + letter.len() > 230 {
            break;
        }
        out.push_str(letter);
    }
    out.trim_matches([' ', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_number_paper_version_and_addressee() {
        assert_eq!(
            file_name("RFP-2026-014", "提案依頼書", "第1.1版", Some("株式会社青葉ビジネスサポート")),
            "RFP-2026-014_提案依頼書_第1.1版_株式会社青葉ビジネスサポート"
        );
        assert_eq!(file_name("", "RFP", "1.0", None), "RFP_1.0");
        assert_eq!(file_name("N. 1.", "Kaede Inc. ", " . ", Some("Ran Ltd.")), "N. 1._Kaede Inc._Ran Ltd");
    }

    #[test]
    fn a_day_reads_as_in_the_language_of_the_paper() {
        let day = NaiveDate::from_ymd_opt(2027, 5, 20).unwrap();
        assert_eq!([Lang::Ja, Lang::En].map(|lang| day_in_name(day, lang)), ["20270520", "2027-05-20"]);
    }

    #[test]
    fn every_system_takes_it() {
        assert_eq!(file_name("A/B:C", "x?", "1*", Some("a\\b|c")), "A-B-C_x-_1-_a-b-c");
        assert_eq!(valid("con"), "_con");
        assert_eq!(valid("LPT1.txt"), "_LPT1.txt");
        assert_eq!(valid("console"), "console");
        assert_eq!(valid("name. . ."), "name");
        assert_eq!(valid("../../etc"), "-..-etc");
        assert_eq!(valid("\u{0}\u{202e}"), "_");
        assert_eq!(valid("か\u{3099}"), "が");
    }

    #[test]
    fn is_never_too_long() {
        let name = file_name("RFP", &"𠮷".repeat(400), "1", Some("Ω"));
        assert!(name.len() <= 230 && name.encode_utf16().count() <= LONGEST, "{}", name.len());
        assert!(name.ends_with('𠮷'));
    }
}
