//! The languages of the interface: messages from `assets/locales`, formatted by Fluent.

mod date_words;

use crate::model::Language;
use crate::time::{DateWords, Minute, Precision, When};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::fmt;

pub use fluent_bundle::FluentValue as Value;

/// The messages of one language.
pub struct Locale {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    date_words: DateWords,
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locale")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

impl Locale {
    /// The messages of this language.
    pub fn new(language: Language) -> Self {
        let bundle = bundle(language);
        let date_words = date_words::from_messages(&bundle);
        Self {
            language,
            bundle,
            date_words,
        }
    }

    /// Which language this is.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message with this id. A message that does not exist shows as its id; a test sees to it
    /// that there is none.
    pub fn tr(&self, id: &str) -> String {
        message(&self.bundle, id, None)
    }

    /// The message with this id and these values in it.
    pub fn tr_with(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let args: FluentArgs<'_> = values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        message(&self.bundle, id, Some(&args))
    }

    /// The words that dates are made of.
    pub fn date_words(&self) -> &DateWords {
        &self.date_words
    }

    /// A date in words; with `old_style` in both styles where they differ.
    pub fn when(&self, when: &When, old_style: bool) -> String {
        crate::time::format_when(when, &self.date_words, old_style)
    }

    /// A moment in words, to the minute.
    pub fn minute(&self, minute: Minute) -> String {
        crate::time::format_minute(minute, Precision::Minute, &self.date_words)
    }

    /// A number in the language's way of writing, with no more decimals than it needs.
    pub fn number(&self, value: f64) -> String {
        let rounded = (value * 100.0).round() / 100.0;
        let plain = format!("{}", rounded.abs());
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let (group, point) = match self.language {
            Language::En => (",", "."),
            Language::Tr => (".", ","),
            Language::Az | Language::Ru => ("\u{a0}", ","),
        };
        let mut text = String::new();
        for (idx, digit) in whole.chars().enumerate() {
            let is_group_start = idx > 0 && (whole.len() - idx).is_multiple_of(3);
            if is_group_start && whole.len() > 4 {
                text.push_str(group);
            }
            text.push(digit);
        }
        if !decimals.is_empty() {
            text.push_str(point);
            text.push_str(decimals);
        }
        if rounded < 0.0 {
            format!("-{text}")
        } else {
            text
        }
    }
}

fn source(language: Language) -> &'static str {
    match language {
        Language::Az => include_str!("../../assets/locales/az.ftl"),
        Language::En => include_str!("../../assets/locales/en.ftl"),
        Language::Ru => include_str!("../../assets/locales/ru.ftl"),
        Language::Tr => include_str!("../../assets/locales/tr.ftl"),
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let id = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![id]);
    // The marks that isolate values of another direction would show as boxes.
    bundle.set_use_isolating(false);
    // A faulty line costs its own message only; the tests read every message of every language.
    let resource = match FluentResource::try_new(source(language).to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
}

fn message(
    bundle: &FluentBundle<FluentResource>,
    id: &str,
    args: Option<&FluentArgs<'_>>,
) -> String {
    let pattern = bundle.get_message(id).and_then(|message| message.value());
    let Some(pattern) = pattern else {
        return id.to_owned();
    };
    bundle
        .format_pattern(pattern, args, &mut Vec::new())
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_free_of_faults() {
        for language in Language::ALL {
            let faults = FluentResource::try_new(source(language).to_owned()).err();
            assert!(
                faults.is_none(),
                "{language:?}: {:?}",
                faults.map(|(_, errors)| errors)
            );
        }
    }

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        let written = |language, value| Locale::new(language).number(value);
        assert_eq!(written(Language::En, 12_345.5), "12,345.5");
        assert_eq!(written(Language::Tr, 12_345.5), "12.345,5");
        assert_eq!(written(Language::Az, 3000.0), "3000");
        assert_eq!(written(Language::Ru, -20_000.0), "-20\u{a0}000");
    }
}
