//! Folding: what counts as the same when names are searched, sorted and compared. Width, case, kana and the variants of
//! characters that NFKC leaves apart fall together; for companies the legal form falls away.

use unicode_normalization::UnicodeNormalization;

/// Variants that NFKC does not bring together: old and personal forms of kanji, and the dashes.
const VARIANTS: &[(char, char)] = &[
    ('髙', '高'),
    ('﨑', '崎'),
    ('嵜', '崎'),
    ('𠮷', '吉'),
    ('濵', '浜'),
    ('濱', '浜'),
    ('邊', '辺'),
    ('邉', '辺'),
    ('齋', '斎'),
    ('齊', '斉'),
    ('澤', '沢'),
    ('櫻', '桜'),
    ('嶋', '島'),
    ('嶌', '島'),
    ('廣', '広'),
    ('德', '徳'),
    ('惠', '恵'),
    ('眞', '真'),
    ('國', '国'),
    ('黑', '黒'),
    ('桒', '桑'),
    ('栁', '柳'),
    ('舘', '館'),
    ('‐', '-'),
    ('‑', '-'),
    ('‒', '-'),
    ('–', '-'),
    ('—', '-'),
    ('―', '-'),
    ('−', '-'),
    ('─', '-'),
    ('ー', '-'),
    ('〜', '~'),
];

/// Legal forms ignored in names of companies, as they are after folding.
const FORMS: &[&str] = &[
    "株式会社",
    "有限会社",
    "合同会社",
    "合資会社",
    "合名会社",
    "一般社団法人",
    "一般財団法人",
    "公益社団法人",
    "公益財団法人",
    "(株)",
    "(有)",
    "(同)",
];

/// Legal forms of English names, as whole words at the end.
const ENGLISH_FORMS: &[&str] =
    &["inc", "ltd", "llc", "corp", "corporation", "co", "company", "limited", "gmbh", "plc", "kk", "gk", "yk", "coltd"];

/// Text as it is searched: NFKC, lower case, hiragana, one dash, common kanji, single spaces.
pub fn fold(text: &str) -> String {
    let folded: String = text.nfkc().flat_map(char::to_lowercase).map(variant).map(hiragana).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a sign alone is folded to, told without the tables of Unicode; none where they must be asked.
pub fn fold_sign(c: char) -> Option<char> {
    match c {
        '!'..='~' => Some(c.to_ascii_lowercase()),
        '、' | '。' | 'ぁ'..='ゖ' => Some(c),
        'ァ'..='ヶ' => Some(hiragana(c)),
        '\u{4E00}'..='\u{9FFF}' => Some(variant(c)),
        _ => None,
    }
}

/// A company's name as it is sorted and compared: folded, without legal form, spaces and punctuation.
pub fn company_fold(name: &str) -> String {
    let mut folded = fold(name);
    for form in FORMS {
        folded = folded.replace(form, " ");
    }
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    drop_form(&mut words);
    let mut parts: Vec<&str> = words
        .into_iter()
        .flat_map(|word| word.split([',', '.', '・', '&', '\'']))
        .filter(|part| !part.is_empty())
        .collect();
    while parts.len() > 1 && parts.last().is_some_and(|last| ENGLISH_FORMS.contains(last)) {
        parts.pop();
    }
    if parts.is_empty() {
        folded.trim().to_owned()
    } else {
        parts.concat()
    }
}

/// Drops the words of an English legal form at the end, with points or without: K.K., Co., Ltd.
fn drop_form(words: &mut Vec<&str>) {
    let bare = |word: &str| word.chars().filter(|c| !matches!(c, '.' | ',')).collect::<String>().to_lowercase();
    while words.len() > 1 && words.last().is_some_and(|last| ENGLISH_FORMS.contains(&bare(last).as_str())) {
        words.pop();
    }
}

/// A company's name as it is spoken of in lists: without its legal form, otherwise as it is written.
pub fn company_spoken(name: &str) -> String {
    let bare = FORMS
        .iter()
        .chain(&["㈱", "㈲", "（株）", "（有）", "（同）"])
        .fold(name.to_owned(), |name, form| name.replace(form, ""));
    let mut words: Vec<&str> = bare.split_whitespace().collect();
    drop_form(&mut words);
    let spoken = words.join(" ");
    let spoken = spoken.trim_end_matches(',');
    if spoken.is_empty() {
        name.to_owned()
    } else {
        spoken.to_owned()
    }
}

/// Whether the legal form of a company stands right beside words, as far as the text before and behind tells.
pub fn has_form(before: &str, behind: &str) -> bool {
    let (before, behind) = (fold(before), fold(behind));
    FORMS.iter().any(|form| before.ends_with(form) || behind.starts_with(form))
}

/// A reading that the name itself gives away: the kana of a name without kanji, in hiragana and without legal form.
pub fn reading_of(name: &str) -> Option<String> {
    let mut bare: String = name.nfkc().collect();
    for form in FORMS {
        bare = bare.replace(form, "");
    }
    let bare = bare.trim();
    let kana = !bare.is_empty() && bare.chars().all(|c| is_kana(c) || c.is_whitespace());
    kana.then(|| bare.chars().filter(|c| *c != '・').map(hiragana).collect())
}

/// Hiragana, katakana and the signs that go with them.
pub fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '・' | 'ゝ' | 'ゞ' | 'ヽ' | 'ヾ')
}

fn variant(c: char) -> char {
    VARIANTS.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to)
}

fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_sign_that_is_folded_alone_is_folded_as_in_a_text() {
        let mut told = 0;
        for c in '\0'..=char::MAX {
            if let Some(sign) = fold_sign(c) {
                assert_eq!(sign.to_string(), fold(&c.to_string()), "{c:?}");
                told += 1;
            }
        }
        assert!(told > 20_000);
    }

    #[test]
    fn the_same_name_in_other_characters_is_the_same() {
        for (a, b) in [
            ("髙橋 すみれ", "高橋　スミレ"),
            ("山﨑", "山崎"),
            ("ｱﾙﾌｧ", "アルファ"),
            ("ABC", "ａｂｃ"),
            ("ハル‐イロ", "ハル－イロ"),
            ("①", "1"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
        assert_ne!(fold("サーバー"), fold("サーハー"), "voiced sounds stay apart");
    }

    #[test]
    fn the_legal_form_does_not_count() {
        for name in [
            "株式会社ハルイロサポート",
            "ハルイロサポート株式会社",
            "㈱ハルイロサポート",
            "（株）ハルイロ サポート",
            "はるいろさぽーと",
        ] {
            assert_eq!(company_fold(name), company_fold("ハルイロサポート"), "{name}");
        }
        assert_eq!(company_fold("Mihon Cloud Co., Ltd."), company_fold("MIHON CLOUD"));
        for name in ["Mihon Cloud, Inc.", "Mihon Cloud,Inc.", "Mihon Cloud K.K.", "Mihon Cloud Co.,Ltd.", "Mihon.Cloud"]
        {
            assert_eq!(company_fold(name), company_fold("Mihon Cloud"), "{name}");
        }
        assert_eq!(company_fold("Limited"), "limited");
        assert_eq!(company_fold("株式会社"), "");
        assert_ne!(company_fold("アオバ"), company_fold("アオバネ"));
    }

    #[test]
    fn a_name_is_spoken_of_without_its_legal_form() {
        for (name, spoken) in [
            ("株式会社ハルイロサポート", "ハルイロサポート"),
            ("ハルイロサポート㈱", "ハルイロサポート"),
            ("Mihon Cloud Co., Ltd.", "Mihon Cloud"),
            ("Haruiro Support, Inc.", "Haruiro Support"),
            ("Haruiro Support K.K.", "Haruiro Support"),
            ("Haruiro Support Co.,Ltd.", "Haruiro Support"),
            ("株式会社", "株式会社"),
            ("Limited", "Limited"),
        ] {
            assert_eq!(company_spoken(name), spoken);
        }
    }

    #[test]
    fn a_name_in_kana_reads_itself() {
        assert_eq!(reading_of("株式会社ハルイロサポート").as_deref(), Some("はるいろさぽーと"));
        assert_eq!(reading_of("ﾊﾙｲﾛ").as_deref(), Some("はるいろ"));
        assert_eq!(reading_of("はやせ みのり").as_deref(), Some("はやせ みのり"));
        assert_eq!(reading_of("早瀬 みのり"), None);
        assert_eq!(reading_of("株式会社"), None);
        assert_eq!(reading_of("ABC"), None);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "[ -~ぁ-ヶ一-丗ｦ-ﾟ０-ｚ髙﨑𠮷－～㈱ ]{0,30}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
