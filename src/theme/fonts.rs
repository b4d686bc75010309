//! The two families: a sans for the interface and places, a serif for titles and quotations.

use egui::{FontData, FontDefinitions, FontFamily};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A face in use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Face {
    /// The interface and places.
    Sans,
    /// Emphasis in the interface.
    SansBold,
    /// Excerpts.
    Serif,
    /// Titles.
    SerifBold,
    /// Waters.
    SerifItalic,
}

impl Face {
    /// egui's family for this face.
    pub fn family(self) -> FontFamily {
        match self {
            Self::Sans => FontFamily::Proportional,
            Self::SansBold => FontFamily::Name("sans-bold".into()),
            Self::Serif => FontFamily::Name("serif".into()),
            Self::SerifBold => FontFamily::Name("serif-bold".into()),
            Self::SerifItalic => FontFamily::Name("serif-italic".into()),
        }
    }
}

/// Our fonts and nothing of the system's, so that pictures are the same everywhere.
pub fn font_definitions() -> FontDefinitions {
    let files: [(&str, &'static [u8]); 5] = [
        (
            "sans",
            include_bytes!("../../assets/fonts/NotoSans-Regular.ttf"),
        ),
        (
            "sans-bold",
            include_bytes!("../../assets/fonts/NotoSans-Bold.ttf"),
        ),
        (
            "serif",
            include_bytes!("../../assets/fonts/NotoSerif-Regular.ttf"),
        ),
        (
            "serif-bold",
            include_bytes!("../../assets/fonts/NotoSerif-Bold.ttf"),
        ),
        (
            "serif-italic",
            include_bytes!("../../assets/fonts/NotoSerif-Italic.ttf"),
        ),
    ];
    let font_data = files
        .iter()
        .map(|&(name, bytes)| (name.to_owned(), Arc::new(FontData::from_static(bytes))))
        .collect();
    // The sans covers most symbols, so it stands behind every other face.
    let family = |face: Face, name: &str| (face.family(), vec![name.to_owned(), "sans".to_owned()]);
    let mut families: BTreeMap<FontFamily, Vec<String>> = [
        family(Face::SansBold, "sans-bold"),
        family(Face::Serif, "serif"),
        family(Face::SerifBold, "serif-bold"),
        family(Face::SerifItalic, "serif-italic"),
    ]
    .into();
    families.insert(FontFamily::Proportional, vec!["sans".to_owned()]);
    families.insert(FontFamily::Monospace, vec!["sans".to_owned()]);
    FontDefinitions {
        font_data,
        families,
    }
}
