//! Links libFuzzer, which `run` has compiled into the folder that `FUZZ_LIB` names.

fn main() {
    println!("cargo::rerun-if-env-changed=FUZZ_LIB");
    let folder = std::env::var("FUZZ_LIB").expect("tests/fuzz/run sets FUZZ_LIB");
    println!("cargo::rustc-link-search=native={folder}");
    println!("cargo::rustc-link-lib=static=fuzzer");
    println!("cargo::rustc-link-lib=stdc++");
}
