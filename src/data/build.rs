//! Checked records → the model: references become indices, dates become times.

use super::check::Shelves;
use super::schema::{
    AccountFile, ChronicleFile, CountFile, EventFile, LinePoint, LocatorFile, MessageFile,
    OpeningFile, StopFile, TrackFile,
};
use super::shelf::{Entry, Log, Meta};
use crate::geo::{LonLat, Polyline};
use crate::model::{
    Account, Actor, ActorIdx, Camera, Chronicle, ChronicleParts, Count, Event, EventIdx, Excerpt,
    Line, Locator, Message, Opening, Place, PlaceIdx, Relation, Scene, Side, SideIdx, Source,
    SourceIdx, Stop, Track,
};
use crate::time::{Minute, When, Window};

/// How much of a window of its own a chronicle gets around its events if its file gives none.
const FALLBACK_MARGIN: f64 = 0.05;

/// Make the chronicle of all records that stay.
pub(super) fn chronicle_from_records(
    log: &mut Log,
    file: &Entry<ChronicleFile>,
    shelves: &mut Shelves,
) -> Option<Chronicle> {
    let head = file.value.as_ref()?;
    shelves.sides.settle();
    shelves.places.settle();
    shelves.sources.settle();
    shelves.actors.settle();
    let sides = sides(shelves);
    let places = places(shelves);
    let sources = sources(shelves, log);
    let actors = actors(shelves, log);
    let lines = lines(shelves, log, &places);
    let events = events(shelves, log);
    let tracks = tracks(shelves, log, &lines, &places);
    let scenes = scenes(shelves, log);
    let opening = opening(shelves, log, &file.meta, &head.opening);
    let parts = ChronicleParts {
        id: head.id.as_str().into(),
        version: head.version.as_str().into(),
        title: head.title.local.clone(),
        summary: head.summary.local.clone(),
        about: head.about.local.clone(),
        licence: head.licence.as_str().into(),
        opening: opening.clone().unwrap_or_else(|| plain_opening(&places)),
        sides,
        places,
        lines,
        actors,
        sources,
        events,
        tracks,
        scenes,
    };
    tell_missed(shelves, log);
    let chronicle = Chronicle::new(parts);
    Some(if opening.is_some() {
        chronicle
    } else {
        with_window_of_events(chronicle)
    })
}

fn tell_missed(shelves: &Shelves, log: &mut Log) {
    shelves.sides.tell_missed(log);
    shelves.places.tell_missed(log);
    shelves.lines.tell_missed(log);
    shelves.actors.tell_missed(log);
    shelves.sources.tell_missed(log);
    shelves.events.tell_missed(log);
}

/// The values of the records that stay, with what is known of each.
macro_rules! kept {
    ($shelf:expr) => {
        $shelf
            .entries
            .iter()
            .filter(|entry| !entry.meta.is_bad)
            .filter_map(|entry| Some((&entry.meta, entry.value.as_ref()?)))
    };
}

fn sides(shelves: &Shelves) -> Vec<Side> {
    let side_from = |(meta, side): (&Meta, &super::schema::SideFile)| Side {
        id: meta.id.as_str().into(),
        name: side.name.local.clone(),
        hue: side.hue,
    };
    kept!(shelves.sides).map(side_from).collect()
}

fn places(shelves: &Shelves) -> Vec<Place> {
    let place_from = |(meta, place): (&Meta, &super::schema::PlaceFile)| Place {
        id: meta.id.as_str().into(),
        name: place.name.local.clone(),
        old_name: place.old_name.local.clone(),
        kind: place.kind,
        at: LonLat::new(place.lon, place.lat),
        precision_km: place.precision_km,
        importance: place.importance,
        note: place.note.local.clone(),
    };
    kept!(shelves.places).map(place_from).collect()
}

fn sources(shelves: &mut Shelves, log: &mut Log) -> Vec<Source> {
    let through = resolve_own(&mut shelves.sources, log, |source| source.through.clone());
    let records = kept!(shelves.sources).zip(through);
    let source_from =
        |((meta, source), through): ((&Meta, &super::schema::SourceFile), Vec<usize>)| Source {
            id: meta.id.as_str().into(),
            title: source.title.as_str().into(),
            title_meaning: source.title_meaning.local.clone(),
            author: source.author.local.clone(),
            published: source.published.local.clone(),
            kind: source.kind,
            language: source.language.as_str().into(),
            standpoint: source.standpoint.local.clone(),
            through: through.into_iter().map(SourceIdx::new).collect(),
            text_file: source.text_file.as_deref().map(Into::into),
        };
    records.map(source_from).collect()
}

fn actors(shelves: &mut Shelves, log: &mut Log) -> Vec<Actor> {
    let parents = resolve_own(&mut shelves.actors, log, |actor| {
        actor.parent.iter().cloned().collect()
    });
    let mut actors = Vec::new();
    for ((meta, actor), parent) in kept!(shelves.actors).zip(parents) {
        let side = actor
            .side
            .as_deref()
            .and_then(|id| shelves.sides.resolve(id, log, meta));
        actors.push(Actor {
            id: meta.id.as_str().into(),
            name: actor.name.local.clone(),
            short: actor.short.local.clone(),
            kind: actor.kind,
            symbol: actor.symbol,
            side: side.map(SideIdx::new),
            parent: parent.first().copied().map(ActorIdx::new),
            office: actor.office.local.clone(),
        });
    }
    actors
}

/// For each record that stays, the positions of the others of its kind that it names.
fn resolve_own<T>(
    shelf: &mut super::shelf::Shelf<T>,
    log: &mut Log,
    named: impl Fn(&T) -> Vec<String>,
) -> Vec<Vec<usize>> {
    let entries = std::mem::take(&mut shelf.entries);
    let mut positions = Vec::new();
    for (meta, value) in entries
        .iter()
        .filter(|entry| !entry.meta.is_bad)
        .filter_map(|entry| Some((&entry.meta, entry.value.as_ref()?)))
    {
        let ids = named(value).into_iter();
        positions.push(ids.filter_map(|id| shelf.resolve(&id, log, meta)).collect());
    }
    shelf.entries = entries;
    positions
}

fn lines(shelves: &mut Shelves, log: &mut Log, places: &[Place]) -> Vec<Line> {
    let mut entries = std::mem::take(&mut shelves.lines.entries);
    let mut lines = Vec::new();
    for entry in entries.iter_mut().filter(|entry| !entry.meta.is_bad) {
        let Some(file) = &entry.value else { continue };
        let mut points = Vec::new();
        let mut stops = Vec::new();
        for point in &file.points {
            match point {
                LinePoint::At(lon, lat) => points.push(LonLat::new(*lon, *lat)),
                LinePoint::Place(id) => {
                    if let Some(place) = shelves.places.resolve(id, log, &entry.meta) {
                        stops.push((PlaceIdx::new(place), points.len()));
                        points.push(places[place].at);
                    }
                }
            }
        }
        // Too many of its places may have been left out.
        let Some(course) = Polyline::new(points) else {
            entry.meta.is_bad = true;
            continue;
        };
        let distance = |&(place, point): &(PlaceIdx, usize)| (place, course.distances_km()[point]);
        lines.push(Line {
            id: entry.meta.id.as_str().into(),
            name: file.name.local.clone(),
            kind: file.kind,
            places: stops.iter().map(distance).collect(),
            course,
        });
    }
    shelves.lines.entries = entries;
    shelves.lines.settle();
    lines
}

fn events(shelves: &mut Shelves, log: &mut Log) -> Vec<Event> {
    let mut entries = std::mem::take(&mut shelves.events.entries);
    let mut events = Vec::new();
    for entry in entries.iter_mut().filter(|entry| !entry.meta.is_bad) {
        match entry
            .value
            .as_ref()
            .and_then(|file| event(shelves, log, &entry.meta, file))
        {
            Some(event) => events.push(event),
            None => entry.meta.is_bad = true,
        }
    }
    shelves.events.entries = entries;
    shelves.events.settle();
    // Only now it is known which events there are to be related to.
    let relations = relations(shelves, log);
    for (event, relations) in events.iter_mut().zip(relations) {
        event.relations = relations;
    }
    events
}

fn relations(shelves: &mut Shelves, log: &mut Log) -> Vec<Vec<Relation>> {
    let entries = std::mem::take(&mut shelves.events.entries);
    let mut all = Vec::new();
    for entry in entries.iter().filter(|entry| !entry.meta.is_bad) {
        let Some(file) = &entry.value else { continue };
        let mut relations = Vec::new();
        for relation in &file.relations {
            if let Some(to) = shelves.events.resolve(&relation.to, log, &entry.meta) {
                relations.push(Relation {
                    kind: relation.kind,
                    to: EventIdx::new(to),
                });
            }
        }
        all.push(relations);
    }
    shelves.events.entries = entries;
    all
}

/// An event without its relations; `None` if nothing is left that it rests on.
fn event(shelves: &mut Shelves, log: &mut Log, meta: &Meta, file: &EventFile) -> Option<Event> {
    let accounts = accounts(shelves, log, meta, &file.accounts);
    if accounts.is_empty() {
        return None;
    }
    let actors = actors_named(shelves, log, meta, &file.actors);
    let message = file
        .message
        .as_ref()
        .map(|file| message(shelves, log, meta, file));
    Some(Event {
        id: meta.id.as_str().into(),
        title: file.title.local.clone(),
        summary: file.summary.local.clone(),
        kind: file.kind,
        when: When::parse(&file.date).ok()?,
        date_reason: file.date_reason.local.clone(),
        order: file.order,
        place: place(shelves, log, meta, file.place.as_deref()),
        actors,
        message,
        status: file.status,
        importance: file.importance,
        accounts,
        relations: Vec::new(),
        disagreement: file.disagreement.local.clone(),
    })
}

fn actors_named(shelves: &mut Shelves, log: &Log, meta: &Meta, ids: &[String]) -> Vec<ActorIdx> {
    let ids = ids.iter();
    ids.filter_map(|id| shelves.actors.resolve(id, log, meta).map(ActorIdx::new))
        .collect()
}

fn message(shelves: &mut Shelves, log: &mut Log, meta: &Meta, file: &MessageFile) -> Message {
    Message {
        from: actors_named(shelves, log, meta, &file.from),
        to: actors_named(shelves, log, meta, &file.to),
        sent_from: place(shelves, log, meta, file.sent_from.as_deref()),
        sent_to: place(shelves, log, meta, file.sent_to.as_deref()),
    }
}

fn place(shelves: &mut Shelves, log: &mut Log, meta: &Meta, id: Option<&str>) -> Option<PlaceIdx> {
    shelves.places.resolve(id?, log, meta).map(PlaceIdx::new)
}

fn accounts(
    shelves: &mut Shelves,
    log: &mut Log,
    meta: &Meta,
    files: &[AccountFile],
) -> Vec<Account> {
    let mut accounts = Vec::new();
    for file in files {
        let Some(source) = shelves.sources.resolve(&file.source, log, meta) else {
            continue;
        };
        accounts.push(Account {
            source: SourceIdx::new(source),
            through: read_in(shelves, log, meta, file).map(SourceIdx::new),
            locator: file.locator.as_ref().map(locator_from_file),
            says: file.says.local.clone(),
            when: file.date.as_deref().and_then(|date| When::parse(date).ok()),
            place: place(shelves, log, meta, file.place.as_deref()),
            counts: file.counts.iter().map(count_from_file).collect(),
            excerpt: file.excerpt.as_ref().map(|excerpt| Excerpt {
                exact: excerpt.exact.as_str().into(),
                prefix: excerpt.prefix.as_str().into(),
                suffix: excerpt.suffix.as_str().into(),
                rendering: excerpt.rendering.local.clone(),
            }),
            inference: file.inference.local.clone(),
        });
    }
    accounts
}

/// The source that an account was read in: the one that it names, else the only one there is.
fn read_in(shelves: &mut Shelves, log: &Log, meta: &Meta, file: &AccountFile) -> Option<usize> {
    let entry = shelves.sources.entry(&file.source)?;
    let record = shelves.sources.entries[entry].value.as_ref()?;
    let id = match (&file.through, record.through.as_slice()) {
        (Some(id), _) => id.clone(),
        (None, [only]) => only.clone(),
        (None, _) => return None,
    };
    shelves.sources.resolve(&id, log, meta)
}

fn locator_from_file(file: &LocatorFile) -> Locator {
    match file {
        LocatorFile::Page(page) => Locator::Page(page.as_str().into()),
        LocatorFile::Paragraph(number) => Locator::Paragraph(*number),
        LocatorFile::Footnote(number) => Locator::Footnote(*number),
        LocatorFile::Section(name) => Locator::Section(name.local.clone()),
    }
}

fn count_from_file(file: &CountFile) -> Count {
    Count {
        what: file.what,
        value: file.value,
        to: file.to,
        approximate: file.approximate,
        note: file.note.local.clone(),
    }
}

fn tracks(shelves: &mut Shelves, log: &mut Log, lines: &[Line], places: &[Place]) -> Vec<Track> {
    let entries = std::mem::take(&mut shelves.tracks.entries);
    let mut tracks = Vec::new();
    for entry in entries.iter().filter(|entry| !entry.meta.is_bad) {
        let Some(file) = &entry.value else { continue };
        tracks.extend(track(shelves, log, &entry.meta, file, lines, places));
    }
    shelves.tracks.entries = entries;
    tracks
}

/// A track; `None` if its actor or all its stops are left out.
fn track(
    shelves: &mut Shelves,
    log: &mut Log,
    meta: &Meta,
    file: &TrackFile,
    lines: &[Line],
    places: &[Place],
) -> Option<Track> {
    let actor = shelves.actors.resolve(&file.actor, log, meta)?;
    let mut stops: Vec<Stop> = Vec::new();
    let mut is_gap = false;
    for file in &file.stops {
        let before = stops.last().map(|stop| stop.place).filter(|_| !is_gap);
        match stop(shelves, log, meta, file, before, lines, places) {
            Some(stop) => stops.push(stop),
            None => is_gap = true,
        }
    }
    if stops.is_empty() {
        return None;
    }
    Some(Track {
        id: meta.id.as_str().into(),
        title: file.title.local.clone(),
        actor: ActorIdx::new(actor),
        status: file.status,
        stops,
    })
}

fn stop(
    shelves: &mut Shelves,
    log: &mut Log,
    meta: &Meta,
    file: &StopFile,
    before: Option<PlaceIdx>,
    lines: &[Line],
    places: &[Place],
) -> Option<Stop> {
    let place = place(shelves, log, meta, Some(&file.place))?;
    let accounts = accounts(shelves, log, meta, &file.accounts);
    let line = file
        .along
        .as_deref()
        .and_then(|id| shelves.lines.resolve(id, log, meta));
    let course = match (line, before) {
        (Some(line), Some(before)) => course_between(&lines[line], before, place, places),
        _ => None,
    };
    let event = file
        .event
        .as_deref()
        .and_then(|id| shelves.events.resolve(id, log, meta));
    Some(Stop {
        place,
        when: When::parse(&file.date).ok()?,
        course,
        event: event.map(EventIdx::new),
        accounts,
        note: file.note.local.clone(),
    })
}

/// The shortest piece of a line between two of its places.
fn course_between(line: &Line, from: PlaceIdx, to: PlaceIdx, places: &[Place]) -> Option<Polyline> {
    if from == to || places[from.idx()].at == places[to.idx()].at {
        return None;
    }
    let stations = |place: PlaceIdx| line.places.iter().filter(move |station| station.0 == place);
    let pairs = stations(from).flat_map(|a| stations(to).map(move |b| (a.1, b.1)));
    let (from_km, to_km) = pairs.min_by(|a, b| (a.0 - a.1).abs().total_cmp(&(b.0 - b.1).abs()))?;
    line.course.piece(from_km, to_km)
}

fn scenes(shelves: &mut Shelves, log: &mut Log) -> Vec<Scene> {
    let entries = std::mem::take(&mut shelves.scenes.entries);
    let mut scenes = Vec::new();
    for entry in entries.iter().filter(|entry| !entry.meta.is_bad) {
        let Some(file) = &entry.value else { continue };
        let Some(opening) = opening(shelves, log, &entry.meta, &file.opening) else {
            continue;
        };
        scenes.push(Scene {
            id: entry.meta.id.as_str().into(),
            title: file.title.local.clone(),
            text: file.text.local.clone(),
            opening,
        });
    }
    shelves.scenes.entries = entries;
    scenes
}

/// An opening; `None` if its time or camera makes no sense, which the checks have said.
fn opening(
    shelves: &mut Shelves,
    log: &mut Log,
    meta: &Meta,
    file: &OpeningFile,
) -> Option<Opening> {
    let window = When::parse(&file.window).ok()?.bounds();
    let cursor = When::parse(&file.at).ok()?.bounds().sort_minute();
    let center = LonLat::new(file.camera.lon, file.camera.lat);
    if !center.is_valid() || !file.camera.zoom.is_finite() {
        return None;
    }
    let event = file
        .event
        .as_deref()
        .and_then(|id| shelves.events.resolve(id, log, meta));
    Some(Opening {
        window: Window::from_bounds(&window, 0.0),
        cursor,
        camera: Camera {
            center,
            zoom: file.camera.zoom,
        },
        event: event.map(EventIdx::new),
    })
}

/// An opening that shows everything, for a chronicle whose own makes no sense.
fn plain_opening(places: &[Place]) -> Opening {
    /// A map of about this many points is assumed, for lack of a screen.
    const MAP_PX: f64 = 600.0;
    const MAX_ZOOM: f64 = 12.0;
    let bounds = crate::geo::GeoBounds::around(places.iter().map(|place| place.at));
    let (center, zoom) = bounds
        .map(|bounds| bounds.fitted(MAP_PX, MAP_PX, MAX_ZOOM))
        .unwrap_or((LonLat::new(0.0, 0.0), 0.0));
    let camera = Camera { center, zoom };
    Opening {
        window: Window::ALL,
        cursor: Minute(0),
        camera,
        event: None,
    }
}

fn with_window_of_events(chronicle: Chronicle) -> Chronicle {
    let Some((from, to)) = chronicle.time_extent() else {
        return chronicle;
    };
    let mut parts = chronicle.parts().clone();
    let margin = (to.0 as f64 - from.0 as f64) * FALLBACK_MARGIN;
    parts.opening.window = Window::new(from.0 as f64 - margin, to.0 as f64 + margin);
    parts.opening.cursor = from;
    Chronicle::new(parts)
}
