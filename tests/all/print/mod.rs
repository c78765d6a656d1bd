mod desk;
#[test]
fn dump() {
    let src = std::fs::read_to_string("/tmp/pp/src/a.typ").unwrap();
    let mut files = vec![];
    for n in ["photo.jpg","cmyk.jpg","alpha16.png","chart.svg"] {
        if let Ok(b) = std::fs::read(format!("/tmp/pp/src/{n}")) { files.push((Box::leak(format!("/{n}").into_boxed_str()) as &str, b)); }
    }
    let pdf = desk::export(&desk::pages(&src, &files));
    std::fs::write("/tmp/pp/a.pdf", pdf).unwrap();
}
