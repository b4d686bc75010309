//! The CPU painter: egui's tessellated triangles in, 8-bit RGBA pixels out.
//!
//! This is not a general rasteriser.
//! It follows the one shader of egui's wgpu painter in its predictable mode (no dithering, texture
//! filtering in the shader) on an 8-bit target in gamma space, so that an exported picture and the
//! window agree.
//!
//! ```text
//! meshes ──set up──▶ triangles ──sort──▶ bands of rows ──paint──▶ pixels
//!        (parallel)             (in order)             (parallel)
//! ```
//!
//! The picture is the same bytes whatever the number of threads:
//!
//! - coverage is decided in integers, on vertices snapped to 1/256 pixel;
//! - a colour follows from the pixel's own position and its triangle, never from where another
//!   pixel left off;
//! - a band is painted by one thread, in paint order, and the bands follow from the height alone.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use egui::epaint::{ClippedPrimitive, ImageData, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, Rect, TextureFilter, TextureId, TextureOptions, TextureWrapMode};

/// Sub-pixel positions per pixel along an axis, as bits; graphics drivers commonly have eight.
const SUBPIXEL_BITS: u32 = 8;

/// Sub-pixel positions per pixel along an axis.
const SUBPIXELS: f64 = (1_u32 << SUBPIXEL_BITS) as f64;

/// Triangles are cut off at this distance from the origin, in pixels.
///
/// It lies far outside any picture, and near enough that sums of products of two snapped
/// coordinates fit an `i64`.
const GUARD_PX: f64 = (1_u32 << 20) as f64;

/// The longest side of a picture, in pixels; well inside the guard.
const MAX_SIDE_PX: u32 = 1 << 16;

/// Rows in a band: few enough to balance the work, many enough that most triangles touch one band.
const BAND_ROWS: usize = 32;

/// Triangles in one job of the set-up: enough to make fetching the job cheap.
const JOB_TRIANGLES: usize = 1024;

/// A pixel: red, green, blue and alpha in gamma space, the colours premultiplied by alpha.
type Rgba = [u8; 4];

/// A point in pixels, with pixel centres at whole numbers.
type Point = [f64; 2];

/// A painted picture: 8-bit RGBA, row by row from the top left, without padding.
///
/// The colours are premultiplied by alpha, as a render target holds them.
/// On an opaque background every pixel is opaque, and then this is straight RGBA as well.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Number of columns, in pixels.
    pub width: u32,
    /// Number of rows, in pixels.
    pub height: u32,
    /// `4 * width * height` bytes.
    pub pixels: Vec<u8>,
}

/// The textures that egui has handed over so far, kept between frames.
#[derive(Clone, Debug, Default)]
pub struct Textures {
    textures: HashMap<TextureId, Texture>,
    /// Textures that the latest frame may still show, but no later one.
    ids_to_free: Vec<TextureId>,
}

impl Textures {
    /// Takes over the texture changes of one frame; call it before painting that frame.
    ///
    /// egui wants textures freed *after* the frame is painted, so a freed texture stays until the
    /// next call.
    /// Changes that make no sense (a patch for an unknown texture, an image whose size contradicts
    /// its number of pixels) are ignored, and a patch is cut at the borders of its texture.
    pub fn apply(&mut self, delta: &egui::TexturesDelta) {
        for id in self.ids_to_free.drain(..) {
            self.textures.remove(&id);
        }
        for (id, images) in &delta.set {
            for image in images {
                self.set(*id, image);
            }
        }
        self.ids_to_free.extend(&delta.free);
    }

    fn set(&mut self, id: TextureId, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let [width, height] = image.size;
        if width == 0 || width.checked_mul(height) != Some(image.pixels.len()) {
            return;
        }
        let Some([left, top]) = delta.pos else {
            let texels = image.pixels.iter().map(Color32::to_array).collect();
            let texture = Texture {
                width,
                height,
                texels,
                options: delta.options,
            };
            self.textures.insert(id, texture);
            return;
        };
        let Some(texture) = self.textures.get_mut(&id) else {
            return;
        };
        texture.options = delta.options;
        let num_columns = width.min(texture.width.saturating_sub(left));
        if num_columns == 0 {
            return;
        }
        let rows_to = texture.texels.chunks_exact_mut(texture.width).skip(top);
        for (row_to, row_from) in rows_to.zip(image.pixels.chunks_exact(width)) {
            for (to, from) in row_to[left..left + num_columns].iter_mut().zip(row_from) {
                *to = from.to_array();
            }
        }
    }
}

/// Paints a frame of egui's tessellated output over a background.
///
/// `size_px` is columns and rows, and `pixels_per_point` must be the scale of the tessellation.
/// `threads` is the number of worker threads, where zero counts as one; it changes the time that
/// this takes and nothing else.
///
/// Paint callbacks, meshes without a texture, triangles with a corner that is not finite and
/// indices without a vertex are left out.
/// A picture that cannot be held in memory, or with a side of more than 65,536 pixels, comes back
/// empty, with no columns and no rows.
pub fn paint(
    size_px: [u32; 2],
    pixels_per_point: f32,
    background: Color32,
    primitives: &[ClippedPrimitive],
    textures: &Textures,
    threads: usize,
) -> Picture {
    let Some(mut picture) = blank_picture(size_px) else {
        return Picture::default();
    };
    let row_bytes = 4 * size_px[0] as usize;
    if picture.pixels.is_empty() {
        return picture;
    }
    let screen = Screen::new(size_px, pixels_per_point);
    let triangles = set_up_triangles(&screen, primitives, textures, threads);
    let num_bands = (size_px[1] as usize).div_ceil(BAND_ROWS);
    let bins = bins_from_triangles(&triangles, num_bands);

    let bands = picture
        .pixels
        .chunks_mut(BAND_ROWS * row_bytes)
        .zip(&bins)
        .enumerate();
    for_each_in_parallel(bands, threads, |(band_idx, (bytes, bin))| {
        let (pixels, _) = bytes.as_chunks_mut::<4>();
        pixels.fill(background.to_array());
        let rows = Rows {
            first: band_idx * BAND_ROWS,
            width: size_px[0] as usize,
            pixels,
        };
        paint_band(rows, bin);
    });
    picture
}

/// An all-zero picture, or nothing if it is too large.
fn blank_picture(size_px: [u32; 2]) -> Option<Picture> {
    let [width, height] = size_px;
    if width.max(height) > MAX_SIDE_PX {
        return None;
    }
    let num_bytes = (width as usize)
        .checked_mul(height as usize)?
        .checked_mul(4)?;
    let mut pixels = Vec::new();
    pixels.try_reserve_exact(num_bytes).ok()?;
    pixels.resize(num_bytes, 0);
    Some(Picture {
        width,
        height,
        pixels,
    })
}

/// Calls `work` once for every item, on this thread and on up to `threads - 1` more.
///
/// Items are handed out in order, but nothing may depend on who works on which and when.
fn for_each_in_parallel<T: Send>(
    items: impl Iterator<Item = T> + Send,
    threads: usize,
    work: impl Fn(T) + Sync,
) {
    let num_helpers = threads
        .saturating_sub(1)
        .min(items.size_hint().0.saturating_sub(1));
    let items = Mutex::new(items);
    let work_off = || {
        loop {
            let item = items.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some(item) = item else {
                return;
            };
            work(item);
        }
    };
    // The painter is the one place that starts threads of its own: they share nothing but the
    // items, all end before this function returns, and the picture does not depend on them.
    std::thread::scope(|scope| {
        for _ in 0..num_helpers {
            let helper = std::thread::Builder::new().spawn_scoped(scope, work_off);
            // Without a helper this thread does its work; more attempts would hardly go better.
            if helper.is_err() {
                break;
            }
        }
        work_off();
    });
}

/// A texture, and how to read it.
#[derive(Clone, Debug)]
struct Texture {
    /// In texels, never zero.
    width: usize,
    height: usize,
    /// Row by row, `width * height` of them.
    texels: Vec<Rgba>,
    options: TextureOptions,
}

impl Texture {
    /// Whether texels are shown as hard squares.
    ///
    /// As in the shader, the filter for magnification decides for both.
    fn is_nearest(&self) -> bool {
        self.options.magnification == TextureFilter::Nearest
    }

    /// Where the shader looks for texels: in texels, with the texel's index at its top left corner
    /// when only the nearest one is read, and at its centre when four of them are mixed.
    fn texel_pos_from_uv(&self, uv: egui::Pos2) -> [f32; 2] {
        let offset = if self.is_nearest() { 0.0 } else { 0.5 };
        [
            uv.x * self.width as f32 - offset,
            uv.y * self.height as f32 - offset,
        ]
    }

    /// The colour at a position from [`Self::texel_pos_from_uv`], each channel from 0 to 1.
    #[inline]
    fn sample(&self, [x, y]: [f32; 2]) -> [f32; 4] {
        let (column, row) = (floor(x), floor(y));
        if self.is_nearest() {
            let texel = self.texel(self.wrapped_column(column), self.wrapped_row(row));
            return texel.map(unit_from_u8);
        }
        let columns = [column, column.saturating_add(1)].map(|column| self.wrapped_column(column));
        let rows = [row, row.saturating_add(1)].map(|row| self.wrapped_row(row));
        let (right, lower) = (x - column as f32, y - row as f32);

        let upper_left = self.texel(columns[0], rows[0]);
        let upper_right = self.texel(columns[1], rows[0]);
        let lower_left = self.texel(columns[0], rows[1]);
        let lower_right = self.texel(columns[1], rows[1]);
        let mut mixed = [0.0; 4];
        for channel in 0..4 {
            let [a, b, c, d] = [upper_left, upper_right, lower_left, lower_right]
                .map(|texel| f32::from(texel[channel]));
            let upper_edge = a * (1.0 - right) + b * right;
            let lower_edge = c * (1.0 - right) + d * right;
            mixed[channel] = (upper_edge * (1.0 - lower) + lower_edge * lower) * (1.0 / 255.0);
        }
        mixed
    }

    fn texel(&self, column: usize, row: usize) -> Rgba {
        self.texels[row * self.width + column]
    }

    fn wrapped_column(&self, column: i32) -> usize {
        wrapped(column, self.width, self.options.wrap_mode)
    }

    fn wrapped_row(&self, row: i32) -> usize {
        wrapped(row, self.height, self.options.wrap_mode)
    }
}

/// The index among `num` texels that stands for any index along an axis; `num` is not zero.
#[inline]
fn wrapped(idx: i32, num: usize, mode: TextureWrapMode) -> usize {
    let (idx, num) = (i64::from(idx), num as i64);
    let inside = match mode {
        TextureWrapMode::ClampToEdge => idx.clamp(0, num - 1),
        TextureWrapMode::Repeat => idx.rem_euclid(num),
        TextureWrapMode::MirroredRepeat => {
            let phase = idx.rem_euclid(2 * num);
            phase.min(2 * num - 1 - phase)
        }
    };
    inside as usize
}

/// The next whole number at or below; the ends of `i32` beyond them, and zero for NaN.
///
/// `f32::floor` would be a call into the maths library on the oldest 64-bit processors.
#[inline]
fn floor(value: f32) -> i32 {
    let truncated = value as i32;
    truncated.saturating_sub(i32::from(truncated as f32 > value))
}

#[inline]
fn unit_from_u8(value: u8) -> f32 {
    f32::from(value) * (1.0 / 255.0)
}

/// The nearest 8-bit level of a value, which is cut to 0 ..= 1 first; zero for NaN.
#[inline]
fn u8_from_unit(value: f32) -> u8 {
    // At 2¹⁵ neighbouring `f32`s lie 2⁻⁸ apart, so the sum rounds the level into its lowest bits.
    const LEVEL: f32 = 255.0 / 256.0;
    const BIAS: f32 = 32_768.0;
    let value = if value > 0.0 { value.min(1.0) } else { 0.0 };
    (value * LEVEL + BIAS).to_bits() as u8
}

/// The product of two levels as parts of 255, rounded to the nearest level.
#[inline]
fn level_product(a: u8, b: u8) -> u8 {
    // Exact for all pairs (see the tests), in 16 bits, without a division.
    let product = u16::from(a) * u16::from(b) + 128;
    ((product + (product >> 8)) >> 8) as u8
}

/// Lays `src` over `dst` on an 8-bit target: both premultiplied by their alpha.
///
/// The painter on the graphics card computes alpha by the mirrored formula, which comes to the
/// same levels (see the tests).
#[inline]
fn blend(dst: Rgba, src: Rgba) -> Rgba {
    let rest = 255 - src[3];
    let mut out = [0; 4];
    for channel in 0..4 {
        out[channel] = src[channel].saturating_add(level_product(dst[channel], rest));
    }
    out
}

/// How points become pixels.
struct Screen {
    size_px: [u32; 2],
    size_points: [f32; 2],
    pixels_per_point: f32,
}

impl Screen {
    fn new(size_px: [u32; 2], pixels_per_point: f32) -> Self {
        let size_points = size_px.map(|side| side as f32 / pixels_per_point);
        Self {
            size_px,
            size_points,
            pixels_per_point,
        }
    }

    /// The place of a vertex, by the same steps in the same precision as on a graphics card:
    /// into the square from -1 to 1 and from there to pixels.
    fn point_from_vertex(&self, vertex: &Vertex) -> Point {
        let pos = [vertex.pos.x, vertex.pos.y];
        [0, 1].map(|axis| {
            let in_square = 2.0 * pos[axis] / self.size_points[axis] - 1.0;
            let half = 0.5 * f64::from(self.size_px[axis]);
            let px = (f64::from(in_square) * half + half) as f32;
            f64::from(px) - 0.5
        })
    }

    /// The columns and rows that a clip rectangle leaves, rounded as egui's painters do.
    fn window_from_clip(&self, clip: Rect) -> Window {
        let range = |min: f32, max: f32, side: u32| {
            // Casts from `f32` saturate, and make zero of NaN.
            let px = |points: f32| (self.pixels_per_point * points).round() as u32;
            let start = px(min).min(side);
            let end = px(max).clamp(start, side);
            i64::from(start)..i64::from(end)
        };
        Window {
            columns: range(clip.min.x, clip.max.x, self.size_px[0]),
            rows: range(clip.min.y, clip.max.y, self.size_px[1]),
        }
    }
}

/// A rectangle of pixels.
#[derive(Clone)]
struct Window {
    columns: Range<i64>,
    rows: Range<i64>,
}

impl Window {
    fn is_empty(&self) -> bool {
        self.columns.is_empty() || self.rows.is_empty()
    }
}

/// A triangle that covers at least one row, ready to be painted.
struct Triangle<'a> {
    edges: [Edge; 3],
    /// No pixel outside is touched; never empty.
    window: Window,
    ink: Ink<'a>,
}

/// One side of a triangle: the inner half plane is where `a * column + b * row + c >= 0`.
///
/// The half plane takes in its border if this is a top or a left side and leaves it out otherwise,
/// so of two triangles that share a side exactly one gets the pixels on it.
#[derive(Clone, Copy)]
struct Edge {
    a: i64,
    b: i64,
    c: i64,
}

impl Edge {
    /// The side from one snapped corner to the next, with the inside to its right as seen on the
    /// screen.
    fn new(from: [i64; 2], to: [i64; 2]) -> Self {
        let a = from[1] - to[1];
        let b = to[0] - from[0];
        let is_top_or_left = a > 0 || (a == 0 && b > 0);
        let c = -a * from[0] - b * from[1] - i64::from(!is_top_or_left);
        // Columns and rows are whole pixels, so rounding down here loses nothing.
        Self {
            a,
            b,
            c: c >> SUBPIXEL_BITS,
        }
    }
}

/// What a triangle is painted with.
enum Ink<'a> {
    /// The same colour everywhere.
    Flat(Rgba),
    /// A colour that changes evenly.
    Ramp(Planes<4>),
    /// Texels times a colour that changes evenly.
    Textured {
        texture: &'a Texture,
        texel_pos: Planes<2>,
        color: Planes<4>,
    },
}

/// Values that change evenly over the picture.
struct Planes<const N: usize> {
    /// The pixel where the values are `base`: a corner of what can be seen of the triangle, so
    /// that little precision is lost on the way to any pixel.
    column: i64,
    row: i64,
    base: [f32; N],
    per_column: [f32; N],
    per_row: [f32; N],
}

impl<const N: usize> Planes<N> {
    /// The planes through the values at the corners of a triangle.
    fn new(corners: &[Point; 3], values: [[f32; N]; 3], window: &Window) -> Self {
        let (column, row) = (window.columns.start, window.rows.start);
        let [x1, y1] = difference(corners[1], corners[0]);
        let [x2, y2] = difference(corners[2], corners[0]);
        let [x, y] = difference([column as f64, row as f64], corners[0]);
        let area = x1 * y2 - x2 * y1;
        let mut planes = Self {
            column,
            row,
            base: values[0],
            per_column: [0.0; N],
            per_row: [0.0; N],
        };
        for idx in 0..N {
            let [value0, value1, value2] = values.map(|value| f64::from(value[idx]));
            let (change1, change2) = (value1 - value0, value2 - value0);
            let per_column = (change1 * y2 - change2 * y1) / area;
            let per_row = (change2 * x1 - change1 * x2) / area;
            let base = value0 + per_column * x + per_row * y;
            // Corners on a line have no planes; let the first corner speak for all then.
            if base.is_finite() && per_column.is_finite() && per_row.is_finite() {
                planes.base[idx] = base as f32;
                planes.per_column[idx] = per_column as f32;
                planes.per_row[idx] = per_row as f32;
            }
        }
        planes
    }

    /// The values in a row, for [`Self::at`].
    #[inline]
    fn in_row(&self, row: i64) -> [f32; N] {
        let num_rows = (row - self.row) as f32;
        let mut values = self.base;
        for (value, per_row) in values.iter_mut().zip(&self.per_row) {
            *value += per_row * num_rows;
        }
        values
    }

    /// The values at a pixel of a row, given those from [`Self::in_row`].
    #[inline]
    fn at(&self, in_row: &[f32; N], column: i64) -> [f32; N] {
        let num_columns = (column - self.column) as f32;
        let mut values = *in_row;
        for (value, per_column) in values.iter_mut().zip(&self.per_column) {
            *value += per_column * num_columns;
        }
        values
    }
}

fn difference(a: Point, b: Point) -> Point {
    [a[0] - b[0], a[1] - b[1]]
}

/// Some triangles of one mesh, and where to put them.
struct Job<'a> {
    indices: &'a [u32],
    mesh: &'a Mesh,
    texture: &'a Texture,
    window: Window,
    triangles: Vec<Triangle<'a>>,
}

/// All triangles that may show, in paint order, cut into several lists.
fn set_up_triangles<'a>(
    screen: &Screen,
    primitives: &'a [ClippedPrimitive],
    textures: &'a Textures,
    threads: usize,
) -> Vec<Vec<Triangle<'a>>> {
    let mut jobs = Vec::new();
    for ClippedPrimitive {
        clip_rect,
        primitive,
    } in primitives
    {
        let Primitive::Mesh(mesh) = primitive else {
            continue;
        };
        let window = screen.window_from_clip(*clip_rect);
        let Some(texture) = textures.textures.get(&mesh.texture_id) else {
            continue;
        };
        if window.is_empty() || texture.texels.is_empty() {
            continue;
        }
        for indices in mesh.indices.chunks(3 * JOB_TRIANGLES) {
            let window = window.clone();
            jobs.push(Job {
                indices,
                mesh,
                texture,
                window,
                triangles: Vec::new(),
            });
        }
    }
    for_each_in_parallel(jobs.iter_mut(), threads, |job| {
        job.triangles.reserve(job.indices.len() / 3);
        let (triples, _) = job.indices.as_chunks::<3>();
        for triple in triples {
            let [Some(v0), Some(v1), Some(v2)] =
                triple.map(|idx| job.mesh.vertices.get(idx as usize))
            else {
                continue;
            };
            set_up_triangle(
                screen,
                [v0, v1, v2],
                job.texture,
                &job.window,
                &mut job.triangles,
            );
        }
    });
    jobs.into_iter().map(|job| job.triangles).collect()
}

/// Appends what can be seen of a triangle; several of them if it has to be cut at the guard.
fn set_up_triangle<'a>(
    screen: &Screen,
    vertices: [&Vertex; 3],
    texture: &'a Texture,
    window: &Window,
    triangles: &mut Vec<Triangle<'a>>,
) {
    let corners = vertices.map(|vertex| screen.point_from_vertex(vertex));
    let coordinates = corners.as_flattened();
    if !coordinates.iter().all(|coordinate| coordinate.is_finite()) {
        return;
    }
    if coordinates
        .iter()
        .all(|coordinate| coordinate.abs() <= GUARD_PX)
    {
        let snapped = corners.map(snap);
        let Some((edges, window)) = coverage(snapped, window) else {
            return;
        };
        // A sliver thinner than the snapping grid would have wild planes at the pixels that the
        // snapping lets it cover, so take the planes of the snapped triangle.
        let corners_snapped = snapped.map(|point| point.map(|value| value as f64 / SUBPIXELS));
        let (area, area_snapped) = (double_area(&corners), double_area(&corners_snapped));
        let is_sliver = (area - area_snapped).abs() > 0.125 * area_snapped.abs();
        let corners = if is_sliver { corners_snapped } else { corners };
        if let Some(ink) = ink(&corners, vertices, texture, &window) {
            triangles.push(Triangle { edges, window, ink });
        }
        return;
    }
    let polygon: Vec<_> = cut_at_guard(corners).into_iter().map(snap).collect();
    let Some((&first, rest)) = polygon.split_first() else {
        return;
    };
    for pair in rest.windows(2) {
        if let Some((edges, window)) = coverage([first, pair[0], pair[1]], window)
            && let Some(ink) = ink(&corners, vertices, texture, &window)
        {
            triangles.push(Triangle { edges, window, ink });
        }
    }
}

/// The grid point next to a point inside the guard, in sub-pixels.
fn snap(point: Point) -> [i64; 2] {
    point.map(|coordinate| (coordinate * SUBPIXELS).round_ties_even() as i64)
}

/// Twice the area, positive if the corners go clockwise as seen on the screen.
fn double_area([p0, p1, p2]: &[Point; 3]) -> f64 {
    let [x1, y1] = difference(*p1, *p0);
    let [x2, y2] = difference(*p2, *p0);
    x1 * y2 - x2 * y1
}

/// The sides of a triangle and the window around what can be seen of it, if anything.
fn coverage(corners: [[i64; 2]; 3], window: &Window) -> Option<([Edge; 3], Window)> {
    let [p0, mut p1, mut p2] = corners;
    // A centre on the least row or column of the triangle may be inside, one on the greatest not.
    let range = |axis: usize, within: &Range<i64>| {
        let least = p0[axis].min(p1[axis]).min(p2[axis]);
        let greatest = p0[axis].max(p1[axis]).max(p2[axis]);
        let round_up = |value: i64| (value + (1 << SUBPIXEL_BITS) - 1) >> SUBPIXEL_BITS;
        round_up(least).max(within.start)..round_up(greatest).min(within.end)
    };
    let window = Window {
        columns: range(0, &window.columns),
        rows: range(1, &window.rows),
    };
    if window.is_empty() {
        return None;
    }
    let area = (p1[0] - p0[0]) * (p2[1] - p0[1]) - (p2[0] - p0[0]) * (p1[1] - p0[1]);
    if area == 0 {
        return None;
    }
    if area < 0 {
        std::mem::swap(&mut p1, &mut p2);
    }
    Some((
        [Edge::new(p0, p1), Edge::new(p1, p2), Edge::new(p2, p0)],
        window,
    ))
}

/// What a triangle is painted with, or nothing if it does not show at all.
fn ink<'a>(
    corners: &[Point; 3],
    vertices: [&Vertex; 3],
    texture: &'a Texture,
    window: &Window,
) -> Option<Ink<'a>> {
    let [v0, v1, v2] = vertices;
    let mut colors = vertices.map(|vertex| vertex.color.to_array().map(unit_from_u8));
    let is_one_color = v0.color == v1.color && v1.color == v2.color;
    if is_one_color && v0.color == Color32::TRANSPARENT {
        return None;
    }
    // As plain numbers: comparing egui's points panics in debug builds if one is not a number.
    let [uv0, uv1, uv2] = vertices.map(|vertex| [vertex.uv.x, vertex.uv.y]);
    if uv0 != uv1 || uv1 != uv2 {
        let texel_pos = vertices.map(|vertex| texture.texel_pos_from_uv(vertex.uv));
        return Some(Ink::Textured {
            texture,
            texel_pos: Planes::new(corners, texel_pos, window),
            color: Planes::new(corners, colors, window),
        });
    }
    // Everything but text and images uses a single white texel.
    let texel = texture.sample(texture.texel_pos_from_uv(v0.uv));
    for color in &mut colors {
        *color = product(*color, texel);
    }
    if is_one_color {
        Some(Ink::Flat(colors[0].map(u8_from_unit)))
    } else {
        Some(Ink::Ramp(Planes::new(corners, colors, window)))
    }
}

#[inline]
fn product(a: [f32; 4], b: [f32; 4]) -> [f32; 4] {
    let mut product = a;
    for channel in 0..4 {
        product[channel] *= b[channel];
    }
    product
}

/// Cuts a triangle with finite corners at the guard; less than three corners if nothing is left.
fn cut_at_guard(corners: [Point; 3]) -> Vec<Point> {
    let mut polygon = corners.to_vec();
    for (axis, sign) in [(0, 1.0), (0, -1.0), (1, 1.0), (1, -1.0)] {
        let mut cut = Vec::with_capacity(polygon.len() + 1);
        for (idx, &to) in polygon.iter().enumerate() {
            let from = polygon[(idx + polygon.len() - 1) % polygon.len()];
            let (from_inside, to_inside) =
                (GUARD_PX - sign * from[axis], GUARD_PX - sign * to[axis]);
            if (from_inside < 0.0) != (to_inside < 0.0) {
                let part = from_inside / (from_inside - to_inside);
                let mut point =
                    [0, 1].map(|axis: usize| from[axis] + part * (to[axis] - from[axis]));
                point[axis] = sign * GUARD_PX;
                cut.push(point);
            }
            if to_inside >= 0.0 {
                cut.push(to);
            }
        }
        polygon = cut;
    }
    polygon
}

/// For each band the triangles that touch it, in paint order.
fn bins_from_triangles<'t, 'a>(
    triangles: &'t [Vec<Triangle<'a>>],
    num_bands: usize,
) -> Vec<Vec<&'t Triangle<'a>>> {
    let mut bins = Vec::new();
    bins.resize_with(num_bands, Vec::new);
    for triangle in triangles.iter().flatten() {
        let rows = &triangle.window.rows;
        let first = rows.start as usize / BAND_ROWS;
        let last = (rows.end - 1) as usize / BAND_ROWS;
        for bin in &mut bins[first..=last] {
            bin.push(triangle);
        }
    }
    bins
}

/// Some whole rows of the picture.
struct Rows<'p> {
    first: usize,
    width: usize,
    pixels: &'p mut [Rgba],
}

fn paint_band(rows: Rows<'_>, triangles: &[&Triangle<'_>]) {
    let first = rows.first as i64;
    let end = first + (rows.pixels.len() / rows.width) as i64;
    for triangle in triangles {
        let window = &triangle.window;
        let triangle_rows = window.rows.start.max(first)..window.rows.end.min(end);
        let mut walkers = triangle
            .edges
            .map(|edge| EdgeWalker::new(edge, triangle_rows.start));
        for row in triangle_rows {
            let mut columns = window.columns.clone();
            for walker in &mut walkers {
                walker.narrow(&mut columns);
                walker.step();
            }
            if columns.start < columns.end {
                let row_start = (row - first) as usize * rows.width;
                let span = row_start + columns.start as usize..row_start + columns.end as usize;
                paint_span(&mut rows.pixels[span], columns.start, row, &triangle.ink);
            }
        }
    }
}

/// Follows an edge from row to row: where it crosses a row, exactly and without dividing.
struct EdgeWalker {
    is_left: bool,
    /// `(b * row + c) / |a|`, rounded down, and the rest.
    quotient: i64,
    rest: i64,
    /// `b / |a|`, rounded down, and the rest.
    quotient_step: i64,
    rest_step: i64,
    /// `|a|`
    divisor: i64,
}

impl EdgeWalker {
    fn new(edge: Edge, row: i64) -> Self {
        let Edge { a, b, c } = edge;
        if a == 0 {
            // The window already ends at horizontal edges.
            return Self {
                is_left: true,
                quotient: i64::MAX,
                rest: 0,
                quotient_step: 0,
                rest_step: 0,
                divisor: 1,
            };
        }
        let divisor = a.abs();
        let value = b * row + c;
        Self {
            is_left: a > 0,
            quotient: value.div_euclid(divisor),
            rest: value.rem_euclid(divisor),
            quotient_step: b.div_euclid(divisor),
            rest_step: b.rem_euclid(divisor),
            divisor,
        }
    }

    #[inline]
    fn narrow(&self, columns: &mut Range<i64>) {
        if self.is_left {
            columns.start = columns.start.max(-self.quotient);
        } else {
            columns.end = columns.end.min(self.quotient + 1);
        }
    }

    #[inline]
    fn step(&mut self) {
        self.quotient += self.quotient_step;
        self.rest += self.rest_step;
        if self.rest >= self.divisor {
            self.rest -= self.divisor;
            self.quotient += 1;
        }
    }
}

/// Paints neighbouring pixels of a row, of which `column` is the first.
fn paint_span(pixels: &mut [Rgba], column: i64, row: i64, ink: &Ink<'_>) {
    match ink {
        Ink::Flat(src) if src[3] == 255 => pixels.fill(*src),
        Ink::Flat(src) => {
            for pixel in pixels {
                *pixel = blend(*pixel, *src);
            }
        }
        Ink::Ramp(color) => {
            let in_row = color.in_row(row);
            for (column, pixel) in (column..).zip(pixels) {
                let src = color.at(&in_row, column).map(u8_from_unit);
                *pixel = blend(*pixel, src);
            }
        }
        Ink::Textured {
            texture,
            texel_pos,
            color,
        } => {
            let texel_pos_in_row = texel_pos.in_row(row);
            let color_in_row = color.in_row(row);
            for (column, pixel) in (column..).zip(pixels) {
                let texel = texture.sample(texel_pos.at(&texel_pos_in_row, column));
                let src = product(color.at(&color_in_row, column), texel).map(u8_from_unit);
                *pixel = blend(*pixel, src);
            }
        }
    }
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "test patterns need colours that no theme has"
)]
mod tests {
    use egui::epaint::WHITE_UV;
    use egui::{ColorImage, Pos2, TexturesDelta, pos2};

    use super::*;

    const ID: TextureId = TextureId::Managed(0);
    const BACKGROUND: Color32 = Color32::BLACK;
    const INK: Color32 = Color32::from_rgb(200, 100, 50);

    fn apply(textures: &mut Textures, mut delta: TexturesDelta) {
        textures.apply(&delta);
        delta.clear();
    }

    fn textures_from_image(image: ColorImage, options: TextureOptions) -> Textures {
        let mut textures = Textures::default();
        let mut delta = TexturesDelta::default();
        delta.push(ID, ImageDelta::full(image, options));
        apply(&mut textures, delta);
        textures
    }

    fn white() -> Textures {
        textures_from_image(
            ColorImage::filled([1, 1], Color32::WHITE),
            TextureOptions::LINEAR,
        )
    }

    /// Two texels beside each other: dark and bright.
    fn two_texels(options: TextureOptions) -> Textures {
        let pixels = vec![Color32::from_gray(10), Color32::from_gray(210)];
        textures_from_image(ColorImage::new([2, 1], pixels), options)
    }

    fn mesh(points: &[Pos2], indices: &[u32], color: Color32) -> Mesh {
        let vertices = points
            .iter()
            .map(|&pos| Vertex {
                pos,
                uv: WHITE_UV,
                color,
            })
            .collect();
        Mesh {
            indices: indices.to_vec(),
            vertices,
            texture_id: ID,
        }
    }

    fn primitive(mesh: Mesh) -> ClippedPrimitive {
        ClippedPrimitive {
            clip_rect: Rect::EVERYTHING,
            primitive: Primitive::Mesh(mesh),
        }
    }

    fn paint_one(size_px: [u32; 2], mesh: Mesh, textures: &Textures) -> Picture {
        paint(size_px, 1.0, BACKGROUND, &[primitive(mesh)], textures, 1)
    }

    fn pixel(picture: &Picture, column: usize, row: usize) -> Rgba {
        picture.pixels.as_chunks::<4>().0[row * picture.width as usize + column]
    }

    fn num_painted(picture: &Picture) -> usize {
        let pixels = picture.pixels.as_chunks::<4>().0;
        pixels
            .iter()
            .filter(|&&pixel| pixel != BACKGROUND.to_array())
            .count()
    }

    /// Numbers that look random and are the same on every run.
    fn noise(seed: &mut u32) -> f32 {
        *seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (*seed >> 8) as f32 / (1 << 24) as f32
    }

    fn noise_point(seed: &mut u32) -> Pos2 {
        // On a coarse grid, so that many sides run through pixel centres.
        pos2(
            (noise(seed) * 160.0).round() / 4.0,
            (noise(seed) * 160.0).round() / 4.0,
        )
    }

    #[test]
    fn adjoining_triangles_cover_each_pixel_once() {
        let added = Color32::from_rgba_premultiplied(40, 0, 0, 0);
        let mut seed = 1;
        for _ in 0..300 {
            // A fan around a point inside fills the square, wherever the point lies.
            let center = noise_point(&mut seed);
            let border = [
                (0.0, 0.0),
                (20.0, 0.0),
                (40.0, 0.0),
                (40.0, 40.0),
                (0.0, 40.0),
            ];
            let mut points = vec![center];
            points.extend(border.map(|(x, y)| pos2(x, y)));
            let indices = [0, 1, 2, 0, 2, 3, 3, 0, 4, 5, 4, 0, 0, 1, 5];
            let picture = paint_one([40, 40], mesh(&points, &indices, added), &white());
            let pixels = picture.pixels.as_chunks::<4>().0;
            assert!(
                pixels.iter().all(|&pixel| pixel == [40, 0, 0, 255]),
                "{center:?}"
            );
        }
    }

    #[test]
    fn pixel_centres_on_top_and_left_sides_are_inside() {
        let points = [
            pos2(1.5, 1.5),
            pos2(3.5, 1.5),
            pos2(3.5, 3.5),
            pos2(1.5, 3.5),
        ];
        let picture = paint_one([5, 5], mesh(&points, &[0, 1, 2, 2, 3, 0], INK), &white());
        for row in 0..5 {
            for column in 0..5 {
                let is_inside = (1..3).contains(&row) && (1..3).contains(&column);
                let color = if is_inside { INK } else { BACKGROUND };
                assert_eq!(
                    pixel(&picture, column, row),
                    color.to_array(),
                    "{column}, {row}"
                );
            }
        }
    }

    #[test]
    fn walking_an_edge_agrees_with_its_definition() {
        let mut seed = 7;
        for _ in 0..2000 {
            let mut corner = || [0, 1].map(|_: usize| (noise(&mut seed) * 12_000.0) as i64 - 1_000);
            let window = Window {
                columns: 0..40,
                rows: 0..40,
            };
            let Some((edges, window)) = coverage([corner(), corner(), corner()], &window) else {
                continue;
            };
            let mut walkers = edges.map(|edge| EdgeWalker::new(edge, window.rows.start));
            for row in window.rows {
                let mut columns = window.columns.clone();
                for walker in &mut walkers {
                    walker.narrow(&mut columns);
                    walker.step();
                }
                for column in window.columns.clone() {
                    let is_inside = edges.iter().all(|e| e.a * column + e.b * row + e.c >= 0);
                    assert_eq!(is_inside, columns.contains(&column));
                }
            }
        }
    }

    #[test]
    fn clip_rectangles_are_rounded_to_pixels() {
        let points = [pos2(-9.0, -9.0), pos2(99.0, -9.0), pos2(-9.0, 99.0)];
        let mut primitive = primitive(mesh(&points, &[0, 1, 2], INK));
        primitive.clip_rect = Rect::from_min_max(pos2(1.3, -5.0), pos2(3.3, 2.2));
        let picture = paint([10, 10], 2.0, BACKGROUND, &[primitive.clone()], &white(), 1);
        // Twice 1.3 and 3.3 are columns 3 to 7, twice 2.2 is row 4.
        for row in 0..10 {
            for column in 0..10 {
                let is_inside = row < 4 && (3..7).contains(&column);
                let color = if is_inside { INK } else { BACKGROUND };
                assert_eq!(
                    pixel(&picture, column, row),
                    color.to_array(),
                    "{column}, {row}"
                );
            }
        }
        for clip_rect in [
            Rect::NOTHING,
            Rect::NAN,
            Rect::from_min_max(pos2(4.0, 4.0), pos2(1.0, 1.0)),
        ] {
            primitive.clip_rect = clip_rect;
            let picture = paint([10, 10], 2.0, BACKGROUND, &[primitive.clone()], &white(), 1);
            assert_eq!(num_painted(&picture), 0, "{clip_rect:?}");
        }
    }

    /// Eight pixels in a row that show the texture from `uv_left` to `uv_right`.
    fn sampled(textures: &Textures, uv_left: f32, uv_right: f32) -> Vec<u8> {
        let mut mesh = Mesh::with_texture(ID);
        mesh.add_rect_with_uv(
            Rect::from_min_max(pos2(0.0, 0.0), pos2(8.0, 1.0)),
            Rect::from_min_max(pos2(uv_left, 0.0), pos2(uv_right, 1.0)),
            Color32::WHITE,
        );
        let picture = paint_one([8, 1], mesh, textures);
        picture
            .pixels
            .as_chunks::<4>()
            .0
            .iter()
            .map(|pixel| pixel[0])
            .collect()
    }

    #[test]
    fn nearest_and_linear_sampling() {
        let nearest = sampled(&two_texels(TextureOptions::NEAREST), 0.0, 1.0);
        assert_eq!(nearest, [10, 10, 10, 10, 210, 210, 210, 210]);
        // The colours of texels are at their centres, a quarter in from the sides.
        let linear = sampled(&two_texels(TextureOptions::LINEAR), 0.0, 1.0);
        assert_eq!(linear, [10, 10, 35, 85, 135, 185, 210, 210]);
    }

    #[test]
    fn texels_beyond_the_border() {
        let cases = [
            (TextureOptions::NEAREST, [10, 10, 10, 10, 10, 10, 210, 210]),
            (
                TextureOptions::NEAREST_REPEAT,
                [10, 10, 210, 210, 10, 10, 210, 210],
            ),
            (
                TextureOptions::NEAREST_MIRRORED_REPEAT,
                [210, 210, 10, 10, 10, 10, 210, 210],
            ),
        ];
        for (options, expected) in cases {
            let textures = two_texels(options);
            assert_eq!(sampled(&textures, -1.0, 1.0), expected, "{options:?}");
        }
        for uv in [f32::NAN, f32::INFINITY, f32::MAX, f32::MIN, 1e9] {
            for (options, _) in cases {
                sampled(&two_texels(options), uv, -uv);
                sampled(
                    &two_texels(TextureOptions {
                        ..TextureOptions::LINEAR_REPEAT
                    }),
                    0.0,
                    uv,
                );
            }
        }
    }

    #[test]
    fn vertex_colors_tint_and_fade_evenly() {
        let mut ramp = mesh(
            &[
                pos2(0.0, 0.0),
                pos2(4.0, 0.0),
                pos2(4.0, 1.0),
                pos2(0.0, 1.0),
            ],
            &[0, 1, 2, 2, 3, 0],
            Color32::from_gray(0),
        );
        ramp.vertices[1].color = Color32::from_gray(200);
        ramp.vertices[2].color = Color32::from_gray(200);
        let picture = paint_one([4, 1], ramp, &white());
        assert_eq!(
            [0, 1, 2, 3].map(|column| pixel(&picture, column, 0)[1]),
            [25, 75, 125, 175]
        );
    }

    #[test]
    fn patches_change_only_their_part() {
        let mut textures = textures_from_image(
            ColorImage::filled([8, 1], Color32::from_gray(1)),
            TextureOptions::NEAREST,
        );
        let mut delta = TexturesDelta::default();
        let patch = ColorImage::new([2, 1], vec![Color32::from_gray(7), Color32::from_gray(9)]);
        delta.push(
            ID,
            ImageDelta::partial([3, 0], patch.clone(), TextureOptions::NEAREST),
        );
        // Those hang over a border, lie outside or belong to no texture.
        delta.push(
            ID,
            ImageDelta::partial([7, 0], patch.clone(), TextureOptions::NEAREST),
        );
        delta.push(
            ID,
            ImageDelta::partial([0, 1], patch.clone(), TextureOptions::NEAREST),
        );
        delta.push(
            ID,
            ImageDelta::partial([8, 0], patch.clone(), TextureOptions::NEAREST),
        );
        delta.push(
            ID,
            ImageDelta::partial([usize::MAX; 2], patch.clone(), TextureOptions::NEAREST),
        );
        delta.push(
            TextureId::User(5),
            ImageDelta::partial([0, 0], patch, TextureOptions::NEAREST),
        );
        apply(&mut textures, delta);
        assert_eq!(sampled(&textures, 0.0, 1.0), [1, 1, 1, 7, 9, 1, 1, 7]);
    }

    #[test]
    fn contradictory_and_empty_images_are_ignored() {
        let mut image = ColorImage::filled([2, 2], Color32::WHITE);
        image.size = [3, 2];
        let textures = textures_from_image(image, TextureOptions::LINEAR);
        assert!(textures.textures.is_empty());
        for size in [[0, 0], [0, 3], [3, 0]] {
            let image = ColorImage::filled(size, Color32::WHITE);
            let textures = textures_from_image(image, TextureOptions::LINEAR);
            sampled(&textures, 0.0, 1.0);
        }
    }

    #[test]
    fn freed_textures_last_for_one_more_frame() {
        let mut textures = white();
        let mut delta = TexturesDelta::default();
        delta.free(ID);
        apply(&mut textures, delta);
        assert_eq!(sampled(&textures, 0.0, 1.0), [255; 8]);
        apply(&mut textures, TexturesDelta::default());
        assert_eq!(sampled(&textures, 0.0, 1.0), [0; 8]);
    }

    #[test]
    fn any_number_of_threads_paints_the_same_bytes() {
        let mut seed = 3;
        let mut pixels = Vec::new();
        for _ in 0..64 {
            let [red, green, blue] = [0; 3].map(|_: u8| (noise(&mut seed) * 255.0) as u8);
            pixels.push(Color32::from_rgb(red, green, blue));
        }
        let image = ColorImage::new([8, 8], pixels);
        let textures = textures_from_image(image, TextureOptions::LINEAR_REPEAT);
        let mut primitives = Vec::new();
        for _ in 0..20 {
            let mut mesh = Mesh::with_texture(ID);
            for idx in 0..300 {
                let alpha = (noise(&mut seed) * 255.0) as u8;
                let pos = (noise_point(&mut seed).to_vec2() * 6.0).to_pos2();
                let uv = noise_point(&mut seed);
                mesh.vertices.push(Vertex {
                    pos,
                    uv,
                    color: Color32::from_white_alpha(alpha),
                });
                mesh.indices.push(idx);
            }
            primitives.push(primitive(mesh));
        }
        let picture_by = |threads| {
            paint(
                [211, 203],
                1.1,
                Color32::DARK_BLUE,
                &primitives,
                &textures,
                threads,
            )
        };
        let picture = picture_by(1);
        assert_eq!(picture.pixels.len(), 4 * 211 * 203);
        for threads in [0, 2, 7] {
            assert!(picture == picture_by(threads), "{threads} threads");
        }
    }

    #[test]
    fn strange_coordinates_and_indices_do_no_harm() {
        let values = [
            0.0,
            -0.0,
            3.5,
            1e-40,
            -7.0,
            1e6,
            -2e6,
            3e9,
            1e20,
            f32::MAX,
            f32::MIN,
            f32::NAN,
            f32::INFINITY,
            f32::NEG_INFINITY,
        ];
        let mut seed = 11;
        let mut value = || values[(noise(&mut seed) * values.len() as f32) as usize];
        let mut points: Vec<_> = (0..600).map(|_| pos2(value(), value())).collect();
        let indices: Vec<_> = (0..602).collect();
        paint_one([40, 70], mesh(&points, &indices, INK), &white());
        points.truncate(100);
        let mut wild = mesh(&points, &[0, 1, u32::MAX, 2, 3], INK);
        for (idx, vertex) in wild.vertices.iter_mut().enumerate() {
            vertex.uv = pos2(value(), value());
            vertex.color = Color32::from_white_alpha(idx as u8);
        }
        wild.indices.extend(0..99);
        for pixels_per_point in [1.0, 0.0, -1.0, 1e30, f32::NAN, f32::INFINITY] {
            let primitives = [primitive(wild.clone())];
            paint([40, 70], pixels_per_point, INK, &primitives, &white(), 2);
        }
    }

    #[test]
    fn a_triangle_far_larger_than_the_guard_covers_the_picture() {
        let points = [pos2(-1e9, -1e9), pos2(3e9, -1e9), pos2(-1e9, 3e9)];
        let picture = paint_one([30, 50], mesh(&points, &[0, 1, 2], INK), &white());
        assert_eq!(num_painted(&picture), 30 * 50);
    }

    #[test]
    fn empty_and_oversized_pictures() {
        let primitives = [primitive(mesh(&[Pos2::ZERO; 3], &[0, 1, 2], INK))];
        for size_px in [[0, 0], [0, 9], [9, 0]] {
            let picture = paint(size_px, 1.0, INK, &primitives, &white(), 3);
            assert_eq!([picture.width, picture.height], size_px);
            assert!(picture.pixels.is_empty());
        }
        let picture = paint([u32::MAX; 2], 1.0, INK, &primitives, &white(), 3);
        assert_eq!(picture, Picture::default());
    }

    #[test]
    fn level_products_are_exact_and_alpha_blends_both_ways_alike() {
        for a in 0..=255 {
            for b in 0..=255 {
                let exact = (f64::from(a) * f64::from(b) / 255.0).round();
                assert_eq!(f64::from(level_product(a, b)), exact);
                let over = a + level_product(b, 255 - a);
                let under = b + level_product(a, 255 - b);
                assert_eq!(over, under, "{a} over {b}");
            }
        }
    }

    #[test]
    fn levels_survive_the_way_to_unit_values_and_back() {
        for level in 0..=255 {
            assert_eq!(u8_from_unit(unit_from_u8(level)), level);
        }
        let cut = [-1.0, 2.0, f32::NAN, f32::INFINITY].map(u8_from_unit);
        assert_eq!(cut, [0, 255, 0, 255]);
    }
}
