//! What the program was asked for.

use std::ffi::OsString;
use std::path::PathBuf;

/// What to do.
pub enum Wish {
    /// Open the window on a library.
    Window { library: Option<PathBuf> },
    /// Run one command and print its result.
    Call { name: String, args: Option<String>, library: Option<PathBuf> },
    /// Print the list of commands.
    Commands,
    /// Print how the program is used.
    Help,
}

/// How the program is used.
pub const USAGE: &str = "sentei [--library DIR]                    open the window
sentei call NAME [JSON] [--library DIR]   run one command, print its result as JSON
sentei commands                           list the commands and their arguments";

/// Reads the arguments.
///
/// # Errors
/// A sentence where they are not understood.
pub fn read(args: impl Iterator<Item = OsString>) -> Result<Wish, String> {
    let mut words = Vec::new();
    let mut library = None;
    let mut args = args;
    while let Some(arg) = args.next() {
        match arg.to_str() {
            Some("--library") => match args.next() {
                Some(folder) if !folder.is_empty() => library = Some(PathBuf::from(folder)),
                _ => return Err(format!("--library needs a folder.\n{USAGE}")),
            },
            Some("--help" | "-h") => return Ok(Wish::Help),
            Some(word) => words.push(word.to_owned()),
            None => return Err(format!("An argument is not text.\n{USAGE}")),
        }
    }
    let mut words = words.into_iter();
    match (words.next().as_deref(), words.next(), words.next(), words.next()) {
        (None, ..) => Ok(Wish::Window { library }),
        (Some("commands"), None, ..) => Ok(Wish::Commands),
        (Some("call"), Some(name), args, None) => Ok(Wish::Call { name, args, library }),
        (Some(word), ..) => Err(format!("«{word}» is not understood here.\n{USAGE}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &[&str]) -> Result<Wish, String> {
        read(words.iter().map(OsString::from))
    }

    #[test]
    fn arguments_come_in_any_order() {
        let wish = of(&["--library", "/x", "call", "home", "{}"]);
        assert!(matches!(wish, Ok(Wish::Call { name, args: Some(_), library: Some(_) }) if name == "home"));
        assert!(matches!(
            of(&["call", "home", "--library", "/x"]),
            Ok(Wish::Call { args: None, library: Some(_), .. })
        ));
        assert!(matches!(of(&[]), Ok(Wish::Window { library: None })));
    }

    #[test]
    fn what_is_not_understood_is_said() {
        for words in [&["open"][..], &["call"], &["--library"], &["call", "a", "{}", "more"]] {
            assert!(of(words).is_err_and(|sentence| sentence.contains("sentei call")), "{words:?}");
        }
    }
}
