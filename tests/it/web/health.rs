//! What a supervisor is told: whether the service is alive and takes changes.

use crate::harness::browser::Ask;
use crate::harness::clinic::Clinic;
use poem::http::Method;

#[tokio::test]
async fn the_health_answer_can_be_asked_for_and_nothing_else_and_is_kept_by_nobody() {
    let clinic = Clinic::new();
    let mut browser = clinic.plain();
    let page = browser.get("/healthz").await;
    assert_eq!((page.code(), page.body.as_slice()), (200, b"ok\n".as_slice()));
    assert_eq!(page.header("cache-control").as_deref(), Some("no-store"));
    let page = browser.send(Ask::of(Method::HEAD, "/healthz")).await;
    assert_eq!((page.code(), page.header("cache-control").as_deref()), (200, Some("no-store")));
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS, Method::PATCH] {
        let page = browser.send(Ask::of(method.clone(), "/healthz")).await;
        assert_eq!((page.code(), page.header("allow").as_deref()), (405, Some("GET, HEAD")), "{method}");
        assert_eq!(page.header("cache-control").as_deref(), Some("no-store"));
    }
}
