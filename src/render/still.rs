//! A picture: frames of the views on a fresh context until nothing moves any more.

use super::Recipe;
use super::raster::{self, Picture, Textures};
use crate::geo::TileSource;
use crate::locale::Locale;
use crate::model::Chronicle;
use crate::theme::{self, Theme, ThemeError};
use crate::view::{self, Actions, AreaLabel, Local, Mode, Status, ViewCtx};
use egui::{RawInput, Rect, vec2};

/// After so many frames a picture is taken as it is; two are the rule.
const MAX_FRAMES: usize = 12;
/// egui needs one frame to measure and one to place.
const MIN_FRAMES: usize = 3;

/// What every picture of a chronicle is drawn from.
#[derive(Clone, Copy)]
pub struct Stage<'a> {
    /// The chronicle.
    pub chronicle: &'a Chronicle,
    /// The base map.
    pub basemap: &'a dyn TileSource,
    /// Names on the base map.
    pub area_labels: &'a [AreaLabel],
}

/// A finished picture with the words that belong to it.
pub struct Still {
    /// The pixels.
    pub picture: Picture,
    /// Title and date.
    pub title: String,
    /// The sources of what it shows.
    pub sources: String,
    /// Whom the map must name.
    pub attribution: String,
}

/// Draw a picture with this many threads.
///
/// # Errors
///
/// If the shipped theme cannot be read.
pub fn draw(stage: Stage<'_>, recipe: &Recipe, threads: usize) -> Result<Still, ThemeError> {
    let theme = Theme::load(recipe.state.theme)?;
    let locale = Locale::new(recipe.state.language);
    let status = Status::default();
    let ctx = ViewCtx {
        chronicle: stage.chronicle,
        state: &recipe.state,
        locale: &locale,
        theme: &theme,
        basemap: stage.basemap,
        area_labels: stage.area_labels,
        problems: &[],
        status: &status,
        map_size: [0.0; 2],
        mode: Mode::Still,
    };
    let egui_ctx = egui::Context::default();
    theme::install(&egui_ctx, &theme);
    let mut local = Local::default();
    let mut textures = Textures::default();
    let mut frame_idx = 0;
    let output = loop {
        let mut actions = Actions::default();
        let input = raw_input(recipe, frame_idx);
        let mut output = egui_ctx.run_ui(input, |ui| {
            view::shell_ui(ui, &ctx, &mut local, &mut actions);
        });
        textures.apply(&output.textures_delta);
        output.textures_delta.clear();
        frame_idx += 1;
        let settled = !egui_ctx.has_requested_repaint();
        if (settled && frame_idx >= MIN_FRAMES) || frame_idx >= MAX_FRAMES {
            break output;
        }
    };
    let triangles = egui_ctx.tessellate(output.shapes, output.pixels_per_point);
    let picture = raster::paint(
        recipe.size_px(),
        recipe.scale,
        theme.paper,
        &triangles,
        &textures,
        threads,
    );
    let date = locale.minute(recipe.state.view.cursor);
    Ok(Still {
        picture,
        title: format!(
            "{} · {date}",
            stage.chronicle.title().get(recipe.state.language)
        ),
        sources: view::footer_text(&ctx),
        attribution: stage.basemap.attribution().to_owned(),
    })
}

/// One frame's input: a screen of the picture's size, no pointer, a clock that stands still but
/// for a step that ends all easing.
fn raw_input(recipe: &Recipe, frame_idx: usize) -> RawInput {
    let size = vec2(recipe.size[0] as f32, recipe.size[1] as f32);
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, size)),
        time: Some(frame_idx as f64),
        predicted_dt: 1.0,
        focused: false,
        ..Default::default()
    };
    if let Some(viewport) = input.viewports.get_mut(&egui::ViewportId::ROOT) {
        viewport.native_pixels_per_point = Some(recipe.scale);
    }
    input
}
