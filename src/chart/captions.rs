//! The words around a figure: title, subtitle, notes, source.

use std::sync::Arc;

use super::ChartTable;
use super::collect::Collector;
use super::scene::Scene;
use super::spec::{ChartSpec, Data, Figure, State, title_mark};
use crate::report::danish::{heltal, kroner_short, typography};
use crate::report::model::{Beloebsdel, Blok, Enhed, Figur, Fodnote, Indsats, Serie, Tabel, Tekst};
use crate::report::prose::{self, Afsnit};
use crate::report::texts::prose_of;
use crate::text;
use crate::words::{Text, plain};

/// What stands around a figure.
#[derive(Default)]
pub(super) struct Words {
    pub title: String,
    pub subtitle: String,
    pub alt: Option<String>,
    pub notes: Vec<String>,
    pub footnotes: Vec<String>,
    pub source: Option<String>,
    pub table: Option<Arc<ChartTable>>,
}

/// The footnotes whose marks stand in the title or in the drawing: one on a row that is not drawn
/// has nothing to explain where the table is not.
pub(super) fn shown(words: &Words, scene: &Scene) -> Vec<String> {
    let drawn = scene.texts.iter().map(|label| label.text.as_str());
    let texts: Vec<&str> = drawn.chain([words.title.as_str(), words.subtitle.as_str()]).collect();
    let is_shown = |note: &&String| {
        let mark = note.split(' ').next().unwrap_or_default();
        let is_mark = !mark.is_empty() && !mark.contains(char::is_alphanumeric);
        !is_mark || texts.iter().any(|text| bears(text, mark))
    };
    words.footnotes.iter().filter(is_shown).cloned().collect()
}

/// Whether a text bears a mark, and not a longer one of the same sign: `Jobs**` has no `*`.
fn bears(text: &str, mark: &str) -> bool {
    let sign = mark.chars().next();
    text.match_indices(mark).any(|(at, _)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + mark.len()..).and_then(|t| t.chars().next());
        before.is_some() && before != sign && after != sign
    })
}

/// How the marks of a figure's states are to be read.
pub(super) fn states(figure: &Figure) -> Vec<Text> {
    let panels: Vec<&Data> = match figure {
        Figure::Columns(d)
        | Figure::Lines(d)
        | Figure::Rows(d)
        | Figure::Shares(d)
        | Figure::Slope(d)
        | Figure::Waffle(d) => vec![d],
        Figure::Small(panels, _) => panels.iter().map(|p| &p.data).collect(),
        Figure::Strip(..) | Figure::Matrix(..) | Figure::Map(_) => Vec::new(),
    };
    let states: std::collections::BTreeSet<State> =
        panels.iter().flat_map(|d| d.states()).collect();
    let line = matches!(figure, Figure::Lines(_));
    let words = |state: &State| match (state, line) {
        (State::Estimated, true) => Some(text!("mark-estimated-dot")),
        (State::Estimated, false) => Some(text!("mark-estimated")),
        (State::Preliminary, true) => Some(text!("mark-preliminary-dot")),
        (State::Preliminary, false) => Some(text!("mark-preliminary")),
        (State::Missing, _) => Some(text!("mark-missing")),
        (State::Withheld, _) => Some(text!("mark-withheld")),
        (State::Final | State::None, _) => None,
    };
    let breaks = panels.iter().flat_map(|d| d.categories.iter().filter(|k| k.breaks));
    let breaks: std::collections::BTreeSet<&str> = breaks.map(|k| k.name.as_str()).collect();
    let breaks = breaks.into_iter().map(|year| text!("mark-break", year = year));
    states.iter().filter_map(words).chain(breaks).collect()
}

impl Collector<'_> {
    pub(super) fn series_words(&self, group: &[&Serie], spec: &ChartSpec) -> Words {
        let names = group.iter().map(|s| {
            let mark = s.maerke.as_deref().unwrap_or_default();
            format!("{}{mark}", typography(&s.navn))
        });
        let counted: Vec<_> = group.iter().map(|s| typography(&s.taeller)).collect();
        let years = match &spec.figure {
            Figure::Columns(data) | Figure::Lines(data) => span(data),
            _ => String::new(),
        };
        let notes = group.iter().flat_map(|s| &s.noter);
        Words {
            title: self
                .say(&text!("series-title", series = self.joined(&names.collect::<Vec<_>>()))),
            subtitle: capital(&format!("{}, {years}", counted.join("; "))),
            alt: group.first().and_then(|s| s.alt.clone()),
            footnotes: notes.map(|n| self.footnote(n)).collect(),
            ..Words::default()
        }
    }

    /// The words of a strip; `many` where it shows columns.
    pub(super) fn money(&self, indsats: &Indsats, many: bool) -> Words {
        let known = self.insights.amounts();
        let own = self.insights.indsatser.iter().find(|i| i.id == indsats.id);
        let mut notes = Vec::new();
        if let Some(rank) = own.and_then(|i| i.rang) {
            notes.push(self.say(&text!("money-rank", rank = rank, of = known.of)));
        }
        let part = |d: &Beloebsdel| {
            let kroner = d.beloeb.tal()?.f64();
            // Whole kroner; the loader has refused what is not finite.
            Some(format!("{} {}", small(&typography(&d.navn)), kroner_short(kroner.round() as i64)))
        };
        let parts: Vec<_> = indsats.oekonomi.opdeling.iter().filter_map(part).collect();
        if !parts.is_empty() {
            notes.push(self.say(&text!("money-parts", parts = Text::all_of(parts))));
        }
        if indsats.oekonomi.varig {
            notes.push(self.say(&text!("money-lasting")));
        }
        Words {
            title: self.say(&text!("figure-money", year = plain(self.report.rapport.aar))),
            subtitle: self.say(&if many {
                text!("figure-money-many-what")
            } else {
                text!("figure-money-what")
            }),
            notes,
            ..Words::default()
        }
    }

    pub(super) fn table_words(&self, tabel: &Tabel) -> Words {
        let units: Vec<_> = tabel.kolonner.iter().map(|k| k.enhed).collect();
        let unit = units.first().filter(|first| units.iter().all(|u| u == *first));
        let parts = [
            tabel.beskrivelse.as_deref().map(typography),
            unit.and_then(|u| self.unit_beside(*u, tabel.beskrivelse.as_deref())),
            tabel.periode.as_deref().map(typography),
        ];
        Words {
            title: titled(&tabel.titel, title_mark(tabel)),
            subtitle: subtitle(parts),
            alt: tabel.alt.clone(),
            footnotes: tabel.noter.iter().map(|n| self.footnote(n)).collect(),
            source: tabel.kilde.as_ref().map(|t| self.plain(t)),
            table: Some(Arc::new(ChartTable::of_table(tabel))),
            ..Words::default()
        }
    }

    pub(super) fn figure_words(&self, figur: &Figur) -> Words {
        let n = figur.n.map(|n| format!("n = {}", heltal(i64::try_from(n).unwrap_or(i64::MAX))));
        let parts = [
            figur.beskrivelse.as_deref().map(typography),
            self.unit_beside(figur.enhed, figur.beskrivelse.as_deref()),
            n,
            figur.periode.as_deref().map(typography),
        ];
        Words {
            title: titled(&figur.titel, figur.maerke.as_deref()),
            subtitle: subtitle(parts),
            alt: figur.alt.clone(),
            footnotes: figur.noter.iter().map(|n| self.footnote(n)).collect(),
            source: figur.kilde.as_ref().map(|t| self.plain(t)),
            ..Words::default()
        }
    }

    /// Names of series that are read together: `Råd og vejledning samt jobs`.
    fn joined(&self, names: &[String]) -> String {
        let [first, rest @ ..] = names else { return String::new() };
        let rest: Vec<_> = rest.iter().map(|name| small(name)).collect();
        match rest.as_slice() {
            [last] if first.contains(" og ") => {
                self.say(&text!("series-as-well", first = first, last = last))
            }
            _ => self.say(&Text::all_of(std::iter::once(first).chain(&rest))),
        }
    }

    /// The unit's words, unless the description has them already.
    fn unit_beside(&self, unit: Enhed, description: Option<&str>) -> Option<String> {
        let word = self.say(&unit_word(unit)?);
        let said = description.is_some_and(|d| d.to_lowercase().contains(&word));
        (!said).then_some(word)
    }

    /// The source that stands under a table or figure: that of the tables and figures right before
    /// it, however many. One that is about another figure (`om`) is not meant.
    pub(super) fn source_under(&self, indsats: &Indsats, field: &str) -> Option<String> {
        let list = |field: &str| field.split('[').next().map(str::to_owned);
        let own = list(field);
        let mut after = indsats.blokke().skip_while(|(at, _)| at != field);
        let (_, asking) = after.next()?;
        let id = match asking {
            Blok::Tabel(t) => t.id.as_ref(),
            Blok::Figur(f) => f.id.as_ref(),
            _ => None,
        };
        let below = after.take_while(|(at, _)| list(at) == own);
        let mut below = below
            .map(|(_, blok)| blok)
            .skip_while(|blok| matches!(blok, Blok::Tabel(_) | Blok::Figur(_)));
        match below.next()? {
            Blok::Kilde(source) if source.om.is_none() || source.om.as_ref() == id => {
                Some(self.plain(&source.tekst))
            }
            _ => None,
        }
    }

    pub(super) fn footnote(&self, note: &Fodnote) -> String {
        format!("{} {}", note.maerke, self.plain(&note.tekst))
    }

    /// A text as plain words, shared ones looked up and filled in.
    pub(super) fn plain(&self, text: &Tekst) -> String {
        self.words(prose_of(text, &self.report.rapport.faelles))
    }

    /// Prose as plain words with computed figures filled in.
    pub(super) fn prose(&self, text: &str) -> String {
        self.words(prose::read(text).afsnit)
    }

    fn words(&self, mut tree: Vec<Afsnit>) -> String {
        prose::fill(&mut tree, &|name| self.insights.placeholder(name));
        prose::typography(&mut tree);
        prose::plain(&tree).trim().replace('\n', " ")
    }
}

fn titled(title: &str, mark: Option<&str>) -> String {
    format!("{}{}", typography(title), mark.unwrap_or_default())
}

fn span(data: &Data) -> String {
    match (data.categories.first(), data.categories.last()) {
        (Some(first), Some(last)) if first.name != last.name => {
            format!("{}–{}", first.name, last.name)
        }
        (Some(only), _) => only.name.clone(),
        _ => String::new(),
    }
}

fn subtitle<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts: Vec<String> =
        parts.into_iter().flatten().map(|p| p.trim().trim_end_matches('.').to_owned()).collect();
    capital(&parts.join(", "))
}

/// A name inside a sentence, with a small first letter; an abbreviation keeps its capitals.
fn small(name: &str) -> String {
    let mut chars = name.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(head), Some(next)) if next.is_lowercase() => {
            head.to_lowercase().collect::<String>() + chars.as_str()
        }
        _ => name.to_owned(),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().collect::<String>() + chars.as_str())
}

/// The unit in words, for a subtitle.
fn unit_word(unit: Enhed) -> Option<Text> {
    match unit {
        Enhed::Antal => Some(text!("unit-count")),
        Enhed::Personer => Some(text!("unit-persons")),
        Enhed::Pct => Some(text!("unit-percent")),
        Enhed::Kr => Some(text!("unit-kroner")),
        Enhed::Aar => Some(text!("unit-years")),
        Enhed::Dage => Some(text!("unit-days")),
        Enhed::Timer => Some(text!("unit-hours")),
        Enhed::Maaneder => Some(text!("unit-months")),
        Enhed::Tekst => None,
    }
}
