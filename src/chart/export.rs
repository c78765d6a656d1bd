//! Whole pictures for slides, the web and print: title, subtitle, figure, notes, source and sender
//! together, as SVG and PNG, with the numbers as CSV, the alt text beside them, and a list of all.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rayon::prelude::*;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, WriteOptions};
use serde_json::json;

use super::canvas::Canvas;
use super::scene::{Anchor, Looks, Style};
use super::{Chart, ChartFonts, FigureId, Frame, Weight, codes, svg};
use crate::finding::Finding;
use crate::text;
use crate::theme::{Role, Theme};

/// Space around the picture, pt.
const MARGIN: f64 = 12.0;
/// Name of the list of all pictures.
const LIST: &str = "charts.json";

/// What pictures are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// A slide of 13⅓ by 7½ inches: as large as there is room under a heading, text as outlines,
    /// for the font is on no other machine.
    Slide,
    /// A page of the web: as wide as a column of text, sharp on fine screens.
    Web,
    /// Paper: as large as in the report.
    #[default]
    Print,
}

impl Size {
    /// How much larger than in the report a picture of this many pt becomes.
    fn scale(self, width: f64, height: f64) -> f64 {
        match self {
            Self::Slide => (864.0 / width).min(410.0 / height),
            Self::Web => (540.0 / width).max(1.0),
            Self::Print => 1.0,
        }
    }

    /// Pixels to the inch of the PNG.
    fn ppi(self) -> f64 {
        match self {
            Self::Slide => 150.0,
            Self::Web => 192.0,
            Self::Print => 300.0,
        }
    }
}

/// What is asked for besides the figures.
#[derive(Debug, Clone, Default)]
pub struct Order {
    /// What the pictures are for.
    pub size: Size,
    /// Who publishes them, and in what: `Københavns Kommune: Sikker By 2024`. Stands in each.
    pub sender: String,
    /// What is added to the names of files whose figures are an excerpt's.
    pub suffix: Option<String>,
    /// Pages of the report that figures stand on.
    pub pages: BTreeMap<FigureId, usize>,
}

/// One file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    /// File name: `ludo-serie.svg`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Four files a figure, in the figures' order: `.svg`, `.png`, `.csv`, `.txt` (title and alt
/// text); then the list of all, `charts.json`. `font_files` are the fonts that text is set with.
///
/// # Errors
/// A picture that cannot be rendered.
pub fn files(
    charts: &[Chart],
    theme: &Theme,
    fonts: &ChartFonts,
    font_files: &[&[u8]],
    order: &Order,
) -> Result<Vec<ExportFile>, Finding> {
    let looks = Looks::of(theme);
    let mut options = Options::default();
    for file in font_files {
        options.fontdb_mut().load_font_data(file.to_vec());
    }
    let made: Result<Vec<_>, Finding> = charts
        .par_iter()
        .map(|chart| {
            let picture = picture(chart, theme, &looks, fonts, order);
            let (svg, png) =
                rendered(&picture, &options, order.size, &open(chart)).map_err(|why| {
                    Finding::error(
                        codes::PNG.code,
                        text!("chart-undrawn", id = chart.id.as_str(), why = why),
                    )
                    .hint(text!("chart-undrawn-hint"))
                })?;
            let file = |end: &str, bytes| ExportFile { name: name(chart, order, end), bytes };
            Ok([
                file("svg", svg.unwrap_or(picture).into_bytes()),
                file("png", png),
                file("csv", chart.table.csv().into_bytes()),
                file("txt", words(chart).into_bytes()),
            ])
        })
        .collect();
    let list = ExportFile { name: LIST.to_owned(), bytes: list(charts, order).into_bytes() };
    Ok(made?.into_iter().flatten().chain([list]).collect())
}

fn name(chart: &Chart, order: &Order, end: &str) -> String {
    let stem = chart.id.file_stem();
    match &order.suffix {
        Some(suffix) => format!("{stem}-{suffix}.{end}"),
        None => format!("{stem}.{end}"),
    }
}

/// What there is, as JSON.
fn list(charts: &[Chart], order: &Order) -> String {
    let figures = charts.iter().map(|chart| {
        let file = |end| name(chart, order, end);
        json!({
            "id": chart.id.as_str(),
            "titel": chart.apart.title,
            "undertitel": chart.subtitle,
            "alt": chart.apart.alt,
            "kilde": chart.source,
            "side": order.pages.get(&chart.id),
            "svg": file("svg"),
            "png": file("png"),
            "data": file("csv"),
        })
    });
    let list = json!({ "afsender": order.sender, "figurer": figures.collect::<Vec<_>>() });
    format!("{list:#}\n")
}

/// The alt text with what it belongs to.
fn words(chart: &Chart) -> String {
    let mut out = format!("{}\n", chart.apart.title);
    for line in [&chart.subtitle, &chart.apart.alt] {
        if !line.is_empty() {
            let _ = writeln!(out, "{line}");
        }
    }
    out
}

/// The figure with everything that the page sets around it, and who publishes it.
#[must_use]
pub fn picture(
    chart: &Chart,
    theme: &Theme,
    looks: &Looks,
    fonts: &ChartFonts,
    order: &Order,
) -> String {
    let width = chart.width_pt + 2.0 * MARGIN;
    let mut canvas = Canvas::new(Frame::of(width, 1.0, false), looks, fonts);
    let style = |grade: &str, weight, role| {
        let fallback = looks.label();
        let (size, leading) =
            theme.grade(grade).map_or((fallback.size, fallback.leading), |g| (g.grad, g.linje));
        Style { size, leading, weight, role }
    };
    let title = style("overskrift2", Weight::Semibold, Role::Title);
    let quiet = style("billedtekst", Weight::Regular, Role::Muted);
    let note = style("note", Weight::Regular, Role::Muted);
    let mut top = MARGIN;
    for (text, style) in [(&chart.apart.title, &title), (&chart.subtitle, &quiet)] {
        top = paragraph(&mut canvas, text, style, top);
    }
    let at = top + 6.0;
    top = at + chart.height_pt + 8.0;
    let source = chart.source.as_ref().map(|k| text!("chart-source", source = k).to_string());
    let sender = Some(&order.sender).filter(|sender| !sender.is_empty());
    for text in chart.notes.iter().chain(&chart.apart.footnotes).chain(&source).chain(sender) {
        top = paragraph(&mut canvas, text, &note, top) + 1.0;
    }
    canvas.scene.height = top + MARGIN - 1.0;
    let scene = &canvas.scene;
    let scale = order.size.scale(scene.width, scene.height);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}pt\" height=\"{}pt\" \
         viewBox=\"0 0 {} {}\"{}",
        svg::pt(scene.width * scale),
        svg::pt(scene.height * scale),
        svg::units(scene.width),
        svg::units(scene.height),
        open(chart),
    );
    let paper = looks.rgb(&Role::Paper);
    let _ = writeln!(out, "<rect width=\"100%\" height=\"100%\" fill=\"{paper}\"/>");
    let inner = svg::body(&chart.drawing.scene, looks);
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

/// The end of the opening tag, and what a reader that hears it is told first.
fn open(chart: &Chart) -> String {
    let (title, alt) = (svg::escape(&chart.apart.title), svg::escape(&chart.apart.alt));
    format!(" role=\"img\">\n<title>{title}</title>\n<desc>{alt}</desc>\n")
}

/// The picture with its text as outlines, where its size asks for that, and as a PNG.
fn rendered(
    picture: &str,
    options: &Options<'_>,
    size: Size,
    open: &str,
) -> Result<(Option<String>, Vec<u8>), String> {
    let tree = Tree::from_str(picture, options).map_err(|e| e.to_string())?;
    let outlined = (size == Size::Slide).then(|| {
        let settings = WriteOptions { preserve_text: false, ..WriteOptions::default() };
        // It drops what is heard and not seen.
        tree.to_string(&settings).replacen('>', open, 1)
    });
    // usvg's unit is the CSS pixel, 96 to the inch.
    let zoom = (size.ppi() / 96.0) as f32;
    let pixels = tree.size().to_int_size().scale_by(zoom).ok_or("the picture has no size")?;
    let mut pixels =
        Pixmap::new(pixels.width(), pixels.height()).ok_or("the picture is too large")?;
    resvg::render(&tree, Transform::from_scale(zoom, zoom), &mut pixels.as_mut());
    Ok((outlined, png(&pixels, size.ppi())?))
}

/// A PNG that says its size, so that it is put on a page as large as it is meant.
fn png(pixels: &Pixmap, ppi: f64) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let a_metre = (ppi / 0.0254).round() as u32;
    let unit = png::Unit::Meter;
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: a_metre, yppu: a_metre, unit }));
    let mut writer = encoder.write_header().map_err(|e| e.to_string())?;
    // The paper covers all: nothing is clear.
    let colours: Vec<u8> =
        pixels.pixels().iter().flat_map(|p| [p.red(), p.green(), p.blue()]).collect();
    writer.write_image_data(&colours).map_err(|e| e.to_string())?;
    writer.finish().map_err(|e| e.to_string())?;
    Ok(out)
}
