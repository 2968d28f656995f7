//! The question sheet (質問票) for a bidder: an Excel file in which it writes its questions, and that is known again when
//! it comes back. Its keys stand on a hidden sheet under a seal.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, ProtectionOptions, Workbook, Worksheet, XlsxError,
};
use sentei_core::l10n::Lang;
use sentei_core::library::sha256;
use sentei_core::{Error, Result, Text};

use crate::sheet::Book;

/// Rows to write questions in.
const ROWS: u32 = 100;
/// The row of the headings, from 0.
const HEAD: u32 = 7;
/// Name of the hidden sheet.
const HIDDEN: &str = "sentei";
/// The first words of the hidden sheet.
const MARK: &str = "sentei-question-sheet-1";

/// What a question sheet says and to whom it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionSheet {
    /// Its language.
    pub lang: Lang,
    /// What it is known by when it comes back.
    pub keys: Keys,
    /// Number of the document; may be empty.
    pub document_number: String,
    /// Title of the procurement.
    pub title: String,
    /// The company, bare.
    pub company: String,
    /// Until when questions are taken, in words; empty where it is open.
    pub deadline: String,
    /// Number of the release it asks about; empty before the first.
    pub release: String,
    /// Sections to choose from: `2.3 業務範囲`.
    pub sections: Vec<String>,
    /// Requirements to choose from: `R-001 …`.
    pub requirements: Vec<String>,
}

/// What a question sheet is known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// Key of the sheet itself.
    pub sheet: String,
    /// The procurement.
    pub procurement: String,
    /// The bidder.
    pub bidder: String,
}

impl Keys {
    fn seal(&self) -> String {
        sha256(format!("{MARK}\n{}\n{}\n{}", self.sheet, self.procurement, self.bidder).as_bytes())
    }
}

/// Whose sheet it is; none for a sheet from elsewhere, or one whose keys were tampered with.
pub fn keys(book: &Book) -> Option<Keys> {
    let hidden = book.sheets.iter().find(|sheet| sheet.cell(0, 0) == MARK)?;
    let value = |row| hidden.cell(row, 1).to_owned();
    let keys = Keys { sheet: value(1), procurement: value(2), bidder: value(3) };
    (hidden.cell(4, 1) == keys.seal()).then_some(keys)
}

/// The sheet as an Excel file. Equal sheets give equal bytes.
///
/// # Errors
/// Where the file cannot be put together.
pub fn make(sheet: &QuestionSheet) -> Result<Vec<u8>> {
    written(sheet).map_err(|cause| {
        tracing::error!(%cause, "the question sheet cannot be written");
        Error::say("error-unexpected")
    })
}

fn written(sheet: &QuestionSheet) -> Result<Vec<u8>, XlsxError> {
    let say = |id: &str| sheet.lang.word(id);
    let mut workbook = Workbook::new();
    // No name of a person and no moment: the file says what its cells say.
    let still = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(say("question-sheet-title")).set_creation_datetime(&still));
    let page = workbook.add_worksheet();
    page.set_name(say("question-sheet-title"))?;
    head(page, sheet)?;
    form(page, sheet)?;
    let hidden = workbook.add_worksheet();
    hidden.set_name(HIDDEN)?.set_very_hidden(true).protect();
    let keys = [&sheet.keys.sheet, &sheet.keys.procurement, &sheet.keys.bidder, &sheet.keys.seal()];
    hidden.write_string(0, 0, MARK)?;
    for (row, (name, value)) in (1_u32..).zip(["sheet", "procurement", "bidder", "seal"].iter().zip(keys)) {
        hidden.write_string(row, 0, *name)?.write_string(row, 1, value)?;
    }
    for (column, list) in [(3, &sheet.sections), (4, &sheet.requirements)] {
        for (row, words) in (0_u32..).zip(list) {
            hidden.write_string(row, column, words)?;
        }
    }
    workbook.save_to_buffer()
}

fn text() -> Format {
    Format::new().set_font_name("Yu Gothic").set_font_size(11).set_align(FormatAlign::VerticalCenter)
}

/// Title, procurement, company, deadline, and how it is filled in.
fn head(page: &mut Worksheet, sheet: &QuestionSheet) -> Result<(), XlsxError> {
    let say = |id: &str| sheet.lang.word(id);
    let title = text().set_font_size(16).set_bold();
    let quiet = text().set_font_color(Color::RGB(0x59_54_4C));
    let wrapped = text().set_text_wrap().set_align(FormatAlign::Top);
    page.write_string_with_format(0, 0, say("question-sheet-title"), &title)?;
    page.set_row_height(0, 30)?;
    let release = if sheet.release.is_empty() {
        String::new()
    } else {
        sheet.lang.say(&Text::new("question-sheet-release").arg("number", &sheet.release))
    };
    let lines = [
        ("question-sheet-procurement", [sheet.title.as_str(), &release].join("  ").trim().to_owned()),
        ("question-sheet-number", sheet.document_number.clone()),
        ("question-sheet-company", sheet.company.clone()),
        ("question-sheet-deadline", sheet.deadline.clone()),
    ];
    for (row, (name, value)) in (1_u32..).zip(lines) {
        page.merge_range(row, 0, row, 1, &say(name), &quiet)?;
        page.merge_range(row, 2, row, 4, &value, &text())?;
        page.set_row_height(row, 21)?;
    }
    page.merge_range(5, 0, 5, 4, &say("question-sheet-how"), &wrapped)?;
    page.set_row_height(5, 60)?;
    Ok(())
}

/// Headings and rows to write in.
fn form(page: &mut Worksheet, sheet: &QuestionSheet) -> Result<(), XlsxError> {
    let say = |id: &str| sheet.lang.word(id);
    let line = Color::RGB(0xC9_C2_B4);
    let top = text()
        .set_bold()
        .set_text_wrap()
        .set_background_color(Color::RGB(0xE4_E8_F0))
        .set_border(FormatBorder::Thin)
        .set_border_color(line);
    let cell = text().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin).set_border_color(line);
    let open = cell.clone().set_unlocked();
    let closed = cell.clone().set_background_color(Color::RGB(0xF4_F1_EA));
    let names = ["no", "section", "requirement", "words", "answer"];
    for (column, (name, width)) in (0_u16..).zip(names.iter().zip([6, 28, 18, 62, 50])) {
        page.set_column_width(column, width)?;
        page.write_string_with_format(HEAD, column, say(&format!("question-sheet-{name}")), &top)?;
    }
    page.set_row_height(HEAD, 24)?;
    for row in 1..=ROWS {
        page.write_number_with_format(HEAD + row, 0, row, &closed)?;
        for column in 1..=3 {
            page.write_blank(HEAD + row, column, &open)?;
        }
        page.write_blank(HEAD + row, 4, &closed)?;
    }
    let (first, last) = (HEAD + 1, HEAD + ROWS);
    for (column, letter, list) in [(1, 'D', &sheet.sections), (2, 'E', &sheet.requirements)] {
        if !list.is_empty() {
            // A list of more than 255 characters has to be a range. Other words may be written all the same.
            let range = Formula::new(format!("={HIDDEN}!${letter}$1:${letter}${}", list.len()));
            let choice = DataValidation::new()
                .allow_list_formula(range)
                .ignore_blank(true)
                .set_error_style(DataValidationErrorStyle::Information);
            page.add_data_validation(first, column, last, column, &choice)?;
        }
    }
    page.set_freeze_panes(HEAD + 1, 0)?;
    page.protect_with_options(&ProtectionOptions {
        format_rows: true,
        insert_rows: true,
        format_columns: true,
        ..ProtectionOptions::default()
    });
    page.set_selection(first, 3, first, 3)?;
    page.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(HEAD, HEAD)?;
    page.set_margins(0.5, 0.5, 0.5, 0.6, 0.3, 0.3).set_footer("&C&P / &N");
    Ok(())
}
