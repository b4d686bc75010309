//! What stands on every map: scale bar, attribution, the position under the pointer, buttons.

use super::labels::Board;
use super::{Screen, ViewCtx};
use crate::model::Camera;
use crate::state::Action;
use crate::theme::{Face, font, size};
use crate::view::{Actions, legend, words};
use crate::widget::{Icon, halo_text, icon_button};
use egui::{Pos2, Rect, Response, Stroke, Ui, pos2, vec2};

/// The longest scale bar, in points.
const MAX_BAR_PX: f64 = 120.0;
/// The distance of the furniture from the pane's edge, in points.
const MARGIN_PX: f32 = 10.0;

/// Keep labels away from where the furniture stands.
pub(super) fn reserve(ui: &Ui, screen: &Screen, ctx: &ViewCtx<'_>, board: &mut Board) {
    let rect = screen.rect;
    board.take(Rect::from_min_max(
        pos2(rect.left(), rect.bottom() - 24.0),
        rect.max,
    ));
    if !ctx.is_still() {
        board.take(Rect::from_min_max(
            pos2(rect.right() - 40.0, rect.top()),
            pos2(rect.right(), rect.top() + 132.0),
        ));
    }
    board.take(legend::rect(ui, ctx, rect, screen.bounds()));
}

/// All of it.
pub(super) fn furniture_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    screen: &Screen,
    response: &Response,
    actions: &mut Actions,
) {
    legend::legend_ui(ui, ctx, screen.rect, screen.bounds());
    let left = scale_bar(ui, ctx, screen);
    attribution(ui, ctx, screen);
    if !ctx.is_still() {
        pointer_position(ui, ctx, screen, response, left);
        buttons_ui(ui, ctx, screen, actions);
    }
}

/// The round number of kilometres (1, 2 or 5 times a power of ten) whose bar is at most
/// [`MAX_BAR_PX`] long.
fn bar_km(metres_per_point: f64) -> f64 {
    let longest_km = metres_per_point * MAX_BAR_PX / 1000.0;
    let power = libm::pow(10.0, libm::floor(libm::log10(longest_km)));
    let steps = [5.0, 2.0, 1.0];
    steps
        .into_iter()
        .map(|step| step * power)
        .find(|&km| km <= longest_km)
        .unwrap_or(power)
}

/// The scale bar at the left bottom; returns where the free room beside it begins.
fn scale_bar(ui: &Ui, ctx: &ViewCtx<'_>, screen: &Screen) -> f32 {
    let lat = ctx.state.view.camera.center.lat;
    let metres_per_point = screen.world.metres_per_point(lat);
    let km = bar_km(metres_per_point);
    let length = (km * 1000.0 / metres_per_point) as f32;
    let from = screen.rect.left_bottom() + vec2(MARGIN_PX, -MARGIN_PX);
    let to = from + vec2(length, 0.0);
    let painter = ui.painter();
    let halo = Stroke::new(4.0, ctx.theme.faded(ctx.theme.halo, 0.8));
    let ink = Stroke::new(1.6, ctx.theme.ink);
    for stroke in [halo, ink] {
        painter.line_segment([from, to], stroke);
        painter.line_segment([from, from - vec2(0.0, 5.0)], stroke);
        painter.line_segment([to, to - vec2(0.0, 5.0)], stroke);
    }
    let unit = if km >= 1.0 {
        ctx.locale.tr_with(
            "unit-kilometres",
            &[("number", ctx.locale.number(km).into())],
        )
    } else {
        let metres = ctx.locale.number(km * 1000.0);
        ctx.locale
            .tr_with("unit-metres", &[("number", metres.into())])
    };
    let at = to + vec2(6.0, -13.0);
    let font = font(Face::Sans, size::SMALL);
    halo_text(painter, at, &unit, font, ctx.theme.ink, ctx.theme.halo).right()
}

/// Whom the map must name, at the right bottom.
fn attribution(ui: &Ui, ctx: &ViewCtx<'_>, screen: &Screen) {
    let text = ctx.basemap.attribution();
    let font = font(Face::Sans, size::SMALL);
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), font.clone(), ctx.theme.ink_soft);
    let at = screen.rect.right_bottom() - galley.size() - vec2(6.0, 4.0);
    halo_text(
        ui.painter(),
        at,
        text,
        font,
        ctx.theme.ink_soft,
        ctx.theme.halo,
    );
}

/// The coordinates under the pointer.
fn pointer_position(ui: &Ui, ctx: &ViewCtx<'_>, screen: &Screen, response: &Response, left: f32) {
    let Some(pointer) = response.hover_pos() else {
        return;
    };
    let at = screen.lon_lat(pointer);
    let text = words::coordinates(at);
    let pos = Pos2::new(left + 18.0, screen.rect.bottom() - MARGIN_PX - 13.0);
    halo_text(
        ui.painter(),
        pos,
        &text,
        font(Face::Sans, size::SMALL),
        ctx.theme.ink_soft,
        ctx.theme.halo,
    );
}

/// Nearer, farther, everything, the selection.
fn buttons_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, screen: &Screen, actions: &mut Actions) {
    let rect = screen.rect;
    let column = Rect::from_min_size(
        pos2(rect.right() - 34.0, rect.top() + 8.0),
        vec2(28.0, 130.0),
    );
    let mut ui = ui.new_child(
        egui::UiBuilder::new()
            .id_salt("map-buttons")
            .max_rect(column),
    );
    ui.spacing_mut().item_spacing.y = 3.0;
    let camera = ctx.state.view.camera;
    let map_size = [f64::from(rect.width()), f64::from(rect.height())];
    let zoomed = |by: f64| {
        Action::SetCamera(Camera {
            zoom: camera.zoom + by,
            ..camera
        })
    };
    let has_selection = ctx.state.view.selection.is_some();
    let buttons = [
        (Icon::Plus, "command-map-in", true, zoomed(0.5)),
        (Icon::Minus, "command-map-out", true, zoomed(-0.5)),
        (
            Icon::Fit,
            "command-fit-all",
            true,
            Action::FitAll { map_size },
        ),
        (
            Icon::Target,
            "command-look-at-selection",
            has_selection,
            Action::FitSelection { map_size },
        ),
    ];
    for (icon, label, enabled, action) in buttons {
        ui.add_enabled_ui(enabled, |ui| {
            if icon_button(ui, icon, &ctx.locale.tr(label), ctx.theme).clicked() {
                actions.push(action);
                actions.push(Action::Settle);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scale_bars_are_round_and_fit() {
        for (metres_per_point, expected_km) in
            [(1000.0, 100.0), (500.0, 50.0), (20.0, 2.0), (3.0, 0.2)]
        {
            assert!(
                (bar_km(metres_per_point) - expected_km).abs() < 1e-9,
                "{metres_per_point}"
            );
        }
    }
}
