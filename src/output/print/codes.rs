//! Codes of the findings about print files and printers' profiles.

crate::codes! {
    /// Codes about print files.
    PRINT:
    UNREADABLE "P101";
    PROFILE "P102";
    ICC "P103";
    BLEED "P104";
    COLOUR "P105";
    PICTURE "P106";
    HELD_BACK "P107";
}
