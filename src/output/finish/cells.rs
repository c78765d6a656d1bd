//! A head cell that says nothing heads nothing: it becomes a cell like others.

use std::collections::BTreeSet;

use lopdf::Object;

use super::attributes::each;
use super::tree::{At, Tree};

/// Mends the cells of all tables.
pub(super) fn mend(tree: &mut Tree) {
    let tables: Vec<At> =
        tree.in_order().into_iter().filter(|at| tree.nodes[*at].kind == "Table").collect();
    for table in tables {
        let cells = cells(tree, table);
        let empty: Vec<At> = cells
            .iter()
            .copied()
            .filter(|at| tree.nodes[*at].kind == "TH" && tree.is_empty(*at))
            .collect();
        let mut gone = BTreeSet::new();
        for at in empty {
            let node = &mut tree.nodes[at];
            node.kind = "TD".to_owned();
            if let Some(Object::String(id, _)) = node.says.remove(b"ID") {
                gone.insert(id);
            }
            without(&mut node.says, b"Scope");
        }
        if gone.is_empty() {
            continue;
        }
        for at in cells {
            forget(&mut tree.nodes[at].says, &gone);
        }
    }
}

/// The cells of a table, not those of a table inside it.
pub(super) fn cells(tree: &Tree, table: At) -> Vec<At> {
    let mut found = Vec::new();
    let mut open: Vec<At> = tree.nodes[table].tags().collect();
    while let Some(at) = open.pop() {
        match tree.nodes[at].kind.as_str() {
            "TH" | "TD" => found.push(at),
            "Table" => {}
            _ => open.extend(tree.nodes[at].tags()),
        }
    }
    found
}

fn without(says: &mut lopdf::Dictionary, key: &[u8]) {
    each(says, |attributes| drop(attributes.remove(key)));
}

/// Takes these ids out of the heads that a cell names.
fn forget(says: &mut lopdf::Dictionary, gone: &BTreeSet<Vec<u8>>) {
    each(says, |attributes| {
        let Ok(Object::Array(heads)) = attributes.get_mut(b"Headers") else { return };
        heads.retain(|head| !head.as_str().is_ok_and(|id| gone.contains(id)));
        if heads.is_empty() {
            attributes.remove(b"Headers");
        }
    });
}
