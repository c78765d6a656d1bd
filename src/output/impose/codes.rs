//! Codes of the findings about imposition.

crate::codes! {
    /// Codes about imposition.
    IMPOSE:
    UNREADABLE "P301" "a PDF to impose cannot be read, or one of its pages cannot"
        "The PDF whose pages should go on sheets is no PDF, is encrypted, has no pages, or has a \
         page without a size or with content that cannot be unpacked.";
    PAPER "P302" "the paper's thickness is none"
        "The thickness of the paper makes the inner sheets of a booklet stand out. It is given in \
         mm: office paper of 80 g/m² has 0.1. Measure ten sheets and divide by ten.";
    LOST "P303" "something on the pages does not come along to the sheets"
        "Links, notes and form fields belong to a page on the screen. Pages that are set on \
         sheets keep what is drawn on them only; what a filled-in form field shows is lost, too. \
         Print the form to a PDF first.";
}
