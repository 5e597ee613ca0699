//! Runs other programs and reads and writes files, with errors that say which one failed and why.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The error is a message for the person at the terminal.
pub type Result<T> = std::result::Result<T, String>;

/// The top folder of the project.
pub fn top() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// A command that will run in the top folder.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(top());
    command
}

/// The path of a program from an npm package that is installed in `node_modules/`.
pub fn npm_tool(name: &str) -> String {
    let extension = if cfg!(windows) { ".cmd" } else { "" };
    let path = top().join(format!("node_modules/.bin/{name}{extension}"));
    path.to_string_lossy().into_owned()
}

/// The name of npm's program.
pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Runs a command. Fails if it cannot be run or exits with a code other than 0.
pub fn run(mut command: Command) -> Result<()> {
    let name = shown(&command);
    let status = command.status();
    let status = status.map_err(|error| format!("cannot run {name}: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{name} failed ({status})"))
    }
}

/// Runs a command and returns what it prints. Fails as [`run`] does.
pub fn captured(mut command: Command) -> Result<String> {
    let name = shown(&command);
    let output = command.stderr(std::process::Stdio::inherit()).output();
    let output = output.map_err(|error| format!("cannot run {name}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{name} failed ({})", output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| format!("{name}: {error}"))
}

/// What a command prints, without white space around it; `None` if it cannot be run or fails.
pub fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program, arguments).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

/// The content of a file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// The parsed JSON of a file.
pub fn read_json(path: &Path) -> Result<serde_json::Value> {
    serde_json::from_slice(&read(path)?)
        .map_err(|error| format!("{} is not JSON: {error}", path.display()))
}

/// Writes a file; makes its folder if that is missing.
pub fn write(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)
            .map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    }
    std::fs::write(path, content)
        .map_err(|error| format!("cannot write {}: {error}", path.display()))
}
