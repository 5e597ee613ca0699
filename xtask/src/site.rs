//! The site: the pages of `www/`, the package they show, and the playground's script, which is bundled.
//!
//! `demo` and the tests serve these from where they lie; `site` puts them together for whoever serves static files.

use crate::build;
use crate::compiler::Kind;
use crate::esbuild::{esbuild, outfile};
use crate::files::{copy, empty};
use crate::run::{Result, top};

/// Bundles the playground and its editor into `target/www/`.
pub fn playground() -> Result<()> {
    esbuild(&[
        "www/playground/main.js",
        "--bundle",
        "--format=esm",
        "--minify",
        "--target=es2022",
        "--charset=utf8",
        "--external:../scorecard/*",
        &outfile(&top().join("target/www/playground.js")),
    ])?;
    studio()
}

/// Bundles the studio, and the worker in which it checks.
fn studio() -> Result<()> {
    for (entry, script) in [("main", "studio"), ("check/worker", "studio-worker")] {
        esbuild(&[
            &format!("www/studio/{entry}.js"),
            "--bundle",
            "--format=esm",
            "--minify",
            "--target=es2022",
            "--charset=utf8",
            "--external:../scorecard/*",
            &outfile(&top().join(format!("target/www/{script}.js"))),
        ])?;
    }
    Ok(())
}

/// Puts the whole site into `target/site/`.
pub fn site() -> Result<()> {
    build::build(Kind::find(false)?)?;
    playground()?;
    let site = empty(&top().join("target/site"))?;
    for (from, to) in [
        ("www", ""),
        ("pkg/dist", "scorecard"),
        ("target/www", "built"),
        ("questionnaires", "questionnaires"),
    ] {
        copy(&top().join(from), &site.join(to))?;
    }
    println!("The site: {}", site.display());
    Ok(())
}
