//! Lets egui_kittest draw with the CPU painter, so that image tests need no graphics driver.

use egui_kittest::TestRenderer;
use salname::render::raster::{self, Textures};

/// Worker threads for a frame; the picture does not depend on it.
const NUM_THREADS: usize = 2;

/// A renderer for `egui_kittest::Harness` on top of the CPU painter.
///
/// It starts from a transparent picture, as egui_kittest's own renderer does.
#[derive(Default)]
pub struct CpuRenderer {
    textures: Textures,
}

impl TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut egui::TexturesDelta) {
        self.textures.apply(delta);
        // egui checks that every delta has been dealt with.
        delta.clear();
    }

    fn render(
        &mut self,
        ctx: &egui::Context,
        output: &egui::FullOutput,
    ) -> Result<image::RgbaImage, String> {
        let pixels_per_point = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * pixels_per_point;
        let size_px = [size.x.round() as u32, size.y.round() as u32];
        let primitives = ctx.tessellate(output.shapes.clone(), pixels_per_point);
        let picture = raster::paint(
            size_px,
            pixels_per_point,
            egui::Color32::TRANSPARENT,
            &primitives,
            &self.textures,
            NUM_THREADS,
        );
        image::RgbaImage::from_raw(picture.width, picture.height, picture.pixels)
            .ok_or_else(|| "the painter's picture has a wrong number of bytes".to_owned())
    }
}
