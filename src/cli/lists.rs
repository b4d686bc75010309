//! Lists of what is in a chronicle, as plain text: what the sources disagree about, and all
//! numbers that they give.

use crate::model::{
    Account, Chronicle, Count, Difference, Event, EventIdx, Language, Locator, RelationKind,
};
use std::fmt::Write as _;

/// Every event on which accounts differ, in order of time: what about, in the editor's words, and
/// each account with its own date, place and numbers.
///
/// Returns the text and how many events are in it.
pub(super) fn disagreements(chronicle: &Chronicle, language: Language) -> (String, usize) {
    let mut text = String::new();
    let mut num_events = 0;
    for &idx in chronicle.events_by_time() {
        let event = chronicle.event(idx);
        let differences = chronicle.differences(&event.accounts);
        let contradicted = contradicted(chronicle, event);
        if differences.is_empty() && event.disagreement.is_empty() && contradicted.is_empty() {
            continue;
        }
        num_events += 1;
        let title = event.title.get(language);
        let _ = writeln!(text, "{}  {title}  [{}]", event.when.text(), event.id);
        if !event.disagreement.is_empty() {
            let _ = writeln!(text, "  {}", event.disagreement.get(language));
        }
        if !differences.is_empty() {
            let about: Vec<String> = differences.iter().map(name_of).collect();
            let _ = writeln!(text, "  accounts differ in: {}", about.join(", "));
        }
        for other in contradicted {
            let other = chronicle.event(other);
            let title = other.title.get(language);
            let _ = writeln!(text, "  contradicts: {title}  [{}]", other.id);
        }
        for account in &event.accounts {
            let _ = writeln!(text, "  - {}", account_line(chronicle, account, language));
        }
        text.push('\n');
    }
    (text, num_events)
}

/// Every number that an account of an event or of a stop gives, with what was counted and who says
/// so, in order of time.
///
/// Returns the text and how many numbers are in it.
pub(super) fn numbers(chronicle: &Chronicle, language: Language) -> (String, usize) {
    let mut text = String::new();
    let mut num_numbers = 0;
    let mut add = |when: &str, title: &str, id: &str, accounts: &[Account]| {
        let accounts = accounts.iter().filter(|account| !account.counts.is_empty());
        let mut is_first = true;
        for account in accounts {
            if std::mem::take(&mut is_first) {
                let _ = writeln!(text, "{when}  {title}  [{id}]");
            }
            for count in &account.counts {
                num_numbers += 1;
                let note = count.note.get(language);
                let note = if note.is_empty() {
                    String::new()
                } else {
                    format!(" ({note})")
                };
                let source = source_words(chronicle, account, language);
                let _ = writeln!(text, "  - {}{note}: {source}", count_words(count));
            }
        }
    };
    for &idx in chronicle.events_by_time() {
        let event = chronicle.event(idx);
        let title = event.title.get(language);
        add(event.when.text(), title, &event.id, &event.accounts);
    }
    for track in &chronicle.parts().tracks {
        for stop in &track.stops {
            let title = track.title.get(language);
            add(stop.when.text(), title, &track.id, &stop.accounts);
        }
    }
    (text, num_numbers)
}

fn contradicted(chronicle: &Chronicle, event: &Event) -> Vec<EventIdx> {
    let relations = event.relations.iter();
    let mut others: Vec<EventIdx> = relations
        .filter(|relation| relation.kind == RelationKind::Contradicts)
        .map(|relation| relation.to)
        .collect();
    others.sort_by_key(|&other| chronicle.rank(other));
    others
}

fn name_of(difference: &Difference) -> String {
    match difference {
        Difference::Time => "time".to_owned(),
        Difference::Place => "place".to_owned(),
        Difference::Count(what) => format!("number ({})", what.key()),
    }
}

/// One account: source and locator, its own date, place and numbers, and what it says.
fn account_line(chronicle: &Chronicle, account: &Account, language: Language) -> String {
    let source = source_words(chronicle, account, language);
    let mut claims: Vec<String> = Vec::new();
    claims.extend(account.when.as_ref().map(|when| when.text().to_owned()));
    let place = account.place.map(|place| chronicle.place(place));
    claims.extend(place.map(|place| place.name.get(language).to_owned()));
    claims.extend(account.counts.iter().map(count_words));
    let claims = if claims.is_empty() {
        String::new()
    } else {
        format!(" [{}]", claims.join("; "))
    };
    format!("{source}{claims}: {}", account.says.get(language))
}

fn source_words(chronicle: &Chronicle, account: &Account, language: Language) -> String {
    let mut source = chronicle.source(account.source).id.to_string();
    if let Some(through) = account.through {
        let _ = write!(source, " (in {})", chronicle.source(through).id);
    }
    if let Some(locator) = &account.locator {
        let _ = write!(source, ", {}", locator_words(locator, language));
    }
    source
}

fn locator_words(locator: &Locator, language: Language) -> String {
    match locator {
        Locator::Page(page) => format!("page {page}"),
        Locator::Paragraph(number) => format!("paragraph {number}"),
        Locator::Footnote(number) => format!("footnote {number}"),
        Locator::Section(name) => name.get(language).to_owned(),
    }
}

fn count_words(count: &Count) -> String {
    let about = if count.approximate { "about " } else { "" };
    let to = count.to.map(|to| format!("–{to}")).unwrap_or_default();
    format!("{about}{}{to} {}", count.value, count.what.key())
}
