//! Performing the wishes of the views on background jobs, and taking in what they end in.

use super::Assets;
use super::program::{Opened, Program, load_chronicle};
use crate::io::{self, JobError};
use crate::model::Chronicle;
use crate::render::{self, Recipe, Stage};
use crate::state::{Effect, PictureRequest};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a background job ends in.
pub(super) enum Outcome {
    /// A chronicle was read.
    Opened(Box<Result<Opened, String>>),
    /// A folder was chosen, or not.
    FolderChosen(Option<PathBuf>),
    /// A file for a picture was chosen, or not.
    PathChosen(PictureRequest, Option<PathBuf>),
    /// A picture was saved, or not.
    PictureSaved(Result<PathBuf, String>),
    /// The session was kept, or not.
    SessionKept(Result<(), String>),
}

const OPEN: &str = "open";
const DIALOG: &str = "dialog";
const PICTURE: &str = "picture";

impl Program {
    /// Perform one wish.
    pub(super) fn perform(&mut self, ctx: &egui::Context, effect: Effect) {
        match effect {
            Effect::Quit => self.quit = true,
            Effect::Dismiss => self.status.message = None,
            Effect::Copy(text) => {
                ctx.copy_text(text);
                self.say(self.locale.tr("status-copied"), false);
            }
            Effect::OpenBuiltIn => self.open_folder(ctx, None),
            Effect::Reload => self.open_folder(ctx, self.folder.clone()),
            Effect::ChooseChronicle => {
                let title = self.locale.tr("command-open");
                let work = move || {
                    let dialog = rfd::FileDialog::new().set_title(title);
                    Outcome::FolderChosen(dialog.pick_folder())
                };
                self.start(ctx, DIALOG, work);
            }
            Effect::ChoosePicturePath(request) => {
                let title = self.locale.tr("picture-title");
                let work = move || {
                    let path = Path::new(&request.path);
                    let name = path.file_name().unwrap_or_default().to_string_lossy();
                    let mut dialog = rfd::FileDialog::new()
                        .set_title(title)
                        .set_file_name(name)
                        .add_filter("PNG", &["png"]);
                    if let Some(folder) = picture_folder(path) {
                        dialog = dialog.set_directory(folder);
                    }
                    let chosen = dialog.save_file();
                    Outcome::PathChosen(request, chosen)
                };
                self.start(ctx, DIALOG, work);
            }
            Effect::SavePicture(request) => {
                let path = free_path(&resolved(Path::new(&request.path)));
                self.save_picture(ctx, request, path);
            }
        }
    }

    /// Open a dropped folder, or the folder of a dropped record file.
    pub(super) fn open_path(&mut self, ctx: &egui::Context, path: PathBuf) {
        let folder = if path.is_dir() {
            Some(path)
        } else {
            path.parent().map(Path::to_owned)
        };
        if let Some(folder) = folder {
            self.open_folder(ctx, Some(folder));
        }
    }

    fn open_folder(&mut self, ctx: &egui::Context, folder: Option<PathBuf>) {
        let work = move || {
            let opened = load_chronicle(folder.as_deref()).map_err(|err| err.to_string());
            Outcome::Opened(Box::new(opened))
        };
        self.start(ctx, OPEN, work);
    }

    fn save_picture(&mut self, ctx: &egui::Context, request: PictureRequest, path: PathBuf) {
        let recipe = Recipe::new(&self.state, &request);
        if !recipe.has_sane_size() {
            self.say(self.locale.tr("picture-too-large"), true);
            return;
        }
        let chronicle = self.chronicle.clone();
        let assets = self.assets.clone();
        let folder = self
            .folder
            .as_ref()
            .map(|folder| io::folder_from_file(folder, &path));
        let work = move || {
            let saved = picture_bytes(&chronicle, &assets, &recipe, folder.as_deref())
                .and_then(|bytes| io::write_atomic(&path, &bytes).map_err(|err| err.to_string()));
            Outcome::PictureSaved(saved.map(|()| path))
        };
        self.start(ctx, PICTURE, work);
    }

    fn start(
        &mut self,
        ctx: &egui::Context,
        name: &'static str,
        work: impl FnOnce() -> Outcome + Send + 'static,
    ) {
        let waker = ctx.clone();
        match self.jobs.start(name, move || waker.request_repaint(), work) {
            Ok(()) => self.status.busy = Some(self.locale.tr(&format!("busy-{name}"))),
            Err(JobError::Busy) => self.say(self.locale.tr("status-still-busy"), true),
            Err(err) => self.say(err.to_string(), true),
        }
    }

    /// Take in what background jobs have ended in.
    pub(super) fn drain_inbox(&mut self, ctx: &egui::Context) {
        for result in self.jobs.finished() {
            match result {
                Ok(outcome) => self.take_in(ctx, outcome),
                Err(err) => self.say(err.to_string(), true),
            }
        }
        if [OPEN, DIALOG, PICTURE]
            .iter()
            .all(|name| !self.jobs.is_running(name))
        {
            self.status.busy = None;
        }
    }

    fn take_in(&mut self, ctx: &egui::Context, outcome: Outcome) {
        match outcome {
            Outcome::Opened(opened) => match *opened {
                Ok(opened) => self.show_opened(opened),
                Err(message) => self.say(message, true),
            },
            Outcome::FolderChosen(Some(folder)) => self.open_folder(ctx, Some(folder)),
            Outcome::PathChosen(request, Some(path)) => {
                // The dialog has asked already whether an existing file may go.
                self.act(ctx, crate::state::Action::SetOverlay(None));
                self.save_picture(ctx, request, with_png_extension(&path));
            }
            // A system without file dialogs answers as if the person had cancelled.
            Outcome::FolderChosen(None) => self.say(self.locale.tr("status-no-folder"), false),
            Outcome::PathChosen(_, None) => {}
            Outcome::PictureSaved(Ok(path)) => {
                let path = path.display().to_string();
                self.say(
                    self.locale
                        .tr_with("status-saved", &[("path", path.into())]),
                    false,
                );
            }
            Outcome::PictureSaved(Err(message)) | Outcome::SessionKept(Err(message)) => {
                self.say(message, true);
            }
            Outcome::SessionKept(Ok(())) => {}
        }
    }

    fn say(&mut self, message: String, is_error: bool) {
        self.status.message = Some((message, is_error));
    }
}

/// Draw and encode a picture with all the processors there are.
///
/// # Errors
///
/// If shipped material is damaged, or the encoder refuses.
pub(super) fn picture_bytes(
    chronicle: &Arc<Chronicle>,
    assets: &Assets,
    recipe: &Recipe,
    folder: Option<&str>,
) -> Result<Vec<u8>, String> {
    let stage = Stage {
        chronicle,
        basemap: &assets.basemap,
        area_labels: &assets.area_labels,
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let still = render::draw(stage, recipe, threads).map_err(|err| err.to_string())?;
    render::encode(&still, recipe, chronicle, folder).map_err(|err| err.to_string())
}

/// A relative path stands in the person's folder for pictures.
fn resolved(path: &Path) -> PathBuf {
    let path = with_png_extension(path);
    if path.is_absolute() {
        return path;
    }
    picture_folder(&path).map_or_else(|| path.clone(), |folder| folder.join(&path))
}

fn picture_folder(path: &Path) -> Option<PathBuf> {
    if path.is_absolute() {
        return path.parent().map(Path::to_owned);
    }
    let dirs = directories::UserDirs::new()?;
    let pictures = dirs
        .picture_dir()
        .filter(|folder| folder.is_dir())
        .map(Path::to_owned);
    pictures.or_else(|| Some(dirs.home_dir().to_owned()))
}

fn with_png_extension(path: &Path) -> PathBuf {
    let is_png = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("png"));
    if is_png {
        return path.to_owned();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".png");
    PathBuf::from(name)
}

/// The path itself, or the first of `name-2.png`, `name-3.png` … that is not taken.
fn free_path(path: &Path) -> PathBuf {
    const MAX_TRIES: usize = 1000;
    let stem = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let numbered = (2..MAX_TRIES).map(|number| path.with_file_name(format!("{stem}-{number}.png")));
    let mut candidates = std::iter::once(path.to_owned()).chain(numbered);
    candidates
        .find(|candidate| !candidate.exists())
        .unwrap_or_else(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_name_never_overwrites_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.png");
        assert_eq!(free_path(&path), path);
        std::fs::write(&path, "").unwrap();
        assert_eq!(free_path(&path), folder.path().join("map-2.png"));
        assert_eq!(with_png_extension(Path::new("map")), Path::new("map.png"));
        assert_eq!(
            with_png_extension(Path::new("map.PNG")),
            Path::new("map.PNG")
        );
    }
}
