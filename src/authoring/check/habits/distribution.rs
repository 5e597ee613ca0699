//! The probabilities of the verdicts on one misconception if every answer to its statements is
//! random.
//!
//! This file knows which answers lead to the same verdict (SCORING.md 2.1 to 2.4 and 3) and counts
//! these together. The verdict itself comes from [`scoring`], for real answers to a questionnaire
//! with one misconception. It must not know other misconceptions, counts or outcomes.
//!
//! The beliefs of answers that are counted together may differ by rounding errors of about 1e-13.
//! That could matter only for a cutoff that lies so close to a possible belief plus the tolerance
//! of 1e-9, and nobody writes such a cutoff.

use std::collections::BTreeMap;

use super::{MOST_WAYS, real};
use crate::questionnaire::answers::{Agreement, Answers, Response};
use crate::questionnaire::{Key, Misconception, Questionnaire, Statement};
use crate::scoring;
use crate::scoring::scorecard::{Class, Finding, Verdict};

/// Per misconception, the probabilities of the verdicts in [`Verdict::ALL`]; `None` if there are
/// more than [`MOST_WAYS`] combinations.
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

/// What the verdict on a misconception depends on for random answers: how many statements have each
/// weight (as bits).
///
/// The keys do not matter: for random answers, a `fact` statement is a `myth` statement with its
/// scale reversed. So every statement counts as `myth` here.
type WeightCounts = BTreeMap<u64, usize>;

/// The weight counts of each misconception. Only the proportions of weights matter, and if
/// certainty is asked, weights do not matter at all.
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

/// A random answer to one statement, as far as it affects the verdict. The answer is either outside
/// or at one of several steps. Of several answers it only matters how many are at a step, and the
/// sum of their steps.
///
/// Without certainty, the steps are the points, and don't know is outside. With certainty, an
/// answer of class misconception is outside, sound knowledge is step 1 and everything else is step
/// 0. SCORING.md 3 depends on nothing else.
struct AnswerDistribution {
    /// The probability of being at a step.
    on_scale: f64,
    /// The probability of each step, given that the answer is at one.
    steps: Vec<f64>,
    /// A response that is outside.
    outside: Response,
    /// A response at each step.
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

    /// The distribution if certainty is not asked.
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

    /// The distribution if certainty is asked, where `offers` is the number of possible agreements.
    /// `None` if some class cannot occur, which happens on no scale that an author can write.
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

    /// The number of [`AnswerDistribution::parts`] for `count` statements.
    fn part_count(&self, count: usize) -> usize {
        let last = self.steps.len().saturating_sub(1);
        let fewest = if self.on_scale < 1.0 { 0 } else { count };
        let sums = |on_scale: usize| on_scale * last + 1;
        (fewest..=count).map(sums).sum()
    }

    /// All that `count` statements of the same weight can add up to.
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
            // Without don't know, no answer is outside.
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

    /// Answers to `count` statements that add up to `part`.
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

/// What the statements of one weight add up to.
#[derive(Clone, Copy)]
struct Part {
    /// How many are at a step.
    on_scale: usize,
    /// The sum of their steps.
    sum: usize,
    probability: f64,
}

/// What the statements of the first few weights add up to.
struct State {
    on_scale: usize,
    /// The sums of the weights and of the weighted steps.
    weight: f64,
    sum: f64,
    probability: f64,
    /// One example for this state: the part for its last weight, and the index of the state before
    /// that.
    part: Part,
    before: usize,
}

/// A misconception with certain weights, in a questionnaire of its own.
struct Sample<'a> {
    lot: &'a AnswerDistribution,
    make: &'a WeightCounts,
    questionnaire: Questionnaire,
    /// The states before the first weight, and after each weight.
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

    /// The probability of each verdict; `None` if that takes more combinations than `ways_left`,
    /// from which the used ones are subtracted.
    fn verdicts(mut self, ways_left: &mut usize) -> Option<[f64; 5]> {
        for (weight, count) in self.make {
            let before = self.stages.last()?;
            let ways = before.len().saturating_mul(self.lot.part_count(*count));
            *ways_left = ways_left.checked_sub(ways)?;
            let stage = after(before, f64::from_bits(*weight), &self.lot.parts(*count));
            self.stages.push(stage);
        }
        let mut states = self.stages.pop()?;
        // For the same number of answers at a step, a higher mean never moves the verdict in the
        // other direction.
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

    /// Adds the probabilities of `states` to those of their verdicts. States with the same verdict
    /// must be adjacent.
    fn add(&self, mut states: &[State], row: &mut [f64; 5]) {
        while let (Some(first), Some(last)) = (states.first(), states.last()) {
            let verdict = self.verdict(first);
            let end = if self.verdict(last) == verdict {
                states.len()
            } else {
                states.partition_point(|state| self.verdict(state) == verdict)
            };
            // At least the first state is among them.
            let (same, rest) = states.split_at(end.max(1));
            let index = Verdict::ALL.iter().position(|it| Some(*it) == verdict);
            if let Some(sum) = index.and_then(|index| row.get_mut(index)) {
                *sum += same.iter().map(|state| state.probability).sum::<f64>();
            }
            states = rest;
        }
    }

    /// The verdict on answers that add up to `state`.
    fn verdict(&self, state: &State) -> Option<Verdict> {
        let mut answers = Answers::new();
        let mut state = Some(state);
        // From the last weight to the first, which is the order in `single_misconception`.
        for (count, stage) in self.make.values().rev().zip(self.stages.iter().rev()) {
            answers.extend(self.lot.responses(*count, &state?.part));
            state = stage.get(state?.before);
        }
        finding(&self.questionnaire, &answers).map(|it| it.verdict)
    }
}

/// The states once the statements of one more `weight` are added to those of `before`. States that
/// are equal in everything that matters are merged.
fn after(before: &[State], weight: f64, parts: &[Part]) -> Vec<State> {
    // Only the proportions of weights matter, and a thousand of the largest doubles must not
    // overflow.
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

/// A questionnaire with one misconception that has these weights, from the last to the first. All
/// else is as in `questionnaire`.
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

/// The result for the only misconception of a questionnaire.
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
