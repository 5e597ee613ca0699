//! The project's commands. Each command installs the tools that it needs and says so. If it cannot
//! install a tool, it stops with an error that says what to do.

mod bench;
mod build;
mod bundle;
mod compiler;
mod core_script;
mod dead_closures;
mod demo;
mod esbuild;
mod files;
mod glue;
mod inside;
mod integrity;
mod later;
mod lint;
mod modules;
mod notices;
mod pack;
mod parts;
mod release;
mod reproduce;
mod run;
mod setup;
mod site;
mod size;
mod source_map;
mod style;
mod tables;
mod test;
mod texts;
mod versions;
mod watch;
mod wordpress;

use compiler::Kind;
use run::Result;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  demo [--port N] [--watch]
                    builds everything, serves www/ on this machine, prints the address; --watch: a debug build, made anew
                    and shown when a source changes
  demo --wordpress [--port N]
                    the same for WordPress: one on this machine, with the plugin and a post that has its block
  wordpress         the plugin for WordPress, as the ZIP that is uploaded, in target/wordpress/
  build [--debug | --ordinary | --trap | --plain]
                    builds the package into pkg/dist/. --debug: soon there, with names and messages; --ordinary: as an
                    ordinary rustup makes it; for the tests: --trap: the one that breaks down, --plain: the reader's
                    module as wasm-bindgen alone makes it
  test [--engine NAME]... [--ordinary] [--all]
                    host tests, the packed package in Node, the widget in Chromium, Firefox and WebKitGTK (or in the
                    engines named: chromium, firefox, webkit, safari); --all: also the slow ones
  test --quick [NAME]
                    host tests, and the tests in Node and Chromium whose file has NAME in its name, over a debug build
  site              the pages with everything they show, as files to serve, in target/site/
  lint              formatting, clippy for the host and for wasm32, rustdoc; warnings are errors
  size [--ordinary] bytes a reader loads, part by part, against the gates in xtask/gates.json
  release [--check] says whether version, changelog, tag and tree agree, packs, and prints the lines that publish;
                    --check: without building
  bench [--runs N] [--only NAME,NAME]
                    measures the widget beside others in Chromium, into bench/RESULTS.md
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["demo", options @ ..] => demo::demo(options),
        ["build"] => Kind::find(false).and_then(build::build).map(|_| ()),
        ["build", "--debug"] => Kind::debug().and_then(build::build).map(|_| ()),
        ["build", "--ordinary"] => Kind::find(true).and_then(build::build).map(|_| ()),
        ["build", "--trap"] => Kind::find(false).and_then(build::build_trap),
        ["build", "--plain"] => Kind::find(false).and_then(modules::plain),
        ["test", "--quick"] => test::quick(""),
        ["test", "--quick", name] => test::quick(name),
        ["test", options @ ..] => test::test(options),
        ["site"] => site::site(),
        ["wordpress"] => wordpress::wordpress(),
        ["lint"] => lint::lint(),
        ["size"] => size::size(false),
        ["size", "--ordinary"] => size::size(true),
        ["release", options @ ..] => release::release(options),
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
