//! The symbols of events and units: one family, drawn as paths, clear at 14 points and at 60.

use crate::model::{EventKind, UnitSymbol};
use egui::epaint::PathShape;
use egui::{Color32, Pos2, Shape, Stroke, pos2};

/// How an event's badge is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Badge {
    /// The centre.
    pub center: Pos2,
    /// The radius in points.
    pub radius: f32,
    /// The side's colour.
    pub color: Color32,
    /// The ground behind it.
    pub ground: Color32,
    /// Solid for what happened, hollow for what was planned.
    pub solid: bool,
}

/// One stroke of a symbol, in units of the badge's radius: x right, y down.
enum Part {
    Line(&'static [(f32, f32)]),
    Fill(&'static [(f32, f32)]),
    Outline(&'static [(f32, f32)]),
    Dot(f32, f32, f32),
    Ring(f32, f32, f32),
}

use Part::{Dot, Fill, Line, Outline, Ring};

/// The badge of an event: a disc with the kind's sign.
pub fn badge_shapes(kind: EventKind, badge: Badge, shapes: &mut Vec<Shape>) {
    let Badge {
        center,
        radius,
        color,
        ground,
        solid,
    } = badge;
    let rim = (radius * 0.16).clamp(1.0, 3.0);
    let ink = if solid {
        shapes.push(Shape::circle_filled(center, radius, color));
        ground
    } else {
        shapes.push(Shape::circle_filled(center, radius, ground));
        shapes.push(Shape::circle_stroke(
            center,
            radius - rim / 2.0,
            Stroke::new(rim, color),
        ));
        color
    };
    parts_shapes(event_parts(kind), center, radius, ink, shapes);
}

/// The symbol of a unit on a plate of the side's colour.
pub fn unit_shapes(symbol: UnitSymbol, badge: Badge, shapes: &mut Vec<Shape>) {
    let Badge {
        center,
        radius,
        color,
        ground,
        solid,
    } = badge;
    let size = egui::vec2(radius * 2.5, radius * 1.8);
    let plate = egui::Rect::from_center_size(center, size);
    let (fill, ink) = if solid {
        (color, ground)
    } else {
        (ground, color)
    };
    shapes.push(Shape::rect_filled(plate.expand(1.5), radius * 0.3, ground));
    shapes.push(Shape::rect_filled(plate, radius * 0.25, fill));
    let rim = Stroke::new(1.5, color);
    shapes.push(Shape::rect_stroke(
        plate,
        radius * 0.25,
        rim,
        egui::StrokeKind::Inside,
    ));
    parts_shapes(unit_parts(symbol), center, radius, ink, shapes);
}

fn parts_shapes(parts: &[Part], center: Pos2, radius: f32, ink: Color32, shapes: &mut Vec<Shape>) {
    let at = |&(x, y): &(f32, f32)| pos2(center.x + x * radius, center.y + y * radius);
    let stroke = Stroke::new((radius * 0.2).clamp(1.1, 4.0), ink);
    for part in parts {
        shapes.push(match *part {
            Line(points) => Shape::line(points.iter().map(at).collect(), stroke),
            Fill(points) => {
                let points = points.iter().map(at).collect();
                Shape::Path(PathShape::convex_polygon(points, ink, Stroke::NONE))
            }
            Outline(points) => Shape::closed_line(points.iter().map(at).collect(), stroke),
            Dot(x, y, r) => Shape::circle_filled(at(&(x, y)), r * radius, ink),
            Ring(x, y, r) => Shape::circle_stroke(at(&(x, y)), r * radius, stroke),
        });
    }
}

fn event_parts(kind: EventKind) -> &'static [Part] {
    match kind {
        EventKind::Movement => &[
            Line(&[(-0.55, 0.0), (0.2, 0.0)]),
            Fill(&[(0.1, -0.42), (0.62, 0.0), (0.1, 0.42)]),
        ],
        EventKind::Battle => &[
            Line(&[(-0.45, -0.45), (0.45, 0.45)]),
            Line(&[(0.45, -0.45), (-0.45, 0.45)]),
        ],
        EventKind::Reconnaissance => &[
            Outline(&[
                (-0.6, 0.0),
                (-0.25, -0.32),
                (0.25, -0.32),
                (0.6, 0.0),
                (0.25, 0.32),
                (-0.25, 0.32),
            ]),
            Dot(0.0, 0.0, 0.17),
        ],
        EventKind::Preparation => &[
            Line(&[(-0.45, -0.32), (0.45, -0.32)]),
            Line(&[(-0.45, 0.02), (0.45, 0.02)]),
            Line(&[(-0.45, 0.36), (0.1, 0.36)]),
        ],
        EventKind::Order => &[
            Outline(&[(-0.36, -0.5), (0.36, -0.5), (0.36, 0.5), (-0.36, 0.5)]),
            Line(&[(-0.16, -0.1), (0.16, -0.1)]),
            Line(&[(-0.16, 0.2), (0.16, 0.2)]),
        ],
        EventKind::Ultimatum => &[
            Fill(&[(-0.16, -0.6), (0.16, -0.6), (0.08, 0.18), (-0.08, 0.18)]),
            Dot(0.0, 0.48, 0.15),
        ],
        EventKind::Note => &[
            Outline(&[
                (-0.4, -0.48),
                (0.15, -0.48),
                (0.4, -0.2),
                (0.4, 0.48),
                (-0.4, 0.48),
            ]),
            Line(&[(-0.15, 0.12), (0.15, 0.12)]),
        ],
        EventKind::Telegram => &[Line(&[
            (0.2, -0.58),
            (-0.22, 0.04),
            (0.22, -0.02),
            (-0.2, 0.58),
        ])],
        EventKind::Letter => &[
            Outline(&[(-0.5, -0.34), (0.5, -0.34), (0.5, 0.36), (-0.5, 0.36)]),
            Line(&[(-0.5, -0.34), (0.0, 0.08), (0.5, -0.34)]),
        ],
        EventKind::Speech => &[
            Fill(&[(-0.5, -0.42), (0.5, -0.42), (0.5, 0.18), (-0.5, 0.18)]),
            Fill(&[(-0.3, 0.1), (0.05, 0.1), (-0.32, 0.52)]),
        ],
        EventKind::Decision => &[Line(&[(-0.46, 0.02), (-0.12, 0.38), (0.48, -0.36)])],
        EventKind::Proclamation => &[
            Line(&[(-0.34, -0.56), (-0.34, 0.58)]),
            Fill(&[(-0.34, -0.54), (0.5, -0.26), (-0.34, 0.06)]),
        ],
        EventKind::Congress => &[
            Dot(-0.4, 0.2, 0.2),
            Dot(0.4, 0.2, 0.2),
            Dot(0.0, -0.32, 0.2),
        ],
        EventKind::Agreement => &[Ring(-0.2, 0.0, 0.32), Ring(0.2, 0.0, 0.32)],
        EventKind::Negotiation => &[
            Line(&[(-0.5, -0.2), (0.3, -0.2)]),
            Fill(&[(0.2, -0.45), (0.58, -0.2), (0.2, 0.02)]),
            Line(&[(0.5, 0.28), (-0.3, 0.28)]),
            Fill(&[(-0.2, 0.05), (-0.58, 0.28), (-0.2, 0.52)]),
        ],
        EventKind::Takeover => &[Fill(&[(0.0, -0.56), (0.5, 0.0), (0.0, 0.56), (-0.5, 0.0)])],
        EventKind::Uprising => &[Fill(&[(0.0, -0.56), (0.52, 0.38), (-0.52, 0.38)])],
        EventKind::Repression => &[
            Line(&[(-0.36, -0.46), (-0.36, 0.46)]),
            Line(&[(0.0, -0.46), (0.0, 0.46)]),
            Line(&[(0.36, -0.46), (0.36, 0.46)]),
        ],
        EventKind::Landing => &[
            Line(&[(0.0, -0.58), (0.0, 0.0)]),
            Fill(&[(-0.34, -0.1), (0.34, -0.1), (0.0, 0.3)]),
            Line(&[(-0.52, 0.5), (0.52, 0.5)]),
        ],
        EventKind::Refugees => &[
            Dot(-0.24, -0.36, 0.18),
            Line(&[(-0.24, -0.1), (-0.24, 0.5)]),
            Dot(0.26, -0.2, 0.15),
            Line(&[(0.26, 0.04), (0.26, 0.5)]),
        ],
        EventKind::Losses => &[
            Line(&[(0.0, -0.56), (0.0, 0.56)]),
            Line(&[(-0.36, -0.2), (0.36, -0.2)]),
        ],
        EventKind::Administration => &[
            Fill(&[(0.0, -0.58), (0.56, -0.22), (-0.56, -0.22)]),
            Line(&[(-0.34, -0.1), (-0.34, 0.32)]),
            Line(&[(0.0, -0.1), (0.0, 0.32)]),
            Line(&[(0.34, -0.1), (0.34, 0.32)]),
            Line(&[(-0.54, 0.46), (0.54, 0.46)]),
        ],
        EventKind::Other => &[Dot(0.0, 0.0, 0.26)],
    }
}

fn unit_parts(symbol: UnitSymbol) -> &'static [Part] {
    match symbol {
        UnitSymbol::ArmouredTrain => &[
            Fill(&[(-0.95, -0.1), (0.7, -0.1), (0.95, 0.3), (-0.95, 0.3)]),
            Fill(&[(-0.45, -0.5), (0.15, -0.5), (0.15, -0.1), (-0.45, -0.1)]),
            Line(&[(0.15, -0.34), (0.75, -0.34)]),
            Dot(-0.6, 0.48, 0.16),
            Dot(0.0, 0.48, 0.16),
            Dot(0.6, 0.48, 0.16),
        ],
        UnitSymbol::Infantry => &[
            Line(&[(-0.95, -0.6), (0.95, 0.6)]),
            Line(&[(0.95, -0.6), (-0.95, 0.6)]),
        ],
        UnitSymbol::Cavalry => &[Line(&[(0.95, -0.6), (-0.95, 0.6)])],
        UnitSymbol::Ship => &[
            Fill(&[(-0.9, 0.1), (0.9, 0.1), (0.6, 0.55), (-0.65, 0.55)]),
            Fill(&[(-0.35, -0.25), (0.3, -0.25), (0.3, 0.1), (-0.35, 0.1)]),
            Line(&[(0.0, -0.6), (0.0, -0.2)]),
        ],
        UnitSymbol::Headquarters => &[
            Line(&[(-0.5, -0.62), (-0.5, 0.62)]),
            Fill(&[(-0.5, -0.6), (0.7, -0.6), (0.7, 0.0), (-0.5, 0.0)]),
        ],
        UnitSymbol::Detachment => &[Fill(&[(0.0, -0.55), (0.6, 0.0), (0.0, 0.55), (-0.6, 0.0)])],
        UnitSymbol::Person => &[
            Dot(0.0, -0.32, 0.26),
            Fill(&[(-0.24, 0.02), (0.24, 0.02), (0.46, 0.6), (-0.46, 0.6)]),
        ],
        UnitSymbol::Body => event_parts(EventKind::Administration),
    }
}
