//! Finds elements by name and collects texts in the tree of a screen. Knows no questionnaire.

use misconception_scorecard::view::node::{Element, Node};

/// All elements with this name, in document order.
pub fn named<'a>(nodes: &'a [Node], name: &str) -> Vec<&'a Element> {
    let mut found = Vec::new();
    for node in nodes {
        if let Node::Element(element) = node {
            if element.name == name {
                found.push(&**element);
            }
            found.extend(named(&element.children, name));
        }
    }
    found
}

/// All text in these nodes.
pub fn text(nodes: &[Node]) -> String {
    nodes
        .iter()
        .map(|node| match node {
            Node::Text(text) => text.clone(),
            Node::Element(element) => text(&element.children),
        })
        .collect()
}

/// The text of each element with this name.
pub fn texts(nodes: &[Node], name: &str) -> Vec<String> {
    let text = |it: &&Element| text(&it.children);
    named(nodes, name).iter().map(text).collect()
}

/// An attribute of each element with this name; an empty string if an element lacks it.
pub fn attributes(nodes: &[Node], name: &str, attribute: &str) -> Vec<String> {
    let value = |it: &&Element| {
        let mut all = it.attributes.iter();
        let found = all.find(|(name, _)| *name == attribute);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    named(nodes, name).iter().map(value).collect()
}
