//! Codes of the findings about imposition.

crate::codes! {
    /// Codes about imposition.
    IMPOSE:
    UNREADABLE "P301";
    PAPER "P302";
    LOST "P303";
}
