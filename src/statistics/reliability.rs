//! Whether the statements of one misconception measure one thing. Knows columns of positions, all
//! from the same readers and without gaps; must not know what the statements are about.

use super::correlation::{correlation, covariance, is_constant};
use super::mean::Estimate;
use super::{Z, correlation, factor, many};
use serde::Serialize;

/// The least number of readers for omega: with fewer, the loadings are too uncertain.
pub const OMEGA_FROM: u32 = 100;

/// The formula that gave a reliability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Method {
    /// For two statements: 2r / (1 + r).
    SpearmanBrown,
    /// For three or more statements: Cronbach's alpha.
    Alpha,
}

/// The reliability of one misconception's statements, at most 1. Below 0 they contradict each
/// other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reliability {
    /// The formula used.
    pub method: Method,
    /// How many statements the misconception has.
    pub statements: u32,
    /// The reliability, from the readers who answered every statement with a point of the scale.
    pub value: Estimate,
    /// Omega total, for three or more statements and at least [`OMEGA_FROM`] readers. It has no
    /// interval, because there is no formula for one; the interval of alpha, beside it, shows how
    /// uncertain it is.
    pub omega: Option<Estimate>,
}

/// The reliability of `items`, which has one column per statement. `None` for fewer than two
/// statements, for fewer than 3 readers, or if it cannot be computed because a column is constant.
#[must_use]
pub fn reliability(items: &[Vec<f64>]) -> Option<Reliability> {
    let n = many(items.first()?.len());
    let (method, value) = match items {
        [_] => return None,
        [one, other] => (Method::SpearmanBrown, spearman_brown(one, other)?),
        _ => (Method::Alpha, alpha(items)?),
    };
    let is_many = items.len() > 2 && n >= OMEGA_FROM;
    let omega = if is_many { omega(items) } else { None };
    Some(Reliability {
        method,
        statements: many(items.len()),
        value,
        omega: omega.map(|value| Estimate {
            n,
            value,
            low: None,
            high: None,
        }),
    })
}

/// Spearman-Brown, 2r / (1 + r), of two columns: Eisinga, te Grotenhuis & Pelzer 2013, Int. J.
/// Public Health 58, 637-642. The interval is that of r (see [`correlation()`]), put into the
/// formula.
#[must_use]
pub fn spearman_brown(one: &[f64], other: &[f64]) -> Option<Estimate> {
    let found = correlation::estimate(one, other)?;
    let doubled = |r: f64| 2.0 * r / (1.0 + r);
    let value = doubled(found.value);
    value.is_finite().then(|| Estimate {
        n: found.n,
        value,
        low: found.low.map(doubled).filter(|it| it.is_finite()),
        high: found.high.map(doubled),
    })
}

/// Cronbach's alpha: k / (k - 1) x (1 - sum of the variances / variance of the sum) (Cronbach 1951,
/// Psychometrika 16, 297-334). The interval is 1 - exp(ln(1 - alpha) +- z sqrt(2k / ((k - 1)(n -
/// 2)))): Bonett & Wright 2015, J. Organ. Behav. 36, 3-15.
#[must_use]
pub fn alpha(items: &[Vec<f64>]) -> Option<Estimate> {
    let n = many(items.first()?.len());
    let total = sums(items);
    if items.len() < 2 || n < 3 || is_constant(&total) {
        return None;
    }
    let k = f64::from(many(items.len()));
    let variances: f64 = items.iter().map(|it| covariance(it, it)).sum();
    let value = k / (k - 1.0) * (1.0 - variances / covariance(&total, &total));
    let around = Z * (2.0 * k / ((k - 1.0) * (f64::from(n) - 2.0))).sqrt();
    let end = |by: f64| 1.0 - ((1.0 - value).ln() + by).exp();
    let has_ends = value < 1.0;
    value.is_finite().then(|| Estimate {
        n,
        value,
        low: has_ends.then(|| end(around)),
        high: has_ends.then(|| end(-around)),
    })
}

/// Omega total of one factor, from standardised loadings: (sum of loadings)^2 / ((sum of
/// loadings)^2 + sum of (1 - loading^2)) (`McDonald` 1999, Test Theory). The loadings are fitted
/// iteratively, so the last digits are not exact. `None` if a column is constant or the fit does
/// not converge.
#[must_use]
pub fn omega(items: &[Vec<f64>]) -> Option<f64> {
    let mut correlations = Vec::new();
    for one in items {
        let row: Option<Vec<f64>> = items.iter().map(|other| correlation(one, other)).collect();
        correlations.push(row?);
    }
    let loadings = factor::loadings(&correlations)?;
    let common = loadings.iter().sum::<f64>().powi(2);
    let own: f64 = loadings.iter().map(|it| 1.0 - it * it).sum();
    let omega = common / (common + own);
    omega.is_finite().then_some(omega)
}

/// The sum of each reader's row.
fn sums(items: &[Vec<f64>]) -> Vec<f64> {
    let rows = items.first().map_or(0, Vec::len);
    let mut sums = vec![0.0; rows];
    for column in items {
        for (sum, value) in sums.iter_mut().zip(column) {
            *sum += value;
        }
    }
    sums
}
