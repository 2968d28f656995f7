//! The tree of sections as plain data: numbers, and where a section may go.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::Section;
use crate::storage::{position, Record};
use crate::{Error, Result};

/// Sections are numbered down to 1.1.1.1.
pub const DEEPEST: usize = 4;

/// A section's place: number `2.3`, and depth from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// Key of the section.
    pub id: String,
    /// Key of the section above.
    pub parent: Option<String>,
    /// 0 for a chapter.
    pub depth: usize,
    /// `1`, `1.1`, `1.1.1`.
    pub number: String,
}

/// What the tree needs to know of a section. It is read without the texts, which are most of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Node {
    pub id: String,
    pub parent: Option<String>,
    pub position: String,
}

impl Record for Node {
    const KIND: &'static str = Section::KIND;
    const COLUMNS: &'static [&'static str] = &["id", "parent", "position"];

    fn id(&self) -> &str {
        &self.id
    }
}

impl From<&Section> for Node {
    fn from(section: &Section) -> Self {
        Self { id: section.id.clone(), parent: section.parent.clone(), position: section.position.clone() }
    }
}

/// A way to move by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Before the sibling above.
    Up,
    /// Behind the sibling below.
    Down,
    /// Under the sibling above.
    In,
    /// Behind its parent.
    Out,
}

/// The tree.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tree {
    nodes: HashMap<String, Node>,
    children: HashMap<Option<String>, Vec<String>>,
}

impl Tree {
    pub fn of<'a>(sections: impl IntoIterator<Item = &'a Section>) -> Self {
        Self::from_nodes(sections.into_iter().map(Node::from).collect())
    }

    pub fn from_nodes(mut nodes: Vec<Node>) -> Self {
        nodes.sort_by(|a, b| (&a.position, &a.id).cmp(&(&b.position, &b.id)));
        let mut children: HashMap<Option<String>, Vec<String>> = HashMap::new();
        for node in &nodes {
            children.entry(node.parent.clone()).or_default().push(node.id.clone());
        }
        Self { nodes: nodes.into_iter().map(|node| (node.id.clone(), node)).collect(), children }
    }

    /// Sections directly under `parent`, in order.
    pub fn children(&self, parent: Option<&str>) -> &[String] {
        self.children.get(&parent.map(ToOwned::to_owned)).map_or(&[], Vec::as_slice)
    }

    /// All sections in reading order, numbered.
    pub fn numbered(&self) -> Vec<Numbered> {
        let mut out = Vec::with_capacity(self.nodes.len());
        self.number(None, "", 0, &mut out);
        out
    }

    fn number(&self, parent: Option<&str>, prefix: &str, depth: usize, out: &mut Vec<Numbered>) {
        for (n, id) in (1..).zip(self.children(parent)) {
            let number = if prefix.is_empty() { n.to_string() } else { format!("{prefix}.{n}") };
            out.push(Numbered { id: id.clone(), parent: parent.map(ToOwned::to_owned), depth, number: number.clone() });
            self.number(Some(id), &number, depth + 1, out);
        }
    }

    /// A section and everything under it, in reading order.
    pub fn with_descendants(&self, id: &str) -> Vec<String> {
        let mut out = vec![id.to_owned()];
        for child in self.children(Some(id)) {
            out.extend(self.with_descendants(child));
        }
        out
    }

    fn depth(&self, id: Option<&str>) -> usize {
        let mut depth = 0;
        let mut at = id.and_then(|id| self.nodes.get(id));
        while let Some(node) = at {
            depth += 1;
            at = node.parent.as_deref().and_then(|parent| self.nodes.get(parent));
        }
        depth
    }

    fn height(&self, id: &str) -> usize {
        1 + self.children(Some(id)).iter().map(|child| self.height(child)).max().unwrap_or(0)
    }

    /// The position of a new section under `parent` behind `after`, or before all where there is none.
    pub fn place(&self, parent: Option<&str>, after: Option<&str>) -> Result<String> {
        if parent.is_some_and(|parent| !self.nodes.contains_key(parent)) {
            return Err(Error::NotFound { kind: "section", id: parent.unwrap_or_default().into() });
        }
        if self.depth(parent) + 1 > DEEPEST {
            return Err(too_deep());
        }
        self.between(parent, after, None)
    }

    /// The position a section gets under `parent` behind `after`.
    ///
    /// # Errors
    /// Where it would end up inside itself, or deeper than numbers go.
    pub fn moved(&self, id: &str, parent: Option<&str>, after: Option<&str>) -> Result<String> {
        let own: HashSet<String> = self.with_descendants(id).into_iter().collect();
        if parent.is_some_and(|parent| own.contains(parent)) || after.is_some_and(|after| own.contains(after)) {
            return Err(Error::say("error-section-inside").code("section-inside"));
        }
        if parent.is_some_and(|parent| !self.nodes.contains_key(parent)) {
            return Err(Error::NotFound { kind: "section", id: parent.unwrap_or_default().into() });
        }
        if self.depth(parent) + self.height(id) > DEEPEST {
            return Err(too_deep());
        }
        self.between(parent, after, Some(id))
    }

    fn between(&self, parent: Option<&str>, after: Option<&str>, without: Option<&str>) -> Result<String> {
        let siblings: Vec<&Node> =
            self.children(parent).iter().filter(|id| Some(id.as_str()) != without).map(|id| &self.nodes[id]).collect();
        let at = match after {
            None => 0,
            Some(after) => {
                1 + siblings
                    .iter()
                    .position(|node| node.id == after)
                    .ok_or_else(|| Error::NotFound { kind: "section", id: after.into() })?
            }
        };
        let before = at.checked_sub(1).map(|n| siblings[n].position.as_str());
        let behind = siblings.get(at).map(|node| node.position.as_str());
        Ok(position::between(before, behind))
    }

    /// Where a move by one leads: the new parent, and the section to stand behind. `None` where there is no such place.
    pub fn shifted(&self, id: &str, direction: Direction) -> Option<(Option<String>, Option<String>)> {
        let node = self.nodes.get(id)?;
        let siblings = self.children(node.parent.as_deref());
        let at = siblings.iter().position(|sibling| sibling == id)?;
        match direction {
            Direction::Up => {
                at.checked_sub(1)?;
                Some((node.parent.clone(), at.checked_sub(2).map(|n| siblings[n].clone())))
            }
            Direction::Down => Some((node.parent.clone(), Some(siblings.get(at + 1)?.clone()))),
            Direction::In => {
                let parent = siblings[at.checked_sub(1)?].clone();
                let last = self.children(Some(&parent)).last().cloned();
                Some((Some(parent), last))
            }
            Direction::Out => {
                let parent = node.parent.clone()?;
                Some((self.nodes.get(&parent)?.parent.clone(), Some(parent)))
            }
        }
    }
}

fn too_deep() -> Error {
    Error::say("error-section-deep").code("section-deep").arg("levels", DEEPEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tree(nodes: &[(&str, Option<&str>)]) -> Tree {
        let mut last: Option<String> = None;
        let nodes = nodes.iter().map(|(id, parent)| {
            let at = position::after_last(last.as_deref());
            last = Some(at.clone());
            Node { id: (*id).into(), parent: parent.map(Into::into), position: at }
        });
        Tree::from_nodes(nodes.collect())
    }

    fn numbers(tree: &Tree) -> Vec<String> {
        tree.numbered().iter().map(|n| format!("{} {}", n.number, n.id)).collect()
    }

    fn apply(tree: &Tree, id: &str, parent: Option<String>, at: String) -> Tree {
        let mut nodes: Vec<Node> = tree.nodes.values().cloned().collect();
        let node = nodes.iter_mut().find(|node| node.id == id).unwrap();
        node.parent = parent;
        node.position = at;
        Tree::from_nodes(nodes)
    }

    fn shift(tree: &Tree, id: &str, direction: Direction) -> Tree {
        let (parent, after) = tree.shifted(id, direction).unwrap();
        let at = tree.moved(id, parent.as_deref(), after.as_deref()).unwrap();
        apply(tree, id, parent, at)
    }

    #[test]
    fn numbers_follow_the_place() {
        let t = tree(&[("a", None), ("b", None), ("c", Some("b")), ("d", Some("b")), ("e", Some("d"))]);
        assert_eq!(numbers(&t), ["1 a", "2 b", "2.1 c", "2.2 d", "2.2.1 e"]);
        assert_eq!(numbers(&shift(&t, "b", Direction::Up)), ["1 b", "1.1 c", "1.2 d", "1.2.1 e", "2 a"]);
        assert_eq!(numbers(&shift(&t, "b", Direction::In)), ["1 a", "1.1 b", "1.1.1 c", "1.1.2 d", "1.1.2.1 e"]);
        assert_eq!(numbers(&shift(&t, "e", Direction::Out)), ["1 a", "2 b", "2.1 c", "2.2 d", "2.3 e"]);
        assert_eq!(numbers(&shift(&t, "c", Direction::Down)), ["1 a", "2 b", "2.1 d", "2.1.1 e", "2.2 c"]);
        assert_eq!(t.shifted("a", Direction::Up), None);
        assert_eq!(t.shifted("a", Direction::In), None);
        assert_eq!(t.shifted("a", Direction::Out), None);
        assert_eq!(t.shifted("e", Direction::Down), None);
    }

    #[test]
    fn a_fifth_level_is_refused() {
        let t = tree(&[("a", None), ("b", Some("a")), ("c", Some("b")), ("d", Some("c")), ("e", None)]);
        assert!(t.place(Some("d"), None).is_err());
        assert!(t.moved("e", Some("d"), None).is_err());
        assert!(t.moved("a", Some("e"), None).is_err());
        assert!(t.moved("b", Some("e"), None).is_ok());
    }

    proptest! {
        #[test]
        fn moves_lose_nothing_and_never_close_a_ring(moves in prop::collection::vec((0usize..12, 0usize..13, 0usize..13, 0usize..5), 1..60)) {
            let ids: Vec<String> = (0..12).map(|n| format!("s{n}")).collect();
            let all: Vec<(&str, Option<&str>)> = ids.iter().map(|id| (id.as_str(), None)).collect();
            let mut t = tree(&all);
            for (which, parent, after, how) in moves {
                let id = &ids[which];
                let (parent, after) = match how {
                    0 => match t.shifted(id, Direction::In) { Some(to) => to, None => continue },
                    1 => match t.shifted(id, Direction::Out) { Some(to) => to, None => continue },
                    _ => {
                        let parent = ids.get(parent).cloned();
                        let siblings = t.children(parent.as_deref());
                        let after = siblings.get(after % (siblings.len() + 1)).cloned();
                        (parent, after)
                    }
                };
                if let Ok(at) = t.moved(id, parent.as_deref(), after.as_deref()) {
                    t = apply(&t, id, parent, at);
                }
                let numbered = t.numbered();
                prop_assert_eq!(numbered.len(), ids.len());
                prop_assert!(numbered.iter().all(|n| n.depth < DEEPEST));
            }
        }
    }
}
