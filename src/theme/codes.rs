//! Codes of the findings about the theme.

/// Each code with what it means and what to do, for `sats check --explain`.
pub const EXPLAINED: &[(&str, &str)] = &[
    (
        "T001",
        "theme.toml is not TOML, or a colour, grade, slot or font that the program needs is missing \
         or misspelt. The place names the key.",
    ),
    (
        "T002",
        "Two roles have the same RGB. The print edition finds a colour's inks by its RGB, so each \
         must be unique; a step in one channel is enough and cannot be seen.",
    ),
    (
        "T003",
        "Inks are percent, 0 to 100 each, and all four together at most 300: more does not dry \
         on coated paper in sheet-fed offset.",
    ),
    (
        "T004",
        "A chart's slot, [plads.*], is too narrow or lacks its heights. Charts are drawn at true \
         size and cannot be drawn smaller than their labels.",
    ),
    (
        "T005",
        "A grade that charts use, [grad], is too small to read or has lines tighter than its type.",
    ),
    (
        "T006",
        "Charts measure their labels with the report's own fonts and need an upright regular (400) \
         and an upright semibold (600) of the theme's family.",
    ),
    (
        "T010",
        "The contrast between the colour and the paper is too small to read or see (WCAG 2.2: 4.5:1 \
         for text, 3:1 for graphics).",
    ),
    (
        "T011",
        "Two colours that stand side by side have nearly the same lightness: a grey print or a \
         photocopier cannot keep them apart.",
    ),
    (
        "T012",
        "Two colours that stand side by side look alike to people who do not tell red from green, \
         or blue from yellow.",
    ),
    (
        "T013",
        "Neither the text colour nor the paper's is readable on this colour, so a chart cannot put \
         a label in it.",
    ),
];
