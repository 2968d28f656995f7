//! The faces of the papers: BIZ UDPGothic for kana and kanji, Noto Sans JP for the rest.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

include!(concat!(env!("OUT_DIR"), "/faces.rs"));

pub(crate) static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FACES.iter().filter_map(|face| Font::new(Bytes::new(*face), 0)).collect());

pub(crate) static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// Whether a face has a glyph for `c`.
pub fn can_show(c: char) -> bool {
    FONTS.iter().any(|font| font.info().coverage.contains(u32::from(c)))
}

/// Family and licence text of every face that is built in.
pub fn licences() -> impl Iterator<Item = (&'static str, String)> {
    LICENCES.iter().map(|(family, text)| (*family, String::from_utf8_lossy(text).into_owned()))
}
