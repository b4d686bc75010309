//! What one frame of the whole window costs, and one export: processor time, no graphics card.
//!
//! Run with `cargo bench --bench frame`. Machines differ and are noisy: compare within one run.

#![expect(
    clippy::expect_used,
    reason = "a benchmark that cannot begin has nothing to measure"
)]

use criterion::{Criterion, criterion_group, criterion_main};
use egui::{RawInput, Rect, vec2};
use salname::app::{Assets, Program, ProgramOptions, load_chronicle};
use salname::model::Language;
use salname::render::{self, Recipe, Stage};
use salname::state::{Action, PictureRequest, State, ThemeId};
use std::hint::black_box;
use std::sync::Arc;

const SCREEN: egui::Vec2 = vec2(1920.0, 1080.0);

/// A program on a context of its own, warmed up.
struct Bench {
    ctx: egui::Context,
    program: Program,
    time: f64,
}

impl Bench {
    fn new() -> Self {
        let opened = load_chronicle(None).expect("the built-in chronicle opens");
        let assets = Arc::new(Assets::load().expect("the assets open"));
        let options = ProgramOptions {
            language: Language::En,
            ..Default::default()
        };
        let program = Program::new(opened, assets, options).expect("the themes open");
        let ctx = egui::Context::default();
        salname::theme::install(&ctx, program.theme());
        let mut bench = Self {
            ctx,
            program,
            time: 0.0,
        };
        for _ in 0..20 {
            bench.frame();
        }
        bench
    }

    /// Views, actions and tessellation of one frame.
    fn frame(&mut self) -> usize {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, SCREEN)),
            time: Some(self.time),
            ..Default::default()
        };
        let program = &mut self.program;
        let mut output = self.ctx.run_ui(input, |ui| program.frame(ui));
        output.textures_delta.clear();
        self.ctx
            .tessellate(output.shapes, output.pixels_per_point)
            .len()
    }
}

fn frames(criterion: &mut Criterion) {
    let mut bench = Bench::new();
    criterion.bench_function("frame at rest, whole window 1920x1080", |bencher| {
        bencher.iter(|| black_box(bench.frame()));
    });
    let mut bench = Bench::new();
    let mut factor = 1.02;
    criterion.bench_function(
        "frame while zooming time, whole window 1920x1080",
        |bencher| {
            bencher.iter(|| {
                let window = bench.program.state().view.window;
                if !(2000.0..40_000.0).contains(&window.span()) {
                    factor = 1.0 / factor;
                }
                let anchor = (window.from + window.to) / 2.0;
                let ctx = bench.ctx.clone();
                bench
                    .program
                    .act(&ctx, Action::SetWindow(window.zoomed_at(anchor, factor)));
                black_box(bench.frame())
            });
        },
    );
}

fn export(criterion: &mut Criterion) {
    let opened = load_chronicle(None).expect("the built-in chronicle opens");
    let chronicle = opened.chronicle.expect("it has a chronicle");
    let assets = Assets::load().expect("the assets open");
    let request = PictureRequest {
        size: [1920, 1080],
        scale: 1.0,
        language: Language::En,
        theme: ThemeId::Light,
        map: true,
        timeline: true,
        path: String::new(),
    };
    let recipe = Recipe::new(&State::new(&chronicle, Language::En), &request);
    let stage = Stage {
        chronicle: &chronicle,
        basemap: &assets.basemap,
        area_labels: &assets.area_labels,
    };
    let mut group = criterion.benchmark_group("export 1920x1080");
    group.sample_size(10);
    for threads in [1, 2] {
        group.bench_function(format!("{threads} threads, with PNG"), |bencher| {
            bencher.iter(|| {
                let still = render::draw(stage, &recipe, threads).expect("it draws");
                let bytes = render::encode(&still, &recipe, &chronicle, None);
                black_box(bytes.expect("it encodes").len())
            });
        });
    }
    group.finish();
}

criterion_group!(benches, frames, export);
criterion_main!(benches);
