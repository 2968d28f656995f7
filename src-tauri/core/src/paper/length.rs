//! How long a paper is, told from its words before it is set.

use super::{Block, Cell, Item, Runs};

/// From so many characters on a paper counts as long: about 25 pages.
const LONG: usize = 16_000;
/// What a chapter holds on average, in characters, before a new page for each is worth the white it costs: two and a half pages.
const CHAPTER: usize = 1_600;

/// Whether each chapter begins a page of its own: in a long paper whose chapters fill pages.
pub fn chapters_apart(body: &[Block]) -> bool {
    let all: usize = body.iter().map(letters).sum();
    let chapters = body.iter().filter(|block| matches!(block, Block::Heading { l: 1, small: false, .. })).count();
    all >= LONG && all >= chapters * CHAPTER
}

fn letters(block: &Block) -> usize {
    match block {
        Block::Heading { s: words, .. } | Block::Paragraph { r: words } => length(words),
        Block::Bullets { i } | Block::Numbers { i, .. } => items(i),
        Block::Facts { rows } => rows.iter().map(|(label, value)| length(label) + length(value)).sum(),
        Block::Table { head, rows, .. } => head.iter().chain(rows.iter().flatten()).map(cell).sum(),
        Block::Requirements { groups, .. } => {
            groups.iter().flat_map(|group| &group.items).map(|item| length(&item.text)).sum()
        }
        Block::Schedule { items, .. } => items.iter().map(|row| row.what.chars().count()).sum(),
        Block::Criteria { items, .. } => items.iter().map(|row| row.name.chars().count() + length(&row.view)).sum(),
    }
}

fn length(words: &Runs) -> usize {
    words.0.iter().map(|run| run.s.chars().count()).sum()
}

fn items(list: &[Item]) -> usize {
    list.iter().map(|item| length(&item.r) + item.lists.iter().map(|inner| items(&inner.i)).sum::<usize>()).sum()
}

fn cell(cell: &Cell) -> usize {
    match cell {
        Cell::Words(words) => length(words),
        Cell::Blocks { blocks } => blocks.iter().map(letters).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(chapters: usize, paragraphs: usize) -> Vec<Block> {
        let heading = Block::Heading { l: 1, s: "章".into(), id: None, small: false };
        let paragraph = Block::Paragraph { r: "あ".repeat(200).into() };
        let chapter = std::iter::once(heading).chain(std::iter::repeat_n(paragraph, paragraphs));
        (0..chapters).flat_map(|_| chapter.clone()).collect()
    }

    #[test]
    fn only_long_papers_with_full_chapters_begin_each_on_a_page() {
        assert!(chapters_apart(&paper(10, 20)));
        assert!(!chapters_apart(&paper(3, 20)), "a short paper");
        assert!(!chapters_apart(&paper(60, 4)), "chapters of less than a page");
        assert!(!chapters_apart(&[]));
    }
}
