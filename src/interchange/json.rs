//! A chronicle as flat JSON: everything in it, in plain lists, with ids for references.
//!
//! The lists keep the order of the chronicle's files. Texts are objects by language code with
//! the languages that they have, `{}` if they have none. What a record does not have is `null`.
//! Moments are civil time in the proleptic Gregorian calendar without a zone. Every date is a
//! half-open interval with bounds: it begins from `earliest_start` to `latest_start` and is over
//! from `earliest_end` to `latest_end`; `null` is open or unknown.
//!
//! ```json
//! {
//!   "salname": 1,
//!   "id": "april-1920", "version": "1.0", "licence": "CC BY 4.0",
//!   "title": {"en": "April 1920"}, "summary": {}, "about": {},
//!   "opening": {
//!     "window": ["1920-04-25T00:00", "1920-05-01T00:00"], "at": "1920-04-27T00:03",
//!     "camera": {"lon": 49.0, "lat": 40.9, "zoom": 7.0}, "event": "samur-bridge"
//!   },
//!   "events": [{
//!     "id": "samur-bridge", "title": {"en": "…"}, "summary": {"en": "…"}, "kind": "movement",
//!     "date": {
//!       "written": "1920-04-27T00:03", "edtf": "1920-04-27T00:03", "calendar": "gregorian",
//!       "earliest_start": "1920-04-27T00:03", "latest_start": "1920-04-27T00:04",
//!       "earliest_end": "1920-04-27T00:03", "latest_end": "1920-04-27T00:04"
//!     },
//!     "date_reason": {}, "order": 0,
//!     "place": "samur-bridge", "lon": 48.5, "lat": 41.8,
//!     "actors": ["armoured-trains"], "side": "red-army", "status": "actual", "importance": 5,
//!     "message": {"from": [], "to": [], "sent_from": "petrovsk", "sent_to": null},
//!     "accounts": [{
//!       "source": "article", "through": null, "locator": {"kind": "paragraph", "value": 3},
//!       "says": {"en": "…"}, "date": null, "place": null,
//!       "counts": [{"what": "dead", "value": 2.0, "to": null, "approximate": false, "note": {}}],
//!       "excerpt": {"exact": "…", "prefix": "", "suffix": "", "rendering": {"en": "…"}},
//!       "inference": {}
//!     }],
//!     "relations": [{"kind": "fulfils", "to": "order-52"}],
//!     "disagreement": {}, "differences": ["time", "count:dead"]
//!   }],
//!   "places": [{"id", "name", "old_name", "kind", "lon", "lat", "precision_km", "importance",
//!               "note"}],
//!   "lines": [{"id", "name", "kind", "coordinates": [[lon, lat]],
//!              "places": [{"place", "km"}]}],
//!   "actors": [{"id", "name", "short", "kind", "symbol", "side", "parent", "office"}],
//!   "sides": [{"id", "name", "hue"}],
//!   "sources": [{"id", "title", "title_meaning", "author", "published", "kind", "language",
//!                "standpoint", "through", "text_file"}],
//!   "tracks": [{"id", "title", "actor", "status",
//!               "stops": [{"place", "lon", "lat", "date", "course": [[lon, lat]], "event",
//!                          "accounts", "note"}]}],
//!   "scenes": [{"id", "title", "text", "opening"}]
//! }
//! ```
//!
//! A `course` is the way from the stop before; `null` means straight and conjectural.

use crate::geo::Polyline;
use crate::model::{
    Account, Actor, ActorIdx, Chronicle, Difference, Event, EventIdx, Line, LocalText, Locator,
    Message, Opening, Place, PlaceIdx, Side, Source, SourceIdx, Stop, Track,
};
use crate::time::{Calendar, Minute, When};
use serde_json::{Value, json};

/// The version of this shape of JSON.
const SHAPE: u32 = 1;

/// The whole chronicle; the module's documentation describes the shape.
///
/// Equal chronicles give equal values, in the same order.
pub fn json_from_chronicle(chronicle: &Chronicle) -> Value {
    let parts = chronicle.parts();
    let events = (0..parts.events.len()).map(EventIdx::new);
    let events: Vec<Value> = events.map(|event| event_json(chronicle, event)).collect();
    let scenes = parts.scenes.iter().map(|scene| {
        json!({
            "id": scene.id,
            "title": text(&scene.title),
            "text": text(&scene.text),
            "opening": opening_json(chronicle, &scene.opening),
        })
    });
    json!({
        "salname": SHAPE,
        "id": parts.id,
        "version": parts.version,
        "licence": parts.licence,
        "title": text(&parts.title),
        "summary": text(&parts.summary),
        "about": text(&parts.about),
        "opening": opening_json(chronicle, &parts.opening),
        "events": events,
        "places": list(&parts.places, place_json),
        "lines": list(&parts.lines, |line| line_json(chronicle, line)),
        "actors": list(&parts.actors, |actor| actor_json(chronicle, actor)),
        "sides": list(&parts.sides, side_json),
        "sources": list(&parts.sources, |source| source_json(chronicle, source)),
        "tracks": list(&parts.tracks, |track| track_json(chronicle, track)),
        "scenes": scenes.collect::<Vec<Value>>(),
    })
}

fn list<T>(records: &[T], json: impl Fn(&T) -> Value) -> Vec<Value> {
    records.iter().map(json).collect()
}

fn text(text: &LocalText) -> Value {
    text.iter()
        .map(|(language, words)| (language.code().to_owned(), json!(words)))
        .collect()
}

fn event_json(chronicle: &Chronicle, idx: EventIdx) -> Value {
    let event: &Event = chronicle.event(idx);
    let at = event.place.map(|place| chronicle.place(place).at);
    let relations = event.relations.iter().map(
        |relation| json!({"kind": relation.kind.key(), "to": chronicle.event(relation.to).id}),
    );
    let differences = chronicle
        .differences(&event.accounts)
        .into_iter()
        .map(difference_key);
    json!({
        "id": event.id,
        "title": text(&event.title),
        "summary": text(&event.summary),
        "kind": event.kind.key(),
        "date": date_json(&event.when),
        "date_reason": text(&event.date_reason),
        "order": event.order,
        "place": place_id(chronicle, event.place),
        "lon": at.map(|at| at.lon),
        "lat": at.map(|at| at.lat),
        "actors": actor_ids(chronicle, &event.actors),
        "message": event.message.as_ref().map(|message| message_json(chronicle, message)),
        "side": chronicle.side_of_event(idx).map(|side| &chronicle.side(side).id),
        "status": event.status.key(),
        "importance": event.importance,
        "accounts": list(&event.accounts, |account| account_json(chronicle, account)),
        "relations": relations.collect::<Vec<_>>(),
        "disagreement": text(&event.disagreement),
        "differences": differences.collect::<Vec<_>>(),
    })
}

fn difference_key(difference: Difference) -> String {
    match difference {
        Difference::Time => "time".to_owned(),
        Difference::Place => "place".to_owned(),
        Difference::Count(what) => format!("count:{}", what.key()),
    }
}

fn place_id(chronicle: &Chronicle, place: Option<PlaceIdx>) -> Option<&str> {
    place.map(|place| &*chronicle.place(place).id)
}

fn account_json(chronicle: &Chronicle, account: &Account) -> Value {
    let counts = account.counts.iter().map(|count| {
        json!({
            "what": count.what.key(),
            "value": count.value,
            "to": count.to,
            "approximate": count.approximate,
            "note": text(&count.note),
        })
    });
    let excerpt = account.excerpt.as_ref().map(|excerpt| {
        json!({
            "exact": excerpt.exact,
            "prefix": excerpt.prefix,
            "suffix": excerpt.suffix,
            "rendering": text(&excerpt.rendering),
        })
    });
    json!({
        "source": chronicle.source(account.source).id,
        "through": account.through.map(|through| &chronicle.source(through).id),
        "locator": account.locator.as_ref().map(locator_json),
        "says": text(&account.says),
        "date": account.when.as_ref().map(date_json),
        "place": place_id(chronicle, account.place),
        "counts": counts.collect::<Vec<_>>(),
        "excerpt": excerpt,
        "inference": text(&account.inference),
    })
}

fn locator_json(locator: &Locator) -> Value {
    match locator {
        Locator::Page(page) => json!({"kind": "page", "value": page}),
        Locator::Paragraph(number) => json!({"kind": "paragraph", "value": number}),
        Locator::Footnote(number) => json!({"kind": "footnote", "value": number}),
        Locator::Section(name) => json!({"kind": "section", "value": text(name)}),
    }
}

fn date_json(when: &When) -> Value {
    let bounds = when.bounds();
    let calendar = match when.calendar() {
        Calendar::Gregorian => "gregorian",
        Calendar::Julian => "julian",
    };
    json!({
        "written": when.text(),
        "edtf": when.edtf(),
        "calendar": calendar,
        "earliest_start": bounds.start_earliest.map(iso_from_minute),
        "latest_start": bounds.start_latest.map(iso_from_minute),
        "earliest_end": bounds.end_earliest.map(iso_from_minute),
        "latest_end": bounds.end_latest.map(iso_from_minute),
    })
}

/// ISO 8601 with astronomical years, to the minute, without a zone.
fn iso_from_minute(minute: Minute) -> String {
    let civil = minute.civil();
    let sign = if civil.year < 0 { "-" } else { "" };
    format!(
        "{sign}{:04}-{:02}-{:02}T{:02}:{:02}",
        civil.year.unsigned_abs(),
        civil.month,
        civil.day,
        civil.hour,
        civil.minute
    )
}

fn opening_json(chronicle: &Chronicle, opening: &Opening) -> Value {
    // A window's ends may lie between minutes; the picture is the same to the minute.
    let minute = |at: f64| iso_from_minute(Minute(at.round() as i64));
    json!({
        "window": [minute(opening.window.from), minute(opening.window.to)],
        "at": iso_from_minute(opening.cursor),
        "camera": {
            "lon": opening.camera.center.lon,
            "lat": opening.camera.center.lat,
            "zoom": opening.camera.zoom,
        },
        "event": opening.event.map(|event| &chronicle.event(event).id),
    })
}

fn place_json(place: &Place) -> Value {
    json!({
        "id": place.id,
        "name": text(&place.name),
        "old_name": text(&place.old_name),
        "kind": place.kind.key(),
        "lon": place.at.lon,
        "lat": place.at.lat,
        "precision_km": place.precision_km,
        "importance": place.importance,
        "note": text(&place.note),
    })
}

fn coordinates(course: &Polyline) -> Vec<[f64; 2]> {
    course.points().iter().map(|at| [at.lon, at.lat]).collect()
}

fn line_json(chronicle: &Chronicle, line: &Line) -> Value {
    let places = line.places.iter();
    let places = places.map(|&(place, km)| json!({"place": chronicle.place(place).id, "km": km}));
    json!({
        "id": line.id,
        "name": text(&line.name),
        "kind": line.kind.key(),
        "coordinates": coordinates(&line.course),
        "places": places.collect::<Vec<_>>(),
    })
}

fn actor_json(chronicle: &Chronicle, actor: &Actor) -> Value {
    json!({
        "id": actor.id,
        "name": text(&actor.name),
        "short": text(&actor.short),
        "kind": actor.kind.key(),
        "symbol": actor.symbol.key(),
        "side": actor.side.map(|side| &chronicle.side(side).id),
        "parent": actor.parent.map(|parent| &chronicle.actor(parent).id),
        "office": text(&actor.office),
    })
}

fn side_json(side: &Side) -> Value {
    json!({"id": side.id, "name": text(&side.name), "hue": side.hue})
}

fn source_json(chronicle: &Chronicle, source: &Source) -> Value {
    json!({
        "id": source.id,
        "title": source.title,
        "title_meaning": text(&source.title_meaning),
        "author": text(&source.author),
        "published": text(&source.published),
        "kind": source.kind.key(),
        "language": source.language,
        "standpoint": text(&source.standpoint),
        "through": source_ids(chronicle, &source.through),
        "text_file": source.text_file,
    })
}

fn source_ids<'a>(chronicle: &'a Chronicle, sources: &[SourceIdx]) -> Vec<&'a str> {
    let ids = sources.iter().map(|&source| &*chronicle.source(source).id);
    ids.collect()
}

fn message_json(chronicle: &Chronicle, message: &Message) -> Value {
    json!({
        "from": actor_ids(chronicle, &message.from),
        "to": actor_ids(chronicle, &message.to),
        "sent_from": place_id(chronicle, message.sent_from),
        "sent_to": place_id(chronicle, message.sent_to),
    })
}

fn actor_ids<'a>(chronicle: &'a Chronicle, actors: &[ActorIdx]) -> Vec<&'a str> {
    let ids = actors.iter().map(|&actor| &*chronicle.actor(actor).id);
    ids.collect()
}

fn track_json(chronicle: &Chronicle, track: &Track) -> Value {
    json!({
        "id": track.id,
        "title": text(&track.title),
        "actor": chronicle.actor(track.actor).id,
        "status": track.status.key(),
        "stops": list(&track.stops, |stop| stop_json(chronicle, stop)),
    })
}

fn stop_json(chronicle: &Chronicle, stop: &Stop) -> Value {
    let place = chronicle.place(stop.place);
    json!({
        "place": place.id,
        "lon": place.at.lon,
        "lat": place.at.lat,
        "date": date_json(&stop.when),
        "course": stop.course.as_ref().map(coordinates),
        "event": stop.event.map(|event| &chronicle.event(event).id),
        "accounts": list(&stop.accounts, |account| account_json(chronicle, account)),
        "note": text(&stop.note),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::civil;

    #[test]
    fn moments_are_iso_with_astronomical_years() {
        let iso = |year| iso_from_minute(Minute::from_civil(civil(year, 2, 3, 4, 5).unwrap()));
        assert_eq!(iso(1920), "1920-02-03T04:05");
        assert_eq!(iso(-43), "-0043-02-03T04:05");
        assert_eq!(iso(0), "0000-02-03T04:05");
    }
}
