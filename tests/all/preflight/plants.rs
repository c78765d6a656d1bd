//! Defects, each planted alone into a sound file, with the rule that must catch it.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::damage::*;

pub(super) type Plant = fn(&mut Document);

/// Every defect with the code that must catch it.
pub(super) const PLANTS: &[(&str, &str, Plant)] = &[
    ("a later version in the catalogue", "X012", |doc| catalogue(doc).set("Version", "1.7")),
    ("no file identifier", "X021", |doc| drop(doc.trailer.remove(b"ID"))),
    ("no XMP", "X031", |doc| drop(catalogue(doc).remove(b"Metadata"))),
    ("compressed XMP", "X032", |doc| {
        let id = catalogue(doc).get(b"Metadata").and_then(Object::as_reference).expect("XMP");
        let stream = doc.get_object_mut(id).and_then(Object::as_stream_mut).expect("XMP");
        stream.allows_compression = true;
        stream.compress().expect("smaller");
    }),
    ("broken XMP", "X033", |doc| xmp(doc, |text| text.replace("</rdf:RDF>", "</rdf>"))),
    ("no X-4 key", "X034", |doc| xmp(doc, |text| text.replace("PDF/X-4", "PDF/X-3:2003"))),
    ("no A-2b key", "X035", |doc| {
        xmp(doc, |text| text.replace("<pdfaid:part>2<", "<pdfaid:part>1<"));
    }),
    ("no version id", "X041", |doc| {
        xmp(doc, |text| text.replace("<xmpMM:VersionID>1</xmpMM:VersionID>", ""));
    }),
    ("another title in Info", "X042", |doc| {
        info(doc).set("Title", Object::string_literal("Another"));
    }),
    ("another date in Info", "X042", |doc| {
        info(doc).set("CreationDate", Object::string_literal("D:20240501123001Z"));
    }),
    ("trapping unknown", "X051", |doc| info(doc).set("Trapped", "Unknown")),
    ("no trapping in XMP", "X052", |doc| {
        xmp(doc, |text| text.replace("<pdf:Trapped>False</pdf:Trapped>", ""));
    }),
    ("no intent", "X061", |doc| drop(catalogue(doc).remove(b"OutputIntents"))),
    ("two intents", "X061", |doc| intents(doc, |intent| intent.set("S", "GTS_PDFX"))),
    ("no condition", "X062", |doc| {
        intents(doc, |intent| drop(intent.remove(b"OutputConditionIdentifier")));
    }),
    ("no registry", "X063", |doc| intents(doc, |intent| drop(intent.remove(b"RegistryName")))),
    ("no words for the condition", "X064", |doc| {
        intents(doc, |intent| drop(intent.remove(b"Info")));
    }),
    ("another condition", "X065", |doc| {
        intents(doc, |intent| {
            intent.set("OutputConditionIdentifier", Object::string_literal("SWOP"));
        });
    }),
    ("no profile", "X071", |doc| {
        intents(doc, |intent| drop(intent.remove(b"DestOutputProfile")));
    }),
    ("a profile that is none", "X072", |doc| {
        let id = doc.add_object(Stream::new(dictionary! { "N" => 4 }, b"no profile".to_vec()));
        intents(doc, |intent| intent.set("DestOutputProfile", id));
    }),
    ("another profile of the same name", "X073", |doc| {
        let mut bytes = PRINTER.icc.bytes().to_vec();
        bytes[100_000] ^= 1;
        let id = doc.add_object(Stream::new(dictionary! { "N" => 4 }, bytes));
        intents(doc, |intent| intent.set("DestOutputProfile", id));
    }),
    ("two copies of the profile", "X074", |doc| {
        let bytes = PRINTER.icc.bytes().to_vec();
        let id = doc.add_object(Stream::new(dictionary! { "N" => 4 }, bytes));
        intents(doc, |intent| {
            if intent.get(b"S").and_then(Object::as_name).ok() == Some(b"GTS_PDFA1") {
                intent.set("DestOutputProfile", id);
            }
        });
    }),
    ("no trim", "X081", |doc| drop(page(doc, 0).remove(b"TrimBox"))),
    ("trim and art", "X081", |doc| {
        let trim = page(doc, 0).get(b"TrimBox").expect("a trim").clone();
        page_set(doc, 0, "ArtBox", trim);
    }),
    ("trim outside bleed", "X082", |doc| {
        page_set(doc, 0, "TrimBox", vec![(-20).into(), 9.into(), 590.into(), 800.into()]);
    }),
    ("a box without size", "X083", |doc| {
        page_set(doc, 0, "TrimBox", vec![9.into(), 9.into(), 9.into(), 800.into()]);
    }),
    ("a crop box", "X084", |doc| {
        page_set(doc, 0, "CropBox", vec![9.into(), 9.into(), 500.into(), 800.into()]);
    }),
    ("no bleed box", "X085", |doc| drop(page(doc, 0).remove(b"BleedBox"))),
    ("too little bleed", "X086", |doc| {
        page_set(doc, 0, "BleedBox", vec![6.into(), 6.into(), 607.into(), 853.into()]);
    }),
    ("a user unit", "X091", |doc| page_set(doc, 0, "UserUnit", 2)),
    ("a turned page", "X092", |doc| page_set(doc, 0, "Rotate", 90)),
    ("pages of two sizes", "X093", |doc| {
        page_set(doc, 1, "TrimBox", vec![20.into(), 20.into(), 590.into(), 800.into()]);
    }),
    ("a font that is not embedded", "X101", |doc| drop(font_descriptor(doc).remove(b"FontFile3"))),
    ("a missing glyph", "X102", |doc| paint(doc, "BT /f0 10 Tf 0 0 0 1 k 100 100 Td <FFF0> Tj ET")),
    ("wrong widths", "X103", |doc| {
        let fonts = doc.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
        for font in fonts.filter(|dict| dict.has(b"W") && dict.has(b"CIDSystemInfo")) {
            font.set("W", vec![1.into(), vec![Object::Integer(100)].into()]);
        }
    }),
    ("a Type 3 font", "X104", |doc| {
        let glyph = doc.add_object(Stream::new(
            Dictionary::new(),
            b"500 0 0 0 500 500 d1 0 0 500 500 re f".to_vec(),
        ));
        let font = dictionary! {
            "Type" => "Font", "Subtype" => "Type3", "FontBBox" => vec![0.into(), 0.into(), 500.into(), 500.into()],
            "FontMatrix" => vec![0.001.into(), 0.into(), 0.into(), 0.001.into(), 0.into(), 0.into()],
            "CharProcs" => dictionary! { "a" => glyph }, "FirstChar" => 97, "LastChar" => 97,
            "Widths" => vec![500.into()], "Encoding" => dictionary! { "Differences" => vec![97.into(), "a".into()] },
        };
        resource(doc, "Font", "t3", font);
        paint(doc, "BT /t3 10 Tf 0 0 0 1 k 100 100 Td (a) Tj ET");
    }),
    ("Courier", "X105", |doc| {
        resource(
            doc,
            "Font",
            "co",
            dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier" },
        );
        paint(doc, "BT /co 10 Tf 100 100 Td (a) Tj ET");
    }),
    ("screen colour", "X111", |doc| paint(doc, "1 0 0 rg 100 100 50 50 re f")),
    ("a Lab colour", "X111", |doc| {
        let lab = dictionary! { "WhitePoint" => vec![0.96.into(), 1.into(), 0.82.into()] };
        resource(doc, "ColorSpace", "lab", vec!["Lab".into(), lab.into()]);
        paint(doc, "/lab cs 50 0 0 sc 100 100 50 50 re f");
    }),
    ("an RGB picture", "X111", |doc| {
        resource(doc, "XObject", "im", picture(200, 200, "DeviceRGB", vec![9; 120_000]));
        paint(doc, "q 40 0 0 40 100 100 cm /im Do Q");
    }),
    ("an inline RGB picture", "X111", |doc| {
        paint(doc, "q 1 0 0 1 100 100 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc\nEI Q");
    }),
    ("an RGB gradient", "X111", |doc| {
        let function = dictionary! { "FunctionType" => 2, "Domain" => vec![0.into(), 1.into()], "N" => 1,
        "C0" => vec![1.into(), 0.into(), 0.into()], "C1" => vec![0.into(), 0.into(), 1.into()] };
        let shading = dictionary! { "ShadingType" => 2, "ColorSpace" => "DeviceRGB", "Function" => function,
        "Coords" => vec![0.into(), 0.into(), 1.into(), 0.into()] };
        resource(doc, "Shading", "sh", shading);
        paint(doc, "q 100 100 50 50 re W n /sh sh Q");
    }),
    ("screen colour inside a form", "X111", |doc| {
        let form = dictionary! { "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 99.into(), 99.into()] };
        resource(
            doc,
            "XObject",
            "fo",
            Stream::new(form, b"0 1 0 RG 9 w 10 10 m 50 50 l S".to_vec()),
        );
        paint(doc, "q 1 0 0 1 100 100 cm /fo Do Q");
    }),
    ("CMYK with a profile", "X112", |doc| {
        let icc =
            doc.add_object(Stream::new(dictionary! { "N" => 4 }, PRINTER.icc.bytes().to_vec()));
        resource(doc, "ColorSpace", "icc", vec!["ICCBased".into(), icc.into()]);
        paint(doc, "/icc cs 1 0 0 0 sc 100 100 50 50 re f");
    }),
    ("one spot colour twice", "X121", |doc| {
        for (name, amount) in [("s1", 0.5), ("s2", 0.7)] {
            let tint = dictionary! { "FunctionType" => 2, "Domain" => vec![0.into(), 1.into()], "N" => 1,
            "C0" => vec![0.into(), 0.into(), 0.into(), 0.into()],
            "C1" => vec![amount.into(), 0.into(), 0.into(), 0.into()] };
            resource(
                doc,
                "ColorSpace",
                name,
                vec!["Separation".into(), "Gold".into(), "DeviceCMYK".into(), tint.into()],
            );
        }
        let spaces = { page(doc, 1).get(b"Resources").expect("resources").clone() };
        page_set(doc, 0, "Resources", spaces);
        let id = doc.page_iter().next().expect("a page");
        doc.add_page_contents(id, b"\n/s1 cs 1 sc 100 100 50 50 re f\n".to_vec()).expect("content");
        paint(doc, "/s2 cs 1 sc 100 100 50 50 re f");
    }),
    ("the registration colour on a page", "X123", |doc| {
        let tint = dictionary! {
            "FunctionType" => 2, "Domain" => vec![0.into(), 1.into()], "N" => 1,
            "C0" => vec![0.into(), 0.into(), 0.into(), 0.into()],
            "C1" => vec![1.into(), 1.into(), 1.into(), 1.into()],
        };
        let all = Object::Name(b"All".to_vec());
        let space = vec!["Separation".into(), all, "DeviceCMYK".into(), tint.into()];
        resource(doc, "ColorSpace", "reg", space);
        paint(doc, "/reg cs 1 scn 200 200 9 9 re f");
    }),
    ("a spot colour", "X122", |doc| {
        let tint = dictionary! { "FunctionType" => 2, "Domain" => vec![0.into(), 1.into()], "N" => 1,
        "C0" => vec![0.into(), 0.into(), 0.into(), 0.into()],
        "C1" => vec![0.into(), 0.3.into(), 0.9.into(), 0.into()] };
        resource(
            doc,
            "ColorSpace",
            "sp",
            vec!["Separation".into(), "Gold".into(), "DeviceCMYK".into(), tint.into()],
        );
        paint(doc, "/sp cs 1 sc 100 100 50 50 re f");
    }),
    ("a group in RGB", "X131", |doc| page_set(doc, 0, "Group", group("DeviceRGB"))),
    ("an unknown blend mode", "X132", |doc| {
        resource(doc, "ExtGState", "bm", dictionary! { "Type" => "ExtGState", "BM" => "Glow" });
    }),
    ("transparency without a group", "X133", |doc| {
        resource(doc, "ExtGState", "ca", dictionary! { "Type" => "ExtGState", "ca" => 0.5 });
        paint(doc, "/ca gs 1 0 0 0 k 100 100 50 50 re f");
    }),
    ("JPEG 2000", "X141", |doc| {
        let mut stream = picture(9, 9, "DeviceCMYK", vec![0; 9]);
        stream.dict.set("Filter", "JPXDecode");
        resource(doc, "XObject", "jpx", stream);
    }),
    ("LZW", "X142", |doc| {
        let mut stream = picture(9, 9, "DeviceCMYK", vec![0; 9]);
        stream.dict.set("Filter", "LZWDecode");
        resource(doc, "XObject", "lzw", stream);
    }),
    ("alternates", "X143", |doc| {
        let mut stream = picture(1, 1, "DeviceCMYK", vec![0; 4]);
        stream.dict.set("Alternates", Vec::<Object>::new());
        resource(doc, "XObject", "alt", stream);
    }),
    ("PostScript", "X144", |doc| {
        resource(
            doc,
            "XObject",
            "ps",
            Stream::new(dictionary! { "Subtype" => "PS" }, b"showpage".to_vec()),
        );
    }),
    ("a reference XObject", "X145", |doc| {
        let form = dictionary! { "Subtype" => "Form", "Ref" => dictionary! { "Page" => 0 } };
        resource(doc, "XObject", "ref", Stream::new(form, Vec::new()));
    }),
    ("a link", "X151", |doc| {
        let link = dictionary! { "Type" => "Annot", "Subtype" => "Link",
        "Rect" => vec![100.into(), 100.into(), 200.into(), 120.into()] };
        page_set(doc, 0, "Annots", vec![link.into()]);
    }),
    ("JavaScript", "X161", |doc| {
        let script =
            dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
        catalogue(doc).set("OpenAction", script);
    }),
    ("a form", "X162", |doc| {
        catalogue(doc).set("AcroForm", dictionary! { "Fields" => Vec::<Object>::new() });
    }),
    ("a film", "X163", |doc| {
        let film = dictionary! { "Subtype" => "Movie", "Rect" => vec![1.into(), 1.into(), 2.into(), 2.into()] };
        page_set(doc, 0, "Annots", vec![film.into()]);
    }),
    ("an attachment", "X171", |doc| {
        let names =
            dictionary! { "EmbeddedFiles" => dictionary! { "Names" => Vec::<Object>::new() } };
        catalogue(doc).set("Names", names);
    }),
    ("layers that switch themselves", "X181", |doc| {
        let layers = dictionary! { "D" => dictionary! { "AS" => Vec::<Object>::new() } };
        catalogue(doc).set("OCProperties", layers);
    }),
    ("a transfer function", "X191", |doc| {
        let function =
            dictionary! { "FunctionType" => 2, "Domain" => vec![0.into(), 1.into()], "N" => 2 };
        resource(doc, "ExtGState", "tr", dictionary! { "Type" => "ExtGState", "TR" => function });
    }),
    ("an unknown rendering intent", "X192", |doc| paint(doc, "/Pretty ri")),
    ("too much ink in a square", "G01", |doc| {
        resource(
            doc,
            "ExtGState",
            "ov",
            dictionary! { "Type" => "ExtGState", "OP" => true, "op" => true, "OPM" => 1 },
        );
        paint(doc, "0.9 0.9 0.9 0.2 k 100 100 90 90 re f /ov gs 0 0 0 1 k 100 100 90 90 re f");
    }),
    ("a colour above the limit", "G02", |doc| paint(doc, "1 1 1 1 k 100 100 9 9 re f")),
    ("a picture of 40 ppi", "G03", |doc| {
        resource(doc, "XObject", "im", picture(40, 40, "DeviceCMYK", vec![9; 6400]));
        paint(doc, "q 72 0 0 72 100 100 cm /im Do Q");
    }),
    ("a picture of 200 ppi", "G04", |doc| {
        resource(doc, "XObject", "im", picture(200, 200, "DeviceCMYK", vec![9; 160_000]));
        paint(doc, "q 72 0 0 72 100 100 cm /im Do Q");
    }),
    ("a picture of 300 ppi that fills the page", "G04", |doc| {
        // 216 × 303 mm.
        let (width, height) = (2551, 3579);
        let samples = vec![9; 2551 * 3579];
        resource(doc, "XObject", "im", picture(width, height, "DeviceGray", samples));
        let content = b"q 612.28 0 0 858.9 0 0 cm /im Do Q".to_vec();
        let id = doc.add_object(Stream::new(Dictionary::new(), content));
        page_set(doc, 1, "Contents", id);
    }),
    ("a bilevel picture of 300 ppi", "G03", |doc| {
        let mut stream = picture(300, 300, "DeviceGray", vec![0; 38 * 300]);
        stream.dict.set("BitsPerComponent", 1);
        resource(doc, "XObject", "im", stream);
        paint(doc, "q 72 0 0 72 100 100 cm /im Do Q");
    }),
    ("small text in two inks", "G05", |doc| {
        paint(doc, "BT /f0 7 Tf 1 1 0 0 k 100 100 Td <0001> Tj ET");
    }),
    ("small white text", "G05", |doc| paint(doc, "BT /f0 7 Tf 0 0 0 0 k 100 100 Td <0001> Tj ET")),
    ("tiny text", "G06", |doc| paint(doc, "BT /f0 4 Tf 1 0 0 0 k 100 100 Td <0001> Tj ET")),
    ("rich black text", "G07", |doc| {
        paint(doc, "BT /f0 20 Tf 0.7 0.6 0.6 1 k 100 100 Td <0001> Tj ET");
    }),
    ("black text that knocks out", "G08", |doc| {
        resource(
            doc,
            "ExtGState",
            "ko",
            dictionary! { "Type" => "ExtGState", "OP" => false, "op" => false, "OPM" => 1 },
        );
        paint(doc, "/ko gs BT /f0 9 Tf 0 0 0 1 k 100 100 Td <0001> Tj ET");
    }),
    ("black text in grey", "G09", |doc| paint(doc, "BT /f0 9 Tf 0 g 100 100 Td <0001> Tj ET")),
    ("a black line that knocks out", "G10", |doc| {
        paint(doc, "0 0 0 1 K 1 w 100 100 m 200 100 l S");
    }),
    ("white text that overprints", "G11", |doc| {
        resource(
            doc,
            "ExtGState",
            "ov",
            dictionary! { "Type" => "ExtGState", "OP" => true, "op" => true, "OPM" => 1 },
        );
        paint(doc, "/ov gs BT /f0 20 Tf 0 0 0 0 k 100 100 Td <0001> Tj ET");
    }),
    ("a white surface that overprints", "G12", |doc| {
        resource(
            doc,
            "ExtGState",
            "ov",
            dictionary! { "Type" => "ExtGState", "OP" => true, "op" => true, "OPM" => 1 },
        );
        paint(doc, "/ov gs 0 0 0 0 k 100 100 9 9 re f");
    }),
    ("grey that overprints", "G13", |doc| {
        resource(
            doc,
            "ExtGState",
            "ov",
            dictionary! { "Type" => "ExtGState", "OP" => true, "op" => true, "OPM" => 1 },
        );
        paint(doc, "/ov gs 0.5 g 100 100 9 9 re f");
    }),
    ("a thin line in two inks", "G14", |doc| paint(doc, "1 1 0 0 K 0.2 w 100 100 m 200 100 l S")),
    ("a hairline", "G15", |doc| paint(doc, "1 0 0 0 K 0 w 100 100 m 200 100 l S")),
    ("a hairline by scaling", "G15", |doc| {
        paint(doc, "q 0.1 0 0 0.1 0 0 cm 1 0 0 0 K 1 w 1000 1000 m 2000 1000 l S Q");
    }),
    ("a blank page inside", "G16", |doc| drop(page(doc, 0).remove(b"Contents"))),
    ("text at the edge", "G17", |doc| paint(doc, "BT /f0 20 Tf 1 0 0 0 k 12 100 Td <0001> Tj ET")),
    ("text drawn as shapes at the edge", "G17", |doc| {
        paint(doc, "1 0 0 0 k 12 100 m 20 100 l 16 120 l h f");
    }),
    ("colour that stops at the trim", "G18", |doc| {
        paint(doc, "1 0 0 0 k 8.5039 100 50 50 re f");
    }),
    ("an odd page", "G19", |doc| doc.delete_pages(&[2])),
    ("overprint without its mode", "G20", |doc| {
        resource(
            doc,
            "ExtGState",
            "ov",
            dictionary! { "Type" => "ExtGState", "OP" => true, "op" => true, "OPM" => 0 },
        );
        paint(doc, "/ov gs 1 0 0 0 k 100 100 9 9 re f");
    }),
    ("a spread", "G21", |doc| {
        let wide = || -> Object { vec![0.into(), 0.into(), 1200.into(), 858.into()].into() };
        for key in ["MediaBox", "BleedBox", "TrimBox"] {
            page_set(doc, 0, key, wide());
        }
    }),
    ("content that does not end", "F03", |doc| paint(doc, "q 1 0 0 1 0 0 cm (abc")),
    ("q without Q", "F03", |doc| paint(doc, "q q 1 0 0 0 k 100 100 9 9 re f Q")),
    ("an operator that is none", "F03", |doc| paint(doc, "1 2 frobnicate")),
    ("a form in itself", "F03", |doc| {
        let form = dictionary! { "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 9.into(), 9.into()] };
        resource(doc, "XObject", "me", Stream::new(form, b"/me Do".to_vec()));
        paint(doc, "/me Do");
    }),
    ("a picture with too few samples", "F04", |doc| {
        resource(doc, "XObject", "im", picture(300, 300, "DeviceCMYK", vec![9; 64]));
        paint(doc, "q 40 0 0 40 100 100 cm /im Do Q");
    }),
    ("an enormous picture", "F04", |doc| {
        resource(doc, "XObject", "im", picture(4_000_000, 4_000_000, "DeviceCMYK", vec![9; 64]));
        paint(doc, "q 40 0 0 40 100 100 cm /im Do Q");
    }),
    ("a font that is not there", "F05", |doc| paint(doc, "BT /nofont 9 Tf (a) Tj ET")),
];
