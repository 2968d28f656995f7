//! What the columns of a table hold, as far as their headings say so.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::l10n::fold;
use crate::vendor::field::Field;
use crate::Text;

/// The headings stand within this many rows from the top.
const HEAD_WITHIN: usize = 20;

/// What a column of the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "VendorColumn")]
#[allow(missing_docs)] // named as the fields they fill
pub enum Column {
    Name,
    Reading,
    Aliases,
    Domains,
    Web,
    Found,
    FoundDetail,
    Does,
    Smallest,
    Nda,
    NdaSignedOn,
    NdaUntil,
    Notes,
    ContactName,
    ContactReading,
    ContactDepartment,
    ContactTitle,
    ContactMail,
    ContactPhone,
}

/// How headings call each column, in both languages.
const HEADINGS: &[(Column, &[&str])] = &[
    (
        Column::Name,
        &[
            "会社名",
            "社名",
            "企業名",
            "ベンダー名",
            "ベンダー",
            "委託先",
            "取引先名",
            "名称",
            "company",
            "company name",
            "vendor",
            "vendor name",
            "name",
        ],
    ),
    (
        Column::Reading,
        &[
            "よみ",
            "読み",
            "ふりがな",
            "フリガナ",
            "会社名よみ",
            "会社名かな",
            "会社名カナ",
            "社名カナ",
            "かな",
            "reading",
            "kana",
        ],
    ),
    (Column::Aliases, &["略称", "別名", "通称", "略称・別名", "aliases", "alias", "short name", "short names"]),
    (
        Column::Domains,
        &["ドメイン", "メールのドメイン", "メールドメイン", "domain", "domains", "mail domains", "mail domain"],
    ),
    (
        Column::Web,
        &["web", "ウェブ", "ウェブサイト", "webサイト", "サイト", "hp", "ホームページ", "url", "website", "site"],
    ),
    (Column::Found, &["見つけた経路", "経路", "きっかけ", "found", "how found", "source"]),
    (
        Column::FoundDetail,
        &["経路の詳細", "紹介者", "紹介元", "found detail", "details of the source", "introduced by"],
    ),
    (
        Column::Does,
        &[
            "事業の内容",
            "事業内容",
            "業務内容",
            "サービス",
            "サービス内容",
            "特徴",
            "what it does",
            "what they do",
            "business",
            "services",
        ],
    ),
    (
        Column::Smallest,
        &[
            "引き受ける最小の規模（人月）",
            "最小規模",
            "最小の規模",
            "最低規模",
            "最小人月",
            "最低人月",
            "人月",
            "smallest volume",
            "smallest",
            "minimum volume",
            "smallest volume (person-months)",
        ],
    ),
    (Column::Nda, &["nda", "秘密保持契約", "機密保持契約", "nda状況", "nda status"]),
    (
        Column::NdaSignedOn,
        &["契約の締結日", "nda締結日", "締結日", "秘密保持契約締結日", "signed on", "nda signed on", "nda date"],
    ),
    (Column::NdaUntil, &["契約の期限", "nda期限", "秘密保持契約期限", "nda有効期限", "nda until", "nda expires"]),
    (Column::Notes, &["メモ", "備考", "コメント", "特記事項", "notes", "note", "remarks", "comments"]),
    (
        Column::ContactName,
        &[
            "担当者",
            "担当者名",
            "氏名",
            "ご担当者",
            "先方担当者",
            "担当",
            "窓口",
            "contact",
            "contact name",
            "contact person",
            "person",
        ],
    ),
    (
        Column::ContactReading,
        &[
            "担当者よみ",
            "担当者のよみ",
            "担当者かな",
            "担当者カナ",
            "担当者フリガナ",
            "氏名かな",
            "reading of the person",
            "contact reading",
        ],
    ),
    (Column::ContactDepartment, &["部署", "部署名", "所属", "部門", "department"]),
    (Column::ContactTitle, &["役職", "肩書", "職位", "title", "position", "job title"]),
    (Column::ContactMail, &["メール", "メールアドレス", "担当者メール", "e-mail", "email", "mail", "mail address"]),
    (Column::ContactPhone, &["電話", "電話番号", "tel", "連絡先電話", "phone", "telephone"]),
];

impl Column {
    /// Every column, in the order people choose from.
    pub fn all() -> impl Iterator<Item = Self> {
        HEADINGS.iter().map(|(column, _)| *column)
    }

    /// Its name.
    pub fn label(self) -> Text {
        let (kind, field) = match (self.person(), self.field()) {
            (Some(field), _) => ("contact", field.to_owned()),
            (None, _) => ("field", word(self)),
        };
        Text::new(format!("vendor-{kind}-{}", field.replace('_', "-")))
    }

    pub(super) fn field(self) -> Option<Field> {
        Some(match self {
            Self::Name => Field::Name,
            Self::Reading => Field::Reading,
            Self::Aliases => Field::Aliases,
            Self::Domains => Field::Domains,
            Self::Web => Field::Web,
            Self::Found => Field::Found,
            Self::FoundDetail => Field::FoundDetail,
            Self::Does => Field::Does,
            Self::Smallest => Field::Smallest,
            Self::Nda => Field::Nda,
            Self::NdaSignedOn => Field::NdaSignedOn,
            Self::NdaUntil => Field::NdaUntil,
            Self::Notes => Field::Notes,
            _ => return None,
        })
    }

    pub(super) fn person(self) -> Option<&'static str> {
        Some(match self {
            Self::ContactName => "name",
            Self::ContactReading => "reading",
            Self::ContactDepartment => "department",
            Self::ContactTitle => "title",
            Self::ContactMail => "mail",
            Self::ContactPhone => "phone",
            _ => return None,
        })
    }
}

/// The word a column crosses as.
fn word(column: Column) -> String {
    serde_json::to_value(column).ok().and_then(|word| word.as_str().map(ToOwned::to_owned)).unwrap_or_default()
}

pub(super) fn heading(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace() && !"()[]・:*※".contains(*c)).collect()
}

/// What each column holds, as far as its heading says so. None is given twice.
pub fn recognise(headings: &[String]) -> Vec<Option<Column>> {
    let mut given: Vec<Option<Column>> = vec![None; headings.len()];
    let mut free: Vec<Column> = Column::all().collect();
    // A heading that is exactly a known one comes before one that only holds it.
    for exact in [true, false] {
        for (n, text) in headings.iter().enumerate() {
            let text = heading(text);
            if given[n].is_some() || text.is_empty() {
                continue;
            }
            let fitting = HEADINGS.iter().filter(|(column, _)| free.contains(column)).filter_map(|(column, words)| {
                let fits = |word: &&str| {
                    let word = heading(word);
                    if exact {
                        text == word
                    } else {
                        word.chars().count() > 1 && text.contains(&word)
                    }
                };
                let longest = words.iter().copied().filter(|word| fits(word)).map(|word| heading(word).len()).max()?;
                Some((longest, *column))
            });
            if let Some((_, column)) = fitting.max_by_key(|(length, _)| *length) {
                given[n] = Some(column);
                free.retain(|other| *other != column);
            }
        }
    }
    given
}

/// The row of headings: the one near the top in which most columns are recognised, the company's name among them. One with
/// an address in it is a company's row, however the company is called.
pub fn head_row(rows: &[Vec<String>]) -> Option<usize> {
    let known = |row: &Vec<String>| {
        let columns = recognise(row);
        let addressed = row.iter().any(|cell| cell.contains(['@', '＠']));
        (!addressed && columns.contains(&Some(Column::Name))).then(|| columns.iter().flatten().count())
    };
    let found = rows.iter().take(HEAD_WITHIN).enumerate().filter_map(|(n, row)| Some((known(row)?, n)));
    found.max_by_key(|(count, n)| (*count, usize::MAX - n)).map(|(_, n)| n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::Lang;

    fn table(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split('|').map(ToOwned::to_owned).collect()).collect()
    }

    #[test]
    fn headings_are_known_in_both_languages_and_in_the_words_lists_use() {
        let known = |line: &str| recognise(&table(line)[0]);
        assert_eq!(
            known("No.|社名|ﾌﾘｶﾞﾅ|ご担当者 氏名|E-mail|ＴＥＬ|最低規模（人月）|備考"),
            [
                None,
                Some(Column::Name),
                Some(Column::Reading),
                Some(Column::ContactName),
                Some(Column::ContactMail),
                Some(Column::ContactPhone),
                Some(Column::Smallest),
                Some(Column::Notes)
            ]
        );
        assert_eq!(
            known("Company|Contact|Email|Website|NDA|NDA signed on|Comments"),
            [
                Some(Column::Name),
                Some(Column::ContactName),
                Some(Column::ContactMail),
                Some(Column::Web),
                Some(Column::Nda),
                Some(Column::NdaSignedOn),
                Some(Column::Notes)
            ]
        );
        assert_eq!(
            known("会社名|担当者|担当者よみ|会社名よみ"),
            [Some(Column::Name), Some(Column::ContactName), Some(Column::ContactReading), Some(Column::Reading)]
        );
        for lang in [Lang::Ja, Lang::En] {
            let own: Vec<String> = Column::all().map(|column| lang.say(&column.label())).collect();
            let all: Vec<Option<Column>> = Column::all().map(Some).collect();
            assert_eq!(recognise(&own), all, "what the window calls a column is known: {own:?}");
        }
    }

    #[test]
    fn the_headings_are_found_below_a_title() {
        let rows =
            table("委託先の一覧||\n2027年3月現在||\n会社名|担当者|メール\n株式会社アオバ|青葉 翔|aoba@aoba.example");
        assert_eq!(head_row(&rows), Some(2));
        assert_eq!(head_row(&table("アオバ|3\nミドリ|2")), None);
        assert_eq!(head_row(&table("Aoba Vendor Services|mail@aoba.example\nMidori|post@midori.example")), None);
    }
}
