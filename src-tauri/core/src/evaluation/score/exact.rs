//! Exact fractions. A mean of three marks is a third and stays one until a number is shown.

use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

use rust_decimal::Decimal;

use super::{Mode, Rounding};
use crate::{Error, Result};

/// An exact fraction in lowest terms, its denominator positive.
///
/// Weights, marks and rounded points are short decimals and evaluators are few, so numbers stay far below the 38 digits
/// there is room for. What does not fit ends in a panic, which the caller of a command is told as an error; it never
/// becomes a wrong total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Exact {
    over: i128,
    under: i128,
}

/// Nothing.
pub const ZERO: Exact = Exact { over: 0, under: 1 };
/// The whole.
pub const ONE: Exact = Exact { over: 1, under: 1 };

const ROOM: &str = "marks and weights fit into 38 digits";

fn common(mut a: i128, mut b: i128) -> i128 {
    // Nearly all numbers are short, and dividing short ones takes a fraction of the time.
    if let (Ok(mut a), Ok(mut b)) = (u64::try_from(a.unsigned_abs()), u64::try_from(b.unsigned_abs())) {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        return i128::from(a);
    }
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.abs()
}

impl Exact {
    /// `over` ÷ `under`.
    ///
    /// # Panics
    /// Where `under` is nothing.
    pub fn new(over: i128, under: i128) -> Self {
        assert!(under != 0, "nothing divides by nothing");
        let common = common(over, under).max(1) * under.signum();
        Self { over: over / common, under: under / common }
    }

    /// The fraction as a number for pictures and chances.
    #[allow(clippy::cast_precision_loss)]
    pub fn near(self) -> f64 {
        self.over as f64 / self.under as f64
    }

    /// The least denominator that holds both this fraction and those over `under`.
    pub(super) fn joint(self, under: i128) -> i128 {
        (under / common(under, self.under)).checked_mul(self.under).expect(ROOM)
    }

    /// How many parts over `under` it is; `under` is a multiple of its own denominator.
    pub(super) fn parts_of(self, under: i128) -> i128 {
        self.over.checked_mul(under / self.under).expect(ROOM)
    }

    /// Its distance from nothing.
    #[must_use]
    pub fn abs(self) -> Self {
        Self { over: self.over.abs(), ..self }
    }
}

impl Add for Exact {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let shared = common(self.under, other.under);
        let (left, right) = (other.under / shared, self.under / shared);
        let over = self.over.checked_mul(left).zip(other.over.checked_mul(right));
        let over = over.and_then(|(a, b)| a.checked_add(b)).expect(ROOM);
        Self::new(over, self.under.checked_mul(left).expect(ROOM))
    }
}

impl Neg for Exact {
    type Output = Self;

    fn neg(self) -> Self {
        Self { over: -self.over, ..self }
    }
}

impl Sub for Exact {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Exact {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        // Shortened crosswise first, so that what fits in the end fits on the way.
        let (a, b) = (Self::new(self.over, other.under), Self::new(other.over, self.under));
        Self { over: a.over.checked_mul(b.over).expect(ROOM), under: a.under.checked_mul(b.under).expect(ROOM) }
    }
}

impl Div for Exact {
    type Output = Self;

    #[allow(clippy::suspicious_arithmetic_impl)] // by the inverse
    fn div(self, other: Self) -> Self {
        self * Self::new(other.under, other.over)
    }
}

impl AddAssign for Exact {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(ZERO, Add::add)
    }
}

impl<'a> Sum<&'a Exact> for Exact {
    fn sum<I: Iterator<Item = &'a Self>>(all: I) -> Self {
        all.copied().sum()
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        (*self - *other).over.cmp(&0)
    }
}

/// Decimals a fraction is shown with before it is cut off.
const SHOWN: u32 = 4;

impl Exact {
    /// The fraction as people read it: a decimal with up to four places, and … where it goes on.
    pub fn shown(self) -> String {
        let cut = rounded(self, Rounding { places: SHOWN, mode: Mode::Cut }).unwrap_or_default();
        let whole = exact(cut) == self;
        format!("{}{}", cut.normalize(), if whole { "" } else { "…" })
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.under == 1 {
            write!(f, "{}", self.over)
        } else {
            write!(f, "{}/{}", self.over, self.under)
        }
    }
}

/// A decimal as a fraction.
pub fn exact(value: Decimal) -> Exact {
    let value = value.normalize();
    Exact::new(value.mantissa(), 10_i128.pow(value.scale()))
}

/// A whole number as a fraction.
pub fn whole(count: usize) -> Exact {
    Exact::new(i128::try_from(count).unwrap_or(i128::MAX), 1)
}

/// The fraction with so many decimals as the rounding says.
///
/// # Errors
/// Refused where the number is beyond all that a decimal can hold.
pub fn rounded(value: Exact, rounding: Rounding) -> Result<Decimal> {
    let scaled = value * Exact::new(10_i128.pow(rounding.places), 1);
    let whole = match rounding.mode {
        Mode::Cut => scaled.over / scaled.under,
        Mode::HalfUp => {
            let twice = scaled.abs() + scaled.abs() + ONE;
            twice.over / (2 * twice.under) * scaled.over.signum()
        }
    };
    Decimal::try_from_i128_with_scale(whole, rounding.places).map_err(|_| Error::say("error-total"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_third_stays_a_third_until_it_is_shown() {
        let third = ONE / whole(3);
        assert_eq!(third + third + third, ONE);
        let shown = |value, places, mode| rounded(value, Rounding { places, mode }).unwrap().to_string();
        assert_eq!(shown(third * whole(50), 2, Mode::HalfUp), "16.67");
        assert_eq!(shown(third * whole(50), 2, Mode::Cut), "16.66");
        assert_eq!(shown(exact("0.125".parse().unwrap()), 2, Mode::HalfUp), "0.13");
        assert_eq!(shown(-third, 1, Mode::HalfUp), "-0.3");
        assert_eq!(shown(exact("-0.15".parse().unwrap()), 1, Mode::HalfUp), "-0.2");
    }

    proptest! {
        #[test]
        fn fractions_are_a_field(a in -999..999_i128, b in 1..99_i128, c in -999..999_i128, d in 1..99_i128) {
            let (x, y) = (Exact::new(a, b), Exact::new(c, d));
            prop_assert_eq!(x + y, Exact::new(a * d + c * b, b * d));
            prop_assert_eq!(x * y, Exact::new(a * c, b * d));
            prop_assert_eq!(x - y + y, x);
            prop_assert_eq!(x.cmp(&y), (a * d).cmp(&(c * b)));
            if y != ZERO {
                prop_assert_eq!(x / y * y, x);
            }
        }

        #[test]
        fn rounding_is_that_of_decimals(n in -100_000..100_000_i64, scale in 0..5_u32, places in 0..3_u32) {
            let value = Decimal::new(n, scale);
            let half = value.round_dp_with_strategy(places, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
            let cut = value.round_dp_with_strategy(places, rust_decimal::RoundingStrategy::ToZero);
            prop_assert_eq!(rounded(exact(value), Rounding { places, mode: Mode::HalfUp }).unwrap(), half);
            prop_assert_eq!(rounded(exact(value), Rounding { places, mode: Mode::Cut }).unwrap(), cut);
        }
    }
}
