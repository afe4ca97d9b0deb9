//! Agreeing to a new version of the documents.

use crate::harness::clinic::{Clinic, Setup};
use crate::harness::people::{self, HANAKO};
use mypage::store::Store;
use std::io::Write;

/// A clinic over the same store, after the operator has put new terms into place.
fn with_new_terms(store: Store) -> Clinic {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all("version: 2026-05-01\n# 新しい規約\n".as_bytes()).unwrap();
    let settings = vec![("MYPAGE_SERVICE_TERMS_FILE", file.path().display().to_string())];
    // The file is read while the settings are checked, and not later.
    Clinic::open(Setup { store, settings, ..Setup::default() })
}

#[tokio::test]
async fn new_terms_are_asked_for_before_anything_else_plain_and_by_htmx() {
    for htmx in [false, true] {
        let before = Clinic::new();
        let old = people::register(&before.floor, HANAKO).await;
        let clinic = with_new_terms(before.floor.store.clone());
        clinic.minutes_pass(60);
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let page = browser.sign_in(HANAKO, people::password(HANAKO)).await;
        assert_eq!((page.path(), page.h1().as_str()), ("/agreement", "規約が新しくなりました"));
        for path in ["/dashboard", "/account", "/account/email", "/account/password", "/person", "/notices"] {
            assert_eq!(browser.get(path).await.path(), "/agreement", "{path}");
        }
        assert_eq!(browser.get(&page.link("利用規約を読む")).await.h1(), "利用規約");
        assert_eq!(browser.get("/account/withdrawal").await.h1(), "退会", "whoever does not agree may leave");
        let refused = browser.submit(page.form("同意して進む")).await;
        assert_eq!((refused.code(), refused.wrong_fields()), (422, vec!["agree".to_owned()]));
        assert_eq!(people::find(&clinic.floor, HANAKO), Some(old.clone()));
        let form = page.form("同意して進む").tick("利用規約とプライバシーポリシーに同意する");
        assert_eq!(browser.submit(form).await.path(), "/dashboard");
        let new = people::find(&clinic.floor, HANAKO).unwrap();
        assert_eq!(new.agreements.len(), 2, "the earlier agreement is kept");
        assert_eq!(new.agreements[0], old.agreements[0]);
        assert_eq!((new.agreements[1].terms.as_str(), new.agreements[1].at), ("2026-05-01", clinic.now()));
    }
}

#[tokio::test]
async fn nobody_agrees_for_anybody_else() {
    let clinic = with_new_terms(Clinic::new().floor.store.clone());
    assert_eq!(clinic.plain().get("/agreement").await.path(), "/sign-in");
}
