//! Positions on the earth, the Web Mercator plane, and lines with distances along them.
//!
//! Everything here is `f64`; only painting narrows to `f32`.

mod mercator;
mod polyline;
mod tiles;

pub use mercator::{GeoBounds, MAX_LATITUDE_DEG, MercatorPoint, TILE_SIZE_PX, World};
pub use polyline::Polyline;
pub use tiles::{TileKey, TileSource};

/// Mean radius of the earth in kilometres (IUGG, R₁ of GRS 80).
pub const EARTH_RADIUS_KM: f64 = 6371.0088;

/// A position in WGS 84, in degrees.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LonLat {
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

impl LonLat {
    /// A position; the order of the arguments is in the name.
    pub const fn new(lon: f64, lat: f64) -> Self {
        Self { lon, lat }
    }

    /// Whether both numbers are on the globe.
    pub fn is_valid(self) -> bool {
        (-180.0..=180.0).contains(&self.lon) && (-90.0..=90.0).contains(&self.lat)
    }

    /// Great-circle distance in kilometres (haversine formula, R. W. Sinnott, Sky and Telescope
    /// 68, 1984, p. 159).
    pub fn distance_km(self, other: Self) -> f64 {
        let (lat_a, lat_b) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = libm::sin((lat_b - lat_a) / 2.0);
        let half_lon = libm::sin((other.lon - self.lon).to_radians() / 2.0);
        let h = half_lat * half_lat + libm::cos(lat_a) * libm::cos(lat_b) * half_lon * half_lon;
        2.0 * EARTH_RADIUS_KM * libm::asin(h.clamp(0.0, 1.0).sqrt())
    }

    /// The point at `fraction` (0 to 1) of the straight line in degrees from here to `other`.
    ///
    /// Good for the short pieces that lines are made of, not for oceans.
    pub fn lerp(self, other: Self, fraction: f64) -> Self {
        Self {
            lon: self.lon + (other.lon - self.lon) * fraction,
            lat: self.lat + (other.lat - self.lat) * fraction,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_agree_with_published_ones() {
        // One degree of a meridian on the mean sphere is 111.195 km.
        let degree = LonLat::new(48.0, 40.0).distance_km(LonLat::new(48.0, 41.0));
        assert!((degree - 111.195).abs() < 0.001, "{degree}");
        assert_eq!(
            LonLat::new(50.0, 40.0).distance_km(LonLat::new(50.0, 40.0)),
            0.0
        );
    }
}
