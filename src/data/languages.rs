//! Which texts lack a language that the rest of the chronicle has.

use super::check::Shelves;
use super::diagnostic::Severity;
use super::schema::{AccountFile, ChronicleFile, LocatorFile, Text};
use super::shelf::{Entry, Log, Meta, Note};
use crate::model::Language;

/// No more fields than this are named for one language.
const MAX_NAMED: usize = 4;

/// Say of each record which of its texts lack a language.
pub(super) fn check_languages(log: &mut Log, head: &Entry<ChronicleFile>, shelves: &Shelves) {
    let mut used = [false; Language::ALL.len()];
    each_record(head, shelves, &mut |_, texts| {
        for (_, text) in texts.iter().filter(|(_, text)| !text.is_plain) {
            text.local
                .iter()
                .for_each(|(language, _)| used[language as usize] = true);
        }
    });
    let mut notes: Vec<(&Meta, String, String)> = Vec::new();
    each_record(head, shelves, &mut |meta, texts| {
        let texts = texts.iter().filter(|(path, _)| !meta.is_silenced(path));
        let texts: Texts = texts.cloned().collect();
        notes.extend(note_of(&texts, &used).map(|(path, message)| (meta, path, message)));
    });
    for (meta, path, message) in notes {
        let text = &log.files[meta.file].text;
        let node = meta.record.find(text, &path).unwrap_or_default();
        let byte = meta.record.nodes[node].span.start;
        log.say_at(meta, "", byte, Severity::Warning, Note::from(message));
    }
}

/// The first field to look at, and what to say.
fn note_of(texts: &[(String, &Text)], used: &[bool]) -> Option<(String, String)> {
    let mut first = None;
    let mut by_fields: Vec<(Vec<&str>, Vec<&str>)> = Vec::new();
    for language in Language::ALL
        .into_iter()
        .filter(|&language| used[language as usize])
    {
        let lacks = |text: &Text| !text.local.is_empty() && text.local.exact(language).is_none();
        let fields = texts
            .iter()
            .filter(|(_, text)| lacks(text))
            .map(|(path, _)| path.as_str());
        let fields: Vec<&str> = fields.collect();
        if let Some(&path) = fields.first() {
            first = first.or(Some(path));
            match by_fields.iter_mut().find(|(known, _)| *known == fields) {
                Some((_, codes)) => codes.push(language.code()),
                None => by_fields.push((fields, vec![language.code()])),
            }
        }
    }
    let parts: Vec<String> = by_fields
        .iter()
        .map(|(fields, codes)| {
            let verb = if codes.len() == 1 { "is" } else { "are" };
            format!(
                "{} {verb} missing in {}",
                codes.join(" and "),
                listed(fields)
            )
        })
        .collect();
    Some((first?.to_owned(), parts.join("; ")))
}

fn listed(fields: &[&str]) -> String {
    let named: Vec<String> = fields
        .iter()
        .take(MAX_NAMED)
        .map(|field| format!("`{field}`"))
        .collect();
    match fields.len().saturating_sub(MAX_NAMED) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

pub(super) type Texts<'a> = Vec<(String, &'a Text)>;

pub(super) fn each_record<'a>(
    head: &'a Entry<ChronicleFile>,
    shelves: &'a Shelves,
    visit: &mut dyn FnMut(&'a Meta, &Texts<'a>),
) {
    macro_rules! each {
        ($entries:expr, $texts:expr) => {
            for entry in $entries {
                if let Some(value) = &entry.value {
                    let texts: Texts<'a> = $texts(value);
                    visit(&entry.meta, &texts);
                }
            }
        };
    }
    each!([head], |file: &'a ChronicleFile| named([
        ("title", &file.title),
        ("summary", &file.summary),
        ("about", &file.about),
    ]));
    each!(
        &shelves.sides.entries,
        |side: &'a super::schema::SideFile| named([("name", &side.name)])
    );
    each!(
        &shelves.places.entries,
        |place: &'a super::schema::PlaceFile| named([
            ("name", &place.name),
            ("old_name", &place.old_name),
            ("note", &place.note),
        ])
    );
    each!(
        &shelves.lines.entries,
        |line: &'a super::schema::LineFile| named([("name", &line.name)])
    );
    each!(
        &shelves.actors.entries,
        |actor: &'a super::schema::ActorFile| named([
            ("name", &actor.name),
            ("short", &actor.short),
            ("office", &actor.office),
        ])
    );
    each!(
        &shelves.sources.entries,
        |source: &'a super::schema::SourceFile| named([
            ("title_meaning", &source.title_meaning),
            ("author", &source.author),
            ("published", &source.published),
            ("standpoint", &source.standpoint),
        ])
    );
    each!(
        &shelves.events.entries,
        |event: &'a super::schema::EventFile| {
            let mut texts = named([
                ("title", &event.title),
                ("summary", &event.summary),
                ("date_reason", &event.date_reason),
                ("disagreement", &event.disagreement),
            ]);
            texts_of_accounts(&mut texts, "accounts", &event.accounts);
            texts
        }
    );
    each!(
        &shelves.tracks.entries,
        |track: &'a super::schema::TrackFile| {
            let mut texts = named([("title", &track.title)]);
            for (idx, stop) in track.stops.iter().enumerate() {
                texts.push((format!("stops[{idx}].note"), &stop.note));
                texts_of_accounts(
                    &mut texts,
                    &format!("stops[{idx}].accounts"),
                    &stop.accounts,
                );
            }
            texts
        }
    );
    each!(
        &shelves.scenes.entries,
        |scene: &'a super::schema::SceneFile| named([
            ("title", &scene.title),
            ("text", &scene.text),
        ])
    );
}

fn named<'a, const N: usize>(texts: [(&str, &'a Text); N]) -> Texts<'a> {
    texts
        .into_iter()
        .map(|(field, text)| (field.to_owned(), text))
        .collect()
}

fn texts_of_accounts<'a>(texts: &mut Texts<'a>, path: &str, accounts: &'a [AccountFile]) {
    for (idx, account) in accounts.iter().enumerate() {
        let mut add =
            |field: &str, text: &'a Text| texts.push((format!("{path}[{idx}].{field}"), text));
        add("says", &account.says);
        add("inference", &account.inference);
        if let Some(LocatorFile::Section(name)) = &account.locator {
            add("locator", name);
        }
        for (number, count) in account.counts.iter().enumerate() {
            add(&format!("counts[{number}].note"), &count.note);
        }
        if let Some(excerpt) = &account.excerpt {
            add("excerpt.rendering", &excerpt.rendering);
        }
    }
}
