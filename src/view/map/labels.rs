//! Room on the map: what is placed keeps others away, the important first.

use super::{Screen, ViewCtx};
use crate::theme::{Face, font, size};
use crate::view::{AreaKind, words};
use crate::widget::halo_galley;
use egui::epaint::TextShape;
use egui::{Color32, FontId, Galley, Pos2, Rect, Ui, Vec2, pos2, vec2};
use std::sync::Arc;

/// The pane with what is already placed on it.
pub(super) struct Board {
    pane: Rect,
    taken: Vec<Rect>,
}

impl Board {
    pub(super) fn new(pane: Rect) -> Self {
        Self {
            pane,
            taken: Vec::new(),
        }
    }

    /// Keep others away from here.
    pub(super) fn take(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    /// Whether `rect` is in the pane and free.
    pub(super) fn is_free(&self, rect: Rect) -> bool {
        self.pane.shrink(2.0).contains_rect(rect)
            && !self.taken.iter().any(|other| other.intersects(rect))
    }

    /// The first free one of some rectangles of this size, each given by its offset from `at`;
    /// what is found is taken.
    pub(super) fn place(&mut self, at: Pos2, size: Vec2, offsets: &[Vec2]) -> Option<Rect> {
        let candidates = offsets
            .iter()
            .map(|&offset| Rect::from_min_size(at + offset, size));
        let rect = candidates
            .into_iter()
            .find(|rect| self.is_free(rect.expand(1.0)))?;
        self.take(rect);
        Some(rect)
    }
}

/// Where a label of this size may stand around a mark of this radius: right, left, above, below.
pub(super) fn around(size: Vec2, radius: f32) -> [Vec2; 6] {
    let (w, h) = (size.x, size.y);
    [
        vec2(radius + 3.0, -h / 2.0),
        vec2(-radius - 3.0 - w, -h / 2.0),
        vec2(-w / 2.0, -radius - 2.0 - h),
        vec2(-w / 2.0, radius + 2.0),
        vec2(radius + 1.0, -h - 1.0),
        vec2(radius + 1.0, 1.0),
    ]
}

/// A line of text in the placeholder colour.
pub(super) fn lay_out(ui: &Ui, text: &str, font: FontId) -> Arc<Galley> {
    ui.painter()
        .layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER)
}

/// The names of seas, lakes, rivers and mountains, where there is room for them.
pub(super) fn area_labels(ui: &Ui, ctx: &ViewCtx<'_>, screen: &Screen, board: &mut Board) {
    let painter = ui.painter().with_clip_rect(screen.rect);
    for label in ctx.area_labels {
        if screen.zoom < label.min_zoom {
            continue;
        }
        let center = screen.pos(label.at);
        if !screen.shows(center, 0.0) {
            continue;
        }
        let (face, size, color) = match label.kind {
            AreaKind::Sea => (Face::SerifItalic, size::HEADING, ctx.theme.water_text),
            AreaKind::Lake => (Face::SerifItalic, size::BODY, ctx.theme.water_text),
            AreaKind::River => (Face::SerifItalic, size::SMALL, ctx.theme.water_text),
            AreaKind::Mountain => (Face::SerifItalic, size::BODY, ctx.theme.ink_faint),
        };
        let galley = lay_out(ui, words::text(ctx, &label.name), font(face, size));
        let angle = (label.angle_deg as f32).to_radians();
        let (sin, cos) = (libm::sinf(angle), libm::cosf(angle));
        let size = galley.size();
        // A river's name runs beside the river, above it, not on it.
        let aside = if label.kind == AreaKind::River {
            size.y * 0.7
        } else {
            0.0
        };
        let center = center + vec2(sin, -cos) * aside;
        // The room that the turned writing covers.
        let extent = vec2(
            size.x * cos.abs() + size.y * sin.abs(),
            size.x * sin.abs() + size.y * cos.abs(),
        );
        let rect = Rect::from_center_size(center, extent);
        if !board.is_free(rect) {
            continue;
        }
        board.take(rect);
        if angle == 0.0 {
            halo_galley(
                &painter,
                rect.min,
                &galley,
                color,
                ctx.theme.faded(ctx.theme.halo, 0.5),
            );
            continue;
        }
        let half = vec2(
            size.x / 2.0 * cos - size.y / 2.0 * sin,
            size.x / 2.0 * sin + size.y / 2.0 * cos,
        );
        let at = pos2(center.x - half.x, center.y - half.y);
        let halo = ctx.theme.faded(ctx.theme.halo, 0.7);
        for (offset, color) in [
            (vec2(-1.2, 0.0), halo),
            (vec2(1.2, 0.0), halo),
            (vec2(0.0, -1.2), halo),
            (vec2(0.0, 1.2), halo),
            (vec2(0.0, 0.0), color),
        ] {
            let text = TextShape::new(at + offset, galley.clone(), color);
            painter.add(text.with_override_text_color(color).with_angle(angle));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_placed_keeps_others_away() {
        let mut board = Board::new(Rect::from_min_size(Pos2::ZERO, vec2(400.0, 300.0)));
        let size = vec2(60.0, 14.0);
        let first = board
            .place(pos2(100.0, 100.0), size, &around(size, 4.0))
            .unwrap();
        let second = board
            .place(pos2(100.0, 100.0), size, &around(size, 4.0))
            .unwrap();
        assert!(!first.intersects(second));
        assert!(
            board
                .place(pos2(398.0, 298.0), size, &[vec2(2.0, 2.0)])
                .is_none()
        );
    }
}
