//! Promises about what is shown: markup removes nothing from a text and adds nothing to it, and
//! every link leads to a URL that a source may have.
//!
//! This file knows the tree of a view and what prose is, not how markup is written.

use misconception_scorecard::data::text::is_unseen;
use misconception_scorecard::messages::Messages;
use misconception_scorecard::questionnaire::Questionnaire;
use misconception_scorecard::questionnaire::answers::Answers;
use misconception_scorecard::questionnaire::markup::{Prose, plain, read};
use misconception_scorecard::questionnaire::reader::{Address, Pattern};
use misconception_scorecard::session::Event;
use misconception_scorecard::session::plan::Choices;
use misconception_scorecard::view::node::Node;
use misconception_scorecard::widget::Widget;

/// Panics if a screen, with these answers or without them, breaks a promise.
pub fn assert_shown(
    questionnaire: &Questionnaire,
    messages: &dyn Fn() -> Messages,
    answers: &Answers,
) {
    let trees = trees(questionnaire.clone(), messages(), answers);
    for tree in &trees {
        assert_addresses(tree);
    }
    if questionnaire.has_markup {
        let texts = |trees: &[Vec<Node>]| trees.iter().map(|tree| text(tree)).collect::<Vec<_>>();
        let without = self::trees(without_markup(questionnaire), messages(), answers);
        assert_eq!(texts(&trees), texts(&without));
    }
}

/// The first screen, the plain page, and the scorecard.
fn trees(questionnaire: Questionnaire, messages: Messages, answers: &Answers) -> [Vec<Node>; 3] {
    let mut widget = Widget::new(questionnaire, messages, Choices::default(), true);
    let (first, page) = (widget.view(), widget.plain());
    widget.resume(answers.clone(), None);
    for _ in 0..=answers.len() {
        if widget.scorecard().is_none() {
            widget.update(Event::Next);
        }
    }
    [first, page, widget.view()]
}

/// All visible text of a tree.
fn text(tree: &[Node]) -> String {
    let of = |node: &Node| match node {
        Node::Text(text) => text.replace(is_unseen, ""),
        Node::Element(element) => text(&element.children),
    };
    tree.iter().map(of).collect()
}

fn assert_addresses(tree: &[Node]) {
    for node in tree {
        if let Node::Element(element) = node {
            for (name, value) in &element.attributes {
                // A row of the profile links to its article.
                let is_own = value.starts_with("#misconception-");
                assert!(
                    *name != "href" || is_own || Address::fits(value),
                    "{element:?}"
                );
            }
            assert_addresses(&element.children);
        }
    }
}

/// The questionnaire with its prose without markup, and with numbers where texts refer to sources.
fn without_markup(questionnaire: &Questionnaire) -> Questionnaire {
    let mut it = questionnaire.clone();
    it.has_markup = false;
    let mut prose = vec![&mut it.intro, &mut it.privacy];
    prose.extend(it.statements.iter_mut().map(|it| &mut it.text));
    prose.extend(it.outcomes.iter_mut().map(|it| &mut it.text));
    prose.extend(it.suggestions.iter_mut().map(|it| &mut it.answer));
    for misconception in &mut it.misconceptions {
        let refutation = &mut misconception.refutation;
        let texts = [
            &mut refutation.fact,
            &mut refutation.myth,
            &mut refutation.why_believed,
            &mut refutation.kernel_of_truth,
            &mut refutation.why_wrong,
            &mut refutation.advice,
        ];
        let mut count = References(0);
        for text in &texts {
            read(text, usize::MAX, &mut count);
        }
        for (index, source) in misconception.sources.iter_mut().enumerate() {
            if count.0 > 0 {
                source.title.insert_str(0, &format!("[{}] ", index + 1));
            }
        }
        prose.extend(texts);
    }
    for text in prose {
        *text = plain(text);
    }
    it
}

struct References(usize);

impl Prose for References {
    fn text(&mut self, _text: &str) {}
    fn open(&mut self, _address: &str) {}
    fn close(&mut self) {}
    fn reference(&mut self, _text: &str, _number: usize) {
        self.0 += 1;
    }
}
