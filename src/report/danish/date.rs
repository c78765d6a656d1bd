//! Dates and times of day.

use super::NBSP;

/// The months; Danish writes them in lower case.
pub const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

/// A day that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dato {
    aar: i32,
    month: u8,
    day: u8,
}

impl Dato {
    /// The day, if the calendar has it (Gregorian; years 1 to 9999).
    #[must_use]
    pub fn ny(aar: i32, month: u8, day: u8) -> Option<Self> {
        let is_leap_year = aar % 4 == 0 && (aar % 100 != 0 || aar % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if is_leap_year => 29,
            2 => 28,
            _ => return None,
        };
        ((1..=9999).contains(&aar) && (1..=days).contains(&day)).then_some(Self { aar, month, day })
    }

    /// Reads `2024-05-01`.
    #[must_use]
    pub fn read(iso: &str) -> Option<Self> {
        let mut parts = iso.split('-');
        let (aar, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let form = [(aar, 4), (month, 2), (day, 2)];
        let digits =
            form.iter().all(|(s, n)| s.len() == *n && s.bytes().all(|b| b.is_ascii_digit()));
        if parts.next().is_some() || !digits {
            return None;
        }
        Self::ny(aar.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Year.
    #[must_use]
    pub fn aar(self) -> i32 {
        self.aar
    }

    /// Month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// Day of the month.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// `1. maj 2024`.
    #[must_use]
    pub fn lang(self) -> String {
        let month = MONTHS.get(usize::from(self.month) - 1).copied().unwrap_or_default();
        format!("{}.{NBSP}{month} {}", self.day, self.aar)
    }

    /// In running text: `den 1. maj 2024`.
    #[must_use]
    pub fn tekst(self) -> String {
        format!("den {}", self.lang())
    }

    /// In tables: `1.5.2024`, never with leading zeros.
    #[must_use]
    pub fn kort(self) -> String {
        format!("{}.{}.{}", self.day, self.month, self.aar)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_one_form_for_text_and_one_for_tables() {
        let d = Dato::read("1990-11-25").expect("a real day");
        assert_eq!(d.tekst(), "den 25.\u{a0}november 1990");
        assert_eq!(d.lang(), "25.\u{a0}november 1990");
        assert_eq!(Dato::ny(1990, 2, 1).map(Dato::kort).as_deref(), Some("1.2.1990"));
    }

    #[test]
    fn days_that_the_calendar_lacks_are_refused() {
        assert_eq!(Dato::ny(2023, 9, 31), None);
        assert_eq!(Dato::ny(2023, 2, 29), None);
        assert!(Dato::ny(2024, 2, 29).is_some());
        assert_eq!(Dato::ny(1900, 2, 29), None);
        assert_eq!(Dato::ny(2024, 13, 1), None);
        assert_eq!(Dato::ny(2024, 1, 0), None);
        for written in ["2024-5-1", "2024-05-01-02", "24-05-01", "2024/05/01", "", "+024-05-01"] {
            assert_eq!(Dato::read(written), None, "{written}");
        }
    }
}
