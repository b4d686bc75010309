//! Reading a date, and saying what is wrong with one in words that help.
//!
//! Single dates are read by `edtf-core`. It is too narrow in three ways that matter here, so
//! intervals, sets and times are taken apart in this file: it takes a time only with seconds
//! and never inside an interval or a set, and it checks 29 February by the Gregorian rule only.
//! Its messages speak to programmers, so they are put in other words here too.
//!
//! A [`Fault`] is firm when the text is a date that cannot be (31 April); otherwise the text is
//! no date at all, and [`familiar_mistake`] looks for what people write instead of one.

use std::ops::Range;

use edtf_core::{Date, Edtf, ParseError, Qualifier, SetKind, YearKind};

use super::calendar::Calendar;
use super::when::{Bounds, Element, End, Point, Shape, TimeOfDay, WhenError};

/// What a text begins with when it is Old Style.
const JULIAN_PREFIX: &str = "julian:";
/// English names, by which a date in words is recognised; three letters are enough.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
/// Signs that look like a hyphen but are none.
const DASHES: [char; 6] = ['\u{2010}', '\u{2011}', '\u{2012}', '–', '—', '−'];
/// Longer texts are not searched for familiar mistakes.
const MAX_MISTAKE_LEN: usize = 80;

/// An error in the making.
struct Fault {
    /// Bytes of the whole input.
    at: Range<usize>,
    message: String,
    hint: Option<String>,
    /// Whether the text was understood and still cannot be.
    firm: bool,
}

type Parsed<T> = Result<T, Fault>;

/// A piece of the input and where it begins.
#[derive(Clone, Copy)]
struct Piece<'a> {
    text: &'a str,
    base: usize,
}

/// Reads a whole text: its calendar, its parts, and the bounds that follow.
pub(super) fn when_from_text(text: &str) -> Result<(Calendar, Shape, Bounds), WhenError> {
    let piece = Piece { text, base: 0 }.trimmed();
    let (calendar, body) = match strip_julian(piece) {
        Some(body) => (Calendar::Julian, body.trimmed()),
        None => (Calendar::Gregorian, piece),
    };
    match shape_from_text(body, calendar) {
        Ok((shape, bounds)) => Ok((calendar, shape, bounds)),
        Err(fault) if fault.firm => Err(fault.into_error()),
        Err(fault) => Err(familiar_mistake(body, calendar)
            .unwrap_or(fault)
            .into_error()),
    }
}

fn strip_julian(piece: Piece<'_>) -> Option<Piece<'_>> {
    let head = piece.text.get(..JULIAN_PREFIX.len())?;
    head.eq_ignore_ascii_case(JULIAN_PREFIX)
        .then(|| piece.from(JULIAN_PREFIX.len()))
}

// ---------------------------------------------------------------------------------------------
// The grammar

fn shape_from_text(body: Piece<'_>, calendar: Calendar) -> Parsed<(Shape, Bounds)> {
    if body.text.is_empty() {
        return Err(body.loose("there is no date here", Some("a date nobody knows is XXXX")));
    }
    let slashes: Vec<usize> = slashes_outside_brackets(body.text);
    let shape = match slashes[..] {
        [slash] => interval_from_text(body, slash, calendar)?,
        [] if body.text.starts_with(['{', '[']) => set_from_text(body, calendar)?,
        [] => Shape::Single(point_from_text(body, calendar)?),
        [_, second, ..] => {
            let at = body.slice(second..second + 1);
            return Err(at.loose(
                "a range has one slash, between its two ends",
                Some("write first and last date, as in 1920-04-26/1920-04-28"),
            ));
        }
    };
    let bounds = shape.bounds(calendar).ok_or_else(|| {
        body.firm(
            "this lies beyond the years that can be shown",
            Some("the years run from -9999 to 9999 in the Gregorian calendar"),
        )
    })?;
    if let (Shape::Interval(..), (Some(start), Some(end))) = (&shape, bounds.outer())
        && end <= start
    {
        let end_text = slashes.first().map_or(body, |slash| body.from(slash + 1));
        return Err(end_text.firm(
            "the end comes before the start",
            Some("the earlier date stands before the slash"),
        ));
    }
    Ok((shape, bounds))
}

fn slashes_outside_brackets(text: &str) -> Vec<usize> {
    let mut depth = 0_i32;
    let mut found = Vec::new();
    for (at, c) in text.bytes().enumerate() {
        match c {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth -= 1,
            b'/' if depth <= 0 => found.push(at),
            _ => {}
        }
    }
    found
}

fn interval_from_text(body: Piece<'_>, slash: usize, calendar: Calendar) -> Parsed<Shape> {
    let start = end_from_text(body.slice(0..slash), calendar, true)?;
    let end = end_from_text(body.from(slash + 1), calendar, false)?;
    let is_dated = |end: &End| !matches!(end, End::Open | End::Unknown);
    if !is_dated(&start) && !is_dated(&end) {
        return Err(body.firm(
            "a range needs a date at one end at least",
            Some("write ../1920 for until 1920, 1920/.. for from 1920 on, XXXX for no date known"),
        ));
    }
    Ok(Shape::Interval(start, end))
}

fn end_from_text(piece: Piece<'_>, calendar: Calendar, is_start: bool) -> Parsed<End> {
    match piece.text {
        "" => return Ok(End::Unknown),
        ".." => return Ok(End::Open),
        _ => {}
    }
    if piece.text.starts_with(['[', '{']) {
        return match set_from_text(piece, calendar)? {
            Shape::Set(SetKind::OneMember, elements) => match elements[..] {
                [Element::Range(from, to)] => Ok(End::Between(from, to)),
                [Element::At(point)] => Ok(End::At(point)),
                _ => Err(one_range_only(piece)),
            },
            _ => Err(one_range_only(piece)),
        };
    }
    if piece.text.starts_with("..") {
        let date = piece.from(2);
        if !is_start {
            return Err(piece.firm(
                "“..” before a date is for the start of a range only",
                Some("at the end write the date alone, or the date with .. after it"),
            ));
        }
        return Ok(End::OrBeyond(point_from_text(date, calendar)?));
    }
    if let Some(text) = piece.text.strip_suffix("..") {
        if is_start {
            return Err(piece.firm(
                "“..” after a date is for the end of a range only",
                Some("at the start write the date alone, or the date with .. before it"),
            ));
        }
        return Ok(End::OrBeyond(point_from_text(
            piece.slice(0..text.len()),
            calendar,
        )?));
    }
    Ok(End::At(point_from_text(piece, calendar)?))
}

fn one_range_only(piece: Piece<'_>) -> Fault {
    piece.firm(
        "a set cannot be the end of a range",
        Some("write its first and last date, as in [1920-04-26..1920-04-28]"),
    )
}

fn set_from_text(piece: Piece<'_>, calendar: Calendar) -> Parsed<Shape> {
    let (kind, close) = match piece.text.as_bytes().first() {
        Some(b'{') => (SetKind::AllMembers, '}'),
        _ => (SetKind::OneMember, ']'),
    };
    let Some(inner) = piece
        .text
        .get(1..)
        .and_then(|inner| inner.strip_suffix(close))
    else {
        let hint = format!("the last sign must be {close}");
        return Err(piece.firm("this list of dates is not closed", Some(&hint)));
    };
    let inner = piece.slice(1..1 + inner.len());
    if let Some(at) = inner.text.find(['{', '}', '[', ']']) {
        return Err(inner.slice(at..at + 1).firm(
            "a list of dates cannot hold another list",
            Some("write all dates in one pair of brackets"),
        ));
    }
    let mut elements = Vec::new();
    let mut from = 0;
    for text in inner.text.split(',') {
        let element = inner.slice(from..from + text.len()).trimmed();
        elements.push(element_from_text(element, calendar)?);
        from += text.len() + 1;
    }
    Ok(Shape::Set(kind, elements))
}

fn element_from_text(piece: Piece<'_>, calendar: Calendar) -> Parsed<Element> {
    if piece.text.is_empty() || piece.text == ".." {
        return Err(piece.firm(
            "a date is missing in this list",
            Some("put a date between every two commas, as in {1920-04-26, 1920-04-28}"),
        ));
    }
    if piece.text.starts_with("..") {
        return Ok(Element::OrEarlier(point_from_text(
            piece.from(2),
            calendar,
        )?));
    }
    if let Some(text) = piece.text.strip_suffix("..") {
        let date = piece.slice(0..text.len());
        return Ok(Element::OrLater(point_from_text(date, calendar)?));
    }
    let Some(dots) = piece.text.find("..") else {
        return Ok(Element::At(point_from_text(piece, calendar)?));
    };
    let (from_text, to_text) = (piece.slice(0..dots), piece.from(dots + 2));
    let from = point_from_text(from_text, calendar)?;
    let to = point_from_text(to_text, calendar)?;
    for (point, text) in [(&from, from_text), (&to, to_text)] {
        check_range_end(point, text)?;
    }
    if from.precision() != to.precision() {
        return Err(to_text.firm(
            "both ends of a run of dates must be equally fine",
            Some("write two days, two months or two years, as in 1920-04-26..1920-04-28"),
        ));
    }
    if let (Some((start, _)), Some((_, end))) = (from.span(calendar), to.span(calendar))
        && end <= start
    {
        return Err(to_text.firm(
            "the end comes before the start",
            Some("the earlier date stands before the two dots"),
        ));
    }
    Ok(Element::Range(from, to))
}

/// A run of dates goes from one plain date to another, as `edtf-core` has it too. Qualifiers
/// are let through, unlike there: an Old Style "about April" is such a run of Gregorian days.
fn check_range_end(point: &Point, text: Piece<'_>) -> Parsed<()> {
    let plain = !point.date.has_unspecified()
        && point.date.year.significant_digits.is_none()
        && point.season_months().is_none();
    if plain {
        return Ok(());
    }
    Err(text.firm(
        "a run of dates begins and ends with a plain date",
        Some("write days, months or years without X, as in 1920-04-26..1920-04-28"),
    ))
}

fn point_from_text(piece: Piece<'_>, calendar: Calendar) -> Parsed<Point> {
    let Some(letter) = piece.text.find('T') else {
        return Ok(Point {
            date: date_from_text(piece, calendar)?,
            time: None,
        });
    };
    let date_text = piece.slice(0..letter);
    let date = date_from_text(date_text, calendar)?;
    if date.day.is_none() {
        return Err(piece.from(letter).firm(
            "a time of day needs a day",
            Some("write year, month and day before the T, as in 1920-04-27T11"),
        ));
    }
    Ok(Point {
        date,
        time: Some(time_from_text(piece.from(letter + 1))?),
    })
}

fn time_from_text(piece: Piece<'_>) -> Parsed<TimeOfDay> {
    let mut qualifier = Qualifier::default();
    let mut clock = piece.text;
    if let Some(text) = clock.strip_suffix(['?', '~', '%']) {
        let sign = &clock[text.len()..];
        qualifier.uncertain = sign != "~";
        qualifier.approximate = sign != "?";
        clock = text;
    }
    let digits_end = clock
        .find(|c: char| !c.is_ascii_digit() && c != ':')
        .unwrap_or(clock.len());
    let rest = &clock[digits_end..];
    let numbers: Option<Vec<u8>> = clock[..digits_end].split(':').map(two_digits).collect();
    let numbers = match numbers {
        Some(numbers) if (1..=3).contains(&numbers.len()) => numbers,
        _ => return Err(piece.loose_time()),
    };
    let zone = rest.trim_start();
    if zone.starts_with(['Z', 'z', '+', '-', '−']) || ["UTC", "GMT"].contains(&zone) {
        let at = piece.slice(digits_end..digits_end + rest.len());
        return Err(at.firm(
            "a time here has no zone: it is what the clocks of the place showed",
            Some(&format!("leave out “{}”", shortened(zone))),
        ));
    }
    if !rest.is_empty() {
        return Err(piece.loose_time());
    }
    let names = [("hour", 23_u8), ("minute", 59), ("second", 60)];
    for (idx, (number, (name, max))) in numbers.iter().zip(names).enumerate() {
        if number > &max {
            let hint = if *number == 24 && idx == 0 {
                "the midnight at the end of a day is T00:00 of the next day".to_owned()
            } else {
                format!("{name}s run from 00 to {}", max.min(59))
            };
            let at = piece.slice(idx * 3..idx * 3 + 2);
            return Err(at.firm(&format!("{name} {number} does not exist"), Some(&hint)));
        }
    }
    Ok(TimeOfDay {
        hour: numbers[0],
        minute: numbers.get(1).copied(),
        qualifier,
    })
}

fn two_digits(text: &str) -> Option<u8> {
    let is_two_digits = text.len() == 2 && text.bytes().all(|c| c.is_ascii_digit());
    is_two_digits.then(|| text.parse().ok()).flatten()
}

fn date_from_text(piece: Piece<'_>, calendar: Calendar) -> Parsed<Date> {
    let parsed = match calendar {
        Calendar::Gregorian => parse_single(piece.text),
        Calendar::Julian => parse_julian_single(piece.text),
    };
    let date = parsed.map_err(|err| explained(piece, calendar, err))?;
    if matches!(date.year.kind, YearKind::Standard { .. }) {
        return Ok(date);
    }
    Err(piece.firm(
        "this year is beyond what can be shown",
        Some("the years run from -9999 to 9999, with four digits and without a Y"),
    ))
}

/// `edtf-core` on one date.
fn parse_single(text: &str) -> Result<Date, ParseError> {
    match Edtf::parse(text)? {
        Edtf::Date(date) => Ok(date),
        // Intervals, sets and times were taken apart before.
        _ => Err(ParseError {
            message: "not a single date",
            offset: 0,
        }),
    }
}

/// `edtf-core` on one Old Style date.
///
/// It knows the Gregorian leap rule only, so the year is lent one that is leap in both
/// calendars or in neither, and gets its own digits back afterwards.
fn parse_julian_single(text: &str) -> Result<Date, ParseError> {
    let Some(start) = text.find(|c: char| c.is_ascii_digit() || c == 'X') else {
        return parse_single(text);
    };
    let digits: Option<Vec<Option<u8>>> = text.get(start..start + 4).and_then(|year| {
        let digit = |c: char| match c {
            'X' => Some(None),
            _ => c.to_digit(10).map(|digit| Some(digit as u8)),
        };
        year.chars().map(digit).collect()
    });
    let Some(digits) = digits.and_then(|digits| <[Option<u8>; 4]>::try_from(digits).ok()) else {
        return parse_single(text);
    };
    let negative = text[..start].ends_with('-');
    if text[..start].contains('Y') || negative && digits.iter().all(|digit| *digit == Some(0)) {
        return parse_single(text);
    }
    if negative && digits.contains(&None) {
        return parse_single(text);
    }
    // A year is leap when its last two digits divide by four.
    let allows = |digit: Option<u8>, own: u8| digit.is_none_or(|digit| digit == own);
    let can_be_leap = (0..100)
        .step_by(4)
        .any(|own: u8| allows(digits[2], own / 10) && allows(digits[3], own % 10));
    let lent = if can_be_leap { "2000" } else { "2001" };
    let mut date = parse_single(&format!("{}{lent}{}", &text[..start], &text[start + 4..]))?;
    date.year.kind = YearKind::Standard { negative, digits };
    Ok(date)
}

// ---------------------------------------------------------------------------------------------
// What is wrong

/// Says in plain words why `edtf-core` refused a date.
fn explained(piece: Piece<'_>, calendar: Calendar, err: ParseError) -> Fault {
    let at = err.offset.min(piece.text.len());
    let plain: String = piece.text.chars().filter(|c| !"?~%".contains(*c)).collect();
    let (sign, unsigned) = match plain.strip_prefix('-') {
        Some(unsigned) => ("-", unsigned),
        None => ("", plain.as_str()),
    };
    let parts: Vec<&str> = unsigned.split('-').collect();
    let is_field = |text: &&str, len| {
        text.len() == len && text.bytes().all(|c| c == b'X' || c.is_ascii_digit())
    };
    let fields = match parts[..] {
        [year, month] if is_field(&year, 4) && is_field(&month, 2) => Some((year, month, None)),
        [year, month, day] if is_field(&year, 4) && is_field(&month, 2) && is_field(&day, 2) => {
            Some((year, month, Some(day)))
        }
        _ => None,
    };
    if unsigned == "0000" && !sign.is_empty() {
        return piece.firm(
            "there is no year -0000",
            Some("1 BCE is 0000 here, 2 BCE is -0001"),
        );
    }
    if !sign.is_empty()
        && parts
            .first()
            .is_some_and(|year| is_field(year, 4) && year.contains('X'))
    {
        return piece.firm(
            "a year before the common era cannot have an X",
            Some("write the years as a range, as in -0199/-0100"),
        );
    }
    if parse_single(&plain).is_ok() {
        return piece.firm(
            "a sign of doubt (? ~ %) stands where it cannot, or twice",
            Some("write one sign after the date, as in 1920-04-27~, or at one of its parts"),
        );
    }
    match fields {
        Some((year, month, day)) => {
            // Components are plain ASCII here, so two bytes are two characters.
            let at = piece.slice(at..(at + 2).min(piece.text.len()));
            field_fault(at, calendar, &format!("{sign}{year}"), month, day)
        }
        None => not_a_date(piece, &plain),
    }
}

/// A date of the right form that does not exist.
fn field_fault(
    at: Piece<'_>,
    calendar: Calendar,
    year: &str,
    month: &str,
    day: Option<&str>,
) -> Fault {
    let month_number = two_digits(month);
    let is_season = month_number.is_some_and(|month| (21..=41).contains(&month));
    if is_season && day.is_some() {
        return at.firm(
            &format!("{month} stands for a season or a part of the year, which has no day"),
            Some("months run from 01 to 12"),
        );
    }
    let is_month = match month_number {
        Some(month) => is_season || (1..=12).contains(&month),
        // With an X: 0X and 1X are months, and so is any X2.
        None => ["0", "1", "X"].iter().any(|tens| month.starts_with(tens)),
    };
    let Some(day) = day.filter(|_| is_month) else {
        return at.firm(
            &format!("month {month} does not exist"),
            Some("months run from 01 to 12, and 21 to 24 are spring, summer, autumn and winter"),
        );
    };
    let known = month_number.and_then(|month| Some((year.parse::<i32>().ok()?, month)));
    let Some((year_number, month_number)) = known else {
        return at.firm(
            &format!("no month that fits {year}-{month} has a day {day}"),
            Some("put XX where the day is not known"),
        );
    };
    let num_days = calendar.num_days_in_month(year_number, month_number);
    let message = format!("{year}-{month} has no day {day}");
    if (month, day, calendar) == ("02", "29", Calendar::Gregorian)
        && Calendar::Julian.is_leap_year(year_number)
    {
        let hint = format!(
            "{year} was a leap year in the Julian calendar only; \
             write julian:{year}-02-29 if the date is Old Style"
        );
        return at.firm(&message, Some(&hint));
    }
    let why = if (month, day) == ("02", "29") {
        " (it was no leap year)"
    } else {
        ""
    };
    let hint = format!("the days of that month run from 01 to {num_days}{why}");
    at.firm(&message, Some(&hint))
}

/// A text that is no date, when no familiar mistake explains it better.
fn not_a_date(piece: Piece<'_>, plain: &str) -> Fault {
    let num_digits = plain.bytes().take_while(u8::is_ascii_digit).count();
    let all_digits = num_digits == plain.len() && num_digits > 0;
    if all_digits && num_digits > 4 {
        return piece.loose(
            &format!("“{}” is not a year", piece.text),
            Some("years have four digits and run from -9999 to 9999"),
        );
    }
    if plain.starts_with('W') || plain.get(4..6) == Some("-W") {
        return piece.loose(
            "weeks are not understood",
            Some("write the days, as in 1920-04-26/1920-05-02"),
        );
    }
    if piece.text.is_empty() {
        return piece.loose("a date is missing", Some("write a date, as in 1920-04-27"));
    }
    piece.loose(
        &format!("“{}” is not a date", shortened(piece.text)),
        Some(
            "write year, month and day in figures, as in 1920-04-27, 1920-04 or 1920; \
             unknown digits are X, as in 1920-04-2X",
        ),
    )
}

/// Text for a message, cut if it is long.
fn shortened(text: &str) -> String {
    const MAX_CHARS: usize = 40;
    if text.chars().count() <= MAX_CHARS {
        return text.to_owned();
    }
    text.chars().take(MAX_CHARS).chain("…".chars()).collect()
}

// ---------------------------------------------------------------------------------------------
// What people write instead

/// The most telling of the common mistakes in a text that is no date. Its hint is the text put
/// right; without a date to offer there is none, because the plain error says more.
fn familiar_mistake(body: Piece<'_>, calendar: Calendar) -> Option<Fault> {
    if body.text.len() > MAX_MISTAKE_LEN || body.text.starts_with(['[', '{']) {
        return None;
    }
    let (text, calendar) = match without_old_style(body.text) {
        Some(text) => (text, Calendar::Julian),
        None => (body.text, calendar),
    };
    let repaired = repaired_text(text)?;
    match shape_from_text(
        Piece {
            text: &repaired,
            base: 0,
        },
        calendar,
    ) {
        Ok(_) => {}
        // The form can be put right, but it still is the 31st of April.
        Err(fault) if fault.firm => {
            return Some(body.loose(&fault.message, fault.hint.as_deref()));
        }
        Err(_) => return None,
    }
    let prefix = match calendar {
        Calendar::Gregorian => "",
        Calendar::Julian => JULIAN_PREFIX,
    };
    let mut hint = format!("write {prefix}{repaired}");
    if let Some(other) = other_reading(text) {
        hint.push_str(&format!(", or {prefix}{other} if the month stands first"));
    }
    let (at, message) = mistake_in_signs(body, &repaired)
        .or_else(|| mistake_in_words(body))
        .or_else(|| mistake_in_order(body))
        .unwrap_or_else(|| mistake_in_form(body, &repaired));
    Some(at.loose(&message, Some(&hint)))
}

/// Where a mistake is, and what it is.
type Mistake<'a> = (Piece<'a>, String);

/// A text in which dates are joined by the wrong sign.
fn mistake_in_signs<'a>(body: Piece<'a>, repaired: &str) -> Option<Mistake<'a>> {
    let text = body.text;
    let is_range = repaired.contains('/');
    if let Some((found, dash)) = text.char_indices().find(|(_, c)| DASHES.contains(c)) {
        let message = match is_range {
            true => "two dates are joined by a slash, not by a dash".to_owned(),
            false => format!("the dash “{dash}” has no meaning in a date"),
        };
        return Some((body.slice(found..found + dash.len_utf8()), message));
    }
    if is_range && !text.contains('/') {
        let at = text
            .find(" - ")
            .map_or(body, |found| body.slice(found..found + 3));
        return Some((at, "two dates are joined by a slash".to_owned()));
    }
    None
}

/// A text with words in it.
fn mistake_in_words(body: Piece<'_>) -> Option<Mistake<'_>> {
    let text = body.text;
    let lower = text.to_lowercase();
    let message = if without_old_style(text).is_some() {
        "an Old Style date is marked by julian: before it"
    } else if without_about(text).is_some() {
        "“about” is said by the sign ~ after the date"
    } else if let Some((_, is_before)) = without_era(text) {
        match is_before {
            true => "years before the common era are negative numbers, and 1 BCE is 0000",
            false => "the era is left out",
        }
    } else if MONTHS.iter().any(|month| lower.contains(month)) {
        "months are written as numbers"
    } else {
        return None;
    };
    Some((body, message.to_owned()))
}

/// A text in which the year comes last.
fn mistake_in_order(body: Piece<'_>) -> Option<Mistake<'_>> {
    let message = match digit_groups(body.text)[..] {
        [first, _, year, ..] if first.len() <= 2 && year.len() == 4 => {
            "the year comes first, then month and day"
        }
        [month, year] if month.len() <= 2 && year.len() == 4 => {
            "the year comes first, then the month"
        }
        _ => return None,
    };
    Some((body, message.to_owned()))
}

/// Everything else that can be put right.
fn mistake_in_form<'a>(body: Piece<'a>, repaired: &str) -> Mistake<'a> {
    let text = body.text;
    let groups = digit_groups(text);
    let time = text.find('T').unwrap_or(text.len());
    let (date, after) = text.split_at(time);
    let end_len = |text: &str| text.find('/').map(|slash| text.len() - slash);
    let (at, message) = if end_len(text) < end_len(repaired) {
        let end = text.find('/').map_or(body, |slash| body.from(slash + 1));
        (end, "both ends of a range are written in full")
    } else if let Some(found) = text.find(['x', 't']) {
        (body.slice(found..found + 1), "X and T are capital letters")
    } else if let Some((found, space)) = text.char_indices().find(|(_, c)| c.is_whitespace()) {
        let message = match text.contains('/') {
            true => "there are no spaces around the slash",
            false => "a date and its time of day are joined by a T, without a space",
        };
        (body.slice(found..found + space.len_utf8()), message)
    } else if text.ends_with('s') || text.contains("??") || groups.iter().any(|g| g.len() == 3) {
        (
            body,
            "a year has four digits, and X for those that are not known",
        )
    } else if after.len() > 1 && parse_single(date).is_ok() {
        (body.from(time), "a time is hours and minutes of two digits")
    } else if date.contains(['.', '/']) || groups.iter().any(|group| group.len() > 4) {
        (body, "year, month and day are joined by hyphens")
    } else {
        (body, "month and day have two digits")
    };
    (at, message.to_owned())
}

/// The runs of digits in a text.
fn digit_groups(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .collect()
}

/// What `05.04.1920` is if the month stands first, as in the United States.
fn other_reading(text: &str) -> Option<String> {
    let is_plain = text
        .chars()
        .all(|c| c.is_ascii_digit() || "./-".contains(c));
    let [first, second, year] = digit_groups(text)[..] else {
        return None;
    };
    let month = |text: &str| {
        text.parse::<u8>()
            .ok()
            .filter(|month| (1..=12).contains(month))
    };
    let (first, second) = (month(first)?, month(second)?);
    (is_plain && year.len() == 4 && first != second)
        .then(|| format!("{year}-{first:02}-{second:02}"))
}

/// The text with every familiar mistake put right; it may still be no date.
fn repaired_text(text: &str) -> Option<String> {
    let mut text = text.trim().to_owned();
    // A dash between spaces or between two years joins dates, any other one is a hyphen.
    for dash in DASHES {
        text = text.replace(&format!(" {dash} "), "/");
        let ends: Vec<&str> = text.split(dash).collect();
        let joins = match ends[..] {
            [from, to] => from.len() >= 4 && to.len() >= 4,
            _ => false,
        };
        text = text.replace(dash, if joins { "/" } else { "-" });
    }
    text = text
        .replace(" - ", "/")
        .replace(" / ", "/")
        .replace("/ ", "/")
        .replace(" /", "/");
    if let Some(point) = repaired_point(&text) {
        return Some(point);
    }
    let (from, to) = match text.split_once('/') {
        Some((from, to)) if !to.contains('/') => (from, to),
        _ => text
            .split_once('-')
            .filter(|(from, to)| from.len() == 4 && to.len() == 4)?,
    };
    let end = |text: &str| match text {
        "" | ".." => Some(text.to_owned()),
        _ => repaired_point(text),
    };
    Some(format!(
        "{}/{}",
        end(from)?,
        end(completed_end(from, to).as_deref().unwrap_or(to))?
    ))
}

/// The end of a range that leaves out what it shares with the start: `27` of
/// `1920-04-26/27`.
fn completed_end(from: &str, to: &str) -> Option<String> {
    let bare = from.len() == 10 && to.len() == 2 && to.bytes().all(|c| c.is_ascii_digit());
    if bare {
        return Some(format!("{}{to}", from.get(..8)?));
    }
    let month_day = from.len() == 10 && to.len() == 5 && to.as_bytes().get(2) == Some(&b'-');
    if month_day {
        return Some(format!("{}{to}", from.get(..5)?));
    }
    let year = from.len() == 4 && to.len() == 2 && to.bytes().all(|c| c.is_ascii_digit());
    year.then(|| from.get(..2).map(|century| format!("{century}{to}")))
        .flatten()
}

/// One date put right.
fn repaired_point(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(rest) = without_about(text) {
        return repaired_point(rest).map(|date| format!("{date}~"));
    }
    if let Some((year, before)) = without_era(text) {
        return Some(match (year, before) {
            (1, true) => "0000".to_owned(),
            (year, true) => format!("-{:04}", year - 1),
            (year, false) => format!("{year:04}"),
        });
    }
    let (text, qualifier) = match text.strip_suffix(['?', '~', '%']) {
        Some(rest) if !rest.ends_with('?') && rest.len() != 3 => (rest, &text[rest.len()..]),
        _ => (text, ""),
    };
    if let Some(date) = repaired_date(text) {
        return Some(format!("{date}{qualifier}"));
    }
    let is_split = |(at, c): &(usize, char)| {
        let digit_follows = text[at + c.len_utf8()..]
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit());
        (c.is_whitespace() || ",Tt".contains(*c)) && digit_follows
    };
    // The last such place, because a date in words has spaces too.
    let (at, c) = text.char_indices().rfind(is_split)?;
    let date = repaired_date(&text[..at])?;
    let time = repaired_time(text[at + c.len_utf8()..].trim_start())?;
    Some(format!("{date}T{time}{qualifier}"))
}

/// The rest of a text that begins with a word for "about".
fn without_about(text: &str) -> Option<&str> {
    let words = [
        "circa", "about", "around", "approx.", "approx", "ca.", "ca", "c.",
    ];
    let rest = words.iter().find_map(|word| {
        let head = text.get(..word.len())?;
        head.eq_ignore_ascii_case(word).then(|| &text[word.len()..])
    });
    let rest = rest.or_else(|| text.strip_prefix("c ").or_else(|| text.strip_prefix('~')))?;
    let rest = rest.trim_start();
    (!rest.is_empty() && without_about(rest).is_none()).then_some(rest)
}

/// The rest of a text that ends with a word for "Old Style".
fn without_old_style(text: &str) -> Option<&str> {
    let words = ["(old style)", "old style", "(o.s.)", "o.s.", "(os)"];
    words.iter().find_map(|word| {
        let start = text.len().checked_sub(word.len())?;
        let tail = text.get(start..)?;
        tail.eq_ignore_ascii_case(word)
            .then(|| text[..start].trim_end_matches([' ', ',']))
    })
}

/// The year of `44 BC`, `44 BCE`, `AD 79`, `79 CE`, and whether it is before the common era.
fn without_era(text: &str) -> Option<(u32, bool)> {
    let text = text.to_ascii_uppercase().replace('.', "");
    let eras = [("BCE", true), ("BC", true), ("CE", false), ("AD", false)];
    eras.iter().find_map(|(era, before)| {
        let year = text.strip_suffix(era).or_else(|| text.strip_prefix(era))?;
        let year: u32 = year.trim().parse().ok()?;
        (1..=9999).contains(&year).then_some((year, *before))
    })
}

/// The date part put right: capitals, unknown digits, decades, and what is left in
/// [`reordered_date`].
fn repaired_date(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(',');
    let upper = text.replace('x', "X");
    if parse_single(&upper).is_ok() {
        return Some(upper);
    }
    if let Some(decade) = text.strip_suffix("'s").or_else(|| text.strip_suffix('s')) {
        let is_decade = decade.len() == 4 && is_number(decade);
        return (is_decade && decade.ends_with('0')).then(|| format!("{}X", &decade[..3]));
    }
    if text.contains('?') {
        let masked = text.replace('?', "X");
        return parse_single(&masked).is_ok().then_some(masked);
    }
    reordered_date(text)
}

/// Year, month and day in their order, with hyphens and two digits each; months may be words.
fn reordered_date(text: &str) -> Option<String> {
    let groups: Vec<&str> = text
        .split(|c: char| ".-/, ".contains(c))
        .map(|group| group.trim_end_matches("th"))
        .filter(|group| !group.is_empty())
        .collect();
    let is_year = |text: &str| text.len() == 4 && is_number(text);
    let day = |text: &str| {
        let is_short = text.len() <= 2 && is_number(text);
        is_short.then(|| text.parse::<u32>().ok()).flatten()
    };
    let month = |text: &str| day(text).or_else(|| month_from_name(text));
    let written = |y: &str, m: &str, d: &str| Some((y.to_owned(), month(m)?, day(d)?));
    let found = match groups[..] {
        [y, m, d] if is_year(y) => written(y, m, d),
        [d, m, y] if is_year(y) => {
            // Day first, as most of the world writes; month first where only that can be.
            let american = month(m).is_none_or(|m| m > 12) && month(d).is_some_and(|d| d <= 12);
            if american {
                written(y, d, m)
            } else {
                written(y, m, d)
            }
        }
        [y, m] | [m, y] if is_year(y) => {
            // 1920/21 is a year and the next, not a month.
            let month = month(m).filter(|month| (1..=12).contains(month))?;
            return Some(format!("{y}-{month:02}"));
        }
        [all] if all.len() == 8 && is_number(all) => written(&all[..4], &all[4..6], &all[6..]),
        [year] if year.len() == 3 && is_number(year) => return Some(format!("0{year}")),
        _ => None,
    };
    found.map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit())
}

fn month_from_name(text: &str) -> Option<u32> {
    let start = text.to_lowercase();
    let idx = MONTHS.iter().position(|month| start.starts_with(month))?;
    u32::try_from(idx + 1).ok()
}

/// The time part put right: two digits each, a colon between, nothing after.
fn repaired_time(text: &str) -> Option<String> {
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.'))
        .unwrap_or(text.len());
    if !text[end..].trim().is_empty() {
        return None;
    }
    let groups: Vec<&str> = text[..end].split([':', '.']).collect();
    let (hour, minute) = match groups[..] {
        [all] if all.len() == 4 => (&all[..2], Some(&all[2..])),
        [hour] => (hour, None),
        [hour, minute] | [hour, minute, _] => (hour, Some(minute)),
        _ => return None,
    };
    let number = |text: &str| (text.len() <= 2).then(|| text.parse::<u8>().ok()).flatten();
    let hour = number(hour)?;
    Some(match minute {
        Some(minute) => format!("{hour:02}:{:02}", number(minute)?),
        None => format!("{hour:02}"),
    })
}

// ---------------------------------------------------------------------------------------------

impl<'a> Piece<'a> {
    /// A part of this piece; a range that is none of the text gives all of it.
    fn slice(self, range: Range<usize>) -> Piece<'a> {
        match self.text.get(range.clone()) {
            Some(text) => Piece {
                text,
                base: self.base + range.start,
            },
            None => self,
        }
    }

    fn from(self, start: usize) -> Piece<'a> {
        self.slice(start..self.text.len())
    }

    fn trimmed(self) -> Piece<'a> {
        let start = self.text.len() - self.text.trim_start().len();
        Piece {
            text: self.text.trim(),
            base: self.base + start,
        }
    }

    fn fault(self, message: &str, hint: Option<&str>, firm: bool) -> Fault {
        Fault {
            at: self.base..self.base + self.text.len(),
            message: message.to_owned(),
            hint: hint.map(str::to_owned),
            firm,
        }
    }

    fn firm(self, message: &str, hint: Option<&str>) -> Fault {
        self.fault(message, hint, true)
    }

    fn loose(self, message: &str, hint: Option<&str>) -> Fault {
        self.fault(message, hint, false)
    }

    fn loose_time(self) -> Fault {
        self.loose(
            &format!("“{}” is not a time of day", shortened(self.text)),
            Some("write hours and minutes with two digits each, as in T00:03, or the hour, as in T11"),
        )
    }
}

impl Fault {
    fn into_error(self) -> WhenError {
        WhenError {
            message: self.message,
            hint: self.hint,
            at: self.at,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::time::When;

    /// What is at fault, what the message says, and the way out.
    fn refused(text: &str) -> (String, String, String) {
        let err = When::parse(text).expect_err(text);
        let at = text
            .get(err.at.clone())
            .unwrap_or_else(|| panic!("{text}: {err:?}"));
        (at.to_owned(), err.message, err.hint.unwrap_or_default())
    }

    #[test]
    fn common_mistakes_are_put_right() {
        let check = |text: &str, right: &str| {
            let (_, message, hint) = refused(text);
            assert_eq!(hint, format!("write {right}"), "{text}: {message}");
            let right = right.split(',').next().unwrap_or(right);
            assert!(When::parse(right).is_ok(), "{right}");
        };
        check("27.04.1920", "1920-04-27");
        check("27/04/1920", "1920-04-27");
        check("27-4-1920", "1920-04-27");
        check("04/27/1920", "1920-04-27");
        check("04.1920", "1920-04");
        check("1920-4-27", "1920-04-27");
        check("1920-4", "1920-04");
        check("1920.04.27", "1920-04-27");
        check("1920/04/27", "1920-04-27");
        check("19200427", "1920-04-27");
        check("1920-04-27 00:03", "1920-04-27T00:03");
        check("1920-04-27t00:03", "1920-04-27T00:03");
        check("1920-04-27T7:30", "1920-04-27T07:30");
        check("1920-04-27T07.30", "1920-04-27T07:30");
        check("1920-04-27T1930", "1920-04-27T19:30");
        check("27.04.1920 7:30", "1920-04-27T07:30");
        check("1920-04-26 - 1920-04-27", "1920-04-26/1920-04-27");
        check("1920-04-26 / 1920-04-27", "1920-04-26/1920-04-27");
        check("1920-04-26 – 1920-04-27", "1920-04-26/1920-04-27");
        check("26.04.1920 - 27.04.1920", "1920-04-26/1920-04-27");
        check("1920–1921", "1920/1921");
        check("1920-1921", "1920/1921");
        check("1920/21", "1920/1921");
        check("1920-04-26/27", "1920-04-26/1920-04-27");
        check("1920-04-26/05-02", "1920-04-26/1920-05-02");
        check("1920‑04‑27", "1920-04-27");
        check("c. 1920", "1920~");
        check("ca. 27.04.1920", "1920-04-27~");
        check("circa 1920", "1920~");
        check("192x", "192X");
        check("192?", "192X");
        check("19??", "19XX");
        check("1920s", "192X");
        check("987", "0987");
        check("44 BC", "-0043");
        check("1 BCE", "0000");
        check("AD 79", "0079");
        check("27 April 1920", "1920-04-27");
        check("April 27, 1920", "1920-04-27");
        check("April 1920", "1920-04");
        check(
            "04.05.1920",
            "1920-05-04, or 1920-04-05 if the month stands first",
        );
        check("julian:14.04.1920", "julian:1920-04-14");
        check("14.04.1920 O.S.", "julian:1920-04-14");
        check("14 April 1920 (Old Style)", "julian:1920-04-14");
    }

    #[test]
    fn impossible_dates_say_what_is_possible() {
        let check = |text: &str, at: &str, message: &str, hint: &str| {
            assert_eq!(
                refused(text),
                (at.to_owned(), message.to_owned(), hint.to_owned())
            );
        };
        check(
            "1920-13-01",
            "13",
            "month 13 does not exist",
            "months run from 01 to 12, and 21 to 24 are spring, summer, autumn and winter",
        );
        check(
            "1920-04-31",
            "31",
            "1920-04 has no day 31",
            "the days of that month run from 01 to 30",
        );
        check(
            "31.04.1920",
            "31.04.1920",
            "1920-04 has no day 31",
            "the days of that month run from 01 to 30",
        );
        check(
            "1920-04-26/1920-02-30",
            "30",
            "1920-02 has no day 30",
            "the days of that month run from 01 to 29",
        );
        check(
            "1919-02-29",
            "29",
            "1919-02 has no day 29",
            "the days of that month run from 01 to 28 (it was no leap year)",
        );
        check(
            "1900-02-29",
            "29",
            "1900-02 has no day 29",
            "1900 was a leap year in the Julian calendar only; \
             write julian:1900-02-29 if the date is Old Style",
        );
        check(
            "julian:1919-02-29",
            "29",
            "1919-02 has no day 29",
            "the days of that month run from 01 to 28 (it was no leap year)",
        );
        check(
            "1920-04-27/1920-04-26",
            "1920-04-26",
            "the end comes before the start",
            "the earlier date stands before the slash",
        );
        check(
            "1920-04-27T24:00",
            "24",
            "hour 24 does not exist",
            "the midnight at the end of a day is T00:00 of the next day",
        );
        check(
            "1920-04-27~~",
            "1920-04-27~~",
            "a sign of doubt (? ~ %) stands where it cannot, or twice",
            "write one sign after the date, as in 1920-04-27~, or at one of its parts",
        );
        check(
            "1920-04-27T11:60",
            "60",
            "minute 60 does not exist",
            "minutes run from 00 to 59",
        );
        check(
            "1920-04-27T00:03+04:00",
            "+04:00",
            "a time here has no zone: it is what the clocks of the place showed",
            "leave out “+04:00”",
        );
        check(
            "1920-04-27T00:03Z/1920-04-28",
            "Z",
            "a time here has no zone: it is what the clocks of the place showed",
            "leave out “Z”",
        );
    }

    #[test]
    fn garbage_is_refused_with_a_hint() {
        for text in [
            "",
            "   ",
            "hello",
            "XX",
            "19",
            "-",
            "--",
            "/",
            "../..",
            "..",
            "T",
            "T11",
            "1920T11",
            "1920-04T11",
            "1920-04-27T",
            "1920-04-27T11:",
            "1920-04-27T1X",
            "1920-04-32",
            "1920-00-01",
            "1920-04-00",
            "1920-2X-01",
            "1920-25-01",
            "-0000",
            "-00XX",
            "Y17000",
            "Y-17E7",
            "12345",
            "1920-W17",
            "1920-118",
            "[",
            "[]",
            "{1920",
            "[1920,]",
            "[1920..1919]",
            "[1920..1921-04]",
            "[192X..1930]",
            "[[1920]]",
            "{1920}/1921",
            "1920/1921/1922",
            "1920../1921",
            "1920/..1921",
            "julian:",
            "julian:hello",
            "julian:julian:1920",
            "julian:9999-12-31",
            "julian:-9999-01-01",
            "1920-04-27~~",
            "a long text that is not a date in any language and goes on and on for ever and ever",
            "1920年4月27日",
            "٢٧",
            "𝟙𝟡𝟚𝟘",
        ] {
            let (_, message, hint) = refused(text);
            assert!(!message.is_empty() && !hint.is_empty(), "{text}");
            assert!(!message.ends_with('.'), "{message}");
        }
    }
}
