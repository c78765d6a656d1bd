//! Codes of the findings about finished files.

/// The pages do not meet PDF/A-3a or PDF/UA-1.
pub const STANDARD: &str = "P001";
/// A file cannot be written.
pub const WRITE: &str = "P002";
/// `SOURCE_DATE_EPOCH` or the report's date is no date.
pub const DATE: &str = "P003";

/// Each code with what it means and what to do, for `sats check --explain`.
pub const EXPLAINED: &[(&str, &str)] = &[
    (
        STANDARD,
        "The pages cannot be written as PDF/A-3a and PDF/UA-1, for instance because a figure has \
         no alternative text, a heading level is skipped or a glyph is missing. Where the place is \
         known it is in the layout that makes the thing.",
    ),
    (
        WRITE,
        "The file cannot be written: the folder is not there and cannot be made, is full or \
         read-only, or a folder stands where the file should. The last good file is untouched.",
    ),
    (
        DATE,
        "The date in SOURCE_DATE_EPOCH (seconds since 1970) or in the report (`dato`, YYYY-MM-DD) \
         is no date of the calendar between the years 1970 and 9999.",
    ),
];
