//! Footnote marks without notes, and notes without marks. A mark's scope is its block; a `note`
//! block with a mark answers to the blocks right above it.

use super::texts::noter;
use super::tokens::tokens;
use super::{Context, codes};
use crate::finding::Finding;
use crate::report::model::{Blok, Celle, Figur, Fodnote, Indsats, Serie, Tabel};
use crate::text;

/// A mark with its field.
type Maerke = (String, String);

/// Marks and notes of every series and block.
pub(crate) fn rule(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for (n, s) in i.brugere.serie.iter().enumerate() {
            let path = format!("brugere.serie[{n}]");
            scope(c, i, &path, &in_series(s, &path), &s.noter, &[], findings);
        }
        let all: Vec<(String, &Blok)> = i.blokke().collect();
        for (nr, (path, blok)) in all.iter().enumerate() {
            let maerker = match blok {
                Blok::Tabel(t) => in_table(t, path),
                Blok::Figur(f) => in_figure(f, path),
                Blok::Note(note) => {
                    orphan(c, i, path, note.maerke.as_deref(), all.get(..nr), findings);
                    continue;
                }
                _ => continue,
            };
            let under = blocks_below(all.get(nr + 1..).unwrap_or_default());
            scope(c, i, path, &maerker, noter(blok), &under, findings);
        }
    }
}

/// Marks of the note blocks that stand under a block, up to the next heading, text or table.
fn blocks_below<'a>(after: &[(String, &'a Blok)]) -> Vec<&'a str> {
    after
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
    path: &str,
    maerker: &[Maerke],
    notes: &[Fodnote],
    under: &[&str],
    findings: &mut Vec<Finding>,
) {
    for (felt, m) in maerker {
        if !notes.iter().any(|n| &n.maerke == m) && !under.contains(&m.as_str()) {
            let words = text!("note-missing", mark = m);
            findings.push(
                c.warn(codes::MARK_WITHOUT_NOTE, i, felt, words).hint(text!("note-missing-hint")),
            );
        }
    }
    for (n, note) in notes.iter().enumerate() {
        if !maerker.iter().any(|(_, m)| m == &note.maerke) {
            let words = text!("note-unmarked", mark = &note.maerke);
            findings.push(
                c.warn(codes::NOTE_WITHOUT_MARK, i, &format!("{path}.noter[{n}]"), words)
                    .hint(text!("note-unmarked-hint")),
            );
        }
    }
}

/// A note block with a mark that nothing right above bears.
fn orphan(
    c: &Context<'_>,
    i: &Indsats,
    path: &str,
    mark: Option<&str>,
    over: Option<&[(String, &Blok)]>,
    findings: &mut Vec<Finding>,
) {
    let Some(mark) = mark else { return };
    let blokke = over.unwrap_or_default().iter().rev();
    let bares = blokke
        .take_while(|(_, b)| {
            matches!(b, Blok::Note(_) | Blok::Kilde(_) | Blok::Figur(_) | Blok::Tabel(_))
        })
        .any(|(path, b)| match b {
            Blok::Tabel(t) => in_table(t, path).iter().any(|(_, m)| m == mark),
            Blok::Figur(f) => in_figure(f, path).iter().any(|(_, m)| m == mark),
            _ => false,
        });
    if !bares {
        let words = text!("note-unmarked-above", mark = mark);
        findings.push(
            c.warn(codes::NOTE_WITHOUT_MARK, i, path, words)
                .hint(text!("note-unmarked-above-hint")),
        );
    }
}

/// A mark that was typed into the words: `Unikke*`.
fn in_words(field: String, text: &str) -> Option<Maerke> {
    let asterisks: String = tokens(text)
        .iter()
        .skip_while(|t| !t.is_word())
        .skip_while(|t| !t.is_sign('*'))
        .take_while(|t| t.is_sign('*'))
        .map(|t| t.text.as_str())
        .collect();
    (!asterisks.is_empty()).then_some((field, asterisks))
}

fn given(field: String, mark: Option<&String>) -> Option<Maerke> {
    mark.map(|m| (field, m.clone()))
}

fn in_series(s: &Serie, path: &str) -> Vec<Maerke> {
    let head = given(format!("{path}.maerke"), s.maerke.as_ref());
    let in_name = in_words(format!("{path}.navn"), &s.navn);
    let vaerdier = s.vaerdier.iter().filter_map(|(aar, v)| {
        v.maerke().map(|m| (format!("{path}.vaerdier.{aar}"), m.to_owned()))
    });
    head.into_iter().chain(in_name).chain(vaerdier).collect()
}

fn in_figure(f: &Figur, path: &str) -> Vec<Maerke> {
    let mut out: Vec<Maerke> =
        given(format!("{path}.maerke"), f.maerke.as_ref()).into_iter().collect();
    out.extend(in_words(format!("{path}.titel"), &f.titel));
    for (n, k) in f.kategorier.iter().enumerate() {
        out.extend(in_words(format!("{path}.kategorier[{n}]"), k));
    }
    for (n, s) in f.serier.iter().enumerate() {
        out.extend(s.vaerdier.iter().enumerate().filter_map(|(m, v)| {
            v.maerke().map(|x| (format!("{path}.serier[{n}].vaerdier[{m}]"), x.to_owned()))
        }));
    }
    out
}

fn in_table(t: &Tabel, path: &str) -> Vec<Maerke> {
    let mut out: Vec<Maerke> =
        given(format!("{path}.maerke"), t.maerke.as_ref()).into_iter().collect();
    out.extend(in_words(format!("{path}.titel"), &t.titel));
    for (n, k) in t.kolonner.iter().enumerate() {
        out.extend(given(format!("{path}.kolonner[{n}].maerke"), k.maerke.as_ref()));
        out.extend(in_words(format!("{path}.kolonner[{n}].navn"), &k.navn));
    }
    for (n, r) in t.raekker.iter().enumerate() {
        out.extend(given(format!("{path}.raekker[{n}].maerke"), r.maerke.as_ref()));
        out.extend(in_words(format!("{path}.raekker[{n}].navn"), &r.navn));
        for (m, cell) in r.celler.iter().enumerate() {
            let field = super::tables::cell(path, n, m);
            out.extend(match cell {
                Celle::Fuld(f) => given(field, f.maerke.as_ref()),
                Celle::Tekst(t) => in_words(field, t),
                Celle::Tal(_) | Celle::Tom(_) | Celle::Par(_) => None,
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{TestReport, findings, with_blocks};

    fn tabel(mark: &str, note: &str, under: &str) -> TestReport {
        with_blocks(&format!(
            r#"[[blok]]
            slags = "tabel"
            titel = "Bopæl"
            kolonner = [{{ navn = "Andel" }}]
            raekker = [ {{ navn = "Bor her"{mark}, celler = [21] }} ]
            noter = [{note}]
            {under}"#
        ))
    }

    const MED: &str = ", maerke = \"*\"";
    const NOTE: &str = "{ maerke = \"*\", tekst = \"Forklaring.\" }";
    const UNDER: &str = "[[blok]]\nslags = \"note\"\nmaerke = \"*\"\ntekst = \"Forklaring.\"";

    #[test]
    fn a_mark_has_its_note_in_the_block_or_right_below() {
        assert!(findings("D191", &tabel(MED, NOTE, "")).is_empty());
        assert!(findings("D191", &tabel(MED, "", UNDER)).is_empty());
        assert_eq!(findings("D191", &tabel(MED, "", "")).len(), 1);
        assert_eq!(findings("D191", &tabel(", maerke = \"***\"", NOTE, "")).len(), 1);
    }

    #[test]
    fn a_mark_typed_into_a_name_counts() {
        let r = tabel("", "", "").toml().replace("Bor her", "Bor her*");
        assert_eq!(TestReport::from_toml(&r, "D191").len(), 1);
    }

    #[test]
    fn a_note_has_something_that_bears_its_mark() {
        assert!(findings("D192", &tabel(MED, NOTE, "")).is_empty());
        assert!(findings("D192", &tabel(MED, "", UNDER)).is_empty());
        assert_eq!(findings("D192", &tabel("", NOTE, "")).len(), 1);
        assert_eq!(findings("D192", &tabel("", "", UNDER)).len(), 1);
    }
}
