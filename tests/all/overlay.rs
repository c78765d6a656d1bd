//! What lies beside the built-in layouts: a theme of a few lines, components of blocks of one's own, a
//! logo and symbols beside the data; and what is said where one of them cannot be used.

use std::fs;

use crate::cli::{Project, copy, repo};

/// The fictive town, which has all of it.
fn town() -> Project {
    let project = Project::empty();
    let fixture = repo().join("tests/fixtures/havnstrup");
    copy(&fixture.join("2025"), &project.path("data/2025"));
    copy(&fixture.join("layouts"), &project.path("layouts"));
    project
}

fn check(project: &Project) -> crate::cli::Run {
    project.run(&["check", "--data", "data/2025", "--layouts", "layouts"])
}

fn theme(project: &Project, text: &str) {
    fs::write(project.path("layouts/theme.toml"), text).expect("written");
}

#[test]
fn a_theme_of_one_line_changes_that_and_nothing_else() {
    let project = Project::new();
    fs::create_dir(project.path("mine")).expect("made");
    fs::write(project.path("mine/theme.toml"), "[farve.accent]\nrgb = \"#7a1f5c\"\n")
        .expect("written");
    let layouts = sats::typeset::Layouts::folder(&project.path("mine")).expect("a folder");
    let own = layouts.text("theme.toml").expect("tokens");
    let built_in = sats::typeset::Layouts::built_in().text("theme.toml").expect("tokens");
    let read = |text: &str| text.parse::<toml::Table>().expect("TOML");
    let mut expected = read(&built_in);
    let accent = expected["farve"]["accent"].as_table_mut().expect("a colour");
    accent.insert("rgb".to_owned(), "#7a1f5c".into());
    assert_eq!(read(&own), expected);
    project.run(&["build", "--layouts", "mine", "--only", "ludo"]).ends(0);
}

#[test]
fn a_fault_in_a_theme_of_a_few_lines_is_told_at_its_place() {
    let project = town();
    theme(&project, "[opslag]\ntitelzon = 60.0\n");
    check(&project).ends(0).says(&["advarsel[T018]", "theme.toml:2", "`titelzone`"]);
    theme(&project, "[farve]\naccent = \"blå\"\n");
    check(&project).says(&["fejl[T001]", "theme.toml:2"]);
    theme(&project, "[grad.broed]\ngrad = \"stor\"\n");
    check(&project).says(&["fejl[T001]", "theme.toml:2"]);
    theme(&project, "[grad.broed\n");
    check(&project).says(&["fejl[T001]", "theme.toml:1"]);
}

#[test]
fn a_block_of_ones_own_needs_its_component() {
    let project = town();
    let path = project.path("layouts/komponenter/egne/tidevand.typ");
    fs::write(&path, "// Nothing yet.\n").expect("written");
    check(&project).ends(1).says(&["fejl[T017]", "havnebad.toml:", "#let komponent("]);
    fs::remove_file(&path).expect("removed");
    let said =
        ["fejl[T017]", "havnebad.toml:", "`tidevand`", "layouts/komponenter/egne/tidevand.typ"];
    check(&project).ends(1).says(&said);
    project.run(&["build", "--data", "data/2025"]).ends(1).says(&["fejl[T017]", "--layouts"]);
}

#[test]
fn no_state_of_an_own_field_has_a_number_beside_it() {
    let project = town();
    let file = "data/2025/indsatser/havnebad.toml";
    project.edit(file, "hoejde = \"mangler\"", "hoejde = { tal = 3, tilstand = \"diskretion\" }");
    check(&project).ends(1).says(&["både et tal og", "blok[5].felter.maalinger[2].hoejde"]);
    project.edit(file, "{ tal = 3, tilstand = \"diskretion\" }", "nan");
    check(&project).ends(1).says(&["blok[5].felter.maalinger[2].hoejde"]);
    project.edit(file, "hoejde = nan", "hoejde = \"udfyldes\"");
    check(&project).ends(0).says(&["SBO", "Vandstand ved broen"]);
}

#[test]
fn a_logo_that_cannot_stand_on_the_cover_is_told() {
    let project = town();
    let logo = project.path("data/2025/billeder/logo.svg");
    let told = |said: &[&str]| {
        check(&project).ends(1).says(&[&["rapport.toml:"], said].concat());
    };
    let mut large = fs::read_to_string(&logo).expect("text");
    large += &"<!-- -->".repeat(5 << 20);
    fs::write(&logo, large).expect("written");
    told(&["billeder/logo.svg", "fylder 40 MB; højst 2 MB"]);
    fs::write(&logo, "<html/>").expect("written");
    told(&["billeder/logo.svg", "`html`"]);
    fs::remove_file(&logo).expect("removed");
    told(&["logoet logo.svg er ikke i billeder/"]);
    project.edit("data/2025/rapport.toml", "\"logo.svg\"", "\"logo.jpg\"");
    told(&["logo.jpg er JPEG"]);
    project.edit("data/2025/rapport.toml", "\"logo.jpg\"", "\"../logo.svg\"");
    told(&["../logo.svg"]);
}

#[test]
fn a_symbol_that_is_no_drawing_or_of_nothing_is_told() {
    let project = town();
    let symbols = project.path("data/2025/symboler");
    fs::copy(symbols.join("fagprincip-1.svg"), symbols.join("fagprincip1.svg")).expect("copied");
    check(&project).ends(0).says(&["advarsel[T019]", "symboler/fagprincip1.svg", "fagprincip-1"]);
    fs::write(symbols.join("fagprincip1.svg"), "no drawing").expect("written");
    check(&project).ends(1).says(&["symboler/fagprincip1.svg", "kan ikke læses som SVG"]);
    fs::rename(symbols.join("fagprincip1.svg"), symbols.join("fagprincip-1.png")).expect("moved");
    check(&project).ends(1).says(&["symboler/fagprincip-1.png", "ikke en SVG-tegning"]);
    fs::remove_file(symbols.join("fagprincip-1.png")).expect("removed");
    fs::create_dir_all(project.path("layouts/symboler")).expect("made");
    fs::write(project.path("layouts/symboler/fagprincip-2.svg"), "GIF89a").expect("written");
    check(&project).ends(1).says(&["fejl[T016]", "layouts/symboler/fagprincip-2.svg"]);
}

#[test]
fn a_page_or_a_font_that_the_layouts_cannot_be_set_in_is_told_before_anything_is_typeset() {
    let project = town();
    let told = |tokens: &str, said: &[&str]| {
        theme(&project, tokens);
        check(&project).ends(1).says(said);
    };
    told("[side]\nspalter = 5\n", &["fejl[T007]", "theme.toml:2", "5 spalter", "spalter = 12"]);
    let margins = "[side]\ninder_mm = 40\nyder_mm = 40\ntop_mm = 40\nbund_mm = 40\n";
    told(margins, &["fejl[T007]", "theme.toml:2", "130 mm bredde", "217 mm højde"]);
    let a5 = "[side]\nbredde_mm = 148\nhoejde_mm = 210\n";
    told(a5, &["fejl[T007]", "108 mm bredde", "162 mm højde"]);
    told("[skrift]\nvaegte = [300, 400, 700]\n", &["fejl[F002]", "Sats Sans 700"]);
    told("[side]\ninder_mm = -3\n", &["fejl[T007]", "theme.toml:2", "-3 mm"]);
}

#[test]
fn words_that_are_missing_or_wrong_are_told_with_their_file() {
    let project = town();
    let words = |text: &str| {
        let file = project.path("layouts/ord/da/terms.ftl");
        fs::write(file, text).expect("written");
        check(&project)
    };
    words("-indsats = {\n").ends(1).says(&["fejl[L003]", "layouts/ord/da/terms.ftl:"]);
    words("-indsats = { $form ->\n   *[ental] tilbud\n }\n")
        .ends(1)
        .says(&["L003", "mangler formen `flertal`"]);
    words("-indsatz = tilbud\n").ends(1).says(&["fejl[L003]", "terms.ftl:1", "mente du -indsats?"]);
    // What a file leaves out is the built-in one's.
    words("# Intet.\n").ends(0);
    fs::write(project.path("layouts/komponenter/ingen.typ"), "#let a = 1").expect("written");
    check(&project).ends(0).says(&["advarsel[L005]", "layouts/komponenter/ingen.typ"]);
}

#[test]
fn a_figure_is_drawn_higher_where_its_column_would_end_too_soon() {
    let project = Project::new();
    let explained = ["check", "--explain-fit", "18-plus-enhederne"];
    let usual = project.run(&explained).stdout();
    assert!(usual.contains("Brugere: 1 linje højere"), "{usual}");
    assert!(usual.contains("venstre spalte 36 linjer, højre 36"), "{usual}");
    fs::create_dir(project.path("mine")).expect("made");
    let none = "[plads.serie]\nstraek = [0, 0]\n[plads.kort]\nstraek = [0, 0]\n";
    fs::write(project.path("mine/theme.toml"), none).expect("written");
    let fixed = project.run(&[&explained[..], &["--layouts", "mine"]].concat()).stdout();
    assert!(fixed.contains("venstre spalte 35 linjer, højre 35"), "{fixed}");
    assert!(!fixed.contains("højere"), "{fixed}");
}
