//! Workbooks and rows of text that mean harm: each is refused with a sentence, or read without what was harmful.

use sentei_tests::hostile::{book, Hostile, ROWS, WORKBOOKS};

use crate::child::read_apart;

/// Reads each in a process of its own.
pub fn read_all(files: &[Hostile]) {
    for file in files {
        let folder = tempfile::tempdir().unwrap();
        let said = read_apart(&file.write(folder.path())).said;
        assert!(file.may_say(&said), "{}: {said}", file.name);
        let beside = std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(beside, 1, "{}: nothing was written", file.name);
        assert!(!folder.path().parent().unwrap().join("outside.txt").exists(), "{}", file.name);
    }
}

#[test]
fn workbooks() {
    read_all(WORKBOOKS);
}

#[test]
fn rows_of_text() {
    read_all(ROWS);
}

#[test]
fn damaged_at_any_place() {
    let bytes = book(&[]);
    for at in (0..bytes.len()).step_by(7) {
        let mut hurt = bytes.clone();
        hurt[at] ^= 0x55;
        // Whatever comes of it, it is a sentence or a table.
        let _ = sentei_papers::sheet::read("hurt.xlsx", hurt);
        let _ = sentei_papers::sheet::read("cut.xlsx", bytes[..at].to_vec());
    }
}
