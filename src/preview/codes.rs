//! Codes of the findings about the preview itself.

/// The server cannot start.
pub const SERVER: &str = "V001";
/// Files cannot be watched.
pub const WATCH: &str = "V002";

/// Each code with what it means and what to do, for `sats check --explain`.
pub const EXPLAINED: &[(&str, &str)] = &[
    (
        SERVER,
        "The preview listens on this machine only, on a port between 3000 and 3019 or the one \
         given with --port. All of them are taken, or the system refuses. Close another preview, \
         or name a free port.",
    ),
    (
        WATCH,
        "The system refuses to tell when files change. On Linux the number of watches is limited: \
         raise fs.inotify.max_user_watches, or close programs that watch many files.",
    ),
];
