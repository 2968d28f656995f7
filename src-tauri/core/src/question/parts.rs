//! The questions in the text of a mail: without what it quotes, parted where they are numbered or a line is left empty.

/// A part of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its words, without the number before them.
    pub words: String,
    /// The number it had; empty where it had none.
    pub number: String,
    /// It reads like a question.
    pub likely: bool,
}

/// Lines after which a mail repeats the one it answers.
const QUOTES: &[&str] = &[
    "-----original message-----",
    "----- original message -----",
    "-----元のメッセージ-----",
    "-------- 元のメッセージ --------",
    "-------- forwarded message --------",
    "---------- forwarded message",
    "-------- 転送メッセージ --------",
];

/// Parts the text of a mail into questions.
pub fn parts(text: &str) -> Vec<Part> {
    let lines = own_lines(text);
    let numbered = lines.iter().filter(|line| number(line).is_some()).count() >= 2;
    let mut parts: Vec<Part> = Vec::new();
    let mut open = false;
    let mut signed = false;
    for line in lines {
        let trimmed = line.trim();
        if is_rule(trimmed) || trimmed == "--" {
            // What follows a line of signs is a signature, as far as anyone can tell.
            signed |= parts.iter().any(|part| part.likely) || trimmed == "--";
            open = false;
            continue;
        }
        match number(trimmed).filter(|_| !signed) {
            Some((mark, rest)) => {
                parts.push(Part { words: rest.to_owned(), number: mark, likely: !rest.is_empty() });
                open = true;
            }
            None if trimmed.is_empty() => {
                open = open && numbered && parts.last().is_some_and(|part| part.words.is_empty());
            }
            None => match parts.last_mut().filter(|_| open) {
                Some(part) => {
                    if !part.words.is_empty() {
                        part.words.push('\n');
                    }
                    part.words.push_str(trimmed);
                }
                None => {
                    parts.push(Part { words: trimmed.to_owned(), number: String::new(), likely: false });
                    open = true;
                }
            },
        }
        if let Some(part) = parts.last_mut() {
            let asks =
                !part.words.is_empty() && (!part.number.is_empty() || (!numbered && reads_like_one(&part.words)));
            part.likely = asks && !signed;
        }
    }
    parts.retain(|part| !part.words.is_empty());
    parts
}

/// The lines the sender wrote, without those of the mail that is answered.
fn own_lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let all: Vec<&str> = text.lines().collect();
    for (at, line) in all.iter().enumerate() {
        let plain = line.trim().to_lowercase();
        let next = all.get(at + 1).map_or("", |next| next.trim());
        let header = plain.starts_with("from:") || plain.starts_with("差出人:") || plain.starts_with("差出人：");
        let announces = (plain.starts_with("on ") && plain.ends_with("wrote:"))
            || ((plain.ends_with("書きました:") || plain.ends_with("のメール:") || plain.ends_with("書き込み:"))
                && next.starts_with('>'))
            || (plain.ends_with("wrote:") && next.starts_with('>'));
        let header_block = header
            && all[at + 1..].iter().take(4).any(|next| {
                let next = next.trim().to_lowercase();
                ["to:", "sent:", "宛先:", "宛先：", "送信日時:", "送信日時："]
                    .iter()
                    .any(|start| next.starts_with(start))
            });
        if QUOTES.iter().any(|quote| plain.starts_with(quote)) || header_block || (announces && !plain.starts_with('>'))
        {
            break;
        }
        if !plain.starts_with('>') && !plain.starts_with('＞') {
            lines.push(*line);
        }
    }
    lines
}

/// A line drawn with signs.
fn is_rule(line: &str) -> bool {
    line.chars().count() >= 5
        && line.chars().all(|c| matches!(c, '-' | '=' | '*' | '_' | '~' | '━' | '─' | '－' | '＝' | '＊' | '☆' | '・'))
}

/// Question marks and the ways requests end.
fn reads_like_one(words: &str) -> bool {
    let end = words.trim_end_matches(['。', '.', ' ', '\u{3000}']);
    let asks = [
        "か",
        "でしょうか",
        "ますか",
        "ください",
        "下さい",
        "教えて頂けますか",
        "ご教示願います",
        "お願いします",
        "お願いいたします",
    ];
    words.contains(['?', '？'])
        || (asks.iter().any(|ask| end.ends_with(ask))
            && !end.ends_with("よろしくお願いします")
            && !end.ends_with("よろしくお願いいたします")
            && !end.ends_with("宜しくお願いします")
            && !end.ends_with("宜しくお願いいたします"))
}

/// The number a line begins with, and the words behind it: `1.`, `(2)`, `③`, `Q4:`, `質問5`, `【質問6】`.
fn number(line: &str) -> Option<(String, &str)> {
    let line = line.trim_start();
    let first = line.chars().next()?;
    let rest = |from: usize| {
        line[from..].trim_start_matches([' ', '\u{3000}', '.', '．', '、', ':', '：', ')', '）', '】', ']'])
    };
    if let '①'..='⑳' = first {
        let number = u32::from(first) - u32::from('①') + 1;
        return Some((number.to_string(), rest(first.len_utf8())));
    }
    let unbracketed = line.trim_start_matches(['(', '（', '【', '[']);
    let bracketed = unbracketed.len() < line.len();
    let named = ["質問事項", "質問", "問", "question", "Question", "Q", "q", "Ｑ", "No", "NO", "no"];
    let named = named.iter().find_map(|name| unbracketed.strip_prefix(name));
    let figures = named.unwrap_or(unbracketed).trim_start_matches(['.', '．', ' ', '\u{3000}', '-']);
    let digits: String = figures.chars().take_while(|c| c.is_ascii_digit() || ('０'..='９').contains(c)).collect();
    if digits.is_empty() || digits.chars().count() > 3 {
        return None;
    }
    let behind = &figures[digits.len()..];
    let marked = behind.starts_with(['.', '．', '、', ':', '：', ')', '）', '】', ']']);
    // `3.5%` and `1,200件` begin with a figure, not with a number.
    let decimal = behind.strip_prefix('.').is_some_and(|more| more.starts_with(|c: char| c.is_ascii_digit()));
    let spaced = named.is_some() && (behind.is_empty() || behind.starts_with([' ', '\u{3000}']));
    if decimal || !(marked || spaced) || (bracketed && !marked) {
        return None;
    }
    let plain: String = crate::l10n::fold(&digits);
    Some((plain, rest(line.len() - behind.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likely(text: &str) -> Vec<(String, String)> {
        parts(text).into_iter().filter(|part| part.likely).map(|part| (part.number, part.words)).collect()
    }

    fn pair(number: &str, words: &str) -> (String, String) {
        (number.to_owned(), words.to_owned())
    }

    #[test]
    fn numbered_questions_are_parted_and_the_rest_is_only_shown() {
        let mail = "お世話になっております。\nハルイロの山田です。\n\n以下をご教示ください。\n\n1. 月の件数はいくつですか。\n　繁忙期も知りたいです。\n\n２．夜間の対応は\n\n必要ですか。\n(3) 3.5%の根拠\n\nよろしくお願いいたします。\n━━━━━━━━\n株式会社ハルイロサポート\n1. ビル2階\n";
        assert_eq!(
            likely(mail),
            [
                pair("1", "月の件数はいくつですか。\n繁忙期も知りたいです。"),
                pair("2", "夜間の対応は"),
                pair("3", "3.5%の根拠")
            ]
        );
        assert!(parts(mail).iter().any(|part| part.words == "必要ですか。"), "nothing is lost");
    }

    #[test]
    fn marks_of_every_kind_are_numbers() {
        for (line, expected) in [
            ("① 件数は", Some(("1", "件数は"))),
            ("Q2：体制は", Some(("2", "体制は"))),
            ("【質問3】料金は", Some(("3", "料金は"))),
            ("質問４ 期間は", Some(("4", "期間は"))),
            ("12) scope?", Some(("12", "scope?"))),
            ("3.5%増えますか", None),
            ("1,200件ですか", None),
            ("2027年3月です", None),
            ("(株)あおば", None),
            ("Quality", None),
        ] {
            assert_eq!(number(line), expected.map(|(number, words)| (number.to_owned(), words)), "{line}");
        }
    }

    #[test]
    fn without_numbers_paragraphs_that_ask_are_questions() {
        let mail = "佐藤様\n\nいつもお世話になっております。\n\n台帳はExcelだけでしょうか。\n\nまた、件数をお知らせください。\n\n以上、よろしくお願いいたします。\n";
        assert_eq!(likely(mail), [pair("", "台帳はExcelだけでしょうか。"), pair("", "また、件数をお知らせください。")]);
        assert_eq!(likely("How many seats?\n\nThanks,\nKen"), [pair("", "How many seats?")]);
    }

    #[test]
    fn what_is_quoted_is_folded_away() {
        for quote in [
            "> 前の質問は何ですか？\n",
            "-----Original Message-----\nFrom: x\n前の質問は何ですか？",
            "On Mon, 1 Mar 2027, Sato wrote:\n> 何ですか？\n前の質問は何ですか？",
            "差出人: 佐藤\n送信日時: 2027年3月1日\n宛先: 山田\n前の質問は何ですか？",
            "2027年3月1日(月) 10:00 佐藤 <s@x.example>のメール:\n> a\n前の質問は何ですか？",
        ] {
            assert_eq!(
                likely(&format!("新しい質問はこちらですか？\n\n{quote}")),
                [pair("", "新しい質問はこちらですか？")],
                "{quote}"
            );
        }
    }
}
