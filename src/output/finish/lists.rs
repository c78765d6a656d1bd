//! Lists: items are direct children, each with sign and body, and the numbering that is said is the
//! one that is shown.

use lopdf::Object;

use super::tree::{At, Kid, Node, Tree};

/// Mends all lists.
pub(super) fn mend(tree: &mut Tree) {
    for at in tree.in_order() {
        if tree.nodes[at].kind == "L" {
            lift(tree, at);
            numbering(tree, at);
        }
    }
}

/// Makes lists that follow one another one, and gives items their bodies, once nothing stands
/// between them any more.
pub(super) fn unite(tree: &mut Tree) {
    for at in tree.inside_out() {
        join(tree, at);
    }
    for at in tree.in_order() {
        if tree.nodes[at].kind == "LI" {
            body(tree, at);
        }
    }
}

/// Lists that follow one another, asked for by items that are set apart, are one.
fn join(tree: &mut Tree, at: At) {
    if tree.nodes[at].kids.iter().filter(|kid| asked(tree, kid).is_some()).count() < 2 {
        return;
    }
    let kids = std::mem::take(&mut tree.nodes[at].kids);
    let mut kept: Vec<Kid> = Vec::with_capacity(kids.len());
    for kid in kids {
        let before = kept.last().and_then(|kid| asked(tree, kid));
        match (before, asked(tree, &kid)) {
            (Some(list), Some(more)) if tree.nodes[list].says == tree.nodes[more].says => {
                let more = std::mem::take(&mut tree.nodes[more].kids);
                tree.nodes[list].kids.extend(more);
            }
            _ => kept.push(kid),
        }
    }
    tree.nodes[at].kids = kept;
}

fn asked(tree: &Tree, kid: &Kid) -> Option<At> {
    match kid {
        Kid::Tag(at) if tree.nodes[*at].kind == "L" && tree.nodes[*at].meant => Some(*at),
        _ => None,
    }
}

/// Boxes between a list and its items go: a grid or block that only places them.
fn lift(tree: &mut Tree, list: At) {
    while let Some(place) = tree.nodes[list].kids.iter().position(|kid| match kid {
        Kid::Tag(at) => tree.nodes[*at].kind == "Div",
        Kid::Content { .. } | Kid::Annotation { .. } => false,
    }) {
        let Kid::Tag(inner) = tree.nodes[list].kids[place] else { return };
        let kids = std::mem::take(&mut tree.nodes[inner].kids);
        tree.nodes[list].kids.splice(place..=place, kids);
    }
}

/// Typst says of every list with signs that they are circles. The report's are dashes, which have
/// no name: `None` means signs that follow no numbering (ISO 32000-1, table 347).
fn numbering(tree: &mut Tree, list: At) {
    let Ok(attributes) = tree.nodes[list].says.get_mut(b"A") else { return };
    let all = match attributes {
        Object::Array(all) => all.as_mut_slice(),
        one => std::slice::from_mut(one),
    };
    for attributes in all.iter_mut().filter_map(|one| one.as_dict_mut().ok()) {
        if attributes.get(b"ListNumbering").and_then(Object::as_name).is_ok_and(|n| n == b"Circle")
        {
            attributes.set("ListNumbering", "None");
        }
    }
}

/// What is no sign of an item is its body.
fn body(tree: &mut Tree, item: At) {
    let is = |tree: &Tree, kid: &Kid, kind: &str| match kid {
        Kid::Tag(at) => tree.nodes[*at].kind == kind,
        Kid::Content { .. } | Kid::Annotation { .. } => false,
    };
    if tree.nodes[item].kids.iter().any(|kid| is(tree, kid, "LBody")) {
        return;
    }
    let kids = std::mem::take(&mut tree.nodes[item].kids);
    let (signs, rest): (Vec<Kid>, Vec<Kid>) =
        kids.into_iter().partition(|kid| is(tree, kid, "Lbl"));
    let body = tree.add(Node::new("LBody", rest));
    tree.nodes[item].kids = signs;
    tree.nodes[item].kids.push(Kid::Tag(body));
}
