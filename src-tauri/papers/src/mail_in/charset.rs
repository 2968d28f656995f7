//! Letters of mails: the encodings Japanese mails come in, in their heads and in their bodies.

use encoding_rs::{Encoding, EUC_JP, ISO_2022_JP, SHIFT_JIS, UTF_8};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding as Packing, MessagePart, MimeHeaders as _};

/// The encoding of a name mails use, those of Japanese Windows among them.
fn named(label: &str) -> Option<&'static Encoding> {
    match label.trim().to_ascii_lowercase().as_str() {
        "cp932" | "ms932" => Some(SHIFT_JIS),
        "cp51932" | "eucjp-ms" => Some(EUC_JP),
        "cp50220" | "cp50221" | "iso-2022-jp-ms" | "iso-2022-jp-1" => Some(ISO_2022_JP),
        label => Encoding::for_label(label.as_bytes()),
    }
}

/// Letters of no named encoding: the first one they all fit into.
pub(super) fn guessed(bytes: &[u8]) -> String {
    if bytes.contains(&0x1b) {
        let bytes = without_empty_turns(bytes);
        if let Some(text) = ISO_2022_JP.decode_without_bom_handling_and_without_replacement(&bytes) {
            return text.into_owned();
        }
    }
    let tried = [UTF_8, SHIFT_JIS, EUC_JP];
    let found = tried.iter().find_map(|encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes));
    found.map_or_else(|| String::from_utf8_lossy(bytes).into_owned(), std::borrow::Cow::into_owned)
}

fn decoded(label: Option<&str>, bytes: &[u8]) -> String {
    match label.and_then(named) {
        Some(encoding) if encoding == ISO_2022_JP => encoding.decode(&without_empty_turns(bytes)).0.into_owned(),
        // Mails that say us-ascii, or nothing, hold anything.
        Some(encoding) if encoding != encoding_rs::WINDOWS_1252 => encoding.decode(bytes).0.into_owned(),
        _ => guessed(bytes),
    }
}

/// ISO-2022-JP without turns to another set of letters that are turned from at once: mail programs write them, and the
/// standard of the web takes them for an attack.
fn without_empty_turns(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, more)) = rest.split_first() {
        if *first == 0x1b && rest.get(3) == Some(&0x1b) {
            rest = &rest[3..];
        } else {
            out.push(*first);
            rest = more;
        }
    }
    out
}

/// The bytes of a part as they were before they were packed.
pub(super) fn unpacked(raw: &[u8], part: &MessagePart<'_>) -> Vec<u8> {
    let packed = raw.get(part.raw_body_offset() as usize..part.raw_end_offset() as usize).unwrap_or_default();
    let bytes = match part.encoding {
        Packing::Base64 => {
            let letters: Vec<u8> = packed.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
            base64_decode(&letters)
        }
        Packing::QuotedPrintable => quoted_printable_decode(packed),
        Packing::None => None,
    };
    bytes.unwrap_or_else(|| packed.to_vec())
}

/// The words of a part.
pub(super) fn text(raw: &[u8], part: &MessagePart<'_>) -> String {
    let label = part.content_type().and_then(|kind| kind.attribute("charset"));
    decoded(label, &unpacked(raw, part))
}

/// A line of the head with its encoded words (RFC 2047) read. Words side by side in one encoding are one text.
pub(super) fn words(line: &str) -> String {
    let mut out = String::new();
    let mut pending: Option<(String, Vec<u8>)> = None;
    let mut rest = line;
    while let Some(at) = rest.find("=?") {
        let (before, from) = rest.split_at(at);
        let Some((label, bytes, length)) = encoded(from) else {
            flush(&mut out, &mut pending);
            out.push_str(before);
            out.push_str("=?");
            rest = &from[2..];
            continue;
        };
        match &mut pending {
            Some((held, held_bytes)) if before.trim().is_empty() && held.eq_ignore_ascii_case(&label) => {
                held_bytes.extend(bytes);
            }
            _ => {
                let joined = pending.is_some() && before.trim().is_empty();
                flush(&mut out, &mut pending);
                if !joined {
                    out.push_str(before);
                }
                pending = Some((label, bytes));
            }
        }
        rest = &from[length..];
    }
    flush(&mut out, &mut pending);
    out.push_str(rest);
    out
}

fn flush(out: &mut String, pending: &mut Option<(String, Vec<u8>)>) {
    if let Some((label, bytes)) = pending.take() {
        out.push_str(&decoded(Some(&label), &bytes));
    }
}

/// Encoding, bytes and length of the encoded word that begins here.
fn encoded(from: &str) -> Option<(String, Vec<u8>, usize)> {
    let mut pieces = from.get(2..)?.splitn(3, '?');
    let (label, how, more) = (pieces.next()?, pieces.next()?, pieces.next()?);
    let end = more.find("?=")?;
    let packed = &more[..end];
    if label.is_empty() || label.contains(char::is_whitespace) || packed.contains('\n') {
        return None;
    }
    let bytes = match how {
        "B" | "b" => base64_decode(packed.trim().as_bytes())?,
        "Q" | "q" => quoted_printable_decode(packed.replace('_', " ").as_bytes())?,
        _ => return None,
    };
    let label = label.split('*').next().unwrap_or(label).to_owned();
    Some((label.clone(), bytes, from.len() - more.len() + end + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encoded_words_are_read_in_every_encoding() {
        for (line, expected) in [
            ("=?ISO-2022-JP?B?GyRCPEFMZBsoQg==?= =?ISO-2022-JP?B?GyRCSTwbKEI=?=", "質問票"),
            ("Re: =?UTF-8?Q?=E8=B3=AA=E5=95=8F_1?=", "Re: 質問 1"),
            ("=?utf-8?B?6LOq?=\t=?utf-8?B?5ZWP?= (3)", "質問 (3)"),
            ("=?Shift_JIS?B?jr+W4g==?=", "質問"),
            ("=?cp932?B?jr+W4g==?=", "質問"),
            ("a =? b ?= c", "a =? b ?= c"),
            ("=?x?B?????=", "=?x?B?????="),
        ] {
            assert_eq!(words(line), expected, "{line}");
        }
    }
}
