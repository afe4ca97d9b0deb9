//! I1: what a notice's text may not do.

use super::opening;
use crate::harness::clinic::Clinic;
use crate::harness::notices::{copy, publish};
use crate::harness::page::each;
use crate::harness::people::HANAKO;
use mypage::notice::{NoticeDraft, NoticeProblem};

#[test]
fn i1_html_images_and_links_to_nowhere_are_refused_all_at_once() {
    let text = "本文\n\n<script>alert(1)</script>\n\n![a](https://evil.example/x.png) <b onclick=x>b</b>\n\
        [a](javascript:alert(1)) [b](/account) [c](data:text/html,x) [d](//evil.example) [e](JaVaScript:x)\n";
    let problems = NoticeDraft::read("Bad_Name", text).unwrap_err();
    let links: Vec<_> = problems
        .iter()
        .filter_map(|problem| if let NoticeProblem::Link(6, to) = problem { Some(to) } else { None })
        .collect();
    assert_eq!(links.len(), 5, "{problems:?}");
    for expected in [
        NoticeProblem::Name,
        NoticeProblem::NoTitle,
        NoticeProblem::Html(3),
        NoticeProblem::Image(5),
        NoticeProblem::Html(5),
    ] {
        assert!(problems.contains(&expected), "{expected:?} is not among {problems:?}");
    }
    assert!(
        NoticeDraft::read("x", &format!("# {}\n", "題".repeat(101))).unwrap_err().contains(&NoticeProblem::LongTitle)
    );
    assert!(
        NoticeDraft::read("x", &format!("# a\n{}", "a".repeat(40_000))).unwrap_err().contains(&NoticeProblem::Long)
    );
    assert!(NoticeDraft::read("x", "# \n\na").unwrap_err().contains(&NoticeProblem::NoTitle));
}

#[test]
fn i1_what_the_title_keeps_apart_is_judged_without_it() {
    for (text, problem) in [
        ("[押す](\n# 題\njavascript:alert(1))", NoticeProblem::Link(1, "javascript:alert(1)".to_owned())),
        ("本文\n\n<b\n# 題\nonclick=x>b</b>", NoticeProblem::Html(3)),
        ("![a](\n# 題\n/x.png)", NoticeProblem::Image(1)),
        ("[a]:\n# 題\ndata:text/html,x\n\n[a]", NoticeProblem::Link(5, "data:text/html,x".to_owned())),
    ] {
        let problems = NoticeDraft::read("x", text).expect_err(text);
        assert!(problems.contains(&problem), "{text:?}: {problems:?}");
    }
}

#[test]
fn the_first_heading_is_the_title_and_not_repeated_in_the_text() {
    let draft =
        NoticeDraft::read("x", "前\n\n## 大切な `お知らせ`\n\n[a](https://a.example) <mail@a.example>\n").unwrap();
    assert_eq!(draft.posted.title, "大切な お知らせ");
    assert!(draft.posted.body.starts_with('前') && !draft.posted.body.contains("大切な"), "{}", draft.posted.body);
}

#[tokio::test]
async fn i1_markup_in_titles_and_mails_is_shown_as_it_was_typed() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let hostile = "\"><img src=x onerror=alert(1)><script>alert(2)</script>";
    copy(&clinic.floor, HANAKO, hostile).await;
    publish(&clinic.floor, "first", "# `<script>alert(3)</script>`\n\n`<img src=x onerror=alert(4)>`\n\n# 二つ目")
        .await;
    let list = browser.get("/notices").await;
    let mail = browser.submit(opening(&list, "alert(1)")).await;
    assert_eq!(mail.h1(), hostile);
    let service = browser.submit(opening(&list, "alert(3)")).await;
    assert_eq!(service.h1(), "<script>alert(3)</script>");
    for page in [list, mail, service] {
        let html = page.html();
        assert!(each(html.root_element(), "main script, main img, [onerror]").is_empty(), "{}", page.path());
        assert_eq!(each(html.root_element(), "h1").len(), 1, "{}", page.path());
    }
}
