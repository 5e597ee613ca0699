//! Patches a tree into the page: writes only where old and new differ.
//!
//! Texts go in as text nodes and attributes, never as HTML. Knows elements, not what they mean. If the page
//! throws, the exception goes on to whoever called into this module: nothing here can mend it.

use crate::view::node::{Element, Node};
use wasm_bindgen::{JsCast, JsValue, throw_val};
use web_sys::{Document, HtmlInputElement};

const SVG: &str = "http://www.w3.org/2000/svg";
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// Changes the children of `root`, an HTML element, from `old`, which they show, to `new`.
pub fn patch(root: &web_sys::Node, old: &[Node], new: &[Node]) {
    patch_in(root, old, new, HTML);
}

/// Walks old and new side by side. What is new goes in, what is gone goes out, and what stays is patched in
/// its place, so a focused element is never replaced.
fn patch_in(parent: &web_sys::Node, old: &[Node], new: &[Node], space: &str) {
    let mut shown = parent.first_child();
    let mut left = old.iter();
    for node in new {
        let Some(index) = left
            .as_slice()
            .iter()
            .position(|other| is_same(other, node))
        else {
            insert(parent, node, shown.as_ref(), space);
            continue;
        };
        for _ in 0..index {
            left.next();
            shown = drop_first(parent, shown);
        }
        if let (Some(before), Some(page)) = (left.next(), shown.take()) {
            update(&page, before, node, space);
            shown = page.next_sibling();
        }
    }
    for _ in left {
        shown = drop_first(parent, shown);
    }
}

fn update(page: &web_sys::Node, old: &Node, new: &Node, space: &str) {
    match (old, new) {
        (Node::Text(old), Node::Text(new)) => {
            if old != new {
                page.set_node_value(Some(new));
            }
        }
        (Node::Element(old), Node::Element(new)) => {
            let page: &web_sys::Element = page.unchecked_ref();
            for (name, _) in &old.attributes {
                if !new.attributes.iter().any(|(other, _)| other == name) {
                    or_throw(page.remove_attribute(name));
                    check(page, name, false);
                }
            }
            set_attributes(page, new, &old.attributes);
            patch_in(page, &old.children, &new.children, namespace(new, space));
        }
        _ => {}
    }
}

/// Puts what `node` describes into `parent`, before one of its children or as the last.
fn insert(parent: &web_sys::Node, node: &Node, before: Option<&web_sys::Node>, space: &str) {
    // Only a document itself has no document.
    if let Some(document) = parent.owner_document() {
        let page = create(&document, node, space);
        or_throw(parent.insert_before(&page, before));
    }
}

fn create(document: &Document, node: &Node, space: &str) -> web_sys::Node {
    match node {
        Node::Text(text) => document.create_text_node(text).into(),
        Node::Element(element) => {
            let space = namespace(element, space);
            let tag = element.tag(&mut |_, _| {});
            let page = or_throw(document.create_element_ns(Some(space), tag));
            element.tag(&mut |name, value| or_throw(page.set_attribute(name, value)));
            set_attributes(&page, element, &[]);
            for child in &element.children {
                or_throw(page.append_child(&create(document, child, space)));
            }
            page.into()
        }
    }
}

fn set_attributes(page: &web_sys::Element, element: &Element, old: &[(&str, String)]) {
    for attribute in &element.attributes {
        if !old.contains(attribute) {
            let (name, value) = attribute;
            or_throw(page.set_attribute(name, value));
            check(page, name, true);
        }
    }
}

/// The attribute says what was chosen first, the property what is chosen now.
fn check(page: &web_sys::Element, name: &str, value: bool) {
    if name == "checked" {
        page.unchecked_ref::<HtmlInputElement>().set_checked(value);
    }
}

fn drop_first(parent: &web_sys::Node, shown: Option<web_sys::Node>) -> Option<web_sys::Node> {
    let page = shown?;
    let next = page.next_sibling();
    or_throw(parent.remove_child(&page));
    next
}

fn or_throw<T>(done: Result<T, JsValue>) -> T {
    done.unwrap_or_else(|exception| throw_val(exception))
}

fn namespace<'a>(element: &Element, space: &'a str) -> &'a str {
    if element.name.starts_with("svg") {
        SVG
    } else {
        space
    }
}

/// Whether two children are the same element or both text.
fn is_same(old: &Node, new: &Node) -> bool {
    match (old, new) {
        (Node::Text(_), Node::Text(_)) => true,
        (Node::Element(old), Node::Element(new)) => old.name == new.name && old.key == new.key,
        _ => false,
    }
}
