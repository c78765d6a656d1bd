//! Codes of the findings about finished files.

crate::codes! {
    /// Codes about finished files.
    OUTPUT:
    STANDARD "P001" "the pages do not meet PDF/A-3a or PDF/UA-1"
        "The pages cannot be written as PDF/A-3a and PDF/UA-1, for instance because a figure \
         has no alternative text, a heading level is skipped or a glyph is missing. Where the \
         place is known it is in the layout that makes the thing.";
    WRITE "P002" "a file cannot be written"
        "The file cannot be written: the folder is not there and cannot be made, is full or \
         read-only, or a folder stands where the file should. The last good file is untouched.";
    DATE "P003" "`SOURCE_DATE_EPOCH` or the report's date is no date"
        "The date in SOURCE_DATE_EPOCH (seconds since 1970) or in the report (`dato`, YYYY-MM-DD) \
         is no date of the calendar between the years 1970 and 9999.";
    DRAFT "P004" "the pages are a draft's"
        "The pages carry the marks of a draft (stamp, watermark, change bars, what is missing) and \
         can never become the official edition. Build it without `draft`.";
    FINISH "P005" "the typeset PDF is not what was expected"
        "The typeset PDF has something that the finishing pass does not know, for instance a tag \
         that a layout asks for with `maerket` and that PDF does not have, or a carrier that is \
         empty. Where the page is known it is said; the place is in the layout that makes it.";
    PICTURE "P111" "a page cannot be drawn as a picture"
        "The pages could not be drawn or encoded as PNG, most likely because there is not memory \
         enough for so many pixels.";
    TIFF "P110" "a page cannot be written as TIFF"
        "The page could not be drawn or encoded as a bitmap, most likely because there is not \
         memory enough for it at 300 pixels an inch.";
}
