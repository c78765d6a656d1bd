//! The watermark: an artifact on every page of a draft, which the official edition refuses.

use super::*;

#[test]
fn the_official_edition_refuses_pages_of_a_draft() {
    let mut desk = Desk::new();
    let draft = desk.draft(None, Marks::None);
    let refused = official::pdf(desk.pipeline.typesetter(), draft, &desk.prepared.stamp, true);
    let found = refused.expect_err("a draft is not official");
    assert!(found[0].message.to_string().contains("udkast"), "{found:?}");
    let official = desk.official();
    let words: Vec<Run> = pages(&official).into_iter().flat_map(|page| page.runs).collect();
    for word in ["UDKAST", "Ændringer og mangler"] {
        assert!(!words.iter().any(|run| run.words == word), "{word}");
    }
    assert!(pages(&official).iter().all(|page| page.bars.is_empty()));
}

/// Colour of the watermark (theme.toml, `[farve] vandmaerke`), which no other text has.
fn watermark_colour() -> [u8; 3] {
    let fonts = Fonts::load(None).expect("built-in fonts");
    let pipeline = Pipeline::new(Layouts::built_in(), fonts, None).expect("a pipeline");
    let swatches = pipeline.theme().swatches();
    let swatch = swatches.iter().find(|swatch| swatch.name == "vandmaerke");
    swatch.expect("a colour of the watermark").rgb
}

/// Whether the page has a watermark, in marked content that is an artifact.
fn has_untagged_watermark(pdf: &lopdf::Document, page: lopdf::ObjectId, colour: [u8; 3]) -> bool {
    let content = pdf.get_page_content(page);
    let content = lopdf::content::Content::decode(&content).expect("a content stream");
    let (mut open, mut found, mut is_watermark) = (Vec::new(), Vec::new(), false);
    for operation in &content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BDC" | "BMC" => {
                let name = operands.first().and_then(|o| o.as_name().ok());
                open.push(name == Some(&b"Artifact"[..]));
            }
            "EMC" => {
                open.pop();
            }
            "scn" => {
                let parts = operands.iter().filter_map(|part| part.as_float().ok());
                let parts: Vec<u8> = parts.map(|part| (part * 255.0).round() as u8).collect();
                is_watermark = parts == colour;
            }
            "Tj" | "TJ" if is_watermark => found.push(open.contains(&true)),
            _ => {}
        }
    }
    !found.is_empty() && found.iter().all(|artifact| *artifact)
}

#[test]
fn the_watermark_is_an_artifact_and_verapdf_passes_a_draft_with_changes() {
    let project = Project::new();
    ten_edits_back(&project, "old/2024");
    let colour = watermark_colour();
    for more in [&[][..], &["--forvaltning", "SOF"]] {
        let args = [&["build", "draft", "--since", "old/2024", "--marks", "full"], more].concat();
        let run = project.command(&args).output().expect("it runs");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        let path = project.path(String::from_utf8_lossy(&run.stdout).trim());
        let pdf = lopdf::Document::load(&path).expect("a PDF");
        for (nr, page) in pdf.get_pages() {
            assert!(
                has_untagged_watermark(&pdf, page, colour),
                "page {nr} of {path:?}: the watermark is tagged"
            );
        }
        let Some(checker) = verapdf() else {
            crate::skip::without("veraPDF (set VERAPDF to its program)");
            continue;
        };
        let run = Command::new(checker).arg("ua1").arg(&path).output().expect("veraPDF runs");
        let said = String::from_utf8_lossy(&run.stdout);
        assert!(run.status.success() && !said.contains("FAIL"), "{said}");
    }
}
