//! The built-in chronicle: complete, consistent, and on the base map where it says it is.

use crate::stage::assets;
use salname::app::load_chronicle;
use salname::geo::{LonLat, Polyline, TileSource as _};
use salname::model::{
    Chronicle, EventKind, Language, LineKind, LocalText, Place, PlaceKind, Status,
};

fn chronicle() -> Chronicle {
    let opened = load_chronicle(None).unwrap();
    let complaints: Vec<String> = opened.diagnostics.iter().map(ToString::to_string).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    opened.chronicle.unwrap()
}

#[test]
fn every_title_and_summary_stands_in_four_languages() {
    let chronicle = chronicle();
    let parts = chronicle.parts();
    let mut missing = Vec::new();
    let mut need = |what: String, text: &LocalText| {
        for language in Language::ALL {
            if text
                .exact(language)
                .is_none_or(|words| words.trim().is_empty())
            {
                missing.push(format!("{what}: {}", language.code()));
            }
        }
    };
    need("chronicle".into(), &parts.title);
    need("chronicle".into(), &parts.summary);
    for event in &parts.events {
        need(format!("event {}", event.id), &event.title);
        need(format!("event {}", event.id), &event.summary);
        for account in &event.accounts {
            need(format!("event {}, account", event.id), &account.says);
        }
    }
    for place in &parts.places {
        need(format!("place {}", place.id), &place.name);
    }
    for actor in &parts.actors {
        need(format!("actor {}", actor.id), &actor.name);
    }
    for track in &parts.tracks {
        need(format!("track {}", track.id), &track.title);
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn the_story_is_told_by_the_most_important_events() {
    let chronicle = chronicle();
    let fives: Vec<&str> = chronicle
        .events_by_time()
        .iter()
        .map(|&event| chronicle.event(event))
        .filter(|event| event.importance == 5)
        .map(|event| &*event.id)
        .collect();
    for id in [
        "samur-bridge-crossing",
        "ultimatum",
        "bileceri-taken",
        "iii-international-enters-baku",
        "gence-reached",
        "ganja-uprising-begins",
        "ganja-uprising-suppressed",
        "nakhchivan-soviet-power",
    ] {
        assert!(fives.contains(&id), "{id} is missing among {fives:?}");
    }
    assert!(fives.len() <= 10, "{fives:?}");
}

#[test]
fn plans_are_kept_apart_from_what_happened() {
    let chronicle = chronicle();
    let parts = chronicle.parts();
    let tracks = |status| {
        parts
            .tracks
            .iter()
            .filter(|track| track.status == status)
            .count()
    };
    assert!(tracks(Status::Planned) >= 6 && tracks(Status::Actual) >= 12);
    for actor in [
        "train-iii-international",
        "train-ulyantsev",
        "cavalry-7",
        "cavalry-18",
        "division-28",
        "division-32",
        "cavalry-corps-2",
        "flotilla",
        "xi-army-hq",
    ] {
        let moves = |track: &&salname::model::Track| {
            track.status == Status::Actual && &*chronicle.actor(track.actor).id == actor
        };
        assert!(
            parts.tracks.iter().any(|track| moves(&track)),
            "{actor} has no actual track"
        );
    }
}

/// Speeds, two places at once, parts outside their whole, records that nothing names, spelling.
#[test]
fn a_second_reader_has_nothing_to_ask() {
    let remarks = salname::data::review(&salname::io::builtin_chronicle());
    let remarks: Vec<String> = remarks.iter().map(ToString::to_string).collect();
    assert!(remarks.is_empty(), "{}", remarks.join("\n"));
}

#[test]
fn telegrams_and_letters_know_who_wrote() {
    let chronicle = chronicle();
    let events = chronicle.parts().events.iter();
    let messages = events.filter(|it| matches!(it.kind, EventKind::Telegram | EventKind::Letter));
    for event in messages {
        let message = event.message.as_ref();
        assert!(
            message.is_some_and(|it| !it.from.is_empty()),
            "{} does not say who wrote",
            event.id
        );
    }
}

#[test]
fn the_chronicle_goes_from_the_context_to_nakhchivan() {
    let chronicle = chronicle();
    let parts = chronicle.parts();
    assert!(parts.events.len() > 400);
    let texts = parts.sources.iter().filter(|it| it.text_file.is_some());
    assert_eq!(texts.count(), 5);
    for actor in [
        "naxcivanski-ehsan",
        "ganja-envoys",
        "nuri-pasa",
        "kuban-regiments",
        "armenian-army",
        "beyazid-division",
        "veysel-detachment",
    ] {
        let moves = |it: &salname::model::Track| &*chronicle.actor(it.actor).id == actor;
        assert!(parts.tracks.iter().any(moves), "{actor} has no track");
    }
}

/// Lines of the base map's table: the name of the line, the station's id, longitude, latitude.
fn railways() -> Vec<(String, String, LonLat)> {
    let table = include_str!("../../assets/basemap/railways.csv");
    table
        .lines()
        .skip(1)
        .map(|row| {
            let fields: Vec<&str> = row.split(',').collect();
            let number = |idx: usize| fields[idx].parse::<f64>().unwrap();
            (
                fields[0].to_owned(),
                fields[4].to_owned(),
                LonLat::new(number(2), number(3)),
            )
        })
        .collect()
}

#[test]
fn the_chronicle_and_the_base_map_have_the_same_railways() {
    let chronicle = chronicle();
    let vertices = railways();
    for line in chronicle
        .parts()
        .lines
        .iter()
        .filter(|line| line.kind == LineKind::Railway)
    {
        for &at in line.course.points() {
            let nearest = vertices
                .iter()
                .map(|(.., vertex)| vertex.distance_km(at))
                .fold(f64::MAX, f64::min);
            // A line may begin in the middle of a city whose station lies at its edge.
            let places = &chronicle.parts().places;
            let is_city = |it: &&Place| it.kind == PlaceKind::City && it.at == at;
            let allowed_km = places
                .iter()
                .find(is_city)
                .map_or(0.2, |it| it.precision_km);
            assert!(
                nearest <= allowed_km,
                "{}: {at:?} is {nearest:.2} km from the base map's",
                line.id
            );
        }
    }
}

#[test]
fn stations_and_bridges_stand_on_the_railway() {
    let chronicle = chronicle();
    let vertices = railways();
    let mut names: Vec<&str> = vertices.iter().map(|(line, ..)| line.as_str()).collect();
    names.dedup();
    let lines: Vec<Polyline> = names
        .iter()
        .filter_map(|name| {
            let points = vertices.iter().filter(|(line, ..)| line == name);
            Polyline::new(points.map(|(.., at)| *at).collect())
        })
        .collect();
    let parts = chronicle.parts();
    let railways = parts
        .lines
        .iter()
        .filter(|line| line.kind == LineKind::Railway);
    let on_railways: Vec<_> = railways.flat_map(|line| &line.places).collect();
    for (idx, place) in parts.places.iter().enumerate() {
        // A bridge may belong to a road.
        let idx = salname::model::PlaceIdx::new(idx);
        let is_of_railway = place.kind == PlaceKind::Station
            || place.kind == PlaceKind::Bridge && on_railways.iter().any(|it| it.0 == idx);
        if is_of_railway && place.precision_km < 5.0 {
            let km = lines
                .iter()
                .map(|line| line.distance_to_km(place.at))
                .fold(f64::MAX, f64::min);
            assert!(km < 1.0, "{} is {km:.2} km from the railway", place.id);
        }
    }
}

#[test]
fn the_base_map_covers_every_place() {
    let chronicle = chronicle();
    let assets = assets();
    let (min_zoom, max_zoom) = assets.basemap.zoom_range();
    let is_covered = |at: LonLat, zoom: u8| {
        let point = salname::geo::World::at_zoom(f64::from(zoom)).point_from_lon_lat(at);
        let key = salname::geo::TileKey {
            zoom,
            x: (point.x / 256.0) as u32,
            y: (point.y / 256.0) as u32,
        };
        assets.basemap.tile(key).is_some()
    };
    // In the Caucasus where things move, to the last zoom; of Moscow and Paris a coarse map does.
    let is_near = |at: LonLat| (36.0..52.0).contains(&at.lon) && (36.0..45.0).contains(&at.lat);
    let stops = chronicle.parts().tracks.iter().flat_map(|it| &it.stops);
    let on_tracks: Vec<_> = stops.map(|stop| stop.place).collect();
    for (idx, place) in chronicle.parts().places.iter().enumerate() {
        let is_on_track = on_tracks.contains(&salname::model::PlaceIdx::new(idx));
        let zoom = if is_on_track && is_near(place.at) {
            max_zoom
        } else {
            min_zoom
        };
        assert!(
            is_covered(place.at, zoom),
            "{} is off the base map",
            place.id
        );
    }
}
