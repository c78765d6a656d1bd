//! Codes of the findings about finished files.

crate::codes! {
    /// Codes about finished files.
    OUTPUT:
    STANDARD "P001";
    WRITE "P002";
    DATE "P003";
    DRAFT "P004";
    FINISH "P005";
    PICTURE "P111";
    TIFF "P110";
}
