//! Drawing the chronology: only a painter, no input.

use super::layout::{BADGE_PX, LABEL_GAP_PX, Lane, LaneKey};
use super::{Frame, Placed, lane_name};
use crate::model::{EventIdx, Status};
use crate::state::Selection;
use crate::theme::{Face, font, size};
use crate::time::{Minute, Precision, Tick, format_minute, format_tick, ticks};
use crate::view::{ViewCtx, record};
use crate::widget::{Badge, arrow_head, badge_shapes, gradient_rect};
use egui::text::LayoutJob;
use egui::{
    Align2, Color32, Galley, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2,
};
use egui_plot::{GridInput, GridMark, Plot};
use std::sync::Arc;

/// The least distance between two labels of the axis, in points.
const MIN_TICK_LABEL_PX: f64 = 64.0;

fn frame_ticks(frame: &Frame) -> Vec<Tick> {
    ticks(frame.scale.window, frame.scale.width_px, MIN_TICK_LABEL_PX)
}

/// The lines of the calendar behind the lanes, by egui_plot, faded by their strength.
pub fn grid(ui: &mut Ui, ctx: &ViewCtx<'_>, frame: &Frame) {
    let window = frame.scale.window;
    let minutes_per_px = window.span() / frame.scale.width_px;
    // egui_plot fades a line by the distance that its step has on the screen, so a tick's strength
    // is told as a step of that many points.
    let step_px = |tick: &Tick| [10.0, 26.0, 90.0][usize::from(tick.major.min(2))];
    let marks = move |_: GridInput| -> Vec<GridMark> {
        frame_ticks(frame)
            .iter()
            .map(|tick| GridMark {
                value: tick.at.0 as f64,
                step_size: step_px(tick) * minutes_per_px,
            })
            .collect()
    };
    let mut chart = ui.new_child(egui::UiBuilder::new().id_salt("grid").max_rect(frame.chart));
    Plot::new("chronology-grid")
        .show_axes([false, false])
        .show_grid([true, false])
        .grid_spacing(egui::Rangef::new(6.0, 90.0))
        .grid_color(ctx.theme.ink_faint)
        .x_grid_spacer(marks)
        .show_background(false)
        .show_crosshair(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .sense(egui::Sense::hover())
        .set_margin_fraction(egui::Vec2::ZERO)
        .width(frame.chart.width())
        .height(frame.chart.height())
        .label_formatter(|_| None)
        .show(&mut chart, |plot| {
            plot.set_plot_bounds_x(window.from..=window.to);
            plot.set_plot_bounds_y(0.0..=1.0);
        });
}

/// The strip with ticks and their labels; a label is left out where it has no room.
pub fn axis(ui: &Ui, ctx: &ViewCtx<'_>, frame: &Frame) {
    let painter = ui.painter();
    let strip = Rect::from_min_max(pos2(frame.body.left(), frame.axis.top()), frame.axis.max);
    painter.rect_filled(strip, 0.0, ctx.theme.panel);
    painter.hline(
        strip.x_range(),
        strip.top(),
        Stroke::new(1.0, ctx.theme.rule),
    );
    left_edge_date(painter, ctx, frame, strip);
    let mut all = frame_ticks(frame);
    // The stronger ticks choose their room first.
    all.sort_by_key(|tick| (std::cmp::Reverse(tick.major), tick.at));
    let mut taken: Vec<egui::Rangef> = Vec::new();
    for tick in &all {
        let x = frame.scale.x_from_minute(tick.at.0 as f64) as f32;
        if !frame.axis.x_range().contains(x) {
            continue;
        }
        let length = [4.0, 6.0, 9.0][usize::from(tick.major.min(2))];
        let stroke = Stroke::new(1.0, ctx.theme.ink_faint);
        painter.vline(x, frame.axis.top()..=frame.axis.top() + length, stroke);
        if tick.major == 0 {
            continue;
        }
        let face = if tick.major == 2 {
            Face::SansBold
        } else {
            Face::Sans
        };
        let color = if tick.major == 2 {
            ctx.theme.ink
        } else {
            ctx.theme.ink_soft
        };
        let text = format_tick(tick, ctx.locale.date_words());
        let galley = painter.layout_no_wrap(text, font(face, size::SMALL), color);
        let half = galley.size().x / 2.0;
        let span = egui::Rangef::new(x - half - 6.0, x + half + 6.0);
        let inside = span.min >= frame.axis.left() - 4.0 && span.max <= frame.axis.right() + 4.0;
        if inside
            && !taken
                .iter()
                .any(|other| other.min < span.max && span.min < other.max)
        {
            painter.galley(pos2(x - half, frame.axis.top() + 8.0), galley, color);
            taken.push(span);
        }
    }
}

/// The date at the left edge, under the lane heads, as exact as the ticks leave it open: hours and
/// minutes do not say of which day they are.
fn left_edge_date(painter: &Painter, ctx: &ViewCtx<'_>, frame: &Frame, strip: Rect) {
    const DAY: f64 = 1440.0;
    let window = frame.scale.window;
    let precision = match window.span() {
        span if span < 40.0 * DAY => Precision::Day,
        span if span < 1500.0 * DAY => Precision::Month,
        _ => return,
    };
    let from = Minute(window.from.ceil() as i64);
    let text = format_minute(from, precision, ctx.locale.date_words());
    let color = ctx.theme.ink_soft;
    let galley = painter.layout_no_wrap(text, font(Face::Sans, size::SMALL), color);
    let corner = Rect::from_min_max(strip.min, pos2(frame.axis.left(), strip.bottom()));
    if galley.size().x + 14.0 < corner.width() {
        painter.galley(
            pos2(corner.left() + 10.0, corner.top() + 8.0),
            galley,
            color,
        );
    }
}

/// The ground of a lane: every other one a shade darker.
pub fn lane_ground(ui: &Ui, ctx: &ViewCtx<'_>, frame: &Frame, rect: Rect, idx: usize) {
    let painter = ui
        .painter()
        .with_clip_rect(frame.body.intersect(ui.clip_rect()));
    if !idx.is_multiple_of(2) {
        painter.rect_filled(rect, 0.0, ctx.theme.faded(ctx.theme.ink, 0.035));
    }
    painter.hline(
        rect.x_range(),
        rect.bottom(),
        Stroke::new(1.0, ctx.theme.rule),
    );
}

/// The head of a lane: its colour and its name, in as many lines as there is room.
pub fn lane_head(ui: &Ui, ctx: &ViewCtx<'_>, frame: &Frame, rect: Rect, lane: &Lane) {
    let clip = frame.body.intersect(ui.clip_rect());
    let head = Rect::from_min_max(rect.min, pos2(frame.chart.left(), rect.bottom()));
    let painter = ui.painter().with_clip_rect(head.intersect(clip));
    painter.rect_filled(head, 0.0, ctx.theme.panel);
    painter.hline(
        head.x_range(),
        head.bottom() - 0.5,
        Stroke::new(1.0, ctx.theme.rule),
    );
    let hue = match lane.key {
        LaneKey::Side(side) => Some(ctx.chronicle.side(side).hue),
        _ => None,
    };
    let swatch = Rect::from_min_size(head.min, vec2(4.0, head.height()));
    painter.rect_filled(swatch, 0.0, ctx.theme.side(hue));
    let galley = head_galley(ui, ctx, frame, lane);
    let top = (head.center().y - galley.size().y / 2.0).max(head.top() + 1.0);
    painter.galley(pos2(head.left() + 10.0, top), galley, ctx.theme.ink);
    painter.vline(
        head.right(),
        head.y_range(),
        Stroke::new(1.0, ctx.theme.rule),
    );
}

/// The name of a lane, in as many lines as it needs.
fn head_galley(ui: &Ui, ctx: &ViewCtx<'_>, frame: &Frame, lane: &Lane) -> Arc<Galley> {
    const SWATCH_AND_MARGIN_PX: f32 = 14.0;
    let width = frame.chart.left() - frame.body.left() - SWATCH_AND_MARGIN_PX;
    let font = font(Face::SansBold, size::SMALL);
    let job = LayoutJob::simple(lane_name(ctx, lane.key), font, ctx.theme.ink, width);
    ui.painter().layout_job(job)
}

/// The height that a lane needs for its head, in points.
pub fn head_height(ui: &Ui, ctx: &ViewCtx<'_>, frame: &Frame, lane: &Lane) -> f32 {
    head_galley(ui, ctx, frame, lane).size().y + 4.0
}

/// An event: its time as certain and uncertain stretches, its badge, its label.
pub fn event(painter: &Painter, ctx: &ViewCtx<'_>, placed: &Placed, hovered: bool, focused: bool) {
    let record = ctx.chronicle.event(placed.event);
    let color = record::event_color(ctx, placed.event);
    let selected = ctx.is_selected(Selection::Event(placed.event));
    let touched = hovered || focused || belongs_to_selection(ctx, placed.event);
    if selected || touched {
        let strength = if selected { 1.0 } else { 0.5 };
        let ground = ctx.theme.faded(ctx.theme.accent_soft, strength);
        painter.rect_filled(placed.hit, 4.0, ground);
    }
    if focused {
        let stroke = Stroke::new(2.0, ctx.theme.accent);
        painter.rect_stroke(placed.hit, 4.0, stroke, StrokeKind::Inside);
    }
    span(painter, ctx, placed, color);
    let radius = BADGE_PX as f32 / 2.0;
    let badge = Badge {
        center: placed.badge,
        radius: if record.importance >= 4 {
            radius
        } else {
            radius - 1.5
        },
        color,
        ground: ctx.theme.paper,
        solid: record.status == Status::Actual,
    };
    let mut shapes = Vec::new();
    badge_shapes(record.kind, badge, &mut shapes);
    painter.extend(shapes);
    if selected {
        let ring = Stroke::new(2.0, ctx.theme.accent);
        painter.circle_stroke(placed.badge, radius + 1.0, ring);
    }
    if let Some(galley) = &placed.label {
        let ink = if record.status == Status::Planned {
            ctx.theme.ink_soft
        } else {
            ctx.theme.ink
        };
        let x = placed.badge.x + radius + LABEL_GAP_PX as f32;
        let at = pos2(x, placed.badge.y - galley.size().y / 2.0);
        painter.galley_with_override_text_color(at, galley.clone(), ink);
    }
}

/// Whether an event is at the selected place or is a stop of the selected track.
fn belongs_to_selection(ctx: &ViewCtx<'_>, event: EventIdx) -> bool {
    match ctx.state.view.selection {
        Some(Selection::Place(place)) => ctx.chronicle.event(event).place == Some(place),
        Some(Selection::Track(track, _)) => ctx
            .chronicle
            .track(track)
            .stops
            .iter()
            .any(|stop| stop.event == Some(event)),
        Some(Selection::Event(_)) | None => false,
    }
}

/// The stretch of an event's time, where it is wider than its badge.
///
/// ```text
/// surely:    ████████      the time between latest start and earliest end
/// possibly:  ░░▒▒▓▓██▓▓▒░  fading toward the earliest start and the latest end
/// planned:   ▭▭▭▭▭▭▭▭      an outline
/// open:      ████░░ →      an arrow
/// ```
fn span(painter: &Painter, ctx: &ViewCtx<'_>, placed: &Placed, color: Color32) {
    /// The strip runs under badge and label, so that both stay legible.
    const TOP: f32 = 7.0;
    const BOTTOM: f32 = 10.5;
    const SURE: f32 = 0.9;
    const POSSIBLE: f32 = 0.6;
    const FADED: f32 = 0.06;
    if placed.to_x - placed.from_x < BADGE_PX as f32 {
        return;
    }
    let record = ctx.chronicle.event(placed.event);
    let y = placed.badge.y;
    let strip = |from: f32, to: f32| {
        Rect::from_min_max(pos2(from, y + TOP), pos2(to.max(from), y + BOTTOM))
    };
    let whole = strip(placed.from_x, placed.to_x);
    let tint = |opacity: f32| ctx.theme.faded(color, opacity);
    let (px_from, px_to) = placed.scale_px;
    let bounds = record.when.bounds();
    let x_in_span = |minute: crate::time::Minute| {
        let (Some(from), Some(to)) = bounds.outer() else {
            return None;
        };
        let fraction = (minute.0 - from.0) as f64 / ((to.0 - from.0) as f64).max(1.0);
        let x = px_from + (px_to - px_from) * fraction;
        Some((x as f32).clamp(whole.left(), whole.right()))
    };
    let core = bounds
        .core()
        .and_then(|(from, to)| Some((x_in_span(from)?, x_in_span(to)?)));
    let middle = whole.center().x;
    let middle_y = whole.center().y;
    let (core_from, core_to, strength) = match core {
        Some((from, to)) => (from, to, SURE),
        None => (middle, middle, POSSIBLE),
    };
    if record.status == Status::Planned {
        let outline = Stroke::new(1.0, tint(0.8));
        painter.add(Shape::rect_stroke(whole, 1.0, outline, StrokeKind::Inside));
    } else {
        painter.add(gradient_rect(
            strip(whole.left(), core_from),
            tint(FADED),
            tint(strength),
        ));
        painter.rect_filled(strip(core_from, core_to), 0.0, tint(strength));
        painter.add(gradient_rect(
            strip(core_to, whole.right()),
            tint(strength),
            tint(FADED),
        ));
    }
    if placed.open_end {
        painter.add(arrow_head(
            pos2(whole.right() + 4.0, middle_y),
            0.0,
            8.0,
            color,
        ));
    }
    if placed.open_start {
        let back = std::f32::consts::PI;
        painter.add(arrow_head(
            pos2(whole.left() - 4.0, middle_y),
            back,
            8.0,
            color,
        ));
    }
}

/// The count of events that found no room; returns where it stands.
pub fn overflow(painter: &Painter, ctx: &ViewCtx<'_>, at: Pos2, num_events: usize) -> Rect {
    let color = ctx.theme.ink_soft;
    let text = format!("+{num_events}");
    let galley = painter.layout_no_wrap(text, font(Face::SansBold, size::SMALL), color);
    let rect = Align2::CENTER_CENTER
        .anchor_size(at, galley.size())
        .expand2(vec2(4.0, 0.0));
    painter.rect_filled(rect, 6.0, ctx.theme.raised);
    painter.rect_stroke(
        rect,
        6.0,
        Stroke::new(1.0, ctx.theme.rule),
        StrokeKind::Inside,
    );
    painter.galley(rect.min + vec2(4.0, 0.0), galley, color);
    rect
}

/// The time cursor; returns where its handle can be taken.
pub fn cursor(ui: &Ui, ctx: &ViewCtx<'_>, frame: &Frame, x: f32) -> Rect {
    let painter = ui.painter();
    let color = ctx.theme.accent;
    painter.vline(
        x,
        frame.body.top()..=frame.axis.top() + 3.0,
        Stroke::new(1.5, color),
    );
    painter.add(arrow_head(
        pos2(x, frame.axis.top() - 1.0),
        -std::f32::consts::FRAC_PI_2,
        10.0,
        color,
    ));
    Rect::from_center_size(pos2(x, frame.axis.top() + 4.0), vec2(16.0, 16.0))
}
