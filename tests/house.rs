//! Checks the rules on imports in `src/` and in the JavaScript sources: a lower room never imports
//! an upper one, and no files import each other in a circle. Also checks a rule on closures that
//! the build relies on.
//!
//! It reads `use` lines and paths as plain text. A `mod.rs` that names its own children by their
//! bare names is not counted, because it is the entry of its room. This file knows the order of the
//! rooms, not what they contain.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of `src/`, from the bottom up. A room may import those on lower floors only, not
/// others on its own floor.
const FLOORS: &[&[&str]] = &[
    &["data"],
    &["messages", "questionnaire"],
    &["session", "scoring"],
    &["extras", "authoring", "contract", "statistics"],
    &["view"],
    &["widget", "picture"],
    &["report"],
    &["api"],
    &["wasm"],
];

/// Maps each file to the files that it imports.
type Imports = BTreeMap<PathBuf, BTreeSet<PathBuf>>;

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, extension, found);
        } else if path.extension().is_some_and(|it| it == extension) {
            found.push(path);
        }
    }
}

/// The code without its comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let lines = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// The file of the module that a path in `src` begins with, and the number of path segments that
/// name it.
fn module(src: &Path, path: &[String]) -> Option<(PathBuf, usize)> {
    for length in (1..=path.len()).rev() {
        let folder = path[..length]
            .iter()
            .fold(src.to_owned(), |folder, part| folder.join(part));
        for file in [folder.with_extension("rs"), folder.join("mod.rs")] {
            if file.is_file() {
                return Some((file, length));
            }
        }
    }
    None
}

/// The path of the module in `file`.
fn path_of(src: &Path, file: &Path) -> Vec<String> {
    let inside = file.strip_prefix(src).unwrap().with_extension("");
    let mut parts: Vec<String> = inside
        .iter()
        .map(|it| it.to_string_lossy().into_owned())
        .collect();
    if matches!(
        parts.last().map(String::as_str),
        Some("mod" | "lib" | "main")
    ) {
        parts.pop();
    }
    parts
}

/// All paths in a piece of code, with braces expanded and `crate`, `self` and `super` resolved.
fn named(code: &str, own: &[String]) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    let starts = ["crate::", "super::", "self::"];
    let mut rest = code;
    while let Some(at) = starts.iter().filter_map(|it| rest.find(it)).min() {
        let is_whole =
            !rest[..at].ends_with(|it: char| it.is_alphanumeric() || it == '_' || it == ':');
        let path = &rest[at..];
        if is_whole {
            expand(path, &[], own, &mut paths);
        }
        rest = &rest[at + 5..];
    }
    paths
}

/// Reads one path; `a::b::{c, d}` becomes two.
fn expand(text: &str, before: &[String], own: &[String], paths: &mut Vec<Vec<String>>) {
    let end = text
        .find(|it: char| !(it.is_alphanumeric() || it == '_'))
        .unwrap_or(text.len());
    let word = &text[..end];
    let mut path = before.to_vec();
    match word {
        "crate" => path.clear(),
        "self" if before.is_empty() => path = own.to_vec(),
        "super" => {
            if before.is_empty() {
                path = own.to_vec();
            }
            path.pop();
        }
        "self" | "" => {}
        word => path.push(word.to_owned()),
    }
    let after = &text[end..];
    if let Some(inner) = after.strip_prefix("::{") {
        let (mut depth, mut start) = (0_i32, 0);
        for (at, character) in inner.char_indices() {
            match character {
                '{' => depth += 1,
                '}' if depth > 0 => depth -= 1,
                ',' | '}' if depth == 0 => {
                    let part = inner[start..at].trim();
                    if !part.is_empty() {
                        expand(part, &path, own, paths);
                    }
                    start = at + 1;
                    if character == '}' {
                        return;
                    }
                }
                _ => {}
            }
        }
    } else if let Some(next) = after.strip_prefix("::") {
        let mut path = if path.is_empty() {
            vec!["crate".to_owned()]
        } else {
            path
        };
        if path == ["crate"] {
            path.clear();
        }
        expand(next, &path, own, paths);
    } else {
        paths.push(path);
    }
}

fn rust_imports(src: &Path) -> Imports {
    let mut found = Vec::new();
    files(src, "rs", &mut found);
    let imports = found.iter().map(|file| {
        let own = path_of(src, file);
        let named = named(&code(file), &own);
        let files = named.iter().filter_map(|path| module(src, path));
        let others = files.map(|(other, _)| other).filter(|other| other != file);
        (file.clone(), others.collect())
    });
    imports.collect()
}

fn script_imports(folder: &Path) -> Imports {
    let mut found = Vec::new();
    files(folder, "js", &mut found);
    let imports = found.iter().map(|file| {
        let text = code(file);
        let mut others = BTreeSet::new();
        for quoted in text.split(['\'', '"']).skip(1).step_by(2) {
            if quoted.starts_with('.') {
                let other = file.parent().unwrap().join(quoted);
                if let Ok(other) = other.canonicalize() {
                    others.insert(other);
                }
            }
        }
        others.remove(file);
        (file.clone(), others)
    });
    imports.collect()
}

/// The circles of imports, each as the list of its files.
fn circles(imports: &Imports) -> Vec<String> {
    let mut found = Vec::new();
    let mut done = BTreeSet::new();
    for start in imports.keys() {
        walk(start, imports, &mut Vec::new(), &mut done, &mut found);
    }
    found
}

fn walk<'a>(
    file: &'a PathBuf,
    imports: &'a Imports,
    way: &mut Vec<&'a PathBuf>,
    done: &mut BTreeSet<&'a PathBuf>,
    found: &mut Vec<String>,
) {
    if let Some(at) = way.iter().position(|it| *it == file) {
        let names: Vec<String> = way[at..].iter().map(|it| short(it)).collect();
        found.push(names.join(" -> "));
        return;
    }
    if !done.contains(file) {
        way.push(file);
        for other in imports.get(file).into_iter().flatten() {
            walk(other, imports, way, done, found);
        }
        way.pop();
        done.insert(file);
    }
}

fn short(path: &Path) -> String {
    path.strip_prefix(top())
        .unwrap_or(path)
        .display()
        .to_string()
}

#[test]
fn no_files_import_each_other() {
    let mut found = circles(&rust_imports(&top().join("src")));
    found.extend(circles(&rust_imports(&top().join("xtask/src"))));
    for folder in ["pkg", "www", "bench", "contract"] {
        let imports = script_imports(&top().join(folder));
        let is_ours = |path: &PathBuf| {
            let path = short(path);
            !path.contains("node_modules") && !path.contains("dist")
        };
        let ours = imports.into_iter().filter(|(file, _)| is_ours(file));
        found.extend(circles(&ours.collect()));
    }
    assert!(found.is_empty(), "circles:\n{}", found.join("\n"));
}

#[test]
fn no_room_imports_an_upper_one() {
    let src = top().join("src");
    let floor = |path: &[String]| {
        let room = path.first()?;
        FLOORS
            .iter()
            .position(|rooms| rooms.contains(&room.as_str()))
    };
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for (file, others) in rust_imports(&src) {
        let own = path_of(&src, &file);
        let Some(from) = floor(&own) else {
            assert!(own.is_empty(), "{} is in no room", short(&file));
            continue;
        };
        seen.insert(own[0].clone());
        for other in others {
            let path = path_of(&src, &other);
            let is_own_room = path.first() == own.first();
            if !is_own_room && floor(&path).is_none_or(|to| to >= from) {
                wrong.push(format!("{} imports {}", short(&file), short(&other)));
            }
        }
    }
    assert!(wrong.is_empty(), "upwards:\n{}", wrong.join("\n"));
    let rooms: BTreeSet<String> = FLOORS
        .iter()
        .flat_map(|it| it.iter())
        .map(|it| (*it).to_owned())
        .collect();
    assert_eq!(
        seen, rooms,
        "the list of floors names exactly the existing rooms"
    );
}

#[test]
fn a_circular_import_is_found() {
    let both = |from: &str, to: &str| (PathBuf::from(from), BTreeSet::from([PathBuf::from(to)]));
    let round = BTreeMap::from([both("a", "b"), both("b", "c"), both("c", "a")]);
    assert_eq!(circles(&round), ["a -> b -> c"]);
    let own = ["view".to_owned(), "parts".to_owned()];
    let code =
        "use super::{node::Builder, scene::{self, Scene}};\nfn a() { crate::data::text::cut() }";
    let paths: Vec<String> = named(code, &own).iter().map(|it| it.join("/")).collect();
    assert_eq!(
        paths,
        [
            "view/node/Builder",
            "view/scene",
            "view/scene/Scene",
            "data/text/cut"
        ]
    );
}

#[test]
fn no_closure_is_called_by_value_through_a_trait_object() {
    // xtask/src/dead_closures.rs removes from the modules what only such a call would need.
    let mut sources = Vec::new();
    files(&top().join("src"), "rs", &mut sources);
    for path in sources {
        let code = code(&path);
        for made in ["dyn FnOnce", "Box<dyn FnMut"] {
            assert!(!code.contains(made), "{} has a {made}", path.display());
        }
    }
}
