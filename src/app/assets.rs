//! What every picture and window needs besides a chronicle: the base map and its names.

use crate::geo::LonLat;
use crate::io::{Archive, ArchiveError, MapName, builtin_basemap, builtin_map_names};
use crate::model::{Language, LocalText};
use crate::view::{AreaKind, AreaLabel};

/// Shipped material that cannot be used, which is a fault of the program.
#[derive(Debug, thiserror::Error)]
pub enum AssetsError {
    /// The built-in map is damaged.
    #[error("the built-in map: {0}")]
    Map(#[from] ArchiveError),
    /// A theme is damaged.
    #[error(transparent)]
    Theme(#[from] crate::theme::ThemeError),
}

/// The base map and its names.
pub struct Assets {
    /// The base map.
    pub basemap: Archive,
    /// Names of waters and mountains.
    pub area_labels: Vec<AreaLabel>,
}

impl Assets {
    /// Open what is compiled in.
    ///
    /// # Errors
    ///
    /// If it is damaged; a test opens it.
    pub fn load() -> Result<Self, AssetsError> {
        let mut names = builtin_map_names();
        names.sort_by_key(|name| name.rank);
        let area_labels = names.iter().map(area_label).collect();
        Ok(Self {
            basemap: builtin_basemap()?,
            area_labels,
        })
    }
}

fn area_label(map_name: &MapName) -> AreaLabel {
    let kind = match map_name.kind.as_str() {
        "sea" => AreaKind::Sea,
        "lake" => AreaKind::Lake,
        "mountain" => AreaKind::Mountain,
        _ => AreaKind::River,
    };
    // A sea's name is in place on the whole map; a brook's only close by.
    let min_zoom = match (kind, map_name.rank) {
        (AreaKind::Sea, _) => 4.0,
        (AreaKind::Lake | AreaKind::Mountain, 1) => 5.0,
        (AreaKind::Lake | AreaKind::Mountain, _) => 6.5,
        (AreaKind::River, 1) => 6.5,
        (AreaKind::River, 2) => 7.6,
        (AreaKind::River, _) => 8.6,
    };
    let mut name = LocalText::default();
    for (language, text) in Language::ALL.into_iter().zip(&map_name.names) {
        name.set(language, text);
    }
    let (lon, lat) = map_name.lon_lat;
    AreaLabel {
        at: LonLat::new(lon, lat),
        name,
        min_zoom,
        angle_deg: map_name.angle_deg,
        kind,
    }
}
