//! Codes of the findings about layouts and fonts.

crate::codes! {
    /// Codes about layouts and fonts.
    TYPESET:
    LAYOUT "L001";
    NO_LAYOUTS "L002";
    WORDS "L003";
    CONTRACT "L004";
    STRAY_LAYOUT "L005";
    INTERNAL "L006";
    OFF_PAPER "L007";
    OVER_NEIGHBOUR "L008";
    CUT_OFF "L009";
    BAD_FONT "F001";
    NO_FACE "F002";
    NOT_EMBEDDABLE "F003";
    NO_GLYPH "F004";
}
