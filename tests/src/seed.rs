//! Large libraries, planted in one step instead of typed.

use std::path::Path;

use chrono::Utc;
use sentei_core::bidder;
use sentei_core::calendar::{in_japan, Moment};
use sentei_core::journal::{Op, Stamp};
use sentei_core::l10n::Lang;
use sentei_core::library::Library;
use sentei_core::question::verbs::{add, Asked};
use sentei_core::question::Channel;
use sentei_core::{overview, rfp};

/// What questions are made of: subject, detail and end are combined, so that few are alike.
const SUBJECTS: &[&str] = &[
    "問い合わせの一次回答",
    "初期設定の作業",
    "契約台帳の取り込み",
    "繁忙月の増員",
    "業務責任者の配置",
    "個人情報の取り扱い",
    "見積の様式",
    "引き継ぎの期間",
    "品質の報告",
    "貸与される機器",
];
const DETAILS: &[&str] = &[
    "に使うシステムの権限は、受託側にも付与されますか",
    "について、月ごとの件数の内訳を教えてください",
    "は、国内であれば拠点を問わず行えますか",
    "の手順書は、いつの版まで整備されていますか",
    "で想定する一件あたりの時間を教えてください",
    "の費用は、月額に含めるべきでしょうか",
    "を再委託することは認められますか",
];
const ENDS: &[&str] =
    &["。", "。前提が変わる場合の扱いも併せて知りたいです。", "。可能であれば昨年度の実績をご提示ください。"];

/// Plants `count` questions of the sample's bidders into a new library; gives back the procurement.
///
/// # Panics
/// Where the library cannot be written.
pub fn questions(folder: &Path, count: usize) -> String {
    let stamp = Stamp { actor: "試験".into(), at: Utc::now() };
    let mut library = Library::open(folder, [7; 16], &stamp).expect("a new library");
    let planted = library.transact(Op::new("procurement-create"), &stamp, |tx| {
        let procurement = overview::verbs::create(tx, "sample", "", Lang::Ja)?;
        let bidders = bidder::of(tx, &procurement)?;
        let sections = rfp::section::sections(tx, &procurement)?;
        let now = in_japan(stamp.at);
        for n in 0..count {
            let asked = Asked {
                bidders: vec![bidders[n % bidders.len()].id.clone()],
                hearing: None,
                received_at: Moment { date: now.date_naive(), time: Some(now.time()) },
                channel: Channel::Sheet,
                person: String::new(),
                words: format!(
                    "{}{}{}（{}件目）",
                    SUBJECTS[n % SUBJECTS.len()],
                    DETAILS[n / 3 % DETAILS.len()],
                    ENDS[n / 7 % ENDS.len()],
                    n + 1
                ),
                wording: None,
                section: Some(sections[n % sections.len()].1.id.clone()),
                requirement: None,
                source: String::new(),
            };
            add(tx, &procurement, &asked)?;
        }
        Ok(procurement)
    });
    planted.expect("planted").value
}
