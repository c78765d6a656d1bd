//! What fields and items are called in a list of changes.

use serde_json::Value;

use super::sentences;

/// Most characters of a block's first words when it has no title.
const EXCERPT: usize = 32;

/// The Danish name of a key. Empty for keys whose items carry the name themselves.
pub(super) fn of_key(key: &str) -> &str {
    match key {
        "blok" | "celler" | "indsigt" | "kolonner" | "noter" | "poster" | "raekker" | "serie"
        | "serier" | "spor" | "trin" | "vaerdier" => "",
        "aar" => "år",
        "accepteret" => "accepterede fund",
        "afsender" => "afsender",
        "alder" => "alder",
        "alias" => "andre navne",
        "alt" => "alternativ tekst",
        "bydaekkende" => "bydækkende",
        "bydel" => "bydele",
        "bydele" => "bydele",
        "beloeb" => "beløb",
        "begreb" => "forkortelser",
        "beloeb_note" => "note til beløbet",
        "beskrivelse" => "beskrivelse",
        "beskrivelse_fortsat" => "beskrivelse, fortsat",
        "billedtekst" => "billedtekst",
        "brugere" => "brugere",
        "dataaar" => "sidste år med tal",
        "datanoter" => "noter om data",
        "dato" => "dato",
        "diagram" => "diagramtype",
        "diskretion" => "diskretion",
        "egen_ramme" => "inden for egen ramme",
        "emne" => "emne",
        "emneord" => "emneord",
        "enhed" => "enhed",
        "faelles" => "fælles tekster",
        "fagprincip" | "fagprincipper" => "fagprincipper",
        "figur" => "figur",
        "figur_titel" => "figurens titel",
        "fil" => "fil",
        "flise" => "plads på kortet",
        "foelsom" => "følsom",
        "fra_sidste_aar" => "tekster fra sidste år",
        "forklaring" => "forklaring",
        "forkortelse" => "forkortelse",
        "forholdsord" => "forholdsord",
        "forvaltning" => "forvaltning",
        "forvaltninger" => "forvaltninger",
        "geografi" => "geografi",
        "geografi_som_trykt" => "geografi som trykt",
        "geojson" => "kort over bydelene",
        "graense" => "grænse",
        "grundprincipper" => "grundprincipper",
        "gruppe" => "overkolonne",
        "ikke" => "andre skrivemåder",
        "i_budgetpakken" => "i budgetpakken",
        "id" => "id",
        "indsigter" => "tværgående indsigter",
        "introduktion" => "introduktion",
        "kategorier" => "kategorier",
        "kendt" => "kendt om tallene",
        "kilde" => "kilde",
        "kode" => "kode",
        "kolofon" => "kolofon",
        "kommune" => "kommune",
        "kort_navn" => "kort navn",
        "kort_titel" => "kort titel",
        "laesevejledning" => "læsevejledning",
        "lead" => "indledning",
        "maalgruppe" => "målgruppe",
        "maalgrupper" => "målgrupper",
        "maerke" => "notemærke",
        "med" => "udfyldte ord",
        "n" => "antal observationer",
        "navn" => "navn",
        "niveau" => "overskriftens niveau",
        "note" => "note",
        "nr" => "nummer",
        "oekonomi" => "økonomi",
        "opdeling" => "opdeling",
        "orden" => "orden",
        "ordnet" => "fast rækkefølge",
        "organisation" => "organisation",
        "overblik" => "overblik",
        "overblik_raekkefoelge" => "rækkefølge i overblikket",
        "overskrift" => "overskrift",
        "par" => "læses parvis",
        "periode" => "periode",
        "person" => "person",
        "problem" => "problem",
        "punkter" => "punkter",
        "raekkefoelge" => "rækkefølge",
        "raekkehoved" => "rækkernes overskrift",
        "resultat" => "er et resultat",
        "rolle" => "rolle",
        "sammenlignelig" => "sammenlignelig",
        "siden" => "siden",
        "skylder" => "leveres af",
        "skriv" => "skrives",
        "skrivemaade" => "skrivemåder",
        "slags" => "slags",
        "spaend" => "spænd",
        "spalter" => "spalter",
        "strategi" => "strategi",
        "symbol" => "symbol",
        "symbol_tekst" => "tekst til symbolet",
        "taeller" => "tæller",
        "tal" => "tal",
        "tekst" => "tekst",
        "tidligere_id" => "tidligere id",
        "tillaeg" => "tillæg",
        "tilstand" => "tilstand",
        "titel" => "titel",
        "trykt" => "som trykt",
        "undertitel" => "undertitel",
        "varig" => "varig",
        "virkningsevaluering" => "virkningsevaluering",
        "visning" => "visning",
        other => other,
    }
}

/// Keys that say how something is shown or checked, not what it says.
pub(super) fn is_setting(key: &str) -> bool {
    matches!(
        key,
        "slags"
            | "enhed"
            | "rolle"
            | "resultat"
            | "orden"
            | "visning"
            | "diagram"
            | "tilstand"
            | "niveau"
            | "symbol"
            | "maerke"
            | "skylder"
    )
}

/// Keys that hold prose (the loader parses them); `kolonner` and `beskrivelse` of a table do not.
pub(super) fn is_prose(key: &str) -> bool {
    matches!(
        key,
        "tekst"
            | "lead"
            | "beskrivelse"
            | "beskrivelse_fortsat"
            | "kilde"
            | "note"
            | "punkter"
            | "symbol_tekst"
    )
}

/// What an item of a list is known by: its kind and its name, title, code or mark.
pub(super) fn identity(item: &Value) -> Option<String> {
    let said = |key: &str| item.get(key).and_then(Value::as_str).filter(|s| !s.is_empty());
    let kind = said("slags").unwrap_or_default();
    let name = match (kind, item.get("nr").and_then(Value::as_u64)) {
        ("overskrift", _) => said("tekst").map(str::to_owned),
        (_, Some(nr)) => Some(nr.to_string()),
        _ => ["kode", "id", "forkortelse", "skriv", "navn", "titel", "emne", "maerke", "fil"]
            .into_iter()
            .find_map(said)
            .map(str::to_owned),
    }?;
    Some(format!("{kind}\u{1f}{}\u{1f}{name}", said("gruppe").unwrap_or_default()))
}

/// What an item is called, the list's key and the item's index known.
pub(super) fn of_item(list: &str, item: &Value, index: usize) -> String {
    let said = |key: &str| item.get(key).and_then(Value::as_str).filter(|s| !s.is_empty());
    if let Some(slags) = said("slags") {
        return of_block(slags, item);
    }
    let name = ["kode", "kort_navn", "navn", "titel", "emne"].into_iter().find_map(said);
    match (list, name) {
        ("noter", _) => format!("note {}", said("maerke").unwrap_or_default()),
        ("raekker", None) => format!("række {}", index + 1),
        ("kolonner", None) => format!("kolonne {}", index + 1),
        ("kolonner", Some(name)) => match said("gruppe") {
            Some(gruppe) => format!("{gruppe} {name}"),
            None => name.to_owned(),
        },
        (_, Some(name)) => name.to_owned(),
        (_, None) => format!("nr. {}", index + 1),
    }
}

fn of_block(slags: &str, block: &Value) -> String {
    let kind = match slags {
        "tabel" => "tabel",
        "figur" => "figur",
        "citat" => "citat",
        "fremhaevet" => "fremhævet",
        "tal" => "tal",
        "spalteliste" => "spalteliste",
        "begreber" => "begreber",
        "trin" => "trin",
        "note" => "note",
        "kilde" => "kilde",
        "billede" => "billede",
        "overskrift" => "overskrift",
        other => other,
    };
    let said = |key: &str| block.get(key).and_then(Value::as_str).filter(|s| !s.is_empty());
    let words = said("titel").map(str::to_owned).or_else(|| said("tekst").map(excerpt));
    match words {
        Some(words) => format!("{kind} »{words}«"),
        None => kind.to_owned(),
    }
}

/// The first words of prose.
fn excerpt(text: &str) -> String {
    let plain = sentences::plain(text);
    let mut kept = String::new();
    for word in plain.split_whitespace() {
        if kept.chars().count() + word.chars().count() > EXCERPT {
            return format!("{kept} …");
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    kept
}

/// Names joined, the first with a capital: `Brugere, Forløb 2021`.
pub(super) fn joined(parts: &[String]) -> String {
    let mut all = String::new();
    let mut last = "";
    for part in parts.iter().filter(|p| !p.is_empty()) {
        // The series `Brugere` of the users, and the text of a block that goes by its first words.
        let said = part.to_lowercase() == last.to_lowercase();
        if said || (part == "tekst" && last.ends_with('«')) {
            continue;
        }
        last = part;
        let year = part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
        match (all.is_empty(), year) {
            (true, _) => {}
            (false, true) => all.push(' '),
            (false, false) => all.push_str(", "),
        }
        all.push_str(part);
    }
    let mut chars = all.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => all,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys_of(schema: &Value, keys: &mut Vec<String>) {
        match schema {
            Value::Object(map) => {
                if let Some(Value::Object(properties)) = map.get("properties") {
                    keys.extend(properties.keys().cloned());
                }
                map.values().for_each(|v| keys_of(v, keys));
            }
            Value::Array(items) => items.iter().for_each(|v| keys_of(v, keys)),
            _ => {}
        }
    }

    #[test]
    fn every_key_of_the_model_with_more_than_ascii_has_its_danish_name() {
        use crate::report::model::{Indsats, Rapport};
        let mut keys = Vec::new();
        for schema in [schemars::schema_for!(Indsats), schemars::schema_for!(Rapport)] {
            keys_of(schema.as_value(), &mut keys);
        }
        assert!(keys.len() > 100, "the schema was read");
        let untranslated = |k: &&String| {
            let spelled = ["aa", "ae", "oe", "_"].iter().any(|ascii| k.contains(ascii));
            spelled && of_key(k) == k.as_str()
        };
        assert_eq!(keys.iter().filter(untranslated).collect::<Vec<_>>(), Vec::<&String>::new());
    }

    #[test]
    fn a_year_stands_beside_its_series() {
        let parts = ["brugere", "", "Forløb", "", "2021"].map(str::to_owned);
        assert_eq!(joined(&parts), "Brugere, Forløb 2021");
    }

    #[test]
    fn a_block_without_a_title_is_known_by_its_first_words() {
        let block = serde_json::json!({
            "slags": "citat",
            "tekst": "En **dreng** på 14 år fortæller, at han har fået en bedre døgnrytme."
        });
        assert_eq!(of_item("blok", &block, 0), "citat »En dreng på 14 år fortæller, at …«");
    }
}
