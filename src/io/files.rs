//! Reading folders and writing files, whole or not at all.

use crate::data::InputFile;
use include_dir::{Dir, include_dir};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The built-in chronicle's folder, compiled in.
static BUILTIN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/data/april-1920");

/// The name of the built-in chronicle's folder.
pub const BUILTIN_ID: &str = "april-1920";

/// A file larger than this is no record file, and is not read.
const MAX_FILE_BYTES: u64 = 256 * 1024 * 1024;
/// Folders deeper than this are not looked into.
const MAX_DEPTH: usize = 4;

/// Something that the outside world refused.
#[derive(Debug, thiserror::Error)]
#[error("{action}: {reason}: {}", path.display())]
pub struct IoError {
    /// What was tried.
    action: &'static str,
    /// Why it failed.
    reason: String,
    /// On which file.
    path: PathBuf,
}

impl IoError {
    fn new(action: &'static str, path: &Path, reason: impl ToString) -> Self {
        Self {
            action,
            reason: reason.to_string(),
            path: path.to_owned(),
        }
    }
}

/// The files of the built-in chronicle.
pub fn builtin_chronicle() -> Vec<InputFile> {
    let mut files = Vec::new();
    gather_embedded(&BUILTIN, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn gather_embedded(dir: &Dir<'static>, files: &mut Vec<InputFile>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if path.ends_with(".ron") {
            files.push(InputFile {
                path,
                content: Ok(file.contents().to_vec()),
            });
        }
    }
    for inner in dir.dirs() {
        gather_embedded(inner, files);
    }
}

/// The record files of a chronicle's folder, sorted by path. Files that cannot be read are in the
/// list with the reason.
///
/// # Errors
///
/// If the folder itself cannot be read.
pub fn read_folder(folder: &Path) -> Result<Vec<InputFile>, IoError> {
    let mut files = Vec::new();
    gather(folder, "", 0, &mut files)
        .map_err(|err| IoError::new("the chronicle's folder cannot be read", folder, err))?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn gather(
    folder: &Path,
    prefix: &str,
    depth: usize,
    files: &mut Vec<InputFile>,
) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // Hidden files are backups and locks of editors.
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{prefix}{name}");
        let metadata = fs::metadata(entry.path());
        match metadata {
            Ok(metadata) if metadata.is_dir() => {
                if depth < MAX_DEPTH
                    && let Err(err) = gather(&entry.path(), &format!("{path}/"), depth + 1, files)
                {
                    files.push(InputFile {
                        path,
                        content: Err(err.to_string()),
                    });
                }
            }
            Ok(metadata) if path.ends_with(".ron") => {
                let content = if metadata.len() > MAX_FILE_BYTES {
                    Err("the file is larger than 256 MiB".to_owned())
                } else {
                    fs::read(entry.path()).map_err(|err| err.to_string())
                };
                files.push(InputFile { path, content });
            }
            Ok(_) => {}
            Err(err) => files.push(InputFile {
                path,
                content: Err(err.to_string()),
            }),
        }
    }
    Ok(())
}

/// How a file names a folder: from its own folder on, if the folder lies below that, so that both
/// can be moved or handed on together; else in full.
pub fn folder_from_file(folder: &Path, file: &Path) -> String {
    let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let below = file
        .parent()
        .and_then(|parent| folder.strip_prefix(parent).ok());
    let named = below
        .filter(|below| !below.as_os_str().is_empty())
        .unwrap_or(folder);
    named.to_string_lossy().replace('\\', "/")
}

/// The bytes of a file.
///
/// # Errors
///
/// If it cannot be read.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, IoError> {
    fs::read(path).map_err(|err| IoError::new("the file cannot be read", path, err))
}

/// The text of a file in UTF-8.
///
/// # Errors
///
/// If it cannot be read or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, IoError> {
    fs::read_to_string(path).map_err(|err| IoError::new("the file cannot be read", path, err))
}

/// Write a file whole or not at all: beside it first, then moved into its place.
///
/// # Errors
///
/// If the folder does not exist, is full, or may not be written.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), IoError> {
    let fail = |err: std::io::Error| IoError::new("the file cannot be written", path, err);
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let name = path.file_name().ok_or_else(|| {
        IoError::new(
            "the file cannot be written",
            path,
            "the path does not name a file",
        )
    })?;
    if path.is_dir() {
        return Err(IoError::new(
            "the file cannot be written",
            path,
            "a folder has this name",
        ));
    }
    let mut temporary = name.to_os_string();
    temporary.push(format!(".{}.part", std::process::id()));
    let temporary = folder.join(temporary);
    let written = (|| {
        let mut file = fs::File::create(&temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&temporary, path)
    })();
    if let Err(err) = written {
        // Nothing half-written stays behind; if even that fails, the first error says more.
        fs::remove_file(&temporary).ok();
        return Err(fail(err));
    }
    // The new name must outlast a power cut, too; not every system can sync a folder.
    if let Ok(folder) = fs::File::open(folder) {
        folder.sync_all().ok();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("picture.png");
        write_atomic(&path, b"old").unwrap();
        write_atomic(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        let blocked = folder.path().join("taken");
        fs::create_dir(&blocked).unwrap();
        assert!(write_atomic(&blocked, b"x").is_err());
        assert!(write_atomic(&folder.path().join("missing/picture.png"), b"x").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_folder_below_is_named_from_the_file_on() {
        let named = |folder: &str, file: &str| folder_from_file(Path::new(folder), Path::new(file));
        assert_eq!(
            named("/home/a/history/1920", "/home/a/map.png"),
            "history/1920"
        );
        assert_eq!(named("/srv/1920", "/home/a/map.png"), "/srv/1920");
        assert_eq!(named("/home/a", "/home/a/map.png"), "/home/a");
    }

    #[test]
    fn the_built_in_folder_is_complete() {
        let files = builtin_chronicle();
        assert!(files.iter().any(|file| file.path == "chronicle.ron"));
        assert!(files.iter().any(|file| file.path.starts_with("events/")));
    }
}
