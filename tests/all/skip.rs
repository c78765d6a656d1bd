//! Tests that cannot run here. On a desk they say so and pass; in CI (`SATS_STRICT`) they fail,
//! unless what is missing is named in the list below with its reason.

/// What CI may do without, and why.
const ALLOWED: &[(&str, &str)] =
    &[("x4-uncoated", "the ICC profile of its uncoated paper may not be handed on")];

/// Says that a test, or a part of one, is skipped for want of `what`.
///
/// # Panics
/// In CI, unless the list says why it may be missing or CI itself has said that it lacks it
/// (`SATS_LACKS`).
pub(crate) fn without(what: &str) {
    let told = std::env::var("SATS_LACKS").is_ok_and(|name| what.starts_with(&name));
    let allowed = ALLOWED.iter().find(|(name, _)| *name == what);
    assert!(
        told || allowed.is_some() || std::env::var_os("SATS_STRICT").is_none(),
        "this test needs {what}; install it, or name it in tests/all/skip.rs with the reason"
    );
    println!("skipped: no {what}{}", allowed.map_or(String::new(), |(_, why)| format!(": {why}")));
}
