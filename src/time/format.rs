//! Dates in words, without a word of any language in the code.
//!
//! All the words come from [`DateWords`], which the locale fills from its message files.
//! A pattern is a sentence with placeholders in braces; what a pattern has no placeholder for is
//! left out, and a placeholder that nothing fills stays as written.
//!
//! What is not known is said, never filled in: `1920-04-2X` is "20–29 April 1920", and a month
//! written Old Style is the range of days that it is.

use edtf_core::{DateField, SetKind, YearKind};

use super::calendar::Calendar;
use super::minute::{MINUTES_PER_DAY, Minute, num_days_in_month};
use super::ticks::{Tick, TickUnit};
use super::when::{
    Element, End, Point, Precision, Shape, TimeOfDay, When, Ymd, date_from_ymd, field_allows,
};

/// Spans without round ends are told in days from this length on, in minutes.
const SPAN_IN_DAYS: i64 = 4 * MINUTES_PER_DAY;
/// … in months from this length on.
const SPAN_IN_MONTHS: i64 = 3 * 366 * MINUTES_PER_DAY;
/// … and in years from this length on.
const SPAN_IN_YEARS: i64 = 30 * 366 * MINUTES_PER_DAY;

/// Words of one language, filled by the locale from its message files.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DateWords {
    /// Months standing alone, January first: "April" in "April 1920".
    pub months: [String; 12],
    /// Months beside a day, where the language inflects them: "April" in "27 April".
    pub months_in_date: [String; 12],
    /// Short months for the axis: "Apr".
    pub months_short: [String; 12],
    /// Days of the week, Monday first.
    pub weekdays: [String; 7],
    /// Spring, summer, autumn, winter.
    pub seasons: [String; 4],
    /// Ordinal numbers, "1st" first; numbers beyond the list are written plainly.
    pub ordinals: Vec<String>,
    /// How the parts are put together.
    pub patterns: DatePatterns,
}

/// How one language puts dates together; the English of each is given as an example.
///
/// `{year}` always is the year with its era where it needs one (see `bce`).
/// In every pattern with a `{day}` there is also `{weekday}`.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DatePatterns {
    /// `{day} {month} {year}`; `{weekday}` may be used.
    pub day: String,
    /// `{day} {month}`.
    pub day_no_year: String,
    /// `{month} {year}`.
    pub month: String,
    /// `{season} {year}`.
    pub season: String,
    /// `{year}`.
    pub year: String,
    /// `{year}s`, where the year is the first of the ten.
    pub decade: String,
    /// `{ordinal} century`; also `{n}` (20) and `{roman}` (XX).
    pub century: String,
    /// `{ordinal} millennium`; also `{n}` and `{roman}`.
    pub millennium: String,
    /// `{year} BCE`, for a year (or century, or millennium) before the common era.
    pub bce: String,
    /// `{year} CE`, for the later end of a range that begins before the common era.
    pub ce: String,
    /// `{hour}:{minute}`, both of two digits.
    pub clock: String,
    /// `{date}, {time}`.
    pub time: String,
    /// `{date}, {hour}:00–{hour}:59`: at some time within that hour.
    pub hour: String,
    /// `{from} – {to}`: the general range.
    pub range: String,
    /// `{from}–{to} {month} {year}`: days of one month.
    pub range_in_month: String,
    /// `{from} – {to} {year}`: days of two months of one year.
    pub range_in_year: String,
    /// `{from}–{to} {year}`: months of one year.
    pub range_of_months: String,
    /// `{from}–{to}`: years.
    pub range_of_years: String,
    /// `{date}, {from}–{to}`: times of one day.
    pub range_in_day: String,
    /// `between {from} and {to}`: at some time between two dates.
    pub between: String,
    /// `until {to}`: begins before anything known (`../1920`).
    pub open_start: String,
    /// `from {from}`: goes on (`1920/..`).
    pub open_end: String,
    /// `until {to}, start unknown` (`/1920`).
    pub unknown_start: String,
    /// `from {from}, end unknown` (`1920/`).
    pub unknown_end: String,
    /// `{date} or earlier` (`..1920` in a set or at the start of a range).
    pub or_earlier: String,
    /// `{date} or later`.
    pub or_later: String,
    /// `about {date}`.
    pub approximate: String,
    /// `{date} (?)`.
    pub uncertain: String,
    /// `{new} ({old} Old Style)`.
    pub old_style: String,
    /// `{new} ({old} Old Style) {year}`: one day, when both styles have it in the same year.
    pub old_style_in_year: String,
    /// `{list}, {last}`: joins all items of a list but the last.
    pub list: String,
    /// `{list} and {last}`: all of several dates.
    pub all_of: String,
    /// `{list} or {last}`: one of several dates.
    pub one_of: String,
    /// `day {day} of an unknown month, {year}` (`1920-XX-27`).
    pub day_of_unknown_month: String,
    /// `?`: what stands for one unknown digit of a year, as in "April 192?".
    pub unknown_digit: String,
    /// `date unknown`.
    pub unknown: String,
    /// `{day} {month}` with the short month: an axis label.
    pub tick_day: String,
    /// `{day} {month} {year}` with the short month: an axis label where a month begins.
    pub tick_day_year: String,
    /// `{month} {year}` with the short month: an axis label where a year begins.
    pub tick_month_year: String,
}

/// A date in words.
///
/// With `with_old_style`, or when it is written Old Style, known days are named in both styles
/// where these differ.
pub fn format_when(when: &When, words: &DateWords, with_old_style: bool) -> String {
    let new = when.gregorian();
    let wants_old = with_old_style || when.calendar() == Calendar::Julian;
    let old = if wants_old { when.julian() } else { None };
    let Some(old) = old.filter(|old| !names_same_days(old, &new)) else {
        return Writer {
            words,
            calendar: Calendar::Gregorian,
        }
        .shape(&new);
    };
    both_styles(&new, &old, words)
}

/// A minute in words, as finely as the precision says.
pub fn format_minute(m: Minute, precision: Precision, words: &DateWords) -> String {
    let civil = m.clamped().civil();
    let writer = Writer {
        words,
        calendar: Calendar::Gregorian,
    };
    let (year, month, day) = (civil.year, civil.month, civil.day);
    let at = |minute: Option<u8>| {
        let time = TimeOfDay {
            hour: civil.hour,
            minute,
            qualifier: Default::default(),
        };
        Point {
            date: date_from_ymd(year, month, day),
            time: Some(time),
        }
    };
    match precision {
        Precision::Minute => writer.point(&at(Some(civil.minute))),
        Precision::Hour => writer.point(&at(None)),
        Precision::Day => writer.day((year, month, day)),
        Precision::Month => writer.month(Some(year), month),
        // January and February belong to the winter that began in December.
        Precision::Season if month < 3 => writer.season(Some(year - 1), 3),
        Precision::Season => writer.season(Some(year), usize::from(month / 3 - 1)),
        Precision::Year => writer.year(year),
        Precision::Decade => writer.run_of_years(year, 10),
        Precision::Century => writer.run_of_years(year, 100),
        Precision::Millennium => writer.run_of_years(year, 1000),
        Precision::Unknown => words.patterns.unknown.clone(),
    }
}

/// The label of a tick. One that begins a larger unit names that too.
pub fn format_tick(tick: &Tick, words: &DateWords) -> String {
    let civil = tick.at.civil();
    let patterns = &words.patterns;
    let writer = Writer {
        words,
        calendar: Calendar::Gregorian,
    };
    let day = civil.day.to_string();
    let year = writer.era_year(civil.year);
    let month = item(&words.months_short, civil.month);
    let values = [
        ("day", day.as_str()),
        ("month", month),
        ("year", year.as_str()),
    ];
    let is_midnight = tick.at == tick.at.day_start();
    match tick.unit {
        TickUnit::Minute | TickUnit::Hour if !is_midnight => writer.clock(civil.hour, civil.minute),
        TickUnit::Minute | TickUnit::Hour | TickUnit::Day if civil.month == 1 && civil.day == 1 => {
            filled(&patterns.tick_day_year, &values)
        }
        TickUnit::Minute | TickUnit::Hour => filled(&patterns.tick_day, &values),
        TickUnit::Day if tick.major == 2 => filled(&patterns.tick_day_year, &values),
        TickUnit::Day => day,
        TickUnit::Month if civil.month == 1 => filled(&patterns.tick_month_year, &values),
        TickUnit::Month => month.to_owned(),
        TickUnit::Year | TickUnit::Decade | TickUnit::Century | TickUnit::Millennium => year,
    }
}

/// A half-open span of minutes in words.
///
/// Whole days, months and years are told as such. A span without such ends is told to the
/// minute if it is short, and the more roughly the longer it is.
pub fn format_span(from: Minute, to: Minute, words: &DateWords) -> String {
    let writer = Writer {
        words,
        calendar: Calendar::Gregorian,
    };
    let (from, to) = (
        from.min(to).clamped(),
        from.max(to).clamp(Minute::MIN, Minute::END),
    );
    let length = to.0 - from.0;
    if length == 0 {
        return format_minute(from, Precision::Minute, words);
    }
    let whole_days = from == from.day_start() && to == to.day_start();
    if !whole_days && length < SPAN_IN_DAYS {
        return writer.times(from, to.clamped());
    }
    let (first, last) = (from.civil(), Minute(to.0 - 1).civil());
    let starts_month = first.day == 1;
    let ends_month = last.day == num_days_in_month(last.year, last.month);
    let whole_months = whole_days && starts_month && ends_month;
    let whole_years = whole_months && first.month == 1 && last.month == 12;
    if whole_years || !whole_days && length >= SPAN_IN_YEARS {
        writer.years(first.year, last.year)
    } else if whole_months || !whole_days && length >= SPAN_IN_MONTHS {
        writer.months((first.year, first.month), (last.year, last.month))
    } else {
        writer.days(
            (first.year, first.month, first.day),
            (last.year, last.month, last.day),
        )
    }
}

/// Writes dates of one calendar in one language.
#[derive(Clone, Copy)]
struct Writer<'a> {
    words: &'a DateWords,
    calendar: Calendar,
}

/// Whether two shapes have the same names for all their days: the styles agreed in the third
/// century.
fn names_same_days(old: &Shape, new: &Shape) -> bool {
    let mut old_days = old.points().map(Point::ymd);
    let mut new_days = new.points().map(Point::ymd);
    old_days.all(|day| day.is_some() && new_days.next() == Some(day)) && new_days.next().is_none()
}

/// One date in both styles.
fn both_styles(new: &Shape, old: &Shape, words: &DateWords) -> String {
    let patterns = &words.patterns;
    let new_writer = Writer {
        words,
        calendar: Calendar::Gregorian,
    };
    let old_writer = Writer {
        words,
        calendar: Calendar::Julian,
    };
    if let (Shape::Single(new_point), Shape::Single(old_point)) = (new, old)
        && let (Some(new_day), Some(old_day)) = (new_point.ymd(), old_point.ymd())
        && new_day.0 == old_day.0
    {
        let year = new_writer.era_year(new_day.0);
        let new_text = new_writer.day_no_year(new_day);
        let old_text = old_writer.day_no_year(old_day);
        let values = [("new", &*new_text), ("old", &*old_text), ("year", &*year)];
        let date = filled(&patterns.old_style_in_year, &values);
        return new_writer.qualified(new_point, &new_writer.timed(new_point, date));
    }
    // The time of day and the doubts are the same in both styles, so they are said once.
    let bare = old.map(|point| Point {
        time: None,
        ..point.without_qualifiers()
    });
    let values = [
        ("new", new_writer.shape(new)),
        ("old", old_writer.shape(&bare)),
    ];
    filled(&patterns.old_style, &values)
}

impl Writer<'_> {
    fn shape(self, shape: &Shape) -> String {
        match shape {
            Shape::Single(point) => self.point(point),
            Shape::Interval(start, end) => self.interval(start, end),
            Shape::Set(kind, elements) => self.set(*kind, elements),
        }
    }

    fn interval(self, start: &End, end: &End) -> String {
        let patterns = &self.words.patterns;
        if let (End::At(from), End::At(to)) = (start, end) {
            return self.range(from, to);
        }
        let from = self.end(start, true);
        let to = self.end(end, false);
        let pattern = match (start, end) {
            (End::Open, _) => &patterns.open_start,
            (End::Unknown, _) => &patterns.unknown_start,
            (_, End::Open) => &patterns.open_end,
            (_, End::Unknown) => &patterns.unknown_end,
            _ => &patterns.range,
        };
        filled(pattern, &[("from", from), ("to", to)])
    }

    fn end(self, end: &End, is_start: bool) -> String {
        let patterns = &self.words.patterns;
        match end {
            End::Unknown | End::Open => String::new(),
            End::At(point) => self.point(point),
            End::OrBeyond(point) => {
                let pattern = if is_start {
                    &patterns.or_earlier
                } else {
                    &patterns.or_later
                };
                filled(pattern, &[("date", self.point(point))])
            }
            End::Between(from, to) => self.between(from, to),
        }
    }

    /// From one date to another, as short as what they share allows.
    fn range(self, from: &Point, to: &Point) -> String {
        let patterns = &self.words.patterns;
        let plain = |point: &Point| {
            !point.qualifier().is_qualified()
                && !point.date.has_unspecified()
                && point.date.year.significant_digits.is_none()
                && point.season_months().is_none()
        };
        if !plain(from) || !plain(to) {
            return filled(
                &patterns.range,
                &[("from", self.point(from)), ("to", self.point(to))],
            );
        }
        let month = |point: &Point| Some((point.year()?, point.date.month?.value()?));
        match (
            from.ymd(),
            to.ymd(),
            month(from),
            month(to),
            from.year(),
            to.year(),
        ) {
            (Some(first), Some(last), ..) => match (from.time, to.time) {
                (None, None) => self.days(first, last),
                (from_time, to_time) => self.timed_days((first, from_time), (last, to_time)),
            },
            (None, None, Some(first), Some(last), ..) => self.months(first, last),
            (None, None, None, None, Some(first), Some(last)) => self.years(first, last),
            _ => filled(
                &patterns.range,
                &[("from", self.point(from)), ("to", self.point(to))],
            ),
        }
    }

    /// At some time between two dates.
    fn between(self, from: &Point, to: &Point) -> String {
        let patterns = &self.words.patterns;
        // One doubt about both of them is said once, in front of it all.
        let qualifier = from.qualifier();
        if qualifier.is_qualified() && qualifier == to.qualifier() {
            let range = self.range(&from.without_qualifiers(), &to.without_qualifiers());
            return self.qualified(from, &range);
        }
        let is_bare = |point: &Point| point.time.is_none() && !point.qualifier().is_qualified();
        let short_from = match (from.ymd(), to.ymd()) {
            (Some(first), Some(last)) if is_bare(from) && is_bare(to) && first.0 == last.0 => {
                self.day_no_year(first)
            }
            _ => self.point(from),
        };
        filled(
            &patterns.between,
            &[("from", short_from), ("to", self.point(to))],
        )
    }

    fn set(self, kind: SetKind, elements: &[Element]) -> String {
        if let Some(text) = self.days_of_one_month(kind, elements) {
            return text;
        }
        let texts = elements
            .iter()
            .map(|element| self.element(element, kind))
            .collect();
        self.joined(texts, kind)
    }

    fn element(self, element: &Element, kind: SetKind) -> String {
        let patterns = &self.words.patterns;
        match element {
            Element::At(point) => self.point(point),
            Element::OrEarlier(point) => {
                filled(&patterns.or_earlier, &[("date", self.point(point))])
            }
            Element::OrLater(point) => filled(&patterns.or_later, &[("date", self.point(point))]),
            Element::Range(from, to) if kind == SetKind::OneMember => self.between(from, to),
            Element::Range(from, to) => self.range(from, to),
        }
    }

    /// "26 and 28 April 1920", if all of a set are plain days of one month.
    fn days_of_one_month(self, kind: SetKind, elements: &[Element]) -> Option<String> {
        let days: Option<Vec<Ymd>> = elements
            .iter()
            .map(|element| match element {
                Element::At(point) if point.time.is_none() => {
                    point.ymd().filter(|_| !point.qualifier().is_qualified())
                }
                _ => None,
            })
            .collect();
        let days = days?;
        let (year, month, _) = *days.first()?;
        if days.len() < 2 || days.iter().any(|day| (day.0, day.1) != (year, month)) {
            return None;
        }
        let list = self.joined(days.iter().map(|day| day.2.to_string()).collect(), kind);
        let month = item(&self.words.months_in_date, month);
        Some(self.dated(&list, month, Some(&self.era_year(year)), ""))
    }

    /// Several things, all of them or one of them.
    fn joined(self, mut texts: Vec<String>, kind: SetKind) -> String {
        let patterns = &self.words.patterns;
        let Some(last) = texts.pop() else {
            return String::new();
        };
        let list = texts
            .into_iter()
            .reduce(|list, last| filled(&patterns.list, &[("list", list), ("last", last)]));
        let pattern = match kind {
            SetKind::OneMember => &patterns.one_of,
            SetKind::AllMembers => &patterns.all_of,
        };
        match list {
            Some(list) => filled(pattern, &[("list", list), ("last", last)]),
            None => last,
        }
    }

    // ------------------------------------------------------------------------- one date

    fn point(self, point: &Point) -> String {
        let date = self.date(point);
        self.qualified(point, &self.timed(point, date))
    }

    fn qualified(self, point: &Point, date: &str) -> String {
        let qualifier = point.qualifier();
        let mut text = date.to_owned();
        if qualifier.approximate {
            text = filled(&self.words.patterns.approximate, &[("date", text)]);
        }
        if qualifier.uncertain {
            text = filled(&self.words.patterns.uncertain, &[("date", text)]);
        }
        text
    }

    fn timed(self, point: &Point, date: String) -> String {
        match point.time {
            None => date,
            Some(time) => self.with_time(date, time),
        }
    }

    fn with_time(self, date: String, time: TimeOfDay) -> String {
        let patterns = &self.words.patterns;
        match time.minute {
            Some(minute) => {
                let clock = self.clock(time.hour, minute);
                filled(&patterns.time, &[("date", date), ("time", clock)])
            }
            None => {
                let hour = format!("{:02}", time.hour);
                filled(&patterns.hour, &[("date", date), ("hour", hour)])
            }
        }
    }

    fn clock(self, hour: u8, minute: u8) -> String {
        let values = [
            ("hour", format!("{hour:02}")),
            ("minute", format!("{minute:02}")),
        ];
        filled(&self.words.patterns.clock, &values)
    }

    /// The date of a point without its time and doubts.
    fn date(self, point: &Point) -> String {
        if let Some(day) = point.ymd() {
            return self.day(day);
        }
        let Some(month) = point.date.month else {
            return self.vague_year(point);
        };
        if let Some((from, to)) = point.season_months() {
            return self.season_of(point, month, from, to);
        }
        match point.date.day.filter(|day| day.digits != [None, None]) {
            None => self.vague_month(point, month),
            Some(day) => self.vague_day(point, month, day),
        }
    }

    /// Some month of a year: one, a run of them, or a few.
    fn vague_month(self, point: &Point, field: DateField) -> String {
        let months: Vec<u8> = (1..=12).filter(|m| field_allows(Some(field), *m)).collect();
        let name = |month: &u8| item(&self.words.months, *month).to_owned();
        match months[..] {
            [month] => self.in_year(&self.words.patterns.month, "month", &name(&month), point),
            [from, .., to] if months.len() == 12 || usize::from(to - from) + 1 == months.len() => {
                if months.len() == 12 {
                    return self.vague_year(point);
                }
                let year = self.vague_year_in_date(point).unwrap_or_default();
                let values = [("from", name(&from)), ("to", name(&to)), ("year", year)];
                filled(&self.words.patterns.range_of_months, &values)
                    .trim()
                    .to_owned()
            }
            _ => {
                let list = self.joined(months.iter().map(name).collect(), SetKind::OneMember);
                self.in_year(&self.words.patterns.month, "month", &list, point)
            }
        }
    }

    /// Some day of a month, or a day of some month.
    fn vague_day(self, point: &Point, month: DateField, day: DateField) -> String {
        let year = self.vague_year_in_date(point);
        // In a year that is not known, February may have its 29th.
        let num_days = |m: u8| {
            self.calendar
                .num_days_in_month(point.year().unwrap_or(2000), m)
        };
        let longest = (1..=12)
            .filter(|m| field_allows(Some(month), *m))
            .map(num_days)
            .max()
            .unwrap_or(31);
        let days: Vec<u8> = (1..=longest)
            .filter(|d| field_allows(Some(day), *d))
            .collect();
        let months: Vec<u8> = (1..=12)
            .filter(|m| field_allows(Some(month), *m))
            .filter(|m| days.first().is_some_and(|first| *first <= num_days(*m)))
            .collect();
        let is_run = |all: &[u8]| match all {
            [from, .., to] => usize::from(to - from) + 1 == all.len(),
            _ => false,
        };
        let day_list = || {
            let texts = days.iter().map(u8::to_string).collect();
            self.joined(texts, SetKind::OneMember)
        };
        if months.len() > 4 {
            let year = year.unwrap_or_else(|| self.words.patterns.unknown_digit.repeat(4));
            let values = [("day", day_list()), ("year", year)];
            return filled(&self.words.patterns.day_of_unknown_month, &values);
        }
        let name = |m: &u8| item(&self.words.months_in_date, *m).to_owned();
        let month_text = self.joined(months.iter().map(name).collect(), SetKind::OneMember);
        if let ([from, .., to], true) = (&days[..], is_run(&days)) {
            let values = [
                ("from", from.to_string()),
                ("to", to.to_string()),
                ("month", month_text),
                ("year", year.unwrap_or_default()),
            ];
            return filled(&self.words.patterns.range_in_month, &values)
                .trim()
                .to_owned();
        }
        self.dated(&day_list(), &month_text, year.as_deref(), "")
    }

    fn season_of(self, point: &Point, field: DateField, from: u8, to: u8) -> String {
        let year = self.vague_year_in_date(point);
        match field.value() {
            // 25 to 28 are the northern seasons again.
            Some(code @ 21..=28) => {
                let idx = usize::from((code - 21) % 4);
                self.in_year(
                    &self.words.patterns.season,
                    "season",
                    &self.words.seasons[idx],
                    point,
                )
            }
            // A southern summer spans two years, so each month needs its own.
            _ if to < from && point.year().is_some() => {
                let year = point.year().unwrap_or_default();
                self.months((year, from), (year + 1, to))
            }
            _ => {
                let name = |month: u8| item(&self.words.months, month).to_owned();
                let year = year.unwrap_or_default();
                let values = [("from", name(from)), ("to", name(to)), ("year", year)];
                filled(&self.words.patterns.range_of_months, &values)
                    .trim()
                    .to_owned()
            }
        }
    }

    /// A part of a year with its year, or alone if nothing is known of the year.
    fn in_year(self, pattern: &str, name: &str, text: &str, point: &Point) -> String {
        match self.vague_year_in_date(point) {
            Some(year) => filled(pattern, &[(name, text), ("year", year.as_str())]),
            None => text.to_owned(),
        }
    }

    fn day(self, day: Ymd) -> String {
        let (year, month, of_month) = day;
        let month = item(&self.words.months_in_date, month);
        self.dated(
            &of_month.to_string(),
            month,
            Some(&self.era_year(year)),
            self.weekday(day),
        )
    }

    fn day_no_year(self, day: Ymd) -> String {
        let month = item(&self.words.months_in_date, day.1);
        self.dated(&day.2.to_string(), month, None, self.weekday(day))
    }

    /// The name of a day's weekday, which is the same in both calendars.
    fn weekday(&self, (year, month, day): Ymd) -> &str {
        let minute = self.calendar.minute_from_ymd(year, month, day);
        self.words
            .weekdays
            .get(minute.weekday())
            .map_or("", String::as_str)
    }

    fn dated(self, day: &str, month: &str, year: Option<&str>, weekday: &str) -> String {
        let patterns = &self.words.patterns;
        let pattern = if year.is_some() {
            &patterns.day
        } else {
            &patterns.day_no_year
        };
        let values = [
            ("day", day),
            ("month", month),
            ("year", year.unwrap_or_default()),
            ("weekday", weekday),
        ];
        filled(pattern, &values)
    }

    fn month(self, year: Option<i32>, month: u8) -> String {
        let month = item(&self.words.months, month);
        match year {
            Some(year) => {
                let year = self.era_year(year);
                filled(
                    &self.words.patterns.month,
                    &[("month", month), ("year", &year)],
                )
            }
            None => month.to_owned(),
        }
    }

    fn season(self, year: Option<i32>, idx: usize) -> String {
        let season = self.words.seasons.get(idx).map_or("", String::as_str);
        match year {
            Some(year) => {
                let year = self.era_year(year);
                filled(
                    &self.words.patterns.season,
                    &[("season", season), ("year", &year)],
                )
            }
            None => season.to_owned(),
        }
    }

    // ---------------------------------------------------------------------------- years

    /// A year with its era where it needs one, as it stands inside a date.
    fn era_year(self, year: i32) -> String {
        if year > 0 {
            return year.to_string();
        }
        self.before_common_era((1 - year).to_string())
    }

    fn before_common_era(self, text: String) -> String {
        filled(&self.words.patterns.bce, &[("year", text)])
    }

    /// A year standing alone.
    fn year(self, year: i32) -> String {
        filled(&self.words.patterns.year, &[("year", self.era_year(year))])
    }

    /// A year of which some digits may be unknown or without meaning, standing alone.
    fn vague_year(self, point: &Point) -> String {
        if let Some(year) = point.year() {
            return self.year(year);
        }
        let (from, to) = point.year_range();
        let is_run = to - from + 1
            == match point.year_precision() {
                Some(Precision::Decade) => 10,
                Some(Precision::Century) => 100,
                Some(Precision::Millennium) => 1000,
                Some(Precision::Unknown) if to - from == 9999 => {
                    return self.words.patterns.unknown.clone();
                }
                _ => 0,
            };
        let has_gaps = is_run && !is_trailing_mask(point);
        if !is_run || has_gaps {
            return filled(
                &self.words.patterns.year,
                &[("year", self.masked_year(point))],
            );
        }
        // Before the common era the digits of the astronomical number are not those of a
        // decade or century that anyone names.
        if from <= 0 && (to < 0 || to - from == 9) {
            return self.years(from, to);
        }
        self.run_of_years(to, to - from + 1)
    }

    /// The same inside a date, or `None` if nothing is known of it.
    fn vague_year_in_date(self, point: &Point) -> Option<String> {
        match point.year() {
            Some(year) => Some(self.era_year(year)),
            None if point.year_range() == (0, 9999) => None,
            None => Some(self.masked_year(point)),
        }
    }

    /// The digits of a year as written, with the unknown ones marked.
    fn masked_year(self, point: &Point) -> String {
        let YearKind::Standard { digits, .. } = point.date.year.kind else {
            return self.words.patterns.unknown.clone();
        };
        let text = |digit: &Option<u8>| match digit {
            Some(digit) => digit.to_string(),
            None => self.words.patterns.unknown_digit.clone(),
        };
        digits.iter().map(text).collect()
    }

    /// The decade, century or millennium (`length` 10, 100, 1000) around a year.
    fn run_of_years(self, year: i32, length: i32) -> String {
        let patterns = &self.words.patterns;
        let is_before = year <= 0;
        // A decade goes by the digits of its years: the 40s BCE are 49 to 40 BCE. The 1st
        // century BCE is 100 to 1 BCE.
        let idx = match (is_before, length) {
            (false, _) => year / length,
            (true, 10) => (1 - year) / length,
            (true, _) => -year / length,
        };
        let text = match length {
            // The first ten years are nine, because there is no year 0 to begin them.
            10 if idx == 0 && is_before => return self.years(-8, 0),
            10 if idx == 0 => return self.years(1, 9),
            10 => filled(&patterns.decade, &[("year", (idx * length).to_string())]),
            _ => {
                let n = usize::try_from(idx + 1).unwrap_or_default();
                let ordinal = self.words.ordinals.get(n - 1).cloned();
                let values = [
                    ("ordinal", ordinal.unwrap_or_else(|| n.to_string())),
                    ("n", n.to_string()),
                    ("roman", roman(n)),
                ];
                let pattern = if length == 100 {
                    &patterns.century
                } else {
                    &patterns.millennium
                };
                filled(pattern, &values)
            }
        };
        if is_before {
            self.before_common_era(text)
        } else {
            text
        }
    }

    // --------------------------------------------------------------------------- ranges

    /// From one year to another, both included.
    fn years(self, from: i32, to: i32) -> String {
        let patterns = &self.words.patterns;
        let range = |from: String, to: String| {
            filled(&patterns.range_of_years, &[("from", from), ("to", to)])
        };
        if from == to {
            self.year(from)
        } else if from > 0 {
            range(from.to_string(), to.to_string())
        } else if to <= 0 {
            self.before_common_era(range((1 - from).to_string(), (1 - to).to_string()))
        } else {
            let to = filled(&patterns.ce, &[("year", to.to_string())]);
            filled(
                &patterns.range,
                &[("from", self.era_year(from)), ("to", to)],
            )
        }
    }

    /// From one month to another, both included.
    fn months(self, from: (i32, u8), to: (i32, u8)) -> String {
        let patterns = &self.words.patterns;
        if from == to {
            return self.month(Some(from.0), from.1);
        }
        if from.0 == to.0 {
            let name = |month| item(&self.words.months, month).to_owned();
            let values = [
                ("from", name(from.1)),
                ("to", name(to.1)),
                ("year", self.era_year(from.0)),
            ];
            return filled(&patterns.range_of_months, &values);
        }
        let month = |(year, month)| self.month(Some(year), month);
        filled(&patterns.range, &[("from", month(from)), ("to", month(to))])
    }

    /// From one day to another, both included.
    fn days(self, from: Ymd, to: Ymd) -> String {
        let patterns = &self.words.patterns;
        let year = self.era_year(from.0);
        if from == to {
            self.day(from)
        } else if (from.0, from.1) == (to.0, to.1) {
            let values = [
                ("from", from.2.to_string()),
                ("to", to.2.to_string()),
                ("month", item(&self.words.months_in_date, from.1).to_owned()),
                ("year", year),
            ];
            filled(&patterns.range_in_month, &values)
        } else if from.0 == to.0 {
            let (from, to) = (self.day_no_year(from), self.day_no_year(to));
            filled(
                &patterns.range_in_year,
                &[("from", from), ("to", to), ("year", year)],
            )
        } else {
            filled(
                &patterns.range,
                &[("from", self.day(from)), ("to", self.day(to))],
            )
        }
    }

    /// From one time to another, the second one being the first minute after it.
    fn times(self, from: Minute, to: Minute) -> String {
        let end = |minute: Minute| {
            let civil = minute.civil();
            let time = TimeOfDay {
                hour: civil.hour,
                minute: Some(civil.minute),
                qualifier: Default::default(),
            };
            ((civil.year, civil.month, civil.day), Some(time))
        };
        self.timed_days(end(from), end(to))
    }

    /// From one day, hour or minute to another.
    fn timed_days(self, from: (Ymd, Option<TimeOfDay>), to: (Ymd, Option<TimeOfDay>)) -> String {
        let patterns = &self.words.patterns;
        if let (Some(from_time), Some(to_time), true) = (from.1, to.1, from.0 == to.0) {
            if from_time == to_time {
                return self.with_time(self.day(from.0), from_time);
            }
            // An hour as an end counts with all its minutes.
            let values = [
                ("date", self.day(from.0)),
                (
                    "from",
                    self.clock(from_time.hour, from_time.minute.unwrap_or(0)),
                ),
                ("to", self.clock(to_time.hour, to_time.minute.unwrap_or(59))),
            ];
            return filled(&patterns.range_in_day, &values);
        }
        let with = |date: String, time: Option<TimeOfDay>| match time {
            Some(time) => self.with_time(date, time),
            None => date,
        };
        let first = if from.0.0 == to.0.0 {
            self.day_no_year(from.0)
        } else {
            self.day(from.0)
        };
        let values = [
            ("from", with(first, from.1)),
            ("to", with(self.day(to.0), to.1)),
        ];
        filled(&patterns.range, &values)
    }
}

/// Whether the unknown digits of a year are its last ones, so that it is one run of years.
fn is_trailing_mask(point: &Point) -> bool {
    let YearKind::Standard { digits, .. } = point.date.year.kind else {
        return false;
    };
    digits
        .iter()
        .skip_while(|digit| digit.is_some())
        .all(Option::is_none)
}

/// The word of a month, counted from 1; nothing for a month that does not exist.
fn item(words: &[String; 12], month: u8) -> &str {
    words
        .get(usize::from(month).wrapping_sub(1))
        .map_or("", String::as_str)
}

/// A pattern with its placeholders filled. What is put in is not looked through again.
fn filled<T: AsRef<str>>(pattern: &str, values: &[(&str, T)]) -> String {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let (before, from_open) = rest.split_at(open);
        text.push_str(before);
        let value = from_open.find('}').and_then(|close| {
            let name = &from_open[1..close];
            let (_, value) = values.iter().find(|(own, _)| *own == name)?;
            Some((value, close + 1))
        });
        rest = match value {
            Some((value, len)) => {
                text.push_str(value.as_ref());
                &from_open[len..]
            }
            None => {
                text.push('{');
                &from_open[1..]
            }
        };
    }
    text.push_str(rest);
    text
}

/// A number in Roman figures, for centuries.
fn roman(number: usize) -> String {
    const FIGURES: [(usize, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut text = String::new();
    let mut rest = number;
    for (value, figure) in FIGURES {
        while rest >= value {
            text.push_str(figure);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{Window, ticks};
    use proptest::prelude::*;

    fn strings<const N: usize>(text: &str) -> [String; N] {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        words.try_into().expect("as many words as asked for")
    }

    fn english() -> DateWords {
        let months = "January February March April May June July August September October \
                      November December";
        let text = str::to_owned;
        DateWords {
            months: strings(months),
            months_in_date: strings(months),
            months_short: strings("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
            weekdays: strings("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
            seasons: strings("spring summer autumn winter"),
            ordinals: ["1st", "2nd", "3rd"]
                .map(text)
                .into_iter()
                .chain((4..=20).map(|n| format!("{n}th")))
                .collect(),
            patterns: DatePatterns {
                day: text("{day} {month} {year}"),
                day_no_year: text("{day} {month}"),
                month: text("{month} {year}"),
                season: text("{season} {year}"),
                year: text("{year}"),
                decade: text("{year}s"),
                century: text("{ordinal} century"),
                millennium: text("{ordinal} millennium"),
                bce: text("{year} BCE"),
                ce: text("{year} CE"),
                clock: text("{hour}:{minute}"),
                time: text("{date}, {time}"),
                hour: text("{date}, {hour}:00–{hour}:59"),
                range: text("{from} – {to}"),
                range_in_month: text("{from}–{to} {month} {year}"),
                range_in_year: text("{from} – {to} {year}"),
                range_of_months: text("{from}–{to} {year}"),
                range_of_years: text("{from}–{to}"),
                range_in_day: text("{date}, {from}–{to}"),
                between: text("between {from} and {to}"),
                open_start: text("until {to}"),
                open_end: text("from {from}"),
                unknown_start: text("until {to}, start unknown"),
                unknown_end: text("from {from}, end unknown"),
                or_earlier: text("{date} or earlier"),
                or_later: text("{date} or later"),
                approximate: text("about {date}"),
                uncertain: text("{date} (?)"),
                old_style: text("{new} ({old} Old Style)"),
                old_style_in_year: text("{new} ({old} Old Style) {year}"),
                list: text("{list}, {last}"),
                all_of: text("{list} and {last}"),
                one_of: text("{list} or {last}"),
                day_of_unknown_month: text("day {day} of an unknown month, {year}"),
                unknown_digit: text("?"),
                unknown: text("date unknown"),
                tick_day: text("{day} {month}"),
                tick_day_year: text("{day} {month} {year}"),
                tick_month_year: text("{month} {year}"),
            },
        }
    }

    fn said(text: &str, with_old_style: bool) -> String {
        let when = When::parse(text).unwrap_or_else(|err| panic!("{text}: {err}"));
        format_when(&when, &english(), with_old_style)
    }

    #[test]
    fn dates_in_words() {
        let check = |text: &str, expected: &str| assert_eq!(said(text, false), expected, "{text}");
        check("1920-04-27", "27 April 1920");
        check("1920-04-27T00:03", "27 April 1920, 00:03");
        check("1920-04-27T11", "27 April 1920, 11:00–11:59");
        check("1920-04", "April 1920");
        check("1920", "1920");
        check("1920-21", "spring 1920");
        check("1920-24", "winter 1920");
        check("1920-33", "January–March 1920");
        check("1920-30", "December 1920 – February 1921");
        // Unknown digits.
        check("1920-04-2X", "20–29 April 1920");
        check("1920-04-3X", "30 April 1920");
        check("1920-05-0X", "1–9 May 1920");
        check("1920-04-X5", "5, 15 or 25 April 1920");
        check("1920-04-XX", "April 1920");
        check("1920-XX-XX", "1920");
        check("1920-XX", "1920");
        check("1920-1X", "October–December 1920");
        check("1920-X2", "February or December 1920");
        check("1920-X1-05", "5 January or November 1920");
        check("1920-XX-27", "day 27 of an unknown month, 1920");
        check("192X", "1920s");
        check("19XX", "20th century");
        check("1XXX", "2nd millennium");
        check("20XX", "21 century");
        check("19X5", "19?5");
        check("192X-04", "April 192?");
        check("XXXX-04-27", "27 April");
        check("XXXX-12-XX", "December");
        check("XXXX", "date unknown");
        check("000X", "1 BCE – 9 CE");
        check("00XX", "1st century");
        check("1950S2", "20th century");
        check("-0150S2", "200–101 BCE");
        // Doubts.
        check("1920-05~", "about May 1920");
        check("1920-04-27?", "27 April 1920 (?)");
        check("1920-04-27T00:03%", "about 27 April 1920, 00:03 (?)");
        // Before the common era.
        check("0000", "1 BCE");
        check("-0043-03-15", "15 March 44 BCE");
        check("-0043/-0030", "44–31 BCE");
        check("-0026/0014", "27 BCE – 14 CE");
    }

    #[test]
    fn ranges_and_lists_in_words() {
        let check = |text: &str, expected: &str| assert_eq!(said(text, false), expected, "{text}");
        check("1920-04-26/1920-04-27", "26–27 April 1920");
        check("1920-04-26/1920-04-26", "26 April 1920");
        check("1920-04-30/1920-05-02", "30 April – 2 May 1920");
        check("1919-12-31/1920-01-02", "31 December 1919 – 2 January 1920");
        check("1920-04/1920-06", "April–June 1920");
        check("1918-11/1920-04", "November 1918 – April 1920");
        check("1918/1920", "1918–1920");
        check("1918/1920-04", "1918 – April 1920");
        check(
            "1920-04-27T11:00/1920-04-27T12:00",
            "27 April 1920, 11:00–12:00",
        );
        check("1920-04-27T11/1920-04-27T13", "27 April 1920, 11:00–13:59");
        check("1920-04-27T11/1920-04-27T11", "27 April 1920, 11:00–11:59");
        check(
            "1920-04-26T19:00/1920-04-27T03:00",
            "26 April, 19:00 – 27 April 1920, 03:00",
        );
        check(
            "1920-04-26T19:00/1920-04-27",
            "26 April, 19:00 – 27 April 1920",
        );
        check(
            "1920-04-26~/1920-04-28",
            "about 26 April 1920 – 28 April 1920",
        );
        check("../1920-04-27", "until 27 April 1920");
        check("1920-04-27/..", "from 27 April 1920");
        check("/1920-04-27", "until 27 April 1920, start unknown");
        check("1920-04-27/", "from 27 April 1920, end unknown");
        check(
            "..1920-04-26/1920-04-28..",
            "26 April 1920 or earlier – 28 April 1920 or later",
        );
        check("{1920-04-26, 1920-04-28}", "26 and 28 April 1920");
        check(
            "[1920-04-26, 1920-04-27, 1920-04-28]",
            "26, 27 or 28 April 1920",
        );
        check("[1920-04-30, 1920-05-01]", "30 April 1920 or 1 May 1920");
        check(
            "[1920-04-26..1920-04-28]",
            "between 26 April and 28 April 1920",
        );
        check("{1918..1920, 1922}", "1918–1920 and 1922");
        check("[..1919]", "1919 or earlier");
        check(
            "[1920-04-26..1920-04-28]/1920-05",
            "between 26 April and 28 April 1920 – May 1920",
        );
    }

    #[test]
    fn old_style_in_words() {
        let check = |text: &str, expected: &str| assert_eq!(said(text, true), expected, "{text}");
        check("1920-04-27", "27 April (14 April Old Style) 1920");
        check("julian:1920-04-14", "27 April (14 April Old Style) 1920");
        check(
            "julian:1920-04-14T11:30~",
            "about 27 April (14 April Old Style) 1920, 11:30",
        );
        check("1918-01-07", "7 January 1918 (25 December 1917 Old Style)");
        check(
            "1920-04-26/1920-04-27",
            "26–27 April 1920 (13–14 April 1920 Old Style)",
        );
        check(
            "1920-04-27T11:00/1920-04-27T12:00",
            "27 April 1920, 11:00–12:00 (14 April 1920 Old Style)",
        );
        check(
            "julian:1920-04",
            "between 14 April and 13 May 1920 (April 1920 Old Style)",
        );
        check(
            "julian:1920-04~",
            "about 14 April – 13 May 1920 (April 1920 Old Style)",
        );
        // A Gregorian month is not written Old Style, and once both styles agreed.
        check("1920-04", "April 1920");
        check("0250-01-01", "1 January 250");
        assert_eq!(said("1920-04-27", false), "27 April 1920");
        assert_eq!(
            said("julian:1920-04-14", false),
            "27 April (14 April Old Style) 1920"
        );
    }

    #[test]
    fn minutes_in_words() {
        let words = english();
        let minute = |text: &str| When::parse(text).expect("a date").bounds().sort_minute();
        let check = |text: &str, precision, expected: &str| {
            assert_eq!(format_minute(minute(text), precision, &words), expected);
        };
        check(
            "1920-04-27T00:03",
            Precision::Minute,
            "27 April 1920, 00:03",
        );
        check(
            "1920-04-27T00:03",
            Precision::Hour,
            "27 April 1920, 00:00–00:59",
        );
        check("1920-04-27T00:03", Precision::Day, "27 April 1920");
        check("1920-04-27T00:03", Precision::Month, "April 1920");
        check("1920-04-27T00:03", Precision::Season, "spring 1920");
        check("1920-02-27", Precision::Season, "winter 1919");
        check("1920-12-27", Precision::Season, "winter 1920");
        check("1920-04-27T00:03", Precision::Year, "1920");
        check("1920-04-27T00:03", Precision::Decade, "1920s");
        check("1920-04-27T00:03", Precision::Century, "20th century");
        check("1920-04-27T00:03", Precision::Millennium, "2nd millennium");
        check("1920-04-27T00:03", Precision::Unknown, "date unknown");
        check("-0043", Precision::Decade, "40s BCE");
        check("-0043", Precision::Century, "1st century BCE");
        check("-0099", Precision::Century, "1st century BCE");
        check("0005", Precision::Decade, "1–9");
        check("-0005", Precision::Decade, "9–1 BCE");
        let mut named = words.clone();
        named.patterns.day = "{weekday}, {day} {month} {year} {odd} {".to_owned();
        named.patterns.century = "{roman} ({n})".to_owned();
        let text = format_minute(minute("1920-04-27"), Precision::Day, &named);
        assert_eq!(text, "Tuesday, 27 April 1920 {odd} {");
        assert_eq!(
            format_minute(minute("1920"), Precision::Century, &named),
            "XX (20)"
        );
        assert_eq!(
            format_minute(minute("1848"), Precision::Century, &named),
            "XIX (19)"
        );
    }

    #[test]
    fn spans_in_words() {
        let words = english();
        let check = |from: &str, to: &str, expected: &str| {
            let minute = |text: &str| When::parse(text).expect("a date").bounds().sort_minute();
            assert_eq!(format_span(minute(from), minute(to), &words), expected);
        };
        check("1920-04-26", "1920-04-28", "26–27 April 1920");
        check("1920-04-26", "1920-04-27", "26 April 1920");
        check("1920-04-01", "1920-05-01", "April 1920");
        check("1920-04-01", "1920-07-01", "April–June 1920");
        check("1918-01-01", "1921-01-01", "1918–1920");
        check(
            "1920-04-27T11:00",
            "1920-04-27T12:00",
            "27 April 1920, 11:00–12:00",
        );
        check(
            "1920-04-27T11:00",
            "1920-04-28",
            "27 April, 11:00 – 28 April 1920, 00:00",
        );
        check(
            "1920-04-27T11:00",
            "1920-05-28T01:00",
            "27 April – 28 May 1920",
        );
        check(
            "1917-04-27T11:00",
            "1921-05-28T01:00",
            "April 1917 – May 1921",
        );
        check("1817-04-27T11:00", "1921-05-28T01:00", "1817–1921");
        check(
            "1920-04-27T11:00",
            "1920-04-27T11:00",
            "27 April 1920, 11:00",
        );
        check("1920-04-28", "1920-04-26", "26–27 April 1920");
        assert_eq!(
            format_span(Minute(i64::MIN), Minute(i64::MAX), &words),
            "10000 BCE – 9999 CE"
        );
    }

    #[test]
    fn ticks_in_words() {
        let words = english();
        let check = |text: &str, unit, major, expected: &str| {
            let at = When::parse(text).expect("a date").bounds().sort_minute();
            assert_eq!(format_tick(&Tick { at, unit, major }, &words), expected);
        };
        check("1920-04-27T06:00", TickUnit::Hour, 1, "06:00");
        check("1920-04-27T00:00", TickUnit::Hour, 2, "27 Apr");
        check("1920-01-01T00:00", TickUnit::Minute, 2, "1 Jan 1920");
        check("1920-04-27", TickUnit::Day, 1, "27");
        check("1920-05-01", TickUnit::Day, 2, "1 May 1920");
        check("1920-04", TickUnit::Month, 1, "Apr");
        check("1920-01", TickUnit::Month, 2, "Jan 1920");
        check("1920", TickUnit::Decade, 1, "1920");
        check("-0099", TickUnit::Century, 1, "100 BCE");
        check("0000", TickUnit::Year, 1, "1 BCE");
    }

    proptest! {
        #[test]
        fn no_tick_is_labelled_zero(
            from in -5.3e9..4.3e9_f64, power in 0.0..10.1_f64, width_px in 20.0..3000.0_f64,
        ) {
            let words = english();
            let window = Window::new(from, from + 10_f64.powf(power));
            for tick in ticks(window, width_px, 60.0) {
                let label = format_tick(&tick, &words);
                prop_assert!(!label.split(' ').any(|word| word == "0"), "{label}");
            }
        }

        #[test]
        fn nothing_panics_without_words(from in any::<i64>(), to in any::<i64>()) {
            let words = DateWords::default();
            format_span(Minute(from), Minute(to), &words);
            format_minute(Minute(from), Precision::Century, &words);
        }
    }
}
