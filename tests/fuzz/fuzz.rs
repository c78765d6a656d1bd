//! The fuzzer's program: libFuzzer's `main` calls the two functions below. `SATS_FUZZ` names the door
//! (`prose`, `form`, ...), the arguments are libFuzzer's.
#![no_main]

mod doors;

use std::sync::LazyLock;

static DOOR: LazyLock<doors::Door> = LazyLock::new(|| {
    let name = std::env::var("SATS_FUZZ").expect("SATS_FUZZ names the door");
    let found = doors::DOORS.iter().find(|(door, _)| *door == name);
    let door = found.unwrap_or_else(|| panic!("no door {name}")).1;
    // Parsers of others may panic behind a boundary that turns it into a finding; our own never.
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let theirs = info.location().is_some_and(|at| at.file().contains("/registry/src/"));
        if !theirs {
            tell(info);
            std::process::abort();
        }
    }));
    door
});

/// One run.
///
/// # Safety
/// libFuzzer hands over `size` bytes that live for the call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn LLVMFuzzerTestOneInput(data: *const u8, size: usize) -> i32 {
    // SAFETY: as above; a null pointer comes with no bytes.
    let bytes = match size {
        0 => &[],
        _ => unsafe { std::slice::from_raw_parts(data, size) },
    };
    if std::panic::catch_unwind(|| DOOR(bytes)).is_err() {
        eprintln!("a panic has left the door");
        std::process::abort();
    }
    0
}
