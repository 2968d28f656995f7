//! What a reader's tools find in the files.

use sentei_core::decision::paper::LetterPaper;
use sentei_core::paper::{AddendumPaper, Align, Block, Cell, CriterionRow, InnerList, Issuer, Item, Run, Runs};
use sentei_papers::Engine;

use crate::tools::{addendum, heading, of, paragraph, rfp, rfp_pdf, said, stamp, tight, title, words, File};

#[test]
fn every_word_of_the_source_is_found_again() {
    for lang in ["ja", "en"] {
        let paper = rfp(lang);
        let text = tight(&File::pdf(&rfp_pdf(&paper)).text());
        for word in words(&paper.body) {
            // A line of a table's cell may be cut by its neighbour in the reading order of the tool.
            let found = word.split_inclusive(['。', '、', ' ']).all(|part| text.contains(&tight(part)))
                || text.contains(&tight(&word));
            assert!(found, "not found in the {lang} paper: {word}");
        }
        for word in [&paper.paper.title, &paper.paper.number, &paper.paper.issuer.company, &paper.paper.class_long] {
            assert!(text.contains(&tight(word)), "not on the cover: {word}");
        }
    }
}

#[test]
fn the_columns_of_criteria_are_as_wide_as_what_stands_in_them() {
    let scheme = "もっともすぐれた提案をもとにした相対評価";
    let criterion = |no: &str, view: &str| CriterionRow {
        no: no.into(),
        name: "費用".into(),
        view: view.into(),
        scheme: scheme.into(),
        weight: "50".into(),
        inner: false,
    };
    let items = vec![criterion("1", "総額"), criterion("2", "")];
    let mut paper = of(vec![Block::Criteria { cap: None, items, total: "100".into(), rules: Vec::new() }]);
    paper.words.insert("crit-scheme".into(), "採点方法".into());
    let lines = File::pdf(&rfp_pdf(&paper)).lines();
    let whole = lines.iter().filter(|line| line.contains(scheme)).count();
    assert_eq!(whole, 2, "how it is judged has the room that nothing else needs: {lines:#?}");
}

#[test]
fn rare_letters_are_copied_as_they_were_typed() {
    let rare = "髙﨑𠮷①㈱～〜－ｶﾅ神";
    let text = File::pdf(&rfp_pdf(&of(vec![paragraph(rare)]))).text();
    assert!(text.contains(rare), "{text}");
}

#[test]
fn a_letter_no_face_has_becomes_a_geta_and_is_told() {
    let paper = of(vec![paragraph("承知しました😀")]);
    let text = File::pdf(&rfp_pdf(&paper)).text();
    assert!(text.contains("承知しました〓"), "{text}");
    assert_eq!(sentei_papers::unshowable(&paper).unwrap().into_iter().collect::<String>(), "😀");
}

#[test]
fn no_line_begins_or_ends_where_it_must_not() {
    let never_first = "、。，．・：；？！ー）］｝」』】〕〉》々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％";
    let never_last = "（［｛「『【〔〈《";
    let mut paper = rfp("ja");
    // One text at eighty lengths meets every place a line can end at.
    for shift in 0..80 {
        let start = "あ".repeat(shift);
        paper.body.push(paragraph(&format!(
            "{start}「当社」は、（甲）と『乙』のどちらでもよい……と述べた。ショッピング、カート（ヵ月％）、「チェック」。"
        )));
    }
    let mut lines = 0;
    for line in File::pdf(&rfp_pdf(&paper)).lines().iter().filter(|line| line.chars().count() > 1) {
        lines += 1;
        let first = line.chars().next().unwrap();
        // The text has no point of its own at a place where a line could begin: this one is a list's mark.
        assert!(first == '・' || !never_first.contains(first), "begins with {first}: {line}");
        assert!(!never_last.contains(line.chars().last().unwrap()), "ends badly: {line}");
    }
    assert!(lines > 300, "only {lines} lines were looked at");
}

#[test]
fn fonts_are_embedded_and_hold_only_what_is_used() {
    let fonts = said(&File::pdf(&rfp_pdf(&rfp("ja"))).tool("pdffonts", &[]));
    let rows: Vec<_> = fonts.lines().skip(2).collect();
    assert!(rows.len() >= 4, "{fonts}");
    for row in rows {
        let fields: Vec<_> = row.split_whitespace().rev().collect();
        assert_eq!(fields[2..5], ["yes", "yes", "yes"], "not embedded, cut down and readable: {row}");
        assert!(row.contains('+') && (row.contains("BIZUDPGothic") || row.contains("NotoSansJP")), "{row}");
    }
}

#[test]
fn files_are_sound_and_say_what_they_are() {
    let engine = Engine::new();
    for bytes in [
        engine.rfp_pdf(&rfp("ja"), &stamp()).unwrap(),
        engine.rfp_pdf(&rfp("en"), &stamp()).unwrap(),
        engine.addendum_pdf(&addendum(), &stamp()).unwrap(),
    ] {
        let file = File::pdf(&bytes);
        let check = file.tool("qpdf", &["--check"]);
        assert!(check.status.success(), "{}", said(&check));
        let info = said(&file.tool("pdfinfo", &[]));
        assert!(info.contains("Tagged:") && info.lines().any(|l| l.starts_with("Tagged:") && l.ends_with("yes")));
        assert!(info.contains("2026"), "{info}");
        let meta = said(&file.tool("pdfinfo", &["-meta"]));
        for mark in ["pdfuaid:part", "pdfaid:part"] {
            assert!(meta.contains(mark), "{mark} is missing: {meta}");
        }
    }
}

#[test]
fn bookmarks_are_nested_as_the_sections_are() {
    let file = File::pdf(&rfp_pdf(&rfp("ja")));
    let json = said(&file.tool("qpdf", &["--json=2", "--json-key=outlines"]));
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    let top = value["outlines"].as_array().unwrap();
    let chapter = top.iter().find(|entry| entry["title"].as_str().unwrap().contains("要件")).unwrap();
    let inner = &chapter["kids"].as_array().unwrap()[2];
    assert!(inner["title"].as_str().unwrap().contains("業務の詳細"), "{inner}");
    assert!(inner["kids"][0]["title"].as_str().unwrap().contains("使用するシステム"), "{inner}");
}

#[test]
fn the_contents_name_the_right_pages() {
    let paper = rfp("ja");
    let file = File::pdf(&rfp_pdf(&paper));
    let pages = file.pages();
    let contents = said(&crate::tools::run("pdftotext", &["-layout", "-f", "2", "-l", "2", &file.arg(), "-"]));
    let mut seen = 0;
    for block in &paper.body {
        let Block::Heading { s, .. } = block else { continue };
        let words = title(s);
        let line = contents
            .lines()
            .find(|line| {
                let line = line.replace('\u{2060}', "");
                let parts: Vec<_> = line.split_whitespace().collect();
                parts.len() > 2
                    && parts[parts.len() - 1].parse::<usize>().is_ok()
                    && parts[1..parts.len() - 1].join(" ") == words
            })
            .unwrap_or_else(|| panic!("{words} is not in the contents:\n{contents}"));
        let page: usize = line.replace('\u{2060}', "").split_whitespace().last().unwrap().parse().unwrap();
        assert!(tight(&pages[page - 1]).contains(&tight(&words)), "{words} is not on page {page}");
        seen += 1;
    }
    assert!(seen > 15);
}

#[test]
fn the_accessibility_checkers_find_nothing() {
    let engine = Engine::new();
    let papers = [
        engine.rfp_pdf(&rfp("ja"), &stamp()).unwrap(),
        engine.rfp_pdf(&rfp("en"), &stamp()).unwrap(),
        engine.addendum_pdf(&addendum(), &stamp()).unwrap(),
    ];
    for bytes in papers {
        let file = File::pdf(&bytes);
        let pdfua = file.tool("pdfua", &["check"]);
        assert!(pdfua.status.success(), "{}{}", said(&pdfua), String::from_utf8_lossy(&pdfua.stderr));
        // TBL-010 counts the rows of group names as shredded heads, TBL-014 misreads tables without a caption.
        let outloud = file.tool("outloud", &["--fail-on", "warning", "--skip", "TBL-010,TBL-014"]);
        assert!(outloud.status.success(), "{}{}", said(&outloud), String::from_utf8_lossy(&outloud.stderr));
    }
}

#[test]
fn hostile_text_comes_out_as_typed() {
    let hostile = [
        "#import \"@preview/x:1.0.0\": * $x^2$ *bold* _it_ `raw` <label> @ref",
        "= no heading, - no item, / no: term, \\ no break, // no comment",
        "#{ panic(\"no\") } #eval(\"1\") #read(\"/etc/passwd\") #include \"/paper.typ\"",
        "<script>alert(1)</script> &amp; <b>no</b> {{ template }} ${value} %s {0}",
        "~ --- ... \"quotes\" 'single' [brackets] #",
    ];
    let text = tight(&File::pdf(&rfp_pdf(&of(hostile.iter().map(|words| paragraph(words)).collect()))).text());
    for words in hostile {
        // Quotation marks are set as a typographer would.
        let even = |text: &str| text.replace(['“', '”', '„'], "\"").replace(['‘', '’'], "'");
        assert!(even(&text).contains(&even(&tight(words))), "{words}\n{text}");
    }
}

#[test]
fn a_link_leads_only_where_it_is_safe() {
    let link = |href: &str| Block::Paragraph {
        r: Runs(vec![Run { s: "ここ".into(), u: Some(href.into()), ..Run::default() }]),
    };
    let paper = of(vec![
        link("https://minato.example/a"),
        link("mailto:desk@minato.example"),
        link("javascript:alert(1)"),
        link("file:///etc/passwd"),
    ]);
    let uris = said(&File::pdf(&rfp_pdf(&paper)).tool("pdfinfo", &["-url"]));
    assert!(uris.contains("https://minato.example/a") && uris.contains("mailto:desk@minato.example"), "{uris}");
    assert!(!uris.contains("javascript") && !uris.contains("passwd"), "{uris}");
}

#[test]
fn a_long_table_breaks_between_rows_and_repeats_its_head() {
    let rows: Vec<Vec<Cell>> = (1..=200)
        .map(|n| vec![format!("始{n:03} 二行にわたる長さの文をここに置いて行の高さを確かめるためにもう少しだけ続けて書き足しておく 終{n:03}").into(), Cell::from("備考")])
        .collect();
    let table = Block::Table {
        cap: Some("長い表".into()),
        head: vec!["頭の見出し".into(), "備考の見出し".into()],
        rows,
        align: Vec::new(),
        foot: None,
    };
    let pages = File::pdf(&rfp_pdf(&of(vec![table]))).pages();
    let with_rows: Vec<_> = pages.iter().filter(|page| page.contains("始")).collect();
    assert!(with_rows.len() > 4, "{} pages", with_rows.len());
    for page in with_rows {
        assert_eq!(page.matches("頭の見出し").count(), 1, "{page}");
        assert_eq!(page.matches('始').count(), page.matches('終').count(), "a row is cut: {page}");
    }
}

#[test]
fn no_page_begins_with_sums_alone() {
    // Tables that are long enough to be torn, and lines between them: some would leave their sums to the next page.
    let table = |count: usize| Block::Table {
        cap: None,
        head: vec!["項目".into(), "金額".into()],
        rows: (0..count).map(|_| vec![Cell::from(format!("行{count}")), Cell::from("1,000")]).collect(),
        align: vec![Align::Left, Align::Right],
        foot: Some(vec![Cell::from(format!("計{count}")), Cell::from("1,000")]),
    };
    let blocks = (13..40).flat_map(|count| {
        let between = std::iter::repeat_n(paragraph("間の文"), count % 5);
        between.chain(std::iter::once(table(count)))
    });
    let pages = File::pdf(&rfp_pdf(&of(blocks.collect()))).pages();
    for count in 13..40 {
        let page = pages.iter().find(|page| page.contains(&format!("計{count}"))).unwrap();
        assert!(page.contains(&format!("行{count}")), "{page}");
    }
}

#[test]
fn no_table_leaves_one_row_alone_to_the_next_page() {
    let table = |count: usize| Block::Table {
        cap: None,
        head: vec!["項目".into(), "内容".into()],
        rows: (0..count).map(|n| vec![Cell::from(format!("行{count}の{n}番")), Cell::from("一")]).collect(),
        align: Vec::new(),
        foot: None,
    };
    let pages = File::pdf(&rfp_pdf(&of((13..33).map(table).collect()))).pages();
    for count in 13..33 {
        let row = |n: usize| format!("行{count}の{n}番");
        let page = pages.iter().find(|page| page.contains(&row(count - 1))).unwrap();
        assert!(page.contains(&row(count - 2)), "{page}");
    }
}

#[test]
fn a_cell_longer_than_a_page_loses_nothing() {
    let long = (0..600).map(|n| format!("【{n}】番目の文である。")).collect::<String>();
    let table = Block::Table {
        cap: None,
        head: vec!["左".into(), "右".into()],
        rows: vec![vec![long.as_str().into(), "短い".into()]],
        align: Vec::new(),
        foot: None,
    };
    let text = tight(&File::pdf(&rfp_pdf(&of(vec![table]))).text());
    for n in 0..600 {
        assert!(text.contains(&format!("【{n}】")), "{n} is lost");
    }
}

#[test]
fn odd_papers_are_set_too() {
    let mut bare = rfp("ja");
    bare.history.clear();
    bare.body.clear();
    bare.paper = sentei_core::paper::PaperHead::default();
    rfp_pdf(&bare);

    let wide = Block::Table {
        cap: Some("広い表".into()),
        head: (0..20).map(|n| format!("列{n}").into()).collect(),
        rows: vec![(0..20).map(|n| format!("値{n}").into()).collect(), vec!["一つだけ".into()]],
        align: Vec::new(),
        foot: None,
    };
    let nested = Cell::Blocks {
        blocks: vec![
            paragraph("先の段落"),
            Block::Bullets { i: vec![sentei_core::paper::Item { r: "箇条".into(), ..Default::default() }] },
        ],
    };
    let cells = Block::Table {
        cap: None,
        head: Vec::new(),
        rows: vec![vec![nested, "".into()]],
        align: Vec::new(),
        foot: None,
    };
    let small = Block::Heading { l: 5, s: "小見出し".into(), id: None, small: true };
    let skipped = heading(6, "深い見出し", "deep");
    let nameless = heading(2, "", "nameless");
    let empty = Block::Requirements { cap: None, groups: Vec::new() };
    let text = tight(
        &File::pdf(&rfp_pdf(&of(vec![
            wide,
            cells,
            small,
            skipped,
            nameless,
            empty,
            Block::Facts { rows: Vec::new() },
            Block::Bullets { i: Vec::new() },
            paragraph(""),
            Block::Paragraph { r: Runs::default() },
            paragraph("一行目\n二行目"),
        ])))
        .text(),
    );
    for words in ["列19", "値19", "一つだけ", "先の段落", "箇条", "小見出し", "深い見出し", "一行目二行目"]
    {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn two_lists_in_an_item_keep_their_own_numbering() {
    let line = |words: &str| Item { r: words.into(), ..Item::default() };
    let lists = vec![
        InnerList { i: vec![line("点の一"), line("点の二")], ..InnerList::default() },
        InnerList { o: true, start: None, i: vec![line("番号の一"), line("番号の二")] },
    ];
    let paper = of(vec![Block::Bullets { i: vec![Item { r: "親".into(), lists }] }]);
    let text = tight(&File::pdf(&rfp_pdf(&paper)).text());
    for words in ["・親", "点の一", "点の二", "(1)番号の一", "(2)番号の二"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("(1)点") && !text.contains("(3)"), "{text}");
}

#[test]
fn a_list_begins_at_its_number() {
    let line = |words: &str| Item { r: words.into(), ..Item::default() };
    let inner = InnerList { o: true, start: Some(3), i: vec![line("内の三")] };
    let outer = Item { lists: vec![inner], ..line("外の五") };
    let paper = of(vec![Block::Numbers { i: vec![outer, line("外の六")], start: Some(5) }]);
    let text = tight(&File::pdf(&rfp_pdf(&paper)).text());
    for words in ["(5)外の五", "ウ内の三", "(6)外の六"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn equal_papers_are_equal_files() {
    let (one, two) = (Engine::new(), Engine::new());
    let first = one.rfp_pdf(&rfp("ja"), &stamp()).unwrap();
    one.preview(&rfp("en")).unwrap();
    assert!(first == two.rfp_pdf(&rfp("ja"), &stamp()).unwrap());
    assert!(first == one.rfp_pdf(&rfp("ja"), &stamp()).unwrap());
    let mut other = rfp("ja");
    other.paper.to = Some("株式会社みどり野　御中".into());
    assert!(first != one.rfp_pdf(&other, &stamp()).unwrap());
}

#[test]
fn chapters_of_a_long_paper_begin_pages() {
    let chapter = |n: usize| {
        let text = "委託先は、受け付けた問い合わせを内容ごとに分け、手順書に沿って返答し、結果を記録する。".repeat(9);
        let words = (0..5).map(move |_| paragraph(&text));
        std::iter::once(heading(1, &format!("業務その{n}"), &format!("chapter-{n}"))).chain(words)
    };
    let mut paper = rfp("ja");
    paper.body = (1..=10).flat_map(chapter).collect();
    for apart in [false, true] {
        paper.apart = apart;
        let pages = File::pdf(&rfp_pdf(&paper)).pages();
        let shown = Engine::new().preview(&paper).unwrap();
        let mut begun: Vec<_> = shown.page_of.iter().collect();
        begun.sort_by_key(|(_, page)| **page);
        let at_top = begun.iter().filter(|(id, page)| {
            let name = format!("業務その{}", id.trim_start_matches("chapter-"));
            pages[**page - 1]
                .lines()
                .filter(|line| !line.trim().is_empty())
                .nth(1)
                .is_some_and(|line| line.contains(&name))
        });
        assert_eq!(at_top.count() == 10, apart, "{begun:?}");
    }
}

/// A letter of one paragraph, as its file reads.
fn letter_that_says(said: &str) -> File {
    let letter: LetterPaper = serde_json::from_value(serde_json::json!({
        "lang": "ja",
        "words": {},
        "paper": { "kind": "結果のお知らせ", "title": "選定の結果", "issued": "2027年5月6日" },
        "letter": {
            "to": ["甲野サポート 御中"],
            "from": ["見本商事"],
            "subject": "選定の結果",
            "body": [{ "t": "p", "r": [{ "s": said }] }],
        },
    }))
    .unwrap();
    File::pdf(&Engine::new().letter_pdf(&letter, &stamp()).unwrap())
}

#[test]
fn a_line_that_a_whole_address_leaves_short_is_not_drawn_out() {
    let said = "宛先は総務部調達課の見本花子です。ご質問は次のメールへ：procurement-and-contracts@minato-sogo.example";
    let reach = letter_that_says(said).reach('宛');
    assert!((360.0..450.0).contains(&reach), "the page's right edge is at 516 points, the line ends at {reach}");
}

#[test]
fn an_address_stays_on_one_line_with_the_word_that_names_it() {
    let said = "本件の問い合わせ先：CS 業務委託 調達窓口　電話 03-0000-0000　メール rfp@mihon-cloud.example";
    let text = letter_that_says(said).text();
    let line = text.lines().find(|line| line.contains("rfp@mihon-cloud.example")).expect("a whole address");
    assert!(line.contains("メール"), "{text}");
}

#[test]
fn what_is_not_said_has_no_label_at_the_head() {
    let mut paper = addendum();
    let labels = [paper.words["number"].clone(), paper.words["issuer"].clone()];
    let engine = Engine::new();
    let told = |paper: &AddendumPaper| {
        let text = tight(&File::pdf(&engine.addendum_pdf(paper, &stamp()).unwrap()).text());
        labels.iter().filter(|label| text.contains(label.as_str())).count()
    };
    assert_eq!(told(&paper), 2);
    paper.paper.number.clear();
    paper.paper.issuer = Issuer::default();
    assert_eq!(told(&paper), 0);
}

#[test]
fn a_paper_of_five_hundred_pages_is_set() {
    let mut paper = rfp("ja");
    let body = paper.body.clone();
    for copy in 0..80 {
        for block in &body {
            let mut block = block.clone();
            if let Block::Heading { id, .. } = &mut block {
                *id = id.as_ref().map(|id| format!("{id}-{copy}"));
            }
            paper.body.push(block);
        }
    }
    let shown = Engine::new().preview(&paper).unwrap();
    assert!(shown.pages >= 500, "{} pages", shown.pages);
    let file = File::pdf(&rfp_pdf(&paper));
    let info = said(&file.tool("pdfinfo", &[]));
    assert!(
        info.lines().any(|line| line.starts_with("Pages:") && line.ends_with(&format!(" {}", shown.pages))),
        "{info}"
    );
}
