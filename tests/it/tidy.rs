//! Rules about the source tree that the compiler does not hold: who may use whom, where colours
//! live, what every file looks like, and that the four languages say the same things.
//!
//! Every rule is a pure function from texts to findings, so that the self-tests at the end can feed
//! it a bad snippet and see it object. Comments and strings are taken out by [`Lexed`] first, and
//! so is code under `#[cfg(test)]` where a rule is about what ships.
//!
//! This is a reader of tokens, not of Rust: a macro that builds a path, or an alias such as
//! `use crate::state as s`, gets past it. It is here for accidents, not for adversaries.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{fmt, fs, io};

// ---------------------------------------------------------------------------------------------
// The tables
// ---------------------------------------------------------------------------------------------

/// One room of the program: a folder or file directly under `src`.
struct Room {
    name: &'static str,
    /// Rooms it may use, itself aside; `state::session` means that part of `state` only.
    may_use: &'static [&'static str],
    /// Names it may not mention, see [`mentions`].
    may_not_mention: &'static [&'static [&'static str]],
}

/// The screen. A core room that knows it could not be tested, exported or reused without it.
const SCREEN: &[&str] = &[
    "egui",
    "eframe",
    "egui_plot",
    "epaint",
    "emath",
    "ecolor",
    "walkers",
    "winit",
    "wgpu",
];

/// The outside world: files, threads, clocks, the network, other processes.
const WORLD: &[&str] = &[
    "std::fs",
    "std::net",
    "std::process",
    "std::thread",
    "Instant",
    "SystemTime",
    "rfd",
    "reqwest",
];

/// What would let a view change something, or wait for something, while it draws.
const SIDE_EFFECTS: &[&str] = &[
    "state::apply",
    "mut State",
    "std::fs",
    "std::thread",
    "sleep",
    "reqwest",
];

/// Who may use whom, as section 2 of the architecture has it. What is not listed is forbidden.
/// `locale` is a core room too: the languages of the interface, for all who speak to people.
const ROOMS: &[Room] = &[
    Room {
        name: "time",
        may_use: &[],
        may_not_mention: &[SCREEN, WORLD],
    },
    Room {
        name: "geo",
        may_use: &[],
        may_not_mention: &[SCREEN, WORLD],
    },
    Room {
        name: "model",
        may_use: &["time", "geo"],
        may_not_mention: &[SCREEN, WORLD],
    },
    Room {
        name: "data",
        may_use: &["model", "geo", "time"],
        may_not_mention: &[SCREEN, WORLD],
    },
    Room {
        name: "locale",
        may_use: &["model", "time"],
        may_not_mention: &[SCREEN, WORLD],
    },
    Room {
        name: "excerpt",
        may_use: &["model", "geo", "time", "locale"],
        may_not_mention: &[SCREEN, WORLD],
    },
    Room {
        name: "interchange",
        may_use: &["model", "geo", "time", "locale"],
        may_not_mention: &[SCREEN, WORLD],
    },
    Room {
        name: "state",
        may_use: &["model", "geo", "time", "locale"],
        may_not_mention: &[SCREEN, WORLD],
    },
    Room {
        name: "theme",
        may_use: &["state::ThemeId", "time", "locale"],
        may_not_mention: &[WORLD],
    },
    Room {
        name: "widget",
        may_use: &["theme", "model", "time", "locale"],
        may_not_mention: &[WORLD],
    },
    Room {
        name: "view",
        may_use: &["widget", "theme", "state", "model", "geo", "time", "locale"],
        may_not_mention: &[SIDE_EFFECTS],
    },
    Room {
        name: "render",
        may_use: &["view", "theme", "state", "model", "geo", "locale"],
        may_not_mention: &[],
    },
    Room {
        name: "io",
        may_use: &["data", "geo", "state::session", "locale"],
        may_not_mention: &[&["egui", "eframe", "egui_plot", "epaint", "emath", "ecolor"]],
    },
    Room {
        name: "app",
        may_use: &[
            "view", "render", "io", "state", "data", "theme", "model", "geo", "time", "locale",
        ],
        may_not_mention: &[],
    },
    Room {
        name: "cli",
        may_use: &[
            "app",
            "render",
            "io",
            "data",
            "excerpt",
            "interchange",
            "state",
            "model",
            "time",
            "locale",
        ],
        may_not_mention: &[],
    },
    Room {
        name: "main",
        may_use: &["cli"],
        may_not_mention: &[SCREEN],
    },
];

/// Colours and sizes of text are made here and nowhere else.
const OWNER_OF_LOOKS: &str = "src/theme";

/// What makes a colour or a size of text out of nothing.
const LOOKS: &[&str] = &[
    "Color32::from_*",
    "FontId::new",
    "FontId::proportional",
    "FontId::monospace",
];

/// What may lie at the top of the repository beside hidden files.
const TOP_LEVEL: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "assets",
    "data",
    "src",
    "target",
    "tests",
];

/// Longest line of Rust, in characters, not counting what stands inside strings.
const MAX_LINE_CHARS: usize = 100;

/// Folders of one machine; cut in two so that this file does not contain them.
const MACHINE_PATHS: &[&str] = &[
    concat!("/t", "mp/"),
    concat!("/w", "ork/"),
    concat!("/r", "oot/"),
];

/// The languages of the interface; the first one is what the others are compared with.
const LANGUAGES: [&str; 4] = ["en", "az", "ru", "tr"];

/// Messages whose ids are put together while running, so that no literal names them in full:
/// the beginning of the id, and who puts it together.
const MESSAGE_FAMILIES: &[(&str, &str)] = &[
    ("busy-", "the name of the background job"),
    ("count-", "the kind of count"),
    ("grouping-", "the way of making lanes"),
    ("kind-", "the kind of event"),
    ("month-", "the number of the month"),
    ("ordinal-", "the number"),
    ("place-", "the kind of place"),
    ("relation-", "the kind and the direction of the relation"),
    ("season-", "the number of the season"),
    ("speed-", "the speed"),
    ("status-", "the status"),
    ("weekday-", "the number of the day"),
];

// ---------------------------------------------------------------------------------------------
// Findings
// ---------------------------------------------------------------------------------------------

/// One broken rule at one place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    path: String,
    /// Counted from 1; 0 for the file as a whole.
    line: usize,
    text: String,
}

impl Finding {
    fn new(path: &str, line: usize, text: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line,
            text: text.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.text),
            line => write!(f, "{}:{line}: {}", self.path, self.text),
        }
    }
}

/// All findings in order, one on a line, empty if there is none.
fn report(mut findings: Vec<Finding>) -> String {
    findings.sort();
    findings.dedup();
    findings.iter().fold(String::new(), |mut text, finding| {
        writeln!(text, "{finding}").ok();
        text
    })
}

fn assert_none(findings: Vec<Finding>) {
    let num_findings = findings.len();
    let report = report(findings);
    assert!(report.is_empty(), "{num_findings} findings:\n{report}");
}

// ---------------------------------------------------------------------------------------------
// Reading the tree
// ---------------------------------------------------------------------------------------------

/// A text file: its path from the top of the repository, with `/`, and what it holds.
struct TextFile {
    path: String,
    text: String,
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All text files at or below `path`, sorted; files that are not UTF-8 are pictures, fonts or
/// archives and are left out. What is not there is an error that names it.
fn text_files(path: &str) -> io::Result<Vec<TextFile>> {
    let mut files = Vec::new();
    collect_text_files(path, &mut files)
        .map_err(|err| io::Error::new(err.kind(), format!("{path} cannot be read: {err}")))?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn collect_text_files(path: &str, files: &mut Vec<TextFile>) -> io::Result<()> {
    let on_disk = top().join(path);
    if !fs::metadata(&on_disk)?.is_dir() {
        if let Ok(text) = String::from_utf8(fs::read(&on_disk)?) {
            files.push(TextFile {
                path: path.to_owned(),
                text,
            });
        }
        return Ok(());
    }
    for entry in fs::read_dir(&on_disk)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        // `target`: of the fuzz targets, which are a package of their own.
        if name != "target" {
            collect_text_files(&format!("{path}/{name}"), files)?;
        }
    }
    Ok(())
}

fn rust_files(path: &str) -> io::Result<Vec<TextFile>> {
    let mut files = text_files(path)?;
    files.retain(|file| file.path.ends_with(".rs"));
    assert!(
        !files.is_empty(),
        "{path} holds no Rust: the rules would hold for nothing"
    );
    Ok(files)
}

/// Runs a rule about one file over many.
fn each(files: &[TextFile], rule: impl Fn(&str, &str) -> Vec<Finding>) -> Vec<Finding> {
    files
        .iter()
        .flat_map(|file| rule(&file.path, &file.text))
        .collect()
}

/// The room a file of `src` belongs to: `view` for `src/view/map/tiles.rs` and for `src/view.rs`.
fn room_name(path: &str) -> Option<&str> {
    let below = path.strip_prefix("src/")?;
    let first = below.split('/').next()?;
    Some(first.strip_suffix(".rs").unwrap_or(first))
}

/// Whether a file of `src` holds nothing but tests: `tests.rs`, or anything in a folder `tests`.
fn is_test_file(path: &str) -> bool {
    path.starts_with("src/")
        && path
            .split('/')
            .any(|part| part == "tests.rs" || part == "tests")
}

// ---------------------------------------------------------------------------------------------
// The lexer
// ---------------------------------------------------------------------------------------------

/// What a character of a Rust file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// Code, the quotes and prefixes of strings included.
    Code,
    /// A comment or doc comment, with its slashes.
    Comment,
    /// What stands between the quotes of a string or character.
    Text,
}

/// A Rust file with every character classified.
struct Lexed {
    chars: Vec<char>,
    classes: Vec<Class>,
}

impl Lexed {
    fn new(source: &str) -> Self {
        let chars: Vec<char> = source.chars().collect();
        let classes = vec![Class::Code; chars.len()];
        let mut lexed = Self { chars, classes };
        let mut idx = 0;
        while idx < lexed.chars.len() {
            idx = lexed.classify_from(idx);
        }
        lexed
    }

    fn at(&self, idx: usize) -> char {
        self.chars.get(idx).copied().unwrap_or('\0')
    }

    fn mark(&mut self, from: usize, to: usize, class: Class) {
        let to = to.min(self.classes.len());
        if from < to {
            self.classes[from..to].fill(class);
        }
    }

    /// Classifies the token at `start` and gives where the next one begins.
    fn classify_from(&mut self, start: usize) -> usize {
        match self.at(start) {
            '/' if self.at(start + 1) == '/' => self.line_comment(start),
            '/' if self.at(start + 1) == '*' => self.block_comment(start),
            '"' => self.quoted(start, '"'),
            // `'a'` and `'\n'` are characters, `'a` alone is a lifetime.
            '\'' if self.at(start + 1) == '\\' || self.at(start + 2) == '\'' => {
                self.quoted(start, '\'')
            }
            c if is_ident_char(c) => self.ident_or_raw_string(start),
            _ => start + 1,
        }
    }

    fn line_comment(&mut self, start: usize) -> usize {
        let mut end = start;
        while end < self.chars.len() && self.at(end) != '\n' {
            end += 1;
        }
        self.mark(start, end, Class::Comment);
        end
    }

    /// Block comments nest.
    fn block_comment(&mut self, start: usize) -> usize {
        let mut depth = 0;
        let mut end = start;
        while end < self.chars.len() {
            match (self.at(end), self.at(end + 1)) {
                ('/', '*') => {
                    depth += 1;
                    end += 2;
                }
                ('*', '/') => {
                    depth -= 1;
                    end += 2;
                }
                _ => end += 1,
            }
            if depth == 0 {
                break;
            }
        }
        self.mark(start, end, Class::Comment);
        end
    }

    fn quoted(&mut self, start: usize, quote: char) -> usize {
        let mut end = start + 1;
        while end < self.chars.len() && self.at(end) != quote {
            end += if self.at(end) == '\\' { 2 } else { 1 };
        }
        self.mark(start + 1, end, Class::Text);
        end + 1
    }

    fn ident_or_raw_string(&mut self, start: usize) -> usize {
        let mut end = start;
        while is_ident_char(self.at(end)) {
            end += 1;
        }
        let ident: String = self.chars[start..end].iter().collect();
        let mut quote = end;
        while self.at(quote) == '#' {
            quote += 1;
        }
        let is_raw_string = matches!(ident.as_str(), "r" | "br" | "cr") && self.at(quote) == '"';
        if !is_raw_string {
            return end;
        }
        let num_hashes = quote - end;
        let mut close = quote + 1;
        while close < self.chars.len() {
            let hashes = (1..=num_hashes).all(|offset| self.at(close + offset) == '#');
            if self.at(close) == '"' && hashes {
                break;
            }
            close += 1;
        }
        self.mark(quote + 1, close, Class::Text);
        close + 1 + num_hashes
    }

    /// The source with all but code blanked; every line and column stays where it was.
    fn code(&self) -> String {
        self.only(Class::Code)
    }

    fn only(&self, class: Class) -> String {
        let blank = |(&c, &of): (&char, &Class)| if of == class || c == '\n' { c } else { ' ' };
        self.chars.iter().zip(&self.classes).map(blank).collect()
    }

    /// Every string that is not empty: its line, the code before its quote on which it leans, and
    /// the text as written, escapes not resolved.
    fn strings(&self) -> Vec<StringLiteral> {
        let mut found = Vec::new();
        let mut idx = 0;
        let mut line = 1;
        while idx < self.chars.len() {
            if self.classes[idx] == Class::Text {
                let start = idx;
                while idx < self.chars.len() && self.classes[idx] == Class::Text {
                    idx += 1;
                }
                let text: String = self.chars[start..idx].iter().collect();
                let num_lines = text.matches('\n').count();
                found.push(StringLiteral {
                    line,
                    callee: self.callee_before(start),
                    text,
                });
                line += num_lines;
            } else {
                line += usize::from(self.chars[idx] == '\n');
                idx += 1;
            }
        }
        found
    }

    /// `tr` for the first argument of `….tr("` and `….tr(r#"`; empty if no call stands there.
    fn callee_before(&self, text_start: usize) -> String {
        let before = &self.chars[..text_start];
        let before = trim_end(before, |c| matches!(c, '"' | '#' | 'r'));
        let before = trim_end(before, char::is_whitespace);
        let Some(('(', before)) = before.split_last().map(|(&last, before)| (last, before)) else {
            return String::new();
        };
        before[trim_end(before, is_ident_char).len()..]
            .iter()
            .collect()
    }
}

struct StringLiteral {
    line: usize,
    callee: String,
    text: String,
}

fn trim_end(chars: &[char], is_trimmed: impl Fn(char) -> bool) -> &[char] {
    let num_kept = chars
        .iter()
        .rposition(|&c| !is_trimmed(c))
        .map_or(0, |idx| idx + 1);
    &chars[..num_kept]
}

fn is_ident_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Blanks every item under `#[cfg(test)]`, up to its closing brace or its semicolon.
fn without_test_items(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut kept = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(start) = rest.find(MARK) {
        let (before, item) = rest.split_at(start);
        let item_len = MARK.len() + item_len(&item[MARK.len()..]);
        let (item, after) = item.split_at(item_len);
        kept.push_str(before);
        kept.extend(item.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        rest = after;
    }
    kept + rest
}

/// Bytes up to the end of the first item of `code`.
fn item_len(code: &str) -> usize {
    let mut num_braces = 0_usize;
    let mut num_brackets = 0_usize;
    for (offset, c) in code.char_indices() {
        match c {
            '(' | '[' => num_brackets += 1,
            ')' | ']' => num_brackets = num_brackets.saturating_sub(1),
            '{' => num_braces += 1,
            '}' => {
                num_braces = num_braces.saturating_sub(1);
                if num_braces == 0 {
                    return offset + 1;
                }
            }
            ';' if num_braces == 0 && num_brackets == 0 => return offset + 1,
            _ => {}
        }
    }
    code.len()
}

/// The code that ships: no comments, no contents of strings, no test items.
fn shipped_code(path: &str, source: &str) -> String {
    if is_test_file(path) {
        return String::new();
    }
    without_test_items(&Lexed::new(source).code())
}

// ---------------------------------------------------------------------------------------------
// Paths
// ---------------------------------------------------------------------------------------------

/// A path as written in code, `use` trees spelled out: `use a::{b, c::d}` gives `a::b`, `a::c::d`.
/// A lone identifier is a path of one segment.
#[derive(Debug, PartialEq, Eq)]
struct CodePath {
    line: usize,
    segments: Vec<String>,
    /// Whether `mut` stands before it.
    is_mut: bool,
}

fn code_paths(code: &str) -> Vec<CodePath> {
    let mut reader = PathReader {
        chars: code.chars().collect(),
        idx: 0,
        line: 1,
        found: vec![],
    };
    let mut was_mut = false;
    while reader.idx < reader.chars.len() {
        if is_ident_char(reader.peek(0)) {
            let num_before = reader.found.len();
            reader.read_tree(&[]);
            for path in &mut reader.found[num_before..] {
                path.is_mut = was_mut;
            }
            was_mut = reader
                .found
                .last()
                .is_some_and(|path| path.segments == ["mut"]);
        } else {
            was_mut &= reader.peek(0).is_whitespace();
            reader.step();
        }
    }
    reader.found
}

struct PathReader {
    chars: Vec<char>,
    idx: usize,
    line: usize,
    found: Vec<CodePath>,
}

impl PathReader {
    fn peek(&self, offset: usize) -> char {
        self.chars.get(self.idx + offset).copied().unwrap_or('\0')
    }

    fn step(&mut self) {
        self.line += usize::from(self.peek(0) == '\n');
        self.idx += 1;
    }

    fn skip_space(&mut self) {
        while self.idx < self.chars.len() && self.peek(0).is_whitespace() {
            self.step();
        }
    }

    fn emit(&mut self, segments: Vec<String>) {
        self.found.push(CodePath {
            line: self.line,
            segments,
            is_mut: false,
        });
    }

    /// Reads one path, or one branch of a `use` tree whose trunk is `trunk`.
    fn read_tree(&mut self, trunk: &[String]) {
        let mut segments = trunk.to_vec();
        loop {
            let start = self.idx;
            while is_ident_char(self.peek(0)) {
                self.step();
            }
            segments.push(self.chars[start..self.idx].iter().collect());
            if (self.peek(0), self.peek(1)) != (':', ':') {
                return self.emit(segments);
            }
            self.step();
            self.step();
            self.skip_space();
            match self.peek(0) {
                '{' => return self.read_group(&segments),
                c if is_ident_char(c) => {}
                // A glob, or the angle bracket of a type argument.
                _ => return self.emit(segments),
            }
        }
    }

    fn read_group(&mut self, trunk: &[String]) {
        self.step();
        while self.idx < self.chars.len() {
            match self.peek(0) {
                '}' => return self.step(),
                c if is_ident_char(c) => {
                    self.read_tree(trunk);
                    // What is left before the next branch is a glob or `as name`.
                    while !matches!(self.peek(0), ',' | '}' | '\0') {
                        self.step();
                    }
                }
                '*' => {
                    self.emit(trunk.to_vec());
                    self.step();
                }
                _ => self.step(),
            }
        }
    }
}

/// Whether a path mentions a word of the tables:
/// `egui` is any segment, `std::fs` two in a row, `Color32::from_*` the beginning of the last one,
/// `mut State` a path after `mut` that ends so.
fn mentions(path: &CodePath, word: &str) -> bool {
    let (needs_mut, word) = match word.strip_prefix("mut ") {
        Some(word) => (true, word),
        None => (false, word),
    };
    if needs_mut {
        return path.is_mut && path.segments.last().is_some_and(|last| last == word);
    }
    let wanted: Vec<&str> = word.split("::").collect();
    path.segments.windows(wanted.len()).any(|window| {
        window
            .iter()
            .zip(&wanted)
            .all(|(segment, wanted)| match wanted.strip_suffix('*') {
                Some(start) => segment.starts_with(start),
                None => segment == wanted,
            })
    })
}

// ---------------------------------------------------------------------------------------------
// The rules
// ---------------------------------------------------------------------------------------------

/// A room uses only the rooms that the table allows, and mentions nothing that it forbids.
fn layers(path: &str, source: &str) -> Vec<Finding> {
    let Some(name) = room_name(path) else {
        return Vec::new();
    };
    // The root of the library lists the rooms, that is all it does.
    if name == "lib" {
        return Vec::new();
    }
    let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
        return vec![Finding::new(
            path,
            0,
            format!("`{name}` is not in the table of rooms"),
        )];
    };
    let mut findings = Vec::new();
    for code_path in code_paths(&shipped_code(path, source)) {
        if let Some(text) = forbidden_room(path, room, &code_path.segments) {
            findings.push(Finding::new(path, code_path.line, text));
        }
        for word in room.may_not_mention.iter().copied().flatten() {
            if mentions(&code_path, word) {
                let text = format!("`{name}` may not mention `{word}`");
                findings.push(Finding::new(path, code_path.line, text));
            }
        }
    }
    findings
}

/// What is wrong with a path that starts at the root of the crate, if it does and anything is.
fn forbidden_room(path: &str, room: &Room, segments: &[String]) -> Option<String> {
    let below_root = match segments.first()?.as_str() {
        "crate" => &segments[1..],
        "salname" if room.name == "main" => &segments[1..],
        "super" => below_root_through_super(path, segments)?,
        _ => return None,
    };
    let used = below_root.first()?;
    if used == room.name {
        return None;
    }
    let is_allowed = room.may_use.iter().any(|allowed| {
        let allowed: Vec<&str> = allowed.split("::").collect();
        below_root.len() >= allowed.len() && below_root.iter().zip(&allowed).all(|(a, b)| a == b)
    });
    let written = below_root.join("::");
    (!is_allowed).then(|| format!("`{}` may not use `{written}`", room.name))
}

/// `super::super::model` from `src/view/map.rs` is `crate::model` by another way.
fn below_root_through_super<'a>(path: &str, segments: &'a [String]) -> Option<&'a [String]> {
    let module = path.trim_end_matches("/mod.rs").trim_end_matches(".rs");
    let depth = module.split('/').count() - 1;
    let num_supers = segments
        .iter()
        .take_while(|segment| *segment == "super")
        .count();
    let below_root = &segments[num_supers..];
    let is_room = ROOMS
        .iter()
        .any(|room| below_root.first().is_some_and(|it| it == room.name));
    (num_supers >= depth && is_room).then_some(below_root)
}

/// Only `locale` reads the texts of the interface.
fn locale_files_have_one_reader(path: &str, source: &str) -> Vec<Finding> {
    if room_name(path) == Some("locale") {
        return Vec::new();
    }
    let names_texts = |text: &str| text.contains("locales/") || text.ends_with(".ftl");
    let text = "only `locale` reads the texts of the interface";
    Lexed::new(source)
        .strings()
        .iter()
        .filter(|string| names_texts(&string.text))
        .map(|string| Finding::new(path, string.line, text))
        .collect()
}

/// Colours and sizes of text come from the theme.
fn looks(path: &str, source: &str) -> Vec<Finding> {
    if path.starts_with(&format!("{OWNER_OF_LOOKS}/")) || path == format!("{OWNER_OF_LOOKS}.rs") {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for code_path in code_paths(&shipped_code(path, source)) {
        for word in LOOKS.iter().filter(|word| mentions(&code_path, word)) {
            let text = format!("`{word}` belongs in {OWNER_OF_LOOKS}");
            findings.push(Finding::new(path, code_path.line, text));
        }
    }
    findings
}

/// Nothing lies at the top of the repository that has no place there.
fn top_level<'a>(names: impl Iterator<Item = &'a str>) -> Vec<Finding> {
    names
        .filter(|name| !name.starts_with('.') && !TOP_LEVEL.contains(name))
        .map(|name| Finding::new(name, 0, "has no place at the top level"))
        .collect()
}

/// Line length, tabs, white space at the end of a line, and the words at the beginning of a file.
fn file_form(path: &str, source: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !source.starts_with("//!") && !is_test_file(path) {
        findings.push(Finding::new(
            path,
            1,
            "begins without `//!` saying what it is",
        ));
    }
    let lexed = Lexed::new(source);
    let mut chars = lexed.chars.iter().zip(&lexed.classes).peekable();
    let mut line = 0;
    while chars.peek().is_some() {
        line += 1;
        let of_line: Vec<(char, Class)> = chars
            .by_ref()
            .map(|(&c, &class)| (c, class))
            .take_while(|it| it.0 != '\n')
            .collect();
        let num_chars = of_line.iter().filter(|it| it.1 != Class::Text).count();
        if num_chars > MAX_LINE_CHARS {
            let text = format!("{num_chars} characters, at most {MAX_LINE_CHARS} are allowed");
            findings.push(Finding::new(path, line, text));
        }
        if of_line
            .iter()
            .any(|&it| it.0 == '\t' && it.1 != Class::Text)
        {
            findings.push(Finding::new(path, line, "tab"));
        }
        if of_line
            .last()
            .is_some_and(|it| it.0.is_whitespace() && it.1 != Class::Text)
        {
            findings.push(Finding::new(
                path,
                line,
                "white space at the end of the line",
            ));
        }
    }
    findings
}

/// No file knows the machine it was written on.
fn machine_paths(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line_idx, line) in text.lines().enumerate() {
        for machine_path in MACHINE_PATHS {
            // Behind a letter, digit or dot it is the middle of a longer path or of an address.
            let is_found = line.match_indices(machine_path).any(|(offset, _)| {
                !line[..offset].ends_with(|c: char| is_ident_char(c) || matches!(c, '.' | '-'))
            });
            if is_found {
                let text = format!("mentions `{machine_path}`, a folder of one machine");
                findings.push(Finding::new(path, line_idx + 1, text));
            }
        }
    }
    findings
}

// ---------------------------------------------------------------------------------------------
// The texts of the interface
// ---------------------------------------------------------------------------------------------

/// A message of a Fluent file.
#[derive(Debug, Default)]
struct Message {
    line: usize,
    /// `$names`, attributes and variants included.
    variables: BTreeSet<String>,
    attributes: BTreeSet<String>,
    /// Other messages it quotes.
    references: BTreeSet<String>,
}

/// The messages of one language, by id. Terms (`-name`) are left out: which of them a language
/// needs is its own affair.
struct Messages {
    path: String,
    by_id: BTreeMap<String, Message>,
    /// Ids that stand there twice.
    repeated: Vec<Finding>,
}

/// The id or attribute that a line defines, and what stands behind its equals sign.
fn definition(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once('=')?;
    let name = name.trim_end();
    let bare = name.strip_prefix(['-', '.']).unwrap_or(name);
    let is_name = bare.starts_with(|c: char| c.is_ascii_alphabetic())
        && bare
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    is_name.then_some((name, value))
}

impl Messages {
    fn new(path: &str, text: &str) -> Self {
        let mut messages = Self {
            path: path.to_owned(),
            by_id: BTreeMap::new(),
            repeated: Vec::new(),
        };
        // The message that the lines belong to; none within a term.
        let mut current: Option<String> = None;
        for (line_idx, line) in text.lines().enumerate() {
            if line.starts_with('#') {
                continue;
            }
            let is_continued = line.starts_with([' ', '}']) || line.is_empty();
            let Some((name, value)) = definition(line.trim_start()) else {
                messages.read_value(current.as_deref(), line);
                continue;
            };
            match name.strip_prefix('.') {
                Some(attribute) if is_continued => {
                    if let Some(message) = messages.message_mut(current.as_deref()) {
                        message.attributes.insert(attribute.to_owned());
                    }
                    messages.read_value(current.as_deref(), value);
                }
                _ if is_continued => messages.read_value(current.as_deref(), line),
                _ => {
                    let is_term = name.starts_with('-');
                    current = (!is_term).then(|| messages.begin(name, line_idx + 1));
                    messages.read_value(current.as_deref(), value);
                }
            }
        }
        messages
    }

    fn message_mut(&mut self, id: Option<&str>) -> Option<&mut Message> {
        self.by_id.get_mut(id?)
    }

    fn begin(&mut self, id: &str, line: usize) -> String {
        let message = Message {
            line,
            ..Message::default()
        };
        if self.by_id.insert(id.to_owned(), message).is_some() {
            self.repeated.push(Finding::new(
                &self.path,
                line,
                format!("`{id}` stands here twice"),
            ));
        }
        id.to_owned()
    }

    /// Notes the variables and messages that stand in the placeables of a line.
    fn read_value(&mut self, id: Option<&str>, value: &str) {
        let Some(message) = self.message_mut(id) else {
            return;
        };
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        for after in value.split('$').skip(1) {
            let name: String = after.chars().take_while(|&c| is_name(c)).collect();
            message.variables.insert(name);
        }
        for after in value.split('{').skip(1) {
            let name: String = after
                .trim_start()
                .chars()
                .take_while(|&c| is_name(c))
                .collect();
            message.references.insert(name);
        }
    }
}

/// Every language has the messages of the first one, with the same variables and attributes.
fn languages_agree(languages: &[Messages]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = languages
        .iter()
        .flat_map(|messages| messages.repeated.iter().cloned())
        .collect();
    let Some((model, others)) = languages.split_first() else {
        return findings;
    };
    for other in others {
        for id in model
            .by_id
            .keys()
            .filter(|id| !other.by_id.contains_key(*id))
        {
            findings.push(Finding::new(&other.path, 0, format!("`{id}` is missing")));
        }
        for (id, message) in &other.by_id {
            let Some(expected) = model.by_id.get(id) else {
                let text = format!("`{id}` is not in {}", model.path);
                findings.push(Finding::new(&other.path, message.line, text));
                continue;
            };
            for (what, expected, found) in [
                ("variables", &expected.variables, &message.variables),
                ("attributes", &expected.attributes, &message.attributes),
            ] {
                if expected != found {
                    let text = format!("`{id}` has the {what} {found:?}, expected {expected:?}");
                    findings.push(Finding::new(&other.path, message.line, text));
                }
            }
        }
    }
    findings
}

/// Every message that the program asks for exists, and every message is asked for by someone.
fn messages_are_used(
    model: &Messages,
    families: &[(&str, &str)],
    sources: &[TextFile],
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut named = BTreeSet::new();
    for file in sources.iter().filter(|file| !is_test_file(&file.path)) {
        let lexed = Lexed::new(&file.source_without_tests());
        for string in lexed.strings() {
            let is_asked_for = matches!(string.callee.as_str(), "tr" | "tr_with");
            if is_asked_for && !model.by_id.contains_key(&string.text) {
                let text = format!("`{}` is not in {}", string.text, model.path);
                findings.push(Finding::new(&file.path, string.line, text));
            }
            named.insert(string.text);
        }
    }
    for message in model.by_id.values() {
        named.extend(message.references.iter().cloned());
    }
    for (id, message) in &model.by_id {
        let is_of_family = families.iter().any(|(start, _)| id.starts_with(start));
        if !is_of_family && !named.contains(id) {
            let text = format!("`{id}` is not used in src");
            findings.push(Finding::new(&model.path, message.line, text));
        }
    }
    for (start, reason) in families {
        if !model.by_id.keys().any(|id| id.starts_with(start)) {
            let text = format!("no message begins with `{start}` ({reason})");
            findings.push(Finding::new(&model.path, 0, text));
        }
    }
    findings
}

impl TextFile {
    /// The source with the items under `#[cfg(test)]` blanked, comments and strings still there.
    fn source_without_tests(&self) -> String {
        let code = Lexed::new(&self.text).code();
        let kept = without_test_items(&code);
        // A character of code that is blank now was in a test item; blank what lies around it too.
        let mut is_test = false;
        let mut text = String::with_capacity(self.text.len());
        for ((original, code), kept) in self.text.chars().zip(code.chars()).zip(kept.chars()) {
            if !code.is_whitespace() {
                is_test = kept.is_whitespace();
            }
            text.push(if is_test && original != '\n' {
                ' '
            } else {
                original
            });
        }
        text
    }
}

// ---------------------------------------------------------------------------------------------
// The rules on our own tree
// ---------------------------------------------------------------------------------------------

#[test]
fn rooms_use_only_what_they_may() -> io::Result<()> {
    assert_none(each(&rust_files("src")?, layers));
    Ok(())
}

#[test]
fn only_locale_reads_the_texts_of_the_interface() -> io::Result<()> {
    assert_none(each(&rust_files("src")?, locale_files_have_one_reader));
    Ok(())
}

#[test]
fn colours_and_sizes_come_from_the_theme() -> io::Result<()> {
    assert_none(each(&rust_files("src")?, looks));
    Ok(())
}

#[test]
fn top_level_has_only_what_belongs_there() -> io::Result<()> {
    let mut names = Vec::new();
    for entry in fs::read_dir(top())? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    assert_none(top_level(names.iter().map(String::as_str)));
    Ok(())
}

#[test]
fn files_have_the_usual_form() -> io::Result<()> {
    let mut files = rust_files("src")?;
    files.extend(rust_files("tests")?);
    assert_none(each(&files, file_form));
    Ok(())
}

#[test]
fn no_file_knows_its_machine() -> io::Result<()> {
    let mut findings = Vec::new();
    for path in ["src", "assets", "data", "tests", "README.md", "Cargo.toml"] {
        findings.extend(each(&text_files(path)?, machine_paths));
    }
    assert_none(findings);
    Ok(())
}

#[test]
fn languages_say_the_same_things() -> io::Result<()> {
    let mut languages = Vec::new();
    for language in LANGUAGES {
        for file in text_files(&format!("assets/locales/{language}.ftl"))? {
            languages.push(Messages::new(&file.path, &file.text));
        }
    }
    assert_none(languages_agree(&languages));
    assert_none(messages_are_used(
        &languages[0],
        MESSAGE_FAMILIES,
        &rust_files("src")?,
    ));
    Ok(())
}

// ---------------------------------------------------------------------------------------------
// The rules on bad snippets: each can fail
// ---------------------------------------------------------------------------------------------

/// Expects exactly these findings, as `line: text`.
fn check(findings: Vec<Finding>, expected: &[&str]) {
    let found: Vec<String> = findings
        .iter()
        .map(|it| format!("{}: {}", it.line, it.text))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn lexer_tells_code_from_comments_and_strings() {
    let check = |source: &str, expected: &str| assert_eq!(Lexed::new(source).code(), expected);
    check("a // b\nc", "a     \nc");
    check("a /* b /* c */ d */ e", "a                   e");
    check(r#"f("a // b", 'c')"#, r#"f("      ", ' ')"#);
    check(r#"f("\"a\\", b)"#, r#"f("     ", b)"#);
    check(r#"('\'', '"', '\u{1F}', x)"#, r#"('  ', ' ', '      ', x)"#);
    check("fn f<'a>(s: &'a str) {}", "fn f<'a>(s: &'a str) {}");
    check(
        r##"r#"a " b"# + r"\" + br"c""##,
        r##"r#"     "# + r" " + br" ""##,
    );
    check("r#type + b'x' + bar\"y\"", "r#type + b' ' + bar\" \"");
    check("\"a\nb\" /* c\nd */ e", "\" \n \"     \n     e");
    // Ends in the middle of something: no panic, no endless loop.
    for cut in ["\"a", "'\\", "/* a", "r#\"a\"", "b'", "\"\\", "'"] {
        assert_eq!(Lexed::new(cut).code().chars().count(), cut.chars().count());
    }
}

#[test]
fn strings_know_the_call_they_are_given_to() {
    let lexed = Lexed::new("x.tr(\"a\");\nx.tr_with(\n    \"b\", &[(\"c\", d)]); tr(r#\"e\"#)");
    let found: Vec<_> = lexed
        .strings()
        .into_iter()
        .map(|it| (it.line, it.callee, it.text))
        .collect();
    let expected = [
        (1, "tr", "a"),
        (3, "tr_with", "b"),
        (3, "", "c"),
        (3, "tr", "e"),
    ];
    assert_eq!(
        found,
        expected.map(|(line, a, b)| (line, a.to_owned(), b.to_owned()))
    );
}

#[test]
fn test_items_are_taken_out() {
    let code = "a\n#[cfg(test)]\nmod tests { fn f() { b; } }\nc\n#[cfg(test)]\nmod tests;\nd";
    let kept = without_test_items(code);
    assert_eq!(kept.split_whitespace().collect::<Vec<_>>(), ["a", "c", "d"]);
    assert_eq!(kept.lines().count(), code.lines().count());
    assert_eq!(
        without_test_items("#[cfg(test)]\nfn f(a: [u8; 3]) {}\nb").trim(),
        "b"
    );
    assert_eq!(
        without_test_items("#[cfg(test)]\nuse a::{b, c};\nd")
            .replace(';', "")
            .trim(),
        "d"
    );
}

#[test]
fn use_trees_are_spelled_out() {
    let written = |code: &str| -> Vec<String> {
        code_paths(code)
            .iter()
            .map(|path| path.segments.join("::"))
            .collect()
    };
    assert_eq!(
        written("use a::{b, c::{self, D as E}, f::*};"),
        ["use", "a::b", "a::c::self", "a::c::D", "a::f"]
    );
    assert_eq!(written("x.y::<Z>::w()"), ["x", "y", "Z", "w"]);
    assert_eq!(written("pub(crate) fn"), ["pub", "crate", "fn"]);
    assert_eq!(
        code_paths("a\n\nb::\nc").last().map(|path| path.line),
        Some(4)
    );
}

#[test]
fn rule_on_rooms_can_fail() {
    let path = "src/state/apply.rs";
    check(
        layers(path, "use crate::model::Event;\nuse crate::state::Action;"),
        &[],
    );
    check(
        layers(
            path,
            "//! egui, std::fs\nlet a = \"std::thread\"; // Instant",
        ),
        &[],
    );
    check(
        layers(path, "use crate::data::load;"),
        &["1: `state` may not use `data::load`"],
    );
    check(
        layers(path, "use crate::{model::Id, view::{map, shell}};"),
        &[
            "1: `state` may not use `view::map`",
            "1: `state` may not use `view::shell`",
        ],
    );
    check(
        layers(path, "\nfn f() { crate::io::g() }"),
        &["2: `state` may not use `io::g`"],
    );
    check(
        layers(path, "use super::super::io;"),
        &["1: `state` may not use `io`"],
    );
    check(layers(path, "use super::io;"), &[]);
    check(
        layers(path, "let x = egui::Id::NULL;"),
        &["1: `state` may not mention `egui`"],
    );
    check(
        layers(path, "use std::{fs, fmt};"),
        &["1: `state` may not mention `std::fs`"],
    );
    check(
        layers(path, "x: Instant"),
        &["1: `state` may not mention `Instant`"],
    );
    check(
        layers(path, "#[cfg(test)]\nmod tests { use std::fs; }"),
        &[],
    );
    check(layers("src/state/tests.rs", "use std::fs;"), &[]);
    check(
        layers("src/blob/a.rs", ""),
        &["0: `blob` is not in the table of rooms"],
    );
    check(
        layers("src/io/a.rs", "use crate::state::session::File;"),
        &[],
    );
    check(
        layers("src/io/a.rs", "use crate::state::State;"),
        &["1: `io` may not use `state::State`"],
    );
    check(
        layers("src/main.rs", "salname::cli::run(); salname::app::run();"),
        &["1: `main` may not use `app::run`"],
    );
}

#[test]
fn rule_on_views_can_fail() {
    let path = "src/view/shell.rs";
    check(
        layers(
            path,
            "fn f(state: &State, ui: &mut Ui) { crate::state::Action::Stop; }",
        ),
        &[],
    );
    check(
        layers(path, "state::apply(s, c, a);"),
        &["1: `view` may not mention `state::apply`"],
    );
    check(
        layers(path, "fn f(s: &mut State)"),
        &["1: `view` may not mention `mut State`"],
    );
    check(
        layers(path, "s: &'a mut state::State"),
        &["1: `view` may not mention `mut State`"],
    );
    check(layers(path, "s: &mut StateOfButton"), &[]);
    check(
        layers(path, "std::thread::sleep(d)"),
        &[
            "1: `view` may not mention `std::thread`",
            "1: `view` may not mention `sleep`",
        ],
    );
    check(
        layers("src/widget/a.rs", "crate::state::State"),
        &["1: `widget` may not use `state::State`"],
    );
    check(
        layers("src/theme/a.rs", "crate::state::Zoom"),
        &["1: `theme` may not use `state::Zoom`"],
    );
}

#[test]
fn every_room_of_the_table_can_be_used_by_one_that_is_there() {
    for room in ROOMS {
        for used in room.may_use {
            let used = used.split("::").next().unwrap_or_default();
            assert!(
                ROOMS.iter().any(|it| it.name == used),
                "{} uses {used}",
                room.name
            );
        }
    }
}

#[test]
fn rule_on_locale_files_can_fail() {
    let source = "const EN: &str = include_str!(\"../../assets/locales/en.ftl\");";
    check(
        locale_files_have_one_reader("src/locale/mod.rs", source),
        &[],
    );
    check(
        locale_files_have_one_reader("src/view/a.rs", source),
        &["1: only `locale` reads the texts of the interface"],
    );
}

#[test]
fn rule_on_looks_can_fail() {
    let source = "let c = egui::Color32::from_rgb(1, 2, 3);\nlet f = FontId::new(12.0, x);";
    check(looks("src/theme/palette.rs", source), &[]);
    check(
        looks("src/view/a.rs", source),
        &[
            "1: `Color32::from_*` belongs in src/theme",
            "2: `FontId::new` belongs in src/theme",
        ],
    );
    check(
        looks("src/view/a.rs", "FontId::proportional(9.0)"),
        &["1: `FontId::proportional` belongs in src/theme"],
    );
    check(
        looks(
            "src/view/a.rs",
            "// Color32::from_rgb\nColor32::TRANSPARENT",
        ),
        &[],
    );
}

#[test]
fn rule_on_the_top_level_can_fail() {
    check(top_level([".ci", "src", "Cargo.toml"].into_iter()), &[]);
    check(
        top_level(["docs", "build.rs"].into_iter()),
        &[
            "0: has no place at the top level",
            "0: has no place at the top level",
        ],
    );
}

#[test]
fn rule_on_form_can_fail() {
    let long = "x".repeat(101);
    check(file_form("src/a.rs", "//! A.\nfn f() {}\n"), &[]);
    check(
        file_form("src/a.rs", "fn f() {}\n"),
        &["1: begins without `//!` saying what it is"],
    );
    check(file_form("src/a/tests.rs", "fn f() {}\n"), &[]);
    check(
        file_form("src/a.rs", &format!("//! A.\n// {long}\n")),
        &["2: 104 characters, at most 100 are allowed"],
    );
    check(
        file_form("src/a.rs", &format!("//! A.\nf(\"{long}\");\n")),
        &[],
    );
    check(
        file_form("src/a.rs", "//! A.\n\tf();\ng(); \nh(\"\t\n \n\");\n"),
        &["2: tab", "3: white space at the end of the line"],
    );
}

#[test]
fn rule_on_machine_paths_can_fail() {
    for machine_path in MACHINE_PATHS {
        let text = format!("a\nsee {machine_path}b and example.org{machine_path}");
        let expected = format!("2: mentions `{machine_path}`, a folder of one machine");
        check(machine_paths("README.md", &text), &[&expected]);
        check(
            machine_paths("README.md", &format!("example.org{machine_path}")),
            &[],
        );
    }
}

const EN: &str = "\
# Comment with $nothing = here
-brand = Salnamə
app-title = { -brand } · { $name }
play-button = Play
    .tooltip = Start at { $speed }
num-events = { $count ->
    [one] One event
   *[other] { $count } events = all
}
";

#[test]
fn messages_are_read() {
    let messages = Messages::new("en.ftl", EN);
    let ids: Vec<&str> = messages.by_id.keys().map(String::as_str).collect();
    assert_eq!(ids, ["app-title", "num-events", "play-button"]);
    let variables: Vec<String> = messages
        .by_id
        .values()
        .map(|it| format!("{:?}", it.variables))
        .collect();
    assert_eq!(variables, ["{\"name\"}", "{\"count\"}", "{\"speed\"}"]);
    assert!(messages.by_id["play-button"].attributes.contains("tooltip"));
    assert_eq!(messages.by_id["num-events"].line, 6);
}

#[test]
fn rule_on_languages_can_fail() {
    let model = Messages::new("en.ftl", EN);
    let same = Messages::new("az.ftl", EN);
    check(languages_agree(&[model, same]), &[]);
    let model = Messages::new("en.ftl", EN);
    let other = Messages::new(
        "tr.ftl",
        "app-title = x\nplay-button = y\nextra = z\nextra = z\n",
    );
    check(
        languages_agree(&[model, other]),
        &[
            "4: `extra` stands here twice",
            "0: `num-events` is missing",
            "1: `app-title` has the variables {}, expected {\"name\"}",
            "4: `extra` is not in en.ftl",
            "2: `play-button` has the variables {}, expected {\"speed\"}",
            "2: `play-button` has the attributes {}, expected {\"tooltip\"}",
        ],
    );
}

#[test]
fn rule_on_use_of_messages_can_fail() {
    let check = |families: &[(&str, &str)], source: &str, expected: &[&str]| {
        let model = Messages::new("en.ftl", EN);
        let file = TextFile {
            path: "src/view/a.rs".to_owned(),
            text: source.to_owned(),
        };
        check(messages_are_used(&model, families, &[file]), expected);
    };
    let all = "x.tr(\"app-title\"); x.tr_with(\"num-events\", y); let k = \"play-button\";";
    check(&[], all, &[]);
    check(
        &[],
        &format!("{all} x.tr(\"no-such\");"),
        &["1: `no-such` is not in en.ftl"],
    );
    check(
        &[],
        &format!("{all}\n#[cfg(test)]\nmod tests {{ x.tr(\"no-such\"); }}"),
        &[],
    );
    check(
        &[],
        "x.tr(\"app-title\"); x.tr(\"num-events\"); // \"play-button\"",
        &["4: `play-button` is not used in src"],
    );
    check(
        &[("play-", "buttons")],
        "x.tr(\"app-title\"); x.tr(\"num-events\");",
        &[],
    );
    check(
        &[("month-", "months")],
        all,
        &["0: no message begins with `month-` (months)"],
    );
}
