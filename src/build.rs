//! Rebuilds the program when a layout or a font is added: `include_dir!` alone sees only changes
//! of the files that it already knows.

fn main() {
    println!("cargo::rerun-if-changed=layouts");
    println!("cargo::rerun-if-changed=fonts");
}
