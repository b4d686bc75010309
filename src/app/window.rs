//! The window: eframe around the program, with wgpu, or glow where no adapter is found.

use super::{Assets, Opened, Program, ProgramOptions};
use crate::render;
use crate::theme;
use egui::{IconData, ViewportBuilder, ViewportCommand, vec2};
use std::sync::Arc;

/// The size of the first window: a school laptop's screen with room for its bars.
const FIRST_SIZE: [f32; 2] = [1280.0, 720.0];
/// The smallest window in which everything can be used.
const MIN_SIZE: [f32; 2] = [900.0, 520.0];

struct Shell {
    program: Program,
}

impl eframe::App for Shell {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.program.frame(ui);
        if self.program.wants_to_quit() {
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.program.save_session_now();
    }
}

/// Open the window and stay until it is closed.
///
/// # Errors
///
/// If no window can be opened, or shipped material is damaged.
pub fn run(opened: Opened, options: ProgramOptions) -> Result<(), String> {
    let wgpu = open_with(eframe::Renderer::Wgpu, opened.clone(), options.clone());
    match wgpu {
        Err(eframe::Error::Wgpu(_)) => {
            // Old machines have OpenGL without anything newer.
            open_with(eframe::Renderer::Glow, opened, options).map_err(|err| err.to_string())
        }
        other => other.map_err(|err| err.to_string()),
    }
}

fn open_with(
    renderer: eframe::Renderer,
    opened: Opened,
    options: ProgramOptions,
) -> eframe::Result {
    let mut viewport = ViewportBuilder::default()
        .with_title("Salnamə")
        .with_app_id("salname")
        .with_inner_size(FIRST_SIZE)
        .with_min_inner_size(MIN_SIZE);
    if let Some(icon) = icon() {
        viewport = viewport.with_icon(Arc::new(icon));
    }
    let native = eframe::NativeOptions {
        viewport,
        renderer,
        centered: true,
        ..Default::default()
    };
    eframe::run_native(
        "Salnamə",
        native,
        Box::new(move |creation| {
            let assets = Arc::new(Assets::load()?);
            let program = Program::new(opened, assets, options)?;
            theme::install(&creation.egui_ctx, program.theme());
            creation.egui_ctx.options_mut(|options| {
                // The size of type is the system's business; Ctrl and plus is not taken for it.
                options.zoom_with_keyboard = false;
            });
            Ok(Box::new(Shell { program }))
        }),
    )
}

/// The window's icon; a window without one is no reason not to open.
fn icon() -> Option<IconData> {
    let bytes = include_bytes!("../../assets/icons/salname-256.png");
    let (width, height, rgba) = render::decode_rgba(bytes).ok()?;
    let size = vec2(width as f32, height as f32);
    (size.x == size.y).then_some(IconData {
        rgba,
        width,
        height,
    })
}
