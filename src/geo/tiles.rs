//! Where map tiles come from, as the views see it.

/// A tile of the Web Mercator grid.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct TileKey {
    /// The zoom; the world is 2^zoom tiles wide.
    pub zoom: u8,
    /// The column, from the west.
    pub x: u32,
    /// The row, from the north.
    pub y: u32,
}

impl TileKey {
    /// The tile of the next coarser zoom that this one lies in; `None` for the whole world.
    pub fn parent(&self) -> Option<Self> {
        Some(Self {
            zoom: self.zoom.checked_sub(1)?,
            x: self.x / 2,
            y: self.y / 2,
        })
    }
}

/// A store of vector tiles that answers at once.
pub trait TileSource {
    /// The decompressed tile in Mapbox Vector Tile encoding; `None` where there is none.
    fn tile(&self, key: TileKey) -> Option<Vec<u8>>;

    /// The smallest and the largest zoom that the store holds.
    fn zoom_range(&self) -> (u8, u8);

    /// Whom the map must name.
    fn attribution(&self) -> &str;
}
