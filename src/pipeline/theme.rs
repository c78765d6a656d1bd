//! The theme of the layouts, held against the program's contract.

use super::Problems;
use crate::finding::{Finding, Place, Sources};
use crate::text;
use crate::theme::codes::{SAME_COLOUR, UNREAD_TOKEN, UNREADABLE};
use crate::theme::{FILE as THEME, Theme, Unread, Unusable, unread, unusable};
use crate::typeset::Layouts;
use crate::typeset::codes::CONTRACT as CONTRACT_CODE;
use crate::typeset::handover::CONTRACT;

/// Reads the theme that a layouts folder lays over the built-in one.
pub(super) fn read_theme(layouts: &Layouts, text: &str) -> Result<Theme, Problems> {
    let base = Layouts::built_in().text(THEME)?;
    let theme = Theme::parse_over(&base, text).and_then(|theme| {
        let mut findings = unusable_tokens(layouts, &base, text);
        findings.extend(of_contract(&theme, text));
        if findings.is_empty() { Ok(theme) } else { Err(findings) }
    });
    theme.map_err(|findings| {
        let mut sources = Sources::new();
        sources.add_shown(THEME, layouts.name(THEME), text);
        Problems::of(misspelt_roles(layouts, &base, text, findings), sources)
    })
}

/// Values that the layouts cannot use, of the tokens that only they read.
fn unusable_tokens(layouts: &Layouts, base: &str, text: &str) -> Vec<Finding> {
    if layouts.path().is_none() {
        return Vec::new();
    }
    let told = |token: Unusable| {
        let words = text!("theme-value", token = &token.name, why = token.why);
        let place = Place { file: THEME.to_owned(), range: token.range, field: Some(token.name) };
        Finding::error(UNREADABLE.code, words).at(place)
    };
    unusable(base, text).into_iter().map(told).collect()
}

/// The findings; of two colours that are the same, one being a misspelt role, it is told that nothing
/// reads it: the colour is the one that it should have replaced.
fn misspelt_roles(
    layouts: &Layouts,
    base: &str,
    text: &str,
    mut findings: Vec<Finding>,
) -> Vec<Finding> {
    if layouts.path().is_none() || !findings.iter().any(|f| f.code == SAME_COLOUR.code) {
        return findings;
    }
    let texts = layouts.texts(".typ").unwrap_or_default();
    let mut misspelt = unread(base, text, &texts);
    misspelt.retain(|token| token.near.is_some() && token.name.starts_with("farve."));
    if misspelt.is_empty() {
        return findings;
    }
    // Which of the two stands first is a matter of their order: both are told by the one mistake.
    findings.retain(|f| f.code != SAME_COLOUR.code);
    let told = |token: Unread| {
        let words = text!("token-unread", token = &token.name);
        let place = Place { file: THEME.to_owned(), range: token.range, field: Some(token.name) };
        let finding = Finding::error(UNREAD_TOKEN.code, words).at(place);
        match token.near {
            Some(near) => finding.hint(text!("token-unread-near", near = near)),
            None => finding,
        }
    };
    findings.extend(misspelt.into_iter().map(told));
    findings
}

/// What is wrong where the layouts are written for another contract than the program's.
fn of_contract(theme: &Theme, text: &str) -> Option<Finding> {
    if theme.kontrakt == CONTRACT {
        return None;
    }
    let line = text.lines().find(|line| line.trim_start().starts_with("kontrakt"));
    let range = line.and_then(|line| text.find(line).map(|at| at..at + line.len()));
    let place = Place {
        file: THEME.to_owned(),
        range: range.unwrap_or(0..0),
        field: Some("kontrakt".to_owned()),
    };
    let words = text!("contract-other", theirs = theme.kontrakt, ours = CONTRACT);
    let hint = text!("contract-other-hint", ours = CONTRACT);
    Some(Finding::error(CONTRACT_CODE.code, words).at(place).hint(hint))
}
