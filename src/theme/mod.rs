//! Colours, fonts and sizes: the only place that holds them.

mod fonts;
mod palette;

pub use fonts::{Face, font_definitions};
pub use palette::{Theme, ThemeError};

use egui::{FontId, Margin, Stroke, Visuals};

/// The sizes of type in use, in points.
pub mod size {
    /// Remarks, ticks, small places.
    pub const SMALL: f32 = 12.0;
    /// Running text.
    pub const BODY: f32 = 14.0;
    /// Titles in lists.
    pub const LARGE: f32 = 16.0;
    /// Headings.
    pub const HEADING: f32 = 20.0;
    /// The title of a picture.
    pub const TITLE: f32 = 26.0;
}

/// A font of this face and size.
pub fn font(face: Face, size: f32) -> FontId {
    FontId::new(size, face.family())
}

/// Give this context our fonts and the theme's look.
pub fn install(ctx: &egui::Context, theme: &Theme) {
    ctx.set_fonts(font_definitions());
    restyle(ctx, theme);
}

/// Change the look; the fonts stay.
pub fn restyle(ctx: &egui::Context, theme: &Theme) {
    ctx.set_theme(if theme.dark {
        egui::Theme::Dark
    } else {
        egui::Theme::Light
    });
    ctx.all_styles_mut(|style| {
        style.visuals = visuals(theme);
        style.text_styles = text_styles();
        style.spacing.item_spacing = egui::vec2(8.0, 6.0);
        style.spacing.button_padding = egui::vec2(7.0, 3.0);
        style.spacing.menu_margin = Margin::same(6);
        style.animation_time = 0.12;
        style.interaction.tooltip_delay = 0.35;
        style.url_in_tooltip = false;
    });
}

fn text_styles() -> std::collections::BTreeMap<egui::TextStyle, FontId> {
    use egui::TextStyle;
    [
        (TextStyle::Small, font(Face::Sans, size::SMALL)),
        (TextStyle::Body, font(Face::Sans, size::BODY)),
        (TextStyle::Button, font(Face::Sans, size::BODY)),
        (TextStyle::Heading, font(Face::SerifBold, size::HEADING)),
        (TextStyle::Monospace, font(Face::Sans, size::BODY)),
    ]
    .into()
}

fn visuals(theme: &Theme) -> Visuals {
    let mut visuals = if theme.dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    visuals.override_text_color = Some(theme.ink);
    visuals.panel_fill = theme.panel;
    visuals.window_fill = theme.raised;
    visuals.extreme_bg_color = theme.paper;
    visuals.faint_bg_color = theme.paper;
    visuals.window_stroke = Stroke::new(1.0, theme.rule);
    visuals.hyperlink_color = theme.accent;
    visuals.error_fg_color = theme.error;
    visuals.warn_fg_color = theme.warning;
    visuals.selection.bg_fill = theme.accent_soft;
    visuals.selection.stroke = Stroke::new(1.5, theme.accent);
    let widgets = &mut visuals.widgets;
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, theme.rule);
    widgets.noninteractive.fg_stroke = Stroke::new(1.0, theme.ink);
    for (widget, fill) in [
        (&mut widgets.inactive, theme.raised),
        (&mut widgets.hovered, theme.accent_soft),
        (&mut widgets.active, theme.accent_soft),
        (&mut widgets.open, theme.raised),
    ] {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.fg_stroke = Stroke::new(1.2, theme.ink);
        widget.bg_stroke = Stroke::new(1.0, theme.rule);
        widget.expansion = 0.0;
    }
    widgets.hovered.bg_stroke = Stroke::new(1.0, theme.ink_faint);
    widgets.active.bg_stroke = Stroke::new(1.5, theme.accent);
    visuals
}
