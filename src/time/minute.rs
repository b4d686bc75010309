//! Minutes of civil time: the one number that everything on the axis is made of.
//!
//! The count knows no zone and no daylight saving: it says what the clocks of the place said.
//! Years are astronomical (0 is 1 BCE, −1 is 2 BCE) and the calendar is proleptic Gregorian.

/// Minutes in an hour.
pub(crate) const MINUTES_PER_HOUR: i64 = 60;
/// Minutes in a civil day; civil time has no leap seconds and no zone changes.
pub(crate) const MINUTES_PER_DAY: i64 = 24 * MINUTES_PER_HOUR;
/// The earliest astronomical year that the program knows.
pub(crate) const YEAR_MIN: i32 = -9999;
/// The latest year that the program knows.
pub(crate) const YEAR_MAX: i32 = 9999;
/// Days in the 400-year cycle after which the Gregorian calendar repeats.
const DAYS_PER_CYCLE: i64 = 146_097;
/// Days from 0000-03-01, where the cycle arithmetic starts, to 1970-01-01.
const DAYS_TO_EPOCH: i64 = 719_468;
/// Counts further out than this (about a million years) are held here, so that no
/// arithmetic on a wild number can overflow.
const FAR: i64 = 1_000_000 * 366 * MINUTES_PER_DAY;

/// Minutes since 1970-01-01T00:00, proleptic Gregorian civil time, no zone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Minute(pub i64);

/// One minute, written as people write it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Civil {
    /// Astronomical year: 0 is 1 BCE, −1 is 2 BCE.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
}

impl Minute {
    /// The first minute of the year −9999.
    pub const MIN: Minute = Minute(days_from_ymd(YEAR_MIN as i64, 1, 1) * MINUTES_PER_DAY);
    /// The last minute of the year 9999.
    pub const MAX: Minute = Minute(days_from_ymd(YEAR_MAX as i64 + 1, 1, 1) * MINUTES_PER_DAY - 1);
    /// The half-open end of all time, one minute after [`Minute::MAX`].
    pub(crate) const END: Minute = Minute(Minute::MAX.0 + 1);

    /// The minute that a civil time names.
    ///
    /// Fields beyond their range count on (31 April is 1 May), so that this never fails;
    /// [`civil`] is the constructor that refuses them.
    pub fn from_civil(civil: Civil) -> Minute {
        let months = i64::from(civil.year) * 12 + i64::from(civil.month) - 1;
        let days = days_from_ymd(months.div_euclid(12), months.rem_euclid(12) + 1, 1)
            + i64::from(civil.day)
            - 1;
        Minute(
            days * MINUTES_PER_DAY
                + i64::from(civil.hour) * MINUTES_PER_HOUR
                + i64::from(civil.minute),
        )
    }

    /// The civil time of this minute; counts beyond a million years are held there.
    pub fn civil(self) -> Civil {
        let minutes = self.0.clamp(-FAR, FAR);
        let (year, month, day) = ymd_from_days(minutes.div_euclid(MINUTES_PER_DAY));
        let of_day = minutes.rem_euclid(MINUTES_PER_DAY);
        Civil {
            year: year as i32,
            month: month as u8,
            day: day as u8,
            hour: (of_day / MINUTES_PER_HOUR) as u8,
            minute: (of_day % MINUTES_PER_HOUR) as u8,
        }
    }

    /// This minute, held within [`Minute::MIN`] and [`Minute::MAX`].
    pub fn clamped(self) -> Minute {
        self.clamp(Minute::MIN, Minute::MAX)
    }

    /// Midnight at the start of this minute's day.
    pub(crate) fn day_start(self) -> Minute {
        Minute(self.0.saturating_sub(self.0.rem_euclid(MINUTES_PER_DAY)))
    }

    /// Day of the week, 0 is Monday.
    pub(crate) fn weekday(self) -> usize {
        // 1970-01-01 was a Thursday, the fourth day of the week.
        (self.0.div_euclid(MINUTES_PER_DAY) + 3).rem_euclid(7) as usize
    }
}

/// A civil time, or `None` if there is no such day or time, or the year is beyond ±9999.
pub fn civil(year: i32, month: u8, day: u8, hour: u8, minute: u8) -> Option<Civil> {
    let exists = (YEAR_MIN..=YEAR_MAX).contains(&year)
        && (1..=12).contains(&month)
        && (1..=num_days_in_month(year, month)).contains(&day)
        && hour < 24
        && minute < 60;
    exists.then_some(Civil {
        year,
        month,
        day,
        hour,
        minute,
    })
}

/// Midnight at the start of a Gregorian day; fields beyond their range count on.
pub(crate) fn minute_from_ymd(year: i32, month: u8, day: u8) -> Minute {
    Minute::from_civil(Civil {
        year,
        month,
        day,
        hour: 0,
        minute: 0,
    })
}

/// Whether an astronomical year has a 29 February in the Gregorian calendar.
pub(crate) fn is_leap_year(year: i32) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

/// Days of a Gregorian month; a month that does not exist counts 31.
pub(crate) fn num_days_in_month(year: i32, month: u8) -> u8 {
    month_length(month, is_leap_year(year))
}

/// Days of a month in a year that is or is not a leap year, in either calendar.
pub(crate) fn month_length(month: u8, leap: bool) -> u8 {
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01. Years are counted from March here, which puts the leap day last
/// and lets one linear formula give the lengths of the months before it.
const fn days_from_ymd(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let cycle = year.div_euclid(400);
    let year_of_cycle = year.rem_euclid(400);
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;
    cycle * DAYS_PER_CYCLE + day_of_cycle - DAYS_TO_EPOCH
}

/// Year, month and day of a count of days since 1970-01-01; the inverse of [`days_from_ymd`].
const fn ymd_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + DAYS_TO_EPOCH;
    let cycle = days.div_euclid(DAYS_PER_CYCLE);
    let day_of_cycle = days.rem_euclid(DAYS_PER_CYCLE);
    // Takes out the leap days of 4, 100 and 400 years before dividing by plain years.
    let year_of_cycle =
        (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36_524 - day_of_cycle / 146_096) / 365;
    let day_of_year =
        day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = cycle * 400 + year_of_cycle + if month <= 2 { 1 } else { 0 };
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What jiff says of the same civil minute.
    fn jiff_minute(c: Civil) -> i64 {
        let date = jiff::civil::date(c.year as i16, c.month as i8, c.day as i8);
        let then = date.at(c.hour as i8, c.minute as i8, 0, 0);
        let epoch = jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0);
        let span = then
            .since((jiff::Unit::Minute, epoch))
            .expect("within jiff's range");
        span.get_minutes()
    }

    #[test]
    fn known_minutes() {
        let check = |text: (i32, u8, u8, u8, u8), expected: i64| {
            let c = civil(text.0, text.1, text.2, text.3, text.4).expect("valid");
            assert_eq!(Minute::from_civil(c), Minute(expected), "{c:?}");
            assert_eq!(Minute(expected).civil(), c);
        };
        check((1970, 1, 1, 0, 0), 0);
        check((1969, 12, 31, 23, 59), -1);
        check((2000, 3, 1, 0, 0), 11_017 * 1440);
        check((1920, 4, 27, 0, 3), -18_146 * 1440 + 3);
        assert_eq!(
            Minute::MIN.civil(),
            civil(-9999, 1, 1, 0, 0).expect("valid")
        );
        assert_eq!(
            Minute::MAX.civil(),
            civil(9999, 12, 31, 23, 59).expect("valid")
        );
    }

    #[test]
    fn validated_constructor_refuses_what_does_not_exist() {
        assert_eq!(civil(1920, 4, 31, 0, 0), None);
        assert_eq!(civil(1900, 2, 29, 0, 0), None);
        assert!(civil(1920, 2, 29, 0, 0).is_some());
        assert!(civil(0, 2, 29, 0, 0).is_some());
        assert!(civil(-4, 2, 29, 0, 0).is_some());
        assert_eq!(civil(1920, 0, 1, 0, 0), None);
        assert_eq!(civil(1920, 13, 1, 0, 0), None);
        assert_eq!(civil(1920, 1, 0, 0, 0), None);
        assert_eq!(civil(1920, 1, 1, 24, 0), None);
        assert_eq!(civil(1920, 1, 1, 0, 60), None);
        assert_eq!(civil(10_000, 1, 1, 0, 0), None);
        assert_eq!(civil(-10_000, 1, 1, 0, 0), None);
    }

    #[test]
    fn fields_beyond_their_range_count_on() {
        let wild = Civil {
            year: 1920,
            month: 4,
            day: 31,
            hour: 24,
            minute: 60,
        };
        assert_eq!(
            Minute::from_civil(wild).civil(),
            civil(1920, 5, 2, 1, 0).expect("valid")
        );
        let wild = Civil {
            year: 1920,
            month: 0,
            day: 0,
            hour: 0,
            minute: 0,
        };
        assert_eq!(
            Minute::from_civil(wild).civil(),
            civil(1919, 11, 30, 0, 0).expect("valid")
        );
        // Nothing overflows at the ends of the number types.
        for year in [i32::MIN, i32::MAX] {
            let _ = Minute::from_civil(Civil {
                year,
                month: 255,
                day: 255,
                hour: 255,
                minute: 255,
            });
        }
        for minutes in [i64::MIN, i64::MAX] {
            let _ = Minute(minutes).civil();
            let _ = Minute(minutes).day_start();
            let _ = Minute(minutes).clamped();
        }
    }

    /// Every day of the years where calendars are hard: the turn of the era, the Gregorian
    /// reform of 1582, the British one of 1752, the common year 1900, the Russian reform.
    #[test]
    fn every_day_of_hard_years() {
        for years in [-5..=5, 1581..=1583, 1751..=1753, 1899..=1901, 1917..=1921] {
            for year in years {
                let mut expected = minute_from_ymd(year, 1, 1);
                for month in 1..=12 {
                    for day in 1..=num_days_in_month(year, month) {
                        let c = civil(year, month, day, 0, 0).expect("a day of that month");
                        assert_eq!(Minute::from_civil(c), expected, "{c:?}");
                        assert_eq!(expected.civil(), c);
                        assert_eq!(expected.0, jiff_minute(c));
                        let weekday = jiff::civil::date(year as i16, month as i8, day as i8)
                            .weekday()
                            .to_monday_zero_offset();
                        assert_eq!(expected.weekday(), weekday as usize);
                        expected.0 += MINUTES_PER_DAY;
                    }
                }
                assert_eq!(expected, minute_from_ymd(year + 1, 1, 1));
            }
        }
    }

    proptest! {
        #[test]
        fn minutes_agree_with_jiff(minutes in Minute::MIN.0..=Minute::MAX.0) {
            let c = Minute(minutes).civil();
            prop_assert_eq!(civil(c.year, c.month, c.day, c.hour, c.minute), Some(c));
            prop_assert_eq!(Minute::from_civil(c).0, minutes);
            prop_assert_eq!(jiff_minute(c), minutes);
        }
    }
}
