//! The chronology: lanes of events on a zoomable axis of time.

mod layout;
mod paint;

use super::{Actions, ViewCtx, record, words};
use crate::model::{EventIdx, Language};
use crate::state::{Action, Grouping, Selection};
use crate::theme::{Face, font, size};
use crate::time::{AxisScale, Minute};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, Galley, Id, PointerButton, Rect, Response, Role, Sense, Ui, WidgetInfo};
use egui::{pos2, vec2};
use layout::{BADGE_PX, LABEL_GAP_PX, Lane, LaneKey, LaneLayout, ROW_PX};
use std::collections::HashMap;
use std::sync::Arc;

/// The height of the strip with the axis, in points.
const AXIS_PX: f32 = 26.0;
/// The width of the lane heads, in points.
const HEAD_PX: f32 = 144.0;
/// The longest label, in points; longer titles end in an ellipsis and are whole in the reader.
const MAX_LABEL_PX: f32 = 250.0;
/// Half the width of a count of three digits, in points.
const COUNT_HALF_PX: f32 = 18.0;
/// A name with less room than this says nothing, and is left out.
const MIN_LABEL_PX: f64 = 34.0;
/// The room above and below the rows of a lane, in points.
const LANE_PADDING_PX: f32 = 3.0;
/// The strip under the rows where the counts of what found no room stand, in points.
const OVERFLOW_PX: f32 = 16.0;

/// The most room that a lane gets beyond its rows, in points.
const MAX_SPARE_PX: f32 = 12.0;

/// A lane of two rows. With fewer, a label hides the event after it, however important it is.
const FULL_LANE_PX: f32 = 2.0 * ROW_PX as f32 + 2.0 * LANE_PADDING_PX + OVERFLOW_PX;

/// Fewer lanes than this are not put together, however low the chronology is.
const MIN_LANES: usize = 3;

/// What the chronology remembers between frames: laid-out text, and rows for the last scale.
#[derive(Default)]
pub(crate) struct TimelineLocal {
    labels: Labels,
    key: Option<LayoutKey>,
    lanes: Vec<PlacedLane>,
}

/// The widths of titles in points.
type Labels = HashMap<(EventIdx, Language), f32>;

/// A lane with its rows and its height in points.
struct PlacedLane {
    lane: Lane,
    rows: LaneLayout,
    height_px: f32,
}

/// What the rows depend on.
#[derive(Clone, Copy, PartialEq, Debug)]
struct LayoutKey {
    grouping: Grouping,
    language: Language,
    px_per_minute: f32,
    size: egui::Vec2,
    pixels_per_point: f32,
}

/// Where things of this frame are.
struct Frame {
    /// The lanes with their heads.
    body: Rect,
    /// The lanes without their heads.
    chart: Rect,
    /// The strip with the axis.
    axis: Rect,
    scale: AxisScale,
}

/// The chronology in `rect`.
pub fn timeline_ui(
    ui: &mut Ui,
    rect: Rect,
    ctx: &ViewCtx<'_>,
    local: &mut TimelineLocal,
    actions: &mut Actions,
) {
    let mut ui = ui.new_child(egui::UiBuilder::new().id_salt("timeline").max_rect(rect));
    let ui = &mut ui;
    ui.set_clip_rect(rect.intersect(ui.clip_rect()));
    ui.painter().rect_filled(rect, 0.0, ctx.theme.paper);
    let frame = frame(rect, ctx);
    refresh_layout(ui, ctx, local, &frame);
    chart_ui(ui, ctx, &frame, actions);
    paint::axis(ui, ctx, &frame);
    let total_px = lanes_height(&local.lanes);
    if total_px > frame.body.height() + 0.5 && !ctx.is_still() {
        // The wheel zooms time, so lanes out of sight are reached by the bar.
        let sources = egui::containers::scroll_area::ScrollSource {
            mouse_wheel: false,
            ..egui::containers::scroll_area::ScrollSource::SCROLL_BAR
        };
        let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(frame.body));
        egui::ScrollArea::vertical()
            .scroll_source(sources)
            .auto_shrink(false)
            .show(&mut inner, |ui| {
                let (content, _) =
                    ui.allocate_exact_size(vec2(frame.body.width(), total_px), Sense::hover());
                lanes_ui(ui, ctx, local, &frame, content.top(), actions);
            });
    } else {
        lanes_ui(ui, ctx, local, &frame, frame.body.top(), actions);
    }
    cursor_ui(ui, ctx, &frame, actions);
}

fn frame(rect: Rect, ctx: &ViewCtx<'_>) -> Frame {
    let axis_top = rect.bottom() - AXIS_PX;
    let left = rect.left() + HEAD_PX.min(rect.width() * 0.3);
    let body = Rect::from_min_max(rect.min, pos2(rect.right(), axis_top));
    let chart = Rect::from_min_max(pos2(left, rect.top()), body.max);
    let axis = Rect::from_min_max(pos2(left, axis_top), rect.max);
    let scale = AxisScale {
        window: ctx.state.view.window,
        left_px: f64::from(chart.left()),
        width_px: f64::from(chart.width().max(1.0)),
    };
    Frame {
        body,
        chart,
        axis,
        scale,
    }
}

/// The height that the chronology needs to show every lane of the visible time with two rows.
pub(super) fn lanes_need_px(ctx: &ViewCtx<'_>) -> f32 {
    visible_lanes(ctx).len() as f32 * FULL_LANE_PX + AXIS_PX
}

/// The lanes: in the window all, so that panning moves none of them; in a picture only those
/// with something in the visible time.
fn visible_lanes(ctx: &ViewCtx<'_>) -> Vec<Lane> {
    let mut lanes = layout::lanes(ctx.chronicle, ctx.state.view.grouping);
    if ctx.is_still() {
        lanes.retain(|lane| lane.events.iter().any(|&event| is_dated_within(ctx, event)));
    }
    lanes
}

/// Whether an event begins or ends in the visible time: one that only spans it has no label there.
fn is_dated_within(ctx: &ViewCtx<'_>, event: EventIdx) -> bool {
    let window = ctx.state.view.window;
    let (from, to) = ctx.chronicle.event(event).when.bounds().outer();
    let inside = |minute: Minute| minute.0 as f64 > window.from && (minute.0 as f64) < window.to;
    from.is_some_and(|from| inside(from) || from.0 as f64 == window.from) || to.is_some_and(inside)
}

fn lane_height(layout: &LaneLayout) -> f32 {
    let strip_px = if layout.overflow.is_empty() {
        0.0
    } else {
        OVERFLOW_PX
    };
    layout.num_rows.max(1) as f32 * ROW_PX as f32 + 2.0 * LANE_PADDING_PX + strip_px
}

fn lanes_height(lanes: &[PlacedLane]) -> f32 {
    lanes.iter().map(|lane| lane.height_px).sum()
}

/// Lay the rows out again if anything they depend on has changed.
fn refresh_layout(ui: &Ui, ctx: &ViewCtx<'_>, local: &mut TimelineLocal, frame: &Frame) {
    let view = &ctx.state.view;
    let px_per_minute = layout::px_per_minute(view.window, frame.scale.width_px);
    let key = LayoutKey {
        grouping: view.grouping,
        language: ctx.state.language,
        // Rounded, so that panning, which moves the ends of the window apart by a rounding error,
        // lays nothing out again.
        px_per_minute: px_per_minute as f32,
        size: frame.body.size(),
        pixels_per_point: ui.pixels_per_point(),
    };
    if local.key == Some(key) {
        return;
    }
    let same_points = |old: LayoutKey| old.pixels_per_point == key.pixels_per_point;
    if !local.key.is_some_and(same_points) {
        local.labels.clear();
    }
    let mut lanes = visible_lanes(ctx);
    let max_lanes = ((frame.body.height() / FULL_LANE_PX) as usize).max(MIN_LANES);
    // In the window, which lanes there are must not change while panning: all events count.
    let is_seen = |event| !ctx.is_still() || is_dated_within(ctx, event);
    layout::merge_smallest(ctx.chronicle, &mut lanes, max_lanes, &is_seen);
    let heads_px: Vec<f32> = lanes
        .iter()
        .map(|lane| paint::head_height(ui, ctx, frame, lane))
        .collect();
    let counts: Vec<usize> = lanes.iter().map(|lane| lane.events.len()).collect();
    let padding_px = lanes.len() as f32 * (2.0 * LANE_PADDING_PX + OVERFLOW_PX);
    let rows_px = (frame.body.height() - padding_px).max(0.0);
    let mut num_rows = (rows_px / ROW_PX as f32) as usize;
    // Lanes whose heads need more room than their rows take a row from the others.
    loop {
        let shares = layout::share_rows(&counts, num_rows);
        local.lanes = lanes
            .iter()
            .zip(&heads_px)
            .zip(shares)
            .map(|((lane, &head_px), max_rows)| {
                let rows = lane_rows(ui, ctx, &mut local.labels, lane, px_per_minute, max_rows);
                let height_px = lane_height(&rows).max(head_px);
                PlacedLane {
                    lane: lane.clone(),
                    rows,
                    height_px,
                }
            })
            .collect();
        if lanes_height(&local.lanes) <= frame.body.height() || num_rows <= lanes.len() {
            break;
        }
        num_rows -= 1;
    }
    let left_px = frame.body.height() - lanes_height(&local.lanes);
    let spare_px = (left_px / local.lanes.len().max(1) as f32).clamp(0.0, MAX_SPARE_PX);
    for lane in &mut local.lanes {
        lane.height_px += spare_px;
    }
    local.key = Some(key);
}

fn lane_rows(
    ui: &Ui,
    ctx: &ViewCtx<'_>,
    labels: &mut Labels,
    lane: &Lane,
    px_per_minute: f64,
    max_rows: usize,
) -> LaneLayout {
    let labels = std::cell::RefCell::new(labels);
    let label_px = |event| {
        let mut labels = labels.borrow_mut();
        let width = labels.entry((event, ctx.state.language));
        f64::from(*width.or_insert_with(|| label_width(ui, ctx, event)))
    };
    layout::lay_out(
        ctx.chronicle,
        &lane.events,
        px_per_minute,
        max_rows,
        &label_px,
    )
}

/// The title of an event for this frame, at most this wide, in the placeholder colour.
fn label(ui: &Ui, ctx: &ViewCtx<'_>, event: EventIdx, max_px: f32) -> Arc<Galley> {
    let title = words::text(ctx, &ctx.chronicle.event(event).title);
    one_line(ui, title, label_face(ctx, event), size::SMALL, max_px)
}

fn label_face(ctx: &ViewCtx<'_>, event: EventIdx) -> Face {
    if ctx.chronicle.event(event).importance >= 5 {
        Face::SansBold
    } else {
        Face::Sans
    }
}

/// The room that an event's label takes, in points: the sum of its letters' widths, for to lay out
/// every title of a long chronicle takes too long, and kerning only brings letters together.
fn label_width(ui: &Ui, ctx: &ViewCtx<'_>, event: EventIdx) -> f32 {
    /// What rounding to pixels may add.
    const ROUNDING_PX: f32 = 1.0;
    let title = words::text(ctx, &ctx.chronicle.event(event).title);
    let font = font(label_face(ctx, event), size::SMALL);
    (letters_width(ui, title, &font) + ROUNDING_PX).min(MAX_LABEL_PX)
}

fn letters_width(ui: &Ui, text: &str, font: &egui::FontId) -> f32 {
    ui.ctx().fonts_mut(|fonts| {
        let letters = text.chars();
        letters.map(|letter| fonts.glyph_width(font, letter)).sum()
    })
}

/// One line of text that ends in an ellipsis where it is too long.
fn one_line(ui: &Ui, text: &str, face: Face, size: f32, max_px: f32) -> Arc<Galley> {
    let format = TextFormat {
        font_id: font(face, size),
        color: Color32::PLACEHOLDER,
        ..Default::default()
    };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping {
        max_width: max_px,
        max_rows: 1,
        break_anywhere: false,
        ..Default::default()
    };
    ui.painter().layout_job(job)
}

/// The plot behind the lanes: grid, and panning, zooming and clicking on free ground.
fn chart_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, frame: &Frame, actions: &mut Actions) {
    paint::grid(ui, ctx, frame);
    if ctx.is_still() {
        return;
    }
    let response = ui.interact(
        frame.chart,
        Id::unique("chronology"),
        Sense::click_and_drag(),
    );
    response.widget_info(|| {
        WidgetInfo::labeled(Role::ScrollView, true, ctx.locale.tr("chronology-name"))
    });
    let window = ctx.state.view.window;
    let minutes_per_px = window.span() / frame.scale.width_px;
    if response.dragged_by(PointerButton::Primary) && response.drag_delta().x != 0.0 {
        let minutes = -f64::from(response.drag_delta().x) * minutes_per_px;
        actions.push(Action::SetWindow(window.panned(minutes)));
    }
    if response.drag_stopped() {
        actions.push(Action::Settle);
    }
    if response.double_clicked() {
        actions.push(Action::FitAll {
            map_size: ctx.map_size,
        });
    } else if response.clicked()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let minute = frame.scale.minute_from_x(f64::from(pointer.x));
        actions.push(Action::SetCursor(Minute(minute.floor() as i64)));
        actions.push(Action::Settle);
    }
    zoom_input(ui, ctx, frame, actions);
}

/// The wheel and pinching zoom at the pointer; a sideways wheel pans.
fn zoom_input(ui: &Ui, ctx: &ViewCtx<'_>, frame: &Frame, actions: &mut Actions) {
    const ZOOM_PER_POINT: f64 = 0.004;
    let Some(pointer) = ui.input(|input| input.pointer.hover_pos()) else {
        return;
    };
    let whole = frame.body.union(frame.axis);
    let is_here = whole.contains(pointer) && ui.rect_contains_pointer(whole);
    if !is_here {
        return;
    }
    let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
    let window = ctx.state.view.window;
    let mut next = window;
    let factor = f64::from(pinch) * (f64::from(scroll.y) * ZOOM_PER_POINT).exp();
    if (factor - 1.0).abs() > 1e-6 {
        next = next.zoomed_at(frame.scale.minute_from_x(f64::from(pointer.x)), factor);
    }
    if scroll.x != 0.0 {
        next = next.panned(-f64::from(scroll.x) * window.span() / frame.scale.width_px);
    }
    if next != window {
        actions.push(Action::SetWindow(next));
    }
}

/// All lanes, the first one's top at `top`.
fn lanes_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    local: &TimelineLocal,
    frame: &Frame,
    top: f32,
    actions: &mut Actions,
) {
    let mut top = top;
    for (
        idx,
        PlacedLane {
            lane,
            rows,
            height_px,
        },
    ) in local.lanes.iter().enumerate()
    {
        let size = vec2(frame.body.width(), *height_px);
        let rect = Rect::from_min_size(pos2(frame.body.left(), top), size);
        top = rect.bottom();
        if !ui.clip_rect().intersects(rect) {
            continue;
        }
        paint::lane_ground(ui, ctx, frame, rect, idx);
        lane_ui(ui, ctx, frame, rect, rows, actions);
        paint::lane_head(ui, ctx, frame, rect, lane);
    }
}

/// The events of one lane.
fn lane_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    frame: &Frame,
    rect: Rect,
    layout: &LaneLayout,
    actions: &mut Actions,
) {
    let clip = frame.chart.intersect(ui.clip_rect());
    for item in layout.items_between(
        frame.scale.window,
        layout::px_per_minute(frame.scale.window, frame.scale.width_px),
    ) {
        let label = |room_px: f32| label(ui, ctx, item.event, room_px.min(MAX_LABEL_PX));
        let Some(placed) = placed(item, rect, frame, label) else {
            continue;
        };
        let response = (!ctx.is_still()).then(|| event_input(ui, ctx, &placed, clip, actions));
        let hovered = response.as_ref().is_some_and(Response::hovered);
        let focused = response.as_ref().is_some_and(Response::has_focus);
        let painter = ui.painter().with_clip_rect(clip);
        paint::event(&painter, ctx, &placed, hovered, focused);
        if let Some(response) = response
            && response.hovered()
        {
            response.on_hover_ui(|ui| record::hover_card(ui, ctx, placed.event));
        }
    }
    for (idx, overflow) in layout.overflow.iter().enumerate() {
        let x = frame.scale.x_from_minute(overflow.at) as f32;
        if !clip.x_range().contains(x) {
            continue;
        }
        // A count must be whole, so that 12 is not read as 1.
        let x = x
            .max(clip.left() + COUNT_HALF_PX)
            .min(clip.right() - COUNT_HALF_PX);
        let at = pos2(x, rect.bottom() - LANE_PADDING_PX / 2.0 - OVERFLOW_PX / 2.0);
        let badge = paint::overflow(
            &ui.painter().with_clip_rect(clip),
            ctx,
            at,
            overflow.events.len(),
        );
        if !ctx.is_still() {
            let id = Id::unique(("overflow", rect.top() as i32, idx));
            overflow_input(ui, ctx, frame, badge, id, &overflow.events, actions);
        }
    }
}

/// An event on the screen.
struct Placed {
    event: EventIdx,
    /// The centre of the badge.
    badge: egui::Pos2,
    /// The stretch of time, as far as it is in sight; infinite ends are cut to a stub.
    from_x: f32,
    to_x: f32,
    open_start: bool,
    open_end: bool,
    label: Option<Arc<Galley>>,
    /// All that can be clicked.
    hit: Rect,
    scale_px: (f64, f64),
}

/// Where an item is on the screen; `None` if it is out of sight.
fn placed(
    item: &layout::Item,
    lane: Rect,
    frame: &Frame,
    label: impl FnOnce(f32) -> Arc<Galley>,
) -> Option<Placed> {
    let half = BADGE_PX / 2.0;
    let chart = frame.chart;
    let (open_start, open_end) = (!item.from.is_finite(), !item.to.is_finite());
    let x = |minutes: f64| frame.scale.x_from_minute(minutes);
    let anchor = x(layout::badge_px(item.from, item.to));
    let from = if open_start {
        anchor - layout::STUB_PX
    } else {
        x(item.from)
    };
    let to = if open_end {
        anchor + layout::STUB_PX
    } else {
        x(item.to)
    };
    let right = anchor + item.reach_px;
    let (left_edge, right_edge) = (f64::from(chart.left()), f64::from(chart.right()));
    if to.max(anchor + half) < left_edge || from - half > right_edge {
        return None;
    }
    // A long event keeps its badge in sight while any of it is, but never outside its own time;
    // and as much of its name as has room before the next event and the pane's edge.
    let badge_x = anchor.max((left_edge + half + 2.0).min(to - half));
    let room_px = right.min(right_edge - 3.0) - badge_x - half - LABEL_GAP_PX;
    let has_badge = badge_x >= left_edge;
    let has_label = item.labelled && has_badge && room_px >= MIN_LABEL_PX;
    // Half a point more, or rounding would cut a name that just fits.
    let label = has_label.then(|| label(room_px as f32 + 0.5));
    let center_y = lane.top() + LANE_PADDING_PX + (item.row as f32 + 0.5) * ROW_PX as f32;
    let clamp = |x: f64| {
        x.clamp(
            f64::from(chart.left()) - 50.0,
            f64::from(chart.right()) + 50.0,
        )
    };
    let hit = Rect::from_min_max(
        pos2(
            clamp(from.min(badge_x - half)) as f32,
            center_y - ROW_PX as f32 / 2.0 + 1.0,
        ),
        pos2(clamp(right) as f32, center_y + ROW_PX as f32 / 2.0 - 1.0),
    );
    Some(Placed {
        event: item.event,
        badge: pos2(badge_x as f32, center_y),
        from_x: clamp(from) as f32,
        to_x: clamp(to) as f32,
        open_start,
        open_end,
        label,
        hit,
        scale_px: (from, to),
    })
}

fn event_input(
    ui: &Ui,
    ctx: &ViewCtx<'_>,
    placed: &Placed,
    clip: Rect,
    actions: &mut Actions,
) -> Response {
    let record = ctx.chronicle.event(placed.event);
    let id = Id::unique(("timeline-event", &*record.id));
    let response = ui.interact(placed.hit.intersect(clip), id, Sense::click());
    let selection = Selection::Event(placed.event);
    let selected = ctx.is_selected(selection);
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::Button,
            true,
            selected,
            words::event_label(ctx, placed.event),
        )
    });
    if response.double_clicked() {
        actions.push(Action::FitSelection {
            map_size: ctx.map_size,
        });
    } else if response.clicked() {
        actions.push(Action::GoTo(selection));
    }
    record::record_menu(&response, ctx, selection, actions);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A count says how many on hover, and a click goes nearer.
fn overflow_input(
    ui: &Ui,
    ctx: &ViewCtx<'_>,
    frame: &Frame,
    badge: Rect,
    id: Id,
    events: &[EventIdx],
    actions: &mut Actions,
) {
    const CLOSER: f64 = 3.0;
    const MAX_LISTED: usize = 12;
    let response = ui.interact(badge, id, Sense::click());
    let amount = events.len() as f64;
    let label = ctx.locale.tr_with(
        "chronology-more",
        &[
            ("amount", amount.into()),
            ("number", ctx.locale.number(amount).into()),
        ],
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    if response.clicked() {
        let anchor = frame.scale.minute_from_x(f64::from(badge.center().x));
        actions.push(Action::SetWindow(
            ctx.state.view.window.zoomed_at(anchor, CLOSER),
        ));
        actions.push(Action::Settle);
    }
    response.on_hover_ui(|ui| {
        ui.label(&label);
        for &event in events.iter().take(MAX_LISTED) {
            ui.label(words::event_label(ctx, event));
        }
    });
}

/// The time cursor: a line through all lanes, with a handle on the axis that can be dragged.
fn cursor_ui(ui: &Ui, ctx: &ViewCtx<'_>, frame: &Frame, actions: &mut Actions) {
    let cursor = ctx.state.view.cursor;
    let x = frame.scale.x_from_minute(cursor.0 as f64) as f32;
    if !frame.chart.x_range().expand(1.0).contains(x) {
        return;
    }
    let handle = paint::cursor(ui, ctx, frame, x);
    if ctx.is_still() {
        return;
    }
    let id = Id::unique("time-cursor");
    let response = ui.interact(handle, id, Sense::click_and_drag());
    if response.has_focus() {
        cursor_keys(ui, ctx, frame, id, actions);
        let ring = egui::Stroke::new(2.0, ctx.theme.accent);
        ui.painter()
            .rect_stroke(handle, 4.0, ring, egui::StrokeKind::Outside);
    }
    let label = ctx
        .locale
        .tr_with("cursor-name", &[("date", ctx.locale.minute(cursor).into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &label));
    if response.dragged()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let minute = frame.scale.minute_from_x(f64::from(pointer.x));
        actions.push(Action::SetCursor(Minute(minute.floor() as i64)));
    }
    if response.drag_stopped() {
        actions.push(Action::Settle);
    }
    response
        .on_hover_cursor(egui::CursorIcon::ResizeHorizontal)
        .on_hover_text(label);
}

/// The arrow keys move the cursor that has the keyboard, by a few points of the screen.
fn cursor_keys(ui: &Ui, ctx: &ViewCtx<'_>, frame: &Frame, id: Id, actions: &mut Actions) {
    const STEP_PX: f64 = 6.0;
    let filter = egui::EventFilter {
        horizontal_arrows: true,
        ..Default::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let (back, forward) = (
        pressed(egui::Key::ArrowLeft),
        pressed(egui::Key::ArrowRight),
    );
    if back == forward {
        return;
    }
    let minutes = (STEP_PX * frame.scale.window.span() / frame.scale.width_px).ceil() as i64;
    let by = if back { -minutes } else { minutes };
    actions.push(Action::SetCursor(Minute(
        ctx.state.view.cursor.0.saturating_add(by),
    )));
}

/// The name of a lane.
fn lane_name(ctx: &ViewCtx<'_>, key: LaneKey) -> String {
    match key {
        LaneKey::Side(side) => words::text(ctx, &ctx.chronicle.side(side).name).to_owned(),
        LaneKey::Kind(kind) => ctx.locale.tr(&format!("kind-{}", kind.key())),
        LaneKey::Source(source) => words::source_name(ctx, source),
        LaneKey::Rest if ctx.state.view.grouping == Grouping::None => ctx.locale.tr("lane-events"),
        LaneKey::Rest => ctx.locale.tr("lane-rest"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::ThemeId;
    use crate::theme::{self, Theme};

    /// Labels get their room by the sum of their letters; laid out, none may need more.
    #[test]
    fn no_title_is_wider_than_its_letters() {
        let loaded = crate::data::load(&crate::io::builtin_chronicle());
        let chronicle = loaded.chronicle.unwrap();
        let ctx = egui::Context::default();
        theme::install(&ctx, &Theme::load(ThemeId::Light).unwrap());
        let mut num_measured = 0;
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            for event in &chronicle.parts().events {
                for (_, title) in event.title.iter() {
                    let font = font(Face::SansBold, size::SMALL);
                    let letters = letters_width(ui, title, &font);
                    let galley = one_line(ui, title, Face::SansBold, size::SMALL, f32::INFINITY);
                    let laid = galley.size().x;
                    assert!(laid <= letters + 1.0, "{title}: {laid} and {letters}");
                    num_measured += 1;
                }
            }
        });
        output.textures_delta.clear();
        assert!(num_measured > 2000);
    }
}
