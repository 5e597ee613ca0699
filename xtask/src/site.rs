//! Builds the site: the pages of `www/`, the package that they show, and the bundled scripts of the
//! studio.
//!
//! `demo` and the tests serve these from several folders; `site` copies them into one, for a server
//! of static files.

use crate::build;
use crate::compiler::Kind;
use crate::esbuild::esbuild;
use crate::files::{copy, empty};
use crate::run::{Result, top};

/// Bundles the studio, its worker for checking, and what it loads later, into `target/www/`.
pub fn studio() -> Result<()> {
    // Scripts that are loaded later have a hash in their names, so remove those of an earlier
    // build.
    let folder = empty(&top().join("target/www"))?;
    esbuild(&[
        "studio=www/studio/main.js",
        "studio-worker=www/studio/check/worker.js",
        "--bundle",
        "--splitting",
        "--format=esm",
        "--minify",
        "--target=es2022",
        "--charset=utf8",
        "--chunk-names=[name]-[hash]",
        "--external:../scorecard/*",
        &format!("--outdir={}", folder.display()),
    ])
}

/// Puts the whole site into `target/site/`.
pub fn site() -> Result<()> {
    build::build(Kind::find(false)?)?;
    studio()?;
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
