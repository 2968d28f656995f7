//! Mails as mail programs write them.

use sentei_core::question::parts::parts;
use sentei_papers::mail_in::read;
use sentei_papers::sheet;

fn at(text: &str) -> chrono::NaiveDateTime {
    text.parse().unwrap()
}

#[test]
fn an_outlook_mail_in_the_old_japanese_encoding() {
    // 件名：質問の件 / 山田 / 本文：件数はいくつですか。
    let body: &[u8] = b"\x1b$B7o?t$O$$$/$D$G$9$+!#\x1b(B\r\n";
    let mail = [
        b"From: =?ISO-2022-JP?B?GyRCOzNFRBsoQg==?= <Yamada@Haruiro.example>\r\nTo: sato@mihon.example\r\nSubject: =?ISO-2022-JP?B?GyRCPEFMZBsoQg==?=\r\n =?ISO-2022-JP?B?GyRCJE43bxsoQg==?=\r\nDate: Tue, 2 Mar 2027 01:30:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=\"ISO-2022-JP\"\r\nContent-Transfer-Encoding: 7bit\r\n\r\n".as_slice(),
        body,
    ]
    .concat();
    let mail = read(&mail).unwrap();
    assert_eq!((mail.name.as_str(), mail.address.as_str()), ("山田", "yamada@haruiro.example"));
    assert_eq!(mail.subject, "質問の件");
    assert_eq!(mail.at, Some(at("2027-03-02T10:30:00")));
    assert_eq!(mail.text.trim(), "件数はいくつですか。");
    assert!(mail.notes.is_empty());
}

#[test]
fn words_of_one_part_and_sheets_of_another() {
    let mail = "From: \"Ken, Sales\" <ken@minato.example>\nSubject: Questions\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/alternative; boundary=y\n\n--y\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n5Lu25pWw44Gv77yfCg==\n--y\nContent-Type: text/html; charset=utf-8\n\n<p>ignored</p>\n--y--\n--x\nContent-Type: text/csv; name=\"q.csv\"\nContent-Disposition: attachment; filename=\"=?UTF-8?B?6LOq5ZWPLmNzdg==?=\"\nContent-Transfer-Encoding: base64\n\n6LOq5ZWPCuS7tuaVsOOBrwo=\n--x\nContent-Type: image/png\nContent-Disposition: attachment; filename=logo.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--x--\n";
    let mail = read(mail.as_bytes()).unwrap();
    assert_eq!(mail.address, "ken@minato.example");
    assert_eq!(mail.name, "Ken, Sales");
    assert_eq!(mail.text.trim(), "件数は？");
    assert_eq!(mail.sheets.len(), 1, "{mail:?}");
    assert_eq!(mail.sheets[0].0, "質問.csv");
    let book = sheet::read(&mail.sheets[0].0, mail.sheets[0].1.clone()).unwrap();
    assert_eq!(book.sheets[0].rows, [["質問"], ["件数は"]]);
    assert_eq!(mail.notes.len(), 1, "the picture is told: {:?}", mail.notes);
}

#[test]
fn a_mail_of_markup_only_gives_its_words() {
    let mail = "From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=Shift_JIS\nContent-Transfer-Encoding: quoted-printable\n\n<html><body><p>1. =8C=8F=90=94=81H</p><p>2. b?</p><blockquote>3. old?</blockquote></body></html>\n";
    let mail = read(mail.as_bytes()).unwrap();
    let likely: Vec<String> = parts(&mail.text).into_iter().filter(|part| part.likely).map(|part| part.words).collect();
    assert_eq!(likely, ["件数？", "b?"]);
}
