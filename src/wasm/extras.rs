//! The methods that the extras add to [`Handle`]: remarks, answering again, erasing, links, CSV.

#![allow(clippy::needless_pass_by_value)] // JavaScript values are passed by value, which makes the glue smaller.

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
    /// Shows the extras. `saved` is what [`crate::widget::extras::ExtrasWidget::write_saved`] has
    /// written, plus `address`, the page's URL up to where a link's content begins. Its property
    /// `persistent` is a boolean only if the reader may choose it.
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

    /// Applies the remark that belongs to the button `name` with this index; `text` is the content
    /// of its field. `write` and `draft` report what the reader types. Returns the effects.
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

    /// Answers again: everything (`again`) or only what is not settled (`open`); `earlier` returns
    /// to the answers from before. Returns the effects.
    pub fn retake(&mut self, name: &str) -> JsValue {
        let effects = match name {
            "again" => self.widget.retake(Retake::All),
            "open" => self.widget.retake(Retake::Unsettled),
            "earlier" => self.widget.stop(),
            _ => Vec::new(),
        };
        self.answer(effects)
    }

    /// Records that the URL to come back by was copied.
    pub fn copied(&mut self) {
        self.widget.copied();
        self.show();
    }

    /// The calendar file of a reminder to come back; see [`crate::extras::calendar`] for `uid`,
    /// `stamp` and `day`.
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

    /// Erases answers, remarks and attempts. Returns the effects.
    pub fn forget(&mut self) -> JsValue {
        let effects = self.widget.forget();
        self.answer(effects)
    }

    /// Restores what was erased. Returns the effects.
    pub fn undo(&mut self) -> JsValue {
        let effects = self.widget.undo();
        self.answer(effects)
    }

    /// Starts or stops changing the answer to the statement at this index. Returns the effects.
    pub fn change(&mut self, statement: usize, is_open: bool) -> JsValue {
        let effects = self.widget.change(statement, is_open);
        self.answer(effects)
    }

    /// The reader's answers as CSV, separated by semicolons or commas; null before the reader has
    /// reached the scorecard.
    pub fn csv(&self, has_semicolons: bool) -> JsValue {
        let separator = if has_semicolons {
            Separator::Semicolon
        } else {
            Separator::Comma
        };
        let csv = self.widget.csv(separator);
        csv.map_or(JsValue::NULL, |it| JsValue::from_text(&it))
    }

    /// The reader's own result; see [`crate::widget::extras::ExtrasWidget::write_own`].
    pub fn own(&self) -> JsValue {
        self.widget.write_own()
    }
}

#[wasm_bindgen]
impl Handle {
    /// Shows the content of a link, which is in the format of version 1 if `is_old`. Returns false
    /// if it belongs to another questionnaire.
    pub fn follow(&mut self, link: &str, is_old: bool) -> bool {
        let is_ours = self.widget.follow(link, is_old);
        if is_ours {
            self.show();
        }
        is_ours
    }

    /// Returns to the reader's own screen. Returns the effects.
    pub fn leave(&mut self) -> JsValue {
        let effects = self.widget.leave();
        self.answer(effects)
    }

    /// Takes the answers of the scorecard that is shown as the reader's own and asks everything
    /// again. Returns the effects.
    pub fn claim(&mut self) -> JsValue {
        let effects = self.widget.claim();
        self.answer(effects)
    }

    /// What is shared, as an object `{ title, text, link }`; `link` is the content as in
    /// [`crate::extras::permalink`].
    pub fn link(&self, with_answers: bool) -> JsValue {
        let mut link = JsValue::new_map();
        link.set_text("title", &self.widget.questionnaire().title);
        link.set_text("text", &self.widget.share_text());
        link.set_text("link", &self.widget.link(with_answers));
        link
    }

    /// Shows what became of the link: it was copied, or the link is shown for copying by hand;
    /// nothing if `link` is empty.
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
    /// Draws the screen and returns the effects.
    pub(super) fn answer(&mut self, effects: Vec<ExtrasEffect>) -> JsValue {
        self.show();
        let effects = effects
            .into_iter()
            .map(|echo| self.write_extras_effect(echo));
        JsValue::from_list(effects.collect())
    }

    /// An effect as an array `[name, detail]`.
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
