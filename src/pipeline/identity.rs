//! Data, theme and symbols held against each other, before anything is typeset.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::checker::Checker;
use crate::finding::{Finding, Place};
use crate::report::load::{self, Loaded};
use crate::report::model::{Blok, Indsats, Report};
use crate::text;
use crate::theme::{Colour, Rgb, Theme, check, codes};
use crate::words::Text;

/// Where the layouts keep their symbols, below their root.
const SYMBOLS: &str = "symboler/";
/// Where they keep the components of blocks of their own.
const COMPONENTS: &str = "komponenter/egne/";

/// The theme in the colours that the report gives its fagprincipper; the theme itself where it
/// gives none.
pub(crate) fn theme_of<'t>(theme: &'t Theme, report: &Report) -> Cow<'t, Theme> {
    let own = report.fagprincipper.iter().filter_map(|principle| {
        let colour = principle.farve.as_ref()?;
        let rgb: Rgb = colour.rgb.parse().ok()?;
        #[expect(clippy::cast_possible_truncation, reason = "a percentage")]
        let cmyk = colour.cmyk.map(|ink| ink as f32);
        Some((principle.nr.to_string(), Colour { rgb, cmyk }))
    });
    let own: BTreeMap<String, Colour> = own.collect();
    if own.is_empty() {
        return Cow::Borrowed(theme);
    }
    let numbers: Vec<u8> = report.fagprincipper.iter().map(|principle| principle.nr).collect();
    Cow::Owned(theme.with_principles(&numbers, own))
}

impl Checker<'_> {
    /// What is wrong with the colours: the theme's, and those that the data give instead.
    pub(super) fn palette(&self, loaded: &Loaded) -> Vec<Finding> {
        let report = loaded.report.as_deref();
        let theme = report.map(|report| theme_of(self.theme, report));
        let place = |name: &str, rgb: Rgb| {
            let nr = name.strip_prefix("fagprincip.").and_then(|nr| nr.parse().ok());
            let mut principles = report.into_iter().flat_map(|r| &r.fagprincipper);
            let own = principles.position(|p| Some(p.nr) == nr && p.farve.is_some());
            own.map_or_else(
                || check::place(self.theme_text, rgb, name),
                |n| loaded.place(load::FAGPRINCIPPER_FILE, &format!("fagprincip[{n}].farve")),
            )
        };
        match theme {
            Some(Cow::Owned(theme)) => {
                let mut findings = theme.colour_faults(&place);
                findings.extend(theme.check(&place));
                findings
            }
            _ => self.theme.check(&place),
        }
    }

    /// Fagprincipper without a colour, and symbols that are not there.
    pub(super) fn identity_findings(&self, loaded: &Loaded, report: &Report) -> Vec<Finding> {
        let mut findings = self.colours(loaded, report);
        match self.layouts.names() {
            Ok(names) => {
                let names = names.into_iter().collect();
                findings.extend(self.symbols(loaded, report, &names));
                findings.extend(self.components(loaded, report, &names));
            }
            Err(finding) => findings.push(finding),
        }
        findings
    }

    /// Blocks of the layouts' own kinds whose component is not there.
    fn components(
        &self,
        loaded: &Loaded,
        report: &Report,
        names: &BTreeSet<String>,
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (indsats, field, navn) in own_blocks(report) {
            let file = component(navn);
            let shown = match self.layouts.path() {
                Some(_) => self.layouts.name(&file),
                None => format!("layouts/{file}"),
            };
            let place = loaded.place(&load::indsats_file(&indsats.id), &format!("{field}.navn"));
            let mut tell = |words, hint| {
                let finding = Finding::error(codes::NO_COMPONENT.code, words);
                findings.push(finding.at(place.clone()).hint(hint).of(&indsats.id));
            };
            if !names.contains(&file) {
                let words = text!("component-missing", name = navn);
                tell(words, text!("component-missing-hint", file = shown));
            } else if !self.layouts.text(&file).is_ok_and(|text| defines_component(&text)) {
                let words = text!("component-empty", file = &shown);
                tell(words, text!("component-empty-hint"));
            }
        }
        findings
    }

    fn colours(&self, loaded: &Loaded, report: &Report) -> Vec<Finding> {
        let mut findings = Vec::new();
        let colours = &self.theme.farve;
        for (nr, principle) in report.fagprincipper.iter().enumerate() {
            let key = principle.nr.to_string();
            if principle.farve.is_none() && !colours.fagprincip.contains_key(&key) {
                let words = text!("colour-principle", nr = key, name = &principle.navn);
                let theme = self.layouts.name(super::THEME);
                let hint = text!("colour-principle-hint", theme = theme);
                let place = loaded.place(load::FAGPRINCIPPER_FILE, &format!("fagprincip[{nr}].nr"));
                let finding = Finding::warning(codes::NO_PRINCIPLE_COLOUR.code, words);
                findings.push(finding.at(place).hint(hint));
            }
        }
        findings
    }

    /// Why a drawing of the layouts folder cannot be set; the built-in ones can.
    fn faulty_drawing(&self, path: &str) -> Option<Text> {
        self.layouts.path()?;
        load::drawing_fault(self.layouts.text(path).ok()?.as_bytes())
    }

    fn symbols(&self, loaded: &Loaded, report: &Report, names: &BTreeSet<String>) -> Vec<Finding> {
        let finding = |(file, field, symbol): (&str, String, String)| {
            let path = self.layouts.name(&drawing(&symbol));
            Finding::error(codes::NO_SYMBOL.code, text!("symbol-missing", symbol = &symbol))
                .at(loaded.place(file, &field))
                .hint(text!("symbol-missing-hint", file = path, symbol = symbol))
        };
        let asked = symbols(report);
        let own = |symbol: &str| loaded.symbols.contains_key(symbol);
        let missing = asked.iter().filter(|(.., s)| !names.contains(&drawing(s)) && !own(s));
        let mut findings: Vec<Finding> = missing.cloned().map(finding).collect();
        for (file, field, symbol) in asked.iter().filter(|(.., s)| !own(s)) {
            let path = drawing(symbol);
            let Some(why) = self.faulty_drawing(&path) else { continue };
            let words = text!("load-picture", file = self.layouts.name(&path), why = why);
            let finding = Finding::error(codes::NO_SYMBOL.code, words);
            findings.push(finding.at(loaded.place(file, field)).hint(text!("picture-again")));
        }
        let unasked = loaded.symbols.keys().filter(|own| !asked.iter().any(|(.., s)| s == *own));
        for symbol in unasked {
            let place = Place { file: drawing(symbol), range: 0..0, field: None };
            let finding = Finding::warning(codes::STRAY_SYMBOL.code, text!("symbol-unasked"));
            let names = Text::list(asked.iter().map(|(.., symbol)| symbol));
            findings.push(finding.at(place).hint(text!("symbol-unasked-hint", names = names)));
        }
        findings
    }
}

/// The layouts' files that the data name, below the layouts' root.
pub(super) fn drawings(report: &Report) -> BTreeSet<String> {
    let symbols = symbols(report);
    let drawings = symbols.iter().map(|(.., symbol)| drawing(symbol));
    drawings.chain(own_blocks(report).map(|(.., navn)| component(navn))).collect()
}

/// The blocks that a component of the layouts' own draws: indsats, field, name of the component.
fn own_blocks(report: &Report) -> impl Iterator<Item = (&Indsats, String, &str)> {
    report.indsatser.iter().flat_map(|indsats| {
        indsats.blokke().filter_map(move |(field, blok)| match blok {
            Blok::Eget(eget) => Some((indsats, field, eget.navn.as_str())),
            _ => None,
        })
    })
}

/// The file of a component of the layouts' own.
fn component(name: &str) -> String {
    format!("{COMPONENTS}{name}.typ")
}

/// Whether a layout defines or passes on what is called `komponent`.
fn defines_component(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start();
        (line.starts_with("#let") || line.starts_with("#import")) && line.contains("komponent")
    })
}

fn drawing(symbol: &str) -> String {
    format!("{SYMBOLS}{symbol}.svg")
}

/// The symbols that the data name: file and field, and the name.
fn symbols(report: &Report) -> Vec<(&'static str, String, String)> {
    let mut asked = Vec::new();
    for (nr, principle) in report.fagprincipper.iter().enumerate() {
        let field = format!("fagprincip[{nr}].nr");
        asked.push((load::FAGPRINCIPPER_FILE, field, format!("fagprincip-{}", principle.nr)));
    }
    let rapport = &report.rapport;
    for (nr, spor) in rapport.introduktion.spor.iter().enumerate() {
        if let Some(symbol) = &spor.symbol {
            let field = format!("introduktion.spor[{nr}].symbol");
            asked.push((load::RAPPORT_FILE, field, symbol.clone()));
        }
    }
    for (nr, princip) in rapport.strategi.grundprincipper.iter().enumerate() {
        let field = format!("strategi.grundprincipper[{nr}].symbol");
        asked.push((load::RAPPORT_FILE, field, princip.symbol.clone()));
    }
    asked
}
