//! The legend: what is shown on the map, and only that.

use super::{ViewCtx, record, words};
use crate::geo::GeoBounds;
use crate::model::{EventKind, SideIdx, Status, Stop};
use crate::theme::{Face, font, size};
use crate::time::Minute;
use crate::widget::{Badge, badge_shapes};
use egui::{Color32, Galley, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};
use std::collections::BTreeSet;
use std::sync::Arc;

const ROW_PX: f32 = 18.0;
const SWATCH_PX: f32 = 30.0;
const PADDING_PX: f32 = 8.0;
const MARGIN_PX: f32 = 10.0;
/// The strip at the foot of the map that belongs to the scale bar.
const SCALE_BAR_PX: f32 = 34.0;

/// One line of the legend.
enum Sign {
    Side(Color32),
    Happened,
    Planned,
    Covered,
    Ahead,
    Ordered,
    Conjectural,
}

/// The rows that a map of these bounds needs now.
fn rows(ctx: &ViewCtx<'_>, bounds: GeoBounds) -> Vec<(Sign, String)> {
    let in_sight = |stop: &Stop| bounds.contains(ctx.chronicle.place(stop.place).at);
    let tracks: Vec<_> = record::visible_tracks(ctx)
        .map(|(_, track)| track)
        .filter(|track| track.stops.iter().any(in_sight))
        .collect();
    let of_tracks = tracks
        .iter()
        .filter_map(|track| ctx.chronicle.side_of_actor(track.actor));
    let chronicle = ctx.chronicle;
    let (of_events, happened, planned) = events_in_sight(ctx, bounds);
    let sides: BTreeSet<SideIdx> = of_tracks.chain(of_events).collect();
    let mut rows: Vec<(Sign, String)> = sides
        .into_iter()
        .map(|side| {
            let side = chronicle.side(side);
            (
                Sign::Side(ctx.theme.side(Some(side.hue))),
                words::text(ctx, &side.name).to_owned(),
            )
        })
        .collect();
    let mut add = |shown: bool, sign: Sign, id: &str| {
        if shown {
            rows.push((sign, ctx.locale.tr(id)));
        }
    };
    add(happened, Sign::Happened, "legend-happened");
    add(planned, Sign::Planned, "legend-planned");
    let actual = || tracks.iter().filter(|track| track.status == Status::Actual);
    let has_legs = actual().any(|track| track.stops.len() > 1);
    add(has_legs, Sign::Covered, "legend-covered");
    add(has_legs, Sign::Ahead, "legend-ahead");
    let legs = || actual().flat_map(|track| track.stops.iter().skip(1));
    add(
        legs().any(|stop| stop.course.is_none()),
        Sign::Conjectural,
        "legend-conjectural",
    );
    let ordered = tracks.iter().any(|track| track.status == Status::Planned);
    add(ordered, Sign::Ordered, "legend-ordered");
    rows
}

/// The sides of the events in the visible time that the map shows, and whether any happened and any
/// was planned. The search ends as soon as nothing more can be found.
fn events_in_sight(ctx: &ViewCtx<'_>, bounds: GeoBounds) -> (BTreeSet<SideIdx>, bool, bool) {
    let window = ctx.state.view.window;
    let chronicle = ctx.chronicle;
    let num_sides = chronicle.parts().sides.len();
    let (mut sides, mut happened, mut planned) = (BTreeSet::new(), false, false);
    let (from, to) = (Minute(window.from as i64), Minute(window.to as i64));
    let place_of = |event| chronicle.event(event).place;
    let is_on_map = |place| bounds.contains(chronicle.place(place).at);
    let events = chronicle.events_touching(from, to);
    for event in events.filter(|&event| place_of(event).is_some_and(is_on_map)) {
        sides.extend(chronicle.side_of_event(event));
        match chronicle.event(event).status {
            Status::Actual => happened = true,
            Status::Planned => planned = true,
        }
        if happened && planned && sides.len() == num_sides {
            break;
        }
    }
    (sides, happened, planned)
}

/// The legend with its words laid out, in columns that fit the map's height.
struct Laid {
    rows: Vec<(Sign, Arc<Galley>)>,
    per_column: usize,
    /// Where each column begins, from the legend's left edge.
    columns_px: Vec<f32>,
    rect: Rect,
}

fn laid_out(ui: &Ui, ctx: &ViewCtx<'_>, map: Rect, bounds: GeoBounds) -> Laid {
    const MAX_TEXT_PX: f32 = 360.0;
    let lay_out = |text: String| {
        let mut job = egui::text::LayoutJob::simple_singleline(
            text,
            font(Face::Sans, size::SMALL),
            ctx.theme.ink,
        );
        job.wrap = egui::text::TextWrapping::truncate_at_width(MAX_TEXT_PX);
        ui.painter().layout_job(job)
    };
    let rows: Vec<(Sign, Arc<Galley>)> = rows(ctx, bounds)
        .into_iter()
        .map(|(sign, text)| (sign, lay_out(text)))
        .collect();
    let room_px = map.height() - MARGIN_PX - SCALE_BAR_PX - 2.0 * PADDING_PX;
    let fitting = ((room_px / ROW_PX) as usize).max(1);
    let num_columns = rows.len().div_ceil(fitting).max(1);
    let per_column = rows.len().div_ceil(num_columns);
    let (mut columns_px, mut width_px) = (Vec::new(), PADDING_PX);
    for column in rows.chunks(per_column.max(1)) {
        let texts = column.iter().map(|(_, galley)| galley.size().x);
        columns_px.push(width_px);
        width_px += SWATCH_PX + texts.fold(0.0, f32::max) + 6.0 + PADDING_PX;
    }
    let size = vec2(
        width_px,
        per_column as f32 * ROW_PX + 2.0 * PADDING_PX - 4.0,
    );
    let rect = if rows.is_empty() {
        Rect::NOTHING
    } else {
        Rect::from_min_size(map.left_top() + vec2(MARGIN_PX, MARGIN_PX), size)
    };
    Laid {
        rows,
        per_column,
        columns_px,
        rect,
    }
}

/// Where the legend stands on a map in this rectangle that shows these positions.
pub(super) fn rect(ui: &Ui, ctx: &ViewCtx<'_>, map: Rect, bounds: GeoBounds) -> Rect {
    laid_out(ui, ctx, map, bounds).rect
}

/// The legend on a map in this rectangle that shows these positions.
pub(super) fn legend_ui(ui: &Ui, ctx: &ViewCtx<'_>, map: Rect, bounds: GeoBounds) {
    let laid = laid_out(ui, ctx, map, bounds);
    if laid.rows.is_empty() {
        return;
    }
    let painter = ui.painter();
    painter.rect_filled(laid.rect, 4.0, ctx.theme.faded(ctx.theme.raised, 0.92));
    painter.rect_stroke(
        laid.rect,
        4.0,
        Stroke::new(1.0, ctx.theme.rule),
        StrokeKind::Inside,
    );
    for (idx, (sign, galley)) in laid.rows.iter().enumerate() {
        let (column, row) = (idx / laid.per_column, idx % laid.per_column);
        let y = laid.rect.top() + PADDING_PX - 2.0 + (row as f32 + 0.5) * ROW_PX;
        let left = laid.rect.left() + laid.columns_px.get(column).copied().unwrap_or_default();
        let swatch = Rect::from_min_size(pos2(left, y - 6.0), vec2(SWATCH_PX, 12.0));
        painter.extend(sign_shapes(ctx, sign, swatch));
        let at = pos2(swatch.right() + 6.0, y - galley.size().y / 2.0);
        painter.galley(at, galley.clone(), ctx.theme.ink);
    }
}

fn sign_shapes(ctx: &ViewCtx<'_>, sign: &Sign, rect: Rect) -> Vec<Shape> {
    let color = ctx.theme.ink_soft;
    let line = [rect.left_center(), rect.right_center()];
    let mut shapes = Vec::new();
    let mut badge = |solid: bool| {
        let badge = Badge {
            center: rect.center(),
            radius: 7.0,
            color,
            ground: ctx.theme.raised,
            solid,
        };
        badge_shapes(EventKind::Other, badge, &mut shapes);
    };
    match sign {
        Sign::Side(color) => shapes.push(Shape::rect_filled(
            rect.shrink2(vec2(4.0, 1.0)),
            2.0,
            *color,
        )),
        Sign::Happened => badge(true),
        Sign::Planned => badge(false),
        Sign::Covered => shapes.push(Shape::line_segment(line, Stroke::new(2.6, color))),
        Sign::Ahead => {
            let faint = ctx.theme.faded(color, 0.5);
            shapes.push(Shape::line_segment(line, Stroke::new(1.4, faint)));
        }
        Sign::Ordered => {
            shapes.extend(Shape::dashed_line(&line, Stroke::new(1.8, color), 7.0, 5.0));
        }
        Sign::Conjectural => {
            shapes.extend(Shape::dashed_line(&line, Stroke::new(1.8, color), 2.5, 3.5));
        }
    }
    shapes
}
