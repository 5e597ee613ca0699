//! What the handle of a grown scorecard knows of links: to follow one, to leave it again, and to make one.

use super::handle::Handle;
use crate::document::Document;
use crate::sharing::Given;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Handle {
    /// Shows what a link's text says of this questionnaire; false where it is another's.
    pub fn follow(&mut self, link: &str) -> bool {
        let is_ours = self.widget.follow(link);
        if is_ours {
            self.show();
        }
        is_ours
    }

    /// Goes back to the reader's own screen. Returns the effects.
    pub fn leave(&mut self) -> JsValue {
        let echoes = self.widget.leave();
        self.answer(echoes)
    }

    /// Goes on from the scorecard that is looked at, as from the reader's own. Returns the effects.
    pub fn claim(&mut self) -> JsValue {
        let echoes = self.widget.claim();
        self.answer(echoes)
    }

    /// What is handed on: `{ title, text, fragment }`, the fragment as in [`crate::permalink`].
    pub fn link(&self, with_answers: bool) -> JsValue {
        let questionnaire = self.widget.questionnaire();
        let text = match &*questionnaire.share {
            "" => &questionnaire.title,
            text => text,
        };
        let mut link = JsValue::new_map();
        link.set_text("title", &questionnaire.title);
        link.set_text("text", text);
        link.set_text("fragment", &self.widget.link(with_answers));
        link
    }

    /// Shows what became of the link: that it was copied, or else the link itself, or nothing where that is empty.
    pub fn give(&mut self, is_copied: bool, link: &str) {
        self.widget.give(match link {
            _ if is_copied => Given::Copied,
            "" => Given::Nothing,
            link => Given::Shown(link.to_owned()),
        });
        self.show();
    }
}
