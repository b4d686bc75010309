//! Tokens → records and the spans of their fields, whatever state the text is in.
//!
//! `ron` stops at the first thing that it does not understand; this scan does not. It finds where
//! each record begins and ends, where each field of it stands, and what is wrong with brackets,
//! commas, colons and quotation marks. It works with a stack of its own, so that no nesting
//! overflows the program's.

use super::lex::{QuotesEnd, Token, TokenKind, tokens};
use std::ops::Range;

/// A fault of the writing, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Fault {
    pub kind: FaultKind,
    /// The byte at which a person should look.
    pub at: usize,
}

/// What is wrong with the writing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum FaultKind {
    /// A bracket that is never closed.
    UnclosedBracket(char),
    /// A closing bracket that closes nothing.
    StrayCloser(char),
    /// A text without its closing quotation mark.
    UnclosedQuote,
    /// `/*` without `*/`.
    UnclosedComment,
    /// No comma after this.
    MissingComma { after: String },
    /// A comma that separates nothing.
    StrayComma,
    /// A field's name without a colon.
    MissingColon { key: String },
    /// `az: "…", en: "…"` without brackets around it, in this field.
    LooseLanguages { key: String },
    /// `49,867` where `49.867` is meant.
    DecimalComma { meant: String },
    /// `=` where `:` is meant.
    EqualsForColon { key: String },
    /// `"name": …`, as in JSON.
    QuotedKey { key: String },
    /// A colon where none can be.
    StrayColon,
    /// A field without a value.
    MissingValue { key: String },
    /// Quotation marks inside a text.
    InnerQuotes,
    /// Something between or after the records.
    OutsideRecords { found: String },
    /// The file's list does not begin with `[`.
    NoListOpen,
    /// The file's list does not end with `]`.
    NoListClose,
    /// There is nothing in the file.
    Empty,
}

/// No more faults than this are kept of one record, and of what stands between records: after
/// so many, the next are of no help to anyone.
const MAX_FAULTS: usize = 20;

impl FaultKind {
    /// Whether the rest of the record can still be read as it was meant.
    fn is_mended(&self) -> bool {
        !matches!(
            self,
            Self::UnclosedBracket(_)
                | Self::StrayCloser(_)
                | Self::UnclosedQuote
                | Self::UnclosedComment
                | Self::OutsideRecords { .. }
        )
    }
}

/// What a node is written as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// A name, number or text.
    Scalar,
    /// `(…)`, perhaps after a name.
    Group,
    /// `[…]`.
    List,
    /// `{…}`.
    Map,
}

/// A value in a record.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// The field's name; empty in a list.
    pub key: Range<usize>,
    /// The value with its name and brackets.
    pub span: Range<usize>,
    /// The name before the bracket; empty if there is none.
    pub name: Range<usize>,
    pub shape: Shape,
    pub parent: usize,
    pub children: Vec<usize>,
    /// The comma after the value.
    pub comma: Option<usize>,
}

impl Node {
    /// From the field's name, if it has one, to the value's end.
    pub fn whole(&self) -> Range<usize> {
        if self.key.is_empty() {
            self.span.clone()
        } else {
            self.key.start..self.span.end
        }
    }
}

/// One record with everything in it; node 0 is the record itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    pub nodes: Vec<Node>,
    pub faults: Vec<Fault>,
    /// Bytes to put in the text so that `ron` reads what was meant.
    pub mends: Vec<(usize, u8)>,
    /// Nodes whose values are only stopgaps.
    pub stopgaps: Vec<usize>,
}

impl Record {
    /// The bytes of the record.
    pub fn span(&self) -> Range<usize> {
        self.nodes[0].span.clone()
    }

    /// Whether the text with its mends can be given to `ron`.
    pub fn is_readable(&self) -> bool {
        self.faults.iter().all(|fault| fault.kind.is_mended())
    }

    /// The node at a path such as `accounts[1].place`.
    pub fn find(&self, text: &str, path: &str) -> Option<usize> {
        // A record that was read in haste knows nothing of its parts.
        self.nodes.first()?;
        let mut node = 0;
        for step in path.split(['.', '[']).filter(|step| !step.is_empty()) {
            let mut children = self.nodes[node].children.iter().copied();
            node = match step.strip_suffix(']') {
                Some(position) => children.nth(position.parse().ok()?)?,
                None => children.find(|&child| text[self.nodes[child].key.clone()] == *step)?,
            };
        }
        Some(node)
    }

    /// The path of a node, as [`Self::find`] reads it; empty for the record itself.
    pub fn path(&self, text: &str, mut node: usize) -> String {
        /// No field lies so deep; what does is damage.
        const MAX_STEPS: usize = 16;
        let mut steps = Vec::new();
        while node != 0 && steps.len() < MAX_STEPS {
            let parent = self.nodes[node].parent;
            let key = &text[self.nodes[node].key.clone()];
            let siblings = &self.nodes[parent].children;
            let position = siblings
                .iter()
                .position(|&child| child == node)
                .unwrap_or_default();
            steps.push(if key.is_empty() {
                format!("[{position}]")
            } else {
                format!(".{key}")
            });
            node = parent;
        }
        steps.reverse();
        steps.concat().trim_start_matches('.').to_owned()
    }
}

impl Scan {
    /// Whether a record may stand in the file that is not among these.
    pub fn lost_records(&self) -> bool {
        let loses = |fault: &Fault| {
            matches!(
                fault.kind,
                FaultKind::OutsideRecords { .. } | FaultKind::Empty
            )
        };
        self.faults.iter().any(loses)
    }
}

/// A file split into records.
#[derive(Debug, Default)]
pub(super) struct Scan {
    pub records: Vec<Record>,
    /// What is wrong between the records.
    pub faults: Vec<Fault>,
}

/// Split a file that holds a list of records with this name.
pub(super) fn scan_list(text: &str, record_name: &str) -> Scan {
    let start = after_attributes(text);
    let strict = tokens(text, start..text.len(), QuotesEnd::Anywhere);
    let list = Around {
        is_list: true,
        record_name,
    };
    let part = Around {
        is_list: false,
        record_name,
    };
    let scan = scan_tokens(text, &strict, list);
    let broken = |scan: &Scan| {
        let outside = scan.faults.iter().any(|fault| !fault.kind.is_mended());
        outside || scan.records.iter().any(|record| !record.is_readable())
    };
    let starts = if broken(&scan) {
        record_starts(text, start, record_name)
    } else {
        Vec::new()
    };
    if starts.is_empty() {
        return mended_quotes(text, start..text.len(), scan, list);
    }
    // Something runs over the end of its record: take the records by the lines they begin on.
    let mut whole = Scan::default();
    let head = text[start..starts[0]].trim_end();
    if !head.ends_with('[') {
        let head = scan_tokens(
            text,
            &tokens(text, start..starts[0], QuotesEnd::OnTheirLine),
            list,
        );
        whole.faults.extend(
            head.faults
                .into_iter()
                .filter(|fault| fault.kind.is_mended()),
        );
    }
    let ends = starts.iter().copied().skip(1).chain([text.len()]);
    for (from, to) in starts.iter().copied().zip(ends) {
        let of_record = tokens(text, from..to, QuotesEnd::Anywhere);
        let scan = scan_tokens(text, &of_record, part);
        let scan = mended_quotes(text, from..to, scan, part);
        whole.records.extend(scan.records);
        whole.faults.extend(scan.faults);
    }
    whole.faults.truncate(MAX_FAULTS);
    whole
}

/// Read a file that holds one record and no list.
pub(super) fn scan_single(text: &str) -> Scan {
    let start = after_attributes(text);
    let list = tokens(text, start..text.len(), QuotesEnd::Anywhere);
    let around = Around {
        is_list: false,
        record_name: "Chronicle",
    };
    mended_quotes(
        text,
        start..text.len(),
        scan_tokens(text, &list, around),
        around,
    )
}

/// Where a faulty scan has fewer faults if texts end with their lines, take that one.
fn mended_quotes(text: &str, range: Range<usize>, scan: Scan, around: Around) -> Scan {
    let num_faults = |scan: &Scan| {
        scan.faults.len()
            + scan
                .records
                .iter()
                .map(|record| record.faults.len())
                .sum::<usize>()
    };
    if num_faults(&scan) == 0 {
        return scan;
    }
    let lines = scan_tokens(text, &tokens(text, range, QuotesEnd::OnTheirLine), around);
    let quotes = |scan: &Scan| {
        let inside = scan.records.iter().flat_map(|record| &record.faults);
        inside
            .filter(|fault| fault.kind == FaultKind::UnclosedQuote)
            .count()
    };
    // At equal number the forgotten quotation mark explains more than what follows from it.
    if (num_faults(&lines), quotes(&scan)) <= (num_faults(&scan), quotes(&lines)) {
        lines
    } else {
        scan
    }
}

/// The byte after `#![enable(…)]` lines at the beginning.
fn after_attributes(text: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let blank = rest.len() - rest.trim_start().len();
        if !rest[blank..].starts_with("#![") {
            return at;
        }
        match rest.find(")]") {
            Some(end) => at += end + 2,
            None => return at,
        }
    }
}

/// Names of what stands inside records, and so begins none.
const INNER_NAMES: &[&str] = &[
    "Account", "Camera", "Count", "Excerpt", "Opening", "Place", "At", "Relation", "Stop",
];

/// The bytes of the lines that begin a record.
fn record_starts(text: &str, start: usize, record_name: &str) -> Vec<usize> {
    let mut column_of_records = None;
    let mut starts = Vec::new();
    let mut line_start = start;
    for line in text[start..].split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let word = &line[indent..];
        let name_end = word
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(word.len());
        let (name, after) = word.split_at(name_end);
        let is_struct =
            after.starts_with('(') && name.starts_with(|c: char| c.is_ascii_uppercase());
        let in_column = column_of_records == Some(indent);
        if is_struct && (name == record_name || in_column && !INNER_NAMES.contains(&name)) {
            column_of_records = column_of_records.or(Some(indent));
            starts.push(line_start + indent);
        }
        line_start += line.len();
    }
    starts
}

/// What stands around records.
#[derive(Clone, Copy)]
struct Around<'a> {
    /// Whether it is `[` and `]`.
    is_list: bool,
    /// The name that the records should have.
    record_name: &'a str,
}

/// Read records from tokens.
fn scan_tokens(text: &str, tokens: &[Token], around: Around) -> Scan {
    let mut scan = Scan::default();
    let mut at = 0;
    if tokens.is_empty() {
        scan.faults.push(Fault {
            kind: FaultKind::Empty,
            at: text.len(),
        });
        return scan;
    }
    let mut is_open = false;
    if around.is_list {
        is_open = tokens[0].kind == TokenKind::Open(b'[');
        if is_open {
            at = 1;
        } else {
            scan.faults.push(Fault {
                kind: FaultKind::NoListOpen,
                at: tokens[0].span.start,
            });
        }
    }
    let mut is_closed = false;
    let mut needs_comma = false;
    while let Some(token) = tokens.get(at) {
        let fault = |kind| Fault {
            kind,
            at: token.span.start,
        };
        match token.kind {
            TokenKind::Comma if needs_comma => {
                needs_comma = false;
                at += 1;
            }
            TokenKind::Comma => {
                scan.faults.push(fault(FaultKind::StrayComma));
                at += 1;
            }
            TokenKind::Close(b']') if !is_closed => {
                is_closed = true;
                at += 1;
            }
            TokenKind::Close(close) => {
                let kind = FaultKind::StrayCloser(char::from(close));
                scan.faults.push(fault(kind));
                at += 1;
            }
            TokenKind::Open(b'(') | TokenKind::Word if begins_record(&tokens[at..]) => {
                if needs_comma {
                    let after = ")".to_owned();
                    let end = tokens[at - 1].span.end;
                    scan.faults.push(Fault {
                        kind: FaultKind::MissingComma { after },
                        at: end,
                    });
                }
                let (record, next) = RecordScanner::new(text, tokens, at).scan();
                needs_comma = true;
                at = next;
                scan.records.push(record);
            }
            TokenKind::UnclosedComment => {
                scan.faults.push(fault(FaultKind::UnclosedComment));
                at += 1;
            }
            _ => {
                let found = text[token.span.clone()].chars().take(40).collect();
                scan.faults.push(fault(FaultKind::OutsideRecords { found }));
                at = next_record(text, tokens, at + 1, around.record_name);
            }
        }
    }
    scan.faults.truncate(MAX_FAULTS);
    if is_open && !is_closed {
        let end = tokens.last().map_or(text.len(), |token| token.span.end);
        scan.faults.push(Fault {
            kind: FaultKind::NoListClose,
            at: end,
        });
    }
    scan
}

/// Whether these tokens begin `Name(` or `(`.
fn begins_record(tokens: &[Token]) -> bool {
    match tokens {
        [first, ..] if first.kind == TokenKind::Open(b'(') => true,
        [first, second, ..] => {
            first.kind == TokenKind::Word && second.kind == TokenKind::Open(b'(')
        }
        _ => false,
    }
}

/// The next token from which reading can go on after something that belongs to no record: the
/// beginning of a record or the end of the list.
fn next_record(text: &str, tokens: &[Token], from: usize, record_name: &str) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        let name = &text[token.span.clone()];
        match token.kind {
            TokenKind::Word
                if depth == 0
                    && begins_record(&tokens[at..])
                    && (name == record_name || !INNER_NAMES.contains(&name)) =>
            {
                return at;
            }
            TokenKind::Close(b']') if depth == 0 => return at,
            TokenKind::Open(_) => depth += 1,
            TokenKind::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    tokens.len()
}

/// What a bracket that is being read expects next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Expect {
    /// A field or an element, or the closing bracket.
    Item,
    /// The value after `key:`.
    Value,
    /// After a name or number, which a bracket may follow.
    AfterWord,
    /// After a complete value: a comma or the closing bracket.
    AfterValue,
}

struct Frame {
    node: usize,
    close: u8,
    expect: Expect,
    /// The child that is being read.
    child: usize,
}

/// Reads one record; its stack of brackets is a list.
struct RecordScanner<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
    record: Record,
    frames: Vec<Frame>,
}

impl<'a> RecordScanner<'a> {
    fn new(text: &'a str, tokens: &'a [Token], at: usize) -> Self {
        let record = Record {
            nodes: Vec::new(),
            faults: Vec::new(),
            mends: Vec::new(),
            stopgaps: Vec::new(),
        };
        Self {
            text,
            tokens,
            at,
            record,
            frames: Vec::new(),
        }
    }

    /// Read on to the record's closing bracket; returns the token after it, too.
    fn scan(mut self) -> (Record, usize) {
        let first = self.tokens[self.at].clone();
        let root = self.push_node(0, 0..0, first.span.clone());
        if first.kind == TokenKind::Word {
            self.record.nodes[root].name = first.span;
            self.at += 1;
        }
        self.open(root, b'(');
        while let Some(token) = self.tokens.get(self.at).cloned() {
            if self.frames.is_empty() {
                break;
            }
            self.read(&token);
        }
        let end = self.tokens[self.at - 1].span.end;
        while let Some(frame) = self.frames.pop() {
            self.unclosed(frame.node, end);
        }
        self.drop_faults_that_follow();
        (self.record, self.at)
    }

    /// A text or comment without its end swallows brackets and commas; only it is worth telling.
    fn drop_faults_that_follow(&mut self) {
        let swallows = |fault: &Fault| {
            matches!(
                fault.kind,
                FaultKind::UnclosedQuote | FaultKind::UnclosedComment
            )
        };
        let faults = &mut self.record.faults;
        let Some(first) = faults
            .iter()
            .filter(|fault| swallows(fault))
            .map(|fault| fault.at)
            .min()
        else {
            return;
        };
        faults.retain(|fault| {
            let is_bracket = matches!(fault.kind, FaultKind::UnclosedBracket(_));
            swallows(fault) || fault.at < first && !is_bracket
        });
    }

    fn push_node(&mut self, parent: usize, key: Range<usize>, span: Range<usize>) -> usize {
        let node = self.record.nodes.len();
        let name = span.start..span.start;
        let (shape, children, comma) = (Shape::Scalar, Vec::new(), None);
        self.record.nodes.push(Node {
            key,
            span,
            name,
            shape,
            parent,
            children,
            comma,
        });
        if node != 0 {
            self.record.nodes[parent].children.push(node);
        }
        node
    }

    fn open(&mut self, node: usize, bracket: u8) {
        let (shape, close) = match bracket {
            b'(' => (Shape::Group, b')'),
            b'[' => (Shape::List, b']'),
            _ => (Shape::Map, b'}'),
        };
        self.record.nodes[node].shape = shape;
        self.frames.push(Frame {
            node,
            close,
            expect: Expect::Item,
            child: node,
        });
        self.at += 1;
    }

    fn unclosed(&mut self, node: usize, end: usize) {
        let record = &mut self.record.nodes[node];
        record.span.end = end;
        let bracket = match record.shape {
            Shape::List => '[',
            Shape::Map => '{',
            _ => '(',
        };
        let at = if record.name.is_empty() {
            record.span.start
        } else {
            record.name.end
        };
        self.fault(FaultKind::UnclosedBracket(bracket), at);
    }

    fn fault(&mut self, kind: FaultKind, at: usize) {
        if self.record.faults.len() < MAX_FAULTS {
            self.record.faults.push(Fault { kind, at });
        }
    }

    fn top(&mut self) -> Option<&mut Frame> {
        self.frames.last_mut()
    }

    fn read(&mut self, token: &Token) {
        match token.kind {
            TokenKind::Comma => self.read_comma(token),
            TokenKind::Close(close) => self.read_close(close, token),
            TokenKind::Colon | TokenKind::Equals => self.read_colon(token),
            TokenKind::UnclosedComment => {
                self.fault(FaultKind::UnclosedComment, token.span.start);
                self.at += 1;
            }
            TokenKind::Open(_) | TokenKind::Word => self.read_value(token),
            TokenKind::Quoted => self.read_value(token),
            TokenKind::UnclosedQuote => {
                self.fault(FaultKind::UnclosedQuote, token.span.start);
                self.read_value(token);
            }
        }
    }

    fn read_comma(&mut self, token: &Token) {
        self.at += 1;
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        let (expect, child) = (frame.expect, frame.child);
        frame.expect = Expect::Item;
        match expect {
            Expect::Item => {
                self.record.mends.push((token.span.start, b' '));
                self.fault(FaultKind::StrayComma, token.span.start);
            }
            Expect::Value => {
                self.record.nodes[child].comma = Some(token.span.start);
                self.missing_value(child);
            }
            Expect::AfterWord | Expect::AfterValue => {
                self.record.nodes[child].comma = Some(token.span.start);
            }
        }
    }

    fn missing_value(&mut self, child: usize) {
        let key = self.text[self.record.nodes[child].key.clone()].to_owned();
        let at = self.record.nodes[child].key.start;
        let whole = at..self.record.nodes[child]
            .comma
            .map_or(self.record.nodes[child].span.end, |c| c + 1);
        // Without its value the field is as good as absent.
        self.record.mends.extend(whole.map(|byte| (byte, b' ')));
        self.fault(FaultKind::MissingValue { key }, at);
    }

    fn read_close(&mut self, close: u8, token: &Token) {
        self.at += 1;
        if !self.frames.iter().any(|frame| frame.close == close) {
            self.fault(FaultKind::StrayCloser(char::from(close)), token.span.start);
            return;
        }
        while let Some(frame) = self.frames.pop() {
            if frame.close != close {
                self.unclosed(frame.node, token.span.start);
                self.after_child();
                continue;
            }
            self.record.nodes[frame.node].span.end = token.span.end;
            if frame.expect == Expect::Value {
                self.missing_value(frame.child);
            }
            self.after_child();
            return;
        }
    }

    fn after_child(&mut self) {
        if let Some(frame) = self.top() {
            frame.expect = Expect::AfterValue;
        }
    }

    /// A colon that no field's name stands before; those are read with their names.
    fn read_colon(&mut self, token: &Token) {
        let Some(frame) = self.frames.last() else {
            return;
        };
        let (expect, child) = (frame.expect, frame.child);
        let node = &self.record.nodes[child];
        let is_language =
            self.text[node.span.clone()].len() == 2 && self.next_kind(1) == Some(TokenKind::Quoted);
        if expect == Expect::AfterWord && !node.key.is_empty() && is_language {
            self.loose_languages(child);
            return;
        }
        self.at += 1;
        self.record.mends.push((token.span.start, b' '));
        self.fault(FaultKind::StrayColon, token.span.start);
    }

    /// `title: az: "…", en: "…"`: everything up to the last language is one text.
    fn loose_languages(&mut self, child: usize) {
        let key = self.text[self.record.nodes[child].key.clone()].to_owned();
        let start = self.record.nodes[child].span.start;
        self.fault(FaultKind::LooseLanguages { key }, start);
        // Here stand `:` and a text; then perhaps a comma and the next language.
        loop {
            self.at += 2;
            let kinds = [0, 1, 2, 3].map(|ahead| self.next_kind(ahead));
            let is_next = kinds
                == [
                    TokenKind::Comma,
                    TokenKind::Word,
                    TokenKind::Colon,
                    TokenKind::Quoted,
                ]
                .map(Some);
            if !is_next || self.tokens[self.at + 1].span.len() != 2 {
                break;
            }
            self.at += 2;
        }
        let end = self.tokens[self.at - 1].span.end;
        self.record.nodes[child].span.end = end;
        self.record
            .mends
            .extend((start..end).map(|byte| (byte, b' ')));
        self.record.mends.extend([(start, b'"'), (start + 1, b'"')]);
        self.record.stopgaps.push(child);
        self.after_child();
    }

    /// Whether a value without a name in round brackets is a name without its colon: names of
    /// fields begin with a small letter, those of values with a capital.
    fn is_bare_key(&self, child: usize, node: usize) -> bool {
        let value = &self.record.nodes[child];
        let is_word = self.text[value.span.clone()].starts_with(|c: char| c.is_ascii_lowercase());
        self.record.nodes[node].shape == Shape::Group && value.key.is_empty() && is_word
    }

    /// Whether these digits come directly after `number,` in a field.
    fn is_decimal_part(&self, token: &Token, before: usize, node: usize) -> bool {
        let value = &self.record.nodes[before];
        let is_whole = self.text[value.span.clone()].parse::<i32>().is_ok();
        let digits = &self.text[token.span.clone()];
        before != node
            && is_whole
            && !value.key.is_empty()
            && value
                .comma
                .is_some_and(|comma| comma + 1 == token.span.start)
            && digits.starts_with(|c: char| c.is_ascii_digit())
    }

    fn decimal_comma(&mut self, token: &Token, child: usize) {
        let comma = self.tokens[self.at - 1].span.start;
        let start = self.record.nodes[child].span.start;
        self.record.nodes[child].span.end = token.span.end;
        self.record.nodes[child].comma = None;
        self.record.mends.push((comma, b'.'));
        let meant = self.text[start..token.span.end].replace(',', ".");
        self.fault(FaultKind::DecimalComma { meant }, comma);
        self.at += 1;
        self.after_child();
    }

    fn next_kind(&self, ahead: usize) -> Option<TokenKind> {
        self.tokens.get(self.at + ahead).map(|token| token.kind)
    }

    fn read_value(&mut self, token: &Token) {
        let Some(frame) = self.frames.last() else {
            return;
        };
        let (node, expect, child) = (frame.node, frame.expect, frame.child);
        let previous = &self.tokens[self.at - 1];
        let gap = &self.text[previous.span.end..token.span.start];
        let same_line = !gap.contains('\n');
        let next_is_colon = matches!(
            self.next_kind(1),
            Some(TokenKind::Colon | TokenKind::Equals)
        );
        let in_list = self.record.nodes[node].shape == Shape::List;
        let is_key = next_is_colon && !in_list && !matches!(token.kind, TokenKind::Open(_));
        match expect {
            Expect::Item if is_key => self.read_key(token, node),
            Expect::Item if self.is_decimal_part(token, child, node) => {
                self.decimal_comma(token, child);
            }
            Expect::Item => {
                let child = self.push_node(node, 0..0, token.span.clone());
                self.begin(child, token);
            }
            Expect::Value if is_key && !same_line => {
                self.missing_value(child);
                self.read_key(token, node);
            }
            Expect::Value => {
                self.record.nodes[child].span = token.span.clone();
                self.record.nodes[child].name = token.span.start..token.span.start;
                self.begin(child, token);
            }
            Expect::AfterWord if !is_key && !gap.is_empty() && self.is_bare_key(child, node) => {
                self.missing_colon(child, token);
            }
            Expect::AfterWord if matches!(token.kind, TokenKind::Open(_)) => {
                let span = self.record.nodes[child].span.clone();
                self.record.nodes[child].name = span;
                let TokenKind::Open(bracket) = token.kind else {
                    return;
                };
                self.open(child, bracket);
            }
            Expect::AfterWord if !is_key && same_line && token.kind == TokenKind::Word => {
                // Several words without quotation marks; `ron` says what is missing.
                self.record.nodes[child].span.end = token.span.end;
                self.at += 1;
            }
            Expect::AfterValue
                if !is_key
                    && same_line
                    && previous.kind == TokenKind::Quoted
                    && token.kind == TokenKind::Word =>
            {
                self.inner_quotes(child);
            }
            Expect::AfterWord | Expect::AfterValue => {
                self.missing_comma();
                if let Some(frame) = self.top() {
                    frame.expect = Expect::Item;
                }
            }
        }
    }

    /// Begin the value of `child` with this token.
    fn begin(&mut self, child: usize, token: &Token) {
        let expect = match token.kind {
            TokenKind::Word => Expect::AfterWord,
            _ => Expect::AfterValue,
        };
        if let Some(frame) = self.top() {
            frame.child = child;
            frame.expect = expect;
        }
        match token.kind {
            TokenKind::Open(bracket) => self.open(child, bracket),
            _ => self.at += 1,
        }
    }

    fn read_key(&mut self, token: &Token, node: usize) {
        let mut key = token.span.clone();
        if token.kind == TokenKind::Quoted && self.record.nodes[node].shape == Shape::Group {
            key = key.start + 1..key.end.saturating_sub(1).max(key.start + 1);
            let name = self.text[key.clone()].to_owned();
            self.record.mends.push((token.span.start, b' '));
            self.record.mends.push((token.span.end - 1, b' '));
            self.fault(FaultKind::QuotedKey { key: name }, token.span.start);
        }
        let sign = self.tokens[self.at + 1].clone();
        if sign.kind == TokenKind::Equals {
            let name = self.text[key.clone()].to_owned();
            self.record.mends.push((sign.span.start, b':'));
            self.fault(FaultKind::EqualsForColon { key: name }, sign.span.start);
        }
        let child = self.push_node(node, key, sign.span.end..sign.span.end);
        if let Some(frame) = self.top() {
            frame.child = child;
            frame.expect = Expect::Value;
        }
        self.at += 2;
    }

    /// `title "x"`: what was read as a value is the field's name.
    fn missing_colon(&mut self, child: usize, token: &Token) {
        let key = self.record.nodes[child].span.clone();
        let name = self.text[key.clone()].to_owned();
        if self.is_blank_at(key.end) {
            self.record.mends.push((key.end, b':'));
        }
        self.fault(FaultKind::MissingColon { key: name }, key.end);
        let node = &mut self.record.nodes[child];
        node.key = key;
        node.span = token.span.clone();
        node.name = token.span.start..token.span.start;
        self.begin(child, token);
    }

    /// `"He said "no" to them"`: everything up to the line's end is one text.
    fn inner_quotes(&mut self, child: usize) {
        let first_inner = self.tokens[self.at].span.start;
        let rest = &self.text[first_inner..];
        let line_end = rest
            .find('\n')
            .map_or(self.text.len(), |at| first_inner + at);
        while let Some(token) = self.tokens.get(self.at) {
            let is_part = matches!(
                token.kind,
                TokenKind::Word | TokenKind::Quoted | TokenKind::UnclosedQuote
            );
            if !is_part || token.span.start >= line_end {
                break;
            }
            self.record.nodes[child].span.end = token.span.end;
            self.at += 1;
        }
        // For `ron` it is a text without the marks inside it.
        let span = self.record.nodes[child].span.clone();
        let inner = span.start + 1..span.end.saturating_sub(1);
        let marks = inner.filter(|&byte| self.text.as_bytes()[byte] == b'"');
        self.record.mends.extend(marks.map(|byte| (byte, b' ')));
        self.fault(FaultKind::InnerQuotes, first_inner.saturating_sub(1));
    }

    fn missing_comma(&mut self) {
        let previous = self.tokens[self.at - 1].span.clone();
        let text = &self.text[previous.clone()];
        let mut after: String = text.chars().take(30).collect();
        if after.len() < text.len() {
            after.push('…');
        }
        if self.is_blank_at(previous.end) {
            self.record.mends.push((previous.end, b','));
        }
        self.fault(FaultKind::MissingComma { after }, previous.end);
    }

    /// Whether a comma or colon can be put at this byte.
    fn is_blank_at(&self, at: usize) -> bool {
        self.text
            .as_bytes()
            .get(at)
            .is_some_and(u8::is_ascii_whitespace)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "[\n    Event(id: \"a\", n: [X(k: 1), X(k: 2)], t: (az: \"ə\", en: \"e\")),\n    \
                        Event(id: \"b\"),\n]\n";

    #[test]
    fn paths_lead_to_nodes_and_back() {
        let scan = scan_list(GOOD, "Event");
        assert_eq!((scan.records.len(), scan.faults.len()), (2, 0));
        let record = &scan.records[0];
        for (path, written) in [
            ("id", "\"a\""),
            ("n[1].k", "2"),
            ("n[0]", "X(k: 1)"),
            ("t.az", "\"ə\""),
            (
                "",
                "Event(id: \"a\", n: [X(k: 1), X(k: 2)], t: (az: \"ə\", en: \"e\"))",
            ),
        ] {
            let node = record.find(GOOD, path).unwrap();
            assert_eq!(&GOOD[record.nodes[node].span.clone()], written);
            assert_eq!(record.path(GOOD, node), path);
        }
        assert_eq!(record.find(GOOD, "n[2]"), None);
        assert_eq!(record.find(GOOD, "id.x"), None);
    }

    /// The kinds of the faults, of records and between them.
    fn faults(text: &str) -> (usize, Vec<FaultKind>) {
        let scan = scan_list(text, "Event");
        let of_records = scan.records.iter().flat_map(|record| &record.faults);
        let kinds = of_records
            .chain(&scan.faults)
            .map(|fault| fault.kind.clone());
        (scan.records.len(), kinds.collect())
    }

    #[test]
    fn a_broken_record_does_not_take_the_next_with_it() {
        let text = "[\n  Event(id: \"a\", n: [1, 2),\n  Event(id: \"b\"),\n]\n";
        assert_eq!(faults(text), (2, vec![FaultKind::UnclosedBracket('[')]));
        let text = "[\n  Event(id: \"a),\n  Event(id: \"b\"),\n]\n";
        assert_eq!(faults(text), (2, vec![FaultKind::UnclosedQuote]));
    }

    #[test]
    fn comments_strings_and_attributes_hide_brackets() {
        let text = "#![enable(implicit_some)]\n// [ (\n[Event(id: \"(\", /* ) /* ] */ */ b: ')'),]";
        assert_eq!(faults(text), (1, Vec::new()));
    }

    #[test]
    fn texts_over_several_lines_are_good() {
        assert_eq!(
            faults("[Event(id: \"a\nb\", c: r#\"x\n\"y\"#)]"),
            (1, Vec::new())
        );
        // Beside another fault they stay so.
        let (num, kinds) = faults("[Event(id: \"a\nb, c\" d: 1)]");
        assert_eq!((num, kinds.len()), (1, 1));
    }
}
