//! Figures of repeated runs, and the table that shows them.

use std::time::{Duration, Instant};

/// Runs something and tells how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let began = Instant::now();
    let value = work();
    (began.elapsed(), value)
}

/// The value below which `share` of the runs lie: 0.5 is the median, 0.95 the p95.
///
/// # Panics
/// Without any run.
pub fn quantile(runs: &[Duration], share: f64) -> Duration {
    let mut sorted = runs.to_vec();
    sorted.sort_unstable();
    assert!(!sorted.is_empty(), "nothing was measured");
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let index = ((sorted.len() as f64 * share).ceil() as usize).clamp(1, sorted.len()) - 1;
    sorted[index]
}

/// What was measured: how long something takes, or how much memory.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// Time.
    Time(Duration),
    /// Bytes of memory.
    Memory(u64),
}

impl From<Duration> for Amount {
    fn from(time: Duration) -> Self {
        Self::Time(time)
    }
}

impl Amount {
    #[allow(clippy::cast_precision_loss)]
    fn number(self) -> f64 {
        match self {
            Self::Time(time) => time.as_secs_f64(),
            Self::Memory(bytes) => bytes as f64,
        }
    }
}

/// One line of the table: what was measured beside what, and what is allowed.
#[derive(Debug)]
pub struct Line {
    /// What was measured.
    pub what: &'static str,
    /// What ours takes.
    pub ours: Amount,
    /// What it is held against.
    pub beside: &'static str,
    /// What the other takes, of the same kind.
    pub other: Amount,
    /// The greatest allowed ratio of ours to the other.
    pub allowed: f64,
}

impl Line {
    /// Ours divided by the other's.
    fn ratio(&self) -> f64 {
        self.ours.number() / self.other.number()
    }

    /// Whether the ratio is within what is allowed.
    fn holds(&self) -> bool {
        self.ratio() <= self.allowed
    }
}

/// Prints the table and tells whether every line holds.
pub fn print(lines: &[Line]) -> bool {
    println!("\n{:<52} {:>10}   {:<40} {:>10} {:>7} {:>8}", "measure", "ours", "beside", "", "ratio", "allowed");
    for line in lines {
        println!(
            "{:<52} {:>10}   {:<40} {:>10} {:>7.2} {:>8.2} {}",
            line.what,
            shown(line.ours),
            line.beside,
            shown(line.other),
            line.ratio(),
            line.allowed,
            if line.holds() { "" } else { "← over" }
        );
    }
    lines.iter().all(Line::holds)
}

fn shown(amount: Amount) -> String {
    match amount {
        Amount::Time(time) if time < Duration::from_millis(10) => format!("{:.2} ms", time.as_secs_f64() * 1000.0),
        Amount::Time(time) => format!("{:.0} ms", time.as_secs_f64() * 1000.0),
        Amount::Memory(bytes) => format!("{} MiB", bytes >> 20),
    }
}

#[cfg(test)]
mod tests {
    use super::quantile;
    use std::time::Duration;

    #[test]
    fn quantiles_are_values_that_were_measured() {
        let runs: Vec<Duration> = (1..=20).map(Duration::from_millis).collect();
        assert_eq!(quantile(&runs, 0.5), Duration::from_millis(10));
        assert_eq!(quantile(&runs, 0.95), Duration::from_millis(19));
        assert_eq!(quantile(&runs[..1], 0.95), Duration::from_millis(1));
    }
}
