//! The compilers for WebAssembly: which one this machine has, the options it gets, and what to
//! install if there is none.
//!
//! This file knows cargo and rustc. What happens to a compiled module is decided in `modules`.

use crate::run::{Result, command, output, top};
use crate::setup::{apt_line, in_path, install};
use std::path::{Path, PathBuf};
use std::process::Command;

const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-19"];
const CLIPPY: &[&str] = &["rust-web-clippy"];
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const LINKER: &str = "wasm-ld-19";
const TARGET: &str = "wasm32-unknown-unknown";

/// Options that make a module small. Less inlining and more sharing across crates make the reader's
/// module 6 % smaller (measured). Without loop strength reduction (`-disable-lsr`) it is another
/// 0.7 % smaller: that pass makes loops faster on other targets, and larger on this one.
const SMALL: [&str; 4] = [
    "-Zcross-crate-inline-threshold=always",
    "-Zshare-generics=no",
    "-Cllvm-args=--inline-threshold=10",
    "-Cllvm-args=-disable-lsr",
];

/// A compiler for WebAssembly, and which options it gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compiler {
    /// Debian's compiler. It also builds the standard library, without its messages: the smallest
    /// modules.
    Small,
    /// Debian's compiler with ordinary options. It makes what an ordinary rustup makes; for the
    /// tests.
    Ordinary,
    /// The installed compiler with its wasm32 target. Its modules are some kB larger.
    Target,
}

/// How a module is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// For readers: small, without names and panic messages.
    Release,
    /// For developers: quick to build, and a panic says where and why it happened.
    Debug,
}

/// A compiler and a profile: together, one way to build the package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The compiler.
    pub compiler: Compiler,
    /// The profile.
    pub profile: Profile,
}

impl Kind {
    /// The release build; `is_ordinary` asks for a compiler with ordinary options.
    pub fn find(is_ordinary: bool) -> Result<Self> {
        let compiler = Compiler::find(is_ordinary)?;
        let profile = Profile::Release;
        Ok(Self { compiler, profile })
    }

    /// The debug build, for developers.
    pub fn debug() -> Result<Self> {
        let compiler = Compiler::find(true)?;
        let profile = Profile::Debug;
        Ok(Self { compiler, profile })
    }

    /// Whether this build makes the small modules, so that the size gates apply.
    pub fn is_small(self) -> bool {
        self.compiler == Compiler::Small && self.profile == Profile::Release
    }

    /// Returns the `cargo build` command for `features`, and the path of the module that it writes.
    pub fn cargo_build(self, features: &str) -> (Command, PathBuf) {
        let profile = match self.profile {
            Profile::Release => "release",
            Profile::Debug => "debug",
        };
        let folder = self.compiler.folder().join(TARGET).join(profile);
        let command = self.compiler.cargo("build", features, self.profile);
        (command, folder.join("misconception_scorecard.wasm"))
    }
}

impl Compiler {
    /// Finds a compiler, or installs one; `is_ordinary` asks for one with ordinary options.
    pub fn find(is_ordinary: bool) -> Result<Self> {
        let debian = if is_ordinary {
            Self::Ordinary
        } else {
            Self::Small
        };
        if is_debian_compiler_here() {
            return Ok(debian);
        }
        if is_target_here() {
            if !is_ordinary {
                println!("Building with the installed {TARGET} target: some kB larger.");
            }
            return Ok(Self::Target);
        }
        install(PACKAGES, &by_hand())?;
        if is_debian_compiler_here() {
            Ok(debian)
        } else {
            Err("the packages were installed, yet no compiler with its source is there".into())
        }
    }

    /// The name used in folders below `target/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Ordinary => "ordinary",
            Self::Target => "target",
        }
    }

    /// The first line of `rustc --version`, or "unknown" if the compiler cannot be run.
    pub fn version(self) -> String {
        let rustc = if self == Self::Target {
            "rustc"
        } else {
            DEBIAN_RUSTC
        };
        output(rustc, &["--version"]).unwrap_or_else(|| "unknown".to_owned())
    }

    /// Where the standard library comes from, in words for `integrity.json`.
    pub fn library(self) -> &'static str {
        match self {
            Self::Small => "built for size, without messages",
            Self::Ordinary => "built",
            Self::Target => "of the installed target",
        }
    }

    /// The command `cargo SUBCOMMAND` for wasm32 with `features`.
    pub fn cargo(self, subcommand: &str, features: &str, profile: Profile) -> Command {
        let stack = match profile {
            Profile::Release => 65_536,
            // Unoptimised functions need a larger stack.
            Profile::Debug => 1_048_576,
        };
        let mut flags = vec![
            format!("-Clink-arg=-zstack-size={stack}"),
            // The glue keeps JavaScript values itself, without reference types: every engine can
            // run that, and so can the JavaScript fallback.
            "-Ctarget-feature=-reference-types,-multivalue".to_owned(),
        ];
        let is_small = self == Self::Small && profile == Profile::Release;
        let mut command = if self == Self::Target {
            command("cargo", &[subcommand])
        } else {
            let mut command = command(DEBIAN_CARGO, &[subcommand]);
            // Put /usr/bin first, so that a rustup on the same machine does not provide the
            // subcommand.
            let path = std::env::var("PATH").unwrap_or_default();
            command
                .env("PATH", format!("/usr/bin:{path}"))
                .env("CARGO", DEBIAN_CARGO)
                .env("RUSTC_BOOTSTRAP", "1")
                .env("RUSTC", DEBIAN_RUSTC)
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER)
                .args(["-Z", "build-std=std,panic_abort"]);
            command
        };
        if is_small {
            flags.extend(SMALL.map(str::to_owned));
            command
                .args(["-Z", "build-std-features=optimize_for_size"])
                .args(["-Z", "panic-immediate-abort"])
                .args(["--config", "profile.release.panic='immediate-abort'"]);
        } else {
            // A panic names its source file: make the path relative to the project, wherever the
            // project lies.
            flags.push(format!("--remap-path-prefix={}=.", top().display()));
        }
        // Cargo separates encoded flags by U+001F, which no folder's name contains.
        command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
        match profile {
            Profile::Release => command.arg("--release"),
            // Keep names, but drop the debug tables: they would make the module ten times as large.
            Profile::Debug => command
                .args(["--config", "profile.dev.debug=false"])
                .args(["--config", "profile.dev.opt-level=1"]),
        };
        command
            .env("CARGO_TARGET_DIR", self.folder())
            .args(["--locked", "--lib", "--target", TARGET])
            .args(["--no-default-features", "--features"])
            .arg(format!("module,{features}"));
        command
    }

    /// The folder that cargo builds in.
    fn folder(self) -> PathBuf {
        match self {
            Self::Small => top().join("target/wasm"),
            _ => top().join(format!("target/wasm-{}", self.name())),
        }
    }

    /// Finds clippy for this compiler, or installs it.
    pub fn find_clippy(self) -> Result<()> {
        if self == Self::Target || Path::new("/usr/bin/cargo-clippy").exists() {
            return Ok(());
        }
        let by_hand = format!("clippy for wasm32 is missing:\n\n  {}", apt_line(CLIPPY));
        install(CLIPPY, &by_hand)
    }
}

/// Instructions for installing a compiler by hand on this kind of machine.
fn by_hand() -> String {
    let is_rustup_here = in_path("rustup").is_some();
    let rustup = if is_rustup_here {
        format!("rustup target add {TARGET}")
    } else if cfg!(windows) {
        format!("winget install Rustlang.Rustup\n  rustup target add {TARGET}")
    } else if cfg!(target_os = "macos") {
        format!("brew install rustup && rustup default stable\n  rustup target add {TARGET}")
    } else {
        format!(
            "install rustup (https://rustup.rs; it needs no root)\n  rustup target add {TARGET}"
        )
    };
    let mut text = format!("a compiler for WebAssembly is missing. Without root:\n\n  {rustup}");
    if cfg!(target_os = "linux") {
        text = format!(
            "{text}\n\nOr, for the smallest modules, on Debian as root:\n\n  {}",
            apt_line(PACKAGES)
        );
    }
    text
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
        let library = Path::new(&sysroot).join("lib/rustlib").join(TARGET);
        library.join("lib").exists()
    })
}
