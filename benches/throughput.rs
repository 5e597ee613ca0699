//! Scores many responses natively, on one core, and prints `{ responses, perSecond, min, max, check
//! }` as JSON. `bench/throughput.mjs` compares the figures with others.
#![allow(clippy::unwrap_used, clippy::cast_precision_loss, missing_docs)]

use misconception_scorecard::api;
use misconception_scorecard::scoring::columns::{Columns, DONT_KNOW};
use misconception_scorecard::scoring::scorecard::Verdict;
use serde_json::{Value, json};
use std::time::Instant;

const ROWS: usize = 1_000_000;
/// Rows per call: few enough for the processor's cache, as in a program that reads a file.
const AT_A_TIME: usize = 8192;
const RUNS: usize = 7;

fn main() {
    let folder = env!("CARGO_MANIFEST_DIR");
    let text = std::fs::read(format!("{folder}/questionnaires/social-media.en.json")).unwrap();
    let questionnaire: Value = serde_json::from_slice(&text).unwrap();
    let prepared = api::prepare(&questionnaire).unwrap();
    let scoring = prepared.scoring();
    let (statements, misconceptions) = (scoring.statements(), scoring.misconceptions());
    let points = prepared.questionnaire().scale.points;
    let mut random = fastrand::Rng::with_seed(20_261_123);
    let blocks: Vec<Vec<u8>> = (0..ROWS / AT_A_TIME)
        .map(|_| {
            let code = |random: &mut fastrand::Rng| match random.u8(..=points + 1) {
                code if code <= points => code,
                _ => DONT_KNOW,
            };
            (0..statements * AT_A_TIME)
                .map(|_| code(&mut random))
                .collect()
        })
        .collect();
    let mut verdicts = vec![Verdict::Insufficient; misconceptions * AT_A_TIME];
    let mut beliefs = vec![0.0; misconceptions * AT_A_TIME];
    let mut rates = Vec::new();
    let mut held = 0;
    // The first run is a warm-up.
    for run in 0..=RUNS {
        let start = Instant::now();
        held = 0;
        for agreements in &blocks {
            let columns = Columns {
                rows: AT_A_TIME,
                agreements,
                certainties: &[],
            };
            scoring
                .score_into(&columns, &mut verdicts, &mut beliefs)
                .unwrap();
            held += verdicts.iter().filter(|it| **it == Verdict::Held).count();
        }
        if run > 0 {
            rates.push((blocks.len() * AT_A_TIME) as f64 / start.elapsed().as_secs_f64());
        }
    }
    rates.sort_by(f64::total_cmp);
    let rate = |at: usize| rates.get(at).copied().unwrap_or_default();
    let said = json!({
        "responses": blocks.len() * AT_A_TIME, "perSecond": rate(RUNS / 2), "min": rate(0), "max": rate(RUNS - 1),
        "check": { "held": held },
    });
    println!("{said}");
}
