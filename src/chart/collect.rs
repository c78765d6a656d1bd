//! All figures of a report: their specs in the report's order, drawn side by side.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::captions::{self, Words, states};
use super::scene::Looks;
use super::spec::{self, ChartSpec, Data, Figure};
use super::{
    Apart, Chart, ChartFonts, ChartTable, Drawing, FigureId, Frame, Outlines, alt, drawing,
};
use crate::report::danish::typography;
use crate::report::insight::Insights;
use crate::report::model::{Blok, Enhed, Indsats, Indsigt, Report, Serie};
use crate::text;
use crate::theme::{Plads, Role, Theme};
use crate::words::{self, Text, plain};

/// All figures that the report's data support, in the order of the pages: for each indsats its
/// series, map, money and blocks, then the insights.
#[must_use]
pub fn charts(
    report: &Report,
    insights: &Insights,
    theme: &Theme,
    fonts: &ChartFonts,
) -> Vec<Chart> {
    charts_on(report, insights, theme, fonts, None, words::Words::danish(), None)
}

/// [`charts`], with the true outlines of the bydele where the report names a GeoJSON, in the words
/// of a catalogue. Where an indsats is named, its own figures only.
#[must_use]
pub fn charts_on(
    report: &Report,
    insights: &Insights,
    theme: &Theme,
    fonts: &ChartFonts,
    outlines: Option<&Outlines>,
    catalogue: &words::Words,
    only: Option<&Indsats>,
) -> Vec<Chart> {
    let looks = Looks::of(theme);
    let dots = spec::dots(insights).map(|dots| {
        let strip = Figure::Strip(Arc::clone(&dots), 0, Role::Accent);
        (dots, Arc::new(ChartTable::of(&strip, catalogue)))
    });
    let collector = Collector { report, insights, outlines, catalogue, dots };
    let jobs = match only {
        Some(indsats) => collector.of_indsats(indsats),
        None => collector.jobs(),
    };
    jobs.into_par_iter().map(|job| job.draw(theme, &looks, fonts, catalogue)).collect()
}

struct Job {
    id: FigureId,
    spec: ChartSpec,
    words: Words,
    /// Name of the indsats that it is of.
    of: Option<String>,
}

impl Job {
    fn draw(
        self,
        theme: &Theme,
        looks: &Looks,
        fonts: &ChartFonts,
        catalogue: &words::Words,
    ) -> Chart {
        let Self { id, spec, mut words, of } = self;
        let draw = |compact| drawing(&spec, Frame::slot(theme, spec.slot, compact), looks, fonts);
        let higher = |frame: Frame, lines: u32| -> Vec<Arc<Drawing>> {
            // The lines of the body are the grid.
            let grid = theme.grade("broed").map_or(0.0, |body| body.linje);
            let by = |n| frame.higher(f64::from(n) * grid);
            (1..=lines).map(|n| drawing(&spec, by(n), looks, fonts)).collect()
        };
        let compact = draw(true);
        let level = spec.figure.is_level();
        let usual = if level { Arc::clone(&compact) } else { draw(false) };
        let large = if grows(&spec) && !level {
            drawing(&spec, Frame::large(theme, spec.slot), looks, fonts)
        } else {
            Arc::clone(&usual)
        };
        let slot = theme.slot(spec.slot);
        let [of_usual, of_large] = slot.stretch;
        let fills = |drawn: &Drawing, asked: f64| (drawn.scene.height - asked).abs() < 0.01;
        let stretched = if fills(&large, slot.large()) && fills(&usual, slot.height(false)) {
            [
                higher(Frame::slot(theme, spec.slot, false), of_usual),
                higher(Frame::large(theme, spec.slot), of_large),
            ]
        } else {
            Default::default()
        };
        let mut notes: Vec<String> =
            states(&spec.figure).iter().map(|note| catalogue.say(note)).collect();
        notes.append(&mut words.notes);
        let alt = words
            .alt
            .as_deref()
            .map_or_else(|| alt::of(&spec.figure, catalogue), |own| alt::own(own, catalogue));
        let apart = Apart {
            title: named(of.as_deref(), &words.title, catalogue),
            alt: named(of.as_deref(), &alt.apart, catalogue),
            footnotes: captions::shown(&words, &usual.scene),
        };
        Chart {
            id,
            slot: spec.slot,
            width_pt: usual.scene.width,
            height_pt: usual.scene.height,
            drawing: usual,
            compact,
            large,
            stretched,
            title: words.title,
            subtitle: words.subtitle,
            alt: alt.text,
            alt_is_whole: alt.whole,
            apart,
            notes,
            footnotes: words.footnotes,
            source: words.source,
            table: words.table.unwrap_or_else(|| Arc::new(ChartTable::of(&spec.figure, catalogue))),
        }
    }
}

/// Words that name the indsats: as they are where they do, or where there is none.
fn named(of: Option<&str>, words: &str, catalogue: &words::Words) -> String {
    // Hard blanks are a matter of typography, not of the name.
    let bare = |said: &str| said.replace('\u{a0}', " ");
    match of.filter(|of| !bare(words).contains(&bare(of))) {
        Some(of) => catalogue.say(&text!("chart-of", of = of, words = words)),
        None => words.to_owned(),
    }
}

/// Bars in per cent that stand on one spread are compared, so they have one scale; in slots of one
/// width they begin at one place too.
fn share_scale(jobs: &mut [Job]) {
    let mut by_slot: BTreeMap<Plads, Vec<&mut Data>> = BTreeMap::new();
    for job in jobs {
        let slot = job.spec.slot;
        if let Figure::Rows(data) = &mut job.spec.figure
            && data.series.iter().all(|s| s.unit == Enhed::Pct)
        {
            by_slot.entry(slot).or_default().push(data);
        }
    }
    let all = by_slot.values().flatten().filter_map(|data| data.largest());
    let reach = all.max_by(|a, b| a.f64().total_cmp(&b.f64()));
    for alike in by_slot.into_values() {
        let all: Arc<[Data]> = alike.iter().map(|data| (**data).clone()).collect();
        for data in alike {
            data.reach = reach;
            if all.len() > 1 {
                data.beside = Arc::clone(&all);
            }
        }
    }
}

/// Whether a figure has a large variant: those of a spread that can be read the better for it.
fn grows(spec: &ChartSpec) -> bool {
    match &spec.figure {
        Figure::Matrix(..) | Figure::Strip(..) => false,
        Figure::Map(map) => spec.slot == Plads::Kort && !map.everywhere,
        _ => true,
    }
}

pub(super) struct Collector<'r> {
    pub report: &'r Report,
    pub insights: &'r Insights,
    outlines: Option<&'r Outlines>,
    catalogue: &'r words::Words,
    /// What all strips show, and the table of it.
    dots: Option<(spec::Dots, Arc<ChartTable>)>,
}

impl Collector<'_> {
    pub(super) fn say(&self, text: &Text) -> String {
        self.catalogue.say(text)
    }

    fn jobs(&self) -> Vec<Job> {
        let mut jobs: Vec<Job> =
            self.report.indsatser.iter().flat_map(|i| self.of_indsats(i)).collect();
        // The figures of the insights are about the whole report: an excerpt, which holds fewer
        // indsatser than its numbers were computed from, has none.
        if self.insights.antal == self.report.indsatser.len() {
            for indsigt in &self.report.rapport.indsigter.indsigt {
                jobs.extend(self.figure_of_insight(indsigt));
            }
        }
        jobs
    }

    fn of_indsats(&self, indsats: &Indsats) -> Vec<Job> {
        let id = &indsats.id;
        let of = Some(typography(&indsats.navn));
        let mut jobs = self.series(indsats);
        if let Some(spec) = spec::kort(indsats, self.report, self.outlines, self.catalogue) {
            let words = Words {
                title: self.say(&text!("figure-map")),
                subtitle: self.say(&text!("figure-map-what")),
                ..Words::default()
            };
            jobs.push(Job { id: FigureId::kort(id), spec, words, of: of.clone() });
        }
        if let Some((dots, table)) = &self.dots
            && let Some(spec) = spec::oekonomi(indsats, self.insights, Arc::clone(dots))
        {
            let words = Words {
                table: Some(Arc::clone(table)),
                ..self.money(indsats, dots.len() > spec::MOST_DOTS)
            };
            jobs.push(Job { id: FigureId::oekonomi(id), spec, words, of: of.clone() });
        }
        let role = spec::role_of(indsats);
        let blocks = indsats.blokke();
        jobs.extend(blocks.filter_map(|(felt, blok)| {
            let (spec, mut words) = self.of_block(blok, &role)?;
            words.source = words.source.or_else(|| self.source_under(indsats, &felt));
            Some(Job { id: FigureId::blok(id, &felt), spec, words, of: of.clone() })
        }));
        share_scale(&mut jobs);
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
            let spec = spec::of_series(&group, &role)?;
            let id = FigureId::serie(&indsats.id, at);
            let words = self.series_words(&group, &spec);
            Some(Job { id, words, spec, of: Some(typography(&indsats.navn)) })
        };
        groups.into_iter().enumerate().filter_map(job).collect()
    }

    fn of_block(&self, blok: &Blok, role: &Role) -> Option<(ChartSpec, Words)> {
        match blok {
            Blok::Tabel(t) => Some((spec::of_table(t, role)?, self.table_words(t))),
            Blok::Figur(f) => Some((spec::of_figure(f, role)?, self.figure_words(f))),
            _ => None,
        }
    }

    fn figure_of_insight(&self, indsigt: &Indsigt) -> Option<Job> {
        use crate::report::model::IndsigtFigur::{
            Beloeb, Brugere, Bydele, Fagprincipper, Forvaltninger, Matrix, Omfang,
        };
        let figur = indsigt.figur?;
        let spec =
            spec::of_insight(figur, self.report, self.insights, self.outlines, self.catalogue)?;
        let year = self.report.rapport.aar;
        let subtitle = match figur {
            Bydele => self.say(&text!("figure-districts-what")),
            Fagprincipper => self.say(&text!("figure-principles-what")),
            Matrix => self.say(&text!("figure-matrix-what")),
            Omfang | Forvaltninger | Beloeb => {
                self.say(&text!("figure-kroner-in", year = plain(year)))
            }
            Brugere => self.say(&text!("figure-users-what")),
        };
        let mut notes = Vec::new();
        if matches!(spec.figure, Figure::Small(_, true)) {
            notes.push(self.say(&text!("figure-scales")));
        }
        let known = self.insights.amounts();
        if matches!(figur, Beloeb | Forvaltninger) && !known.is_complete() {
            notes.push(self.say(&text!("money-known", known = known.known, of = known.of)));
        }
        // Who gets the numbers gets all years of them.
        let table = matches!(figur, Brugere)
            .then(|| Arc::new(ChartTable::of(&spec::users(self.report), self.catalogue)));
        let title = indsigt.figur_titel.as_deref().unwrap_or(&indsigt.titel);
        Some(Job {
            id: FigureId::indsigt(figur),
            spec,
            words: Words {
                title: self.prose(title),
                subtitle,
                notes,
                footnotes: indsigt.note.iter().map(|n| self.prose(n)).collect(),
                table,
                ..Words::default()
            },
            of: None,
        })
    }
}
