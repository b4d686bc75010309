//! The whole window, or the whole picture: which pane goes where.
//!
//! ```text
//! ┌ menus ────────────────────────────┐   ┌ title ─────────────── date ┐
//! │ map                    │ reader   │   │ map                        │
//! ├ transport ─────────────┤          │   ├────────────────────────────┤
//! │ chronology             │          │   │ chronology                 │
//! └────────────────────────┴──────────┘   ├ sources ───────────────────┤
//!            in the window                 └─────── in a picture ───────┘
//! ```

use super::command::commands_from_keys;
use super::{Actions, Local, ViewCtx, footer, header, map, menu, overlay, reader, timeline};
use crate::state::{Action, Panes};
use crate::widget::{Axis, splitter};
use egui::{Id, Rect, Ui, pos2, vec2};

/// The thickness of the bars between panes, in points.
const SPLITTER_PX: f32 = 7.0;
/// The height of the bar with play, step and date, in points.
const TRANSPORT_PX: f32 = 36.0;
/// The narrowest reader, in points.
const MIN_READER_PX: f32 = 230.0;

/// Draw the whole of `ui`'s room and say what the person wishes.
pub fn shell_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, local: &mut Local, actions: &mut Actions) {
    if local.styled_for != Some(ctx.state.theme) {
        crate::theme::restyle(ui.ctx(), ctx.theme);
        local.styled_for = Some(ctx.state.theme);
    }
    if ctx.is_still() {
        still_ui(ui, ctx, local, actions);
        return;
    }
    for command in commands_from_keys(ui) {
        command.run(ctx, &mut local.picture, actions);
    }
    menu::menu_bar_ui(ui, ctx, local, actions);
    menu::status_bar_ui(ui, ctx, actions);
    let rect = ui.available_rect_before_wrap();
    ui.painter().rect_filled(rect, 0.0, ctx.theme.panel);
    if ctx.chronicle.is_empty() {
        overlay::empty_ui(ui, ctx, rect, actions);
    } else {
        live_panes_ui(ui, ctx, rect, local, actions);
    }
    overlay::overlays_ui(ui, ctx, local, actions);
}

fn live_panes_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    rect: Rect,
    local: &mut Local,
    actions: &mut Actions,
) {
    let panes = ctx.state.view.panes;
    let mut main = rect;
    if panes.reader {
        let longest = (rect.width() - 320.0).max(MIN_READER_PX);
        let width = (rect.width() * panes.reader_fraction).clamp(MIN_READER_PX, longest);
        let split_x = rect.right() - width;
        main.max.x = split_x - SPLITTER_PX;
        let bar = Rect::from_min_max(pos2(main.right(), rect.top()), pos2(split_x, rect.bottom()));
        let reader_rect = Rect::from_min_max(pos2(split_x, rect.top()), rect.max);
        reader::reader_ui(ui, reader_rect, ctx, &mut local.reader, actions);
        let id = Id::unique("reader-splitter");
        let label = ctx.locale.tr("splitter-reader");
        let (moved, ended) = splitter(ui, id, bar, Axis::Horizontal, &label, ctx.theme);
        if let Some(moved) = moved {
            let reader_fraction = (width - moved) / rect.width();
            actions.push(Action::SetPanes(Panes {
                reader_fraction,
                ..panes
            }));
        }
        if ended {
            actions.push(Action::Settle);
        }
    }
    let (map_rect, time_rect) = stacked(main, panes, TRANSPORT_PX + SPLITTER_PX);
    if let Some(map_rect) = map_rect {
        local.map_size = [f64::from(map_rect.width()), f64::from(map_rect.height())];
        map::map_ui(ui, map_rect, ctx, &mut local.map, actions);
    }
    let between_top = map_rect.map_or(main.top(), |rect| rect.bottom());
    let mut transport_top = between_top;
    if map_rect.is_some() && time_rect.is_some() {
        let bar = Rect::from_min_size(
            pos2(main.left(), between_top),
            vec2(main.width(), SPLITTER_PX),
        );
        transport_top = bar.bottom();
        let id = Id::unique("timeline-splitter");
        let label = ctx.locale.tr("splitter-timeline");
        let (moved, ended) = splitter(ui, id, bar, Axis::Vertical, &label, ctx.theme);
        if let (Some(moved), Some(time_rect)) = (moved, time_rect) {
            let room = main.height() - TRANSPORT_PX - SPLITTER_PX;
            let timeline_fraction = (time_rect.height() - moved) / room.max(1.0);
            actions.push(Action::SetPanes(Panes {
                timeline_fraction,
                ..panes
            }));
        }
        if ended {
            actions.push(Action::Settle);
        }
    }
    let transport = Rect::from_min_size(
        pos2(main.left(), transport_top),
        vec2(main.width(), TRANSPORT_PX),
    );
    menu::transport_ui(ui, ctx, transport, actions);
    if let Some(time_rect) = time_rect {
        timeline::timeline_ui(ui, time_rect, ctx, &mut local.timeline, actions);
    }
}

/// The map above and the chronology below, with `between_px` of room between or beside them.
fn stacked(rect: Rect, panes: Panes, between_px: f32) -> (Option<Rect>, Option<Rect>) {
    let room = (rect.height() - between_px).max(0.0);
    match (panes.map, panes.timeline) {
        (true, true) => {
            let time_px = (room * panes.timeline_fraction).round();
            let map = Rect::from_min_size(rect.min, vec2(rect.width(), room - time_px));
            let time = Rect::from_min_max(pos2(rect.left(), rect.bottom() - time_px), rect.max);
            (Some(map), Some(time))
        }
        (true, false) => (
            Some(Rect::from_min_size(rect.min, vec2(rect.width(), room))),
            None,
        ),
        (false, _) => {
            let top = pos2(rect.left(), rect.bottom() - room);
            (None, Some(Rect::from_min_max(top, rect.max)))
        }
    }
}

/// The largest share of a picture's height that its foot takes.
const MAX_FOOT: f32 = 0.15;
/// The largest share of a picture that the chronology takes to show all lanes.
const MAX_CHRONOLOGY: f32 = 0.5;

fn still_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, local: &mut Local, actions: &mut Actions) {
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, ctx.theme.paper);
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), header::HEIGHT_PX));
    header::header_ui(ui, ctx, head);
    let foot_px = footer::height_px(ui, ctx, rect.width(), rect.height() * MAX_FOOT)
        .min(rect.height() / 3.0)
        .round();
    let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() - foot_px), rect.max);
    footer::footer_ui(ui, ctx, foot);
    let body = Rect::from_min_max(head.left_bottom(), foot.right_top());
    // A picture cannot be scrolled: the chronology gets the room that its lanes need.
    let panes = ctx.state.view.panes;
    let needed = timeline::lanes_need_px(ctx) / body.height().max(1.0);
    let timeline_fraction = panes.timeline_fraction.max(needed.min(MAX_CHRONOLOGY));
    let panes = Panes {
        timeline_fraction,
        ..panes
    };
    let (map_rect, time_rect) = stacked(body, panes, 0.0);
    if let Some(map_rect) = map_rect {
        map::map_ui(ui, map_rect, ctx, &mut local.map, actions);
    }
    if let Some(time_rect) = time_rect {
        timeline::timeline_ui(ui, time_rect, ctx, &mut local.timeline, actions);
        let rule = egui::Stroke::new(1.0, ctx.theme.rule);
        ui.painter()
            .hline(time_rect.x_range(), time_rect.top(), rule);
    }
}
