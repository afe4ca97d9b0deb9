//! クリニック詳細.

use super::{in_english, openers, register, with_sakura};
use crate::harness::booked::book;
use crate::harness::clinic::Clinic as Product;
use crate::harness::clinics::{self, SAKURA};
use crate::harness::page::{Page, each, first, said};
use crate::harness::people::{HANAKO, TARO};
use mypage::clinic::{Clinic, ClinicSite};
use mypage::person::Phone;

const HERE: &str = "/clinics/sakura";

/// The clinic with everything that one can say of itself.
fn in_full() -> Clinic {
    let sakura = clinics::sakura();
    let text = |text: &str| Some(text.to_owned());
    Clinic {
        fax: Phone::parse("03-1111-3333").ok(),
        web_site: text("https://sakura.example.jp/"),
        barrier_free: text("車いす対応トイレ"),
        payment: vec!["現金".to_owned(), "クレジットカード".to_owned()],
        announcement: text("4月から院内マスクは任意です。\nご協力ありがとうございました。"),
        cancellation_policy: text("前日18時までにご連絡ください。"),
        site: ClinicSite {
            map_url: text("https://maps.example.jp/sakura?a=1&b=2"),
            parking: text("3台"),
            ..sakura.site
        },
        ..sakura
    }
}

#[tokio::test]
async fn the_whole_of_a_clinic_opens_and_closes() {
    let clinic = Product::new();
    clinics::open(&clinic.floor, in_full(), clinics::menus()).await;
    register(&clinic, HANAKO, SAKURA).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get(HERE).await;
    assert_eq!((page.code(), page.h1()), (200, "クリニック詳細".to_owned()));
    assert!(page.text().contains("さくら内科クリニック") && page.text().contains("4月から院内マスクは任意です。"));
    assert_eq!(openers(&page), [("クリニック詳細表示開閉".to_owned(), format!("{HERE}?info=open"), None)]);
    assert!(page.overview("院長").is_none());
    let page = browser.follow(&page, "クリニック詳細表示開閉").await;
    let rows = [
        ("院長", "佐倉 一郎"),
        ("診療科", "内科"),
        ("住所", "〒150-0001東京都渋谷区神宮前1-2-3地図を見る"),
        ("アクセス", "原宿駅から徒歩5分"),
        ("駐車場", "3台"),
        ("電話番号", "03-1111-2222"),
        ("FAX", "03-1111-3333"),
        ("Webサイト", "https://sakura.example.jp/"),
        ("対応言語", "日本語"),
        ("バリアフリー", "車いす対応トイレ"),
        ("お支払い方法", "現金、クレジットカード"),
        ("予約時の注意", "発熱のある方はお電話ください。"),
        ("キャンセルについて", "前日18時までにご連絡ください。"),
    ];
    for (label, value) in rows {
        assert_eq!(page.overview(label).as_deref(), Some(value), "{label}");
    }
    assert_eq!(page.link("03-1111-2222"), "tel:0311112222");
    assert_eq!(page.link("予約する"), "/b/sakura");
    let away: Vec<_> = each(page.html().root_element(), "a[href^=http]");
    assert_eq!(away.len(), 2);
    assert!(away.iter().all(|link| link.attr("rel") == Some("noopener noreferrer")));
    let (_, closes, pane) = openers(&page).remove(0);
    assert!(closes == HERE && pane.is_some(), "a second press closes it");
}

#[tokio::test]
async fn what_a_clinic_does_not_say_leaves_no_gap() {
    let clinic = Product::new();
    let bare = Clinic {
        director: None,
        departments: Vec::new(),
        hours: Vec::new(),
        closures: Vec::new(),
        languages: Vec::new(),
        booking_notes: None,
        site: ClinicSite { postal_code: None, access: None, ..clinics::sakura().site },
        ..clinics::sakura()
    };
    clinics::open(&clinic.floor, bare, Vec::new()).await;
    register(&clinic, HANAKO, SAKURA).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get(&format!("{HERE}?info=open")).await;
    let labels: Vec<_> = each(page.html().root_element(), "#clinic-info-pane dt").into_iter().map(said).collect();
    assert_eq!(labels, ["住所", "電話番号"]);
    assert!(!page.text().contains("診療時間") && !page.text().contains("本日"));
    assert!(page.text().contains("これからの予約はありません"));
}

#[tokio::test]
async fn information_and_reservations_open_independently() {
    let clinic = with_sakura().await;
    let next = book(&clinic, HANAKO, "9:30", true).await;
    let later = book(&clinic, HANAKO, "11:00", true).await;
    book(&clinic, TARO, "10:00", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let (next, later) = (format!("reservation={}", next.id.text()), format!("reservation={}", later.id.text()));
    let page = browser.get(HERE).await;
    let hrefs = |page| openers(page).into_iter().map(|(_, href, _)| href).collect::<Vec<_>>();
    assert_eq!(hrefs(&page), [format!("{HERE}?info=open"), format!("{HERE}?{next}"), format!("{HERE}?{later}")]);
    assert_eq!(openers(&page)[1].0, "あさって 2026年4月3日(金)9:30一般内科 / 山田 花子(77歳)予約詳細表示開閉");
    let page = browser.get(&format!("{HERE}?info=open&{next}")).await;
    let expected = [format!("{HERE}?{next}"), format!("{HERE}?info=open"), format!("{HERE}?info=open&{later}")];
    assert_eq!(hrefs(&page), expected, "each keeps what else is open");
    let alone = browser.get(&format!("/reservations/{}", next.trim_start_matches("reservation="))).await;
    let detail = |part: &str, page: &Page| first(page.html().root_element(), part).map(said);
    assert_eq!(detail("#reservations .openings .pane dl", &page), detail("main dl", &alone), "the one detail");
    assert!(page.has_button("予約を変更") && page.has_link("予約をキャンセル"));
}

#[tokio::test]
async fn past_reservations_stand_behind_a_link() {
    let clinic = with_sakura().await;
    let of = book(&clinic, HANAKO, "9:30", true).await;
    clinic.minutes_pass(3 * 24 * 60);
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get(&format!("{HERE}?info=open")).await;
    let shown = format!("{HERE}?info=open&past=1");
    let past = |page: &Page| {
        openers(page).into_iter().skip(1).map(|(_, href, pane)| (href, pane.is_some())).collect::<Vec<_>>()
    };
    assert_eq!(past(&page), [(shown.clone(), false)]);
    let page = browser.follow(&page, "過去の予約・キャンセルした予約の表示開閉").await;
    let opened = format!("{shown}&reservation={}", of.id.text());
    let hidden = format!("{HERE}?info=open");
    assert_eq!(past(&page), [(hidden.clone(), true), (opened.clone(), false)]);
    assert_eq!(past(&browser.get(&opened).await), [(hidden, true), (shown, true)], "it goes with what holds it");
}

#[tokio::test]
async fn a2_a_clinic_that_is_not_hers_tells_nothing_but_that_it_is_there() {
    let clinic = with_sakura().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let before = browser.get(HERE).await;
    let theirs = book(&clinic, TARO, "9:30", true).await;
    let other = browser.get(HERE).await;
    assert_eq!((other.code(), other.without_proofs()), (404, before.without_proofs()), "whatever others have there");
    for query in [format!("reservation={}", theirs.id.text()), "info=open&past=1".to_owned()] {
        let opened = browser.get(&format!("{HERE}?{query}")).await;
        assert_eq!((opened.code(), opened.text()), (404, other.text()), "{query}");
    }
    register(&clinic, HANAKO, SAKURA).await;
    assert_eq!(browser.get(HERE).await.code(), 200);
    assert!(!browser.get(HERE).await.text().contains("9:30"), "nor what others booked there");
    let opened = browser.get(&format!("{HERE}?reservation={}", theirs.id.text())).await;
    assert_eq!(opened.code(), 404);
}

#[tokio::test]
async fn a_clinic_that_is_not_hers_says_how_it_gets_there() {
    let clinic = with_sakura().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    for path in [HERE.to_owned(), format!("{HERE}/removal")] {
        let page = browser.get(&path).await;
        assert_eq!((page.code(), page.h1()), (404, "マイクリニックに登録されていません".to_owned()), "{path}");
        let text = page.text();
        assert!(text.contains("さくら内科クリニックは、あなたのマイクリニックに登録されていません。"), "{text}");
        assert!(text.contains("QRコード"), "{text}");
        assert_eq!(page.link("このクリニックで予約する"), "/b/sakura");
        assert_eq!(page.link("ダッシュボードに戻る"), "/dashboard");
        assert!(page.forms().iter().all(|form| !form.action.contains("/clinics/")), "nothing to remove");
    }
    assert_eq!(browser.get("/clinics/kumo").await.h1(), "ページが見つかりません", "nobody knows that one");
}

#[tokio::test]
async fn hostile_names_find_nothing() {
    let clinic = with_sakura().await;
    register(&clinic, HANAKO, SAKURA).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let long = "a".repeat(2_000);
    for name in ["KUMO", "sakura%00", "sakura%20x%00", "%2e%2e", "..%2Fsakura", "さくら", "%FF", "-", "0", &long] {
        for path in [format!("/clinics/{name}"), format!("/clinics/{name}/removal")] {
            assert_eq!(browser.get(&path).await.code(), 404, "{path}");
        }
    }
    for query in ["reservation=0", "reservation=%FF", "reservation=sakura&info=open"] {
        assert_eq!(browser.get(&format!("{HERE}?{query}")).await.code(), 404, "{query}");
    }
    for query in ["info=", "info=OPEN", "past=9", "info=open&info=open", "%FF=%FF"] {
        assert_eq!(browser.get(&format!("{HERE}?{query}")).await.code(), 200, "{query}");
    }
}

#[tokio::test]
async fn signed_out_it_leads_to_signing_in_and_back() {
    let clinic = with_sakura().await;
    let mut browser = clinic.plain();
    let page = browser.get(&format!("{HERE}?info=open")).await;
    assert_eq!(page.path(), "/sign-in");
    assert!(!page.text().contains("さくら"));
    let next = page.form("ログイン").value("next");
    assert_eq!(next, format!("{HERE}?info=open"));
}

#[tokio::test]
async fn in_english_the_clinics_own_words_stay_japanese_and_say_so() {
    let clinic = Product::new();
    clinics::open(&clinic.floor, in_full(), clinics::menus()).await;
    book(&clinic, HANAKO, "9:30", true).await;
    let mut browser = in_english(&clinic, HANAKO).await;
    let page = browser.get(&format!("{HERE}?info=open")).await;
    assert_eq!((page.h1(), page.lang()), ("Your clinic".to_owned(), "en".to_owned()));
    assert_eq!(page.overview("Director").as_deref(), Some("佐倉 一郎"));
    assert!(page.text().contains("Open now, until 12:00"));
    let kana = |text: &str| text.chars().any(|c| ('ぁ'..='ヿ').contains(&c) || ('一'..='龥').contains(&c));
    let marked = each(page.html().root_element(), "main [lang=ja]").into_iter().map(said).collect::<Vec<_>>();
    for text in each(page.html().root_element(), ".visited span:not(:has(*)), .visited dd, .visited h2") {
        let words = said(text);
        let inside = each(text, "[lang=ja]").len() + usize::from(text.attr("lang") == Some("ja"));
        assert!(!kana(&words) || inside > 0 || marked.contains(&words), "not marked: {words}");
    }
}
