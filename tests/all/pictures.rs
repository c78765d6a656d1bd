//! Pictures in the data, good and bad, as they come through to the editions.

use std::fs;
use std::io::Write;

use crate::cli::{Project, Run};
use crate::print::desk;

/// A project whose LUDO ends with the picture `name`, of these bytes.
fn with(name: &str, bytes: &[u8]) -> Project {
    let project = Project::new();
    fs::create_dir_all(project.path("data/2024/billeder")).expect("a folder");
    fs::write(project.path("data/2024/billeder").join(name), bytes).expect("written");
    let file = fs::OpenOptions::new()
        .append(true)
        .open(project.path("data/2024/indsatser/ludo.toml"))
        .and_then(|mut file| {
            writeln!(file, "\n[[blok]]\nslags = \"billede\"\nfil = \"{name}\"\nalt = \"En prøve\"")
        });
    file.expect("written");
    project
}

fn made(project: &Project, editions: &[&str]) -> Run {
    project.run(&[&["build", "--only", "ludo"], editions].concat())
}

/// A PNG that says it is this large and is not.
fn claims(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    drop(encoder.write_header().expect("a header"));
    bytes
}

#[test]
fn a_picture_of_16_bits_with_alpha_comes_through_to_every_edition() {
    let project = with("alfa.png", &desk::alpha_png(900));
    made(&project, &["all"]).ends(0);
    let Some(verapdf) = crate::official::verapdf() else {
        crate::skip::without("veraPDF (set VERAPDF to its program)");
        return;
    };
    for (flavour, file) in [
        ("3a", "sikker-by-2024-uddrag-ludo.pdf"),
        ("ua1", "sikker-by-2024-handout-ludo.pdf"),
        ("2b", "sikker-by-2024-uddrag-ludo-tryk.pdf"),
    ] {
        let run = std::process::Command::new(&verapdf)
            .arg(flavour)
            .arg(project.path("out").join(file))
            .output()
            .expect("veraPDF runs");
        let said = String::from_utf8_lossy(&run.stdout);
        assert!(run.status.success() && !said.contains("FAIL"), "{file}: {said}");
    }
}

#[test]
fn a_picture_too_coarse_for_print_holds_the_file_back_and_keeps_the_last_good_one() {
    let project = with("grov.png", &desk::alpha_png(900));
    let last = project.path("out/sikker-by-2024-uddrag-ludo-tryk.pdf");
    made(&project, &["print"]).ends(0);
    let (good, note) =
        (fs::read(&last).expect("it"), fs::read(last.with_extension("txt")).expect("it"));
    fs::write(project.path("data/2024/billeder/grov.png"), desk::alpha_png(120)).expect("written");
    let run = made(&project, &["print"]).ends(1).says(&[
        "fejl[G03]: et billede har",
        "trykkeriet beder om 149",
        "indsats `ludo`",
        "data/2024/indsatser/ludo.toml:",
        "[[blok]]",
        "felt, der står her på siden",
        "fejl[P107]: »sikker-by-2024-uddrag-ludo-tryk.pdf« er holdt tilbage: kontrollen fandt 1 fejl",
        "den seneste gode fil er urørt",
    ]);
    assert_eq!(run.stdout(), "");
    assert!(fs::read(&last).expect("it") == good);
    assert!(fs::read(last.with_extension("txt")).expect("it") == note);
    // A screen takes it.
    made(&project, &["official"]).ends(0);
}

#[test]
fn a_picture_that_cannot_be_set_is_told_at_its_line_before_anything_is_made() {
    let photo: &[u8] = include_bytes!("print/files/photo.jpg");
    let cmyk: &[u8] = include_bytes!("print/files/cmyk.jpg");
    let alpha = desk::alpha_png(64);
    for (name, bytes, words) in [
        ("cmyk.jpg", cmyk, "er i trykfarver (CMYK)"),
        ("kort.jpg", &photo[..photo.len() / 2], "kan ikke læses som JPEG"),
        ("tekst.jpg", b"hello", "kan ikke læses som JPEG"),
        ("kort.png", &alpha[..alpha.len() / 2], "kan ikke læses som PNG"),
        ("tom.png", b"", "kan ikke læses som PNG"),
        ("foto.png", photo, "kan ikke læses som PNG"),
        (
            "stor.png",
            &claims(100_000, 100_000),
            "har 100.000 × 100.000 billedpunkter; mere end 50 mio.",
        ),
        ("kort.svg", b"<svg", "kan ikke læses som SVG"),
        ("side.svg", b"<html/>", "er ikke SVG, men `html`"),
    ] {
        let project = with(name, bytes);
        for command in [&["check"][..], &["build", "all"]] {
            project.run(command).ends(1).says(&[
                "fejl[D038]",
                &format!("billedet `billeder/{name}` {words}"),
                &format!("fil = \"{name}\""),
                "data/2024/indsatser/ludo.toml:",
                "råd: gem det",
            ]);
        }
        assert!(!project.path("out").exists());
    }
}

#[test]
fn a_whole_photograph_is_taken() {
    made(&with("foto.jpg", include_bytes!("print/files/photo.jpg")), &["official"]).ends(0);
}
