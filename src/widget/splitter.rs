//! The bar between two panes that is dragged, or moved with the arrow keys.

use crate::theme::Theme;
use egui::{CursorIcon, Id, Key, Rect, Role, Sense, Ui, WidgetInfo};

/// Which way a splitter moves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Axis {
    /// Left and right.
    Horizontal,
    /// Up and down.
    Vertical,
}

/// A splitter in `rect`. Returns how far it was moved, in points, and whether the drag ended.
pub fn splitter(
    ui: &Ui,
    id: Id,
    rect: Rect,
    axis: Axis,
    label: &str,
    theme: &Theme,
) -> (Option<f32>, bool) {
    const KEY_STEP: f32 = 16.0;
    let response = ui.interact(rect, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, label));
    let (cursor, less, more) = match axis {
        Axis::Horizontal => (
            CursorIcon::ResizeHorizontal,
            Key::ArrowLeft,
            Key::ArrowRight,
        ),
        Axis::Vertical => (CursorIcon::ResizeVertical, Key::ArrowUp, Key::ArrowDown),
    };
    let lit = response.hovered() || response.dragged() || response.has_focus();
    let color = if lit { theme.accent } else { theme.rule };
    let line = match axis {
        Axis::Horizontal => rect.shrink2(egui::vec2((rect.width() - 1.0) / 2.0, 0.0)),
        Axis::Vertical => rect.shrink2(egui::vec2(0.0, (rect.height() - 1.0) / 2.0)),
    };
    ui.painter().rect_filled(line, 0.0, color);
    let mut moved = None;
    if response.dragged() {
        let delta = response.drag_delta();
        let along = if axis == Axis::Horizontal {
            delta.x
        } else {
            delta.y
        };
        moved = (along != 0.0).then_some(along);
    }
    if response.has_focus() {
        let filter = egui::EventFilter {
            horizontal_arrows: axis == Axis::Horizontal,
            vertical_arrows: axis == Axis::Vertical,
            ..Default::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let (back, forward) = ui.input(|input| (input.key_pressed(less), input.key_pressed(more)));
        if back != forward {
            moved = Some(if back { -KEY_STEP } else { KEY_STEP });
        }
    }
    let ended = response.drag_stopped();
    response.on_hover_cursor(cursor).on_hover_text(label);
    (moved, ended)
}
