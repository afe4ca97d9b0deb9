//! I7: a panic in an action ends as a page, and the process goes on.

use crate::harness::clinic::{Clinic, Setup};
use mypage::web::{Anyone, Cx, get};

async fn breaks(_: Cx, _: Anyone) -> mypage::web::Result {
    panic!("the action broke\non purpose")
}

#[tokio::test]
async fn i7_a_panic_is_a_page_with_a_reference_that_the_log_has_too() {
    let routes = vec![get("/breaks", breaks)];
    let clinic = Clinic::open(Setup { routes, ..Setup::default() });
    let mut browser = clinic.plain();
    let page = browser.get("/breaks").await;
    assert_eq!((page.code(), page.h1().as_str()), (500, "エラーが発生しました"));
    assert!(page.has_link("トップページへ"));
    assert!(!page.text().contains("on purpose"), "the fault is for the log");
    let reference = page.header("x-request-id").unwrap();
    assert!(!reference.is_empty() && page.text().contains(&reference), "{}", page.text());
    let lines = clinic.floor.log.lines();
    let line: Vec<&String> = lines.iter().filter(|line| line.contains(&reference)).collect();
    assert_eq!(line.len(), 1, "{lines:?}");
    assert!(line[0].contains("level=error") && line[0].contains("the action broke"), "{}", line[0]);
    assert_eq!(browser.get("/sign-in").await.code(), 200, "the process lives");
    assert_eq!(browser.in_english().get("/breaks").await.h1(), "Something went wrong");
}
