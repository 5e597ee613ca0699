//! The steps between the first statement and the scorecard: what is asked when.
//!
//! They follow from the questionnaire and the author's choices, once. This file must not know
//! answers.

use crate::questionnaire::Questionnaire;

/// How many statements are on a screen (attribute `layout`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// One statement per screen.
    #[default]
    Paged,
    /// All statements of a step on one screen, one below the other.
    List,
}

/// When refutations are shown (attribute `feedback`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Feedback {
    /// Only on the scorecard, so that one explanation does not influence the next answer.
    #[default]
    End,
    /// After the statements of each misconception, and on the scorecard.
    Each,
}

/// The order of the statements (attribute `order`). With [`Feedback::Each`], the statements of a
/// misconception stay together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The first statement of every misconception, then the second of each, and so on.
    #[default]
    Interleaved,
    /// As the author wrote them.
    Author,
    /// In random order, always the same for the same seed.
    Shuffled,
}

/// The author's choices, set by attributes of the element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// How many statements are on a screen.
    pub layout: Layout,
    /// When refutations are shown.
    pub feedback: Feedback,
    /// The order of the statements.
    pub order: Order,
    /// The seed for [`Order::Shuffled`]; any number.
    pub seed: u32,
}

/// One screen before the scorecard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Asks the statements with these indices.
    Ask(Vec<usize>),
    /// Shows the refutation of the misconception with this index.
    Refute(usize),
}

/// The steps of a questionnaire; never empty. Each statement is in exactly one of them.
#[must_use]
pub fn steps(questionnaire: &Questionnaire, choices: Choices) -> Vec<Step> {
    let mut chance = Chance(choices.seed);
    let is_shuffled = choices.order == Order::Shuffled;
    let mut steps = Vec::new();
    if choices.feedback == Feedback::Each {
        let mut misconceptions = up_to(questionnaire.misconceptions.len());
        if is_shuffled {
            chance.shuffle(&mut misconceptions);
        }
        for misconception in &misconceptions {
            let mut group = Vec::new();
            for (index, statement) in questionnaire.statements.iter().enumerate() {
                if statement.misconception == *misconception {
                    group.push(index);
                }
            }
            if is_shuffled {
                chance.shuffle(&mut group);
            }
            ask(&mut steps, choices.layout, &group);
            steps.push(Step::Refute(*misconception));
        }
        return steps;
    }
    let mut all = up_to(questionnaire.statements.len());
    if is_shuffled {
        chance.shuffle(&mut all);
    } else if choices.order == Order::Interleaved {
        all = interleaved(questionnaire, all);
    }
    ask(&mut steps, choices.layout, &all);
    steps
}

/// The numbers from 0 to `end`, without `end`.
#[inline(never)]
fn up_to(end: usize) -> Vec<usize> {
    let mut numbers = Vec::new();
    for number in 0..end {
        numbers.push(number);
    }
    numbers
}

/// Orders the statements in rounds, each of which takes the first remaining one of every
/// misconception. This relies on the statements of a misconception being adjacent.
fn interleaved(questionnaire: &Questionnaire, mut left: Vec<usize>) -> Vec<usize> {
    let mut taken = Vec::new();
    while !left.is_empty() {
        let mut later = Vec::new();
        let mut before = None;
        for index in &left {
            let statement = questionnaire.statements.get(*index);
            let misconception = statement.map(|it| it.misconception);
            if misconception == before {
                later.push(*index);
            } else {
                taken.push(*index);
            }
            before = misconception;
        }
        left = later;
    }
    taken
}

/// Adds the steps that ask `statements`.
fn ask(steps: &mut Vec<Step>, layout: Layout, statements: &[usize]) {
    if layout == Layout::List {
        steps.push(Step::Ask(statements.to_vec()));
        return;
    }
    for statement in statements {
        steps.push(Step::Ask(vec![*statement]));
    }
}

/// Random numbers from a seed: xorshift (Marsaglia 2003, Journal of Statistical Software 8(14)).
/// Good enough to vary an order, and the same on every machine.
struct Chance(u32);

impl Chance {
    fn next(&mut self) -> usize {
        // With a state of 0, xorshift would return only zeros.
        let mut state = if self.0 == 0 { 0x9E37_79B9 } else { self.0 };
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        self.0 = state;
        state as usize
    }

    fn shuffle(&mut self, items: &mut [usize]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.next() % (last + 1));
        }
    }
}
