//! Formats and lints Rust, JavaScript, HTML, shell scripts and workflows; warnings are errors.
//!
//! `.htmlvalidate.json` disables `no-redundant-role`, because Safari needs `role=list` on lists
//! without bullets, and `valid-autocomplete`, because Firefox needs `autocomplete=off` to forget
//! radio buttons.

use crate::compiler::{Compiler, Profile};
use crate::run::{Result, command, npm_tool, run};
use crate::setup;

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
    // Features only add, so all of them together must compile, including `fault-injection`.
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
    run(doc)?;
    setup::node_modules()?;
    run(command(
        &npm_tool("biome"),
        &["ci", "--error-on-warnings", "--colors=off"],
    ))?;
    println!("The types of the scripts ...");
    run(command(&npm_tool("tsc"), &["--project", "."]))?;
    println!("The pages ...");
    let pages = ["www/**/*.html", "contract/*.html"];
    run(command(&npm_tool("html-validate"), &pages))?;
    println!("The workflows and the shell ...");
    run(command("node", &["xtask/workflows.mjs"]))?;
    run(command(&setup::shellcheck()?, &[".ci/run"]))
}
