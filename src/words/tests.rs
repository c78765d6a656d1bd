//! The catalogue as it is said.

use super::*;
use crate::text;

fn overlay(text: &str) -> (Arc<Words>, Vec<Fault>) {
    let file = OverlayFile { name: "L/ord/da/own.ftl".to_owned(), text: text.to_owned() };
    Words::with(Language::Danish, &[file], &|id| id == "mit_ord")
}

#[test]
fn a_list_is_joined_in_the_language_and_nothing_is_isolated() {
    let list = Text::all_of(["SOF", "BIF", "BUF"]);
    assert_eq!(list.to_string(), "SOF, BIF og BUF");
    assert_eq!(Words::built_in(Language::English).say(&list), "SOF, BIF and BUF");
    assert_eq!(Text::one_of(["a"]).to_string(), "a");
    assert_eq!(Text::list(Vec::<&str>::new()).to_string(), "");
    let said = text!("words-no-term", term = "tilbud").to_string();
    assert_eq!(said, "ordet -tilbud findes ikke");
}

#[test]
fn numbers_have_the_form_of_the_language_and_choose_the_plural() {
    let (words, faults) =
        overlay("list-and = { $first ->\n    [one] én\n   *[other] { $first }\n} { $last }\n");
    assert_eq!(faults, []);
    let said = |n: f64| words.say(&text!("list-and", first = n, last = 12_345));
    assert_eq!(said(1.0), "én 12.345");
    assert_eq!(said(0.5), "én 12.345", "the Danish rule");
    assert_eq!(said(2.5), "2,5 12.345");
    assert_eq!(said(1e300).len(), 301 + 100 + 7);
    assert_eq!(said(f64::NAN), "·· 12.345");
    let english = Words::built_in(Language::English);
    let said = english.say(&text!("list-and", first = 1234.5, last = plain(2024)));
    assert_eq!(said, "1,234.5 and 2024");
}

#[test]
fn a_report_about_tilbud_in_kvarterer_is_an_overlay() {
    let (words, faults) = overlay(
        "-indsats = { $form ->\n   *[ental] tilbud\n    [bestemt] tilbuddet\n    [flertal] tilbud\n    \
         [alle] tilbuddene\n}\n    .koen = intet\n",
    );
    assert_eq!(faults, []);
    let words = words.of_layouts();
    assert_eq!(words["indsatserne"], "Tilbuddene");
    assert_eq!(
        words["indsatserne_lead"],
        "Hvert tilbud har sit opslag. Nummeret i kanten er tilbuddets. Linjen går fra det årstal, \
         der er oplyst for tilbuddet."
    );
    assert_eq!(words["indhold"], "Indhold", "the rest is built in");
    assert_eq!(words["handout"]["side_af"], "side {nr} af {antal}");
}

#[test]
fn what_is_wrong_in_an_overlay_is_told_at_its_place() {
    let source = "indhold = Oversigt\n\nlist-and = { $foerst } { $last }\nindhol = x\n\
                  kolofon = { -tilbud }\n-bydel = { $form ->\n   *[ental] kvarter\n}\nmangler = {\n";
    let (words, mut faults) = overlay(source);
    faults.sort_by_key(|fault| fault.range.start);
    let told: Vec<_> = faults
        .iter()
        .map(|fault| {
            let line = source[..fault.range.start].matches('\n').count() + 1;
            format!("{line}: {}; {}", fault.message, fault.hint)
        })
        .collect();
    assert_eq!(
        told,
        [
            "3: list-and får ingen værdi, der hedder `$foerst`; teksten får: $first, $last",
            "4: ingen tekst i programmet hedder indhol; mente du indhold?",
            "5: ordet -tilbud findes ikke; kendte ord: -bydel, -fagprincip, -forvaltning, \
             -grundprincip, -hele-byen, -indsats, -opslag",
            "6: ordet -bydel mangler formen `.koen`; tilføj linjen `.koen = …` under ordet, rykket ind",
            "6: ordet -bydel mangler formen `alle`; skriv `[alle] …` ved de andre former",
            "6: ordet -bydel mangler formen `bestemt`; skriv `[bestemt] …` ved de andre former",
            "6: ordet -bydel mangler formen `flertal`; skriv `[flertal] …` ved de andre former",
            "10: her er ordfilen ikke skrevet rigtigt; en linje er `navn = tekst`; fortsættes teksten, \
             rykkes næste linje ind; værdier står som { $navn }",
        ]
    );
    assert_eq!(words.get("indhold"), "Oversigt");
    assert_eq!(words.get("kolofon"), "Kolofon", "a faulty text gives way to the built-in one");
}
