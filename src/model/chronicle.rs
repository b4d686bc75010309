//! The validated whole: all records of one chronicle with the indices that views query.

use super::{
    Account, Actor, ActorIdx, CountKind, Event, EventIdx, Line, LineIdx, LocalText, Opening, Place,
    PlaceIdx, Scene, SceneIdx, Side, SideIdx, Source, SourceIdx, Stop, Track, TrackIdx,
};
use crate::geo::LonLat;
use crate::time::{Bounds, Minute, When};
use std::collections::{BTreeSet, HashMap};

/// What a chronicle is made of; references between the records are already resolved.
#[derive(Clone, Debug)]
pub struct ChronicleParts {
    /// The chronicle's id.
    pub id: Box<str>,
    /// The version of its contents.
    pub version: Box<str>,
    /// Its title.
    pub title: LocalText,
    /// What it tells, in a few sentences.
    pub summary: LocalText,
    /// Its sources, standpoint and editorial rules.
    pub about: LocalText,
    /// The licence of its records.
    pub licence: Box<str>,
    /// How it opens.
    pub opening: Opening,
    /// The sides.
    pub sides: Vec<Side>,
    /// The gazetteer.
    pub places: Vec<Place>,
    /// Railways, roads and sea lanes.
    pub lines: Vec<Line>,
    /// Units, people and bodies.
    pub actors: Vec<Actor>,
    /// The sources.
    pub sources: Vec<Source>,
    /// The events.
    pub events: Vec<Event>,
    /// The tracks.
    pub tracks: Vec<Track>,
    /// The scenes.
    pub scenes: Vec<Scene>,
}

/// A chronicle: immutable, validated, indexed.
#[derive(Clone, Debug)]
pub struct Chronicle {
    parts: ChronicleParts,
    /// Events by start, explicit order, end, and place in the files.
    by_time: Vec<EventIdx>,
    /// Where each event stands in `by_time`.
    rank_of_event: Vec<u32>,
    /// For each position of `by_time`, the latest end of all events up to it.
    latest_end: Vec<Minute>,
    event_by_id: HashMap<Box<str>, EventIdx>,
    events_at_place: Vec<Vec<EventIdx>>,
}

/// What the accounts of one event disagree about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Difference {
    /// When it was.
    Time,
    /// Where it was.
    Place,
    /// How many there were.
    Count(CountKind),
}

/// Where the actor of a track is at some moment.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Progress {
    /// At a stop, counted from 0.
    At(usize),
    /// Between this stop and the next, with the fraction of the way covered.
    Between(usize, f64),
}

impl Chronicle {
    /// Index these parts.
    pub fn new(parts: ChronicleParts) -> Self {
        let mut by_time: Vec<EventIdx> = (0..parts.events.len()).map(EventIdx::new).collect();
        by_time.sort_by_key(|&event| {
            let record = &parts.events[event.idx()];
            let bounds = record.when.bounds();
            (
                bounds.sort_minute(),
                record.order,
                end_minute(&bounds),
                event,
            )
        });
        let mut rank_of_event = vec![0; parts.events.len()];
        let mut latest_end = Vec::with_capacity(by_time.len());
        let mut latest = Minute::MIN;
        for (rank, event) in by_time.iter().enumerate() {
            rank_of_event[event.idx()] = EventIdx::new(rank).0;
            latest = latest.max(end_minute(&parts.events[event.idx()].when.bounds()));
            latest_end.push(latest);
        }
        let mut events_at_place = vec![Vec::new(); parts.places.len()];
        for &event in &by_time {
            if let Some(place) = parts.events[event.idx()].place {
                events_at_place[place.idx()].push(event);
            }
        }
        let ids = parts.events.iter().enumerate();
        let event_by_id = ids
            .map(|(idx, event)| (event.id.clone(), EventIdx::new(idx)))
            .collect();
        Self {
            parts,
            by_time,
            rank_of_event,
            latest_end,
            event_by_id,
            events_at_place,
        }
    }

    /// The records as they were given.
    pub fn parts(&self) -> &ChronicleParts {
        &self.parts
    }

    /// The chronicle's id.
    pub fn id(&self) -> &str {
        &self.parts.id
    }

    /// The chronicle's title.
    pub fn title(&self) -> &LocalText {
        &self.parts.title
    }

    /// How it opens.
    pub fn opening(&self) -> &Opening {
        &self.parts.opening
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.parts.events.is_empty() && self.parts.tracks.is_empty()
    }

    /// An event.
    pub fn event(&self, event: EventIdx) -> &Event {
        &self.parts.events[event.idx()]
    }

    /// A place.
    pub fn place(&self, place: PlaceIdx) -> &Place {
        &self.parts.places[place.idx()]
    }

    /// An actor.
    pub fn actor(&self, actor: ActorIdx) -> &Actor {
        &self.parts.actors[actor.idx()]
    }

    /// A side.
    pub fn side(&self, side: SideIdx) -> &Side {
        &self.parts.sides[side.idx()]
    }

    /// A source.
    pub fn source(&self, source: SourceIdx) -> &Source {
        &self.parts.sources[source.idx()]
    }

    /// A track.
    pub fn track(&self, track: TrackIdx) -> &Track {
        &self.parts.tracks[track.idx()]
    }

    /// A line.
    pub fn line(&self, line: LineIdx) -> &Line {
        &self.parts.lines[line.idx()]
    }

    /// A scene.
    pub fn scene(&self, scene: SceneIdx) -> &Scene {
        &self.parts.scenes[scene.idx()]
    }

    /// The event with this id.
    pub fn event_with_id(&self, id: &str) -> Option<EventIdx> {
        self.event_by_id.get(id).copied()
    }

    /// The place with this id.
    pub fn place_with_id(&self, id: &str) -> Option<PlaceIdx> {
        self.parts
            .places
            .iter()
            .position(|place| &*place.id == id)
            .map(PlaceIdx::new)
    }

    /// The track with this id.
    pub fn track_with_id(&self, id: &str) -> Option<TrackIdx> {
        self.parts
            .tracks
            .iter()
            .position(|track| &*track.id == id)
            .map(TrackIdx::new)
    }

    /// The scene with this id.
    pub fn scene_with_id(&self, id: &str) -> Option<SceneIdx> {
        self.parts
            .scenes
            .iter()
            .position(|scene| &*scene.id == id)
            .map(SceneIdx::new)
    }

    /// All events in order of time; events of the same time in the order the data gives them.
    pub fn events_by_time(&self) -> &[EventIdx] {
        &self.by_time
    }

    /// The place of an event in [`Self::events_by_time`].
    pub fn rank(&self, event: EventIdx) -> usize {
        self.rank_of_event[event.idx()] as usize
    }

    /// The event before or after `event` in order of time.
    pub fn neighbour(&self, event: EventIdx, forward: bool) -> Option<EventIdx> {
        let rank = self.rank(event);
        let next = if forward {
            rank.checked_add(1)?
        } else {
            rank.checked_sub(1)?
        };
        self.by_time.get(next).copied()
    }

    /// The first event that begins at `minute` or later.
    pub fn first_event_from(&self, minute: Minute) -> Option<EventIdx> {
        let rank = self
            .by_time
            .partition_point(|&event| self.event(event).when.bounds().sort_minute() < minute);
        self.by_time.get(rank).copied()
    }

    /// The events that may touch the time from `from` to `to`, in order of time.
    pub fn events_touching(&self, from: Minute, to: Minute) -> impl Iterator<Item = EventIdx> {
        let first = self.latest_end.partition_point(|&end| end < from);
        let last = self
            .by_time
            .partition_point(|&event| self.event(event).when.bounds().sort_minute() <= to);
        let candidates = self
            .by_time
            .get(first..last)
            .unwrap_or_default()
            .iter()
            .copied();
        candidates.filter(move |&event| self.event(event).when.bounds().touches(from, to))
    }

    /// The events at a place, in order of time.
    pub fn events_at(&self, place: PlaceIdx) -> &[EventIdx] {
        &self.events_at_place[place.idx()]
    }

    /// The side of an actor: its own, or that of the formation it belongs to.
    pub fn side_of_actor(&self, actor: ActorIdx) -> Option<SideIdx> {
        let mut current = actor;
        // A chain of parents can be no longer than the list of actors; a cycle ends here.
        for _ in 0..=self.parts.actors.len() {
            let record = self.actor(current);
            if record.side.is_some() {
                return record.side;
            }
            current = record.parent?;
        }
        None
    }

    /// The side of an event: that of its first actor who has one.
    pub fn side_of_event(&self, event: EventIdx) -> Option<SideIdx> {
        self.event(event)
            .actors
            .iter()
            .find_map(|&actor| self.side_of_actor(actor))
    }

    /// The earliest start and latest end of all events and stops; `None` if nothing is dated.
    pub fn time_extent(&self) -> Option<(Minute, Minute)> {
        let events = self.parts.events.iter().map(|event| event.when.bounds());
        let stops = self.parts.tracks.iter().flat_map(|track| &track.stops);
        let all = events.chain(stops.map(|stop| stop.when.bounds()));
        let mut extent: Option<(Minute, Minute)> = None;
        for bounds in all {
            let ends = [bounds.outer().0, bounds.outer().1];
            for minute in ends.into_iter().flatten() {
                let (from, to) = extent.unwrap_or((minute, minute));
                extent = Some((from.min(minute), to.max(minute)));
            }
        }
        extent
    }

    /// What the accounts of these disagree about; empty where all agree.
    pub fn differences(&self, accounts: &[Account]) -> Vec<Difference> {
        let mut found = Vec::new();
        let times = accounts.iter().filter_map(|account| account.when.as_ref());
        if differ(times.map(When::bounds)) {
            found.push(Difference::Time);
        }
        if differ(accounts.iter().filter_map(|account| account.place)) {
            found.push(Difference::Place);
        }
        let counts = || accounts.iter().flat_map(|account| &account.counts);
        let kinds: BTreeSet<CountKind> = counts().map(|count| count.what).collect();
        for kind in kinds {
            let of_kind = counts().filter(|count| count.what == kind);
            // Numbers with different notes count different things.
            let notes: Vec<_> = of_kind.clone().map(|count| &count.note).collect();
            let same_thing = notes.windows(2).all(|pair| pair[0] == pair[1]);
            if same_thing && differ(of_kind.map(|count| (count.value, count.to))) {
                found.push(Difference::Count(kind));
            }
        }
        found
    }

    /// The sources that these accounts name, each once, in the chronicle's order.
    pub fn sources_of<'a>(&self, accounts: impl Iterator<Item = &'a Account>) -> Vec<SourceIdx> {
        accounts
            .map(|account| account.source)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect()
    }
}

/// Whether not all of these are equal.
fn differ<T: PartialEq>(mut values: impl Iterator<Item = T>) -> bool {
    values
        .next()
        .is_some_and(|first| values.any(|value| value != first))
}

/// The latest moment of these bounds; an open end lasts for ever.
fn end_minute(bounds: &Bounds) -> Minute {
    bounds.outer().1.unwrap_or(Minute::MAX)
}

impl Stop {
    /// The moment at which the stop is drawn: the middle of its bounds, or their known end.
    pub fn moment(&self) -> Minute {
        match self.when.bounds().outer() {
            (Some(from), Some(to)) => Minute(from.0 + (to.0 - from.0) / 2),
            (Some(from), None) => from,
            (None, Some(to)) => to,
            (None, None) => Minute::MIN,
        }
    }
}

impl Track {
    /// Where the actor is at `minute`; `None` before the track begins.
    ///
    /// Between two stops it moves evenly. The stops' moments are taken in order: one that would
    /// lie before its predecessor counts as the same moment.
    pub fn progress_at(&self, minute: Minute) -> Option<Progress> {
        let first = self.stops.first()?;
        let begin = first.when.bounds().outer().0.unwrap_or(Minute::MIN);
        if minute < begin {
            return None;
        }
        let mut reached = first.moment();
        for (idx, stop) in self.stops.iter().enumerate().skip(1) {
            let next = stop.moment().max(reached);
            if minute < next {
                if minute <= reached {
                    return Some(Progress::At(idx - 1));
                }
                let fraction = (minute.0 - reached.0) as f64 / (next.0 - reached.0) as f64;
                return Some(Progress::Between(idx - 1, fraction));
            }
            reached = next;
        }
        Some(Progress::At(self.stops.len() - 1))
    }

    /// The position of the actor after this progress.
    pub fn position(&self, progress: Progress, chronicle: &Chronicle) -> LonLat {
        let at_stop = |idx: usize| chronicle.place(self.stops[idx].place).at;
        match progress {
            Progress::At(idx) => at_stop(idx),
            Progress::Between(idx, fraction) => match &self.stops[idx + 1].course {
                Some(course) => course.at_fraction(fraction),
                None => at_stop(idx).lerp(at_stop(idx + 1), fraction),
            },
        }
    }
}
