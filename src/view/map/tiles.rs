//! The base map as ordinary shapes, so that the window, a picture and a test show the same.

use super::{Screen, ViewCtx};
use crate::geo::TileKey;
use crate::state::ThemeId;
use crate::theme::Theme;
use egui::{Mesh, Painter, Pos2, Rect, Shape, Stroke, Ui, pos2};
use std::collections::HashMap;
use std::sync::Arc;
use walkers::{Drawable, Style};

/// Decoded tiles are laid out on a square of this many units.
const TILE_UNITS: u32 = 512;
/// How many tiles are decoded in one frame of the window, so that no frame takes long.
const MAX_DECODED_PER_FRAME: usize = 6;
/// How many decoded tiles are kept; some 60 fill a large screen.
const MAX_TILES: usize = 400;

/// Decoded and styled tiles.
#[derive(Default)]
pub(super) struct TileCache {
    styled_for: Option<ThemeId>,
    style: Style,
    tiles: HashMap<TileKey, Option<Arc<Vec<Drawable>>>>,
}

impl TileCache {
    /// Paint the base map. Returns whether tiles are still missing.
    pub(super) fn paint(&mut self, ui: &Ui, ctx: &ViewCtx<'_>, screen: &Screen) -> bool {
        if self.styled_for != Some(ctx.state.theme) {
            self.style = style(ctx.theme);
            self.styled_for = Some(ctx.state.theme);
            self.tiles.clear();
        }
        if self.tiles.len() > MAX_TILES {
            self.tiles.clear();
        }
        let mut allowance = if ctx.is_still() {
            usize::MAX
        } else {
            MAX_DECODED_PER_FRAME
        };
        let mut waiting = false;
        let mut visible: Vec<(Rect, Rect, Arc<Vec<Drawable>>)> = Vec::new();
        let mut absent = Vec::new();
        for key in visible_keys(ctx, screen) {
            match self.tile(ctx, key, &mut allowance) {
                Some(Some(drawables)) => {
                    let rect = tile_rect(key, screen);
                    visible.push((rect, rect, drawables));
                }
                Some(None) => absent.push(key),
                None => {
                    waiting = true;
                    // Until it is decoded, the tile's parent stands in, if it is at hand.
                    visible.extend(self.parent_at_hand(key, screen));
                }
            }
        }
        waiting |= self.stand_in(ctx, screen, &absent, &mut allowance, &mut visible);
        // All grounds come before all lines: a tile must not cover its neighbour's coast.
        for is_ground in [true, false] {
            for (rect, clip, drawables) in &visible {
                let painter = ui.painter().with_clip_rect(clip.intersect(screen.rect));
                let kind =
                    |drawable: &&Drawable| matches!(drawable, Drawable::Fill(_)) == is_ground;
                for drawable in drawables.iter().filter(kind) {
                    paint_drawable(&painter, drawable, *rect);
                }
            }
        }
        waiting
    }

    /// A tile, decoded if it may still be in this frame: `None` if not, `Some(None)` if the
    /// archive has none.
    fn tile(
        &mut self,
        ctx: &ViewCtx<'_>,
        key: TileKey,
        allowance: &mut usize,
    ) -> Option<Option<Arc<Vec<Drawable>>>> {
        if !self.tiles.contains_key(&key) {
            *allowance = allowance.checked_sub(1)?;
            self.tiles.insert(key, decoded(ctx, &self.style, key));
        }
        self.tiles.get(&key).cloned()
    }

    /// Where the archive ends, coarser tiles that reach farther. Returns whether some are missing.
    fn stand_in(
        &mut self,
        ctx: &ViewCtx<'_>,
        screen: &Screen,
        absent: &[TileKey],
        allowance: &mut usize,
        visible: &mut Vec<(Rect, Rect, Arc<Vec<Drawable>>)>,
    ) -> bool {
        let (min_zoom, _) = ctx.basemap.zoom_range();
        let is_alone = visible.is_empty();
        let mut painted = Vec::new();
        let mut waiting = false;
        for &key in absent {
            let coarser = std::iter::successors(key.parent(), TileKey::parent);
            for parent in coarser.take_while(|parent| parent.zoom >= min_zoom) {
                match self.tile(ctx, parent, allowance) {
                    None => waiting = true,
                    Some(None) => continue,
                    // Alone on the pane it is painted whole, and once.
                    Some(Some(_)) if is_alone && painted.contains(&parent) => {}
                    Some(Some(drawables)) => {
                        painted.push(parent);
                        let rect = tile_rect(parent, screen);
                        let clip = if is_alone {
                            rect
                        } else {
                            tile_rect(key, screen)
                        };
                        visible.push((rect, clip, drawables));
                    }
                }
                break;
            }
        }
        waiting
    }

    /// The nearest decoded tile above `key`, with where it is and which part of it is wanted.
    fn parent_at_hand(
        &self,
        key: TileKey,
        screen: &Screen,
    ) -> Option<(Rect, Rect, Arc<Vec<Drawable>>)> {
        let mut coarser = std::iter::successors(key.parent(), TileKey::parent);
        coarser.find_map(|parent| {
            let drawables = self.tiles.get(&parent)?.clone()?;
            Some((tile_rect(parent, screen), tile_rect(key, screen), drawables))
        })
    }
}

fn decoded(ctx: &ViewCtx<'_>, style: &Style, key: TileKey) -> Option<Arc<Vec<Drawable>>> {
    let bytes = ctx.basemap.tile(key)?;
    // A tile that cannot be decoded stays empty; the archive was checked when it was opened.
    match walkers::Tile::from_mvt(&bytes, style, key.zoom, TILE_UNITS).ok()? {
        walkers::Tile::Vector { drawables, .. } => Some(drawables),
        walkers::Tile::Raster(_) => None,
    }
}

/// The tiles that cover the pane, from the archive's zoom that suits the camera best.
fn visible_keys(ctx: &ViewCtx<'_>, screen: &Screen) -> Vec<TileKey> {
    let (min_zoom, max_zoom) = ctx.basemap.zoom_range();
    let zoom = (screen.zoom.floor() as u8).clamp(min_zoom, max_zoom);
    let num_tiles = 1_u32 << zoom;
    let north_west = screen.lon_lat(screen.rect.left_top());
    let south_east = screen.lon_lat(screen.rect.right_bottom());
    let world = crate::geo::World::at_zoom(f64::from(zoom));
    let cell = |at| {
        let point = world.point_from_lon_lat(at);
        let index = |px: f64| {
            (px / crate::geo::TILE_SIZE_PX)
                .floor()
                .clamp(0.0, f64::from(num_tiles - 1)) as u32
        };
        (index(point.x), index(point.y))
    };
    let (west, north) = cell(north_west);
    let (east, south) = cell(south_east);
    let rows = north..=south;
    rows.flat_map(|y| (west..=east).map(move |x| TileKey { zoom, x, y }))
        .collect()
}

/// Where a tile is on the screen.
fn tile_rect(key: TileKey, screen: &Screen) -> Rect {
    let side = crate::geo::TILE_SIZE_PX * libm::exp2(screen.zoom - f64::from(key.zoom));
    let corner = |x: u32, y: u32| {
        pos2(
            (f64::from(x) * side - screen.origin.x) as f32,
            (f64::from(y) * side - screen.origin.y) as f32,
        )
    };
    Rect::from_min_max(corner(key.x, key.y), corner(key.x + 1, key.y + 1))
}

fn paint_drawable(painter: &Painter, drawable: &Drawable, rect: Rect) {
    let scale = rect.width() / TILE_UNITS as f32;
    let place = |at: Pos2| rect.min + at.to_vec2() * scale;
    match drawable {
        Drawable::Fill(fill) => {
            let mut mesh = Mesh::default();
            mesh.reserve_vertices(fill.vertices.len());
            for vertex in &fill.vertices {
                mesh.colored_vertex(place(vertex.position), vertex.color);
            }
            mesh.indices.clone_from(&fill.indices);
            painter.add(Shape::mesh(mesh));
        }
        Drawable::Lines(lines) => {
            let clip = painter.clip_rect().expand(8.0);
            for line in lines {
                let points: Vec<Pos2> = line.points.iter().map(|&at| place(at)).collect();
                if !Rect::from_points(&points).intersects(clip) {
                    continue;
                }
                let stroke = Stroke::new(line.width, line.color);
                match line.dasharray.as_slice() {
                    [dash, gap, ..] => {
                        painter.extend(Shape::dashed_line(&points, stroke, *dash, *gap));
                    }
                    _ => {
                        painter.add(Shape::line(points, stroke));
                    }
                }
            }
        }
    }
}

/// The base map's style in MapLibre's language, from the theme's colours.
///
/// The layers are named as in Protomaps' schema, so that an archive of a person's own is drawn in
/// the same way; `coast` is our own layer.
fn style(theme: &Theme) -> Style {
    use walkers::json;
    let css = Theme::css;
    let filter = |kinds: &[&str]| {
        let words = ["in", "kind"].into_iter().chain(kinds.iter().copied());
        walkers::Value::from_iter(words)
    };
    let fill = |layer: &str, kinds: &[&str], color| {
        json!({
            "type": "fill",
            "source-layer": layer,
            "filter": filter(kinds),
            "paint": { "fill-color": css(color) },
        })
    };
    let line = |layer: &str, kinds: &[&str], color, width: f32| {
        json!({
            "type": "line",
            "source-layer": layer,
            "filter": filter(kinds),
            "paint": { "line-color": css(color), "line-width": width },
        })
    };
    let mut sleepers = line("roads", &["rail"], theme.rail, 4.0);
    sleepers["paint"]["line-dasharray"] = json!([0.35, 1.6]);
    let value = json!({ "layers": [
        fill("earth", &["earth"], theme.land),
        fill("water", &["lake", "ocean", "sea", "water"], theme.sea),
        line("water", &["river"], theme.river, 1.1),
        line("coast", &["coast", "lakeshore"], theme.coast, 1.0),
        line("roads", &["rail"], theme.rail, 1.2),
        sleepers,
    ]});
    // The style above is ours and a test paints with it; an empty one would show a bare sea.
    serde_json::from_value(value).unwrap_or_default()
}
