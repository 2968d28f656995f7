//! The order of the directory: by よみ, under the heads of the kana table.

use serde::Serialize;
use ts_rs::TS;

use super::Vendor;
use crate::l10n::{company_fold, fold};

/// The head of the directory a vendor stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "VendorInitial")]
pub enum Initial {
    /// あ行.
    A,
    /// か行.
    Ka,
    /// さ行.
    Sa,
    /// た行.
    Ta,
    /// な行.
    Na,
    /// は行.
    Ha,
    /// ま行.
    Ma,
    /// や行.
    Ya,
    /// ら行.
    Ra,
    /// わ行.
    Wa,
    /// A to Z.
    Latin,
    /// Anything else, a name in kanji without よみ among it.
    Other,
}

/// What a vendor is sorted by: its よみ, or its name without the legal form.
pub fn sort_key(vendor: &Vendor) -> String {
    let reading = fold(&vendor.reading);
    if reading.is_empty() {
        company_fold(&vendor.name)
    } else {
        reading
    }
}

/// The head a vendor stands under.
pub fn initial(vendor: &Vendor) -> Initial {
    match sort_key(vendor).chars().next() {
        Some('ぁ'..='お' | 'ゔ') => Initial::A,
        Some('か'..='ご' | 'ゕ' | 'ゖ') => Initial::Ka,
        Some('さ'..='ぞ') => Initial::Sa,
        Some('た'..='ど') => Initial::Ta,
        Some('な'..='の') => Initial::Na,
        Some('は'..='ぽ') => Initial::Ha,
        Some('ま'..='も') => Initial::Ma,
        Some('ゃ'..='よ') => Initial::Ya,
        Some('ら'..='ろ') => Initial::Ra,
        Some('ゎ'..='ん') => Initial::Wa,
        Some('a'..='z') => Initial::Latin,
        _ => Initial::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vendor::verbs::blank;

    #[test]
    fn every_name_stands_under_its_head() {
        for (name, reading, head) in [
            ("株式会社ハルイロサポート", "", Initial::Ha),
            ("合同会社アオネデスク", "", Initial::A),
            ("ヴェルデ株式会社", "", Initial::A),
            ("株式会社ガクト", "", Initial::Ka),
            ("早瀬商事", "ハヤセしょうじ", Initial::Ha),
            ("早瀬商事", "", Initial::Other),
            ("Ｍｉｈｏｎ Cloud, Inc.", "", Initial::Latin),
            ("ンドゥ", "", Initial::Wa),
            ("1st ステップ", "", Initial::Other),
        ] {
            let mut vendor = blank("v", name);
            if !reading.is_empty() {
                vendor.reading = reading.into();
            }
            assert_eq!(initial(&vendor), head, "{name} {reading}");
        }
    }
}
