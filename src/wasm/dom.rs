//! Patches a tree into the page: writes only where old and new differ.
//!
//! Texts go in as text nodes and attributes, never as HTML. Knows elements, not what they mean. Declares the
//! few DOM methods it calls itself: those of web-sys carry their exceptions over, and readers would pay.

use crate::view::node::{Element, Node};
use wasm_bindgen::prelude::*;

const SVG: &str = "http://www.w3.org/2000/svg";
const HTML: &str = "http://www.w3.org/1999/xhtml";

#[wasm_bindgen]
extern "C" {
    /// A DOM node; where it is an element, that too.
    #[derive(Clone)]
    pub type Page;

    #[wasm_bindgen(method, getter, js_name = ownerDocument)]
    fn document(this: &Page) -> Page;
    #[wasm_bindgen(method, js_name = createElementNS)]
    fn create_element(this: &Page, space: &str, tag: &str) -> Page;
    #[wasm_bindgen(method, js_name = createTextNode)]
    fn create_text(this: &Page, text: &str) -> Page;
    #[wasm_bindgen(method, getter, js_name = firstChild)]
    fn first_child(this: &Page) -> Option<Page>;
    #[wasm_bindgen(method, getter, js_name = nextSibling)]
    fn next_sibling(this: &Page) -> Option<Page>;
    #[wasm_bindgen(method, js_name = insertBefore)]
    fn insert_before(this: &Page, child: &Page, before: Option<&Page>);
    #[wasm_bindgen(method)]
    fn remove(this: &Page);
    #[wasm_bindgen(method, setter, js_name = nodeValue)]
    fn set_text(this: &Page, text: &str);
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_attribute(this: &Page, name: &str, value: &str);
    #[wasm_bindgen(method, js_name = removeAttribute)]
    fn remove_attribute(this: &Page, name: &str);
    #[wasm_bindgen(method, setter, js_name = checked)]
    fn set_checked(this: &Page, value: bool);
}

/// Changes the children of `root`, an HTML element, from `old`, which they show, to `new`.
pub fn patch(root: &Page, old: &[Node], new: &[Node]) {
    patch_in(root, old, new, HTML);
}

/// Walks old and new side by side. What is new goes in, what is gone goes out, and what stays is patched in
/// its place, so a focused element is never replaced.
fn patch_in(parent: &Page, old: &[Node], new: &[Node], space: &str) {
    let mut shown = parent.first_child();
    let mut left = old.iter();
    for node in new {
        let Some(place) = left
            .as_slice()
            .iter()
            .position(|other| is_same(other, node))
        else {
            parent.insert_before(&create(&parent.document(), node, space), shown.as_ref());
            continue;
        };
        for _ in 0..place {
            left.next();
            shown = drop_first(shown);
        }
        if let (Some(before), Some(page)) = (left.next(), shown.take()) {
            update(&page, before, node, space);
            shown = page.next_sibling();
        }
    }
    for _ in left {
        shown = drop_first(shown);
    }
}

fn update(page: &Page, old: &Node, new: &Node, space: &str) {
    match (old, new) {
        (Node::Text(old), Node::Text(new)) => {
            if old != new {
                page.set_text(new);
            }
        }
        (Node::Element(old), Node::Element(new)) => {
            for (name, _) in &old.attributes {
                if !new.attributes.iter().any(|(other, _)| other == name) {
                    page.remove_attribute(name);
                    check(page, name, false);
                }
            }
            set_attributes(page, new, &old.attributes);
            patch_in(page, &old.children, &new.children, namespace(new, space));
        }
        _ => {}
    }
}

fn create(document: &Page, node: &Node, space: &str) -> Page {
    match node {
        Node::Text(text) => document.create_text(text),
        Node::Element(element) => {
            let space = namespace(element, space);
            let page = document.create_element(space, element.tag(&mut |_, _| {}));
            element.tag(&mut |name, value| page.set_attribute(name, value));
            set_attributes(&page, element, &[]);
            for child in &element.children {
                page.insert_before(&create(document, child, space), None);
            }
            page
        }
    }
}

fn set_attributes(page: &Page, element: &Element, old: &[(&str, String)]) {
    for attribute in &element.attributes {
        if !old.contains(attribute) {
            let (name, value) = attribute;
            page.set_attribute(name, value);
            check(page, name, true);
        }
    }
}

/// The attribute says what was chosen first, the property what is chosen now.
fn check(page: &Page, name: &str, value: bool) {
    if name == "checked" {
        page.set_checked(value);
    }
}

fn drop_first(shown: Option<Page>) -> Option<Page> {
    let page = shown?;
    let next = page.next_sibling();
    page.remove();
    next
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
