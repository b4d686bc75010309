//! Buttons with a drawn icon, a name for screen readers and a word on hover.

use crate::theme::Theme;
use egui::epaint::PathShape;
use egui::{Color32, CursorIcon, Painter, Rect, Response, Sense, Shape, Stroke, Ui};
use egui::{Role, WidgetInfo, pos2, vec2};

/// An icon, drawn as paths so that it needs no font.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Icon {
    /// Run.
    Play,
    /// Stop.
    Pause,
    /// To the event before.
    Previous,
    /// To the next event.
    Next,
    /// Closer.
    Plus,
    /// Farther.
    Minus,
    /// Everything into view.
    Fit,
    /// The selection into view.
    Target,
    /// Close.
    Close,
    /// Fold to the side.
    Fold,
}

/// A square button. `label` is its accessible name and its word on hover.
pub fn icon_button(ui: &mut Ui, icon: Icon, label: &str, theme: &Theme) -> Response {
    let side = ui.spacing().interact_size.y.max(26.0);
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, label));
    if ui.is_rect_visible(rect) {
        let visuals = ui.style().interact(&response);
        let ground = rect.shrink(1.0);
        ui.painter().rect(
            ground,
            4.0,
            visuals.weak_bg_fill,
            if response.has_focus() {
                Stroke::new(2.0, theme.accent)
            } else {
                visuals.bg_stroke
            },
            egui::StrokeKind::Inside,
        );
        let color = if enabled { theme.ink } else { theme.ink_faint };
        draw(ui.painter(), icon, rect.shrink(side * 0.3), color);
    }
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(label)
}

fn draw(painter: &Painter, icon: Icon, rect: Rect, color: Color32) {
    let stroke = Stroke::new(1.8, color);
    let at = |x: f32, y: f32| {
        pos2(
            rect.left() + x * rect.width(),
            rect.top() + y * rect.height(),
        )
    };
    let polygon = |points: Vec<egui::Pos2>| {
        Shape::Path(PathShape::convex_polygon(points, color, Stroke::NONE))
    };
    let bar = |x: f32, width: f32| {
        Shape::rect_filled(
            Rect::from_min_max(at(x, 0.0), at(x + width, 1.0)),
            0.0,
            color,
        )
    };
    let line = |from: egui::Pos2, to: egui::Pos2| Shape::line_segment([from, to], stroke);
    match icon {
        Icon::Play => {
            painter.add(polygon(vec![at(0.12, 0.0), at(1.0, 0.5), at(0.12, 1.0)]));
        }
        Icon::Pause => painter.extend([bar(0.12, 0.26), bar(0.62, 0.26)]),
        Icon::Previous => {
            let arrow = polygon(vec![at(1.0, 0.0), at(1.0, 1.0), at(0.22, 0.5)]);
            painter.extend([arrow, bar(0.0, 0.16)]);
        }
        Icon::Next => {
            let arrow = polygon(vec![at(0.0, 0.0), at(0.78, 0.5), at(0.0, 1.0)]);
            painter.extend([arrow, bar(0.84, 0.16)]);
        }
        Icon::Plus => {
            painter.extend([
                line(at(0.5, 0.0), at(0.5, 1.0)),
                line(at(0.0, 0.5), at(1.0, 0.5)),
            ]);
        }
        Icon::Minus => {
            painter.add(line(at(0.0, 0.5), at(1.0, 0.5)));
        }
        Icon::Fit => {
            for (x, y, dx, dy) in [
                (0.0, 0.0, 0.35, 0.35),
                (1.0, 0.0, -0.35, 0.35),
                (0.0, 1.0, 0.35, -0.35),
                (1.0, 1.0, -0.35, -0.35),
            ] {
                painter.extend([line(at(x, y), at(x + dx, y)), line(at(x, y), at(x, y + dy))]);
            }
        }
        Icon::Target => {
            painter.circle_stroke(rect.center(), rect.width() * 0.38, stroke);
            painter.circle_filled(rect.center(), rect.width() * 0.12, color);
        }
        Icon::Close => {
            painter.extend([
                line(at(0.0, 0.0), at(1.0, 1.0)),
                line(at(1.0, 0.0), at(0.0, 1.0)),
            ]);
        }
        Icon::Fold => {
            painter.extend([
                line(at(0.3, 0.0), at(0.8, 0.5)),
                line(at(0.8, 0.5), at(0.3, 1.0)),
            ]);
        }
    }
}
