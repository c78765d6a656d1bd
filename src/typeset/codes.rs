//! Codes of the findings about layouts and fonts.

crate::codes! {
    /// Codes about layouts and fonts.
    TYPESET:
    LAYOUT "L001" "a layout has an error or a warning"
        "A layout (.typ) has an error, or Typst warns about it. Warnings count as errors, \
         because what they warn of (an unknown font, a layout that does not settle) ruins the \
         page. The place is in the layout; the lines below it are the calls that led there.";
    NO_LAYOUTS "L002" "the layouts' folder or the asked layout is not there"
        "The folder given with --layouts is not there, is no folder, or lacks the layout that \
         the edition is made from. Without --layouts the layouts built into the program are \
         used.";
    BAD_FONT "F001" "a font file cannot be read"
        "A file in the fonts' folder has a font's name ending but is not a font that can be \
         read. Mend it or move it away; fonts are never skipped in silence.";
    NO_FACE "F002" "the theme asks for a family or weight that no font has"
        "theme.toml asks for a font family, weight or italic that is not there. Typst would \
         take the nearest one and the report would look wrong, so nothing is typeset. Add the \
         font with --fonts DIR, or change [skrift] in theme.toml.";
    NOT_EMBEDDABLE "F003" "a font forbids embedding"
        "The font's licence bits (OS/2 fsType) forbid embedding or subsetting. A PDF for \
         archive or print must embed its fonts. Get a licence and a file that allows it.";
    NO_GLYPH "F004" "a character has no glyph"
        "A character in the data or in a layout has no glyph in the report's font. There is no \
         fallback font, so it would print as an empty box. Write the text with other \
         characters, or add a font that has it.";
}
