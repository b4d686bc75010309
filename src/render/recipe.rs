//! What a picture shows, and how that is written into the picture itself.

use crate::model::Chronicle;
use crate::state::{Overlay, PictureRequest, SessionFile, State};
use serde::{Deserialize, Serialize};

/// What a picture shows and how large it is.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// What it shows.
    pub state: State,
    /// Width and height in points.
    pub size: [u32; 2],
    /// Pixels per point.
    pub scale: f32,
}

/// A recipe as it is written into a picture.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct RecipeFile {
    /// What the picture shows.
    pub session: SessionFile,
    /// Width and height in points.
    pub size: (u32, u32),
    /// Pixels per point.
    pub scale: f32,
}

/// The pixels per point that type is legible and fonts are drawn at.
pub(super) const SCALES: std::ops::RangeInclusive<f32> = 0.5..=16.0;

/// The largest side of a picture in pixels: an A0 sheet at 300 dpi is just below.
pub(super) const MAX_SIDE_PX: u32 = 14_100;

impl Recipe {
    /// The picture of `state` that a person asked for.
    pub fn new(state: &State, request: &PictureRequest) -> Self {
        let mut state = state.clone();
        state.language = request.language;
        state.theme = request.theme;
        state.view.panes.map = request.map || !request.timeline;
        state.view.panes.timeline = request.timeline;
        state.overlay = None::<Overlay>;
        state.playback.playing = false;
        Self {
            state,
            size: request.size,
            scale: request.scale,
        }
    }

    /// Width and height in pixels.
    pub fn size_px(&self) -> [u32; 2] {
        self.size
            .map(|side| (side as f32 * self.scale).round().max(1.0) as u32)
    }

    /// Whether the picture is of a size that can be painted.
    pub fn has_sane_size(&self) -> bool {
        let sides = self.size_px();
        let big_enough = self.size.iter().all(|&side| side >= 200);
        SCALES.contains(&self.scale) && big_enough && sides.iter().all(|&side| side <= MAX_SIDE_PX)
    }

    /// The recipe as text for the picture.
    pub fn to_text(&self, chronicle: &Chronicle, folder: Option<&str>) -> String {
        let file = RecipeFile {
            session: SessionFile::from_state(&self.state, chronicle, folder),
            size: (self.size[0], self.size[1]),
            scale: self.scale,
        };
        // These structures hold nothing that RON cannot write.
        ron::to_string(&file).unwrap_or_default()
    }
}
