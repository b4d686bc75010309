//! The languages of the interface and texts written in several of them.

use std::sync::Arc;

/// A language of the interface.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Language {
    /// Azerbaijani.
    Az,
    /// English.
    #[default]
    En,
    /// Russian.
    Ru,
    /// Turkish.
    Tr,
}

impl Language {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Az, Self::En, Self::Ru, Self::Tr];

    /// The two-letter code of ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Self::Az => "az",
            Self::En => "en",
            Self::Ru => "ru",
            Self::Tr => "tr",
        }
    }

    /// The language's name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Az => "Azərbaycanca",
            Self::En => "English",
            Self::Ru => "Русский",
            Self::Tr => "Türkçe",
        }
    }

    /// The language of a code or locale name such as `az`, `az-AZ` or `tr_TR.UTF-8`.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_', '.']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }
}

/// A text for people in one or more languages.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LocalText {
    /// Shared, for the same text stands in a file's record and in the chronicle's.
    texts: [Option<Arc<str>>; Language::ALL.len()],
}

impl LocalText {
    /// A text in one language.
    pub fn one(language: Language, text: &str) -> Self {
        let mut local = Self::default();
        local.set(language, text);
        local
    }

    /// The same words in all languages: names and titles that nobody translates.
    pub fn same(text: &str) -> Self {
        let mut local = Self::default();
        for language in Language::ALL {
            local.set(language, text);
        }
        local
    }

    /// Set the words of one language.
    pub fn set(&mut self, language: Language, text: &str) {
        self.texts[language as usize] = Some(text.into());
    }

    /// The words of exactly this language.
    pub fn exact(&self, language: Language) -> Option<&str> {
        self.texts[language as usize].as_deref()
    }

    /// The words in `language`, or in the next best language that has any.
    pub fn get(&self, language: Language) -> &str {
        let order = [
            language,
            Language::En,
            Language::Az,
            Language::Ru,
            Language::Tr,
        ];
        order
            .into_iter()
            .find_map(|lang| self.exact(lang))
            .unwrap_or_default()
    }

    /// Whether no language has any words.
    pub fn is_empty(&self) -> bool {
        self.texts.iter().all(Option::is_none)
    }

    /// Every language that has words, with them.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        Language::ALL
            .into_iter()
            .filter_map(|lang| Some((lang, self.exact(lang)?)))
    }
}
