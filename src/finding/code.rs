//! Kinds of findings: code, title, explanation. Each module has a table of its own.

/// A kind of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// `D010`. Never reused for anything else.
    pub code: &'static str,
    /// What it is, in a few words.
    pub title: &'static str,
    /// Why it is a finding and what to do, in a few sentences.
    pub explain: &'static str,
}

/// A table of codes: a constant for each, and all of them in `$table`.
#[macro_export]
macro_rules! codes {
    ($(#[$doc:meta])* $table:ident: $($name:ident $code:literal $title:literal $explain:literal;)+) => {
        $(
            #[doc = $title]
            pub const $name: $crate::finding::Code =
                $crate::finding::Code { code: $code, title: $title, explain: $explain };
        )+
        $(#[$doc])*
        pub const $table: &[$crate::finding::Code] = &[$($name),+];
    };
}
