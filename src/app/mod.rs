//! The program in its window: the frame, the inbox, and the wishes of the views.

mod assets;
mod effects;
mod program;
mod window;

pub use assets::{Assets, AssetsError};
pub use program::{Opened, Program, ProgramOptions, load_chronicle, read_chronicle};
pub use window::run;
