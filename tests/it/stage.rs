//! A program without a window for tests: the built-in chronicle, our fonts, the CPU painter.

use crate::cpu_renderer::CpuRenderer;
use egui_kittest::Harness;
use salname::app::{Assets, Program, ProgramOptions, load_chronicle};
use salname::model::Language;
use salname::theme;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// The screen of a school laptop.
pub const SCREEN: egui::Vec2 = egui::vec2(1366.0, 768.0);

/// The assets, opened once.
pub fn assets() -> Arc<Assets> {
    static ASSETS: OnceLock<Arc<Assets>> = OnceLock::new();
    ASSETS
        .get_or_init(|| Arc::new(Assets::load().unwrap()))
        .clone()
}

/// The built-in chronicle in a program, in this language.
pub fn program(language: Language) -> Program {
    let opened = load_chronicle(None).unwrap();
    let options = ProgramOptions {
        language,
        ..Default::default()
    };
    Program::new(opened, assets(), options).unwrap()
}

/// A harness around a program.
pub fn harness(program: Program) -> Harness<'static, Program> {
    // Fonts given to a context can be used from its next frame on.
    let mut has_fonts = false;
    let app = move |ui: &mut egui::Ui, program: &mut Program| {
        if has_fonts {
            program.frame(ui);
        } else {
            theme::install(ui.ctx(), program.theme());
            has_fonts = true;
        }
    };
    let mut harness = Harness::builder()
        .with_size(SCREEN)
        .with_step_dt(1.0 / 60.0)
        .renderer(CpuRenderer::default())
        .build_ui_state(app, program);
    settle(&mut harness);
    harness
}

/// Run frames until nothing asks for another; playback and background jobs are left alone.
pub fn settle(harness: &mut Harness<'static, Program>) {
    for _ in 0..30 {
        harness.step();
        if !harness.ctx.has_requested_repaint() {
            break;
        }
    }
}

/// Where test pictures may be written and looked at afterwards.
pub fn picture_folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
