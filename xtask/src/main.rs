//! The project's commands. Each sets up what it needs, says what it installs, and stops with the remedy
//! where it cannot.

mod bench;
mod build;
mod bundle;
mod dead_closures;
mod demo;
mod esbuild;
mod files;
mod glue;
mod integrity;
mod lint;
mod modules;
mod pack;
mod run;
mod setup;
mod site;
mod size;
mod style;
mod test;
mod texts;

use run::Result;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  demo [--port N]   builds everything, serves www/ on this machine, prints the address
  build [--trap | --plain]
                    builds the package into pkg/dist/; --trap: the one that breaks down, --plain: the reader's module as
                    wasm-bindgen alone makes it, both for the tests
  test [--all]      host tests, the packed package in Node, the widget in Chromium, Firefox and WebKitGTK;
                    --all: also the slow ones
  site              the pages with everything they show, as files to serve, in target/site/
  lint              formatting, clippy for the host and for wasm32, rustdoc; warnings are errors
  size              bytes a reader loads, part by part, against the gates in xtask/gates.json
  bench [--runs N] [--only NAME,NAME]
                    measures the widget beside others in Chromium, into bench/RESULTS.md
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["demo", options @ ..] => demo::demo(options),
        ["build"] => build::build().map(|_| ()),
        ["build", "--trap"] => build::build_trap(),
        ["build", "--plain"] => setup::Compiler::find().and_then(modules::plain),
        ["test"] => test::test(false),
        ["test", "--all"] => test::test(true),
        ["site"] => site::site(),
        ["lint"] => lint::lint(),
        ["size"] => size::size(),
        ["bench", options @ ..] => bench::bench(options),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        [other, ..] => Err(format!("no such command: {other}\n\n{HELP}")),
    };
    finish(done)
}

fn finish(done: Result<()>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nxtask: {message}");
            ExitCode::FAILURE
        }
    }
}
