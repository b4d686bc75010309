//! Holds the CPU painter against egui_kittest's wgpu renderer.
//!
//! The numbers are meant for Mesa's software driver, which egui_kittest prefers wherever it is
//! installed; a graphics card may round elsewhere.

#![cfg(feature = "gpu-parity")]
#![expect(
    clippy::disallowed_methods,
    reason = "test patterns need colours that no theme has"
)]

use egui::{Align2, Color32, FontId, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};
use std::cell::RefCell;

use egui_kittest::{Harness, TestRenderer, wgpu::WgpuTestRenderer};
use image::RgbaImage;
use salname::model::Language;
use salname::state::ThemeId;
use salname::theme::Theme;

use crate::cpu_renderer::CpuRenderer;

/// Size of every frame, in points.
const SIZE: egui::Vec2 = vec2(480.0, 320.0);

/// Scales to draw every frame at, in pixels per point; the odd one puts little on whole pixels.
const SCALES: [f32; 4] = [1.0, 1.3, 1.5, 2.0];

/// The largest difference of a channel, in levels of 255.
const MAX_LEVELS: u8 = 2;

/// The largest mean difference over all channels of a picture, in levels of 255.
///
/// Rounding puts one channel in some hundreds a level off, so this is ample, and yet a painter that
/// rounds down instead of to the nearest level exceeds it.
const MAX_MEAN_LEVELS: f64 = 0.02;

#[test]
fn text_in_several_sizes() {
    assert_parity("text", |ui| {
        let painter = ui.painter();
        painter.rect_filled(Rect::EVERYTHING, 0.0, Color32::from_rgb(250, 248, 240));
        let mut y = 4.0;
        for (size, ink) in [
            (8.0, Color32::BLACK),
            (11.0, Color32::from_rgb(20, 60, 120)),
            (14.5, Color32::from_rgba_unmultiplied(160, 20, 20, 140)),
            (23.0, Color32::DARK_GREEN),
            (41.0, Color32::from_gray(90)),
        ] {
            let text = format!("Year {size}: Şuşa, Ordubad, Ağdam — 1501 ÷ 1736");
            painter.text(
                pos2(6.3, y),
                Align2::LEFT_TOP,
                &text,
                FontId::proportional(size),
                ink,
            );
            y += 1.5 * size;
            painter.text(
                pos2(6.0, y),
                Align2::LEFT_TOP,
                &text,
                FontId::monospace(size),
                ink,
            );
            y += 1.5 * size;
        }
    });
}

/// The program's own window: map, symbols, haloed names, chronology, reader.
#[test]
fn the_whole_window() {
    let program = RefCell::new(crate::stage::program(Language::Az));
    assert_parity("window", |ui| program.borrow_mut().frame(ui));
}

#[test]
fn rounded_rects_circles_and_thin_lines() {
    assert_parity("shapes", |ui| {
        let painter = ui.painter();
        painter.rect_filled(Rect::EVERYTHING, 0.0, Color32::from_rgb(30, 34, 40));
        for idx in 0..9 {
            let step = idx as f32;
            let corner = pos2(10.0 + 51.3 * step, 10.0 + 1.7 * step);
            let rect = Rect::from_min_size(corner, vec2(44.4, 30.7));
            let fill = Color32::from_rgb(40 + 20 * idx, 200 - 15 * idx, 90);
            let stroke = Stroke::new(0.4 * step, Color32::from_rgb(240, 230, 20));
            painter.rect(rect, 1.5 * step, fill, stroke, StrokeKind::Middle);

            let center = corner + vec2(20.0, 75.0);
            painter.circle_filled(center, 2.3 * step + 0.5, fill);
            painter.circle_stroke(center, 24.0, stroke);

            let hair = Stroke::new(0.2 + 0.25 * step, Color32::from_rgb(220, 220, 255));
            let end = pos2(470.0 - 40.0 * step, 310.0);
            painter.line_segment([pos2(20.0 + 13.0 * step, 140.0), end], hair);
            painter.hline(5.0..=200.0, 150.3 + 7.1 * step, hair);
            painter.vline(300.2 + 9.3 * step, 140.0..=310.0, hair);
        }
    });
}

#[test]
fn transparent_overlays() {
    assert_parity("overlays", |ui| {
        let painter = ui.painter();
        // Left of this the target stays transparent, which puts its alpha to the test.
        let opaque = Rect::from_min_max(pos2(100.0, 0.0), pos2(480.0, 320.0));
        painter.rect_filled(opaque, 0.0, Color32::from_rgb(235, 235, 225));
        for idx in 0..24 {
            let step = idx as f32;
            let corner = pos2(8.0 + 15.1 * step, 6.0 + 9.7 * step);
            let rect = Rect::from_min_size(corner, vec2(130.0, 70.0));
            let [red, green, blue] =
                [step * 10.0, 255.0 - step * 9.0, 90.0 + step].map(|c| c as u8);
            let fill = Color32::from_rgba_unmultiplied(red, green, blue, 15 + 9 * idx);
            painter.rect_filled(rect, 12.0, fill);
        }
        painter.rect_filled(
            Rect::from_min_max(pos2(30.0, 200.0), pos2(450.0, 240.0)),
            0.0,
            Color32::from_rgba_premultiplied(70, 40, 10, 0),
        );
    });
}

#[test]
fn gradient_meshes() {
    assert_parity("gradients", |ui| {
        let mut mesh = egui::Mesh::default();
        let mut quad = |corners: [Pos2; 4], colors: [Color32; 4]| {
            let first = mesh.vertices.len() as u32;
            for (pos, color) in corners.into_iter().zip(colors) {
                mesh.colored_vertex(pos, color);
            }
            mesh.add_triangle(first, first + 1, first + 2);
            mesh.add_triangle(first + 2, first + 3, first);
        };
        quad(
            [
                pos2(0.0, 0.0),
                pos2(480.0, 0.0),
                pos2(480.0, 320.0),
                pos2(0.0, 320.0),
            ],
            [Color32::BLACK, Color32::RED, Color32::WHITE, Color32::BLUE],
        );
        quad(
            [
                pos2(31.7, 20.2),
                pos2(401.1, 60.9),
                pos2(300.3, 290.4),
                pos2(90.8, 200.6),
            ],
            [
                Color32::from_rgba_unmultiplied(255, 255, 0, 220),
                Color32::TRANSPARENT,
                Color32::from_rgba_unmultiplied(0, 255, 255, 128),
                Color32::from_rgba_unmultiplied(255, 0, 255, 60),
            ],
        );
        // Corners far outside the picture, as a deep zoom makes them.
        // No side may cross a column or row right at a pixel centre: the driver cuts such triangles
        // with less precision than ours, and the last bit would decide.
        quad(
            [
                pos2(-3.1e6, -40.3),
                pos2(5.2e6, 150.1),
                pos2(5.2e6, 170.7),
                pos2(-3.1e6, 160.2),
            ],
            [Color32::from_rgba_unmultiplied(0, 90, 0, 99); 4],
        );
        ui.painter().add(Shape::mesh(mesh));
    });
}

#[test]
fn images_with_all_filters_and_wraps() {
    use egui::TextureOptions;
    assert_parity("images", |ui| {
        let filters = [
            TextureOptions::LINEAR,
            TextureOptions::NEAREST,
            TextureOptions::LINEAR_REPEAT,
            TextureOptions::NEAREST_REPEAT,
            TextureOptions::LINEAR_MIRRORED_REPEAT,
            TextureOptions::NEAREST_MIRRORED_REPEAT,
        ];
        let handles = image_handles(ui, &filters);
        for (idx, handle) in handles.iter().enumerate() {
            let (column, row) = ((idx % 3) as f32, (idx / 3) as f32);
            let corner = pos2(7.3 + 155.0 * column, 9.6 + 152.0 * row);
            // Sides that are no simple multiple of the texels, so that no pixel centre lies on the
            // border between two nearest texels, where the last bit of a sum would decide.
            let rect = Rect::from_min_size(corner, vec2(148.37, 141.73));
            let uv = Rect::from_min_max(pos2(-0.713, -0.317), pos2(1.619, 1.433));
            ui.painter().image(handle.id(), rect, uv, Color32::WHITE);
            let small = Rect::from_min_size(corner + vec2(50.0, 40.0), vec2(31.0, 29.0));
            let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            let tint = Color32::from_rgba_unmultiplied(255, 200, 120, 200);
            ui.painter().image(handle.id(), small, uv, tint);
        }
    });
}

#[test]
fn clipped_scroll_area() {
    assert_parity("scroll area", |ui| {
        ui.set_clip_rect(Rect::from_min_max(pos2(10.4, 7.5), pos2(300.6, 280.2)));
        ui.heading("Chronicle");
        egui::ScrollArea::vertical()
            .vertical_scroll_offset(33.3)
            .show(ui, |ui| {
                for idx in 0..60 {
                    ui.horizontal(|ui| {
                        ui.checkbox(&mut (idx % 2 == 0), format!("Event number {idx}"));
                        let _ = ui.button("Show on map");
                    });
                }
            });
    });
}

#[test]
fn plot() {
    assert_parity("plot", |ui| {
        use egui_plot::{Line, Plot, Points, Polygon};
        Plot::new("parity").show(ui, |plot_ui| {
            let waves: Vec<_> = (0..400)
                .map(|i| f64::from(i) * 0.05)
                .map(|x| [x, x.sin()])
                .collect();
            plot_ui.line(Line::new("wave", waves));
            let area = vec![[2.0, -0.8], [9.0, -0.2], [7.0, 0.9], [3.0, 0.6]];
            plot_ui.polygon(Polygon::new("area", area).fill_color(Color32::from_black_alpha(90)));
            let dots: Vec<_> = (0..40)
                .map(|i| [f64::from(i) * 0.5, f64::from(i % 7) / 7.0])
                .collect();
            plot_ui.points(Points::new("dots", dots).radius(3.3));
        });
    });
}

/// A small image of colours and transparency, once for every way to read it, kept by the context.
fn image_handles(ui: &Ui, options: &[egui::TextureOptions]) -> Vec<egui::TextureHandle> {
    let id = egui::Id::unique("parity images");
    if let Some(handles) = ui.ctx().data(|data| data.get_temp(id)) {
        return handles;
    }
    let mut image = egui::ColorImage::filled([13, 11], Color32::TRANSPARENT);
    for (idx, pixel) in image.pixels.iter_mut().enumerate() {
        let [red, green, blue, alpha] = [37, 91, 53, 29].map(|step| (idx * step % 256) as u8);
        *pixel = Color32::from_rgba_unmultiplied(red, green, blue, alpha.max(100));
    }
    let handles: Vec<_> = options
        .iter()
        .map(|&options| ui.ctx().load_texture("parity", image.clone(), options))
        .collect();
    ui.ctx()
        .data_mut(|data| data.insert_temp(id, handles.clone()));
    handles
}

/// Draws a frame both ways at every scale and compares all pixels.
///
/// Edges are not excused: both painters decide by the same rule, on the same grid, whether an edge
/// takes in a pixel, so even there only rounding may differ.
fn assert_parity(name: &str, frame: impl Fn(&mut Ui)) {
    for scale in SCALES {
        let reference = rendered(WgpuTestRenderer::new(), scale, &frame);
        let ours = rendered(CpuRenderer::default(), scale, &frame);
        assert_eq!(reference.dimensions(), ours.dimensions());
        let mut levels = reference.as_raw().clone();
        levels.sort_unstable();
        levels.dedup();
        assert!(
            levels.len() > 2,
            "{name} at scale {scale}: there is nothing to compare"
        );

        let pixels = reference.enumerate_pixels().zip(ours.pixels());
        for ((column, row, theirs), ours) in pixels {
            let is_near = theirs
                .0
                .iter()
                .zip(ours.0)
                .all(|(a, b)| a.abs_diff(b) <= MAX_LEVELS);
            assert!(
                is_near,
                "{name} at scale {scale}, pixel {column}, {row}: {ours:?} instead of {theirs:?}"
            );
        }
        let channels = reference.as_raw().iter().zip(ours.as_raw());
        let sum: u64 = channels.map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
        let mean = sum as f64 / reference.as_raw().len() as f64;
        assert!(
            mean < MAX_MEAN_LEVELS,
            "{name} at scale {scale}: {mean} levels off on average"
        );
    }
}

fn rendered(
    renderer: impl TestRenderer + 'static,
    pixels_per_point: f32,
    frame: impl Fn(&mut Ui),
) -> RgbaImage {
    let theme = Theme::load(ThemeId::Light).unwrap();
    // Fonts given to a context can be used from its next frame on.
    let has_fonts = std::cell::Cell::new(false);
    let frame = |ui: &mut Ui| {
        if has_fonts.replace(true) {
            frame(ui);
        } else {
            salname::theme::install(ui.ctx(), &theme);
            ui.ctx().request_repaint();
        }
    };
    let mut harness = Harness::builder()
        .with_size(SIZE)
        .with_pixels_per_point(pixels_per_point)
        .renderer(renderer)
        .build_ui(frame);
    harness.run();
    harness.render().unwrap()
}
