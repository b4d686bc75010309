//! Places, the events at them, and the units at the time cursor.

use super::labels::{Board, around, lay_out};
use super::{Screen, ViewCtx, tracks};
use crate::model::{EventIdx, PlaceIdx, PlaceKind, Progress, Status, TrackIdx};
use crate::state::{Action, Selection};
use crate::theme::{Face, font, size};
use crate::time::Minute;
use crate::view::{Actions, record, words};
use crate::widget::{Badge, badge_shapes, halo_galley, unit_shapes};
use egui::{
    Align2, Id, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, vec2,
};

/// The radius of an event's badge on the map.
const EVENT_RADIUS_PX: f32 = 9.0;
/// The radius that is kept free for a place's sign.
const PLACE_RADIUS_PX: f32 = 4.0;
/// The radius of the selected event's badge.
const SELECTED_RADIUS_PX: f32 = 11.0;
/// Half the height of a unit's plate.
const UNIT_RADIUS_PX: f32 = 9.0;

/// Everything that stands at a point of the map, the important first.
pub(super) fn items_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    screen: &Screen,
    board: &mut Board,
    actions: &mut Actions,
) {
    let mut marks = place_marks(ctx, screen);
    marks
        .sort_by_key(|mark| std::cmp::Reverse((mark.is_selected, mark.event.is_some(), mark.rank)));
    let marks = gathered(marks);
    // Events and places take their room first, then units, then names: a sign must not be hidden by
    // a name.
    for mark in &marks {
        let kind = ctx.chronicle.place(mark.place).kind;
        if mark.event.is_some() {
            board.take(Rect::from_center_size(
                mark.at,
                Vec2::splat(2.0 * EVENT_RADIUS_PX),
            ));
        } else if !matches!(kind, PlaceKind::Region | PlaceKind::Water) {
            board.take(Rect::from_center_size(
                mark.at,
                Vec2::splat(2.0 * PLACE_RADIUS_PX),
            ));
        }
    }
    // The names of what is selected and of the greatest places come before units, all others after.
    let comes_first =
        |mark: &&Mark| mark.is_selected || ctx.chronicle.place(mark.place).importance >= 5;
    for mark in marks.iter().filter(comes_first) {
        mark_ui(ui, ctx, screen, mark, board, actions);
    }
    units_ui(ui, ctx, screen, board, actions);
    for mark in marks.iter().filter(|mark| !comes_first(mark)) {
        mark_ui(ui, ctx, screen, mark, board, actions);
    }
}

/// A place on the screen, with the event that speaks for it at the cursor.
struct Mark {
    place: PlaceIdx,
    at: Pos2,
    event: Option<EventIdx>,
    num_events: usize,
    is_selected: bool,
    rank: u8,
}

/// Marks that would cover each other, gathered under the first of them, which is the most
/// important; zooming in tells them apart.
fn gathered(marks: Vec<Mark>) -> Vec<Mark> {
    let mut kept: Vec<Mark> = Vec::new();
    for mark in marks {
        let reach = if mark.event.is_some() {
            2.0 * EVENT_RADIUS_PX
        } else {
            EVENT_RADIUS_PX
        };
        let cover = kept
            .iter_mut()
            .find(|other| other.event.is_some() && other.at.distance(mark.at) < reach);
        match cover {
            Some(other) => other.num_events += mark.num_events,
            None => kept.push(mark),
        }
    }
    kept
}

/// The places in sight that are important enough for this zoom, or where something happens.
fn place_marks(ctx: &ViewCtx<'_>, screen: &Screen) -> Vec<Mark> {
    const MARGIN_PX: f32 = 20.0;
    let mut marks = Vec::new();
    for (idx, place) in ctx.chronicle.parts().places.iter().enumerate() {
        let place_idx = PlaceIdx::new(idx);
        let at = screen.pos(place.at);
        if !screen.shows(at, MARGIN_PX) {
            continue;
        }
        let (event, num_events) = speaking_event(ctx, place_idx);
        let is_selected = ctx.is_selected(Selection::Place(place_idx))
            || event.is_some_and(|event| ctx.is_selected(Selection::Event(event)));
        let important = screen.zoom >= zoom_for_importance(place.importance);
        if event.is_none() && !is_selected && !important {
            continue;
        }
        let rank = place.importance + if event.is_some() { 2 } else { 0 };
        marks.push(Mark {
            place: place_idx,
            at,
            event,
            num_events,
            is_selected,
            rank,
        });
    }
    marks
}

/// From which zoom a place of this importance is shown.
fn zoom_for_importance(importance: u8) -> f64 {
    match importance {
        5.. => 0.0,
        4 => 6.2,
        3 => 7.4,
        2 => 8.4,
        _ => 9.2,
    }
}

/// The event that is shown at a place: the selected one; else the most important one that may be
/// going on at the cursor; else the latest that is past and lies in the window. Also how many
/// events of the window are there.
fn speaking_event(ctx: &ViewCtx<'_>, place: PlaceIdx) -> (Option<EventIdx>, usize) {
    let view = &ctx.state.view;
    let chronicle = ctx.chronicle;
    let in_window = |event: &EventIdx| {
        let record = chronicle.event(*event);
        record.status == Status::Actual && view.window.touches(&record.when.bounds())
    };
    let here: Vec<EventIdx> = chronicle
        .events_at(place)
        .iter()
        .copied()
        .filter(in_window)
        .collect();
    let selected = ctx.state.selected_event();
    if let Some(selected) = selected
        && chronicle.event(selected).place == Some(place)
    {
        return (Some(selected), here.len().max(1));
    }
    let importance = |event: &EventIdx| chronicle.event(*event).importance;
    let now = here
        .iter()
        .copied()
        .filter(|&event| is_current(ctx, event))
        .max_by_key(importance);
    let past = || {
        here.iter()
            .copied()
            .rfind(|&event| start(ctx, event) <= view.cursor)
    };
    (now.or_else(past), here.len())
}

fn start(ctx: &ViewCtx<'_>, event: EventIdx) -> Minute {
    ctx.chronicle.event(event).when.bounds().sort_minute()
}

/// Whether an event may be going on at the time cursor.
fn is_current(ctx: &ViewCtx<'_>, event: EventIdx) -> bool {
    let cursor = ctx.state.view.cursor;
    let bounds = ctx.chronicle.event(event).when.bounds();
    let (from, to) = bounds.outer();
    from.is_some_and(|from| from <= cursor) && to.is_some_and(|to| cursor < to)
}

fn mark_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    screen: &Screen,
    mark: &Mark,
    board: &mut Board,
    actions: &mut Actions,
) {
    let painter = ui.painter().with_clip_rect(screen.rect);
    let place = ctx.chronicle.place(mark.place);
    paint_extent(&painter, ctx, screen, mark);
    let radius = match mark.event {
        Some(event) => paint_event(&painter, ctx, mark, event),
        None => paint_place(&painter, ctx, mark.at, place.kind, place.importance),
    };
    if ctx.is_selected(Selection::Place(mark.place)) {
        painter.circle_stroke(mark.at, radius + 3.0, Stroke::new(2.5, ctx.theme.accent));
    }
    name_ui(ui, ctx, &painter, mark, radius, board);
    if ctx.is_still() {
        return;
    }
    let hit = Rect::from_center_size(mark.at, Vec2::splat((2.0 * radius).max(14.0)));
    let id = Id::unique(("map-place", &*place.id));
    let response = ui.interact(hit.intersect(screen.rect), id, Sense::click());
    let selection = mark
        .event
        .map_or(Selection::Place(mark.place), Selection::Event);
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, mark.is_selected, mark_label(ctx, mark))
    });
    if response.double_clicked() {
        actions.push(Action::Select(Some(Selection::Place(mark.place))));
    } else if response.clicked() {
        actions.push(Action::GoTo(selection));
    }
    record::record_menu(&response, ctx, selection, actions);
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .on_hover_ui(|ui| {
            if let Some(event) = mark.event {
                record::hover_card(ui, ctx, event);
            } else {
                ui.strong(words::place_name(ctx, mark.place));
                let old = words::text(ctx, &place.old_name);
                if !old.is_empty() {
                    ui.label(old);
                }
            }
            if mark.num_events > 1 {
                let amount = mark.num_events as f64;
                let number = ctx.locale.number(amount);
                let values = [("amount", amount.into()), ("number", number.into())];
                ui.label(ctx.locale.tr_with("map-events-here", &values));
            }
        });
}

/// Where a place is known only roughly, the ground on which it may lie, as a soft disc.
fn paint_extent(painter: &Painter, ctx: &ViewCtx<'_>, screen: &Screen, mark: &Mark) {
    /// From this precision on, a sharp point would claim more than is known.
    const ROUGH_KM: f64 = 5.0;
    /// A disc no larger than the sign says nothing; one larger than this hides the map.
    const SHOWN_PX: std::ops::RangeInclusive<f64> = 8.0..=260.0;
    let place = ctx.chronicle.place(mark.place);
    let is_area = matches!(
        place.kind,
        PlaceKind::Region | PlaceKind::Water | PlaceKind::Coast
    );
    if place.precision_km < ROUGH_KM || is_area {
        return;
    }
    let radius = place.precision_km * 1000.0 / screen.world.metres_per_point(place.at.lat);
    if SHOWN_PX.contains(&radius) {
        let radius = radius as f32;
        painter.circle_filled(mark.at, radius, ctx.theme.faded(ctx.theme.ink, 0.06));
        painter.circle_stroke(
            mark.at,
            radius,
            Stroke::new(1.0, ctx.theme.faded(ctx.theme.ink, 0.25)),
        );
    }
}

/// The accessible name of a mark.
fn mark_label(ctx: &ViewCtx<'_>, mark: &Mark) -> String {
    let place = words::place_name(ctx, mark.place);
    match mark.event {
        Some(event) => format!("{place} · {}", words::event_label(ctx, event)),
        None => place.to_owned(),
    }
}

/// Paint the badge of the event that speaks for a place; returns its radius.
fn paint_event(painter: &Painter, ctx: &ViewCtx<'_>, mark: &Mark, event: EventIdx) -> f32 {
    let record = ctx.chronicle.event(event);
    let selected = ctx.is_selected(Selection::Event(event));
    let current = selected || is_current(ctx, event);
    let radius = match (selected, current) {
        (true, _) => SELECTED_RADIUS_PX,
        (false, true) => EVENT_RADIUS_PX,
        (false, false) => EVENT_RADIUS_PX - 2.0,
    };
    let opacity = if current { 1.0 } else { 0.6 };
    painter.circle_filled(
        mark.at,
        radius + 1.5,
        ctx.theme.faded(ctx.theme.halo, opacity),
    );
    let badge = Badge {
        center: mark.at,
        radius,
        color: ctx.theme.faded(record::event_color(ctx, event), opacity),
        ground: ctx.theme.paper,
        solid: record.status == Status::Actual,
    };
    let mut shapes = Vec::new();
    badge_shapes(record.kind, badge, &mut shapes);
    painter.extend(shapes);
    if selected {
        painter.circle_stroke(mark.at, radius + 2.5, Stroke::new(2.5, ctx.theme.accent));
    }
    if mark.num_events > 1 {
        let at = mark.at + vec2(radius * 0.8, -radius * 0.9);
        let text = mark.num_events.to_string();
        let galley = painter.layout_no_wrap(text, font(Face::SansBold, size::SMALL), ctx.theme.ink);
        let rect = Align2::CENTER_CENTER
            .anchor_size(at, galley.size())
            .expand2(vec2(3.0, -1.0));
        painter.rect_filled(rect, 6.0, ctx.theme.raised);
        painter.rect_stroke(
            rect,
            6.0,
            Stroke::new(1.0, ctx.theme.rule),
            egui::StrokeKind::Inside,
        );
        painter.galley(rect.min + vec2(3.0, -1.0), galley, ctx.theme.ink);
    }
    radius + 3.0
}

/// Paint the sign of a place; returns its radius.
fn paint_place(
    painter: &Painter,
    ctx: &ViewCtx<'_>,
    at: Pos2,
    kind: PlaceKind,
    importance: u8,
) -> f32 {
    let ink = ctx.theme.ink;
    let ground = ctx.theme.paper;
    match kind {
        PlaceKind::City | PlaceKind::Town => {
            let radius = if importance >= 4 { 4.0 } else { 3.2 };
            painter.circle(at, radius, ground, Stroke::new(1.5, ink));
            if kind == PlaceKind::City {
                painter.circle_filled(at, radius * 0.45, ink);
            }
            radius
        }
        PlaceKind::Station => {
            let rect = Rect::from_center_size(at, Vec2::splat(6.0));
            painter.rect(
                rect,
                0.0,
                ground,
                Stroke::new(1.4, ink),
                egui::StrokeKind::Middle,
            );
            3.5
        }
        PlaceKind::Bridge => {
            let stroke = Stroke::new(1.6, ink);
            for side in [-3.0, 3.0] {
                let from = at + vec2(-5.0, side);
                painter.add(Shape::line_segment([from, from + vec2(10.0, 0.0)], stroke));
            }
            5.0
        }
        PlaceKind::Mountain => {
            let stroke = Stroke::new(1.4, ink);
            let peak = vec![
                at + vec2(-4.0, 3.0),
                at + vec2(0.0, -4.0),
                at + vec2(4.0, 3.0),
            ];
            painter.add(Shape::line(peak, stroke));
            4.0
        }
        // The name alone stands for an area.
        PlaceKind::Region | PlaceKind::Water => 0.0,
        PlaceKind::Village | PlaceKind::Quarter | PlaceKind::Coast => {
            painter.circle_filled(at, 2.4, ink);
            2.4
        }
    }
}

/// The name of a place, where there is room.
fn name_ui(
    ui: &Ui,
    ctx: &ViewCtx<'_>,
    painter: &Painter,
    mark: &Mark,
    radius: f32,
    board: &mut Board,
) {
    let place = ctx.chronicle.place(mark.place);
    if !ctx.state.view.layers.place_names && !mark.is_selected {
        return;
    }
    let (face, color) = match place.kind {
        PlaceKind::Water => (Face::SerifItalic, ctx.theme.water_text),
        PlaceKind::Region => (Face::SerifItalic, ctx.theme.ink_soft),
        _ if place.importance >= 5 || mark.is_selected => (Face::SansBold, ctx.theme.ink),
        _ => (Face::Sans, ctx.theme.ink),
    };
    let size = if place.importance >= 5 {
        size::LARGE
    } else {
        size::SMALL
    };
    let galley = lay_out(ui, words::place_name(ctx, mark.place), font(face, size));
    let extent = galley.size();
    let offsets = if radius == 0.0 {
        vec![-extent / 2.0]
    } else {
        around(extent, radius).into()
    };
    if let Some(rect) = board.place(mark.at, extent, &offsets) {
        halo_galley(painter, rect.min, &galley, color, ctx.theme.halo);
    }
}

/// A unit at the cursor.
struct Unit {
    track: TrackIdx,
    stop: usize,
    at: Pos2,
    status: Status,
}

/// The units where they are at the time cursor; those that stand together are set apart, with a
/// line to the spot.
fn units_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    screen: &Screen,
    board: &mut Board,
    actions: &mut Actions,
) {
    let cursor = ctx.state.view.cursor;
    let mut units: Vec<Unit> = record::visible_tracks(ctx)
        .filter_map(|(idx, track)| {
            let progress = track.progress_at(cursor)?;
            let at = screen.pos(track.position(progress, ctx.chronicle));
            let stop = match progress {
                Progress::At(stop) | Progress::Between(stop, _) => stop,
            };
            Some(Unit {
                track: idx,
                stop,
                at,
                status: track.status,
            })
        })
        .filter(|unit| screen.shows(unit.at, 0.0))
        .collect();
    units.sort_by_key(|unit| (unit.status == Status::Planned, unit.track));
    for unit in &units {
        unit_ui(ui, ctx, screen, unit, board, actions);
    }
}

fn unit_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    screen: &Screen,
    unit: &Unit,
    board: &mut Board,
    actions: &mut Actions,
) {
    let painter = ui.painter().with_clip_rect(screen.rect);
    let track = ctx.chronicle.track(unit.track);
    let actor = ctx.chronicle.actor(track.actor);
    let galley = lay_out(
        ui,
        words::actor_short(ctx, track.actor),
        font(Face::Sans, size::SMALL),
    );
    let plate = vec2(UNIT_RADIUS_PX * 2.5, UNIT_RADIUS_PX * 1.8);
    let extent = vec2(
        plate.x + 4.0 + galley.size().x,
        plate.y.max(galley.size().y),
    );
    let Some(rect) = board.place(unit.at, extent, &unit_offsets(extent, plate)) else {
        // Where there is no room at all, a small sign still says that somebody is here.
        painter.circle_filled(unit.at, 3.0, tracks::color(ctx, track));
        return;
    };
    // The plate stands on the side of its spot, so that its line does not cross the name.
    let plate_first = rect.center().x >= unit.at.x - plate.x / 2.0;
    let center = if plate_first {
        rect.left_center() + vec2(plate.x / 2.0, 0.0)
    } else {
        rect.right_center() - vec2(plate.x / 2.0, 0.0)
    };
    let color = tracks::color(ctx, track);
    if center.distance(unit.at) > plate.y {
        painter.line_segment(
            [unit.at, center],
            Stroke::new(1.0, ctx.theme.faded(color, 0.8)),
        );
        painter.circle_filled(unit.at, 2.2, color);
    }
    let mut shapes = Vec::new();
    let badge = Badge {
        center,
        radius: UNIT_RADIUS_PX,
        color,
        ground: ctx.theme.paper,
        solid: unit.status == Status::Actual,
    };
    unit_shapes(actor.symbol, badge, &mut shapes);
    painter.extend(shapes);
    let text_x = if plate_first {
        rect.left() + plate.x + 4.0
    } else {
        rect.left()
    };
    let text_at = egui::pos2(text_x, rect.center().y - galley.size().y / 2.0);
    halo_galley(&painter, text_at, &galley, ctx.theme.ink, ctx.theme.halo);
    let selected = matches!(ctx.state.view.selection,
        Some(Selection::Track(selected, _)) if selected == unit.track);
    if selected {
        let ring = Stroke::new(2.0, ctx.theme.accent);
        let frame = Rect::from_center_size(center, plate).expand(2.0);
        painter.rect_stroke(frame, 4.0, ring, egui::StrokeKind::Outside);
    }
    if !ctx.is_still() {
        unit_input(ui, ctx, unit, rect, selected, actions);
    }
}

fn unit_input(
    ui: &Ui,
    ctx: &ViewCtx<'_>,
    unit: &Unit,
    rect: Rect,
    selected: bool,
    actions: &mut Actions,
) {
    let track = ctx.chronicle.track(unit.track);
    let selection = Selection::Track(unit.track, unit.stop);
    let response = ui.interact(rect, Id::unique(("map-unit", &*track.id)), Sense::click());
    let label = format!(
        "{} · {}",
        words::actor_name(ctx, track.actor),
        words::track_label(ctx, unit.track)
    );
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, &label));
    if response.double_clicked() {
        actions.push(Action::Select(Some(selection)));
        actions.push(Action::FitSelection {
            map_size: ctx.map_size,
        });
    } else if response.clicked() {
        actions.push(Action::Select(Some(selection)));
    }
    record::record_menu(&response, ctx, selection, actions);
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .on_hover_text(label);
}

/// Where a unit may stand: on the spot, then above and below it on both sides, farther and
/// farther out.
fn unit_offsets(extent: Vec2, plate: Vec2) -> Vec<Vec2> {
    const NUM_RINGS: usize = 9;
    let line = extent.y + 3.0;
    let right = plate.x * 0.9;
    let left = -extent.x - plate.x * 0.5;
    let mut offsets = vec![vec2(-plate.x / 2.0, -extent.y / 2.0)];
    for ring in 1..=NUM_RINGS {
        let step = ring.div_ceil(2) as f32 * line * if ring % 2 == 0 { -1.0 } else { 1.0 };
        offsets.push(vec2(right, step - extent.y / 2.0));
        offsets.push(vec2(left, step - extent.y / 2.0));
    }
    offsets
}
