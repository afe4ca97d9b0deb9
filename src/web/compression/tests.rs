use super::Gzip;
use flate2::read::GzDecoder;
use http::HeaderValue;
use poem::{Body, IntoResponse, Response};
use std::io::Read;

fn page() -> Response {
    let text = "<p>診察券をお持ちください。</p>".repeat(100);
    Response::builder().content_type("text/html; charset=utf-8").body(text)
}

fn having(name: &'static str, value: &'static str) -> Response {
    page().with_header(name, value).into_response()
}

async fn encoded(accept: &str, response: Response) -> Response {
    Gzip::default().compress(Some(&HeaderValue::from_str(accept).unwrap()), response).await
}

fn is_gzip(response: &Response) -> bool {
    response.header("content-encoding") == Some("gzip")
}

#[tokio::test]
async fn a_page_is_compressed_and_comes_out_the_same() {
    let plain = page().into_body().into_bytes().await.unwrap();
    let response = encoded("br, gzip, deflate", page()).await;
    assert!(is_gzip(&response));
    assert_eq!(response.header("vary"), Some("Accept-Encoding"));
    let packed = response.into_body().into_bytes().await.unwrap();
    assert!(packed.len() < plain.len() / 5);
    let mut unpacked = Vec::new();
    GzDecoder::new(&*packed).read_to_end(&mut unpacked).unwrap();
    assert_eq!(unpacked, plain);
}

#[tokio::test]
async fn the_client_decides() {
    for (accept, gzip) in [
        ("gzip", true),
        ("GZIP", true),
        ("x-gzip", true),
        ("*", true),
        ("gzip;q=0.1", true),
        ("gzip; q=1.0, *;q=0", true),
        ("deflate, *;q=0.5", true),
        ("gzip;q=0", false),
        ("gzip;q=0.000", false),
        ("gzip;q=0, *", false),
        ("*;q=0", false),
        ("identity, gzip;q=0.5", false),
        ("gzip;q=often", false),
        ("br, deflate", false),
        ("gzipped", false),
        ("", false),
    ] {
        let response = encoded(accept, page()).await;
        assert_eq!(is_gzip(&response), gzip, "{accept:?}");
        assert_eq!(response.header("vary"), Some("Accept-Encoding"), "{accept:?}");
    }
    assert!(!is_gzip(&Gzip::default().compress(None, page()).await));
}

#[tokio::test]
async fn what_would_not_gain_is_left_alone() {
    let short = || Response::builder().content_type("text/html").body("あ".repeat(100));
    let image = || Response::builder().content_type("image/png").body(vec![0; 5000]);
    let encoded_already = || having("content-encoding", "br");
    let fixed = || having("cache-control", "no-store, no-transform");
    let huge = || Response::builder().content_type("text/csv").body(vec![b'a'; 2_000_000]);
    let stream = || {
        let reader = std::io::Cursor::new(vec![b'a'; 5000]);
        Response::builder().content_type("text/plain").body(Body::from_async_read(reader))
    };
    for response in [short(), image(), encoded_already(), fixed(), huge(), stream()] {
        let before = response.headers().clone();
        let response = encoded("gzip", response).await;
        assert_eq!(*response.headers(), before);
        assert!(!response.into_body().into_bytes().await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn what_varies_already_keeps_its_reasons() {
    let response = encoded("gzip", having("vary", "HX-Request")).await;
    let vary: Vec<_> = response.headers().get_all("vary").iter().collect();
    assert_eq!(vary, ["HX-Request", "Accept-Encoding"]);
    let response = encoded("gzip", having("vary", "accept-encoding, HX-Request")).await;
    assert_eq!(response.headers().get_all("vary").iter().count(), 1);
}

#[tokio::test]
async fn a_strong_tag_becomes_weak() {
    let response = encoded("gzip", having("etag", "\"1\"")).await;
    assert_eq!(response.header("etag"), Some("W/\"1\""));
}

#[tokio::test]
async fn a_compressor_is_used_again_without_a_trace() {
    let gzip = Gzip::default();
    let accept = HeaderValue::from_static("gzip");
    let first = gzip.compress(Some(&accept), page()).await.into_body().into_bytes().await.unwrap();
    let noise: String = (0_u32..900).map(|n| char::from((n.wrapping_mul(2_654_435_761) >> 25) as u8)).collect();
    let other = Response::builder().content_type("text/plain").body(noise.repeat(2));
    gzip.compress(Some(&accept), other).await;
    assert_eq!(gzip.idle().len(), 1, "one answer after another");
    let again = gzip.compress(Some(&accept), page()).await.into_body().into_bytes().await.unwrap();
    assert_eq!(again, first);
}
