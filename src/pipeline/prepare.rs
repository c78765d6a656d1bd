//! What was read, made ready for the layouts: computed, drawn, handed over.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::excerpt::{Description, Selection, excerpt};
use super::identity::theme_of;
use super::{Pipeline, Prepared, Problems, draft};
use crate::chart::Chart;
use crate::finding::Finding;
use crate::output::stamp::{self, Stamp};
use crate::report::insight::{self, Coverage, Insights};
use crate::report::load::Loaded;
use crate::report::missing::{What, gaps};
use crate::report::model::{Indsigt, IndsigtFigur, Report, Tilstand};
use crate::report::normal;
use crate::report::signs;
use crate::text;
use crate::theme::Theme;
use crate::typeset::Bytes;
use crate::typeset::handover::{Handover, guessed_pages, paths};
use crate::words::Text;

impl Pipeline {
    /// Computes, draws and hands over: everything that the layouts need.
    ///
    /// # Errors
    /// Where the selection does not fit the report, its date is none, or there is no font to
    /// measure charts with: what was asked for is at fault.
    pub fn prepare(
        &self,
        loaded: &Loaded,
        report: &Arc<Report>,
        selection: &Selection,
    ) -> Result<Prepared, Problems> {
        self.prepare_and_draw(loaded, report, selection).map(|(prepared, _)| prepared)
    }

    /// [`Self::prepare`], and the figures that were drawn for it.
    ///
    /// # Errors
    /// Those of [`Self::prepare`].
    pub fn prepare_and_draw(
        &self,
        loaded: &Loaded,
        report: &Arc<Report>,
        selection: &Selection,
    ) -> Result<(Prepared, Vec<Chart>), Problems> {
        self.prepare_in(loaded, report, selection, &theme_of(&self.theme, report))
            .map_err(|findings| Problems::from(findings).misused())
    }

    /// [`Self::prepare_and_draw`] with charts in the sizes and colours of another theme.
    pub(super) fn prepare_in(
        &self,
        loaded: &Loaded,
        report: &Arc<Report>,
        selection: &Selection,
        theme: &Theme,
    ) -> Result<(Prepared, Vec<Chart>), Vec<Finding>> {
        let one = |finding| vec![finding];
        let numbers = numbers(report);
        let whole = report;
        let (report, uddrag) = if selection.is_whole() {
            (Arc::clone(whole), None)
        } else {
            let (part, uddrag) = excerpt(whole, selection, &self.words)?;
            (Arc::new(part), Some(uddrag))
        };
        // What is said of an indsats (rank, share, neighbours) is against the whole report.
        let insights = Insights::compute(whole);
        let told = &self.told(&report, &insights);
        let (charts, normal) = rayon::join(
            || self.charts(loaded, told, &insights, theme, None),
            || normal::files(&report),
        );
        let charts = charts?;
        let stamp = self.stamp(&report, uddrag.as_ref()).map_err(one)?;
        let own = (told.as_ref(), report.as_ref());
        let handover = Handover {
            normal: &normal,
            excerpt: uddrag.as_ref().map(Description::handed),
            ..self.handover(loaded, whole, own, &insights, (&charts, &numbers))
        };
        let mut files = handover.files();
        let version = serde_json::Value::from(match &uddrag {
            None => draft::hash_of(&normal),
            Some(_) => draft::data_hash(whole),
        })
        .to_string();
        files.insert(paths::VERSION.to_owned(), Bytes::from_string(version));
        // What an excerpt leaves out is not guessed at.
        if let (None, Some(guess)) = (&uddrag, &theme.sideskoen) {
            files.extend(guessed_pages(told, guess));
        }
        let titel = match &uddrag {
            Some(uddrag) => format!("{}: {}", report.rapport.titel, uddrag.titel),
            None => report.rapport.titel.clone(),
        };
        let prepared = Prepared {
            report,
            insights,
            excerpt: uddrag,
            stamp,
            title: titel,
            incomplete: false,
            attachments: true,
            shown: false,
            files,
        };
        Ok((prepared, charts))
    }

    /// [`Self::prepare`] of a report in which the indsats of this id is the only thing that is not
    /// as it was when it was prepared the last time: its own files are made anew, and all others are
    /// `before`. None where its figures are not those of before, or cannot be drawn.
    #[must_use]
    pub fn prepare_spread(
        &self,
        loaded: &Loaded,
        report: &Arc<Report>,
        (id, grey): (&str, bool),
        before: &BTreeMap<String, Bytes>,
    ) -> Option<Prepared> {
        let insights = Insights::compute(report);
        let told = self.told(report, &insights);
        let indsats = told.indsatser.iter().find(|i| i.id == id)?;
        let theme = theme_of(&self.theme, report);
        let theme = if grey { Cow::Owned(theme.grey()) } else { theme };
        let charts = self.charts(loaded, &told, &insights, &theme, Some(indsats)).ok()?;
        let (own, numbers) = ((told.as_ref(), report.as_ref()), numbers(report));
        let handover = self.handover(loaded, report, own, &insights, (&charts, &numbers));
        let own = handover.files_of(indsats);
        let figures = paths::figurer(id);
        let is_figure = |path: &&String| path.starts_with(&figures);
        if !own.keys().filter(is_figure).eq(before.keys().filter(is_figure)) {
            return None;
        }
        let mut files = before.clone();
        files.extend(own);
        Some(Prepared {
            stamp: self.stamp(report, None).ok()?,
            title: report.rapport.titel.clone(),
            report: Arc::clone(report),
            insights,
            excerpt: None,
            incomplete: false,
            attachments: true,
            shown: true,
            files,
        })
    }

    /// The report as it is told: without sentences that cannot be said yet, and with a sign of its
    /// own for every note.
    fn told(&self, report: &Arc<Report>, insights: &Insights) -> Arc<Report> {
        let waits = |insight: &Indsigt, c: Coverage| {
            let (topic, owners) = (insight.emne.as_str(), owing(report, insight));
            self.words.say(&if owners.is_empty() {
                text!("insight-waits", topic = topic, known = c.known, of = c.of)
            } else {
                let owners = Text::all_of(owners);
                text!(
                    "insight-waits-owed",
                    topic = topic,
                    known = c.known,
                    of = c.of,
                    owners = owners
                )
            })
        };
        let told = insight::told(report, insights, &waits).map(Arc::new);
        let mut told = told.unwrap_or_else(|| Arc::clone(report));
        if signs::are_shared(&told) {
            signs::separate(Arc::make_mut(&mut told));
        }
        told
    }

    /// What is handed over of a report: as it is told, and as the data have it.
    fn handover<'a>(
        &'a self,
        loaded: &'a Loaded,
        whole: &'a Report,
        (told, data): (&'a Report, &'a Report),
        insights: &'a Insights,
        (charts, numbers): (&'a [Chart], &'a BTreeMap<String, usize>),
    ) -> Handover<'a> {
        Handover {
            words: &self.words,
            report: told,
            whole,
            insights,
            charts,
            pictures: &loaded.pictures,
            symbols: &loaded.symbols,
            data,
            normal: &[],
            excerpt: None,
            numbers,
            outlines: data.rapport.geojson.as_deref().zip(loaded.outlines.as_ref()),
            references: None,
            index: None,
        }
    }

    fn stamp(&self, report: &Report, excerpt: Option<&Description>) -> Result<Stamp, Finding> {
        let rapport = &report.rapport;
        let made = match self.made {
            Some(made) => made,
            None => stamp::report_date(rapport.dato.as_deref(), rapport.aar)?,
        };
        let part = excerpt.map_or("", |excerpt| excerpt.slug.as_str());
        let ident = format!("sats {} {} {} {part}", rapport.kommune, rapport.titel, rapport.aar);
        Ok(Stamp { ident, made })
    }
}

/// Codes of the forvaltninger that owe numbers which an insight waits for, in the report's order.
fn owing<'r>(report: &'r Report, insight: &Indsigt) -> Vec<&'r str> {
    let counts_users = matches!(insight.figur, Some(IndsigtFigur::Brugere));
    let is_waited_for = |what: &What<'_>| match what {
        What::Years { .. } => counts_users,
        What::Amount => !counts_users,
        _ => false,
    };
    let gaps = report.indsatser.iter().flat_map(|i| gaps(i, &[Tilstand::Udfyldes]));
    let owed: BTreeSet<&str> =
        gaps.filter(|gap| is_waited_for(&gap.what)).map(|gap| gap.owner).collect();
    let codes = report.forvaltninger.iter().map(|f| f.kode.as_str());
    codes.filter(|code| owed.contains(code)).collect()
}

/// Number of every indsats in the whole report, by id.
fn numbers(report: &Report) -> BTreeMap<String, usize> {
    (1..).zip(&report.indsatser).map(|(nr, i)| (i.id.clone(), nr)).collect()
}
