//! What comes in from vendors: sheets, mails and pasted rows, the honest ones and those that mean harm.

mod child;
mod evaluation_sheet;
mod hostile_mails;
mod hostile_sheets;
mod imported;
mod mails;
mod question_sheet;
mod sheets;
