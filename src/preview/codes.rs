//! Codes of the findings about the preview itself.

crate::codes! {
    /// Codes about the preview.
    PREVIEW:
    SERVER "V001" "the preview's server cannot start"
        "The preview listens on this machine only, on a port between 3000 and 3019 or the one \
         given with --port. All of them are taken, or the system refuses. Close another \
         preview, or name a free port.";
    WATCH "V002" "files cannot be watched"
        "The system refuses to tell when files change. On Linux the number of watches is \
         limited: raise fs.inotify.max_user_watches, or close programs that watch many files.";
}
