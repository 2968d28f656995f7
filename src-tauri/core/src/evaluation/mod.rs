//! Evaluation (評価): who judges. Sheets, marks and consensus come with the proposals.

pub mod score;
pub mod verbs;

use serde::{Deserialize, Serialize};

use crate::finding::{Finding, Screen, Severity};
use crate::place::Placed;
use crate::storage::{Read, Record};
use crate::{Result, Text};

/// An evaluator (審査者), or an adviser who is heard but gives no marks. Names are stored bare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evaluator {
    /// Key.
    pub id: String,
    /// Procurement.
    pub procurement: String,
    /// Key of order.
    pub position: String,
    /// Name.
    pub name: String,
    /// よみ of the name.
    pub reading: String,
    /// Position in the company, as papers print it.
    pub role: String,
    /// Department.
    pub department: String,
    /// What she judges.
    pub duties: String,
    /// Heard, but gives no marks.
    #[serde(with = "crate::storage::flag")]
    pub adviser: bool,
    /// Keys of the criteria she judges; empty for all.
    #[serde(with = "crate::storage::json_text")]
    pub judges: Vec<String>,
}

impl Record for Evaluator {
    const KIND: &'static str = "evaluator";
    const COLUMNS: &'static [&'static str] =
        &["id", "procurement", "position", "name", "reading", "role", "department", "duties", "adviser", "judges"];

    fn id(&self) -> &str {
        &self.id
    }
}

impl Placed for Evaluator {
    fn position(&self) -> &str {
        &self.position
    }
}

/// Evaluators and advisers of a procurement in order.
pub fn evaluators(read: &Read<'_>, procurement: &str) -> Result<Vec<Evaluator>> {
    read.all("WHERE procurement = ?1 ORDER BY position, id", &[&procurement])
}

/// Bidders are told who judges them; a procurement without evaluators cannot tell.
pub fn findings(evaluators: &[Evaluator]) -> Vec<Finding> {
    let warn = |text| Finding::new("evaluators", Severity::Warn, text).on(Screen::Review);
    if evaluators.iter().all(|evaluator| evaluator.adviser) {
        return vec![warn(Text::new("finding-no-evaluators"))];
    }
    evaluators
        .iter()
        .filter(|evaluator| evaluator.duties.is_empty())
        .map(|evaluator| {
            let text = Text::new("finding-no-duties").arg("name", &evaluator.name);
            Finding::new("evaluators", Severity::Note, text).on(Screen::Review).at(&evaluator.id)
        })
        .collect()
}
