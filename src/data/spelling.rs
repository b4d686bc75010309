//! Names that are spelled in two ways, within one language.
//!
//! The names of places and actors are the table that all other texts are held against: a word
//! that is one of these names but for its diacritics, doubled letters and the like is probably
//! a slip. Spellings that differ more, such as older transliterations, are listed in
//! `spellings.ron`.

use super::check::Shelves;
use super::diagnostic::Severity;
use super::languages::{Paths, each_record};
use super::schema::{ChronicleFile, RecordKind as _, SourceFile, Text};
use super::shelf::{Entry, Log, Meta, Note};
use super::similar::plain_letter;
use crate::model::Language;
use std::collections::{BTreeMap, BTreeSet};

/// Shorter names are too often the beginning of another word.
const MIN_LETTERS: usize = 5;

/// Say of each text in which a name is spelled in another way than in the records.
pub(super) fn check(log: &mut Log, head: &Entry<ChronicleFile>, shelves: &Shelves) {
    let names = Names::of(shelves);
    let mut found: Vec<(&Meta, String, Note)> = Vec::new();
    each_record(head, shelves, Paths::Written, &mut |meta, texts| {
        // Bibliographic entries keep the spelling that is printed.
        if meta.word == SourceFile::WORD {
            return;
        }
        // What renders a quotation may keep its spelling.
        let own = |(path, text): &&(String, &Text)| !text.is_plain && !path.ends_with("rendering");
        for (path, text) in texts.iter().filter(own) {
            for (language, words) in text.local.iter() {
                let path = format!("{path}.{}", language.code());
                let notes = names.slips(language, words).into_iter();
                found.extend(notes.map(|note| (meta, path.clone(), note)));
            }
        }
    });
    for (meta, path, note) in found {
        log.say(meta, &path, Severity::Remark, note);
    }
}

/// The names of one chronicle.
#[derive(Default)]
struct Names {
    /// By language and what is left of a name's word without the accidents of spelling: the
    /// beginnings that it is written with.
    written: BTreeMap<(Language, String), BTreeSet<String>>,
    /// By language: what must not be written, and what to write.
    never: Vec<(Language, String, String)>,
}

impl Names {
    fn of(shelves: &Shelves) -> Self {
        let mut names = Self::default();
        let places = shelves.places.entries.iter();
        for place in places.filter_map(|entry| entry.value.as_ref()) {
            names.add(&place.name);
            names.add(&place.old_name);
        }
        let actors = shelves.actors.entries.iter();
        for actor in actors.filter_map(|entry| entry.value.as_ref()) {
            names.add(&actor.name);
            names.add(&actor.short);
        }
        let spellings = shelves.spellings.entries.iter();
        for spelling in spellings.filter_map(|entry| entry.value.as_ref()) {
            for (language, never) in spelling.never.iter() {
                let write = spelling.write.local.get(language);
                for word in never {
                    let entry = (language, word.clone(), write.to_owned());
                    names.never.push(entry);
                }
            }
        }
        names
    }

    fn add(&mut self, name: &Text) {
        for (language, words) in name.local.iter() {
            for word in capitalised(words) {
                let stem = stem(language, word);
                if stem.chars().count() >= MIN_LETTERS {
                    let key = (language, skeleton(language, stem));
                    let written = small_letters(stem);
                    self.written.entry(key).or_default().insert(written);
                }
            }
        }
    }

    /// What is wrong with the names in a text.
    fn slips(&self, language: Language, text: &str) -> Vec<Note> {
        let mut notes = Vec::new();
        for (_, word, write) in self.never.iter().filter(|(lang, ..)| *lang == language) {
            if begins_a_word(text, word) {
                let note = Note::from(format!("“{word}” is listed as not to be written"));
                notes.push(note.hint(format!("write “{write}”")));
            }
        }
        for word in capitalised(text) {
            if let Some(write) = self.other_spelling(language, word) {
                let note = Note::from(format!("“{word}” is spelled in another way elsewhere"));
                notes.push(note.hint(format!("a name in the records begins with “{write}”")));
            }
        }
        notes
    }

    /// How a name is written in the records that this word is another spelling of.
    fn other_spelling(&self, language: Language, word: &str) -> Option<&str> {
        let bare: Vec<char> = skeleton(language, word).chars().collect();
        let lower = small_letters(word);
        let shortest = bare.len().saturating_sub(max_ending(language)).max(1);
        let mut other = None;
        for len in (shortest..=bare.len()).rev() {
            let key = (language, bare[..len].iter().collect::<String>());
            let Some(written) = self.written.get(&key) else {
                continue;
            };
            if written.iter().any(|name| lower.starts_with(name.as_str())) {
                return None;
            }
            other = other.or(written.first().map(String::as_str));
        }
        other
    }
}

/// The words of a text that begin with a capital letter, but not those that begin a quotation: the
/// title of a work keeps its own spelling.
fn capitalised(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    text.split(|letter: char| !letter.is_alphabetic())
        .filter(move |word| {
            let before = text[..at].chars().next_back();
            at += word.len();
            at += text[at..].chars().next().map_or(0, char::len_utf8);
            word.starts_with(char::is_uppercase) && !matches!(before, Some('“' | '«'))
        })
}

/// A word in small letters, without the circumflexes that Turkish may leave out.
fn small_letters(word: &str) -> String {
    let letters = word.chars().flat_map(char::to_lowercase);
    letters
        .filter(|&letter| letter != '\u{307}')
        .map(|letter| match letter {
            'â' => 'a',
            'î' => 'i',
            'û' => 'u',
            other => other,
        })
        .collect()
}

/// Whether a word of the text begins with this one.
fn begins_a_word(text: &str, word: &str) -> bool {
    let mut hits = text.match_indices(word);
    hits.any(|(at, _)| !text[..at].ends_with(char::is_alphabetic))
}

/// How many letters of ending a name may have behind it.
fn max_ending(language: Language) -> usize {
    match language {
        Language::En => 3,
        Language::Az | Language::Ru | Language::Tr => 6,
    }
}

/// A name without the last letters that endings may change.
fn stem(language: Language, name: &str) -> &str {
    let endings: &[char] = match language {
        Language::Ru => &['а', 'я', 'о', 'е', 'и', 'ы', 'й'],
        Language::Az | Language::Tr => &['a', 'ə', 'e', 'ı', 'i', 'o', 'ö', 'u', 'ü'],
        Language::En => &[],
    };
    let stem = name.strip_suffix(endings).unwrap_or(name);
    stem.strip_suffix('ь').unwrap_or(stem)
}

/// A word in small letters without the accidents of spelling: diacritics, doubled letters, signs.
fn skeleton(language: Language, word: &str) -> String {
    let mut bare = String::new();
    for letter in small_letters(word).chars() {
        let plain = match letter {
            'ё' => 'е',
            'й' => 'и',
            'ъ' | 'ь' => continue,
            other => plain_letter(other),
        };
        if !bare.ends_with(plain) {
            bare.push(plain);
        }
    }
    // English writes the same ending with either letter.
    if language == Language::En && bare.ends_with('y') {
        bare.pop();
        bare.push('i');
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::LocalText;

    fn check(language: Language, names: &[&str], text: &str, expected: &[&str]) {
        let mut table = Names::default();
        for name in names {
            let local = LocalText::one(language, name);
            table.add(&Text {
                local,
                is_plain: false,
            });
        }
        table
            .never
            .push((Language::En, "Nakhichevan".into(), "Nakhchivan".into()));
        let slips = table.slips(language, text);
        let told: Vec<&str> = slips.iter().map(|note| note.message.as_str()).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn other_spellings_of_a_name_are_found() {
        let slip = "“Bileceri” is spelled in another way elsewhere";
        check(
            Language::Az,
            &["Biləcəri"],
            "Bileceridən Biləcəriyə",
            &["“Bileceridən” is spelled in another way elsewhere"],
        );
        check(Language::Az, &["Biləcəri"], "Bileceri", &[slip]);
        check(Language::Az, &["Biləcəri", "Bileceri"], "Bileceri", &[]);
        check(
            Language::Ru,
            &["Баладжары", "Самур"],
            "из Баладжар, за Самуром, в Балладжарах",
            &["“Балладжарах” is spelled in another way elsewhere"],
        );
        check(
            Language::Ru,
            &["Закавказье", "Правда"],
            "Закавказская федерация, «Закавказзе»",
            &[],
        );
        check(Language::Tr, &["Kâzım", "İsmail"], "Kazım, İsmayılov", &[]);
        check(
            Language::En,
            &["Ganja"],
            "to Nakhichevan; Gan and Ganjali",
            &["“Nakhichevan” is listed as not to be written"],
        );
    }
}
