//! All figures of a report: their specs in the report's order, drawn side by side.

use rayon::prelude::*;

use super::scene::Looks;
use super::spec::{self, ChartSpec, Data, Figure, State};
use super::{Chart, ChartFonts, ChartTable, Frame, Outlines, alt, drawing};
use crate::report::danish::{heltal, kroner_kort, liste, typografi};
use crate::report::insight::Insights;
use crate::report::model::{
    Blok, Enhed, Figur, Fodnote, Indsats, Indsigt, Report, Serie, Tabel, Tekst,
};
use crate::report::prose;
use crate::theme::{Role, Theme};

/// All figures that the report's data support, in the order of the pages: for each indsats its
/// series, map, money and blocks, then the insights.
#[must_use]
pub fn charts(
    report: &Report,
    insights: &Insights,
    theme: &Theme,
    fonts: &ChartFonts,
) -> Vec<Chart> {
    charts_on(report, insights, theme, fonts, None)
}

/// [`charts`], with the true outlines of the bydele where the report names a GeoJSON.
#[must_use]
pub fn charts_on(
    report: &Report,
    insights: &Insights,
    theme: &Theme,
    fonts: &ChartFonts,
    outlines: Option<&Outlines>,
) -> Vec<Chart> {
    let looks = Looks::of(theme);
    let collector = Collector { report, insights, outlines };
    collector.jobs().into_par_iter().map(|job| job.draw(theme, &looks, fonts)).collect()
}

/// What stands around a figure.
#[derive(Default)]
struct Words {
    title: String,
    subtitle: String,
    alt: Option<String>,
    notes: Vec<String>,
    footnotes: Vec<String>,
    source: Option<String>,
    table: Option<ChartTable>,
}

struct Job {
    id: String,
    spec: ChartSpec,
    words: Words,
}

impl Job {
    fn draw(self, theme: &Theme, looks: &Looks, fonts: &ChartFonts) -> Chart {
        let Self { id, spec, words } = self;
        let draw = |compact| drawing(&spec, Frame::slot(theme, spec.plads, compact), looks, fonts);
        let (usual, compact) = (draw(false), draw(true));
        let mut notes = states(&spec.figure);
        notes.extend(words.notes);
        Chart {
            id,
            plads: spec.plads,
            svg: usual.svg.clone(),
            svg_kompakt: compact.svg.clone(),
            bredde_pt: usual.scene.width,
            hoejde_pt: usual.scene.height,
            hoejde_kompakt_pt: compact.scene.height,
            titel: words.title,
            undertitel: words.subtitle,
            alt: words.alt.map_or_else(|| alt::of(&spec.figure), |own| alt::clip(own.trim())),
            noter: notes,
            fodnoter: words.footnotes,
            kilde: words.source,
            tabel: words.table.unwrap_or_else(|| ChartTable::of(&spec.figure)),
        }
    }
}

/// How the marks of a figure's states are to be read.
fn states(figure: &Figure) -> Vec<String> {
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
        (State::Estimated, true) => Some("Hul prik: anslået tal."),
        (State::Estimated, false) => Some("Skraveret og ca.: anslået tal."),
        (State::Preliminary, true) => Some("Hul prik: foreløbigt tal."),
        (State::Preliminary, false) => Some("Kun omrids: foreløbigt tal."),
        (State::Missing, _) => Some("Rude: tallet mangler."),
        (State::Withheld, _) => Some("Rude: tallet er udeladt, fordi det gælder for få personer."),
        (State::Final | State::None, _) => None,
    };
    states.iter().filter_map(words).map(str::to_owned).collect()
}

struct Collector<'r> {
    report: &'r Report,
    insights: &'r Insights,
    outlines: Option<&'r Outlines>,
}

impl Collector<'_> {
    fn jobs(&self) -> Vec<Job> {
        let mut jobs: Vec<Job> =
            self.report.indsatser.iter().flat_map(|i| self.of_indsats(i)).collect();
        for indsigt in &self.report.rapport.indsigter.indsigt {
            jobs.extend(self.of_indsigt(indsigt));
        }
        jobs
    }

    fn of_indsats(&self, indsats: &Indsats) -> Vec<Job> {
        let id = &indsats.id;
        let mut jobs = self.series(indsats);
        if let Some(spec) = spec::kort(indsats, self.report, self.outlines) {
            let words = Words {
                title: "Indsatsen i byen".to_owned(),
                subtitle: "Bydele, som indsatsen omfatter".to_owned(),
                ..Words::default()
            };
            jobs.push(Job { id: format!("{id}/kort"), spec, words });
        }
        if let Some(spec) = spec::oekonomi(indsats, self.insights) {
            jobs.push(Job { id: format!("{id}/oekonomi"), spec, words: self.money(indsats) });
        }
        let role = spec::role_of(indsats);
        let lists = [
            ("brugere-blok", &indsats.brugere.blok),
            ("geografi-blok", &indsats.geografi.blok),
            ("oekonomi-blok", &indsats.oekonomi.blok),
            ("blok", &indsats.blok),
        ];
        for (name, blocks) in lists {
            for (at, blok) in blocks.iter().enumerate() {
                jobs.extend(self.of_blok(format!("{id}/{name}-{at}"), blok, &role));
            }
        }
        jobs
    }

    /// Series that are read together are one figure; others have one each.
    fn series(&self, indsats: &Indsats) -> Vec<Job> {
        let all: Vec<&Serie> = indsats.brugere.serie.iter().collect();
        let together = indsats.brugere.par && all.len() > 1;
        let groups: Vec<Vec<&Serie>> =
            if together { vec![all] } else { all.into_iter().map(|s| vec![s]).collect() };
        let role = spec::role_of(indsats);
        let job = |(at, group): (usize, Vec<&Serie>)| {
            let spec = spec::of_serie(&group, &role)?;
            let number = if at == 0 { String::new() } else { format!("-{}", at + 1) };
            let id = format!("{}/serie{number}", indsats.id);
            Some(Job { id, words: self.series_words(&group, &spec), spec })
        };
        groups.into_iter().enumerate().filter_map(job).collect()
    }

    fn series_words(&self, group: &[&Serie], spec: &ChartSpec) -> Words {
        let names = group.iter().map(|s| {
            let mark = s.maerke.as_deref().unwrap_or_default();
            format!("{}{mark}", typografi(&s.navn))
        });
        let counted: Vec<_> = group.iter().map(|s| typografi(&s.taeller)).collect();
        let years = match &spec.figure {
            Figure::Columns(data) | Figure::Lines(data) => span(data),
            _ => String::new(),
        };
        let notes = group.iter().flat_map(|s| &s.noter);
        Words {
            title: format!("{} pr. år", liste(&names.collect::<Vec<_>>())),
            subtitle: capital(&format!("{}, {years}", counted.join("; "))),
            alt: group.first().and_then(|s| s.alt.clone()),
            footnotes: notes.map(|n| self.footnote(n)).collect(),
            ..Words::default()
        }
    }

    fn money(&self, indsats: &Indsats) -> Words {
        let known = self.insights.beloeb.kendte;
        let own = self.insights.indsatser.iter().find(|i| i.id == indsats.id);
        let mut notes = Vec::new();
        if let Some(rank) = own.and_then(|i| i.rang) {
            notes.push(format!("Nr. {rank} af {} målt på beløb.", heltal(count(known))));
        }
        let part = |d: &crate::report::model::Beloebsdel| {
            let kroner = d.beloeb.tal()?.f64();
            // Whole kroner; the loader has refused what is not finite.
            Some(format!("{} {}", typografi(&d.navn), kroner_kort(kroner.round() as i64)))
        };
        let parts: Vec<_> = indsats.oekonomi.opdeling.iter().filter_map(part).collect();
        if !parts.is_empty() {
            notes.push(format!("Heraf {}", liste(&parts)));
        }
        if indsats.oekonomi.varig {
            notes.push("Bevillingen er varig.".to_owned());
        }
        Words {
            title: format!("Beløb i {} blandt alle indsatser", self.report.rapport.aar),
            subtitle: "Kroner; hver prik er en indsats".to_owned(),
            notes,
            ..Words::default()
        }
    }

    fn of_blok(&self, id: String, blok: &Blok, role: &Role) -> Option<Job> {
        let (spec, words) = match blok {
            Blok::Tabel(t) => (spec::of_tabel(t, role)?, self.table_words(t)),
            Blok::Figur(f) => (spec::of_figur(f, role)?, self.figure_words(f)),
            _ => return None,
        };
        Some(Job { id, spec, words })
    }

    fn table_words(&self, tabel: &Tabel) -> Words {
        let units: Vec<_> = tabel.kolonner.iter().map(|k| k.enhed).collect();
        let unit = units.first().filter(|first| units.iter().all(|u| u == *first));
        let parts = [
            tabel.beskrivelse.as_deref().map(typografi),
            unit.and_then(|u| unit_beside(*u, tabel.beskrivelse.as_deref())),
            tabel.periode.as_deref().map(typografi),
        ];
        Words {
            title: titled(&tabel.titel, tabel.maerke.as_deref()),
            subtitle: subtitle(parts),
            alt: tabel.alt.clone(),
            footnotes: tabel.noter.iter().map(|n| self.footnote(n)).collect(),
            source: tabel.kilde.as_ref().map(|t| self.plain(t)),
            table: Some(ChartTable::of_tabel(tabel)),
            ..Words::default()
        }
    }

    fn figure_words(&self, figur: &Figur) -> Words {
        let n = figur.n.map(|n| format!("n = {}", heltal(i64::try_from(n).unwrap_or(i64::MAX))));
        let parts = [
            figur.beskrivelse.as_deref().map(typografi),
            unit_beside(figur.enhed, figur.beskrivelse.as_deref()),
            n,
            figur.periode.as_deref().map(typografi),
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

    fn of_indsigt(&self, indsigt: &Indsigt) -> Option<Job> {
        use crate::report::model::IndsigtFigur::{
            Beloeb, Brugere, Bydele, Fagprincipper, Forvaltninger, Matrix,
        };
        let figur = indsigt.figur?;
        let spec = spec::of_insight(figur, self.report, self.insights, self.outlines)?;
        let year = self.report.rapport.aar;
        let (name, subtitle) = match figur {
            Bydele => ("bydele", "Antal indsatser i bydelen; én prik er en indsats".to_owned()),
            Fagprincipper => ("fagprincipper", "Antal indsatser".to_owned()),
            Matrix => ("matrix", "En prik: indsatsen hører under fagprincippet".to_owned()),
            Forvaltninger => ("forvaltninger", format!("Kroner i {year} og antal indsatser")),
            Beloeb => ("beloeb", format!("Kroner i {year}")),
            Brugere => ("brugere", "Antal pr. år, som indsatsen tæller det".to_owned()),
        };
        let own_scale = matches!(spec.figure, Figure::Small(_, true));
        let scales = "Hvert diagram har sin egen skala, for indsatserne tæller ikke det samme.";
        let title = indsigt.figur_titel.as_deref().unwrap_or(&indsigt.titel);
        Some(Job {
            id: format!("indsigt/{name}"),
            spec,
            words: Words {
                title: self.prose(title),
                subtitle,
                notes: if own_scale { vec![scales.to_owned()] } else { Vec::new() },
                footnotes: indsigt.note.iter().map(|n| self.prose(n)).collect(),
                ..Words::default()
            },
        })
    }

    fn footnote(&self, note: &Fodnote) -> String {
        format!("{} {}", note.maerke, self.plain(&note.tekst))
    }

    /// A text as plain words, shared ones looked up and filled in.
    fn plain(&self, tekst: &Tekst) -> String {
        match tekst {
            Tekst::Egen(own) => self.prose(own),
            Tekst::Faelles(shared) => {
                let found = self.report.rapport.faelles.get(&shared.faelles);
                let filled = shared
                    .med
                    .iter()
                    .fold(found.cloned().unwrap_or_default(), |text, (name, words)| {
                        text.replace(&format!("{{{name}}}"), words)
                    });
                let more = shared.tillaeg.as_deref().unwrap_or_default();
                self.prose(format!("{filled}\n\n{more}").trim())
            }
        }
    }

    /// Prose as plain words with computed figures filled in; as it stands where it cannot be
    /// read, which the checks have told already.
    fn prose(&self, text: &str) -> String {
        let Ok(mut tree) = prose::parse(text) else { return typografi(text.trim()) };
        prose::fill(&mut tree, &|name| self.insights.placeholder(name));
        prose::typografi(&mut tree);
        prose::plain(&tree).trim().replace('\n', " ")
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn titled(title: &str, mark: Option<&str>) -> String {
    format!("{}{}", typografi(title), mark.unwrap_or_default())
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

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().collect::<String>() + chars.as_str())
}

/// The unit's words, unless the description has them already.
fn unit_beside(unit: Enhed, description: Option<&str>) -> Option<String> {
    let word = unit_word(unit)?;
    let said = description.is_some_and(|d| d.to_lowercase().contains(word));
    (!said).then(|| word.to_owned())
}

/// The unit in words, for a subtitle.
fn unit_word(unit: Enhed) -> Option<&'static str> {
    match unit {
        Enhed::Antal => Some("antal"),
        Enhed::Personer => Some("antal personer"),
        Enhed::Pct => Some("procent"),
        Enhed::Kr => Some("kroner"),
        Enhed::Aar => Some("år"),
        Enhed::Dage => Some("dage"),
        Enhed::Timer => Some("timer"),
        Enhed::Maaneder => Some("måneder"),
        Enhed::Tekst => None,
    }
}
