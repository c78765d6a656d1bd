//! The help in the words of the catalogue: `command-build` says what a command is, `option-build` has
//! an attribute for each of its arguments (`.since`), and `option-all` those that several commands
//! have alike.

use clap::{Arg, Command, CommandFactory};

use super::args::Args;
use crate::text;
use crate::words::{Text, Words};

/// Messages of arguments that several commands have alike.
const ALL: &str = "option-all";

/// The whole command line as it is told in the words' language.
pub(super) fn command(words: &Words) -> Command {
    let mut command = Args::command();
    // What all commands may be told, and the parser's own, is there only then.
    command.build();
    let foot = format!("{}\n\n{}", words.get("help-settings"), words.get("help-exit"));
    let about = words.get("help-about");
    let command = told(command, words, &[]);
    command.about(about).after_help(foot)
}

/// A command and all below it. `path`: from the program's name, which is not part of it.
fn told(command: Command, words: &Words, path: &[String]) -> Command {
    let about = match path {
        [] => None,
        [name] => Some(words.get(&format!("command-{name}"))),
        // The same for each command that has one.
        [.., name] if name == "help" => words.attribute(ALL, "subcommand"),
        [name, below, ..] => words.attribute(&format!("command-{name}"), below),
    };
    let heading = |named: &str| words.attribute("help-headings", named);
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        words.get("help-usage")
    );
    let mut command = command.help_template(template);
    if let Some(about) = about {
        command = command.about(about);
    }
    if let Some(commands) = heading("Commands") {
        command = command.subcommand_help_heading(commands);
    }
    if let Some(name) = words.attribute("help-values", "COMMAND") {
        command = command.subcommand_value_name(name);
    }
    command = command.mut_args(|arg| argument(arg, words, path.first()));
    command.mut_subcommands(|below| {
        let path: Vec<String> = path.iter().cloned().chain([below.get_name().to_owned()]).collect();
        told(below, words, &path)
    })
}

fn argument(arg: Arg, words: &Words, command: Option<&String>) -> Arg {
    let own = command.and_then(|c| words.attribute(&format!("option-{c}"), arg.get_id().as_str()));
    let Some(said) = own.or_else(|| words.attribute(ALL, arg.get_id().as_str())) else {
        return arg;
    };
    let usual = arg.get_help_heading().map(str::to_owned);
    let usual =
        usual.as_deref().unwrap_or(if arg.is_positional() { "Arguments" } else { "Options" });
    let heading = words.attribute("help-headings", usual);
    let said = format!("{said}{}{}", default(&arg, words), possible(&arg, words));
    let named = arg.get_value_names().map(|names| names.iter().map(|n| value(n, words)).collect());
    let named: Option<Vec<String>> = named.filter(|_| arg.get_action().takes_values());
    // Under a heading of its own, what is told by its place would stand by its name.
    let arg = match arg.get_index() {
        Some(place) => arg.display_order(place),
        None => arg,
    };
    let arg = match heading {
        Some(heading) => arg.help_heading(heading),
        None => arg,
    };
    let arg = arg.help(said).long_help(None);
    let arg = arg.hide_default_value(true).hide_possible_values(true);
    match named {
        Some(named) => arg.value_names(named),
        None => arg,
    }
}

/// What holds where the argument is not given, as far as the parser knows it.
fn default(arg: &Arg, words: &Words) -> String {
    let values: Vec<&str> = arg.get_default_values().iter().filter_map(|v| v.to_str()).collect();
    if values.is_empty() || !arg.get_action().takes_values() {
        return String::new();
    }
    format!(" {}", words.say(&text!("help-default", value = values.join(","))))
}

/// What can be given, where that is a choice.
fn possible(arg: &Arg, words: &Words) -> String {
    let values = arg.get_possible_values();
    let names =
        values.iter().filter(|v| !v.is_hide_set()).map(clap::builder::PossibleValue::get_name);
    let names: Vec<&str> = names.collect();
    if names.is_empty() || !arg.get_action().takes_values() {
        return String::new();
    }
    let names = Text::list(names);
    format!(" {}", words.say(&text!("help-possible", values = names)))
}

/// The name of a value, `DIR|REV`: each word of it by itself.
fn value(name: &str, words: &Words) -> String {
    let mut said = String::new();
    let mut rest = name;
    while let Some(from) = rest.find(|c: char| c.is_ascii_uppercase()) {
        let (before, word) = rest.split_at(from);
        let end = word.find(|c: char| !(c.is_ascii_uppercase() || c == '_')).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        said.push_str(before);
        said.push_str(&words.attribute("help-values", word).unwrap_or_else(|| word.to_owned()));
        rest = after;
    }
    said + rest
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::words::Language;

    /// Every command with its arguments, by its path.
    fn each(command: &Command, path: &str, see: &mut dyn FnMut(&str, &Command)) {
        see(path, command);
        for below in command.get_subcommands().filter(|c| c.get_name() != "help") {
            each(below, &format!("{path} {}", below.get_name()), see);
        }
    }

    const NOUNS: [&str; 4] = ["indsats", "forvaltning", "bydel", "fagprincip"];

    #[test]
    fn the_english_help_is_what_the_arguments_say_of_themselves() {
        let mut own = Args::command();
        own.build();
        let told = command(Words::built_in(Language::English));
        let mut said: Vec<String> = Vec::new();
        let plain = |text: Option<&clap::builder::StyledStr>| {
            text.map(ToString::to_string).unwrap_or_default().replace('\n', " ")
        };
        each(&told, "sats", &mut |path, command| {
            said.push(format!("{path}: {}", plain(command.get_about())));
            for arg in command.get_arguments() {
                said.push(format!("{path} {}: {}", arg.get_id(), plain(arg.get_help())));
            }
        });
        let mut missing: Vec<String> = Vec::new();
        each(&own, "sats", &mut |path, command| {
            let about = format!("{path}: {}", plain(command.get_about()));
            let about = about.trim_end_matches('.').to_owned();
            let mut all = vec![about];
            for arg in command
                .get_arguments()
                .filter(|a| !["help", "version"].contains(&a.get_id().as_str()))
            {
                all.push(format!("{path} {}: {}", arg.get_id(), plain(arg.get_help())));
            }
            // The report's nouns have English words there.
            all.retain(|own| !NOUNS.iter().any(|noun| own.contains(noun)));
            missing.extend(all.into_iter().filter(|own| !said.iter().any(|s| s.starts_with(own))));
        });
        assert_eq!(missing, [""; 0]);
    }

    #[test]
    fn everything_has_help_in_danish() {
        let danish = command(Words::built_in(Language::Danish));
        let english = command(Words::built_in(Language::English));
        let lines = |command: &Command| {
            let mut all = BTreeSet::new();
            each(command, "sats", &mut |path, command| {
                let about = command.get_about().map(ToString::to_string).unwrap_or_default();
                all.insert((path.to_owned(), about));
                for arg in command.get_arguments() {
                    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    all.insert((format!("{path} {}", arg.get_id()), help));
                }
            });
            all
        };
        let alike: Vec<_> = lines(&danish).intersection(&lines(&english)).cloned().collect();
        assert!(alike.is_empty(), "{alike:?}");
    }

    #[test]
    fn names_of_values_are_told_word_by_word() {
        let words = Words::built_in(Language::Danish);
        assert_eq!(value("CODE,CODE", words), "KODE,KODE");
        assert_eq!(value("FILE.pdf", words), "FIL.pdf");
        assert_eq!(value("DIR|REV", words), "MAPPE|REV");
    }
}
