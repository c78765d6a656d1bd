//! Kinds of findings. Each module has a table of its own; title and explanation are words, a
//! message of the catalogue with the code's name and its `explain` (`layouts/ord/*/codes.ftl`).

use crate::words::Words;

/// A kind of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// `D010`. Never reused for anything else.
    pub code: &'static str,
}

impl Code {
    /// What it is, in a few words.
    #[must_use]
    pub fn title(self, words: &Words) -> String {
        words.get(self.code)
    }

    /// Why it is a finding and what to do, in a few sentences.
    #[must_use]
    pub fn explain(self, words: &Words) -> String {
        words.attribute(self.code, "explain").unwrap_or_default()
    }
}

/// A table of codes: a constant for each, and all of them in `$table`.
#[macro_export]
macro_rules! codes {
    ($(#[$doc:meta])* $table:ident: $($name:ident $code:literal;)+) => {
        $(
            #[doc = concat!("`sats check --explain ", $code, "` tells what it means.")]
            // Some tables are the program's own, others the library's.
            #[allow(unreachable_pub)]
            pub const $name: $crate::finding::Code = $crate::finding::Code { code: $code };
        )+
        $(#[$doc])*
        #[allow(unreachable_pub)]
        pub const $table: &[$crate::finding::Code] = &[$($name),+];
    };
}
