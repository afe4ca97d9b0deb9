//! 新規登録, from the address to the dashboard.

use super::is_signed_in;
use crate::harness::clinic::Clinic;
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::stage::{NEW_PASSWORD, ask_for_link, fill_in};

const MIKA: &str = "mika@example.jp";

#[tokio::test]
async fn a_sign_up_leads_from_the_address_to_the_dashboard_plain_and_by_htmx() {
    let mut outcomes = Vec::new();
    for htmx in [false, true] {
        let clinic = Clinic::new();
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let page = browser.get("/sign-in").await;
        let page = browser.follow(&page, "新規登録").await;
        assert_eq!(page.h1(), "メールアドレス確認");
        let page = browser.submit(page.form("メール送信").fill("メールアドレス", " Ｍika@EXAMPLE.jp ")).await;
        assert_eq!((page.path(), page.h1().as_str()), ("/sign-up/sent", "メールを送信しました"));
        assert!(page.text().contains("Mika@example.jp"), "{}", page.text());
        let link = clinic.link_to("Mika@example.jp").await;
        let page = browser.get(&link).await;
        assert_eq!(page.h1(), "パスワード設定");
        let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
        assert_eq!(page.h1(), "利用者情報の設定");
        let page = browser.submit(fill_in(page.form("確認へ"), HANAKO)).await;
        assert_eq!((page.path(), page.h1().as_str()), ("/sign-up/confirmation", "登録内容の確認"));
        assert_eq!(page.overview("氏名").as_deref(), Some("山田 花子"));
        let born = page.overview("生年月日").unwrap();
        assert!(born.contains("1948") && born.contains("昭和23年") && born.contains("77歳"), "{born}");
        let page = browser.submit(page.form("登録する").tick("利用規約とプライバシーポリシーに同意する")).await;
        assert_eq!((page.path(), page.h1().as_str()), ("/dashboard", "ダッシュボード"));
        assert_eq!(page.role("status").as_deref(), Some("アカウントの登録が完了しました。"));
        let account = people::find(&clinic.floor, "Mika@example.jp").expect("an account");
        let documents = &clinic.floor.documents;
        assert!(account.agrees_to(&documents.terms.version, &documents.privacy.version));
        outcomes.push((people::person(&clinic.floor, &account), account.address, account.agreements, account.created));
        assert!(super::opens(&browser, "mika@example.jp", NEW_PASSWORD).await, "the address in any case");
    }
    assert_eq!(outcomes[0], outcomes[1]);
    assert_eq!(outcomes[0].0, people::draft(HANAKO).check(time::macros::date!(2026 - 04 - 01)).unwrap());
}

#[tokio::test]
async fn all_problems_of_a_person_are_named_at_once_and_typing_is_kept() {
    let clinic = Clinic::new();
    for mut browser in clinic.both() {
        let link = ask_for_link(&clinic, &mut browser, "/sign-up", MIKA).await;
        let page = browser.get(&link).await;
        let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
        let form = page.form("確認へ").fill("名", "花子").fill("セイ", "yamada").fill("電話番号", "123");
        let page = browser.submit(form).await;
        assert_eq!(page.code(), 422);
        let wrong = ["family_name", "family_kana", "given_kana", "birth_date", "sex", "phone"];
        assert_eq!(page.wrong_fields(), wrong);
        assert_eq!(page.form("確認へ").value("given_name"), "花子");
        let page = browser.submit(fill_in(page.form("確認へ"), TARO)).await;
        let page = browser.submit(page.form("登録する")).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec!["agree".to_owned()]));
        let page = browser.follow(&page, "内容を修正する").await;
        assert_eq!(page.form("確認へ").value("family_name"), "鈴木", "what was typed is still there");
    }
    assert!(people::find(&clinic.floor, MIKA).is_none());
}

#[tokio::test]
async fn a_second_press_of_the_last_button_makes_no_second_account() {
    let clinic = Clinic::new();
    let mut browser = clinic.plain();
    let link = ask_for_link(&clinic, &mut browser, "/sign-up", MIKA).await;
    let page = browser.get(&link).await;
    let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    let page = browser.submit(fill_in(page.form("確認へ"), TARO)).await;
    let form = page.form("登録する").tick("利用規約とプライバシーポリシーに同意する");
    let mut twin = browser.clone();
    // Both are let in before either is written.
    let (open, gate) = std::sync::mpsc::channel::<()>();
    let gate = std::sync::Mutex::new(gate);
    let shut = clinic.floor.store.write(clinic.now(), move |_| Ok(gate.lock().unwrap().recv().is_ok()));
    let release = async move { drop(open) };
    let (_, first, second, ()) = tokio::join!(shut, browser.submit(form.clone()), twin.submit(form), release);
    let mut paths = [first.path().to_owned(), second.path().to_owned()];
    paths.sort();
    assert_eq!(paths[0], "/dashboard", "{paths:?}");
    assert_ne!(paths[1], "/dashboard", "{paths:?}");
    let checks =
        mypage::app::INDEXES.iter().map(|check| clinic.floor.store.read_blocking(clinic.now(), *check).unwrap());
    assert_eq!(checks.map(|found| found.len()).sum::<usize>(), 0, "an account that no address leads to");
}

#[tokio::test]
async fn an_address_with_an_account_is_told_so_by_mail_alone() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    let mut browser = clinic.plain();
    let form = browser.get("/sign-up").await.form("メール送信").fill("メールアドレス", HANAKO);
    assert_eq!(browser.submit(form).await.h1(), "メールを送信しました");
    let letter = clinic.mail_to(HANAKO).await;
    assert!(letter.text().contains("すでに登録されています"), "{}", letter.text());
    assert!(!letter.text().contains("/link/"), "nothing to take over");
}

#[tokio::test]
async fn an_address_that_got_an_account_meanwhile_is_not_overwritten() {
    let clinic = Clinic::new();
    let (mut slow, mut quick) = (clinic.plain(), clinic.plain().at("198.51.100.9"));
    let mut last = Vec::new();
    for browser in [&mut slow, &mut quick] {
        let link = ask_for_link(&clinic, browser, "/sign-up", MIKA).await;
        let page = browser.get(&link).await;
        let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
        let page = browser.submit(fill_in(page.form("確認へ"), TARO)).await;
        last.push(page.form("登録する").tick("利用規約とプライバシーポリシーに同意する"));
    }
    assert_eq!(quick.submit(last.remove(1)).await.path(), "/dashboard");
    let before = people::find(&clinic.floor, MIKA).unwrap();
    let page = slow.submit(last.remove(0)).await;
    assert_eq!((page.code(), page.h1().as_str()), (410, "登録はお済みです"));
    assert!(!page.text().contains("予約"), "nothing is booked: {}", page.text());
    assert_eq!(page.link("ログイン"), "/sign-in");
    assert_eq!(people::find(&clinic.floor, MIKA), Some(before));
    assert!(!is_signed_in(&mut slow).await);
}

#[tokio::test]
async fn a_sign_up_belongs_to_its_browser_and_ends_after_a_day() {
    let clinic = Clinic::new();
    let mut browser = clinic.plain();
    let link = ask_for_link(&clinic, &mut browser, "/sign-up", MIKA).await;
    let page = browser.get(&link).await;
    let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    let form = fill_in(page.form("確認へ"), TARO);
    for path in ["/sign-up/person", "/sign-up/confirmation"] {
        let page = clinic.plain().get(path).await;
        assert_eq!(page.path(), "/sign-up", "somebody else's browser");
        assert!(page.text().contains("最初からお願いします"));
    }
    assert_eq!(browser.get(&link).await.path(), "/sign-up/person", "back from the mail it goes on");
    clinic.minutes_pass(24 * 60);
    assert_eq!(browser.submit(form).await.path(), "/sign-up", "too late");
}

#[tokio::test]
async fn a_mistyped_domain_gets_a_suggestion_and_not_a_refusal() {
    let clinic = Clinic::new();
    let mut browser = clinic.plain();
    let form = browser.get("/sign-up").await.form("メール送信").fill("メールアドレス", "mika@gmial.com");
    let page = browser.submit(form).await;
    assert!(page.text().contains("mika@gmail.com"), "{}", page.text());
    browser.submit(page.form("こちらのメールアドレスに送信する")).await;
    assert_eq!(clinic.mails_to("mika@gmail.com").await.len(), 1);
    assert_eq!(clinic.mails_to("mika@gmial.com").await.len(), 1);
}

#[tokio::test]
async fn a_mistyped_address_comes_back_to_be_mended_in_its_own_browser_only() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    let mut patient = clinic.signed_in(HANAKO).await;
    let mut nobody = clinic.plain();
    for (form, button, label) in [
        ("/sign-up", "メール送信", "メールアドレス"),
        ("/password-reset", "送信する", "メールアドレス"),
        ("/account/email", "送信する", "新しいメールアドレス"),
    ] {
        let browser = if form == "/account/email" { &mut patient } else { &mut nobody };
        let page = browser.get(form).await;
        let page = browser.submit(page.form(button).fill(label, "mikka@example.jp")).await;
        let page = browser.follow(&page, "メールアドレスを入力し直す").await;
        assert_eq!(page.form(button).value("email"), "mikka@example.jp", "{form}");
        assert_eq!(browser.get(form).await.form(button).value("email"), "", "{form}: asked for anew");
        let mut other = if form == "/account/email" { clinic.signed_in(HANAKO).await } else { clinic.plain() };
        assert_eq!(other.get(&format!("{form}?edit=1")).await.form(button).value("email"), "", "{form}: elsewhere");
    }
}

#[tokio::test]
async fn p1_the_rules_of_a_password_hold_in_the_form() {
    let clinic = Clinic::new();
    let mut browser = clinic.plain();
    let link = ask_for_link(&clinic, &mut browser, "/sign-up", "tsubasa@example.jp").await;
    let form = browser.get(&link).await.form("登録");
    let long = "空".repeat(129);
    let refused = [
        "",
        "short pw 11",
        "12345678901",
        "passwordpassword",
        "qwertyuiopas",
        "123456789012",
        "ＰＡＳＳＷＯＲＤ１２３４",
        "tsubasa@example.jp",
        "xx-TSUBASA-xx-99",
        "ｔｓｕｂａｓａ０１２３４５",
        "👪👪👪👪👪👪👪👪👪👪👪",
        &long,
    ];
    for password in refused {
        let page = browser.submit(form.clone().fill("パスワード", password)).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec!["password".to_owned()]), "{password}");
    }
    let longest = "空".repeat(128);
    for password in ["kaze no machi", "   spaces   count   ", "👪🌸🐟🗻🍙🚲🎐🏮🎏🍵🦆🌙", "ﾊﾝｶｸ ﾓｼﾞ ﾃﾞﾓ ﾖｲ", &longest]
    {
        let mut browser = clinic.plain();
        let link = ask_for_link(&clinic, &mut browser, "/sign-up", "tsubasa@example.jp").await;
        let form = browser.get(&link).await.form("登録").fill("パスワード", password);
        assert_eq!(browser.submit(form).await.path(), "/sign-up/person", "{password}");
        clinic.minutes_pass(61);
    }
}

#[tokio::test]
async fn l7_starting_first_with_anothers_address_gains_nothing() {
    let clinic = Clinic::new();
    let mut attacker = clinic.plain().at("198.51.100.66");
    let planted = ask_for_link(&clinic, &mut attacker, "/sign-up", MIKA).await;
    // The victim signs up in a browser into which the attacker has put their own token, by the attacker's mail.
    let mut victim = clinic.plain();
    victim.identify(&attacker.token());
    let page = victim.get(&planted).await;
    let page = victim.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    assert_ne!(victim.token(), attacker.token());
    assert_eq!(attacker.get("/sign-up/confirmation").await.path(), "/sign-up", "the attacker sees nothing of it");
    let page = victim.submit(fill_in(page.form("確認へ"), HANAKO)).await;
    victim.submit(page.form("登録する").tick("利用規約とプライバシーポリシーに同意する")).await;
    assert!(is_signed_in(&mut victim).await);
    assert!(!is_signed_in(&mut attacker).await);
    assert_eq!(attacker.get(&planted).await.code(), 410);
    let account = people::find(&clinic.floor, MIKA).unwrap();
    assert_eq!(people::person(&clinic.floor, &account).name.full(), "山田 花子");
}

#[tokio::test]
async fn a_return_to_a_sign_up_leads_to_where_it_stands() {
    let clinic = Clinic::new();
    let mut browser = clinic.plain();
    let link = ask_for_link(&clinic, &mut browser, "/sign-up", MIKA).await;
    let page = browser.get(&link).await;
    let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    assert_eq!(page.path(), "/sign-up/person");
    let page = browser.get("/").await;
    assert!(page.links().iter().any(|(text, href)| text == "登録を続ける" && href == "/sign-up/person"), "at the top");
    let page = clinic.plain().get(&link).await;
    assert!(page.text().contains("最初に開いたブラウザで続けるか"), "in another browser: {}", page.text());
    let page = browser.get("/sign-up/person").await;
    let page = browser.submit(fill_in(page.form("確認へ"), TARO)).await;
    browser.submit(page.form("登録する").tick("利用規約とプライバシーポリシーに同意する")).await;
    for path in ["/sign-up/person", "/sign-up/confirmation"] {
        assert_eq!(browser.get(path).await.path(), "/dashboard", "Back from the dashboard leads to it again");
    }
}
