//! A mean with its interval. Knows numbers, but not what they measure.

use super::{many, student};
use serde::Serialize;

/// A figure that is estimated from the answers of `n` readers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// The number of readers it is estimated from.
    pub n: u32,
    /// The estimate itself.
    pub value: f64,
    /// The lower end of the 95 % interval; `None` if there are too few readers for one, or no
    /// formula.
    pub low: Option<f64>,
    /// The upper end of the 95 % interval; `None` if `low` is.
    pub high: Option<f64>,
}

/// The mean of `values`; `None` if there are none. The interval is mean +- t s / sqrt(n), with n -
/// 1 degrees of freedom (Student 1908, Biometrika 6, 1-25), clamped to `range`, the least and the
/// greatest possible value. With fewer than 2 values there is no interval.
#[must_use]
pub fn mean(values: &[f64], (least, most): (f64, f64)) -> Option<Estimate> {
    let n = many(values.len());
    if n == 0 {
        return None;
    }
    let mean = values.iter().sum::<f64>() / f64::from(n);
    let error = standard_error(values, mean).map(|it| it * student::quantile(n - 1));
    Some(Estimate {
        n,
        value: mean,
        low: error.map(|it| (mean - it).max(least)),
        high: error.map(|it| (mean + it).min(most)),
    })
}

/// The standard error s / sqrt(n), with s computed from n - 1; `None` for fewer than 2 values.
#[must_use]
pub fn standard_error(values: &[f64], mean: f64) -> Option<f64> {
    let n = f64::from(many(values.len()));
    if n < 2.0 {
        return None;
    }
    let squares: f64 = values.iter().map(|it| (it - mean).powi(2)).sum();
    Some((squares / (n - 1.0) / n).sqrt())
}
