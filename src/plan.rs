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
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); questionnaire.misconceptions.len()];
    for (index, statement) in questionnaire.statements.iter().enumerate() {
        if let Some(group) = groups.get_mut(statement.misconception) {
            group.push(index);
        }
    }
    match choices.feedback {
        Feedback::End => pages(choices.layout, in_order(&groups, choices.order, &mut chance)),
        Feedback::Each => {
            let mut places: Vec<usize> = (0..groups.len()).collect();
            if choices.order == Order::Shuffled {
                chance.shuffle(&mut places);
            }
            let mut steps = Vec::new();
            for place in places {
                let mut group = groups.get(place).cloned().unwrap_or_default();
                if choices.order == Order::Shuffled {
                    chance.shuffle(&mut group);
                }
                steps.extend(pages(choices.layout, group));
                steps.push(Step::Refute(place));
            }
            steps
        }
    }
}

fn pages(layout: Layout, statements: Vec<usize>) -> Vec<Step> {
    match layout {
        Layout::List => vec![Step::Ask(statements)],
        Layout::Paged => {
            let single = |statement| Step::Ask(vec![statement]);
            statements.into_iter().map(single).collect()
        }
    }
}

fn in_order(groups: &[Vec<usize>], order: Order, chance: &mut Chance) -> Vec<usize> {
    match order {
        Order::Interleaved => {
            let rounds = groups.iter().map(Vec::len).max().unwrap_or(0);
            let round = |round| groups.iter().filter_map(move |group| group.get(round));
            (0..rounds).flat_map(round).copied().collect()
        }
        Order::Author => groups.concat(),
        Order::Shuffled => {
            let mut all = groups.concat();
            chance.shuffle(&mut all);
            all
        }
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
