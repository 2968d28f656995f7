//! Rich text as plain text and as Markdown.

use super::{Block, CellBlock, Inline, List, Marks, RichText, Table};

/// How fields and drawn parts are worded where a text leaves the model.
pub trait Wording {
    /// The words of a field; `None` where the fact is missing or the key unknown.
    fn field(&self, key: &str) -> Option<String>;
    /// A short name of a drawn part.
    fn drawn(&self, name: &str) -> String;
}

/// Fields as their keys in double braces: for search and where no facts are at hand.
impl Wording for () {
    fn field(&self, key: &str) -> Option<String> {
        Some(format!("{{{{{key}}}}}"))
    }

    fn drawn(&self, name: &str) -> String {
        format!("[{name}]")
    }
}

impl RichText {
    /// The words alone, a line for each paragraph, point and table row; fields as their keys.
    pub fn plain_text(&self) -> String {
        self.lines(&()).join("\n")
    }

    /// The words alone, as lines.
    pub fn lines(&self, wording: &impl Wording) -> Vec<String> {
        let mut lines = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Paragraph(content) | Block::Heading { content, .. } => lines.push(line(content, wording)),
                Block::List(list) => list_lines(list, 0, wording, &mut lines),
                Block::Table(table) => {
                    lines.extend(table.caption.clone());
                    for row in &table.rows {
                        let cells: Vec<String> = row.iter().map(|cell| cell_text(&cell.content, wording)).collect();
                        lines.push(cells.join("\t"));
                    }
                }
                Block::Drawn(name) => lines.push(wording.drawn(name)),
            }
        }
        lines
    }

    /// A copy as Markdown, for other programs.
    pub fn markdown(&self, wording: &impl Wording) -> String {
        let mut out = String::new();
        for block in &self.blocks {
            if !out.is_empty() {
                out.push('\n');
            }
            match block {
                Block::Paragraph(content) => out.push_str(&markdown_line(content, wording)),
                Block::Heading { level, content } => {
                    out.push_str(&"#".repeat(usize::from(*level) + 2));
                    out.push(' ');
                    out.push_str(&markdown_line(content, wording));
                }
                Block::List(list) => markdown_list(list, 0, wording, &mut out),
                Block::Table(table) => markdown_table(table, wording, &mut out),
                Block::Drawn(name) => out.push_str(&wording.drawn(name)),
            }
            if !out.ends_with('\n') {
                out.push('\n');
            }
        }
        out
    }
}

/// The words of one line; a break is a line end.
pub(crate) fn line(content: &[Inline], wording: &impl Wording) -> String {
    content
        .iter()
        .map(|piece| match piece {
            Inline::Text { text, .. } => text.clone(),
            Inline::Field { key, .. } => wording.field(key).unwrap_or_else(|| format!("{{{{{key}}}}}")),
            Inline::Break => "\n".into(),
        })
        .collect()
}

fn list_lines(list: &List, depth: usize, wording: &impl Wording, lines: &mut Vec<String>) {
    for (n, item) in list.items.iter().enumerate() {
        let mark = if list.ordered { format!("({}) ", list.number(n)) } else { "・".to_owned() };
        lines.push(format!("{}{mark}{}", "　".repeat(depth), line(&item.content, wording)));
        for inner in &item.lists {
            list_lines(inner, depth + 1, wording, lines);
        }
    }
}

/// The words of a cell, its blocks on lines of their own.
pub(crate) fn cell_text(content: &[CellBlock], wording: &impl Wording) -> String {
    let mut lines = Vec::new();
    for block in content {
        match block {
            CellBlock::Paragraph(content) => lines.push(line(content, wording)),
            CellBlock::List(list) => list_lines(list, 0, wording, &mut lines),
        }
    }
    lines.join("\n")
}

fn markdown_list(list: &List, depth: usize, wording: &impl Wording, out: &mut String) {
    for (n, item) in list.items.iter().enumerate() {
        let mark = if list.ordered { format!("{}.", list.number(n)) } else { "-".to_owned() };
        out.push_str(&format!("{}{mark} {}\n", "   ".repeat(depth), markdown_line(&item.content, wording)));
        for inner in &item.lists {
            markdown_list(inner, depth + 1, wording, out);
        }
    }
}

fn markdown_table(table: &Table, wording: &impl Wording, out: &mut String) {
    if let Some(caption) = &table.caption {
        out.push_str(&format!("{}\n\n", escaped(caption)));
    }
    for (n, row) in table.rows.iter().enumerate() {
        for cell in row {
            let text = cell
                .content
                .iter()
                .map(|block| match block {
                    CellBlock::Paragraph(content) => markdown_line(content, wording).replace("  \n", "<br>"),
                    CellBlock::List(_) => {
                        escaped(&cell_text(std::slice::from_ref(block), wording)).replace('\n', "<br>")
                    }
                })
                .collect::<Vec<_>>()
                .join("<br>");
            out.push_str("| ");
            out.push_str(&text.replace('|', "\\|"));
            out.push(' ');
        }
        out.push_str("|\n");
        if n == 0 {
            out.push_str(&"| --- ".repeat(row.len()));
            out.push_str("|\n");
        }
    }
}

fn markdown_line(content: &[Inline], wording: &impl Wording) -> String {
    content
        .iter()
        .map(|piece| match piece {
            Inline::Text { text, marks } => marked(&escaped(text), marks),
            Inline::Field { marks, .. } => marked(&escaped(&line(std::slice::from_ref(piece), wording)), marks),
            Inline::Break => "  \n".into(),
        })
        .collect()
}

fn marked(text: &str, marks: &Marks) -> String {
    let mut text = text.to_owned();
    for (on, sign) in [(marks.strike, "~~"), (marks.em, "*"), (marks.strong, "**")] {
        if on {
            text = format!("{sign}{text}{sign}");
        }
    }
    match &marks.link {
        Some(href) => format!("[{text}](<{href}>)"),
        None => text,
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{shorthand, RichText};

    fn doc() -> RichText {
        shorthand::doc(&serde_json::json!([
            {"type": "paragraph", "text": "期限は{{schedule.decision}}です。*注意*"},
            {"type": "bullet_list", "items": ["一つ", "二つ"]},
            {"type": "table", "caption": "範囲", "header": ["区分", "業務"], "rows": [["委託", "a|b"]]},
            {"type": "block", "name": "schedule"}
        ]))
        .unwrap()
    }

    #[test]
    fn plain_text_has_a_line_for_each_part() {
        assert_eq!(
            doc().plain_text(),
            "期限は{{schedule.decision}}です。*注意*\n・一つ\n・二つ\n範囲\n区分\t業務\n委託\ta|b\n[schedule]"
        );
    }

    #[test]
    fn markdown_escapes_what_it_would_read_otherwise() {
        assert_eq!(
            doc().markdown(&()),
            "期限は{{schedule.decision}}です。\\*注意\\*\n\n- 一つ\n- 二つ\n\n範囲\n\n| 区分 | 業務 |\n| --- | --- |\n| 委託 | a\\|b |\n\n[schedule]\n"
        );
    }
}
