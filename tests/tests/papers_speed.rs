//! How soon an edit shows. Alone in its program: what other tests set at the same time would be measured with it.
//! Measured as time on the processor, summed over all threads, so that a busy machine does not change the answer.

use sentei_core::paper::{Block, RfpPaper};
use sentei_papers::Engine;

/// Milliseconds this program has spent on the processor.
fn spent() -> u64 {
    let threads = std::fs::read_dir("/proc/self/task").expect("the tests run on Linux");
    let nanoseconds = |thread: std::fs::DirEntry| {
        let text = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        text.split(' ').next()?.parse::<u64>().ok()
    };
    threads.flatten().filter_map(nanoseconds).sum::<u64>() / 1_000_000
}

#[test]
fn an_edit_in_fifty_five_pages_shows_in_a_quarter_of_a_second() {
    let mut paper: RfpPaper = serde_json::from_str(include_str!("../fixtures/papers/rfp.ja.json")).unwrap();
    let body = paper.body.clone();
    for copy in 0..7 {
        for block in &body {
            let mut block = block.clone();
            if let Block::Heading { id, .. } = &mut block {
                *id = id.as_ref().map(|id| format!("{id}-{copy}"));
            }
            paper.body.push(block);
        }
    }
    let engine = Engine::new();
    let pages = engine.preview(&paper).unwrap().pages;
    assert!(pages >= 55, "{pages}");
    let place = paper.body.iter().position(|block| matches!(block, Block::Paragraph { .. })).unwrap();
    let mut times = Vec::new();
    for edit in 0..7 {
        paper.body[place] =
            Block::Paragraph { r: format!("当社は、書き換えられた{edit}回目の文を持つ。").into() };
        let begun = spent();
        engine.preview(&paper).unwrap();
        engine.page_svg(3).unwrap();
        times.push(spent() - begun);
    }
    times.sort_unstable();
    assert!(times.iter().any(|time| *time > 0), "nothing was measured");
    assert!(times[3] <= 250, "{times:?} ms");
}
