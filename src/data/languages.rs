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
    each_record(head, shelves, Paths::Left, &mut |_, texts| {
        for (_, text) in texts.iter().filter(|(_, text)| !text.is_plain) {
            text.local
                .iter()
                .for_each(|(language, _)| used[language as usize] = true);
        }
    });
    let lacks = |text: &Text| {
        let mut languages = Language::ALL
            .into_iter()
            .filter(|&language| used[language as usize]);
        !text.local.is_empty() && languages.any(|language| text.local.exact(language).is_none())
    };
    let mut is_complete = true;
    each_record(head, shelves, Paths::Left, &mut |_, texts| {
        is_complete &= !texts.iter().any(|(_, text)| lacks(text));
    });
    if is_complete {
        return;
    }
    if log.in_haste {
        log.has_said = true;
        return;
    }
    let mut notes: Vec<(&Meta, String, String)> = Vec::new();
    each_record(head, shelves, Paths::Written, &mut |meta, texts| {
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

/// Whether the paths of texts are written out, which takes far longer than looking at the texts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Paths {
    /// They are.
    Written,
    /// They are left empty.
    Left,
}

impl Paths {
    fn path(self, write: impl FnOnce() -> String) -> String {
        match self {
            Self::Written => write(),
            Self::Left => String::new(),
        }
    }
}

pub(super) fn each_record<'a>(
    head: &'a Entry<ChronicleFile>,
    shelves: &'a Shelves,
    paths: Paths,
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
    each!([head], |file: &'a ChronicleFile| named(
        paths,
        [
            ("title", &file.title),
            ("summary", &file.summary),
            ("about", &file.about),
        ]
    ));
    each!(
        &shelves.sides.entries,
        |side: &'a super::schema::SideFile| named(paths, [("name", &side.name)])
    );
    each!(
        &shelves.places.entries,
        |place: &'a super::schema::PlaceFile| named(
            paths,
            [
                ("name", &place.name),
                ("old_name", &place.old_name),
                ("note", &place.note),
            ]
        )
    );
    each!(
        &shelves.lines.entries,
        |line: &'a super::schema::LineFile| named(paths, [("name", &line.name)])
    );
    each!(
        &shelves.actors.entries,
        |actor: &'a super::schema::ActorFile| named(
            paths,
            [
                ("name", &actor.name),
                ("short", &actor.short),
                ("office", &actor.office),
            ]
        )
    );
    each!(
        &shelves.sources.entries,
        |source: &'a super::schema::SourceFile| named(
            paths,
            [
                ("title_meaning", &source.title_meaning),
                ("author", &source.author),
                ("published", &source.published),
                ("standpoint", &source.standpoint),
            ]
        )
    );
    each!(
        &shelves.events.entries,
        |event: &'a super::schema::EventFile| {
            let mut texts = named(
                paths,
                [
                    ("title", &event.title),
                    ("summary", &event.summary),
                    ("date_reason", &event.date_reason),
                    ("disagreement", &event.disagreement),
                ],
            );
            texts_of_accounts(
                &mut texts,
                paths,
                &|| "accounts".to_owned(),
                &event.accounts,
            );
            texts
        }
    );
    each!(
        &shelves.tracks.entries,
        |track: &'a super::schema::TrackFile| {
            let mut texts = named(paths, [("title", &track.title)]);
            for (idx, stop) in track.stops.iter().enumerate() {
                texts.push((paths.path(|| format!("stops[{idx}].note")), &stop.note));
                let path = || format!("stops[{idx}].accounts");
                texts_of_accounts(&mut texts, paths, &path, &stop.accounts);
            }
            texts
        }
    );
    each!(
        &shelves.scenes.entries,
        |scene: &'a super::schema::SceneFile| named(
            paths,
            [("title", &scene.title), ("text", &scene.text),]
        )
    );
}

fn named<'a, const N: usize>(paths: Paths, texts: [(&str, &'a Text); N]) -> Texts<'a> {
    texts
        .into_iter()
        .map(|(field, text)| (paths.path(|| field.to_owned()), text))
        .collect()
}

fn texts_of_accounts<'a>(
    texts: &mut Texts<'a>,
    paths: Paths,
    path: &dyn Fn() -> String,
    accounts: &'a [AccountFile],
) {
    for (idx, account) in accounts.iter().enumerate() {
        let mut add = |field: &dyn Fn() -> String, text: &'a Text| {
            texts.push((
                paths.path(|| format!("{}[{idx}].{}", path(), field())),
                text,
            ));
        };
        add(&|| "says".to_owned(), &account.says);
        add(&|| "inference".to_owned(), &account.inference);
        if let Some(LocatorFile::Section(name)) = &account.locator {
            add(&|| "locator".to_owned(), name);
        }
        for (number, count) in account.counts.iter().enumerate() {
            add(&|| format!("counts[{number}].note"), &count.note);
        }
        if let Some(excerpt) = &account.excerpt {
            add(&|| "excerpt.rendering".to_owned(), &excerpt.rendering);
        }
    }
}
