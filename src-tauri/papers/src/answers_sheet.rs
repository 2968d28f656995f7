//! The answers paper (質問回答書) as an Excel sheet. Text is only ever text, and the file names nobody but its addressee.

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use sentei_core::distribution::paper::{AnswerRow, AnswersPaper};
use sentei_core::l10n::Lang;
use sentei_core::{paper, Error, Result};

/// Most characters Excel takes into a cell.
const CELL: usize = 32_767;
const INDIGO: Color = Color::RGB(0x0024_3C74);
const WASH: Color = Color::RGB(0x00F2_F3F7);
const HAIR: Color = Color::RGB(0x00B4_B8C1);

/// The sheet of one bidder's answers. The same paper and moment give the same bytes.
pub fn answers_xlsx(paper: &AnswersPaper, at: DateTime<Utc>) -> Result<Vec<u8>> {
    build(paper, at).map_err(|cause| refused(&cause))
}

fn build(paper: &AnswersPaper, at: DateTime<Utc>) -> std::result::Result<Vec<u8>, XlsxError> {
    let lang = lang_of(paper.lang);
    let mut book = workbook(&paper.paper.title, at)?;
    let sheet = book.add_worksheet();
    sheet.set_name(lang.word("answers-sheet-name"))?;
    let look = Look::new();
    put(sheet, 0, 0, &paper.paper.to.clone().unwrap_or_default(), &look.plain)?;
    put(sheet, 1, 0, &lang.in_line(&[&paper.paper.kind, &paper.paper.title]), &look.title)?;
    let head = &paper.paper;
    let line: [&str; 5] = [&head.number, &head.issued, &head.issuer.company, &head.issuer.unit, &head.class];
    put(sheet, 2, 0, &lang.in_line(&line), &look.soft)?;
    let word = |key: &str| paper.words.get(key).cloned().unwrap_or_default();
    let head = [
        (word("number-of"), 9.0),
        (lang.word("answers-col-section"), 22.0),
        (word("question"), 46.0),
        (word("answer"), 58.0),
        (word("answered"), 14.0),
        (lang.word("answers-col-mark"), 16.0),
    ];
    for (column, (name, width)) in (0..).zip(&head) {
        sheet.set_column_width(column, *width)?;
        put(sheet, 4, column, name, &look.head)?;
    }
    let rows = paper.groups.iter().flat_map(|group| &group.items);
    let mut last = 4;
    for row in rows {
        last += 1;
        let cells = [&row.no, &row.section, &row.q.plain(), &row.answer(lang), &row.date, &marks(row, paper)];
        for (column, words) in (0..).zip(cells) {
            put(sheet, last, column, words, &look.cell)?;
        }
        fit(sheet, last, cells.into_iter().zip(&head).map(|(words, (_, width))| (words.as_str(), *width)))?;
    }
    page(sheet, &paper.paper, lang, 4)?;
    if last > 4 {
        sheet.autofilter(4, 0, last, 5)?;
    }
    book.save_to_buffer()
}

fn marks(row: &AnswerRow, paper: &AnswersPaper) -> String {
    let marks = [(row.fresh, "fresh"), (row.changed, "changed"), (row.alone, "alone")];
    let words = marks.into_iter().filter(|(is, _)| *is).filter_map(|(_, key)| paper.words.get(key));
    words.cloned().collect::<Vec<_>>().join("\n")
}

/// A workbook without a person's name, made at a stated moment.
pub(crate) fn workbook(title: &str, at: DateTime<Utc>) -> std::result::Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(at.timestamp())?;
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    Ok(book)
}

pub(crate) fn lang_of(lang: paper::Lang) -> Lang {
    match lang {
        paper::Lang::Ja => Lang::Ja,
        paper::Lang::En => Lang::En,
    }
}

pub(crate) fn refused(cause: &XlsxError) -> Error {
    Error::say("error-paper").arg("cause", cause)
}

/// How cells look.
pub(crate) struct Look {
    pub plain: Format,
    pub soft: Format,
    pub title: Format,
    pub head: Format,
    pub cell: Format,
    pub strong: Format,
}

impl Look {
    pub(crate) fn new() -> Self {
        let plain = Format::new().set_font_name("BIZ UDPゴシック").set_font_size(10).set_align(FormatAlign::Top);
        let ruled = plain.clone().set_text_wrap().set_border_bottom(FormatBorder::Thin).set_border_color(HAIR);
        Self {
            soft: plain.clone().set_font_size(9).set_font_color(Color::RGB(0x0056_5A64)),
            title: plain.clone().set_font_size(13).set_bold(),
            head: ruled
                .clone()
                .set_bold()
                .set_font_color(INDIGO)
                .set_background_color(WASH)
                .set_border_bottom(FormatBorder::Medium),
            strong: ruled.clone().set_bold(),
            cell: ruled,
            plain,
        }
    }
}

/// Writes words as words, whatever they begin with; what is longer than a cell takes is cut.
pub(crate) fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    words: &str,
    look: &Format,
) -> std::result::Result<(), XlsxError> {
    let words: String = words.chars().filter(|c| !c.is_control() || *c == '\n').collect();
    let words = match words.char_indices().nth(CELL) {
        Some((at, _)) => words[..at].to_owned(),
        None => words,
    };
    sheet.write_string_with_format(row, column, words, look).map(|_| ())
}

/// Makes a row as high as its cells need, given the words of each and the width of its column in characters. LibreOffice and
/// many viewers show no more of a wrapped cell than its row has room for.
pub(crate) fn fit<'w>(
    sheet: &mut Worksheet,
    row: u32,
    cells: impl IntoIterator<Item = (&'w str, f64)>,
) -> std::result::Result<(), XlsxError> {
    let wide = |line: &str| line.chars().map(|c| if c.is_ascii() { 1.0 } else { 1.9 }).sum::<f64>();
    let lines =
        |words: &str, width: f64| words.lines().map(|line| (wide(line) / (width - 1.0)).ceil().max(1.0)).sum::<f64>();
    let most = cells.into_iter().map(|(words, width)| lines(words, width)).fold(1.0, f64::max);
    // A line takes 15 points in the faces that stand in where ours is missing. Excel's rows end at 409 points.
    sheet.set_row_height(row, (most * 15.0 + 3.0).min(409.0)).map(|_| ())
}

/// A4 across, one page wide, the head on every page and in view.
pub(crate) fn page(
    sheet: &mut Worksheet,
    paper: &paper::PaperHead,
    lang: Lang,
    head: u32,
) -> std::result::Result<(), XlsxError> {
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    let quiet = |words: &str| words.replace('&', "&&");
    let foot = lang.in_line(&[&quiet(&paper.number), &quiet(&paper.class)]);
    sheet.set_footer(format!("&L&8{foot}&R&8&P / &N"));
    sheet.set_freeze_panes(head + 1, 0)?.set_repeat_rows(head, head)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn a_row_is_as_high_as_what_stands_in_it() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let long = "台帳の件数を教えてください。".repeat(10);
        let endless = long.repeat(10);
        let rows = [["Q-001", "短い"], ["Q-002", long.as_str()], ["1\n2\n3", "短い"], ["Q-003", endless.as_str()]];
        for (row, cells) in (0..).zip(rows) {
            for (column, words) in (0..).zip(cells) {
                put(sheet, row, column, words, &Look::new().cell).unwrap();
            }
            fit(sheet, row, cells.into_iter().zip([9.0, 46.0])).unwrap();
        }
        let file = std::io::Cursor::new(book.save_to_buffer().unwrap());
        let mut xml = String::new();
        let mut parts = zip::ZipArchive::new(file).unwrap();
        parts.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut xml).unwrap();
        let heights: Vec<f64> = xml
            .split(" ht=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap_or_default().parse().unwrap())
            .collect();
        // 140 wide letters in a column of 46 narrow ones are six lines; a sheet counts in quarters of a point.
        assert_eq!(heights, [18.0, 93.0, 48.0, 408.75]);
    }
}
