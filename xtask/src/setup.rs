//! Finds the tools that the commands need, installs what it may, and says how where it may not.
//!
//! It installs Debian packages as root on Debian, and npm packages into `node_modules/`; nothing else.

use crate::run::{Result, command, output, run, top};
use std::path::{Path, PathBuf};
use std::process::Command;

const COMPILER: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-19"];
const WASM_CLIPPY: &[&str] = &["rust-web-clippy"];
/// The programs that drive and are the three engines: the variable that names each for the tests, the
/// program, and the Debian packages that bring it.
const BROWSERS: &[(&str, &str, &[&str])] = &[
    ("CHROMIUM", "chromium", &["chromium"]),
    ("CHROMEDRIVER", "chromedriver", &["chromium-driver"]),
    ("FIREFOX", "firefox-esr", &["firefox-esr"]),
    ("WEBKIT_DRIVER", "WebKitWebDriver", &["webkit2gtk-driver"]),
    ("XVFB", "Xvfb", &["xvfb", "xauth"]),
];
/// Debian has no package of it, so it is built.
const GECKODRIVER: &str = "0.37.1";

/// The version of the checker of HTML, an npm package of some 30 MB: only for those who run all tests.
const HTML_CHECKER: &str = "26.9.27";

const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const LINKER: &str = "wasm-ld-19";
const TARGET: &str = "wasm32-unknown-unknown";

/// A compiler for WebAssembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compiler {
    /// Debian's, which builds the standard library too: the small way.
    Debian,
    /// The one at hand with its wasm32 target: some kB larger.
    Target,
}

impl Compiler {
    /// Finds a compiler, or installs one.
    pub fn find() -> Result<Self> {
        if is_debian_compiler_here() {
            return Ok(Self::Debian);
        }
        if is_target_here() {
            println!("No library source here: building with the installed {TARGET} target.");
            return Ok(Self::Target);
        }
        let by_hand = format!(
            "a compiler for WebAssembly is missing. With rustup:\n\n  \
             rustup target add {TARGET}\n\nOr on Debian:\n\n  {}",
            apt_line(COMPILER)
        );
        install(COMPILER, &by_hand)?;
        if is_debian_compiler_here() {
            Ok(Self::Debian)
        } else {
            Err("the packages were installed, yet no compiler with its source is there".into())
        }
    }

    /// Whether what it builds is small enough to be measured against the gates.
    pub fn is_small(self) -> bool {
        self == Self::Debian
    }

    /// `cargo SUBCOMMAND` for wasm32, release, with `features`.
    pub fn cargo(self, subcommand: &str, features: &str) -> Command {
        const FLAGS: &str = "-C link-arg=-zstack-size=65536";
        // How far rustc and LLVM inline: measured, 6 % off the reader's module.
        const SMALL: &str = "-Z cross-crate-inline-threshold=always -Z share-generics=no \
                             -C llvm-args=--inline-threshold=10 \
                             -C target-feature=-reference-types,-multivalue";
        let mut command = match self {
            Self::Debian => {
                let mut command = command(DEBIAN_CARGO, &[subcommand]);
                command
                    // A rustup of the same machine must not step in for a subcommand.
                    .env(
                        "PATH",
                        format!("/usr/bin:{}", std::env::var("PATH").unwrap_or_default()),
                    )
                    .env("CARGO", DEBIAN_CARGO)
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("RUSTC", DEBIAN_RUSTC)
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER)
                    .env("RUSTFLAGS", format!("{SMALL} {FLAGS}"))
                    .args(["-Z", "build-std=std,panic_abort"])
                    .args(["-Z", "build-std-features=optimize_for_size"])
                    .args(["-Z", "panic-immediate-abort"])
                    .args(["--config", "profile.release.panic='immediate-abort'"]);
                command
            }
            Self::Target => {
                let mut command = command("cargo", &[subcommand]);
                command.env("RUSTFLAGS", FLAGS);
                command
            }
        };
        command
            .env("CARGO_TARGET_DIR", top().join("target/wasm"))
            .args(["--locked", "--lib", "--release", "--target", TARGET]);
        command.args(["--no-default-features", "--features", features]);
        command
    }

    /// Finds clippy for this compiler, or installs it.
    pub fn find_clippy(self) -> Result<()> {
        if self == Self::Target || Path::new("/usr/bin/cargo-clippy").exists() {
            return Ok(());
        }
        let by_hand = format!(
            "clippy for wasm32 is missing:\n\n  {}",
            apt_line(WASM_CLIPPY)
        );
        install(WASM_CLIPPY, &by_hand)
    }
}

fn is_debian_compiler_here() -> bool {
    let Some(sysroot) = output(DEBIAN_RUSTC, &["--print", "sysroot"]) else {
        return false;
    };
    let source = Path::new(&sysroot).join("lib/rustlib/src/rust/library/std/Cargo.toml");
    source.exists() && Path::new(DEBIAN_CARGO).exists() && in_path(LINKER).is_some()
}

fn is_target_here() -> bool {
    let sysroot = output("rustc", &["--print", "sysroot"]);
    sysroot.is_some_and(|sysroot| {
        let library = Path::new(&sysroot)
            .join("lib/rustlib")
            .join(TARGET)
            .join("lib");
        library.exists()
    })
}

/// Installs the npm packages of package-lock.json into `node_modules/`, unless they are there.
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
    run(command("npm", &["ci", "--no-fund", "--no-audit"]))?;
    crate::run::write(&note, &lock)
}

/// The three engines and their drivers, as the variables that name them for the tests; installs what it may.
pub fn browsers() -> Result<Vec<(&'static str, PathBuf)>> {
    let find = |variable, program| match std::env::var_os(variable) {
        Some(path) => Some(PathBuf::from(path)).filter(|path| path.exists()),
        None => in_path(program),
    };
    let missing = BROWSERS
        .iter()
        .filter(|(variable, program, _)| find(variable, program).is_none());
    let packages: Vec<&str> = missing
        .flat_map(|(.., packages)| *packages)
        .copied()
        .collect();
    if !packages.is_empty() {
        let variables: Vec<_> = BROWSERS.iter().map(|(variable, ..)| *variable).collect();
        let by_hand = format!(
            "the tests need Chromium, Firefox and WebKitGTK with their drivers. On Debian:\n\n  {}\n\n\
             Elsewhere, name the programs by {}, MINIBROWSER and GECKODRIVER",
            apt_line(&packages),
            variables.join(", ")
        );
        install(&packages, &by_hand)?;
    }
    let mut found = vec![("GECKODRIVER", geckodriver()?)];
    for (variable, program, _) in BROWSERS {
        let path = find(variable, program);
        found.push((
            variable,
            path.ok_or_else(|| format!("{program} is not there"))?,
        ));
    }
    Ok(found)
}

/// Firefox's driver: the one named by `GECKODRIVER` or on the PATH, else built into `target/tools/`.
fn geckodriver() -> Result<PathBuf> {
    let named = std::env::var_os("GECKODRIVER").map(PathBuf::from);
    let root = top().join("target/tools");
    let built = root.join("bin/geckodriver");
    for path in [named, in_path("geckodriver"), Some(built.clone())] {
        if let Some(path) = path.filter(|path| path.is_file()) {
            return Ok(path);
        }
    }
    println!("Building geckodriver {GECKODRIVER} into target/tools/ ...");
    let mut cargo = command("cargo", &["install", "--locked", "--debug", "--quiet"]);
    cargo.args(["geckodriver", "--version", GECKODRIVER]);
    cargo.arg("--root").arg(root);
    run(cargo)?;
    Ok(built)
}

/// The programs that make the sites in tests/hosts/; installs what it may.
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
        "the sites in tests/hosts/ need, on Debian:\n\n  {}",
        apt_line(&packages)
    );
    install(&missing, &by_hand)
}

/// The W3C's checker of HTML, in `target/tools/`; it runs on Java. Gives the folder of npm packages it is in.
pub fn html_checker() -> Result<PathBuf> {
    let tools = top().join("target/tools");
    let modules = tools.join("node_modules");
    if !modules.join("vnu-jar").exists() {
        println!("Installing vnu-jar {HTML_CHECKER} into target/tools/ ...");
        let package = format!("vnu-jar@{HTML_CHECKER}");
        // Its own script would fetch a Java runtime from elsewhere.
        let mut npm = command("npm", &["install", "--ignore-scripts", "--no-save"]);
        npm.args(["--no-fund", "--no-audit", "--prefix"]);
        npm.arg(&tools).arg(package);
        run(npm)?;
    }
    Ok(modules)
}

/// Installs Debian packages as root on Debian; elsewhere fails with `by_hand`.
fn install(packages: &[&str], by_hand: &str) -> Result<()> {
    let is_root = output("id", &["-u"]).is_some_and(|id| id == "0");
    if !is_root || in_path("apt-get").is_none() {
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

fn apt_line(packages: &[&str]) -> String {
    let packages = packages.join(" ");
    format!("apt-get update && apt-get install -y --no-install-recommends {packages}")
}

/// Where a program lies on the PATH.
fn in_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let mut places = std::env::split_paths(&path).map(|folder| folder.join(program));
    places.find(|path| path.is_file())
}
