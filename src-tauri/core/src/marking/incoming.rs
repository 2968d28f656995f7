//! A sheet that comes back as a file: what it changes, shown before anything is kept, and then taken over at once.

use serde::Serialize;
use ts_rs::TS;

use super::paper::choices;
use super::sheet::{comment, read_mark, Sheet, COMMENT};
use super::{By, Mark};
use crate::criterion::{self, Criterion};
use crate::journal::{written_by, Tx};
use crate::l10n::Lang;
use crate::library::sha256;
use crate::storage::{Read, Record as _};
use crate::vendor::Vendor;
use crate::{Error, Result, Text};

/// The name under which the journal keeps that a sheet was taken over.
pub const IMPORT: &str = "sheet-import";

/// A cell of a sheet that came back, its words as they stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledCell {
    /// The criterion.
    pub criterion: String,
    /// The bidder.
    pub bidder: String,
    /// The mark.
    pub mark: String,
    /// The comment.
    pub comment: String,
    /// Whether the bidder may be told the comment.
    pub may_tell: String,
    /// What the cell held when the sheet was made: see [`traces`].
    pub before: String,
}

/// What a sheet that came back changes in one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "SheetChange")]
pub struct MarkChange {
    /// The criterion.
    pub criterion: String,
    /// Its number.
    pub number: String,
    /// Its name.
    pub title: String,
    /// The bidder.
    pub bidder: String,
    /// The company.
    pub company: String,
    /// `mark`, `comment` or `may_tell`.
    pub field: &'static str,
    /// As it is kept now.
    pub before: String,
    /// As it will be kept; for what cannot be taken over, as it was written.
    pub after: String,
    /// What there is to say about it.
    pub message: Option<Text>,
    /// It cannot be taken over.
    pub wrong: bool,
}

/// Short marks of what a cell holds, one each for mark, comment and «may be told»: what was not touched is known by them.
pub fn traces(mark: &str, comment: &str, may_tell: bool) -> String {
    let short = |words: &str| sha256(words.as_bytes())[..8].to_owned();
    [short(mark), short(comment), short(if may_tell { "1" } else { "" })].join(" ")
}

/// Whether a cell says that the bidder may be told.
fn told(typed: &str) -> Option<bool> {
    match typed.trim().to_lowercase().as_str() {
        "" | "不可" | "いいえ" | "×" | "no" | "n" | "false" | "0" => Some(false),
        "可" | "はい" | "○" | "〇" | "◯" | "✓" | "✔" | "yes" | "y" | "true" | "1" => Some(true),
        _ => None,
    }
}

/// The mark as it is stored: by its word, or as the scheme knows it.
fn marked(criterion: &Criterion, sheet: &Sheet, typed: &str) -> Result<String> {
    let typed = typed.trim();
    let of = |lang| choices(&criterion.scheme, lang).into_iter().find(|(_, shown)| shown == typed);
    match of(Lang::Ja).or_else(|| of(Lang::En)) {
        Some((stored, _)) => Ok(stored),
        None => read_mark(criterion, &sheet.judging, typed),
    }
}

/// What the cells of a sheet that came back change. Cells that hold what they held when the sheet was made change nothing,
/// whatever was written here since then.
///
/// # Errors
/// Where the store cannot be read.
pub fn changes(read: &Read<'_>, sheet: &Sheet, cells: &[FilledCell]) -> Result<Vec<MarkChange>> {
    let criteria = criterion::of(read, &sheet.evaluator.procurement)?;
    let numbers = criterion::listed(&criteria);
    let mut found = Vec::new();
    for cell in cells {
        let Some((number, _, criterion)) = numbers.iter().find(|(_, _, one)| one.id == cell.criterion) else {
            continue;
        };
        let Some(bidder) = sheet.bidders.iter().find(|one| one.id == cell.bidder) else { continue };
        let company = read.get::<Vendor>(&bidder.vendor)?.name;
        for mut change in of_cell(read, sheet, criterion, cell) {
            change.number.clone_from(number);
            change.company.clone_from(&company);
            found.push(change);
        }
    }
    Ok(found)
}

fn of_cell(read: &Read<'_>, sheet: &Sheet, criterion: &Criterion, cell: &FilledCell) -> Vec<MarkChange> {
    let held = sheet.mark(&cell.criterion, &cell.bidder);
    let of = |part: fn(&Mark) -> &str| held.map_or("", part);
    let mut before = cell.before.split(' ');
    let mut untouched = |now: &str| before.next() == traces(now, "", false).split(' ').next();
    let said = |error: &Error| {
        let (_, id, args) = error.message();
        Text { id: id.into(), args }
    };
    let open = sheet.open_cell(read, &cell.criterion, &cell.bidder).err().map(|refusal| said(&refusal));
    let change = |field: &'static str, before: &str, after: String, message: Option<Text>, wrong: bool| MarkChange {
        criterion: cell.criterion.clone(),
        number: String::new(),
        title: criterion.title.clone(),
        bidder: cell.bidder.clone(),
        company: String::new(),
        field,
        before: before.to_owned(),
        after,
        wrong: wrong || open.is_some(),
        message: open.clone().or(message),
    };
    let mut found = Vec::new();
    let mark = marked(criterion, sheet, &cell.mark);
    let same = untouched(mark.as_deref().unwrap_or(&cell.mark));
    match mark {
        _ if same => {}
        Ok(mark) if mark == of(|held| &held.mark) => {}
        Ok(mark) => found.push(change("mark", of(|held| &held.mark), mark, None, false)),
        Err(refusal) => {
            found.push(change("mark", of(|held| &held.mark), cell.mark.clone(), Some(said(&refusal)), true));
        }
    }
    let kept = comment(&cell.comment);
    if !untouched(&kept) && kept != of(|held| &held.comment) {
        let long = cell.comment.trim().chars().count() > COMMENT;
        let message = long.then(|| Text::new("sheet-import-cut").arg("most", COMMENT));
        found.push(change("comment", of(|held| &held.comment), kept, message, false));
    }
    let word = |may: bool| if may { "true" } else { "" };
    let now = held.is_some_and(|held| held.may_tell);
    match told(&cell.may_tell) {
        Some(may) if untouched(if may { "1" } else { "" }) || may == now => {}
        Some(may) => found.push(change("may_tell", word(now), word(may).into(), None, false)),
        None => {
            let message = Text::new("sheet-import-tell").arg("typed", cell.may_tell.trim());
            found.push(change("may_tell", word(now), cell.may_tell.clone(), Some(message), true));
        }
    }
    found
}

/// Takes over what can be; gives back how many changes that were.
///
/// # Errors
/// Refused where the cell is no longer open.
pub fn take(tx: &mut Tx<'_>, mut sheet: Sheet, changes: &[MarkChange]) -> Result<usize> {
    let mut taken = 0;
    for change in changes.iter().filter(|change| !change.wrong) {
        sheet.set(tx, &change.criterion, &change.bidder, change.field, &change.after)?;
        taken += 1;
    }
    Ok(taken)
}

/// How what is to be handed in next came, as far as the journal tells: as a file where one was taken over into it, else
/// it was filled in here. What was typed in from paper is known to who typed it.
pub fn came(read: &Read<'_>, sheet: &Sheet) -> Result<By> {
    let Some(part) = sheet.due() else { return Ok(By::App) };
    let taken = written_by(read, &sheet.evaluator.procurement, IMPORT, Mark::KIND)?;
    let asked = sheet.asked(part);
    let due = |mark: &Mark| asked.iter().any(|(one, bidder)| one.id == mark.criterion && bidder.id == mark.bidder);
    let from_file = sheet.marks.iter().filter(|mark| taken.contains(&mark.id)).any(due);
    Ok(if from_file { By::Excel } else { By::App })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn may_be_told_in_the_words_people_use() {
        for (typed, meant) in
            [("可", Some(true)), (" Yes ", Some(true)), ("", Some(false)), ("×", Some(false)), ("たぶん", None)]
        {
            assert_eq!(told(typed), meant, "{typed}");
        }
    }

    #[test]
    fn that_a_cell_is_left_out_is_said_once() {
        let tell = Text::new("sheet-import-tell").arg("typed", "たぶん");
        for (lang, twice) in [(Lang::Ja, "取り込みません"), (Lang::En, "not imported")] {
            assert!(!lang.say(&tell).contains(twice), "the row says so already: {}", lang.say(&tell));
        }
    }

    #[test]
    fn each_part_of_a_cell_leaves_its_own_trace() {
        let before = traces("○", "よい", false);
        let other = traces("○", "わるい", false);
        let same: Vec<bool> = before.split(' ').zip(other.split(' ')).map(|(a, b)| a == b).collect();
        assert_eq!(same, [true, false, true]);
    }
}
