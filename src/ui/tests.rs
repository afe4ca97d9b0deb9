use super::*;
use crate::lang::Lang;
use maud::{Render, html};
use scraper::{ElementRef, Html, Selector};

fn chrome(lang: Lang, signed_in: bool) -> Chrome {
    Chrome {
        lang,
        service: "マイページ".to_owned(),
        mark: "hanako-on-monday".to_owned(),
        account: Some(if signed_in { "hanako" } else { "" }.to_owned()),
        csrf: "csrf-of-this-session".to_owned(),
        here: "/profile?step=2".to_owned(),
        home: "/".to_owned(),
        layout: Layout::Reading,
        menu: signed_in.then(|| SiteMenu {
            owner_label: "お客様ID".to_owned(),
            owner: "4821-0937-5".to_owned(),
            items: vec![Link::new("アカウント変更", "/account")],
            sign_out: "/sign-out".to_owned(),
            lock: None,
            bell: Some(Bell { href: "/notices".to_owned(), unread: 3 }),
        }),
        footer: Footer {
            links: vec![Link::new("利用規約", "/terms")],
            contact: Some("03-1234-5678".to_owned()),
            language_action: "/language".to_owned(),
            keep_action: "/kept".to_owned(),
        },
    }
}

fn page() -> Page {
    let problems = [("email", "メールアドレスを入力してください。"), ("", "全体の問題です。")];
    let body = form(
        "/sign-up",
        "csrf-of-this-session",
        html! {
            (Field::email("email", "メールアドレス").required(true).render(Lang::Ja))
            (Field::password("password", "パスワード").new_password().render(Lang::Ja))
            (actions(button("メール送信")))
        },
    );
    Page::new("メールアドレス確認", body)
        .lead("確認用のメールをお送りします。")
        .back("戻る", "/")
        .steps(steps(Lang::Ja, &["一", "二", "三"], 1))
        .problems(problem_summary(Lang::Ja, &problems))
}

fn parsed(markup: maud::Markup) -> Html {
    Html::parse_document(&markup.into_string())
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    all(html, selector).iter().map(|e| e.text().collect::<String>()).collect()
}

#[test]
fn what_a_link_takes_a_part_from_is_the_title_and_main() {
    let page = Page::new("A <page>", html! { p { "x" } }).back("Back", "/");
    let content = shell::content(&chrome(Lang::En, true), &page).into_string();
    let icon = Icon::Back.render().into_string();
    assert_eq!(
        content,
        format!(
            r#"<title>A &lt;page&gt; | マイページ</title><main class="sheet" id="main" lang="en"><p class="back"><a href="/">{icon}<span>Back</span></a></p><h1 tabindex="-1">A &lt;page&gt;</h1><p>x</p></main>"#
        )
    );
}

#[test]
fn a_form_is_answered_in_place_unless_it_changes_who_is_there() {
    let main = html! { (form("/sign-up", "token", html! {})) (form_whole("/sign-in", "token", html! {})) };
    let html = parsed(shell::document(&chrome(Lang::Ja, true), &Page::new("A page", main)));
    let said = |name: &str| all(&html, "main form").iter().map(|form| form.attr(name)).collect::<Vec<_>>();
    assert_eq!(said("action"), [Some("/sign-up"), Some("/sign-in")]);
    assert_eq!(said("data-hx-boost"), [Some("true"), None]);
    for name in ["data-hx-target", "data-hx-select"] {
        assert_eq!(said(name), [Some("#main"), None], "{name}");
    }
    let whole = all(&html, "form[action='/sign-out'], form[action^='/language?']");
    assert_eq!(whole.iter().map(|form| form.attr("data-hx-boost")).collect::<Vec<_>>(), [None; 2]);
}

#[test]
fn every_link_loads_its_page_unless_it_names_a_part() {
    let html = parsed(shell::document(&chrome(Lang::Ja, true), &page()));
    assert!(all(&html, "a").len() > 4);
    assert!(all(&html, "body[data-hx-boost], a[data-hx-boost], a[data-hx-get]").is_empty());
}

#[test]
fn a_page_carries_its_mark() {
    let html = parsed(shell::document(&chrome(Lang::Ja, false), &page()));
    assert_eq!(all(&html, "#header")[0].attr("data-mark"), Some("hanako-on-monday"));
}

#[test]
fn a_refusal_holds_the_title_and_the_same_main_as_the_document() {
    let chrome = chrome(Lang::Ja, true);
    let document = shell::document(&chrome, &page()).into_string();
    let [content, refusal] = [shell::content, shell::refusal].map(|draw| draw(&chrome, &page()).into_string());
    let main = |text: &str| text[text.find("<main").unwrap()..text.find("</main>").unwrap()].to_owned();
    let title = |text: &str| text[text.find("<title>").unwrap()..text.find("</title>").unwrap()].to_owned();
    for part in [&content, &refusal] {
        assert_eq!((main(&document), title(&document)), (main(part), title(part)));
        assert!(part.starts_with("<title>"));
    }
    assert_eq!(refusal.matches("csrf-of-this-session").count(), 3, "form, sign-out and language follow the session");
    assert_eq!(content.matches("csrf-of-this-session").count(), 1, "a part of a page has no header");
}

#[test]
fn nothing_is_inline_and_everything_referred_to_is_served() {
    let html = parsed(shell::document(&chrome(Lang::Ja, true), &page()));
    assert!(all(&html, "[style], style, [onclick], [onsubmit], [onload]").is_empty());
    for script in all(&html, "script") {
        assert!(script.attr("src").is_some() && script.text().next().is_none());
    }
    let served = all(&html, "script[src], link[href]:not([rel=manifest])");
    assert!(served.len() >= 5);
    for element in served {
        let path = element.attr("src").or(element.attr("href")).unwrap();
        assert!(asset::find(path).is_some(), "{path} is not served");
    }
}

#[test]
fn ids_are_unique_and_every_reference_to_one_is_met() {
    let html = parsed(shell::document(&chrome(Lang::Ja, true), &page()));
    let ids: Vec<&str> = all(&html, "[id]").iter().filter_map(|e| e.attr("id")).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "{ids:?}");
    for name in ["for", "aria-describedby", "aria-labelledby", "aria-controls"] {
        for element in all(&html, &format!("[{name}]")) {
            for id in element.attr(name).unwrap().split(' ') {
                assert!(ids.contains(&id), "{name}={id}");
            }
        }
    }
    for link in all(&html, "a[href^='#']") {
        assert!(ids.contains(&&link.attr("href").unwrap()[1..]));
    }
}

#[test]
fn a_visitor_sees_neither_menu_nor_bell() {
    let out = parsed(shell::document(&chrome(Lang::Ja, false), &page()));
    assert!(all(&out, "details, .bell").is_empty());
    let inside = parsed(shell::document(&chrome(Lang::Ja, true), &page()));
    assert_eq!(texts(&inside, "details dt, details dd"), ["お客様ID", "4821-0937-5"]);
    assert_eq!(all(&inside, "details form[method=post][action='/sign-out'] input[name=_csrf]").len(), 1);
}

#[test]
fn the_bell_says_how_many_notices_are_unread() {
    let name = |lang, unread| {
        let mut chrome = chrome(lang, true);
        chrome.menu.iter_mut().for_each(|menu| menu.bell = Some(Bell { href: "/notices".to_owned(), unread }));
        all(&parsed(shell::document(&chrome, &page())), ".bell")[0].attr("aria-label").unwrap().to_owned()
    };
    assert_eq!(name(Lang::Ja, 0), "お知らせ");
    assert_eq!(name(Lang::Ja, 3), "お知らせ(未読3件)");
    assert_eq!(name(Lang::En, 3), "Notices (3 unread)");
}

#[test]
fn the_language_switch_marks_the_language_and_comes_back_here() {
    let html = parsed(shell::document(&chrome(Lang::En, false), &page()));
    assert_eq!(all(&html, "html")[0].attr("lang"), Some("en"));
    let here = "/language?next=%2Fprofile%3Fstep%3D2";
    assert_eq!(texts(&html, &format!("form[action='{here}'] button[aria-current=true]")), ["English"]);
    // With the form of which nothing is lost its buttons belong to that form, which has no other form around it.
    let body = html! { (form_input("/profile", "csrf", html! { (Field::text("name", "姓").render(Lang::En)) })) };
    let html = parsed(shell::document(&chrome(Lang::En, false), &Page::new("Profile", body).with_input()));
    assert_eq!(all(&html, &format!("footer button[form=input][formaction='{here}']")).len(), 2);
    assert!(all(&html, "footer form").is_empty());
}

#[test]
fn an_answer_outside_a_session_has_no_form_around_it() {
    let chrome = Chrome { csrf: String::new(), ..chrome(Lang::Ja, false) };
    let html = parsed(shell::document(&chrome, &Page::new("エラー", html! {})));
    assert!(all(&html, "form").is_empty());
}

#[test]
fn a_refused_form_says_so_in_the_title_and_links_to_its_fields() {
    let html = parsed(shell::document(&chrome(Lang::Ja, false), &page()));
    assert_eq!(texts(&html, "title"), ["エラー: メールアドレス確認 | マイページ"]);
    assert_eq!(all(&html, "[role=alert][tabindex='-1'] a[href='#email']").len(), 1);
    assert_eq!(texts(&html, "[role=alert] li")[1], "全体の問題です。");
    let fine = Page::new("確認", html! {}).problems(problem_summary(Lang::Ja, &[("", ""); 0]));
    assert_eq!(texts(&parsed(shell::document(&chrome(Lang::Ja, false), &fine)), "title"), ["確認 | マイページ"]);
}

#[test]
fn the_steps_say_which_one_is_current() {
    let html = parsed(steps(Lang::Ja, &["一", "二", "三"], 1));
    assert_eq!(texts(&html, "li[aria-current=step] .steps-label"), ["二"]);
    assert_eq!(texts(&html, ".steps-done .steps-label"), ["一(済み)"]);
}

#[test]
fn what_was_typed_is_escaped() {
    let html = Page::new("<script>", html! { (Field::text("a", "<b>").value("\"><script>").render(Lang::Ja)) });
    let text = shell::document(&chrome(Lang::Ja, false), &html).into_string();
    assert_eq!(text.matches("<script").count(), 2, "only the two of the shell");
}

#[test]
fn the_contact_becomes_a_link_by_its_form() {
    let href = |contact: &str| {
        let mut chrome = chrome(Lang::Ja, false);
        chrome.footer.contact = Some(contact.to_owned());
        let html = parsed(shell::document(&chrome, &page()));
        all(&html, ".foot-contact a").first().and_then(|a| a.attr("href")).map(str::to_owned)
    };
    assert_eq!(href("03-1234-5678").as_deref(), Some("tel:0312345678"));
    assert_eq!(href("help@example.jp").as_deref(), Some("mailto:help@example.jp"));
    assert_eq!(href("https://example.jp/help").as_deref(), Some("https://example.jp/help"));
    assert_eq!(href("受付までどうぞ"), None);
}

#[test]
fn without_htmx_what_changes_in_place_is_a_page_that_begins_there() {
    let opener =
        |open| Opener { id: "a", href: "/x?a=1&b=2", open, label: ["開閉", "する"], news: "閉じました" };
    let part = Part { id: "calendar", focus: "slots-title" };
    let html = parsed(html! {
        (opener(false).link("closest li", html! { "9:30" }))
        (part_link(part, "day", "/y", false, html! { "3" }))
    });
    let attrs = |name| all(&html, "a").iter().map(|a| a.attr(name).unwrap_or_default()).collect::<Vec<_>>();
    assert_eq!(attrs("href"), ["/x?a=1&b=2#a", "/y#slots-title"]);
    assert_eq!(attrs("data-hx-get"), ["/x?a=1&b=2", "/y"]);
    assert_eq!(attrs("data-hx-target"), ["closest li", "#calendar"]);
    assert_eq!(attrs("data-hx-select"), ["", "#calendar"], "a part of a list is answered alone");
    assert_eq!(attrs("data-focus"), ["a", "slots-title"]);
    assert_eq!(texts(&html, ".opener"), ["9:30開閉する"]);
    assert_eq!(texts(&parsed(opener(true).pane(|| html! { "x" })), "#a-pane"), ["x"]);
    assert!(opener(false).pane(|| html! { "x" }).0.is_empty());
}

#[test]
fn a_text_is_escaped_as_maud_escapes_it() {
    let long = "山<&".repeat(50);
    let texts = [
        "",
        "山田 花子",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "<script>&amp;</script>",
        "0123456789abcdef0123456789abcdef>",
        &long,
    ];
    for text in texts {
        assert_eq!(html! { (PlainText(text)) }.0, html! { (text) }.0);
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Ask {
    Name,
    Day,
}

impl FormField for Ask {
    fn name(self) -> &'static str {
        if self == Self::Name { "name" } else { "day" }
    }
}

#[test]
fn problems_are_said_beside_their_field_and_in_the_summary_in_the_order_in_which_they_were_found() {
    let mut problems = Problems::default();
    assert_eq!(problems.sift(Ask::Name, Ok::<_, u8>("Hanako")), Some("Hanako"));
    assert_eq!(problems.sift(Ask::Day, Err::<(), _>(1)), None);
    problems.add(Ask::Day, Some(2));
    problems.add(Ask::Name, None);
    assert_eq!((problems.len(), problems.of(Ask::Day), problems.of(Ask::Name)), (2, Some(&1), None));
    let said = problems.sentences(|field, problem| format!("{} {problem}", field.name()));
    assert_eq!((said.beside(Ask::Day).as_deref(), said.beside(Ask::Name)), (Some("day 1 / day 2"), None));
    assert_eq!(said.summary(Lang::En).into_string().matches("href=\"#day\"").count(), 2);
    assert_eq!(problems.clone().settle(Some(3)), Err(problems));
    assert_eq!(Problems::<Ask, u8>::default().settle(Some(3)), Ok(3));
    assert!(Problems::<Ask, String>::default().summary(Lang::En).into_string().is_empty());
}
