//! Mails that mean harm.

use sentei_tests::hostile::MAILS;

use crate::hostile_sheets::read_all;

#[test]
fn mails() {
    read_all(MAILS);
}
