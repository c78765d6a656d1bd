//! What an XMP packet claims of standards.

use roxmltree::{Document, Node};

/// Namespaces of PDF/A, PDF/UA and PDF/X identification, and of the schemas that PDF/A wants
/// described.
const STANDARDS: [&str; 5] = [
    "http://www.aiim.org/pdfa/ns/id/",
    "http://www.aiim.org/pdfua/ns/id/",
    "http://www.npes.org/pdfx/ns/id/",
    "http://ns.adobe.com/pdfx/1.3/",
    "http://www.aiim.org/pdfa/ns/extension/",
];

/// The packet without its claims to standards, for a file that no longer meets them; none where
/// it is no XML.
#[must_use]
pub fn without(packet: &str) -> Option<String> {
    let xml = Document::parse(packet).ok()?;
    let mut cuts = Vec::new();
    collect(xml.root(), &mut cuts);
    cuts.sort_unstable();
    let mut kept = String::with_capacity(packet.len());
    let mut at = 0;
    for (start, end) in cuts {
        kept.push_str(packet.get(at..start)?);
        at = end;
    }
    kept.push_str(packet.get(at..)?);
    Some(kept)
}

fn collect(node: Node<'_, '_>, cuts: &mut Vec<(usize, usize)>) {
    for child in node.children() {
        if child.tag_name().namespace().is_some_and(|ns| STANDARDS.contains(&ns)) {
            cuts.push((child.range().start, child.range().end));
            continue;
        }
        for attribute in child.attributes() {
            if attribute.namespace().is_some_and(|ns| STANDARDS.contains(&ns)) {
                cuts.push((attribute.range().start, attribute.range().end));
            }
        }
        collect(child, cuts);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACKET: &str = r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:conformance="A">
<dc:format>application/pdf</dc:format><pdfuaid:part>1</pdfuaid:part><pdfaid:part>3</pdfaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>"#;

    #[test]
    fn claims_go_and_all_else_stays() {
        let kept = without(PACKET).expect("XML");
        for gone in ["<pdfuaid:part>", "<pdfaid:part>", "pdfaid:conformance"] {
            assert!(!kept.contains(gone), "{gone} in {kept}");
        }
        assert!(kept.contains("<dc:format>application/pdf</dc:format>"));
        assert!(Document::parse(&kept).is_ok());
    }

    #[test]
    fn what_is_no_xml_is_none() {
        assert_eq!(without("<a><b></a>"), None);
    }
}
