//! Data, theme and symbols held against each other, before anything is typeset.

use std::collections::BTreeSet;

use super::checker::Checker;
use crate::finding::Finding;
use crate::report::load::{self, Loaded};
use crate::report::model::Report;
use crate::text;
use crate::theme::codes;

/// Where the layouts keep their symbols, below their root.
const SYMBOLS: &str = "symboler/";

impl Checker<'_> {
    /// Fagprincipper without a colour, and symbols that are not there.
    pub(super) fn identity_findings(&self, loaded: &Loaded, report: &Report) -> Vec<Finding> {
        let mut findings = self.colours(loaded, report);
        match self.layouts.names() {
            Ok(names) => {
                findings.extend(self.symbols(loaded, report, &names.into_iter().collect()));
            }
            Err(finding) => findings.push(finding),
        }
        findings
    }

    fn colours(&self, loaded: &Loaded, report: &Report) -> Vec<Finding> {
        let mut findings = Vec::new();
        let colours = &self.theme.farve;
        for (nr, principle) in report.fagprincipper.iter().enumerate() {
            let key = principle.nr.to_string();
            if !colours.fagprincip.contains_key(&key) {
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

    fn symbols(&self, loaded: &Loaded, report: &Report, names: &BTreeSet<String>) -> Vec<Finding> {
        let finding = |(file, field, symbol): (&str, String, String)| {
            let path = self.layouts.name(&drawing(&symbol));
            Finding::error(codes::NO_SYMBOL.code, text!("symbol-missing", symbol = symbol))
                .at(loaded.place(file, &field))
                .hint(text!("symbol-missing-hint", file = path))
        };
        let missing = symbols(report).into_iter().filter(|(.., s)| !names.contains(&drawing(s)));
        missing.map(finding).collect()
    }
}

/// The layouts' files that the data name, below the layouts' root.
pub(super) fn drawings(report: &Report) -> BTreeSet<String> {
    symbols(report).iter().map(|(.., symbol)| drawing(symbol)).collect()
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
