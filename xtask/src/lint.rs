//! Formatting and linting of everything there is a linter for: Rust, JavaScript, HTML, shell, workflows. Warnings are
//! errors. `.htmlvalidate.json` leaves out what Safari and Firefox need: `role=list` without bullets, radio buttons that
//! forget.

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
