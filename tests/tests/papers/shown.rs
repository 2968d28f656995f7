//! The preview: the same pages, one by one, soon after an edit.

use sentei_core::paper::Block;
use sentei_papers::Engine;

use crate::tools::{rfp, rfp_pdf, tight, File, Picture};

#[test]
fn the_preview_knows_the_page_of_every_heading() {
    let paper = rfp("ja");
    let engine = Engine::new();
    let preview = engine.preview(&paper).unwrap();
    let pages = File::pdf(&rfp_pdf(&paper)).pages();
    assert_eq!(preview.pages, pages.len());
    let mut seen = 0;
    for block in &paper.body {
        if let Block::Heading { s, id: Some(id), .. } = block {
            let page = preview.page_of[id];
            assert!(tight(&pages[page - 1]).contains(&tight(&s.plain())), "{} is not on page {page}", s.plain());
            seen += 1;
        }
    }
    assert_eq!(preview.page_of.len(), seen);
}

#[test]
fn a_page_is_a_picture_as_wide_as_asked_for() {
    let engine = Engine::new();
    let preview = engine.preview(&rfp("ja")).unwrap();
    for (wished, made) in [(640, 640), (1, 100), (90_000, 3000)] {
        let page = Picture::read(&engine.page_picture(1, wished).unwrap());
        assert_eq!((page.width, page.height), (made, (made * 297 + 105) / 210));
    }
    let (_, id, args) = engine.page_picture(preview.pages + 1, 640).unwrap_err().message();
    assert_eq!((id, args["page"].as_str()), ("error-paper-no-page", "10"));
    assert!(engine.page_picture(0, 640).is_err());
    assert!(Engine::new().page_picture(1, 640).is_err());
}

#[test]
fn the_preview_shows_what_the_file_shows() {
    for lang in ["ja", "en"] {
        let paper = rfp(lang);
        let engine = Engine::new();
        let preview = engine.preview(&paper).unwrap();
        let file = File::pdf(&rfp_pdf(&paper));
        let pages: Vec<Picture> = (1..=preview.pages).map(|page| file.picture(page, WIDTH)).collect();
        for (number, printed) in (1..).zip(&pages) {
            let shown = Picture::read(&engine.page_picture(number, WIDTH).unwrap());
            assert!(shown.differs(printed) < LIKE, "page {number} of the {lang} paper: {}", shown.differs(printed));
            let another = &pages[number % pages.len()];
            assert!(shown.differs(another) > 2.0 * LIKE, "pages {number} and the next cannot be told apart");
        }
    }
}

#[test]
fn a_page_whose_print_stayed_looks_as_before() {
    let mut paper = rfp("ja");
    let engine = Engine::new();
    let before = engine.preview(&paper).unwrap();
    let pictures: Vec<_> = (1..=before.pages).map(|page| engine.page_picture(page, 300).unwrap()).collect();
    let last = paper.body.iter_mut().rev().find_map(|block| match block {
        Block::Paragraph { r } => Some(r),
        _ => None,
    });
    *last.expect("a paragraph") = "ここだけが違います。".into();
    let after = engine.preview(&paper).unwrap();
    assert_eq!(before.pages, after.pages);
    let changed: Vec<_> = (1..=after.pages).filter(|page| before.prints[page - 1] != after.prints[page - 1]).collect();
    assert!((1..=2).contains(&changed.len()), "one paragraph changed the pages {changed:?}");
    for page in 1..=after.pages {
        let same = pictures[page - 1] == engine.page_picture(page, 300).unwrap();
        assert_eq!(same, !changed.contains(&page), "page {page}");
    }
}

/// Width of the pictures compared, in pixels: a letter of the text is some fifteen of them high.
const WIDTH: u32 = 900;

/// So much, of 255, may the mean darkness of two squares differ that show the same, set by two programs.
const LIKE: f64 = 24.0;

#[test]
fn getting_ready_sets_a_paper_and_changes_nothing_shown() {
    let engine = Engine::new();
    engine.warm_up();
    assert!(engine.page_picture(1, 640).is_err(), "nothing is shown by getting ready");
    let shown = engine.preview(&rfp("ja")).unwrap().pages;
    engine.warm_up();
    assert!(engine.page_picture(shown, 640).is_ok());
}

#[test]
fn a_section_that_cannot_be_set_is_named() {
    let mut paper = rfp("ja");
    paper.body.push(Block::Heading { l: 0, s: "深さのない節".into(), id: None, small: false });
    let failures = [
        Engine::new().preview(&paper).unwrap_err(),
        Engine::new().rfp_pdf(&paper, &crate::tools::stamp()).unwrap_err(),
    ];
    for failure in failures {
        let (_, id, args) = failure.message();
        assert_eq!((id, args["section"].as_str()), ("error-paper-section", "深さのない節"));
        assert!(!args["cause"].is_empty());
    }
}
