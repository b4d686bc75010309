//! The words for what is wrong with the writing: the one place where faults of the scan and
//! `ron`'s errors become sentences for someone who writes a chronicle.

use super::scan::FaultKind;
use super::schema::TEXT_EXPECTED;
use super::similar::nearest;

/// A message and what to do about it.
pub(super) type Words = (String, Option<String>);

/// The words for a fault of brackets, commas, colons or quotation marks.
pub(super) fn words_from_fault(kind: &FaultKind, record_name: &str) -> Words {
    let (message, hint) = match kind {
        FaultKind::UnclosedBracket(bracket) => (
            format!("the bracket `{bracket}` is never closed"),
            format!(
                "put the missing `{}` where this part ends",
                closer(*bracket)
            ),
        ),
        FaultKind::StrayCloser(bracket) => (
            format!("this `{bracket}` closes nothing"),
            "take it away, or put the opening bracket where the part begins".to_owned(),
        ),
        FaultKind::UnclosedQuote => (
            "this text has no closing quotation mark".to_owned(),
            "put `\"` at its end".to_owned(),
        ),
        FaultKind::UnclosedComment => (
            "this comment has no end".to_owned(),
            "put `*/` at its end".to_owned(),
        ),
        FaultKind::MissingComma { after } => (
            format!("a comma is missing after `{after}`"),
            "put `,` here".to_owned(),
        ),
        FaultKind::StrayComma => (
            "there is nothing before this comma".to_owned(),
            "take it away".to_owned(),
        ),
        FaultKind::MissingColon { key } => (
            format!("a colon is missing after `{key}`"),
            format!("write `{key}: …`"),
        ),
        FaultKind::LooseLanguages { key } => (
            "the languages of a text stand together in round brackets".to_owned(),
            format!("write {key}: (az: \"…\", en: \"…\")"),
        ),
        FaultKind::DecimalComma { meant } => (
            "a number has a decimal point, not a comma".to_owned(),
            format!("write {meant}"),
        ),
        FaultKind::EqualsForColon { key } => (
            "a field is written with `:`, not `=`".to_owned(),
            format!("write `{key}: …`"),
        ),
        FaultKind::QuotedKey { key } => (
            "the name of a field stands without quotation marks".to_owned(),
            format!("write `{key}: …`"),
        ),
        FaultKind::StrayColon => (
            "there is no field's name before this colon".to_owned(),
            "if it belongs to a text, put the whole text in quotation marks".to_owned(),
        ),
        FaultKind::MissingValue { key } => (
            format!("nothing stands after `{key}:`"),
            "write its value, or take the whole field away if it may be left out".to_owned(),
        ),
        FaultKind::InnerQuotes => (
            "the text ends at this quotation mark, but more follows".to_owned(),
            "write “ and ” inside texts, or \\\" with a backslash; or a mark is missing before"
                .to_owned(),
        ),
        FaultKind::OutsideRecords { found } if found == "[" && record_name == "Chronicle" => (
            "this file holds one record and no list".to_owned(),
            "take the square brackets away".to_owned(),
        ),
        FaultKind::OutsideRecords { found } => (
            format!("`{found}` stands outside of any record"),
            format!(
                "a record is written {record_name}(…), with all its fields inside the brackets"
            ),
        ),
        FaultKind::NoListOpen => (
            "the file does not begin with `[`".to_owned(),
            format!("its records stand in a list: [ {record_name}(…), {record_name}(…), ]"),
        ),
        FaultKind::NoListClose => (
            "the file's list is not closed".to_owned(),
            "put `]` at the end of the file".to_owned(),
        ),
        FaultKind::Empty => (
            "the file is empty".to_owned(),
            if record_name == "Chronicle" {
                "it holds one record: Chronicle(…)".to_owned()
            } else {
                format!("write at least `[]`, or take the file away; records are {record_name}(…)")
            },
        ),
    };
    (message, Some(hint))
}

fn closer(open: char) -> char {
    match open {
        '[' => ']',
        '{' => '}',
        _ => ')',
    }
}

/// The words for an error of `ron` about a value written as `written`, the field `key`.
pub(super) fn words_from_ron(error: &ron::Error, key: &str, written: &str) -> Words {
    use ron::Error;
    let subject = if key.is_empty() {
        "this".to_owned()
    } else {
        format!("`{key}`")
    };
    let short = shortened(written);
    let must_be = |what: &str, hint: Option<String>| (format!("{subject} must be {what}"), hint);
    match error {
        Error::NoSuchStructField {
            expected, found, ..
        } => unknown_field(found, expected),
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => unknown_variant(found, expected),
        Error::DuplicateStructField { field, .. } => (
            format!("the field `{field}` stands twice"),
            Some("keep one of the two".to_owned()),
        ),
        Error::MissingStructField { field, .. } => missing_fields(&[field]),
        Error::ExpectedDifferentStructName { expected, found } => (
            format!("here stands {found}(…), where {expected}(…) is expected"),
            Some(match file_of_records(found) {
                Some(file) => format!("{found} records stand in {file}"),
                None => format!("write {expected}(…)"),
            }),
        ),
        Error::ExpectedNamedStructLike(name) if !name.is_empty() => {
            must_be(&format!("written as {name}(…)"), None)
        }
        Error::ExpectedString => must_be("a text in quotation marks", quoted_hint(written)),
        Error::InvalidValueForType { expected, .. } if expected == TEXT_EXPECTED => must_be(
            "a text in quotation marks, or one for each language",
            text_hint(written),
        ),
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } => {
            must_be("a whole number", number_hint(written))
        }
        Error::ExpectedFloat | Error::FloatUnderscore | Error::UnderscoreAtBeginning => {
            must_be("a number", number_hint(written))
        }
        Error::IntegerOutOfBounds => (
            format!("{subject} is out of range: `{short}`"),
            match key {
                "importance" => Some("importance is 1 (least) to 5 (most)".to_owned()),
                "hue" => Some("a hue is 0 to 7".to_owned()),
                _ => None,
            },
        ),
        // The scan has put every comma in its place, so a part of the value was not understood.
        Error::ExpectedComma if written.trim().parse::<f64>().is_ok() => {
            must_be("a whole number", Some(format!("`{short}` is written")))
        }
        Error::ExpectedComma => (
            format!("{subject} cannot be read: `{short}`"),
            Some(
                "a number is written with digits and a point, a text with quotation marks"
                    .to_owned(),
            ),
        ),
        Error::ExpectedBoolean => must_be("true or false", None),
        Error::ExpectedArray => must_be(
            "a list in square brackets",
            Some(format!("write {}[{short}]", colon(key))),
        ),
        Error::InvalidIdentifier(_) | Error::SuggestRawIdentifier(_) | Error::ExpectedMapColon => (
            format!("`{short}` is no field"),
            Some("a field is written name: value".to_owned()),
        ),
        Error::ExpectedIdentifier => must_be(
            "one of a closed list, without quotation marks",
            unquoted_hint(key, written),
        ),
        Error::ExpectedOption => must_be("a value or nothing", Some("leave it out".to_owned())),
        Error::InvalidEscape(_) => (
            "a backslash in a text stands before a sign that needs none".to_owned(),
            Some("write two backslashes for one, and \\\" for a quotation mark".to_owned()),
        ),
        Error::ExceededRecursionLimit => ("the brackets are nested too deep".to_owned(), None),
        Error::ExpectedDifferentLength { expected, found } => (
            format!("{subject} has {found} parts, where {expected} is expected"),
            None,
        ),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            must_be("followed by its value in round brackets", None)
        }
        Error::ExpectedStructLikeEnd | Error::ExpectedArrayEnd | Error::ExpectedMapEnd => (
            format!("there is more in {subject} than it can hold"),
            Some(format!("`{short}` is written")),
        ),
        other => (
            format!(
                "{subject} cannot be read: {}",
                lower_first(&other.to_string())
            ),
            None,
        ),
    }
}

/// The words for fields that a record lacks.
pub(super) fn missing_fields(fields: &[&str]) -> Words {
    let quoted: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
    match quoted.as_slice() {
        [one] => (format!("the field {one} is missing"), None),
        [front @ .., last] => (
            format!("the fields {} and {last} are missing", front.join(", ")),
            None,
        ),
        [] => ("a field is missing".to_owned(), None),
    }
}

/// In which file records of this name stand.
fn file_of_records(name: &str) -> Option<&'static str> {
    let known = super::LIST_FILES.iter().find(|(_, known)| *known == name);
    known
        .map(|(file, _)| *file)
        .or((name == "Chronicle").then_some(super::CHRONICLE_FILE))
}

fn unknown_field(found: &str, expected: &[&str]) -> Words {
    let hint = match nearest(found, expected.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the fields here are {}", expected.join(", ")),
    };
    (format!("there is no field `{found}` here"), Some(hint))
}

fn unknown_variant(found: &str, expected: &[&str]) -> Words {
    let list = expected.join(", ");
    let hint = match nearest(found, expected.iter().copied()) {
        Some(near) => format!("did you mean {near}?"),
        None => format!("the list is {list}"),
    };
    (format!("`{found}` is not in the closed list"), Some(hint))
}

fn quoted_hint(written: &str) -> Option<String> {
    let inner = written.trim().trim_matches('"').replace('"', "");
    let plain = !inner.is_empty() && !inner.contains(['(', '[', '{', '\n']);
    plain.then(|| format!("put quotation marks around it: \"{}\"", shortened(&inner)))
}

fn text_hint(written: &str) -> Option<String> {
    if written.trim_start().starts_with('(') {
        return Some("write (az: \"…\", en: \"…\", ru: \"…\", tr: \"…\")".to_owned());
    }
    quoted_hint(written)
}

fn number_hint(written: &str) -> Option<String> {
    let inner = written.trim().trim_matches('"');
    if inner.len() < written.trim().len() && inner.parse::<f64>().is_ok() {
        return Some(format!("take the quotation marks away: {inner}"));
    }
    Some(format!("`{}` is written", shortened(written)))
}

fn unquoted_hint(key: &str, written: &str) -> Option<String> {
    let inner = written.trim().trim_matches('"');
    if key == "locator" {
        return Some("write Page(\"12\"), Paragraph(3), Footnote(4) or Section(\"…\")".to_owned());
    }
    let is_name = !inner.is_empty() && inner.chars().all(|c| c.is_ascii_alphanumeric());
    is_name.then(|| format!("write {}{inner}", colon(key)))
}

fn colon(key: &str) -> String {
    if key.is_empty() {
        String::new()
    } else {
        format!("{key}: ")
    }
}

/// The beginning of what is written, in one line.
fn shortened(written: &str) -> String {
    const MAX_CHARS: usize = 40;
    let line = written.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MAX_CHARS) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}
