//! The poster and the QR code, read back the way a camera reads them.

use super::{retire, with_sakura};
use crate::harness::page::{Page, each, first, said};
use crate::harness::people::HANAKO;
use crate::harness::staff::{self, OWNER};
use mypage::staff::Role;
use std::io::Cursor;

/// The text of a symbol given as black and white, and its level of error correction as its format bits say it.
fn decode(side: usize, black: impl Fn(usize, usize) -> bool) -> (String, u16) {
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| if black(x, y) { 0 } else { 255 });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one symbol");
    let (meta, text) = grids[0].decode().expect("readable");
    (text, meta.ecc_level)
}

/// The format bits of level M (ISO/IEC 18004, table 12).
const LEVEL_M: u16 = 0;

fn decode_png(bytes: &[u8]) -> (String, u16) {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let side = usize::try_from(info.width).unwrap();
    assert_eq!(info.width, info.height);
    // The quiet zone of four modules of 20 pixels is white, all around.
    let quiet = |at: usize| at < 80 || at >= side - 80;
    for (at, pixel) in pixels.iter().enumerate() {
        assert!(*pixel == 255 || !(quiet(at % side) || quiet(at / side)), "a dark pixel in the quiet zone");
    }
    decode(side, |x, y| pixels[y * side + x] == 0)
}

/// Fills the drawing's black runs in and reads the result, ten pixels a module.
fn decode_svg(text: &str) -> (String, u16) {
    let svg = scraper::Html::parse_fragment(text);
    let root = first(svg.root_element(), "svg").expect("a drawing");
    let side: usize = root.attr("viewBox").unwrap().rsplit(' ').next().unwrap().parse().unwrap();
    let runs = first(root, "path[fill='#000']").expect("black modules").attr("d").unwrap();
    let mut black = vec![false; side * side];
    for run in runs.split('M').filter(|run| !run.is_empty()) {
        let (start, rest) = run.split_once('h').unwrap();
        let (x, y) = start.split_once(' ').unwrap();
        let length: usize = rest.split_once('v').unwrap().0.parse().unwrap();
        let from = y.parse::<usize>().unwrap() * side + x.parse::<usize>().unwrap();
        black[from..from + length].fill(true);
    }
    decode(side * 10, |x, y| black[(y / 10) * side + x / 10])
}

#[tokio::test]
async fn both_files_hold_the_registration_url_at_level_m() {
    let (clinic, path) = with_sakura().await;
    let url = clinic.floor.config.url(&path);
    let mut browser = clinic.plain();
    let png = browser.get(&format!("{path}/qr.png")).await;
    assert_eq!(png.header("content-type").as_deref(), Some("image/png"));
    assert_eq!(decode_png(&png.body), (url.clone(), LEVEL_M));
    assert!(png.body.len() < 8 * 1024, "{} bytes", png.body.len());
    let svg = browser.get(&format!("{path}/qr.svg")).await;
    assert_eq!(svg.header("content-type").as_deref(), Some("image/svg+xml"));
    assert_eq!(svg.header("content-disposition").as_deref(), Some("attachment; filename=\"qr-sakura.svg\""));
    assert_eq!(decode_svg(std::str::from_utf8(&svg.body).unwrap()), (url, LEVEL_M));
}

#[tokio::test]
async fn the_poster_says_everything_in_both_languages_beside_code_and_url() {
    let (clinic, path) = with_sakura().await;
    let url = clinic.floor.config.url(&path);
    let sheet = |page: &Page| {
        let poster = first(page.html().root_element(), ".poster").expect("a poster");
        let code = first(poster, "img").expect("a code");
        assert_eq!(code.attr("src"), Some(format!("{path}/qr.svg").as_str()));
        assert_eq!(first(poster, ".poster-url").map(said).as_deref(), Some(url.as_str()));
        let steps = |lang: &str| each(poster, &format!("ol[lang={lang}] li")).len();
        assert_eq!((steps("ja"), steps("en")), (3, 3));
        said(poster)
    };
    let japanese = sheet(&clinic.plain().get(&format!("{path}/poster")).await);
    let english = sheet(&clinic.plain().in_english().get(&format!("{path}/poster")).await);
    assert_eq!(japanese, english, "the same sheet in either language");
    for part in ["さくら内科クリニック", "03-1111-2222", "読み取ります", "Scan the QR code"] {
        assert!(japanese.contains(part), "{part} is missing in {japanese}");
    }
    let page = clinic.signed_in(HANAKO).await.get(&format!("{path}/poster")).await;
    assert_eq!(sheet(&page), japanese);
    assert_eq!(page.link("QRコードを保存する(PNG)"), format!("{path}/qr.png"));
}

#[tokio::test]
async fn the_browser_keeps_the_files_for_a_while_and_the_page_never() {
    let (clinic, path) = with_sakura().await;
    let mut browser = clinic.plain();
    let kept = |page: Page| page.header("cache-control");
    let first = browser.get(&format!("{path}/qr.svg")).await;
    assert!(first.header("set-cookie").is_some());
    assert_eq!(kept(first).as_deref(), Some("no-store"), "the visitor's token comes with it");
    for file in ["qr.svg", "qr.png"] {
        let page = browser.get(&format!("{path}/{file}")).await;
        assert_eq!(page.header("set-cookie"), None);
        assert_eq!(kept(page).as_deref(), Some("private, max-age=3600"), "{file}");
        assert_eq!(
            kept(browser.get(&format!("/c/0/{file}")).await).as_deref(),
            Some("no-store"),
            "not {file} of no code"
        );
    }
    assert_eq!(kept(browser.get(&format!("{path}/poster")).await).as_deref(), Some("no-store"));
}

#[tokio::test]
async fn a_retired_code_is_not_printed_any_more_and_a_forged_one_never() {
    let (clinic, path) = with_sakura().await;
    let new = retire(&clinic).await;
    let mut browser = clinic.plain();
    assert_eq!(browser.get(&format!("{path}/poster")).await.code(), 410);
    assert_eq!(browser.get(&format!("{new}/poster")).await.code(), 200);
    for file in ["qr.svg", "qr.png"] {
        for code in [path.as_str(), "/c/0"] {
            assert_eq!(browser.get(&format!("{code}/{file}")).await.code(), 404, "{code}/{file}");
        }
    }
}

#[tokio::test]
async fn the_poster_for_booking_leads_to_the_clinics_menus() {
    let (clinic, _) = with_sakura().await;
    staff::add(&clinic.floor, OWNER, "sakura", Role::Owner).await;
    let mut owner = staff::session(&clinic, OWNER).await;
    let page = owner.get("/console/c/sakura/opened").await;
    let poster = owner.get(&page.link("Web予約のポスター")).await;
    let url = clinic.floor.config.url("/b/sakura");
    assert!(poster.text().contains(&url) && poster.text().contains("Book on the web"), "{}", poster.text());
    let code = first(poster.html().root_element(), ".poster img").expect("a code").attr("src").unwrap().to_owned();
    let svg = owner.get(&code).await;
    assert_eq!(decode_svg(std::str::from_utf8(&svg.body).unwrap()), (url, LEVEL_M));
}

#[tokio::test]
async fn the_code_for_booking_is_saved_as_a_picture_under_the_clinics_name() {
    let (clinic, _) = with_sakura().await;
    staff::add(&clinic.floor, OWNER, "sakura", Role::Owner).await;
    let mut owner = staff::session(&clinic, OWNER).await;
    let url = clinic.floor.config.url("/b/sakura");
    for page in ["/console/c/sakura/opened", "/console/c/sakura/booking-poster"] {
        let page = owner.get(page).await;
        let svg = owner.get(&page.link("QRコードを保存する(SVG、印刷向き)")).await;
        assert_eq!(svg.header("content-disposition").as_deref(), Some("attachment; filename=\"booking-sakura.svg\""));
        assert_eq!(decode_svg(std::str::from_utf8(&svg.body).unwrap()), (url.clone(), LEVEL_M));
        let png = owner.get(&page.link("QRコードを保存する(PNG)")).await;
        assert_eq!(png.header("content-type").as_deref(), Some("image/png"));
        assert_eq!(png.header("content-disposition").as_deref(), Some("attachment; filename=\"booking-sakura.png\""));
        assert_eq!(decode_png(&png.body), (url.clone(), LEVEL_M));
    }
}

#[tokio::test]
async fn both_posters_lead_back_to_where_they_came_from() {
    let (clinic, path) = with_sakura().await;
    staff::add(&clinic.floor, OWNER, "sakura", Role::Owner).await;
    let mut owner = staff::session(&clinic, OWNER).await;
    let page = owner.get("/console/c/sakura/opened").await;
    for (poster, url) in [("Web予約のポスター", "/b/sakura"), ("マイクリニック登録のポスター", path.as_str())]
    {
        let poster = owner.get(&page.link(poster)).await;
        assert!(poster.text().contains(&clinic.floor.config.url(url)), "{}", poster.text());
        let back = first(poster.html().root_element(), ".back a").expect("a way back");
        assert_eq!(
            (said(back).as_str(), back.attr("href")),
            ("予約ページとポスター", Some("/console/c/sakura/opened"))
        );
    }
    // To everybody else it leads nowhere in the console.
    let poster = clinic.plain().get(&format!("{path}/poster")).await;
    assert!(poster.links().iter().all(|(_, href)| !href.starts_with("/console")), "{:?}", poster.links());
}
