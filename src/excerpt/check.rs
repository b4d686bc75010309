//! Proving every quotation of a chronicle against the full texts.

use super::{Normalised, Search, find};
use crate::model::{Account, Chronicle, EventIdx, SourceIdx, TrackIdx};
use std::collections::{BTreeMap, BTreeSet};

/// A quotation proves a statement; longer ones replace the source.
const MAX_WORDS: usize = 20;
/// All quotations together stay under this share of a text.
const MAX_SHARE: f64 = 0.15;

/// What the quotations of a chronicle came to.
#[derive(Clone, PartialEq, Debug)]
pub struct ExcerptReport {
    /// What is wrong, in the order of events, tracks and then sources.
    pub findings: Vec<Finding>,
    /// How many excerpts the chronicle has.
    pub num_excerpts: usize,
    /// How many of them were looked for in a text; the others' sources have none.
    pub num_checked: usize,
    /// For each source with a text: the share of its characters that is quoted, 0 to 1; what is
    /// quoted several times counts once.
    pub share_by_source: Vec<(SourceIdx, f64)>,
}

/// Whose account it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Owner {
    /// An account of this event, counted from 0.
    Event(EventIdx, usize),
    /// An account, counted from 0, of a stop of this track, counted from 0.
    Stop(TrackIdx, usize, usize),
}

/// Something wrong with an excerpt, or with all of one source.
#[derive(Clone, PartialEq, Debug)]
pub struct Finding {
    /// Whose excerpt; `None` if it is about the source as a whole.
    pub owner: Option<Owner>,
    /// The source whose text was searched.
    pub source: SourceIdx,
    /// The quoted words; empty if it is about the source as a whole.
    pub exact: Box<str>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum Problem {
    /// The words are not in the text.
    #[error("not found in the text{}", passage_words(.nearest.as_deref()))]
    NotFound {
        /// The most similar passage.
        nearest: Option<String>,
    },
    /// The words are in the text more than once.
    #[error("found {0} times in the text; add words before (prefix) or after it (suffix)")]
    Ambiguous(usize),
    /// Too many words.
    #[error("{0} words long; at most {MAX_WORDS} are allowed")]
    TooLong(usize),
    /// The text could not be had.
    #[error("the text `{0}` is not there")]
    NoText(String),
    /// Too much of a text is quoted: the share, 0 to 1.
    #[error(
        "{:.1} % of the text is quoted; it must stay under {:.0} %",
        .0 * 100.0,
        MAX_SHARE * 100.0
    )]
    TooMuch(f64),
}

fn passage_words(nearest: Option<&str>) -> String {
    nearest
        .map(|near| format!("; it has \u{201c}{near}\u{201d}"))
        .unwrap_or_default()
}

impl Finding {
    /// The finding in words, with the record that it is about.
    pub fn describe(&self, chronicle: &Chronicle) -> String {
        let source = &chronicle.source(self.source).id;
        let problem = &self.problem;
        let owner = match self.owner {
            None => return format!("source `{source}`: {problem}"),
            Some(Owner::Event(event, account)) => {
                format!("event `{}`, accounts[{account}]", chronicle.event(event).id)
            }
            Some(Owner::Stop(track, stop, account)) => {
                let id = &chronicle.track(track).id;
                format!("track `{id}`, stops[{stop}].accounts[{account}]")
            }
        };
        format!(
            "{owner}: \u{201c}{}\u{201d}: source `{source}`: {problem}",
            self.exact
        )
    }
}

/// Look for every excerpt in the text of its source, or of the source that it was reached
/// through; `texts` gives the text of a file name.
pub fn check(chronicle: &Chronicle, texts: &dyn Fn(&str) -> Option<String>) -> ExcerptReport {
    let mut checker = Checker {
        chronicle,
        texts,
        loaded: BTreeMap::new(),
        report: new_report(),
    };
    for &event in chronicle.events_by_time() {
        for (idx, account) in chronicle.event(event).accounts.iter().enumerate() {
            checker.check_account(Owner::Event(event, idx), account);
        }
    }
    for (number, track) in chronicle.parts().tracks.iter().enumerate() {
        for (stop_idx, stop) in track.stops.iter().enumerate() {
            for (idx, account) in stop.accounts.iter().enumerate() {
                let owner = Owner::Stop(TrackIdx::new(number), stop_idx, idx);
                checker.check_account(owner, account);
            }
        }
    }
    checker.finish()
}

fn new_report() -> ExcerptReport {
    let share_by_source = Vec::new();
    ExcerptReport {
        findings: Vec::new(),
        num_excerpts: 0,
        num_checked: 0,
        share_by_source,
    }
}

/// A text with the characters of it that are quoted.
struct LoadedText {
    text: Normalised,
    quoted: BTreeSet<usize>,
}

struct Checker<'a> {
    chronicle: &'a Chronicle,
    texts: &'a dyn Fn(&str) -> Option<String>,
    /// By the source that has the text; `None` if the text could not be had.
    loaded: BTreeMap<SourceIdx, Option<LoadedText>>,
    report: ExcerptReport,
}

impl Checker<'_> {
    fn check_account(&mut self, owner: Owner, account: &Account) {
        let Some(excerpt) = &account.excerpt else {
            return;
        };
        self.report.num_excerpts += 1;
        let Some((source, file)) = source_with_text(self.chronicle, account) else {
            return;
        };
        let num_words = excerpt.exact.split_whitespace().count();
        let mut problems = Vec::new();
        if num_words > MAX_WORDS {
            problems.push(Problem::TooLong(num_words));
        }
        if self.load(source, &file) {
            self.report.num_checked += 1;
        }
        if let Some(Some(loaded)) = self.loaded.get_mut(&source) {
            match find(
                &loaded.text,
                &excerpt.exact,
                &excerpt.prefix,
                &excerpt.suffix,
            ) {
                Search::Found(range) => loaded.quoted.extend(range),
                Search::NotFound(nearest) => problems.push(Problem::NotFound { nearest }),
                Search::Ambiguous(num) => problems.push(Problem::Ambiguous(num)),
            }
        }
        let exact = &excerpt.exact;
        self.report
            .findings
            .extend(problems.into_iter().map(|problem| Finding {
                owner: Some(owner),
                source,
                exact: exact.clone(),
                problem,
            }));
    }

    /// Get the text of a source; `false` if there is none, which is told once.
    fn load(&mut self, source: SourceIdx, file: &str) -> bool {
        if let Some(known) = self.loaded.get(&source) {
            return known.is_some();
        }
        let text = (self.texts)(file);
        let is_there = text.is_some();
        if !is_there {
            let problem = Problem::NoText(file.to_owned());
            let exact = "".into();
            self.report.findings.push(Finding {
                owner: None,
                source,
                exact,
                problem,
            });
        }
        let loaded = text.map(|text| LoadedText {
            text: Normalised::new(&text),
            quoted: BTreeSet::new(),
        });
        self.loaded.insert(source, loaded);
        is_there
    }

    fn finish(mut self) -> ExcerptReport {
        for (&source, loaded) in &self.loaded {
            let Some(loaded) = loaded else { continue };
            let num_chars = loaded.text.chars().len().max(1);
            let share = loaded.quoted.len() as f64 / num_chars as f64;
            self.report.share_by_source.push((source, share));
            if share >= MAX_SHARE {
                let problem = Problem::TooMuch(share);
                let exact = "".into();
                self.report.findings.push(Finding {
                    owner: None,
                    source,
                    exact,
                    problem,
                });
            }
        }
        self.report
    }
}

/// The source whose text has an account's words: its own, or the one that it was read in.
fn source_with_text(chronicle: &Chronicle, account: &Account) -> Option<(SourceIdx, String)> {
    let mut current = account.source;
    let mut read_in = account.through;
    // A chain can be no longer than the list of sources.
    for _ in 0..=chronicle.parts().sources.len() {
        let record = chronicle.source(current);
        if let Some(file) = &record.text_file {
            return Some((current, file.to_string()));
        }
        current = read_in.take().or_else(|| record.through.first().copied())?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::LonLat;
    use crate::model::*;
    use crate::time::{Minute, When, Window};

    fn account(source: usize, exact: &str) -> Account {
        Account {
            source: SourceIdx::new(source),
            through: None,
            locator: None,
            says: LocalText::same("says"),
            when: None,
            place: None,
            counts: Vec::new(),
            excerpt: Some(Excerpt {
                exact: exact.into(),
                prefix: "".into(),
                suffix: "".into(),
                rendering: LocalText::same("meaning"),
            }),
            inference: LocalText::default(),
        }
    }

    fn source(id: &str, through: Option<usize>, text_file: Option<&str>) -> Source {
        Source {
            id: id.into(),
            title: id.into(),
            title_meaning: LocalText::default(),
            author: LocalText::default(),
            published: LocalText::default(),
            kind: SourceKind::Article,
            language: "az".into(),
            standpoint: LocalText::same("theirs"),
            through: through.into_iter().map(SourceIdx::new).collect(),
            text_file: text_file.map(Into::into),
        }
    }

    fn chronicle(accounts: Vec<Account>) -> Chronicle {
        let empty = LocalText::default;
        let camera = Camera {
            center: LonLat::new(49.0, 40.0),
            zoom: 6.0,
        };
        Chronicle::new(ChronicleParts {
            id: "x".into(),
            version: "1".into(),
            title: empty(),
            summary: empty(),
            about: empty(),
            licence: "".into(),
            opening: Opening {
                window: Window::ALL,
                cursor: Minute(0),
                camera,
                event: None,
            },
            sides: Vec::new(),
            places: Vec::new(),
            lines: Vec::new(),
            actors: Vec::new(),
            sources: vec![
                source("article", None, Some("a.txt")),
                source("memoir", Some(0), None),
                source("book", None, None),
                source("lost", None, Some("lost.txt")),
            ],
            events: vec![Event {
                id: "e".into(),
                title: empty(),
                summary: empty(),
                kind: EventKind::Other,
                when: When::from_minute(Minute(0)),
                date_reason: empty(),
                order: 0,
                place: None,
                actors: Vec::new(),
                message: None,
                status: Status::Actual,
                importance: 3,
                accounts,
                relations: Vec::new(),
                disagreement: empty(),
            }],
            tracks: Vec::new(),
            scenes: Vec::new(),
        })
    }

    #[test]
    fn every_excerpt_is_looked_for_in_the_right_text() {
        let chronicle = chronicle(vec![
            account(0, "bir iki"),
            account(1, "bir iki"),
            account(1, "yoxdur"),
            account(2, "nowhere to look"),
            account(3, "lost"),
            account(3, "lost too"),
            account(0, "son"),
        ]);
        let text = format!("bir iki {}son son", "üç dörd ".repeat(20));
        let report = check(&chronicle, &|file| (file == "a.txt").then(|| text.clone()));
        assert_eq!((report.num_excerpts, report.num_checked), (7, 4));
        let told: Vec<String> = report
            .findings
            .iter()
            .map(|finding| finding.describe(&chronicle))
            .collect();
        assert_eq!(
            told,
            [
                "event `e`, accounts[2]: “yoxdur”: source `article`: not found in the text",
                "source `lost`: the text `lost.txt` is not there",
                "event `e`, accounts[6]: “son”: source `article`: found 2 times in the text; add \
                 words before (prefix) or after it (suffix)",
            ]
        );
        let share = 7.0 / 175.0;
        assert_eq!(report.share_by_source, [(SourceIdx::new(0), share)]);
    }

    #[test]
    fn too_many_words_and_too_large_a_share_are_told() {
        let long = "söz ".repeat(21);
        let chronicle = chronicle(vec![account(0, long.trim())]);
        let report = check(&chronicle, &|_| Some(long.clone()));
        let problems: Vec<_> = report
            .findings
            .iter()
            .map(|finding| &finding.problem)
            .collect();
        assert_eq!(problems, [&Problem::TooLong(21), &Problem::TooMuch(1.0)]);
    }
}
