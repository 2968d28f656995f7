//! Numbers typed at the start of a heading. The paper numbers its sections itself.

/// The heading without its number; a heading that is nothing but a number stays.
pub(super) fn without_number(title: &str) -> String {
    let mut rest = title.trim();
    // 第1章 1.1 範囲 carries two.
    for _ in 0..2 {
        match cut(rest) {
            Some(shorter) if !shorter.is_empty() => rest = shorter,
            _ => break,
        }
    }
    rest.to_owned()
}

fn cut(title: &str) -> Option<&str> {
    ordinal(title).or_else(|| bracketed(title)).or_else(|| circled(title)).or_else(|| dotted(title))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn is_kanji_digit(c: char) -> bool {
    "一二三四五六七八九十百".contains(c)
}

/// 第1章, 第二条, 第3節; 第3部門 is a name.
fn ordinal(title: &str) -> Option<&str> {
    let rest = title.strip_prefix('第')?;
    let after = rest.trim_start_matches(|c| is_digit(c) || is_kanji_digit(c));
    if after.len() == rest.len() {
        return None;
    }
    let after = after.strip_prefix(|c| "章節条項編部款".contains(c))?;
    let end = after.trim_start_matches(['.', '．', ':', '：', ' ', '　', '、']);
    (end.len() < after.len()).then_some(end)
}

/// (1), （１）, （ア）, [2]
fn bracketed(title: &str) -> Option<&str> {
    let rest = title.strip_prefix(['(', '（', '[', '［'])?;
    let end = rest.find([')', '）', ']', '］'])?;
    let inner = &rest[..end];
    let after = rest[end..].trim_start_matches([')', '）', ']', '］']).trim_start();
    let length = inner.chars().count();
    let number = (1..=3).contains(&length) && inner.chars().all(|c| is_digit(c) || is_kanji_digit(c));
    let letter = length == 1
        && inner.chars().all(|c| c.is_ascii_alphabetic() || ('ア'..='ン').contains(&c) || ('ｱ'..='ﾝ').contains(&c));
    (number || letter).then_some(after)
}

/// ①, Ⅱ.
fn circled(title: &str) -> Option<&str> {
    let first = title.chars().next()?;
    let rest = &title[first.len_utf8()..];
    let end = rest.trim_start_matches([' ', '　', '.', '．', '、']);
    match first {
        '①'..='⑳' => Some(end),
        'Ⅰ'..='Ⅻ' => (end.len() < rest.len()).then_some(end),
        _ => None,
    }
}

/// 1., 1.2, １．２．３, 1-2 and 1 before a space. 1.5倍, 3か月 and 2027年度 are words.
fn dotted(title: &str) -> Option<&str> {
    let joint = |c: char| matches!(c, '.' | '．' | '-' | '－');
    let after = title.trim_start_matches(|c| is_digit(c) || joint(c));
    let number = &title[..title.len() - after.len()];
    if !number.starts_with(is_digit) {
        return None;
    }
    let parts: Vec<&str> = number.split(joint).collect();
    if parts.iter().any(|part| part.chars().count() > 3) {
        return None;
    }
    let gaps = [' ', '　', '\t', '、', ')', '）', ':', '：'];
    let words = after.trim_start_matches(gaps);
    let counted = parts.len() == 1
        && words.starts_with(|c: char| "つ名か年月日社件回点ヶヵ％%".contains(c) || c.is_ascii_lowercase());
    ((number.ends_with(joint) || words.len() < after.len()) && !counted).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::without_number;

    #[test]
    fn numbers_go() {
        for (typed, title) in [
            ("1.2 範囲", "範囲"),
            ("第1章　総則", "総則"),
            ("第一条 目的", "目的"),
            ("（1）提出期限", "提出期限"),
            ("(ア) 対象", "対象"),
            ("１．２　範囲", "範囲"),
            ("1-2 範囲", "範囲"),
            ("3. Scope of work", "Scope of work"),
            ("1 要件", "要件"),
            ("① 概要", "概要"),
            ("Ⅱ．体制", "体制"),
            ("第2章 2.1 体制", "体制"),
        ] {
            assert_eq!(without_number(typed), title, "{typed}");
        }
    }

    #[test]
    fn words_stay() {
        for title in [
            "2027年度の計画",
            "1.5倍の件数",
            "3か月の試行",
            "3 years of support",
            "第3部門の役割",
            "（任意）",
            "1.2",
            "24時間対応",
            "A社の事例",
        ] {
            assert_eq!(without_number(title), title);
        }
    }
}
