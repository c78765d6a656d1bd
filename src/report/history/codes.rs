//! Codes of the findings about data as it was.

crate::codes! {
    /// Codes about older data.
    HISTORY:
    NO_GIT "G001";
    NO_REPOSITORY "G002";
    NO_REVISION "G003";
    NO_DATA "G004";
    FAULTY "G005";
}
