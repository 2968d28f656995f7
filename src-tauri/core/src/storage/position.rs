//! Order among siblings as text keys: between two keys there is always another, so that moving one item changes one row.

const DIGITS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

fn rank(byte: u8) -> usize {
    DIGITS.iter().position(|d| *d == byte).unwrap_or(0)
}

/// A key after `before` (or before everything) and before `after` (or after everything). Keys never end in `0`, so that
/// there is room before each.
pub fn between(before: Option<&str>, after: Option<&str>) -> String {
    let low = before.unwrap_or("").as_bytes();
    let high = after.map(str::as_bytes);
    let mut key = Vec::new();
    let mut bounded = high.is_some();
    for n in 0.. {
        // Equal keys leave no room between them; only a file altered from outside has them. The new one goes behind both.
        if n >= low.len() && high.is_none_or(|high| n >= high.len()) {
            bounded = false;
        }
        let floor = low.get(n).map_or(0, |b| rank(*b));
        let ceiling = if bounded { high.and_then(|h| h.get(n)).map_or(0, |b| rank(*b)) } else { DIGITS.len() };
        if floor + 1 < ceiling {
            // Appending at the end steps by one instead of halving, which keeps keys of long lists short.
            let step = if high.is_some() { usize::midpoint(floor, ceiling) } else { floor + 1 };
            key.push(DIGITS[step]);
            return String::from_utf8(key).unwrap_or_default();
        }
        key.push(DIGITS[floor]);
        if bounded && floor < ceiling {
            bounded = false;
        }
    }
    unreachable!("keys are finite")
}

/// The key of the only item.
pub fn first() -> String {
    between(None, None)
}

/// A key behind the last one.
pub fn after_last(last: Option<&str>) -> String {
    between(last, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_new_key_lies_where_it_was_asked_for(places in prop::collection::vec(0usize..1000, 1..300)) {
            let mut keys: Vec<String> = Vec::new();
            for place in places {
                let at = place % (keys.len() + 1);
                let key = between(at.checked_sub(1).map(|n| keys[n].as_str()), keys.get(at).map(String::as_str));
                keys.insert(at, key);
                prop_assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{keys:?}");
            }
        }
    }

    #[test]
    fn equal_or_swapped_keys_come_to_an_end() {
        assert!(between(Some("V"), Some("V")).as_str() > "V");
        assert!(between(Some("V"), Some("A")).as_str() > "V");
    }

    #[test]
    fn a_long_list_keeps_short_keys() {
        let mut last: Option<String> = None;
        for _ in 0..500 {
            last = Some(after_last(last.as_deref()));
        }
        assert!(last.unwrap().len() <= 12);
    }
}
