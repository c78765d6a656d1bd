//! Forms as they are seen and printed.

use super::*;

/// What a part of a workbook says.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
    let mut text = String::new();
    let mut part = zip.by_name(name).expect("a part");
    std::io::Read::read_to_string(&mut part, &mut text).expect("XML");
    text
}

#[test]
fn a_page_of_tables_repeats_the_title_alone_and_no_table_is_divided() {
    let (_, report) = fixture();
    let made = bytes(&report, "SOF");
    let read = read("x.xlsx", &made).expect("readable");
    let at = read.sheets.iter().position(|s| s.name.contains("tabeller SSP")).expect("a sheet");
    let names = part(&made, "xl/workbook.xml");
    let repeated = format!("'{}'!$1:$1<", read.sheets[at].name);
    assert!(names.contains(&repeated), "{names}");
    let xml = part(&made, &format!("xl/worksheets/sheet{}.xml", at + 1));
    // A page begins with the title of a table.
    let breaks = xml.split("<brk id=\"").skip(1).map(|b| b.split('"').next().unwrap_or_default());
    let breaks: Vec<u32> = breaks.map(|b| b.parse().expect("a row")).collect();
    assert!(!breaks.is_empty());
    for row in breaks {
        assert!(read.sheets[at].text(row, 2).is_some_and(|title| !title.is_empty()), "{row}");
        assert!(read.sheets[at].text(row, FIELD).is_none(), "a title asks for nothing");
        assert!(read.sheets[at].text(row - 1, 2).is_none(), "it does not follow a row");
    }
}

#[test]
fn last_years_value_is_that_of_the_same_year_and_room_is_said_to_be_shared() {
    let (_, report) = fixture();
    let ludo = report.indsatser.iter().find(|i| i.id == "ludo").expect("ludo");
    let mut then = ludo.clone();
    let years = &mut then.brugere.serie[0].vaerdier;
    years.remove("2023");
    let asked = question::questions(ludo, Some(&then), BTreeSet::new());
    let before = |year: &str| {
        let field = format!("brugere.serie[0].vaerdier.{year}");
        asked.list.iter().find(|q| q.field == field).expect("asked").before.clone()
    };
    assert_eq!(before("2022").as_deref(), Some("16"));
    assert_eq!(before("2023"), None, "last year's report did not have it");

    let mut form = form(&report);
    form.room.insert("ludo".to_owned(), 800);
    let made = read("x.xlsx", &workbook(&form, "SOF").expect("it fits")).expect("readable");
    let (sheet, lead) = row(&made, "ludo", "lead");
    let said = made.sheets[sheet].text(2, 2).expect("what there is room for");
    assert!(said.contains("800 tegn mere i alt, som alle teksterne deles om"), "{said}");
    // A field tells its own length and promises nothing.
    let length = &made.sheets[sheet].cells[&(lead, names::LENGTH.into())].said;
    assert!(matches!(length, Said::Number(n) if *n > 100.0), "{length:?}");
}
