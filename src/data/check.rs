//! What must be true of records beyond their writing; each check points at the very value.

use super::schema::{
    AccountFile, ActorFile, CountFile, EventFile, ExcerptFile, LineFile, LinePoint, OpeningFile,
    PlaceFile, SceneFile, SideFile, SourceFile, SpellingFile, Text, TrackFile,
};
use super::shelf::{Entry, Log, Meta, Note, Shelf};
use crate::geo::LonLat;
use crate::time::{Bounds, When};

/// No excerpt may be longer: a quotation proves a statement, it does not replace the source.
const MAX_EXCERPT_WORDS: usize = 20;
/// How many hues a theme's palette has.
const NUM_HUES: u8 = 8;
/// The deepest zoom that a map is drawn at.
const MAX_ZOOM: f64 = 20.0;
/// If swapping longitude and latitude brings a position this near to the others, in degrees, it
/// was probably meant so.
const NEAR_DEG: f64 = 3.0;

/// Everything on its shelf.
pub(super) struct Shelves {
    pub sides: Shelf<SideFile>,
    pub places: Shelf<PlaceFile>,
    pub lines: Shelf<LineFile>,
    pub actors: Shelf<ActorFile>,
    pub sources: Shelf<SourceFile>,
    pub events: Shelf<EventFile>,
    pub tracks: Shelf<TrackFile>,
    pub scenes: Shelf<SceneFile>,
    pub spellings: Shelf<SpellingFile>,
}

impl Shelves {
    /// Check every record but `chronicle.ron`.
    pub fn check(&mut self, log: &mut Log) {
        let middle = middle_of(&self.places);
        for_each(&mut self.sides, |meta, side| {
            required(log, meta, "name", &side.name);
            if side.hue >= NUM_HUES {
                log.error(meta, "hue", format!("a hue is 0 to {}", NUM_HUES - 1));
            }
        });
        for_each(&mut self.places, |meta, place| {
            check_place(log, meta, place, middle);
        });
        let places = &self.places;
        for_each(&mut self.lines, |meta, line| {
            check_line(log, meta, line, places, middle);
        });
        for_each(&mut self.sources, |meta, source| {
            check_source(log, meta, source);
        });
        check_chains(log, &mut self.sources, |source| {
            let ids = source.through.iter().enumerate();
            ids.map(|(idx, id)| (format!("through[{idx}]"), id.as_str()))
                .collect()
        });
        let sides = &self.sides;
        for_each(&mut self.actors, |meta, actor| {
            required(log, meta, "name", &actor.name);
            optional(log, meta, "short", &actor.short);
            optional(log, meta, "office", &actor.office);
            if let Some(side) = &actor.side {
                sides.check_reference(log, meta, "side", side);
            }
        });
        check_chains(log, &mut self.actors, |actor| {
            let parent = actor.parent.iter();
            parent
                .map(|id| ("parent".to_owned(), id.as_str()))
                .collect()
        });
        for_each(&mut self.spellings, |meta, spelling| {
            required(log, meta, "write", &spelling.write);
        });
        self.check_events(log);
        self.check_tracks(log);
        let (events, mut scenes) = (&self.events, std::mem::take(&mut self.scenes.entries));
        for entry in &mut scenes {
            let Some(scene) = &entry.value else { continue };
            required(log, &mut entry.meta, "title", &scene.title);
            required(log, &mut entry.meta, "text", &scene.text);
            check_opening(log, &mut entry.meta, &scene.opening, events);
        }
        self.scenes.entries = scenes;
    }

    fn check_events(&mut self, log: &mut Log) {
        let mut entries = std::mem::take(&mut self.events.entries);
        for entry in &mut entries {
            if let Some(event) = &entry.value {
                self.check_event(log, &mut entry.meta, event);
            }
        }
        self.events.entries = entries;
    }

    fn check_event(&self, log: &mut Log, meta: &mut Meta, event: &EventFile) {
        required(log, meta, "title", &event.title);
        required(log, meta, "summary", &event.summary);
        optional(log, meta, "date_reason", &event.date_reason);
        optional(log, meta, "disagreement", &event.disagreement);
        check_date(log, meta, "date", &event.date);
        check_importance(log, meta, event.importance);
        if let Some(place) = &event.place {
            self.places.check_reference(log, meta, "place", place);
        }
        self.check_actors(log, meta, "actors", &event.actors);
        if let Some(message) = &event.message {
            self.check_actors(log, meta, "message.from", &message.from);
            self.check_actors(log, meta, "message.to", &message.to);
            let places = [
                ("message.sent_from", &message.sent_from),
                ("message.sent_to", &message.sent_to),
            ];
            for (path, place) in places {
                if let Some(place) = place {
                    self.places.check_reference(log, meta, path, place);
                }
            }
        }
        if event.accounts.is_empty() {
            let note = Note::from("every event rests on an account");
            log.error(
                meta,
                "accounts",
                note.hint("say which source tells of it, and what it says"),
            );
        }
        self.check_accounts(log, meta, "accounts", &event.accounts);
        for (idx, relation) in event.relations.iter().enumerate() {
            let path = format!("relations[{idx}].to");
            if relation.to == meta.id {
                log.error(meta, &path, "an event cannot be related to itself");
            } else {
                self.events.check_reference(log, meta, &path, &relation.to);
            }
        }
    }

    fn check_actors(&self, log: &mut Log, meta: &mut Meta, path: &str, ids: &[String]) {
        for (idx, actor) in ids.iter().enumerate() {
            let path = format!("{path}[{idx}]");
            self.actors.check_reference(log, meta, &path, actor);
        }
    }

    fn check_accounts(&self, log: &mut Log, meta: &mut Meta, path: &str, accounts: &[AccountFile]) {
        for (idx, account) in accounts.iter().enumerate() {
            let path = |field: &str| format!("{path}[{idx}].{field}");
            self.sources
                .check_reference(log, meta, &path("source"), &account.source);
            self.check_through(log, meta, &path, account);
            required(log, meta, &path("says"), &account.says);
            optional(log, meta, &path("inference"), &account.inference);
            if let Some(date) = &account.date {
                check_date(log, meta, &path("date"), date);
            }
            if let Some(place) = &account.place {
                self.places
                    .check_reference(log, meta, &path("place"), place);
            }
            for (idx, count) in account.counts.iter().enumerate() {
                check_count(log, meta, &path(&format!("counts[{idx}]")), count);
            }
            if let Some(excerpt) = &account.excerpt {
                check_excerpt(log, meta, &path("excerpt"), excerpt);
            }
        }
    }

    /// Where a work was read in several sources, an account says in which of them.
    fn check_through(
        &self,
        log: &mut Log,
        meta: &mut Meta,
        path: &dyn Fn(&str) -> String,
        account: &AccountFile,
    ) {
        let source = self.sources.entry(&account.source);
        let Some(source) = source.and_then(|entry| self.sources.entries[entry].value.as_ref())
        else {
            return;
        };
        let listed = source.through.join("`, `");
        match &account.through {
            None if source.through.len() > 1 => {
                let note = Note::from(format!(
                    "the source `{}` was read in several others",
                    account.source
                ));
                let hint = format!("say in which this stands, `through:` one of `{listed}`");
                log.error(meta, &path("source"), note.hint(hint));
            }
            Some(through) if !source.through.contains(through) => {
                let note = Note::from(format!(
                    "the source `{}` was not read in `{through}`",
                    account.source
                ));
                let hint = if listed.is_empty() {
                    format!("take `through` away, or add it to `{}`", account.source)
                } else {
                    format!("it was read in `{listed}`")
                };
                log.error(meta, &path("through"), note.hint(hint));
            }
            _ => {}
        }
    }

    fn check_tracks(&mut self, log: &mut Log) {
        let mut entries = std::mem::take(&mut self.tracks.entries);
        for entry in &mut entries {
            let Some(track) = &entry.value else { continue };
            let meta = &mut entry.meta;
            required(log, meta, "title", &track.title);
            self.actors
                .check_reference(log, meta, "actor", &track.actor);
            if track.stops.is_empty() {
                log.error(meta, "stops", "a track has at least one stop");
            }
            for idx in 0..track.stops.len() {
                self.check_stop(log, meta, track, idx);
            }
            check_order(log, meta, track);
        }
        self.tracks.entries = entries;
    }

    fn check_stop(&self, log: &mut Log, meta: &mut Meta, track: &TrackFile, idx: usize) {
        let stop = &track.stops[idx];
        let path = |field: &str| format!("stops[{idx}].{field}");
        self.places
            .check_reference(log, meta, &path("place"), &stop.place);
        check_date(log, meta, &path("date"), &stop.date);
        optional(log, meta, &path("note"), &stop.note);
        if let Some(event) = &stop.event {
            self.events
                .check_reference(log, meta, &path("event"), event);
        }
        if stop.accounts.is_empty() {
            let note = Note::from("every stop rests on an account");
            log.error(
                meta,
                &path("accounts"),
                note.hint("say which source tells of it"),
            );
        }
        self.check_accounts(log, meta, &path("accounts"), &stop.accounts);
        if let Some(line) = &stop.along {
            self.check_along(log, meta, track, idx, line);
        }
    }

    /// A stop can be reached along a line only if the line passes both places.
    fn check_along(&self, log: &mut Log, meta: &mut Meta, track: &TrackFile, idx: usize, id: &str) {
        let path = format!("stops[{idx}].along");
        let Some(before) = idx.checked_sub(1).map(|before| &track.stops[before]) else {
            let note = Note::from("the first stop has no way that leads to it");
            log.error(meta, &path, note.hint("take `along` away here"));
            return;
        };
        if !self.lines.check_reference(log, meta, &path, id) {
            return;
        }
        let entry = self
            .lines
            .entry(id)
            .and_then(|entry| self.lines.entries[entry].value.as_ref());
        let Some(line) = entry else { return };
        for place in [&before.place, &track.stops[idx].place] {
            let passes = line
                .points
                .iter()
                .any(|point| matches!(point, LinePoint::Place(on_line) if on_line == place));
            if !passes && self.places.entry(place).is_some() {
                let note = Note::from(format!("the line `{id}` does not pass `{place}`"));
                let hint = "take a line that passes this stop and the one before, add the place \
                            to the line, or leave `along` out for a straight, conjectural way";
                log.error(meta, &path, note.hint(hint));
            }
        }
    }
}

/// Check the record of `chronicle.ron`.
pub(super) fn check_chronicle(
    log: &mut Log,
    entry: &mut Entry<super::schema::ChronicleFile>,
    events: &Shelf<EventFile>,
) {
    let Some(file) = &entry.value else { return };
    let meta = &mut entry.meta;
    required(log, meta, "title", &file.title);
    required(log, meta, "summary", &file.summary);
    optional(log, meta, "about", &file.about);
    for (field, text) in [("version", &file.version), ("licence", &file.licence)] {
        if text.trim().is_empty() {
            log.error(meta, field, "this text is empty");
        }
    }
    check_opening(log, meta, &file.opening, events);
}

fn for_each<T>(shelf: &mut Shelf<T>, mut check: impl FnMut(&mut Meta, &T)) {
    for entry in &mut shelf.entries {
        if let Some(value) = &entry.value {
            check(&mut entry.meta, value);
        }
    }
}

/// A text that must say something.
fn required(log: &mut Log, meta: &mut Meta, path: &str, text: &Text) {
    if text.local.is_empty() {
        log.error(meta, path, "this text is empty");
    }
    optional(log, meta, path, text);
}

/// A text that may be left out, but may not stand there with nothing in it.
fn optional(log: &mut Log, meta: &mut Meta, path: &str, text: &Text) {
    for (language, words) in text.local.iter() {
        if !words.trim().is_empty() {
            continue;
        }
        let path = if text.is_plain {
            path.to_owned()
        } else {
            format!("{path}.{}", language.code())
        };
        let note = Note::from("this text is empty");
        log.error(meta, &path, note.hint("write it, or leave it out"));
        if text.is_plain {
            return;
        }
    }
}

fn check_importance(log: &mut Log, meta: &mut Meta, importance: u8) {
    if !(1..=5).contains(&importance) {
        log.error(meta, "importance", "importance is 1 (least) to 5 (most)");
    }
}

/// Whether a date can be read, and its bounds if so.
fn check_date(log: &mut Log, meta: &mut Meta, path: &str, text: &str) -> Option<Bounds> {
    match When::parse(text) {
        Ok(when) => {
            let bounds = when.bounds();
            if let (Some(from), Some(to)) = bounds.outer()
                && from >= to
            {
                log.error(meta, path, "this ends before it begins");
                return None;
            }
            Some(bounds)
        }
        Err(err) => {
            let offset = err.at.start;
            log.error(
                meta,
                path,
                Note {
                    message: err.message,
                    hint: err.hint,
                    offset,
                },
            );
            None
        }
    }
}

/// Stops in the order of the list must not surely be against the order of time.
fn check_order(log: &mut Log, meta: &mut Meta, track: &TrackFile) {
    let mut latest: Option<(usize, Bounds)> = None;
    for (idx, stop) in track.stops.iter().enumerate() {
        let Ok(when) = When::parse(&stop.date) else {
            continue;
        };
        let bounds = when.bounds();
        if let Some((before, known)) = &latest
            && let (Some(end), Some(start)) = (bounds.end_latest, known.start_earliest)
            && end <= start
        {
            let before_date = &track.stops[*before].date;
            let note = Note::from(format!(
                "this stop is before the stop above it ({} before {before_date})",
                stop.date
            ));
            let note = note.hint("stops stand in the order of time; put it in its place");
            log.error(meta, &format!("stops[{idx}].date"), note);
            continue;
        }
        latest = Some((idx, bounds));
    }
}

fn check_place(log: &mut Log, meta: &mut Meta, place: &PlaceFile, middle: Option<LonLat>) {
    required(log, meta, "name", &place.name);
    optional(log, meta, "old_name", &place.old_name);
    optional(log, meta, "note", &place.note);
    check_importance(log, meta, place.importance);
    if !(place.precision_km.is_finite() && place.precision_km >= 0.0) {
        log.error(
            meta,
            "precision_km",
            "this is a distance in kilometres, 0 or more",
        );
    }
    let at = LonLat::new(place.lon, place.lat);
    if let Some((field, note)) = fault_of_position(at) {
        log.error(meta, field, note);
    } else if let Some(note) = swapped_position(at, middle).filter(|_| place.note.local.is_empty())
    {
        log.warning(meta, "lon", note);
    }
}

/// The position in the middle of all places, by the median of each number.
fn middle_of(places: &Shelf<PlaceFile>) -> Option<LonLat> {
    let values = || {
        places
            .entries
            .iter()
            .filter_map(|entry| entry.value.as_ref())
    };
    let median = |mut numbers: Vec<f64>| {
        numbers.retain(|number| number.is_finite());
        numbers.sort_by(f64::total_cmp);
        // Of fewer than three, no one can say which is the odd one out.
        (numbers.len() >= 3).then(|| numbers[numbers.len() / 2])
    };
    let lon = median(values().map(|place| place.lon).collect())?;
    let lat = median(values().map(|place| place.lat).collect())?;
    Some(LonLat::new(lon, lat))
}

/// What to ask of a position that would lie among the others if its numbers were swapped.
fn swapped_position(at: LonLat, middle: Option<LonLat>) -> Option<Note> {
    let near = |at: LonLat| {
        middle.is_some_and(|middle| {
            (at.lon - middle.lon).abs() <= NEAR_DEG && (at.lat - middle.lat).abs() <= NEAR_DEG
        })
    };
    let swapped = LonLat::new(at.lat, at.lon);
    if near(at) || !near(swapped) {
        return None;
    }
    Some(
        Note::from("this is far from the other places").hint(format!(
            "did you swap lon and lat? lon: {}, lat: {} lies among them",
            swapped.lon, swapped.lat
        )),
    )
}

/// What is wrong with a position, and in which of its fields.
fn fault_of_position(at: LonLat) -> Option<(&'static str, Note)> {
    if !(-180.0..=180.0).contains(&at.lon) {
        return Some(("lon", "a longitude is -180 to 180 degrees".into()));
    }
    if !(-90.0..=90.0).contains(&at.lat) {
        return Some(("lat", "a latitude is -90 to 90 degrees".into()));
    }
    if at.lon == 0.0 && at.lat == 0.0 {
        let note = Note::from("longitude and latitude are both 0, a spot in the Atlantic");
        return Some((
            "lon",
            note.hint("write where it is, in degrees with decimals"),
        ));
    }
    None
}

fn check_line(
    log: &mut Log,
    meta: &mut Meta,
    line: &LineFile,
    places: &Shelf<PlaceFile>,
    middle: Option<LonLat>,
) {
    required(log, meta, "name", &line.name);
    if line.points.len() < 2 {
        log.error(meta, "points", "a line has at least two points");
    }
    // A point is held against the one before it, for a line may lead far away.
    let mut before = middle;
    for (idx, point) in line.points.iter().enumerate() {
        let path = format!("points[{idx}]");
        match point {
            LinePoint::Place(place) => {
                places.check_reference(log, meta, &path, place);
                let entry = places.entry(place);
                let record = entry.and_then(|entry| places.entries[entry].value.as_ref());
                before = record.map(|it| LonLat::new(it.lon, it.lat)).or(before);
            }
            LinePoint::At(lon, lat) => {
                let at = LonLat::new(*lon, *lat);
                let fault = fault_of_position(at).map(|(_, note)| note);
                if let Some(note) = fault.or_else(|| swapped_position(at, before)) {
                    log.error(meta, &path, note);
                } else {
                    before = Some(at);
                }
            }
        }
    }
}

fn check_source(log: &mut Log, meta: &mut Meta, source: &SourceFile) {
    for (field, text) in [("title", &source.title), ("language", &source.language)] {
        if text.trim().is_empty() {
            log.error(meta, field, "this text is empty");
        }
    }
    required(log, meta, "standpoint", &source.standpoint);
    optional(log, meta, "title_meaning", &source.title_meaning);
    optional(log, meta, "author", &source.author);
    optional(log, meta, "published", &source.published);
    if let Some(name) = &source.text_file {
        let is_name = !name.is_empty() && !name.contains(['/', '\\', ':']) && name != "..";
        if !is_name {
            let note = Note::from("this is not the name of a file");
            log.error(
                meta,
                "text_file",
                note.hint("write the name alone, without folders"),
            );
        }
    }
}

/// References from a record to others of its kind: they must exist and never lead back.
fn check_chains<T>(log: &mut Log, shelf: &mut Shelf<T>, named: impl Fn(&T) -> Vec<(String, &str)>) {
    let mut faults = Vec::new();
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); shelf.entries.len()];
    let mut first_path: Vec<String> = vec![String::new(); shelf.entries.len()];
    for (idx, entry) in shelf.entries.iter().enumerate() {
        for (path, id) in entry.value.iter().flat_map(&named) {
            match shelf.entry(id) {
                Some(other) => next[idx].push(other),
                None if shelf.knows(id) => {}
                None => faults.push((idx, path.clone(), shelf.unknown(id))),
            }
            if first_path[idx].is_empty() {
                first_path[idx] = path;
            }
        }
    }
    let mut in_told_cycle = vec![false; next.len()];
    for idx in 0..next.len() {
        let Some(cycle) = way_back(idx, &next).filter(|_| !in_told_cycle[idx]) else {
            continue;
        };
        cycle
            .iter()
            .for_each(|&member| in_told_cycle[member] = true);
        let ids = cycle
            .iter()
            .map(|&member| shelf.entries[member].meta.id.as_str());
        let chain = ids.collect::<Vec<_>>().join(" → ");
        let note = Note::from(format!("this leads back to itself: {chain}"));
        faults.push((idx, std::mem::take(&mut first_path[idx]), note));
    }
    faults.sort_by_key(|(idx, ..)| *idx);
    for (idx, path, note) in faults {
        log.error(&mut shelf.entries[idx].meta, &path, note);
    }
}

/// The shortest chain of references from `start` back to it, with `start` at both ends.
fn way_back(start: usize, next: &[Vec<usize>]) -> Option<Vec<usize>> {
    let mut came_from = vec![None; next.len()];
    let mut queue = std::collections::VecDeque::from([start]);
    while let Some(current) = queue.pop_front() {
        for &following in &next[current] {
            if following == start {
                let mut chain = vec![start, current];
                while let Some(before) = came_from[chain[chain.len() - 1]] {
                    chain.push(before);
                }
                chain.reverse();
                return Some(chain);
            }
            if came_from[following].is_none() {
                came_from[following] = Some(current);
                queue.push_back(following);
            }
        }
    }
    None
}

fn check_count(log: &mut Log, meta: &mut Meta, path: &str, count: &CountFile) {
    optional(log, meta, &format!("{path}.note"), &count.note);
    if !(count.value.is_finite() && count.value >= 0.0) {
        log.error(
            meta,
            &format!("{path}.value"),
            "a count is a number, 0 or more",
        );
    }
    let Some(to) = count.to else { return };
    if !to.is_finite() || to < count.value {
        let note = Note::from("the upper end of a range is not below its lower end");
        log.error(
            meta,
            &format!("{path}.to"),
            note.hint("`value` is the lower, `to` the upper end"),
        );
    }
}

fn check_excerpt(log: &mut Log, meta: &mut Meta, path: &str, excerpt: &ExcerptFile) {
    let exact_path = format!("{path}.exact");
    let num_words = excerpt.exact.split_whitespace().count();
    if num_words == 0 {
        let note = Note::from("the excerpt is empty");
        log.error(
            meta,
            &exact_path,
            note.hint("quote 4 to 10 words, or leave the excerpt out"),
        );
    }
    if num_words > MAX_EXCERPT_WORDS {
        let note = Note::from(format!(
            "the excerpt has {num_words} words; at most {MAX_EXCERPT_WORDS} are allowed"
        ));
        log.error(
            meta,
            &exact_path,
            note.hint("keep the fewest words that carry the statement"),
        );
    }
    let texts = [
        ("exact", &excerpt.exact),
        ("prefix", &excerpt.prefix),
        ("suffix", &excerpt.suffix),
    ];
    for (field, text) in texts {
        if let Err(offset) = check_brackets(text) {
            let note = Note::from("this square bracket has no partner");
            let note = note.hint("restored characters stand in [ and ], one for each of the text");
            log.error(meta, &format!("{path}.{field}"), Note { offset, ..note });
        }
    }
    let path = format!("{path}.rendering");
    if excerpt.rendering.local.is_empty() {
        let note = Note::from("the excerpt's rendering is missing");
        log.error(
            meta,
            &path,
            note.hint("say in your own words what the quoted words mean"),
        );
    }
    optional(log, meta, &path, &excerpt.rendering);
}

/// The byte of the first square bracket that is not one of a pair.
fn check_brackets(text: &str) -> Result<(), usize> {
    let mut open = None;
    for (at, letter) in text.char_indices() {
        match (letter, open) {
            ('[', None) => open = Some(at),
            (']', Some(_)) => open = None,
            ('[' | ']', _) => return Err(at),
            _ => {}
        }
    }
    open.map_or(Ok(()), Err)
}

fn check_opening(log: &mut Log, meta: &mut Meta, opening: &OpeningFile, events: &Shelf<EventFile>) {
    let window = check_date(log, meta, "opening.window", &opening.window);
    let at = check_date(log, meta, "opening.at", &opening.at);
    match window.map(|bounds| bounds.outer()) {
        Some((Some(from), Some(to))) => {
            let inside = |at: &Bounds| (from..=to).contains(&at.sort_minute());
            if at.is_some_and(|at| !inside(&at)) {
                log.warning(meta, "opening.at", "this is outside of the window of time");
            }
        }
        Some(_) => {
            let note = Note::from("the window needs a beginning and an end");
            log.error(
                meta,
                "opening.window",
                note.hint("write \"1920-04-20/1920-05-05\""),
            );
        }
        None => {}
    }
    let camera = &opening.camera;
    if !(0.0..=MAX_ZOOM).contains(&camera.zoom) {
        let message = format!("a zoom is 0 (the world) to {MAX_ZOOM} (a house)");
        log.error(meta, "opening.camera.zoom", message);
    }
    let at = LonLat::new(camera.lon, camera.lat);
    if let Some((field, note)) = fault_of_position(at) {
        log.error(meta, &format!("opening.camera.{field}"), note);
    }
    if let Some(event) = &opening.event {
        events.check_reference(log, meta, "opening.event", event);
    }
}
