//! What is on the screen: views read a [`ViewCtx`] and push actions.
//!
//! Inside a view the steps are: `layout` (pure: items with rectangles) → `input` (responses →
//! actions) → `paint`. Views change nothing but their own [`Local`] memory, which holds only what
//! could be thrown away without changing the picture.

mod command;
mod footer;
mod header;
mod legend;
mod map;
mod menu;
mod overlay;
mod reader;
mod record;
mod shell;
mod timeline;
mod words;

pub use command::{COMMANDS, Command, Menu, commands_from_keys};
pub use footer::{footer_text, sources_shown};
pub use overlay::default_picture_name;
pub use shell::shell_ui;

use crate::geo::TileSource;
use crate::locale::Locale;
use crate::model::Chronicle;
use crate::state::{Action, PictureRequest, Selection, State};
use crate::theme::Theme;

/// Something wrong with the chronicle's files, ready to be shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// Whether a record was left out because of it.
    pub is_error: bool,
    /// File, line and column.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// A way out.
    pub hint: Option<String>,
}

/// A name on the base map: a water or a mountain range.
#[derive(Clone, PartialEq, Debug)]
pub struct AreaLabel {
    /// Where its middle lies.
    pub at: crate::geo::LonLat,
    /// Its name.
    pub name: crate::model::LocalText,
    /// From which zoom it is shown.
    pub min_zoom: f64,
    /// The angle of its writing in degrees, clockwise.
    pub angle_deg: f64,
    /// What it names.
    pub kind: AreaKind,
}

/// What an area label names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AreaKind {
    /// A sea.
    Sea,
    /// A lake.
    Lake,
    /// A river.
    River,
    /// Mountains.
    Mountain,
}

/// What the program is busy with or has to say.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Status {
    /// A message and whether it is an error.
    pub message: Option<(String, bool)>,
    /// Whether a job is running, by its name for people.
    pub busy: Option<String>,
}

/// For whom a frame is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// For a person at the window.
    Live,
    /// For a picture: no pointer, no bars, no motion.
    Still,
}

/// All that views may read.
#[derive(Clone, Copy)]
pub struct ViewCtx<'a> {
    /// The chronicle.
    pub chronicle: &'a Chronicle,
    /// What is shown.
    pub state: &'a State,
    /// The messages of the state's language.
    pub locale: &'a Locale,
    /// The palette.
    pub theme: &'a Theme,
    /// The base map.
    pub basemap: &'a dyn TileSource,
    /// Names on the base map.
    pub area_labels: &'a [AreaLabel],
    /// What is wrong with the chronicle's files.
    pub problems: &'a [Problem],
    /// What the program is busy with.
    pub status: &'a Status,
    /// The size of the map pane in the last frame, in points.
    pub map_size: [f64; 2],
    /// For whom the frame is drawn.
    pub mode: Mode,
}

impl ViewCtx<'_> {
    /// Whether the frame is a picture.
    pub fn is_still(&self) -> bool {
        self.mode == Mode::Still
    }

    /// Whether this is selected.
    pub fn is_selected(&self, selection: Selection) -> bool {
        self.state.view.selection == Some(selection)
    }
}

/// What views wish to change, in the order in which they said so.
#[derive(Debug, Default)]
pub struct Actions(Vec<Action>);

impl Actions {
    /// Wish for a change.
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    /// Take all wishes out.
    pub fn take(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }

    /// Whether nothing was wished.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What the views remember between frames.
#[derive(Default)]
pub struct Local {
    pub(crate) map: map::MapLocal,
    pub(crate) timeline: timeline::TimelineLocal,
    pub(crate) reader: reader::ReaderLocal,
    /// The picture that is being set up in the dialog.
    pub picture: Option<PictureRequest>,
    /// The size of the map pane in the last frame, in points.
    pub map_size: [f64; 2],
    /// The theme and language that the context was last styled for.
    pub(crate) styled_for: Option<crate::state::ThemeId>,
}
