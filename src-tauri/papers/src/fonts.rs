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

/// One mark a character: looking it up in the faces takes a thousand times as long.
static SHOWN: LazyLock<Vec<bool>> = LazyLock::new(|| {
    let mut shown = vec![false; 0x11_0000];
    for font in FONTS.iter() {
        for code in font.info().coverage.iter() {
            if let Some(place) = shown.get_mut(code as usize) {
                *place = true;
            }
        }
    }
    shown
});

/// Whether a face has a glyph for `c`.
pub fn can_show(c: char) -> bool {
    SHOWN[c as usize]
}

/// Family and licence text of every face that is built in.
pub fn licences() -> impl Iterator<Item = (&'static str, String)> {
    LICENCES.iter().map(|(family, text)| (*family, String::from_utf8_lossy(text).into_owned()))
}
