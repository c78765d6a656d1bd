//! Codes of the findings about the theme.

crate::codes! {
    /// Codes about the theme.
    THEME:
    UNREADABLE "T001";
    SAME_COLOUR "T002";
    INK "T003";
    SLOT "T004";
    GRADE "T005";
    CHART_FONTS "T006";
    PAGE "T007";
    CONTRAST "T010";
    LIGHTNESS "T011";
    ALIKE "T012";
    NO_LABEL "T013";
    NO_PRINCIPLE_COLOUR "T014";
    NO_SYMBOL "T016";
    NO_COMPONENT "T017";
    UNREAD_TOKEN "T018";
    STRAY_SYMBOL "T019";
}
