//! Serves `www/` with the freshly built package under `/scorecard/`, on this machine only.

use crate::run::{Result, command, run};
use crate::{build, site};

pub fn demo(options: &[&str]) -> Result<()> {
    let port = match options {
        [] => "8080",
        ["--port", port] if port.parse::<u16>().is_ok() => port,
        _ => return Err("usage: cargo xtask demo [--port N]".into()),
    };
    build::build()?;
    site::playground()?;
    run(command("node", &["xtask/server.mjs", port]))
}
