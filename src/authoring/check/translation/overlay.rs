//! Applies a translation to the questionnaire as pkg/src/data/translate.js does, and reports what
//! does not match. Only texts are translated; misconceptions and statements are matched by id, the
//! items of other arrays by their order.
//!
//! This file knows what matches what. The words of the notices are in `messages`.

use super::is_same;
use super::messages::{self, MAY_STAY, STATEMENTS, UnmatchedKey};
use crate::authoring::check::pointer::pattern;
use crate::authoring::check::remedy::{nearest, sources, within};
use crate::authoring::check::{MOST, Notice};
use crate::authoring::format::keys::{Field, FieldKind, field, may_be_added};
use crate::data::document::{Document, ValueKind};
use crate::questionnaire::fields::MAX_LIST;
use std::collections::BTreeSet;

/// Among how many ids the one that was probably meant is searched.
const NEAR: usize = 200;
/// The longest pointer that is followed, in bytes. With ids and keys that the format allows, none
/// is longer.
pub const LONGEST_POINTER: usize = 20_000;

/// The ids of the array's items; `None` if an item has none or if this is not an array.
fn ids<D: Document>(items: Option<&D>) -> Option<Vec<String>> {
    let items = items.filter(|items| items.kind() == ValueKind::List)?;
    let id = |index| items.item(index).child("id").map(|id| id.text());
    (0..items.len()).map(id).collect()
}

/// The ids of all statements of `document`, in order; `None` if they cannot be determined.
pub fn statement_ids<D: Document>(document: &D) -> Option<Vec<String>> {
    let mut all = Vec::new();
    let items = document
        .child("misconceptions")
        .filter(|items| items.kind() == ValueKind::List)?;
    for index in 0..items.len() {
        all.append(&mut ids(items.item(index).child(STATEMENTS).as_ref())?);
    }
    Some(all)
}

/// A translation that is being applied to a document.
pub struct OverlayCheck<'a, D> {
    pub(super) document: &'a D,
    pub(super) fields: &'a [Field],
    lang: &'a str,
    /// Whether any reader sees the translation.
    is_shown: bool,
    /// Whether its prose may have markup.
    has_markup: bool,
    /// The pointer to the translation.
    root: String,
    /// Its statements by id, if it has any.
    statements: Option<D>,
    /// Whether its statements are not an object. This has been reported, and nothing more is known
    /// about them.
    are_statements_lost: bool,
    /// How many more values may be visited, in this translation and in those after it.
    steps_left: &'a mut usize,
    pub(super) found: &'a mut Vec<Notice>,
}

impl<'a, D: Document> OverlayCheck<'a, D> {
    /// Prepares the translation of `document` into `lang`. Notices are added to `found`.
    pub fn new(
        document: &'a D,
        fields: &'a [Field],
        lang: &'a str,
        is_shown: bool,
        steps_left: &'a mut usize,
        found: &'a mut Vec<Notice>,
    ) -> Self {
        Self {
            document,
            fields,
            lang,
            is_shown,
            has_markup: document
                .child("markup")
                .is_some_and(|it| it.text() == "inline"),
            root: within("/translations", lang),
            statements: None,
            are_statements_lost: false,
            steps_left,
            found,
        }
    }

    /// Applies all of `overlay` to the document, whose statements have these `ids`.
    pub fn all(mut self, overlay: &D, ids: Option<&Vec<String>>) {
        self.take_statements(overlay, ids);
        let root = self.root.clone();
        self.check(self.document, Some(overlay), &root, "");
    }

    /// Counts `count` visited values. Returns whether more may be visited.
    fn step(&mut self, count: usize) -> bool {
        *self.steps_left = self.steps_left.saturating_sub(count);
        *self.steps_left > 0 && self.found.len() <= 2 * MOST
    }

    /// Takes the statements of `overlay`, which are beside its misconceptions; `ids` are those of
    /// the original.
    fn take_statements(&mut self, overlay: &D, ids: Option<&Vec<String>>) {
        let Some(statements) = overlay.child(STATEMENTS) else {
            return;
        };
        let pointer = within(&self.root, STATEMENTS);
        if statements.kind() != ValueKind::Map {
            let id = ids.into_iter().flatten().next().map(String::as_str);
            self.are_statements_lost = true;
            let finding = messages::no_ids(&statements, &pointer, id, "\"…\"");
            return self.found.push(finding);
        }
        self.found.extend(messages::odd_note(&statements, &pointer));
        if let Some(ids) = ids {
            self.strangers(
                statements.keys(),
                ids.clone(),
                &pointer,
                UnmatchedKey::Statement,
            );
        }
        self.statements = Some(statements);
    }

    /// Applies `over`, which is at `pointer`, to `base`, which is at `base_at`.
    fn check(&mut self, base: &D, over: Option<&D>, pointer: &str, base_at: &str) {
        if pointer.len() > LONGEST_POINTER || !self.step(1) || !self.is_laid_on(base, base_at) {
            return;
        }
        match base.kind() {
            ValueKind::Map => self.check_map(base, over, pointer, base_at),
            ValueKind::List => self.check_list(base, over, pointer, base_at),
            ValueKind::Text => self.check_text(base, over, pointer, base_at),
            _ if over.is_some() => self.found.push(messages::superfluous(pointer)),
            _ => {}
        }
    }

    /// Whether `base` has the kind that belongs at `base_at`. If not, this has been reported, and
    /// nobody can say what would match it.
    fn is_laid_on(&self, base: &D, base_at: &str) -> bool {
        match self.known(base_at).map(|field| field.kind) {
            Some(FieldKind::Map) => base.kind() == ValueKind::Map,
            Some(FieldKind::List { .. }) => {
                base.kind() == ValueKind::List && base.len() <= MAX_LIST
            }
            Some(FieldKind::Text | FieldKind::Written { .. }) => base.kind() == ValueKind::Text,
            _ => true,
        }
    }

    /// The field of the format at `base_at`.
    pub(super) fn known(&self, base_at: &str) -> Option<&'a Field> {
        field(self.fields, &pattern(base_at))
    }

    fn check_map(&mut self, base: &D, over: Option<&D>, pointer: &str, base_at: &str) {
        let keys: BTreeSet<String> = base.keys().into_iter().collect();
        if !self.step(keys.len()) {
            return;
        }
        match over.map(D::kind) {
            None | Some(ValueKind::Map) => {}
            // If an object has little but a text, the text alone is enough.
            Some(ValueKind::Text) if self.known(&within(base_at, "text")).is_some() => {
                if let Some(over) = over {
                    self.check_text(over, Some(over), pointer, &format!("{base_at}/text"));
                }
                return;
            }
            // translate.js applies a text to these objects too, even if nobody reads them.
            Some(ValueKind::Text)
                if keys.is_empty() || keys.contains("text") || keys.contains("from") =>
            {
                return;
            }
            Some(_) => {
                let finding = over.map(|over| messages::no_map(base, over, pointer, base_at));
                return self.found.extend(finding);
            }
        }
        if let Some(over) = over {
            self.look_at_keys(&keys, over, pointer, base_at);
        }
        let over_keys: BTreeSet<String> = over.map(D::keys).into_iter().flatten().collect();
        let is_laid = |key: &&String| !is_same(base_at, key) && *key != "$comment";
        for key in keys.iter().filter(is_laid) {
            let Some(part) = base.get(key) else {
                continue;
            };
            let base_at = within(base_at, key);
            if key == STATEMENTS && self.are_statements_lost {
                continue;
            }
            if key == STATEMENTS {
                let over = self.statements.clone();
                let pointer = within(&self.root, STATEMENTS);
                self.check_items(&part, over.as_ref(), &pointer, &base_at);
            } else {
                let has = over_keys.contains(key);
                let piece = over.filter(|_| has).and_then(|over| over.get(key));
                self.check(&part, piece.as_ref(), &within(pointer, key), &base_at);
            }
        }
    }

    /// Reports the keys of the object `over` that translate nothing; `keys` are those of the
    /// original.
    fn look_at_keys(&mut self, keys: &BTreeSet<String>, over: &D, pointer: &str, base_at: &str) {
        self.found.extend(messages::odd_note(over, pointer));
        let given: BTreeSet<String> = over.keys().into_iter().collect();
        let meant = Candidates::new(keys.iter().filter(|key| !is_same(base_at, key)), &given);
        for key in given.iter().filter(|key| *key != "$comment") {
            let inside = within(pointer, key);
            if key == STATEMENTS {
                if !base_at.is_empty() {
                    self.found.push(messages::inside_out(&inside));
                }
            } else if is_same(base_at, key) {
                self.found.push(messages::superfluous(&inside));
            } else if !keys.contains(key) {
                let part_at = within(base_at, key);
                let known = self.known(&part_at);
                if let (Some(known), Some(part)) =
                    (known.filter(|it| may_be_added(it)), over.get(key))
                {
                    self.check_added(&part, &inside, &part_at, known);
                } else if known.is_none_or(|field| !field.is_required) {
                    // If the original lacks a required key, that is reported elsewhere.
                    let what = if known.is_some() {
                        UnmatchedKey::Part
                    } else {
                        UnmatchedKey::Key
                    };
                    self.stray(key, &inside, &meant, what);
                }
            }
        }
    }

    fn check_list(&mut self, base: &D, over: Option<&D>, pointer: &str, base_at: &str) {
        let has_ids = field(self.fields, &format!("{}/*/id", pattern(base_at))).is_some();
        if let Some(over) = over {
            match over.kind() {
                ValueKind::Map if has_ids => {
                    self.found.extend(messages::odd_note(over, pointer));
                    if let Some(ids) = ids(Some(base)) {
                        self.strangers(over.keys(), ids, pointer, UnmatchedKey::Misconception);
                    }
                }
                ValueKind::List if !has_ids => {
                    let (count, of) = (over.len(), base.len());
                    if count > of {
                        self.found
                            .push(messages::too_many(count, of, pointer, base_at));
                    } else if count < of && self.is_shown {
                        self.found
                            .push(messages::too_few(count, of, pointer, base_at));
                    }
                }
                _ if has_ids => {
                    let id = base.item(0).child("id").map(|id| id.text());
                    return self.found.push(messages::no_ids(
                        over,
                        pointer,
                        id.as_deref(),
                        "{ … }",
                    ));
                }
                _ => {
                    return self
                        .found
                        .push(messages::no_list(base, over, pointer, base_at));
                }
            }
        }
        self.check_items(base, over, pointer, base_at);
    }

    fn check_items(&mut self, base: &D, over: Option<&D>, pointer: &str, base_at: &str) {
        if !self.step(base.len()) {
            return;
        }
        let keys: BTreeSet<String> = over.map(D::keys).unwrap_or_default().into_iter().collect();
        for index in 0..base.len() {
            let item = base.item(index);
            let id = item
                .child("id")
                .map_or_else(|| index.to_string(), |id| id.text());
            let (key, piece) = match over {
                Some(over) if over.kind() == ValueKind::List => {
                    let is_there = index < over.len();
                    (index.to_string(), is_there.then(|| over.item(index)))
                }
                Some(over) => {
                    let is_there = keys.contains(&id);
                    let piece = is_there.then(|| over.get(&id)).flatten();
                    (id, piece)
                }
                None => (id, None),
            };
            let pointer = within(pointer, &key);
            self.check(
                &item,
                piece.as_ref(),
                &pointer,
                &format!("{base_at}/{index}"),
            );
        }
    }

    fn check_text(&mut self, base: &D, over: Option<&D>, pointer: &str, base_at: &str) {
        let known = self.known(base_at);
        if let Some(over) = over {
            self.found
                .extend(self.text_fault(over, pointer, base_at, known));
            return;
        }
        let may_stay = base_at.split('/').any(|key| MAY_STAY.contains(&key));
        let is_text =
            known.is_some_and(|it| matches!(it.kind, FieldKind::Text | FieldKind::Written { .. }));
        let has_room = self.found.len() <= MOST;
        if has_room && is_text && self.is_shown && !may_stay && !base.text().trim().is_empty() {
            self.found
                .push(messages::left_out(self.lang, pointer, &base.text()));
        }
    }

    /// What keeps `over` from being the translation of the text at `base_at`.
    pub(super) fn text_fault(
        &self,
        over: &D,
        pointer: &str,
        base_at: &str,
        known: Option<&Field>,
    ) -> Option<Notice> {
        let has_markup = self.has_markup && known.is_some_and(|known| known.is_prose);
        let sources = has_markup.then(|| sources(self.document, base_at));
        messages::text_fault(over, pointer, base_at, known, sources)
    }

    /// Reports those of the `given` ids that are not among the `known` ones.
    fn strangers(
        &mut self,
        given: Vec<String>,
        known: Vec<String>,
        pointer: &str,
        what: UnmatchedKey,
    ) {
        let given: BTreeSet<String> = given.into_iter().collect();
        let known: BTreeSet<String> = known.into_iter().collect();
        // Ids often resemble each other, so a similar one that is already used was not meant.
        let meant = Candidates::new(known.difference(&given), &given);
        for key in given.difference(&known).filter(|key| *key != "$comment") {
            self.stray(key, &within(pointer, key), &meant, what);
        }
    }

    /// Reports a key that the original does not have.
    fn stray(&mut self, key: &str, pointer: &str, meant: &Candidates, what: UnmatchedKey) {
        if self.found.len() <= 2 * MOST {
            let near = nearest(key, meant.words.iter().map(String::as_str));
            let near = near.map(|near| (near, meant.taken.contains(near)));
            self.found.push(messages::stray(key, pointer, near, what));
        }
    }
}

/// The keys that may have been meant by one that translates nothing.
struct Candidates {
    /// Those that are not translated yet come first.
    words: Vec<String>,
    taken: BTreeSet<String>,
}

impl Candidates {
    /// Collects the `known` keys of the original, of which some are `given` already.
    fn new<'k>(known: impl Iterator<Item = &'k String>, given: &BTreeSet<String>) -> Self {
        let is_key = |key: &&String| *key != "$comment";
        let (taken, free): (Vec<&String>, Vec<&String>) =
            known.filter(is_key).partition(|key| given.contains(*key));
        let taken: BTreeSet<String> = taken.into_iter().take(NEAR).cloned().collect();
        let free = free.into_iter().take(NEAR).cloned();
        let note = ["$comment".to_owned()];
        Self {
            words: free.chain(note).chain(taken.iter().cloned()).collect(),
            taken,
        }
    }
}
