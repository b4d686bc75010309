//! The one list of commands that menus, keys and the help overlay read.

use super::{Actions, ViewCtx};
use crate::geo::World;
use crate::model::{Camera, EventIdx, Language};
use crate::state::{Action, Effect, Grouping, Overlay, Panes, PictureRequest, Selection, ThemeId};
use crate::time::Minute;
use egui::{Key, KeyboardShortcut, Modifiers};

/// The menu that a command stands in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Menu {
    /// Chronicles, pictures, leaving.
    File,
    /// Going somewhere and back.
    Go,
    /// What is shown and how.
    View,
    /// Running time.
    Time,
    /// Finding out.
    Help,
}

impl Menu {
    /// All menus, in the order of the bar.
    pub const ALL: [Self; 5] = [Self::File, Self::Go, Self::View, Self::Time, Self::Help];

    /// The message id of the menu's name.
    pub fn label(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Go => "menu-go",
            Self::View => "menu-view",
            Self::Time => "menu-time",
            Self::Help => "menu-help",
        }
    }
}

/// Something a person can ask for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Command {
    OpenChronicle,
    OpenBuiltIn,
    Reload,
    SavePicture,
    CopyCitation,
    Quit,
    PreviousEvent,
    NextEvent,
    FirstEvent,
    LastEvent,
    Deselect,
    LookAtSelection,
    FitAll,
    ResetView,
    Undo,
    Redo,
    Scenes,
    MapOnly,
    TimelineOnly,
    BothPanes,
    Reader,
    PlaceNames,
    PlannedTracks,
    ActualTracks,
    OldStyle,
    NextGrouping,
    MapIn,
    MapOut,
    MapWest,
    MapEast,
    MapNorth,
    MapSouth,
    ThemeLight,
    ThemeDark,
    ThemePrint,
    LanguageAz,
    LanguageEn,
    LanguageRu,
    LanguageTr,
    Play,
    Slower,
    Faster,
    TimeIn,
    TimeOut,
    TimeBack,
    TimeForward,
    Help,
    About,
    Problems,
}

/// A row of the list: the command, its menu, the message id of its name, and its keys.
pub struct Entry {
    /// What is asked for.
    pub command: Command,
    /// Where it stands.
    pub menu: Menu,
    /// The message id of its name.
    pub label: &'static str,
    /// Its keys, the one that menus show first.
    pub keys: &'static [KeyboardShortcut],
    /// Whether a rule is drawn above it in the menu.
    pub starts_group: bool,
}

const fn key(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn entry(
    menu: Menu,
    command: Command,
    label: &'static str,
    keys: &'static [KeyboardShortcut],
) -> Entry {
    Entry {
        command,
        menu,
        label,
        keys,
        starts_group: false,
    }
}

const fn first(
    menu: Menu,
    command: Command,
    label: &'static str,
    keys: &'static [KeyboardShortcut],
) -> Entry {
    Entry {
        command,
        menu,
        label,
        keys,
        starts_group: true,
    }
}

/// Every command, in the order of the menus. Keys with more modifiers must not be shadowed by the
/// same key with fewer, which [`commands_from_keys`] sees to by asking for the longest first.
pub const COMMANDS: &[Entry] = &[
    entry(
        Menu::File,
        Command::OpenChronicle,
        "command-open",
        &[ctrl(Key::O)],
    ),
    entry(
        Menu::File,
        Command::OpenBuiltIn,
        "command-open-built-in",
        &[],
    ),
    entry(
        Menu::File,
        Command::Reload,
        "command-reload",
        &[ctrl(Key::R)],
    ),
    first(
        Menu::File,
        Command::SavePicture,
        "command-save-picture",
        &[ctrl(Key::E)],
    ),
    entry(
        Menu::File,
        Command::CopyCitation,
        "command-copy-citation",
        &[ctrl_shift(Key::C)],
    ),
    first(Menu::File, Command::Quit, "command-quit", &[ctrl(Key::Q)]),
    entry(
        Menu::Go,
        Command::PreviousEvent,
        "command-previous-event",
        &[key(Key::ArrowLeft), key(Key::P)],
    ),
    entry(
        Menu::Go,
        Command::NextEvent,
        "command-next-event",
        &[key(Key::ArrowRight), key(Key::N)],
    ),
    entry(
        Menu::Go,
        Command::FirstEvent,
        "command-first-event",
        &[key(Key::Home)],
    ),
    entry(
        Menu::Go,
        Command::LastEvent,
        "command-last-event",
        &[key(Key::End)],
    ),
    entry(Menu::Go, Command::Scenes, "command-scenes", &[key(Key::S)]),
    first(
        Menu::Go,
        Command::LookAtSelection,
        "command-look-at-selection",
        &[key(Key::F)],
    ),
    entry(Menu::Go, Command::FitAll, "command-fit-all", &[key(Key::A)]),
    entry(
        Menu::Go,
        Command::ResetView,
        "command-reset-view",
        &[ctrl(Key::Home)],
    ),
    entry(
        Menu::Go,
        Command::Deselect,
        "command-deselect",
        &[key(Key::Escape)],
    ),
    first(Menu::Go, Command::Undo, "command-undo", &[ctrl(Key::Z)]),
    entry(
        Menu::Go,
        Command::Redo,
        "command-redo",
        &[ctrl_shift(Key::Z), ctrl(Key::Y)],
    ),
    entry(
        Menu::View,
        Command::BothPanes,
        "command-both-panes",
        &[key(Key::B)],
    ),
    entry(
        Menu::View,
        Command::MapOnly,
        "command-map-only",
        &[key(Key::M)],
    ),
    entry(
        Menu::View,
        Command::TimelineOnly,
        "command-timeline-only",
        &[key(Key::T)],
    ),
    entry(
        Menu::View,
        Command::Reader,
        "command-reader",
        &[key(Key::R)],
    ),
    first(
        Menu::View,
        Command::PlaceNames,
        "command-place-names",
        &[shift(Key::N)],
    ),
    entry(
        Menu::View,
        Command::ActualTracks,
        "command-actual-tracks",
        &[shift(Key::A)],
    ),
    entry(
        Menu::View,
        Command::PlannedTracks,
        "command-planned-tracks",
        &[shift(Key::P)],
    ),
    entry(
        Menu::View,
        Command::OldStyle,
        "command-old-style",
        &[shift(Key::O)],
    ),
    entry(
        Menu::View,
        Command::NextGrouping,
        "command-next-grouping",
        &[key(Key::G)],
    ),
    first(
        Menu::View,
        Command::MapIn,
        "command-map-in",
        &[key(Key::PageUp)],
    ),
    entry(
        Menu::View,
        Command::MapOut,
        "command-map-out",
        &[key(Key::PageDown)],
    ),
    entry(
        Menu::View,
        Command::MapWest,
        "command-map-west",
        &[ctrl(Key::ArrowLeft)],
    ),
    entry(
        Menu::View,
        Command::MapEast,
        "command-map-east",
        &[ctrl(Key::ArrowRight)],
    ),
    entry(
        Menu::View,
        Command::MapNorth,
        "command-map-north",
        &[ctrl(Key::ArrowUp)],
    ),
    entry(
        Menu::View,
        Command::MapSouth,
        "command-map-south",
        &[ctrl(Key::ArrowDown)],
    ),
    first(
        Menu::View,
        Command::ThemeLight,
        "command-theme-light",
        &[key(Key::F6)],
    ),
    entry(
        Menu::View,
        Command::ThemeDark,
        "command-theme-dark",
        &[key(Key::F7)],
    ),
    entry(
        Menu::View,
        Command::ThemePrint,
        "command-theme-print",
        &[key(Key::F8)],
    ),
    first(
        Menu::View,
        Command::LanguageAz,
        "language-az",
        &[ctrl(Key::Num1)],
    ),
    entry(
        Menu::View,
        Command::LanguageEn,
        "language-en",
        &[ctrl(Key::Num2)],
    ),
    entry(
        Menu::View,
        Command::LanguageRu,
        "language-ru",
        &[ctrl(Key::Num3)],
    ),
    entry(
        Menu::View,
        Command::LanguageTr,
        "language-tr",
        &[ctrl(Key::Num4)],
    ),
    entry(
        Menu::Time,
        Command::Play,
        "command-play",
        &[key(Key::Space), key(Key::K)],
    ),
    entry(
        Menu::Time,
        Command::Slower,
        "command-slower",
        &[key(Key::Comma)],
    ),
    entry(
        Menu::Time,
        Command::Faster,
        "command-faster",
        &[key(Key::Period)],
    ),
    first(
        Menu::Time,
        Command::TimeIn,
        "command-time-in",
        &[key(Key::Plus), key(Key::Equals)],
    ),
    entry(
        Menu::Time,
        Command::TimeOut,
        "command-time-out",
        &[key(Key::Minus)],
    ),
    entry(
        Menu::Time,
        Command::TimeBack,
        "command-time-back",
        &[shift(Key::ArrowLeft)],
    ),
    entry(
        Menu::Time,
        Command::TimeForward,
        "command-time-forward",
        &[shift(Key::ArrowRight)],
    ),
    entry(Menu::Help, Command::Help, "command-help", &[key(Key::F1)]),
    entry(Menu::Help, Command::About, "command-about", &[key(Key::I)]),
    entry(
        Menu::Help,
        Command::Problems,
        "command-problems",
        &[ctrl(Key::P)],
    ),
];

/// The commands whose keys were pressed in this frame. Keys without modifiers are left to a
/// widget that has the focus and takes them.
pub fn commands_from_keys(ui: &egui::Ui) -> Vec<Command> {
    if ui.ctx().egui_wants_keyboard_input() && ui.ctx().text_edit_focused() {
        return Vec::new();
    }
    let focused = ui.memory(egui::Memory::focused).is_some();
    // Space and Enter press the focused widget, and the arrows move the focus from it.
    let taken_by_focus = |shortcut: &KeyboardShortcut| {
        let moves = [Key::Space, Key::ArrowLeft, Key::ArrowRight];
        focused && shortcut.modifiers.is_none() && moves.contains(&shortcut.logical_key)
    };
    let mut by_length: Vec<_> = COMMANDS
        .iter()
        .flat_map(|entry| entry.keys.iter().map(move |keys| (keys, entry)))
        .collect();
    by_length.sort_by_key(|(keys, _)| std::cmp::Reverse(num_modifiers(keys.modifiers)));
    let pressed = |keys: &KeyboardShortcut| ui.input_mut(|input| input.consume_shortcut(keys));
    by_length
        .into_iter()
        .filter(|(keys, _)| !taken_by_focus(keys) && pressed(keys))
        .map(|(_, entry)| entry.command)
        .collect()
}

fn num_modifiers(modifiers: Modifiers) -> usize {
    [
        modifiers.command || modifiers.ctrl,
        modifiers.shift,
        modifiers.alt,
    ]
    .into_iter()
    .filter(|&held| held)
    .count()
}

impl Command {
    /// Whether it can be asked for now.
    pub fn is_enabled(self, ctx: &ViewCtx<'_>) -> bool {
        let has_events = !ctx.chronicle.parts().events.is_empty();
        match self {
            Self::Undo => ctx.state.history.can_undo(),
            Self::Redo => ctx.state.history.can_redo(),
            Self::PreviousEvent | Self::NextEvent | Self::FirstEvent | Self::LastEvent => {
                has_events
            }
            Self::LookAtSelection => ctx.state.view.selection.is_some(),
            Self::CopyCitation => ctx.state.selected_event().is_some(),
            Self::Scenes => !ctx.chronicle.parts().scenes.is_empty(),
            Self::Play | Self::FitAll => !ctx.chronicle.is_empty(),
            _ => true,
        }
    }

    /// Whether a tick stands beside it; `None` if it is not a switch.
    pub fn is_checked(self, ctx: &ViewCtx<'_>) -> Option<bool> {
        let view = &ctx.state.view;
        Some(match self {
            Self::BothPanes => view.panes.map && view.panes.timeline,
            Self::MapOnly => view.panes.map && !view.panes.timeline,
            Self::TimelineOnly => view.panes.timeline && !view.panes.map,
            Self::Reader => view.panes.reader,
            Self::PlaceNames => view.layers.place_names,
            Self::ActualTracks => view.layers.actual_tracks,
            Self::PlannedTracks => view.layers.planned_tracks,
            Self::OldStyle => view.layers.old_style,
            Self::ThemeLight => ctx.state.theme == ThemeId::Light,
            Self::ThemeDark => ctx.state.theme == ThemeId::Dark,
            Self::ThemePrint => ctx.state.theme == ThemeId::Print,
            Self::LanguageAz => ctx.state.language == Language::Az,
            Self::LanguageEn => ctx.state.language == Language::En,
            Self::LanguageRu => ctx.state.language == Language::Ru,
            Self::LanguageTr => ctx.state.language == Language::Tr,
            Self::Play => ctx.state.playback.playing,
            _ => return None,
        })
    }

    /// Say what is wished. `picture` is the picture that the dialog begins with.
    pub fn run(
        self,
        ctx: &ViewCtx<'_>,
        picture: &mut Option<PictureRequest>,
        actions: &mut Actions,
    ) {
        if !self.is_enabled(ctx) {
            return;
        }
        let view = &ctx.state.view;
        let map_size = ctx.map_size;
        let overlay = |overlay: Overlay| {
            let open = ctx.state.overlay == Some(overlay);
            Action::SetOverlay(if open { None } else { Some(overlay) })
        };
        let panes = |map: bool, timeline: bool| {
            Action::SetPanes(Panes {
                map,
                timeline,
                ..view.panes
            })
        };
        let mut layers = view.layers;
        let action = match self {
            Self::OpenChronicle => Action::Wish(Effect::ChooseChronicle),
            Self::OpenBuiltIn => Action::Wish(Effect::OpenBuiltIn),
            Self::Reload => Action::Wish(Effect::Reload),
            Self::SavePicture => {
                if ctx.state.overlay != Some(Overlay::Picture) {
                    *picture = None;
                }
                overlay(Overlay::Picture)
            }
            Self::CopyCitation => match ctx.state.selected_event() {
                Some(event) => Action::Wish(Effect::Copy(super::words::citation(ctx, event))),
                None => return,
            },
            Self::Quit => Action::Wish(Effect::Quit),
            Self::PreviousEvent => return step(ctx, false, actions),
            Self::NextEvent => return step(ctx, true, actions),
            Self::FirstEvent => return go_to(ctx.chronicle.events_by_time().first(), actions),
            Self::LastEvent => return go_to(ctx.chronicle.events_by_time().last(), actions),
            Self::Deselect if ctx.state.overlay.is_some() => Action::SetOverlay(None),
            Self::Deselect => Action::Select(None),
            Self::LookAtSelection => Action::FitSelection { map_size },
            Self::FitAll => Action::FitAll { map_size },
            Self::ResetView => Action::ResetView,
            Self::Undo => Action::Undo,
            Self::Redo => Action::Redo,
            Self::Scenes => overlay(Overlay::Scenes),
            Self::MapOnly => panes(true, false),
            Self::TimelineOnly => panes(false, true),
            Self::BothPanes => panes(true, true),
            Self::Reader => Action::SetPanes(Panes {
                reader: !view.panes.reader,
                ..view.panes
            }),
            Self::PlaceNames => {
                layers.place_names = !layers.place_names;
                Action::SetLayers(layers)
            }
            Self::PlannedTracks => {
                layers.planned_tracks = !layers.planned_tracks;
                Action::SetLayers(layers)
            }
            Self::ActualTracks => {
                layers.actual_tracks = !layers.actual_tracks;
                Action::SetLayers(layers)
            }
            Self::OldStyle => {
                layers.old_style = !layers.old_style;
                Action::SetLayers(layers)
            }
            Self::NextGrouping => {
                let here = Grouping::ALL
                    .iter()
                    .position(|&group| group == view.grouping);
                let next = here.map_or(0, |idx| (idx + 1) % Grouping::ALL.len());
                Action::SetGrouping(Grouping::ALL[next])
            }
            Self::MapIn => zoom_map(view.camera, 0.5),
            Self::MapOut => zoom_map(view.camera, -0.5),
            Self::MapWest => pan_map(view.camera, -1.0, 0.0, map_size),
            Self::MapEast => pan_map(view.camera, 1.0, 0.0, map_size),
            Self::MapNorth => pan_map(view.camera, 0.0, -1.0, map_size),
            Self::MapSouth => pan_map(view.camera, 0.0, 1.0, map_size),
            Self::ThemeLight => Action::SetTheme(ThemeId::Light),
            Self::ThemeDark => Action::SetTheme(ThemeId::Dark),
            Self::ThemePrint => Action::SetTheme(ThemeId::Print),
            Self::LanguageAz => Action::SetLanguage(Language::Az),
            Self::LanguageEn => Action::SetLanguage(Language::En),
            Self::LanguageRu => Action::SetLanguage(Language::Ru),
            Self::LanguageTr => Action::SetLanguage(Language::Tr),
            Self::Play => Action::SetPlaying(!ctx.state.playback.playing),
            Self::Slower => Action::SetSpeed(ctx.state.playback.speed.stepped(false)),
            Self::Faster => Action::SetSpeed(ctx.state.playback.speed.stepped(true)),
            Self::TimeIn => zoom_time(ctx, 1.5),
            Self::TimeOut => zoom_time(ctx, 1.0 / 1.5),
            Self::TimeBack => Action::SetWindow(view.window.panned(-view.window.span() / 6.0)),
            Self::TimeForward => Action::SetWindow(view.window.panned(view.window.span() / 6.0)),
            Self::Help => overlay(Overlay::Help),
            Self::About => overlay(Overlay::About),
            Self::Problems => overlay(Overlay::Problems),
        };
        actions.push(action);
        actions.push(Action::Settle);
    }
}

/// To the next or the previous event: of the selected one, or of the time cursor.
fn step(ctx: &ViewCtx<'_>, forward: bool, actions: &mut Actions) {
    let chronicle = ctx.chronicle;
    let next = match ctx.state.selected_event() {
        Some(event) => chronicle.neighbour(event, forward),
        None => {
            let cursor = ctx.state.view.cursor;
            let from = chronicle.first_event_from(Minute(cursor.0 + i64::from(forward)));
            match (from, forward) {
                (found, true) => found,
                (Some(found), false) => chronicle.neighbour(found, false),
                (None, false) => chronicle.events_by_time().last().copied(),
            }
        }
    };
    go_to(next.as_ref(), actions);
}

fn go_to(event: Option<&EventIdx>, actions: &mut Actions) {
    if let Some(&event) = event {
        actions.push(Action::GoTo(Selection::Event(event)));
    }
}

fn zoom_map(camera: Camera, by: f64) -> Action {
    Action::SetCamera(Camera {
        zoom: camera.zoom + by,
        ..camera
    })
}

fn pan_map(camera: Camera, east: f64, south: f64, map_size: [f64; 2]) -> Action {
    let world = World::at_zoom(camera.zoom);
    let mut point = world.point_from_lon_lat(camera.center);
    point.x += east * map_size[0] / 6.0;
    point.y += south * map_size[1] / 6.0;
    Action::SetCamera(Camera {
        center: world.lon_lat_from_point(point),
        ..camera
    })
}

/// Zoom about the cursor if it is in sight, else about the middle.
fn zoom_time(ctx: &ViewCtx<'_>, factor: f64) -> Action {
    let window = ctx.state.view.window;
    let cursor = ctx.state.view.cursor;
    let anchor = if window.contains(cursor) {
        cursor.0 as f64
    } else {
        (window.from + window.to) / 2.0
    };
    Action::SetWindow(window.zoomed_at(anchor, factor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_key() {
        let mut seen = Vec::new();
        for entry in COMMANDS {
            for keys in entry.keys {
                assert!(!seen.contains(keys), "{keys:?} is used twice");
                seen.push(*keys);
            }
        }
    }
}
