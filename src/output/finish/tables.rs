//! Tables: rows stand in head and body, and the caption of a table is in it.

use lopdf::Object;

use super::tree::{At, Kid, Node, Tree};

/// Mends all tables and their captions.
pub(super) fn mend(tree: &mut Tree) {
    for at in tree.in_order() {
        if tree.nodes[at].kind == "Table" {
            rows(tree, at);
        }
        caption(tree, at);
    }
}

fn kind_of<'a>(tree: &'a Tree, kid: &Kid) -> &'a str {
    match kid {
        Kid::Tag(at) => &tree.nodes[*at].kind,
        Kid::Content { .. } | Kid::Annotation { .. } => "",
    }
}

/// Typst leaves rows bare where a table has row headers, or a head row has an empty corner.
fn rows(tree: &mut Tree, table: At) {
    if !tree.nodes[table].kids.iter().any(|kid| kind_of(tree, kid) == "TR") {
        return;
    }
    let kids = std::mem::take(&mut tree.nodes[table].kids);
    let (rows, mut kept): (Vec<Kid>, Vec<Kid>) =
        kids.into_iter().partition(|kid| kind_of(tree, kid) == "TR");
    let heads = rows.iter().take_while(|row| is_head(tree, row)).count();
    // A table of head rows alone would have no body.
    let heads = if heads == rows.len() { 0 } else { heads };
    let mut rows = rows.into_iter();
    let head: Vec<Kid> = rows.by_ref().take(heads).collect();
    for (kind, rows) in [("THead", head), ("TBody", rows.collect())] {
        if !rows.is_empty() {
            let group = tree.add(Node::new(kind, rows));
            kept.push(Kid::Tag(group));
        }
    }
    tree.nodes[table].kids = kept;
}

/// A row that heads columns: a head cell of columns, none of rows, and nothing said in cells of
/// data.
fn is_head(tree: &Tree, row: &Kid) -> bool {
    let Kid::Tag(row) = row else { return false };
    let mut heads = false;
    for cell in tree.nodes[*row].tags() {
        let node = &tree.nodes[cell];
        match (node.kind.as_str(), scope(&node.says)) {
            ("TH", Some(b"Row")) => return false,
            ("TH", _) => heads = true,
            _ if tree.is_empty(cell) => {}
            _ => return false,
        }
    }
    heads
}

fn scope(says: &lopdf::Dictionary) -> Option<&[u8]> {
    let all = match says.get(b"A").ok()? {
        Object::Array(all) => all.as_slice(),
        one => std::slice::from_ref(one),
    };
    all.iter()
        .filter_map(|one| one.as_dict().ok())
        .find_map(|dict| dict.get(b"Scope").ok()?.as_name().ok())
}

/// A caption beside one table and no figure is the table's.
fn caption(tree: &mut Tree, at: At) {
    let places = |kind: &str| -> Vec<usize> {
        let kids = tree.nodes[at].kids.iter().enumerate();
        kids.filter(|(_, kid)| kind_of(tree, kid) == kind).map(|(place, _)| place).collect()
    };
    let (captions, tables) = (places("Caption"), places("Table"));
    let ([caption], [table], true) =
        (captions.as_slice(), tables.as_slice(), places("Figure").is_empty())
    else {
        return;
    };
    let (caption, table) = (*caption, *table);
    let Kid::Tag(inner) = tree.nodes[at].kids[table] else { return };
    if tree.nodes[inner].kids.iter().any(|kid| kind_of(tree, kid) == "Caption") {
        return;
    }
    let moved = tree.nodes[at].kids.remove(caption);
    tree.nodes[inner].kids.insert(0, moved);
}
