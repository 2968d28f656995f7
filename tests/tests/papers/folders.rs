//! Files handed over into a folder.

use std::fs;

use sentei_papers::folder::write_all;

fn file(name: &str, words: &str) -> (String, Vec<u8>) {
    (name.to_owned(), words.as_bytes().to_vec())
}

#[test]
fn nothing_is_ever_written_over() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.pdf"), "hers").unwrap();
    let first = write_all(dir.path(), &[file("a.pdf", "ours"), file("b.pdf", "other")]).unwrap();
    assert_eq!(first, [dir.path().join("a（2）.pdf"), dir.path().join("b.pdf")]);
    assert_eq!(fs::read_to_string(dir.path().join("a.pdf")).unwrap(), "hers");
    // The same again is no third file.
    assert_eq!(write_all(dir.path(), &[file("a.pdf", "ours")]).unwrap(), first[..1]);
    let mut names: Vec<_> =
        fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["a.pdf", "a（2）.pdf", "b.pdf"]);
}

#[test]
fn a_name_never_leads_out_of_the_folder() {
    let dir = tempfile::tempdir().unwrap();
    let inner = dir.path().join("inner");
    fs::create_dir(&inner).unwrap();
    let written = write_all(&inner, &[file("../out.pdf", "x"), file("..", "y")]).unwrap();
    assert!(written.iter().all(|path| path.parent() == Some(&inner)), "{written:?}");
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn a_folder_that_is_gone_or_full_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let gone = write_all(&dir.path().join("gone"), &[file("a", "x")]).unwrap_err();
    assert_eq!(gone.message().1, "error-folder-missing");
    let long = "長".repeat(300);
    let refused = write_all(dir.path(), &[file(&long, "x")]).unwrap_err();
    assert_eq!(refused.message().1, "error-folder");
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0, "nothing is left behind");
}
