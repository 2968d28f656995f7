//! Photos and scans of paper bound into one PDF: upright, a picture a page, in their own resolution. A JPEG is taken over
//! as it is, byte for byte; other pictures keep every pixel.

mod scan;

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use chrono::{DateTime, Utc};
use flate2::write::ZlibEncoder;
use flate2::Compression;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};
use printpdf::{
    CurTransMat, DictItem, ExternalStream, ExternalXObject, Mm, OffsetDateTime, Op, PdfDocument, PdfPage,
    PdfSaveOptions, XObject, XObjectId, XObjectTransform,
};
use sentei_core::{Error, Result};

/// No more pages are bound at once.
const MOST: usize = 200;
/// No side of a picture has more pixels.
const LONGEST_SIDE: u32 = 30_000;
/// No picture has more pixels: the largest phones take 108 million.
const MOST_PIXELS: u64 = 120_000_000;
/// What reading one picture may take, in bytes.
const MOST_MEMORY: u64 = 640 << 20;
/// A4, in millimetres.
const PAPER: (f32, f32) = (210.0, 297.0);
/// The edge that stays white, in millimetres.
const EDGE: f32 = 8.0;
const POINTS: f32 = 72.0 / 25.4;
/// A small picture is not blown up beyond this many pixels to the inch.
const COARSEST: f32 = 96.0;

/// A photo or scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Name of its file, for refusals.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Pictures bound into one PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// A picture as the PDF takes it.
struct Page {
    width: u32,
    height: u32,
    /// Height of a pixel to its width, as the picture is stored: those of a fax are twice as high as wide.
    tall: f32,
    orientation: Orientation,
    stream: ExternalStream,
}

/// Binds pictures into one PDF of this title, made at this time, in the order given: a page each, and all pages of a scan
/// that has several. `told` hears before each picture how many are done.
///
/// # Errors
/// A sentence for a picture of another kind, a damaged or a too large one; what `told` refuses.
pub fn bind(pictures: &[Picture], title: &str, at: DateTime<Utc>, told: impl Fn(usize) -> Result<()>) -> Result<Bound> {
    let many = || Error::say("error-bind-many").arg("most", MOST);
    if pictures.len() > MOST {
        return Err(many());
    }
    let mut document = PdfDocument::new(title);
    if let Ok(at) = OffsetDateTime::from_unix_timestamp(at.timestamp()) {
        let info = &mut document.metadata.info;
        (info.creation_date, info.modification_date, info.metadata_date) = (at, at, at);
    }
    let mut pages = Vec::with_capacity(pictures.len());
    for (done, picture) in pictures.iter().enumerate() {
        told(done)?;
        for page in read(picture)? {
            if pages.len() == MOST {
                return Err(many());
            }
            let id = XObjectId(format!("P{}", pages.len() + 1));
            let stream = ExternalXObject { stream: page.stream.clone(), width: None, height: None, dpi: None };
            document.resources.xobjects.map.insert(id.clone(), XObject::External(stream));
            pages.push(set(&page, id));
        }
    }
    told(pictures.len())?;
    let count = pages.len();
    document.with_pages(pages);
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    Ok(Bound { pdf: document.save(&options, &mut Vec::new()), pages: count })
}

/// Reads a picture whole, so that what is damaged is found now and not when somebody opens the PDF.
fn read(picture: &Picture) -> Result<Vec<Page>> {
    let refused = |id: &'static str| Error::say(id).arg("file", &picture.name);
    let bytes = &picture.bytes;
    if bytes.get(4..8) == Some(b"ftyp") {
        return Err(refused("error-bind-heic"));
    }
    let format = image::guess_format(bytes).map_err(|_| refused("error-bind-kind"))?;
    if format == ImageFormat::Tiff {
        return scan::pages(bytes).map_err(refused);
    }
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif) {
        return Err(refused("error-bind-kind"));
    }
    let damaged = |cause: image::ImageError| {
        tracing::info!(%cause, "a picture cannot be read");
        let large = matches!(cause, image::ImageError::Limits(_));
        refused(if large { "error-bind-large" } else { "error-bind-damaged" })
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    fits(width, height).map_err(refused)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let pixels = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    let stream = if format == ImageFormat::Jpeg {
        let frame = Frame::of(bytes).filter(|_| ends(bytes)).ok_or_else(|| refused("error-bind-damaged"))?;
        jpeg(bytes, &frame)
    } else {
        flat(&pixels)
    };
    Ok(vec![Page { width, height, tall: 1.0, orientation, stream }])
}

/// Whether a picture of this size is taken; the sentence where it is not.
fn fits(width: u32, height: u32) -> std::result::Result<(), &'static str> {
    if width > LONGEST_SIDE || height > LONGEST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err("error-bind-large");
    }
    if width == 0 || height == 0 {
        return Err("error-bind-damaged");
    }
    Ok(())
}

fn image_dict(width: u32, height: u32, space: &str) -> BTreeMap<String, DictItem> {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(width.into())),
        ("Height".to_owned(), DictItem::Int(height.into())),
        ("ColorSpace".to_owned(), name(space)),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
    ])
}

/// The JPEG itself; a PDF may hold it as it is.
fn jpeg(bytes: &[u8], frame: &Frame) -> ExternalStream {
    let space = match frame.components {
        1 => "DeviceGray",
        4 => "DeviceCMYK",
        _ => "DeviceRGB",
    };
    let mut dict = image_dict(frame.width, frame.height, space);
    dict.insert("Filter".to_owned(), DictItem::Name(b"DCTDecode".to_vec()));
    if frame.components == 4 {
        // Programs of Adobe, which nearly all such files come from, write the inks inverted.
        let inverted = [1, 0, 1, 0, 1, 0, 1, 0].map(DictItem::Int);
        dict.insert("Decode".to_owned(), DictItem::Array(inverted.to_vec()));
    }
    ExternalStream { dict, content: bytes.to_vec(), compress: false }
}

/// Samples of eight bits, packed without loss: at once, so that no more than one picture is held unpacked.
fn packed(width: u32, height: u32, space: &str, samples: &[u8]) -> ExternalStream {
    let mut dict = image_dict(width, height, space);
    dict.insert("Filter".to_owned(), DictItem::Name(b"FlateDecode".to_vec()));
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
    let content = packer.write_all(samples).and_then(|()| packer.finish()).expect("memory can be written to");
    ExternalStream { dict, content, compress: false }
}

/// Every pixel; what is see-through lies on white paper.
fn flat(pixels: &DynamicImage) -> ExternalStream {
    let (width, height) = (pixels.width(), pixels.height());
    if pixels.color().has_color() {
        let content: Vec<u8> = if pixels.color().has_alpha() {
            let on_white = |value: u8, alpha: u8| {
                let (value, alpha) = (u32::from(value), u32::from(alpha));
                u8::try_from((value * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(255)
            };
            let rgba = pixels.to_rgba8();
            rgba.pixels().flat_map(|p| [0, 1, 2].map(|n| on_white(p.0[n], p.0[3]))).collect()
        } else {
            pixels.to_rgb8().into_raw()
        };
        return packed(width, height, "DeviceRGB", &content);
    }
    let content: Vec<u8> = pixels
        .to_luma_alpha8()
        .pixels()
        .map(|p| {
            let (value, alpha) = (u32::from(p.0[0]), u32::from(p.0[1]));
            u8::try_from((value * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(255)
        })
        .collect();
    packed(width, height, "DeviceGray", &content)
}

/// What the head of a JPEG says about its picture.
struct Frame {
    width: u32,
    height: u32,
    components: u8,
}

impl Frame {
    /// Finds the start of the frame (ITU T.81, B.2.2).
    fn of(bytes: &[u8]) -> Option<Self> {
        let mut at = 2;
        loop {
            while *bytes.get(at)? != 0xff {
                at += 1;
            }
            while *bytes.get(at)? == 0xff {
                at += 1;
            }
            let marker = bytes[at];
            at += 1;
            match marker {
                0x01 | 0xd0..=0xd8 => {}
                0xc0..=0xc2 => {
                    let word = |from: usize| {
                        let pair = bytes.get(at + from..at + from + 2)?;
                        Some(u32::from(u16::from_be_bytes([pair[0], pair[1]])))
                    };
                    let components = *bytes.get(at + 7)?;
                    let known = *bytes.get(at + 2)? == 8 && matches!(components, 1 | 3 | 4);
                    return known.then_some(Self { height: word(3)?, width: word(5)?, components });
                }
                0xd9 | 0xda => return None,
                _ => {
                    let length = bytes.get(at..at + 2)?;
                    at += usize::from(u16::from_be_bytes([length[0], length[1]]));
                }
            }
        }
    }
}

/// Whether the end of the picture is there; readers fill up what is missing with grey and say nothing.
fn ends(bytes: &[u8]) -> bool {
    let tail = bytes.len().saturating_sub(1 << 20);
    bytes[tail..].windows(2).any(|pair| pair == [0xff, 0xd9])
}

/// The page: A4, upright or across as the picture is, the picture in its middle.
fn set(page: &Page, id: XObjectId) -> PdfPage {
    use Orientation::{Rotate270, Rotate270FlipH, Rotate90, Rotate90FlipH};
    let turned = matches!(page.orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH);
    #[allow(clippy::cast_precision_loss)] // far below 2^24 pixels a side
    let (width, height) = (page.width as f32, page.height as f32 * page.tall);
    let (width, height) = if turned { (height, width) } else { (width, height) };
    let (across, down) = if width > height { (PAPER.1, PAPER.0) } else { PAPER };
    let room = ((across - 2.0 * EDGE) * POINTS, (down - 2.0 * EDGE) * POINTS);
    let scale = (room.0 / width).min(room.1 / height).min(72.0 / COARSEST);
    let side = (width * scale, height * scale);
    let corner = ((across * POINTS - side.0) / 2.0, (down * POINTS - side.1) / 2.0);
    // The picture is a square of side 1 that stands on its stored bottom edge: where its two edges point to, and where its
    // corner lies.
    let turn: [f32; 6] = match page.orientation {
        Orientation::NoTransforms => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
        Orientation::FlipHorizontal => [-1.0, 0.0, 0.0, 1.0, 1.0, 0.0],
        Orientation::Rotate180 => [-1.0, 0.0, 0.0, -1.0, 1.0, 1.0],
        Orientation::FlipVertical => [1.0, 0.0, 0.0, -1.0, 0.0, 1.0],
        Orientation::Rotate90FlipH => [0.0, -1.0, -1.0, 0.0, 1.0, 1.0],
        Orientation::Rotate90 => [0.0, -1.0, 1.0, 0.0, 0.0, 1.0],
        Orientation::Rotate270FlipH => [0.0, 1.0, 1.0, 0.0, 0.0, 0.0],
        Orientation::Rotate270 => [0.0, 1.0, -1.0, 0.0, 1.0, 0.0],
    };
    let matrix = CurTransMat::Raw([
        turn[0] * side.0,
        turn[1] * side.1,
        turn[2] * side.0,
        turn[3] * side.1,
        turn[4] * side.0 + corner.0,
        turn[5] * side.1 + corner.1,
    ]);
    let ops = vec![
        Op::SaveGraphicsState,
        Op::SetTransformationMatrix { matrix },
        Op::UseXobject { id, transform: XObjectTransform::default() },
        Op::RestoreGraphicsState,
    ];
    PdfPage::new(Mm(across), Mm(down), ops)
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};
    use std::process::Command;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use image::codecs::jpeg::JpegEncoder;
    use image::{Rgb, RgbImage};
    use sentei_core::l10n::Lang;

    use super::*;

    /// A picture whose upper left corner is red, as it is stored.
    pub(super) fn corner(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, y| {
            if x < width / 4 && y < height / 4 {
                Rgb([220, 20, 20])
            } else {
                Rgb([20, 120, 200])
            }
        })
    }

    fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    /// A JPEG that says how it is to be turned.
    fn turned(picture: &RgbImage, orientation: u8) -> Vec<u8> {
        let mut bytes = Vec::new();
        JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(picture).unwrap();
        let exif =
            [b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".as_slice(), &[orientation, 0, 0, 0], &[0; 4]]
                .concat();
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let segment = [&[0xff, 0xe1], length.as_slice(), &exif].concat();
        bytes.splice(2..2, segment);
        bytes
    }

    pub(super) fn picture(name: &str, bytes: Vec<u8>) -> Picture {
        Picture { name: name.into(), bytes }
    }

    fn noon() -> DateTime<Utc> {
        "2027-04-05T03:00:00Z".parse().unwrap()
    }

    pub(super) fn bound(pictures: &[Picture]) -> Vec<u8> {
        bind(pictures, "控え", noon(), |_| Ok(())).unwrap().pdf
    }

    pub(super) fn count(pictures: &[Picture]) -> usize {
        bind(pictures, "控え", noon(), |_| Ok(())).unwrap().pages
    }

    pub(super) fn refusal(name: &str, bytes: Vec<u8>) -> &'static str {
        bind(&[picture(name, bytes)], "控え", noon(), |_| Ok(())).unwrap_err().message().1
    }

    /// A folder that goes when the test ends.
    pub(super) struct Folder(PathBuf);

    impl Folder {
        pub(super) fn path(&self) -> &Path {
            &self.0
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    pub(super) fn run(program: &str, args: &[&str], pdf: &[u8]) -> (Folder, String) {
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let name = format!("sentei-bind-{}-{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        let folder = Folder(std::env::temp_dir().join(name));
        std::fs::create_dir_all(folder.path()).unwrap();
        let path = folder.path().join("bound.pdf");
        std::fs::write(&path, pdf).unwrap();
        let done = Command::new(program).args(args).arg(&path).arg(folder.path().join("out")).output();
        let done = done.expect("poppler is needed by this test (scripts/install.sh installs it)");
        let said = String::from_utf8(done.stdout).unwrap() + &String::from_utf8_lossy(&done.stderr);
        (folder, said)
    }

    #[test]
    fn a_jpeg_is_in_the_pdf_byte_for_byte_and_other_pictures_pixel_for_pixel() {
        let photo = turned(&corner(320, 200), 1);
        let scan = corner(211, 307);
        let pdf = bound(&[
            picture("1.jpg", photo.clone()),
            picture("2.png", encoded(&scan, ImageFormat::Png)),
            picture("3.webp", encoded(&scan, ImageFormat::WebP)),
            picture("4.gif", encoded(&scan, ImageFormat::Gif)),
        ]);
        assert!(pdf.windows(photo.len()).any(|part| part == photo), "the photo itself");
        let (folder, said) = run("pdfimages", &["-all"], &pdf);
        assert_eq!(said, "");
        let out = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
        assert_eq!(out("out-000.jpg"), photo);
        for name in ["out-001.png", "out-002.png"] {
            assert_eq!(image::load_from_memory(&out(name)).unwrap().to_rgb8(), scan, "{name}");
        }
        assert_eq!(image::load_from_memory(&out("out-003.png")).unwrap().to_rgb8().dimensions(), (211, 307));
    }

    #[test]
    fn pages_are_a4_and_every_photo_stands_upright() {
        // Where the red corner of the stored picture comes to lie.
        let places = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0), (1, 0), (1, 1), (0, 1)];
        let photos: Vec<Picture> =
            (1..=8).map(|n| picture(&format!("{n}.jpg"), turned(&corner(640, 400), n))).collect();
        let (folder, said) = run("pdftoppm", &["-r", "36", "-png"], &bound(&photos));
        assert_eq!(said, "");
        for (n, place) in (1..).zip(places) {
            let page = image::open(folder.path().join(format!("out-{n}.png"))).unwrap().to_rgb8();
            let across = n < 5;
            let size = if across { (421, 298) } else { (298, 421) };
            assert!(
                page.width().abs_diff(size.0) < 2 && page.height().abs_diff(size.1) < 2,
                "{n}: {:?}",
                page.dimensions()
            );
            let red = |at: (u32, u32)| {
                let dark: Vec<(u32, u32)> =
                    page.enumerate_pixels().filter(|(_, _, p)| p.0 != [255; 3]).map(|(x, y, _)| (x, y)).collect();
                let (left, right) = (dark.iter().map(|p| p.0).min().unwrap(), dark.iter().map(|p| p.0).max().unwrap());
                let (top, bottom) = (dark.iter().map(|p| p.1).min().unwrap(), dark.iter().map(|p| p.1).max().unwrap());
                let x = if at.0 == 0 { left + (right - left) / 8 } else { right - (right - left) / 8 };
                let y = if at.1 == 0 { top + (bottom - top) / 8 } else { bottom - (bottom - top) / 8 };
                let pixel = page.get_pixel(x, y).0;
                pixel[0] > 150 && pixel[2] < 120
            };
            assert!(red(place), "orientation {n}");
            assert!(!red((1 - place.0, 1 - place.1)), "orientation {n}");
        }
    }

    #[test]
    fn the_pdf_says_when_it_was_made() {
        let pdf = bound(&[picture("1.jpg", turned(&corner(320, 200), 1))]);
        let said = String::from_utf8_lossy(&pdf);
        assert_eq!(said.matches("(D:20270405030000").count(), 2, "made and changed");
    }

    #[test]
    fn what_cannot_be_bound_is_refused_with_its_sentence() {
        let photo = turned(&corner(320, 200), 1);
        let scan = encoded(&corner(64, 64), ImageFormat::Png);
        for lang in [Lang::Ja, Lang::En] {
            let lead = lang.word("bind-lead");
            assert!(["JPEG", "PNG", "TIFF", "WebP", "GIF", "PDF"].iter().all(|kind| lead.contains(kind)), "{lead}");
        }
        assert_eq!(refusal("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0".to_vec()), "error-bind-heic");
        assert_eq!(refusal("a.pdf", b"%PDF-1.7".to_vec()), "error-bind-kind");
        assert_eq!(refusal("a.jpg", Vec::new()), "error-bind-kind");
        assert_eq!(refusal("a.jpg", photo[..photo.len() / 2].to_vec()), "error-bind-damaged");
        assert_eq!(refusal("a.jpg", photo[..photo.len() - 2].to_vec()), "error-bind-damaged");
        assert_eq!(refusal("a.png", scan[..scan.len() / 2].to_vec()), "error-bind-damaged");
        // A picture that says it has 60,000 × 60,000 pixels.
        let mut huge = scan;
        huge[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
        let wrong = refusal("a.png", huge);
        assert!(["error-bind-large", "error-bind-damaged"].contains(&wrong), "{wrong}");
        let stop = |_| Err(Error::say("error-stopped"));
        let stopped = bind(&[picture("1.jpg", photo)], "控え", noon(), stop).unwrap_err();
        assert_eq!(stopped.message().1, "error-stopped");
    }
}
