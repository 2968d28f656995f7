//! The papers of an RFP as plain models, built from a snapshot: the RFP itself and the addendum.

use chrono::{Datelike, NaiveDate};

use super::change::{numbers, touched, Change, How, Kind};
use super::field::{self, milestones, table};
use super::snapshot::{Addressee, SectionShot, Snapshot, Words};
use super::Level;
use crate::calendar;
use crate::l10n::Lang;
use crate::paper::{
    self, AddendumPaper, Align, Block, Cell, ChangeGroup, CriterionRow, HistoryRow, InnerList, Issuer, Item,
    PaperChange, PaperHead, RequirementGroup, RequirementRow, RfpPaper, Run, Runs, ScheduleRow,
};
use crate::procurement::{FactGroup, FactKey};
use crate::richtext::difference;
use crate::richtext::{self, CellBlock, Inline, List, Table, Wording};
use crate::Text;

/// What a paper is made for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Purpose<'a> {
    /// The bidder whose copy it is; none for the general copy.
    pub to: Option<&'a Addressee>,
    /// A look at it, not a release.
    pub preview: bool,
}

/// The RFP as a paper.
pub fn rfp_paper(shot: &Snapshot, purpose: Purpose<'_>) -> RfpPaper {
    let words = shot.words_for(purpose.to);
    let whole_list = shot.sections.iter().any(|section| section.body.drawn().any(|name| name == "requirements"));
    let mut body = Vec::new();
    for section in &shot.sections {
        body.push(Block::Heading {
            l: u8::try_from(section.depth + 1).unwrap_or(1),
            s: section.title.as_str().into(),
            id: Some(section.id.clone()),
            small: false,
        });
        blocks(shot, section, &words, &mut body);
        if !whole_list {
            body.extend(requirements(shot, Some(Some(&section.id)), None));
        }
    }
    if !whole_list && !shot.sections.is_empty() {
        body.extend(requirements(shot, Some(None), Some(shot.lang.word("block-requirements"))));
    }
    let history = history_of(shot)
        .into_iter()
        .map(|(v, issued, what)| HistoryRow { v, date: day(shot, issued), by: unit(shot), what: what.into() })
        .collect();
    let title = shot.fact(FactKey::DocTitle);
    let head = PaperHead {
        kind: shot.lang.word("paper-kind-rfp"),
        title_parts: phrases(title, shot.lang),
        running: Some(shot.lang.say(&Text::new("paper-running-rfp").arg("title", title))),
        title: title.into(),
        number: shot.fact(FactKey::DocNumber).into(),
        ..head(shot, purpose)
    };
    let apart = paper::chapters_apart(&body);
    RfpPaper { lang: lang(shot), words: labels(shot), paper: head, history, body, apart }
}

/// The addendum that leads from `old` to `new`.
pub fn addendum_paper(old: &Snapshot, new: &Snapshot, changes: &[Change], purpose: Purpose<'_>) -> AddendumPaper {
    let no = new.history.len();
    let number = new.fact(FactKey::DocNumber);
    let say = |id: &str| Text::new(id).arg("number", number).arg("no", no);
    let title = new.lang.say(&say("addendum-title"));
    let head = PaperHead {
        kind: new.lang.say(&say("addendum-kind")),
        title_parts: (new.lang == Lang::Ja).then(|| parts_of_addendum(&title)).flatten(),
        running: Some(new.lang.say(&say("addendum-running"))),
        title,
        number: if number.is_empty() { String::new() } else { format!("{number}-A{no}") },
        ..head(new, purpose)
    };
    let old_version = version(old, &old.number);
    let opening = Text::new("addendum-opening")
        .arg("version", &old_version)
        .arg("issued", day(old, old.issued))
        .arg("count", changes.len());
    let mut opening = vec![paragraph(new.lang.say(&opening))];
    if !new.reason.is_empty() {
        opening.push(paragraph(new.lang.say(&Text::new("addendum-reason").arg("reason", &new.reason))));
    }
    let closing = vec![paragraph(new.lang.say(&Text::new("addendum-closing").arg("contact", contact(new))))];
    AddendumPaper {
        lang: lang(new),
        words: labels(new),
        paper: head,
        opening,
        facts: addendum_facts(old, new, changes),
        groups: groups(old, new, changes, no),
        closing,
    }
}

fn parts_of_addendum(title: &str) -> Option<Vec<String>> {
    let at = title.rfind("の変更")? + "の".len();
    Some(vec![title[..at].to_owned(), title[at..].to_owned()])
}

fn addendum_facts(old: &Snapshot, new: &Snapshot, changes: &[Change]) -> Vec<(Runs, Runs)> {
    let word = |id: &str| Runs::from(new.lang.word(id));
    let released = |shot: &Snapshot| {
        new.lang.say(
            &Text::new("addendum-version-of")
                .arg("version", version(shot, &shot.number))
                .arg("issued", day(shot, shot.issued)),
        )
    };
    let number = new.fact(FactKey::DocNumber);
    let gap = if number.is_empty() { "" } else { "　" };
    let mut rows = vec![
        (word("addendum-fact-old"), format!("{number}{gap}{}", released(old)).into()),
        (word("addendum-fact-new"), released(new).into()),
    ];
    let touched = touched(changes);
    let places = new.sections.iter().filter(|section| touched.contains(&section.id));
    let places: Vec<&str> = places.map(|section| section.number.as_str()).collect();
    if !places.is_empty() {
        rows.push((word("addendum-fact-places"), places.join("　").into()));
    }
    let (was, is) = (old.facts(), new.facts());
    for key in FactKey::milestones().filter(|key| old.fact(*key) != new.fact(*key)) {
        let mut runs = Vec::new();
        match is.shown(key, new.lang) {
            Some(now) => runs.push(Run { b: true, ..Run::new(now) }),
            None => runs.push(Run::new(new.lang.word("addendum-none"))),
        }
        if let Some(was) = was.shown(key, old.lang) {
            runs.push(Run::new(new.lang.say(&Text::new("addendum-was").arg("was", was))));
        }
        rows.push((word(&key.label().id), runs.into()));
    }
    let contact = contact(new);
    if !contact.is_empty() {
        rows.push((word("addendum-fact-contact"), contact.into()));
    }
    rows
}

fn groups(old: &Snapshot, new: &Snapshot, changes: &[Change], no: usize) -> Vec<ChangeGroup> {
    let mut groups: Vec<ChangeGroup> = Vec::new();
    for change in changes {
        let section = change.sections.first().and_then(|id| new.section(id).or_else(|| old.section(id)));
        let (chapter, name) = section.map_or_else(
            || (String::new(), new.lang.word("addendum-whole")),
            |section| {
                let shot = if new.section(&section.id).is_some() { new } else { old };
                chapter_of(shot, section)
            },
        );
        let told = told(old, new, change, no);
        match groups.last_mut() {
            Some(group) if group.no == chapter && group.name.plain() == name => group.changes.push(told),
            _ => groups.push(ChangeGroup { no: chapter, name: name.into(), changes: vec![told] }),
        }
    }
    groups
}

fn chapter_of(shot: &Snapshot, section: &SectionShot) -> (String, String) {
    let mut at = section;
    while let Some(parent) = at.parent.as_deref().and_then(|id| shot.section(id)) {
        at = parent;
    }
    (at.number.clone(), at.title.clone())
}

fn told(old: &Snapshot, new: &Snapshot, change: &Change, no: usize) -> PaperChange {
    let name = match change.kind {
        Kind::Requirement => format!("{}　{}", change.title, change.number),
        Kind::Criterion => format!("{}　{} {}", new.lang.word("addendum-criterion"), change.number, change.title),
        Kind::Item => format!("{}　{}", new.lang.word("addendum-item"), change.title),
        Kind::Evaluator => format!("{}　{}", new.lang.word("addendum-evaluator"), change.title),
        Kind::Fact => format!("{}　{}", new.lang.word("addendum-detail"), change.title),
        Kind::Section => change.title.clone(),
    };
    let how = match change.how {
        How::Added => new.lang.word("addendum-added"),
        How::Removed => new.lang.word("addendum-removed"),
        How::Moved => new.lang.word("addendum-moved"),
        How::Changed => String::new(),
    };
    // Where it stood is said where it stands elsewhere now.
    let number = |shot: &Snapshot, id: &str| shot.section(id).map(|section| section.number.clone());
    let elsewhere = change.sections.iter().any(|id| number(old, id).is_some_and(|was| number(new, id) != Some(was)));
    let place = || format!("{} {}", version(old, &old.number), numbers(old, &change.sections, new.lang));
    let side = |runs: &[difference::Run]| {
        if runs.is_empty() {
            Runs::from(new.lang.word("addendum-none"))
        } else {
            let runs = runs.iter().map(|run| Run { ins: run.ins, del: run.del, ..Run::new(run.s.clone()) });
            Runs(runs.collect())
        }
    };
    PaperChange {
        no: format!("A{no}-{}", change.no),
        section: numbers(new, &change.sections, new.lang),
        name: format!("{name}{how}"),
        place: if elsewhere { place() } else { String::new() },
        old: side(&change.old),
        new: side(&change.new),
    }
}

/// Every release up to this one: number, day, what it is.
pub(super) fn history_of(shot: &Snapshot) -> Vec<(String, NaiveDate, String)> {
    let what = |n: usize, reason: &str| match (n, reason.is_empty()) {
        (0, _) => shot.lang.word("rfp-first-version"),
        (_, true) => shot.lang.word("rfp-later-version"),
        (_, false) => reason.to_owned(),
    };
    let mut rows: Vec<_> = shot
        .history
        .iter()
        .enumerate()
        .map(|(n, past)| (past.number.clone(), past.issued, what(n, &past.reason)))
        .collect();
    rows.push((shot.number.clone(), shot.issued, what(rows.len(), &shot.reason)));
    rows
}

/// The company with 御中, as a paper is addressed.
pub fn addressed(company: &str, lang: Lang) -> String {
    lang.say(&Text::new("rfp-addressed").arg("company", company))
}

/// Which copy it is, of how many: `3／5`.
pub fn copy_of(shot: &Snapshot, to: &Addressee) -> String {
    // A bidder that came after the release has a number behind all of its.
    let all = shot.bidders.iter().map(|bidder| bidder.copy).fold(to.copy, i64::max);
    shot.lang.say(&Text::new("rfp-copy").arg("copy", to.copy).arg("copies", all))
}

fn head(shot: &Snapshot, purpose: Purpose<'_>) -> PaperHead {
    let class = shot.fact(FactKey::DocConfidentiality);
    let long = shot.fact(FactKey::DocConfidentialityLong);
    let footnote = match (shot.is_sample, purpose.preview) {
        (true, _) => Some(shot.lang.word("rfp-sample-mark")),
        (false, true) => Some(shot.lang.word("rfp-draft-mark")),
        (false, false) => None,
    };
    PaperHead {
        version: version(shot, &shot.number),
        issued: day(shot, shot.issued),
        to: purpose.to.map(|to| addressed(&to.company, shot.lang)),
        issuer: Issuer { company: shot.fact(FactKey::IssuerCompany).into(), unit: unit(shot) },
        class: class.into(),
        class_long: if long.is_empty() { class.into() } else { long.into() },
        copy: purpose.to.map(|to| copy_of(shot, to)),
        footnote,
        ..PaperHead::default()
    }
}

fn labels(shot: &Snapshot) -> std::collections::BTreeMap<String, String> {
    paper::words(|id| shot.lang.word(id))
}

fn lang(shot: &Snapshot) -> paper::Lang {
    match shot.lang {
        Lang::Ja => paper::Lang::Ja,
        Lang::En => paper::Lang::En,
    }
}

fn version(shot: &Snapshot, number: &str) -> String {
    shot.lang.say(&Text::new("rfp-version").arg("number", number))
}

fn day(shot: &Snapshot, date: NaiveDate) -> String {
    calendar::day(date, shot.lang, shot.facts().style())
}

fn unit(shot: &Snapshot) -> String {
    shot.fact(FactKey::IssuerDepartment).into()
}

fn contact(shot: &Snapshot) -> String {
    let parts = [shot.fact(FactKey::ContactRole), shot.fact(FactKey::ContactMail)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("　")
}

fn paragraph(words: String) -> Block {
    Block::Paragraph { r: words.into() }
}

fn blocks(shot: &Snapshot, section: &SectionShot, words: &Words<'_>, out: &mut Vec<Block>) {
    for block in &section.body.blocks {
        match block {
            richtext::Block::Paragraph(content) => {
                let r = runs(shot, content, words);
                if !r.is_empty() {
                    out.push(Block::Paragraph { r });
                }
            }
            richtext::Block::Heading { level, content } => {
                let l = u8::try_from(section.depth + 1).unwrap_or(1).saturating_add(*level);
                out.push(Block::Heading { l, s: runs(shot, content, words), id: None, small: true });
            }
            richtext::Block::List(list) => out.push(list_block(shot, list, words)),
            richtext::Block::Table(table) => out.push(table_block(shot, table, words)),
            richtext::Block::Drawn(name) => out.extend(drawn(shot, name)),
        }
    }
}

/// Pieces of a line as runs. A field without a value shows its name, marked as missing.
fn runs(shot: &Snapshot, content: &[Inline], words: &Words<'_>) -> Runs {
    let marked = |s: String, marks: &richtext::Marks| Run {
        b: marks.strong,
        i: marks.em,
        n: marks.underline,
        k: marks.strike,
        u: marks.link.clone(),
        ..Run::new(s)
    };
    let pieces = content.iter().map(|piece| match piece {
        Inline::Text { text, marks } => marked(text.clone(), marks),
        Inline::Break => Run::new("\n"),
        Inline::Field { key, marks } => match words.field(key) {
            Some(value) => {
                let link = (key == "contact.mail").then(|| format!("mailto:{value}"));
                let run = marked(value, marks);
                Run { u: run.u.clone().or(link), ..run }
            }
            None if field::is_known(key) => {
                let label = shot.lang.word(&field::label(key).id);
                Run {
                    missing: true,
                    ..marked(shot.lang.say(&Text::new("rfp-field-missing").arg("field", label)), marks)
                }
            }
            None => Run { missing: true, ..marked(format!("{{{{{key}}}}}"), marks) },
        },
    });
    Runs(pieces.collect())
}

/// The first number of a list where it has to be said.
fn start(list: &List) -> Option<u16> {
    Some(list.start).filter(|start| *start != 1)
}

fn items(shot: &Snapshot, list: &List, words: &Words<'_>) -> Vec<Item> {
    let inner = |inner: &List| InnerList { o: inner.ordered, start: start(inner), i: items(shot, inner, words) };
    let item = |item: &richtext::ListItem| Item {
        r: runs(shot, &item.content, words),
        lists: item.lists.iter().map(inner).collect(),
    };
    list.items.iter().map(item).collect()
}

fn list_block(shot: &Snapshot, list: &List, words: &Words<'_>) -> Block {
    let i = items(shot, list, words);
    if list.ordered {
        Block::Numbers { i, start: start(list) }
    } else {
        Block::Bullets { i }
    }
}

fn table_block(shot: &Snapshot, table: &Table, words: &Words<'_>) -> Block {
    let cell = |cell: &richtext::Cell| match cell.content.as_slice() {
        [CellBlock::Paragraph(content)] => {
            let mut set = runs(shot, content, words);
            if cell.head {
                set.0.iter_mut().for_each(|run| run.b = true);
            }
            Cell::Words(set)
        }
        content => Cell::Blocks {
            blocks: content
                .iter()
                .map(|block| match block {
                    CellBlock::Paragraph(content) => Block::Paragraph { r: runs(shot, content, words) },
                    CellBlock::List(list) => list_block(shot, list, words),
                })
                .collect(),
        },
    };
    let body = if table.has_head() { &table.rows[1..] } else { &table.rows[..] };
    let head = if table.has_head() {
        let plain = |cell: &richtext::Cell| {
            let lines: Vec<String> = cell
                .content
                .iter()
                .map(|block| match block {
                    CellBlock::Paragraph(content) => runs(shot, content, words).plain(),
                    CellBlock::List(_) => richtext::cell_words(std::slice::from_ref(block), words),
                })
                .collect();
            Cell::from(lines.join("\n"))
        };
        table.rows[0].iter().map(plain).collect()
    } else {
        Vec::new()
    };
    let columns = table.rows.first().map_or(0, Vec::len);
    let align = (0..columns).map(|n| column(body.iter().map(|row| &row[n]), words)).collect();
    Block::Table {
        cap: table.caption.as_deref().map(Runs::from),
        head,
        rows: body.iter().map(|row| row.iter().map(cell).collect()).collect(),
        align,
        foot: None,
    }
}

/// A column of amounts stands right: every cell that says something is a figure with at most a short unit. Figures that only
/// count the rows are names.
fn column<'a>(cells: impl Iterator<Item = &'a richtext::Cell>, words: &Words<'_>) -> Align {
    let mut figures = 0;
    let mut counting = true;
    for cell in cells {
        let text = richtext::cell_words(&cell.content, words);
        let text = text.trim();
        if text.is_empty() || text == "－" || text == "-" {
            continue;
        }
        let start = text.trim_start_matches(['¥', '￥', '+', '＋', '-', '−', '約']);
        let unit = start.trim_start_matches(|c: char| c.is_numeric() || matches!(c, ',' | '.' | '，' | '．'));
        if start.len() == unit.len() || unit.chars().count() > 4 || unit.chars().any(char::is_numeric) {
            return Align::Left;
        }
        figures += 1;
        counting &= text == figures.to_string();
    }
    if figures > 1 && !counting {
        Align::Right
    } else {
        Align::Left
    }
}

/// The requirements of one section, of none (`Some(None)`), or all of them grouped by section (`None`).
fn requirements(shot: &Snapshot, of: Option<Option<&String>>, cap: Option<String>) -> Option<Block> {
    let row = |r: &super::snapshot::RequirementShot| RequirementRow {
        no: r.number.clone(),
        text: r.text.as_str().into(),
        level: if r.level == Level::Must { paper::Level::Must } else { paper::Level::Want },
    };
    let mut groups: Vec<RequirementGroup> = Vec::new();
    let mut last: Option<Option<&String>> = None;
    for r in &shot.requirements {
        if of.is_some_and(|section| section != r.section.as_ref()) {
            continue;
        }
        if last != Some(r.section.as_ref()) {
            let name = match of {
                Some(_) => None,
                None => r
                    .section
                    .as_deref()
                    .and_then(|id| shot.section(id))
                    .map(|section| format!("{}　{}", section.number, section.title)),
            };
            groups.push(RequirementGroup { name, items: Vec::new() });
            last = Some(r.section.as_ref());
        }
        if let Some(group) = groups.last_mut() {
            group.items.push(row(r));
        }
    }
    (!groups.is_empty()).then(|| Block::Requirements { cap: cap.map(Runs::from), groups })
}

/// A part drawn from data. One that has nothing to show says so.
fn drawn(shot: &Snapshot, name: &str) -> Vec<Block> {
    let caption = shot.lang.word(&field::drawn_label(name).id);
    let (head, rows) = table(shot, name);
    if rows.is_empty() {
        let label = Text::new("rfp-field-missing").arg("field", caption);
        return vec![Block::Paragraph { r: Run { missing: true, ..Run::new(shot.lang.say(&label)) }.into() }];
    }
    let cap = Some(Runs::from(caption.clone()));
    let block = match name {
        "schedule" => Block::Schedule { cap, items: schedule(shot) },
        "criteria" => Block::Criteria {
            cap,
            items: shot
                .criteria
                .iter()
                .map(|c| CriterionRow {
                    no: c.number.clone(),
                    name: c.title.clone(),
                    view: c.asks.as_str().into(),
                    scheme: c.scheme.clone(),
                    weight: c.weight.clone(),
                    inner: c.inner,
                })
                .collect(),
            total: shot.weights.clone(),
            rules: shot.judging.clone(),
        },
        "requirements" => return requirements(shot, None, Some(caption)).into_iter().collect(),
        "required_items" => Block::Bullets { i: required_items(shot) },
        "contact" => {
            let mail = shot.fact(FactKey::ContactMail);
            let value = |value: String| {
                let link = (!mail.is_empty() && value == mail).then(|| format!("mailto:{value}"));
                Runs::from(Run { u: link, ..Run::new(value) })
            };
            let pair = |row: Vec<String>| {
                let mut row = row.into_iter();
                (Runs::from(row.next().unwrap_or_default()), value(row.next().unwrap_or_default()))
            };
            Block::Facts { rows: rows.into_iter().map(pair).collect() }
        }
        _ => {
            let cells = |row: Vec<String>| row.into_iter().map(Cell::from).collect::<Vec<_>>();
            let cap = (name != "revision_history").then_some(cap).flatten();
            let head = head.into_iter().map(Cell::from).collect();
            Block::Table { cap, head, rows: rows.into_iter().map(cells).collect(), align: Vec::new(), foot: None }
        }
    };
    vec![block]
}

fn required_items(shot: &Snapshot) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::new();
    for item in &shot.items {
        let line = Item { r: item.title.as_str().into(), ..Item::default() };
        match out.last_mut() {
            Some(group) if item.inner => match group.lists.last_mut() {
                Some(inner) => inner.i.push(line),
                None => group.lists.push(InnerList { i: vec![line], ..InnerList::default() }),
            },
            _ => out.push(line),
        }
    }
    out
}

fn schedule(shot: &Snapshot) -> Vec<ScheduleRow> {
    let facts = shot.facts();
    let mut year = None;
    let mut rows = Vec::new();
    for (key, _) in milestones(shot) {
        let Some(at) = facts.moment(key) else { continue };
        let whole = calendar::plain_day(at.date, shot.lang, facts.style());
        let date = match (shot.lang, whole.split_once('年')) {
            (Lang::Ja, Some((_, rest))) if year == Some(at.date.year()) => rest.to_owned(),
            _ => whole,
        };
        year = Some(at.date.year());
        let day = calendar::weekday(at.date, shot.lang);
        rows.push(ScheduleRow {
            date,
            day: match shot.lang {
                Lang::Ja => day.to_owned(),
                Lang::En => day.chars().take(3).collect(),
            },
            time: at.time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default(),
            what: shot.lang.word(&key.label().id),
            place: match key {
                FactKey::ProposalDeadline => shot.fact(FactKey::SubmissionTo),
                FactKey::QuestionDeadline => shot.fact(FactKey::ContactMail),
                _ => "",
            }
            .into(),
            firm: key.is_deadline(),
        });
    }
    rows
}

/// Longest phrase of a title that is left whole, in characters.
const PHRASE: usize = 12;

/// A Japanese title as phrases it may break between: behind a particle, behind ・ and 、, before an opening bracket, and in
/// long compounds where katakana and kanji meet.
pub fn phrases(title: &str, lang: Lang) -> Option<Vec<String>> {
    if lang != Lang::Ja {
        return None;
    }
    let hiragana = |c: char| ('\u{3041}'..='\u{309F}').contains(&c);
    let kanji = |c: char| ('\u{3400}'..='\u{9FFF}').contains(&c);
    let katakana = |c: char| ('\u{30A1}'..='\u{30FA}').contains(&c) || c == 'ー';
    let cut = |text: &str, between: &dyn Fn(char, char) -> bool| {
        let mut parts: Vec<String> = Vec::new();
        let mut last: Option<char> = None;
        for c in text.chars() {
            match parts.last_mut() {
                Some(part) if !last.is_some_and(|last| between(last, c)) => part.push(c),
                _ => parts.push(c.to_string()),
            }
            last = Some(c);
        }
        parts
    };
    let loose = |last: char, next: char| {
        // 「お願い」 and 「取り扱い」 stay whole: a kana between kanji ends a phrase only where it is a particle.
        let particle = "のをにとへはがで".contains(last) || last == 'る';
        let joined = last == 'に' && "関対基伴係".contains(next); // 「に関する」 is one phrase
        (particle && !joined && hiragana(last) && !hiragana(next) && !"、。・」）".contains(next))
            || matches!(last, '・' | '、' | '　')
            || matches!(next, '（' | '「')
    };
    let parts = cut(title, &loose)
        .into_iter()
        .flat_map(|part| {
            if part.chars().count() > PHRASE {
                cut(&part, &|last, next| katakana(last) && kanji(next))
            } else {
                vec![part]
            }
        })
        .collect::<Vec<_>>();
    (parts.len() > 1).then_some(parts)
}

/// The dates of a release's addendum line on screens: the milestones that differ, by name.
pub fn moved_dates(old: &Snapshot, new: &Snapshot, lang: Lang) -> Vec<String> {
    FactKey::ALL
        .iter()
        .filter(|key| key.group() == FactGroup::Schedule && old.fact(**key) != new.fact(**key))
        .map(|key| lang.word(&key.label().id))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_break_between_phrases() {
        let parts = |title: &str| phrases(title, Lang::Ja).unwrap_or_default().join("|");
        assert_eq!(
            parts("カスタマーサクセス業務の外部委託に関する提案のお願い"),
            "カスタマーサクセス業務の|外部委託に関する|提案のお願い"
        );
        assert_eq!(
            parts("カスタマーサクセス導入支援・定型業務の委託"),
            "カスタマーサクセス|導入支援・|定型業務の|委託"
        );
        assert_eq!(phrases("Title", Lang::En), None);
    }
}
