//! How a form looks: quiet, one colour for what is asked, one for what is missing.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Formats of the cells.
pub(super) struct Style {
    pub title: Format,
    pub said: Format,
    pub head: Format,
    pub group: Format,
    pub label: Format,
    pub before: Format,
    pub text: Format,
    pub whole: Format,
    pub decimal: Format,
    pub choice: Format,
    pub locked: Format,
    pub hidden: Format,
    pub link: Format,
    /// Of a conditional format: still missing.
    pub missing: Format,
    /// Of a conditional format: too long.
    pub over: Format,
}

const INK: u32 = 0x1B_26_3B;
const ASKED: u32 = 0xFF_FF_FF;
const LINE: u32 = 0x8A_94_A6;
const QUIET: u32 = 0xF1_F3_F6;
const MISSING: u32 = 0xFF_E3_A3;
const OVER: u32 = 0xF6_C6_C0;

impl Style {
    pub(crate) fn new() -> Self {
        let base = Format::new()
            .set_font_name("Calibri")
            .set_font_size(11)
            .set_font_color(Color::RGB(INK))
            .set_align(FormatAlign::Top)
            .set_text_wrap();
        let entry = base
            .clone()
            .set_unlocked()
            .set_background_color(Color::RGB(ASKED))
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(LINE))
            .set_align(FormatAlign::Left)
            .set_indent(1);
        let quiet = base
            .clone()
            .set_background_color(Color::RGB(QUIET))
            .set_align(FormatAlign::Left)
            .set_indent(1);
        Self {
            title: base
                .clone()
                .set_bold()
                .set_font_size(18)
                .set_align(FormatAlign::Bottom)
                .unset_text_wrap(),
            said: base.clone().unset_text_wrap(),
            head: base
                .clone()
                .set_bold()
                .set_font_color(Color::RGB(ASKED))
                .set_background_color(Color::RGB(INK)),
            group: base
                .clone()
                .set_bold()
                .set_font_size(13)
                .unset_text_wrap()
                .set_align(FormatAlign::Bottom),
            label: base.clone().set_bold(),
            before: quiet.clone(),
            text: entry.clone().set_num_format("@"),
            whole: entry.clone().set_num_format("#,##0").set_align(FormatAlign::Right),
            decimal: entry.clone().set_num_format("General").set_align(FormatAlign::Right),
            choice: entry.clone().set_num_format("@"),
            locked: quiet,
            hidden: Format::new().set_font_size(8).set_font_color(Color::RGB(LINE)),
            link: base.clone().set_underline(rust_xlsxwriter::FormatUnderline::Single),
            missing: Format::new().set_background_color(Color::RGB(MISSING)),
            over: Format::new().set_background_color(Color::RGB(OVER)),
        }
    }
}
