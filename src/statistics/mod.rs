//! Statistics over many responses: every figure of a report, with its number of readers and its
//! interval.
//!
//! Pure: responses in, figures out. Knows the arithmetic and its sources; verdicts and beliefs come
//! from [`crate::scoring`]. Must not know files, words, pages or who sent what. The order of the
//! responses does not matter, to the last bit of every figure: [`figures`] sorts them first.
//!
//! Readers chose to answer and chose to send. An interval says how far chance alone might have
//! moved a figure among as many such readers. It says nothing about people who did not answer, and
//! no figure here stands for a population.
//!
//! | figure | where | source |
//! |---|---|---|
//! | share of readers, with a 95 % interval | [`share`] | Wilson 1927; Newcombe 1998; Brown, Cai & `DasGupta` 2001 |
//! | mean, with a 95 % interval | [`mean`] | Student 1908 |
//! | correlation, with a 95 % interval | [`correlation`] | Pearson 1895; Fisher 1921 |
//! | reliability: Spearman-Brown, alpha, omega total | [`reliability`] | Eisinga et al. 2013; Cronbach 1951; `McDonald` 1999 |
//! | before and after: transitions, change, sign test | [`change`] | SCORING.md 5; Marx & Cummings 2007; `McNemar` 1947 |
//! | facility and discrimination of a statement | [`statements`] | Moodle's quiz statistics |
//! | habits: straight lines, contradictions, don't know, blanks | [`habits`] | SCORING.md 2.5 |

pub mod change;
pub mod correlation;
mod factor;
pub mod figures;
pub mod habits;
pub mod mean;
pub mod reliability;
pub mod sample;
pub mod share;
pub mod sign;
pub mod statements;
pub mod student;

/// The quantile of the standard normal distribution that leaves 2.5 % on either side. Every
/// interval here has 95 %.
pub const Z: f64 = 1.959_963_984_540_054;

/// A count as the figures store it. There are never 2^32 readers.
pub(crate) fn many(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
