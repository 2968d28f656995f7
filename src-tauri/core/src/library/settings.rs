//! Settings of the library: language, looks, the company's own data.

use serde::{Deserialize, Serialize};

use crate::storage::Record;

/// One setting; its key is its id.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Setting {
    /// Key, such as `lang` or `issuer.company`.
    pub id: String,
    /// Value as text.
    pub value: String,
}

impl Record for Setting {
    const KIND: &'static str = "setting";
    const COLUMNS: &'static [&'static str] = &["id", "value"];

    fn id(&self) -> &str {
        &self.id
    }
}
