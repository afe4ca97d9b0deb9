//! S2: every cookie that is ever set.

use crate::harness::browser::Ask;
use crate::harness::clinic::{HTTP, HTTPS, Setup};
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::Stage;
use cookie::{Cookie, SameSite};

/// Every `Set-Cookie` line of a walk over all pages and forms.
async fn all(base_url: &'static str) -> Vec<String> {
    let stage = Stage::open(Setup { base_url, ..Setup::default() }).await;
    let mut lines = Vec::new();
    for (_, mut browser) in stage.everybody() {
        browser.following = false;
        for path in stage.pages() {
            lines.push(browser.get(&path).await);
        }
    }
    lines.push(stage.clinic.plain().get("/sign-in").await);
    for (mut browser, form) in stage.forms().await {
        browser.following = false;
        let form = form.pressing_any();
        lines.push(browser.send(Ask::posting(&form.action, &form.sent())).await);
    }
    let mut signing_in = stage.clinic.plain();
    let form = signing_in.get("/sign-in").await.form("ログイン");
    signing_in.following = false;
    let form = form.fill("メールアドレス", HANAKO).fill("パスワード", people::password(HANAKO));
    lines.push(signing_in.submit(form).await);
    let mut signing_up = stage.clinic.plain();
    let form = signing_up.get("/sign-up?next=/r/slip/attachment").await.form("メール送信");
    signing_up.following = false;
    lines.push(signing_up.submit(form.fill("メールアドレス", "mika@example.jp")).await);
    let cookies = lines.iter().flat_map(|page| page.headers.get_all("set-cookie"));
    cookies.map(|line| line.to_str().unwrap().to_owned()).collect()
}

async fn check(base_url: &'static str) {
    let https = base_url == HTTPS;
    let lines = all(base_url).await;
    let mut names: Vec<String> = Vec::new();
    for line in &lines {
        let cookie = Cookie::parse(line.as_str()).unwrap();
        assert_eq!(cookie.http_only(), Some(true), "{line}");
        assert_eq!(cookie.same_site(), Some(SameSite::Lax), "{line}");
        assert_eq!(cookie.path(), Some("/"), "{line}");
        assert_eq!(cookie.domain(), None, "{line}");
        assert_eq!(cookie.secure() == Some(true), https, "{line}");
        assert_eq!(cookie.name().starts_with("__Host-"), https, "{line}");
        names.push(cookie.name().trim_start_matches("__Host-").to_owned());
    }
    names.sort();
    names.dedup();
    assert_eq!(names, ["device", "language", "next", "session", "staff"]);
}

#[tokio::test]
async fn s2_over_https_every_cookie_is_bound_to_this_host() {
    check(HTTPS).await;
}

#[tokio::test]
async fn s2_over_http_every_cookie_is_as_strict_as_it_can_be() {
    check(HTTP).await;
}
