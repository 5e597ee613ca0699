//! The verdict on one misconception where every answer to its statements is drawn by lot.
//!
//! Knows what makes no difference to a verdict (SCORING.md 2.1 to 2.4 and 3), so that such answers are counted
//! together. What the verdict is, it asks [`scoring`], with real answers to a questionnaire of one misconception. Knows
//! nothing of other misconceptions, counts and outcomes.
//!
//! Answers counted together may differ by rounding, some 1e-13 of belief. That could matter only to an edge that is
//! within it of a belief with the tolerance of 1e-9 added, which nobody writes.

use std::collections::BTreeMap;

use super::{MOST_WAYS, real};
use crate::questionnaire::answers::{Agreement, Answers, Response};
use crate::questionnaire::{Key, Misconception, Questionnaire, Statement};
use crate::scoring;
use crate::scoring::scorecard::{Class, Finding, Verdict};

/// The probability of each of [`Verdict::ALL`], one row a misconception; none where there are more than [`MOST_WAYS`].
pub fn verdicts(questionnaire: &Questionnaire) -> Option<Vec<[f64; 5]>> {
    let lot = AnswerDistribution::new(questionnaire)?;
    let mut ways_left = MOST_WAYS;
    let mut known: BTreeMap<WeightCounts, [f64; 5]> = BTreeMap::new();
    let mut verdicts = Vec::new();
    for make in makes(questionnaire) {
        let row = match known.get(&make) {
            Some(row) => *row,
            None => Sample::new(questionnaire, &lot, &make).verdicts(&mut ways_left)?,
        };
        verdicts.push(row);
        known.insert(make, row);
    }
    Some(verdicts)
}

/// What a misconception's verdict at random depends on: how many statements it has of each weight, the weights as bits.
///
/// Not the keys: at random a fact is a myth with its scale turned over, so every statement is taken for a myth here.
type WeightCounts = BTreeMap<u64, usize>;

/// The make of each misconception. Weights count in proportion only, and not at all where certainty is asked.
fn makes(questionnaire: &Questionnaire) -> Vec<WeightCounts> {
    let mut makes = vec![WeightCounts::new(); questionnaire.misconceptions.len()];
    for statement in &questionnaire.statements {
        let is_weighted = questionnaire.certainty.is_none();
        let weight = if is_weighted { statement.weight } else { 1.0 };
        if let Some(make) = makes.get_mut(statement.misconception) {
            *make.entry(weight.to_bits()).or_insert(0) += 1;
        }
    }
    for make in &mut makes {
        if make.len() == 1 {
            *make = make
                .values()
                .map(|count| (1.0_f64.to_bits(), *count))
                .collect();
        }
    }
    makes
}

/// One statement answered at random, by what the answer does to the verdict. It falls outside the scale, or at one of
/// its steps; of many answers it matters only how many are on the scale, and the sum of their steps.
///
/// Without certainty the steps are the points, and don't know is outside. With certainty an answer of class
/// misconception is outside, sound knowledge is step 1 and all else step 0: more is not in SCORING.md 3.
struct AnswerDistribution {
    /// The probability of falling on the scale.
    on_scale: f64,
    /// The probability of each step, once on the scale.
    steps: Vec<f64>,
    /// A response that falls outside.
    outside: Response,
    /// One that falls at each step.
    at_step: Vec<Response>,
}

const DONT_KNOW: Response = Response {
    agreement: Agreement::DontKnow,
    certainty: None,
};

impl AnswerDistribution {
    fn new(questionnaire: &Questionnaire) -> Option<Self> {
        let points = f64::from(questionnaire.scale.points);
        let offers = points + f64::from(u8::from(questionnaire.scale.dont_know));
        match &questionnaire.certainty {
            Some(_) => Self::of_classes(questionnaire, offers),
            None => Some(Self::of_points(questionnaire.scale.points, points / offers)),
        }
    }

    /// The lot where certainty is not asked.
    fn of_points(points: u8, on_scale: f64) -> Self {
        let response = |point| Response {
            agreement: Agreement::Point(point),
            certainty: None,
        };
        Self {
            on_scale,
            steps: vec![1.0 / f64::from(points); points.into()],
            outside: DONT_KNOW,
            at_step: (1..=points).map(response).collect(),
        }
    }

    /// The lot where certainty is asked, with so many agreements on offer; none where an answer of one of the classes
    /// is not among them, which no scale is that can be written.
    fn of_classes(questionnaire: &Questionnaire, offers: f64) -> Option<Self> {
        let scale = questionnaire.certainty.as_ref()?;
        let levels = f64::from(scale.to - scale.from) + 1.0;
        let mut offered = Vec::new();
        if questionnaire.scale.dont_know {
            offered.push((DONT_KNOW, 1.0 / offers));
        }
        for point in 1..=questionnaire.scale.points {
            for level in scale.from..=scale.to {
                let response = Response {
                    agreement: Agreement::Point(point),
                    certainty: Some(level),
                };
                offered.push((response, 1.0 / offers / levels));
            }
        }
        let statement =
            single_misconception(questionnaire, &WeightCounts::from([(1.0_f64.to_bits(), 1)]));
        let (mut towards, mut other, mut sound) = ((None, 0.0), (None, 0.0), (None, 0.0));
        for (response, probability) in offered {
            let class = finding(&statement, &vec![Some(response)])
                .and_then(|it| it.contributions.first().and_then(|it| it.class));
            let (kept, sum) = match class {
                Some(Class::Misconception) => &mut towards,
                Some(Class::SoundKnowledge) => &mut sound,
                _ => &mut other,
            };
            *kept = Some(response);
            *sum += probability;
        }
        let on_scale = other.1 + sound.1;
        Some(Self {
            on_scale,
            steps: vec![other.1 / on_scale, sound.1 / on_scale],
            outside: towards.0?,
            at_step: vec![other.0?, sound.0?],
        })
    }

    /// How many [`AnswerDistribution::parts`] there are of `count` statements.
    fn part_count(&self, count: usize) -> usize {
        let last = self.steps.len().saturating_sub(1);
        let fewest = if self.on_scale < 1.0 { 0 } else { count };
        let sums = |on_scale: usize| on_scale * last + 1;
        (fewest..=count).map(sums).sum()
    }

    /// All that `count` statements of the same weight may come to.
    fn parts(&self, count: usize) -> Vec<Part> {
        let mut numbers = vec![1.0];
        for _ in 0..count {
            numbers = sum_of(&numbers, &[1.0 - self.on_scale, self.on_scale]);
        }
        let mut parts = Vec::new();
        let mut sums = vec![1.0];
        for (on_scale, probability) in numbers.into_iter().enumerate() {
            if on_scale > 0 {
                sums = sum_of(&sums, &self.steps);
            }
            // Nothing is outside where there is no don't know.
            if self.on_scale < 1.0 || on_scale == count {
                for (sum, share) in sums.iter().enumerate() {
                    parts.push(Part {
                        on_scale,
                        sum,
                        probability: probability * share,
                    });
                }
            }
        }
        parts
    }

    /// Answers to `count` statements that come to `part`.
    fn responses(&self, count: usize, part: &Part) -> Vec<Option<Response>> {
        let last = self.at_step.len().saturating_sub(1);
        let mut rest = part.sum;
        let mut responses = vec![Some(self.outside); count];
        for response in responses.iter_mut().take(part.on_scale) {
            let step = rest.min(last);
            rest -= step;
            *response = self.at_step.get(step).copied();
        }
        responses
    }
}

/// What the statements of one weight come to.
#[derive(Clone, Copy)]
struct Part {
    /// How many are on the scale.
    on_scale: usize,
    /// The sum of their steps.
    sum: usize,
    probability: f64,
}

/// What the statements of the first few weights come to.
struct State {
    on_scale: usize,
    /// The sums of the weights, and of the weighted steps, on the scale.
    weight: f64,
    sum: f64,
    probability: f64,
    /// What those of the last weight come to in one such case, and the place of the state without them.
    part: Part,
    before: usize,
}

/// A misconception of a certain make, standing alone.
struct Sample<'a> {
    lot: &'a AnswerDistribution,
    make: &'a WeightCounts,
    questionnaire: Questionnaire,
    /// The states before the first weight, and after each.
    stages: Vec<Vec<State>>,
}

impl<'a> Sample<'a> {
    fn new(
        questionnaire: &Questionnaire,
        lot: &'a AnswerDistribution,
        make: &'a WeightCounts,
    ) -> Self {
        let part = Part {
            on_scale: 0,
            sum: 0,
            probability: 1.0,
        };
        let nothing = State {
            on_scale: 0,
            weight: 0.0,
            sum: 0.0,
            probability: 1.0,
            part,
            before: 0,
        };
        Self {
            lot,
            make,
            questionnaire: single_misconception(questionnaire, make),
            stages: vec![vec![nothing]],
        }
    }

    /// The probability of each verdict; none where that takes more than `ways_left`, from which it takes its own.
    fn verdicts(mut self, ways_left: &mut usize) -> Option<[f64; 5]> {
        for (weight, count) in self.make {
            let before = self.stages.last()?;
            let ways = before.len().saturating_mul(self.lot.part_count(*count));
            *ways_left = ways_left.checked_sub(ways)?;
            let stage = after(before, f64::from_bits(*weight), &self.lot.parts(*count));
            self.stages.push(stage);
        }
        let mut states = self.stages.pop()?;
        // With the same number on the scale, a higher mean step never moves the verdict the other way.
        let mean = |state: &State| state.sum / state.weight;
        states.sort_by(|a, b| {
            let by_mean = || mean(a).total_cmp(&mean(b));
            a.on_scale.cmp(&b.on_scale).then_with(by_mean)
        });
        let mut row = [0.0; 5];
        for states in states.chunk_by(|a, b| a.on_scale == b.on_scale) {
            self.add(states, &mut row);
        }
        Some(row)
    }

    /// Adds the probabilities of `states`, those of one verdict standing together, to that verdict's.
    fn add(&self, mut states: &[State], row: &mut [f64; 5]) {
        while let (Some(first), Some(last)) = (states.first(), states.last()) {
            let verdict = self.verdict(first);
            let end = if self.verdict(last) == verdict {
                states.len()
            } else {
                states.partition_point(|state| self.verdict(state) == verdict)
            };
            // At least the first has the verdict of the first.
            let (same, rest) = states.split_at(end.max(1));
            let index = Verdict::ALL.iter().position(|it| Some(*it) == verdict);
            if let Some(sum) = index.and_then(|index| row.get_mut(index)) {
                *sum += same.iter().map(|state| state.probability).sum::<f64>();
            }
            states = rest;
        }
    }

    /// The verdict on answers that come to `state`.
    fn verdict(&self, state: &State) -> Option<Verdict> {
        let mut answers = Answers::new();
        let mut state = Some(state);
        // From the last weight to the first, as `small` puts them.
        for (count, stage) in self.make.values().rev().zip(self.stages.iter().rev()) {
            answers.extend(self.lot.responses(*count, &state?.part));
            state = stage.get(state?.before);
        }
        finding(&self.questionnaire, &answers).map(|it| it.verdict)
    }
}

/// The states after `before`, once what statements of one more `weight` come to is added; those that are equal in all
/// that matters are made one.
fn after(before: &[State], weight: f64, parts: &[Part]) -> Vec<State> {
    // Weights count in proportion only; a thousand of the largest double must not overflow.
    let weight = weight / 1_073_741_824.0;
    let mut states = Vec::new();
    for (index, state) in before.iter().enumerate() {
        for part in parts {
            states.push(State {
                on_scale: state.on_scale + part.on_scale,
                weight: state.weight + weight * real(part.on_scale),
                sum: state.sum + weight * real(part.sum),
                probability: state.probability * part.probability,
                part: *part,
                before: index,
            });
        }
    }
    if before.len() > 1 {
        states.sort_by(|a, b| {
            let by_sum = || a.sum.total_cmp(&b.sum);
            let by_weight = || a.weight.total_cmp(&b.weight).then_with(by_sum);
            a.on_scale.cmp(&b.on_scale).then_with(by_weight)
        });
        states.dedup_by(|other, kept| {
            let what = |it: &State| (it.on_scale, it.weight.to_bits(), it.sum.to_bits());
            let is_same = what(other) == what(kept);
            if is_same {
                kept.probability += other.probability;
            }
            is_same
        });
    }
    states
}

/// A questionnaire of one misconception of this make, all else as in `questionnaire`; the weights from last to first.
fn single_misconception(questionnaire: &Questionnaire, make: &WeightCounts) -> Questionnaire {
    let mut statements = Vec::new();
    for (weight, count) in make.iter().rev() {
        for _ in 0..*count {
            statements.push(Statement {
                id: String::new(),
                text: String::new(),
                key: Key::Myth,
                weight: f64::from_bits(*weight),
                misconception: 0,
            });
        }
    }
    Questionnaire {
        scale: questionnaire.scale.clone(),
        certainty: questionnaire.certainty.clone(),
        min_answered: questionnaire.min_answered,
        cutoffs: questionnaire.cutoffs,
        misconceptions: vec![Misconception::default()],
        statements,
        ..Questionnaire::default()
    }
}

/// What `answers` show of the one misconception of a small questionnaire.
fn finding(questionnaire: &Questionnaire, answers: &Answers) -> Option<Finding> {
    let scorecard = scoring::score(questionnaire, answers);
    scorecard.findings.into_iter().next()
}

/// The distribution of the sum of two whole numbers, each given by the probabilities of 0, 1, 2 ...
pub fn sum_of(one: &[f64], other: &[f64]) -> Vec<f64> {
    let mut sums = vec![0.0; (one.len() + other.len()).saturating_sub(1)];
    for (at, factor) in other.iter().enumerate() {
        for (sum, probability) in sums.iter_mut().skip(at).zip(one) {
            *sum += probability * factor;
        }
    }
    sums
}
