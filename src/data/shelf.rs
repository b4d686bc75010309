//! Records of one kind as they come from the files, with their ids and what is said of them.

use super::diagnostic::{Diagnostic, Severity};
use super::parse::Parsed;
use super::scan::Record;
use super::schema::RecordKind;
use super::similar::nearest;
use super::text::SourceText;
use std::collections::HashMap;

/// Where a record stands and how it is called.
pub(super) struct Meta {
    /// Which of the files.
    pub file: usize,
    /// Its spans.
    pub record: Record,
    /// `event`, `place` and so on.
    pub word: &'static str,
    /// Its id; empty if none could be read.
    pub id: String,
    /// Fields of which nothing more should be said.
    pub silenced: Vec<String>,
    /// Whether it has an error, and so is left out.
    pub is_bad: bool,
}

impl Meta {
    /// Whether enough is said of the field at this path, of a part of it, or of what it is in.
    pub fn is_silenced(&self, path: &str) -> bool {
        let is_within = |inner: &str, outer: &str| {
            inner
                .strip_prefix(outer)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        let mut silenced = self.silenced.iter().filter(|_| !path.is_empty());
        silenced.any(|known| is_within(path, known) || is_within(known, path))
    }
}

/// Everything that is said of the files, with the files to point into.
#[derive(Default)]
pub(super) struct Log {
    pub files: Vec<SourceText>,
    pub diagnostics: Vec<Diagnostic>,
    /// Whether files are read in haste: then it is only noted that something is to be said, for
    /// nobody knows where.
    pub in_haste: bool,
    /// Whether something is to be said.
    pub has_said: bool,
}

/// What to say.
pub(super) struct Note {
    pub message: String,
    pub hint: Option<String>,
    /// How many bytes after the beginning of the value's text to look.
    pub offset: usize,
}

impl<T: Into<String>> From<T> for Note {
    fn from(message: T) -> Self {
        Self {
            message: message.into(),
            hint: None,
            offset: 0,
        }
    }
}

impl Note {
    /// With something to do about it.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self {
            hint: Some(hint.into()),
            ..self
        }
    }
}

impl Log {
    /// Say something of a file at a byte of it.
    pub fn at_file(&mut self, file: usize, byte: usize, severity: Severity, note: Note) {
        self.has_said = true;
        if self.in_haste {
            return;
        }
        let source = &self.files[file];
        let (line, column) = source.line_column(byte);
        self.diagnostics.push(Diagnostic {
            severity,
            file: source.path.clone(),
            line,
            column,
            record: None,
            field: None,
            message: note.message,
            hint: note.hint,
        });
    }

    /// Say that a record has an error, by which it is left out.
    pub fn error(&mut self, meta: &mut Meta, path: &str, note: impl Into<Note>) {
        meta.is_bad = true;
        self.say(meta, path, Severity::Error, note.into());
    }

    /// Say something of a record that does not keep it out.
    pub fn warning(&mut self, meta: &Meta, path: &str, note: impl Into<Note>) {
        self.say(meta, path, Severity::Warning, note.into());
    }

    /// Say something of a record, unless enough is said of it.
    pub fn say(&mut self, meta: &Meta, path: &str, severity: Severity, note: Note) {
        self.has_said = true;
        if self.in_haste || meta.is_silenced(path) {
            return;
        }
        let byte = self.byte_of(meta, path, note.offset);
        self.say_at(meta, path, byte, severity, note);
    }

    /// Say something of a record at a byte of its file.
    pub fn say_at(&mut self, meta: &Meta, path: &str, byte: usize, severity: Severity, note: Note) {
        self.has_said = true;
        if self.in_haste {
            return;
        }
        let (line, column) = self.files[meta.file].line_column(byte);
        self.diagnostics.push(Diagnostic {
            severity,
            file: self.files[meta.file].path.clone(),
            line,
            column,
            record: Some(name_of(meta)),
            field: (!path.is_empty()).then(|| path.to_owned()),
            message: note.message,
            hint: note.hint,
        });
    }

    /// The byte of the value at a path, or of the nearest thing around it that is written.
    fn byte_of(&self, meta: &Meta, path: &str, offset: usize) -> usize {
        let text = &self.files[meta.file].text;
        let mut path = path;
        let node = loop {
            match meta.record.find(text, path) {
                Some(node) => break node,
                None => path = path.rfind(['.', '[']).map_or("", |end| &path[..end]),
            }
        };
        let span = meta.record.nodes[node].span.clone();
        let written = &text[span.clone()];
        if offset == 0 && !written.starts_with('"') || path.is_empty() {
            return span.start;
        }
        // Only in a text without escapes do its bytes stand where they are written.
        let is_plain = written.starts_with('"') && !written.contains('\\');
        if is_plain && offset > 0 {
            (span.start + 1 + offset).min(span.end)
        } else {
            span.start
        }
    }

    /// Where a record begins, as `file:line`.
    pub fn spot(&self, meta: &Meta) -> String {
        if self.in_haste {
            return self.files[meta.file].path.clone();
        }
        let (line, _) = self.files[meta.file].line_column(meta.record.span().start);
        format!("{}:{line}", self.files[meta.file].path)
    }
}

/// How a record is called in messages.
fn name_of(meta: &Meta) -> String {
    match meta.id.as_str() {
        "" => meta.word.to_owned(),
        id => format!("{} `{id}`", meta.word),
    }
}

/// A record with what could be read of it.
pub(super) struct Entry<T> {
    pub meta: Meta,
    /// `None` if too little could be read; such a record is bad.
    pub value: Option<T>,
}

impl<T: RecordKind> Entry<T> {
    /// Take in a record that was parsed, and say what is wrong with its writing.
    pub fn read(log: &mut Log, file: usize, record: Record, parsed: Parsed<T>) -> Self {
        let text = &log.files[file].text;
        // An id of which `ron` could make nothing may still be known from its letters.
        let id = parsed.value.as_ref().map(|value| value.id().to_owned());
        let id = id
            .filter(|id| !id.is_empty())
            .unwrap_or_else(|| id_written(text, &record));
        let silenced = parsed.silenced;
        let is_bad = parsed.value.is_none();
        let mut meta = Meta {
            file,
            record,
            word: T::WORD,
            id,
            silenced,
            is_bad,
        };
        for problem in parsed.problems {
            meta.is_bad = true;
            let note = Note {
                message: problem.message,
                hint: problem.hint,
                offset: 0,
            };
            log.say_at(&meta, &problem.path, problem.at, Severity::Error, note);
        }
        Self {
            meta,
            value: parsed.value,
        }
    }
}

/// The id as it stands in the file, without its quotation marks; empty if there is none.
fn id_written(text: &str, record: &Record) -> String {
    let written = record
        .find(text, "id")
        .map(|node| &text[record.nodes[node].span.clone()]);
    let inner = written.and_then(|text| text.strip_prefix('"')?.strip_suffix('"'));
    inner.unwrap_or_default().to_owned()
}

/// All records of one kind.
pub(super) struct Shelf<T> {
    /// What one is called in messages.
    pub word: &'static str,
    pub entries: Vec<Entry<T>>,
    entry_by_id: HashMap<String, usize>,
    /// The position of each entry among those that stay.
    position: Vec<Option<usize>>,
    /// For entries that are left out: how often they are named, and where first.
    missed: HashMap<usize, (usize, String)>,
    /// Whether there may be records in the files that could not be found, so that an unknown id
    /// is no one's mistake.
    is_incomplete: bool,
}

impl<T> Shelf<T> {
    /// Put these records on a shelf, and say which ids stand twice or are none.
    pub fn new(
        log: &mut Log,
        word: &'static str,
        entries: Vec<Entry<T>>,
        has_lost_records: bool,
    ) -> Self {
        let is_nameless = |entry: &Entry<T>| entry.value.is_none() && entry.meta.id.is_empty();
        let is_incomplete = has_lost_records || entries.iter().any(is_nameless);
        let mut shelf = Self {
            word,
            entries,
            entry_by_id: HashMap::new(),
            position: Vec::new(),
            missed: HashMap::new(),
            is_incomplete,
        };
        for idx in 0..shelf.entries.len() {
            let id = shelf.entries[idx].meta.id.clone();
            if id.is_empty() {
                if shelf.entries[idx].value.is_some() {
                    log.error(&mut shelf.entries[idx].meta, "id", "the id is empty");
                }
                continue;
            }
            check_id(log, &mut shelf.entries[idx].meta);
            if let Some(&first) = shelf.entry_by_id.get(&id) {
                let first = log.spot(&shelf.entries[first].meta);
                let note = Note::from(format!("the id `{id}` stands twice"))
                    .hint(format!("the first is at {first}; give this one another id"));
                log.error(&mut shelf.entries[idx].meta, "id", note);
                continue;
            }
            shelf.entry_by_id.insert(id, idx);
        }
        shelf
    }

    /// The entry with an id, whether it stays or not.
    pub fn entry(&self, id: &str) -> Option<usize> {
        self.entry_by_id.get(id).copied()
    }

    /// Say that a record names something that is not on this shelf; `true` if it is.
    pub fn check_reference(&self, log: &mut Log, meta: &mut Meta, path: &str, id: &str) -> bool {
        if self.knows(id) {
            return true;
        }
        let note = self.unknown(id);
        log.error(meta, path, note);
        false
    }

    /// Whether a record has this id, or may have it.
    pub fn knows(&self, id: &str) -> bool {
        self.is_incomplete || self.entry_by_id.contains_key(id)
    }

    /// What to say of an id that nothing here has.
    pub fn unknown(&self, id: &str) -> Note {
        let note = Note::from(format!("no {} `{id}`", self.word));
        match nearest(id, self.entry_by_id.keys().map(String::as_str)) {
            Some(near) => note.hint(format!("did you mean `{near}`?")),
            None if self.entry_by_id.is_empty() => {
                note.hint(format!("the chronicle has no {}s", self.word))
            }
            None => note,
        }
    }

    /// Number the records that stay.
    pub fn settle(&mut self) {
        let mut num_kept = 0;
        self.position.clear();
        for entry in &self.entries {
            let stays = !entry.meta.is_bad && entry.value.is_some();
            self.position.push(stays.then_some(num_kept));
            num_kept += usize::from(stays);
        }
    }

    /// The position of a record among those that stay; one that is left out is remembered as
    /// missed by `who`.
    pub fn resolve(&mut self, id: &str, log: &Log, who: &Meta) -> Option<usize> {
        let entry = self.entry(id)?;
        let position = self.position.get(entry).copied().flatten();
        if position.is_none() {
            let spot = log.spot(who);
            self.missed.entry(entry).or_insert((0, spot)).0 += 1;
        }
        position
    }

    /// Say of each record that is left out who names it.
    pub fn tell_missed(&self, log: &mut Log) {
        let mut missed: Vec<_> = self.missed.iter().collect();
        missed.sort();
        for (&entry, (num_uses, first)) in missed {
            let more = match num_uses - 1 {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            let note = format!(
                "this {} is left out, and so it is missing where others name it: {first}{more}",
                self.word
            );
            log.warning(&self.entries[entry].meta, "", note);
        }
    }
}

/// Ids stand in links and file names, and are compared letter by letter.
pub(super) fn check_id(log: &mut Log, meta: &mut Meta) {
    let is_good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if meta.id.chars().all(is_good) && !meta.id.starts_with('-') {
        return;
    }
    let first_bad = meta.id.find(|c| !is_good(c)).unwrap_or_default();
    let note = Note::from("an id is made of the letters a–z, digits and hyphens");
    let note = note.hint(format!("write `{}`", id_from_text(&meta.id)));
    log.error(
        meta,
        "id",
        Note {
            offset: first_bad,
            ..note
        },
    );
}

/// A good id that looks like this text.
fn id_from_text(text: &str) -> String {
    let mut id = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => id.push(letter),
            'ə' => id.push('e'),
            'ı' => id.push('i'),
            'ö' => id.push('o'),
            'ü' => id.push('u'),
            'ç' => id.push('c'),
            'ş' => id.push('s'),
            'ğ' => id.push('g'),
            '\u{307}' => {}
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() {
        "a-short-name".to_owned()
    } else {
        id.to_owned()
    }
}
