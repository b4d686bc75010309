//! Text that stays legible on any ground.

use egui::{Color32, FontId, Galley, Painter, Pos2, Rect, vec2};
use std::sync::Arc;

/// Paint laid-out text with a halo around it; `galley` must have been laid out in the
/// placeholder colour.
pub fn halo_galley(painter: &Painter, at: Pos2, galley: &Arc<Galley>, ink: Color32, halo: Color32) {
    const REACH: f32 = 1.25;
    const DIAGONAL: f32 = 0.9;
    for (dx, dy) in [
        (-REACH, 0.0),
        (REACH, 0.0),
        (0.0, -REACH),
        (0.0, REACH),
        (-DIAGONAL, -DIAGONAL),
        (DIAGONAL, -DIAGONAL),
        (-DIAGONAL, DIAGONAL),
        (DIAGONAL, DIAGONAL),
    ] {
        painter.galley_with_override_text_color(at + vec2(dx, dy), galley.clone(), halo);
    }
    painter.galley_with_override_text_color(at, galley.clone(), ink);
}

/// Paint one line of text with a halo, its left top at `at`; returns the rectangle it covers.
pub fn halo_text(
    painter: &Painter,
    at: Pos2,
    text: &str,
    font: FontId,
    ink: Color32,
    halo: Color32,
) -> Rect {
    let galley = painter.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
    halo_galley(painter, at, &galley, ink, halo);
    Rect::from_min_size(at, galley.size())
}
