//! The records of one file, scanned and parsed: the work that grows with a chronicle.
//!
//! Files do not depend on each other, so a caller with several processors may read them at once.
//! This room starts no threads itself: it hands out tasks.

use super::parse::{Parsed, options, parse_record};
use super::scan::{Fault, Record, Scan, scan_list, scan_single};
use super::schema::RecordKind;
use super::text::SourceText;

/// A piece of work that depends on no other.
pub type Task<'a> = Box<dyn FnOnce() + Send + 'a>;

/// Something that gets tasks done, all of them before it returns.
pub trait Runner {
    /// Do all of these, in whatever order.
    fn run(&self, tasks: Vec<Task<'_>>);
}

/// Does one task after the other.
#[derive(Clone, Copy, Debug)]
pub struct InTurn;

impl Runner for InTurn {
    fn run(&self, tasks: Vec<Task<'_>>) {
        for task in tasks {
            task();
        }
    }
}

/// How a file is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Care {
    /// At once and without knowing where things stand: enough for files that are all right.
    Haste,
    /// Record by record, so that every mistake can be told with line and column.
    Full,
}

/// What was read of one file.
pub(super) struct Reading<T> {
    /// What is wrong outside of records.
    pub faults: Vec<Fault>,
    /// Whether records may stand in the file that were not found.
    pub lost_records: bool,
    /// Whether the file could not be read in haste, so that nothing is known of it.
    pub needs_care: bool,
    /// The records with what could be read of them.
    pub records: Vec<(Record, Parsed<T>)>,
}

impl<T: RecordKind> Reading<T> {
    /// Read a file that holds a list of records.
    pub fn of_list(text: &str, care: Care) -> Self {
        match care {
            Care::Haste => Self::in_haste(text),
            Care::Full => Self::of(text, scan_list(text, T::NAME)),
        }
    }

    /// Read the whole list at once. The records know nothing of where they stand.
    fn in_haste(text: &str) -> Self {
        let values: Vec<T> = options().from_str(text).unwrap_or_default();
        // `ron` takes records without their name, and a file without records is rare.
        let num_names = text.matches(&format!("{}(", T::NAME)).count();
        let needs_care = values.is_empty() || num_names < values.len();
        let record = |value| {
            let parsed = Parsed {
                value: Some(value),
                problems: Vec::new(),
                silenced: Vec::new(),
            };
            (Record::default(), parsed)
        };
        Self {
            faults: Vec::new(),
            lost_records: false,
            needs_care,
            records: values.into_iter().map(record).collect(),
        }
    }

    /// Read a file that holds one record.
    pub fn of_single(text: &str) -> Self {
        Self::of(text, scan_single(text))
    }

    fn of(text: &str, scan: Scan) -> Self {
        let lost_records = scan.lost_records();
        let parsed = |record: Record| {
            let parsed = parse_record(text, &record, T::NAME);
            (record, parsed)
        };
        Self {
            lost_records,
            needs_care: false,
            faults: scan.faults,
            records: scan.records.into_iter().map(parsed).collect(),
        }
    }
}

/// A task for each file, which fills in its reading; unreadable files stay unread.
pub(super) fn tasks<'a, T: RecordKind + Send>(
    files: &'a [SourceText],
    care: Care,
    readings: &'a mut [(usize, Option<Reading<T>>)],
) -> impl Iterator<Item = Task<'a>> {
    let readable = readings
        .iter_mut()
        .filter(|(file, _)| !files[*file].is_unreadable);
    readable.map(move |(file, reading)| {
        let text = files[*file].text.as_str();
        let task: Task<'a> = Box::new(move || *reading = Some(Reading::of_list(text, care)));
        task
    })
}
