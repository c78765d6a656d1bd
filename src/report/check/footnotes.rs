//! Footnote marks without notes, and notes without marks. A mark's scope is its block; a `note`
//! block with a mark answers to the blocks right above it.

use super::ord::tokens;
use super::tekster::noter;
use super::{Context, codes};
use crate::finding::Finding;
use crate::report::model::{Blok, Celle, Figur, Fodnote, Indsats, Serie, Tabel};
use crate::text;

/// A mark with its field.
type Maerke = (String, String);

/// Marks and notes of every series and block.
pub(crate) fn rule(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for (n, s) in i.brugere.serie.iter().enumerate() {
            let sti = format!("brugere.serie[{n}]");
            scope(c, i, &sti, &i_serie(s, &sti), &s.noter, &[], fund);
        }
        let alle: Vec<(String, &Blok)> = i.blokke().collect();
        for (nr, (sti, blok)) in alle.iter().enumerate() {
            let maerker = match blok {
                Blok::Tabel(t) => i_tabel(t, sti),
                Blok::Figur(f) => i_figur(f, sti),
                Blok::Note(note) => {
                    orphan(c, i, sti, note.maerke.as_deref(), alle.get(..nr), fund);
                    continue;
                }
                _ => continue,
            };
            let under = blocks_below(alle.get(nr + 1..).unwrap_or_default());
            scope(c, i, sti, &maerker, noter(blok), &under, fund);
        }
    }
}

/// Marks of the note blocks that stand under a block, up to the next heading, text or table.
fn blocks_below<'a>(efter: &[(String, &'a Blok)]) -> Vec<&'a str> {
    efter
        .iter()
        .take_while(|(_, b)| matches!(b, Blok::Note(_) | Blok::Kilde(_) | Blok::Figur(_)))
        .filter_map(|(_, b)| match b {
            Blok::Note(n) => n.maerke.as_deref(),
            _ => None,
        })
        .collect()
}

fn scope(
    c: &Context<'_>,
    i: &Indsats,
    sti: &str,
    maerker: &[Maerke],
    noter: &[Fodnote],
    under: &[&str],
    fund: &mut Vec<Finding>,
) {
    for (felt, m) in maerker {
        if !noter.iter().any(|n| &n.maerke == m) && !under.contains(&m.as_str()) {
            let ord = text!("note-missing", mark = m);
            fund.push(
                c.advar(codes::MARK_WITHOUT_NOTE, i, felt, ord).hint(text!("note-missing-hint")),
            );
        }
    }
    for (n, note) in noter.iter().enumerate() {
        if !maerker.iter().any(|(_, m)| m == &note.maerke) {
            let ord = text!("note-unmarked", mark = &note.maerke);
            fund.push(
                c.advar(codes::NOTE_WITHOUT_MARK, i, &format!("{sti}.noter[{n}]"), ord)
                    .hint(text!("note-unmarked-hint")),
            );
        }
    }
}

/// A note block with a mark that nothing right above bears.
fn orphan(
    c: &Context<'_>,
    i: &Indsats,
    sti: &str,
    maerke: Option<&str>,
    over: Option<&[(String, &Blok)]>,
    fund: &mut Vec<Finding>,
) {
    let Some(maerke) = maerke else { return };
    let blokke = over.unwrap_or_default().iter().rev();
    let bares = blokke
        .take_while(|(_, b)| {
            matches!(b, Blok::Note(_) | Blok::Kilde(_) | Blok::Figur(_) | Blok::Tabel(_))
        })
        .any(|(sti, b)| match b {
            Blok::Tabel(t) => i_tabel(t, sti).iter().any(|(_, m)| m == maerke),
            Blok::Figur(f) => i_figur(f, sti).iter().any(|(_, m)| m == maerke),
            _ => false,
        });
    if !bares {
        let ord = text!("note-unmarked-above", mark = maerke);
        fund.push(
            c.advar(codes::NOTE_WITHOUT_MARK, i, sti, ord).hint(text!("note-unmarked-above-hint")),
        );
    }
}

/// A mark that was typed into the words: `Unikke*`.
fn i_ord(felt: String, tekst: &str) -> Option<Maerke> {
    let stjerner: String = tokens(tekst)
        .iter()
        .skip_while(|t| !t.er_ord())
        .skip_while(|t| !t.er('*'))
        .take_while(|t| t.er('*'))
        .map(|t| t.tekst.as_str())
        .collect();
    (!stjerner.is_empty()).then_some((felt, stjerner))
}

fn sat(felt: String, maerke: Option<&String>) -> Option<Maerke> {
    maerke.map(|m| (felt, m.clone()))
}

fn i_serie(s: &Serie, sti: &str) -> Vec<Maerke> {
    let hoved = sat(format!("{sti}.maerke"), s.maerke.as_ref());
    let i_navn = i_ord(format!("{sti}.navn"), &s.navn);
    let vaerdier = s
        .vaerdier
        .iter()
        .filter_map(|(aar, v)| v.maerke().map(|m| (format!("{sti}.vaerdier.{aar}"), m.to_owned())));
    hoved.into_iter().chain(i_navn).chain(vaerdier).collect()
}

fn i_figur(f: &Figur, sti: &str) -> Vec<Maerke> {
    let mut out: Vec<Maerke> =
        sat(format!("{sti}.maerke"), f.maerke.as_ref()).into_iter().collect();
    out.extend(i_ord(format!("{sti}.titel"), &f.titel));
    for (n, k) in f.kategorier.iter().enumerate() {
        out.extend(i_ord(format!("{sti}.kategorier[{n}]"), k));
    }
    for (n, s) in f.serier.iter().enumerate() {
        out.extend(s.vaerdier.iter().enumerate().filter_map(|(m, v)| {
            v.maerke().map(|x| (format!("{sti}.serier[{n}].vaerdier[{m}]"), x.to_owned()))
        }));
    }
    out
}

fn i_tabel(t: &Tabel, sti: &str) -> Vec<Maerke> {
    let mut out: Vec<Maerke> =
        sat(format!("{sti}.maerke"), t.maerke.as_ref()).into_iter().collect();
    out.extend(i_ord(format!("{sti}.titel"), &t.titel));
    for (n, k) in t.kolonner.iter().enumerate() {
        out.extend(sat(format!("{sti}.kolonner[{n}].maerke"), k.maerke.as_ref()));
        out.extend(i_ord(format!("{sti}.kolonner[{n}].navn"), &k.navn));
    }
    for (n, r) in t.raekker.iter().enumerate() {
        out.extend(sat(format!("{sti}.raekker[{n}].maerke"), r.maerke.as_ref()));
        out.extend(i_ord(format!("{sti}.raekker[{n}].navn"), &r.navn));
        for (m, cell) in r.celler.iter().enumerate() {
            let felt = super::tabeller::cell(sti, n, m);
            out.extend(match cell {
                Celle::Fuld(f) => sat(felt, f.maerke.as_ref()),
                Celle::Tekst(t) => i_ord(felt, t),
                Celle::Tal(_) | Celle::Tom(_) | Celle::Par(_) => None,
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{Ramme, fund, med_blokke};

    fn tabel(maerke: &str, note: &str, under: &str) -> Ramme {
        med_blokke(&format!(
            r#"[[blok]]
            slags = "tabel"
            titel = "Bopæl"
            kolonner = [{{ navn = "Andel" }}]
            raekker = [ {{ navn = "Bor her"{maerke}, celler = [21] }} ]
            noter = [{note}]
            {under}"#
        ))
    }

    const MED: &str = ", maerke = \"*\"";
    const NOTE: &str = "{ maerke = \"*\", tekst = \"Forklaring.\" }";
    const UNDER: &str = "[[blok]]\nslags = \"note\"\nmaerke = \"*\"\ntekst = \"Forklaring.\"";

    #[test]
    fn a_mark_has_its_note_in_the_block_or_right_below() {
        assert!(fund("D191", &tabel(MED, NOTE, "")).is_empty());
        assert!(fund("D191", &tabel(MED, "", UNDER)).is_empty());
        assert_eq!(fund("D191", &tabel(MED, "", "")).len(), 1);
        assert_eq!(fund("D191", &tabel(", maerke = \"***\"", NOTE, "")).len(), 1);
    }

    #[test]
    fn a_mark_typed_into_a_name_counts() {
        let r = tabel("", "", "").toml().replace("Bor her", "Bor her*");
        assert_eq!(Ramme::fra_toml(&r, "D191").len(), 1);
    }

    #[test]
    fn a_note_has_something_that_bears_its_mark() {
        assert!(fund("D192", &tabel(MED, NOTE, "")).is_empty());
        assert!(fund("D192", &tabel(MED, "", UNDER)).is_empty());
        assert_eq!(fund("D192", &tabel("", NOTE, "")).len(), 1);
        assert_eq!(fund("D192", &tabel("", "", UNDER)).len(), 1);
    }
}
