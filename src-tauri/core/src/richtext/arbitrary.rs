//! Documents for property tests.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::{Block, Cell, CellBlock, Inline, List, ListItem, Marks, RichText, Table};

/// Any document in canonical form.
pub fn doc() -> impl Strategy<Value = RichText> {
    vec(block(), 0..6).prop_map(|blocks| RichText { blocks }.normalised())
}

/// Words in the scripts that meet in a Japanese business text.
pub fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z ]{1,8}",
        "[ぁ-ん]{1,5}",
        "[ァ-ヶ]{1,5}",
        "[一-龠]{1,4}",
        "[0-9０-９]{1,4}",
        "[、。（）「」]{1,2}",
        "(髙|﨑|𠮷|①|㈱|ｶﾅ|～)"
    ]
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        4 => line().prop_map(Block::Paragraph),
        1 => (1u8..=3, line()).prop_map(|(level, content)| Block::Heading { level, content }),
        2 => list(3).prop_map(Block::List),
        1 => table().prop_map(Block::Table),
        1 => prop_oneof![Just("schedule"), Just("criteria"), Just("unknown")].prop_map(|name| Block::Drawn(name.into())),
    ]
}

fn line() -> impl Strategy<Value = Vec<Inline>> {
    vec(inline(), 0..5)
}

fn inline() -> impl Strategy<Value = Inline> {
    prop_oneof![
        5 => (words(), marks()).prop_map(|(text, marks)| Inline::Text { text, marks }),
        1 => (prop_oneof![Just("doc.title"), Just("schedule.decision")], marks())
            .prop_map(|(key, marks)| Inline::Field { key: key.into(), marks }),
        1 => Just(Inline::Break),
    ]
}

fn marks() -> impl Strategy<Value = Marks> {
    (
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.1),
        option::weighted(0.1, Just("https://a.example/".to_owned())),
    )
        .prop_map(|(strong, em, underline, strike, link)| Marks { strong, em, underline, strike, link })
}

fn list(depth: u32) -> BoxedStrategy<List> {
    let inner = if depth > 1 { vec(list(depth - 1), 0..2).boxed() } else { Just(Vec::new()).boxed() };
    let item = (line(), inner).prop_map(|(content, lists)| ListItem { content, lists });
    let start = prop_oneof![2 => Just(1u16), 1 => 2u16..40];
    (any::<bool>(), start, vec(item, 1..3)).prop_map(|(ordered, start, items)| List { ordered, start, items }).boxed()
}

fn table() -> impl Strategy<Value = Table> {
    let content = prop_oneof![
        4 => line().prop_map(|content| vec![CellBlock::Paragraph(content)]),
        1 => list(1).prop_map(|list| vec![CellBlock::List(list)]),
    ];
    let cell = (any::<bool>(), content).prop_map(|(head, content)| Cell { head, content });
    (option::of(words()), vec(vec(cell, 1..4), 1..4)).prop_map(|(caption, rows)| Table { caption, rows })
}
