//! Codes of the findings about the command line.

crate::codes! {
    /// Codes about the command line.
    CLI:
    USAGE "K002";
    MISSING "K003";
    WORKBOOK "K005";
}
