//! A new block to be written: an example says how a block is built, and nothing of what it says is the
//! report's. So its texts are missing and its numbers to be filled in, and the gate stays shut.

use toml::{Table, Value};

use crate::report::carried;

/// Keys whose strings are said to readers.
const SAID: [&str; 7] = ["tekst", "titel", "navn", "punkter", "beskrivelse", "alt", "billedtekst"];
/// Keys whose numbers are the report's.
const COUNTED: [&str; 3] = ["celler", "vaerdier", "tal"];
/// Keys of a figure that its values belong to.
const VALUES: [&str; 2] = ["kategorier", "serier"];

/// The block with nothing in it that the example says.
pub(super) fn blank(mut block: Table) -> Table {
    // A figure that waits for its values has none yet, and no categories.
    let before = block.len();
    block.retain(|key, _| !VALUES.contains(&key));
    if block.len() < before {
        block.insert("tilstand".to_owned(), "udfyldes".into());
    }
    let blank = block.into_iter().map(|(key, value)| (key.clone(), value_of(&key, value)));
    blank.collect()
}

fn value_of(key: &str, value: Value) -> Value {
    match value {
        Value::Array(items) if COUNTED.contains(&key) => {
            Value::Array(items.iter().map(|_| "udfyldes".into()).collect())
        }
        // One point of a list tells enough.
        Value::Array(items) if key == "punkter" => {
            Value::Array(items.into_iter().take(1).map(|item| value_of(key, item)).collect())
        }
        Value::Array(items) => {
            Value::Array(items.into_iter().map(|item| value_of(key, item)).collect())
        }
        Value::Table(table) => {
            Value::Table(table.into_iter().map(|(k, v)| (k.clone(), value_of(&k, v))).collect())
        }
        // The numbers of a sentence keep their place in it.
        Value::String(text) if SAID.contains(&key) => match text.split_once('}') {
            Some((number, _)) if number.starts_with('{') => {
                format!("{number}}} {}", carried::to_write()).into()
            }
            _ => carried::to_write().into(),
        },
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use crate::report::carried;
    use crate::report::schema::{blocks, new_block};

    #[test]
    fn a_new_block_says_nothing_that_an_example_says() {
        for (kind, example) in blocks() {
            let block = new_block(&kind).expect("a block").to_string();
            let waits = block.contains(carried::to_write()) || block.contains("\"udfyldes\"");
            assert!(waits, "{kind}: {block}");
            for said in ["sigtelser", "Selvforsørgende", "30.6", "76", "23", "døgnrytme", "Mentor"]
            {
                let hers = example.to_string().contains(said);
                assert!(!hers || !block.contains(said), "{kind}: {said} in {block}");
            }
        }
    }
}
