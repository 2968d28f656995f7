//! The papers the bidders of the sample hand in. `proposals/proposal.typ` says how they are made again.

/// What they hold, by the names they came under.
const PAPERS: &[(&str, &[u8])] = &[
    ("提案書_ハルイロサポート.pdf", include_bytes!("proposals/v1.ja.pdf")),
    ("20270401_22286880_ハルイロサポート_見積書.pdf", include_bytes!("proposals/v1-estimate.ja.pdf")),
    ("提案書_ミナモCSパートナーズ.pdf", include_bytes!("proposals/v2.ja.pdf")),
    ("20270402_28529710_ミナモCSパートナーズ_見積書.pdf", include_bytes!("proposals/v2-estimate.ja.pdf")),
    ("提案書_ツムギバ・オペレーションズ.pdf", include_bytes!("proposals/v3.ja.pdf")),
    ("20270402_23815000_ツムギバ・オペレーションズ_見積書.pdf", include_bytes!("proposals/v3-estimate.ja.pdf")),
    ("提案書_アオネデスク.pdf", include_bytes!("proposals/v4.ja.pdf")),
    ("20270402_15635620_アオネデスク_見積書.pdf", include_bytes!("proposals/v4-estimate.ja.pdf")),
    ("20270407_18803620_アオネデスク_見積書改訂.pdf", include_bytes!("proposals/v4-estimate-2.ja.pdf")),
    ("proposal_haruiro-support.pdf", include_bytes!("proposals/v1.en.pdf")),
    ("20270401_22286880_haruiro-support_estimate.pdf", include_bytes!("proposals/v1-estimate.en.pdf")),
    ("proposal_minamo-csp.pdf", include_bytes!("proposals/v2.en.pdf")),
    ("20270402_28529710_minamo-csp_estimate.pdf", include_bytes!("proposals/v2-estimate.en.pdf")),
    ("proposal_tsumugiba-ops.pdf", include_bytes!("proposals/v3.en.pdf")),
    ("20270402_23815000_tsumugiba-ops_estimate.pdf", include_bytes!("proposals/v3-estimate.en.pdf")),
    ("proposal_aone-desk.pdf", include_bytes!("proposals/v4.en.pdf")),
    ("20270402_15635620_aone-desk_estimate.pdf", include_bytes!("proposals/v4-estimate.en.pdf")),
    ("20270407_18803620_aone-desk_estimate-revised.pdf", include_bytes!("proposals/v4-estimate-2.en.pdf")),
];

/// What a paper of this name holds, where it is shipped.
pub(super) fn bytes_of(name: &str) -> Option<&'static [u8]> {
    PAPERS.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes)
}
