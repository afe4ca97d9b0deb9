use super::answer;
use crate::ui::asset;
use flate2::read::GzDecoder;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use poem::Response;
use std::io::Read;

fn get(path: &str, headers: &[(&'static str, &str)]) -> Option<Response> {
    let pair =
        |(name, value): &(&'static str, &str)| (HeaderName::from_static(name), HeaderValue::from_str(value).unwrap());
    answer(&Method::GET, path, &headers.iter().map(pair).collect::<HeaderMap>())
}

#[tokio::test]
async fn a_hashed_file_may_be_kept_for_good() {
    let response = get(&asset::url("app.css"), &[]).unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(response.header("content-type"), Some("text/css; charset=utf-8"));
    assert_eq!(response.header("vary"), Some("Accept-Encoding"));
    assert!(response.header("content-encoding").is_none());
    let etag = response.header("etag").unwrap();
    assert!(etag.starts_with('"') && etag.ends_with('"'), "{etag}");
    let body = response.into_body().into_bytes().await.unwrap();
    assert_eq!(&*body, &*asset::find(&asset::url("app.css")).unwrap().bytes);
}

#[tokio::test]
async fn the_compressed_form_is_the_same_file_under_its_own_tag() {
    let path = asset::url("app.css");
    let plain = get(&path, &[]).unwrap();
    let packed = get(&path, &[("accept-encoding", "gzip")]).unwrap();
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    assert_ne!(packed.header("etag"), plain.header("etag"));
    let (plain, packed) = (plain.into_body().into_vec().await.unwrap(), packed.into_body().into_vec().await.unwrap());
    let mut unpacked = Vec::new();
    GzDecoder::new(&*packed).read_to_end(&mut unpacked).unwrap();
    assert_eq!(unpacked, plain);
    assert!(get(&path, &[("accept-encoding", "gzip;q=0")]).unwrap().header("content-encoding").is_none());
}

#[tokio::test]
async fn a_client_that_has_it_is_told_so() {
    let path = asset::url("app.css");
    for accept in ["identity", "gzip"] {
        let etag = get(&path, &[("accept-encoding", accept)]).unwrap().header("etag").unwrap().to_owned();
        for known in [etag.clone(), format!("W/{etag}"), format!("\"other\", {etag}"), "*".to_owned()] {
            let response = get(&path, &[("accept-encoding", accept), ("if-none-match", &known)]).unwrap();
            assert_eq!(response.status(), StatusCode::NOT_MODIFIED, "{known}");
            assert_eq!(response.header("etag"), Some(etag.as_str()));
            assert!(response.header("cache-control").is_some());
            assert!(response.into_body().into_vec().await.unwrap().is_empty());
        }
    }
    assert_eq!(get(&path, &[("if-none-match", "\"other\"")]).unwrap().status(), StatusCode::OK);
}

#[test]
fn files_with_names_of_their_own_are_kept_for_a_day() {
    for path in ["/favicon.ico", "/robots.txt"] {
        let response = get(path, &[]).unwrap();
        assert_eq!(response.header("cache-control"), Some("public, max-age=86400"), "{path}");
    }
}

#[test]
fn an_unknown_path_is_the_callers() {
    let css = asset::url("app.css");
    for path in ["/", "/assets/", "/assets/app.css", "/assets/../Cargo.toml", &format!("{css}x"), &css.to_uppercase()] {
        assert!(get(path, &[]).is_none(), "{path}");
    }
}

#[test]
fn files_are_only_read() {
    let css = asset::url("app.css");
    assert_eq!(answer(&Method::HEAD, &css, &HeaderMap::new()).unwrap().status(), StatusCode::OK);
    let response = answer(&Method::POST, &css, &HeaderMap::new()).unwrap();
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(response.header("allow"), Some("GET, HEAD"));
}
