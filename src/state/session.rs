//! The state as it is written to disk: in the session file, and in a picture's recipe.
//!
//! A format of its own, apart from the live structures: old files still load after an update.
//! Fields that are missing take their defaults; fields that are not known are ignored, since a
//! newer version of the program may have written them.

use super::{Grouping, Layers, Panes, Selection, Speed, State, ThemeId};
use crate::geo::LonLat;
use crate::model::{Camera, Chronicle, Language};
use crate::time::{Minute, Window};
use serde::{Deserialize, Serialize};

/// The version of the format that this program writes.
pub const FORMAT: u32 = 1;

/// A saved state.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SessionFile {
    /// The version of the format.
    pub format: u32,
    /// The chronicle's id.
    #[serde(default)]
    pub chronicle: String,
    /// The version of the chronicle's contents.
    #[serde(default)]
    pub chronicle_version: String,
    /// The folder the chronicle came from; none for the built-in one.
    #[serde(default)]
    pub folder: Option<String>,
    /// The visible time, in minutes since 1970-01-01T00:00 of the proleptic Gregorian calendar.
    #[serde(default)]
    pub window: Option<(f64, f64)>,
    /// The time cursor, in the same minutes.
    #[serde(default)]
    pub cursor: Option<i64>,
    /// Longitude, latitude and zoom of the map.
    #[serde(default)]
    pub camera: Option<(f64, f64, f64)>,
    /// What is selected.
    #[serde(default)]
    pub selection: Option<SelectionFile>,
    /// The language code.
    #[serde(default)]
    pub language: Option<String>,
    /// The palette.
    #[serde(default)]
    pub theme: ThemeId,
    /// What the lanes stand for.
    #[serde(default)]
    pub grouping: Grouping,
    /// Which panes are open.
    #[serde(default)]
    pub panes: Panes,
    /// What is drawn besides the events.
    #[serde(default)]
    pub layers: Layers,
    /// How fast time runs.
    #[serde(default)]
    pub speed: Option<Speed>,
}

/// What is selected, by id.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum SelectionFile {
    /// An event.
    Event(String),
    /// A place.
    Place(String),
    /// A track and the number of its stop.
    Track(String, usize),
}

impl SessionFile {
    /// Write down a state.
    pub fn from_state(state: &State, chronicle: &Chronicle, folder: Option<&str>) -> Self {
        let view = &state.view;
        let camera = view.camera;
        Self {
            format: FORMAT,
            chronicle: chronicle.id().to_owned(),
            chronicle_version: chronicle.parts().version.to_string(),
            folder: folder.map(str::to_owned),
            window: Some((view.window.from, view.window.to)),
            cursor: Some(view.cursor.0),
            camera: Some((camera.center.lon, camera.center.lat, camera.zoom)),
            selection: view.selection.map(|selection| match selection {
                Selection::Event(event) => {
                    SelectionFile::Event(chronicle.event(event).id.to_string())
                }
                Selection::Place(place) => {
                    SelectionFile::Place(chronicle.place(place).id.to_string())
                }
                Selection::Track(track, stop) => {
                    SelectionFile::Track(chronicle.track(track).id.to_string(), stop)
                }
            }),
            language: Some(state.language.code().to_owned()),
            theme: state.theme,
            grouping: view.grouping,
            panes: view.panes,
            layers: view.layers,
            speed: Some(state.playback.speed),
        }
    }

    /// The state that was written down, as far as it still makes sense for this chronicle.
    pub fn to_state(&self, chronicle: &Chronicle, fallback: Language) -> State {
        let language = self
            .language
            .as_deref()
            .and_then(Language::from_code)
            .unwrap_or(fallback);
        let mut state = State::new(chronicle, language);
        state.theme = self.theme;
        state.view.grouping = self.grouping;
        state.view.panes = sane_panes(self.panes);
        state.view.layers = self.layers;
        if let Some(speed) = self.speed {
            state.playback.speed = speed;
        }
        if self.chronicle != chronicle.id() {
            return state;
        }
        if let Some((from, to)) = self.window {
            state.view.window = Window::new(from, to);
        }
        if let Some(cursor) = self.cursor {
            state.view.cursor = Minute(cursor).clamped();
        }
        if let Some((lon, lat, zoom)) = self.camera {
            let center = LonLat::new(lon, lat);
            if center.is_valid() && (0.0..=22.0).contains(&zoom) {
                state.view.camera = Camera { center, zoom };
            }
        }
        state.view.selection = self
            .selection
            .as_ref()
            .and_then(|file| selection(file, chronicle));
        state
    }
}

/// The selected record, if the chronicle still has it.
fn selection(file: &SelectionFile, chronicle: &Chronicle) -> Option<Selection> {
    match file {
        SelectionFile::Event(id) => chronicle.event_with_id(id).map(Selection::Event),
        SelectionFile::Place(id) => chronicle.place_with_id(id).map(Selection::Place),
        SelectionFile::Track(id, stop) => {
            let track = chronicle.track_with_id(id)?;
            let last = chronicle.track(track).stops.len().checked_sub(1)?;
            Some(Selection::Track(track, (*stop).min(last)))
        }
    }
}

/// Panes that can be seen, whatever a file says.
pub(super) fn sane_panes(mut panes: Panes) -> Panes {
    let fraction = |value: f32, low: f32, high: f32, default: f32| {
        if value.is_finite() {
            value.clamp(low, high)
        } else {
            default
        }
    };
    panes.timeline_fraction = fraction(panes.timeline_fraction, 0.15, 0.85, 0.46);
    panes.reader_fraction = fraction(panes.reader_fraction, 0.15, 0.6, 0.28);
    if !panes.map && !panes.timeline {
        panes.map = true;
        panes.timeline = true;
    }
    panes
}
