//! The evaluation sheet (評価シート) of one evaluator as an Excel file: only what is hers can be filled in, and it is known
//! again when it comes back. What it was made from stands on a hidden sheet under a seal.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, Formula, ProtectionOptions, Workbook, Worksheet, XlsxError,
};
use sentei_core::l10n::Lang;
use sentei_core::library::sha256;
use sentei_core::marking::paper::{Origin, SheetCell, SheetPaper, SheetRow};
use sentei_core::{Result, Text};

use crate::answers_sheet::{lang_of, page, put, refused};

/// The row in which the names of the bidders stand, from 0. What is asked of each stands in the next.
pub(crate) const HEAD: u32 = 4;
/// The first column of the first bidder, from 0.
const FIRST: u16 = 4;
/// Columns of a bidder: mark, comment, may be told.
const EACH: u16 = 3;
/// Name of the hidden sheet.
const HIDDEN: &str = "sentei";
/// The first words of the hidden sheet.
pub(crate) const MARK: &str = "sentei-evaluation-sheet-1";
/// The row of the hidden sheet in which lists begin, from 0.
pub(crate) const LISTS: u32 = 8;
/// The column of the hidden sheet in which the lists to choose from begin.
const LIST: u16 = 8;
/// Excel shows no more characters beside a cell.
const PROMPT: usize = 250;

const HAIR: Color = Color::RGB(0x00B4_B8C1);
const CLOSED: Color = Color::RGB(0x00E9_E9EC);
const WASH: Color = Color::RGB(0x00F2_F3F7);
const INDIGO: Color = Color::RGB(0x0024_3C74);
const SOFT: Color = Color::RGB(0x0056_5A64);

/// A place of the hidden list: a cell that can be filled in, and what it held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    pub row: u32,
    pub column: u16,
    /// Number of the criterion, as the row shows it.
    pub number: String,
    /// The company, as the head of its columns shows it.
    pub company: String,
    pub criterion: String,
    pub bidder: String,
    pub traces: String,
}

impl Kept {
    pub(crate) fn words(&self) -> [String; 7] {
        [
            self.row.to_string(),
            self.column.to_string(),
            self.number.clone(),
            self.company.clone(),
            self.criterion.clone(),
            self.bidder.clone(),
            self.traces.clone(),
        ]
    }
}

/// The seal of what a sheet was made from.
pub(crate) fn seal(origin: &Origin, kept: &[Kept]) -> String {
    let mut words = vec![MARK.to_owned(), origin.procurement.clone(), origin.evaluator.clone(), origin.basis.clone()];
    words.extend(kept.iter().map(|one| one.words().join("\t")));
    sha256(words.join("\n").as_bytes())
}

/// The sheet as an Excel file. Equal sheets give equal bytes.
///
/// # Errors
/// Where the file cannot be put together.
pub fn make(sheet: &SheetPaper) -> Result<Vec<u8>> {
    written(sheet).map_err(|cause| refused(&cause))
}

fn written(sheet: &SheetPaper) -> Result<Vec<u8>, XlsxError> {
    let lang = lang_of(sheet.lang);
    let mut book = Workbook::new();
    // No name of a person and no moment: the file says what its cells say.
    let still = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(&sheet.paper.title).set_creation_datetime(&still));
    let front = book.add_worksheet();
    front.set_name(lang.word("evaluation-sheet-kind"))?;
    let look = Look::new();
    let mut lists: Vec<Vec<String>> = Vec::new();
    let kept = front_page(front, sheet, lang, &look, &mut lists)?;
    let hidden = book.add_worksheet();
    hidden.set_name(HIDDEN)?.set_very_hidden(true).protect();
    let seal = seal(&sheet.origin, &kept);
    let heads = [
        (MARK, ""),
        ("procurement", sheet.origin.procurement.as_str()),
        ("evaluator", &sheet.origin.evaluator),
        ("basis", &sheet.origin.basis),
        ("seal", &seal),
    ];
    for (row, (name, value)) in (0..).zip(heads) {
        hidden.write_string(row, 0, name)?.write_string(row, 1, value)?;
    }
    for (row, one) in (LISTS..).zip(&kept) {
        for (column, words) in (0..).zip(one.words()) {
            hidden.write_string(row, column, words)?;
        }
    }
    for (column, list) in (LIST..).zip(&lists) {
        for (row, words) in (0..).zip(list) {
            hidden.write_string(row, column, words)?;
        }
    }
    book.save_to_buffer()
}

struct Look {
    plain: Format,
    title: Format,
    soft: Format,
    wrapped: Format,
    head: Format,
    name: Format,
    text: Format,
    strong: Format,
    figure: Format,
    mark: Format,
    points: Format,
    comment: Format,
    held: Format,
    held_mark: Format,
    closed: Format,
}

impl Look {
    fn new() -> Self {
        let plain = Format::new().set_font_name("BIZ UDPゴシック").set_font_size(10).set_align(FormatAlign::Top);
        let ruled = plain.clone().set_text_wrap().set_border(FormatBorder::Thin).set_border_color(HAIR);
        let locked = ruled.clone().set_background_color(WASH);
        // As text: what is written stays as it is written, whatever it begins with.
        let open = ruled.clone().set_unlocked().set_num_format("@");
        let centre = |look: &Format| look.clone().set_align(FormatAlign::Center).set_font_size(11).set_bold();
        Self {
            title: plain.clone().set_font_size(14).set_bold(),
            soft: plain.clone().set_font_size(9).set_font_color(SOFT),
            wrapped: plain.clone().set_text_wrap(),
            head: locked.clone().set_bold().set_font_color(INDIGO),
            name: locked.clone().set_bold().set_font_size(11),
            text: locked.clone(),
            strong: locked.clone().set_bold(),
            figure: locked.clone().set_align(FormatAlign::Right),
            mark: centre(&open),
            points: centre(&ruled).set_unlocked(),
            comment: open,
            held: locked.clone(),
            held_mark: centre(&locked),
            closed: ruled.set_background_color(CLOSED).set_font_color(SOFT),
            plain,
        }
    }
}

/// What people see. Gives back where the cells stand that can be filled in.
fn front_page(
    page_of: &mut Worksheet,
    sheet: &SheetPaper,
    lang: Lang,
    look: &Look,
    lists: &mut Vec<Vec<String>>,
) -> Result<Vec<Kept>, XlsxError> {
    let wide = u16::try_from(sheet.bidders.len()).unwrap_or(0).min(200) * EACH + FIRST - 1;
    put(page_of, 0, 0, &sheet.paper.title, &look.title)?;
    page_of.set_row_height(0, 24)?;
    let colon = lang.word("evaluation-sheet-colon");
    let facts = sheet.facts.iter().map(|(label, value)| format!("{}{colon}{}", label.plain(), value.plain()));
    let facts: Vec<String> =
        [sheet.paper.number.clone(), sheet.paper.issued.clone()].into_iter().chain(facts).collect();
    let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
    put(page_of, 1, 0, &lang.in_line(&facts), &look.soft)?;
    page_of.merge_range(
        2,
        0,
        2,
        wide.min(FIRST + 2 * EACH - 1),
        &lang.word("evaluation-sheet-how-to"),
        &look.wrapped,
    )?;
    page_of.set_row_height(2, 45)?;
    heads(page_of, sheet, lang, look)?;
    let mut kept = Vec::new();
    let mut row = HEAD + 1;
    for one in &sheet.criteria {
        row += 1;
        let name = if one.view.is_empty() { one.name.clone() } else { format!("{}\n{}", one.name, one.view) };
        put(page_of, row, 0, &one.no, &look.text)?;
        put(page_of, row, 1, &name, if one.whole { &look.strong } else { &look.text })?;
        put(page_of, row, 2, &one.weight, &look.figure)?;
        put(page_of, row, 3, &one.how, &look.text)?;
        if one.whole {
            for column in FIRST..=wide {
                page_of.write_blank(row, column, &look.closed)?;
            }
            continue;
        }
        page_of.set_row_height(row, height(one))?;
        for (at, (bidder, cell)) in sheet.bidders.iter().zip(&one.cells).enumerate() {
            let column = FIRST + u16::try_from(at).unwrap_or(0) * EACH;
            if let Some(traces) = cell_of(page_of, row, column, one, cell, lang, look, lists)? {
                let (number, company) = (one.no.clone(), bidder.name.clone());
                let (criterion, bidder) = (one.id.clone(), bidder.id.clone());
                kept.push(Kept { row, column, number, company, criterion, bidder, traces });
            }
        }
    }
    row += 1;
    for line in &sheet.legend {
        row += 1;
        put(page_of, row, 0, &[line.mark.as_str(), &line.label].concat(), &look.plain)?;
        put(page_of, row, 1, &line.s.plain(), &look.plain)?;
    }
    page(page_of, &sheet.paper, lang, HEAD + 1)?;
    // Four bidders on a page across can still be read.
    let across = u16::try_from(sheet.bidders.len().div_ceil(4)).unwrap_or(1);
    page_of.set_print_fit_to_pages(across, 0).set_repeat_columns(0, FIRST - 1)?;
    page_of.set_repeat_rows(HEAD, HEAD + 1)?.set_freeze_panes(HEAD + 2, 2)?;
    page_of.protect_with_options(&ProtectionOptions {
        format_rows: true,
        format_columns: true,
        ..ProtectionOptions::default()
    });
    if let Some(first) = kept.first() {
        page_of.set_selection(first.row, first.column, first.row, first.column)?;
    }
    Ok(kept)
}

/// Names of the bidders, and below them what is asked.
fn heads(page_of: &mut Worksheet, sheet: &SheetPaper, lang: Lang, look: &Look) -> Result<(), XlsxError> {
    let say = |key: &str| lang.word(&format!("evaluation-sheet-{key}"));
    for (column, (key, width)) in (0..).zip([("no", 6.0), ("criterion", 34.0), ("weight", 8.0), ("how", 14.0)]) {
        page_of.set_column_width(column, width)?;
        page_of.merge_range(HEAD, column, HEAD + 1, column, &say(key), &look.head)?;
    }
    for (at, bidder) in sheet.bidders.iter().enumerate() {
        let column = FIRST + u16::try_from(at).unwrap_or(0) * EACH;
        page_of.merge_range(HEAD, column, HEAD, column + EACH - 1, "", &look.name)?;
        put(page_of, HEAD, column, &bidder.name, &look.name)?;
        for (aside, (key, width)) in (0..).zip([("mark", 9.0), ("comment", 36.0), ("may-tell", 10.0)]) {
            page_of.set_column_width(column + aside, width)?;
            put(page_of, HEAD + 1, column + aside, &say(key), &look.head)?;
        }
    }
    page_of.set_row_height(HEAD, 20)?.set_row_height(HEAD + 1, 28)?;
    Ok(())
}

/// Room for what stands in a row, and for a few lines to write.
fn height(row: &SheetRow) -> f64 {
    let lines = |words: &str, wide: usize| -> usize {
        words.lines().map(|line| line.chars().count().div_ceil(wide).max(1)).sum::<usize>().max(1)
    };
    let comments = row.cells.iter().map(|cell| match cell {
        SheetCell::Open { comment, .. } => lines(comment, 17),
        _ => 1,
    });
    let most = comments.chain([1 + lines(&row.view, 16), lines(&row.how, 7), 3]).max().unwrap_or(3);
    // Excel's rows end at 409 points.
    f64::from(u32::try_from(most).unwrap_or(30).min(30)) * 13.5 + 3.0
}

/// One cell of a bidder; gives back what it holds where it can be filled in.
#[allow(clippy::too_many_arguments)] // a place, what stands there, and how
fn cell_of(
    page_of: &mut Worksheet,
    row: u32,
    column: u16,
    criterion: &SheetRow,
    cell: &SheetCell,
    lang: Lang,
    look: &Look,
    lists: &mut Vec<Vec<String>>,
) -> Result<Option<String>, XlsxError> {
    let (mark, comment, may_tell, held, traces) = match cell {
        SheetCell::Open { mark, comment, may_tell, held, traces } => (mark, comment, *may_tell, *held, traces),
        SheetCell::Closed { words } | SheetCell::Price { words } => {
            page_of.merge_range(row, column, row, column + EACH - 1, "", &look.closed)?;
            put(page_of, row, column, words, &look.closed)?;
            return Ok(None);
        }
    };
    let yes = lang.word("evaluation-sheet-may-tell-yes");
    let told = if may_tell { yes.as_str() } else { "" };
    if held {
        put(page_of, row, column, mark, &look.held_mark)?;
        put(page_of, row, column + 1, comment, &look.held)?;
        put(page_of, row, column + 2, told, &look.held)?;
        return Ok(None);
    }
    match (criterion.greatest.is_empty(), mark.parse::<f64>()) {
        (false, Ok(points)) => {
            page_of.write_number_with_format(row, column, points, &look.points)?;
        }
        (false, Err(_)) => put(page_of, row, column, mark, &look.points)?,
        (true, _) => put(page_of, row, column, mark, &look.mark)?,
    }
    page_of.add_data_validation(row, column, row, column, &asked(criterion, lang, lists)?)?;
    put(page_of, row, column + 1, comment, &look.comment)?;
    put(page_of, row, column + 2, told, &look.comment)?;
    let tell = DataValidation::new()
        .allow_list_strings(&[yes])?
        .ignore_blank(true)
        .set_error_message(lang.word("evaluation-sheet-may-tell-choose"))?
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_input_title(lang.word("evaluation-sheet-may-tell"))?
        .set_input_message(lang.word("evaluation-sheet-may-tell-prompt"))?;
    page_of.add_data_validation(row, column + 2, row, column + 2, &tell)?;
    Ok(Some(traces.clone()))
}

/// What may be written as a mark, with what each stands for.
fn asked(criterion: &SheetRow, lang: Lang, lists: &mut Vec<Vec<String>>) -> Result<DataValidation, XlsxError> {
    let rule = match criterion.greatest.parse() {
        Ok(greatest) => {
            let words = Text::new("evaluation-sheet-range").arg("greatest", &criterion.greatest);
            DataValidation::new()
                .allow_decimal_number(DataValidationRule::Between(0.0, greatest))
                .set_error_message(lang.say(&words))?
        }
        Err(_) => {
            let words: Vec<String> = criterion.choices.iter().map(|(_, shown)| shown.clone()).collect();
            let at = lists.iter().position(|list| *list == words).unwrap_or_else(|| {
                lists.push(words.clone());
                lists.len() - 1
            });
            let letters = letters(usize::from(LIST) + at);
            let range = Formula::new(format!("={HIDDEN}!${letters}$1:${letters}${}", words.len().max(1)));
            DataValidation::new().allow_list_formula(range).set_error_message(lang.word("evaluation-sheet-choose"))?
        }
    };
    let prompt: String = criterion.anchors.chars().take(PROMPT).collect();
    let title: String = criterion.name.chars().take(30).collect();
    rule.ignore_blank(true)
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_input_title(title)?
        .set_input_message(prompt)
}

/// The letters of a column counted from 0.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}
