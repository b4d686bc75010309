//! Where the marks of a time axis go.
//!
//! Ticks are found by stepping whole calendar units, never by adding a fixed length: months and
//! years differ in theirs. Years are counted as people do, so round numbers before the common
//! era are round there too (… 200 BCE, 100 BCE, 1, 100, 200 …), and no year 0 comes up.

use super::minute::{
    MINUTES_PER_DAY, MINUTES_PER_HOUR, Minute, YEAR_MAX, YEAR_MIN, minute_from_ymd,
    num_days_in_month,
};
use super::scale::Window;

/// Closer than this, in pixels, the lines of minor ticks become a grey band.
const MINOR_PX: f64 = 7.0;
/// No label is narrower than this; keeps the number of ticks down whatever the caller asks.
const LABEL_PX: f64 = 14.0;
/// A labelled tick that stands closer to the next one than this share of its step loses the
/// label, as the 26th does before a February's end.
const MIN_GAP: f64 = 0.75;

/// The unit that a tick is named by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TickUnit {
    /// A minute of an hour.
    Minute,
    /// A full hour.
    Hour,
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year, on an axis that counts single years or a few.
    Year,
    /// A year, on an axis that counts tens.
    Decade,
    /// A year, on an axis that counts hundreds.
    Century,
    /// A year, on an axis that counts thousands.
    Millennium,
}

/// One mark of the axis.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tick {
    /// Where it stands.
    pub at: Minute,
    /// What it is named by.
    pub unit: TickUnit,
    /// 0: a line without room for a label; 1: labelled; 2: labelled, and begins a larger unit
    /// that its label names too.
    pub major: u8,
}

/// A distance between ticks, in calendar units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Step {
    Minutes(i64),
    Hours(i64),
    /// Days of the month, counted anew from each 1st.
    Days(u8),
    Months(u8),
    Years(i32),
}

/// Every step that may be labelled, from fine to coarse, each with the finer steps that may
/// stand between its labels, the finest first. Finer steps always meet the coarser one.
const STEPS: [(Step, &[Step]); 28] = {
    use Step::{Days, Hours, Minutes, Months, Years};
    [
        (Minutes(1), &[]),
        (Minutes(5), &[Minutes(1)]),
        (Minutes(15), &[Minutes(1), Minutes(5)]),
        (Minutes(30), &[Minutes(5), Minutes(15)]),
        (Hours(1), &[Minutes(5), Minutes(15), Minutes(30)]),
        (Hours(3), &[Minutes(15), Minutes(30), Hours(1)]),
        (Hours(6), &[Minutes(30), Hours(1), Hours(3)]),
        (Hours(12), &[Hours(1), Hours(3), Hours(6)]),
        (Days(1), &[Hours(1), Hours(3), Hours(6), Hours(12)]),
        (Days(2), &[Hours(6), Hours(12), Days(1)]),
        (Days(5), &[Days(1)]),
        (Days(10), &[Days(1), Days(5)]),
        (Days(15), &[Days(1), Days(5)]),
        (Months(1), &[Days(1), Days(5), Days(10)]),
        (Months(3), &[Days(10), Days(15), Months(1)]),
        (Months(6), &[Months(1), Months(3)]),
        (Years(1), &[Months(1), Months(3), Months(6)]),
        (Years(2), &[Months(3), Months(6), Years(1)]),
        (Years(5), &[Months(6), Years(1)]),
        (Years(10), &[Years(1), Years(2), Years(5)]),
        (Years(20), &[Years(2), Years(5), Years(10)]),
        (Years(50), &[Years(5), Years(10)]),
        (Years(100), &[Years(10), Years(20), Years(50)]),
        (Years(200), &[Years(20), Years(50), Years(100)]),
        (Years(500), &[Years(50), Years(100)]),
        (Years(1000), &[Years(100), Years(200), Years(500)]),
        (Years(2000), &[Years(500), Years(1000)]),
        (Years(5000), &[Years(500), Years(1000)]),
    ]
};

/// The ticks of a window that is `width_px` wide, when labels need `min_label_px` each.
///
/// They are sorted, lie within the window, and never are more than about a quarter of the
/// pixels. An axis too narrow for any label has no ticks.
pub fn ticks(window: Window, width_px: f64, min_label_px: f64) -> Vec<Tick> {
    let window = Window::new(window.from, window.to);
    let px_per_minute = width_px / window.span();
    if !px_per_minute.is_finite() || px_per_minute <= 0.0 {
        return Vec::new();
    }
    // `max` also takes the other number when one is NaN.
    let label_px = min_label_px.max(LABEL_PX);
    let fits = |step: &Step, px: f64| step.min_minutes() * px_per_minute >= px;
    let Some((step, finer)) = STEPS.iter().find(|(step, _)| fits(step, label_px)) else {
        return Vec::new();
    };
    let between = finer.iter().find(|step| fits(step, MINOR_PX));
    let labelled = positions(*step, window);
    let mut found: Vec<Tick> = labelled
        .iter()
        .map(|at| Tick {
            at: *at,
            unit: step.unit(),
            major: step.rank(*at),
        })
        .collect();
    if let Some(between) = between {
        let minor = positions(*between, window)
            .into_iter()
            .filter(|at| labelled.binary_search(at).is_err())
            .map(|at| Tick {
                at,
                unit: between.unit(),
                major: 0,
            });
        found.extend(minor);
        found.sort_by_key(|tick| tick.at);
    }
    found
}

/// All the ticks of one step in a window, sorted.
fn positions(step: Step, window: Window) -> Vec<Minute> {
    let from = Minute(window.from.ceil() as i64);
    let to = Minute(window.to.floor() as i64);
    let mut found: Vec<Minute> = match step {
        Step::Minutes(step) => even_positions(step, from, to),
        Step::Hours(step) => even_positions(step * MINUTES_PER_HOUR, from, to),
        Step::Days(1) => even_positions(MINUTES_PER_DAY, from, to),
        Step::Days(step) => months(1, from, to)
            .flat_map(|(year, month)| days(step, year, month))
            .collect(),
        Step::Months(step) => months(step, from, to)
            .map(|(year, month)| minute_from_ymd(year, month, 1))
            .collect(),
        Step::Years(step) => years(step, from, to)
            .map(|year| minute_from_ymd(year, 1, 1))
            .collect(),
    };
    found.retain(|at| from <= *at && *at <= to);
    found
}

/// Positions of a step that divides the day, so that it meets every midnight.
fn even_positions(step: i64, from: Minute, to: Minute) -> Vec<Minute> {
    let first = from.0.div_euclid(step);
    let last = to.0.div_euclid(step);
    (first..=last).map(|idx| Minute(idx * step)).collect()
}

/// The first days of the parts of a month. A last part of less than half a step joins the one
/// before it: after the 21st comes the 1st, not the 31st.
fn days(step: u8, year: i32, month: u8) -> impl Iterator<Item = Minute> {
    let num_days = num_days_in_month(year, month);
    let is_long_enough = move |day: &u8| (num_days - day + 1) * 2 > step;
    (1..=num_days)
        .step_by(usize::from(step))
        .filter(is_long_enough)
        .map(move |day| minute_from_ymd(year, month, day))
}

/// Months in steps from January, from the one before the span to its last.
fn months(step: u8, from: Minute, to: Minute) -> impl Iterator<Item = (i32, u8)> {
    let step = i32::from(step);
    let count = |minute: Minute| {
        let civil = minute.civil();
        (civil.year * 12 + i32::from(civil.month) - 1).div_euclid(step)
    };
    (count(from)..=count(to)).map(move |idx| {
        let month = idx * step;
        (month.div_euclid(12), (month.rem_euclid(12) + 1) as u8)
    })
}

/// Astronomical years with round names: multiples of the step in the common era, the same
/// before it, and year 1 where the eras meet.
fn years(step: i32, from: Minute, to: Minute) -> impl Iterator<Item = i32> {
    let (first, last) = (from.civil().year, to.civil().year);
    // 1 − n is the astronomical number of n BCE, so that 200 BCE is −199.
    let before = ((first - 1).div_euclid(step)..=0)
        .map(move |idx| idx * step + 1)
        .take_while(move |year| *year <= last.min(1));
    let after = (first.max(0).div_euclid(step)..=last.max(0).div_euclid(step))
        .map(move |idx| idx * step)
        .filter(|year| *year > 1);
    before
        .chain(after)
        .filter(|year| (YEAR_MIN..=YEAR_MAX).contains(year))
}

impl Step {
    /// A length that two neighbours are never closer than, but for those that [`Step::rank`]
    /// takes the label from.
    fn min_minutes(self) -> f64 {
        let minutes = match self {
            Step::Minutes(step) => step,
            Step::Hours(step) => step * MINUTES_PER_HOUR,
            // The last part of a month is a little shorter or longer than the others.
            Step::Days(15) => 13 * MINUTES_PER_DAY,
            Step::Days(10) => 8 * MINUTES_PER_DAY,
            Step::Days(5) => 4 * MINUTES_PER_DAY,
            Step::Days(step) => i64::from(step) * MINUTES_PER_DAY,
            Step::Months(1) => 28 * MINUTES_PER_DAY,
            Step::Months(step) => i64::from(step) * 30 * MINUTES_PER_DAY,
            // Between the years 1 and 5 there are four.
            Step::Years(5) => 4 * 365 * MINUTES_PER_DAY,
            Step::Years(step) => i64::from(step) * 365 * MINUTES_PER_DAY,
        };
        minutes as f64
    }

    fn unit(self) -> TickUnit {
        match self {
            Step::Minutes(_) => TickUnit::Minute,
            Step::Hours(_) => TickUnit::Hour,
            Step::Days(_) => TickUnit::Day,
            Step::Months(_) => TickUnit::Month,
            Step::Years(1..10) => TickUnit::Year,
            Step::Years(10..100) => TickUnit::Decade,
            Step::Years(100..1000) => TickUnit::Century,
            Step::Years(_) => TickUnit::Millennium,
        }
    }

    /// How much weight a labelled tick of this step has.
    fn rank(self, at: Minute) -> u8 {
        let civil = at.civil();
        let begins_larger = match self {
            Step::Minutes(_) | Step::Hours(_) => at == at.day_start(),
            Step::Days(_) => civil.day == 1,
            Step::Months(_) => civil.month == 1,
            Step::Years(step @ (1 | 10 | 100)) => civil.year % (step * 10) == 0 && civil.year > 0,
            Step::Years(_) => false,
        };
        if begins_larger {
            return 2;
        }
        let is_crowded = match self {
            Step::Days(step) => {
                let rest = num_days_in_month(civil.year, civil.month) - civil.day + 1;
                f64::from(rest) < f64::from(step) * MIN_GAP
            }
            // The year 1 stands right before it.
            Step::Years(2) => civil.year == 2,
            Step::Minutes(_) | Step::Hours(_) | Step::Months(_) | Step::Years(_) => false,
        };
        if is_crowded { 0 } else { 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::civil;
    use proptest::prelude::*;

    fn minute(year: i32, month: u8, day: u8, hour: u8, min: u8) -> f64 {
        Minute::from_civil(civil(year, month, day, hour, min).expect("valid")).0 as f64
    }

    /// Labelled ticks as text: ISO with the parts that are not at their start, `!` for major.
    fn labelled(window: Window, width_px: f64) -> Vec<String> {
        ticks(window, width_px, 80.0)
            .iter()
            .filter(|tick| tick.major > 0)
            .map(|tick| {
                let c = tick.at.civil();
                let mark = if tick.major == 2 { "!" } else { "" };
                match tick.unit {
                    TickUnit::Minute | TickUnit::Hour => {
                        format!("{:02}T{:02}:{:02}{mark}", c.day, c.hour, c.minute)
                    }
                    TickUnit::Day => format!("{:02}-{:02}{mark}", c.month, c.day),
                    TickUnit::Month => format!("{}-{:02}{mark}", c.year, c.month),
                    _ => format!("{}{mark}", c.year),
                }
            })
            .collect()
    }

    #[test]
    fn every_scale_reads_well() {
        let check = |from: f64, to: f64, expected: &[&str]| {
            assert_eq!(labelled(Window::new(from, to), 800.0), expected);
        };
        check(
            minute(1920, 4, 26, 23, 50),
            minute(1920, 4, 27, 0, 32),
            &[
                "26T23:50",
                "26T23:55",
                "27T00:00!",
                "27T00:05",
                "27T00:10",
                "27T00:15",
                "27T00:20",
                "27T00:25",
                "27T00:30",
            ],
        );
        check(
            minute(1920, 4, 26, 12, 0),
            minute(1920, 4, 28, 0, 0),
            &[
                "26T12:00",
                "26T18:00",
                "27T00:00!",
                "27T06:00",
                "27T12:00",
                "27T18:00",
                "28T00:00!",
            ],
        );
        check(
            minute(1920, 4, 26, 12, 0),
            minute(1920, 5, 3, 12, 0),
            &[
                "04-27", "04-28", "04-29", "04-30", "05-01!", "05-02", "05-03",
            ],
        );
        check(
            minute(1920, 4, 15, 0, 0),
            minute(1920, 6, 15, 0, 0),
            &["04-21", "05-01!", "05-11", "05-21", "06-01!", "06-11"],
        );
        check(
            minute(1920, 1, 1, 0, 0),
            minute(1920, 7, 1, 0, 0),
            &[
                "1920-01!", "1920-02", "1920-03", "1920-04", "1920-05", "1920-06", "1920-07!",
            ]
            .map(|text| if text == "1920-07!" { "1920-07" } else { text }),
        );
        check(
            minute(1917, 2, 1, 0, 0),
            minute(1921, 2, 1, 0, 0),
            &[
                "1917-07", "1918-01!", "1918-07", "1919-01!", "1919-07", "1920-01!", "1920-07",
                "1921-01!",
            ],
        );
        check(
            minute(-250, 1, 1, 0, 0),
            minute(250, 1, 1, 0, 0),
            &["-199", "-99", "1", "100", "200"],
        );
        check(
            minute(-6, 1, 1, 0, 0),
            minute(7, 1, 1, 0, 0),
            &["-5", "-3", "-1", "1", "4", "6"],
        );
        check(
            Window::ALL.from,
            Window::ALL.to,
            &["-9999", "-4999", "1", "5000"],
        );
    }

    #[test]
    fn february_end_has_no_crowded_label() {
        // Days in fives: the 26th of a common February stands, but without its label.
        let window = Window::new(minute(1919, 2, 10, 0, 0), minute(1919, 3, 8, 0, 0));
        let found = ticks(window, 520.0, 80.0);
        let at = |month, day| {
            let at = minute_from_ymd(1919, month, day);
            found
                .iter()
                .find(|tick| tick.at == at)
                .map(|tick| tick.major)
        };
        assert_eq!(
            [at(2, 21), at(2, 26), at(3, 1)],
            [Some(1), Some(0), Some(2)]
        );
    }

    #[test]
    fn nothing_from_nothing() {
        for width in [0.0, -5.0, f64::NAN, f64::INFINITY, 3.0] {
            assert_eq!(ticks(Window::ALL, width, 60.0), []);
        }
        let broken = Window {
            from: f64::NAN,
            to: f64::NEG_INFINITY,
        };
        assert!(ticks(broken, 1000.0, f64::NAN).len() < 260);
    }

    proptest! {
        #[test]
        fn sorted_bounded_and_not_crowded(
            from in -5.3e9..4.3e9_f64, power in 0.0..10.1_f64, width_px in 20.0..5000.0_f64,
            label_px in 0.0..200.0_f64,
        ) {
            let window = Window::new(from, from + 10_f64.powf(power));
            let found = ticks(window, width_px, label_px);
            prop_assert!(found.len() as f64 <= width_px / 4.0 + 4.0);
            prop_assert!(found.windows(2).all(|pair| pair[0].at < pair[1].at));
            prop_assert!(found.iter().all(|tick| window.contains(tick.at)));
            let px = width_px / window.span();
            let labels: Vec<&Tick> = found.iter().filter(|tick| tick.major > 0).collect();
            for pair in labels.windows(2) {
                let gap_px = (pair[1].at.0 - pair[0].at.0) as f64 * px;
                prop_assert!(gap_px >= label_px * MIN_GAP, "{pair:?} {gap_px} {label_px}");
            }
        }
    }
}
