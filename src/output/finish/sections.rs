//! Sections: each heading of the first level with all that follows it.

use super::tree::{Kid, Node, Tree};

/// Groups what the document holds into sections.
pub(super) fn group(tree: &mut Tree) {
    let document = tree.document;
    let heads = |tree: &Tree, kid: &Kid| match kid {
        Kid::Tag(at) => tree.nodes[*at].kind == "H1",
        Kid::Content { .. } | Kid::Annotation { .. } => false,
    };
    let kids = std::mem::take(&mut tree.nodes[document].kids);
    let mut kept = Vec::new();
    let mut section: Option<Vec<Kid>> = None;
    for kid in kids {
        if heads(tree, &kid) {
            close(tree, section.replace(vec![kid]), &mut kept);
        } else {
            match &mut section {
                Some(section) => section.push(kid),
                None => kept.push(kid),
            }
        }
    }
    close(tree, section, &mut kept);
    tree.nodes[document].kids = kept;
}

fn close(tree: &mut Tree, section: Option<Vec<Kid>>, kept: &mut Vec<Kid>) {
    if let Some(kids) = section {
        let section = tree.add(Node::new("Sect", kids));
        kept.push(Kid::Tag(section));
    }
}
