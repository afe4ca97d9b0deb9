//! Every form of a booking says for which clinic it is: a patient of several types the same things at each.

use crate::family::family;
use crate::harness::booking::{sakura, to_person};
use crate::harness::page::{Page, each, said};
use crate::harness::people::TARO;

const NAME: &str = "さくら内科クリニック";
const GROUP: &str = "/b/sakura/group";

/// Whether the clinic is named above the form, once and with its sign.
fn is_named(page: &Page) {
    let html = page.html();
    let named = each(html.root_element(), "main .subject-clinic:has(.sign)");
    assert_eq!(named.into_iter().map(said).collect::<Vec<_>>(), [NAME], "{}: {}", page.h1(), page.text());
}

#[tokio::test]
async fn the_forms_of_a_guest_name_the_clinic() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = to_person(&mut browser).await;
    is_named(&page);
    is_named(&browser.submit(page.form("確認へ")).await);
    let page = browser.get(GROUP).await;
    is_named(&page);
    let form = page.form("日時を選ぶ").choose("2人").select("診療メニュー", "初診: 一般内科");
    let page = browser.submit(form).await;
    let button = page.forms().iter().flat_map(|form| form.buttons()).find(|text| text.contains("を選ぶ"));
    let page = browser.submit(page.form(&button.expect("a free time"))).await;
    assert_eq!(page.h1(), "受診者の情報を入力する(1人目 / 2人)");
    is_named(&page);
}

#[tokio::test]
async fn the_forms_of_a_patient_name_the_clinic() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    let page = to_person(&mut browser).await;
    assert_eq!(page.h1(), "受診する人を選ぶ");
    is_named(&page);
    is_named(&browser.follow(&page, "ご家族を追加して予約する").await);
    is_named(&browser.get(GROUP).await);
}
