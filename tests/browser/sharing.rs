//! One person, two accounts: from the invitation to the end of sharing, each of the two on a phone of their own.

use crate::booking::{CALENDAR, has_booked_at, opens_the_reservation};
use crate::harness::{Person, on_a_phone_for_two};
use crate::sign_up::{ADDRESS, PASSWORD, has_an_account};
use serde_json::{Value, json};

/// The address of the brother.
const BROTHER: &str = "taro@clinic.example";
/// The mother of both.
const MOTHER: &str = "山田 和子";

/// The fields of a form about a person of this family.
fn named(given: &str, kana: &str, born: &str, sex: &str) -> Value {
    json!({
        "family_name": "山田", "given_name": given, "family_kana": "ヤマダ", "given_kana": kana,
        "birth_date": born, "sex": sex, "phone": "090-8765-4321",
    })
}

/// Has an account too, and is signed in, the quick way.
async fn has_another_account(person: &Person) {
    person.visits("/robots.txt").await;
    person.hands_in("/sign-up", json!({ "email": BROTHER }), "/sign-up/sent").await;
    let link = person.path_in(&person.receives(BROTHER, "メールアドレスの確認").await);
    person.hands_in(&link, json!({ "password": PASSWORD }), "/sign-up/person").await;
    person.hands_in("/sign-up/person", named("太郎", "タロウ", "1990-05-06", "male"), "/sign-up/confirmation").await;
    person.hands_in("/sign-up/confirmation", json!({ "agree": "on" }), "/dashboard").await;
}

/// Adds the mother to the family, and opens the page on which she is shared; says where that is.
async fn opens_the_sharing(person: &Person) -> String {
    let mut mother = named("和子", "カズコ", "1957-11-12", "female");
    mother["relation"] = json!("parent");
    mother["consent"] = json!("on");
    person.hands_in("/family/new", mother, "/family").await;
    person.visits("/family").await;
    person.sees("ご家族").await;
    person.follows(&format!("共有する: {MOTHER}")).await;
    person.sees(&format!("{MOTHER}さんの共有")).await;
    person.asks("return location.pathname", json!([])).await.as_str().unwrap().to_owned()
}

/// Invites the brother, who accepts.
async fn share(sister: &Person, brother: &Person) {
    sister.fills("相手の方のメールアドレス", BROTHER).await;
    sister.presses("招待のメールを送る").await;
    sister.reads("招待のメールを送りました。").await;
    let mail = brother.receives(BROTHER, "ご家族の情報を共有する招待").await;
    brother.opens_link_of(&mail).await;
    brother.sees("共有の招待").await;
    brother.reads(&format!("山田 花子さん({ADDRESS})")).await;
    brother.presses("受け入れる").await;
    let consent = "18歳以上の方の共有を受け入れるには、ご本人の同意を得て、チェックを入れてください。";
    brother.is_refused("共有の招待", &["続柄を選んでください。", consent]).await;
    brother.chooses("ご本人から見た続柄", "親").await;
    brother.ticks("本人の同意を得ています(18歳以上の方の場合)").await;
    brother.presses("受け入れる").await;
    brother.sees("ご家族").await;
    brother.reads("共有を受け入れました。").await;
    brother.reads(MOTHER).await;
}

/// Cancels what his sister has booked, from where it stands on his own dashboard.
async fn cancels_it(brother: &Person) {
    brother.visits("/dashboard").await;
    brother.sees("ダッシュボード").await;
    opens_the_reservation(brother).await;
    brother.reads("山田 花子").await;
    brother.follows("予約をキャンセル").await;
    brother.sees("予約のキャンセル").await;
    brother.reads(MOTHER).await;
    brother.presses("キャンセルする").await;
    brother.reads("予約をキャンセルしました。").await;
}

#[tokio::test]
async fn the_other_one_accepts_cancels_what_was_booked_and_sees_nothing_after_the_end() {
    on_a_phone_for_two(async |sister, brother| {
        has_an_account(&sister).await;
        has_another_account(&brother).await;
        let sharing = opens_the_sharing(&sister).await;
        share(&sister, &brother).await;
        let id = sharing.split('/').nth(2).unwrap();
        has_booked_at(&sister, &format!("{CALENDAR}&for={id}")).await;
        sister.receives(ADDRESS, "予約完了のお知らせ").await;
        cancels_it(&brother).await;
        sister.receives(ADDRESS, "予約をキャンセルしました").await;
        sister.visits(&sharing).await;
        sister.sees(&format!("{MOTHER}さんの共有")).await;
        sister.presses("共有をやめる").await;
        sister.reads("共有をやめました。").await;
        brother.receives(BROTHER, "ご家族の情報の共有が終わりました").await;
        for path in ["/family", "/dashboard"] {
            brother.visits(path).await;
            let gone = "return !document.querySelector('main').innerText.includes(arguments[0])";
            brother.until(gone, json!([MOTHER])).await;
        }
        brother.visits(&sharing).await;
        brother.in_passing().sees("ページが見つかりません").await;
    })
    .await;
}
