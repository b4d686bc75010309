//! What opening costs, and how it grows with the chronicle: the records of the first text alone
//! against all of them.
//!
//! Run with `cargo bench --bench open`. Machines differ and are noisy: compare within one run.

#![expect(
    clippy::expect_used,
    reason = "a benchmark that cannot begin has nothing to measure"
)]

use criterion::{Criterion, criterion_group, criterion_main};
use egui::{RawInput, Rect, vec2};
use salname::app::{Assets, Opened, Program, ProgramOptions};
use salname::data::{self, InputFile};
use salname::io;
use salname::model::{Account, Event, Language, Track};
use salname::render::{self, Recipe, Stage};
use salname::state::State;
use std::collections::BTreeSet;
use std::hint::black_box;
use std::sync::Arc;

const SCREEN: egui::Vec2 = vec2(1920.0, 1080.0);
/// The text that the chronicle began with.
const FIRST_TEXT: &str = "isgal";
/// The first lines of `lines.ron` are those that its tracks follow.
const NUM_FIRST_LINES: usize = 9;

/// The chronicle with only the events and tracks that the first text tells of, and what these need.
fn first_text_alone(files: &[InputFile]) -> Vec<InputFile> {
    let loaded = data::load(files);
    let chronicle = loaded.chronicle.expect("the built-in chronicle opens");
    let is_first = |account: &Account| {
        let read_in = account.through.unwrap_or(account.source);
        &*chronicle.source(read_in).id == FIRST_TEXT
    };
    let parts = chronicle.parts();
    let events: Vec<&Event> = parts
        .events
        .iter()
        .filter(|event| event.accounts.iter().any(is_first))
        .collect();
    let tracks: Vec<&Track> = parts
        .tracks
        .iter()
        .filter(|track| track.stops.iter().flat_map(|it| &it.accounts).any(is_first))
        .collect();
    let mut kept: BTreeSet<&str> = BTreeSet::new();
    kept.extend(events.iter().map(|event| &*event.id));
    kept.extend(tracks.iter().map(|track| &*track.id));
    kept.extend(parts.sides.iter().map(|side| &*side.id));
    let stops = || tracks.iter().flat_map(|track| &track.stops);
    let of_events = events.iter().flat_map(|event| &event.accounts);
    for account in of_events.chain(stops().flat_map(|stop| &stop.accounts)) {
        let sources = [Some(account.source), account.through];
        let sources = sources.into_iter().flatten();
        kept.extend(sources.map(|source| &*chronicle.source(source).id));
    }
    let places = events.iter().filter_map(|event| event.place);
    for place in places.chain(stops().map(|stop| stop.place)) {
        kept.insert(&chronicle.place(place).id);
    }
    for line in parts.lines.iter().take(NUM_FIRST_LINES) {
        kept.insert(&line.id);
        kept.extend(line.places.iter().map(|it| &*chronicle.place(it.0).id));
    }
    let messages = events.iter().filter_map(|event| event.message.as_ref());
    for message in messages {
        let places = [message.sent_from, message.sent_to].into_iter().flatten();
        kept.extend(places.map(|place| &*chronicle.place(place).id));
        let actors = message.from.iter().chain(&message.to);
        kept.extend(actors.map(|&actor| &*chronicle.actor(actor).id));
    }
    let accounts = events.iter().flat_map(|event| &event.accounts);
    let places = accounts.filter_map(|account| account.place);
    kept.extend(places.map(|place| &*chronicle.place(place).id));
    let actors = events.iter().flat_map(|event| event.actors.iter().copied());
    for actor in actors.chain(tracks.iter().map(|track| track.actor)) {
        let parents = std::iter::successors(Some(actor), |&it| chronicle.actor(it).parent);
        kept.extend(parents.map(|it| &*chronicle.actor(it).id));
    }
    let files = files.iter().cloned();
    files
        .map(|file| match &file.content {
            Ok(bytes) if file.path != "chronicle.ron" && file.path != "scenes.ron" => {
                let text = std::str::from_utf8(bytes).expect("the records are text");
                InputFile {
                    content: Ok(with_records(text, &kept).into_bytes()),
                    ..file
                }
            }
            _ => file,
        })
        .collect()
}

/// The text of a file with only these records, which begin and end at four blanks.
fn with_records(text: &str, ids: &BTreeSet<&str>) -> String {
    const END: &str = "\n    ),\n";
    let id_of = |record: &str| {
        let from = record.find("\n        id: \"")? + "\n        id: \"".len();
        let rest = &record[from..];
        Some(rest[..rest.find('"')?].to_owned())
    };
    let (mut body, mut is_first) = (String::new(), true);
    for record in text.split_inclusive(END) {
        let head_end = record.find("\n    ").map_or(0, |at| at + 1);
        if std::mem::take(&mut is_first) {
            body.push_str(&record[..head_end]);
        }
        let start = if body.len() == head_end { head_end } else { 0 };
        if !record.ends_with(END) {
            body.push_str(record);
        } else if id_of(record).is_some_and(|id| ids.contains(id.as_str())) {
            body.push_str(&without_lost_relations(&record[start..], ids));
        }
    }
    body
}

/// A record without its relations to events that are not kept.
fn without_lost_relations(record: &str, ids: &BTreeSet<&str>) -> String {
    const START: &str = "Relation(kind: ";
    let mut text = String::new();
    for (idx, piece) in record.split(START).enumerate() {
        if idx == 0 {
            text.push_str(piece);
            continue;
        }
        let end = piece.find(')').map_or(piece.len(), |at| at + 1);
        let (relation, rest) = piece.split_at(end);
        let to = relation.split('"').nth(1).unwrap_or_default();
        if ids.contains(to) {
            text.push_str(START);
            text.push_str(piece);
        } else {
            text.push_str(rest.strip_prefix(',').unwrap_or(rest));
        }
    }
    text
}

/// From the chronicle's files to the first picture of it, painted.
fn open_and_paint(files: &[InputFile]) -> usize {
    let loaded = data::load_with(files, &io::AtOnce);
    let chronicle = loaded.chronicle.expect("the chronicle opens");
    let assets = Assets::load().expect("the assets open");
    let recipe = Recipe {
        state: State::new(&chronicle, Language::En),
        size: [SCREEN.x as u32, SCREEN.y as u32],
        scale: 1.0,
    };
    let stage = Stage {
        chronicle: &chronicle,
        basemap: &assets.basemap,
        area_labels: &assets.area_labels,
    };
    let still = render::draw(stage, &recipe, 2).expect("the picture is drawn");
    still.picture.pixels.len()
}

/// From the chronicle's files to the first frame, tessellated.
fn open(files: &[InputFile]) -> usize {
    let loaded = data::load_with(files, &io::AtOnce);
    let opened = Opened {
        chronicle: loaded.chronicle,
        diagnostics: loaded.diagnostics,
        folder: None,
    };
    let assets = Arc::new(Assets::load().expect("the assets open"));
    let options = ProgramOptions {
        language: Language::En,
        ..Default::default()
    };
    let mut program = Program::new(opened, assets, options).expect("the themes open");
    let ctx = egui::Context::default();
    salname::theme::install(&ctx, program.theme());
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, SCREEN)),
        time: Some(0.0),
        ..Default::default()
    };
    let mut output = ctx.run_ui(input, |ui| program.frame(ui));
    output.textures_delta.clear();
    ctx.tessellate(output.shapes, output.pixels_per_point).len()
}

fn opening(criterion: &mut Criterion) {
    let whole = io::builtin_chronicle();
    let first = first_text_alone(&whole);
    // With anything to say of it, it would be read twice.
    assert!(data::load(&first).diagnostics.is_empty());
    let count = |files| {
        data::load(files)
            .chronicle
            .map(|it| it.parts().events.len())
    };
    println!("events: {:?} and {:?}", count(&first), count(&whole));
    for (name, files) in [("the first text alone", &first), ("the whole", &whole)] {
        criterion.bench_function(&format!("read the records, {name}"), |bencher| {
            bencher.iter(|| black_box(data::load_with(files, &io::AtOnce)));
        });
        criterion.bench_function(&format!("open to the first frame, {name}"), |bencher| {
            bencher.iter(|| black_box(open(files)));
        });
        criterion.bench_function(&format!("open and paint a picture, {name}"), |bencher| {
            bencher.iter(|| black_box(open_and_paint(files)));
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = opening
}
criterion_main!(benches);
