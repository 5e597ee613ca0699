//! Student's t distribution, as far as the interval of a mean needs it. Knows degrees of freedom,
//! but no data.

use super::Z;
use std::f64::consts::{FRAC_2_PI, FRAC_PI_2};

/// From this many degrees of freedom on, the quantile comes from its expansion, which is then as
/// exact as a double.
const LARGE: u32 = 400;

/// The chance of a value between `-t` and `t`, 0..=1, with `freedom` >= 1 degrees of freedom: the
/// finite series of Abramowitz & Stegun 1964, 26.7.3 and 26.7.4. The number of steps is
/// proportional to `freedom`.
#[must_use]
pub fn within(t: f64, freedom: u32) -> f64 {
    within_angle((t / f64::from(freedom).sqrt()).atan(), freedom)
}

/// The same chance, given the angle whose tangent is t / sqrt(freedom).
fn within_angle(angle: f64, freedom: u32) -> f64 {
    let (sine, cosine) = angle.sin_cos();
    let square = cosine * cosine;
    let is_odd = freedom % 2 == 1;
    // The first term, and the numerator of the next factor: 2/3, 4/5 ... or 1/2, 3/4 ...
    let (mut term, mut step) = if is_odd { (cosine, 2) } else { (1.0, 1) };
    let mut sum = 0.0;
    for _ in 0..freedom / 2 {
        sum += term;
        term *= square * f64::from(step) / f64::from(step + 1);
        step += 2;
    }
    if is_odd {
        FRAC_2_PI * (angle + sine * sum)
    } else {
        sine * sum
    }
}

/// The value exceeded on either side with a chance of 2.5 %, with `freedom` >= 1 degrees of
/// freedom: by bisection, or for large `freedom` by the expansion of Abramowitz & Stegun 26.7.5.
#[must_use]
pub fn quantile(freedom: u32) -> f64 {
    if freedom > LARGE {
        return expanded(f64::from(freedom));
    }
    let (mut low, mut high) = (0.0, FRAC_PI_2);
    for _ in 0..64 {
        let middle = f64::midpoint(low, high);
        if within_angle(middle, freedom) < 0.95 {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::from(freedom).sqrt() * low.tan()
}

fn expanded(freedom: f64) -> f64 {
    let square = Z * Z;
    // Polynomials in z, odd powers only, the highest first.
    let odd = |factors: &[f64]| Z * factors.iter().fold(0.0, |sum, it| sum * square + it);
    Z + odd(&[1.0, 1.0]) / (4.0 * freedom)
        + odd(&[5.0, 16.0, 3.0]) / (96.0 * freedom.powi(2))
        + odd(&[3.0, 19.0, 17.0, -15.0]) / (384.0 * freedom.powi(3))
        + odd(&[79.0, 776.0, 1482.0, -1920.0, -945.0]) / (92_160.0 * freedom.powi(4))
}
