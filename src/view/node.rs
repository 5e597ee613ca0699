//! What is on screen, as a value: a tree of elements that can be compared, printed and patched into a page.
//!
//! Knows HTML's syntax and nothing of what is shown. Texts stay texts: nothing here reads markup.

/// One step of a walk through the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element begins. Elements of the same tag and key are the same element before and after.
    Open {
        /// Its name.
        tag: &'static str,
        /// Tells it from siblings of the same name.
        key: usize,
    },
    /// An attribute of the element that began last.
    Attribute(&'static str, String),
    /// Characters.
    Text(String),
    /// The element ends.
    Close,
}

/// A tree, built by walking it: open, attributes, content, close.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    /// The whole walk.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Begins an element.
    pub fn open(&mut self, tag: &'static str) {
        self.open_keyed(tag, 0);
    }

    /// Begins an element that is another one where `key` is.
    pub fn open_keyed(&mut self, tag: &'static str, key: usize) {
        self.nodes.push(Node::Open { tag, key });
    }

    /// Begins an element with a class.
    pub fn open_class(&mut self, tag: &'static str, class: &str) {
        self.open(tag);
        self.attribute("class", class);
    }

    /// Sets an attribute of the element that began last.
    pub fn attribute(&mut self, name: &'static str, value: &str) {
        self.nodes.push(Node::Attribute(name, value.to_owned()));
    }

    /// Adds characters.
    pub fn text(&mut self, text: &str) {
        self.nodes.push(Node::Text(text.to_owned()));
    }

    /// Ends the element.
    pub fn close(&mut self) {
        self.nodes.push(Node::Close);
    }

    /// A whole element with a text.
    pub fn element(&mut self, tag: &'static str, text: &str) {
        self.open(tag);
        self.text(text);
        self.close();
    }

    /// A whole element with a class and a text.
    pub fn element_class(&mut self, tag: &'static str, class: &str, text: &str) {
        self.open_class(tag, class);
        self.text(text);
        self.close();
    }

    /// The tree as HTML.
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        let mut open: Vec<&str> = Vec::new();
        let mut in_tag = false;
        for node in &self.nodes {
            if in_tag && !matches!(node, Node::Attribute(..)) {
                html.push('>');
                in_tag = false;
            }
            match node {
                Node::Open { tag, .. } => {
                    html.push('<');
                    html.push_str(tag);
                    open.push(tag);
                    in_tag = true;
                }
                Node::Attribute(name, value) => {
                    html.push(' ');
                    html.push_str(name);
                    html.push_str("=\"");
                    escape(value, &mut html);
                    html.push('"');
                }
                Node::Text(text) => escape(text, &mut html),
                Node::Close => match open.pop() {
                    Some("input") | None => {}
                    Some(tag) => {
                        html.push_str("</");
                        html.push_str(tag);
                        html.push('>');
                    }
                },
            }
        }
        html
    }
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(c),
        }
    }
}
