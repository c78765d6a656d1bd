//! Fields of a draft in the data as they are now.

use super::place::Leaf;

/// The field of the data as it is now that says what the draft's field said: blocks move, and their
/// paths with them.
pub(super) fn now(felt: &str, words: &[&str], leaves: &[Leaf]) -> String {
    let Some(at) = felt.rfind("blok[") else { return felt.to_owned() };
    let block = |field: &str| {
        let end = field.get(at..)?.find(']')? + at + 1;
        field
            .get(..end)
            .filter(|_| field.starts_with(felt.get(..at).unwrap_or_default()))
            .map(str::to_owned)
    };
    let alike = |of: &str| {
        let said: String = leaves
            .iter()
            .filter(|leaf| block(&leaf.field).as_deref() == Some(of))
            .map(|leaf| format!(" {} ", leaf.said))
            .collect();
        words.iter().filter(|w| w.chars().count() > 3 && said.contains(**w)).count()
    };
    let own = block(felt).unwrap_or_else(|| felt.to_owned());
    let here = alike(&own);
    let long = words.iter().filter(|w| w.chars().count() > 3).count();
    if long == 0 || here * 2 >= long {
        return felt.to_owned();
    }
    let mut blocks: Vec<String> = leaves.iter().filter_map(|leaf| block(&leaf.field)).collect();
    blocks.dedup();
    let best = blocks
        .into_iter()
        .max_by_key(|b| alike(b))
        .filter(|b| alike(b) > here && alike(b) * 2 >= long);
    best.map_or_else(|| felt.to_owned(), |best| felt.replacen(&own, &best, 1))
}
