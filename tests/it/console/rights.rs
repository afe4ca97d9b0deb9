//! Who may see and do what in the console: every route of it, walked by those who may not.

use crate::harness::browser::Ask;
use crate::harness::rows;
use crate::harness::staff;
use crate::harness::stage::Stage;
use mypage::staff::Role;
use mypage::web::Who;
use poem::http::Method;

#[tokio::test]
async fn a1_nobody_but_its_staff_gets_anything_of_a_clinic_in_the_console() {
    let stage = Stage::new().await;
    let clinic = &stage.clinic;
    // The stage has opened this one as well.
    staff::add(&clinic.floor, "hoka@example.jp", "momiji", Role::Owner).await;
    let stranger = staff::session(clinic, "hoka@example.jp").await;
    let routes: Vec<_> =
        stage.routes().into_iter().filter(|route| [Who::ClinicStaff, Who::ClinicOwner].contains(&route.who)).collect();
    assert!(routes.len() > 30, "only {} routes", routes.len());
    let before = rows::all(&clinic.floor.store);
    for (who, browser) in [("nobody", &stage.nobody), ("a patient", &stage.patient), ("a stranger", &stranger)] {
        let mut browser = browser.clone();
        browser.following = false;
        let proof = match who {
            "a stranger" => browser.get("/console/c/momiji").await.form("ログアウト").value("_csrf"),
            // As on the page to which they are led; what is refused is not the form.
            _ => browser.get("/console/sign-in").await.form("ログイン").value("_csrf"),
        };
        for route in &routes {
            let path = stage.path(route);
            let ask = match route.method {
                Method::GET => Ask::of(Method::GET, &path),
                _ => {
                    Ask::posting(&path, &[("_csrf".to_owned(), proof.clone()), ("to".to_owned(), "arrived".to_owned())])
                }
            };
            let answer = browser.send(ask).await;
            let refused = match (who, &route.method) {
                ("a stranger", _) => answer.code() == 404,
                (_, &Method::GET) => matches!(answer.code(), 303 | 401),
                _ => answer.code() == 303,
            };
            assert!(refused, "{who} at {} {path}: {}", route.method, answer.code());
            assert!(!answer.text().contains("診察券番号") && !answer.text().contains("090"), "{who} at {path}");
        }
    }
    let after = rows::all(&clinic.floor.store);
    // What was typed is kept for who signs in after it.
    let changed = rows::differences(&before, &after).into_iter();
    let changed = changed.filter(|row| !["kept-form", "throttle"].iter().any(|table| row.starts_with(table)));
    assert_eq!(changed.collect::<Vec<String>>(), Vec::<String>::new());
}
