//! TIFF, as many scanners write it: every page of the file, each in its own resolution. Black and white stays one bit a
//! pixel.

use std::io::{Cursor, Read, Seek};

use image::metadata::Orientation;
use image::{DynamicImage, ImageBuffer};
use printpdf::{DictItem, ExternalStream};
use tiff::decoder::ifd::Value;
use tiff::decoder::{Decoder, DecodingResult, Limits};
use tiff::tags::Tag;
use tiff::{ColorType, TiffError};

use super::{fits, flat, packed, Page, MOST, MOST_MEMORY};

/// A page that only shows another one small, or says where it is see-through (TIFF 6.0, `NewSubfileType`, bits 0 and 2).
const ASIDE: u32 = 0b101;

/// The pages of a file in their order.
///
/// # Errors
/// The id of the sentence that says why it cannot be read.
pub(super) fn pages(bytes: &[u8]) -> Result<Vec<Page>, &'static str> {
    let mut limits = Limits::default();
    limits.decoding_buffer_size = usize::try_from(MOST_MEMORY).unwrap_or(usize::MAX);
    let mut file = Decoder::new(Cursor::new(bytes)).map_err(refused)?.with_limits(limits);
    let mut pages = Vec::new();
    loop {
        if file.find_tag_unsigned::<u32>(Tag::NewSubfileType).map_err(refused)?.unwrap_or(0) & ASIDE == 0 {
            pages.push(page(&mut file)?);
        }
        if !file.more_images() || pages.len() > MOST {
            return Ok(pages);
        }
        file.next_image().map_err(refused)?;
    }
}

/// The page the file is open at.
fn page<R: Read + Seek>(file: &mut Decoder<R>) -> Result<Page, &'static str> {
    let (width, height) = file.dimensions().map_err(refused)?;
    fits(width, height)?;
    let orientation = file.find_tag_unsigned::<u8>(Tag::Orientation).map_err(refused)?;
    let tall = tall(file);
    let color = file.colortype().map_err(refused)?;
    let mut samples = DecodingResult::U8(Vec::new());
    let layout = file.read_image_to_buffer(&mut samples).map_err(refused)?;
    if samples.as_buffer(0).as_bytes().len() < layout.complete_len || layout.planes > 1 {
        return Err("error-bind-tiff");
    }
    Ok(Page {
        width,
        height,
        tall,
        orientation: orientation.and_then(Orientation::from_exif).unwrap_or(Orientation::NoTransforms),
        stream: stream(width, height, color, samples).ok_or("error-bind-tiff")?,
    })
}

/// Height of a pixel to its width: a fax has 204 dots to the inch across and 98 down. The unit is the same for both.
/// What is not said, or cannot be, is taken as square.
fn tall<R: Read + Seek>(file: &mut Decoder<R>) -> f32 {
    let mut dots = |tag: Tag| match file.find_tag(tag) {
        Ok(Some(Value::Rational(dots, per))) => f64::from(dots) / f64::from(per),
        _ => f64::NAN,
    };
    #[allow(clippy::cast_possible_truncation)] // a ratio needs no more digits
    let tall = (dots(Tag::XResolution) / dots(Tag::YResolution)) as f32;
    if (0.25..=4.0).contains(&tall) {
        tall
    } else {
        1.0
    }
}

/// The pixels as a PDF holds them; none where they are of a kind that is not written by scanners.
fn stream(width: u32, height: u32, color: ColorType, samples: DecodingResult) -> Option<ExternalStream> {
    use DecodingResult::{U16, U8};
    let picture = match (color, samples) {
        (ColorType::Gray(bits @ (1 | 2 | 4)), U8(rows)) => {
            let mut stream = packed(width, height, "DeviceGray", &rows);
            stream.dict.insert("BitsPerComponent".to_owned(), DictItem::Int(bits.into()));
            return Some(stream);
        }
        (ColorType::CMYK(8), U8(inks)) => return Some(packed(width, height, "DeviceCMYK", &inks)),
        (ColorType::Gray(8), U8(pixels)) => ImageBuffer::from_raw(width, height, pixels).map(DynamicImage::ImageLuma8),
        (ColorType::RGB(8), U8(pixels)) => ImageBuffer::from_raw(width, height, pixels).map(DynamicImage::ImageRgb8),
        (ColorType::YCbCr(8), U8(pixels)) => {
            ImageBuffer::from_raw(width, height, pixels.as_chunks().0.iter().copied().flat_map(rgb).collect())
                .map(DynamicImage::ImageRgb8)
        }
        (ColorType::RGBA(8), U8(pixels)) => ImageBuffer::from_raw(width, height, pixels).map(DynamicImage::ImageRgba8),
        (ColorType::Gray(16), U16(pixels)) => {
            ImageBuffer::from_raw(width, height, pixels).map(DynamicImage::ImageLuma16)
        }
        (ColorType::RGB(16), U16(pixels)) => ImageBuffer::from_raw(width, height, pixels).map(DynamicImage::ImageRgb16),
        _ => None,
    };
    picture.map(|picture| flat(&picture))
}

/// A pixel of a photo packed as JPEG within a TIFF (JFIF 1.02: ITU-R BT.601, full range).
fn rgb([y, cb, cr]: [u8; 3]) -> [u8; 3] {
    let (y, cb, cr) = (i32::from(y) << 16, i32::from(cb) - 128, i32::from(cr) - 128);
    let whole = |value: i32| u8::try_from(((value + (1 << 15)) >> 16).clamp(0, 255)).unwrap_or(255);
    [whole(y + 91_881 * cr), whole(y - 22_554 * cb - 46_802 * cr), whole(y + 116_130 * cb)]
}

fn refused(cause: TiffError) -> &'static str {
    tracing::info!(%cause, "a scan cannot be read");
    match cause {
        TiffError::LimitsExceeded => "error-bind-large",
        TiffError::UnsupportedError(_) => "error-bind-tiff",
        _ => "error-bind-damaged",
    }
}

#[cfg(test)]
mod tests {
    use image::RgbImage;
    use tiff::encoder::colortype::{Gray8, RGB8};
    use tiff::encoder::{Compression, Rational, TiffEncoder};

    use super::super::tests::{bound, corner, count, picture, refusal, run};
    use super::*;

    /// Written by a scanner's library, packed as fax machines do (ITU-T T.6): 64 × 48, black in its upper left quarter's
    /// quarter, a thin line from the lower left to the right.
    const FAXED: &[u8] = include_bytes!("samples/black-and-white.tif");
    /// 32 × 16, packed as a JPEG within: blue, its upper left quarter's quarter red.
    const PHOTO: &[u8] = include_bytes!("samples/photo.tif");

    /// A scan of three pages: colour lying on its side, a small picture of it, and grey.
    fn three(color: &RgbImage) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let mut file = TiffEncoder::new(&mut bytes).unwrap().with_compression(Compression::Lzw);
        let mut page = file.new_image::<RGB8>(color.width(), color.height()).unwrap();
        page.encoder().write_tag(Tag::Orientation, 6_u16).unwrap();
        page.write_data(color).unwrap();
        let mut small = file.new_image::<Gray8>(2, 2).unwrap();
        small.encoder().write_tag(Tag::NewSubfileType, 1_u32).unwrap();
        small.write_data(&[0, 80, 160, 255]).unwrap();
        let grey = DynamicImage::from(color.clone()).to_luma8();
        file.write_image::<Gray8>(grey.width(), grey.height(), &grey).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn every_page_of_a_scan_is_bound_pixel_for_pixel() {
        let color = corner(211, 97);
        let scans = [picture("1.tif", three(&color)), picture("2.tif", FAXED.to_vec())];
        assert_eq!(count(&scans), 3);
        let pdf = bound(&scans);
        let (folder, said) = run("pdfimages", &["-png"], &pdf);
        assert_eq!(said, "");
        let out = |n: usize| image::open(folder.path().join(format!("out-00{n}.png"))).unwrap();
        assert_eq!(out(0).to_rgb8(), color);
        assert_eq!(out(1).to_luma8(), DynamicImage::from(color).to_luma8());
        let faxed = out(2).to_luma8();
        assert_eq!(faxed.dimensions(), (64, 48));
        for (x, y, pixel) in faxed.enumerate_pixels().filter(|(x, y, _)| *x < 16 || *y < 20) {
            let line = 47.0 - f64::from(x) * 27.0 / 63.0;
            if (f64::from(y) - line).abs() > 1.0 {
                assert_eq!(pixel.0 == [0], x < 16 && y < 12, "{x} {y}");
            }
        }
        assert!(!folder.path().join("out-003.png").exists(), "a small picture is no page");
    }

    #[test]
    fn a_scan_is_turned_as_it_says_and_a_packed_photo_keeps_its_colours() {
        let pdf = bound(&[picture("1.tif", three(&corner(400, 200))), picture("2.tif", PHOTO.to_vec())]);
        let (folder, said) = run("pdftoppm", &["-r", "36", "-png"], &pdf);
        assert_eq!(said, "");
        let page = |n: u32| image::open(folder.path().join(format!("out-{n}.png"))).unwrap().to_rgb8();
        assert!(page(1).height() > page(1).width(), "a page on its side stands upright");
        assert!(page(2).width() > page(2).height());
        let photo = page(3);
        let inked: Vec<_> = photo.enumerate_pixels().filter(|(_, _, p)| p.0 != [255; 3]).collect();
        let (red, blue) = (inked.first().unwrap().2, inked.last().unwrap().2);
        assert!(red.0[0] > 180 && red.0[2] < 80, "{red:?}");
        assert!(blue.0[2] > 160 && blue.0[0] < 60, "{blue:?}");
    }

    /// 408 × 98, with so many dots to the inch across and down: two inches and one from a fax machine.
    fn coarse(across: u32, down: u32, orientation: u16) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let mut file = TiffEncoder::new(&mut bytes).unwrap();
        let mut page = file.new_image::<RGB8>(408, 98).unwrap();
        page.x_resolution(Rational { n: across, d: 1 });
        page.y_resolution(Rational { n: down, d: 1 });
        page.encoder().write_tag(Tag::Orientation, orientation).unwrap();
        page.write_data(&corner(408, 98)).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_coarse_fax_keeps_its_shape() {
        let scans = [(204, 98, 1), (204, 98, 6), (0, 98, 1), (204, 2, 1)];
        let scans: Vec<_> = scans.map(|(x, y, turn)| picture("1.tif", coarse(x, y, turn))).into();
        let (folder, said) = run("pdftoppm", &["-r", "72", "-png"], &bound(&scans));
        assert_eq!(said, "");
        let square = 98.0 / 408.0;
        for (n, shape) in (1..).zip([0.5, 2.0, square, square]) {
            let page = image::open(folder.path().join(format!("out-{n}.png"))).unwrap().to_rgb8();
            let inked = page.enumerate_pixels().filter(|(_, _, p)| p.0 != [255; 3]);
            let inked: Vec<(u32, u32)> = inked.map(|(x, y, _)| (x, y)).collect();
            let span = |side: fn((u32, u32)) -> u32| {
                let places: Vec<u32> = inked.iter().copied().map(side).collect();
                f64::from(places.iter().max().unwrap() - places.iter().min().unwrap() + 1)
            };
            let drawn = span(|place| place.1) / span(|place| place.0);
            assert!((drawn / shape - 1.0).abs() < 0.05, "{n}: {drawn}");
        }
    }

    #[test]
    fn a_damaged_scan_is_refused() {
        let scan = three(&corner(64, 64));
        assert_eq!(refusal("a.tif", b"II*\0\x08\0\0\0".to_vec()), "error-bind-damaged");
        assert_eq!(refusal("a.tif", FAXED[..100].to_vec()), "error-bind-damaged");
        for end in (8..scan.len()).step_by(97) {
            let wrong = refusal("a.tif", scan[..end].to_vec());
            assert!(["error-bind-damaged", "error-bind-tiff"].contains(&wrong), "{end}: {wrong}");
        }
        // A file whose page says it has 60,000 × 48 pixels, and one whose pages follow each other for ever.
        let tagged = |tag: u16| FAXED.windows(4).position(|at| at[..2] == tag.to_le_bytes() && at[2] == 3).unwrap() + 8;
        let mut wide = FAXED.to_vec();
        wide[tagged(256)..][..4].copy_from_slice(&60_000_u32.to_le_bytes());
        assert_eq!(refusal("a.tif", wide), "error-bind-large");
        let mut endless = FAXED.to_vec();
        let (first, end) = (endless[4..8].to_vec(), endless.len());
        endless[end - 4..].copy_from_slice(&first);
        assert_eq!(refusal("a.tif", endless), "error-bind-damaged");
        // Colours by number, which no scanner writes.
        let mut numbered = FAXED.to_vec();
        numbered[tagged(262)] = 3;
        assert_eq!(refusal("a.tif", numbered), "error-bind-tiff");
    }
}
