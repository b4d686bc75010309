//! `salname export`: a picture without a window.

use super::open::{chronicle_of_session, recipe_of_picture};
use crate::app::{Assets, load_chronicle};
use crate::io;
use crate::model::{Chronicle, Language};
use crate::render::{self, Recipe, Stage};
use crate::state::{Action, PictureRequest, State, ThemeId, apply};
use crate::time::{When, Window};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args, Debug)]
pub(super) struct ExportArguments {
    /// The chronicle's folder, or a picture saved by Salnamə, whose view is drawn again; without
    /// it, the built-in chronicle
    chronicle: Option<PathBuf>,
    /// The moment of the map, in the dates of the data: 1920-04-27T00:03
    #[arg(
        long,
        value_name = "DATE",
        conflicts_with = "scene",
        allow_hyphen_values = true
    )]
    at: Option<String>,
    /// Show the scene with this id
    #[arg(long, value_name = "ID")]
    scene: Option<String>,
    /// Select the event with this id
    #[arg(long, value_name = "ID")]
    event: Option<String>,
    /// The time that the chronology shows: 1920-04-26/1920-05-05
    #[arg(long, value_name = "FROM/TO", allow_hyphen_values = true)]
    window: Option<String>,
    /// Width and height in points
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = size)]
    size: Option<[u32; 2]>,
    /// Pixels per point
    #[arg(long)]
    scale: Option<f32>,
    /// The language of the picture
    #[arg(long, value_parser = super::language)]
    lang: Option<Language>,
    /// The palette of the picture
    #[arg(long, value_parser = theme)]
    theme: Option<ThemeId>,
    /// Which panes are in it
    #[arg(long, value_enum)]
    parts: Option<Parts>,
    /// How many threads paint; the bytes do not depend on it
    #[arg(long, default_value_t = 0)]
    threads: usize,
    /// The file to write
    #[arg(short, long, value_name = "FILE.png")]
    output: PathBuf,
}

#[derive(clap::ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum Parts {
    /// Map and chronology
    Both,
    /// The map alone
    Map,
    /// The chronology alone
    Timeline,
}

fn size(text: &str) -> Result<[u32; 2], String> {
    let hint = || format!("`{text}` is not a size; write width and height such as 1920x1080");
    let (width, height) = text.split_once(['x', 'X', '×']).ok_or_else(hint)?;
    let side = |text: &str| text.trim().parse::<u32>().map_err(|_| hint());
    Ok([side(width)?, side(height)?])
}

fn theme(key: &str) -> Result<ThemeId, String> {
    let exact = ThemeId::ALL.into_iter().find(|theme| theme.key() == key);
    exact.ok_or_else(|| format!("`{key}` is not one of light, dark, print"))
}

pub(super) fn run(arguments: &ExportArguments) -> Result<ExitCode, String> {
    let is_picture = |path: &PathBuf| {
        path.extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("png"))
    };
    let base = match arguments.chronicle.as_ref().filter(|path| is_picture(path)) {
        Some(path) => Some(recipe_of_picture(path)?),
        None => None,
    };
    let opened = match &base {
        Some(recipe) => chronicle_of_session(&recipe.session)?,
        None => load_chronicle(arguments.chronicle.as_deref()).map_err(|err| err.to_string())?,
    };
    for diagnostic in &opened.diagnostics {
        eprintln!("{diagnostic}");
    }
    let chronicle = opened
        .chronicle
        .ok_or("there is no usable chronicle to draw")?;
    let fallback = arguments.lang.unwrap_or_default();
    let mut state = match &base {
        Some(recipe) => recipe.session.to_state(&chronicle, fallback),
        None => State::new(&chronicle, fallback),
    };
    set_view(&mut state, &chronicle, arguments)?;
    let panes = state.view.panes;
    let request = PictureRequest {
        size: arguments
            .size
            .or(base.as_ref().map(|b| [b.size.0, b.size.1]))
            .unwrap_or([1920, 1080]),
        scale: arguments
            .scale
            .or(base.as_ref().map(|b| b.scale))
            .unwrap_or(1.0),
        language: arguments.lang.unwrap_or(state.language),
        theme: arguments.theme.unwrap_or(state.theme),
        map: arguments
            .parts
            .map_or(panes.map, |parts| parts != Parts::Timeline),
        timeline: arguments
            .parts
            .map_or(panes.timeline, |parts| parts != Parts::Map),
        path: String::new(),
    };
    let recipe = Recipe::new(&state, &request);
    if !recipe.has_sane_size() {
        let [width, height] = recipe.size_px();
        return Err(format!(
            "a picture of {width} × {height} pixels cannot be drawn; each side must have at least \
             200 points and at most 14,100 pixels (size × scale), and the scale lies between 0.5 \
             and 16"
        ));
    }
    let assets = Assets::load().map_err(|err| err.to_string())?;
    let stage = Stage {
        chronicle: &chronicle,
        basemap: &assets.basemap,
        area_labels: &assets.area_labels,
    };
    let threads = match arguments.threads {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        threads => threads,
    };
    let still = render::draw(stage, &recipe, threads).map_err(|err| err.to_string())?;
    let folder = opened.folder.as_ref();
    let folder = folder.map(|folder| io::folder_from_file(folder, &arguments.output));
    let bytes = render::encode(&still, &recipe, &chronicle, folder.as_deref())
        .map_err(|err| err.to_string())?;
    io::write_atomic(&arguments.output, &bytes).map_err(|err| err.to_string())?;
    Ok(ExitCode::SUCCESS)
}

/// Apply what the arguments say of time, scene and selection.
fn set_view(
    state: &mut State,
    chronicle: &Chronicle,
    arguments: &ExportArguments,
) -> Result<(), String> {
    if let Some(id) = &arguments.scene {
        let scene = chronicle.scene_with_id(id).ok_or_else(|| {
            let ids: Vec<&str> = chronicle
                .parts()
                .scenes
                .iter()
                .map(|scene| &*scene.id)
                .collect();
            format!(
                "there is no scene `{id}`; the scenes are: {}",
                ids.join(", ")
            )
        })?;
        apply(state, chronicle, Action::ShowScene(scene));
    }
    if let Some(date) = &arguments.at {
        let when = parse_date("--at", date)?;
        let (start, end) = when.bounds().outer();
        let minute = start
            .or(end)
            .ok_or_else(|| format!("--at {date}: this date has no moment"))?;
        apply(state, chronicle, Action::Select(None));
        apply(state, chronicle, Action::SetCursor(minute));
    }
    if let Some(id) = &arguments.event {
        let event = chronicle
            .event_with_id(id)
            .ok_or_else(|| format!("there is no event `{id}`; `salname convert` lists them all"))?;
        let selection = crate::state::Selection::Event(event);
        if arguments.at.is_some() || arguments.scene.is_some() {
            apply(state, chronicle, Action::Select(Some(selection)));
        } else {
            apply(state, chronicle, Action::GoTo(selection));
        }
    }
    if let Some(text) = &arguments.window {
        let bounds = parse_date("--window", text)?.bounds();
        apply(
            state,
            chronicle,
            Action::SetWindow(Window::from_bounds(&bounds, 0.0)),
        );
    }
    Ok(())
}

fn parse_date(argument: &str, text: &str) -> Result<When, String> {
    When::parse(text).map_err(|err| {
        let hint = err
            .hint
            .map(|hint| format!("\n  hint: {hint}"))
            .unwrap_or_default();
        format!("{argument} {text}: {}{hint}", err.message)
    })
}
