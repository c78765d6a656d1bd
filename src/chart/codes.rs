//! Codes of the findings about figures.

crate::codes! {
    /// Codes about figures.
    CHART:
    PNG "K010";
}
