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
