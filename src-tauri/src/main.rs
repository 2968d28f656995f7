//! Sentei.
fn main() {}
