//! The overview row against the spread: names, forvaltning, since when.

use super::texts::Section;
use super::tokens::Token;
use super::{Context, codes};
use crate::finding::Finding;
use crate::text;
use crate::words::{Text, plain};

/// The name in the overview and the one on the spread.
pub(crate) fn names(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        let form = |s: &str| -> String {
            s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        let (overblik, opslag) = (&i.overblik.navn, &i.navn);
        if form(overblik) == form(opslag) {
            continue;
        }
        let ord = |s: &'_ str| -> Vec<String> {
            s.to_lowercase().split_whitespace().map(str::to_owned).collect()
        };
        let (a, b) = (ord(overblik), ord(opslag));
        let different: Vec<(&String, &String)> = a.iter().zip(&b).filter(|(x, y)| x != y).collect();
        let nearly = match different.as_slice() {
            [(x, y)] if a.len() == b.len() => strsim::levenshtein(x, y) <= 2,
            _ => false,
        };
        let message = text!("names-differ", overview = overblik, spread = opslag);
        let f = if nearly {
            c.warn(codes::NAMES, i, "overblik.navn", message).hint(text!("names-misspelt"))
        } else {
            c.note(codes::NAMES, i, "overblik.navn", message).hint(text!("names-differ-hint"))
        };
        findings.push(f.related(c.sted(i, "navn"), text!("names-here")));
    }
}

/// The overview's forvaltning against those of the spread, and those that the prose says pay.
pub(crate) fn forvaltninger(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        let kode = &i.overblik.forvaltning;
        if i.forvaltninger.as_slice() != std::slice::from_ref(kode) {
            let spread = Text::all_of(&i.forvaltninger);
            let words = text!("payers-differ", overview = kode, spread = spread);
            findings.push(
                c.warn(codes::FORVALTNINGER, i, "overblik.forvaltning", words)
                    .related(c.sted(i, "forvaltninger"), text!("payers-here"))
                    .hint(text!("payers-hint", id = &i.id)),
            );
        }
        for t in c.texts_at(nr, Section::Description) {
            for s in t.sentences().filter(|s| pays(s)) {
                for f in &c.report.forvaltninger {
                    let last = f.navn.split_whitespace().next_back().unwrap_or_default();
                    let mentioned = s.iter().any(|t| t.lower == last.to_lowercase());
                    if mentioned && !i.forvaltninger.contains(&f.kode) {
                        let codes = Text::list(&i.forvaltninger);
                        let words = text!("payer-unlisted", name = &f.navn, codes = codes);
                        findings.push(
                            c.warn_text(codes::PAYS, t, words).hint(text!("payer-unlisted-hint")),
                        );
                    }
                }
            }
        }
    }
}

/// True for a sentence about who pays.
fn pays(s: &[Token]) -> bool {
    s.iter().any(|t| {
        ["finansier", "bevilling", "betaler", "pengene"].iter().any(|o| t.lower.starts_with(o))
    })
}

/// The first `siden ÅÅÅÅ` of the description against the field.
pub(crate) fn since(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        let mentioned = c
            .texts_at(nr, Section::Description)
            .find_map(|t| t.sentences().find_map(|s| siden(s)).map(|aar| (t, aar)));
        let Some((t, aar)) = mentioned else { continue };
        let field = i.siden.as_ref().map(|s| s.aar());
        if field != Some(aar) {
            let word = match field {
                Some(field) => text!("since-differs", said = plain(aar), field = plain(field)),
                None => text!("since-missing", said = plain(aar)),
            };
            findings.push(
                c.warn_text(codes::SINCE, t, word)
                    .related(c.sted(i, "siden"), text!("since-here"))
                    .hint(text!("since-hint")),
            );
        }
    }
}

/// The year of `siden 2011`, also with a word or two between: `siden efteråret 2020`.
pub(crate) fn siden(s: &[Token]) -> Option<i32> {
    let n = s.iter().position(|t| t.lower == "siden")?;
    s.get(n + 1..)?.iter().take(2).find_map(Token::aar)
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::TestReport;

    fn navne(overblik: &str, opslag: &str) -> TestReport {
        TestReport { overview_name: overblik.into(), navn: opslag.into(), ..TestReport::default() }
    }

    #[test]
    fn two_names_are_told_and_two_spellings_are_a_warning() {
        assert!(navne("NY START", "Ny Start").told("D161").is_empty());
        assert_eq!(navne("Din Betjent", "Din Betjent samarbejdet").told("D161").len(), 1);
        let f = navne("Job til dømte", "Job til dømt").findings();
        let f = f.iter().find(|f| f.code == "D161").expect("a finding");
        assert_eq!(f.severity, crate::finding::Severity::Warning);
    }

    #[test]
    fn the_overviews_forvaltning_is_the_spreads() {
        let r = |codes: &str| TestReport { forvaltninger: codes.into(), ..TestReport::default() };
        assert!(r(r#"["SOF"]"#).told("D162").is_empty());
        let f = r(r#"["SOF", "BIF"]"#).told("D162");
        assert!(f.len() == 1 && f[0].contains("SOF og BIF"), "{f:?}");
        let all = r(r#"["SOF", "BIF"]"#).findings();
        let hints = all.iter().filter(|f| f.code == "D162").flat_map(|f| &f.hints);
        let accept = "`sats accept D162 --only proeve-0 --reason ";
        assert!(hints.map(ToString::to_string).any(|hint| hint.contains(accept)), "one code only");
    }

    #[test]
    fn who_pays_in_prose_is_among_the_forvaltninger() {
        let r = |name: &str| TestReport {
            lead: format!("{name} finansierer den."),
            ..TestReport::default()
        };
        assert!(r("Socialforvaltningen").told("D163").is_empty());
        assert_eq!(r("Beskæftigelses- og Integrationsforvaltningen").told("D163").len(), 1);
    }

    #[test]
    fn since_when_is_the_same_in_text_and_field() {
        let r = |aar: i32| TestReport {
            hoved: format!("siden = {aar}"),
            lead: "Den har siden efteråret 2020 hjulpet unge.".into(),
            ..TestReport::default()
        };
        assert!(r(2020).told("D164").is_empty());
        assert_eq!(r(2019).told("D164").len(), 1);
    }
}
