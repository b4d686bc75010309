//! What a careful second reader would ask about records that are all well written.
//!
//! Nothing here is an error: a chronicle may be right and still deserve the question. So these
//! remarks are made only when someone asks for them, and a curator may leave them unanswered.

use super::check::Shelves;
use super::diagnostic::Severity;
use super::schema::ChronicleFile;
use super::shelf::{Entry, Log, Meta, Note, Shelf};
use super::spelling;
use crate::geo::Polyline;
use crate::model::{
    ActorIdx, Chronicle, Event, EventIdx, PlaceIdx, RelationKind, SideIdx, Status, Stop, Track,
    UnitSymbol,
};
use crate::time::Minute;
use std::collections::{BTreeMap, BTreeSet};

/// With fewer events than this, nobody loses the thread.
const MIN_EVENTS_FOR_BALANCE: usize = 40;
/// So many events of the greatest importance can be read at a glance.
const MAX_FIVES: usize = 14;
/// The largest share of events that may be of importance 4 or 5.
const MAX_SHARE_OF_GREAT: f64 = 0.25;

/// Say everything that a second reader would ask.
pub(super) fn review(
    log: &mut Log,
    head: &Entry<ChronicleFile>,
    shelves: &Shelves,
    chronicle: &Chronicle,
) {
    let mut review = Review {
        log,
        shelves,
        chronicle,
    };
    review.balance(&head.meta);
    review.unused();
    for track in &chronicle.parts().tracks {
        review.speed(track);
    }
    review.two_places_at_once();
    for event in &chronicle.parts().events {
        review.relations(event);
    }
    spelling::check(log, head, shelves);
}

/// The greatest speed of an actor that holds for hours, in kilometres an hour: generous figures,
/// for what lies above them is a mistake in a date or a place.
fn max_speed_kmh(symbol: UnitSymbol) -> f64 {
    match symbol {
        // People and staffs may have taken a train.
        UnitSymbol::ArmouredTrain
        | UnitSymbol::Headquarters
        | UnitSymbol::Person
        | UnitSymbol::Body => 60.0,
        UnitSymbol::Cavalry => 8.0,
        UnitSymbol::Ship => 30.0,
        UnitSymbol::Infantry | UnitSymbol::Detachment => 6.0,
    }
}

struct Review<'a> {
    log: &'a mut Log,
    shelves: &'a Shelves,
    chronicle: &'a Chronicle,
}

impl<'a> Review<'a> {
    fn remark(&mut self, meta: Option<&Meta>, path: &str, note: Note) {
        if let Some(meta) = meta {
            self.log.say(meta, path, Severity::Remark, note);
        }
    }

    /// Importance means something only as long as little has much of it.
    fn balance(&mut self, head: &Meta) {
        let events = &self.chronicle.parts().events;
        if events.len() < MIN_EVENTS_FOR_BALANCE {
            return;
        }
        let fives = events.iter().filter(|event| event.importance == 5).count();
        let great = events.iter().filter(|event| event.importance >= 4).count();
        if fives > MAX_FIVES || fives == 0 {
            let note = Note::from(format!("{fives} events have importance 5"));
            let hint = format!("let 1 to {MAX_FIVES} of them tell the whole story");
            self.remark(Some(head), "", note.hint(hint));
        }
        if great as f64 > events.len() as f64 * MAX_SHARE_OF_GREAT {
            let note = Note::from(format!(
                "{great} of {} events have importance 4 or 5",
                events.len()
            ));
            let hint = "keep a quarter at most, or labels say nothing of what matters";
            self.remark(Some(head), "", note.hint(hint));
        }
    }

    /// Records that no other record names.
    fn unused(&mut self) {
        let used = Used::of(self.chronicle);
        let parts = self.chronicle.parts();
        let shelves = self.shelves;
        let ids = |is_used: &BTreeSet<usize>, ids: Vec<&'a str>| -> Vec<&'a str> {
            let unused = ids.into_iter().enumerate();
            unused
                .filter(|(idx, _)| !is_used.contains(idx))
                .map(|(_, id)| id)
                .collect()
        };
        let places = ids(
            &used.places,
            parts.places.iter().map(|it| &*it.id).collect(),
        );
        let actors = ids(
            &used.actors,
            parts.actors.iter().map(|it| &*it.id).collect(),
        );
        let sources = ids(
            &used.sources,
            parts.sources.iter().map(|it| &*it.id).collect(),
        );
        let sides = ids(&used.sides, parts.sides.iter().map(|it| &*it.id).collect());
        self.tell_unused(&shelves.places, &places);
        self.tell_unused(&shelves.actors, &actors);
        self.tell_unused(&shelves.sources, &sources);
        self.tell_unused(&shelves.sides, &sides);
        let tracks = shelves.tracks.entries.iter();
        let stops = tracks
            .filter_map(|entry| entry.value.as_ref())
            .flat_map(|it| &it.stops);
        let followed: BTreeSet<&str> = stops.filter_map(|stop| stop.along.as_deref()).collect();
        let lines = parts.lines.iter().map(|it| &*it.id);
        let lines: Vec<&str> = lines.filter(|id| !followed.contains(id)).collect();
        self.tell_unused(&shelves.lines, &lines);
    }

    fn tell_unused<T>(&mut self, shelf: &Shelf<T>, ids: &[&str]) {
        for id in ids {
            let note = Note::from(format!("no other record names this {}", shelf.word));
            let hint = "name it where it belongs, or take it out";
            self.remark(meta_of(shelf, id), "", note.hint(hint));
        }
    }

    /// Ways between stops that nobody could have covered in the time; a note at the stop is taken
    /// as the explanation.
    fn speed(&mut self, track: &Track) {
        let limit = max_speed_kmh(self.chronicle.actor(track.actor).symbol);
        for (idx, pair) in track.stops.windows(2).enumerate() {
            let km = self.way_km(&pair[0], &pair[1]);
            let Some(hours) = most_hours(&pair[0], &pair[1]) else {
                continue;
            };
            if km <= limit * hours || !pair[1].note.is_empty() {
                continue;
            }
            let note = Note::from(format!(
                "{km:.0} km in {hours:.1} hours at most; such an actor covers {:.0}",
                limit * hours
            ));
            let hint = "look at the dates, or explain it in the stop's `note`";
            let path = format!("stops[{}].date", idx + 1);
            self.remark(
                meta_of(&self.shelves.tracks, &track.id),
                &path,
                note.hint(hint),
            );
        }
    }

    /// The length of the way to a stop, less what the places' positions leave open.
    fn way_km(&self, from: &Stop, to: &Stop) -> f64 {
        let place = |stop: &Stop| self.chronicle.place(stop.place);
        let straight = || place(from).at.distance_km(place(to).at);
        let km = to
            .course
            .as_ref()
            .map_or_else(straight, Polyline::length_km);
        (km - place(from).precision_km - place(to).precision_km).max(0.0)
    }

    /// One actor on two tracks of what happened, at two places that lie too far apart.
    fn two_places_at_once(&mut self) {
        let mut stops: BTreeMap<_, Vec<(&Track, usize)>> = BTreeMap::new();
        let parts = self.chronicle.parts();
        for track in &parts.tracks {
            if track.status == Status::Actual {
                let all = (0..track.stops.len()).map(|stop| (track, stop));
                stops.entry(track.actor).or_default().extend(all);
            }
        }
        for (actor, stops) in stops {
            let limit = max_speed_kmh(self.chronicle.actor(actor).symbol);
            for (number, &(track, stop)) in stops.iter().enumerate() {
                let others = stops[..number].iter();
                for &(other_track, other) in others.filter(|(it, _)| it.id != track.id) {
                    let (here, there) = (&track.stops[stop], &other_track.stops[other]);
                    self.tell_if_apart(track, stop, here, other_track, there, limit);
                }
            }
        }
    }

    fn tell_if_apart(
        &mut self,
        track: &Track,
        stop: usize,
        here: &Stop,
        other_track: &Track,
        there: &Stop,
        limit: f64,
    ) {
        let hours = match (most_hours(here, there), most_hours(there, here)) {
            (Some(a), Some(b)) => a.max(b),
            _ => return,
        };
        let place = |stop: &Stop| self.chronicle.place(stop.place);
        let (a, b) = (place(here), place(there));
        let km = a.at.distance_km(b.at) - a.precision_km - b.precision_km;
        if km <= limit * hours || !here.note.is_empty() || !there.note.is_empty() {
            return;
        }
        let note = Note::from(format!(
            "the same actor is at `{}` on the track `{}`, {km:.0} km away, within {hours:.1} hours",
            b.id, other_track.id
        ));
        let hint = "look at the dates, split the actor, or explain it in a `note`";
        let path = format!("stops[{stop}]");
        self.remark(
            meta_of(&self.shelves.tracks, &track.id),
            &path,
            note.hint(hint),
        );
    }

    /// A part lies within its whole; nothing comes before its cause or before its question.
    fn relations(&mut self, event: &Event) {
        // What an order demands lies after the order that it is a part of.
        let is_plan = event.status == Status::Planned;
        for (idx, relation) in event.relations.iter().enumerate() {
            let other = self.chronicle.event(relation.to);
            let (here, there) = (event.when.bounds(), other.when.bounds());
            let ends_before = here.outer().1.zip(there.outer().0).is_some_and(is_before);
            let begins_after = there.outer().1.zip(here.outer().0).is_some_and(is_before);
            let what = match relation.kind {
                RelationKind::PartOf if ends_before => "is over before its whole begins",
                RelationKind::PartOf if begins_after && !is_plan => {
                    "begins after its whole is over"
                }
                RelationKind::CausedBy if ends_before => "is over before its cause",
                RelationKind::Answers if ends_before => "is over before what it answers",
                _ => continue,
            };
            let note = Note::from(format!(
                "this {what}, `{}` ({})",
                other.id,
                other.when.text()
            ));
            let hint = "look at both dates and at the relation";
            self.remark(
                meta_of(&self.shelves.events, &event.id),
                &format!("relations[{idx}]"),
                note.hint(hint),
            );
        }
    }
}

fn is_before((end, start): (Minute, Minute)) -> bool {
    end <= start
}

/// The most time that may lie between being at one stop and at another; `None` if it is unbounded.
fn most_hours(from: &Stop, to: &Stop) -> Option<f64> {
    let (start, end) = (from.when.bounds().outer().0?, to.when.bounds().outer().1?);
    Some(((end.0 - start.0) as f64 / 60.0).max(0.0))
}

fn meta_of<'a, T>(shelf: &'a Shelf<T>, id: &str) -> Option<&'a Meta> {
    shelf.entry(id).map(|entry| &shelf.entries[entry].meta)
}

/// Which records of each kind are named by another.
#[derive(Default)]
struct Used {
    sides: BTreeSet<usize>,
    places: BTreeSet<usize>,
    actors: BTreeSet<usize>,
    sources: BTreeSet<usize>,
}

impl Used {
    fn of(chronicle: &Chronicle) -> Self {
        let mut used = Self::default();
        let parts = chronicle.parts();
        for actor in &parts.actors {
            used.actors.extend(actor.parent.map(ActorIdx::idx));
            used.sides.extend(actor.side.map(SideIdx::idx));
        }
        for source in &parts.sources {
            used.sources
                .extend(source.through.iter().map(|it| it.idx()));
        }
        for line in &parts.lines {
            used.places.extend(line.places.iter().map(|it| it.0.idx()));
        }
        for idx in 0..parts.events.len() {
            used.add_event(chronicle.event(EventIdx::new(idx)));
        }
        for track in &parts.tracks {
            used.actors.insert(track.actor.idx());
            for stop in &track.stops {
                used.places.insert(stop.place.idx());
                used.add_accounts(&stop.accounts);
            }
        }
        used
    }

    fn add_event(&mut self, event: &Event) {
        self.add_place(event.place);
        self.actors.extend(event.actors.iter().map(|it| it.idx()));
        if let Some(message) = &event.message {
            let people = message.from.iter().chain(&message.to);
            self.actors.extend(people.map(|it| it.idx()));
            self.add_place(message.sent_from);
            self.add_place(message.sent_to);
        }
        self.add_accounts(&event.accounts);
    }

    fn add_accounts(&mut self, accounts: &[crate::model::Account]) {
        for account in accounts {
            self.sources.insert(account.source.idx());
            self.add_place(account.place);
        }
    }

    fn add_place(&mut self, place: Option<PlaceIdx>) {
        self.places.extend(place.map(PlaceIdx::idx));
    }
}
