//! The first screen.

use sentei_core::overview::{self, Home};
use sentei_core::Result;

use crate::commands::Nothing;
use crate::Call;

pub(crate) fn home(call: &Call<'_>, _: Nothing) -> Result<Home> {
    call.read(|read| overview::home(read, call.today(), call.lang()))
}
