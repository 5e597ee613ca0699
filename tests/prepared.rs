//! There is one scorer with three interfaces: one reader's scorecard, columns, and rows of columns.
//! All must agree with a second, naive scorer to the last bit, on questionnaires of every make.
#![allow(clippy::unwrap_used, clippy::cast_precision_loss)]
// The letters are those of SCORING.md.
#![allow(clippy::many_single_char_names)]

mod common;

use common::{parsed, small};
use fastrand::Rng;
use misconception_scorecard::api;
use misconception_scorecard::questionnaire::answers;
use misconception_scorecard::scoring::columns::{Columns, Refused};
use misconception_scorecard::scoring::scorecard::Verdict;
use misconception_scorecard::scoring::{Prepared, score};
use serde_json::{Value, json};

/// A statement as (is it a myth, weight), with its answer as (point or don't know, level of
/// certainty).
type Probe = (bool, f64, Option<(Option<u32>, Option<i32>)>);

/// SCORING.md, sections 2 and 3, a second time in the slow and obvious way: everything by filtering
/// lists.
fn naive(
    probes: &[Probe],
    points: u32,
    levels: Option<(i32, i32)>,
    half: bool,
    [held, leaning, unsure]: [f64; 3],
) -> (String, String, Option<f64>) {
    let n = probes.len() as f64;
    let enough = |share: f64| if half { share >= 0.5 } else { share > 0.5 };
    let position = |probe: &Probe| {
        let point = f64::from(probe.2?.0?);
        let share = (point - 1.0) / (f64::from(points) - 1.0);
        Some(if probe.0 { share } else { 1.0 - share })
    };
    let placed: Vec<(f64, f64)> = probes
        .iter()
        .filter_map(|it| Some((position(it)?, it.1)))
        .collect();
    let unknown = probes
        .iter()
        .filter(|it| matches!(it.2, Some((None, _))))
        .count();
    let a = placed.len() as f64;
    let belief = (a > 0.0 && enough(a / n)).then(|| {
        let weights: f64 = placed.iter().map(|it| it.1).sum();
        100.0 * (placed.iter().map(|it| it.0 * it.1).sum::<f64>() / weights)
    });
    let said = |verdict: &str, reason: &str| (verdict.to_owned(), reason.to_owned(), belief);
    let Some((low, high)) = levels else {
        return match belief {
            Some(b) if b >= held - 1e-9 => said("held", "agreement"),
            Some(b) if b >= leaning - 1e-9 => said("leaning", "agreement"),
            Some(b) if b > unsure + 1e-9 => said("unsure", "agreement"),
            Some(_) => said("notHeld", "agreement"),
            None if unknown > 0 && enough((a + unknown as f64) / n) => said("unsure", "dontKnow"),
            None => said("insufficient", "tooFewAnswers"),
        };
    };
    let classes: Vec<&str> = probes
        .iter()
        .filter(|it| it.2.is_some())
        .map(|it| {
            let level = it.2.unwrap().1.unwrap_or(low);
            let sure = f64::from(level - low) / f64::from(high - low) > 0.5;
            match (position(it), sure) {
                (None, _) => "lack",
                (Some(p), _) if (p - 0.5).abs() < 1e-9 => "lack",
                (Some(p), true) if p > 0.5 => "misconception",
                (Some(p), false) if p > 0.5 => "lack",
                (Some(_), true) => "sound",
                (Some(_), false) => "lucky",
            }
        })
        .collect();
    if classes.is_empty() || !enough(classes.len() as f64 / n) {
        return said("insufficient", "tooFewAnswers");
    }
    let share =
        |name: &str| classes.iter().filter(|it| **it == name).count() as f64 / classes.len() as f64;
    let (m, s, g) = (share("misconception"), share("sound"), share("lucky"));
    if m > 0.5 {
        said("held", "misconception")
    } else if m > s {
        said("leaning", "mixed")
    } else if m > 0.0 {
        said("unsure", "mixed")
    } else if s >= 0.5 {
        said("notHeld", "soundKnowledge")
    } else if g > 0.5 {
        said("unsure", "luckyGuess")
    } else {
        said("unsure", "lackOfKnowledge")
    }
}

/// A questionnaire and one reader's answers, as a list of misconceptions with their statements.
struct Case {
    misconceptions: Vec<Vec<Probe>>,
    points: u32,
    levels: Option<(i32, i32)>,
    half: bool,
    cutoffs: [f64; 3],
    contested: Vec<bool>,
}

impl Case {
    /// A random case: up to four misconceptions with up to six statements, and all kinds of
    /// weights, cutoffs and levels.
    fn any(random: &mut Rng) -> Self {
        let points = random.u32(2..=7);
        let levels = random.bool().then(|| {
            let low = random.i32(-3..=3);
            (low, low + random.i32(1..=5))
        });
        let probe = |random: &mut Rng| {
            let weight = if random.bool() {
                1.0
            } else {
                random.f64() * 10.0 + 0.01
            };
            (random.bool(), weight, answer(random, points, levels))
        };
        let misconceptions: Vec<Vec<Probe>> = (0..random.usize(1..=4))
            .map(|_| (0..random.usize(1..=6)).map(|_| probe(random)).collect())
            .collect();
        let mut cutoffs = [75.0, 62.5, 37.5];
        if random.bool() {
            // Cutoffs that equal a belief that occurs, or lie anywhere; no two are the same.
            cutoffs = [0, 1, 2].map(|at| {
                let step = f64::from(random.u8(..=8)) + f64::from(2 - at) * 8.0;
                let part = if random.bool() { 0.0 } else { random.f64() };
                (step + part) * 100.0 / 25.0
            });
        }
        let [held, leaning, unsure] = cutoffs;
        if held <= leaning || leaning <= unsure {
            cutoffs = [75.0, 62.5, 37.5];
        }
        Self {
            contested: misconceptions.iter().map(|_| random.u8(..4) == 0).collect(),
            misconceptions,
            points,
            levels,
            half: random.bool(),
            cutoffs,
        }
    }

    fn questionnaire(&self) -> Value {
        let keys = |probes: &Vec<Probe>| -> Vec<&str> {
            let key = |probe: &Probe| if probe.0 { "myth" } else { "fact" };
            probes.iter().map(key).collect()
        };
        let keys: Vec<Vec<&str>> = self.misconceptions.iter().map(keys).collect();
        let keys: Vec<&[&str]> = keys.iter().map(Vec::as_slice).collect();
        let mut document = small(&keys);
        let labels: Vec<String> = (0..self.points).map(|it| format!("Point {it}")).collect();
        document["scale"] = json!({ "points": self.points, "labels": labels });
        document["minAnswered"] = json!(if self.half { "half" } else { "majority" });
        let [held, leaning, unsure] = self.cutoffs;
        document["cutoffs"] = json!({ "held": held, "leaning": leaning, "unsure": unsure });
        if let Some((from, to)) = self.levels {
            let labels: Vec<String> = (from..=to).map(|level| format!("Level {level}")).collect();
            document["certainty"] = json!({ "from": from, "to": to, "labels": labels });
        }
        for (at, probes) in self.misconceptions.iter().enumerate() {
            let misconception = &mut document["misconceptions"][at];
            if self.contested[at] {
                misconception["evidence"] = json!({ "strength": "contested" });
            }
            for (index, probe) in probes.iter().enumerate() {
                misconception["statements"][index]["weight"] = json!(probe.1);
            }
        }
        document
    }

    fn probes(&self) -> impl Iterator<Item = &Probe> {
        self.misconceptions.iter().flatten()
    }

    fn answers(&self) -> Value {
        let mut answers = json!({});
        for (index, probe) in self.probes().enumerate() {
            if let Some((point, level)) = probe.2 {
                let id = format!("s{}", index + 1);
                let agreement = point.map_or_else(|| json!("dontKnow"), |it| json!(it));
                answers[&id] = json!({ "agreement": agreement });
                if let Some(level) = level {
                    answers[&id]["certainty"] = json!(level);
                }
            }
        }
        answers
    }

    /// The codes of the answers and of their certainty, statement by statement.
    fn codes(&self) -> (Vec<u8>, Vec<u8>) {
        let agreement = |it: &Probe| match it.2 {
            None => 0,
            Some((None, _)) => 255,
            Some((Some(point), _)) => u8::try_from(point).unwrap(),
        };
        let certainty = |it: &Probe| {
            let level = it.2.and_then(|it| it.1).zip(self.levels);
            level.map_or(0, |(level, (low, _))| {
                u8::try_from(level - low + 1).unwrap()
            })
        };
        (
            self.probes().map(agreement).collect(),
            self.probes().map(certainty).collect(),
        )
    }
}

/// A random answer to one statement.
fn answer(
    random: &mut Rng,
    points: u32,
    levels: Option<(i32, i32)>,
) -> Option<(Option<u32>, Option<i32>)> {
    (random.u8(..) > 50).then(|| {
        let point = (random.u8(..) > 40).then(|| random.u32(1..=points));
        let level = levels.filter(|_| random.u8(..) > 30);
        (point, level.map(|(low, high)| random.i32(low..=high)))
    })
}

/// How many readers answer each questionnaire. Some have more readers than a block of rows.
fn readers(round: usize) -> usize {
    if round.is_multiple_of(500) { 300 } else { 3 }
}

/// Several readers' codes as columns: from row by row to statement by statement.
fn columns(rows: &[Vec<u8>]) -> Vec<u8> {
    let statements = rows.first().map_or(0, Vec::len);
    (0..statements)
        .flat_map(|index| rows.iter().map(move |row| row[index]))
        .collect()
}

#[test]
fn a_naive_scorer_agrees_to_the_bit_on_ten_thousand_random_questionnaires() {
    let mut random = Rng::with_seed(20_261_123);
    let mut seen = std::collections::BTreeMap::new();
    for round in 0..10_000_usize {
        let mut case = Case::any(&mut random);
        let document = case.questionnaire();
        let questionnaire = parsed(&document);
        let prepared = Prepared::new(&questionnaire);
        let (mut agreements, mut certainties, mut cards, mut expected) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for _ in 0..readers(round) {
            let (agreement, certainty) = case.codes();
            agreements.push(agreement);
            certainties.push(certainty);
            let answers = answers::read(&case.answers(), &questionnaire).unwrap();
            cards.push(score(&questionnaire, &answers));
            let judge =
                |it: &Vec<Probe>| naive(it, case.points, case.levels, case.half, case.cutoffs);
            expected.push(case.misconceptions.iter().map(judge).collect::<Vec<_>>());
            let (points, levels) = (case.points, case.levels);
            for probe in case.misconceptions.iter_mut().flatten() {
                probe.2 = answer(&mut random, points, levels);
            }
        }
        let rows = cards.len();
        let asks = case.levels.is_some();
        let columns = Columns {
            rows,
            agreements: &columns(&agreements),
            certainties: if asks { &columns(&certainties) } else { &[] },
        };
        let cells = rows * case.misconceptions.len();
        let mut verdicts = vec![Verdict::Held; cells];
        let mut beliefs = vec![-1.0; cells];
        prepared
            .score_into(&columns, &mut verdicts, &mut beliefs)
            .unwrap();
        let bits = |belief: Option<f64>| belief.map(f64::to_bits);
        let name = |row: usize| format!("round {round}, row {row}: {document}");
        for (row, card) in cards.iter().enumerate() {
            for (at, finding) in card.findings.iter().enumerate() {
                let (verdict, reason, belief) = &expected[row][at];
                let found = (finding.verdict.name(), finding.reason.name());
                assert_eq!(found, (verdict.as_str(), reason.as_str()), "{}", name(row));
                assert_eq!(bits(finding.belief), bits(*belief), "{}", name(row));
                let cell = at * rows + row;
                assert_eq!(verdicts[cell], finding.verdict, "{}", name(row));
                let belief = Some(beliefs[cell]).filter(|it| !it.is_nan());
                assert_eq!(bits(belief), bits(finding.belief), "{}", name(row));
                *seen.entry(verdict.clone()).or_insert(0) += 1;
            }
        }
        let mut visited = 0;
        prepared
            .each_row(&columns, &mut |row, found| {
                let card = &cards[row];
                assert_eq!(row, visited);
                visited += 1;
                assert_eq!(found.headline, card.headline, "{}", name(row));
                assert_eq!(found.order, card.order, "{}", name(row));
                assert_eq!(found.straight_lined, card.straight_lined, "{}", name(row));
                for (judged, finding) in found.judged.iter().zip(&card.findings) {
                    assert_eq!(judged.verdict, finding.verdict, "{}", name(row));
                    assert_eq!(judged.reason, finding.reason, "{}", name(row));
                    assert_eq!(bits(judged.belief), bits(finding.belief), "{}", name(row));
                    assert_eq!(judged.inconsistent, finding.inconsistent, "{}", name(row));
                }
            })
            .unwrap();
        assert_eq!(visited, rows);
    }
    assert_eq!(seen.len(), 5, "every verdict came up: {seen:?}");
}

/// Two statements, five points, certainty from 1 to 4.
fn certain() -> Prepared {
    let mut document = small(&[&["myth", "fact"]]);
    document["certainty"] = json!({ "levels": 4 });
    Prepared::new(&parsed(&document))
}

#[test]
fn a_code_outside_its_scale_is_refused_with_column_and_row_and_nothing_is_written() {
    let sure = certain();
    let mut without = small(&[&["myth", "fact"]]);
    without["scale"] = json!({ "dontKnow": false });
    let without = Prepared::new(&parsed(&without));
    let refused = |column, row, code, is_certainty| Refused::OutOfScale {
        column,
        row,
        code,
        is_certainty,
    };
    for (prepared, agreements, certainties, expected) in [
        (&sure, [1, 5, 6, 5], vec![], refused(1, 0, 6, false)),
        (&sure, [1, 254, 5, 5], vec![], refused(0, 1, 254, false)),
        (&sure, [1, 9, 7, 5], vec![], refused(1, 0, 7, false)),
        (
            &sure,
            [1, 5, 5, 5],
            vec![0, 0, 0, 5],
            refused(1, 1, 5, true),
        ),
        (
            &sure,
            [1, 0, 5, 5],
            vec![0, 1, 0, 0],
            refused(0, 1, 1, true),
        ),
        (&without, [1, 255, 5, 5], vec![], refused(0, 1, 255, false)),
        (
            &without,
            [1, 5, 5, 5],
            vec![1, 0, 0, 0],
            refused(0, 0, 1, true),
        ),
        (&sure, [1, 5, 5, 5], vec![0, 0], Refused::Length(4)),
    ] {
        let columns = Columns {
            rows: 2,
            agreements: &agreements,
            certainties: &certainties,
        };
        let (mut verdicts, mut beliefs) = ([Verdict::NotHeld; 2], [-1.0, -1.0]);
        let found = prepared.score_into(&columns, &mut verdicts, &mut beliefs);
        assert_eq!(found, Err(expected), "{agreements:?} {certainties:?}");
        assert_eq!((verdicts, beliefs), ([Verdict::NotHeld; 2], [-1.0, -1.0]));
        let found = prepared.each_row(&columns, &mut |_, _| panic!("{expected}"));
        assert_eq!(found, Err(expected));
    }
    let columns = Columns {
        rows: 1,
        agreements: &[255, 0],
        certainties: &[4, 0],
    };
    let found = sure.score_into(&columns, &mut [Verdict::Held; 2], &mut [0.0]);
    assert_eq!(found, Err(Refused::Length(1)), "places for one result");
    let (mut verdicts, mut beliefs) = ([Verdict::Held], [0.0]);
    sure.score_into(&columns, &mut verdicts, &mut beliefs)
        .unwrap_or_else(|it| panic!("{it}"));
    assert_eq!(
        verdicts,
        [Verdict::Insufficient],
        "a don't-know asks for no certainty"
    );
}

#[test]
fn without_rows_there_are_no_results() {
    let columns = Columns {
        rows: 0,
        agreements: &[],
        certainties: &[],
    };
    assert_eq!(certain().score_into(&columns, &mut [], &mut []), Ok(()));
    assert_eq!(
        certain().each_row(&columns, &mut |_, _| panic!("a row")),
        Ok(())
    );
}

#[test]
fn a_prepared_questionnaire_evaluates_like_evaluate() {
    let questionnaire = small(&[&["myth", "fact"], &["fact"]]);
    let prepared = api::prepare(&questionnaire).unwrap();
    assert_eq!(prepared.scoring().statements(), 3);
    assert_eq!(prepared.scoring().misconceptions(), 2);
    for given in [
        json!({}),
        json!({ "s1": { "agreement": 5 }, "s3": { "agreement": "dontKnow" } }),
        json!({ "s1": { "agreement": 6 } }),
        json!({ "s9": { "agreement": 1 } }),
    ] {
        let one = api::evaluate(&questionnaire, &given);
        assert_eq!(prepared.evaluate(&given), one, "{given}");
    }
    let failure = api::prepare(&json!({})).unwrap_err();
    assert_eq!(failure.code(), "invalidQuestionnaire");
}
