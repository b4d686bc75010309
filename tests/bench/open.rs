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
use salname::model::Language;
use std::hint::black_box;
use std::sync::Arc;

const SCREEN: egui::Vec2 = vec2(1920.0, 1080.0);
/// The text that the chronicle began with.
const FIRST_TEXT: &str = "isgal";

/// The chronicle with only those events, tracks and scenes that the first text tells of.
fn first_text_alone(files: &[InputFile]) -> Vec<InputFile> {
    let loaded = data::load(files);
    let chronicle = loaded.chronicle.expect("the built-in chronicle opens");
    let is_first = |account: &salname::model::Account| {
        let read_in = account.through.unwrap_or(account.source);
        &*chronicle.source(read_in).id == FIRST_TEXT
    };
    let parts = chronicle.parts();
    let events = parts.events.iter();
    let events = events.filter(|event| event.accounts.iter().any(is_first));
    let tracks = parts.tracks.iter();
    let tracks = tracks.filter(|track| track.stops[0].accounts.iter().any(is_first));
    let kept: Vec<&str> = events
        .map(|event| &*event.id)
        .chain(tracks.map(|track| &*track.id))
        .collect();
    let files = files.iter().cloned();
    files
        .map(|file| match &file.content {
            Ok(bytes) if file.path.starts_with("events/") || file.path.starts_with("tracks/") => {
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
fn with_records(text: &str, ids: &[&str]) -> String {
    const END: &str = "\n    ),\n";
    let records = text.split_inclusive(END);
    let kept = records.filter(|record| {
        !record.ends_with(END)
            || ids
                .iter()
                .any(|id| record.contains(&format!("\n        id: \"{id}\",\n")))
    });
    let body: String = kept.collect();
    if body.contains('[') {
        body
    } else {
        format!("[\n{body}")
    }
}

/// From the chronicle's files to the first frame.
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
    let output = ctx.run_ui(input, |ui| program.frame(ui));
    ctx.tessellate(output.shapes, output.pixels_per_point).len()
}

fn opening(criterion: &mut Criterion) {
    let whole = io::builtin_chronicle();
    let first = first_text_alone(&whole);
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
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = opening
}
criterion_main!(benches);
