//! What tags say of their looks and of heads of cells, as far as anyone needs it.

use lopdf::{Dictionary, Object};

use super::tree::{At, Tree};

/// Looks that the page shows anyway. Some readers take the borders' for a fault.
const LOOKS: [&[u8]; 7] = [
    b"BorderColor",
    b"BorderStyle",
    b"BorderThickness",
    b"Padding",
    b"LineHeight",
    b"BaselineShift",
    b"BackgroundColor",
];

/// Whether anyone needs to hear an attribute of a tag.
/// - `kind`: of the tag; `key`: of the attribute.
pub(super) fn is_needed(kind: &str, key: &[u8]) -> bool {
    // A figure is taken for a part of a line where it does not say that it is a block.
    !LOOKS.contains(&key) && (key != b"Placement" || kind == "Figure")
}

/// Takes the lists of heads away in tables whose heads say by themselves which cells are theirs.
pub(super) fn mend(tree: &mut Tree) {
    for at in tree.in_order() {
        if tree.nodes[at].kind == "Table" {
            let cells = super::cells::cells(tree, at);
            if is_regular(tree, &cells) {
                forget_heads(tree, &cells);
            }
        }
        drop_empty(&mut tree.nodes[at].says);
    }
}

/// Every head says whether it is a column's or a row's, and none spans several rows. One over several
/// columns is the head of each.
fn is_regular(tree: &Tree, cells: &[At]) -> bool {
    cells.iter().all(|at| {
        let node = &tree.nodes[*at];
        let spans = has(&node.says, b"RowSpan");
        !(node.kind == "TH" && (spans || !has(&node.says, b"Scope")))
    })
}

fn forget_heads(tree: &mut Tree, cells: &[At]) {
    for at in cells {
        let node = &mut tree.nodes[*at];
        each(&mut node.says, |attributes| drop(attributes.remove(b"Headers")));
        node.says.remove(b"ID");
    }
}

/// The attributes of a tag, one dictionary for each owner.
fn list(says: &Dictionary) -> &[Object] {
    match says.get(b"A") {
        Ok(Object::Array(all)) => all.as_slice(),
        Ok(one) => std::slice::from_ref(one),
        Err(_) => &[],
    }
}

fn has(says: &Dictionary, key: &[u8]) -> bool {
    list(says).iter().filter_map(|one| one.as_dict().ok()).any(|dict| dict.has(key))
}

/// Changes each of a tag's attribute dictionaries.
pub(super) fn each(says: &mut Dictionary, mut change: impl FnMut(&mut Dictionary)) {
    let all = match says.get_mut(b"A") {
        Ok(Object::Array(all)) => all.as_mut_slice(),
        Ok(one) => std::slice::from_mut(one),
        Err(_) => return,
    };
    all.iter_mut().filter_map(|one| one.as_dict_mut().ok()).for_each(&mut change);
}

/// Dictionaries that name their owner and nothing else go.
fn drop_empty(says: &mut Dictionary) {
    let says_more =
        |one: &Object| one.as_dict().is_ok_and(|dict| dict.len() > usize::from(dict.has(b"O")));
    let kept = match says.get_mut(b"A") {
        Ok(Object::Array(all)) => {
            all.retain(says_more);
            match all.len() {
                0 | 1 => all.pop(),
                _ => return,
            }
        }
        Ok(one) if !says_more(one) => None,
        _ => return,
    };
    match kept {
        Some(one) => says.set("A", one),
        None => drop(says.remove(b"A")),
    }
}
