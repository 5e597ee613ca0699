//! Removes two kinds of dead weight from a module: entries of the function table that nothing can
//! call, and exports that the glue does not name.
//!
//! js-sys describes its functions to wasm-bindgen by closures. wasm-bindgen removes the
//! descriptions, but the invokers of those closures stay in the function table. No optimiser may
//! remove them, because any index of the table might be called. Three kinds of entries are dead,
//! and all are recognised by the names in the module:
//!
//! - Invokers of closures. Only JavaScript calls an invoker, through glue that names it. This crate
//!   hands no closure to JavaScript.
//! - The functions of a waker for futures. Nothing in this crate awaits.
//! - `call_once` of a closure in a trait object, which calls it by value. This crate calls such
//!   closures by reference only; `tests/house.rs` checks that.
//!
//! Each dead entry is replaced by a function that aborts, so that a mistake is noticed at once.

use crate::run::Result;
use walrus::{ElementItems, ExportId, FunctionBuilder, FunctionId, Module};

/// How the names of functions begin that nothing can call.
const DEAD: [&str; 2] = ["wasm_bindgen::convert::closures::", "js_sys::futures::"];
/// How the name of a function begins and ends that would call a closure of this crate by value.
const BY_VALUE: (&str, &str) = ("<misconception_scorecard::", "::call_once::{shim:vtable#0}");

/// Counts of what was removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// The number of table entries that were replaced.
    pub entries: usize,
    /// The number of entries in the table before.
    pub of: usize,
    /// The number of exports that were deleted.
    pub exports: usize,
}

/// Replaces dead table entries in `wasm` and deletes exports that `glue`, its JavaScript, does not
/// name. Fails if the glue hands closures to JavaScript, because then their invokers are alive.
pub fn remove(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, Removed)> {
    if glue.contains("CLOSURE_DTORS") || glue.contains("makeMutClosure") {
        return Err("the glue hands closures to JavaScript, so their invokers are alive".into());
    }
    let mut module = Module::from_buffer(wasm).map_err(|error| format!("walrus: {error:#}"))?;
    let mut removed = Removed::default();
    let dead = dead_functions(&module);
    let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
    builder.func_body().unreachable();
    let aborting = builder.finish(Vec::new(), &mut module.funcs);
    for element in module.elements.iter_mut() {
        if let ElementItems::Functions(functions) = &mut element.items {
            removed.of += functions.len();
            for function in functions.iter_mut().filter(|it| dead.contains(it)) {
                *function = aborting;
                removed.entries += 1;
            }
        }
    }
    let is_named = |name: &str| glue.contains(&format!("wasm.{name}"));
    let exports = module.exports.iter();
    let unnamed: Vec<ExportId> = exports
        .filter(|export| !is_named(&export.name))
        .map(walrus::Export::id)
        .collect();
    removed.exports = unnamed.len();
    for export in unnamed {
        module.exports.delete(export);
    }
    walrus::passes::gc::run(&mut module);
    Ok((module.emit_wasm(), removed))
}

fn dead_functions(module: &Module) -> Vec<FunctionId> {
    let is_dead = |name: &str| {
        let name = without_hashes(name);
        let (begin, end) = BY_VALUE;
        DEAD.iter().any(|prefix| name.starts_with(prefix))
            || (name.starts_with(begin) && name.ends_with(end))
    };
    let functions = module.funcs.iter();
    functions
        .filter(|function| function.name.as_deref().is_some_and(is_dead))
        .map(walrus::Function::id)
        .collect()
}

/// Removes the hashes that the compiler writes behind the names of crates, as in
/// `js_sys[0123456789abcdef]::Object`.
fn without_hashes(name: &str) -> String {
    let mut short = String::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        short.push_str(before);
        let hash = after.split_once(']').filter(|(hash, _)| {
            // A hash has 64 bits in hexadecimal digits, without leading zeros.
            (8..=16).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
        rest = if let Some((_, after)) = hash {
            after
        } else {
            short.push('[');
            after
        };
    }
    short + rest
}

#[cfg(test)]
mod tests {
    use super::{Removed, remove};
    use walrus::{
        ConstExpr, ElementItems, ElementKind, FunctionBuilder, FunctionId, Module, RefType,
        ir::Value,
    };

    /// A module with these functions in its table, and with two exports.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut module = Module::default();
        let functions: Vec<FunctionId> = names
            .iter()
            .map(|name| {
                let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
                builder.name((*name).to_owned());
                builder.finish(Vec::new(), &mut module.funcs)
            })
            .collect();
        let size = u64::try_from(names.len()).unwrap();
        let table = module
            .tables
            .add_local(false, size, Some(size), RefType::FUNCREF);
        let kind = ElementKind::Active {
            table,
            offset: ConstExpr::Value(Value::I32(0)),
        };
        let items = ElementItems::Functions(functions.clone());
        let element = module.elements.add(kind, items);
        module.tables.get_mut(table).elem_segments.insert(element);
        module.exports.add("table", table);
        module.exports.add("unnamed", functions[0]);
        module.emit_wasm()
    }

    fn names(wasm: &[u8]) -> Vec<String> {
        let module = Module::from_buffer(wasm).unwrap();
        let element = module.elements.iter().next().unwrap();
        let ElementItems::Functions(functions) = &element.items else {
            panic!("a table of functions");
        };
        let name = |it: &FunctionId| module.funcs.get(*it).name.clone().unwrap_or_default();
        functions.iter().map(name).collect()
    }

    #[test]
    fn only_code_that_nothing_can_call_is_removed() {
        let invoker = "wasm_bindgen[8532425c42b8de04]::convert::closures::_::invoke::<u32>";
        let by_value = "<misconception_scorecard[2c2d4682e605270]::parse<js_sys::Value>::{closure#0} as \
            core::ops::function::FnOnce<(usize,)>>::call_once::{shim:vtable#0}";
        let others = "<std::thread::{closure#0} as core::ops::function::FnOnce<()>>::call_once::{shim:vtable#0}";
        let wasm = module(&[
            "own",
            invoker,
            "js_sys::futures::jspi::raw_wake",
            by_value,
            others,
            "js_sys::Object",
        ]);
        let (wasm, removed) = remove(&wasm, "wasm.table").unwrap();
        let left = ["own", "", "", "", others, "js_sys::Object"];
        assert_eq!(names(&wasm), left);
        let expected = Removed {
            entries: 3,
            of: 6,
            exports: 1,
        };
        assert_eq!(removed, expected);
        assert!(
            Module::from_buffer(&wasm)
                .unwrap()
                .exports
                .get_func("unnamed")
                .is_err()
        );
    }

    #[test]
    fn a_module_whose_closures_go_to_javascript_is_refused() {
        assert!(remove(&module(&["own"]), "const CLOSURE_DTORS = 1;").is_err());
    }
}
