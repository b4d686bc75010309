//! PMTiles archives of vector tiles: the one that is compiled in, and a person's own.

use crate::geo::{TileKey, TileSource};
use bytes::Bytes;
use pmtiles::{AsyncBackend, AsyncPmTilesReader, BackendResponse, PmtError, TileCoord, TileType};

static BASEMAP: &[u8] = include_bytes!("../../assets/basemap/caucasus.pmtiles");
static MAP_NAMES: &str = include_str!("../../assets/basemap/labels.csv");

/// Whom the built-in map names; provenance and licence are beside the archive.
const BASEMAP_ATTRIBUTION: &str = "GSHHG 2.3.7, Wessel and Smith · Salnamə";

/// An archive that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// It is damaged or no PMTiles archive.
    #[error("this is not a usable PMTiles archive: {0}")]
    Broken(#[from] PmtError),
    /// It holds something else than vector tiles.
    #[error("the archive holds no vector tiles (MVT)")]
    NotVector,
}

/// Bytes in memory, as the reader wants them.
struct Memory(Bytes);

impl AsyncBackend for Memory {
    async fn read(&self, offset: u64, length: usize) -> pmtiles::PmtResult<BackendResponse> {
        let size = self.0.len();
        let from = usize::try_from(offset).unwrap_or(size).min(size);
        let to = from.saturating_add(length).min(size);
        Ok(BackendResponse::new(self.0.slice(from..to)))
    }
}

/// An archive of vector tiles in memory.
pub struct Archive {
    reader: AsyncPmTilesReader<Memory>,
    attribution: String,
}

impl Archive {
    /// Open an archive.
    ///
    /// # Errors
    ///
    /// If it is damaged, or does not hold vector tiles.
    pub fn open(bytes: Bytes, attribution: &str) -> Result<Self, ArchiveError> {
        // The bytes are in memory, so nothing is waited for.
        let reader = pollster::block_on(AsyncPmTilesReader::try_from_source(Memory(bytes)))?;
        if reader.get_header().tile_type != TileType::Mvt {
            return Err(ArchiveError::NotVector);
        }
        Ok(Self {
            reader,
            attribution: attribution.to_owned(),
        })
    }
}

impl TileSource for Archive {
    fn tile(&self, key: TileKey) -> Option<Vec<u8>> {
        let coord = TileCoord::new(key.zoom, key.x, key.y).ok()?;
        let tile = pollster::block_on(self.reader.get_tile_decompressed(coord));
        tile.ok().flatten().map(|bytes| bytes.to_vec())
    }

    fn zoom_range(&self) -> (u8, u8) {
        let header = self.reader.get_header();
        (header.min_zoom, header.max_zoom)
    }

    fn attribution(&self) -> &str {
        &self.attribution
    }
}

/// The map that is compiled in.
///
/// # Errors
///
/// If the shipped archive is damaged; a test opens it.
pub fn builtin_basemap() -> Result<Archive, ArchiveError> {
    Archive::open(Bytes::from_static(BASEMAP), BASEMAP_ATTRIBUTION)
}

/// A name on the built-in map.
#[derive(Clone, PartialEq, Debug)]
pub struct MapName {
    /// `sea`, `lake`, `river` or `mountain`.
    pub kind: String,
    /// Degrees east and north.
    pub lon_lat: (f64, f64),
    /// 1 for the greatest.
    pub rank: u8,
    /// The names in Azerbaijani, English, Russian and Turkish.
    pub names: [String; 4],
    /// The angle of the writing in degrees, clockwise.
    pub angle_deg: f64,
}

/// The names of waters and mountains on the built-in map. Lines that are not as they should be are
/// left out; a test reads all of them.
pub fn builtin_map_names() -> Vec<MapName> {
    MAP_NAMES.lines().skip(1).filter_map(map_name).collect()
}

fn map_name(line: &str) -> Option<MapName> {
    let fields: Vec<&str> = line.split(',').collect();
    let [kind, lon, lat, rank, az, en, ru, tr, angle] = fields.as_slice() else {
        return None;
    };
    Some(MapName {
        kind: (*kind).to_owned(),
        lon_lat: (lon.parse().ok()?, lat.parse().ok()?),
        rank: rank.parse().ok()?,
        names: [az, en, ru, tr].map(|name| (*name).to_owned()),
        angle_deg: angle.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_map_opens_and_has_tiles() {
        let archive = builtin_basemap().unwrap();
        let (min_zoom, max_zoom) = archive.zoom_range();
        assert!(min_zoom <= 4 && max_zoom >= 9);
        let world = crate::geo::World::at_zoom(8.0);
        let point = world.point_from_lon_lat(crate::geo::LonLat::new(49.8, 40.4));
        let key = TileKey {
            zoom: 8,
            x: (point.x / 256.0) as u32,
            y: (point.y / 256.0) as u32,
        };
        assert!(archive.tile(key).is_some_and(|tile| !tile.is_empty()));
        assert!(
            archive
                .tile(TileKey {
                    zoom: 9,
                    x: 0,
                    y: 0
                })
                .is_none()
        );
    }

    #[test]
    fn every_map_name_is_read() {
        let num_lines = MAP_NAMES
            .lines()
            .skip(1)
            .filter(|line| !line.is_empty())
            .count();
        assert_eq!(builtin_map_names().len(), num_lines);
    }

    #[test]
    fn a_broken_archive_is_an_error() {
        for bytes in [&b""[..], b"PMTiles", &BASEMAP[..100]] {
            assert!(Archive::open(Bytes::copy_from_slice(bytes), "").is_err());
        }
    }
}
