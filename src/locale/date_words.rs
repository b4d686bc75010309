//! The words and patterns of dates, out of the message files.
//!
//! A date pattern is an ordinary message. Its variables are filled with their own names in braces,
//! so that `{ $day } { $month }` becomes the pattern `{day} {month}` that the time room fills.

use super::message;
use crate::time::{DatePatterns, DateWords};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

/// How many ordinal numbers the message files hold: enough for centuries.
const NUM_ORDINALS: usize = 30;

/// Every variable that a pattern may use.
const PLACEHOLDERS: [&str; 19] = [
    "day", "month", "year", "season", "weekday", "ordinal", "n", "roman", "hour", "minute", "date",
    "time", "from", "to", "new", "old", "list", "last", "era",
];

pub(super) fn from_messages(bundle: &FluentBundle<FluentResource>) -> DateWords {
    let numbered =
        |family: &str, number: usize| message(bundle, &format!("{family}-{}", number + 1), None);
    DateWords {
        months: std::array::from_fn(|idx| numbered("month", idx)),
        months_in_date: std::array::from_fn(|idx| numbered("month-in-date", idx)),
        months_short: std::array::from_fn(|idx| numbered("month-short", idx)),
        weekdays: std::array::from_fn(|idx| numbered("weekday", idx)),
        seasons: std::array::from_fn(|idx| numbered("season", idx)),
        ordinals: (0..NUM_ORDINALS)
            .map(|idx| numbered("ordinal", idx))
            .collect(),
        patterns: patterns(bundle),
    }
}

fn patterns(bundle: &FluentBundle<FluentResource>) -> DatePatterns {
    let mut args = FluentArgs::new();
    for name in PLACEHOLDERS {
        args.set(name, format!("{{{name}}}"));
    }
    let pattern = |id: &str| message(bundle, id, Some(&args));
    DatePatterns {
        day: pattern("date-day"),
        day_no_year: pattern("date-day-no-year"),
        month: pattern("date-month"),
        season: pattern("date-season"),
        year: pattern("date-year"),
        decade: pattern("date-decade"),
        century: pattern("date-century"),
        millennium: pattern("date-millennium"),
        bce: pattern("date-bce"),
        ce: pattern("date-ce"),
        clock: pattern("date-clock"),
        time: pattern("date-time"),
        hour: pattern("date-hour"),
        range: pattern("date-range"),
        range_in_month: pattern("date-range-in-month"),
        range_in_year: pattern("date-range-in-year"),
        range_of_months: pattern("date-range-of-months"),
        range_of_years: pattern("date-range-of-years"),
        range_in_day: pattern("date-range-in-day"),
        between: pattern("date-between"),
        open_start: pattern("date-open-start"),
        open_end: pattern("date-open-end"),
        unknown_start: pattern("date-unknown-start"),
        unknown_end: pattern("date-unknown-end"),
        or_earlier: pattern("date-or-earlier"),
        or_later: pattern("date-or-later"),
        approximate: pattern("date-approximate"),
        uncertain: pattern("date-uncertain"),
        old_style: pattern("date-old-style"),
        old_style_in_year: pattern("date-old-style-in-year"),
        list: pattern("date-list"),
        all_of: pattern("date-all-of"),
        one_of: pattern("date-one-of"),
        day_of_unknown_month: pattern("date-day-of-unknown-month"),
        unknown_digit: pattern("date-unknown-digit"),
        unknown: pattern("date-unknown"),
        tick_day: pattern("tick-day"),
        tick_day_year: pattern("tick-day-year"),
        tick_month_year: pattern("tick-month-year"),
    }
}
