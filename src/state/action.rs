//! Everything that can happen to the state, and what the state wishes of the outside world.

use super::{Grouping, Layers, Overlay, Panes, Selection, Speed, ThemeId};
use crate::model::{Camera, Language, SceneIdx};
use crate::time::{Minute, Window};

/// One change. Values are absolute, so that applying an action twice is harmless.
#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    /// Show this time.
    SetWindow(Window),
    /// Put the time cursor here.
    SetCursor(Minute),
    /// Look here on the map.
    SetCamera(Camera),
    /// Select this, or nothing.
    Select(Option<Selection>),
    /// Select this, put the cursor on it and bring it into view in every pane.
    GoTo(Selection),
    /// Show a scene.
    ShowScene(SceneIdx),
    /// Let the lanes stand for this.
    SetGrouping(Grouping),
    /// Open, close or resize panes.
    SetPanes(Panes),
    /// Draw these besides the events.
    SetLayers(Layers),
    /// Fit all of the chronicle into both panes; the map pane has this size in points.
    FitAll {
        /// Width and height of the map pane in points.
        map_size: [f64; 2],
    },
    /// Look at the selection on the map; the map pane has this size in points.
    FitSelection {
        /// Width and height of the map pane in points.
        map_size: [f64; 2],
    },
    /// Run or stop.
    SetPlaying(bool),
    /// Run this fast.
    SetSpeed(Speed),
    /// Time ran on to this moment; not a step of undo.
    PlayTo(Minute),
    /// Speak this language.
    SetLanguage(Language),
    /// Use this palette.
    SetTheme(ThemeId),
    /// Open or close an overlay.
    SetOverlay(Option<Overlay>),
    /// A drag or another gesture ended: what follows is a new step of undo.
    Settle,
    /// One step back.
    Undo,
    /// One step forward.
    Redo,
    /// Back to how the chronicle opens.
    ResetView,
    /// Wish something of the outside world.
    Wish(Effect),
}

/// The size, look and contents of a picture to save.
#[derive(Clone, PartialEq, Debug)]
pub struct PictureRequest {
    /// Width and height in points.
    pub size: [u32; 2],
    /// Pixels per point.
    pub scale: f32,
    /// The language of the picture.
    pub language: Language,
    /// The palette of the picture.
    pub theme: ThemeId,
    /// Whether the map is in it.
    pub map: bool,
    /// Whether the chronology is in it.
    pub timeline: bool,
    /// The file to write.
    pub path: String,
}

/// A wish to the outside world.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Let the person choose a chronicle folder.
    ChooseChronicle,
    /// Open the built-in chronicle.
    OpenBuiltIn,
    /// Read the open chronicle again.
    Reload,
    /// Let the person choose where to save a picture.
    ChoosePicturePath(PictureRequest),
    /// Save a picture.
    SavePicture(PictureRequest),
    /// Put text on the clipboard.
    Copy(String),
    /// Take the message in the status bar away.
    Dismiss,
    /// Close the program.
    Quit,
}
