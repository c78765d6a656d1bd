//! The overview row against the spread: names, forvaltning, since when.

use super::ord::Token;
use super::tekster::Sted;
use super::{Context, codes};
use crate::finding::Finding;
use crate::text;
use crate::words::{Text, plain};

/// The name in the overview and the one on the spread.
pub(crate) fn names(c: &Context<'_>, fund: &mut Vec<Finding>) {
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
        let forskellige: Vec<(&String, &String)> =
            a.iter().zip(&b).filter(|(x, y)| x != y).collect();
        let naesten = match forskellige.as_slice() {
            [(x, y)] if a.len() == b.len() => strsim::levenshtein(x, y) <= 2,
            _ => false,
        };
        let besked = text!("names-differ", overview = overblik, spread = opslag);
        let f = if naesten {
            c.advar(codes::NAMES, i, "overblik.navn", besked).hint(text!("names-misspelt"))
        } else {
            c.note(codes::NAMES, i, "overblik.navn", besked).hint(text!("names-differ-hint"))
        };
        fund.push(f.related(c.sted(i, "navn"), text!("names-here")));
    }
}

/// The overview's forvaltning against those of the spread, and those that the prose says pay.
pub(crate) fn forvaltninger(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        let kode = &i.overblik.forvaltning;
        if i.forvaltninger.as_slice() != std::slice::from_ref(kode) {
            let spread = Text::all_of(&i.forvaltninger);
            let ord = text!("payers-differ", overview = kode, spread = spread);
            fund.push(
                c.advar(codes::FORVALTNINGER, i, "overblik.forvaltning", ord)
                    .related(c.sted(i, "forvaltninger"), text!("payers-here"))
                    .hint(text!("payers-hint")),
            );
        }
        for t in c.tekster_ved(nr, Sted::Beskrivelse) {
            for s in t.saetninger().filter(|s| betaler(s)) {
                for f in &c.report.forvaltninger {
                    let last = f.navn.split_whitespace().next_back().unwrap_or_default();
                    let naevnt = s.iter().any(|t| t.lav == last.to_lowercase());
                    if naevnt && !i.forvaltninger.contains(&f.kode) {
                        let codes = Text::list(&i.forvaltninger);
                        let ord = text!("payer-unlisted", name = &f.navn, codes = codes);
                        fund.push(
                            c.advar_tekst(codes::PAYS, t, ord).hint(text!("payer-unlisted-hint")),
                        );
                    }
                }
            }
        }
    }
}

/// True for a sentence about who pays.
fn betaler(s: &[Token]) -> bool {
    s.iter().any(|t| {
        ["finansier", "bevilling", "betaler", "pengene"].iter().any(|o| t.lav.starts_with(o))
    })
}

/// The first `siden ÅÅÅÅ` of the description against the field.
pub(crate) fn since(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        let naevnt = c
            .tekster_ved(nr, Sted::Beskrivelse)
            .find_map(|t| t.saetninger().find_map(|s| siden(s)).map(|aar| (t, aar)));
        let Some((t, aar)) = naevnt else { continue };
        let felt = i.siden.as_ref().map(|s| s.aar());
        if felt != Some(aar) {
            let ord = match felt {
                Some(felt) => text!("since-differs", said = plain(aar), field = plain(felt)),
                None => text!("since-missing", said = plain(aar)),
            };
            fund.push(
                c.advar_tekst(codes::SINCE, t, ord)
                    .related(c.sted(i, "siden"), text!("since-here"))
                    .hint(text!("since-hint")),
            );
        }
    }
}

/// The year of `siden 2011`, also with a word or two between: `siden efteråret 2020`.
pub(crate) fn siden(s: &[Token]) -> Option<i32> {
    let n = s.iter().position(|t| t.lav == "siden")?;
    s.get(n + 1..)?.iter().take(2).find_map(Token::aar)
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::Ramme;

    fn navne(overblik: &str, opslag: &str) -> Ramme {
        Ramme { overbliksnavn: overblik.into(), navn: opslag.into(), ..Ramme::default() }
    }

    #[test]
    fn two_names_are_told_and_two_spellings_are_a_warning() {
        assert!(navne("NY START", "Ny Start").fund("D161").is_empty());
        assert_eq!(navne("Din Betjent", "Din Betjent samarbejdet").fund("D161").len(), 1);
        let f = navne("Job til dømte", "Job til dømt").findings();
        let f = f.iter().find(|f| f.code == "D161").expect("a finding");
        assert_eq!(f.severity, crate::finding::Severity::Warning);
    }

    #[test]
    fn the_overviews_forvaltning_is_the_spreads() {
        let r = |codes: &str| Ramme { forvaltninger: codes.into(), ..Ramme::default() };
        assert!(r(r#"["SOF"]"#).fund("D162").is_empty());
        let f = r(r#"["SOF", "BIF"]"#).fund("D162");
        assert!(f.len() == 1 && f[0].contains("SOF og BIF"), "{f:?}");
    }

    #[test]
    fn who_pays_in_prose_is_among_the_forvaltninger() {
        let r = |navn: &str| Ramme { lead: format!("{navn} finansierer den."), ..Ramme::default() };
        assert!(r("Socialforvaltningen").fund("D163").is_empty());
        assert_eq!(r("Beskæftigelses- og Integrationsforvaltningen").fund("D163").len(), 1);
    }

    #[test]
    fn since_when_is_the_same_in_text_and_field() {
        let r = |aar: i32| Ramme {
            hoved: format!("siden = {aar}"),
            lead: "Den har siden efteråret 2020 hjulpet unge.".into(),
            ..Ramme::default()
        };
        assert!(r(2020).fund("D164").is_empty());
        assert_eq!(r(2019).fund("D164").len(), 1);
    }
}
