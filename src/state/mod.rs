//! What is shown, and the one function that changes it.
//!
//! [`State`] is everything needed to draw the same picture again. Views read it and push
//! [`Action`]s; [`apply()`] alone changes it and answers with [`Effect`]s, which are wishes to the
//! outside world.

mod action;
mod apply;
mod history;
mod playback;
pub mod session;
#[cfg(test)]
mod tests;

pub use action::{Action, Effect, PictureRequest};
pub use apply::{ZOOM_RANGE, apply};
pub use history::History;
pub use playback::{Playback, Speed};
pub use session::SessionFile;

use crate::model::{Camera, Chronicle, EventIdx, Language, PlaceIdx, TrackIdx};
use crate::time::{Minute, Window};
use serde::{Deserialize, Serialize};

/// Which palette is in use.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub enum ThemeId {
    /// Paper and ink.
    #[default]
    Light,
    /// The same by night.
    Dark,
    /// White, safe in greyscale.
    Print,
}

impl ThemeId {
    /// All themes, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    /// The key of the theme's name in the message files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }
}

/// What the lanes of the chronology stand for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub enum Grouping {
    /// A lane for each side.
    #[default]
    Side,
    /// A lane for each kind of event.
    Kind,
    /// A lane for each source.
    Source,
    /// One lane.
    None,
}

impl Grouping {
    /// All groupings, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Side, Self::Kind, Self::Source, Self::None];

    /// The key of the grouping's name in the message files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Side => "side",
            Self::Kind => "kind",
            Self::Source => "source",
            Self::None => "none",
        }
    }
}

/// What is selected in all panes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Selection {
    /// An event.
    Event(EventIdx),
    /// A place.
    Place(PlaceIdx),
    /// A track, with the stop that is looked at.
    Track(TrackIdx, usize),
}

/// Which panes are open, and how large.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Panes {
    /// Whether the map is shown.
    pub map: bool,
    /// Whether the chronology is shown.
    pub timeline: bool,
    /// Whether the reader is shown.
    pub reader: bool,
    /// The part of the height that the chronology takes beside a map, 0 to 1.
    pub timeline_fraction: f32,
    /// The part of the width that the reader takes, 0 to 1.
    pub reader_fraction: f32,
}

impl Default for Panes {
    fn default() -> Self {
        Self {
            map: true,
            timeline: true,
            reader: true,
            timeline_fraction: 0.46,
            reader_fraction: 0.28,
        }
    }
}

/// What is drawn besides the events.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Layers {
    /// Tracks of what happened.
    pub actual_tracks: bool,
    /// Tracks of what was ordered.
    pub planned_tracks: bool,
    /// Names of places.
    pub place_names: bool,
    /// Whether dates are given in both styles.
    pub old_style: bool,
}

impl Default for Layers {
    fn default() -> Self {
        Self {
            actual_tracks: true,
            planned_tracks: true,
            place_names: true,
            old_style: false,
        }
    }
}

/// A window over the panes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Overlay {
    /// Keys and commands.
    Help,
    /// What the chronicle covers.
    About,
    /// What is wrong with its files.
    Problems,
    /// Saving a picture.
    Picture,
    /// The list of scenes.
    Scenes,
}

/// The part of the state that undo and redo move through.
#[derive(Clone, PartialEq, Debug)]
pub struct View {
    /// The visible time.
    pub window: Window,
    /// The moment at which the map stands.
    pub cursor: Minute,
    /// Where the map looks.
    pub camera: Camera,
    /// What is selected.
    pub selection: Option<Selection>,
    /// What the lanes stand for.
    pub grouping: Grouping,
    /// Which panes are open.
    pub panes: Panes,
    /// What is drawn besides the events.
    pub layers: Layers,
}

/// Everything needed to draw the same picture again.
#[derive(Clone, Debug)]
pub struct State {
    /// What undo and redo move through.
    pub view: View,
    /// The language of the interface and of the texts, where they have it.
    pub language: Language,
    /// The palette.
    pub theme: ThemeId,
    /// Whether time runs, and how fast.
    pub playback: Playback,
    /// The window that lies over the panes.
    pub overlay: Option<Overlay>,
    /// Where the views have been.
    pub history: History,
}

impl State {
    /// The state in which a chronicle opens.
    pub fn new(chronicle: &Chronicle, language: Language) -> Self {
        let opening = chronicle.opening();
        let view = View {
            window: opening.window,
            cursor: opening.cursor,
            camera: opening.camera,
            selection: opening.event.map(Selection::Event),
            grouping: Grouping::default(),
            panes: Panes::default(),
            layers: Layers::default(),
        };
        Self {
            view,
            language,
            theme: ThemeId::default(),
            playback: Playback::default(),
            overlay: None,
            history: History::default(),
        }
    }

    /// The selected event, if an event is selected.
    pub fn selected_event(&self) -> Option<EventIdx> {
        match self.view.selection {
            Some(Selection::Event(event)) => Some(event),
            _ => None,
        }
    }
}
