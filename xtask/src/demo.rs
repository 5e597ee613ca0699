//! Serves `www/`, with the freshly built package under `/scorecard/`, to this machine only.

use crate::compiler::Kind;
use crate::run::{Result, command, run};
use crate::{build, site, watch, wordpress};

const USAGE: &str = "usage: cargo xtask demo [--port N] [--watch | --wordpress]";

pub fn demo(options: &[&str]) -> Result<()> {
    let mut port = "8080";
    let mut is_watching = false;
    let mut is_wordpress = false;
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match *option {
            "--watch" => is_watching = true,
            "--wordpress" => is_wordpress = true,
            "--port" => {
                let given = options.next().filter(|port| port.parse::<u16>().is_ok());
                port = given.ok_or(USAGE)?;
            }
            _ => return Err(USAGE.into()),
        }
    }
    if is_watching && is_wordpress {
        return Err(USAGE.into());
    }
    if is_wordpress {
        return wordpress::demo(port);
    }
    if is_watching {
        return watch::watch(port);
    }
    build::build(Kind::find(false)?)?;
    site::studio()?;
    run(command("node", &["xtask/server.mjs", port]))
}
