//! The year's round from the command line: forms out and in, indsatser that come, change their id and
//! go, findings that are accepted, drafts that come back with comments, files for editors.

use std::fs;
use std::path::Path;
use std::process::Command;

use lopdf::{Document, Object, dictionary};
use sats::report::load::load;

use crate::cli::Project;

/// What came of a run of the program.
struct Ran(std::process::Output);

impl Ran {
    fn code(&self) -> i32 {
        let code = self.0.status.code().expect("it ends by itself");
        assert!(!self.stderr().contains("panicked"), "{}", self.stderr());
        code
    }

    fn stdout(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).expect("UTF-8")
    }

    fn stderr(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).expect("UTF-8")
    }
}

fn run(project: &Project, args: &[&str]) -> Ran {
    Ran(project.command(args).output().expect("the program runs"))
}

/// Every file of a year's folder with its bytes.
fn bytes(project: &Project, year: &str) -> Vec<(String, Vec<u8>)> {
    let folder = project.path("data").join(year);
    let mut all = Vec::new();
    for dir in [folder.clone(), folder.join("indsatser")] {
        for entry in fs::read_dir(dir).expect("a folder").flatten().filter(|e| e.path().is_file()) {
            all.push((entry.path().display().to_string(), fs::read(entry.path()).expect("read")));
        }
    }
    all.sort();
    all
}

#[test]
fn forms_that_nobody_touched_change_no_byte_of_next_years_data() {
    let project = Project::new();
    assert_eq!(run(&project, &["new", "2025"]).code(), 0);
    let before = bytes(&project, "2025");
    let ran = run(&project, &["export", "form", "--deadline", "fredag den 14. marts 2025"]);
    assert_eq!(ran.code(), 0, "{}", ran.stderr());
    let forms: Vec<String> = ran.stdout().lines().map(str::to_owned).collect();
    assert_eq!(forms.len(), 5, "{forms:?}");
    let mut args = vec!["import"];
    args.extend(forms.iter().map(String::as_str));
    let ran = run(&project, &args);
    assert_eq!((ran.code(), ran.stdout()), (0, String::new()), "{}", ran.stderr());
    assert!(ran.stderr().contains("0 felter ændret"), "{}", ran.stderr());
    assert_eq!(bytes(&project, "2025"), before);
}

#[test]
fn what_is_no_form_is_told_and_nothing_is_written() {
    let project = Project::new();
    let before = bytes(&project, "2024");
    fs::write(project.path("x.xlsx"), b"PK\x03\x04").expect("written");
    let ran = run(&project, &["import", "x.xlsx"]);
    assert_eq!(ran.code(), 1);
    assert!(
        ran.stderr().contains("E010") && ran.stderr().contains("Intet er skrevet"),
        "{}",
        ran.stderr()
    );
    assert_eq!(run(&project, &["import", "findes-ikke.xlsx"]).code(), 2);
    // Last year's form does not fit this year's data.
    assert_eq!(run(&project, &["export", "form", "--only", "ludo"]).code(), 0);
    assert_eq!(run(&project, &["new", "2025"]).code(), 0);
    let ran = run(&project, &["import", "out/skema-2024-sof-ludo.xlsx", "--data", "data/2025"]);
    assert!(ran.code() == 1 && ran.stderr().contains("E011"), "{}", ran.stderr());
    assert_eq!(bytes(&project, "2024"), before);
}

#[test]
fn an_indsats_comes_is_renamed_and_goes() {
    let project = Project::new();
    let before = bytes(&project, "2024");
    let ran = run(
        &project,
        &[
            "add",
            "ny-indsats",
            "--name",
            "Ny indsats",
            "--forvaltning",
            "SOF",
            "--fagprincip",
            "1",
            "--after",
            "ludo",
        ],
    );
    assert_eq!(ran.code(), 0, "{}", ran.stderr());
    let report = load(&project.path("data/2024")).report.expect("still sound");
    let at = report.indsatser.iter().position(|i| i.id == "ludo").expect("ludo");
    assert_eq!(report.indsatser[at + 1].id, "ny-indsats");
    // Its texts are to be written: the gate stays shut.
    let check = run(&project, &["check", "--only", "ny-indsats", "--format", "short"]);
    assert!(check.stdout().contains("SOF udfylder en tekst"), "{}", check.stdout());
    let confirm = run(&project, &["confirm", "--only", "ny-indsats"]);
    assert!(confirm.stderr().contains("er ikke skrevet endnu"), "{}", confirm.stderr());
    let build = run(&project, &["build"]);
    let says = build.stderr().contains("Ny indsats: 1 værdi og 7 tekster");
    assert!(build.code() == 1 && says, "{}", build.stderr());
    assert!(!check.stdout().contains("ludo"), "{}", check.stdout());
    assert_eq!(run(&project, &["remove", "ny-indsats"]).code(), 0);
    assert_eq!(bytes(&project, "2024"), before, "gone without a trace");

    assert_eq!(run(&project, &["new", "2025"]).code(), 0);
    let ran = run(&project, &["rename", "ludo", "ludo-unge", "--name", "LUDO for unge"]);
    assert_eq!(ran.code(), 0, "{}", ran.stderr());
    let diff = run(&project, &["diff", "2024", "2025"]);
    assert_eq!(diff.code(), 0, "{}", diff.stderr());
    assert!(diff.stdout().contains("ludo → ludo-unge"), "{}", diff.stdout());
    assert!(!diff.stdout().contains("Ny indsats") && !diff.stdout().contains("udgået"));
    for wrong in
        [["rename", "findes-ikke", "x"], ["rename", "eki", "ludo-unge"], ["rename", "eki", "Æ"]]
    {
        assert_eq!(run(&project, &wrong).code(), 2, "{wrong:?}");
    }
}

#[test]
fn an_accepted_finding_stays_accepted_where_its_field_moves() {
    let project = Project::new();
    let all = run(&project, &["check", "--format", "json"]);
    let all: serde_json::Value = serde_json::from_str(&all.stdout()).expect("JSON");
    let warning = all
        .as_array()
        .expect("findings")
        .iter()
        .find(|f| {
            let field =
                f["place"]["field"].as_str().or_else(|| f["field"].as_str()).unwrap_or_default();
            f["severity"] == "warning" && f["accepted"].is_null() && field.starts_with("blok[")
        })
        .expect("a warning about a block");
    let code = warning["code"].as_str().expect("a code");
    let id = warning["indsats"].as_str().expect("an indsats");
    let field =
        warning["place"]["field"].as_str().or_else(|| warning["field"].as_str()).expect("a field");
    let ran =
        run(&project, &["accept", code, "--only", id, "--field", field, "--reason", "Som trykt."]);
    assert_eq!(ran.code(), 0, "{}", ran.stderr());
    let accepted = |project: &Project| {
        let ran = run(project, &["check", "--only", id, "--format", "json"]);
        ran.stdout().matches("Som trykt.").count()
    };
    assert_eq!(accepted(&project), 1);
    let file = project.path("data/2024/indsatser").join(format!("{id}.toml"));
    let text = fs::read_to_string(&file).expect("read");
    let block = "[[blok]]\nslags = \"fremhaevet\"\ntekst = \"Et nyt fremhævet sted.\"\n\n";
    let at = text.find("[[blok]]").expect("a block");
    fs::write(&file, format!("{}{block}{}", &text[..at], &text[at..])).expect("written");
    assert_eq!(accepted(&project), 1, "by what it says, not by its number");
}

#[test]
fn data_is_found_from_below_it() {
    let project = Project::new();
    let mut command = project.command(&["check", "--format", "short"]);
    let ran = command.current_dir(project.path("data/2024/indsatser")).output().expect("runs");
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    let one = run(&project, &["check", "data/2024/indsatser/ludo.toml", "--format", "short"]);
    assert!(one.stdout().lines().all(|l| l.contains("ludo")), "{}", one.stdout());
    let by_id = run(&project, &["check", "ludo", "--format", "short"]);
    assert_eq!((by_id.code(), by_id.stdout()), (0, one.stdout()), "{}", by_id.stderr());
}

#[test]
fn a_finding_of_several_is_not_accepted_by_its_code_alone() {
    let project = Project::new();
    let all = run(&project, &["check", "--format", "json"]).stdout();
    let all: Vec<serde_json::Value> = serde_json::from_str(&all).expect("JSON");
    let open = all.iter().filter(|f| f["code"] == "D161" && f["accepted"].is_null());
    let several = run(&project, &["accept", "D161", "--reason", "Aftalt."]);
    let says = format!("{} fund D161 kan være ment", open.count());
    assert!(several.code() == 2 && several.stderr().contains(&says), "{}", several.stderr());
}

#[test]
fn a_comment_on_a_draft_finds_its_field_and_can_be_taken_over() {
    let project = Project::new();
    let ran = run(&project, &["build", "draft"]);
    assert_eq!(ran.code(), 0, "{}", ran.stderr());
    let path = project.path("out/sikker-by-2024-udkast.pdf");
    let draft = fs::read(&path).expect("a draft");
    let (mut doc, _) = suggested(&draft, "Baldersgade", "Nyvej");
    doc.save(project.path("retur.pdf")).expect("saved");

    let ran = run(&project, &["comments", "retur.pdf", "--format", "json"]);
    assert_eq!(ran.code(), 0, "{}", ran.stderr());
    let all: serde_json::Value = serde_json::from_str(&ran.stdout()).expect("JSON");
    assert_eq!(all.as_array().map(Vec::len), Some(1), "{all}");
    assert_eq!(all[0]["field"], "geografi.tekst");
    assert_eq!(
        (all[0]["forvaltning"].as_str(), all[0]["replacement"].as_str()),
        (Some("SOF"), Some("Nyvej"))
    );
    let twice = run(&project, &["comments", "retur.pdf", "retur.pdf", "--apply"]);
    assert_eq!(twice.code(), 0, "{}", twice.stderr());
    let text = fs::read_to_string(project.path("data/2024/indsatser/ludo.toml")).expect("read");
    assert!(text.contains("Spydspidsen i Nyvej på Nørrebro"), "{text}");
    marks_are_kept(&project, &draft);
    for (file, bytes) in
        [("a.pdf", &b"%PDF-1.7\nnothing"[..]), ("b.xfdf", b"<xfdf"), ("c.txt", b"hej")]
    {
        fs::write(project.path(file), bytes).expect("written");
        let ran = run(&project, &["comments", file]);
        assert!(ran.code() == 1 && ran.stderr().contains("E030"), "{file}: {}", ran.stderr());
    }
}

/// A draft in which Anna suggests other words for a word on the page of LUDO, and that page.
pub(crate) fn suggested(draft: &[u8], old: &str, new: &str) -> (Document, lopdf::ObjectId) {
    suggested_to(draft, "ludo", old, new)
}

/// [`suggested`] on the page of another indsats.
pub(crate) fn suggested_to(
    draft: &[u8],
    id: &str,
    old: &str,
    new: &str,
) -> (Document, lopdf::ObjectId) {
    let map = sats::comments::map_of(draft).expect("a draft carries its map");
    let found = map.pages.iter().enumerate().find_map(|(nr, page)| {
        let word = page.stand.words.iter().find(|w| w.w.starts_with(old))?;
        (page.indsats == id).then_some((nr, page.stand.height, word))
    });
    let (number, height, word) = found.expect("the word on the page");
    let (top, bottom) = (height - (word.y - word.s * 0.8), height - (word.y + word.s * 0.2));
    let quad: Vec<Object> =
        [word.x, top, word.r, top, word.x, bottom, word.r, bottom].map(Object::from).to_vec();
    let rect: Vec<Object> = [word.x, bottom, word.r, top].map(Object::from).to_vec();
    let mut doc = Document::load_mem(draft).expect("a PDF");
    let caret = doc.add_object(dictionary! {
        "Type" => "Annot", "Subtype" => "Caret", "Rect" => rect.clone(), "T" => Object::string_literal("Anna"),
        "Contents" => Object::string_literal(new),
    });
    let strike = doc.add_object(dictionary! {
        "Type" => "Annot", "Subtype" => "StrikeOut", "Rect" => rect, "QuadPoints" => quad,
        "IRT" => caret, "RT" => "Group",
    });
    let id = doc.get_pages().into_values().nth(number).expect("the page");
    let page = doc.get_dictionary_mut(id).expect("a page");
    page.set("Annots", vec![Object::from(caret), Object::from(strike)]);
    (doc, id)
}

/// The amount in the band and a text of the front matter, marked by two reviewers: each finds its
/// field by where it stands; kept beside the data they merge, and what is done stays done.
fn marks_are_kept(project: &Project, draft: &[u8]) {
    let map = sats::comments::map_of(draft).expect("a draft carries its map");
    let marked = |field: &str, file: &str| {
        let stands = |p: &&sats::comments::map::MapPage| {
            let fields = p.stand.fields.iter();
            fields.flat_map(|s| &s.felter).any(|f| f == field) && p.indsats != "eki"
        };
        let named = |p: &&sats::comments::map::MapPage| {
            p.indsats == "ludo" || (p.indsats.is_empty() && field.starts_with("introduktion"))
        };
        let (number, page) = map
            .pages
            .iter()
            .enumerate()
            .find(|(_, p)| stands(p) && named(p))
            .expect("the field stands on a page");
        let stand = page.stand.fields.iter().find(|s| s.felter.iter().any(|f| f == field));
        let stand = stand.expect("where it stands");
        let word =
            page.stand.words.iter().find(|w| {
                stand.holds((w.x + w.r) / 2.0, w.y - w.s * 0.3) && w.w.chars().count() > 2
            });
        let word = word.expect("a word of it");
        let (top, bottom) = (page.stand.height - word.y + word.s, page.stand.height - word.y);
        let quad: Vec<Object> =
            [word.x, top, word.r, top, word.x, bottom, word.r, bottom].map(Object::from).to_vec();
        let mut doc = Document::load_mem(draft).expect("a PDF");
        let mark = doc.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "Highlight", "QuadPoints" => quad,
            "Rect" => [word.x, bottom, word.r, top].map(Object::from).to_vec(),
            "T" => Object::string_literal(file), "Contents" => Object::string_literal("Passer det?"),
        });
        let id = doc.get_pages().into_values().nth(number).expect("the page");
        let page = doc.get_dictionary_mut(id).expect("a page");
        page.set("Annots", vec![Object::from(mark)]);
        doc.save(project.path(file)).expect("saved");
        let folio = map.pages[number].folio.clone().expect("a folio");
        let stand = &map.pages[number].stand;
        let printed = stand.words.iter().any(|w| w.w == folio && w.y > 0.9 * stand.height);
        assert!(printed, "the folio {folio} is printed");
        (folio, number + 1)
    };
    let (folio, pdf) = marked("oekonomi.beloeb", "anna.pdf");
    assert_ne!(folio, pdf.to_string(), "the list of changes stands before it");
    let ran = run(project, &["comments", "anna.pdf"]);
    let says = format!("    side {folio} (side {pdf} i PDF-filen)  ");
    assert!(ran.stdout().contains(&says), "{says}: {}", ran.stdout());
    marked("introduktion.lead", "bo.pdf");
    let kept = || -> Vec<(String, bool)> {
        let text = fs::read_to_string(project.path("data/kommentarer-2024.json")).expect("kept");
        let all: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let of = |c: &serde_json::Value| {
            (c["field"].as_str().unwrap_or_default().to_owned(), c["done"] == true)
        };
        all.as_array().expect("a list").iter().map(of).collect()
    };
    assert_eq!(run(project, &["comments", "anna.pdf", "--keep"]).code(), 0);
    assert_eq!(kept(), [("oekonomi.beloeb".to_owned(), false)]);
    let path = project.path("data/kommentarer-2024.json");
    let text = fs::read_to_string(&path).expect("kept");
    fs::write(&path, text.replace("\"done\": false", "\"done\": true")).expect("written");
    let ran = run(project, &["comments", "anna.pdf", "bo.pdf", "--keep"]);
    assert!(ran.stderr().contains("1 ny, 1 ikke udført"), "{}", ran.stderr());
    assert_eq!(
        kept(),
        [("oekonomi.beloeb".to_owned(), true), ("introduktion.lead".to_owned(), false)]
    );
    // What stands beside the data is no data.
    assert_eq!(run(project, &["check", "--format", "short"]).code(), 0);
}

#[test]
fn editors_get_a_schema_a_file_and_tell_a_wrong_kind_of_block() {
    let project = Project::new();
    assert_eq!(run(&project, &["schema", "--out", "."]).code(), 0);
    for file in [".sats/indsats.schema.json", ".taplo.toml", ".vscode/settings.json"] {
        assert!(project.path(file).is_file(), "{file}");
    }
    assert_eq!(run(&project, &["schema", "--out", "."]).stdout(), "", "nothing has changed");
    let taplo = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/node_modules/.bin/taplo");
    if !taplo.exists() {
        crate::skip::without("taplo (npm ci --prefix tests/browser --ignore-scripts)");
        return;
    }
    let lint = |project: &Project| {
        let mut command = Command::new(&taplo);
        command.args(["lint", "data/2024/indsatser/ludo.toml"]).current_dir(project.path("."));
        command.output().expect("taplo runs").status.success()
    };
    assert!(lint(&project));
    let file = project.path("data/2024/indsatser/ludo.toml");
    let text = fs::read_to_string(&file).expect("read");
    fs::write(&file, text.replacen("slags = \"citat\"", "slags = \"zitat\"", 1)).expect("written");
    assert!(!lint(&project), "a wrong kind of block");
}

#[test]
fn the_handbook_is_written() {
    let project = Project::new();
    let ran = run(&project, &["docs"]);
    assert_eq!((ran.code(), ran.stdout()), (0, "out/haandbog.html\n".to_owned()));
    let html = fs::read_to_string(project.path("out/haandbog.html")).expect("read");
    for part in ["sats import", "{antal.indsatser}", "slags = &quot;tabel&quot;", "E013"] {
        assert!(html.contains(part), "{part}");
    }
}
