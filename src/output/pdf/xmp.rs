//! The XMP packet of a print file, written whole from the same values as the Info dictionary.
//!
//! PDF/A (ISO 19005-2, 6.6.2.3) wants every property described that XMP 2005 does not know: the
//! `pdfxid` schema and `pdf:Trapped`.

use xmp_writer::{DateTime, LangId, Namespace, RenditionClass, Timezone, XmpWriter};

use typst::foundations::Datetime;

use super::ids::dashed;

/// What Info and XMP both say.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts<'a> {
    /// Title.
    pub title: &'a str,
    /// Author; several are joined before they come here, as Info knows but one string.
    pub author: &'a str,
    /// Language tag: `da`.
    pub language: &'a str,
    /// Program that set the pages.
    pub creator: &'a str,
    /// Program that wrote the file.
    pub producer: &'a str,
    /// When made, UTC.
    pub made: Datetime,
    /// Identifies the document through its versions: 32 hexadecimal digits.
    pub document: &'a str,
    /// Identifies this very file: 32 hexadecimal digits.
    pub instance: &'a str,
    /// Whether it claims PDF/X-4 and PDF/A-2b.
    pub standard: bool,
}

/// The packet.
#[must_use]
pub fn packet(facts: &Facts<'_>) -> Vec<u8> {
    let made = date(&facts.made);
    let mut xmp = XmpWriter::new();
    xmp.format("application/pdf");
    xmp.title([(None, facts.title)]);
    xmp.creator([facts.author]);
    xmp.language([LangId(facts.language)]);
    xmp.creator_tool(facts.creator);
    xmp.create_date(made);
    xmp.modify_date(made);
    xmp.metadata_date(made);
    xmp.document_id(&format!("uuid:{}", dashed(facts.document)));
    xmp.instance_id(&format!("uuid:{}", dashed(facts.instance)));
    xmp.version_id("1");
    xmp.rendition_class(RenditionClass::Default);
    xmp.producer(facts.producer);
    xmp.pdf_version("1.6");
    xmp.element("Trapped", Namespace::AdobePdf).value("False");
    if facts.standard {
        xmp.pdfx_version("PDF/X-4");
        xmp.pdfa_part(2);
        xmp.pdfa_conformance("B");
        extensions(&mut xmp);
    }
    xmp.finish(None).into_bytes()
}

fn extensions(xmp: &mut XmpWriter<'_>) {
    let mut schemas = xmp.extension_schemas();
    for (namespace, property, words) in [
        (Namespace::PdfXId, "GTS_PDFXVersion", "PDF/X version"),
        (Namespace::AdobePdf, "Trapped", "Whether the document has been trapped"),
    ] {
        let mut schema = schemas.add_schema();
        schema.namespace(namespace);
        schema
            .properties()
            .add_property()
            .name(property)
            .value_type("Text")
            .category(true)
            .description(words);
    }
}

fn date(made: &Datetime) -> DateTime {
    DateTime {
        year: made.year().and_then(|year| u16::try_from(year).ok()).unwrap_or(1970),
        month: made.month(),
        day: made.day(),
        hour: Some(made.hour().unwrap_or(0)),
        minute: Some(made.minute().unwrap_or(0)),
        second: Some(made.second().unwrap_or(0)),
        timezone: Some(Timezone::Utc),
    }
}
