//! Words stand in paragraphs, and boxes that only place things say nothing.

use super::tree::{At, Kid, Node, Tree};

/// Tags that group others and hold no words themselves (ISO 32000-1, 14.8.4.2).
const GROUPS: [&str; 7] = ["Document", "Part", "Art", "Sect", "Div", "BlockQuote", "NonStruct"];
/// Tags inside a line (ISO 32000-1, 14.8.4.4), and Typst's own that are mapped to them.
const INLINE: [&str; 8] =
    ["Span", "Strong", "Em", "Link", "Reference", "Quote", "Code", "Datetime"];

/// Words that stand in a group become paragraphs of it; what is empty goes, and boxes that nobody
/// asked for.
pub(super) fn mend(tree: &mut Tree) {
    for at in tree.inside_out() {
        drop_empty(tree, at);
        if GROUPS.contains(&tree.nodes[at].kind.as_str()) {
            gather(tree, at);
        }
        unbox(tree, at);
    }
}

/// Cells stay, for their row; a figure has its words beside it.
fn drop_empty(tree: &mut Tree, at: At) {
    let empty: Vec<At> = tree.nodes[at]
        .tags()
        .filter(|inner| {
            let kind = tree.nodes[*inner].kind.as_str();
            !matches!(kind, "TD" | "TH" | "TR" | "Figure" | "Lbl" | "LBody")
                && tree.is_empty(*inner)
        })
        .collect();
    tree.nodes[at].kids.retain(|kid| match kid {
        Kid::Tag(inner) => !empty.contains(inner),
        Kid::Content { .. } | Kid::Annotation { .. } => true,
    });
}

/// Each run of words in a group becomes a paragraph.
fn gather(tree: &mut Tree, group: At) {
    let inline = |tree: &Tree, kid: &Kid| match kid {
        Kid::Tag(at) => INLINE.contains(&tree.nodes[*at].kind.as_str()),
        Kid::Content { .. } => true,
        Kid::Annotation { .. } => false,
    };
    if !tree.nodes[group].kids.iter().any(|kid| inline(tree, kid)) {
        return;
    }
    let kids = std::mem::take(&mut tree.nodes[group].kids);
    let mut run = Vec::new();
    let mut kept = Vec::with_capacity(kids.len());
    for kid in kids {
        if inline(tree, &kid) {
            run.push(kid);
        } else {
            flush(tree, &mut run, &mut kept);
            kept.push(kid);
        }
    }
    flush(tree, &mut run, &mut kept);
    tree.nodes[group].kids = kept;
}

fn flush(tree: &mut Tree, run: &mut Vec<Kid>, kept: &mut Vec<Kid>) {
    if run.is_empty() {
        return;
    }
    let mut words = Vec::with_capacity(run.len());
    for kid in run.drain(..) {
        match kid {
            // Typst's own wrapper of words in a group, which says nothing.
            Kid::Tag(at) if is_bare_span(tree, at) => {
                let kids = std::mem::take(&mut tree.nodes[at].kids);
                words.extend(kids);
            }
            kid => words.push(kid),
        }
    }
    let paragraph = tree.add(Node::new("P", words));
    kept.push(Kid::Tag(paragraph));
}

/// Tags that may hold words themselves, so that a paragraph which is all that they hold says no more.
const HOLDERS: [&str; 6] = ["TD", "TH", "LBody", "Lbl", "Caption", "Note"];

/// Takes away the paragraph that is all of a cell, of an item's text, of a caption or of a note.
pub(super) fn unwrap(tree: &mut Tree) {
    for at in tree.in_order() {
        let [Kid::Tag(only)] = tree.nodes[at].kids.as_slice() else { continue };
        let only = *only;
        let holds = HOLDERS.contains(&tree.nodes[at].kind.as_str());
        if holds && tree.nodes[only].kind == "P" && tree.nodes[only].says.is_empty() {
            tree.nodes[at].kids = std::mem::take(&mut tree.nodes[only].kids);
        }
    }
}

fn is_bare_span(tree: &Tree, at: At) -> bool {
    let node = &tree.nodes[at];
    let quiet =
        [&b"A"[..], b"E", b"ActualText", b"Lang", b"Alt"].iter().all(|key| !node.says.has(key));
    node.kind == "Span" && !node.meant && quiet && !node.has_looks
}

/// Boxes that only place what is in them go.
fn unbox(tree: &mut Tree, at: At) {
    let boxed = |tree: &Tree, inner: At| {
        let node = &tree.nodes[inner];
        node.kind == "Div" && !node.meant && node.says.get(b"Lang").is_err()
    };
    if !tree.nodes[at].tags().any(|inner| boxed(tree, inner)) {
        return;
    }
    let kids = std::mem::take(&mut tree.nodes[at].kids);
    let mut kept = Vec::with_capacity(kids.len());
    for kid in kids {
        match kid {
            Kid::Tag(inner) if boxed(tree, inner) => {
                kept.append(&mut tree.nodes[inner].kids);
            }
            kid => kept.push(kid),
        }
    }
    tree.nodes[at].kids = kept;
}
