use super::super::shape::shape;
use super::*;
use crate::report::schema::{DataFile, schema};

/// Checks the example of every key of a shape against the key's own shape.
fn examples(keys: &[Key], wrong: &mut Vec<String>) {
    for key in keys {
        let example = key.example.as_ref().expect("a test of the schema asks for it");
        let text = format!("{} = {example}", key.name);
        let table = toml::de::DeTable::parse(&text).expect("examples are TOML");
        let tree = Node::from_table(&table);
        let one = Shape::Table(vec![key.clone()]);
        wrong.extend(validate("x", &tree, &one).into_iter().map(|f| f.message.to_string()));
        inside(&key.shape, wrong);
    }
}

fn inside(shape: &Shape, wrong: &mut Vec<String>) {
    match shape {
        Shape::Table(keys) => examples(keys, wrong),
        Shape::Array { item, .. } | Shape::Map(item) => inside(item, wrong),
        Shape::Tagged { variants, .. } => {
            variants.iter().for_each(|(_, keys)| examples(keys, wrong));
        }
        Shape::Union(options) => options.iter().for_each(|o| inside(o, wrong)),
        _ => {}
    }
}

#[test]
fn a_date_without_quotes_is_told_to_have_them() {
    let text = "dato = 2025-03-01\n";
    let table = toml::de::DeTable::parse(text).expect("TOML");
    let found = validate("x", &Node::from_table(&table), &shape(&schema(DataFile::Rapport)));
    let date = found.iter().find(|f| f.code == codes::WRONG_TYPE.code).expect("told");
    let hint = date.hints.first().map(ToString::to_string).unwrap_or_default();
    assert!(hint.contains("anførselstegn") && hint.contains("`dato = \"2024-05-01\"`"), "{hint}");
}

#[test]
fn every_example_of_the_schema_is_right_itself() {
    let mut wrong = Vec::new();
    for file in DataFile::ALL {
        inside(&shape(&schema(file)), &mut wrong);
    }
    assert_eq!(wrong, Vec::<String>::new());
}
