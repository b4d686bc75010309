//! RON text → model, with everything that is wrong said in words that a curator understands.
//!
//! Loading never fails as a whole: bad records are left out and listed, the rest is kept.
//!
//! ```text
//! bytes ─▶ text ─scan─▶ records with spans ─parse (ron)─▶ structures ─check─▶ ─build─▶ Chronicle
//!            └───────────────┴──────────────────┴───────────────┴──────▶ diagnostics
//! ```
//!
//! This room reads no files itself: it gets their names and bytes.

mod build;
mod check;
mod diagnostic;
mod explain;
mod languages;
mod lex;
mod parse;
mod reading;
mod review;
mod scan;
mod schema;
mod shelf;
mod similar;
mod spelling;
mod text;

pub use diagnostic::{Diagnostic, Severity};
pub use reading::{InTurn, Runner, Task};
pub use schema::FORMAT;

use crate::model::Chronicle;
use check::Shelves;
use reading::{Care, Reading};
use scan::scan_single;
use schema::{
    ActorFile, ChronicleFile, EventFile, LineFile, PlaceFile, RecordKind, SceneFile, SideFile,
    SourceFile, SpellingFile, TrackFile,
};
use shelf::{Entry, Log, Note, Shelf};
use text::SourceText;

/// A file of a chronicle's folder, as the outside world read it.
#[derive(Clone, Debug)]
pub struct InputFile {
    /// The path relative to the chronicle's folder, with `/`.
    pub path: String,
    /// The bytes, or why they could not be read.
    pub content: Result<Vec<u8>, String>,
}

/// What came of a chronicle's files.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The chronicle; `None` only if `chronicle.ron` itself is unusable.
    pub chronicle: Option<Chronicle>,
    /// Everything that is wrong, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
}

/// The file that makes a folder a chronicle.
const CHRONICLE_FILE: &str = "chronicle.ron";

/// The other files: which records stand where.
const LIST_FILES: &[(&str, &str)] = &[
    ("sides.ron", "Side"),
    ("places.ron", "Place"),
    ("lines.ron", "Line"),
    ("actors.ron", "Actor"),
    ("sources.ron", "Source"),
    ("events/", "Event"),
    ("tracks/", "Track"),
    ("scenes.ron", "Scene"),
    ("spellings.ron", "Spelling"),
];

/// Read a chronicle from the files of its folder, in whatever order they come.
///
/// Files that are not `*.ron` are none of its business. Every problem is a diagnostic; nothing
/// panics and nothing is an error of the whole.
pub fn load(files: &[InputFile]) -> Loaded {
    load_with(files, &InTurn)
}

/// As [`load`], with the files' records read by a runner that may do several things at once.
///
/// What comes of it is the same.
pub fn load_with(files: &[InputFile], runner: &dyn Runner) -> Loaded {
    let mut log = Log::default();
    let whole = whole_from_files(&mut log, files, runner, Care::Haste);
    Loaded {
        chronicle: whole.map(|whole| whole.chronicle),
        diagnostics: in_order(log.diagnostics),
    }
}

/// What a careful second reader would ask about a chronicle's files: records that nothing names,
/// movements that are too fast, parts outside their whole, names spelled in two ways.
///
/// What [`load`] tells is not told again.
pub fn review(files: &[InputFile]) -> Vec<Diagnostic> {
    let mut log = Log::default();
    let Some(whole) = whole_from_files(&mut log, files, &InTurn, Care::Full) else {
        return Vec::new();
    };
    log.diagnostics.clear();
    review::review(&mut log, &whole.head, &whole.shelves, &whole.chronicle);
    in_order(log.diagnostics)
}

/// A chronicle with the records as they stand in the files.
struct Whole {
    head: Entry<ChronicleFile>,
    shelves: Shelves,
    chronicle: Chronicle,
}

fn in_order(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    diagnostics.dedup();
    diagnostics
}

/// Read the files, in haste first if that will do: nearly always nothing is wrong with them. If
/// anything is to be said, they are read again with full care.
fn whole_from_files(
    log: &mut Log,
    files: &[InputFile],
    runner: &dyn Runner,
    care: Care,
) -> Option<Whole> {
    read_texts(log, files);
    if care == Care::Haste && !log.has_said {
        log.in_haste = true;
        let whole = whole_from_texts(log, files, runner, Care::Haste);
        log.in_haste = false;
        if whole.is_some() && !log.has_said {
            return whole;
        }
    }
    whole_from_texts(log, files, runner, Care::Full)
}

fn whole_from_texts(
    log: &mut Log,
    files: &[InputFile],
    runner: &dyn Runner,
    care: Care,
) -> Option<Whole> {
    let head_file = log
        .files
        .iter()
        .position(|source| source.path == CHRONICLE_FILE);
    if let Some(file) = head_file
        && is_newer_format(log, file)
    {
        return None;
    }
    if head_file.is_none()
        && !files
            .iter()
            .any(|file| clean_path(&file.path) == CHRONICLE_FILE)
    {
        let hint = "a chronicle's folder holds a file of this name; its format is described in \
                    data/README.md";
        log.has_said = true;
        log.diagnostics.push(Diagnostic {
            severity: Severity::Error,
            file: CHRONICLE_FILE.to_owned(),
            line: 1,
            column: 1,
            record: None,
            field: None,
            message: "there is no such file in this folder".to_owned(),
            hint: Some(hint.to_owned()),
        });
    }
    let head = head_file.and_then(|file| read_head(log, file));
    let mut shelves = read_shelves(log, runner, care);
    shelves.check(log);
    let mut head = head?;
    check::check_chronicle(log, &mut head, &shelves.events);
    languages::check_languages(log, &head, &shelves);
    let chronicle = build::chronicle_from_records(log, &head, &mut shelves)?;
    Some(Whole {
        head,
        shelves,
        chronicle,
    })
}

/// Take in every file that can be read as text.
fn read_texts(log: &mut Log, files: &[InputFile]) {
    let mut files: Vec<&InputFile> = files.iter().collect();
    files.sort_by_key(|file| clean_path(&file.path));
    for file in files {
        let path = clean_path(&file.path);
        if !path.ends_with(".ron") {
            continue;
        }
        let bytes: &[u8] = file.content.as_deref().unwrap_or_default();
        let (text, broken_at) = match std::str::from_utf8(bytes) {
            Ok(text) => (text.to_owned(), None),
            // What stands before the first bad byte still tells line and column.
            Err(err) => {
                let good = bytes.get(..err.valid_up_to()).unwrap_or_default();
                (
                    String::from_utf8_lossy(good).into_owned(),
                    Some(err.valid_up_to()),
                )
            }
        };
        let source = SourceText::new(&path, &text);
        let without_mark = text.len() - source.text.len();
        log.files.push(source);
        let idx = log.files.len() - 1;
        let unreadable = match (&file.content, broken_at) {
            (Err(why), _) => Some((0, Note::from(format!("this file could not be read: {why}")))),
            (Ok(_), Some(byte)) => {
                let note = Note::from("this file is not UTF-8 text");
                let hint = "save it again with the encoding UTF-8";
                Some((byte.saturating_sub(without_mark), note.hint(hint)))
            }
            (Ok(_), None) => None,
        };
        if let Some((byte, note)) = unreadable {
            log.at_file(idx, byte, Severity::Error, note);
            log.files[idx].text.clear();
            log.files[idx].is_unreadable = true;
        } else if path != CHRONICLE_FILE && record_name(&path).is_none() {
            log.at_file(idx, 0, Severity::Warning, unknown_file(&path));
        }
    }
}

/// A path as this room compares it.
fn clean_path(path: &str) -> String {
    path.replace('\\', "/").trim_start_matches("./").to_owned()
}

/// Which records the file at a path holds.
fn record_name(path: &str) -> Option<&'static str> {
    let holds = |pattern: &str| match pattern.strip_suffix('/') {
        Some(_) => path.starts_with(pattern),
        None => path == pattern,
    };
    LIST_FILES
        .iter()
        .find(|(pattern, _)| holds(pattern))
        .map(|(_, name)| *name)
}

fn unknown_file(path: &str) -> Note {
    let note = Note::from("a chronicle has no file of this name, so it is not read");
    let first = path.split('/').next().unwrap_or_default();
    let known = LIST_FILES
        .iter()
        .map(|(pattern, _)| pattern.trim_end_matches('/'));
    let near = similar::nearest(
        first,
        known.chain([CHRONICLE_FILE, "events.ron", "tracks.ron"]),
    );
    match near {
        Some("events" | "events.ron") => note.hint("events stand in the folder `events/`"),
        Some("tracks" | "tracks.ron") => note.hint("tracks stand in the folder `tracks/`"),
        Some(near) if !path.contains('/') => note.hint(format!("did you mean `{near}`?")),
        _ => note.hint(
            "the files are chronicle.ron, sides.ron, places.ron, lines.ron, actors.ron, \
             sources.ron, scenes.ron, and any in events/ and tracks/",
        ),
    }
}

/// Whether `chronicle.ron` is of a format that this program cannot know, which is said then.
///
/// It is read before anything else, for everything else may have changed.
fn is_newer_format(log: &mut Log, file: usize) -> bool {
    let text = &log.files[file].text;
    let scan = scan_single(text);
    let Some(record) = scan.records.first() else {
        return false;
    };
    let Some(node) = record.find(text, "format") else {
        return false;
    };
    let span = record.nodes[node].span.clone();
    let Ok(format) = text[span.clone()].parse::<u32>() else {
        return false;
    };
    let note = if format > FORMAT {
        Note::from(format!(
            "this chronicle is of format {format}; this program reads up to {FORMAT}"
        ))
        .hint("update Salnamə")
    } else if format == 0 {
        Note::from("there is no format 0").hint(format!("write `format: {FORMAT}`"))
    } else {
        return false;
    };
    log.at_file(file, span.start, Severity::Error, note);
    true
}

/// Read `chronicle.ron`.
fn read_head(log: &mut Log, file: usize) -> Option<Entry<ChronicleFile>> {
    if log.files[file].is_unreadable {
        return None;
    }
    let reading = Reading::<ChronicleFile>::of_single(&log.files[file].text);
    let mut entries = entries_from_reading(log, file, reading);
    if entries.is_empty() {
        return None;
    }
    if let Some(second) = entries.get_mut(1) {
        log.error(
            &mut second.meta,
            "",
            "this file holds one record; this one is not read",
        );
    }
    let mut head = entries.swap_remove(0);
    if let Some(value) = &head.value {
        if value.format != FORMAT {
            // Written in some other way than with plain digits, which were looked at before.
            log.error(
                &mut head.meta,
                "format",
                "this is not a format that this program reads",
            );
        }
        shelf::check_id(log, &mut head.meta);
    }
    Some(head)
}

fn read_shelves(log: &mut Log, runner: &dyn Runner, care: Care) -> Shelves {
    let mut sides = unread::<SideFile>(log);
    let mut places = unread::<PlaceFile>(log);
    let mut lines = unread::<LineFile>(log);
    let mut actors = unread::<ActorFile>(log);
    let mut sources = unread::<SourceFile>(log);
    let mut events = unread::<EventFile>(log);
    let mut tracks = unread::<TrackFile>(log);
    let mut scenes = unread::<SceneFile>(log);
    let mut spellings = unread::<SpellingFile>(log);
    // The longest come first, so that no processor is left with one of them at the end.
    let tasks = reading::tasks(&log.files, care, &mut sources)
        .chain(reading::tasks(&log.files, care, &mut events))
        .chain(reading::tasks(&log.files, care, &mut tracks))
        .chain(reading::tasks(&log.files, care, &mut actors))
        .chain(reading::tasks(&log.files, care, &mut places))
        .chain(reading::tasks(&log.files, care, &mut lines))
        .chain(reading::tasks(&log.files, care, &mut scenes))
        .chain(reading::tasks(&log.files, care, &mut sides))
        .chain(reading::tasks(&log.files, care, &mut spellings));
    runner.run(tasks.collect());
    Shelves {
        sides: shelf_from_readings(log, sides),
        places: shelf_from_readings(log, places),
        lines: shelf_from_readings(log, lines),
        actors: shelf_from_readings(log, actors),
        sources: shelf_from_readings(log, sources),
        events: shelf_from_readings(log, events),
        tracks: shelf_from_readings(log, tracks),
        scenes: shelf_from_readings(log, scenes),
        spellings: shelf_from_readings(log, spellings),
    }
}

/// The files with records of this kind.
fn unread<T: RecordKind>(log: &Log) -> Vec<(usize, Option<Reading<T>>)> {
    let files = log.files.iter().enumerate();
    files
        .filter(|(_, source)| record_name(&source.path) == Some(T::NAME))
        .map(|(file, _)| (file, None))
        .collect()
}

fn shelf_from_readings<T: RecordKind>(
    log: &mut Log,
    files: Vec<(usize, Option<Reading<T>>)>,
) -> Shelf<T> {
    let mut entries = Vec::new();
    let mut has_lost_records = false;
    for (file, reading) in files {
        // What could not be read as text was no task.
        let Some(reading) = reading else {
            has_lost_records = true;
            continue;
        };
        has_lost_records |= reading.lost_records;
        log.has_said |= reading.needs_care;
        entries.extend(entries_from_reading(log, file, reading));
    }
    Shelf::new(log, T::WORD, entries, has_lost_records)
}

fn entries_from_reading<T: RecordKind>(
    log: &mut Log,
    file: usize,
    reading: Reading<T>,
) -> Vec<Entry<T>> {
    for fault in &reading.faults {
        let (message, hint) = explain::words_from_fault(&fault.kind, T::NAME);
        log.at_file(
            file,
            fault.at,
            Severity::Error,
            Note {
                message,
                hint,
                offset: 0,
            },
        );
    }
    reading
        .records
        .into_iter()
        .map(|(record, parsed)| Entry::read(log, file, record, parsed))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole, as text, read with this care; `None` if it had to be read again.
    fn read(files: &[InputFile], care: Care) -> Option<String> {
        let mut log = Log::default();
        read_texts(&mut log, files);
        log.in_haste = care == Care::Haste;
        let whole = whole_from_texts(&mut log, files, &InTurn, care)?;
        (!log.has_said).then(|| format!("{:?}", whole.chronicle.parts()))
    }

    #[test]
    fn haste_reads_the_same_as_care() {
        let files = crate::io::builtin_chronicle();
        let in_haste = read(&files, Care::Haste);
        assert!(in_haste.is_some());
        assert_eq!(in_haste, read(&files, Care::Full));
    }

    /// `ron` alone would take these, and nobody would learn that they are not well written.
    #[test]
    fn haste_gives_way_to_care() {
        let mut files = crate::io::builtin_chronicle();
        let sides = files.iter_mut().find(|file| file.path == "sides.ron");
        let sides = &mut sides.unwrap().content;
        let nameless = String::from_utf8(sides.clone().unwrap()).unwrap();
        *sides = Ok(nameless.replace("Side(", "(").into_bytes());
        assert_eq!(read(&files, Care::Haste), None);
    }
}
