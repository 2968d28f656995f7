//! Which column of a bidder's sheet holds what: recognised by the headings people use, or as it was once said.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::l10n::fold;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "QuestionColumn")]
pub enum Field {
    /// Nothing that is taken over.
    #[serde(rename = "")]
    Nothing,
    /// The bidder's own number.
    Number,
    /// The question.
    Words,
    /// The part of the RFP it is about.
    Section,
    /// The requirement it is about.
    Requirement,
    /// Who asks.
    Person,
}

impl Field {
    const ALL: [Self; 6] = [Self::Nothing, Self::Number, Self::Words, Self::Section, Self::Requirement, Self::Person];

    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Number => "number",
            Self::Words => "words",
            Self::Section => "section",
            Self::Requirement => "requirement",
            Self::Person => "person",
        }
    }

    fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.word() == word)
    }
}

/// Headings as they are found on question sheets, the usual ones first. Answers are known so that they are left out.
const HEADINGS: &[(Field, &[&str])] = &[
    (
        Field::Words,
        &[
            "質問",
            "質問内容",
            "質問事項",
            "ご質問",
            "ご質問内容",
            "内容",
            "質疑",
            "質疑内容",
            "質問文",
            "確認事項",
            "確認内容",
            "お問い合わせ内容",
            "question",
            "questions",
            "question text",
            "query",
            "inquiry",
            "details",
        ],
    ),
    (
        Field::Section,
        &[
            "項目",
            "該当箇所",
            "該当項目",
            "該当する項目",
            "対象箇所",
            "対象項目",
            "箇所",
            "章",
            "章節",
            "セクション",
            "該当ページ",
            "ページ",
            "頁",
            "RFP項目",
            "RFP該当箇所",
            "資料該当箇所",
            "section",
            "rfp section",
            "reference",
            "item",
            "page",
            "clause",
        ],
    ),
    (
        Field::Number,
        &["no", "#", "番号", "項番", "質問番号", "質問no", "通番", "連番", "id", "number", "question no", "q no"],
    ),
    (Field::Requirement, &["要求", "要求事項", "要求番号", "要件", "要件番号", "requirement", "requirement no"]),
    (
        Field::Person,
        &[
            "氏名",
            "担当",
            "担当者",
            "担当者名",
            "ご担当者",
            "ご担当者名",
            "質問者",
            "質問者名",
            "記入者",
            "お名前",
            "名前",
            "person",
            "name",
            "asked by",
            "contact",
            "contact person",
        ],
    ),
    (
        Field::Nothing,
        &[
            "回答",
            "ご回答",
            "貴社回答",
            "回答欄",
            "回答内容",
            "備考",
            "answer",
            "answers",
            "reply",
            "response",
            "remarks",
        ],
    ),
];

/// A heading looks for its place in the first rows.
const HEAD_WITHIN: usize = 30;

/// How the columns of a sheet are understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// The row of the headings from 0; none where there is none.
    pub head: Option<usize>,
    /// What each column holds.
    pub fields: Vec<Field>,
}

impl Columns {
    /// The words of a row in the columns of this field, one below the other.
    pub fn words(&self, row: &[String], wanted: Field) -> String {
        let cells = row.iter().zip(&self.fields).filter(|(_, field)| **field == wanted);
        cells.map(|(cell, _)| cell.trim()).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// The columns as somebody said they are. Where no heading was known, the first row is one if it reads like one.
    #[must_use]
    pub fn said(mut self, rows: &[Vec<String>], fields: &[Field]) -> Self {
        let width = self.fields.len();
        self.fields = fields.to_vec();
        self.fields.resize(width, Field::Nothing);
        let first = rows.iter().position(|row| row.iter().filter(|cell| !cell.trim().is_empty()).count() > 1);
        self.head = self.head.or(first.filter(|first| reads_like_headings(&rows[*first])));
        self
    }

    /// Whether a column holds the questions.
    pub fn has_words(&self) -> bool {
        self.fields.contains(&Field::Words)
    }

    /// What is to be remembered: the field by the folded heading of its column.
    pub fn remembered(&self, rows: &[Vec<String>]) -> BTreeMap<String, String> {
        let Some(head) = self.head.and_then(|head| rows.get(head)) else { return BTreeMap::new() };
        head.iter()
            .zip(&self.fields)
            .map(|(cell, field)| (heading(cell), field.word().to_owned()))
            .filter(|(heading, _)| !heading.is_empty())
            .collect()
    }
}

/// Finds headings and columns. `remembered` is what was once said about headings of this vendor. Without headings the
/// column with the longest words holds the questions.
pub fn recognise(rows: &[Vec<String>], remembered: &BTreeMap<String, String>) -> Columns {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let known = |cell: &String| {
        let heading = heading(cell);
        remembered.get(&heading).and_then(|word| Field::of(word)).or_else(|| usual(&heading))
    };
    let mut best: Option<(usize, usize)> = None;
    for (at, row) in rows.iter().take(HEAD_WITHIN).enumerate() {
        let found: Vec<Field> = row.iter().filter_map(known).collect();
        // A title «質問票» above is no heading, nor is one word of prose.
        let count = found.len() + usize::from(row.len() == 1 && width == 1);
        if found.contains(&Field::Words) && best.is_none_or(|(_, most)| count > most) {
            best = Some((at, count));
        }
    }
    let Some((head, _)) = best else {
        let length = |column: usize| -> usize {
            rows.iter().map(|row| row.get(column).map_or(0, |cell| cell.chars().count())).sum()
        };
        // The first one where several are as long.
        let longest = (0..width).rev().max_by_key(|column| length(*column));
        let fields =
            (0..width).map(|column| if Some(column) == longest { Field::Words } else { Field::Nothing }).collect();
        return Columns { head: None, fields };
    };
    let mut fields: Vec<Field> = rows[head].iter().map(|cell| known(cell).unwrap_or(Field::Nothing)).collect();
    fields.resize(width, Field::Nothing);
    // «質問内容» beside «内容»: only what was said, and the first one found, is the question.
    let said = |column: usize| rows[head].get(column).is_some_and(|cell| remembered.contains_key(&heading(cell)));
    for wanted in Field::ALL.into_iter().skip(1) {
        let mut first = true;
        for (column, field) in fields.iter_mut().enumerate() {
            if *field == wanted && !std::mem::replace(&mut first, false) && !said(column) {
                *field = Field::Nothing;
            }
        }
    }
    Columns { head: Some(head), fields }
}

/// A heading as it is compared: folded, without what is added in brackets, spaces and points.
pub fn heading(cell: &str) -> String {
    let folded = fold(cell);
    let plain = folded.split(['(', '[', '【', '※']).next().unwrap_or_default();
    plain.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | ':' | '*' | '・')).collect()
}

/// Short words that ask nothing and are no numbers.
fn reads_like_headings(row: &[String]) -> bool {
    row.iter().all(|cell| {
        let cell = cell.trim();
        cell.chars().count() <= 20
            && !cell.contains(['?', '？', '。'])
            && (cell.is_empty() || !cell.chars().all(|c| c.is_numeric() || matches!(c, '.' | '-')))
    })
}

fn usual(wanted: &str) -> Option<Field> {
    if wanted.is_empty() {
        return None;
    }
    HEADINGS.iter().find(|(_, headings)| headings.iter().any(|known| heading(known) == wanted)).map(|(field, _)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    fn fields(table: &[Vec<String>]) -> (Option<usize>, Vec<&'static str>) {
        let found = recognise(table, &BTreeMap::new());
        (found.head, found.fields.into_iter().map(Field::word).collect())
    }

    #[test]
    fn headings_are_found_below_a_title_in_both_languages() {
        let sheet = rows(&[
            &["質問票"],
            &["会社名", "株式会社あおば"],
            &[],
            &["Ｎｏ．", "該当箇所（章・ページ）", "ご質問 内容※", "御社回答", "氏名"],
            &["1", "2.3", "内容はどこまでですか", "", "山田"],
        ]);
        assert_eq!(fields(&sheet), (Some(3), vec!["number", "section", "words", "", "person"]));
        let english = rows(&[&["#", "RFP Section", "Question", "Answer"], &["1", "2.3", "How many?", ""]]);
        assert_eq!(fields(&english), (Some(0), vec!["number", "section", "words", ""]));
    }

    #[test]
    fn without_headings_the_longest_column_holds_the_questions() {
        let sheet = rows(&[&["1", "月に何件ありますか"], &["2", "夜間の対応はありますか"]]);
        assert_eq!(fields(&sheet), (None, vec!["", "words"]));
        assert_eq!(fields(&[]), (None, vec![]));
    }

    #[test]
    fn what_was_said_once_is_known_again() {
        let sheet = rows(&[&["管理", "伺いたいこと", "備忘"], &["7", "何件ですか", "急ぎ"]]);
        let unknown = recognise(&sheet, &BTreeMap::new());
        assert_eq!(unknown.head, None);
        let said = unknown.said(&sheet, &[Field::Number, Field::Words, Field::Words]);
        assert_eq!(said.head, Some(0));
        let remembered = said.remembered(&sheet);
        let again = recognise(&sheet, &remembered);
        assert_eq!(again, said);
        assert_eq!(again.words(&sheet[1], Field::Words), "何件ですか\n急ぎ");
    }

    #[test]
    fn a_second_heading_of_the_same_meaning_is_left_out() {
        let sheet = rows(&[&["No", "質問", "内容"], &["1", "a", "b"]]);
        assert_eq!(fields(&sheet), (Some(0), vec!["number", "words", ""]));
    }
}
