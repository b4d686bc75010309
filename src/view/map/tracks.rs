//! The tracks: what was covered strong, the rest faint; ordered ones dashed.

use super::{Screen, ViewCtx};
use crate::geo::LonLat;
use crate::model::{Progress, Status, Track, TrackIdx};
use crate::state::Selection;
use crate::view::record::visible_tracks;
use crate::widget::arrow_head;
use egui::{Color32, Painter, Pos2, Shape, Stroke, Ui, vec2};

/// Tracks along one railway lie this far beside each other, in points.
const SIDE_STEP_PX: f32 = 2.6;
/// How many tracks lie beside each other before the next begins in the middle again.
const NUM_SIDE_STEPS: usize = 5;

/// The colour of a track: its actor's side.
pub(super) fn color(ctx: &ViewCtx<'_>, track: &Track) -> Color32 {
    let side = ctx.chronicle.side_of_actor(track.actor);
    ctx.theme
        .side(side.map(|side| ctx.chronicle.side(side).hue))
}

/// How far beside its line a track is drawn, in points.
fn side_step_px(track: TrackIdx) -> f32 {
    let step = track.idx() % NUM_SIDE_STEPS;
    (step as f32 - (NUM_SIDE_STEPS - 1) as f32 / 2.0) * SIDE_STEP_PX
}

/// All visible tracks; the selected one last, on top.
pub(super) fn paint(ui: &Ui, ctx: &ViewCtx<'_>, screen: &Screen) {
    let painter = ui.painter().with_clip_rect(screen.rect);
    let selected = match ctx.state.view.selection {
        Some(Selection::Track(track, _)) => Some(track),
        _ => None,
    };
    let is_selected = |track: TrackIdx| selected == Some(track);
    for on_top in [false, true] {
        for (idx, track) in visible_tracks(ctx).filter(|&(idx, _)| is_selected(idx) == on_top) {
            paint_track(&painter, ctx, screen, idx, track, on_top);
        }
    }
}

fn paint_track(
    painter: &Painter,
    ctx: &ViewCtx<'_>,
    screen: &Screen,
    idx: TrackIdx,
    track: &Track,
    selected: bool,
) {
    let color = color(ctx, track);
    let progress = track.progress_at(ctx.state.view.cursor);
    let side_step = side_step_px(idx);
    for leg in 1..track.stops.len() {
        let covered = match progress {
            None => 0.0,
            Some(Progress::At(stop)) => f64::from(u8::from(stop >= leg)),
            Some(Progress::Between(stop, fraction)) => match (stop + 1).cmp(&leg) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => fraction,
                std::cmp::Ordering::Less => 0.0,
            },
        };
        let conjectural = track.stops[leg].course.is_none();
        let look = Look {
            status: track.status,
            conjectural,
            color,
            selected,
        };
        let points = leg_points(ctx, track, leg);
        let screen_points = |points: &[LonLat]| shifted(screen, points, side_step);
        let (done, rest) = split(&points, covered);
        stroke(painter, ctx, &screen_points(&rest), &look, false);
        stroke(painter, ctx, &screen_points(&done), &look, true);
    }
}

/// The course of the leg that ends at this stop.
pub(super) fn leg_points(ctx: &ViewCtx<'_>, track: &Track, leg: usize) -> Vec<LonLat> {
    match &track.stops[leg].course {
        Some(course) => course.points().to_vec(),
        None => [leg - 1, leg]
            .map(|stop| ctx.chronicle.place(track.stops[stop].place).at)
            .into(),
    }
}

/// The first part of a line, up to `fraction` of its length, and the rest.
fn split(points: &[LonLat], fraction: f64) -> (Vec<LonLat>, Vec<LonLat>) {
    let Some(line) = crate::geo::Polyline::new(points.to_vec()) else {
        return (Vec::new(), Vec::new());
    };
    let at_km = line.length_km() * fraction;
    let piece = |from: f64, to: f64| {
        line.piece(from, to)
            .map_or_else(Vec::new, |piece| piece.points().to_vec())
    };
    (piece(0.0, at_km), piece(at_km, line.length_km()))
}

/// The line on the screen, moved sideways; points closer than half a point are left out.
fn shifted(screen: &Screen, points: &[LonLat], side_step: f32) -> Vec<Pos2> {
    let mut line: Vec<Pos2> = Vec::with_capacity(points.len());
    for (idx, &at) in points.iter().enumerate() {
        let pos = screen.pos(at);
        let is_end = idx + 1 == points.len();
        if is_end || line.last().is_none_or(|last| last.distance(pos) > 1.5) {
            line.push(pos);
        }
    }
    let normals: Vec<egui::Vec2> = (0..line.len())
        .map(|idx| {
            let before = line[idx.saturating_sub(1)];
            let after = line[(idx + 1).min(line.len() - 1)];
            let along = (after - before).normalized();
            vec2(-along.y, along.x) * side_step
        })
        .collect();
    line.iter()
        .zip(normals)
        .map(|(&at, normal)| at + normal)
        .collect()
}

/// How a leg is drawn.
struct Look {
    status: Status,
    conjectural: bool,
    color: Color32,
    selected: bool,
}

fn stroke(painter: &Painter, ctx: &ViewCtx<'_>, points: &[Pos2], look: &Look, covered: bool) {
    if points.len() < 2 {
        return;
    }
    let width = match (look.selected, covered) {
        (true, _) => 3.6,
        (false, true) => 2.6,
        (false, false) => 1.4,
    };
    let opacity = if covered || look.selected { 1.0 } else { 0.5 };
    if look.selected {
        let under = Stroke::new(width + 4.0, ctx.theme.faded(ctx.theme.accent_soft, 0.9));
        painter.add(Shape::line(points.to_vec(), under));
    } else {
        let under = Stroke::new(width + 1.6, ctx.theme.faded(ctx.theme.halo, 0.6 * opacity));
        painter.add(Shape::line(points.to_vec(), under));
    }
    let stroke = Stroke::new(width, ctx.theme.faded(look.color, opacity));
    match (look.status, look.conjectural) {
        (Status::Planned, _) => {
            painter.extend(Shape::dashed_line(points, stroke, 7.0, 5.0));
        }
        (Status::Actual, true) => {
            painter.extend(Shape::dashed_line(points, stroke, 2.5, 3.5));
        }
        (Status::Actual, false) => {
            painter.add(Shape::line(points.to_vec(), stroke));
        }
    }
    let last = points[points.len() - 1];
    let along = last - points[points.len() - 2];
    let length: f32 = points
        .windows(2)
        .map(|pair| pair[0].distance(pair[1]))
        .sum();
    if length > 24.0 {
        let color = ctx.theme.faded(look.color, opacity);
        painter.add(arrow_head(last, along.angle(), 6.0 + width, color));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_split_at_the_fraction() {
        let points = [
            LonLat::new(48.0, 40.0),
            LonLat::new(48.0, 41.0),
            LonLat::new(48.0, 42.0),
        ];
        let (done, rest) = split(&points, 0.75);
        assert!((done.last().unwrap().lat - 41.5).abs() < 0.01);
        assert_eq!(rest.len(), 2);
        let (done, rest) = split(&points, 0.0);
        assert!(done.is_empty() && rest.len() == 3);
    }
}
