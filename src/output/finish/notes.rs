//! Notes: each with an id of its own, which PDF/UA asks for (ISO 14289-1, 7.9).

use std::collections::BTreeSet;

use lopdf::{Object, StringFormat};

use super::tree::Tree;

/// Numbers the notes that have no id.
pub(super) fn number(tree: &mut Tree) {
    let order = tree.in_order();
    let known: BTreeSet<Vec<u8>> = order
        .iter()
        .filter_map(|at| tree.nodes[*at].says.get(b"ID").ok()?.as_str().ok().map(<[u8]>::to_vec))
        .collect();
    let mut next = 1_usize;
    for at in order {
        if tree.nodes[at].kind != "Note" {
            continue;
        }
        if tree.nodes[at].says.has(b"ID") {
            continue;
        }
        let id = loop {
            let id = format!("note-{next}").into_bytes();
            next += 1;
            if !known.contains(&id) {
                break id;
            }
        };
        tree.nodes[at].says.set("ID", Object::String(id, StringFormat::Literal));
    }
}
