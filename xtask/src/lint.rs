//! Formatting, clippy for the host and for wasm32, and rustdoc. Warnings are errors.

use crate::compiler::{Compiler, Profile};
use crate::run::{Result, command, run};

pub fn lint() -> Result<()> {
    let compiler = Compiler::find(false)?;
    compiler.find_clippy()?;
    run(command("cargo", &["fmt", "--all", "--check"]))?;
    let mut host = command(
        "cargo",
        &["clippy", "--locked", "--workspace", "--all-targets"],
    );
    host.args(["--", "-D", "warnings"]);
    run(host)?;
    // Features only add: all of them together compile too, the one for tests of breakdowns included.
    run(command(
        "cargo",
        &["check", "--locked", "--all-features", "--lib"],
    ))?;
    for features in [
        "reader",
        "extras",
        "authoring",
        "reader,extras,authoring,fault-injection",
    ] {
        let mut wasm = compiler.cargo("clippy", features, Profile::Release);
        wasm.args(["--", "-D", "warnings"]);
        run(wasm)?;
    }
    let mut doc = command("cargo", &["doc", "--locked", "--workspace", "--no-deps"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    run(doc)
}
