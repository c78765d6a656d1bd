//! Checking, without the typesetter: data, theme, and every printed character against the fonts.

use std::collections::BTreeSet;

use super::charts::outline_findings;
use super::identity::drawings;
use super::{Problems, THEME};
use crate::finding::{Finding, Place, Sources};
use crate::report::check;
use crate::report::load::Loaded;
use crate::report::texts::strings;
use crate::text;
use crate::theme::codes::UNREAD_TOKEN;
use crate::theme::{Theme, Unread, unread};
use crate::typeset::{Fonts, Layouts, covers, layout_coverage, text_coverage, theme_fonts};

/// What checking needs of a pipeline: all but the typesetter, so that both can work at once.
pub(super) struct Checker<'a> {
    pub(super) layouts: &'a Layouts,
    pub(super) fonts: &'a Fonts,
    pub(super) theme: &'a Theme,
    pub(super) theme_text: &'a str,
    /// What is wrong with the layouts' own words.
    pub(super) word_findings: &'a [Finding],
}

impl Checker<'_> {
    /// Everything to be said about data, theme and fonts.
    pub(super) fn check(&self, loaded: &Loaded) -> Problems {
        let (said, lacking) = match rayon::current_thread_index() {
            // Who is no thread of the pool can wait for another who checks the same: last.
            None => {
                let lacking = self.font_findings(loaded);
                (check::check(loaded), lacking)
            }
            Some(_) => rayon::join(|| check::check(loaded), || self.font_findings(loaded)),
        };
        let mut findings = loaded.findings.clone();
        findings.extend(said);
        findings.extend(self.palette(loaded));
        findings.extend(outline_findings(loaded));
        findings.extend(lacking);
        findings.extend_from_slice(self.word_findings);
        findings.extend(self.unread_tokens());
        if let Some(report) = &loaded.report {
            let unused = self.layouts.unused(&drawings(report));
            findings.extend(unused.unwrap_or_else(|finding| vec![finding]));
            findings.extend(self.identity_findings(loaded, report));
        }
        let sources = self.sources(loaded, &findings);
        Problems::of(findings, sources)
    }

    /// Tokens of the folder's theme that nothing reads.
    fn unread_tokens(&self) -> Vec<Finding> {
        if self.layouts.path().is_none() {
            return Vec::new();
        }
        let layouts = self.layouts.texts(".typ").unwrap_or_default();
        let base = Layouts::built_in().text(THEME).unwrap_or_default();
        let finding = |token: Unread| {
            let words = text!("token-unread", token = &token.name);
            let place = Place { file: THEME.into(), range: token.range, field: Some(token.name) };
            let finding = Finding::warning(UNREAD_TOKEN.code, words).at(place);
            match token.near {
                Some(near) => finding.hint(text!("token-unread-near", near = near)),
                None => finding.hint(text!("token-unread-hint")),
            }
        };
        unread(&base, self.theme_text, &layouts).into_iter().map(finding).collect()
    }

    /// The texts that findings point into: all of the data, and those of the layouts' that one of
    /// the findings names.
    pub(super) fn sources(&self, loaded: &Loaded, findings: &[Finding]) -> Sources {
        let mut sources = loaded.sources.clone();
        let named: BTreeSet<&str> = findings
            .iter()
            .flat_map(Finding::places)
            .map(|place| place.file.as_str())
            .filter(|file| sources.text(file).is_none())
            .collect();
        if named.contains(THEME) {
            sources.add_shown(THEME, self.layouts.name(THEME), self.theme_text);
        }
        if named.iter().any(|file| *file != THEME) {
            let files = self.layouts.all().unwrap_or_default().into_iter();
            for (file, text) in files.chain(self.layouts.word_files()) {
                sources.add(file, text);
            }
        }
        sources
    }

    /// Faces that are asked for and not there, faces that may not be embedded, and characters of
    /// the data and the layouts that have no glyph, each with its place.
    pub(super) fn font_findings(&self, loaded: &Loaded) -> Vec<Finding> {
        let asked = &self.theme.skrift;
        let mut findings = theme_fonts(self.fonts, asked);
        if self.fonts.family(&asked.familie).next().is_none() {
            return findings;
        }
        match self.layouts.all() {
            Ok(layouts) => findings.extend(layout_coverage(self.fonts, asked, &layouts)),
            Err(finding) => findings.push(finding),
        }
        if let Some(report) = loaded.report.as_ref().filter(|_| !self.covers_files(loaded)) {
            let texts = strings(report);
            let texts =
                texts.iter().map(|t| (t.words.as_str(), || loaded.place(&t.file, &t.field)));
            findings.extend(text_coverage(self.fonts, asked, texts));
        }
        findings
    }

    /// Whether the fonts have all characters of the data files. No field needs a look then. What a
    /// file only names (`\u00e6`, `\f`) is not seen here, so a file that does so does not count.
    fn covers_files(&self, loaded: &Loaded) -> bool {
        let names = loaded.sources.names();
        let texts: Vec<&str> = names.filter_map(|name| loaded.sources.text(name)).collect();
        let codes = ["\\u", "\\U", "\\x", "\\e", "\\b", "\\f"];
        let named = texts.iter().any(|text| codes.iter().any(|code| text.contains(code)));
        !named && covers(self.fonts, &self.theme.skrift, &texts)
    }
}
