//! The codes of findings: what each means, in one table. `sats check --explain D010` prints it.
//!
//! D001 to D009 reading, D010 to D019 shape, D020 to D029 text, D030 to D039 references,
//! D040 to D059 form. Codes from D100 belong to the checks of what the report says.

use crate::finding::Code;

/// Every code there is, in order. Families of checks add their tables here.
pub fn all() -> impl Iterator<Item = &'static Code> {
    let history = super::history::codes::HISTORY;
    let (carried, gate, edit) = (super::carried::CONFIRM, super::gate::GATE, super::edit::EDIT);
    let (typed, personal) = (super::check::TYPED, super::check::PERSONAL);
    let (form, indsats) = (super::form::FORM, super::edit::indsats::INDSATS);
    let comments = crate::comments::COMMENTS;
    let check = super::check::codes::CHECK;
    let new_year = super::new_year::NEW_YEAR;
    [LOAD, check, new_year, carried, gate, typed, personal, edit, form, indsats, comments, history]
        .into_iter()
        .flatten()
}

/// The code of that name, in upper or lower case.
#[must_use]
pub fn find(code: &str) -> Option<&'static Code> {
    all().find(|c| c.code.eq_ignore_ascii_case(code.trim()))
}

crate::codes! {
    /// The loader's codes.
    LOAD:
    MISSING_FILE "D001";
    UNREADABLE "D002";
    NOT_UTF8 "D003";
    TOO_LARGE "D004";
    EMPTY_FILE "D005";
    SYNTAX "D006";
    STRAY_FILE "D007";
    BAD_ID "D008";
    CHANGING "D009";
    UNKNOWN_KEY "D010";
    MISSING_KEY "D011";
    WRONG_TYPE "D012";
    OUT_OF_RANGE "D013";
    UNKNOWN_WORD "D014";
    WRONG_LENGTH "D015";
    NOT_A_NUMBER "D016";
    MODEL "D017";
    NUMBER_AND_STATE "D018";
    CONTROL_CHARACTER "D020";
    BIDI_CONTROL "D021";
    TOO_LONG "D022";
    EMPTY_TEXT "D023";
    PROSE "D024";
    PLACEHOLDER "D025";
    LONG_NAME "D026";
    UNKNOWN_BYDEL "D030";
    UNKNOWN_FORVALTNING "D031";
    UNKNOWN_FAGPRINCIP "D032";
    ORDER_WITHOUT_FILE "D033";
    FILE_WITHOUT_ORDER "D034";
    OVERVIEW_ORDER "D035";
    UNKNOWN_SHARED "D036";
    SHARED_WORDS "D037";
    PICTURE "D038";
    GEOJSON "D039";
    DUPLICATE "D040";
    WRONG_YEAR "D041";
    SERIES_YEAR "D042";
    ROW_LENGTH "D043";
    PAIR "D044";
    MARK "D045";
    NEGATIVE "D046";
    AGES "D047";
    GEOGRAPHY "D048";
    DATE "D049";
    FIGURE "D050";
    PICTURE_STATE "D051";
    NUMBER_AS_WORDS "D052";
    UNKNOWN_ACCEPT "D053";
    NOT_WHOLE "D054";
    UNKNOWN_FIGURE "D055";
    COLOUR "D056";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_in_order() {
        let codes: Vec<&str> = all().map(|c| c.code).collect();
        let mut sorted = codes.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(codes, sorted);
    }

    #[test]
    fn a_code_is_found_in_either_case() {
        assert_eq!(find(" d010 "), Some(&UNKNOWN_KEY));
        assert_eq!(find("D999"), None);
    }
}
