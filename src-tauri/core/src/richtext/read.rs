//! The editor's JSON in and out. Reading refuses whatever the model does not know.

use serde::{Deserialize, Serialize};
use serde_json::{json, Map, Value};

use super::{Block, Cell, CellBlock, Inline, List, ListItem, Marks, RichText, Table};

/// How large a document may be.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of text.
    pub text: usize,
    /// Blocks, list items and cells together count once each.
    pub blocks: usize,
    /// Rows of one table.
    pub rows: usize,
    /// Columns of one table.
    pub columns: usize,
    /// Depth of lists.
    pub lists: usize,
    /// The highest number a list may begin with.
    pub start: u16,
}

/// The limits of every document.
pub const LIMITS: Limits = Limits { text: 200_000, blocks: 2_000, rows: 500, columns: 20, lists: 3, start: 9_999 };

/// Why a document is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// A node, mark or attribute the model does not know, or in a place where it cannot stand.
    #[error("{0} cannot stand here")]
    Shape(String),
    /// More than a document may hold.
    #[error("too large: {0}")]
    Large(&'static str),
    /// A link that leads elsewhere than to a page or a mail address.
    #[error("the link {0:?} is neither http, https nor mailto")]
    Link(String),
}

impl From<TextError> for crate::error::Error {
    fn from(refused: TextError) -> Self {
        match refused {
            TextError::Shape(_) => Self::say("error-text-shape").code("text-shape"),
            TextError::Large(_) => Self::say("error-text-large").code("text-large"),
            TextError::Link(link) => Self::say("error-text-link").code("text-link").arg("link", link),
        }
    }
}

/// One node as it is written in JSON.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Node {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    attrs: Map<String, Value>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    content: Vec<Node>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    marks: Vec<Mark>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mark {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    attrs: Map<String, Value>,
}

struct Budget {
    text: usize,
    blocks: usize,
}

impl Budget {
    fn block(&mut self) -> Result<(), TextError> {
        self.blocks = self.blocks.checked_sub(1).ok_or(TextError::Large("blocks"))?;
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), TextError> {
        self.text = self.text.checked_sub(text.len()).ok_or(TextError::Large("text"))?;
        Ok(())
    }
}

impl RichText {
    /// Reads the editor's JSON.
    ///
    /// # Errors
    /// What the model does not know, and what is larger than [`LIMITS`].
    pub fn from_json(value: Value) -> Result<Self, TextError> {
        let node = Node::deserialize(value).map_err(|cause| TextError::Shape(cause.to_string()))?;
        doc_of(node)
    }

    /// Checks a document made here against the limits, by the same door.
    ///
    /// # Errors
    /// As [`RichText::from_json`].
    pub fn checked(self) -> Result<Self, TextError> {
        doc_of(node_of(&self))
    }
}

pub(super) fn doc_of(node: Node) -> Result<RichText, TextError> {
    if node.kind != "doc" {
        return Err(TextError::Shape(node.kind));
    }
    node.only_content()?;
    let mut budget = Budget { text: LIMITS.text, blocks: LIMITS.blocks };
    let blocks = node.content.into_iter().map(|n| block(n, &mut budget)).collect::<Result<_, _>>()?;
    Ok(RichText { blocks }.normalised())
}

impl Node {
    fn only_content(&self) -> Result<(), TextError> {
        self.no_attrs()?;
        self.no_text()
    }

    fn no_attrs(&self) -> Result<(), TextError> {
        match self.attrs.keys().next() {
            None => Ok(()),
            Some(name) => Err(TextError::Shape(format!("{}.{name}", self.kind))),
        }
    }

    fn no_text(&self) -> Result<(), TextError> {
        if self.text.is_none() && self.marks.is_empty() {
            Ok(())
        } else {
            Err(TextError::Shape(format!("text in {}", self.kind)))
        }
    }

    fn no_content(&self) -> Result<(), TextError> {
        if self.content.is_empty() {
            Ok(())
        } else {
            Err(TextError::Shape(format!("content in {}", self.kind)))
        }
    }

    /// The only attribute.
    fn attr(&self, name: &str) -> Result<&Value, TextError> {
        match (self.attrs.len(), self.attrs.get(name)) {
            (1, Some(value)) => Ok(value),
            _ => Err(TextError::Shape(format!("{}.{name}", self.kind))),
        }
    }

    /// The only attribute, being a name: lower-case letters, dots and underlines.
    fn name(&self, attr: &str) -> Result<String, TextError> {
        match self.attr(attr)?.as_str() {
            Some(name) if is_name(name) => Ok(name.to_owned()),
            _ => Err(TextError::Shape(format!("{}.{attr}", self.kind))),
        }
    }
}

pub(super) fn is_name(name: &str) -> bool {
    (1..=60).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'_')
}

fn block(node: Node, budget: &mut Budget) -> Result<Block, TextError> {
    budget.block()?;
    match node.kind.as_str() {
        "paragraph" => {
            node.only_content()?;
            Ok(Block::Paragraph(line(node.content, budget)?))
        }
        "heading" => {
            node.no_text()?;
            let level = node.attr("level")?.as_u64().and_then(|n| u8::try_from(n).ok()).filter(|n| (1..=3).contains(n));
            let level = level.ok_or_else(|| TextError::Shape("heading.level".into()))?;
            Ok(Block::Heading { level, content: line(node.content, budget)? })
        }
        "bullet_list" | "ordered_list" => Ok(Block::List(list(node, 1, budget)?)),
        "table" => table(node, budget),
        "block" => {
            node.no_text()?;
            node.no_content()?;
            Ok(Block::Drawn(node.name("name")?))
        }
        _ => Err(TextError::Shape(node.kind)),
    }
}

fn list(node: Node, depth: usize, budget: &mut Budget) -> Result<List, TextError> {
    if depth > LIMITS.lists {
        return Err(TextError::Large("depth of lists"));
    }
    node.no_text()?;
    let ordered = node.kind == "ordered_list";
    let start = if ordered {
        first_number(&node)?
    } else {
        node.no_attrs()?;
        1
    };
    let items = node.content.into_iter().map(|n| item(n, depth, budget)).collect::<Result<_, _>>()?;
    Ok(List { ordered, start, items })
}

/// The number a list begins with; texts of before it could be another than 1 do not say it.
fn first_number(node: &Node) -> Result<u16, TextError> {
    if node.attrs.is_empty() {
        return Ok(1);
    }
    let start = node.attr("start")?.as_u64().and_then(|n| u16::try_from(n).ok());
    start.filter(|n| (1..=LIMITS.start).contains(n)).ok_or_else(|| TextError::Shape("ordered_list.start".into()))
}

fn item(node: Node, depth: usize, budget: &mut Budget) -> Result<ListItem, TextError> {
    budget.block()?;
    if node.kind != "list_item" {
        return Err(TextError::Shape(node.kind));
    }
    node.only_content()?;
    let mut nodes = node.content.into_iter();
    let content = match nodes.next() {
        Some(first) if first.kind == "paragraph" => {
            first.only_content()?;
            line(first.content, budget)?
        }
        _ => return Err(TextError::Shape("list_item without a paragraph".into())),
    };
    let lists = nodes
        .map(|n| match n.kind.as_str() {
            "bullet_list" | "ordered_list" => list(n, depth + 1, budget),
            _ => Err(TextError::Shape(n.kind)),
        })
        .collect::<Result<_, _>>()?;
    Ok(ListItem { content, lists })
}

fn table(node: Node, budget: &mut Budget) -> Result<Block, TextError> {
    node.no_text()?;
    let caption = if node.attrs.is_empty() {
        None
    } else {
        match node.attr("caption")? {
            Value::Null => None,
            Value::String(caption) => {
                budget.text(caption)?;
                Some(caption.chars().filter(|c| super::shown(*c)).collect())
            }
            _ => return Err(TextError::Shape("table.caption".into())),
        }
    };
    if node.content.len() > LIMITS.rows {
        return Err(TextError::Large("rows"));
    }
    let rows = node.content.into_iter().map(|n| row(n, budget)).collect::<Result<_, _>>()?;
    Ok(Block::Table(Table { caption, rows }))
}

fn row(node: Node, budget: &mut Budget) -> Result<Vec<Cell>, TextError> {
    if node.kind != "table_row" {
        return Err(TextError::Shape(node.kind));
    }
    node.only_content()?;
    if node.content.len() > LIMITS.columns {
        return Err(TextError::Large("columns"));
    }
    node.content.into_iter().map(|n| cell(n, budget)).collect()
}

fn cell(node: Node, budget: &mut Budget) -> Result<Cell, TextError> {
    let head = match node.kind.as_str() {
        "table_header" => true,
        "table_cell" => false,
        _ => return Err(TextError::Shape(node.kind)),
    };
    node.only_content()?;
    let content = node
        .content
        .into_iter()
        .map(|n| match n.kind.as_str() {
            "paragraph" => {
                n.only_content()?;
                Ok(CellBlock::Paragraph(line(n.content, budget)?))
            }
            "bullet_list" | "ordered_list" => Ok(CellBlock::List(list(n, 1, budget)?)),
            _ => Err(TextError::Shape(n.kind)),
        })
        .collect::<Result<_, _>>()?;
    Ok(Cell { head, content })
}

fn line(nodes: Vec<Node>, budget: &mut Budget) -> Result<Vec<Inline>, TextError> {
    nodes
        .into_iter()
        .map(|node| {
            node.no_content()?;
            match node.kind.as_str() {
                "text" => {
                    node.no_attrs()?;
                    let marks = marks(&node.marks)?;
                    let text = node.text.ok_or_else(|| TextError::Shape("text without words".into()))?;
                    budget.text(&text)?;
                    Ok(Inline::Text { text, marks })
                }
                "field" if node.text.is_none() => {
                    let key = node.name("key")?;
                    budget.text(&key)?;
                    Ok(Inline::Field { key, marks: marks(&node.marks)? })
                }
                "hard_break" if node.text.is_none() => {
                    node.no_attrs()?;
                    marks(&node.marks)?;
                    budget.text("\n")?;
                    Ok(Inline::Break)
                }
                _ => Err(TextError::Shape(node.kind)),
            }
        })
        .collect()
}

fn marks(wire: &[Mark]) -> Result<Marks, TextError> {
    let mut marks = Marks::default();
    for mark in wire {
        if mark.kind == "link" {
            let (1, Some(Value::String(href))) = (mark.attrs.len(), mark.attrs.get("href")) else {
                return Err(TextError::Shape("link.href".into()));
            };
            marks.link = Some(link(href)?);
            continue;
        }
        if !mark.attrs.is_empty() {
            return Err(TextError::Shape(format!("{} with attributes", mark.kind)));
        }
        match mark.kind.as_str() {
            "strong" => marks.strong = true,
            "em" => marks.em = true,
            "underline" => marks.underline = true,
            "strike" => marks.strike = true,
            other => return Err(TextError::Shape(other.into())),
        }
    }
    Ok(marks)
}

/// A link target that may stand in a paper: http, https or mailto, without spaces or controls.
pub(super) fn link(href: &str) -> Result<String, TextError> {
    let href = href.trim();
    let scheme = href.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let known = matches!(scheme.as_deref(), Some("http" | "https" | "mailto"));
    if known && href.len() <= 2_000 && !href.chars().any(|c| c.is_whitespace() || c.is_control()) {
        Ok(href.to_owned())
    } else {
        Err(TextError::Link(href.chars().take(80).collect()))
    }
}

fn node(kind: &str, content: Vec<Node>) -> Node {
    Node { kind: kind.into(), attrs: Map::new(), content, text: None, marks: Vec::new() }
}

fn with(mut node: Node, name: &str, value: Value) -> Node {
    node.attrs.insert(name.into(), value);
    node
}

pub(super) fn node_of(doc: &RichText) -> Node {
    let blocks = doc.blocks.iter().map(|block| match block {
        Block::Paragraph(content) => paragraph(content),
        Block::Heading { level, content } => with(node("heading", line_nodes(content)), "level", json!(level)),
        Block::List(list) => list_node(list),
        Block::Table(table) => with(
            node(
                "table",
                table.rows.iter().map(|row| node("table_row", row.iter().map(cell_node).collect())).collect(),
            ),
            "caption",
            json!(table.caption),
        ),
        Block::Drawn(name) => with(node("block", Vec::new()), "name", json!(name)),
    });
    node("doc", blocks.collect())
}

fn paragraph(content: &[Inline]) -> Node {
    node("paragraph", line_nodes(content))
}

fn list_node(list: &List) -> Node {
    let items = list.items.iter().map(|item| {
        let mut content = vec![paragraph(&item.content)];
        content.extend(item.lists.iter().map(list_node));
        node("list_item", content)
    });
    if list.ordered {
        with(node("ordered_list", items.collect()), "start", json!(list.start))
    } else {
        node("bullet_list", items.collect())
    }
}

fn cell_node(cell: &Cell) -> Node {
    let content = cell.content.iter().map(|block| match block {
        CellBlock::Paragraph(content) => paragraph(content),
        CellBlock::List(list) => list_node(list),
    });
    node(if cell.head { "table_header" } else { "table_cell" }, content.collect())
}

fn line_nodes(content: &[Inline]) -> Vec<Node> {
    content
        .iter()
        .map(|piece| match piece {
            Inline::Text { text, marks } => {
                Node { text: Some(text.clone()), marks: mark_nodes(marks), ..node("text", Vec::new()) }
            }
            Inline::Field { key, marks } => {
                with(Node { marks: mark_nodes(marks), ..node("field", Vec::new()) }, "key", json!(key))
            }
            Inline::Break => node("hard_break", Vec::new()),
        })
        .collect()
}

/// Marks in the order of the editor's schema: strong, em, underline, strike, link.
fn mark_nodes(marks: &Marks) -> Vec<Mark> {
    let plain = [("strong", marks.strong), ("em", marks.em), ("underline", marks.underline), ("strike", marks.strike)];
    let mut nodes: Vec<Mark> = plain
        .into_iter()
        .filter(|(_, on)| *on)
        .map(|(kind, _)| Mark { kind: kind.into(), attrs: Map::new() })
        .collect();
    if let Some(href) = &marks.link {
        nodes.push(Mark { kind: "link".into(), attrs: Map::from_iter([("href".to_owned(), json!(href))]) });
    }
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::richtext::arbitrary;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_again(doc in arbitrary::doc()) {
            let json = serde_json::to_string(&doc).unwrap();
            prop_assert_eq!(serde_json::from_str::<RichText>(&json).unwrap(), doc);
        }

        #[test]
        fn the_canonical_form_stays(doc in arbitrary::doc()) {
            prop_assert_eq!(doc.clone().normalised(), doc);
        }
    }

    fn refused(value: Value) -> TextError {
        RichText::from_json(value).expect_err("must be refused")
    }

    fn para(inline: Value) -> Value {
        json!({"type": "doc", "content": [{"type": "paragraph", "content": [inline]}]})
    }

    #[test]
    fn nothing_written_is_one_empty_paragraph() {
        let doc = RichText::from_json(json!({"type": "doc", "content": []})).unwrap();
        assert_eq!(doc, RichText::default());
        assert!(doc.is_empty());
        assert_eq!(serde_json::to_value(&doc).unwrap(), json!({"type": "doc", "content": [{"type": "paragraph"}]}));
    }

    #[test]
    fn a_list_keeps_its_first_number() {
        let item = |words: &str| json!({"type": "list_item", "content": [{"type": "paragraph", "content": [{"type": "text", "text": words}]}]});
        let list = |attrs: Value| {
            let mut node = json!({"type": "ordered_list", "content": [item("甲"), item("乙")]});
            if !attrs.is_null() {
                node["attrs"] = attrs;
            }
            json!({"type": "doc", "content": [node]})
        };
        let third = RichText::from_json(list(json!({"start": 3}))).unwrap();
        assert_eq!(serde_json::to_value(&third).unwrap()["content"][0]["attrs"]["start"], 3);
        assert_eq!(third.plain_text(), "(3) 甲\n(4) 乙");
        assert_eq!(third.markdown(&()), "3. 甲\n4. 乙\n");
        let first = RichText::from_json(list(Value::Null)).unwrap();
        assert_eq!(first, RichText::from_json(list(json!({"start": 1}))).unwrap());
        assert_eq!(first.plain_text(), "(1) 甲\n(2) 乙");
    }

    #[test]
    fn hostile_documents_are_refused() {
        for value in [
            json!(null),
            json!([]),
            json!({"type": "paragraph"}),
            json!({"type": "doc", "content": [{"type": "html", "text": "<script>"}]}),
            json!({"type": "doc", "content": [{"type": "text", "text": "loose"}]}),
            json!({"type": "doc", "content": [{"type": "paragraph", "onclick": "x"}]}),
            json!({"type": "doc", "content": [{"type": "paragraph", "attrs": {"style": "x"}}]}),
            json!({"type": "doc", "content": [{"type": "heading", "attrs": {"level": 4}}]}),
            json!({"type": "doc", "content": [{"type": "heading"}]}),
            json!({"type": "doc", "content": [{"type": "bullet_list", "attrs": {"start": 2}}]}),
            json!({"type": "doc", "content": [{"type": "ordered_list", "attrs": {"start": 0}}]}),
            json!({"type": "doc", "content": [{"type": "ordered_list", "attrs": {"start": 10_000}}]}),
            json!({"type": "doc", "content": [{"type": "ordered_list", "attrs": {"start": "3"}}]}),
            json!({"type": "doc", "content": [{"type": "block", "attrs": {"name": "../etc"}}]}),
            json!({"type": "doc", "content": [{"type": "table", "content": [{"type": "table_row", "content": [
                {"type": "table_cell", "attrs": {"colspan": 2}, "content": [{"type": "paragraph"}]}]}]}]}),
            json!({"type": "doc", "content": [{"type": "table", "content": [{"type": "table_row", "content": [
                {"type": "table_cell", "content": [{"type": "table"}]}]}]}]}),
            para(json!({"type": "text"})),
            para(json!({"type": "text", "text": 7})),
            para(json!({"type": "text", "text": "x", "marks": [{"type": "blink"}]})),
            para(json!({"type": "text", "text": "x", "marks": [{"type": "strong", "attrs": {"a": 1}}]})),
            para(json!({"type": "field", "attrs": {"key": "A B"}})),
            para(json!({"type": "field", "attrs": {"key": "a", "more": "b"}})),
            para(json!({"type": "image", "attrs": {"src": "x"}})),
        ] {
            assert!(matches!(refused(value.clone()), TextError::Shape(_)), "{value}");
        }
    }

    #[test]
    fn links_lead_to_pages_and_mail_only() {
        let linked = |href: &str| {
            para(json!({"type": "text", "text": "x", "marks": [{"type": "link", "attrs": {"href": href}}]}))
        };
        for href in [
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "//x.example",
            "/x",
            "",
            "http://a b",
        ] {
            assert!(matches!(refused(linked(href)), TextError::Link(_)), "{href}");
        }
        for href in ["https://a.example/?q=1#x", "HTTP://a.example", "mailto:a@b.example"] {
            assert!(RichText::from_json(linked(href)).is_ok(), "{href}");
        }
    }

    #[test]
    fn size_and_depth_are_limited() {
        let long = "あ".repeat(LIMITS.text / 3 + 1);
        assert_eq!(refused(para(json!({"type": "text", "text": long}))), TextError::Large("text"));
        let many: Vec<_> = (0..=LIMITS.blocks).map(|_| json!({"type": "paragraph"})).collect();
        assert_eq!(refused(json!({"type": "doc", "content": many})), TextError::Large("blocks"));
        let nested = (0..4).fold(json!({"type": "list_item", "content": [{"type": "paragraph"}]}), |inner, _| {
            json!({"type": "list_item", "content": [{"type": "paragraph"}, {"type": "bullet_list", "content": [inner]}]})
        });
        let deep = json!({"type": "doc", "content": [{"type": "bullet_list", "content": [nested]}]});
        assert_eq!(refused(deep), TextError::Large("depth of lists"));
        let cells: Vec<_> = (0..=LIMITS.columns).map(|_| json!({"type": "table_cell"})).collect();
        let wide = json!({"type": "doc", "content": [{"type": "table", "content": [{"type": "table_row", "content": cells}]}]});
        assert_eq!(refused(wide), TextError::Large("columns"));
    }

    #[test]
    fn a_very_deep_text_ends_in_an_error() {
        let json = format!("{}{}", r#"{"type":"doc","content":["#.repeat(5_000), "]}".repeat(5_000));
        assert!(serde_json::from_str::<RichText>(&json).is_err());
    }

    #[test]
    fn controls_and_direction_overrides_are_left_out() {
        let doc = RichText::from_json(para(json!({"type": "text", "text": "a\u{0}b\u{202E}c\nd"}))).unwrap();
        assert_eq!(doc.blocks, vec![Block::Paragraph(vec![Inline::text("abc"), Inline::Break, Inline::text("d")])]);
    }
}
