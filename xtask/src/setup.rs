//! Finds the tools that the commands need. A missing tool is installed, or an error says how to
//! install it.
//!
//! Installed are Debian packages (only on Debian, as root), npm packages in `node_modules/` and
//! `target/tools/`, and geckodriver in `target/tools/`.

use crate::run::{NPM, Result, command, output, run, top};
use crate::versions::version;
use std::fmt::Write as _;
use std::path::PathBuf;

/// A browser, its driver, or another program that an engine's tests need.
struct Program {
    engine: &'static str,
    /// The environment variable that gives the tests its path. A user may set it to choose another
    /// program than the one on the PATH.
    variable: &'static str,
    command: &'static str,
    /// The Debian packages that contain it.
    packages: &'static [&'static str],
}

const PROGRAMS: [Program; 6] = [
    Program {
        engine: "chromium",
        variable: "CHROMIUM",
        command: "chromium",
        packages: &["chromium"],
    },
    Program {
        engine: "chromium",
        variable: "CHROMEDRIVER",
        command: "chromedriver",
        packages: &["chromium-driver"],
    },
    Program {
        engine: "firefox",
        variable: "FIREFOX",
        command: "firefox-esr",
        packages: &["firefox-esr"],
    },
    Program {
        engine: "webkit",
        variable: "WEBKIT_DRIVER",
        command: "WebKitWebDriver",
        packages: &["webkit2gtk-driver"],
    },
    Program {
        engine: "webkit",
        variable: "XVFB",
        command: "Xvfb",
        packages: &["xvfb", "xauth"],
    },
    Program {
        engine: "safari",
        variable: "SAFARI_DRIVER",
        command: "safaridriver",
        packages: &[],
    },
];

/// Runs `npm ci`, unless the packages of package-lock.json are already installed.
pub fn node_modules() -> Result<()> {
    let version = output("node", &["--version"]).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next();
    let major: u32 = major.and_then(|major| major.parse().ok()).unwrap_or(0);
    if major < 20 || in_path("npm").is_none() {
        return Err(format!(
            "Node 20 or newer with npm is needed; found: {}",
            if version.is_empty() { "none" } else { &version }
        ));
    }
    let lock = crate::run::read(&top().join("package-lock.json"))?;
    let note = top().join("node_modules/.installed-lock");
    if std::fs::read(&note).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("Installing the npm packages of package-lock.json into node_modules/ ...");
    run(command(NPM, &["ci", "--no-fund", "--no-audit"]))?;
    crate::run::write(&note, &lock)
}

/// The programs for these engines, as pairs of environment variable and path. Installs missing ones
/// on Debian as root.
pub fn browsers(engines: &[&str]) -> Result<Vec<(&'static str, PathBuf)>> {
    let wanted: Vec<&Program> = PROGRAMS
        .iter()
        .filter(|program| engines.contains(&program.engine))
        .collect();
    let find = |program: &Program| match std::env::var_os(program.variable) {
        Some(path) => Some(PathBuf::from(path)).filter(|path| path.exists()),
        None => in_path(program.command),
    };
    let missing = || wanted.iter().filter(|program| find(program).is_none());
    let packages: Vec<&str> = missing().flat_map(|it| it.packages).copied().collect();
    if missing().next().is_some() {
        install(&packages, &missing_browsers(missing().copied(), &packages))?;
    }
    let mut found = Vec::new();
    for program in wanted {
        let path = find(program).ok_or_else(|| format!("{} is not there", program.command))?;
        found.push((program.variable, path));
    }
    if engines.contains(&"firefox") {
        found.push(("GECKODRIVER", geckodriver()?));
    }
    Ok(found)
}

/// Instructions for installing these programs on this kind of machine.
fn missing_browsers<'a>(programs: impl Iterator<Item = &'a Program>, packages: &[&str]) -> String {
    let mut text = String::from("the tests need what is not here:\n");
    for program in programs {
        let Program {
            engine,
            variable,
            command,
            ..
        } = program;
        let _ = writeln!(
            text,
            "\n  {command} (for {engine}): on the PATH, or named by {variable}"
        );
        if *command == "safaridriver" {
            text.push_str("    It comes with Safari on macOS: run `safaridriver --enable` once.\n");
        }
    }
    if !packages.is_empty() && cfg!(target_os = "linux") {
        let _ = writeln!(text, "\nOn Debian, as root:\n\n  {}", apt_line(packages));
    } else if cfg!(any(target_os = "macos", windows)) {
        text.push_str(
            "\nChromium and its driver, of one version, without root:\n\n  \
             npx @puppeteer/browsers install chrome@stable\n  \
             npx @puppeteer/browsers install chromedriver@stable\n",
        );
    }
    text.push_str("\nOne engine needs no other: cargo xtask test --engine chromium");
    text
}

/// Firefox's driver: the one named by `GECKODRIVER` or on the PATH; otherwise builds it into
/// `target/tools/`.
fn geckodriver() -> Result<PathBuf> {
    let named = std::env::var_os("GECKODRIVER").map(PathBuf::from);
    let root = top().join("target/tools");
    let built = root.join("bin/geckodriver");
    for path in [named, in_path("geckodriver"), Some(built.clone())] {
        if let Some(path) = path.filter(|path| path.is_file()) {
            return Ok(path);
        }
    }
    // Debian has no package for geckodriver.
    let version = version("geckodriver")?;
    println!("Building geckodriver {version} into target/tools/ ...");
    let mut cargo = command("cargo", &["install", "--locked", "--debug", "--quiet"]);
    cargo.args(["geckodriver", "--version", &version]);
    cargo.arg("--root").arg(root);
    run(cargo)?;
    Ok(built)
}

/// Checks that the Debian packages for tests/hosts/ are installed: programs that make the sites,
/// and programs that open what readers save. Installs missing ones on Debian as root.
pub fn hosts() -> Result<()> {
    let list = crate::run::read(&top().join("tests/hosts/debian-packages.txt"))?;
    let list = String::from_utf8_lossy(&list).into_owned();
    let packages: Vec<&str> = list.split_whitespace().collect();
    let missing: Vec<&str> = packages
        .iter()
        .filter(|package| output("dpkg", &["--status", package]).is_none())
        .copied()
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = format!(
        "the tests in tests/hosts/ need, on Debian:\n\n  {}",
        apt_line(&packages)
    );
    install(&missing, &by_hand)
}

/// Installs what a `WordPress` on this machine needs: PHP from Debian, and in `target/tools/` an
/// npm package with several versions of `WordPress`. Debian's `WordPress` and Akismet are unpacked
/// by `xtask/wordpress/site.mjs`.
pub fn wordpress() -> Result<()> {
    node_modules()?;
    let list = crate::run::read(&top().join("xtask/wordpress/debian-packages.txt"))?;
    let list = String::from_utf8_lossy(&list).into_owned();
    let packages: Vec<&str> = list.split_whitespace().collect();
    let has = |package: &&&str| output("dpkg", &["--status", package]).is_some();
    let missing: Vec<&str> = packages.iter().filter(|it| !has(it)).copied().collect();
    if !missing.is_empty() {
        let line = apt_line(&packages);
        install(
            &missing,
            &format!("the plugin for WordPress needs PHP. On Debian:\n\n  {line}"),
        )?;
    }
    let tools = top().join("target/tools/wordpress");
    let package = "@wp-playground/wordpress-builds";
    let version = version("wordpress-builds")?;
    let manifest = tools
        .join("node_modules")
        .join(package)
        .join("package.json");
    let installed = crate::run::read_json(&manifest).ok();
    if installed.is_some_and(|it| it["version"].as_str() == Some(&version)) {
        return Ok(());
    }
    println!("Installing {package} {version} into target/tools/wordpress/ ...");
    let mut npm = command(NPM, &["install", "--ignore-scripts", "--no-save"]);
    npm.args(["--no-fund", "--no-audit", "--prefix"]);
    npm.arg(&tools).arg(format!("{package}@{version}"));
    run(npm)
}

/// The linter for shell scripts; installed on Debian as root if it is missing.
pub fn shellcheck() -> Result<String> {
    let program = "shellcheck";
    if in_path(program).is_none() {
        let packages = &[program];
        let by_hand = format!(
            "{program} is missing. On Debian:\n\n  {}",
            apt_line(packages)
        );
        install(packages, &by_hand)?;
    }
    Ok(program.to_owned())
}

/// The W3C's HTML checker, which runs on Java, installed in `target/tools/`. Returns the folder of
/// npm packages that contains it.
pub fn html_checker() -> Result<PathBuf> {
    let tools = top().join("target/tools");
    let modules = tools.join("node_modules");
    if !modules.join("vnu-jar").exists() {
        // It has some 30 MB, so only those who run all tests install it.
        let version = version("vnu-jar")?;
        println!("Installing vnu-jar {version} into target/tools/ ...");
        let package = format!("vnu-jar@{version}");
        // Its install script would download a Java runtime.
        let mut npm = command(NPM, &["install", "--ignore-scripts", "--no-save"]);
        npm.args(["--no-fund", "--no-audit", "--prefix"]);
        npm.arg(&tools).arg(package);
        run(npm)?;
    }
    Ok(modules)
}

/// Installs a Python with `DuckDB` in `target/tools/`, for a second computation of the statistics.
/// Returns the path of Python.
pub fn duckdb() -> Result<PathBuf> {
    let version = version("duckdb")?;
    let folder = top().join(format!("target/tools/duckdb-{version}"));
    let bin = if cfg!(windows) { "Scripts" } else { "bin" };
    let python = folder.join(bin).join("python");
    let shown = python.to_string_lossy().into_owned();
    let is_there = || output(&shown, &["-c", "import duckdb"]).is_some();
    if !is_there() {
        if in_path("python3").is_none() {
            let packages = &["python3", "python3-venv"];
            let by_hand = format!(
                "the second witness of the statistics needs Python. On Debian:\n\n  {}",
                apt_line(packages)
            );
            install(packages, &by_hand)?;
        }
        println!("Installing DuckDB {version} into target/tools/ ...");
        run(command(
            "python3",
            &["-m", "venv", &folder.to_string_lossy()],
        ))?;
        let package = format!("duckdb=={version}");
        run(command(
            &shown,
            &["-m", "pip", "install", "--quiet", &package],
        ))?;
    }
    Ok(python)
}

/// Installs Debian packages as root on Debian; elsewhere fails with the message `by_hand`.
pub fn install(packages: &[&str], by_hand: &str) -> Result<()> {
    let is_root = output("id", &["-u"]).is_some_and(|id| id == "0");
    if packages.is_empty() || !is_root || in_path("apt-get").is_none() {
        return Err(by_hand.to_owned());
    }
    println!("Installing the Debian packages {} ...", packages.join(", "));
    let apt = |arguments: &[&str]| {
        let mut command = command("apt-get", arguments);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        run(command)
    };
    apt(&["update", "-q"])?;
    let mut arguments = vec!["install", "-q", "-y", "--no-install-recommends"];
    arguments.extend(packages);
    apt(&arguments).map_err(|error| format!("{error}\n\n{by_hand}"))
}

pub fn apt_line(packages: &[&str]) -> String {
    let packages = packages.join(" ");
    format!("apt-get update && apt-get install -y --no-install-recommends {packages}")
}

/// The path of a program on the PATH.
pub fn in_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let mut places = std::env::split_paths(&path).map(|folder| folder.join(program));
    places.find(|path| path.is_file())
}
