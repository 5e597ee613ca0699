//! What is on screen, as a value: a tree of elements that can be compared, printed and patched into a page.
//!
//! Knows HTML's syntax and nothing of what is shown. Texts stay texts: nothing here reads markup.

use crate::data::digest::Digest;
use crate::data::text::{cut, direction};
use crate::messages::Untranslated;

/// A piece of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Characters.
    Text(String),
}

/// An element. Elements of the same name and key are the same element before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Its tag, then what of it never changes: a class behind a dot, attributes behind spaces, as in
    /// `button.quiet type=button`.
    pub name: &'static str,
    /// Tells it from siblings of the same name.
    pub key: usize,
    /// Names and values of the attributes that may change.
    pub attributes: Vec<(&'static str, String)>,
    /// What is in it.
    pub children: Vec<Node>,
}

impl Element {
    /// The tag; what of the element never changes goes to `set` as names and values of attributes.
    pub fn tag(&self, set: &mut dyn FnMut(&str, &str)) -> &'static str {
        let (first, mut rest) = cut(self.name, b' ').unwrap_or((self.name, ""));
        let (tag, class) = cut(first, b'.').unwrap_or((first, ""));
        if !class.is_empty() {
            set("class", class);
            // What a class is to the style sheet inside, a part is to the page's: pkg/custom-elements.json
            // lists those that are public.
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

/// Builds a tree by walking it: open, attributes, content, close.
///
/// Nothing here is inlined: the screens call it some hundred times, and a call is small.
#[derive(Debug, Default)]
pub struct Builder {
    /// The language of the widget's own words, if it is another than that around them; else empty.
    foreign: String,
    /// The author's texts that are in another language than those around them.
    untranslated: Untranslated,
    /// Whether what is added stands in a control, where no link can be.
    pub is_in_control: bool,
    /// The misconception whose texts are added.
    pub misconception: usize,
    /// Whether a text has referred to the sources that follow it by their numbers.
    pub are_sources_numbered: bool,
    open: Vec<Element>,
    done: Vec<Node>,
}

impl Builder {
    /// One whose own words are in `foreign`, if the texts around them are in another language; it is empty if they are not.
    #[must_use]
    pub fn new(foreign: String, untranslated: Untranslated) -> Self {
        Self {
            foreign,
            untranslated,
            ..Self::default()
        }
    }

    /// What was built.
    #[must_use]
    pub fn finish(self) -> Vec<Node> {
        self.done
    }

    /// Begins an element, named as [`Element::name`] says.
    #[inline(never)]
    pub fn open(&mut self, name: &'static str) {
        self.open_keyed(name, 0);
    }

    /// Begins an element that is another one where `key` is.
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

    /// Sets the language of the open element and the direction in which it is written.
    #[inline(never)]
    pub fn language(&mut self, lang: &str) {
        if !lang.is_empty() {
            self.attribute("lang", lang);
            self.attribute("dir", direction(lang));
        }
    }

    /// Adds words of the widget's own, which are all that the open element says.
    #[inline(never)]
    pub fn words(&mut self, words: &str) {
        self.own_language();
        self.characters(words);
    }

    /// Says that the open element is in the language of the widget's own words.
    #[inline(never)]
    pub fn own_language(&mut self) {
        let lang = std::mem::take(&mut self.foreign);
        self.language(&lang);
        self.foreign = lang;
    }

    /// Adds words of the widget's own beside others.
    #[inline(never)]
    pub fn words_beside(&mut self, words: &str) {
        if self.foreign.is_empty() {
            return self.characters(words);
        }
        self.element_of_words("span", words);
    }

    /// A whole element with words of the widget's own.
    #[inline(never)]
    pub fn element_of_words(&mut self, name: &'static str, words: &str) {
        self.open(name);
        self.words(words);
        self.close();
    }

    /// Adds a text beside others: in an element of its own, if it is in another language than they are.
    #[inline(never)]
    pub fn text(&mut self, text: &str) {
        let is_own = self.open_own(text);
        self.characters(text);
        if is_own {
            self.close();
        }
    }

    /// Begins an element for this text of the author's, if it is in another language than the open one; says whether it is.
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

    /// Says in which language the open element is, if it holds nothing but this text of the author's.
    #[inline(never)]
    pub fn language_of(&mut self, text: &str) {
        if self.untranslated.has(text) {
            let lang = self.untranslated.lang.clone();
            self.language(&lang);
        }
    }

    /// Adds characters that are no text of the author's.
    #[inline(never)]
    pub fn characters(&mut self, text: &str) {
        // Two texts beside each other are one, as they are to who reads HTML.
        if let Some(element) = self.open.last_mut()
            && let Some(Node::Text(before)) = element.children.last_mut()
        {
            before.push_str(text);
        } else {
            self.add(Node::Text(text.to_owned()));
        }
    }

    /// Ends the open element.
    #[inline(never)]
    pub fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.add(Node::Element(element));
        }
    }

    /// A whole element with a text.
    #[inline(never)]
    pub fn element(&mut self, name: &'static str, text: &str) {
        self.open(name);
        self.language_of(text);
        self.characters(text);
        self.close();
    }

    fn add(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(element) => element.children.push(node),
            None => self.done.push(node),
        }
    }
}

/// Adds a tree to a digest: two with the same sum show the same.
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

/// A tree as HTML.
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
            // A parser would make a line feed of it.
            '\r' => html.push_str("&#13;"),
            _ => html.push(c),
        }
    }
}
