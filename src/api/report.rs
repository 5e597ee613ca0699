//! Reports: messages of many readers in, figures out.
//!
//! Knows in which order a collector is asked; what counts it decides itself.

use crate::contract::fit::Refusal;
use crate::data::document::Document;
use crate::data::failure::Failure;
use crate::questionnaire::parse;
use crate::report::collector::Collector;
use crate::statistics::figures::Figures;

/// Reads `questionnaire`, to collect messages about it.
///
/// # Errors
/// [`Failure::InvalidQuestionnaire`], with every problem.
pub fn collect<D: Document>(questionnaire: &D) -> Result<Collector, Failure> {
    let (questionnaire, _) = parse::parse(questionnaire).map_err(Failure::InvalidQuestionnaire)?;
    Ok(Collector::new(questionnaire))
}

/// What a report is made of.
#[derive(Clone, Debug)]
pub struct Reported {
    /// The figures of the messages that count.
    pub figures: Figures,
    /// The index of each message that was refused, and why.
    pub refused: Vec<(usize, Refusal)>,
}

/// The figures of `messages`, documents of the contract in the order they came: of those with one receipt the last counts, and one
/// that was taken back does not.
///
/// # Errors
/// [`Failure::InvalidQuestionnaire`], with every problem.
pub fn report<D: Document>(questionnaire: &D, messages: &[D]) -> Result<Reported, Failure> {
    let mut collector = collect(questionnaire)?;
    let mut refused = Vec::new();
    for (index, message) in messages.iter().enumerate() {
        if let Err(refusal) = collector.add(message) {
            refused.push((index, refusal));
        }
    }
    // What a collector has taken is on its scales.
    let figures = collector.figures();
    let figures = figures.map_err(|_| Failure::InvalidAnswers(Vec::new()))?;
    Ok(Reported { figures, refused })
}
