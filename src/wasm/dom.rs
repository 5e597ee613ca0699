//! Patches a tree of nodes into the page, and writes only where old and new differ.
//!
//! Texts become text nodes and attributes, never HTML. This file knows elements but not what they
//! mean, and of the page only the nodes that it has made. If a DOM method throws, the exception
//! passes through to the JavaScript that called the module, because nothing in here could handle
//! it.

use crate::view::node::{Element, Node};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, throw_val};
use web_sys::{Document, HtmlInputElement};

const SVG: &str = "http://www.w3.org/2000/svg";
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// A node that we put on the page, with those of its children that are ours.
///
/// Browsers, extensions and the page may add nodes of their own or remove ours. So we keep ours
/// here and never search the page for them.
pub struct Shown {
    page: web_sys::Node,
    children: Vec<Shown>,
}

/// Patches the children of `root`, an HTML element, from `old` to `new`. `shown` holds our nodes
/// for `old` and then for `new`.
pub fn patch(root: &web_sys::Node, shown: &mut Vec<Shown>, old: &[Node], new: &[Node]) {
    patch_in(root, shown, old, new, HTML);
}

/// Appends our nodes to `pages`, in document order.
pub fn list(shown: &[Shown], pages: &mut Vec<JsValue>) {
    for it in shown {
        pages.push(it.page.clone().into());
        list(&it.children, pages);
    }
}

/// Replaces our nodes by `pages`, nodes in document order that show the same.
pub fn adopt(shown: &mut [Shown], pages: &mut dyn Iterator<Item = JsValue>) {
    for it in shown {
        if let Some(page) = pages.next() {
            it.page = page.unchecked_into();
        }
        adopt(&mut it.children, pages);
    }
}

/// Removes a node from wherever it is.
fn remove(page: &web_sys::Node) {
    page.unchecked_ref::<web_sys::Element>().remove();
}

/// Goes through old and new side by side. New nodes are inserted, old ones removed, and those in
/// both are patched in place, so that a focused element is never replaced.
fn patch_in(
    parent: &web_sys::Node,
    shown: &mut Vec<Shown>,
    old: &[Node],
    new: &[Node],
    space: &str,
) {
    let is_replaced = has_lost_text(parent, shown, old, new);
    let mut left = old;
    let mut at = 0;
    for node in new {
        let same = left.iter().position(|other| is_same(other, node));
        if let Some(index) = same {
            for _ in 0..index {
                remove(&shown.remove(at).page);
            }
            if let (Some(it), Some(before)) = (shown.get_mut(at), left.get(index)) {
                update(it, before, node, space);
            }
            left = left.get(index + 1..).unwrap_or_default();
        } else if let Some(document) = parent.owner_document() {
            // Only a document has no owner document.
            let created = create(&document, node, space);
            let next = shown.iter().skip(at).find(|it| is_in(parent, it));
            or_throw(parent.insert_before(&created.page, next.map(|it| &it.page)));
            shown.insert(at, created);
        }
        at += 1;
    }
    while shown.len() > at {
        remove(&shown.remove(at).page);
    }
    if is_replaced {
        restore(parent, shown);
    }
}

/// Whether somebody, such as a translation extension, has replaced a text node of ours that is
/// about to change.
fn has_lost_text(parent: &web_sys::Node, shown: &[Shown], old: &[Node], new: &[Node]) -> bool {
    let is_there = |text: &str| {
        new.iter()
            .any(|node| matches!(node, Node::Text(other) if other == text))
    };
    shown.iter().zip(old).any(|(it, node)| {
        matches!(node, Node::Text(text) if !is_there(text)) && !parent.contains(Some(&it.page))
    })
}

/// Puts our nodes back into `parent` and removes everything else.
fn restore(parent: &web_sys::Node, shown: &[Shown]) {
    let mut next = parent.first_child();
    while let Some(page) = next {
        next = page.next_sibling();
        if !shown.iter().any(|it| it.page == page) {
            remove(&page);
        }
    }
    let mut before = None;
    for it in shown.iter().rev() {
        if !is_in(parent, it) {
            or_throw(parent.insert_before(&it.page, before));
        }
        before = Some(&it.page);
    }
}

fn is_in(parent: &web_sys::Node, shown: &Shown) -> bool {
    shown.page.parent_node().as_ref() == Some(parent)
}

fn update(shown: &mut Shown, old: &Node, new: &Node, space: &str) {
    match (old, new) {
        (Node::Text(old), Node::Text(new)) => {
            if old != new {
                shown.page.set_node_value(Some(new));
            }
        }
        (Node::Element(old), Node::Element(new)) if !Rc::ptr_eq(old, new) => {
            let page: &web_sys::Element = shown.page.unchecked_ref();
            for (name, _) in &old.attributes {
                if !new.attributes.iter().any(|(other, _)| other == name) {
                    or_throw(page.remove_attribute(name));
                    check(page, name, false);
                }
            }
            set_attributes(page, new, &old.attributes);
            let space = namespace(new, space);
            patch_in(
                &shown.page,
                &mut shown.children,
                &old.children,
                &new.children,
                space,
            );
        }
        _ => {}
    }
}

fn create(document: &Document, node: &Node, space: &str) -> Shown {
    match node {
        Node::Text(text) => Shown {
            page: document.create_text_node(text).into(),
            children: Vec::new(),
        },
        Node::Element(element) => {
            let space = namespace(element, space);
            let tag = element.tag(&mut |_, _| {});
            let page = or_throw(document.create_element_ns(Some(space), tag));
            element.tag(&mut |name, value| or_throw(page.set_attribute(name, value)));
            set_attributes(&page, element, &[]);
            let mut children = Vec::new();
            for child in &element.children {
                let child = create(document, child, space);
                or_throw(page.append_child(&child.page));
                children.push(child);
            }
            Shown {
                page: page.into(),
                children,
            }
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

/// The attribute holds the initial choice, the property the current one.
fn check(page: &web_sys::Element, name: &str, value: bool) {
    if name == "checked" {
        page.unchecked_ref::<HtmlInputElement>().set_checked(value);
    }
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

/// Whether two nodes are both text, or elements with the same name and key.
fn is_same(old: &Node, new: &Node) -> bool {
    match (old, new) {
        (Node::Text(_), Node::Text(_)) => true,
        (Node::Element(old), Node::Element(new)) => old.name == new.name && old.key == new.key,
        _ => false,
    }
}
