//! Values of an XMP packet that was written by others, changed in place.

use std::ops::Range;

use roxmltree::Document;

/// XMP's namespace of ids.
pub const MEDIA: &str = "http://ns.adobe.com/xap/1.0/mm/";
/// XMP's namespace of pages.
pub const PAGES: &str = "http://ns.adobe.com/xap/1.0/t/pg/";

/// The packet with other values of the properties that it has: namespace, name, value. None where
/// it is no XML.
#[must_use]
pub fn with(packet: &str, values: &[(&str, &str, String)]) -> Option<String> {
    let xml = Document::parse(packet).ok()?;
    let place = |space: &str, name: &str| -> Option<Range<usize>> {
        let mut nodes = xml.descendants();
        Some(nodes.find(|node| node.has_tag_name((space, name)))?.first_child()?.range())
    };
    let mut edits: Vec<(Range<usize>, &str)> = values
        .iter()
        .filter_map(|(space, name, value)| Some((place(space, name)?, value.as_str())))
        .collect();
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(packet.len() + 200);
    let mut at = 0;
    for (range, words) in edits {
        out.push_str(packet.get(at..range.start)?);
        out.push_str(words);
        at = range.end;
    }
    out.push_str(packet.get(at..)?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_packet_has_is_changed_and_nothing_is_added() {
        let packet = format!("<a xmlns:t=\"{PAGES}\"><t:NPages>3</t:NPages></a>");
        let values = [(PAGES, "NPages", "2".to_owned()), (MEDIA, "InstanceID", "x".to_owned())];
        let changed = with(&packet, &values).expect("XML");
        assert_eq!(changed, packet.replace('3', "2"));
        assert_eq!(with("<a>", &values), None);
    }
}
