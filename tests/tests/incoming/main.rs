//! What comes in from vendors: sheets, mails and pasted rows, the honest ones and those that mean harm.

mod sheets;
