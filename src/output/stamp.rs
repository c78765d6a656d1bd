//! Identity and date of a file. There is no clock: the date is the environment's or the report's.

use typst::foundations::Datetime;

use super::codes;
use crate::finding::Finding;
use crate::report::danish::Dato;
use crate::text;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// What a PDF names as its maker. No version of a tool that would differ between builds.
pub(super) const CREATOR: &str = concat!("sats ", env!("CARGO_PKG_VERSION"));

/// What a PDF says of itself besides its pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Stamp {
    /// Identifies the document through all its versions: the same report, edition and excerpt.
    pub ident: String,
    /// When it was made, UTC.
    pub made: Datetime,
}

/// The moment that `SOURCE_DATE_EPOCH` names: whole seconds since 1970.
///
/// # Errors
/// Where it is no number, or no moment from 1970 to 9999.
pub fn epoch(value: &str) -> Result<Datetime, Finding> {
    value.trim().parse().ok().and_then(from_epoch).ok_or_else(|| {
        Finding::error(codes::DATE.code, text!("stamp-epoch", value = value))
            .hint(text!("stamp-epoch-hint"))
    })
}

/// The report's own date: its `dato`, else 1 January of its year.
///
/// # Errors
/// Where the one that counts is no date.
pub fn report_date(dato: Option<&str>, aar: i32) -> Result<Datetime, Finding> {
    let day = match dato {
        Some(dato) => Dato::read(dato),
        None => Dato::ny(aar, 1, 1),
    };
    day.and_then(|day| midnight(day.aar(), day.month(), day.day())).ok_or_else(|| {
        let said = dato.map_or_else(|| format!("{aar}-01-01"), str::to_owned);
        Finding::error(codes::DATE.code, text!("stamp-date", date = said))
            .hint(text!("stamp-date-hint"))
    })
}

fn midnight(year: i32, month: u8, day: u8) -> Option<Datetime> {
    Datetime::from_ymd_hms(year, month, day, 0, 0, 0)
}

/// Civil date from seconds since 1970, in the proleptic Gregorian calendar: `civil_from_days` of
/// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", with years from 1 March in eras
/// of 400 years.
fn from_epoch(seconds: i64) -> Option<Datetime> {
    let last = 253_402_300_799; // 9999-12-31T23:59:59Z
    if !(0..=last).contains(&seconds) {
        return None;
    }
    let (days, rest) = (seconds / DAY + 719_468, seconds % DAY);
    let era = days / 146_097;
    let day_of_era = days % 146_097;
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Datetime::from_ymd_hms(
        i32::try_from(year).ok()?,
        u8::try_from(month).ok()?,
        u8::try_from(day).ok()?,
        u8::try_from(rest / 3_600).ok()?,
        u8::try_from(rest / 60 % 60).ok()?,
        u8::try_from(rest % 60).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(y: i32, mo: u8, d: u8, h: u8, mi: u8, s: u8) -> Option<Datetime> {
        Datetime::from_ymd_hms(y, mo, d, h, mi, s)
    }

    #[test]
    fn epoch_seconds_become_the_civil_date() {
        assert_eq!(from_epoch(0), at(1970, 1, 1, 0, 0, 0));
        assert_eq!(from_epoch(951_782_400), at(2000, 2, 29, 0, 0, 0));
        assert_eq!(from_epoch(1_714_567_890), at(2024, 5, 1, 12, 51, 30));
        assert_eq!(from_epoch(253_402_300_799), at(9999, 12, 31, 23, 59, 59));
        assert_eq!(from_epoch(253_402_300_800), None);
        assert_eq!(from_epoch(-1), None);
    }

    #[test]
    fn the_report_has_its_own_date_or_its_years_first_day() {
        assert_eq!(report_date(Some("2024-05-01"), 2024).ok(), at(2024, 5, 1, 0, 0, 0));
        assert_eq!(report_date(None, 2024).ok(), at(2024, 1, 1, 0, 0, 0));
    }

    #[test]
    fn what_is_no_date_is_refused_with_its_words() {
        for wrong in ["i går", "", "1.5", "-1", "99999999999999"] {
            let finding = epoch(wrong).expect_err("no date");
            assert!(
                finding.message.to_string().contains(&format!("»{wrong}«")),
                "{}",
                finding.message
            );
        }
        for wrong in ["2024-02-30", "1. maj 2024", "2024-5-1"] {
            let finding = report_date(Some(wrong), 2024).expect_err("no date");
            assert!(finding.message.to_string().contains(wrong), "{}", finding.message);
        }
    }
}
