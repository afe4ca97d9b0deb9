//! A guest books for several people in one go: how many and for what, a time for all, who they are one after the other, one code.

mod booked;
mod order;
mod refused;

use crate::harness::booking::{all, choose, day, visits};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::form::Form;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::fill_in;
use mypage::account::{Relation, care};

const DAY: &str = "4月3日(金)";
const FORM: &str = "/b/sakura/group";
const TO_SLOTS: &str = "日時を選ぶ";
const NEXT: &str = "次の方の入力へ";
const BOOK: &str = "2人の予約を確定する";
const ACCOUNT: &str = "上記の情報でアカウント作成";

fn people(page: &Page, many: &str) -> Form {
    page.form(TO_SLOTS).choose(many).select("診療メニュー", "初診: 一般内科")
}

/// The calendar of Friday for what the form says.
async fn to_calendar(browser: &mut Browser, form: Form) -> Page {
    let page = browser.submit(form).await;
    assert_eq!(page.h1(), "日時を選ぶ", "{}", page.text());
    browser.get(&day(&page, DAY).expect("the day can be chosen")).await
}

/// 受診者 of the first of two.
async fn to_first(browser: &mut Browser, start: &str) -> Page {
    let page = browser.get(FORM).await;
    let page = to_calendar(browser, people(&page, "2人")).await;
    choose(browser, &page, DAY, start).await
}

fn first(page: &Page, email: &str, choice: &str) -> Form {
    fill_in(page.form(NEXT), HANAKO).choose(choice).fill("メールアドレス", email)
}

fn child(form: Form, given: &str, born: &str) -> Form {
    let kana = if given == "さくら" { "サクラ" } else { "ユウマ" };
    form.fill("名", given).fill("メイ", kana).fill("生年月日", born).choose("女性")
}

/// 確認 of two children of somebody who does not come along.
async fn to_confirmation(browser: &mut Browser, email: &str, start: &str) -> Page {
    let page = to_first(browser, start).await;
    let page = browser.submit(child(first(&page, email, "子ども"), "さくら", "2021-06-10")).await;
    let page = browser.submit(child(page.form("確認へ"), "悠真", "2018-08-20")).await;
    assert_eq!(page.h1(), "予約内容の確認", "{}", page.text());
    page
}

/// The people of an account: what each is to its owner, and the given name.
fn members(clinic: &Clinic, email: &str) -> Vec<(Relation, String)> {
    let account = people::find(&clinic.floor, email).expect("an account");
    let members = clinic.floor.store.read_blocking(clinic.now(), |r| care::members(r, account.id)).unwrap();
    members.into_iter().map(|one| (one.relation, one.person.name.given)).collect()
}

async fn agree(browser: &mut Browser, page: &Page) -> Page {
    browser.submit(page.form("登録する").tick("利用規約とプライバシーポリシーに同意する")).await
}

/// Hanako without how she is reached.
fn fill_in_identity(form: Form) -> Form {
    let form = form.fill("姓", "山田").fill("名", "花子").fill("セイ", "ヤマダ").fill("メイ", "ハナコ");
    form.fill("生年月日", &people::draft(HANAKO).birth_date).choose("女性")
}
