//! Takes out of a module what only looks as if it were used: entries of the function table that nothing can call, and
//! exports that the glue does not name.
//!
//! js-sys describes its functions to wasm-bindgen by closures. The descriptions are gone once wasm-bindgen has run, but the
//! invokers of those closures stay in the function table, where no optimiser may remove them: any index might be called. An
//! invoker is called by JavaScript alone, through glue that names it; this crate hands no closure to JavaScript, so none
//! is. The table also has the functions of a waker for futures, which nothing here awaits. And a trait object of a closure
//! can be called once by value, which needs a function of its own; this crate calls all of them by reference
//! (`tests/house.rs` says so). All three are known by the names in the module. Their places are given to a function that
//! aborts, so that a mistake would be seen at once.

use crate::run::Result;
use walrus::{ElementItems, ExportId, FunctionBuilder, FunctionId, Module};

/// What the names of functions begin with that nothing can call.
const DEAD: [&str; 2] = ["wasm_bindgen::convert::closures::", "js_sys::futures::"];
/// What the name of a function begins and ends with that would call a closure of this crate by value.
const BY_VALUE: (&str, &str) = ("<misconception_scorecard::", "::call_once::{shim:vtable#0}");

/// What was taken out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// Entries of the function table.
    pub entries: usize,
    /// How many entries the table has.
    pub of: usize,
    /// Exports.
    pub exports: usize,
}

/// Takes them out of the module; `glue` is the JavaScript that joins it.
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

/// The name without the hashes that the compiler writes behind crates, as in `js_sys[0123456789abcdef]::Object`.
fn without_hashes(name: &str) -> String {
    let mut short = String::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        short.push_str(before);
        let hash = after.split_once(']').filter(|(hash, _)| {
            // 64 bits, without zeros in front.
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

    /// A module with these functions in its table, and two exports.
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
    fn what_nothing_can_call_goes_and_the_rest_stays() {
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
