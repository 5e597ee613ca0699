//! How strongly two measures go together. Knows two columns of numbers, but not what they measure.

use super::mean::Estimate;
use super::{Z, many};

/// Pearson's correlation, -1..=1; `None` if the columns have different lengths or fewer than 3
/// rows, or if one of them is constant (Pearson 1895, Proc. R. Soc. 58, 240-242).
#[must_use]
pub fn correlation(one: &[f64], other: &[f64]) -> Option<f64> {
    if one.len() != other.len() || one.len() < 3 || is_constant(one) || is_constant(other) {
        return None;
    }
    let product = covariance(one, other);
    let squares = covariance(one, one) * covariance(other, other);
    let found = product / squares.sqrt();
    found.is_finite().then(|| found.clamp(-1.0, 1.0))
}

/// The correlation with its 95 % interval by Fisher's transformation: tanh(artanh(r) +- z / sqrt(n
/// - 3)) (Fisher 1921, Metron 1, 3-32). With fewer than 4 rows there is no interval.
#[must_use]
pub fn estimate(one: &[f64], other: &[f64]) -> Option<Estimate> {
    let value = correlation(one, other)?;
    let n = many(one.len());
    let around = (n > 3).then(|| Z / (f64::from(n) - 3.0).sqrt());
    let end = |by: f64| (value.atanh() + by).tanh();
    Some(Estimate {
        n,
        value,
        low: around.map(|by| end(-by)),
        high: around.map(end),
    })
}

/// The covariance of two columns of equal length, divided by n - 1. The covariance of a column with
/// itself is its variance.
#[must_use]
pub fn covariance(one: &[f64], other: &[f64]) -> f64 {
    let n = f64::from(many(one.len()));
    let mean = |column: &[f64]| column.iter().sum::<f64>() / n;
    let (first, second) = (mean(one), mean(other));
    let products = one.iter().zip(other);
    let products = products.map(|(x, y)| (x - first) * (y - second));
    products.sum::<f64>() / (n - 1.0)
}

/// Whether all values are equal, apart from rounding errors. Such a column correlates with nothing.
pub(crate) fn is_constant(column: &[f64]) -> bool {
    const ROUNDING: f64 = 1e-12;
    let least = column.iter().copied().fold(f64::INFINITY, f64::min);
    let most = column.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    most - least < ROUNDING || column.is_empty()
}
