//! The whole window, driven by accessible names and keys, as a person or a screen reader would.

use crate::stage::{harness, picture_folder, program, settle};
use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use salname::app::Program;
use salname::model::{Language, Progress};
use salname::state::{Action, Overlay, Selection, ThemeId};
use salname::time::When;

fn press(harness: &mut Harness<'static, Program>, key: Key) {
    harness.key_press(key);
    settle(harness);
}

fn press_with(harness: &mut Harness<'static, Program>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    settle(harness);
}

fn act(harness: &mut Harness<'static, Program>, action: Action) {
    let ctx = harness.ctx.clone();
    harness.state_mut().act(&ctx, action);
    settle(harness);
}

fn minute(text: &str) -> salname::time::Minute {
    When::parse(text).unwrap().bounds().sort_minute()
}

/// The title of the selected event, and whether the reader shows it.
fn selected_title(harness: &Harness<'static, Program>) -> String {
    let program = harness.state();
    let event = program
        .state()
        .selected_event()
        .expect("an event is selected");
    let record = program.chronicle().event(event);
    record.title.get(program.state().language).to_owned()
}

fn reader_shows(harness: &Harness<'static, Program>, title: &str) -> bool {
    harness
        .query_all_by_label(title)
        .any(|node| node.accesskit_node().role() == Role::Label)
}

/// Whether a screen reader says that this is selected.
fn is_lit(node: &egui_kittest::Node<'_>) -> bool {
    node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
}

#[test]
fn selecting_on_the_chronology_moves_map_and_reader() {
    let mut harness = harness(program(Language::En));
    let program = harness.state();
    let event = program.chronicle().event_with_id("bileceri-taken").unwrap();
    assert_ne!(program.state().selected_event(), Some(event));
    let node = harness
        .query_all_by_label_contains("Bilajari taken")
        .find(|node| node.accesskit_node().role() == Role::Button)
        .expect("the event has a name on the chronology");
    node.click();
    settle(&mut harness);
    let view = &harness.state().state().view;
    assert_eq!(view.selection, Some(Selection::Event(event)));
    assert_eq!(view.cursor, minute("1920-04-27T18"));
    assert!(reader_shows(&harness, "Bilajari taken"));
    // On the map the place now speaks for this event, and says that it is selected.
    let on_map = harness.query_all_by_label_contains("Bilajari ·").next();
    assert!(on_map.is_some_and(|node| is_lit(&node)));
}

#[test]
fn selecting_on_the_map_moves_chronology_and_reader() {
    let mut harness = harness(program(Language::En));
    act(&mut harness, Action::Select(None));
    act(&mut harness, Action::SetCursor(minute("1920-04-28T04:30")));
    let node = harness
        .query_all_by_label_contains("Baku ·")
        .next()
        .expect("Baku is on the map with an event");
    node.click();
    settle(&mut harness);
    let title = selected_title(&harness);
    assert!(reader_shows(&harness, &title), "{title}");
    let on_chronology = harness
        .query_all_by_label_contains(&title)
        .any(|node| is_lit(&node));
    assert!(on_chronology, "{title}");
}

#[test]
fn playing_moves_a_train_along_the_railway() {
    let mut harness = harness(program(Language::En));
    let position = |harness: &Harness<'static, Program>| {
        let program = harness.state();
        let chronicle = program.chronicle();
        let track = chronicle
            .parts()
            .tracks
            .iter()
            .find(|track| {
                let is_actual = track.status == salname::model::Status::Actual;
                is_actual && &*chronicle.actor(track.actor).id == "train-iii-international"
            })
            .expect("the train has a track");
        let progress = track
            .progress_at(program.state().view.cursor)
            .expect("it has begun");
        (progress, track.position(progress, chronicle))
    };
    act(&mut harness, Action::SetCursor(minute("1920-04-27T03:00")));
    let (_, before) = position(&harness);
    press(&mut harness, Key::Space);
    assert!(harness.state().state().playback.playing);
    for _ in 0..90 {
        harness.step();
    }
    let (progress, after) = position(&harness);
    assert!(matches!(progress, Progress::Between(..)), "{progress:?}");
    assert!(after.distance_km(before) > 5.0);
    let line = harness.state().chronicle().parts().lines.iter();
    let railway = line
        .clone()
        .find(|line| &*line.id == "petrovsk-baku")
        .unwrap();
    assert!(
        railway.course.distance_to_km(after) < 0.1,
        "the train keeps to its railway"
    );
    press(&mut harness, Key::Space);
    assert!(!harness.state().state().playback.playing);
}

#[test]
fn the_language_changes_everywhere_while_running() {
    let mut harness = harness(program(Language::En));
    for (key, language, file, title) in [
        (
            Key::Num1,
            Language::Az,
            "Fayl",
            "Samur körpüsünün keçilməsi",
        ),
        (Key::Num4, Language::Tr, "Dosya", "Samur"),
        (Key::Num3, Language::Ru, "Файл", "Самур"),
        (
            Key::Num2,
            Language::En,
            "File",
            "Crossing of the Samur bridge",
        ),
    ] {
        press_with(&mut harness, Modifiers::COMMAND, key);
        assert_eq!(harness.state().state().language, language);
        assert!(
            harness.query_by_label(file).is_some(),
            "{language:?}: the menu"
        );
        assert!(
            harness.query_all_by_label_contains(title).count() > 0,
            "{language:?}: the event"
        );
    }
}

#[test]
fn every_command_has_a_key_or_stands_in_a_menu_and_help_lists_it() {
    let mut harness = harness(program(Language::En));
    press(&mut harness, Key::F1);
    assert_eq!(harness.state().state().overlay, Some(Overlay::Help));
    assert!(harness.query_by_label("Undo the last move").is_some());
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().state().overlay, None);
    harness.get_by_label("Go").click();
    settle(&mut harness);
    assert!(harness.query_by_label_contains("Last event").is_some());
}

#[test]
fn moves_can_be_undone_and_redone() {
    let mut harness = harness(program(Language::En));
    let before = harness.state().state().view.clone();
    press(&mut harness, Key::Plus);
    press(&mut harness, Key::PageUp);
    let after = harness.state().state().view.clone();
    assert_ne!(before.window, after.window);
    assert_ne!(before.camera, after.camera);
    press_with(&mut harness, Modifiers::COMMAND, Key::Z);
    press_with(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(harness.state().state().view, before);
    press_with(&mut harness, Modifiers::COMMAND, Key::Y);
    press_with(&mut harness, Modifiers::COMMAND, Key::Y);
    assert_eq!(harness.state().state().view, after);
}

#[test]
fn dragging_and_the_wheel_move_the_chronology() {
    let mut harness = harness(program(Language::En));
    let before = harness.state().state().view.window;
    let chart = harness.get_by_label("Chronology").rect();
    let from = chart.right_bottom() - egui::vec2(40.0, 40.0);
    harness.drag_at(from);
    harness.step();
    harness.hover_at(from - egui::vec2(120.0, 0.0));
    harness.step();
    harness.drop_at(from - egui::vec2(120.0, 0.0));
    settle(&mut harness);
    let dragged = harness.state().state().view.window;
    assert!(
        dragged.from > before.from,
        "dragging to the left shows what is later"
    );
    assert!((dragged.span() - before.span()).abs() < 1e-6);
    harness.hover_at(from);
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, 60.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    settle(&mut harness);
    assert!(
        harness.state().state().view.window.span() < dragged.span(),
        "the wheel goes nearer"
    );
}

#[test]
fn the_time_cursor_moves_by_keys() {
    let mut harness = harness(program(Language::En));
    let before = harness.state().state().view.cursor;
    harness.get_by_label_contains("Time cursor").focus();
    settle(&mut harness);
    press(&mut harness, Key::ArrowRight);
    let after = harness.state().state().view.cursor;
    assert!(after > before, "the right arrow moves the cursor on");
    let selected = harness.state().state().selected_event();
    press(&mut harness, Key::ArrowLeft);
    assert_eq!(harness.state().state().view.cursor, before);
    assert_eq!(
        harness.state().state().selected_event(),
        selected,
        "and nothing else"
    );
}

#[test]
fn the_wheel_on_the_map_keeps_what_is_under_the_pointer() {
    let mut harness = harness(program(Language::En));
    let map = harness.get_by_label("Map").rect();
    let before = harness.state().state().view.camera;
    let at = map.center() + egui::vec2(150.0, -60.0);
    let under = |camera: salname::model::Camera| {
        let world = salname::geo::World::at_zoom(camera.zoom);
        let mut point = world.point_from_lon_lat(camera.center);
        point.x += f64::from(at.x - map.center().x);
        point.y += f64::from(at.y - map.center().y);
        world.lon_lat_from_point(point)
    };
    harness.hover_at(at);
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, 100.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    settle(&mut harness);
    let after = harness.state().state().view.camera;
    assert!(
        (after.zoom - before.zoom - 0.6).abs() < 0.05,
        "{} to {}",
        before.zoom,
        after.zoom
    );
    assert!(under(after).distance_km(under(before)) < 0.01);
}

#[test]
fn by_keyboard_alone_from_the_start_to_a_picture() {
    let mut harness = harness(program(Language::Az));
    let path = picture_folder().join("by-keyboard.png");
    std::fs::remove_file(&path).ok();
    press(&mut harness, Key::Home);
    let first = harness.state().state().selected_event();
    press(&mut harness, Key::N);
    assert_ne!(harness.state().state().selected_event(), first);
    press(&mut harness, Key::F);
    press(&mut harness, Key::F7);
    assert_eq!(harness.state().state().theme, ThemeId::Dark);
    press_with(&mut harness, Modifiers::COMMAND, Key::E);
    assert_eq!(harness.state().state().overlay, Some(Overlay::Picture));
    // The name of the file is typed into the field, which Tab reaches.
    let field = harness
        .query_all_by_role(Role::TextInput)
        .next()
        .expect("a field for the name");
    field.focus();
    settle(&mut harness);
    press_with(&mut harness, Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Text(path.to_string_lossy().into_owned()));
    settle(&mut harness);
    press(&mut harness, Key::Enter);
    for _ in 0..2000 {
        harness.step();
        if path.exists() && harness.state().status().message.is_some() {
            break;
        }
        std::thread::yield_now();
    }
    let bytes = std::fs::read(&path).expect("the picture was saved");
    let (width, height, _) = salname::render::decode_rgba(&bytes).unwrap();
    assert_eq!((width, height), (1920, 1080));
    let recipe = salname::render::recipe_text(&bytes).unwrap();
    assert!(recipe.contains("april-1920"), "{recipe}");
    assert!(recipe.contains("Dark"), "{recipe}");
}

#[test]
fn everything_painted_has_a_name_of_its_own() {
    let harness = harness(program(Language::En));
    let mut num_buttons = 0;
    for node in harness.query_all_by_role(Role::Button) {
        num_buttons += 1;
        let label = node.accesskit_node().label().unwrap_or_default();
        assert!(
            !label.trim().is_empty(),
            "a button without a name at {:?}",
            node.rect()
        );
    }
    assert!(num_buttons > 30, "events, places and units are buttons");
}

#[test]
fn an_unusable_folder_leaves_what_is_open_and_says_why() {
    let mut harness = harness(program(Language::En));
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("chronicle.ron"), "Chronicle(").unwrap();
    let event = harness.state().state().selected_event();
    harness
        .input_mut()
        .dropped_files
        .push(std::sync::Arc::new(Dropped(folder.path().into())));
    for _ in 0..2000 {
        harness.step();
        if harness.state().state().overlay == Some(Overlay::Problems) {
            break;
        }
        std::thread::yield_now();
    }
    settle(&mut harness);
    assert_eq!(harness.state().state().overlay, Some(Overlay::Problems));
    assert_eq!(harness.state().state().selected_event(), event);
    assert!(harness.query_by_label_contains("chronicle.ron:1").is_some());
}

#[test]
fn every_key_of_every_command_is_taken_and_harms_nothing() {
    let mut harness = harness(program(Language::En));
    for entry in salname::view::COMMANDS {
        // Dialogs of the system belong to a person.
        if matches!(entry.command, salname::view::Command::OpenChronicle) {
            continue;
        }
        for keys in entry.keys {
            press_with(&mut harness, keys.modifiers, keys.logical_key);
            harness.step();
        }
    }
    assert!(
        harness.state().wants_to_quit(),
        "the last of the file menu's keys was pressed, too"
    );
    press_with(&mut harness, Modifiers::COMMAND, Key::P);
}

#[test]
fn the_session_comes_back_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep").join("session.ron");
    let mut options = salname::app::ProgramOptions {
        language: Language::En,
        session_path: Some(path.clone()),
        ..Default::default()
    };
    let opened = salname::app::load_chronicle(None).unwrap();
    let assets = crate::stage::assets();
    let first = Program::new(opened.clone(), assets.clone(), options.clone()).unwrap();
    let mut harness = harness(first);
    press(&mut harness, Key::N);
    press(&mut harness, Key::F7);
    press_with(&mut harness, Modifiers::COMMAND, Key::Num3);
    harness.state().save_session_now();
    options.session = salname::io::load_session(&path).unwrap();
    let second = Program::new(opened, assets, options).unwrap();
    assert_eq!(second.state().view, harness.state().state().view);
    assert_eq!(second.state().language, Language::Ru);
    assert_eq!(second.state().theme, ThemeId::Dark);
}

/// A folder dropped on the window.
#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|err| err.to_string())
    }
}
