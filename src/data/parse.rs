//! One scanned record → its structure, with every error in it and not only the first.
//!
//! `ron` stops at the first error. What it stumbled over is then covered, by a harmless value or
//! by blanks of the same length, and it reads again; so the positions of later errors stay true.

use super::explain::{missing_fields, words_from_fault, words_from_ron};
use super::scan::{Record, Shape};
use super::schema::required_fields;
use super::text::byte_from_line_column;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::ops::Range;

/// No more errors than this are told of one record.
const MAX_PROBLEMS: usize = 20;

/// What is wrong with the writing of a record.
#[derive(Debug)]
pub(super) struct Problem {
    /// The byte of the file to look at.
    pub at: usize,
    /// The field, or nothing for the record itself.
    pub path: String,
    pub message: String,
    pub hint: Option<String>,
}

/// What could be read of a record.
pub(super) struct Parsed<T> {
    /// The record; if there are problems, with gaps where they were.
    pub value: Option<T>,
    pub problems: Vec<Problem>,
    /// Fields whose values are made up, so that nothing more should be said about them.
    pub silenced: Vec<String>,
}

/// How `ron` reads: a field that is there needs no `Some(…)`.
pub(super) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// Read one record with this name.
pub(super) fn parse_record<T: DeserializeOwned>(
    text: &str,
    record: &Record,
    record_name: &str,
) -> Parsed<T> {
    let mut reader = Reader::new(text, record);
    for fault in &record.faults {
        let (message, hint) = words_from_fault(&fault.kind, record_name);
        let path = reader
            .node_around(fault.at, 0)
            .map(|node| record.path(text, node));
        let path = path.unwrap_or_default();
        reader.problems.push(Problem {
            at: fault.at,
            path,
            message,
            hint,
        });
    }
    let value = if record.is_readable() {
        reader.read()
    } else {
        None
    };
    let path_of = |&node: &usize| record.path(text, node);
    let silenced = reader
        .covered
        .keys()
        .chain(&record.stopgaps)
        .map(path_of)
        .collect();
    Parsed {
        value,
        problems: reader.problems,
        silenced,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Cover {
    /// A harmless value stands there.
    Filled,
    /// Nothing stands there.
    Blank,
}

struct Reader<'a> {
    text: &'a str,
    record: &'a Record,
    /// The record's text as `ron` sees it.
    buffer: Vec<u8>,
    start: usize,
    covered: HashMap<usize, Cover>,
    /// Fields that are there under a mistaken name.
    excused: Vec<(usize, String)>,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, record: &'a Record) -> Self {
        let span = record.span();
        let mut reader = Self {
            text,
            record,
            buffer: text[span.clone()].as_bytes().to_vec(),
            start: span.start,
            covered: HashMap::new(),
            excused: Vec::new(),
            problems: Vec::new(),
        };
        for &(at, byte) in &record.mends {
            // Only blanks go over whole ranges, and those are ranges of whole characters.
            reader.put(at, byte);
        }
        reader
    }

    fn put(&mut self, at: usize, byte: u8) {
        if let Some(target) = self.buffer.get_mut(at.wrapping_sub(self.start)) {
            *target = if matches!(*target, b'\n' | b'\r') && byte == b' ' {
                *target
            } else {
                byte
            };
        }
    }

    fn read<T: DeserializeOwned>(&mut self) -> Option<T> {
        let options = options();
        // Each turn covers one more node, twice at most.
        for _ in 0..2 * self.record.nodes.len() + 1 {
            let shown = String::from_utf8_lossy(&self.buffer).into_owned();
            let error = match options.from_str::<T>(&shown) {
                Ok(value) => return Some(value),
                Err(error) => error,
            };
            let end = error.span.end;
            let at = self.start + byte_from_line_column(&shown, end.line, end.col);
            if !self.handle(&error.code, at) || self.problems.len() >= MAX_PROBLEMS {
                return None;
            }
        }
        None
    }

    /// Tell of the error and cover its cause; `false` if nothing more can be read.
    fn handle(&mut self, error: &ron::Error, at: usize) -> bool {
        if let ron::Error::MissingStructField { field, outer } = error {
            return self.handle_missing(field, outer.as_deref(), at);
        }
        let node = self.culprit(error, at).unwrap_or(0);
        let follows_from_covered = self.covered.contains_key(&node)
            || self.record.nodes[node]
                .children
                .iter()
                .any(|child| self.covered.contains_key(child));
        if !follows_from_covered {
            self.tell(error, node, at);
        }
        self.cover(error, node)
    }

    fn tell(&mut self, error: &ron::Error, node: usize, at: usize) {
        let found = &self.record.nodes[node];
        let key = &self.text[found.key.clone()];
        let written = &self.text[found.span.clone()];
        let (message, hint) = words_from_ron(error, key, written);
        let about_name = matches!(
            error,
            ron::Error::NoSuchStructField { .. } | ron::Error::DuplicateStructField { .. }
        );
        let spot = match error {
            _ if about_name => found.whole().start,
            ron::Error::InvalidEscape(_) => at.clamp(found.span.start, found.span.end),
            _ => found.span.start,
        };
        let mut path_node = node;
        if about_name {
            path_node = found.parent;
        }
        if let ron::Error::NoSuchStructField {
            expected,
            found: name,
            ..
        } = error
            && let Some(near) = super::similar::nearest(name, expected.iter().copied())
        {
            self.excused.push((found.parent, near.to_owned()));
        }
        let path = self.record.path(self.text, path_node);
        self.problems.push(Problem {
            at: spot,
            path,
            message,
            hint,
        });
    }

    fn handle_missing(&mut self, field: &str, outer: Option<&str>, at: usize) -> bool {
        let group = self.group_around(at).unwrap_or(0);
        let has = |name: &str| {
            let children = &self.record.nodes[group].children;
            let mut keys = children.iter().map(|&child| &self.record.nodes[child].key);
            keys.any(|key| &self.text[key.clone()] == name)
        };
        let is_excused = |name: &str| {
            self.excused
                .iter()
                .any(|(node, excused)| *node == group && excused == name)
        };
        let required = outer.map(required_fields).unwrap_or_default();
        let mut missing: Vec<&str> = required.iter().copied().filter(|name| !has(name)).collect();
        if missing.is_empty() && !has(field) {
            missing.push(field);
        }
        missing.retain(|name| !is_excused(name));
        if !missing.is_empty() && !self.covered.contains_key(&group) {
            let (message, hint) = missing_fields(&missing);
            let path = self.record.path(self.text, group);
            let at = self.record.nodes[group].span.start;
            self.problems.push(Problem {
                at,
                path,
                message,
                hint,
            });
        }
        self.blank(group)
    }

    /// The node that an error is about.
    fn culprit(&self, error: &ron::Error, at: usize) -> Option<usize> {
        let nodes = &self.record.nodes;
        let key_is = |node: usize, name: &str| &self.text[nodes[node].key.clone()] == name;
        let uncovered = |node: &usize| !self.covered.contains_key(node);
        match error {
            ron::Error::NoSuchStructField { found, .. } => {
                let all = (1..nodes.len())
                    .filter(uncovered)
                    .filter(|&node| key_is(node, found));
                all.min_by_key(|&node| nodes[node].key.start.abs_diff(at))
            }
            ron::Error::DuplicateStructField { field, .. } => {
                let all = (1..nodes.len())
                    .filter(uncovered)
                    .filter(|&node| key_is(node, field));
                all.min_by_key(|&node| nodes[node].key.start.abs_diff(at))
            }
            ron::Error::NoSuchEnumVariant { found, .. }
            | ron::Error::ExpectedDifferentStructName { found, .. } => {
                let starts =
                    |node: &usize| self.text[nodes[*node].span.start..].starts_with(found.as_str());
                let before = (0..nodes.len()).filter(|&node| nodes[node].span.start <= at);
                before
                    .filter(uncovered)
                    .filter(starts)
                    .max_by_key(|&node| nodes[node].span.start)
            }
            _ => {
                let back = self.before_blanks(at);
                self.node_around(at, 0)
                    .filter(|&node| node != 0 && nodes[node].span.start == at)
                    .or_else(|| self.node_around(back, 1))
            }
        }
    }

    /// The byte after the last one before `at` that is not blank.
    fn before_blanks(&self, at: usize) -> usize {
        let mut at = at.min(self.text.len());
        while at > self.start && self.text.as_bytes()[at - 1].is_ascii_whitespace() {
            at -= 1;
        }
        at
    }

    /// The innermost node around a byte; with `reach` 1 it may end there.
    fn node_around(&self, at: usize, reach: usize) -> Option<usize> {
        let nodes = self.record.nodes.iter().enumerate();
        let around = nodes.filter(|(_, node)| {
            let whole = node.whole();
            whole.start <= at && at < whole.end + reach
        });
        around
            .max_by_key(|(_, node)| (node.whole().start, usize::MAX - node.span.end))
            .map(|(idx, _)| idx)
    }

    /// The innermost round bracket around a byte.
    fn group_around(&self, at: usize) -> Option<usize> {
        let nodes = self.record.nodes.iter().enumerate();
        let around = nodes.filter(|(_, node)| {
            node.shape == Shape::Group && node.span.start < at && at < node.span.end
        });
        around
            .max_by_key(|(_, node)| node.span.start)
            .map(|(idx, _)| idx)
    }

    /// Cover the cause of an error so that reading can go on.
    fn cover(&mut self, error: &ron::Error, node: usize) -> bool {
        let length = self.record.nodes[node].span.len();
        let harmless = match error {
            ron::Error::NoSuchEnumVariant { expected, .. } => {
                expected.iter().copied().min_by_key(|name| name.len())
            }
            ron::Error::ExpectedString => Some("\"\""),
            ron::Error::InvalidValueForType { expected, .. }
                if expected == super::schema::TEXT_EXPECTED =>
            {
                Some("\"\"")
            }
            ron::Error::ExpectedInteger
            | ron::Error::ExpectedFloat
            | ron::Error::InvalidIntegerDigit { .. }
            | ron::Error::IntegerOutOfBounds => Some("1"),
            _ => None,
        };
        match harmless.filter(|value| value.len() <= length && node != 0) {
            Some(value) if !self.covered.contains_key(&node) => {
                let span = self.record.nodes[node].span.clone();
                self.clear(span.clone());
                for (at, byte) in (span.start..).zip(value.bytes()) {
                    self.put(at, byte);
                }
                self.covered.insert(node, Cover::Filled);
                true
            }
            _ => self.blank(node),
        }
    }

    /// Take a node out with its key and comma; `false` if it is the record or was out already.
    fn blank(&mut self, node: usize) -> bool {
        if node == 0 || self.covered.insert(node, Cover::Blank) == Some(Cover::Blank) {
            return false;
        }
        let found = &self.record.nodes[node];
        let (whole, comma) = (found.whole(), found.comma);
        self.clear(whole.clone());
        // A comma may stand there by a mend only; there is none to keep either way.
        let comma = comma.unwrap_or(whole.end);
        let is_comma = self.buffer.get(comma.wrapping_sub(self.start)) == Some(&b',');
        if is_comma {
            self.put(comma, b' ');
        }
        true
    }

    fn clear(&mut self, range: Range<usize>) {
        for at in range {
            self.put(at, b' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::scan::scan_list;
    use super::super::schema::{
        CameraFile, ChronicleFile, CountFile, EventFile, PlaceFile, RecordKind, SourceFile,
        StopFile, TrackFile,
    };
    use super::*;

    #[test]
    fn errors_after_the_first_are_told_where_they_stand() {
        let text = "[Count(what: Sheep, value: \"1\", to: x, approximate: yes, more: 1)]";
        let scan = scan_list(text, "Count");
        let parsed = parse_record::<CountFile>(text, &scan.records[0], "Count");
        let told: Vec<_> = parsed
            .problems
            .iter()
            .map(|problem| (&*problem.path, &text[problem.at..][..4]))
            .collect();
        let expected = [
            ("what", "Shee"),
            ("value", "\"1\","),
            ("to", "x, a"),
            ("approximate", "yes,"),
            ("", "more"),
        ];
        assert_eq!(told, expected);
        assert!(parsed.value.is_some());
    }

    /// The list of required fields must say the same as the structures.
    #[test]
    fn required_fields_are_those_of_the_structures() {
        fn check<T: DeserializeOwned>(name: &str) {
            let mut missing: Vec<&str> = Vec::new();
            let text = format!("{name}()");
            if let Err(error) = ron::from_str::<T>(&text)
                && let ron::Error::MissingStructField { field, .. } = error.code
            {
                missing.push(field);
            }
            assert_eq!(missing.first(), required_fields(name).first(), "{name}");
        }
        check::<ChronicleFile>(ChronicleFile::NAME);
        check::<PlaceFile>(PlaceFile::NAME);
        check::<SourceFile>(SourceFile::NAME);
        check::<EventFile>(EventFile::NAME);
        check::<TrackFile>(TrackFile::NAME);
        check::<StopFile>("Stop");
        check::<CountFile>("Count");
        check::<CameraFile>("Camera");
    }
}
