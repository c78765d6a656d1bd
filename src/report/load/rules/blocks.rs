//! Tables, figures, pictures and callouts.

use super::Rules;
use super::form::{check_value, mark, not_negative};
use crate::report::codes;
use crate::report::load::words::{bare_number, shown};
use crate::report::model::{
    Billede, Blok, Celle, Enhed, Figur, Fodnote, Indsats, Kolonne, KolonneRolle, Raekke, Tabel,
    Tal, Tilstand,
};
use crate::text;

pub(super) fn indsats(rules: &mut Rules<'_>, file: &str, i: &Indsats) {
    for (n, serie) in i.brugere.serie.iter().enumerate() {
        let field = format!("brugere.serie[{n}]");
        marks(rules, file, &field, serie.maerke.as_deref(), &serie.noter);
    }
    for (field, blok) in i.blokke() {
        block(rules, file, &field, blok);
    }
}

fn block(rules: &mut Rules<'_>, file: &str, field: &str, blok: &Blok) {
    match blok {
        Blok::Tabel(b) => table(rules, file, field, b),
        Blok::Figur(b) => figure(rules, file, field, b),
        Blok::Billede(b) => picture(rules, file, field, b),
        Blok::Tal(b) => {
            for (n, post) in b.poster.iter().enumerate() {
                for (m, tal) in post.tal.iter().enumerate() {
                    let at = format!("{field}.poster[{n}].tal[{m}]");
                    check_value(rules, (file, &at), tal, post.enhed);
                }
            }
        }
        Blok::Note(b) | Blok::Kilde(b) => marks(rules, file, field, b.maerke.as_deref(), &[]),
        _ => {}
    }
}

fn marks(rules: &mut Rules<'_>, file: &str, field: &str, maerke: Option<&str>, notes: &[Fodnote]) {
    if let Some(maerke) = maerke {
        mark(rules, (file, &format!("{field}.maerke")), maerke);
    }
    for (n, note) in notes.iter().enumerate() {
        mark(rules, (file, &format!("{field}.noter[{n}].maerke")), &note.maerke);
    }
}

fn table(rules: &mut Rules<'_>, file: &str, field: &str, b: &Tabel) {
    marks(rules, file, field, b.maerke.as_deref(), &b.noter);
    for (n, column) in b.kolonner.iter().enumerate() {
        if let Some(maerke) = &column.maerke {
            mark(rules, (file, &format!("{field}.kolonner[{n}].maerke")), maerke);
        }
    }
    for (n, row) in b.raekker.iter().enumerate() {
        let at = format!("{field}.raekker[{n}]");
        if let Some(maerke) = &row.maerke {
            mark(rules, (file, &format!("{at}.maerke")), maerke);
        }
        if row.celler.len() != b.kolonner.len() {
            let (cells, columns) = (row.celler.len(), b.kolonner.len());
            let right = with_points(&row.celler, columns);
            let row = shown(&row.navn);
            let words = text!("load-row", row = row, cells = cells, columns = columns);
            let hint = match right {
                Some(right) => text!("load-row-commas", right = right),
                None => text!("load-row-hint"),
            };
            rules.error(codes::ROW_LENGTH, (file, &format!("{at}.celler")), words, hint);
        }
        for (m, (cell, column)) in row.celler.iter().zip(&b.kolonner).enumerate() {
            check_cell(rules, (file, &format!("{at}.celler[{m}]")), cell, column, row);
        }
    }
}

/// The row as it was meant where each comma of a decimal parts two cells: `[42,9, 11,3]`.
fn with_points(cells: &[Celle], columns: usize) -> Option<String> {
    let whole = |cell: &Celle| match cell {
        Celle::Tal(Tal::Hel(n)) => Some(*n),
        _ => None,
    };
    let numbers: Vec<i64> = cells.iter().map(whole).collect::<Option<_>>()?;
    let pairs: Vec<String> = numbers
        .chunks_exact(2)
        .map(|pair| match pair {
            [a, b @ 0..=99] => Some(format!("{a}.{b}")),
            _ => None,
        })
        .collect::<Option<_>>()?;
    (numbers.len() == 2 * columns && columns > 0).then(|| format!("[{}]", pairs.join(", ")))
}

fn check_cell(
    rules: &mut Rules<'_>,
    at: (&str, &str),
    cell: &Celle,
    column: &Kolonne,
    row: &Raekke,
) {
    let enhed = row.enhed.unwrap_or(column.enhed);
    // A change may well be negative.
    let change = column.rolle == Some(KolonneRolle::Resultat);
    let numbers: &[_] = match cell {
        Celle::Tal(numbers) => &[*numbers],
        Celle::Par(par) => &par.par,
        Celle::Fuld(fuld) => {
            if let Some(maerke) = &fuld.maerke {
                mark(rules, at, maerke);
            }
            &[fuld.tal]
        }
        Celle::Tom(_) => &[],
        Celle::Tekst(tekst) => {
            if enhed != Enhed::Tekst && bare_number(tekst).is_some() {
                let words = text!("load-number-text", text = shown(tekst));
                let number = bare_number(tekst).unwrap_or_default();
                let hint = text!("load-number-alone", number = number);
                rules.warning(codes::NUMBER_AS_WORDS, at, words, hint);
            }
            &[]
        }
    };
    for numbers in numbers.iter().filter(|_| !change) {
        not_negative(rules, at, numbers.f64(), enhed);
    }
}

fn figure(rules: &mut Rules<'_>, file: &str, field: &str, b: &Figur) {
    marks(rules, file, field, b.maerke.as_deref(), &b.noter);
    let lost = matches!(b.tilstand, Tilstand::Mangler | Tilstand::Udfyldes | Tilstand::Diskretion);
    match (lost, b.serier.is_empty()) {
        (true, false) => rules.error(
            codes::FIGURE,
            (file, &format!("{field}.serier")),
            text!("load-figure-state"),
            text!("load-figure-state-hint"),
        ),
        (false, true) => rules.error(
            codes::FIGURE,
            (file, field),
            text!("load-figure-empty"),
            text!("load-figure-empty-hint"),
        ),
        _ => {}
    }
    for (n, serie) in b.serier.iter().enumerate() {
        if serie.vaerdier.len() != b.kategorier.len() {
            let words = text!(
                "load-figure-series",
                values = serie.vaerdier.len(),
                categories = b.kategorier.len()
            );
            let hint = text!("load-figure-series-hint");
            rules.error(
                codes::FIGURE,
                (file, &format!("{field}.serier[{n}].vaerdier")),
                words,
                hint,
            );
        }
        for (m, value) in serie.vaerdier.iter().enumerate() {
            let at = format!("{field}.serier[{n}].vaerdier[{m}]");
            check_value(rules, (file, &at), value, b.enhed);
        }
    }
}

fn picture(rules: &mut Rules<'_>, file: &str, field: &str, b: &Billede) {
    match (&b.fil, b.tilstand) {
        (None, Tilstand::Mangler | Tilstand::Udfyldes) => {}
        (None, _) => rules.error(
            codes::PICTURE_STATE,
            (file, field),
            text!("load-picture-file"),
            text!("load-picture-file-hint"),
        ),
        (Some(_), _) if b.alt.as_ref().is_none_or(|alt| alt.trim().is_empty()) => rules.error(
            codes::PICTURE_STATE,
            (file, field),
            text!("load-picture-alt"),
            text!("load-picture-alt-hint"),
        ),
        _ => {}
    }
}
