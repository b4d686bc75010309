//! Lines on the earth, with the distance along them.

use super::LonLat;

/// A line of at least two points, measured.
#[derive(Clone, PartialEq, Debug)]
pub struct Polyline {
    points: Vec<LonLat>,
    /// Kilometres from the start to each point.
    distances_km: Vec<f64>,
}

impl Polyline {
    /// A line through these points; `None` if there are fewer than two.
    pub fn new(points: Vec<LonLat>) -> Option<Self> {
        if points.len() < 2 {
            return None;
        }
        let mut distances_km = Vec::with_capacity(points.len());
        let mut total_km = 0.0;
        distances_km.push(total_km);
        for pair in points.windows(2) {
            total_km += pair[0].distance_km(pair[1]);
            distances_km.push(total_km);
        }
        Some(Self {
            points,
            distances_km,
        })
    }

    /// The points, in order.
    pub fn points(&self) -> &[LonLat] {
        &self.points
    }

    /// Kilometres from the start to each point.
    pub fn distances_km(&self) -> &[f64] {
        &self.distances_km
    }

    /// The length in kilometres.
    pub fn length_km(&self) -> f64 {
        self.distances_km.last().copied().unwrap_or_default()
    }

    /// The position `distance_km` from the start, held to the line's ends.
    pub fn at_km(&self, distance_km: f64) -> LonLat {
        let after = self.distances_km.partition_point(|&km| km <= distance_km);
        let last = self.points.len() - 1;
        if after == 0 {
            return self.points[0];
        }
        if after > last {
            return self.points[last];
        }
        let (from_km, to_km) = (self.distances_km[after - 1], self.distances_km[after]);
        let fraction = (distance_km - from_km) / (to_km - from_km).max(f64::MIN_POSITIVE);
        self.points[after - 1].lerp(self.points[after], fraction)
    }

    /// The position at `fraction` (0 to 1) of the length.
    pub fn at_fraction(&self, fraction: f64) -> LonLat {
        self.at_km(self.length_km() * fraction.clamp(0.0, 1.0))
    }

    /// The piece between two distances from the start in kilometres; reversed if `to_km` comes
    /// first. `None` if the piece has no length.
    pub fn piece(&self, from_km: f64, to_km: f64) -> Option<Self> {
        let (low, high) = if from_km <= to_km {
            (from_km, to_km)
        } else {
            (to_km, from_km)
        };
        let (low, high) = (low.max(0.0), high.min(self.length_km()));
        if high <= low {
            return None;
        }
        let inner = self.points.iter().zip(&self.distances_km);
        let inner = inner
            .filter(|&(_, &km)| low < km && km < high)
            .map(|(&at, _)| at);
        let mut points: Vec<LonLat> = std::iter::once(self.at_km(low)).chain(inner).collect();
        points.push(self.at_km(high));
        if to_km < from_km {
            points.reverse();
        }
        Self::new(points)
    }

    /// The distance in kilometres from the line to `at`, by its nearest point.
    pub fn distance_to_km(&self, at: LonLat) -> f64 {
        let nearest = self
            .points
            .windows(2)
            .map(|pair| nearest_on(pair[0], pair[1], at));
        nearest
            .map(|point| point.distance_km(at))
            .fold(f64::INFINITY, f64::min)
    }
}

/// The nearest point of the segment `a`–`b` to `at`, on a plane scaled to this latitude.
fn nearest_on(a: LonLat, b: LonLat, at: LonLat) -> LonLat {
    let east = libm::cos(at.lat.to_radians());
    let (bx, by) = ((b.lon - a.lon) * east, b.lat - a.lat);
    let (px, py) = ((at.lon - a.lon) * east, at.lat - a.lat);
    let length_squared = bx * bx + by * by;
    if length_squared == 0.0 {
        return a;
    }
    a.lerp(b, ((px * bx + py * by) / length_squared).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Polyline {
        let at = |lon, lat| LonLat::new(lon, lat);
        Polyline::new(vec![at(48.0, 40.0), at(48.0, 41.0), at(49.0, 41.0)]).unwrap()
    }

    #[test]
    fn positions_along_the_line() {
        let line = line();
        assert_eq!(line.at_km(-5.0), LonLat::new(48.0, 40.0));
        assert_eq!(line.at_km(1e9), LonLat::new(49.0, 41.0));
        let half_degree = line.at_km(line.distances_km()[1] / 2.0);
        assert!((half_degree.lat - 40.5).abs() < 1e-9);
    }

    #[test]
    fn a_piece_keeps_the_bends_between_and_runs_the_way_asked() {
        let line = line();
        let piece = line.piece(10.0, line.length_km() - 10.0).unwrap();
        assert_eq!(piece.points().len(), 3);
        assert!((piece.length_km() - (line.length_km() - 20.0)).abs() < 0.1);
        let back = line.piece(line.length_km(), 0.0).unwrap();
        assert_eq!(back.points()[0], LonLat::new(49.0, 41.0));
        assert!(line.piece(5.0, 5.0).is_none());
    }

    #[test]
    fn distance_to_the_line() {
        let off = line().distance_to_km(LonLat::new(48.1, 40.5));
        assert!((off - 8.46).abs() < 0.05, "{off}");
    }
}
