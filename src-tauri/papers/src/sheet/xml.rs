//! The XML of a workbook, piece by piece: no document type, no entity of its own, no great depth.

use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use sentei_core::{Error, Result};

use super::too_many_cells;
use crate::package::{broken, stopped};

/// Real workbooks nest some ten elements.
const DEEPEST: usize = 256;
/// Steps through all parts of a workbook: 200,000 texts in as many cells take two million.
pub(super) const MOST_STEPS: usize = 4_000_000;
/// The elements that are looked at.
const NAMES: [&str; 19] = [
    "c",
    "v",
    "row",
    "t",
    "f",
    "is",
    "si",
    "r",
    "rPh",
    "xf",
    "sheet",
    "sheetData",
    "numFmt",
    "cellXfs",
    "cellStyleXfs",
    "cellStyles",
    "dxfs",
    "workbookPr",
    "Relationship",
];
/// Their attributes that are looked at.
const ATTRIBUTES: [&str; 13] =
    ["r", "s", "t", "name", "state", "id", "date1904", "numFmtId", "formatCode", "Id", "Type", "Target", "TargetMode"];

/// One step through a part. The names are without prefix; of an element that is not looked at it is empty.
pub(super) enum Step {
    /// An element begins.
    Begin(&'static str, Attributes),
    /// An element ends.
    End(&'static str),
    /// Words.
    Words(String),
}

/// The attributes of an element by their names without prefix.
#[derive(Debug, Default)]
pub(super) struct Attributes(Vec<(&'static str, String)>);

impl Attributes {
    fn of(element: &BytesStart) -> Self {
        let mut attributes = element.attributes();
        let known = attributes.with_checks(false).flatten().filter_map(|attribute| {
            let key = ATTRIBUTES.iter().find(|key| **key == attribute.key.local_name().into_inner())?;
            Some((*key, attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned()))
        });
        Self(known.take(20).collect())
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.trim().parse().ok()
    }
}

/// Walks through a part.
pub(super) struct Xml<'s, R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    depth: usize,
    /// Steps that may still be taken.
    left: &'s mut usize,
}

impl<'s, R: BufRead> Xml<'s, R> {
    /// `left` is how many steps may still be taken.
    pub(super) fn new(part: R, left: &'s mut usize) -> Self {
        let mut reader = Reader::from_reader(part);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), depth: 0, left }
    }

    /// The next step; none at the end of the part.
    pub(super) fn step(&mut self) -> Result<Option<Step>> {
        loop {
            self.buffer.clear();
            *self.left = self.left.checked_sub(1).ok_or_else(too_many_cells)?;
            let event = self.reader.read_event_into(&mut self.buffer).map_err(|cause| stopped(&cause))?;
            return Ok(Some(match event {
                Event::Start(element) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(Error::say("error-import-deep"));
                    }
                    match known(element.local_name().into_inner()) {
                        "" => Step::Begin("", Attributes::default()),
                        name => Step::Begin(name, Attributes::of(&element)),
                    }
                }
                Event::End(element) => {
                    self.depth = self.depth.saturating_sub(1);
                    Step::End(known(element.local_name().into_inner()))
                }
                Event::Text(words) => Step::Words(words.xml10_content().into_owned()),
                Event::CData(words) => Step::Words(words.xml10_content().into_owned()),
                Event::GeneralRef(name) => Step::Words(match name.resolve_char_ref() {
                    Ok(Some(c)) => c.to_string(),
                    _ => quick_xml::escape::resolve_predefined_entity(&name).ok_or_else(broken)?.to_owned(),
                }),
                Event::DocType(_) => return Err(Error::say("error-sheet-doctype")),
                Event::Eof if self.depth > 0 => return Err(broken()),
                Event::Eof => return Ok(None),
                _ => continue,
            }));
        }
    }

    /// Calls `see` for every element of a part.
    pub(super) fn each(mut self, mut see: impl FnMut(&str, &Attributes) -> Result<()>) -> Result<()> {
        while let Some(step) = self.step()? {
            if let Step::Begin(name, attributes) = step {
                see(name, &attributes)?;
            }
        }
        Ok(())
    }

    /// The words up to the end of the element that began last, its runs put together, without how they are read aloud.
    /// `within` is the name of the element.
    pub(super) fn words(&mut self, within: &str) -> Result<String> {
        let mut words = String::new();
        let (mut aloud, mut text) = (0_usize, 0_usize);
        loop {
            match self.step()?.ok_or_else(broken)? {
                Step::Begin(name, _) => {
                    aloud += usize::from(name == "rPh");
                    text += usize::from(name == "t");
                }
                Step::End(name) if name == within => return Ok(unescaped(&words)),
                Step::End(name) => {
                    aloud = aloud.saturating_sub(usize::from(name == "rPh"));
                    text = text.saturating_sub(usize::from(name == "t"));
                }
                Step::Words(more) => {
                    if aloud == 0 && (text > 0 || matches!(within, "v" | "f" | "t")) {
                        words.push_str(&more);
                        if words.len() > super::LONGEST_CELL * 8 {
                            return Err(Error::say("error-import-long"));
                        }
                    }
                }
            }
        }
    }
}

fn known(name: &str) -> &'static str {
    NAMES.iter().find(|known| **known == name).copied().unwrap_or_default()
}

/// Characters that XML cannot hold are written by Excel as `_x000D_`.
fn unescaped(words: &str) -> String {
    if !words.contains("_x") {
        return words.to_owned();
    }
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let code = from.get(2..6).filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let c = code
            .filter(|_| from.as_bytes().get(6) == Some(&b'_'))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        match c {
            Some(c) => {
                out.push(c);
                rest = &from[7..];
            }
            None => {
                out.push_str("_x");
                rest = &from[2..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_unescaped_once() {
        assert_eq!(unescaped("a_x000A_b"), "a\nb");
        assert_eq!(unescaped("_x005F_x000A_"), "_x000A_");
        assert_eq!(unescaped("a_xyz_x00 _x12"), "a_xyz_x00 _x12");
        assert_eq!(unescaped("_x日本語_"), "_x日本語_");
    }

    #[test]
    fn runs_are_put_together_without_how_they_are_read() {
        let mut left = MOST_STEPS;
        let mut xml = Xml::new(
            "<si><r><rPr><b/></rPr><t>提案</t></r><r><t xml:space=\"preserve\"> &amp; 書&#x3042;</t></r><rPh><t>テイアン</t></rPh></si>"
                .as_bytes(),
            &mut left,
        );
        assert!(matches!(xml.step(), Ok(Some(Step::Begin(name, _))) if name == "si"));
        assert_eq!(xml.words("si").unwrap(), "提案 & 書あ");
    }
}
