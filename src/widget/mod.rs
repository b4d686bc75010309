//! Small pieces that several views use: symbols, icon buttons, splitters, text with a halo.
//!
//! Nothing here knows the state; what is needed comes as arguments.

mod button;
mod halo;
mod splitter;
mod symbol;

pub use button::{Icon, icon_button};
pub use halo::{halo_galley, halo_text};
pub use splitter::{Axis, splitter};
pub use symbol::{Badge, badge_shapes, unit_shapes};

use egui::epaint::{Mesh, PathShape};
use egui::{Color32, Pos2, Rect, Shape, Stroke, pos2};

/// A rectangle whose colour runs from `left` to `right`.
pub fn gradient_rect(rect: Rect, left: Color32, right: Color32) -> Shape {
    let mut mesh = Mesh::default();
    mesh.colored_vertex(rect.left_top(), left);
    mesh.colored_vertex(rect.right_top(), right);
    mesh.colored_vertex(rect.right_bottom(), right);
    mesh.colored_vertex(rect.left_bottom(), left);
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    Shape::mesh(mesh)
}

/// An arrow head with its point at `tip`, looking along `direction` (radians, 0 is right).
pub fn arrow_head(tip: Pos2, direction: f32, length: f32, color: Color32) -> Shape {
    const HALF_ANGLE: f32 = 0.42;
    let wing = |side: f32| {
        let angle = direction + std::f32::consts::PI + side * HALF_ANGLE;
        pos2(
            tip.x + libm::cosf(angle) * length,
            tip.y + libm::sinf(angle) * length,
        )
    };
    let points = vec![tip, wing(-1.0), wing(1.0)];
    Shape::Path(PathShape::convex_polygon(points, color, Stroke::NONE))
}
