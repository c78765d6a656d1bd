//! Data changed at random, from a seed: what check accepts builds in every edition and says nothing
//! absurd, what it refuses every format and every edition refuses alike. `SATS_CASES` is how many,
//! `SATS_SEED` the first one's seed; a failure tells its seed and what was changed.

use std::fs;

use toml::{Table, Value};

use crate::cli::Project;
use crate::odd::{FORMATS, codes};
use crate::sentences::wrong;
use crate::town::town;

/// Cases of a common run.
const CASES: u64 = 24;

const AT: [&str; 4] = ["--data", "data/2025", "--layouts", "layouts"];

/// Numbers from a seed (`SplitMix64`), the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n.max(1) as u64).expect("a small number")
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

#[derive(Clone, Debug)]
enum Step {
    Key(String),
    Index(usize),
}

type Path = Vec<Step>;

/// Paths of all values in a file that `wanted` wants.
fn paths(value: &Value, here: &Path, wanted: &dyn Fn(&Value) -> bool, out: &mut Vec<Path>) {
    if wanted(value) {
        out.push(here.clone());
    }
    let below = |step| [here.as_slice(), &[step]].concat();
    match value {
        Value::Table(table) => {
            table.iter().for_each(|(k, v)| paths(v, &below(Step::Key(k.clone())), wanted, out));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(n, v)| paths(v, &below(Step::Index(n)), wanted, out));
        }
        _ => {}
    }
}

fn at<'v>(root: &'v mut Value, path: &[Step]) -> &'v mut Value {
    path.iter().fold(root, |value, step| match step {
        Step::Key(key) => &mut value[key.as_str()],
        Step::Index(n) => &mut value[*n],
    })
}

fn told(path: &[Step]) -> String {
    let step = |s: &Step| match s {
        Step::Key(key) => format!(".{key}"),
        Step::Index(n) => format!("[{n}]"),
    };
    path.iter().map(step).collect()
}

/// A number in the place of one: a state, within its bounds, beyond them, with decimals.
fn number(old: f64, random: &mut Random) -> Value {
    let whole = old as i64;
    match random.below(12) {
        0 | 1 => "udfyldes".into(),
        2 | 3 => "mangler".into(),
        4 => "diskretion".into(),
        5 => 0.into(),
        6 => 1.into(),
        7 => Value::Integer(-whole),
        8 => Value::Integer(whole * 1_000),
        9 => Value::Float(old + 0.5),
        10 => Value::Integer(whole / 2 + 2),
        _ => Value::Integer(whole + 1),
    }
}

/// A text in the place of one: empty, long, with quotes, marks, numbers, signs and placeholders.
fn text(old: &str, random: &mut Random) -> String {
    match random.below(12) {
        0 => String::new(),
        1 | 2 => format!("{old} ").repeat(4).trim_end().to_owned(),
        3 => format!("{old} \"Det går godt\", siger en af dem."),
        4 => format!("**{old}"),
        5 => format!("{old} Det er 12.5 af 1-3, dvs. 41,7%."),
        6 => format!("{old} {}", "Havnebadskvartersforeningsmedlemskab".repeat(6)),
        7 => format!("{old} Se {{figur.findes-ikke}} og {{antal.indsatser}}."),
        8 => format!("{old} <b>#1</b> $x_2$ @a \\ `kode` [side](https://eksempel.dk/a-b_c)"),
        9 => format!("{old} \u{202e}\u{200b}e\u{301}\u{fffd}"),
        10 => format!("{old}\n\n- et\n- to\n\n1. tre"),
        _ => old.chars().take(3).collect(),
    }
}

/// The data, file by file.
type Files = Vec<(String, Value)>;

fn read(project: &Project) -> Files {
    let folder = project.path("data/2025");
    let names = |of: &str| {
        let all = fs::read_dir(folder.join(of)).expect("listed").flatten();
        let names = all.map(|e| format!("{of}{}", e.file_name().to_string_lossy()));
        names.filter(|name| name.ends_with(".toml")).collect::<Vec<_>>()
    };
    let mut all = [names(""), names("indsatser/")].concat();
    all.sort();
    let parsed = |name: String| {
        let text = fs::read_to_string(folder.join(&name)).expect("text");
        (name, Value::Table(text.parse::<Table>().expect("TOML")))
    };
    all.into_iter().map(parsed).collect()
}

fn write(project: &Project, files: &Files) {
    let folder = project.path("data/2025");
    fs::remove_dir_all(folder.join("indsatser")).expect("removed");
    fs::create_dir(folder.join("indsatser")).expect("a folder");
    for (name, value) in files {
        fs::write(folder.join(name), toml::to_string(value).expect("TOML")).expect("written");
    }
}

/// One change somewhere; what was done, in words.
fn change(files: &mut Files, random: &mut Random) -> String {
    let offers: Vec<usize> = (0..files.len())
        .flat_map(|n| {
            let name = &files[n].0;
            let weight = if name.starts_with("indsatser/") { 4 } else { 1 };
            vec![n; weight]
        })
        .collect();
    let file = *random.one(&offers);
    match random.below(14) {
        0..=4 => {
            let numbers = |v: &Value| v.is_integer() || v.is_float();
            replace(&mut files[file], &numbers, random)
        }
        5 | 6 => replace(&mut files[file], &Value::is_str, random),
        7 => replace(&mut files[file], &Value::is_bool, random),
        8..=10 => rearrange(&mut files[file], random),
        11 => shorten(&mut files[file], random),
        12 => rename(files, random),
        _ => move_elsewhere(files, random),
    }
}

fn replace(
    (name, root): &mut (String, Value),
    wanted: &dyn Fn(&Value) -> bool,
    random: &mut Random,
) -> String {
    let mut all = Vec::new();
    paths(root, &Path::new(), wanted, &mut all);
    if all.is_empty() {
        return String::new();
    }
    let path = random.one(&all);
    let value = at(root, path);
    let new = match &*value {
        Value::Integer(n) => number(*n as f64, random),
        Value::Float(n) => number(*n, random),
        Value::String(old) => Value::String(text(old, random)),
        Value::Boolean(is) => Value::Boolean(!*is),
        other => other.clone(),
    };
    let said = format!("{name}{}: {value} -> {new}", told(path));
    *value = new;
    said
}

/// An item of a list removed, doubled or moved to the front.
fn rearrange((name, root): &mut (String, Value), random: &mut Random) -> String {
    let mut all = Vec::new();
    paths(root, &Path::new(), &|v| v.as_array().is_some_and(|a| !a.is_empty()), &mut all);
    if all.is_empty() {
        return String::new();
    }
    let path = random.one(&all);
    let Value::Array(items) = at(root, path) else { unreachable!("lists only") };
    let n = random.below(items.len());
    let what = match random.below(3) {
        0 => {
            items.remove(n);
            "removed"
        }
        1 => {
            items.insert(n, items[n].clone());
            "doubled"
        }
        _ => {
            items[..=n].rotate_right(1);
            "moved to the front"
        }
    };
    format!("{name}{}[{n}] {what}", told(path))
}

/// A key taken out of a table: a year of a series, a field.
fn shorten((name, root): &mut (String, Value), random: &mut Random) -> String {
    let mut all = Vec::new();
    paths(root, &Path::new(), &|v| v.as_table().is_some_and(|t| !t.is_empty()), &mut all);
    let path = random.one(&all);
    let Value::Table(table) = at(root, path) else { unreachable!("tables only") };
    let keys: Vec<String> = table.keys().cloned().collect();
    let key = random.one(&keys);
    table.remove(key);
    format!("{name}{}: {key} removed", told(path))
}

/// Another id for an indsats, told in the report's order or not.
fn rename(files: &mut Files, random: &mut Random) -> String {
    let all: Vec<usize> =
        (0..files.len()).filter(|n| files[*n].0.starts_with("indsatser/")).collect();
    let n = *random.one(&all);
    let old = files[n].0["indsatser/".len()..].trim_end_matches(".toml").to_owned();
    let new =
        (*random.one(&["a", "havnens-nye-sommerskole-for-alle", "Åben", "figur-1"])).to_owned();
    if files.iter().any(|(name, _)| *name == format!("indsatser/{new}.toml")) {
        return String::new();
    }
    files[n].0 = format!("indsatser/{new}.toml");
    let told = random.below(4) > 0;
    let rapport = files.iter_mut().find(|(name, _)| name == "rapport.toml").expect("a report");
    if let Some(order) = rapport.1.get_mut("raekkefoelge").and_then(Value::as_array_mut) {
        let mine = order.iter_mut().filter(|id| told && id.as_str() == Some(&old));
        mine.for_each(|id| *id = Value::String(new.clone()));
    }
    format!("{old} is {new}, told: {told}")
}

/// Another forvaltning, bydel or fagprincip.
fn move_elsewhere(files: &mut Files, random: &mut Random) -> String {
    let all: Vec<usize> =
        (0..files.len()).filter(|n| files[*n].0.starts_with("indsatser/")).collect();
    let n = *random.one(&all);
    let (section, key, value): (&str, &str, Value) = match random.below(4) {
        0 => ("overblik", "forvaltning", (*random.one(&["BKO", "SBO", "PMO", "ABC"])).into()),
        1 => {
            let all = ["Gammelhavn", "Møllebakken", "Værftet", "Lyngmarken", "Atlantis"];
            ("geografi", "bydele", all[..=random.below(5)].to_vec().into())
        }
        2 => ("geografi", "bydaekkende", true.into()),
        _ => {
            let nr: Vec<i64> = (1..=1 + random.below(7) as i64).collect();
            ("overblik", "fagprincipper", nr.into())
        }
    };
    let (name, root) = &mut files[n];
    let said = format!("{name}.{section}.{key} = {value}");
    if let Some(table) = root.get_mut(section).and_then(Value::as_table_mut) {
        table.insert(key.to_owned(), value);
    }
    said
}

/// What no page may say, beside what [`wrong`] finds.
const LIES: [&str; 8] = [
    "nr. 1 af 1 ",
    "[mangler] kr.",
    "[mangler] →",
    "→ [mangler]",
    "mangler kr.",
    "flere færre",
    "×× ",
    "{antal.",
];

/// What is wrong with the pages of a file; texts of the data may themselves be odd.
fn absurd(project: &Project, file: &str, data: &str) -> Option<String> {
    let read = std::process::Command::new("pdftotext").arg(project.path(file)).arg("-").output();
    let text = String::from_utf8_lossy(&read.ok()?.stdout).replace('\u{a0}', " ");
    let lie = LIES.iter().find(|lie| text.contains(**lie)).map(|lie| format!("`{lie}`"));
    let line = text.lines().find_map(|line| {
        let why = wrong(line.trim()).filter(|why| why != "`nul`")?;
        (!data.contains(line.trim())).then(|| format!("{why} in: {line}"))
    });
    lie.or(line).map(|why| format!("{file}: {why}"))
}

/// Runs a case and says how it went: whether it was accepted, or what is wrong.
fn case(seed: u64) -> Result<bool, String> {
    let random = &mut Random(seed);
    let project = town();
    let mut files = read(&project);
    let changes: Vec<String> = (0..=random.below(5)).map(|_| change(&mut files, random)).collect();
    write(&project, &files);
    let told = |why: String| Err(format!("seed {seed}: {why}\n  {}", changes.join("\n  ")));
    let data: String = files.iter().map(|(_, v)| v.to_string()).collect();
    let (first, ended) = codes(&project, "json", &AT);
    if !matches!(ended, Some(0 | 1)) {
        return told(format!("check ended with {ended:?}"));
    }
    for format in FORMATS {
        let (found, other) = codes(&project, format, &AT);
        // What the data accepts is told in some formats, and in others not.
        let all = found.iter().all(|code| first.contains(code) || data.contains(code.as_str()));
        if other != ended || !first.is_subset(&found) || !all {
            return told(format!("{format}: {other:?} {found:?}, json: {ended:?} {first:?}"));
        }
    }
    let build = |args: &[&str]| {
        let run = project.command(&[args, &AT].concat()).output().expect("the program runs");
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        let paths = String::from_utf8_lossy(&run.stdout).into_owned();
        (run.status.code(), paths, said)
    };
    if ended == Some(1) {
        for edition in ["official", "draft", "handout", "print"] {
            let (status, _, said) = build(&["build", edition]);
            if status != Some(1) || said.contains("panicked") || project.path("out").exists() {
                return told(format!("{edition} ended with {status:?} though refused: {said}"));
            }
        }
        return Ok(false);
    }
    for editions in [&["official", "handout"][..], &["draft"]] {
        let args = [&["build"], editions].concat();
        let (mut status, mut paths, mut said) = build(&args);
        // The gate asks for what is to be filled in; nothing else stops what check accepts.
        if status == Some(1) && said.contains("D261") && editions[0] != "draft" {
            (status, paths, said) = build(&[&args[..], &["--incomplete"]].concat());
        }
        if status != Some(0) || said.contains("panicked") {
            return told(format!("{editions:?} ended with {status:?} though accepted: {said}"));
        }
        if let Some(why) = paths.lines().find_map(|path| absurd(&project, path, &data)) {
            return told(why);
        }
    }
    Ok(true)
}

fn from_environment(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn data_changed_at_random_is_refused_alike_or_builds_and_tells_no_absurdity() {
    let cases = from_environment("SATS_CASES").unwrap_or(CASES);
    let first = from_environment("SATS_SEED").unwrap_or(1);
    // A long run tells at once what it finds.
    let now = |seed| case(seed).inspect_err(|why| println!("{why}"));
    let results: Vec<_> = (first..first + cases).map(now).collect();
    let accepted = results.iter().filter(|r| matches!(r, Ok(true))).count();
    let wrong: Vec<&String> = results.iter().filter_map(|r| r.as_ref().err()).collect();
    println!("{accepted} of {cases} accepted, {} wrong", wrong.len());
    let all: Vec<String> = wrong.iter().map(ToString::to_string).collect();
    assert!(wrong.is_empty(), "{}", all.join("\n\n"));
    // A generator that is always refused, or never, proves nothing.
    assert!(cases < CASES || (accepted > 0 && accepted as u64 != cases), "{accepted} of {cases}");
}
