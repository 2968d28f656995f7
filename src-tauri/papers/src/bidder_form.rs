//! Forms a bidder fills in and that are known again when they come back: the estimate form (見積書式) and the response
//! sheet (回答表). Their keys stand on a hidden sheet under a seal.

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, ProtectionOptions,
    Workbook, Worksheet, XlsxError,
};
use sentei_core::l10n::Lang;
use sentei_core::library::sha256;
use sentei_core::proposal::Fit;
use sentei_core::rfp::snapshot::RequirementShot;
use sentei_core::rfp::Level;
use sentei_core::{Error, Result, Text};

use crate::answers_sheet::put;
use crate::sheet::Book;

/// Rows for lines of an estimate.
const LINES: u32 = 60;
/// The row of the headings, from 0.
const HEAD: u32 = 7;
/// Name of the hidden sheet.
const HIDDEN: &str = "sentei";

/// Which form it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormKind {
    /// 見積書式.
    Estimate,
    /// 回答表.
    Response,
}

impl FormKind {
    /// The first words of the hidden sheet.
    fn mark(self) -> &'static str {
        match self {
            Self::Estimate => "sentei-estimate-form-1",
            Self::Response => "sentei-response-sheet-1",
        }
    }

    /// What its words begin with.
    fn word(self) -> &'static str {
        match self {
            Self::Estimate => "estimate-form",
            Self::Response => "response-sheet",
        }
    }
}

/// What a form is known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormKeys {
    /// Which form.
    pub kind: FormKind,
    /// The procurement.
    pub procurement: String,
    /// The bidder.
    pub bidder: String,
    /// What it asks for, as a seal: another one means that what is asked has changed since.
    pub asked: String,
}

impl FormKeys {
    fn seal(&self) -> String {
        sha256(format!("{}\n{}\n{}\n{}", self.kind.mark(), self.procurement, self.bidder, self.asked).as_bytes())
    }
}

/// Whose form it is; none for a table from elsewhere.
///
/// # Errors
/// A sentence where its keys were tampered with.
pub fn keys(book: &Book) -> Result<Option<FormKeys>> {
    for kind in [FormKind::Estimate, FormKind::Response] {
        let Some(hidden) = book.sheets.iter().find(|sheet| sheet.cell(0, 0) == kind.mark()) else { continue };
        let value = |row| hidden.cell(row, 1).to_owned();
        let keys = FormKeys { kind, procurement: value(1), bidder: value(2), asked: value(3) };
        if hidden.cell(4, 1) != keys.seal() {
            return Err(Error::say("error-form-seal"));
        }
        return Ok(Some(keys));
    }
    Ok(None)
}

/// What both forms say above their table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormHead {
    /// Its language.
    pub lang: Lang,
    /// What it is known by.
    pub keys: FormKeys,
    /// Number of the document; may be empty.
    pub document_number: String,
    /// Title of the procurement.
    pub title: String,
    /// The company, bare.
    pub company: String,
    /// Until when proposals are taken, in words; empty where it is open.
    pub deadline: String,
    /// Number of the release; empty before the first.
    pub release: String,
    /// Months totals are added up over.
    pub months: i64,
}

/// The estimate form. Equal heads give equal bytes.
///
/// # Errors
/// Where the file cannot be put together.
pub fn estimate_form(head: &FormHead) -> Result<Vec<u8>> {
    build(head, |page, look| {
        let say = |id: &str| head.lang.word(id);
        let columns = [
            ("kind", 14.0),
            ("title-column", 40.0),
            ("price", 16.0),
            ("quantity", 12.0),
            ("unit", 10.0),
            ("from", 10.0),
            ("to", 10.0),
            ("tax", 12.0),
        ];
        for (column, (name, width)) in (0_u16..).zip(columns) {
            page.set_column_width(column, width)?;
            put(page, HEAD, column, &say(&format!("estimate-form-{name}")), &look.top)?;
        }
        for row in HEAD + 1..=HEAD + LINES {
            for column in 0..8 {
                page.write_blank(row, column, if column == 2 { &look.money } else { &look.open })?;
            }
        }
        let words = |of: &str, all: &[&str]| -> Vec<String> {
            all.iter().map(|word| say(&format!("value-estimate-line-{of}-{word}"))).collect()
        };
        let (first, last) = (HEAD + 1, HEAD + LINES);
        let kinds = DataValidation::new().allow_list_strings(&words("kind", &["one-off", "monthly", "unit"]))?;
        page.add_data_validation(first, 0, last, 0, &kinds)?;
        let taxes = DataValidation::new().allow_list_strings(&words("tax", &["excluded", "included", "exempt"]))?;
        page.add_data_validation(first, 7, last, 7, &taxes)?;
        page.set_selection(first, 0, first, 0)?;
        Ok(7)
    })
}

/// The response sheet for these requirements. Equal heads and requirements give equal bytes.
///
/// # Errors
/// Where the file cannot be put together.
pub fn response_sheet(head: &FormHead, requirements: &[RequirementShot]) -> Result<Vec<u8>> {
    build(head, |page, look| {
        let say = |id: &str| head.lang.word(id);
        let columns = [("number", 9.0), ("level", 9.0), ("text", 62.0), ("answer", 20.0), ("words", 62.0)];
        for (column, (name, width)) in (0_u16..).zip(columns) {
            page.set_column_width(column, width)?;
            put(page, HEAD, column, &say(&format!("response-sheet-{name}")), &look.top)?;
        }
        let mut row = HEAD;
        for one in requirements {
            row += 1;
            let level = match one.level {
                Level::Must => "response-level-must",
                Level::Want => "response-level-want",
            };
            put(page, row, 0, &one.number, &look.closed)?;
            put(page, row, 1, &say(level), &look.closed)?;
            put(page, row, 2, &one.text, &look.closed)?;
            page.write_blank(row, 3, &look.open)?;
            page.write_blank(row, 4, &look.open)?;
        }
        if row > HEAD {
            let words: Vec<String> = Fit::ALL.iter().map(|fit| say(&format!("fit-{}", fit.word()))).collect();
            let answers = DataValidation::new().allow_list_strings(&words)?;
            page.add_data_validation(HEAD + 1, 3, row, 3, &answers)?;
            page.set_selection(HEAD + 1, 3, HEAD + 1, 3)?;
            // What is still open, in view of who fills it in.
            put(page, 5, 3, &say("response-sheet-open"), &look.quiet)?;
            let open = Formula::new(format!("=COUNTBLANK($D${}:$D${})", HEAD + 2, row + 1))
                .set_result(requirements.len().to_string());
            page.write_formula_with_format(5, 4, open, &look.text)?;
        }
        Ok(4)
    })
}

/// How cells look.
struct Look {
    text: Format,
    quiet: Format,
    top: Format,
    open: Format,
    money: Format,
    closed: Format,
}

impl Look {
    fn new() -> Self {
        let line = Color::RGB(0xC9_C2_B4);
        let text = Format::new().set_font_name("Yu Gothic").set_font_size(11).set_align(FormatAlign::VerticalCenter);
        let cell = text
            .clone()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border(FormatBorder::Thin)
            .set_border_color(line);
        Self {
            quiet: text.clone().set_font_color(Color::RGB(0x59_54_4C)),
            top: cell.clone().set_bold().set_background_color(Color::RGB(0xE4_E8_F0)),
            open: cell.clone().set_unlocked(),
            money: cell.clone().set_unlocked().set_num_format("#,##0"),
            closed: cell.set_background_color(Color::RGB(0xF4_F1_EA)),
            text,
        }
    }
}

/// A form: its head, a table that `table` writes and whose last column it names, and the hidden sheet.
fn build(
    head: &FormHead,
    table: impl FnOnce(&mut Worksheet, &Look) -> std::result::Result<u16, XlsxError>,
) -> Result<Vec<u8>> {
    written(head, table).map_err(|cause| {
        tracing::error!(%cause, "a form cannot be written");
        Error::say("error-unexpected")
    })
}

fn written(
    head: &FormHead,
    table: impl FnOnce(&mut Worksheet, &Look) -> std::result::Result<u16, XlsxError>,
) -> std::result::Result<Vec<u8>, XlsxError> {
    let kind = head.keys.kind.word();
    let say = |id: &str| head.lang.word(id);
    let title = say(&format!("{kind}-title"));
    let look = Look::new();
    let mut book = Workbook::new();
    // No name of a person and no moment: the file says what its cells say.
    let still = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(&title).set_creation_datetime(&still));
    let page = book.add_worksheet();
    page.set_name(&title)?;
    let last = table(page, &look)?;
    put(page, 0, 0, &title, &look.text.clone().set_font_size(16).set_bold())?;
    page.set_row_height(0, 30)?;
    let release = if head.release.is_empty() {
        String::new()
    } else {
        head.lang.say(&Text::new("question-sheet-release").arg("number", &head.release))
    };
    let lines = [
        ("question-sheet-procurement", [head.title.as_str(), &release].join("  ").trim().to_owned()),
        ("question-sheet-number", head.document_number.clone()),
        ("question-sheet-company", head.company.clone()),
        ("form-deadline", head.deadline.clone()),
    ];
    for (row, (name, value)) in (1_u32..).zip(lines) {
        put(page, row, 0, &say(name), &look.quiet)?;
        put(page, row, 2, &value, &look.text)?;
        page.set_row_height(row, 21)?;
    }
    let how = head.lang.say(&Text::new(format!("{kind}-how")).arg("months", head.months));
    let wrapped = look.text.clone().set_text_wrap().set_align(FormatAlign::Top);
    page.merge_range(6, 0, 6, last, &how, &wrapped)?;
    page.set_row_height(6, 64)?;
    page.set_freeze_panes(HEAD + 1, 0)?;
    page.protect_with_options(&ProtectionOptions {
        format_rows: true,
        format_columns: true,
        insert_rows: true,
        ..ProtectionOptions::default()
    });
    page.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(HEAD, HEAD)?;
    page.set_margins(0.5, 0.5, 0.5, 0.6, 0.3, 0.3).set_footer("&C&P / &N");
    let hidden = book.add_worksheet();
    hidden.set_name(HIDDEN)?.set_very_hidden(true).protect();
    hidden.write_string(0, 0, head.keys.kind.mark())?;
    let keys = [&head.keys.procurement, &head.keys.bidder, &head.keys.asked, &head.keys.seal()];
    for (row, (name, value)) in (1_u32..).zip(["procurement", "bidder", "asked", "seal"].iter().zip(keys)) {
        hidden.write_string(row, 0, *name)?.write_string(row, 1, value)?;
    }
    book.save_to_buffer()
}
