//! A tree of elements and text that can be compared, printed as HTML, and patched into a page.
//!
//! This file knows the syntax of HTML. It must not know what is shown, and nothing in it reads
//! markup: text stays text.

use crate::data::digest::Digest;
use crate::data::text::{cut, direction};
use crate::messages::Untranslated;
use std::rc::Rc;

/// A node of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element, in an `Rc` because two drawings of a screen may share it.
    Element(Rc<Element>),
    /// Text.
    Text(String),
}

/// An element. The patcher treats elements with the same name and key as the same element before
/// and after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// The tag, followed by what never changes: a class after a dot, attributes after spaces, as in
    /// `button.quiet type=button`.
    pub name: &'static str,
    /// Distinguishes it from siblings with the same name.
    pub key: usize,
    /// The names and values of the attributes that may change.
    pub attributes: Vec<(&'static str, String)>,
    /// The child nodes.
    pub children: Vec<Node>,
}

impl Element {
    /// Returns the tag, and passes the attributes that never change to `set`, as name and value.
    pub fn tag(&self, set: &mut dyn FnMut(&str, &str)) -> &'static str {
        let (first, mut rest) = cut(self.name, b' ').unwrap_or((self.name, ""));
        let (tag, class) = cut(first, b'.').unwrap_or((first, ""));
        if !class.is_empty() {
            set("class", class);
            // Every class is also a part, for the page's style sheet. pkg/custom-elements.json
            // lists the public ones.
            set("part", class);
        }
        while let Some((name, after)) = cut(rest, b'=') {
            let (value, after) = cut(after, b' ').unwrap_or((after, ""));
            set(name, value);
            rest = after;
        }
        tag
    }
}

/// Builds a tree step by step: open an element, set attributes, add content, close it.
///
/// Nothing in here is inlined: the screens call these methods hundreds of times, and a call is
/// small.
#[derive(Debug, Default)]
pub struct Builder {
    /// The language of the widget's messages if the texts around them are in another; otherwise
    /// empty.
    foreign: String,
    /// The author's texts that are in another language than those around them.
    untranslated: Untranslated,
    /// Whether the current position is inside a control, where links are not allowed.
    pub is_in_control: bool,
    /// The index of the misconception whose texts are being added.
    pub misconception: usize,
    /// Whether a text has referred to the sources that follow it by their numbers.
    pub are_sources_numbered: bool,
    open: Vec<Element>,
    done: Vec<Node>,
}

impl Builder {
    /// A builder. `foreign` is the language of the widget's messages if the questionnaire is in
    /// another, otherwise empty.
    #[must_use]
    pub fn new(foreign: String, untranslated: Untranslated) -> Self {
        Self {
            foreign,
            untranslated,
            ..Self::default()
        }
    }

    /// The finished tree.
    #[must_use]
    pub fn finish(self) -> Vec<Node> {
        self.done
    }

    /// Opens an element; `name` is as in [`Element::name`].
    #[inline(never)]
    pub fn open(&mut self, name: &'static str) {
        self.open_keyed(name, 0);
    }

    /// Opens an element that is a different one for every `key`.
    #[inline(never)]
    pub fn open_keyed(&mut self, name: &'static str, key: usize) {
        self.open.push(Element {
            name,
            key,
            ..Element::default()
        });
    }

    /// Sets an attribute of the open element.
    #[inline(never)]
    pub fn attribute(&mut self, name: &'static str, value: &str) {
        if let Some(element) = self.open.last_mut() {
            element.attributes.push((name, value.to_owned()));
        }
    }

    /// Sets the language and the direction of the open element; does nothing if `lang` is empty.
    #[inline(never)]
    pub fn language(&mut self, lang: &str) {
        if !lang.is_empty() {
            self.attribute("lang", lang);
            self.attribute("dir", direction(lang));
        }
    }

    /// Adds a message of the widget as the only content of the open element.
    #[inline(never)]
    pub fn words(&mut self, words: &str) {
        self.own_language();
        self.characters(words);
    }

    /// Marks the open element as being in the language of the widget's messages.
    #[inline(never)]
    pub fn own_language(&mut self) {
        let lang = std::mem::take(&mut self.foreign);
        self.language(&lang);
        self.foreign = lang;
    }

    /// Adds a message of the widget beside other content.
    #[inline(never)]
    pub fn words_beside(&mut self, words: &str) {
        if self.foreign.is_empty() {
            return self.characters(words);
        }
        self.element_of_words("span", words);
    }

    /// Adds an element with a message of the widget.
    #[inline(never)]
    pub fn element_of_words(&mut self, name: &'static str, words: &str) {
        self.open(name);
        self.words(words);
        self.close();
    }

    /// Adds a text of the author beside other content. If it is in another language than what
    /// surrounds it, it gets an element of its own.
    #[inline(never)]
    pub fn text(&mut self, text: &str) {
        let is_own = self.open_own(text);
        self.characters(text);
        if is_own {
            self.close();
        }
    }

    /// Opens an element for this text of the author, if it is in another language than the open
    /// element. Returns whether it did.
    #[inline(never)]
    pub fn open_own(&mut self, text: &str) -> bool {
        let has_language = |it: &Element| it.attributes.iter().any(|(name, _)| *name == "lang");
        let is_own = self.untranslated.has(text) && !self.open.last().is_some_and(has_language);
        if is_own {
            self.open("span");
            self.language_of(text);
        }
        is_own
    }

    /// Sets the language of the open element if this text of the author, its only content, is in
    /// another one.
    #[inline(never)]
    pub fn language_of(&mut self, text: &str) {
        if self.untranslated.has(text) {
            let lang = self.untranslated.lang.clone();
            self.language(&lang);
        }
    }

    /// Adds text as it is, without looking at its language.
    #[inline(never)]
    pub fn characters(&mut self, text: &str) {
        // Adjacent texts become one, as they do when HTML is parsed.
        if let Some(element) = self.open.last_mut()
            && let Some(Node::Text(before)) = element.children.last_mut()
        {
            before.push_str(text);
        } else {
            self.add(Node::Text(text.to_owned()));
        }
    }

    /// Closes the open element.
    #[inline(never)]
    pub fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.add(Node::Element(Rc::new(element)));
        }
    }

    /// The last node that was added to the open element.
    #[must_use]
    pub fn last(&self) -> Option<&Node> {
        self.open.last()?.children.last()
    }

    /// Adds an element with a text of the author.
    #[inline(never)]
    pub fn element(&mut self, name: &'static str, text: &str) {
        self.open(name);
        self.language_of(text);
        self.characters(text);
        self.close();
    }

    /// Adds a finished node.
    pub fn add(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(element) => element.children.push(node),
            None => self.done.push(node),
        }
    }
}

/// Adds a tree to a checksum. Trees with the same checksum show the same.
pub fn digest(nodes: &[Node], sum: &mut Digest) {
    for node in nodes {
        match node {
            Node::Text(text) => sum.part(text),
            Node::Element(element) => {
                sum.part(element.name);
                for (name, value) in &element.attributes {
                    sum.part(name);
                    sum.part(value);
                }
                digest(&element.children, sum);
                sum.bytes(b"<");
            }
        }
    }
}

/// The tree as HTML.
#[must_use]
pub fn to_html(nodes: &[Node]) -> String {
    let mut html = String::new();
    print(nodes, &mut html);
    html
}

fn print(nodes: &[Node], html: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => escape(text, html),
            Node::Element(element) => {
                let mut fixed = String::new();
                let tag = element.tag(&mut |name, value| attribute(name, value, &mut fixed));
                html.push('<');
                html.push_str(tag);
                html.push_str(&fixed);
                for (name, value) in &element.attributes {
                    attribute(name, value, html);
                }
                html.push('>');
                if tag != "input" {
                    print(&element.children, html);
                    html.push_str("</");
                    html.push_str(tag);
                    html.push('>');
                }
            }
        }
    }
}

fn attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape(value, html);
    html.push('"');
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // An HTML parser would turn a carriage return into a line feed.
            '\r' => html.push_str("&#13;"),
            _ => html.push(c),
        }
    }
}
