//! Pictures without a window: the same views, off-screen, painted by the processor.
//!
//! ```text
//! Recipe ─▶ still (views on a fresh egui context) ─▶ triangles ─▶ raster ─▶ png
//! ```

mod png;
pub mod raster;
mod recipe;
mod still;

pub use png::{PngError, decode_rgba, encode, recipe_text};
pub use recipe::{Recipe, RecipeFile};
pub use still::{Stage, Still, draw};
