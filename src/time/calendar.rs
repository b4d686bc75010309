//! Old Style (Julian) and New Style (Gregorian) names of one and the same day.
//!
//! The conversion itself is `edtf-calendars`, which holds up to a brute force over all the
//! years that matter here. It refuses dates that do not exist; the functions below never
//! fail, so they bring such a date to the nearest one that exists first.

use edtf_calendars::{JulianDate, gregorian_to_julian, is_julian_leap, julian_to_gregorian};
use edtf_core::BoundDate;

use super::minute::{Civil, Minute, is_leap_year, month_length};

/// The calendar in which a date is written.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Calendar {
    /// New Style: the calendar of the axis, carried back before its introduction.
    #[default]
    Gregorian,
    /// Old Style: in Russia and the Caucasus until 31 January 1918.
    Julian,
}

impl Calendar {
    /// Whether an astronomical year has a 29 February in this calendar.
    pub(crate) fn is_leap_year(self, year: i32) -> bool {
        match self {
            Calendar::Gregorian => is_leap_year(year),
            Calendar::Julian => is_julian_leap(i64::from(year)),
        }
    }

    /// Days of a month (1 to 12) in this calendar.
    pub(crate) fn num_days_in_month(self, year: i32, month: u8) -> u8 {
        month_length(month, self.is_leap_year(year))
    }

    /// Midnight at the start of a day named in this calendar.
    pub(crate) fn minute_from_ymd(self, year: i32, month: u8, day: u8) -> Minute {
        let written = Civil {
            year,
            month,
            day,
            hour: 0,
            minute: 0,
        };
        Minute::from_civil(match self {
            Calendar::Gregorian => written,
            Calendar::Julian => civil_from_julian(written),
        })
    }

    /// The civil time of a minute, its day named in this calendar.
    pub(crate) fn civil_from_minute(self, minute: Minute) -> Civil {
        match self {
            Calendar::Gregorian => minute.civil(),
            Calendar::Julian => julian_from_civil(minute.civil()),
        }
    }
}

/// The same day written Old Style; the time of day stays as it is.
pub fn julian_from_civil(civil: Civil) -> Civil {
    // Going through the minute brings a date that does not exist to one that does.
    let real = Minute::from_civil(civil).civil();
    let date = BoundDate {
        year: i64::from(real.year),
        month: real.month,
        day: real.day,
    };
    match gregorian_to_julian(date) {
        Ok(julian) => with_date(real, julian.year, julian.month, julian.day),
        Err(_) => real,
    }
}

/// The Gregorian name of a day that is written Old Style; the time of day stays as it is.
///
/// A month or day that does not exist is brought to the nearest one that does.
pub fn civil_from_julian(julian: Civil) -> Civil {
    let year = i64::from(julian.year);
    let month = julian.month.clamp(1, 12);
    let day = julian
        .day
        .clamp(1, month_length(month, is_julian_leap(year)));
    match julian_to_gregorian(JulianDate { year, month, day }) {
        Ok(date) => with_date(julian, date.year, date.month, date.day),
        Err(_) => julian,
    }
}

/// The same time of day on another day.
fn with_date(time: Civil, year: i64, month: u8, day: u8) -> Civil {
    // The shift is days only, so a year that came in as `i32` leaves as one, but for the
    // very last years of the type.
    let year = i32::try_from(year).unwrap_or(time.year);
    Civil {
        year,
        month,
        day,
        ..time
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::civil;
    use crate::time::minute::MINUTES_PER_DAY;

    fn day(year: i32, month: u8, day: u8) -> Civil {
        Civil {
            year,
            month,
            day,
            hour: 0,
            minute: 0,
        }
    }

    #[test]
    fn known_pairs() {
        let check = |old: (i32, u8, u8), new: (i32, u8, u8)| {
            let (old, new) = (day(old.0, old.1, old.2), day(new.0, new.1, new.2));
            assert_eq!(civil_from_julian(old), new);
            assert_eq!(julian_from_civil(new), old);
        };
        check((1920, 4, 14), (1920, 4, 27));
        check((1918, 1, 31), (1918, 2, 13));
        check((1918, 2, 1), (1918, 2, 14));
        check((1917, 10, 25), (1917, 11, 7));
        check((1917, 12, 25), (1918, 1, 7));
        check((1900, 2, 28), (1900, 3, 12));
        check((1900, 2, 29), (1900, 3, 13));
        check((1752, 9, 2), (1752, 9, 13));
        check((1582, 10, 4), (1582, 10, 14));
        check((1582, 10, 5), (1582, 10, 15));
        check((250, 1, 1), (250, 1, 1));
        check((1, 1, 1), (0, 12, 30));
        check((-43, 3, 15), (-43, 3, 13));
    }

    /// Walks every Old Style day by the Julian rules alone beside the count of minutes.
    #[test]
    fn every_old_style_day_follows_the_one_before() {
        for years in [
            -9999..=-9980,
            -10..=10,
            1580..=1584,
            1750..=1754,
            1890..=1930,
            9980..=9998,
        ] {
            let mut minute = Calendar::Julian.minute_from_ymd(*years.start(), 1, 1);
            for year in years {
                for month in 1..=12 {
                    for d in 1..=Calendar::Julian.num_days_in_month(year, month) {
                        assert_eq!(Calendar::Julian.minute_from_ymd(year, month, d), minute);
                        assert_eq!(
                            Calendar::Julian.civil_from_minute(minute),
                            day(year, month, d)
                        );
                        minute.0 += MINUTES_PER_DAY;
                    }
                }
            }
        }
    }

    #[test]
    fn time_of_day_stays_and_nothing_panics() {
        let new = civil(1920, 4, 27, 0, 3).expect("valid");
        assert_eq!(
            julian_from_civil(new),
            civil(1920, 4, 14, 0, 3).expect("valid")
        );
        for year in [i32::MIN, -1, 0, i32::MAX] {
            let wild = Civil {
                year,
                month: 0,
                day: 99,
                hour: 99,
                minute: 99,
            };
            let _ = (julian_from_civil(wild), civil_from_julian(wild));
        }
    }
}
