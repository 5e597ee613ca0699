//! The compilers for WebAssembly: which one is here, what it is told, and what to install if there is none.
//!
//! Knows cargo and rustc; not what is made of a module.

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

/// How far rustc and LLVM inline: measured, 6 % off the reader's module. And loops as they are written: what LLVM makes of
/// their indices is faster on other machines, and larger here by 0.7 %.
const SMALL: [&str; 4] = [
    "-Zcross-crate-inline-threshold=always",
    "-Zshare-generics=no",
    "-Cllvm-args=--inline-threshold=10",
    "-Cllvm-args=-disable-lsr",
];

/// A compiler for WebAssembly, and what it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compiler {
    /// Debian's, which builds the standard library too and leaves out its texts: the small way.
    Small,
    /// Debian's, told nothing special: it makes what an ordinary rustup does. For the tests.
    Ordinary,
    /// The one at hand with its wasm32 target: some kB larger.
    Target,
}

/// How a module is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// For readers: small, without names and messages.
    Release,
    /// For whoever changes a line: soon there, and a panic says where and why.
    Debug,
}

/// A way to build the package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// With which compiler.
    pub compiler: Compiler,
    /// For whom.
    pub profile: Profile,
}

impl Kind {
    /// The way for readers; `is_ordinary`: with a compiler that is told nothing special.
    pub fn find(is_ordinary: bool) -> Result<Self> {
        let compiler = Compiler::find(is_ordinary)?;
        let profile = Profile::Release;
        Ok(Self { compiler, profile })
    }

    /// The way for whoever changes a line.
    pub fn debug() -> Result<Self> {
        let compiler = Compiler::find(true)?;
        let profile = Profile::Debug;
        Ok(Self { compiler, profile })
    }

    /// Whether what it builds is small enough to be measured against the gates.
    pub fn is_small(self) -> bool {
        self.compiler == Compiler::Small && self.profile == Profile::Release
    }

    /// `cargo build` with `features`, and where it leaves the module.
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
    /// Finds a compiler, or installs one; `is_ordinary`: one that is told nothing special.
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

    /// Its name among the folders in `target/`, and in what is kept of a build.
    pub fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Ordinary => "ordinary",
            Self::Target => "target",
        }
    }

    /// What it says its version is.
    pub fn version(self) -> String {
        let rustc = if self == Self::Target {
            "rustc"
        } else {
            DEBIAN_RUSTC
        };
        output(rustc, &["--version"]).unwrap_or_else(|| "unknown".to_owned())
    }

    /// Where its standard library comes from.
    pub fn library(self) -> &'static str {
        match self {
            Self::Small => "built for size, without messages",
            Self::Ordinary => "built",
            Self::Target => "of the installed target",
        }
    }

    /// `cargo SUBCOMMAND` for wasm32 with `features`.
    pub fn cargo(self, subcommand: &str, features: &str, profile: Profile) -> Command {
        let stack = match profile {
            Profile::Release => 65_536,
            // Functions that are not optimised take more.
            Profile::Debug => 1_048_576,
        };
        let mut flags = vec![
            format!("-Clink-arg=-zstack-size={stack}"),
            // Values of JavaScript are held in the glue: what every engine can do, and JavaScript without WebAssembly too.
            "-Ctarget-feature=-reference-types,-multivalue".to_owned(),
        ];
        let is_small = self == Self::Small && profile == Profile::Release;
        let mut command = if self == Self::Target {
            command("cargo", &[subcommand])
        } else {
            let mut command = command(DEBIAN_CARGO, &[subcommand]);
            // A rustup of the same machine must not step in for a subcommand.
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
            // A panic names its file: as it is called in the project, wherever that lies.
            flags.push(format!("--remap-path-prefix={}=.", top().display()));
        }
        // Between flags stands what no folder's name has.
        command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
        match profile {
            Profile::Release => command.arg("--release"),
            // Names stay; the tables of debuggers would make it ten times as large.
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

/// What somebody installs by hand, by the machine they are at.
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
