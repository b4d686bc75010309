//! Web Mercator: degrees to pixels of the world and back, the one place where this is done.

use super::LonLat;
use std::f64::consts::PI;

/// The side of a tile, and so of the whole world at zoom 0, in points.
pub const TILE_SIZE_PX: f64 = 256.0;

/// The latitude at which the Web Mercator world ends, in degrees.
pub const MAX_LATITUDE_DEG: f64 = 85.051_128_779_806_6;

/// The equator's length in metres (WGS 84).
const EARTH_CIRCUMFERENCE_M: f64 = 40_075_016.686;

/// A point of the Web Mercator plane, in points of the world at some zoom: x east, y south.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct MercatorPoint {
    /// Points east of the antimeridian.
    pub x: f64,
    /// Points south of the northern edge.
    pub y: f64,
}

/// The world at one zoom.
///
/// The trigonometry is `libm`'s, so that a picture is the same on every platform.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct World {
    size_px: f64,
}

impl World {
    /// The world at `zoom`: 256 points wide at zoom 0, doubling with each.
    pub fn at_zoom(zoom: f64) -> Self {
        Self {
            size_px: TILE_SIZE_PX * libm::exp2(zoom),
        }
    }

    /// Where a position lies.
    pub fn point_from_lon_lat(self, at: LonLat) -> MercatorPoint {
        let lat = at
            .lat
            .clamp(-MAX_LATITUDE_DEG, MAX_LATITUDE_DEG)
            .to_radians();
        MercatorPoint {
            x: (at.lon / 360.0 + 0.5) * self.size_px,
            y: (1.0 - libm::asinh(libm::tan(lat)) / PI) / 2.0 * self.size_px,
        }
    }

    /// Which position a point shows.
    pub fn lon_lat_from_point(self, point: MercatorPoint) -> LonLat {
        let north = (1.0 - 2.0 * point.y / self.size_px) * PI;
        LonLat::new(
            (point.x / self.size_px - 0.5) * 360.0,
            libm::atan(libm::sinh(north)).to_degrees(),
        )
    }

    /// How many metres a point is wide at this latitude in degrees.
    pub fn metres_per_point(self, lat: f64) -> f64 {
        EARTH_CIRCUMFERENCE_M * libm::cos(lat.to_radians()) / self.size_px
    }
}

/// A rectangle of positions.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct GeoBounds {
    /// The south-western corner.
    pub min: LonLat,
    /// The north-eastern corner.
    pub max: LonLat,
}

impl GeoBounds {
    /// The smallest rectangle around these positions; `None` if there are none.
    pub fn around(positions: impl IntoIterator<Item = LonLat>) -> Option<Self> {
        positions
            .into_iter()
            .fold(None, |bounds: Option<Self>, at| {
                let mut bounds = bounds.unwrap_or(Self { min: at, max: at });
                bounds.min.lon = bounds.min.lon.min(at.lon);
                bounds.min.lat = bounds.min.lat.min(at.lat);
                bounds.max.lon = bounds.max.lon.max(at.lon);
                bounds.max.lat = bounds.max.lat.max(at.lat);
                Some(bounds)
            })
    }

    /// Whether a position lies in it, its edges included.
    pub fn contains(&self, at: LonLat) -> bool {
        (self.min.lon..=self.max.lon).contains(&at.lon)
            && (self.min.lat..=self.max.lat).contains(&at.lat)
    }

    /// The centre, in the middle of the projected rectangle, and the zoom at which the rectangle
    /// fits into `width_px` × `height_px` points, at most `max_zoom`.
    pub fn fitted(&self, width_px: f64, height_px: f64, max_zoom: f64) -> (LonLat, f64) {
        let world = World::at_zoom(0.0);
        let north_west = world.point_from_lon_lat(LonLat::new(self.min.lon, self.max.lat));
        let south_east = world.point_from_lon_lat(LonLat::new(self.max.lon, self.min.lat));
        let center = MercatorPoint {
            x: (north_west.x + south_east.x) / 2.0,
            y: (north_west.y + south_east.y) / 2.0,
        };
        let scale_x = width_px.max(1.0) / (south_east.x - north_west.x).max(1e-9);
        let scale_y = height_px.max(1.0) / (south_east.y - north_west.y).max(1e-9);
        (
            world.lon_lat_from_point(center),
            libm::log2(scale_x.min(scale_y)).min(max_zoom),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn projecting_there_and_back_returns_the_position() {
        for zoom in [0.0, 3.5, 8.0, 19.0] {
            let world = World::at_zoom(zoom);
            for at in [LonLat::new(49.867, 40.409), LonLat::new(-179.9, -80.0)] {
                let back = world.lon_lat_from_point(world.point_from_lon_lat(at));
                assert!((back.lon - at.lon).abs() < 1e-9 && (back.lat - at.lat).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn a_fitted_rectangle_just_fits() {
        let bounds = GeoBounds {
            min: LonLat::new(48.0, 40.0),
            max: LonLat::new(50.0, 42.0),
        };
        let (center, zoom) = bounds.fitted(800.0, 600.0, 18.0);
        let world = World::at_zoom(zoom);
        let top = world.point_from_lon_lat(LonLat::new(48.0, 42.0));
        let bottom = world.point_from_lon_lat(LonLat::new(50.0, 40.0));
        assert!((bottom.y - top.y - 600.0).abs() < 1e-6);
        assert!(bottom.x - top.x < 800.0);
        assert!((world.point_from_lon_lat(center).y - (top.y + bottom.y) / 2.0).abs() < 1e-6);
    }
}
