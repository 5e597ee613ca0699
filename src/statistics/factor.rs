//! Fits one factor to several measures: its loadings by maximum likelihood. Knows a matrix of
//! correlations and nothing else.

/// The smallest unique variance of a measure. At 0 the likelihood has no bound (a Heywood case);
/// R's `factanal` stops at this value.
const LEAST_OWN: f64 = 0.005;
/// The fit has converged when no loading changes by more than this in one step.
const STILL: f64 = 1e-13;
/// The fit gives up after this many steps.
const MOST_STEPS: u32 = 50_000;

/// The loadings of the rows of `correlations`, a square matrix, on the one factor that makes these
/// correlations most likely; `None` if the fit does not converge. EM algorithm: Rubin & Thayer
/// 1982, Psychometrika 47, 69-76.
pub fn loadings(correlations: &[Vec<f64>]) -> Option<Vec<f64>> {
    let count = f64::from(super::many(correlations.len()));
    // The mean correlation with all measures is a good first guess if there is a factor.
    let mut loadings: Vec<f64> = correlations
        .iter()
        .map(|row| row.iter().sum::<f64>() / count)
        .collect();
    let mut own: Vec<f64> = loadings.iter().map(|it| left(it * it)).collect();
    for _ in 0..MOST_STEPS {
        let scaled: Vec<f64> = loadings
            .iter()
            .zip(&own)
            .map(|(it, own)| it / own)
            .collect();
        let size = 1.0 + dot(&loadings, &scaled);
        let weights: Vec<f64> = scaled.iter().map(|it| it / size).collect();
        let seen: Vec<f64> = correlations.iter().map(|row| dot(row, &weights)).collect();
        let spread = 1.0 - dot(&weights, &loadings) + dot(&weights, &seen);
        let next: Vec<f64> = seen.iter().map(|it| it / spread).collect();
        own = next
            .iter()
            .zip(&seen)
            .map(|(it, seen)| left(it * seen))
            .collect();
        let moved = next
            .iter()
            .zip(&loadings)
            .map(|(it, before)| (it - before).abs());
        let moved = moved.fold(0.0, f64::max);
        loadings = next;
        if !moved.is_finite() {
            return None;
        }
        if moved < STILL {
            return Some(loadings);
        }
    }
    None
}

/// The unique variance: what is left of a variance of 1, at least [`LEAST_OWN`].
fn left(explained: f64) -> f64 {
    (1.0 - explained).max(LEAST_OWN)
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(x, y)| x * y).sum()
}
