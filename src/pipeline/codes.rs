//! Codes of the findings about what was asked for.

crate::codes! {
    /// Codes about what was asked for.
    PIPELINE:
    SELECTION "K001";
}
