//! The sign of a clinic: its logo where it has one, its colour otherwise; and the picture itself.

use super::with_sakura;
use crate::harness::clinics;
use crate::harness::page::{Page, each};
use crate::harness::people::HANAKO;

fn sources(page: &Page) -> Vec<String> {
    let images = each(page.html().root_element(), "main img.sign");
    images.into_iter().map(|image| image.attr("src").unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn a_logo_is_shown_where_the_clinic_is_named_and_kept_for_good() {
    let (clinic, _) = with_sakura().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get("/b/sakura").await;
    assert_eq!((sources(&page).len(), each(page.html().root_element(), "h1 .sign-drawn").len()), (0, 1), "no logo yet");
    assert!(page.h1().starts_with("さくら内科クリニック"), "the sign is not read out: {}", page.h1());
    let path = clinics::picture(&clinic.floor).await;
    let page = browser.get("/b/sakura").await;
    assert_eq!(sources(&page), std::slice::from_ref(&path));
    let image = each(page.html().root_element(), "h1 img.sign")[0];
    assert_eq!([image.attr("width"), image.attr("height"), image.attr("alt")], [Some("40"), Some("40"), Some("")]);
    let file = browser.get(&path).await;
    assert_eq!((file.code(), file.header("content-type").as_deref()), (200, Some("image/png")));
    assert_eq!(file.header("cache-control").as_deref(), Some("public, max-age=31536000, immutable"));
    assert_eq!((file.header("vary"), file.header("set-cookie")), (None, None));
    for wrong in [path.replace("sakura", "kaede"), format!("{path}0"), format!("{}.", &path[..path.len() - 1])] {
        assert_eq!(browser.get(&wrong).await.code(), 404, "{wrong}");
    }
}
