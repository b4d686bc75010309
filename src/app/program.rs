//! The program without its window, so that tests can drive it: one call a frame.

use super::Assets;
use super::effects::Outcome;
use crate::data::{self, Diagnostic, InputFile, Severity};
use crate::io::{self, Jobs};
use crate::locale::Locale;
use crate::model::{Chronicle, Language};
use crate::state::{Action, SessionFile, State, ThemeId, apply};
use crate::theme::{Theme, ThemeError};
use crate::view::{self, Actions, Local, Mode, Problem, Status, ViewCtx};
use egui::Ui;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How long a changed state stays unsaved, in seconds.
const SAVE_AFTER_SECS: f64 = 8.0;

/// A chronicle that was opened, with what is wrong with its files.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The chronicle; none if `chronicle.ron` cannot be used.
    pub chronicle: Option<Chronicle>,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// The folder it came from; none for the built-in one.
    pub folder: Option<PathBuf>,
}

/// The files of a chronicle's folder, or of the built-in chronicle.
///
/// # Errors
///
/// An error if the folder cannot be read.
pub fn read_chronicle(folder: Option<&Path>) -> Result<Vec<InputFile>, io::IoError> {
    match folder {
        Some(folder) => io::read_folder(folder),
        None => Ok(io::builtin_chronicle()),
    }
}

/// Open the chronicle in `folder`, or the built-in one.
///
/// # Errors
///
/// If the folder cannot be read at all.
pub fn load_chronicle(folder: Option<&Path>) -> Result<Opened, io::IoError> {
    let loaded = data::load_with(&read_chronicle(folder)?, &io::AtOnce);
    // A session must find the folder again from wherever the program is started next.
    let folder = folder.map(|folder| std::path::absolute(folder).unwrap_or(folder.to_owned()));
    Ok(Opened {
        chronicle: loaded.chronicle,
        diagnostics: loaded.diagnostics,
        folder,
    })
}

/// How the program begins.
#[derive(Clone, Debug, Default)]
pub struct ProgramOptions {
    /// The language where no session says otherwise.
    pub language: Language,
    /// The state to begin with.
    pub session: Option<SessionFile>,
    /// Where the session is kept; none in tests, and when the last one could not be read.
    pub session_path: Option<PathBuf>,
    /// Something to say at once, and whether it is an error.
    pub message: Option<(String, bool)>,
}

/// The program.
pub struct Program {
    pub(super) chronicle: Arc<Chronicle>,
    pub(super) folder: Option<PathBuf>,
    pub(super) problems: Vec<Problem>,
    pub(super) state: State,
    pub(super) assets: Arc<Assets>,
    pub(super) local: Local,
    pub(super) status: Status,
    pub(super) jobs: Jobs<Outcome>,
    pub(super) locale: Locale,
    pub(super) quit: bool,
    theme: (ThemeId, Theme),
    actions: Actions,
    /// egui's time in the last frame, and the part of a minute that playback left over.
    last_time: Option<f64>,
    left_over: f64,
    session_path: Option<PathBuf>,
    saved: Option<SessionFile>,
    last_saved_at: f64,
}

impl Program {
    /// The program with this chronicle open.
    ///
    /// # Errors
    ///
    /// If a shipped theme is damaged.
    pub fn new(
        opened: Opened,
        assets: Arc<Assets>,
        options: ProgramOptions,
    ) -> Result<Self, ThemeError> {
        let problems = opened.diagnostics.iter().map(problem).collect();
        let chronicle = Arc::new(opened.chronicle.unwrap_or_else(empty_chronicle));
        let state = match &options.session {
            Some(session) => session.to_state(&chronicle, options.language),
            None => State::new(&chronicle, options.language),
        };
        Ok(Self {
            theme: (state.theme, Theme::load(state.theme)?),
            locale: Locale::new(state.language),
            chronicle,
            folder: opened.folder,
            problems,
            state,
            assets,
            local: Local::default(),
            status: Status {
                message: options.message,
                busy: None,
            },
            jobs: Jobs::default(),
            quit: false,
            actions: Actions::default(),
            last_time: None,
            left_over: 0.0,
            session_path: options.session_path,
            saved: None,
            last_saved_at: 0.0,
        })
    }

    /// What is shown.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The chronicle that is open.
    pub fn chronicle(&self) -> &Chronicle {
        &self.chronicle
    }

    /// What the program has to say.
    pub fn status(&self) -> &Status {
        &self.status
    }

    /// Whether the person asked to leave.
    pub fn wants_to_quit(&self) -> bool {
        self.quit
    }

    /// The palette in use.
    pub fn theme(&self) -> &Theme {
        &self.theme.1
    }

    /// One frame: inbox, playback, views, actions, effects.
    pub fn frame(&mut self, ui: &mut Ui) {
        self.drain_inbox(ui.ctx());
        self.play_on(ui);
        self.take_dropped_folder(ui);
        self.refresh_words();
        let ctx = ViewCtx {
            chronicle: &self.chronicle,
            state: &self.state,
            locale: &self.locale,
            theme: &self.theme.1,
            basemap: &self.assets.basemap,
            area_labels: &self.assets.area_labels,
            problems: &self.problems,
            status: &self.status,
            map_size: self.local.map_size,
            mode: Mode::Live,
        };
        view::shell_ui(ui, &ctx, &mut self.local, &mut self.actions);
        let actions = self.actions.take();
        if !actions.is_empty() {
            ui.ctx().request_repaint();
        }
        for action in actions {
            self.act(ui.ctx(), action);
        }
        self.refresh_words();
        self.keep_session(ui);
    }

    /// Apply one action and perform what it wishes.
    pub fn act(&mut self, ctx: &egui::Context, action: Action) {
        for effect in apply(&mut self.state, &self.chronicle, action) {
            self.perform(ctx, effect);
        }
    }

    /// Show another chronicle; language, theme and panes stay.
    pub(super) fn show_opened(&mut self, opened: Opened) {
        self.problems = opened.diagnostics.iter().map(problem).collect();
        let Some(chronicle) = opened.chronicle else {
            // What is open stays open; the problems say why the new one could not be shown.
            self.show_problems();
            return;
        };
        let same = self.folder == opened.folder && chronicle.id() == self.chronicle.id();
        let folder = self
            .folder
            .as_ref()
            .map(|folder| folder.to_string_lossy().into_owned());
        let before = SessionFile::from_state(&self.state, &self.chronicle, folder.as_deref());
        self.chronicle = Arc::new(chronicle);
        self.folder = opened.folder;
        // Reading the same chronicle again keeps the view, as far as its records are still there.
        let file = if same {
            before
        } else {
            SessionFile {
                chronicle: String::new(),
                ..before
            }
        };
        self.state = file.to_state(&self.chronicle, self.state.language);
        self.local = Local::default();
        if !self.problems.is_empty() {
            self.show_problems();
        }
    }

    fn show_problems(&mut self) {
        let problems = Action::SetOverlay(Some(crate::state::Overlay::Problems));
        apply(&mut self.state, &self.chronicle, problems);
    }

    /// Load the words and colours of the state's language and theme if they have changed.
    fn refresh_words(&mut self) {
        if self.locale.language() != self.state.language {
            self.locale = Locale::new(self.state.language);
        }
        if self.theme.0 != self.state.theme {
            // The shipped themes are read by a test; a damaged one leaves the old in use.
            if let Ok(theme) = Theme::load(self.state.theme) {
                self.theme.1 = theme;
            }
            self.theme.0 = self.state.theme;
        }
    }

    /// Move the cursor by the time that has passed; frames that egui draws twice pass none.
    fn play_on(&mut self, ui: &Ui) {
        let time = ui.input(|input| input.time);
        let elapsed_secs = self.last_time.map_or(0.0, |last| time - last);
        self.last_time = Some(time);
        if !self.state.playback.playing {
            self.left_over = 0.0;
            return;
        }
        let view = &self.state.view;
        let (next, left_over, ended) =
            self.state
                .playback
                .advanced(view.cursor, self.left_over, elapsed_secs, view.window);
        self.left_over = left_over;
        if next != view.cursor {
            self.act(ui.ctx(), Action::PlayTo(next));
        }
        if ended {
            self.act(ui.ctx(), Action::SetPlaying(false));
        } else {
            ui.ctx().request_repaint();
        }
    }

    /// A folder dropped on the window is opened.
    fn take_dropped_folder(&mut self, ui: &Ui) {
        let dropped = ui.input(|input| {
            input
                .raw
                .dropped_files
                .first()
                .map(|file| file.path().to_owned())
        });
        if let Some(path) = dropped {
            self.open_path(ui.ctx(), path);
        }
    }

    fn session(&self) -> SessionFile {
        let folder = self
            .folder
            .as_ref()
            .map(|folder| folder.to_string_lossy().into_owned());
        SessionFile::from_state(&self.state, &self.chronicle, folder.as_deref())
    }

    /// Keep the session every few seconds while something changes.
    fn keep_session(&mut self, ui: &Ui) {
        let time = ui.input(|input| input.time);
        if time - self.last_saved_at < SAVE_AFTER_SECS || self.state.playback.playing {
            return;
        }
        self.last_saved_at = time;
        let session = self.session();
        if let Some(path) = self.session_path.clone()
            && self.saved.as_ref() != Some(&session)
        {
            self.saved = Some(session.clone());
            let work = move || {
                Outcome::SessionKept(
                    io::save_session(&path, &session).map_err(|err| err.to_string()),
                )
            };
            // If the last save is still running, the next round writes the newer state.
            self.jobs.start("session", || {}, work).ok();
        }
    }

    /// Keep the session now; called when the window closes.
    pub fn save_session_now(&self) {
        if let Some(path) = &self.session_path {
            // There is nobody left to tell if this fails.
            io::save_session(path, &self.session()).ok();
        }
    }
}

/// A diagnostic as the problems window shows it.
fn problem(diagnostic: &Diagnostic) -> Problem {
    let Diagnostic {
        severity,
        file,
        line,
        column,
        record,
        field,
        message,
        hint,
    } = diagnostic;
    let mut text = String::new();
    if let Some(record) = record {
        text.push_str(record);
        text.push_str(if field.is_some() { ", " } else { ": " });
    }
    if let Some(field) = field {
        text.push_str(field);
        text.push_str(": ");
    }
    text.push_str(message);
    Problem {
        is_error: *severity == Severity::Error,
        place: format!("{file}:{line}:{column}"),
        message: text,
        hint: hint.clone(),
    }
}

/// What stands open when a folder holds no usable chronicle.
fn empty_chronicle() -> Chronicle {
    use crate::geo::LonLat;
    use crate::model::{Camera, ChronicleParts, LocalText, Opening};
    use crate::time::{Minute, Window};
    const DAY_MINUTES: f64 = 1440.0;
    Chronicle::new(ChronicleParts {
        id: "".into(),
        version: "".into(),
        title: LocalText::same("Salnamə"),
        summary: LocalText::default(),
        about: LocalText::default(),
        licence: "".into(),
        opening: Opening {
            window: Window::new(0.0, DAY_MINUTES),
            cursor: Minute(0),
            camera: Camera {
                center: LonLat::new(48.0, 40.5),
                zoom: 6.0,
            },
            event: None,
        },
        sides: Vec::new(),
        places: Vec::new(),
        lines: Vec::new(),
        actors: Vec::new(),
        sources: Vec::new(),
        events: Vec::new(),
        tracks: Vec::new(),
        scenes: Vec::new(),
    })
}
