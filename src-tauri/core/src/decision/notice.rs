//! Notices (結果通知): one letter to each bidder, made from the house's own templates and from the comments that may be told.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::held::{may_stay, Guard};
use super::verbs::take_out;
use super::{
    conditions, notice_files, notices, Decision, Notice, NoticeFile, NoticeFileKind, NoticeKind, Outcome, Told, ToldAs,
};
use crate::bidder::steps::minute;
use crate::bidder::{self, Bidder, Status};
use crate::calendar::{self, Moment};
use crate::criterion::judging::{FAIL, PASS};
use crate::distribution::paper::House;
use crate::distribution::verbs::{not_ahead, sender};
use crate::distribution::Means;
use crate::evaluation::score::{exact, Exact, Scheme, ONE, ZERO};
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::letter::{self, Filled};
use crate::marking::sheet::{markers, Sheet};
use crate::procurement::{cannot_read, line, FactKey, Facts, Procurement};
use crate::question::verbs::words_of;
use crate::storage::{position, Read};
use crate::vendor::Vendor;
use crate::{Error, Result, Text};

/// Longest letter, in characters.
const LETTER: usize = 20_000;
/// Business days in which a bidder may ask about its letter.
const ASK_DAYS: i64 = 10;

/// A comment a bidder may be told, from a sheet that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Key of the mark it was written with.
    pub mark: String,
    /// The criterion.
    pub criterion: String,
    /// Who wrote it.
    pub evaluator: String,
    /// Its words.
    pub words: String,
    /// The share of the weight its mark stands for; none where it has none.
    pub share: Option<Exact>,
    /// No mark of its criterion stands for more.
    pub is_best: bool,
    /// Every other mark of its criterion stands for more.
    pub is_worst: bool,
}

/// A file of a notice on its way to its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeFile {
    /// What it is.
    pub kind: NoticeFileKind,
    /// Its name.
    pub name: String,
    /// Its size.
    pub bytes: usize,
    /// Under what its bytes are kept.
    pub sha256: String,
}

/// The comments a bidder may be told: of this bidder alone, marked so, and handed in.
pub fn comments(read: &Read<'_>, procurement: &str, bidder: &str) -> Result<Vec<Comment>> {
    let mut found = Vec::new();
    for evaluator in markers(read, procurement)? {
        let sheet = Sheet::of(read, &evaluator.id)?;
        for criterion in sheet.criteria.iter().filter(|criterion| sheet.is_in(sheet.part_of(criterion))) {
            let Some(mark) = sheet.mark(&criterion.id, bidder) else { continue };
            if mark.may_tell && !mark.comment.trim().is_empty() {
                let (share, is_best, is_worst) = strength(&criterion.scheme.counted(&sheet.judging.marks), &mark.mark);
                found.push(Comment {
                    mark: mark.id.clone(),
                    criterion: criterion.title.clone(),
                    evaluator: evaluator.name.clone(),
                    words: mark.comment.clone(),
                    share,
                    is_best,
                    is_worst,
                });
            }
        }
    }
    Ok(found)
}

/// What a mark stands for, and whether none stands for more, or for less.
fn strength(scheme: &Scheme, mark: &str) -> (Option<Exact>, bool, bool) {
    let share = match (scheme, mark) {
        (Scheme::PassFail, PASS) => Some(ONE),
        (Scheme::PassFail, FAIL) => Some(ZERO),
        _ => scheme.share(mark),
    };
    let (worst, best) = match scheme {
        Scheme::Marks(values) => {
            let shares = || values.iter().map(|(_, value)| exact(*value));
            (shares().min(), shares().max())
        }
        _ => (Some(ZERO), Some(ONE)),
    };
    (share, share.is_some() && share == best, share.is_some() && share == worst)
}

/// Why a notice may not tell a comment as something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "NoticeUnfit")]
pub enum Unfit {
    /// It stands beside the best mark: no reason against somebody.
    Praise,
    /// It stands beside the worst mark: nothing that was valued.
    Blame,
    /// It names another bidder: no comment for any letter.
    Rival,
}

impl Unfit {
    fn refused(self) -> Error {
        Error::say(match self {
            Self::Praise => "error-notice-praise",
            Self::Blame => "error-notice-blame",
            Self::Rival => "error-notice-rival",
        })
    }
}

/// Why a notice may not tell a comment as this; none where it may.
pub fn unfit(notice: &Notice, told_as: ToldAs, comment: &Comment, guard: &Guard) -> Option<Unfit> {
    match (notice.kind, told_as) {
        (NoticeKind::Regret, ToldAs::Reason) if comment.is_best => Some(Unfit::Praise),
        (NoticeKind::Award, _) | (_, ToldAs::Strength) if comment.is_worst => Some(Unfit::Blame),
        _ => guard.names_another(&comment.words, &notice.bidder).then_some(Unfit::Rival),
    }
}

/// The comments a notice may tell as this as they stand, the most fitting first: as the reason somebody was not chosen
/// those beside the weakest marks and none beside the best, otherwise those beside the strongest and none beside the worst.
pub fn offered<'a>(notice: &Notice, told_as: ToldAs, comments: &'a [Comment], guard: &Guard) -> Vec<&'a Comment> {
    let fits = |comment: &&Comment| unfit(notice, told_as, comment, guard).is_none();
    let mut offered: Vec<&Comment> = comments.iter().filter(fits).collect();
    if notice.kind == NoticeKind::Regret && told_as == ToldAs::Reason {
        offered.sort_by_key(|comment| (comment.share.is_none(), comment.share));
    } else {
        offered.sort_by_key(|comment| std::cmp::Reverse(comment.share));
    }
    offered
}

/// The procurement a notice belongs to.
pub fn procurement_of(read: &Read<'_>, notice: &Notice) -> Result<String> {
    Ok(read.get::<Bidder>(&notice.bidder)?.procurement)
}

fn company_of(read: &Read<'_>, notice: &Notice) -> Result<String> {
    Ok(read.get::<Vendor>(&read.get::<Bidder>(&notice.bidder)?.vendor)?.name)
}

/// The key of the template a notice is made from.
pub fn template_of(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Award => "award",
        NoticeKind::Regret => "regret",
        NoticeKind::None => "no-award",
    }
}

/// Drafts a notice for every bidder the decision concerns and that has none yet.
///
/// # Errors
/// Refused before it is decided.
pub fn draft(tx: &mut Tx<'_>, procurement: &str, today: NaiveDate) -> Result<usize> {
    let decision = Decision::of(tx, procurement)?;
    if decision.decided_at.is_none() {
        return Err(Error::say("error-notice-not-decided"));
    }
    let had = notices(tx, procurement)?;
    let house = House::of(tx, procurement, today)?;
    let (document, mut number) = (house.fact(FactKey::DocNumber).to_owned(), had.len());
    let mut made = 0;
    for bidder in bidder::of(tx, procurement)? {
        let concerned = matches!(bidder.status, Status::Awarded | Status::NotAwarded);
        if !concerned || had.iter().any(|notice| notice.bidder == bidder.id) {
            continue;
        }
        let kind = match (decision.outcome, decision.bidder.as_deref() == Some(&bidder.id)) {
            (Outcome::Award, true) => NoticeKind::Award,
            (Outcome::Award, false) => NoticeKind::Regret,
            _ => NoticeKind::None,
        };
        number += 1;
        let notice = Notice {
            id: tx.new_id(),
            bidder: bidder.id,
            kind,
            number: if document.is_empty() { String::new() } else { format!("{document}-N{number}") },
            dated: Some(house.facts.moment(FactKey::Notice).map_or(today, |at| at.date.max(today))),
            subject: String::new(),
            body: String::new(),
            given: String::new(),
            told: Vec::new(),
            cleared: Vec::new(),
            made_at: None,
            sent_at: None,
            means: Means::Unsaid,
            sent_by: String::new(),
        };
        let notice = from_template(tx, notice)?;
        tx.insert(&notice)?;
        made += 1;
    }
    Ok(made)
}

/// The words of a notice as its template gives them, with the comments it tells.
fn compose(read: &Read<'_>, notice: &Notice) -> Result<Filled> {
    let bidder: Bidder = read.get(&notice.bidder)?;
    let company = read.get::<Vendor>(&bidder.vendor)?.name;
    let Procurement { lang, .. } = read.get(&bidder.procurement)?;
    let facts = Facts::of(read, &bidder.procurement)?;
    let key = template_of(notice.kind);
    let template = letter::template(key, lang)?;
    let (subject, body, _) = letter::words(read, key, lang)?;
    let comments = comments(read, &bidder.procurement, &bidder.id)?;
    let told = |told_as: ToldAs| -> Option<String> {
        let of = notice.told.iter().filter(|told| told.told_as == told_as);
        let words = of.filter_map(|told| comments.iter().find(|comment| comment.mark == told.mark));
        let lines: Vec<String> = words.map(|comment| one_line(&comment.words)).collect();
        (!lines.is_empty()).then(|| lang.list(&lines))
    };
    let conditions: Vec<String> =
        conditions(read, &bidder.procurement)?.iter().map(|condition| one_line(&condition.text)).collect();
    let until = match notice.dated {
        Some(day) => Some(calendar::verbs::calendar(read)?.add(day, ASK_DAYS)),
        None => None,
    };
    let value = |field: &str| match field {
        "addressee" => Some(letter::salutation(&company, bidder.department.trim(), bidder.person.trim(), lang)),
        "bidder.company" => Some(company.clone()),
        "letter.number" => Some(notice.number.clone()),
        "letter.date" => notice.dated.map(|day| calendar::plain_day(day, lang, facts.style())),
        "notice.strengths" => told(ToldAs::Strength),
        "notice.reasons" => told(ToldAs::Reason),
        "notice.conditions" if conditions.is_empty() => Some(lang.word("notice-no-conditions")),
        "notice.conditions" => Some(lang.list(&conditions)),
        "notice.feedback_until" => until.map(|day| calendar::day(day, lang, facts.style())),
        _ => facts.field(field.parse().ok()?, lang),
    };
    Ok(letter::fill(template, &subject, &body, lang, value))
}

/// A notice with the words its template gives now.
fn from_template(read: &Read<'_>, notice: Notice) -> Result<Notice> {
    let Filled { subject, body, .. } = compose(read, &notice)?;
    Ok(Notice { given: joined(&subject, &body), subject, body, ..notice })
}

/// Subject and words as one text, to be compared.
fn joined(subject: &str, body: &str) -> String {
    format!("{subject}\n{body}")
}

/// A notice as it stands.
#[derive(Debug, Clone)]
pub struct Stands {
    /// With the words it has now: those nobody has changed by hand follow the record until it is sent.
    pub notice: Notice,
    /// Nobody has changed its words by hand.
    pub untouched: bool,
    /// Its words were changed by hand, and what the template gives has changed since.
    pub moved: bool,
    /// Its papers were made before its words changed.
    pub outdated: bool,
}

/// A notice as it stands.
pub fn stands(read: &Read<'_>, notice: Notice) -> Result<Stands> {
    let own = joined(&notice.subject, &notice.body);
    if notice.sent_at.is_some() {
        return Ok(Stands { untouched: own == notice.given, moved: false, outdated: false, notice });
    }
    let fresh = from_template(read, notice.clone())?;
    if own == notice.given || own == fresh.given {
        let outdated = fresh.made_at.is_some() && own != fresh.given;
        return Ok(Stands { notice: fresh, untouched: true, moved: false, outdated });
    }
    let moved = !notice.given.is_empty() && notice.given != fresh.given;
    Ok(Stands { notice, untouched: false, moved, outdated: false })
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The fields that are still open in a notice, by name.
pub fn missing(read: &Read<'_>, notice: &Notice) -> Result<Vec<String>> {
    let lang = House::of(read, &procurement_of(read, notice)?, NaiveDate::default())?.lang;
    let template = letter::template(template_of(notice.kind), lang)?;
    let labels = template.fields.iter().map(|field| lang.say(&template.label(field)));
    let open = labels.filter(|label| {
        let mark = lang.say(&Text::new("rfp-field-missing").arg("field", label));
        notice.body.contains(&mark) || notice.subject.contains(&mark)
    });
    Ok(open.collect())
}

/// A notice that may still be changed.
fn unsent(tx: &Tx<'_>, id: &str) -> Result<Notice> {
    let notice: Notice = tx.get(id)?;
    if notice.sent_at.is_some() {
        return Err(Error::say("error-notice-sent"));
    }
    Ok(notice)
}

/// Keeps a changed notice. Papers made of it before are no longer its papers.
fn keep(tx: &mut Tx<'_>, notice: Notice, rewrite: bool) -> Result<()> {
    let notice = if rewrite { from_template(tx, notice)? } else { notice };
    if tx.get::<Notice>(&notice.id)? == notice {
        return Ok(());
    }
    for file in notice_files(tx, &notice.id)? {
        tx.remove::<NoticeFile>(&file.id)?;
    }
    tx.update(&Notice { made_at: None, ..notice })
}

/// Sets `number`, `dated`, `subject` or `body` of a notice to what was typed.
///
/// # Errors
/// Refused once it was sent, for a field that is none of these, and for a day that cannot be read.
pub fn set(tx: &mut Tx<'_>, id: &str, field: &str, typed: &str, today: NaiveDate, lang: Lang) -> Result<()> {
    let Stands { mut notice, untouched, .. } = stands(tx, unsent(tx, id)?)?;
    match field {
        "number" => notice.number = line(typed)?,
        "dated" if typed.trim().is_empty() => notice.dated = None,
        "dated" => {
            let day = calendar::read_day(typed, today).map_err(|unread| cannot_read(unread, typed, lang))?;
            notice.dated = Some(day);
        }
        "subject" => notice.subject = line(typed)?,
        "body" => notice.body = words_of(typed, LETTER)?,
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    let rewrite = untouched && matches!(field, "number" | "dated");
    keep(tx, notice, rewrite)
}

/// Tells a comment in a notice as a strength or as a reason, or no longer. Words nobody has changed by hand follow.
///
/// # Errors
/// Refused once it was sent, for a comment that may not be told to this bidder or names another, for one beside the best
/// mark as the reason it was not chosen, and for one beside the worst as the reason it was.
pub fn tell(tx: &mut Tx<'_>, id: &str, mark: &str, told_as: Option<ToldAs>) -> Result<()> {
    let Stands { mut notice, untouched, .. } = stands(tx, unsent(tx, id)?)?;
    let procurement = procurement_of(tx, &notice)?;
    notice.told.retain(|told| told.mark != mark);
    if let Some(told_as) = told_as {
        let comments = comments(tx, &procurement, &notice.bidder)?;
        let Some(comment) = comments.iter().find(|comment| comment.mark == mark) else {
            return Err(Error::say("error-notice-comment"));
        };
        if let Some(why) = unfit(&notice, told_as, comment, &Guard::of(tx, &procurement)?) {
            return Err(why.refused());
        }
        notice.told.push(Told { mark: mark.into(), told_as });
    }
    keep(tx, notice, untouched)
}

/// Puts the words of the template with the chosen comments in place of what stands in a notice.
///
/// # Errors
/// Refused once it was sent.
pub fn rewrite(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let notice = unsent(tx, id)?;
    keep(tx, Notice { cleared: Vec::new(), ..notice }, true)
}

/// Knowingly leaves words in a notice, or takes that back with `undo`.
///
/// # Errors
/// Refused for names, addresses, telephones and prices of others, which never stay.
pub fn clear(tx: &mut Tx<'_>, id: &str, words: &[String], undo: bool) -> Result<()> {
    let notice = unsent(tx, id)?;
    let guard = Guard::of(tx, &procurement_of(tx, &notice)?)?;
    let found = guard.check(&stands(tx, notice.clone())?.notice);
    let mut cleared = notice.cleared.clone();
    for word in words {
        cleared.retain(|kept| kept != word);
        if undo {
            continue;
        }
        if found.iter().any(|one| one.words == *word && !may_stay(one.tells)) {
            return Err(Error::say("error-notice-never").arg("words", word));
        }
        cleared.push(word.clone());
    }
    tx.update(&Notice { cleared, ..notice })
}

/// Why a notice may not leave the house as it stands.
///
/// # Errors
/// `held` where something in it would tell of others; refused too while a field or its day is open.
pub fn may_leave(read: &Read<'_>, notice: &Notice, guard: &Guard) -> Result<()> {
    let name = company_of(read, notice)?;
    if let Some(held) = guard.check(notice).into_iter().find(|one| !one.cleared) {
        return Err(Error::say("error-notice-held").code("held").arg("name", name).arg("words", held.words));
    }
    if let Some(field) = missing(read, notice)?.first() {
        return Err(Error::say("error-notice-open").arg("name", name).arg("field", field));
    }
    if notice.dated.is_none() || notice.subject.is_empty() || notice.body.is_empty() {
        return Err(Error::say("error-notice-undated").arg("name", name));
    }
    Ok(())
}

/// Keeps the papers made of a notice as it stands in place of older ones, and its words with them.
///
/// # Errors
/// Refused once it was sent, and where something in it would tell of others.
pub fn made(tx: &mut Tx<'_>, id: &str, files: Vec<MadeFile>) -> Result<()> {
    let notice = stands(tx, unsent(tx, id)?)?.notice;
    let guard = Guard::of(tx, &procurement_of(tx, &notice)?)?;
    may_leave(tx, &notice, &guard)?;
    for file in notice_files(tx, id)? {
        tx.remove::<NoticeFile>(&file.id)?;
    }
    let mut last: Option<String> = None;
    for file in files {
        let place = position::after_last(last.as_deref());
        let row = NoticeFile {
            id: tx.new_id(),
            notice: id.into(),
            position: place.clone(),
            kind: file.kind,
            name: file.name,
            bytes: i64::try_from(file.bytes).unwrap_or(i64::MAX),
            sha256: file.sha256,
        };
        tx.insert(&row)?;
        last = Some(place);
    }
    let made_at = Some(tx.at().to_owned());
    tx.update(&Notice { made_at, ..notice })
}

/// Records that a notice was sent. Run it as a barrier: it is never taken back.
///
/// # Errors
/// Refused before its papers are made or while they are older than its words, where it was sent already, without means,
/// for a moment that has not come, and for one before the decision it tells.
pub fn mark_sent(tx: &mut Tx<'_>, id: &str, at: Moment, means: Means, lang: Lang) -> Result<()> {
    let Stands { notice, outdated, .. } = stands(tx, unsent(tx, id)?)?;
    if notice.made_at.is_none() {
        return Err(Error::say("error-notice-not-made"));
    }
    if outdated {
        return Err(Error::say("error-notice-outdated").arg("name", company_of(tx, &notice)?));
    }
    not_ahead(tx, at)?;
    not_early(tx, &notice, at, lang)?;
    if means == Means::Unsaid {
        return Err(Error::say("error-distribution-no-means"));
    }
    let sent_by = sender(tx, &procurement_of(tx, &notice)?, tx.actor())?;
    bidder::verbs::introduce(tx, &notice.bidder)?;
    tx.update(&Notice { sent_at: Some(at), means, sent_by, ..notice })
}

/// That some of these letters bear another day than the one they are recorded as sent on: to be known before, and no
/// reason to refuse.
pub fn dated_otherwise(read: &Read<'_>, ids: &[String], sent: NaiveDate, lang: Lang) -> Result<Option<Text>> {
    let mut dated = Vec::new();
    for id in ids {
        dated.extend(read.get::<Notice>(id)?.dated.filter(|day| *day != sent));
    }
    if dated.is_empty() {
        return Ok(None);
    }
    let text = Text::new("notices-dated-otherwise").arg("count", dated.len());
    dated.sort_unstable();
    dated.dedup();
    let told = |day: NaiveDate| calendar::plain_day(day, lang, calendar::Style::Western);
    let days = dated.into_iter().map(told).collect::<Vec<_>>().join(&lang.word("list-comma"));
    Ok(Some(text.arg("dated", days).arg("sent", told(sent))))
}

/// Refuses a sending before the decision it tells, as far as the two can be told apart.
fn not_early(read: &Read<'_>, notice: &Notice, at: Moment, lang: Lang) -> Result<()> {
    let told = |at: Moment| calendar::moment(at, lang, calendar::Style::Western);
    let decision = Decision::of(read, &procurement_of(read, notice)?)?;
    match decision.decided_at.map(|decided| minute(&decided)).filter(|decided| at.latest() < decided.earliest()) {
        Some(decided) => {
            let early = Error::say("error-notice-before-decided").arg("name", company_of(read, notice)?);
            Err(early.arg("sent", told(at)).arg("bound", told(decided)))
        }
        None => Ok(()),
    }
}

/// Takes a notice out that was not sent.
///
/// # Errors
/// Refused once it was sent.
pub fn remove(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    unsent(tx, id)?;
    take_out(tx, id)
}

/// Points in one line, each without the full stop that would stand before the mark between them.
fn joined_points(points: &[String], lang: Lang) -> String {
    let Some((last, before)) = points.split_last() else { return String::new() };
    let before = before.iter().map(|point| point.trim_end_matches(['.', '。']));
    before.chain([last.as_str()]).collect::<Vec<_>>().join(&lang.word("past-told-joint"))
}

/// What is remembered of a bidder once it was told: what its letter tells, by whatever hand, with the day, and what came of
/// the points of the discussion about it.
pub fn learned(read: &Read<'_>, bidder: &Bidder, lang: Lang) -> Result<Vec<Text>> {
    let mut found = Vec::new();
    for notice in read.all::<Notice>("WHERE bidder = ?1 AND sent_at IS NOT NULL", &[&bidder.id])? {
        let Some(sent_at) = notice.sent_at else { continue };
        let on = calendar::plain_day(sent_at.date, lang, calendar::Style::Western);
        let written_in = House::of(read, &bidder.procurement, sent_at.date)?.lang;
        let (_, template, _) = letter::words(read, template_of(notice.kind), written_in)?;
        let comments = comments(read, &bidder.procurement, &bidder.id)?;
        // In an award, what would be a reason is what was valued.
        let reason = if notice.kind == NoticeKind::Award { "past-told-valued" } else { "past-told-reason" };
        for (told_as, field, id) in
            [(ToldAs::Strength, "notice.strengths", "past-told-valued"), (ToldAs::Reason, "notice.reasons", reason)]
        {
            let chosen = || {
                let told = notice.told.iter().filter(|told| told.told_as == told_as);
                let comments = told.filter_map(|told| comments.iter().find(|comment| comment.mark == told.mark));
                comments.map(|comment| one_line(&comment.words)).collect::<Vec<_>>()
            };
            let points = letter::told(&template, &notice.body, field).unwrap_or_else(chosen);
            if !points.is_empty() {
                found.push(Text::new(id).arg("on", &on).arg("words", joined_points(&points, lang)));
            }
        }
    }
    for point in read.all::<super::DiscussionPoint>("WHERE bidder = ?1 ORDER BY position, id", &[&bidder.id])? {
        let outcome = if point.outcome.is_empty() { point.reply } else { point.outcome };
        if !outcome.is_empty() {
            found.push(Text::new("past-discussed").arg("point", point.text).arg("outcome", outcome));
        }
    }
    Ok(found)
}
