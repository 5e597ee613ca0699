//! What is asked when: the steps between the first statement and the scorecard.
//!
//! Made once from the questionnaire and the author's choices; knows nothing of answers.

use crate::questionnaire::Questionnaire;

/// How statements are laid out (attribute `layout`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// One statement at a time.
    #[default]
    Paged,
    /// All statements of a step below each other.
    List,
}

/// When refutations are shown (attribute `feedback`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Feedback {
    /// On the scorecard only, so that one explanation does not teach the next answer.
    #[default]
    End,
    /// After each misconception's statements, and on the scorecard.
    Each,
}

/// In which order statements come (attribute `order`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Every misconception's first statement, then every second.
    #[default]
    Interleaved,
    /// As the author wrote them.
    Author,
    /// By chance, the same for the same seed.
    Shuffled,
}

/// The author's choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// How statements are laid out.
    pub layout: Layout,
    /// When refutations are shown.
    pub feedback: Feedback,
    /// In which order statements come.
    pub order: Order,
    /// Chance for [`Order::Shuffled`].
    pub seed: u32,
}

/// One screen before the scorecard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// These statements, by index.
    Ask(Vec<usize>),
    /// The refutation of this misconception, by index.
    Refute(usize),
}

/// The steps of `questionnaire` under `choices`; never empty, and every statement in one of them.
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

/// The numbers below `end`.
#[inline(never)]
fn up_to(end: usize) -> Vec<usize> {
    let mut numbers = Vec::new();
    for number in 0..end {
        numbers.push(number);
    }
    numbers
}

/// All statements in rounds, each of which takes the first that is left of every misconception. The statements of a
/// misconception stand beside each other.
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

/// A stream of numbers from a seed (Marsaglia 2003, J. Stat. Softw. 8(14), xorshift). Fair enough to
/// vary an order, and the same on every machine.
struct Chance(u32);

impl Chance {
    fn next(&mut self) -> usize {
        // The stream of 0 is all zeros.
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
