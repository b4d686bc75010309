//! `salname [PATH]`: the window.

use crate::app::{self, Opened, ProgramOptions, load_chronicle};
use crate::io;
use crate::model::Language;
use crate::render::{self, RecipeFile};
use crate::state::SessionFile;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(clap::Args, Debug)]
pub(super) struct OpenArguments {
    /// A chronicle's folder, or a picture saved by Salnamə, whose view is opened again; without
    /// it, the last session or the built-in chronicle
    path: Option<PathBuf>,
}

pub(super) fn run(arguments: OpenArguments) -> Result<ExitCode, String> {
    let language = system_language();
    let (opened, options) = match &arguments.path {
        Some(path) if is_picture(path) => from_picture(path, language)?,
        Some(path) => {
            let opened = load_chronicle(Some(path)).map_err(|err| err.to_string())?;
            (
                opened,
                ProgramOptions {
                    language,
                    ..with_session_path()
                },
            )
        }
        None => from_last_session(language)?,
    };
    app::run(opened, options)?;
    Ok(ExitCode::SUCCESS)
}

/// The system's language, if the interface speaks it.
fn system_language() -> Language {
    let locale = sys_locale::get_locale();
    locale
        .as_deref()
        .and_then(Language::from_code)
        .unwrap_or_default()
}

fn is_picture(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("png"))
}

/// Where the session is kept, and nothing else.
fn with_session_path() -> ProgramOptions {
    ProgramOptions {
        session_path: io::session_path(),
        ..Default::default()
    }
}

/// The recipe that a picture carries.
pub(super) fn recipe_of_picture(path: &Path) -> Result<RecipeFile, String> {
    let bytes = io::read_bytes(path).map_err(|err| err.to_string())?;
    let text = render::recipe_text(&bytes).map_err(|err| format!("{err}: {}", path.display()))?;
    let mut recipe: RecipeFile = ron::from_str(&text).map_err(|err| {
        format!(
            "the picture's view cannot be read: {err}: {}",
            path.display()
        )
    })?;
    // A folder that lay below the picture's is named from there on.
    recipe.session.folder = recipe.session.folder.map(|folder| {
        let beside = path.parent().unwrap_or(Path::new("")).join(folder);
        beside.to_string_lossy().into_owned()
    });
    Ok(recipe)
}

/// The chronicle that a session or picture speaks of.
pub(super) fn chronicle_of_session(session: &SessionFile) -> Result<Opened, String> {
    let folder = session.folder.as_ref().map(PathBuf::from);
    load_chronicle(folder.as_deref()).map_err(|err| err.to_string())
}

fn from_picture(path: &Path, language: Language) -> Result<(Opened, ProgramOptions), String> {
    let recipe = recipe_of_picture(path)?;
    let opened = chronicle_of_session(&recipe.session)?;
    let session = Some(recipe.session);
    Ok((
        opened,
        ProgramOptions {
            language,
            session,
            ..with_session_path()
        },
    ))
}

fn from_last_session(language: Language) -> Result<(Opened, ProgramOptions), String> {
    let mut options = ProgramOptions {
        language,
        ..with_session_path()
    };
    if let Some(path) = options.session_path.clone() {
        match io::load_session(&path) {
            Ok(session) => options.session = session,
            Err(message) => {
                // What could not be read is not written over.
                options.session_path = None;
                options.message = Some((message, true));
            }
        }
    }
    if let Some(session) = &options.session {
        match chronicle_of_session(session) {
            Ok(opened) if opened.chronicle.is_some() => return Ok((opened, options)),
            Ok(_) => options.message = Some((unusable(session), true)),
            Err(message) => options.message = Some((message, true)),
        }
    }
    let opened = load_chronicle(None).map_err(|err| err.to_string())?;
    Ok((opened, options))
}

fn unusable(session: &SessionFile) -> String {
    let folder = session.folder.as_deref().unwrap_or_default();
    format!("the last chronicle cannot be opened any more; check it with `salname check`: {folder}")
}
