//! Text: positions, sizes and glyphs of what is shown.

use super::ledger::rounded;
use crate::text;
use crate::words::plain;
use std::sync::Arc;

use tiny_skia::Transform;

use super::font::Font;
use super::rules;
use super::state::Bounds;
use super::walk::Walker;

/// Text and line matrix between `BT` and `ET`.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Matrices {
    pub text: Transform,
    pub line: Transform,
}

impl Walker<'_> {
    /// `Td`: a new line, moved from the start of this one.
    pub(super) fn next_line(&mut self, x: f32, y: f32) {
        self.text.line = self.text.line.pre_translate(x, y);
        self.text.text = self.text.line;
    }

    /// `Tm`.
    pub(super) fn set_text_matrix(&mut self, matrix: Transform) {
        self.text = Matrices { text: matrix, line: matrix };
    }

    /// A number in `TJ`: thousandths of the size, backwards.
    pub(super) fn shift(&mut self, thousandths: f32) {
        let by = -thousandths / 1000.0 * self.state.size * self.state.stretch;
        self.text.text = self.text.text.pre_translate(by, 0.0);
    }

    /// Shows a string.
    pub(super) fn show(&mut self, text: &[u8]) {
        let Some(font) = self.state.font.clone() else {
            self.ledger
                .note(rules::MISSING_RESOURCE, self.page, self.object, || text!("pf-no-font"));
            return;
        };
        let codes = font.codes(text);
        let mut extent: Option<Bounds> = None;
        let size = self.shown_size();
        for code in codes {
            if !self.shared.budget.operator() {
                self.exhausted();
                return;
            }
            if let Some(bounds) = self.glyph(&font, code) {
                let all = extent.unwrap_or(bounds);
                let corners = [
                    (all.x0, all.y0),
                    (all.x1, all.y1),
                    (bounds.x0, bounds.y0),
                    (bounds.x1, bounds.y1),
                ];
                extent = Bounds::of(corners);
            }
            self.advance(&font, code);
        }
        let visible = extent.filter(|_| !matches!(self.state.render, 3 | 7));
        let Some(extent) = visible.map(|extent| extent.and(&self.state.clip)) else { return };
        if extent.is_empty() {
            return;
        }
        self.counts(&extent);
        self.judge_font(&font);
        // Modes 0, 2, 4 and 6 fill, 1, 2, 5 and 6 stroke.
        if matches!(self.state.render, 0 | 2 | 4 | 6) {
            let painted = self.painted(false, extent);
            self.judge.text(&painted.view(), size, &mut self.ledger);
        }
        if matches!(self.state.render, 1 | 2 | 5 | 6) {
            let painted = self.painted(true, extent);
            self.judge.text(&painted.view(), size, &mut self.ledger);
        }
    }

    /// From glyph space (thousandths) to the page.
    fn to_page(&self) -> Transform {
        let state = &self.state;
        let size = state.size / 1000.0;
        Transform::from_row(size * state.stretch, 0.0, 0.0, size, 0.0, state.rise)
            .post_concat(self.text.text)
            .post_concat(state.ctm)
    }

    /// Size of the text on the page, pt.
    fn shown_size(&self) -> f32 {
        let t = self.text.text.post_concat(self.state.ctm);
        self.state.size.abs() * (t.kx * t.kx + t.sy * t.sy).sqrt()
    }

    /// Lays one glyph's ink; its extent on the page, none for a space.
    fn glyph(&mut self, font: &Arc<Font>, code: u16) -> Option<Bounds> {
        let Some(glyph) = font.glyph(code) else {
            if self.state.render != 3 {
                self.ledger.note(rules::NOTDEF, self.page, self.object, || {
                    text!("pf-notdef", font = font.name.as_str(), code = plain(code))
                });
            }
            return None;
        };
        if glyph.cover <= 0.0 || glyph.bounds.is_empty() {
            return None;
        }
        let bounds = glyph.bounds.mapped(self.to_page());
        if matches!(self.state.render, 0 | 2 | 4 | 6) {
            let laid = self.laid(false);
            self.lay(&bounds, |plates, clip| plates.cover(&bounds, glyph.cover, clip, &laid));
        }
        Some(bounds)
    }

    fn advance(&mut self, font: &Font, code: u16) {
        let state = &self.state;
        let space = if !font.composite && code == 32 { state.word_space } else { 0.0 };
        let by =
            (font.advance(code) / 1000.0 * state.size + state.char_space + space) * state.stretch;
        self.text.text = self.text.text.pre_translate(by, 0.0);
    }

    /// Rules for the font itself, where it is used.
    fn judge_font(&mut self, font: &Font) {
        let (page, object) = (self.page, self.object);
        if !font.embedded {
            self.ledger.note(rules::NOT_EMBEDDED, page, object, || {
                text!("pf-not-embedded", font = font.name.as_str())
            });
        }
        if font.type3 {
            self.ledger
                .note(rules::TYPE3, page, object, || text!("pf-type3", font = font.name.as_str()));
        }
        if font.name.starts_with("Courier") {
            self.ledger.note(rules::COURIER, page, object, || {
                text!("pf-courier", font = font.name.as_str())
            });
        }
        if let Some((code, stated, there)) = font.wrong_width {
            self.ledger.note(rules::WIDTHS, page, object, || {
                text!(
                    "pf-widths",
                    font = font.name.as_str(),
                    code = plain(code),
                    stated = rounded(stated, 0),
                    there = rounded(there, 0)
                )
            });
        }
    }

    /// Sets font and size by the font's name in the resources.
    pub(super) fn set_font(&mut self, name: &[u8], size: f32) {
        self.state.size = size;
        self.state.font = self.font(name);
        if self.state.font.is_none() {
            self.missing(text!("pf-font"), name);
        }
    }
}
