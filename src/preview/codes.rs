//! Codes of the findings about the preview itself.

crate::codes! {
    /// Codes about the preview.
    PREVIEW:
    SERVER "V001";
    WATCH "V002";
}
