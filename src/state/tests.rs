//! Lists of actions, and the state and effects they lead to, as text.

use super::{
    Action, Effect, Grouping, Layers, Overlay, Panes, Selection, SessionFile, Speed, State,
    ThemeId, apply,
};
use crate::geo::LonLat;
use crate::model::{
    Camera, Chronicle, ChronicleParts, Event, EventIdx, EventKind, Language, LocalText, Opening,
    Place, PlaceIdx, PlaceKind, Status,
};
use crate::time::{Minute, When, Window};

/// Two places and three events, an hour apart.
fn chronicle() -> Chronicle {
    let place = |id: &str, lon: f64| Place {
        id: id.into(),
        name: LocalText::same(id),
        old_name: LocalText::default(),
        kind: PlaceKind::Town,
        at: LonLat::new(lon, 40.0),
        precision_km: 1.0,
        importance: 3,
        note: LocalText::default(),
    };
    let event = |id: &str, date: &str, place: Option<u32>| Event {
        id: id.into(),
        title: LocalText::same(id),
        summary: LocalText::default(),
        kind: EventKind::Movement,
        when: When::parse(date).unwrap(),
        date_reason: LocalText::default(),
        order: 0,
        place: place.map(PlaceIdx),
        actors: Vec::new(),
        status: Status::Actual,
        importance: 3,
        accounts: Vec::new(),
        relations: Vec::new(),
        message: None,
        disagreement: LocalText::default(),
    };
    Chronicle::new(ChronicleParts {
        id: "small".into(),
        version: "1".into(),
        title: LocalText::same("Small"),
        summary: LocalText::default(),
        about: LocalText::default(),
        licence: "CC0".into(),
        opening: Opening {
            window: Window::new(minute("1920-04-27T00:00"), minute("1920-04-28T00:00")),
            cursor: Minute(minute("1920-04-27T06:00") as i64),
            camera: Camera {
                center: LonLat::new(48.0, 40.0),
                zoom: 7.0,
            },
            event: None,
        },
        sides: Vec::new(),
        places: vec![place("west", 47.0), place("far-east", 60.0)],
        lines: Vec::new(),
        actors: Vec::new(),
        sources: Vec::new(),
        events: vec![
            event("later", "1920-04-29T12:00", Some(1)),
            event("first", "1920-04-27T03:00", Some(0)),
            event("nowhere", "1920-04-27T04:00", None),
        ],
        tracks: Vec::new(),
        scenes: Vec::new(),
    })
}

fn minute(date: &str) -> f64 {
    When::parse(date).unwrap().bounds().sort_minute().0 as f64
}

/// The state and the effects after these actions, in a few lines.
fn told(actions: &[Action]) -> String {
    let chronicle = chronicle();
    let mut state = State::new(&chronicle, Language::En);
    let mut lines = Vec::new();
    for action in actions {
        for effect in apply(&mut state, &chronicle, action.clone()) {
            lines.push(format!("effect: {effect:?}"));
        }
    }
    let view = &state.view;
    let clock = |minutes: f64| {
        let civil = Minute(minutes.round() as i64).civil();
        format!(
            "{:02}-{:02}T{:02}:{:02}",
            civil.month, civil.day, civil.hour, civil.minute
        )
    };
    lines.push(format!(
        "window: {}/{}",
        clock(view.window.from),
        clock(view.window.to)
    ));
    lines.push(format!("cursor: {}", clock(view.cursor.0 as f64)));
    let center = view.camera.center;
    lines.push(format!(
        "camera: {:.1} {:.1} z{:.1}",
        center.lon, center.lat, view.camera.zoom
    ));
    lines.push(format!("selection: {:?}", view.selection));
    lines.push(format!(
        "panes: map {}, timeline {}",
        view.panes.map, view.panes.timeline
    ));
    lines.push(format!(
        "playing: {} {:?}, undo: {}, redo: {}",
        state.playback.playing,
        state.playback.speed,
        state.history.can_undo(),
        state.history.can_redo()
    ));
    lines.join("\n")
}

/// Compare what these actions lead to with the text snapshot of this name.
fn check(name: &str, actions: &[Action]) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots");
    insta::with_settings!({ snapshot_path => folder, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(format!("state_{name}"), told(actions));
    });
}

#[test]
fn the_opening_view() {
    check("the_opening_view", &[]);
}

#[test]
fn going_to_an_event_brings_it_into_view() {
    check(
        "going_to_an_event_brings_it_into_view",
        &[Action::GoTo(Selection::Event(EventIdx(0)))],
    );
}

#[test]
fn an_event_in_sight_moves_nothing_but_the_cursor() {
    check(
        "an_event_in_sight_moves_nothing_but_the_cursor",
        &[Action::GoTo(Selection::Event(EventIdx(1)))],
    );
}

#[test]
fn a_drag_is_one_step_of_undo() {
    let window = |hours: f64| {
        Action::SetWindow(Window::new(
            minute("1920-04-27T00:00") + hours * 60.0,
            minute("1920-04-28T00:00") + hours * 60.0,
        ))
    };
    let drag = [
        window(1.0),
        window(2.0),
        window(3.0),
        Action::Settle,
        window(4.0),
        Action::Undo,
    ];
    check("a_drag_is_one_step_of_undo", &drag);
    assert_eq!(
        told(&[&drag[..], &[Action::Undo]].concat()).lines().next(),
        told(&[]).lines().next()
    );
}

#[test]
fn everything_fits() {
    check(
        "everything_fits",
        &[Action::FitAll {
            map_size: [800.0, 500.0],
        }],
    );
}

#[test]
fn wishes_pass_through_and_change_nothing() {
    let wishes = [
        Action::Wish(Effect::ChooseChronicle),
        Action::SetOverlay(Some(Overlay::Help)),
        Action::SetTheme(ThemeId::Dark),
        Action::SetLanguage(Language::Tr),
        Action::SetSpeed(Speed::Day),
        Action::Wish(Effect::Quit),
    ];
    check("wishes_pass_through_and_change_nothing", &wishes);
}

#[test]
fn playing_from_the_end_begins_again() {
    let actions = [
        Action::SetCursor(Minute(minute("1920-04-28T00:00") as i64)),
        Action::SetPlaying(true),
    ];
    check("playing_from_the_end_begins_again", &actions);
}

#[test]
fn nonsense_does_no_harm() {
    let camera = Camera {
        center: LonLat::new(f64::NAN, 400.0),
        zoom: f64::INFINITY,
    };
    let panes = Panes {
        map: false,
        timeline: false,
        timeline_fraction: f32::NAN,
        reader_fraction: 9.0,
        reader: true,
    };
    let actions = [
        Action::SetCamera(camera),
        Action::SetPanes(panes),
        Action::SetCursor(Minute(i64::MAX)),
        Action::Undo,
        Action::Undo,
        Action::Undo,
        Action::Undo,
    ];
    assert_eq!(told(&actions).lines().next(), told(&[]).lines().next());
}

#[test]
fn applying_twice_is_harmless() {
    let panes = Panes {
        map: false,
        ..Panes::default()
    };
    let layers = Layers {
        old_style: true,
        ..Layers::default()
    };
    for action in [
        Action::SetPanes(panes),
        Action::SetLayers(layers),
        Action::SetGrouping(Grouping::Kind),
        Action::GoTo(Selection::Event(EventIdx(0))),
        Action::FitAll {
            map_size: [800.0, 500.0],
        },
        Action::SetPlaying(true),
    ] {
        let once = told(std::slice::from_ref(&action));
        assert_eq!(once, told(&[action.clone(), action]));
    }
}

#[test]
fn a_session_comes_back_as_it_was() {
    let chronicle = chronicle();
    let mut state = State::new(&chronicle, Language::Az);
    for action in [
        Action::GoTo(Selection::Event(EventIdx(0))),
        Action::SetTheme(ThemeId::Print),
        Action::SetGrouping(Grouping::Source),
    ] {
        apply(&mut state, &chronicle, action);
    }
    let file = SessionFile::from_state(&state, &chronicle, None);
    let back = file.to_state(&chronicle, Language::En);
    assert_eq!(back.view, state.view);
    assert_eq!((back.language, back.theme), (state.language, state.theme));
    // A record that is gone is simply not selected.
    let gone = file
        .selection
        .clone()
        .map(|_| super::session::SelectionFile::Event("gone".into()));
    let back = SessionFile {
        selection: gone,
        ..file
    }
    .to_state(&chronicle, Language::En);
    assert_eq!(back.view.selection, None);
}

#[test]
fn the_first_format_still_loads() {
    let text = r#"(
        format: 1,
        chronicle: "small",
        window: Some((-26123040.0, -26121600.0)),
        cursor: Some(-26122000),
        camera: Some((47.5, 40.2, 8.0)),
        selection: Some(Event("first")),
        language: Some("tr"),
        theme: Dark,
    )"#;
    let file: SessionFile = ron::from_str(text).unwrap();
    let state = file.to_state(&chronicle(), Language::En);
    assert_eq!(state.language, Language::Tr);
    assert_eq!(state.view.selection, Some(Selection::Event(EventIdx(1))));
    assert_eq!(state.view.camera.zoom, 8.0);
}
