//! The preview: the same pages, one by one, soon after an edit.

use sentei_core::paper::Block;
use sentei_papers::Engine;

use crate::tools::{rfp, rfp_pdf, tight, File};

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
fn a_page_is_a_picture_without_script() {
    let engine = Engine::new();
    let preview = engine.preview(&rfp("ja")).unwrap();
    for page in 1..=preview.pages {
        let svg = engine.page_svg(page).unwrap();
        assert!(svg.starts_with("<svg") && svg.len() > 2_000, "page {page}");
        assert!(!svg.contains("<script") && !svg.contains("onload"), "page {page}");
    }
    let (_, id, args) = engine.page_svg(preview.pages + 1).unwrap_err().message();
    assert_eq!((id, args["page"].as_str()), ("error-paper-no-page", "10"));
    assert!(engine.page_svg(0).is_err());
    assert!(Engine::new().page_svg(1).is_err());
}

#[test]
fn the_preview_shows_what_the_file_shows() {
    for lang in ["ja", "en"] {
        let paper = rfp(lang);
        let engine = Engine::new();
        let preview = engine.preview(&paper).unwrap();
        let pages = File::pdf(&rfp_pdf(&paper)).pages();
        assert_eq!(preview.pages, pages.len());
        for (number, text) in (1..).zip(&pages) {
            // The picture draws every letter by its outline. The word joiners of the contents have none, and a joined pair of
            // letters is one.
            let svg = engine.page_svg(number).unwrap();
            let drawn = svg.matches("<use ").count();
            let read = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{2060}').count();
            let joined = read.checked_sub(drawn);
            assert!(joined.is_some_and(|n| n * 50 <= read), "page {number} of the {lang} paper: {drawn} for {read}");
        }
    }
}

#[test]
fn getting_ready_sets_a_paper_and_changes_nothing_shown() {
    let engine = Engine::new();
    engine.warm_up();
    assert!(engine.page_svg(1).is_err(), "nothing is shown by getting ready");
    let shown = engine.preview(&rfp("ja")).unwrap().pages;
    engine.warm_up();
    assert!(engine.page_svg(shown).is_ok());
}

#[test]
fn a_section_that_cannot_be_set_is_named() {
    let mut paper = rfp("ja");
    paper.body.push(Block::Heading { l: 0, s: "深さのない節".into(), id: None, no: None, small: false });
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
