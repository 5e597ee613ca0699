//! The statements of a list as they were last drawn. A tap on an answer changes one of them, so the
//! others are used again.
//!
//! This file knows when a drawn statement still fits. It must not know how one is drawn.

use crate::questionnaire::answers::Response;
use crate::session::Event;
use crate::view::node::Node;

/// What is kept from one drawing of a screen to the next.
#[derive(Default)]
pub struct Kept {
    /// The answer that each statement was drawn with, and its node, by the statement's index.
    statements: Vec<Option<(Option<Response>, Node)>>,
}

impl Kept {
    /// Prepares for the screen after `event`. Anything more than a choice may change what statements
    /// look like, so nothing is kept then.
    pub fn prepare(&mut self, event: &Event) {
        if !matches!(event, Event::Agree { .. } | Event::BeSure { .. }) {
            self.clear();
        }
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.statements.clear();
    }

    /// The node of the statement at this index, if it was last drawn with this answer.
    pub(super) fn statement(&self, index: usize, answer: Option<Response>) -> Option<Node> {
        match self.statements.get(index) {
            Some(Some((drawn, node))) if *drawn == answer => Some(node.clone()),
            _ => None,
        }
    }

    /// Keeps the node of the statement at this index, which was drawn with this answer.
    pub(super) fn keep(&mut self, index: usize, answer: Option<Response>, node: Node) {
        if self.statements.len() <= index {
            self.statements.resize(index + 1, None);
        }
        if let Some(kept) = self.statements.get_mut(index) {
            *kept = Some((answer, node));
        }
    }
}
