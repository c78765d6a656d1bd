//! The words of a layouts folder, held against the built-in ones.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{self, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::parser::{ErrorKind, ParserError};

use super::{Catalogue, LAYOUTS, Text, Words};
use crate::text;

/// A file of words in a layouts folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverlayFile {
    /// As the user knows it.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// What is wrong in such a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file's name.
    pub file: String,
    /// Where in its text, in bytes.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: Text,
    /// What to do.
    pub hint: Text,
}

/// What the built-in words have, by name.
struct Known<'a> {
    messages: BTreeMap<&'a str, BTreeSet<&'a str>>,
    terms: BTreeMap<&'a str, &'a ast::Term<&'a str>>,
    /// Whether a layout names a message.
    named: &'a dyn Fn(&str) -> bool,
}

pub(super) fn read(
    built_in: &Words,
    files: &[OverlayFile],
    named: &dyn Fn(&str) -> bool,
) -> (Vec<Catalogue>, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut catalogues = Vec::new();
    for file in files {
        let topic = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
        let topic = topic.strip_suffix(".ftl").unwrap_or(topic).to_owned();
        let resource = match FluentResource::try_new(file.text.clone()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                faults.extend(errors.iter().map(|error| syntax(file, error)));
                resource
            }
        };
        catalogues.push(Catalogue { topic, resource: Arc::new(resource) });
    }
    let known = Known::of(&built_in.catalogues, named);
    let own: Vec<&str> =
        catalogues.iter().flat_map(|c| terms(&c.resource)).map(|t| t.id.name).collect();
    let mut used = Named::default();
    catalogues.iter().for_each(|catalogue| used.resource(&catalogue.resource));
    for (file, catalogue) in files.iter().zip(&catalogues) {
        faults.extend(known.judge(file, catalogue, (&own, &used.terms)));
    }
    (catalogues, faults)
}

fn terms(resource: &FluentResource) -> impl Iterator<Item = &ast::Term<&str>> {
    resource.entries().filter_map(|entry| match entry {
        ast::Entry::Term(term) => Some(term),
        _ => None,
    })
}

fn messages(resource: &FluentResource) -> impl Iterator<Item = &ast::Message<&str>> {
    resource.entries().filter_map(|entry| match entry {
        ast::Entry::Message(message) => Some(message),
        _ => None,
    })
}

impl<'a> Known<'a> {
    fn of(catalogues: &'a [Catalogue], named: &'a dyn Fn(&str) -> bool) -> Self {
        let resources = || catalogues.iter().map(|catalogue| catalogue.resource.as_ref());
        Self {
            messages: resources()
                .flat_map(messages)
                .map(|message| (message.id.name, variables(message)))
                .collect(),
            terms: resources().flat_map(terms).map(|term| (term.id.name, term)).collect(),
            named,
        }
    }

    fn judge(
        &self,
        file: &OverlayFile,
        catalogue: &Catalogue,
        (own, used): (&[&str], &BTreeSet<&str>),
    ) -> Vec<Fault> {
        let resource = catalogue.resource.as_ref();
        let mut named = Named::default();
        named.resource(resource);
        let unknown = named
            .terms
            .into_iter()
            .filter(|term| !self.terms.contains_key(term) && !own.contains(term))
            .map(|term| {
                let terms = Text::list(self.terms.keys().map(|term| format!("-{term}")));
                let hint = text!("words-no-term-hint", terms = terms);
                (term, text!("words-no-term", term = term), hint)
            });
        terms(resource)
            .flat_map(|term| self.term(term, used))
            .chain(messages(resource).flat_map(|message| self.message(message, &catalogue.topic)))
            .chain(unknown)
            .map(|(word, message, hint)| Fault {
                file: file.name.clone(),
                range: place(resource.source(), word),
                message,
                hint,
            })
            .collect()
    }

    fn term<'b>(
        &self,
        own: &ast::Term<&'b str>,
        used: &BTreeSet<&str>,
    ) -> Vec<(&'b str, Text, Text)> {
        let name = own.id.name;
        let Some(built_in) = self.terms.get(name) else {
            // A word of the folder's own is named by one of its texts; else a known one was meant.
            let near = |known: &&&str| strsim::damerau_levenshtein(known, name);
            let near = self.terms.keys().min_by_key(near).copied().unwrap_or_default();
            let hint = text!("words-unknown-hint", near = format!("-{near}"));
            let told = (name, text!("words-unknown", id = format!("-{name}")), hint);
            return if used.contains(name) { Vec::new() } else { vec![told] };
        };
        missing_forms(built_in, own)
            .into_iter()
            .map(|form| {
                let message = text!("words-term-form", term = name, form = &form);
                let hint = match form.strip_prefix('.') {
                    Some(_) => text!("words-term-attribute-hint", form = &form),
                    None => text!("words-term-form-hint", form = &form),
                };
                (name, message, hint)
            })
            .collect()
    }

    fn message<'b>(&self, own: &ast::Message<&'b str>, topic: &str) -> Vec<(&'b str, Text, Text)> {
        let id = own.id.name;
        let one = |message, hint| vec![(id, message, hint)];
        match self.messages.get(id) {
            Some(known) => variables(own)
                .into_iter()
                .filter(|name| !known.contains(name))
                .map(|name| (name, text!("words-value", id = id, name = name), values_hint(known)))
                .collect(),
            None if self.terms.contains_key(id) => {
                one(text!("words-dash", id = id), text!("words-dash-hint", id = id))
            }
            // A layout of the folder's own may have words of its own.
            None if topic == LAYOUTS && (self.named)(id) => Vec::new(),
            None => one(text!("words-unknown", id = id), self.nearest(id)),
        }
    }

    fn nearest(&self, id: &str) -> Text {
        let near = self.messages.keys().min_by_key(|known| strsim::damerau_levenshtein(known, id));
        text!("words-unknown-hint", near = near.copied().unwrap_or_default())
    }
}

fn values_hint(known: &BTreeSet<&str>) -> Text {
    if known.is_empty() {
        return text!("words-no-values-hint");
    }
    text!("words-values-hint", names = Text::list(known.iter().map(|name| format!("${name}"))))
}

/// Where a part of a text stands in it; `part` must be a slice of `text`.
fn place(text: &str, part: &str) -> Range<usize> {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    if start > text.len() { 0..0 } else { start..start + part.len() }
}

fn syntax(file: &OverlayFile, error: &ParserError) -> Fault {
    let hint = match &error.kind {
        ErrorKind::MissingDefaultVariant => text!("words-syntax-default"),
        ErrorKind::ExpectedMessageField { entry_id }
        | ErrorKind::ExpectedTermField { entry_id } => {
            text!("words-syntax-empty", id = entry_id)
        }
        ErrorKind::UnterminatedStringLiteral => text!("words-syntax-string"),
        ErrorKind::UnbalancedClosingBrace | ErrorKind::ExpectedToken('}') => {
            text!("words-syntax-brace")
        }
        _ => text!("words-syntax-hint"),
    };
    Fault {
        file: file.name.clone(),
        range: error.pos.clone(),
        message: text!("words-syntax"),
        hint,
    }
}

/// Forms and attributes that the built-in term has and this one lacks.
fn missing_forms(built_in: &ast::Term<&str>, own: &ast::Term<&str>) -> Vec<String> {
    let attributes = |term: &ast::Term<&str>| -> BTreeSet<String> {
        term.attributes.iter().map(|a| format!(".{}", a.id.name)).collect()
    };
    let forms = |term: &ast::Term<&str>| -> BTreeSet<String> {
        let mut named = Named::default();
        named.pattern(&term.value);
        named.variants.into_iter().map(str::to_owned).chain(attributes(term)).collect()
    };
    forms(built_in).difference(&forms(own)).cloned().collect()
}

/// The values that a message takes, of all its attributes too.
pub(super) fn variables<'a>(message: &ast::Message<&'a str>) -> BTreeSet<&'a str> {
    let mut named = Named::default();
    message.value.iter().for_each(|value| named.pattern(value));
    message.attributes.iter().for_each(|attribute| named.pattern(&attribute.value));
    named.variables
}

/// What an entry names.
#[derive(Default)]
pub(super) struct Named<'a> {
    pub(super) variables: BTreeSet<&'a str>,
    pub(super) terms: BTreeSet<&'a str>,
    pub(super) messages: BTreeSet<&'a str>,
    variants: BTreeSet<&'a str>,
}

impl<'a> Named<'a> {
    pub(super) fn resource(&mut self, resource: &'a FluentResource) {
        for message in messages(resource) {
            message.value.iter().for_each(|value| self.pattern(value));
            message.attributes.iter().for_each(|attribute| self.pattern(&attribute.value));
        }
        for term in terms(resource) {
            self.pattern(&term.value);
            term.attributes.iter().for_each(|attribute| self.pattern(&attribute.value));
        }
    }

    fn pattern(&mut self, pattern: &ast::Pattern<&'a str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'a str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    if let VariantKey::Identifier { name } = variant.key {
                        self.variants.insert(name);
                    }
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'a str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name);
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.terms.insert(id.name);
                arguments.iter().for_each(|arguments| self.arguments(arguments));
            }
            InlineExpression::MessageReference { id, .. } => {
                self.messages.insert(id.name);
            }
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn arguments(&mut self, arguments: &ast::CallArguments<&'a str>) {
        arguments.positional.iter().for_each(|value| self.inline(value));
        arguments.named.iter().for_each(|named| self.inline(&named.value));
    }
}
