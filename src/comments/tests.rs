//! Comments read, folded and known again.

use super::fold::fold;
use super::read::{self, Raw};
use crate::words::Words;

fn raw(key: &str, kind: &str, words: &str) -> Raw {
    Raw { key: key.to_owned(), kind: kind.to_owned(), words: words.to_owned(), ..Raw::default() }
}

#[test]
fn the_halves_of_a_replacement_are_one_whichever_is_first() {
    let strike = Raw { quads: vec![[0.0, 0.0, 10.0, 10.0]], ..raw("1", "StrikeOut", "") };
    let caret = raw("2", "Caret", "seks");
    let of = |first: &Raw, second: &Raw| {
        let second = Raw { reply_to: Some(first.key.clone()), group: true, ..second.clone() };
        fold("x.pdf", &[first.clone(), second], Words::danish())
    };
    for folded in [of(&caret, &strike), of(&strike, &caret)] {
        assert_eq!(folded.len(), 1);
        assert_eq!(folded[0].comment.replacement.as_deref(), Some("seks"));
        assert_eq!(folded[0].marks, [[0.0, 0.0, 10.0, 10.0]]);
        assert_eq!(folded[0].comment.kind, "erstatning");
    }
}

#[test]
fn answers_and_states_go_to_what_they_answer() {
    let all = [
        Raw { author: "Anna".into(), ..raw("1", "Text", "Er tallet rigtigt?") },
        Raw { reply_to: Some("1".into()), author: "Bo".into(), ..raw("2", "Text", "Ja") },
        Raw {
            reply_to: Some("2".into()),
            state: "Accepted".into(),
            ..raw("3", "Text", "Accepted set by Cy")
        },
        Raw { rect: [-32768.0; 4], ..raw("4", "Highlight", "") },
    ];
    let folded = fold("x.pdf", &all, Words::danish());
    assert_eq!(folded.len(), 1, "a deleted highlight is none");
    assert_eq!(folded[0].comment.replies[0].words, "Ja");
    assert_eq!(folded[0].comment.states, ["accepteret (uden navn)"]);
}

#[test]
fn a_comment_in_a_circle_of_answers_ends() {
    let all = [
        Raw { reply_to: Some("2".into()), ..raw("1", "Text", "a") },
        Raw { reply_to: Some("1".into()), ..raw("2", "Text", "b") },
    ];
    assert_eq!(fold("x.pdf", &all, Words::danish()).len(), 0);
}

#[test]
fn xfdf_and_fdf_are_read() {
    let xfdf = r#"<?xml version="1.0"?><xfdf xmlns="http://ns.adobe.com/xfdf/"><annots>
        <highlight page="3" rect="1,2,3,4" coords="1,4,3,4,1,2,3,2" name="a" title="Åse" date="D:2026"><contents>P&#xE6;n</contents></highlight>
        <link page="1"/></annots></xfdf>"#;
    let all = read::xfdf(xfdf).expect("read");
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].page, all[0].words.as_str(), all[0].author.as_str()), (3, "Pæn", "Åse"));
    assert_eq!(all[0].quads, [[1.0, 2.0, 3.0, 4.0]]);
    let fdf = b"%FDF-1.2\n1 0 obj\n<</FDF<</Annots[2 0 R]>>>>\nendobj\n2 0 obj\n<</Subtype/Text/Page 4/Contents(Hej)/Rect[1 2 3 4]>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF";
    let all = read::fdf(fdf).expect("read");
    assert_eq!((all[0].page, all[0].words.as_str()), (4, "Hej"));
    for broken in [&b"%FDF-1.2"[..], b"%FDF-1.2 1 0 obj", b"", b"trailer"] {
        let _ = read::fdf(broken);
    }
    assert!(read::xfdf("<xfdf>").is_none());
}

#[test]
fn what_chrome_draws_is_found_with_its_box() {
    let content = b"q /GOOG:INKIsInker BMC 10 20 m 30 5 l 12 40 14 41 16 42 c S EMC Q".to_vec();
    assert_eq!(read::ink(&[b"1 0 0 RG".to_vec(), content]), [[10.0, 5.0, 30.0, 42.0]]);
    assert_eq!(read::ink(&[b"/GOOG:INKIsInker".to_vec()]), Vec::<[f32; 4]>::new());
}
