//! Ways in which the pages are looked at.

/// What the pages are shown as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum View {
    /// As the official edition.
    #[default]
    Official,
    /// As reviewers get them: gaps marked, line numbers, the watermark.
    Draft,
    /// As the print shop gets them, with bleed.
    Print,
    /// As a printer without colours prints them.
    Grey,
    /// Last year's report.
    Before,
}

impl View {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Official, Self::Draft, Self::Print, Self::Grey, Self::Before];

    /// The word for it in an address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Official => "officiel",
            Self::Draft => "udkast",
            Self::Print => "tryk",
            Self::Grey => "graa",
            Self::Before => "foer",
        }
    }

    /// The one that a word in an address means.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.word() == word)
    }
}
