//! Mails that mean harm.

use std::path::PathBuf;

use crate::child::read_apart;

const HEAD: &str = "From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n";

fn said(name: &str, bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    read_apart(&path).said
}

#[test]
fn ten_thousand_parts_in_each_other() {
    let mut mail = String::from(HEAD);
    for depth in 0..10_000 {
        mail.push_str(&format!("Content-Type: multipart/mixed; boundary=b{depth}\r\n\r\n--b{depth}\r\n"));
    }
    assert_eq!(said("parts.eml", mail.as_bytes()), "error-mail-parts");
    let mails = format!("{HEAD}{}", "Content-Type: message/rfc822\r\n\r\n".repeat(10_000));
    assert_eq!(said("mails.eml", mails.as_bytes()), "error-mail-parts");
}

#[test]
fn a_gigabyte_of_packed_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("giga.eml");
    std::fs::write(&path, HEAD).unwrap();
    std::fs::OpenOptions::new().append(true).open(&path).unwrap().set_len(1 << 30).unwrap();
    assert_eq!(read_apart(&path).said, "error-mail-large");
    // What fits is unpacked once.
    let line = format!("{}\r\n", "QUJD".repeat(19));
    let mail = format!("{HEAD}Content-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=a.zip\r\n\r\n{}", line.repeat(300_000));
    assert!(said("packed.eml", mail.as_bytes()).starts_with("read "));
}

#[test]
fn ten_megabytes_of_headers() {
    let mail = format!("{HEAD}X-Long: {}\r\n\r\ntext", "a ".repeat(5 << 20));
    assert_eq!(said("header.eml", mail.as_bytes()), "error-mail-words");
    let mail = format!("{HEAD}To: {}\r\n\r\ntext", "a@b.example, ".repeat(140_000));
    assert!(said("to.eml", mail.as_bytes()).starts_with("read "));
    let mail = format!("{HEAD}{}\r\ntext", "X-A: b\r\n".repeat(200_000));
    assert!(said("many.eml", mail.as_bytes()).starts_with("read "));
}

#[test]
fn letters_that_are_none() {
    for (name, kind) in
        [("unknown.eml", "x-nobody"), ("utf8.eml", "utf-8"), ("jis.eml", "iso-2022-jp"), ("none.eml", "")]
    {
        let mut mail = format!("{HEAD}Content-Type: text/plain; charset={kind}\r\n\r\n").into_bytes();
        mail.extend((0..200_000_u32).map(|n| u8::try_from((n.wrapping_mul(2_654_435_761) >> 24) & 0xff).unwrap()));
        let said = said(name, &mail);
        assert!(said.starts_with("read ") || said.starts_with("error-mail-"), "{name}: {said}");
    }
    assert_eq!(said("nothing.eml", b""), "error-mail-not");
    assert_eq!(said("outlook.eml", &[0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "error-mail-outlook");
}

#[test]
fn markup_that_never_ends() {
    let mail =
        format!("{HEAD}Content-Type: text/html\r\n\r\n{}{}", "<blockquote>\r\n".repeat(50_000), "&".repeat(500_000));
    assert!(said("html.eml", mail.as_bytes()).starts_with("read "));
}
