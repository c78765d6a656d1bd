//! Codes of the findings about imposition.

/// The PDF to impose cannot be read, or one of its pages cannot.
pub const UNREADABLE: &str = "P301";
/// The paper's thickness is none.
pub const PAPER: &str = "P302";
/// Something on the pages does not come along to the sheets.
pub const LOST: &str = "P303";

/// Each code with what it means and what to do, for `sats check --explain`.
pub const EXPLAINED: &[(&str, &str)] = &[
    (
        UNREADABLE,
        "The PDF whose pages should go on sheets is no PDF, is encrypted, has no pages, or has a \
         page without a size or with content that cannot be unpacked.",
    ),
    (
        PAPER,
        "The thickness of the paper makes the inner sheets of a booklet stand out. It is given in \
         mm: office paper of 80 g/m² has 0.1. Measure ten sheets and divide by ten.",
    ),
    (
        LOST,
        "Links, notes and form fields belong to a page on the screen. Pages that are set on \
         sheets keep what is drawn on them only; what a filled-in form field shows is lost, too. \
         Print the form to a PDF first.",
    ),
];
