//! The palettes, read from `assets/theme`.

use crate::state::ThemeId;
use egui::Color32;
use serde::Deserialize;

/// The colours of one theme.
#[derive(Clone, PartialEq, Debug)]
pub struct Theme {
    /// Whether it is meant for dark rooms.
    pub dark: bool,
    /// The ground of maps and chronologies.
    pub paper: Color32,
    /// The ground of bars and panels.
    pub panel: Color32,
    /// The ground of buttons, cards and windows.
    pub raised: Color32,
    /// Text.
    pub ink: Color32,
    /// Secondary text.
    pub ink_soft: Color32,
    /// What should hardly be seen.
    pub ink_faint: Color32,
    /// Rules and frames.
    pub rule: Color32,
    /// Selection and cursor.
    pub accent: Color32,
    /// The ground of what is selected.
    pub accent_soft: Color32,
    /// Land on the map.
    pub land: Color32,
    /// Sea and lakes.
    pub sea: Color32,
    /// Coasts and shores.
    pub coast: Color32,
    /// Rivers.
    pub river: Color32,
    /// Railways.
    pub rail: Color32,
    /// Names of waters.
    pub water_text: Color32,
    /// Around text on the map.
    pub halo: Color32,
    /// Errors.
    pub error: Color32,
    /// Warnings.
    pub warning: Color32,
    /// The hues of the sides.
    sides: Vec<Color32>,
}

/// A theme file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// It is not RON of the right shape.
    #[error("the theme file cannot be read: {0}")]
    Ron(#[from] ron::error::SpannedError),
    /// A colour is not of the form `#rrggbb`.
    #[error("`{0}` is not a colour of the form #rrggbb")]
    Color(String),
}

impl Theme {
    /// The theme with this id.
    ///
    /// # Errors
    ///
    /// If the shipped file is damaged; a test reads all of them.
    pub fn load(id: ThemeId) -> Result<Self, ThemeError> {
        Self::parse(match id {
            ThemeId::Light => include_str!("../../assets/theme/light.ron"),
            ThemeId::Dark => include_str!("../../assets/theme/dark.ron"),
            ThemeId::Print => include_str!("../../assets/theme/print.ron"),
        })
    }

    /// A theme from the text of its file.
    ///
    /// # Errors
    ///
    /// If the text is not a theme.
    pub fn parse(text: &str) -> Result<Self, ThemeError> {
        let file: ThemeFile = ron::from_str(text)?;
        Ok(Self {
            dark: file.dark,
            paper: color(&file.paper)?,
            panel: color(&file.panel)?,
            raised: color(&file.raised)?,
            ink: color(&file.ink)?,
            ink_soft: color(&file.ink_soft)?,
            ink_faint: color(&file.ink_faint)?,
            rule: color(&file.rule)?,
            accent: color(&file.accent)?,
            accent_soft: color(&file.accent_soft)?,
            land: color(&file.land)?,
            sea: color(&file.sea)?,
            coast: color(&file.coast)?,
            river: color(&file.river)?,
            rail: color(&file.rail)?,
            water_text: color(&file.water_text)?,
            halo: color(&file.halo)?,
            error: color(&file.error)?,
            warning: color(&file.warning)?,
            sides: file
                .sides
                .iter()
                .map(|text| color(text))
                .collect::<Result<_, _>>()?,
        })
    }

    /// The colour of a side by its hue; without a side, soft ink.
    pub fn side(&self, hue: Option<u8>) -> Color32 {
        let hue = hue.and_then(|hue| self.sides.get(usize::from(hue)));
        hue.copied().unwrap_or(self.ink_soft)
    }

    /// `color` at this opacity, 0 to 1.
    pub fn faded(&self, color: Color32, opacity: f32) -> Color32 {
        color.gamma_multiply(opacity.clamp(0.0, 1.0))
    }

    /// The CSS form of a colour, for map styles.
    pub fn css(color: Color32) -> String {
        format!("#{:02x}{:02x}{:02x}", color.r(), color.g(), color.b())
    }
}

#[derive(Deserialize)]
#[serde(rename = "Theme", deny_unknown_fields)]
struct ThemeFile {
    dark: bool,
    paper: String,
    panel: String,
    raised: String,
    ink: String,
    ink_soft: String,
    ink_faint: String,
    rule: String,
    accent: String,
    accent_soft: String,
    land: String,
    sea: String,
    coast: String,
    river: String,
    rail: String,
    water_text: String,
    halo: String,
    error: String,
    warning: String,
    sides: Vec<String>,
}

#[expect(
    clippy::disallowed_methods,
    reason = "the theme files are where colours come from"
)]
fn color(text: &str) -> Result<Color32, ThemeError> {
    let well_formed = text.len() == 7 && text.starts_with('#');
    let parsed = if well_formed {
        Color32::from_hex(text).ok()
    } else {
        None
    };
    parsed.ok_or_else(|| ThemeError::Color(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast after WCAG 2.2, "contrast ratio".
    fn contrast(a: Color32, b: Color32) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        let luminance = |c: Color32| {
            0.2126 * channel(c.r()) + 0.7152 * channel(c.g()) + 0.0722 * channel(c.b())
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_theme_reads_and_is_legible() {
        for id in ThemeId::ALL {
            let theme = Theme::load(id).unwrap();
            for ground in [theme.paper, theme.panel, theme.raised] {
                for text in [theme.ink, theme.ink_soft, theme.error, theme.warning] {
                    assert!(
                        contrast(text, ground) >= 4.5,
                        "{id:?}: {text:?} on {ground:?}"
                    );
                }
                assert!(
                    contrast(theme.accent, ground) >= 4.5,
                    "{id:?}: accent on {ground:?}"
                );
            }
            assert!(
                contrast(theme.water_text, theme.sea) >= 4.5,
                "{id:?}: water names"
            );
            for side in &theme.sides {
                assert!(contrast(*side, theme.paper) >= 3.0, "{id:?}: side {side:?}");
            }
        }
    }

    #[test]
    fn a_wrong_colour_is_named() {
        let text = include_str!("../../assets/theme/light.ron").replace("#f7f3ea", "paper");
        assert!(
            Theme::parse(&text)
                .unwrap_err()
                .to_string()
                .contains("`paper`")
        );
    }
}
