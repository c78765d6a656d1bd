//! Whole pictures for slides and the web: title, subtitle, figure, notes and source together, as
//! SVG and PNG, with the numbers as CSV and the alt text beside them.

use std::fmt::Write as _;

use rayon::prelude::*;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::canvas::Canvas;
use super::scene::{Anchor, Looks, Style};
use super::{Chart, ChartFonts, Frame, Weight, codes, svg};
use crate::finding::Finding;
use crate::theme::{Role, Theme};

/// Space around the picture, pt.
const MARGIN: f64 = 12.0;
/// Pixels to the inch of the PNG.
const PPI: f64 = 300.0;

/// One file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    /// File name: `ludo-serie.svg`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Four files a figure, in the figures' order: `.svg`, `.png`, `.csv`, `.txt` (title and alt
/// text). `font_files` are the fonts that the PNG's text is set with. Errors: a picture that
/// cannot be rendered.
pub fn files(
    charts: &[Chart],
    theme: &Theme,
    fonts: &ChartFonts,
    font_files: &[&[u8]],
) -> Result<Vec<ExportFile>, Finding> {
    let looks = Looks::of(theme);
    let mut options = Options::default();
    for file in font_files {
        options.fontdb_mut().load_font_data(file.to_vec());
    }
    let made: Result<Vec<_>, Finding> = charts
        .par_iter()
        .map(|chart| {
            let picture = picture(chart, theme, &looks, fonts);
            let png = png(&picture, &options).map_err(|error| {
                let words = format!("`{}` cannot be made a PNG: {error}", chart.id);
                Finding::error(codes::PNG.code, words)
                    .hint("the SVG of the figure is at fault; report it")
            })?;
            let stem = chart.id.file_stem();
            let file = |end: &str, bytes| ExportFile { name: format!("{stem}.{end}"), bytes };
            Ok([
                file("svg", picture.into_bytes()),
                file("png", png),
                file("csv", chart.tabel.csv().into_bytes()),
                file("txt", words(chart).into_bytes()),
            ])
        })
        .collect();
    Ok(made?.into_iter().flatten().collect())
}

/// The alt text with what it belongs to.
fn words(chart: &Chart) -> String {
    let mut out = format!("{}\n", chart.titel);
    for line in [&chart.undertitel, &chart.alt] {
        if !line.is_empty() {
            let _ = writeln!(out, "{line}");
        }
    }
    out
}

/// The figure with everything that the page sets around it.
#[must_use]
pub fn picture(chart: &Chart, theme: &Theme, looks: &Looks, fonts: &ChartFonts) -> String {
    let width = chart.bredde_pt + 2.0 * MARGIN;
    let mut canvas = Canvas::new(Frame::of(width, 1.0, false), looks, fonts);
    let style = |grade: &str, weight, role| {
        let fallback = looks.label();
        let (size, leading) =
            theme.grade(grade).map_or((fallback.size, fallback.leading), |g| (g.grad, g.linje));
        Style { size, leading, weight, role }
    };
    let title = style("overskrift2", Weight::Semibold, Role::Titel);
    let quiet = style("billedtekst", Weight::Regular, Role::Daempet);
    let note = style("note", Weight::Regular, Role::Daempet);
    let mut top = MARGIN;
    for (text, style) in [(&chart.titel, &title), (&chart.undertitel, &quiet)] {
        top = paragraph(&mut canvas, text, style, top);
    }
    let at = top + 6.0;
    top = at + chart.hoejde_pt + 8.0;
    let source = chart.kilde.as_ref().map(|k| format!("Kilde: {k}"));
    for text in chart.noter.iter().chain(&chart.fodnoter).chain(&source) {
        top = paragraph(&mut canvas, text, &note, top) + 1.0;
    }
    canvas.scene.height = top + MARGIN - 1.0;
    let scene = &canvas.scene;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{}pt\" height=\"{}pt\" \
         viewBox=\"0 0 {} {}\">\n<title>{}</title>\n<desc>{}</desc>\n",
        svg::pt(scene.width),
        svg::pt(scene.height),
        svg::units(scene.width),
        svg::units(scene.height),
        svg::escape(&chart.titel),
        svg::escape(&chart.alt),
    );
    let paper = looks.rgb(&Role::Papir);
    let _ = writeln!(out, "<rect width=\"100%\" height=\"100%\" fill=\"{paper}\"/>");
    let inner = svg::body(&chart.tegning.scene, looks);
    let (x, y) = (svg::units(MARGIN), svg::units(at));
    let _ = writeln!(out, "<g transform=\"translate({x} {y})\">\n{inner}</g>");
    out.push_str(&svg::body(scene, looks));
    out.push_str("</svg>\n");
    out
}

/// Sets wrapped text; gives where the next begins.
fn paragraph(c: &mut Canvas<'_>, text: &str, style: &Style, top: f64) -> f64 {
    if text.trim().is_empty() {
        return top;
    }
    let lines = c.wrap(text, style, c.width() - 2.0 * MARGIN);
    c.lines(&lines, MARGIN, top, Anchor::Start, style);
    top + lines.len() as f64 * style.leading
}

fn png(picture: &str, options: &Options<'_>) -> Result<Vec<u8>, String> {
    let tree = Tree::from_str(picture, options).map_err(|e| e.to_string())?;
    // usvg's unit is the CSS pixel, 96 to the inch.
    let zoom = (PPI / 96.0) as f32;
    let size = tree.size().to_int_size().scale_by(zoom).ok_or("the picture has no size")?;
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("the picture is too large")?;
    resvg::render(&tree, Transform::from_scale(zoom, zoom), &mut pixels.as_mut());
    pixels.encode_png().map_err(|e| e.to_string())
}
