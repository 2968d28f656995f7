//! Rows of an estimate that add up others, or are the tax on them: they are no lines.

use crate::l10n::fold;

/// What is said about the tax beside a sum, the longer words first.
const BESIDE: &[&str] = &[
    "消費税込",
    "消費税抜",
    "消費税別",
    "税抜き",
    "税抜",
    "税込み",
    "税込",
    "税別",
    "excludingtax",
    "includingtax",
    "withouttax",
    "beforetax",
    "withtax",
    "excltax",
    "incltax",
    "excludingvat",
    "includingvat",
    "exclvat",
    "inclvat",
];

/// Rows that add up others.
const SUMS: &[&str] = &[
    "計",
    "合計",
    "合計額",
    "合計金額",
    "小計",
    "小計額",
    "小計金額",
    "総計",
    "総額",
    "総合計",
    "総合計額",
    "総合計金額",
    "見積額",
    "見積金額",
    "見積合計",
    "見積合計額",
    "見積合計金額",
    "見積総額",
    "請求金額",
    "total",
    "totals",
    "subtotal",
    "grandtotal",
    "sum",
    "totalamount",
    "totalprice",
    "totalcost",
    "amountdue",
];

/// Rows of the tax.
const TAXES: &[&str] = &[
    "税",
    "税額",
    "税金",
    "内税",
    "外税",
    "消費税",
    "消費税額",
    "消費税等",
    "消費税等額",
    "消費税相当額",
    "消費税等相当額",
    "消費税及び地方消費税",
    "消費税および地方消費税",
    "消費税地方消費税",
    "内消費税",
    "内消費税額",
    "内消費税等",
    "うち消費税",
    "うち消費税額",
    "うち消費税等",
    "tax",
    "taxes",
    "taxamount",
    "taxat",
    "vat",
    "gst",
    "consumptiontax",
    "consumptiontaxat",
    "salestax",
];

/// Words that end like a sum and are work.
const WORK: &[&str] = &["設計", "集計", "統計", "会計"];

/// The letters of a row's words, without what stands in brackets, the rate and what is said about the tax.
pub(super) fn letters(words: &str) -> String {
    let folded = fold(words);
    let mut depth = 0_usize;
    let outside: String = folded
        .chars()
        .filter(|c| {
            match c {
                '(' | '[' | '<' | '【' | '〔' | '〈' | '《' | '「' | '『' => depth += 1,
                ')' | ']' | '>' | '】' | '〕' | '〉' | '》' | '」' | '』' => depth = depth.saturating_sub(1),
                _ => return depth == 0 && c.is_alphabetic(),
            }
            false
        })
        .collect();
    let letters = if outside.is_empty() { folded.chars().filter(|c| c.is_alphabetic()).collect() } else { outside };
    let bare = BESIDE.iter().fold(letters, |letters, word| letters.replace(word, ""));
    bare.trim_start_matches(['御', 'お', 'ご']).to_owned()
}

/// Whether the words of a row are those of a sum or of the tax. Words that only end like a sum are one where no price of one
/// stands beside them.
pub(super) fn says_sum(words: &str, has_unit_price: bool) -> bool {
    let bare = letters(words);
    let ends = bare.ends_with('計') && !WORK.iter().any(|work| bare.ends_with(work));
    let holds = bare.starts_with("subtotal") || bare.ends_with("total");
    SUMS.contains(&bare.as_str()) || TAXES.contains(&bare.as_str()) || !has_unit_price && (ends || holds)
}

/// What a row weighs among the others.
#[derive(Clone, Copy)]
pub(super) struct Weighed {
    /// Its amount; none where it cannot be read.
    pub amount: Option<i64>,
    /// The amount stands alone, with no price of one and no quantity beside it.
    pub alone: bool,
    /// How many sums stand above it.
    pub sums: usize,
}

/// The places of rows that no word tells from lines, and whose amount is that of the lines above: of all, or of those since
/// the last sum. It must stand apart from them, as the only amount alone or as the last row.
pub(super) fn adding_up(rows: &[Weighed]) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut all, mut part): (Vec<i64>, Vec<i64>) = (Vec::new(), Vec::new());
    let (mut sums, mut is_alone_usual) = (0, false);
    for (place, row) in rows.iter().enumerate() {
        if row.sums > sums {
            part.clear();
            sums = row.sums;
        }
        let Some(amount) = row.amount else { continue };
        let sum = |lines: &[i64]| lines.iter().copied().map(i128::from).sum::<i128>();
        let adds = |lines: &[i64]| lines.len() > 1 && sum(lines) == i128::from(amount);
        let apart = row.alone && (!is_alone_usual || place + 1 == rows.len());
        if amount != 0 && apart && (adds(&all) || adds(&part)) {
            found.push(place);
            part.clear();
        } else {
            is_alone_usual |= row.alone;
            all.push(amount);
            part.push(amount);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_taxes_are_known_by_their_words() {
        for words in [
            "消費税",
            "消費税（10%）",
            "消費税額（１０％）",
            "消費税等 10%",
            "消費税・地方消費税",
            "合計（税抜）",
            "【 合 計 】",
            "合計 税込",
            "御見積金額（税込）",
            "小計",
            "(計)",
            "VAT",
            "Consumption tax (10%)",
            "Tax 10%",
            "Subtotal",
            "Sub-total",
            "Total (excl. tax)",
            "Total excl. tax",
            "Grand Total:",
        ] {
            assert!(says_sum(words, true), "{words}");
        }
        for words in ["初期費用計", "運用費合計", "Subtotal of the set-up", "Set-up total"] {
            assert!(says_sum(words, false) && !says_sum(words, true), "{words}");
        }
        for words in ["詳細設計", "月次集計", "税務申告の支援", "Tax advice", "（税込）", "", "合計画面の改修"]
        {
            assert!(!says_sum(words, false), "{words}");
        }
    }

    #[test]
    fn sums_without_words_are_known_by_what_they_add_up_to() {
        let row = |amount, alone| Weighed { amount: Some(amount), alone, sums: 0 };
        assert_eq!(adding_up(&[row(100, false), row(200, false), row(300, true), row(40, false)]), [2]);
        assert_eq!(adding_up(&[row(100, true), row(200, true), row(300, true)]), [2], "the last of amounts alone");
        assert_eq!(adding_up(&[row(100, true), row(200, true), row(300, true), row(40, true)]), Vec::<usize>::new());
        assert_eq!(adding_up(&[row(100, false), row(200, false), row(300, false)]), Vec::<usize>::new());
        let later = [row(50, false), row(100, false), row(200, false), row(300, true)];
        assert_eq!(adding_up(&later), Vec::<usize>::new());
        let since = later.map(|row| Weighed { sums: usize::from(row.amount != Some(50)), ..row });
        assert_eq!(adding_up(&since), [3], "of those since the last sum");
    }
}
