//! The session: where the last one ended, kept in the system's place for such things.

use super::files::{IoError, read_text, write_atomic};
use crate::state::session::{FORMAT, SessionFile};
use std::path::{Path, PathBuf};

/// Where the session is kept: `session.ron` in the program's data folder, or in the folder that
/// `SALNAME_HOME` names.
pub fn session_path() -> Option<PathBuf> {
    let home = std::env::var_os("SALNAME_HOME").map(PathBuf::from);
    let folder = home.or_else(|| {
        let dirs = directories::ProjectDirs::from("", "", "salname")?;
        Some(dirs.data_local_dir().to_owned())
    })?;
    Some(folder.join("session.ron"))
}

/// The last session; none if there is none yet. A session that cannot be read, or is of a newer
/// format, is left alone: the message says so, and nothing is written over it.
///
/// # Errors
///
/// If there is a session that cannot be used.
pub fn load_session(path: &Path) -> Result<Option<SessionFile>, String> {
    if !path.exists() {
        return Ok(None);
    }
    let text = read_text(path).map_err(|err| err.to_string())?;
    let session: SessionFile = ron::from_str(&text).map_err(|err| {
        format!(
            "the last session cannot be read and is left as it is: {err}: {}",
            path.display()
        )
    })?;
    if session.format > FORMAT {
        return Err(format!(
            "the last session was saved by a newer Salnamə and is left as it is: {}",
            path.display()
        ));
    }
    Ok(Some(session))
}

/// Keep this session.
///
/// # Errors
///
/// If the folder cannot be made or written.
pub fn save_session(path: &Path, session: &SessionFile) -> Result<(), IoError> {
    if let Some(folder) = path.parent() {
        // A folder that cannot be made shows in the write that follows.
        std::fs::create_dir_all(folder).ok();
    }
    let pretty = ron::ser::PrettyConfig::new();
    let text = ron::ser::to_string_pretty(session, pretty).unwrap_or_default();
    write_atomic(path, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unreadable_session_is_reported_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("session.ron");
        assert!(load_session(&path).unwrap().is_none());
        std::fs::write(&path, "not a session").unwrap();
        assert!(load_session(&path).unwrap_err().contains("left as it is"));
        std::fs::write(&path, "(format: 99)").unwrap();
        assert!(load_session(&path).unwrap_err().contains("newer"));
        std::fs::write(&path, "(format: 1, theme: Dark, from_the_future: 3)").unwrap();
        let session = load_session(&path).unwrap().unwrap();
        assert_eq!(session.theme, crate::state::ThemeId::Dark);
        save_session(&path, &session).unwrap();
        assert_eq!(load_session(&path).unwrap().unwrap(), session);
    }
}
