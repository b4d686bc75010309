//! A date as a source or an editor gave it, and the bounds it puts on an event.
//!
//! A [`When`] keeps what was written (text, calendar, qualifiers, unspecified digits) beside
//! the bounds that follow from it. Single dates are `edtf-core`'s; around them stand our own
//! time of day, our own intervals and sets (because their ends may carry a time), and our own
//! bounds: `edtf-core` knows days only and always counts them in the Gregorian calendar.

use std::fmt::Write as _;

use edtf_core::{Date, DateField, Qualifier, SetKind, Year, YearKind};

use super::calendar::Calendar;
use super::minute::{MINUTES_PER_DAY, MINUTES_PER_HOUR, Minute};
use super::parse;

/// Half-open bounds in minutes: the start lies in `start_earliest ..= start_latest`, the end in
/// `end_earliest ..= end_latest`; `None` is open or unknown.
///
/// An end is the first minute after the event, so it may be one minute after [`Minute::MAX`].
/// Where both are known, `start_earliest < end_latest`.
///
/// ```text
/// 1920-04-26/1920-04-28     26th      27th      28th
///   start lies in           ├─────────┤
///   end lies in                                 ├─────────┤
///   outer                   ├─────────────────────────────┤
///   core                              ├─────────┤
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bounds {
    /// No start before this.
    pub start_earliest: Option<Minute>,
    /// Started by then.
    pub start_latest: Option<Minute>,
    /// Not ended before this.
    pub end_earliest: Option<Minute>,
    /// Ended by then.
    pub end_latest: Option<Minute>,
}

/// A date as a source or editor gave it.
#[derive(Clone, Debug, PartialEq)]
pub struct When {
    text: String,
    calendar: Calendar,
    shape: Shape,
    bounds: Bounds,
}

/// How finely a date is known; the order runs from fine to coarse.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Precision {
    /// To the minute.
    Minute,
    /// To the hour.
    Hour,
    /// To the day.
    Day,
    /// To the month, or to some days of it.
    Month,
    /// To the season, quarter or half of a year.
    Season,
    /// To the year, or to some months of it.
    Year,
    /// To ten years.
    Decade,
    /// To a hundred years.
    Century,
    /// To a thousand years.
    Millennium,
    /// Not known.
    Unknown,
}

/// What stands at one end of a date.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum EndKind {
    /// A date.
    Dated,
    /// Open (`..`): it has no such end, or goes on.
    Open,
    /// Not known (left empty).
    Unknown,
}

/// What is wrong with a date, and a way out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}{}", hint.as_ref().map(|hint| format!("; {hint}")).unwrap_or_default())]
pub struct WhenError {
    /// What is wrong: one sentence without a full stop.
    pub message: String,
    /// What to write instead.
    pub hint: Option<String>,
    /// The bytes of the input that are at fault.
    pub at: std::ops::Range<usize>,
}

/// The parts of a date, as written and in the calendar it is written in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    /// One date.
    Single(Point),
    /// From one end to the other.
    Interval(End, End),
    /// One of several dates (`[…]`), or all of them (`{…}`).
    Set(SetKind, Vec<Element>),
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum End {
    /// Left empty.
    Unknown,
    /// `..`
    Open,
    /// A date.
    At(Point),
    /// `..date` at the start, `date..` at the end: that date or one further out.
    OrBeyond(Point),
    /// `[date..date]`, an extension: at some time between two dates. The ends of an Old Style
    /// interval of months need it to be said in the Gregorian calendar.
    Between(Point, Point),
}

/// One element of a set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Element {
    /// A date.
    At(Point),
    /// `..date`
    OrEarlier(Point),
    /// `date..`
    OrLater(Point),
    /// `date..date`
    Range(Point, Point),
}

/// A date that may carry a time of day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Point {
    /// The date; its year always is of the four-digit kind.
    pub date: Date,
    /// The time of day, on every day that the date allows.
    pub time: Option<TimeOfDay>,
}

/// A time of day, to the hour or to the minute.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct TimeOfDay {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59, or `None` for the whole hour.
    pub minute: Option<u8>,
    /// The qualifier at the end, which speaks of date and time.
    pub qualifier: Qualifier,
}

impl Bounds {
    /// The widest span: from the earliest start to the latest end.
    pub fn outer(&self) -> (Option<Minute>, Option<Minute>) {
        (self.start_earliest, self.end_latest)
    }

    /// The span in which it was surely going on, if there is one.
    pub fn core(&self) -> Option<(Minute, Minute)> {
        let (from, to) = (self.start_latest?, self.end_earliest?);
        (from < to).then_some((from, to))
    }

    /// Whether any of it can lie in the half-open span; open and unknown ends reach for ever.
    pub fn touches(&self, from: Minute, to: Minute) -> bool {
        self.start_earliest.is_none_or(|start| start < to)
            && self.end_latest.is_none_or(|end| from < end)
    }

    /// The minute by which to put it in order: its earliest start, else its latest end.
    pub fn sort_minute(&self) -> Minute {
        self.start_earliest
            .or(self.end_latest)
            .unwrap_or(Minute::MIN)
    }
}

impl When {
    /// Reads a date.
    ///
    /// The grammar is EDTF (ISO 8601-2, Annex A) of levels 0 to 2 for the years −9999 to 9999,
    /// with these extensions: a time of day to the minute or the hour (`1920-04-27T00:03`,
    /// `1920-04-27T11`) also in intervals and sets, a space after the commas of a set,
    /// `[a..b]` as an end of an interval, and `julian:` before a text that is Old Style.
    ///
    /// # Errors
    ///
    /// [`WhenError`] says what is wrong, where, and what to write instead.
    pub fn parse(text: &str) -> Result<When, WhenError> {
        let (calendar, shape, bounds) = parse::when_from_text(text)?;
        Ok(When {
            text: text.to_owned(),
            calendar,
            shape,
            bounds,
        })
    }

    /// A date of minute precision; a minute beyond the ends of time is held there.
    pub fn from_minute(minute: Minute) -> When {
        let minute = minute.clamped();
        let civil = minute.civil();
        let time = TimeOfDay {
            hour: civil.hour,
            minute: Some(civil.minute),
            qualifier: Qualifier::default(),
        };
        let date = date_from_ymd(civil.year, civil.month, civil.day);
        let shape = Shape::Single(Point {
            date,
            time: Some(time),
        });
        let bounds = bounds_of_span(Some(minute), Some(Minute(minute.0 + 1)));
        When {
            text: shape.text(),
            calendar: Calendar::Gregorian,
            shape,
            bounds,
        }
    }

    /// The text as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The date in canonical EDTF with our extensions, always Gregorian.
    ///
    /// It parses back to the same bounds. An Old Style month or year becomes the range of
    /// its days, because it is no month or year of the Gregorian calendar.
    pub fn edtf(&self) -> String {
        self.gregorian().text()
    }

    /// Where the start and the end may lie.
    pub fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// The calendar that the text is written in.
    pub fn calendar(&self) -> Calendar {
        self.calendar
    }

    /// How finely the date is known: of two ends or several dates, the coarsest.
    ///
    /// Unspecified digits make it coarser: `1920-04-2X` is no day, so it counts as a month.
    pub fn precision(&self) -> Precision {
        let points = self.shape.points();
        points
            .map(Point::precision)
            .max()
            .unwrap_or(Precision::Unknown)
    }

    /// Whether the start and the end are marked approximate (`~`, `%`), in whole or in part.
    pub fn approximate(&self) -> (bool, bool) {
        self.shape.at_ends(|point| point.qualifier().approximate)
    }

    /// Whether the start and the end are marked uncertain (`?`, `%`), in whole or in part.
    pub fn uncertain(&self) -> (bool, bool) {
        self.shape.at_ends(|point| point.qualifier().uncertain)
    }

    /// What stands at the start and at the end: the bounds alone do not tell open from unknown.
    pub fn ends(&self) -> (EndKind, EndKind) {
        let kind = |end: &End| match end {
            End::Unknown => EndKind::Unknown,
            End::Open => EndKind::Open,
            End::At(_) | End::OrBeyond(_) | End::Between(..) => EndKind::Dated,
        };
        match &self.shape {
            Shape::Single(_) | Shape::Set(..) => (EndKind::Dated, EndKind::Dated),
            Shape::Interval(start, end) => (kind(start), kind(end)),
        }
    }

    /// Whether it is written as an interval, with a slash.
    pub fn is_interval(&self) -> bool {
        matches!(self.shape, Shape::Interval(..))
    }

    /// Whether any digit is left unspecified (`X`).
    pub fn unspecified(&self) -> bool {
        self.shape
            .points()
            .any(|point| point.date.has_unspecified())
    }

    /// The parts in the Gregorian calendar.
    pub(crate) fn gregorian(&self) -> Shape {
        match self.calendar {
            Calendar::Gregorian => self.shape.clone(),
            Calendar::Julian => gregorian_from_julian(&self.shape),
        }
    }

    /// The parts in the Julian calendar, if every one of them is a known day: a Gregorian
    /// month or year is not written Old Style.
    pub(crate) fn julian(&self) -> Option<Shape> {
        match self.calendar {
            Calendar::Julian => Some(self.shape.clone()),
            Calendar::Gregorian => {
                let all_days = self.shape.points().all(|point| point.ymd().is_some());
                let julian = |point: &Point| point.renamed(Calendar::Gregorian, Calendar::Julian);
                all_days.then(|| self.shape.map(julian))
            }
        }
    }
}

impl Shape {
    /// All the dates in it, in the order they are written.
    pub(crate) fn points(&self) -> impl Iterator<Item = &Point> {
        let (single, ends, elements) = match self {
            Shape::Single(point) => (Some(point), None, None),
            Shape::Interval(start, end) => (None, Some([start, end]), None),
            Shape::Set(_, elements) => (None, None, Some(elements)),
        };
        let ends = ends.into_iter().flatten().flat_map(End::points);
        let elements = elements.into_iter().flatten().flat_map(Element::points);
        single.into_iter().chain(ends).chain(elements)
    }

    /// Whether something holds of any date at the start, and of any at the end.
    fn at_ends(&self, holds: impl Fn(&Point) -> bool) -> (bool, bool) {
        match self {
            Shape::Interval(start, end) => (start.points().any(&holds), end.points().any(&holds)),
            Shape::Single(_) | Shape::Set(..) => {
                let any = self.points().any(holds);
                (any, any)
            }
        }
    }

    /// The same parts with every date exchanged.
    pub(crate) fn map(&self, change: impl Fn(&Point) -> Point) -> Shape {
        match self {
            Shape::Single(point) => Shape::Single(change(point)),
            Shape::Interval(start, end) => Shape::Interval(start.map(&change), end.map(&change)),
            Shape::Set(kind, elements) => Shape::Set(
                *kind,
                elements
                    .iter()
                    .map(|element| element.map(&change))
                    .collect(),
            ),
        }
    }

    /// EDTF text in the calendar of the parts.
    pub(crate) fn text(&self) -> String {
        match self {
            Shape::Single(point) => point.text(),
            Shape::Interval(start, end) => format!("{}/{}", start.text(true), end.text(false)),
            Shape::Set(kind, elements) => {
                let list: Vec<String> = elements.iter().map(Element::text).collect();
                let list = list.join(",");
                match kind {
                    SetKind::OneMember => format!("[{list}]"),
                    SetKind::AllMembers => format!("{{{list}}}"),
                }
            }
        }
    }

    /// The bounds of the parts, or `None` if a date lies wholly beyond the ends of time.
    ///
    /// The caller makes sure that the end of an interval is not before its start.
    pub(crate) fn bounds(&self, calendar: Calendar) -> Option<Bounds> {
        match self {
            Shape::Single(point) => {
                let (from, to) = point.span(calendar)?;
                Some(bounds_of_span(Some(from), Some(to)))
            }
            Shape::Interval(start, end) => {
                let (start_earliest, start_latest) = start.span(calendar, true)?;
                let (end_earliest, end_latest) = end.span(calendar, false)?;
                // What overlaps is narrowed, because nothing ends before it starts:
                // `1920/1920-04` starts by the end of April.
                let narrow_start = |start: Minute| end_latest.map_or(start, |end| start.min(end));
                let narrow_end = |end: Minute| start_earliest.map_or(end, |start| end.max(start));
                Some(Bounds {
                    start_earliest,
                    start_latest: start_latest.map(narrow_start),
                    end_earliest: end_earliest.map(narrow_end),
                    end_latest,
                })
            }
            Shape::Set(_, elements) => {
                let spans: Option<Vec<_>> = elements
                    .iter()
                    .map(|element| element.span(calendar))
                    .collect();
                let spans = spans?;
                let from: Option<Vec<Minute>> = spans.iter().map(|span| span.0).collect();
                let to: Option<Vec<Minute>> = spans.iter().map(|span| span.1).collect();
                // One element without an end leaves the whole set without it.
                let from = from.and_then(|all| all.into_iter().min());
                let to = to.and_then(|all| all.into_iter().max());
                Some(bounds_of_span(from, to))
            }
        }
    }
}

impl End {
    fn points(&self) -> impl Iterator<Item = &Point> {
        let (first, second) = match self {
            End::Unknown | End::Open => (None, None),
            End::At(point) | End::OrBeyond(point) => (Some(point), None),
            End::Between(from, to) => (Some(from), Some(to)),
        };
        first.into_iter().chain(second)
    }

    fn map(&self, change: impl Fn(&Point) -> Point) -> End {
        match self {
            End::Unknown => End::Unknown,
            End::Open => End::Open,
            End::At(point) => End::At(change(point)),
            End::OrBeyond(point) => End::OrBeyond(change(point)),
            End::Between(from, to) => End::Between(change(from), change(to)),
        }
    }

    fn text(&self, is_start: bool) -> String {
        match self {
            End::Unknown => String::new(),
            End::Open => "..".to_owned(),
            End::At(point) => point.text(),
            End::OrBeyond(point) if is_start => format!("..{}", point.text()),
            End::OrBeyond(point) => format!("{}..", point.text()),
            End::Between(from, to) => format!("[{}..{}]", from.text(), to.text()),
        }
    }

    /// Where this end may lie; the outer `None` is a date beyond the ends of time.
    fn span(&self, calendar: Calendar, is_start: bool) -> Option<(Option<Minute>, Option<Minute>)> {
        Some(match self {
            End::Unknown | End::Open => (None, None),
            End::At(point) => some_pair(point.span(calendar)?),
            End::OrBeyond(point) => {
                let (from, to) = point.span(calendar)?;
                if is_start {
                    (None, Some(to))
                } else {
                    (Some(from), None)
                }
            }
            End::Between(from, to) => (Some(from.span(calendar)?.0), Some(to.span(calendar)?.1)),
        })
    }
}

impl Element {
    fn points(&self) -> impl Iterator<Item = &Point> {
        let (first, second) = match self {
            Element::At(point) | Element::OrEarlier(point) | Element::OrLater(point) => {
                (point, None)
            }
            Element::Range(from, to) => (from, Some(to)),
        };
        std::iter::once(first).chain(second)
    }

    fn map(&self, change: impl Fn(&Point) -> Point) -> Element {
        match self {
            Element::At(point) => Element::At(change(point)),
            Element::OrEarlier(point) => Element::OrEarlier(change(point)),
            Element::OrLater(point) => Element::OrLater(change(point)),
            Element::Range(from, to) => Element::Range(change(from), change(to)),
        }
    }

    fn text(&self) -> String {
        match self {
            Element::At(point) => point.text(),
            Element::OrEarlier(point) => format!("..{}", point.text()),
            Element::OrLater(point) => format!("{}..", point.text()),
            Element::Range(from, to) => format!("{}..{}", from.text(), to.text()),
        }
    }

    /// The span it allows; the outer `None` is a date beyond the ends of time.
    fn span(&self, calendar: Calendar) -> Option<(Option<Minute>, Option<Minute>)> {
        Some(match self {
            Element::At(point) => some_pair(point.span(calendar)?),
            Element::OrEarlier(point) => (None, Some(point.span(calendar)?.1)),
            Element::OrLater(point) => (Some(point.span(calendar)?.0), None),
            Element::Range(from, to) => (Some(from.span(calendar)?.0), Some(to.span(calendar)?.1)),
        })
    }
}

impl Point {
    /// Year, month and day, if all of them are known.
    pub(crate) fn ymd(&self) -> Option<Ymd> {
        let year = self.year()?;
        Some((year, self.date.month?.value()?, self.date.day?.value()?))
    }

    /// The astronomical year, if all its digits are known and significant.
    pub(crate) fn year(&self) -> Option<i32> {
        let (lo, hi) = self.year_range();
        (lo == hi).then_some(lo)
    }

    /// The first and the last year that the digits allow.
    pub(crate) fn year_range(&self) -> (i32, i32) {
        let YearKind::Standard { negative, digits } = self.date.year.kind else {
            return (super::minute::YEAR_MIN, super::minute::YEAR_MAX);
        };
        let filled = |fill: u8| {
            digits.iter().fold(0, |year, digit| {
                year * 10 + i32::from(digit.unwrap_or(fill))
            })
        };
        let (mut lo, mut hi) = (filled(0), filled(9));
        if let Some(significant) = self.date.year.significant_digits {
            let sweep = 10_i32.pow(4_u32.saturating_sub(significant));
            lo -= lo.rem_euclid(sweep);
            hi = lo + sweep - 1;
        }
        if negative { (-hi, -lo) } else { (lo, hi) }
    }

    /// The first and last month that a sub-year grouping stands for, in years from its own.
    ///
    /// Winter (24) is December with the two months after it, as `edtf-core` has it.
    /// The standard leaves this open, so a winter never is more than a coarse date.
    pub(crate) fn season_months(&self) -> Option<(u8, u8)> {
        Some(match self.date.month?.value()? {
            21 | 25 | 31 => (3, 5),
            22 | 26 | 32 => (6, 8),
            23 | 27 | 29 => (9, 11),
            24 | 28 | 30 => (12, 2),
            33 => (1, 3),
            34 => (4, 6),
            35 => (7, 9),
            36 => (10, 12),
            37 => (1, 4),
            38 => (5, 8),
            39 => (9, 12),
            40 => (1, 6),
            41 => (7, 12),
            _ => return None,
        })
    }

    /// How finely the point is known: the coarsest part with an unknown digit decides.
    pub(crate) fn precision(&self) -> Precision {
        if let Some(precision) = self.year_precision() {
            return precision;
        }
        match (self.date.month, self.date.day) {
            (None, _) => Precision::Year,
            (Some(month), _) if month.has_unspecified() => Precision::Year,
            (Some(_), None) if self.season_months().is_some() => Precision::Season,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(day)) if day.has_unspecified() => Precision::Month,
            (Some(_), Some(_)) => match self.time {
                None => Precision::Day,
                Some(TimeOfDay { minute: None, .. }) => Precision::Hour,
                Some(_) => Precision::Minute,
            },
        }
    }

    /// The precision of a year that is not fully known: its first unknown digit decides.
    pub(crate) fn year_precision(&self) -> Option<Precision> {
        let YearKind::Standard { digits, .. } = self.date.year.kind else {
            return Some(Precision::Unknown);
        };
        let num_unknown = digits.iter().position(Option::is_none).unwrap_or(4);
        let num_significant = self.date.year.significant_digits.unwrap_or(4) as usize;
        match num_unknown.min(num_significant) {
            0 => Some(Precision::Unknown),
            1 => Some(Precision::Millennium),
            2 => Some(Precision::Century),
            3 => Some(Precision::Decade),
            _ => None,
        }
    }

    /// All the qualifiers of its parts together.
    pub(crate) fn qualifier(&self) -> Qualifier {
        let time = self.time.map(|time| time.qualifier).unwrap_or_default();
        Qualifier {
            uncertain: self.date.is_uncertain() || time.uncertain,
            approximate: self.date.is_approximate() || time.approximate,
        }
    }

    /// The same point without any doubt about it.
    pub(crate) fn without_qualifiers(&self) -> Point {
        let mut point = *self;
        let none = Qualifier::default();
        point.date.year.qualifier = none;
        for field in [&mut point.date.month, &mut point.date.day]
            .into_iter()
            .flatten()
        {
            field.qualifier = none;
        }
        point.time = point.time.map(|time| TimeOfDay {
            qualifier: none,
            ..time
        });
        point
    }

    /// EDTF text in the calendar of the point.
    fn text(&self) -> String {
        let mut text = self.date.to_string();
        if let Some(TimeOfDay {
            hour,
            minute,
            qualifier,
        }) = self.time
        {
            // Writing to a String cannot fail.
            let _ = write!(text, "T{hour:02}");
            if let Some(minute) = minute {
                let _ = write!(text, ":{minute:02}");
            }
            text.push_str(match (qualifier.uncertain, qualifier.approximate) {
                (true, true) => "%",
                (true, false) => "?",
                (false, true) => "~",
                (false, false) => "",
            });
        }
        text
    }

    /// The half-open span of minutes that the point allows, cut off at the ends of time, or
    /// `None` if nothing is left of it.
    pub(crate) fn span(&self, calendar: Calendar) -> Option<(Minute, Minute)> {
        let (first, last) = self.day_range(calendar)?;
        let midnight = |(year, month, day)| calendar.minute_from_ymd(year, month, day).0;
        let (from, to) = match self.time {
            None => (midnight(first), midnight(last) + MINUTES_PER_DAY),
            Some(TimeOfDay { hour, minute, .. }) => {
                let of_day = i64::from(hour) * MINUTES_PER_HOUR + i64::from(minute.unwrap_or(0));
                let length = if minute.is_some() {
                    1
                } else {
                    MINUTES_PER_HOUR
                };
                (midnight(first) + of_day, midnight(last) + of_day + length)
            }
        };
        let from = Minute(from).max(Minute::MIN);
        let to = Minute(to).min(Minute::END);
        (from < to).then_some((from, to))
    }

    /// The first and the last day that the point allows, in its own calendar.
    ///
    /// `edtf-core` offers the same for the Gregorian calendar only (the tests hold the two
    /// against each other).
    pub(crate) fn day_range(&self, calendar: Calendar) -> Option<(Ymd, Ymd)> {
        let (year_from, year_to) = self.year_range();
        if let Some((month_from, month_to)) = self.season_months() {
            let year_to = if month_to < month_from {
                year_to + 1
            } else {
                year_to
            };
            let last_day = calendar.num_days_in_month(year_to, month_to);
            return Some(((year_from, month_from, 1), (year_to, month_to, last_day)));
        }
        let allows = |year: &i32| self.year_allows(*year);
        let first = (year_from..=year_to)
            .filter(allows)
            .find_map(|year| self.days_of_year(year, calendar).next())?;
        let last = (year_from..=year_to)
            .rev()
            .filter(allows)
            .find_map(|year| self.days_of_year(year, calendar).next_back())?;
        Some((first, last))
    }

    /// The days of one year that month and day allow, in order.
    pub(crate) fn days_of_year(
        &self,
        year: i32,
        calendar: Calendar,
    ) -> impl DoubleEndedIterator<Item = Ymd> {
        let (month, day) = (self.date.month, self.date.day);
        (1..=12)
            .filter(move |m| field_allows(month, *m))
            .flat_map(move |m| {
                (1..=calendar.num_days_in_month(year, m))
                    .filter(move |d| field_allows(day, *d))
                    .map(move |d| (year, m, d))
            })
    }

    /// Whether the digits of the year allow this one.
    fn year_allows(&self, year: i32) -> bool {
        let YearKind::Standard { digits, .. } = self.date.year.kind else {
            return false;
        };
        if self.date.year.significant_digits.is_some() {
            // The range says it all.
            return true;
        }
        let year = year.unsigned_abs();
        let written = [year / 1000 % 10, year / 100 % 10, year / 10 % 10, year % 10];
        digits
            .iter()
            .zip(written)
            .all(|(digit, own)| digit.is_none_or(|d| u32::from(d) == own))
    }

    /// The same known day named in another calendar; what is no known day stays as it is.
    fn renamed(&self, from: Calendar, to: Calendar) -> Point {
        let Some((year, month, day)) = self.ymd() else {
            return *self;
        };
        let civil = to.civil_from_minute(from.minute_from_ymd(year, month, day));
        let mut date = date_from_ymd(civil.year, civil.month, civil.day);
        date.year.qualifier = self.date.year.qualifier;
        if let (Some(new), Some(old)) = (&mut date.month, self.date.month) {
            new.qualifier = old.qualifier;
        }
        if let (Some(new), Some(old)) = (&mut date.day, self.date.day) {
            new.qualifier = old.qualifier;
        }
        Point {
            date,
            time: self.time,
        }
    }

    /// The first and the last Gregorian day of a Julian point, within the ends of time, both
    /// with all of its qualifiers.
    fn gregorian_day_range(&self) -> (Point, Point) {
        let qualifier = self.qualifier();
        let at = |minute: Minute| {
            let civil = minute.clamped().civil();
            let mut date = date_from_ymd(civil.year, civil.month, civil.day);
            date.year.qualifier = qualifier;
            for field in [&mut date.month, &mut date.day].into_iter().flatten() {
                field.qualifier = qualifier;
            }
            let time = self.time.map(|time| TimeOfDay {
                qualifier: Qualifier::default(),
                ..time
            });
            Point { date, time }
        };
        // Every point that was read has a span.
        let (from, to) = self
            .span(Calendar::Julian)
            .unwrap_or((Minute::MIN, Minute::END));
        (at(from), at(Minute(to.0 - 1)))
    }
}

/// Year, month and day in some calendar.
pub(crate) type Ymd = (i32, u8, u8);

/// A day as `edtf-core` has it; the year must have no more than four digits.
pub(crate) fn date_from_ymd(year: i32, month: u8, day: u8) -> Date {
    let magnitude = year.unsigned_abs();
    let digit = |scale: u32| Some((magnitude / scale % 10) as u8);
    let digits = [digit(1000), digit(100), digit(10), digit(1)];
    let field = |value: u8| {
        Some(DateField {
            digits: [Some(value / 10), Some(value % 10)],
            qualifier: Qualifier::default(),
        })
    };
    Date {
        year: Year {
            kind: YearKind::Standard {
                negative: year < 0,
                digits,
            },
            significant_digits: None,
            qualifier: Qualifier::default(),
        },
        month: field(month),
        day: field(day),
    }
}

/// Whether the digits of a month or day allow a number; a missing field allows all.
pub(crate) fn field_allows(field: Option<DateField>, value: u8) -> bool {
    field.is_none_or(|field| {
        let [tens, ones] = field.digits;
        tens.is_none_or(|digit| digit == value / 10) && ones.is_none_or(|digit| digit == value % 10)
    })
}

/// The bounds of something that lies somewhere in a span or lasts all of it.
fn bounds_of_span(from: Option<Minute>, to: Option<Minute>) -> Bounds {
    Bounds {
        start_earliest: from,
        start_latest: to,
        end_earliest: from,
        end_latest: to,
    }
}

fn some_pair<T>((first, second): (T, T)) -> (Option<T>, Option<T>) {
    (Some(first), Some(second))
}

/// The Gregorian parts of an Old Style date: known days keep their form, everything coarser
/// becomes the range of its days.
fn gregorian_from_julian(shape: &Shape) -> Shape {
    let day = |point: &Point| {
        point
            .ymd()
            .map(|_| point.renamed(Calendar::Julian, Calendar::Gregorian))
    };
    let first = |point: &Point| day(point).unwrap_or_else(|| point.gregorian_day_range().0);
    let last = |point: &Point| day(point).unwrap_or_else(|| point.gregorian_day_range().1);
    let element = |element: &Element| match element {
        Element::At(point) => match day(point) {
            Some(day) => Element::At(day),
            None => Element::Range(first(point), last(point)),
        },
        Element::OrEarlier(point) => Element::OrEarlier(last(point)),
        Element::OrLater(point) => Element::OrLater(first(point)),
        Element::Range(from, to) => Element::Range(first(from), last(to)),
    };
    let end = |end: &End, is_start: bool| match end {
        End::Unknown => End::Unknown,
        End::Open => End::Open,
        End::At(point) => match day(point) {
            Some(day) => End::At(day),
            None => End::Between(first(point), last(point)),
        },
        End::OrBeyond(point) if is_start => End::OrBeyond(last(point)),
        End::OrBeyond(point) => End::OrBeyond(first(point)),
        End::Between(from, to) => End::Between(first(from), last(to)),
    };
    match shape {
        Shape::Single(point) => match day(point) {
            Some(day) => Shape::Single(day),
            None => Shape::Set(
                SetKind::OneMember,
                vec![Element::Range(first(point), last(point))],
            ),
        },
        Shape::Interval(from, to) => Shape::Interval(end(from, true), end(to, false)),
        Shape::Set(kind, elements) => Shape::Set(*kind, elements.iter().map(element).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use edtf_core::{Bound, Edtf};
    use proptest::prelude::*;

    fn when(text: &str) -> When {
        When::parse(text).unwrap_or_else(|err| panic!("{text}: {err}"))
    }

    /// A minute as text, without the time if it is midnight.
    fn iso(minute: Option<Minute>) -> String {
        let Some(minute) = minute else {
            return "-".to_owned();
        };
        let c = minute.civil();
        let date = format!("{}-{:02}-{:02}", c.year, c.month, c.day);
        match (c.hour, c.minute) {
            (0, 0) => date,
            (hour, min) => format!("{date}T{hour:02}:{min:02}"),
        }
    }

    fn starts_and_ends(text: &str) -> String {
        let b = when(text).bounds();
        let [a, b, c, d] = [
            b.start_earliest,
            b.start_latest,
            b.end_earliest,
            b.end_latest,
        ]
        .map(iso);
        format!("{a} {b} | {c} {d}")
    }

    #[test]
    fn single_dates_bound_start_and_end_alike() {
        let check = |text: &str, from: &str, to: &str| {
            assert_eq!(
                starts_and_ends(text),
                format!("{from} {to} | {from} {to}"),
                "{text}"
            );
        };
        check("1920-04-27", "1920-04-27", "1920-04-28");
        check(" 1920-04-27 ", "1920-04-27", "1920-04-28");
        check("1920-04-27T00:03", "1920-04-27T00:03", "1920-04-27T00:04");
        check(
            "1920-04-27T00:03:59",
            "1920-04-27T00:03",
            "1920-04-27T00:04",
        );
        check("1920-04-27T11", "1920-04-27T11:00", "1920-04-27T12:00");
        check("1920-04-27T23", "1920-04-27T23:00", "1920-04-28");
        check("1920-04-2X", "1920-04-20", "1920-04-30");
        check("1920-04-2XT11", "1920-04-20T11:00", "1920-04-29T12:00");
        check("1920-02-XX", "1920-02-01", "1920-03-01");
        check("1920-XX-27", "1920-01-27", "1920-12-28");
        check("1920-XX-31", "1920-01-31", "1921-01-01");
        check("1920-1X", "1920-10-01", "1921-01-01");
        check("192X", "1920-01-01", "1930-01-01");
        check("19XX", "1900-01-01", "2000-01-01");
        check("1XX3", "1003-01-01", "1994-01-01");
        check("196X-02-29", "1960-02-29", "1968-03-01");
        check("XXXX-02-29", "0-02-29", "9996-03-01");
        check("XXXX", "0-01-01", "10000-01-01");
        check("1950S2", "1900-01-01", "2000-01-01");
        check("1920-21", "1920-03-01", "1920-06-01");
        check("1920-24", "1920-12-01", "1921-03-01");
        check("1920-34", "1920-04-01", "1920-07-01");
        check("1920-41", "1920-07-01", "1921-01-01");
        check("0000", "0-01-01", "1-01-01");
        check("-0001", "-1-01-01", "0-01-01");
        check("-9999-01-01", "-9999-01-01", "-9999-01-02");
        check("9999-12-31", "9999-12-31", "10000-01-01");
        // A winter is cut off where time ends.
        check("9999-24", "9999-12-01", "10000-01-01");
        // A set is its envelope.
        check("{1920-04-26, 1920-04-28}", "1920-04-26", "1920-04-29");
        check(
            "[1920-04-26,1920-04-28T11:00]",
            "1920-04-26",
            "1920-04-28T11:01",
        );
        check(
            "{1920-04-28..1920-05-02,1920-04-26}",
            "1920-04-26",
            "1920-05-03",
        );
        check("[..1919-12]", "-", "1920-01-01");
        check("{1918, 1920..}", "1918-01-01", "-");
    }

    #[test]
    fn old_style_dates_bound_the_same_days() {
        let check = |text: &str, from: &str, to: &str| {
            assert_eq!(
                starts_and_ends(text),
                format!("{from} {to} | {from} {to}"),
                "{text}"
            );
        };
        check("julian:1920-04-14", "1920-04-27", "1920-04-28");
        check("Julian: 1920-04-14", "1920-04-27", "1920-04-28");
        check(
            "julian:1920-04-14T11:30",
            "1920-04-27T11:30",
            "1920-04-27T11:31",
        );
        check("julian:1920-04", "1920-04-14", "1920-05-14");
        check("julian:1917", "1917-01-14", "1918-01-14");
        check("julian:1900-02", "1900-02-13", "1900-03-14");
        check("julian:1900-02-29", "1900-03-13", "1900-03-14");
        check("julian:X900-02-29", "900-03-05", "9900-05-13");
        check("julian:-0300-02-29", "-300-02-24", "-300-02-25");
        check("julian:1917-10-2X", "1917-11-02", "1917-11-12");
        check("julian:[1920-04-13,1920-04-14]", "1920-04-26", "1920-04-28");
        assert_eq!(
            starts_and_ends("julian:1920-04-13/1920-04"),
            "1920-04-26 1920-04-27 | 1920-04-26 1920-05-14"
        );
    }

    #[test]
    fn intervals_bound_each_end() {
        let check = |text: &str, expected: &str| assert_eq!(starts_and_ends(text), expected);
        check(
            "1920-04-26/1920-04-28",
            "1920-04-26 1920-04-27 | 1920-04-28 1920-04-29",
        );
        check(
            "1920-04-26T19:00~/1920-04-27?",
            "1920-04-26T19:00 1920-04-26T19:01 | 1920-04-27 1920-04-28",
        );
        check(
            "1920/1920-04",
            "1920-01-01 1920-05-01 | 1920-04-01 1920-05-01",
        );
        check(
            "1920-04-15/1920-04",
            "1920-04-15 1920-04-16 | 1920-04-15 1920-05-01",
        );
        check(
            "1920-04/1920",
            "1920-04-01 1920-05-01 | 1920-04-01 1921-01-01",
        );
        check("1920-04-26/..", "1920-04-26 1920-04-27 | - -");
        check("../1920-04-26", "- - | 1920-04-26 1920-04-27");
        check("1920-04-26/", "1920-04-26 1920-04-27 | - -");
        check("..1920-04-26/1920-04-28..", "- 1920-04-27 | 1920-04-28 -");
        check(
            "[1920-04-26..1920-04-28]/1920-05",
            "1920-04-26 1920-04-29 | 1920-05-01 1920-06-01",
        );
        let core = |text: &str| {
            when(text)
                .bounds()
                .core()
                .map(|(a, b)| [iso(Some(a)), iso(Some(b))])
        };
        assert_eq!(core("1920-04-26"), None);
        assert_eq!(core("1920-04-26/1920-04-27"), None);
        assert_eq!(
            core("1920-04-26/1920-04-28"),
            Some(["1920-04-27".to_owned(), "1920-04-28".to_owned()])
        );
        assert_eq!(when("../1920").ends(), (EndKind::Open, EndKind::Dated));
        assert_eq!(when("1920/").ends(), (EndKind::Dated, EndKind::Unknown));
        assert_eq!(when("../1920").bounds().sort_minute(), minute_at("1921"));
        assert!(
            when("../1920")
                .bounds()
                .touches(Minute::MIN, minute_at("1900"))
        );
        assert!(
            !when("1920")
                .bounds()
                .touches(minute_at("1921"), minute_at("1922"))
        );
        assert!(
            when("1920")
                .bounds()
                .touches(minute_at("1920-12-31"), minute_at("1922"))
        );
    }

    fn minute_at(text: &str) -> Minute {
        when(text).bounds().sort_minute()
    }

    #[test]
    fn canonical_text() {
        let check = |text: &str, expected: &str| assert_eq!(when(text).edtf(), expected, "{text}");
        check("1920-04-27T00:03:30", "1920-04-27T00:03");
        check("?1920-?04-?27", "1920-04-27?");
        check("1920-04~-27T11%", "1920-04~-27T11%");
        check("{1920-04-26, 1920-04-28}", "{1920-04-26,1920-04-28}");
        check("julian:1920-04-14", "1920-04-27");
        check("julian:1920-04-~14T11:30?", "1920-04-~27T11:30?");
        check("julian:1920-04", "[1920-04-14..1920-05-13]");
        check("julian:1920-04~", "[1920-04-14~..1920-05-13~]");
        check(
            "julian:1920-04-13/1920-04",
            "1920-04-26/[1920-04-14..1920-05-13]",
        );
        check("julian:..1920-04/1920-05..", "..1920-05-13/1920-05-14..");
        check(
            "julian:{..1919,1920-04..1920-05}",
            "{..1920-01-13,1920-04-14..1920-06-13}",
        );
        check("julian:1917-10-2XT11", "[1917-11-02T11..1917-11-11T11]");
        check("[1920-04-26]/1920-05", "1920-04-26/1920-05");
        assert_eq!(
            When::from_minute(minute_at("1920-04-27T00:03")).text(),
            "1920-04-27T00:03"
        );
        assert_eq!(
            When::from_minute(Minute(i64::MAX)).text(),
            "9999-12-31T23:59"
        );
        assert_eq!(
            When::from_minute(Minute(i64::MIN)).edtf(),
            "-9999-01-01T00:00"
        );
        assert_eq!(When::from_minute(Minute(0)), when("1970-01-01T00:00"));
    }

    #[test]
    fn what_is_known_of_it() {
        let precision = |text: &str| when(text).precision();
        assert_eq!(precision("1920-04-27T00:03"), Precision::Minute);
        assert_eq!(precision("1920-04-27T00"), Precision::Hour);
        assert_eq!(precision("1920-04-27"), Precision::Day);
        assert_eq!(precision("1920-04-2X"), Precision::Month);
        assert_eq!(precision("1920-04"), Precision::Month);
        assert_eq!(precision("1920-22"), Precision::Season);
        assert_eq!(precision("1920-XX-27"), Precision::Year);
        assert_eq!(precision("1920"), Precision::Year);
        assert_eq!(precision("192X-04-27"), Precision::Decade);
        assert_eq!(precision("19X5"), Precision::Century);
        assert_eq!(precision("1950S1"), Precision::Millennium);
        assert_eq!(precision("XXXX-04"), Precision::Unknown);
        assert_eq!(precision("1920-04-27T00:03/1920"), Precision::Year);
        assert_eq!(precision("1920-04-27/.."), Precision::Day);
        assert_eq!(when("1920~/1921?").approximate(), (true, false));
        assert_eq!(when("1920~/1921?").uncertain(), (false, true));
        assert_eq!(when("1920-04-27T11%").approximate(), (true, true));
        assert_eq!(when("1920-~04-27").approximate(), (true, true));
        assert_eq!(when("1920-04-27").uncertain(), (false, false));
        assert!(when("1920/1921").is_interval() && !when("{1920,1921}").is_interval());
        assert!(when("../192X").unspecified() && !when("1920/..").unspecified());
        assert_eq!(when("julian:1920").calendar(), Calendar::Julian);
        assert_eq!(when(" julian:1920").text(), " julian:1920");
    }

    /// Every day around the calendar changes, in both calendars, follows the one before.
    #[test]
    fn every_day_of_hard_years_joins_the_next() {
        for (calendar, prefix) in [(Calendar::Gregorian, ""), (Calendar::Julian, "julian:")] {
            for years in [-4..=4, 1582..=1582, 1752..=1752, 1900..=1900, 1918..=1918] {
                let mut expected = calendar.minute_from_ymd(*years.start(), 1, 1);
                for year in years {
                    let sign = if year < 0 { "-" } else { "" };
                    for month in 1..=12 {
                        for day in 1..=31 {
                            let text =
                                format!("{prefix}{sign}{:04}-{month:02}-{day:02}", year.abs());
                            let exists = day <= calendar.num_days_in_month(year, month);
                            let parsed = When::parse(&text);
                            assert_eq!(parsed.is_ok(), exists, "{text}");
                            let Ok(when) = parsed else { continue };
                            assert_eq!(when.bounds().start_earliest, Some(expected), "{text}");
                            expected.0 += MINUTES_PER_DAY;
                            assert_eq!(when.bounds().end_latest, Some(expected), "{text}");
                        }
                    }
                }
            }
        }
    }

    fn string_from(regex: &str) -> impl Strategy<Value = String> + use<> {
        prop::string::string_regex(regex).expect("a regular expression")
    }

    /// A date of any precision, with or without unknown digits and qualifiers.
    fn date_text() -> impl Strategy<Value = String> {
        let year = "[012X][089X][0-9X][0-9X]|-[0-9]{4}|[0-9]{4}|[0-9]{4}S[1-4]";
        let qualifier = "[~?%]?";
        let month = "(0[1-9]|1[0-2]|[01X]X|X[0-9])";
        let day = "(0[1-9]|[12][0-9]|3[01]|[0-3X]X|X[0-9])";
        let dates = format!(
            "{qualifier}({year}){qualifier}(-{qualifier}{month}(-{qualifier}{day})?)?{qualifier}"
        );
        let seasons = format!("({year})-(2[1-9]|3[0-9]|4[01]){qualifier}");
        prop_oneof![
            4 => string_from(&dates),
            1 => string_from(&seasons),
            2 => string_from("[0-9]{4}-0[1-9]-[0-2][1-8]T[01][0-9](:[0-5][0-9])?[~?%]?"),
        ]
    }

    /// All the forms that a text may have; not all of these make sense.
    fn when_text() -> impl Strategy<Value = String> {
        let date = date_text;
        let pair = || (date(), date());
        let form = prop_oneof![
            4 => date(),
            3 => pair().prop_map(|(a, b)| format!("{a}/{b}")),
            1 => date().prop_map(|a| format!("{a}/..")),
            1 => date().prop_map(|a| format!("/{a}")),
            1 => pair().prop_map(|(a, b)| format!("..{a}/{b}..")),
            1 => pair().prop_map(|(a, b)| format!("{{{a}, {b}..}}")),
            1 => pair().prop_map(|(a, b)| format!("[{a},{b}]")),
            1 => pair().prop_map(|(a, b)| format!("[{a}..{b}]")),
            1 => pair().prop_map(|(a, b)| format!("[{a}..{b}]/..")),
        ];
        (prop_oneof![Just(""), Just("julian:")], form)
            .prop_map(|(prefix, form)| prefix.to_owned() + &form)
    }

    fn assert_sound(when: &When) {
        let b = when.bounds();
        let in_order = |a: Option<Minute>, b: Option<Minute>| match (a, b) {
            (Some(a), Some(b)) => a <= b,
            _ => true,
        };
        assert!(in_order(b.start_earliest, b.start_latest), "{when:?}");
        assert!(in_order(b.end_earliest, b.end_latest), "{when:?}");
        assert!(in_order(b.start_earliest, b.end_earliest), "{when:?}");
        assert!(in_order(b.start_latest, b.end_latest), "{when:?}");
        let all = [
            b.start_earliest,
            b.start_latest,
            b.end_earliest,
            b.end_latest,
        ];
        assert!(
            all.iter()
                .flatten()
                .all(|m| (Minute::MIN..=Minute::END).contains(m)),
            "{when:?}"
        );
        if let (Some(from), Some(to)) = b.outer() {
            assert!(from < to, "{when:?}");
        }
        // Whatever can be read can be said.
        crate::time::format_when(when, &crate::time::DateWords::default(), true);
        let again = When::parse(&when.edtf());
        let again = again.unwrap_or_else(|err| panic!("{when:?} {}: {err}", when.edtf()));
        assert_eq!(again.bounds(), b, "{when:?} {}", when.edtf());
        assert_eq!(again.edtf(), when.edtf(), "{when:?}");
        assert_eq!(again.approximate(), when.approximate(), "{when:?}");
        assert_eq!(again.uncertain(), when.uncertain(), "{when:?}");
        assert_eq!(again.ends(), when.ends(), "{when:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn whatever_parses_is_sound(text in when_text()) {
            if let Ok(when) = When::parse(&text) {
                assert_sound(&when);
            }
        }

        /// The same days as `edtf-core` finds, wherever it can.
        #[test]
        fn days_agree_with_edtf_core(text in date_text()) {
            // Both answer the same question, so they must refuse the same texts too.
            let ours = When::parse(&text);
            if let Ok(theirs) = Edtf::parse(&text) {
                let (Bound::Date(from), Bound::Date(to)) =
                    (theirs.bounds().earliest, theirs.bounds().latest) else { return Ok(()) };
                let midnight = |date: edtf_core::BoundDate, days: i64| {
                    let year = date.year as i32;
                    let minute = Calendar::Gregorian.minute_from_ymd(year, date.month, date.day);
                    Some(Minute(minute.0 + days * MINUTES_PER_DAY).min(Minute::END))
                };
                let outer = ours.expect("a date that edtf-core reads").bounds().outer();
                prop_assert_eq!(outer, (midnight(from, 0), midnight(to, 1)), "{}", text);
            } else if !text.contains('T') {
                prop_assert!(ours.is_err(), "{}", text);
            }
        }

        #[test]
        fn minutes_come_back(minutes in Minute::MIN.0..=Minute::MAX.0) {
            let when = When::from_minute(Minute(minutes));
            assert_sound(&when);
            prop_assert_eq!(when.bounds().start_earliest, Some(Minute(minutes)));
            prop_assert_eq!(When::parse(when.text()), Ok(when));
        }

        #[test]
        fn parse_never_panics(text in "\\PC*") {
            let _ = When::parse(&text);
        }

        #[test]
        fn parse_never_panics_on_dates_gone_wrong(
            text in when_text(), at in any::<prop::sample::Index>(), len in 0..3_usize,
            put in "[-0-9X/.~?%T:{}\\[\\], –äc年Zjulian]{0,3}",
        ) {
            let mut chars: Vec<char> = text.chars().collect();
            let at = at.index(chars.len());
            let end = (at + len).min(chars.len());
            chars.splice(at..end, put.chars());
            let text: String = chars.into_iter().collect();
            match When::parse(&text) {
                Ok(when) => assert_sound(&when),
                Err(err) => {
                    prop_assert!(text.get(err.at.clone()).is_some(), "{:?} {:?}", text, err);
                    prop_assert!(err.hint.is_some(), "{:?} {:?}", text, err);
                }
            }
        }
    }
}
