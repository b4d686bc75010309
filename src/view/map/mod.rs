//! The map: base map, tracks, units at the time cursor, events and places.

mod furniture;
mod items;
mod labels;
mod tiles;
mod tracks;

use super::{Actions, ViewCtx};
use crate::geo::{GeoBounds, LonLat, MercatorPoint, World};
use crate::model::Camera;
use crate::state::{Action, ZOOM_RANGE};
use egui::{Pos2, Rect, Response, Ui, Vec2, pos2};
use walkers::{Map, MapMemory};

/// What the map remembers between frames.
#[derive(Default)]
pub(crate) struct MapLocal {
    memory: MapMemory,
    tiles: tiles::TileCache,
}

/// Positions on the screen; the map's one conversion, in `f64` until the last step.
#[derive(Clone, Copy)]
pub(super) struct Screen {
    world: World,
    origin: MercatorPoint,
    rect: Rect,
    zoom: f64,
}

impl Screen {
    fn new(rect: Rect, camera: Camera) -> Self {
        let world = World::at_zoom(camera.zoom);
        let center = world.point_from_lon_lat(camera.center);
        let origin = MercatorPoint {
            x: center.x - f64::from(rect.center().x),
            y: center.y - f64::from(rect.center().y),
        };
        Self {
            world,
            origin,
            rect,
            zoom: camera.zoom,
        }
    }

    /// Where a position is on the screen.
    fn pos(&self, at: LonLat) -> Pos2 {
        let point = self.world.point_from_lon_lat(at);
        pos2(
            (point.x - self.origin.x) as f32,
            (point.y - self.origin.y) as f32,
        )
    }

    /// Which position a point of the screen shows.
    fn lon_lat(&self, pos: Pos2) -> LonLat {
        self.world.lon_lat_from_point(MercatorPoint {
            x: f64::from(pos.x) + self.origin.x,
            y: f64::from(pos.y) + self.origin.y,
        })
    }

    /// The positions that the pane shows.
    fn bounds(&self) -> GeoBounds {
        GeoBounds {
            min: self.lon_lat(self.rect.left_bottom()),
            max: self.lon_lat(self.rect.right_top()),
        }
    }

    /// Whether a point is in the pane or within `margin` points of it.
    fn shows(&self, pos: Pos2, margin: f32) -> bool {
        self.rect.expand(margin).contains(pos)
    }
}

/// The map in `rect`.
pub fn map_ui(
    ui: &mut Ui,
    rect: Rect,
    ctx: &ViewCtx<'_>,
    local: &mut MapLocal,
    actions: &mut Actions,
) {
    let mut ui = ui.new_child(egui::UiBuilder::new().id_salt("map").max_rect(rect));
    let ui = &mut ui;
    ui.set_clip_rect(rect.intersect(ui.clip_rect()));
    ui.painter().rect_filled(rect, 0.0, ctx.theme.sea);
    let camera = ctx.state.view.camera;
    let response = pan_and_zoom(ui, ctx, &mut local.memory, actions);
    let screen = Screen::new(rect, camera);
    let waiting = local.tiles.paint(ui, ctx, &screen);
    if waiting {
        ui.ctx().request_repaint();
    }
    let mut board = labels::Board::new(rect);
    furniture::reserve(ui, &screen, ctx, &mut board);
    tracks::paint(ui, ctx, &screen);
    items::items_ui(ui, ctx, &screen, &mut board, actions);
    labels::area_labels(ui, ctx, &screen, &mut board);
    furniture::furniture_ui(ui, ctx, &screen, &response, actions);
}

/// Let walkers deal with dragging: push the camera in, read it back, wish for the difference.
/// Zooming is ours, because walkers' wheel depends on how long the last frame took.
fn pan_and_zoom(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    memory: &mut MapMemory,
    actions: &mut Actions,
) -> Response {
    let camera = ctx.state.view.camera;
    let position = walkers::lon_lat(camera.center.lon, camera.center.lat);
    // Zooms are clamped to what walkers accepts wherever the camera changes.
    memory.set_zoom(camera.zoom).ok();
    memory.center_at(position);
    let map = Map::new(None, memory, position)
        .panning(false)
        .zoom_gesture(false);
    let response = map.show(ui, |_, _, _, _| ()).response;
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::ScrollView, true, ctx.locale.tr("map-name"))
    });
    if ctx.is_still() {
        return response;
    }
    // A drag moves by exactly the pointer's way; walkers' inertia is left out, because nothing
    // here moves by itself.
    if response.dragged()
        && response.drag_delta() != Vec2::ZERO
        && let Some(center) = memory.detached()
    {
        let center = LonLat::new(center.x(), center.y());
        actions.push(Action::SetCamera(Camera { center, ..camera }));
    }
    if response.drag_stopped() {
        actions.push(Action::Settle);
    }
    if let Some(zoomed) = zoomed(ui, &response, camera) {
        actions.push(Action::SetCamera(zoomed));
    }
    if response.clicked() && !response.double_clicked() {
        actions.push(Action::Select(None));
    }
    response
}

/// Where the wheel, pinching or a double-click leads: nearer or farther, with the position under
/// the pointer where it was.
fn zoomed(ui: &Ui, response: &Response, camera: Camera) -> Option<Camera> {
    const ZOOM_PER_POINT: f64 = 0.006;
    let pointer = response.hover_pos()?;
    if !response.contains_pointer() {
        return None;
    }
    let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
    let nearer = if response.double_clicked() { 1.0 } else { 0.0 };
    let by = f64::from(scroll) * ZOOM_PER_POINT + libm::log2(f64::from(pinch)) + nearer;
    if by == 0.0 {
        return None;
    }
    let zoom = (camera.zoom + by).clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end());
    let anchor = Screen::new(response.rect, camera).lon_lat(pointer);
    let world = World::at_zoom(zoom);
    let mut center = world.point_from_lon_lat(anchor);
    center.x -= f64::from(pointer.x - response.rect.center().x);
    center.y -= f64::from(pointer.y - response.rect.center().y);
    Some(Camera {
        center: world.lon_lat_from_point(center),
        zoom,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use walkers::{MercatorProjection, Projector, lon_lat};

    /// Invariant 5: our projection and walkers' agree to a hundredth of a point at all zooms.
    #[test]
    fn our_projection_is_walkers() {
        let rect = Rect::from_min_size(pos2(10.0, 20.0), egui::vec2(1280.0, 700.0));
        for zoom in 2..=17 {
            let camera = Camera {
                center: LonLat::new(48.9, 40.8),
                zoom: f64::from(zoom) + 0.37,
            };
            let mut memory = MapMemory::default();
            memory.set_zoom(camera.zoom).unwrap();
            let center = lon_lat(camera.center.lon, camera.center.lat);
            memory.center_at(center);
            let theirs = Projector::new(rect, &MercatorProjection, &memory, center);
            let ours = Screen::new(rect, camera);
            let reach = 40.0 / f64::from(1 << zoom);
            for (east, north) in [(0.0, 0.0), (1.0, -0.7), (-0.9, 0.8)] {
                let at = LonLat::new(48.9 + east * reach, 40.8 + north * reach);
                let pos = ours.pos(at);
                let expected = theirs.project(lon_lat(at.lon, at.lat));
                assert!(
                    (pos.to_vec2() - expected).length() < 0.01,
                    "zoom {zoom}: {pos:?}"
                );
                assert!(ours.lon_lat(pos).distance_km(at) < 0.01 * reach * 111.0);
            }
        }
    }
}
