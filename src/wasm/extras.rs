//! What the handle can do with the extras: take in what a reader says back, ask again, forget,
//! write it out.

#![allow(clippy::needless_pass_by_value)] // Values of JavaScript are handed over, as their glue is smaller.

use super::handle::Handle;
use super::options::option;
use crate::data::document::{Document, WriteDocument};
use crate::extras::attempts::{Attempts, Retake};
use crate::extras::calendar::{self, Reminder};
use crate::extras::csv::Separator;
use crate::extras::remarks::{Remark, Remarks};
use crate::extras::sharing::ShareOutcome;
use crate::messages::{ExtrasMessage, fill};
use crate::widget::Effect;
use crate::widget::extras::ExtrasEffect;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Handle {
    /// Shows what a reader may do with the scorecard. `kept`: what [`crate::widget::extras::ExtrasWidget::write_kept`] has set, and `address`,
    /// what the page's address is before a link; `persistent` is a boolean only where it is the reader's to choose.
    #[wasm_bindgen(js_name = showExtras)]
    pub fn show_extras(&mut self, saved: JsValue) {
        let remarks = Remarks::read(&saved, self.widget.questionnaire());
        let attempts = Attempts {
            address: option(&saved, "address").text(),
            ..Attempts::read(&saved, self.widget.questionnaire())
        };
        self.widget.show_extras(remarks, attempts);
        self.show();
    }

    /// What the reader did with the button of this name, at this place, with this text in the field beside it; or
    /// `write` and `draft`, what they write. Returns the effects.
    pub fn remark(&mut self, name: &str, index: usize, text: &str) -> JsValue {
        let text = text.to_owned();
        let remark = match name {
            "begin" => Remark::Begin(index),
            "stop" => Remark::Stop(index),
            "write" => Remark::Write(index, text),
            "dispute" => Remark::Dispute(index, text),
            "agree" => Remark::Agree(index),
            "draft" => Remark::Draft(text),
            "suggest" => Remark::Suggest(text),
            "stay" => Remark::TogglePersistent,
            "withdraw" => Remark::Withdraw(index),
            _ => return JsValue::from_list(Vec::new()),
        };
        let effects = self.widget.remark(&remark);
        self.answer(effects)
    }

    /// Answers again: `again` everything, `open` only what is not settled; `earlier` goes back to the answers before
    /// that. Returns the effects.
    pub fn retake(&mut self, name: &str) -> JsValue {
        let effects = match name {
            "again" => self.widget.retake(Retake::All),
            "open" => self.widget.retake(Retake::Unsettled),
            "earlier" => self.widget.stop(),
            _ => Vec::new(),
        };
        self.answer(effects)
    }

    /// Says that the address was copied.
    pub fn copied(&mut self) {
        self.widget.copied();
        self.show();
    }

    /// A reminder to come back, as [`crate::calendar`] writes it, with this `uid`, `stamp` and `day`.
    pub fn calendar(&self, uid: &str, stamp: &str, day: &str) -> JsValue {
        let messages = self.widget.messages();
        let title = &self.widget.questionnaire().title;
        let url = self.widget.return_link();
        JsValue::from_text(&calendar::calendar(Reminder {
            uid,
            stamp,
            day,
            summary: &fill(messages.extras(ExtrasMessage::Remind), &[("title", title)]),
            description: messages.extras(ExtrasMessage::RemindWhy),
            url: &url,
        }))
    }

    /// Forgets answers, remarks and attempts. Returns the effects.
    pub fn forget(&mut self) -> JsValue {
        let effects = self.widget.forget();
        self.answer(effects)
    }

    /// Brings back what was forgotten. Returns the effects.
    pub fn undo(&mut self) -> JsValue {
        let effects = self.widget.undo();
        self.answer(effects)
    }

    /// Asks one statement again in place, by its index, or stops asking. Returns the effects.
    pub fn change(&mut self, statement: usize, is_open: bool) -> JsValue {
        let effects = self.widget.change(statement, is_open);
        self.answer(effects)
    }

    /// The scorecard as a table, with semicolons or else commas between cells; null before the reader has reached it.
    pub fn csv(&self, has_semicolons: bool) -> JsValue {
        let separator = if has_semicolons {
            Separator::Semicolon
        } else {
            Separator::Comma
        };
        let csv = self.widget.csv(separator);
        csv.map_or(JsValue::NULL, |it| JsValue::from_text(&it))
    }

    /// The scorecard and the remarks; see [`crate::widget::extras::ExtrasWidget::write_own`].
    pub fn own(&self) -> JsValue {
        self.widget.write_own()
    }
}

#[wasm_bindgen]
impl Handle {
    /// Shows what a link's text says of this questionnaire, `is_old` in the form of version 1; false where it is another's.
    pub fn follow(&mut self, link: &str, is_old: bool) -> bool {
        let is_ours = self.widget.follow(link, is_old);
        if is_ours {
            self.show();
        }
        is_ours
    }

    /// Goes back to the reader's own screen. Returns the effects.
    pub fn leave(&mut self) -> JsValue {
        let effects = self.widget.leave();
        self.answer(effects)
    }

    /// Goes on from the scorecard that is looked at, as from the reader's own. Returns the effects.
    pub fn claim(&mut self) -> JsValue {
        let effects = self.widget.claim();
        self.answer(effects)
    }

    /// What is handed on: `{ title, text, link }`, the link as in [`crate::extras::permalink`].
    pub fn link(&self, with_answers: bool) -> JsValue {
        let mut link = JsValue::new_map();
        link.set_text("title", &self.widget.questionnaire().title);
        link.set_text("text", &self.widget.share_text());
        link.set_text("link", &self.widget.link(with_answers));
        link
    }

    /// Shows what became of the link: that it was copied, or else the link itself, or nothing where that is empty.
    pub fn give(&mut self, is_copied: bool, link: &str) {
        self.widget.give(match link {
            _ if is_copied => ShareOutcome::Copied,
            "" => ShareOutcome::Nothing,
            link => ShareOutcome::Shown(link.to_owned()),
        });
        self.show();
    }
}

impl Handle {
    /// Shows what has come of it, and gives back the effects.
    pub(super) fn answer(&mut self, effects: Vec<ExtrasEffect>) -> JsValue {
        self.show();
        let effects = effects
            .into_iter()
            .map(|echo| self.write_extras_effect(echo));
        JsValue::from_list(effects.collect())
    }

    /// An effect as `[name, detail]`.
    fn write_extras_effect(&self, echo: ExtrasEffect) -> JsValue {
        let (name, detail) = match echo {
            ExtrasEffect::Store => return self.write(&Effect::Store),
            ExtrasEffect::EmitDisputed(index) => ("disputed", self.widget.write_disputed(index)),
            ExtrasEffect::EmitSuggested => ("suggested", self.widget.write_suggested()),
            ExtrasEffect::EmitReset => ("reset", JsValue::NULL),
            ExtrasEffect::EmitRestored => ("restored", JsValue::NULL),
            ExtrasEffect::Focus(id) => ("focus", JsValue::from_text(&id)),
        };
        JsValue::from_list(vec![JsValue::from_text(name), detail])
    }
}
