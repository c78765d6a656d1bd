//! The catalogue: every word that a reader or an editor sees, in Project Fluent files.
//!
//! # How to add a word
//!
//! 1. Write the message in `layouts/ord/da/<topic>.ftl`, then in `layouts/ord/en/<topic>.ftl`:
//!
//!    ```text
//!    rows-differ = rækken har { $got ->
//!        [one] én celle
//!       *[other] { $got } celler
//!    }, tabellen har { $want } kolonner
//!    ```
//!
//! 2. Make it where the fact is seen, `text!("rows-differ", got = cells, want = columns)`, and hand
//!    it on: [`Finding`](crate::finding::Finding) takes it as message, hint and words of a place.
//!    What goes on a page is said at once with the report's words: `words.say(&text!(…))`.
//! 3. A word that only a layout writes goes into `layouts.ftl`, nothing else: layouts find it as
//!    `ord.<id>` (`base/theme.typ`), with attributes as `ord.<id>.<attribute>`. A value that only
//!    the layout knows is filled in there: `fyld(ord.side_af, nr: 3)`.
//! 4. Title and explanation of a finding's code are a message with the code's name:
//!    `D010 = …` with `.explain = …`.
//!
//! Rules: a line break in a catalogue is a space. Nouns of the report's domain are terms with
//! their forms, `{ -indsats(form: "flertal") }` (`terms.ftl`); at the start of a sentence
//! `{ CAP(-indsats(form: "bestemt")) }`. Whole numbers are given as numbers, so that the language
//! chooses their form and their plural; years, lines and pages as [`plain`]. A test tells messages
//! that no code uses, that one language lacks, or whose values differ.
//!
//! A layouts folder may hold `ord/<language>/*.ftl` with any messages and terms: they replace the
//! built-in ones, and what is not there stays built in ([`Words::with`]).

mod number;
mod overlay;
mod system;
#[cfg(test)]
mod tests;
mod text;
mod toml;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use include_dir::{Dir, include_dir};
use serde_json::{Map, Value};
use unic_langid::LanguageIdentifier;

pub use overlay::{Fault, OverlayFile};
pub use system::system;
pub use text::{Arg, Joint, Number, Text, plain};
pub use toml::toml_fault;

static CATALOGUES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/layouts/ord");

/// The file whose words go to the layouts.
const LAYOUTS: &str = "layouts";
/// The file whose words go to the preview's page.
const PREVIEW: &str = "preview";

/// A language that the catalogue is written in.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Default,
    clap::ValueEnum,
    serde::Deserialize,
    schemars::JsonSchema,
)]
pub enum Language {
    /// Danish.
    #[default]
    #[value(name = "da")]
    #[serde(rename = "da")]
    Danish,
    /// English.
    #[value(name = "en")]
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Danish, Self::English];

    /// Its code, which is the name of its folder below `ord/`: `da`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }

    fn id(self) -> LanguageIdentifier {
        // No code of a language here is too long or has a sign that no language has.
        self.code().parse().unwrap_or_default()
    }
}

/// One file of a catalogue.
#[derive(Clone)]
struct Catalogue {
    /// Name without folder and ending: `layouts`.
    topic: String,
    resource: Arc<FluentResource>,
}

/// The words of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<Arc<FluentResource>>,
    catalogues: Vec<Catalogue>,
    /// Whether a layouts folder has words of its own.
    overlaid: bool,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

static DANISH: LazyLock<Arc<Words>> = LazyLock::new(|| Arc::new(read(Language::Danish)));
static ENGLISH: LazyLock<Arc<Words>> = LazyLock::new(|| Arc::new(read(Language::English)));

fn read(language: Language) -> Words {
    let files = CATALOGUES.get_dir(language.code()).into_iter().flat_map(Dir::files);
    let catalogues = files
        .filter_map(|file| {
            let topic = file.path().file_stem()?.to_str()?.to_owned();
            // What is built in has been read by a test; a faulty entry would be left out.
            let resource = match FluentResource::try_new(file.contents_utf8()?.to_owned()) {
                Ok(resource) | Err((resource, _)) => Arc::new(resource),
            };
            Some(Catalogue { topic, resource })
        })
        .collect();
    Words::of(language, catalogues, &[])
}

impl Words {
    /// The words that are built in.
    #[must_use]
    pub fn built_in(language: Language) -> &'static Arc<Self> {
        match language {
            Language::Danish => &DANISH,
            Language::English => &ENGLISH,
        }
    }

    /// The Danish words that are built in.
    #[must_use]
    pub fn danish() -> &'static Self {
        &DANISH
    }

    /// The built-in words with those of a layouts folder before them, and what is wrong in its
    /// files. Where an entry is faulty the built-in one holds. `named` tells whether a layout names a
    /// message that is not built in.
    #[must_use]
    pub fn with(
        language: Language,
        files: &[OverlayFile],
        named: &dyn Fn(&str) -> bool,
    ) -> (Arc<Self>, Vec<Fault>) {
        let built_in = Self::built_in(language);
        if files.is_empty() {
            return (Arc::clone(built_in), Vec::new());
        }
        let (overlay, faults) = overlay::read(built_in, files, named);
        (Arc::new(Self::of(language, built_in.catalogues.clone(), &overlay)), faults)
    }

    fn of(language: Language, mut catalogues: Vec<Catalogue>, overlay: &[Catalogue]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.id()]);
        bundle.set_use_isolating(false);
        bundle.set_transform(Some(one_line));
        bundle.set_formatter(Some(match language {
            Language::Danish => number::danish,
            Language::English => number::english,
        }));
        // Fails only where a function of the name is there already.
        let _ = bundle.add_function("CAP", |values, _| match values {
            [FluentValue::String(text)] => FluentValue::from(capitalised(text)),
            _ => FluentValue::Error,
        });
        for catalogue in &catalogues {
            // Two entries of one name are found by a test.
            let _ = bundle.add_resource(Arc::clone(&catalogue.resource));
        }
        for catalogue in overlay {
            bundle.add_resource_overriding(Arc::clone(&catalogue.resource));
        }
        let overlaid = !overlay.is_empty();
        catalogues.extend(overlay.iter().cloned());
        Self { language, bundle, catalogues, overlaid }
    }

    /// Its language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Says a text.
    #[must_use]
    pub fn say(&self, text: &Text) -> String {
        match text {
            Text::Literal(text) => text.clone(),
            Text::Message { id, args } => self.message(id, None, &self.values(args)),
            Text::List(items, joint) => self.list(items, *joint),
        }
    }

    /// Says a message that has no values.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        self.message(id, None, &FluentArgs::new())
    }

    /// Says an attribute of a message: the `explain` of `D010`. None where it has none.
    #[must_use]
    pub fn attribute(&self, id: &str, attribute: &str) -> Option<String> {
        self.format(id, Some(attribute), &FluentArgs::new())
    }

    fn message(&self, id: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> String {
        if let Some(said) = self.format(id, attribute, args) {
            return said;
        }
        let built_in = Self::built_in(self.language);
        let said = if self.overlaid { built_in.format(id, attribute, args) } else { None };
        // A message that nobody wrote is found by a test; its id still tells something.
        said.unwrap_or_else(|| format!("{{{id}}}"))
    }

    fn format(&self, id: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        (errors.is_empty() || !self.overlaid).then(|| said.into_owned())
    }

    fn values(&self, args: &[(&'static str, Arg)]) -> FluentArgs<'static> {
        args.iter()
            .map(|(name, arg)| {
                let value = match arg {
                    Arg::Text(text) => FluentValue::from(self.say(text)),
                    Arg::Number(number) => number::value(*number, self.language),
                };
                (*name, value)
            })
            .collect()
    }

    fn list(&self, items: &[Text], joint: Joint) -> String {
        let said: Vec<String> = items.iter().map(|item| self.say(item)).collect();
        let id = match joint {
            Joint::Comma => return said.join(", "),
            Joint::And => "list-and",
            Joint::Or => "list-or",
        };
        match said.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                let mut args = FluentArgs::new();
                args.set("first", first.join(", "));
                args.set("last", last.clone());
                self.message(id, None, &args)
            }
        }
    }

    /// The words that the layouts write: those of `layouts.ftl`, and whatever else a layouts
    /// folder has there. A value that only the layout knows is left as its name in braces.
    #[must_use]
    pub fn of_layouts(&self) -> Value {
        Value::Object(self.of_topic(LAYOUTS))
    }

    /// The words that the preview's page says, in the same form.
    #[must_use]
    pub fn of_preview(&self) -> Map<String, Value> {
        self.of_topic(PREVIEW)
    }

    fn of_topic(&self, topic: &str) -> Map<String, Value> {
        let mut words = Map::new();
        let files = self.catalogues.iter().filter(|catalogue| catalogue.topic == topic);
        let messages = files.flat_map(|catalogue| catalogue.resource.entries());
        for entry in messages {
            let ast::Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            let variables = overlay::variables(message);
            if message.value.is_some() {
                words.extend(self.of_number(id, None, &variables));
            } else {
                let attributes = message.attributes.iter();
                let all = attributes.flat_map(|a| self.of_number(id, Some(a.id.name), &variables));
                words.insert(id.to_owned(), Value::Object(all.collect()));
            }
        }
        words
    }

    /// A word by its name. Where it is another one for a single thing, and only the layout knows how
    /// many there are, that one too, by the name with `_en` after it.
    fn of_number(
        &self,
        id: &str,
        attribute: Option<&str>,
        variables: &BTreeSet<&str>,
    ) -> Vec<(String, Value)> {
        let said = |single: Option<&str>| {
            let value = |name: &str| match single == Some(name) {
                true => FluentValue::from(1),
                false => FluentValue::from(format!("{{{name}}}")),
            };
            let args = variables.iter().map(|name| (*name, value(name))).collect();
            self.message(id, attribute, &args)
        };
        let name = attribute.unwrap_or(id);
        let several = said(None);
        let single = variables.iter().find_map(|variable| {
            let one = said(Some(variable));
            let same = one == several.replace(&format!("{{{variable}}}"), "1");
            (!same).then(|| (format!("{name}_en"), Value::String(one)))
        });
        std::iter::once((name.to_owned(), Value::String(several))).chain(single).collect()
    }
}

/// A line break in a catalogue is a space.
fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { Cow::Owned(text.replace('\n', " ")) } else { Cow::Borrowed(text) }
}

/// With a capital letter first.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
