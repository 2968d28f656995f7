//! Keys: uuid v7, from the time given and a seed given at the start.

use sha2::{Digest, Sha256};

/// Makes keys that sort by time and differ between machines.
pub struct Ids {
    seed: [u8; 16],
    made: u64,
    latest: u64,
}

impl Ids {
    /// `seed` is fresh randomness; the same seed and times give the same keys.
    pub fn new(seed: [u8; 16]) -> Self {
        Self { seed, made: 0, latest: 0 }
    }

    /// The next key. Keys made one after another sort in that order, also when the clock is set back.
    pub fn next(&mut self, at: chrono::DateTime<chrono::Utc>) -> String {
        self.latest = u64::try_from(at.timestamp_millis()).unwrap_or(0).max(self.latest);
        self.made += 1;
        let mut digest = Sha256::new();
        digest.update(self.seed);
        digest.update(self.made.to_be_bytes());
        let mut tail = [0; 10];
        tail.copy_from_slice(&digest.finalize()[..10]);
        // The count in front keeps keys of one millisecond in order: four bits, eight and six, between which the format has
        // its own.
        let count = |shift: u32, bits: u32| u8::try_from(self.made >> shift & ((1 << bits) - 1)).unwrap_or(0);
        (tail[0], tail[1], tail[2]) = (count(14, 4), count(6, 8), count(0, 6));
        uuid::Builder::from_unix_timestamp_millis(self.latest, &tail).into_uuid().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_one_moment_are_in_the_order_they_were_made() {
        let mut ids = Ids::new([7; 16]);
        let keys: Vec<String> = (0..5_000).map(|_| ids.next(chrono::DateTime::UNIX_EPOCH)).collect();
        assert!(keys.is_sorted_by(|a, b| a < b));
    }
}
