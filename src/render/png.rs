//! PNG files that carry their own evidence in text chunks.

use super::{Recipe, Still};
use crate::model::Chronicle;

/// The text chunk that holds the recipe.
const RECIPE_KEY: &str = "salname:recipe";

/// A picture that could not be written or read.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The encoder refused.
    #[error("the picture could not be encoded: {0}")]
    Encode(#[from] png::EncodingError),
    /// The bytes are no PNG.
    #[error("this is not a PNG picture: {0}")]
    Decode(#[from] png::DecodingError),
    /// The picture was not made by this program.
    #[error("the picture carries no view to reopen; it was not saved by Salnamə")]
    NoRecipe,
}

/// The picture as the bytes of a PNG file with title, sources, attribution and recipe inside.
///
/// # Errors
///
/// If the encoder refuses.
pub fn encode(
    still: &Still,
    recipe: &Recipe,
    chronicle: &Chronicle,
    folder: Option<&str>,
) -> Result<Vec<u8>, PngError> {
    let picture = &still.picture;
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width, picture.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    // A point is 1/96 inch, as in CSS, so that a picture of scale 2 prints at the same size.
    let per_metre = (f64::from(recipe.scale) * 96.0 / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: png::Unit::Meter,
    }));
    let parts = chronicle.parts();
    let texts = [
        ("Title", still.title.clone()),
        ("Description", still.sources.clone()),
        ("Copyright", still.attribution.clone()),
        ("Software", format!("Salnamə {}", env!("CARGO_PKG_VERSION"))),
        (
            "salname:chronicle",
            format!("{} {}", parts.id, parts.version),
        ),
        (RECIPE_KEY, recipe.to_text(chronicle, folder)),
    ];
    for (key, text) in texts {
        encoder.add_itxt_chunk(key.to_owned(), text)?;
    }
    // The ground of every picture is opaque, so nothing is lost with the alpha channel.
    let rgb: Vec<u8> = picture
        .pixels
        .chunks_exact(4)
        .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]])
        .collect();
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rgb)?;
    writer.finish()?;
    Ok(bytes)
}

/// The recipe's text in the bytes of a picture.
///
/// # Errors
///
/// If the bytes are no PNG, or the picture was not made by this program.
pub fn recipe_text(bytes: &[u8]) -> Result<String, PngError> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info()?;
    // Text after the image data is read, too: other programs move the chunks there.
    reader.finish()?;
    let chunk = reader
        .info()
        .utf8_text
        .iter()
        .find(|chunk| chunk.keyword == RECIPE_KEY);
    let text = chunk.and_then(|chunk| chunk.get_text().ok());
    text.ok_or(PngError::NoRecipe)
}

/// Width, height and RGBA pixels of a PNG with eight bits a channel.
///
/// # Errors
///
/// If the bytes are no such PNG.
pub fn decode_rgba(bytes: &[u8]) -> Result<(u32, u32, Vec<u8>), PngError> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().unwrap_or_default()];
    let info = reader.next_frame(&mut pixels)?;
    pixels.truncate(info.buffer_size());
    let rgba = match info.color_type {
        png::ColorType::Rgba => pixels,
        png::ColorType::Rgb => pixels
            .chunks_exact(3)
            .flat_map(|p| [p[0], p[1], p[2], u8::MAX])
            .collect(),
        png::ColorType::Grayscale | png::ColorType::Indexed => pixels
            .iter()
            .flat_map(|&grey| [grey, grey, grey, u8::MAX])
            .collect(),
        png::ColorType::GrayscaleAlpha => pixels
            .chunks_exact(2)
            .flat_map(|p| [p[0], p[0], p[0], p[1]])
            .collect(),
    };
    Ok((info.width, info.height, rgba))
}
