//! The outside world: files, the archive of map tiles, the session, background jobs. No egui.

mod archive;
mod files;
mod jobs;
mod runner;
mod session;

pub use archive::{Archive, ArchiveError, MapName, builtin_basemap, builtin_map_names};
pub use files::{
    BUILTIN_ID, IoError, builtin_chronicle, folder_from_file, read_bytes, read_folder, read_text,
    write_atomic,
};
pub use jobs::{JobError, Jobs};
pub use runner::AtOnce;
pub use session::{load_session, save_session, session_path};
