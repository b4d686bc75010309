//! The only function that changes the state.

use super::history::StepKind;
use super::session::sane_panes;
use super::{Action, Effect, Selection, State, View};
use crate::geo::{GeoBounds, LonLat};
use crate::model::{Camera, Chronicle, Opening, Stop};
use crate::time::{Bounds, Minute, Window};

/// The closest that "look at the selection" goes; nearer, the base map has nothing more to say.
const CLOSEST_FIT_ZOOM: f64 = 11.0;
/// How much of a pane stays empty around what is fitted into it.
const FIT_MARGIN: f64 = 0.82;
/// The furthest and the nearest the map goes.
pub const ZOOM_RANGE: std::ops::RangeInclusive<f64> = 2.0..=17.0;

/// Change `state` by `action`; what the outside world has to do comes back.
pub fn apply(state: &mut State, chronicle: &Chronicle, action: Action) -> Vec<Effect> {
    match action {
        Action::SetLanguage(language) => state.language = language,
        Action::SetTheme(theme) => state.theme = theme,
        Action::SetOverlay(overlay) => state.overlay = overlay,
        Action::SetSpeed(speed) => state.playback.speed = speed,
        Action::SetPlaying(playing) => set_playing(state, chronicle, playing),
        Action::PlayTo(minute) => {
            state.view.cursor = minute.clamped();
            follow_cursor(&mut state.view);
        }
        Action::Settle => state.history.settle(),
        Action::Undo => {
            if let Some(before) = state.history.undo(&state.view) {
                state.view = before;
            }
        }
        Action::Redo => {
            if let Some(after) = state.history.redo(&state.view) {
                state.view = after;
            }
        }
        Action::Wish(effect) => return vec![effect],
        action => change_view(state, chronicle, action),
    }
    Vec::new()
}

/// Apply an action that undo can take back; one that changes nothing leaves no step.
fn change_view(state: &mut State, chronicle: &Chronicle, action: Action) {
    let mut next = state.view.clone();
    let kind = match action {
        Action::SetWindow(window) => {
            next.window = window;
            StepKind::Window
        }
        Action::SetCursor(minute) => {
            next.cursor = minute.clamped();
            StepKind::Cursor
        }
        Action::SetCamera(camera) => {
            next.camera = sane_camera(camera, next.camera);
            StepKind::Camera
        }
        Action::Select(selection) => {
            next.selection = selection;
            StepKind::Select
        }
        Action::GoTo(selection) => {
            go_to(&mut next, chronicle, selection);
            StepKind::Jump
        }
        Action::ShowScene(scene) => {
            show_opening(&mut next, &chronicle.scene(scene).opening);
            StepKind::Jump
        }
        Action::ResetView => {
            show_opening(&mut next, chronicle.opening());
            StepKind::Jump
        }
        Action::SetGrouping(grouping) => {
            next.grouping = grouping;
            StepKind::Lanes
        }
        Action::SetPanes(panes) => {
            next.panes = sane_panes(panes);
            StepKind::Panes
        }
        Action::SetLayers(layers) => {
            next.layers = layers;
            StepKind::Layers
        }
        Action::FitAll { map_size } => {
            fit_all(&mut next, chronicle, map_size);
            StepKind::Jump
        }
        Action::FitSelection { map_size } => {
            fit_selection(&mut next, chronicle, map_size);
            StepKind::Jump
        }
        // The remaining actions do not change the view and are dealt with before.
        _ => return,
    };
    if next != state.view {
        state.history.step(kind, &state.view);
        state.view = next;
    }
}

/// Run or stop; starting at the end of the window begins again at its start.
fn set_playing(state: &mut State, chronicle: &Chronicle, playing: bool) {
    state.playback.playing = playing && !chronicle.is_empty();
    let window = state.view.window;
    let outside = (state.view.cursor.0 as f64) < window.from;
    if playing && (outside || state.view.cursor.0 as f64 >= window.to - 1.0) {
        state.view.cursor = Minute(window.from as i64);
    }
}

/// Move the window along when the cursor has left it.
fn follow_cursor(view: &mut View) {
    let at = view.cursor.0 as f64;
    if at < view.window.from || at > view.window.to {
        view.window = view
            .window
            .panned(at - (view.window.from + view.window.span() * 0.1));
    }
}

/// Select this, put the cursor on it and bring it into view.
fn go_to(view: &mut View, chronicle: &Chronicle, selection: Selection) {
    view.selection = Some(selection);
    let (bounds, position) = match selection {
        Selection::Event(event) => {
            let event = chronicle.event(event);
            (
                Some(event.when.bounds()),
                event.place.map(|place| chronicle.place(place).at),
            )
        }
        Selection::Place(place) => (None, Some(chronicle.place(place).at)),
        Selection::Track(track, stop) => match chronicle.track(track).stops.get(stop) {
            Some(stop) => (
                Some(stop.when.bounds()),
                Some(chronicle.place(stop.place).at),
            ),
            None => (None, None),
        },
    };
    if let Some(bounds) = bounds {
        bring_time_into_view(view, &bounds);
    }
    if let Some(position) = position {
        bring_position_into_view(view, position);
    }
}

/// Put the cursor on the start of these bounds and move the window no more than needed.
fn bring_time_into_view(view: &mut View, bounds: &Bounds) {
    let (start, end) = bounds.outer();
    let Some(at) = start.or(end) else {
        return;
    };
    view.cursor = at;
    let window = view.window;
    let margin = window.span() * 0.08;
    let at = at.0 as f64;
    if at < window.from + margin || at > window.to - margin {
        view.window = window.panned(at - (window.from + window.to) / 2.0);
    }
}

/// Move the map only if the position would be far from the middle.
fn bring_position_into_view(view: &mut View, position: LonLat) {
    // The map pane is at least this large on the smallest screen that we support.
    const SAFE_HALF_PX: [f64; 2] = [260.0, 120.0];
    let world = crate::geo::World::at_zoom(view.camera.zoom);
    let center = world.point_from_lon_lat(view.camera.center);
    let target = world.point_from_lon_lat(position);
    let far_x = (target.x - center.x).abs() > SAFE_HALF_PX[0];
    let far_y = (target.y - center.y).abs() > SAFE_HALF_PX[1];
    if far_x || far_y {
        view.camera.center = position;
    }
}

fn show_opening(view: &mut View, opening: &Opening) {
    view.window = opening.window;
    view.cursor = opening.cursor;
    view.camera = sane_camera(opening.camera, view.camera);
    view.selection = opening.event.map(Selection::Event);
}

/// Fit all times and all places that events and tracks use.
fn fit_all(view: &mut View, chronicle: &Chronicle, map_size: [f64; 2]) {
    if let Some((from, to)) = chronicle.time_extent() {
        view.window = window_around(from, to);
    }
    let parts = chronicle.parts();
    let of_events = parts.events.iter().filter_map(|event| event.place);
    let of_stops = parts
        .tracks
        .iter()
        .flat_map(|track| &track.stops)
        .map(|stop| stop.place);
    let places = of_events
        .chain(of_stops)
        .map(|place| chronicle.place(place).at);
    fit_places(view, places, map_size);
}

/// Fit the selected record into both panes.
fn fit_selection(view: &mut View, chronicle: &Chronicle, map_size: [f64; 2]) {
    match view.selection {
        Some(Selection::Event(event)) => {
            let event = chronicle.event(event);
            if let (Some(from), Some(to)) = event.when.bounds().outer() {
                view.window = window_around(from, to);
                view.cursor = from;
            }
            fit_places(
                view,
                event.place.map(|place| chronicle.place(place).at),
                map_size,
            );
        }
        Some(Selection::Place(place)) => fit_places(view, [chronicle.place(place).at], map_size),
        Some(Selection::Track(track, _)) => {
            let stops = &chronicle.track(track).stops;
            let times: Vec<Minute> = stops.iter().map(Stop::moment).collect();
            if let (Some(&from), Some(&to)) = (times.iter().min(), times.iter().max()) {
                view.window = window_around(from, to);
            }
            let courses = stops.iter().filter_map(|stop| stop.course.as_ref());
            let bends = courses.flat_map(|course| course.points().iter().copied());
            let places = stops.iter().map(|stop| chronicle.place(stop.place).at);
            fit_places(view, bends.chain(places), map_size);
        }
        None => {}
    }
}

/// A window with some room on both sides, at least a day wide.
fn window_around(from: Minute, to: Minute) -> Window {
    const DAY: f64 = 1440.0;
    let (from, to) = (from.0 as f64, to.0 as f64);
    let margin = ((to - from) * 0.06)
        .max(DAY / 2.0 - (to - from) / 2.0)
        .max(1.0);
    Window::new(from - margin, to + margin)
}

fn fit_places(view: &mut View, places: impl IntoIterator<Item = LonLat>, map_size: [f64; 2]) {
    if let Some(bounds) = GeoBounds::around(places) {
        let [width, height] = map_size.map(|side| side * FIT_MARGIN);
        let (center, zoom) = bounds.fitted(width, height, CLOSEST_FIT_ZOOM);
        view.camera = sane_camera(Camera { center, zoom }, view.camera);
    }
}

/// A camera inside the world; `before` where the numbers make no sense.
fn sane_camera(camera: Camera, before: Camera) -> Camera {
    if !camera.zoom.is_finite() || !camera.center.is_valid() {
        return before;
    }
    let zoom = camera.zoom.clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end());
    let center = LonLat::new(camera.center.lon, camera.center.lat.clamp(-84.0, 84.0));
    Camera { center, zoom }
}
