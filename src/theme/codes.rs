//! Codes of the findings about the theme.

crate::codes! {
    /// Codes about the theme.
    THEME:
    UNREADABLE "T001" "theme.toml cannot be used"
        "theme.toml is not TOML, or a colour, grade, slot or font that the program needs is missing \
         or misspelt. The place names the key.";
    SAME_COLOUR "T002" "two roles have the same colour"
        "Two roles have the same RGB. The print edition finds a colour's inks by its RGB, so each \
         must be unique; a step in one channel is enough and cannot be seen.";
    INK "T003" "inks are out of their range"
        "Inks are percent, 0 to 100 each, and all four together at most 300: more does not dry \
         on coated paper in sheet-fed offset.";
    SLOT "T004" "a chart's slot is not usable"
        "A chart's slot, [plads.*], is too narrow or lacks its heights. Charts are drawn at true \
         size and cannot be drawn smaller than their labels.";
    GRADE "T005" "a grade is not usable"
        "A grade that charts use, [grad], is too small to read or has lines tighter than its type.";
    CHART_FONTS "T006" "charts have no fonts to measure with"
        "Charts measure their labels with the report's own fonts and need an upright regular (400) \
         and an upright semibold (600) of the theme's family.";
    CONTRAST "T010" "a colour is too near the paper"
        "The contrast between the colour and the paper is too small to read or see (WCAG 2.2: 4.5:1 \
         for text, 3:1 for graphics).";
    LIGHTNESS "T011" "two colours have the same lightness"
        "Two colours that stand side by side have nearly the same lightness: a grey print or a \
         photocopier cannot keep them apart.";
    ALIKE "T012" "two colours look alike to some eyes"
        "Two colours that stand side by side look alike to people who do not tell red from green, \
         or blue from yellow.";
    NO_LABEL "T013" "no text is readable on a colour"
        "Neither the text colour nor the paper's is readable on this colour, so a chart cannot put \
         a label in it.";
}
