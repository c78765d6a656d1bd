//! The codes of findings: what each means, in one table. `sats check --explain D010` prints it.
//!
//! D001 to D009 reading, D010 to D019 shape, D020 to D029 text, D030 to D039 references,
//! D040 to D059 form. Codes from D100 belong to the checks of what the report says.

use crate::finding::Code;

/// Every code there is, in order. Families of checks add their tables here.
pub fn all() -> impl Iterator<Item = &'static Code> {
    let history = super::history::codes::HISTORY;
    let (carried, gate, edit) = (super::carried::CONFIRM, super::gate::GATE, super::edit::EDIT);
    [LOAD, super::check::codes::CHECK, super::new_year::NEW_YEAR, carried, gate, history, edit]
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
    MISSING_FILE "D001" "a file is missing"
        "A report is a folder with rapport.toml, forvaltninger.toml, fagprincipper.toml, \
         bydele.toml and one file per indsats in indsatser/. Make the file, or name the right \
         folder with --data.";
    UNREADABLE "D002" "a file cannot be read"
        "The name is there, but it is a folder, a link to nothing, or the system refuses to read \
         it. Put a plain file in its place, or mend its permissions.";
    NOT_UTF8 "D003" "a file is not UTF-8"
        "Data files are text in UTF-8, as TOML asks. Open the file in an editor, choose UTF-8 as \
         its encoding, and save it again.";
    TOO_LARGE "D004" "a file is too large"
        "A data file holds at most 4 MB; one indsats takes some 20 kB. A larger file is most \
         likely not a data file at all. Pictures belong in billeder/.";
    EMPTY_FILE "D005" "a file is empty"
        "There is nothing in the file, or only white space and comments. Fill it in, or delete it \
         and take its id out of raekkefoelge.";
    SYNTAX "D006" "a file is not TOML"
        "The text breaks a rule of TOML: a quote or bracket that is not closed, a key that stands \
         twice, a value without quotes. All such places of a file are told at once; its content is \
         checked when they are mended.";
    STRAY_FILE "D007" "a file is not read"
        "The file lies where data is read from, but nothing reads a file of that name. Rename it, \
         or move it out of the folder.";
    BAD_ID "D008" "a file's name cannot be an id"
        "The file's name without .toml is the id of the indsats and part of addresses and file \
         names. It is made of a to z, 0 to 9 and hyphens, 40 characters at most.";
    UNKNOWN_KEY "D010" "an unknown key"
        "Keys that the model does not know are refused, so that a misspelt key never means that \
         something is silently left out. `sats schema` writes every key with its meaning.";
    MISSING_KEY "D011" "a required key is missing"
        "The table cannot do without this key. The hint shows an example.";
    WRONG_TYPE "D012" "a value of the wrong kind"
        "The key takes another kind of value. Numbers are written bare (30.6, never \"30,6 %\"), \
         words in quotes, lists in square brackets.";
    OUT_OF_RANGE "D013" "a number out of range"
        "The number is smaller or larger than the key allows, or does not fit 64 bits.";
    UNKNOWN_WORD "D014" "a word that the key does not know"
        "The key takes one of a few words. They are listed in the hint.";
    WRONG_LENGTH "D015" "a list of the wrong length"
        "The list must have exactly as many items as the key says.";
    NOT_A_NUMBER "D016" "not a number"
        "nan and inf are TOML, but no figures of a report. Write the number, or \"mangler\" where \
         it is not known.";
    MODEL "D017" "a value that the model refuses"
        "The value has the right shape but could not be read into the model. The message says why.";
    CONTROL_CHARACTER "D020" "a control character in text"
        "Characters below U+0020 other than line breaks and tabs, and U+007F to U+009F, cannot be \
         printed. They come in by copying from other programs. Delete them.";
    BIDI_CONTROL "D021" "a character that turns the direction of text"
        "U+202A to U+202E and U+2066 to U+2069 make text appear in another order than it is \
         written, which can hide what a text says. Danish needs none of them. Delete them.";
    TOO_LONG "D022" "a text is too long"
        "A single text holds at most 20,000 characters; a spread holds some 6,000 in all. Divide \
         the text into blocks.";
    EMPTY_TEXT "D023" "a required text is empty"
        "The key is there, but its text is empty. Write it, or take the key out if the model lets \
         you.";
    PROSE "D024" "something that prose may not hold"
        "Prose takes paragraphs, **bold**, *italic*, lists and links. Headings, tables, quotes and \
         pictures are blocks of their own. HTML and code are not used.";
    PLACEHOLDER "D025" "an unknown placeholder"
        "`{name}` stands for a computed number, in the texts of the insights; `{tal.1}` and \
         `{ord.1}` for a callout's own numbers; `{word}` in a shared text for a word of `med`. \
         Braces that mean braces are doubled: `{{` and `}}`.";
    LONG_NAME "D026" "a name is long"
        "Names over 120 characters break the page. A name over 28 characters wants a `kort_navn` \
         of at most 28 for running heads and charts.";
    UNKNOWN_BYDEL "D030" "an unknown bydel"
        "Bydele are named as in bydele.toml, by name or alias. Add the place as alias of the bydel \
         it lies in, or write the bydel's name.";
    UNKNOWN_FORVALTNING "D031" "an unknown forvaltning"
        "Forvaltninger are named by their code in forvaltninger.toml, for example SOF.";
    UNKNOWN_FAGPRINCIP "D032" "an unknown fagprincip"
        "Fagprincipper are named by their number in fagprincipper.toml.";
    ORDER_WITHOUT_FILE "D033" "an id without a file"
        "raekkefoelge names an indsats that has no file in indsatser/.";
    FILE_WITHOUT_ORDER "D034" "a file without a place in the order"
        "Every file in indsatser/ stands once in raekkefoelge in rapport.toml, which decides the \
         order of the spreads. Add its id there, or move the file away.";
    OVERVIEW_ORDER "D035" "the overview's order does not fit"
        "overblik_raekkefoelge names exactly the ids of raekkefoelge, in the overview's order; or \
         it is left out.";
    UNKNOWN_SHARED "D036" "an unknown shared text"
        "`faelles` names a text under [faelles] in rapport.toml.";
    SHARED_WORDS "D037" "a shared text's words do not fit"
        "`med` gives a word for each placeholder of the shared text, and no others.";
    PICTURE "D038" "a picture that cannot be used"
        "`fil` names a PNG, JPEG or SVG file directly in billeder/, without folders. It is whole, in \
         RGB or grey, at most 64 MB and 50 million pixels.";
    GEOJSON "D039" "the map file cannot be used"
        "`geojson` names a file beside rapport.toml, without folders.";
    DUPLICATE "D040" "something stands twice"
        "Ids, names, codes, numbers, aliases and tiles each name one thing. Two that are the same \
         cannot be told apart.";
    WRONG_YEAR "D041" "years do not fit"
        "The folder has the name of the report's year, and the data year is not after it.";
    SERIES_YEAR "D042" "a series' key is no year"
        "The keys of `vaerdier` are years from 1990 to 2100: vaerdier = { 2022 = 239, 2023 = 401 }.";
    ROW_LENGTH "D043" "a row does not fit its table"
        "Every row has as many cells as the table has columns. An empty cell is \"\", a printed \
         dash \"-\", a lost value \"mangler\".";
    PAIR "D044" "a pair needs two series"
        "`par = true` says that two series are read as pairs (722/335). It needs exactly two, with \
         the same years.";
    MARK "D045" "a footnote mark of another form"
        "Footnote marks are *, ** and ***.";
    NEGATIVE "D046" "a negative amount or count"
        "Kroner, persons and other counts are zero or more.";
    AGES "D047" "an age range runs backwards"
        "`fra` is not greater than `til`. Leave `til` out for an open range.";
    GEOGRAPHY "D048" "the whole city, or bydele"
        "An indsats either covers the whole city (bydaekkende = true, no bydele) or has at least \
         one bydel.";
    DATE "D049" "a date that does not exist"
        "Dates are written YYYY-MM-DD and exist in the calendar.";
    FIGURE "D050" "a figure's values do not fit"
        "Each series of a figure has as many values as there are categories. A figure whose values \
         are lost has `tilstand = \"mangler\"` and no series; every other figure has at least one.";
    PICTURE_STATE "D051" "a picture without file or alt text"
        "A picture has `fil` and `alt`, or `tilstand = \"mangler\"`.";
    NUMBER_AS_WORDS "D052" "a number is written as words"
        "The cell stands in a column of numbers but is a string that reads as a number. It would \
         be printed as it stands and left out of sums and charts. Write it as a number; the unit \
         is the column's.";
    UNKNOWN_ACCEPT "D053" "an accepted finding of an unknown code"
        "`kode` under [[accepteret]] is not a code of any finding.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_in_order_and_explained() {
        let codes: Vec<&str> = all().map(|c| c.code).collect();
        let mut sorted = codes.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(codes, sorted);
        assert!(all().all(|c| !c.title.is_empty() && c.explain.ends_with('.')));
    }

    #[test]
    fn a_code_is_found_in_either_case() {
        assert_eq!(find(" d010 "), Some(&UNKNOWN_KEY));
        assert_eq!(find("D999"), None);
    }
}
