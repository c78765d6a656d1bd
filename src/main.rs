//! The program: all of it is in the library.

use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    // The usual hook prints a backtrace, and holds a lock that a failed allocation waits for: without
    // memory the program would stand still.
    std::panic::set_hook(Box::new(|info| {
        let _ = writeln!(std::io::stderr(), "{info}");
    }));
    sats::cli::run()
}
