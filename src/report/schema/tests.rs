use super::*;

/// Every table of a schema with its name.
fn tables(root: &Value) -> Vec<(String, &Value)> {
    let mut all = vec![("the file".to_owned(), root)];
    let defs = root.get("$defs").and_then(Value::as_object);
    for (name, def) in defs.into_iter().flatten() {
        all.push((name.clone(), def));
        let variants = def.get("oneOf").and_then(Value::as_array);
        all.extend(variants.into_iter().flatten().map(|v| (name.clone(), v)));
    }
    all
}

#[test]
fn every_key_has_a_description_and_an_example() {
    let mut lacking = Vec::new();
    for (pattern, root) in schemas() {
        for (name, table) in tables(&root) {
            let properties = table.get("properties").and_then(Value::as_object);
            for (key, property) in properties.into_iter().flatten() {
                let described = property
                    .get("description")
                    .and_then(Value::as_str)
                    .is_some_and(|d| d.len() > 3);
                if !described || property.get("examples").is_none() {
                    lacking.push(format!("{pattern} {name}.{key}"));
                }
            }
        }
    }
    assert_eq!(lacking, Vec::<String>::new());
}

#[test]
fn no_key_may_be_null_and_every_file_has_a_schema() {
    let all = json_schema(Language::English);
    assert_eq!(all.as_object().map(Map::len), Some(6));
    assert!(!all.to_string().contains("\"null\""));
}

#[test]
fn a_block_knows_its_own_kind_and_refuses_other_keys() {
    let root = schema(DataFile::Indsats);
    let variants = root.pointer("/$defs/Blok/oneOf").and_then(Value::as_array).expect("variants");
    for variant in variants {
        assert_eq!(variant["additionalProperties"], Value::Bool(false));
        assert!(variant["required"].as_array().is_some_and(|r| r.contains(&"slags".into())));
    }
}

/// Descriptions of all schemas, each once.
fn descriptions(value: &Value, found: &mut std::collections::BTreeSet<String>) {
    if let Some(told) = value.get("description").and_then(Value::as_str) {
        found.insert(told.to_owned());
    }
    match value {
        Value::Object(map) => map.values().for_each(|value| descriptions(value, found)),
        Value::Array(items) => items.iter().for_each(|value| descriptions(value, found)),
        _ => {}
    }
}

#[test]
fn every_description_has_danish_words_and_every_danish_one_is_used() {
    let (mut english, mut danish) = Default::default();
    descriptions(&json_schema(Language::English), &mut english);
    descriptions(&json_schema(Language::Danish), &mut danish);
    // A file's name alone, and the money, are the same in both.
    let same = |told: &&String| {
        told.as_str() != "Kroner." && told.trim_end_matches('.').split('`').count() != 3
    };
    let kept: Vec<_> = english.intersection(&danish).filter(same).collect();
    assert_eq!(kept, Vec::<&String>::new(), "to be written in danish.toml");
    let unused: Vec<_> = DANISH.keys().filter(|key| !english.contains(*key)).collect();
    assert_eq!(unused, Vec::<&String>::new());
}
