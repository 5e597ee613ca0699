//! Patches a tree into the page: writes only where old and new differ. The sole user of `web_sys`.
//!
//! Texts go in as text nodes and attributes, never as HTML. Knows elements, not what they mean.

use crate::view::node::{Node, Tree};
use wasm_bindgen::prelude::*;

const SVG: &str = "http://www.w3.org/2000/svg";
const HTML: &str = "http://www.w3.org/1999/xhtml";

#[wasm_bindgen]
extern "C" {
    type Choice;

    // The attribute says what was chosen first, the property what is chosen now.
    #[wasm_bindgen(method, structural, setter)]
    fn set_checked(this: &Choice, value: bool);
}

/// Changes the children of `root` from `old`, which they show, to `new`.
pub fn patch(root: &web_sys::Node, old: &Tree, new: &Tree) {
    if let Some(document) = root.owner_document() {
        let page = Page { document };
        page.children(root, &split(old.nodes()).1, &split(new.nodes()).1, HTML);
    }
}

struct Page {
    document: web_sys::Document,
}

impl Page {
    /// Walks old and new children side by side. What is new goes in, what is gone goes out, and what stays
    /// is patched in its place, so a focused element is never replaced.
    fn children(&self, parent: &web_sys::Node, old: &[&[Node]], new: &[&[Node]], space: &str) {
        let mut shown = parent.first_child();
        let mut left = old;
        for child in new {
            let place = left.iter().position(|other| is_same(other, child));
            let (Some(place), true) = (place, shown.is_some()) else {
                let created = self.create(child, space);
                let _ = parent.insert_before(&created, shown.as_ref());
                continue;
            };
            for _ in 0..place {
                shown = remove(parent, shown);
            }
            let (_, rest) = left.split_at(place);
            if let ([before, rest @ ..], Some(node)) = (rest, shown) {
                self.node(&node, before, child, space);
                shown = node.next_sibling();
                left = rest;
            } else {
                return;
            }
        }
        for _ in left {
            shown = remove(parent, shown);
        }
    }

    fn node(&self, node: &web_sys::Node, old: &[Node], new: &[Node], space: &str) {
        if old == new {
            return;
        }
        if let [Node::Text(text)] = new {
            node.set_node_value(Some(text));
            return;
        }
        let ([Node::Open { tag, .. }, old @ ..], [_, new @ ..]) = (old, new) else {
            return;
        };
        let (old_attributes, old_children) = split(old);
        let (attributes, children) = split(new);
        let element: &web_sys::Element = node.unchecked_ref();
        for attribute in old_attributes {
            if let Node::Attribute(name, _) = attribute
                && !attributes.iter().any(|it| matches!(it, Node::Attribute(other, _) if other == name))
            {
                let _ = element.remove_attribute(name);
                if *name == "checked" {
                    element.unchecked_ref::<Choice>().set_checked(false);
                }
            }
        }
        for attribute in attributes {
            if !old_attributes.contains(attribute) {
                set(element, attribute);
            }
        }
        self.children(node, &old_children, &children, namespace(tag, space));
    }

    fn create(&self, nodes: &[Node], space: &str) -> web_sys::Node {
        match nodes {
            [Node::Open { tag, .. }, content @ ..] => {
                let space = namespace(tag, space);
                let Ok(element) = self.document.create_element_ns(Some(space), tag) else {
                    return self.document.create_text_node("").into();
                };
                let (attributes, children) = split(content);
                for attribute in attributes {
                    set(&element, attribute);
                }
                for child in children {
                    let _ = element.append_child(&self.create(child, space));
                }
                element.into()
            }
            [Node::Text(text), ..] => self.document.create_text_node(text).into(),
            _ => self.document.create_text_node("").into(),
        }
    }
}

fn set(element: &web_sys::Element, attribute: &Node) {
    if let Node::Attribute(name, value) = attribute {
        let _ = element.set_attribute(name, value);
        if *name == "checked" {
            element.unchecked_ref::<Choice>().set_checked(true);
        }
    }
}

fn remove(parent: &web_sys::Node, node: Option<web_sys::Node>) -> Option<web_sys::Node> {
    let node = node?;
    let next = node.next_sibling();
    let _ = parent.remove_child(&node);
    next
}

fn namespace<'a>(tag: &str, space: &'a str) -> &'a str {
    if tag == "svg" { SVG } else { space }
}

/// Whether two children are the same element or both text.
fn is_same(old: &[Node], new: &[Node]) -> bool {
    match (old, new) {
        ([Node::Text(_)], [Node::Text(_)]) => true,
        ([old @ Node::Open { .. }, ..], [new @ Node::Open { .. }, ..]) => old == new,
        _ => false,
    }
}

/// An element's content as its attributes and its children, each child with all that is in it.
fn split(nodes: &[Node]) -> (&[Node], Vec<&[Node]>) {
    let is_attribute = |node: &&Node| matches!(node, Node::Attribute(..));
    let (attributes, mut rest) = nodes.split_at(nodes.iter().take_while(is_attribute).count());
    let mut children = Vec::new();
    while !rest.is_empty() && !matches!(rest, [Node::Close, ..]) {
        let mut depth = 0;
        let mut end = 0;
        for node in rest {
            end += 1;
            match node {
                Node::Open { .. } => depth += 1,
                Node::Close => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        let (child, after) = rest.split_at(end);
        children.push(child);
        rest = after;
    }
    (attributes, children)
}
