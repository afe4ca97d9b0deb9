//! The list of ご家族: adding, changing, removing.

use super::{child, family, members};
use crate::harness::booking::{self, all, to_person};
use crate::harness::browser::Ask;
use crate::harness::clinic::Clinic;
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::rows;
use crate::harness::stage::leaving;
use mypage::account::{Account, MOST_RELATIVES, Relation};
use mypage::family;
use mypage::person::PersonId;
use mypage::reservation::Status;
use mypage::work::{Actor, Caller, Settled};

#[tokio::test]
async fn a_member_is_added_changed_and_removed_plain_and_by_htmx() {
    let mut outcomes = Vec::new();
    for htmx in [false, true] {
        let clinic = Clinic::new();
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, HANAKO).await;
        let page = browser.get("/dashboard").await;
        let page = browser.follow(&page, "ご家族").await;
        assert!(page.text().contains("まだご家族は登録されていません"), "{}", page.text());
        let page = browser.follow(&page, "ご家族を追加する").await;
        let form = page.form("追加する");
        let known = ["phone", "city", "family_name"].map(|name| form.value(name));
        assert_eq!(known, ["03-1234-5678", "千代田区", ""], "what a family shares, and no name");
        let form = form.choose("お子さま").fill("姓", "山田").fill("名", "さくら").fill("セイ", "やまだ");
        let form = form.fill("メイ", "サクラ").fill("生年月日", "2021-06-10").choose("女性");
        let page = browser.submit(form).await;
        assert_eq!((page.path(), page.h1().as_str()), ("/family", "ご家族"));
        assert_eq!(page.role("status").as_deref(), Some("ご家族を追加しました。予約のときに選べます。"));
        assert!(page.text().contains("山田 さくら 4歳"), "{}", page.text());
        let page = browser.follow(&page, "変更する: 山田 さくら").await;
        let form = page.form("変更する");
        assert_eq!((form.value("relation"), form.value("given_name")), ("child".to_owned(), "さくら".to_owned()));
        let page = browser.submit(form.fill("名", "桜")).await;
        assert_eq!(page.role("status").as_deref(), Some("変更しました。"));
        let account = people::find(&clinic.floor, HANAKO).unwrap();
        outcomes.push(members(&clinic, &account).into_iter().map(|one| (one.relation, one.person)).collect::<Vec<_>>());
        let page = browser.follow(&page, "削除する: 山田 桜").await;
        assert_eq!(page.h1(), "山田 桜さんを削除する");
        let page = browser.submit(page.form("削除する")).await;
        assert_eq!(page.role("status").as_deref(), Some("削除しました。"));
        assert_eq!(members(&clinic, &account).len(), 1, "the owner stays");
    }
    assert_eq!(outcomes[0], outcomes[1]);
    assert_eq!(outcomes[0].iter().map(|(relation, _)| *relation).collect::<Vec<_>>(), [Relation::Own, Relation::Child]);
    assert_eq!(outcomes[0][1].1.name.full(), "山田 桜");
}

#[tokio::test]
async fn every_problem_of_a_member_is_named_and_what_was_typed_stays() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let before = rows::all(&clinic.floor.store);
    let form = browser.get("/family/new").await.form("追加する").fill("名", "さくら").fill("生年月日", "2030-01-01");
    let page = browser.submit(form.fill("電話番号", "まだ")).await;
    let wrong = ["relation", "given_kana", "birth_date", "sex", "phone"];
    let mut named = page.wrong_fields();
    named.sort_by_key(|name| wrong.iter().position(|other| other == name));
    assert_eq!((page.code(), named), (422, wrong.map(str::to_owned).to_vec()));
    assert_eq!(page.form("追加する").value("given_name"), "さくら");
    assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), Vec::<String>::new());
}

#[tokio::test]
async fn a2_somebody_elses_member_and_ones_own_person_are_not_found_here() {
    let clinic = Clinic::new();
    let (account, [sakura, _]) = family(&clinic).await;
    let own = people::own(&clinic.floor, account.id).id;
    let mut stranger = clinic.signed_in(HANAKO).await;
    let mut taro = clinic.signed_in(TARO).await;
    let before = rows::all(&clinic.floor.store);
    for (browser, id) in [(&mut stranger, sakura), (&mut taro, own)] {
        for path in [format!("/family/{}", id.text()), format!("/family/{}/removal", id.text())] {
            assert_eq!(browser.get(&path).await.code(), 404, "GET {path}");
            let proof = browser.get("/terms").await.form("日本語").value("_csrf");
            let form = browser.get("/family/new").await.form("追加する").value("phone");
            let fields = [("_csrf".to_owned(), proof), ("phone".to_owned(), form)];
            assert_eq!(browser.send(Ask::posting(&path, &fields)).await.code(), 404, "POST {path}");
        }
    }
    assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), Vec::<String>::new());
}

/// Adds somebody by the verb.
async fn add(clinic: &Clinic, account: &Account, number: usize) -> bool {
    let person = child("子", "コ", &format!("2020-01-{:02}", number + 1)).check(clinic.now().jst_date()).unwrap();
    let of = account.clone();
    let caller = Caller::without_browser(Actor::Patient, mypage::lang::Lang::Ja);
    let added = clinic.floor.work(caller, move |work| match family::add(work, &of, Relation::Child, &person) {
        Ok(_) => Ok(true),
        Err(mypage::work::Stop::Refused(_)) => Ok(false),
        Err(mypage::work::Stop::Store(error)) => Err(error.into()),
        Err(mypage::work::Stop::Denied(denied)) => Err(mypage::work::Stop::<std::convert::Infallible>::Denied(denied)),
    });
    matches!(added.await.unwrap(), Settled::Done(true))
}

#[tokio::test]
async fn of_many_that_are_added_at_once_ten_find_room_and_the_page_says_what_to_do() {
    let clinic = Clinic::new();
    let account = people::register(&clinic.floor, TARO).await;
    let added = futures_util::future::join_all((0..15).map(|number| add(&clinic, &account, number))).await;
    assert_eq!(added.into_iter().filter(|added| *added).count(), MOST_RELATIVES);
    assert_eq!(members(&clinic, &account).len(), 1 + MOST_RELATIVES);
    let mut browser = clinic.signed_in(TARO).await;
    let page = browser.get("/family/new").await;
    assert!(page.text().contains("10人まで") && !page.has_button("追加する"), "{}", page.text());
}

#[tokio::test]
async fn the_same_person_twice_is_shown_and_not_added() {
    let clinic = Clinic::new();
    let (account, _) = family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    let form = browser.get("/family/new").await.form("追加する").choose("その他");
    let form = form.fill("姓", "鈴木").fill("名", "さくら").fill("セイ", "スズキ").fill("メイ", "サクラ");
    let twin = form.clone().fill("名", "すみれ").fill("メイ", "スミレ").fill("生年月日", "2021-06-10").choose("女性");
    let page = browser.submit(form.fill("生年月日", "令和3年6月10日").choose("女性")).await;
    assert!(page.text().contains("その方はすでに登録されています"), "{}", page.text());
    assert_eq!(members(&clinic, &account).len(), 3);
    browser.submit(twin).await;
    assert_eq!(members(&clinic, &account).len(), 4, "a twin is somebody else");
}

/// How many rows hold a person's id, in the key or in the record.
pub fn rows_with(clinic: &Clinic, person: PersonId) -> usize {
    let (in_key, in_record) = (person.bytes().to_vec(), rmp_serde::to_vec(&person).unwrap());
    let holds = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).any(|found| found == part);
    let rows = rows::all(&clinic.floor.store);
    rows.iter().filter(|(key, record)| holds(key, &in_key) || holds(record, &in_record)).count()
}

#[tokio::test]
async fn l12_nothing_of_a_removed_person_is_left_but_what_the_clinic_has() {
    for cancel in [false, true] {
        let clinic = booking::sakura().await;
        let (account, [sakura, yuma]) = family(&clinic).await;
        let mut browser = clinic.signed_in(TARO).await;
        for (who, start) in [(sakura, "9:30"), (yuma, "10:00")] {
            super::booking::book_for(&mut browser, who, start, "0042").await;
        }
        // One more is under way for her.
        let page = to_person(&mut browser).await;
        browser.submit(page.form("確認へ").forge("who", &sakura.text())).await;
        assert!(4 <= rows_with(&clinic, sakura), "what is looked for is found");
        let page = browser.get("/family").await;
        let page = browser.follow(&page, "削除する: 鈴木 さくら").await;
        assert!(page.text().contains("削除しても、これらの予約は取り消されません"), "{}", page.text());
        assert!(page.text().contains("9:30") && !page.text().contains("10:00"), "{}", page.text());
        let form = page.form("削除する");
        let form =
            if cancel { form.tick("キャンセルできる予約をすべてキャンセルする") } else { form };
        browser.submit(form).await;
        let mut booked = all(&clinic);
        booked.sort_by_key(|one| one.slot.start);
        assert_eq!(booked[0].status == Status::Booked, !cancel);
        assert_eq!((booked[0].link, booked[0].attendee.person_id), (None, None), "the clinic's record");
        assert!(booked[1].link.is_some() && booked[1].is_booked(), "the brother's stays");
        let page = browser.get("/dashboard").await;
        assert!(!page.text().contains("さくら(") && page.text().contains("悠真(7歳)"), "{}", page.text());
        assert_eq!(members(&clinic, &account).len(), 2);
        assert_eq!(rows_with(&clinic, sakura), 0, "her id");
        clinic.ignore_mail();
    }
}

#[tokio::test]
async fn a_change_reaches_what_is_to_come_where_that_is_wanted() {
    for wanted in [true, false] {
        let clinic = booking::sakura().await;
        let (_, [sakura, yuma]) = family(&clinic).await;
        let mut browser = clinic.signed_in(TARO).await;
        for (who, start) in [(sakura, "9:30"), (yuma, "10:00")] {
            super::booking::book_for(&mut browser, who, start, "").await;
        }
        let page = browser.get(&format!("/family/{}", sakura.text())).await;
        assert!(page.text().contains("9:30") && !page.text().contains("10:00"), "{}", page.text());
        let form = page.form("変更する").fill("姓", "佐藤").fill("セイ", "サトウ");
        let form = if wanted { form } else { form.without("change_reservations") };
        browser.submit(form).await;
        let mut names: Vec<_> = all(&clinic).into_iter().map(|one| one.attendee.person.name.full()).collect();
        names.sort();
        let expected = if wanted { "佐藤 さくら" } else { "鈴木 さくら" };
        assert_eq!(names, [expected, "鈴木 悠真"].map(str::to_owned));
        clinic.ignore_mail();
    }
}

#[tokio::test]
async fn l12_leaving_takes_the_family_and_every_number_along() {
    let clinic = booking::sakura().await;
    let (_, [sakura, _]) = family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    super::booking::book_for(&mut browser, sakura, "9:30", "0042").await;
    let form = leaving(&mut browser, people::password(TARO)).await;
    assert_eq!(browser.submit(form).await.path(), "/withdrawn");
    assert_eq!(rows_with(&clinic, sakura), 0);
    assert_eq!(all(&clinic)[0].attendee.chart_number.as_deref(), Some("0042"), "the clinic's record");
    clinic.ignore_mail();
}

#[tokio::test]
async fn nobody_is_changed_into_somebody_whom_the_account_has() {
    let clinic = Clinic::new();
    let (account, [sakura, _]) = family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    let form = browser.get(&format!("/family/{}", sakura.text())).await.form("変更する");
    let form = form.fill("名", "悠真").fill("メイ", "ユウマ").fill("生年月日", "2018-09-02");
    let page = browser.submit(form).await;
    assert!(page.text().contains("その方はすでに登録されています"), "{}", page.text());
    assert_eq!(members(&clinic, &account)[1].person.name.given, "さくら");
}

#[tokio::test]
async fn check_finds_whom_no_account_books_for_and_whom_one_lacks() {
    use mypage::account::{AccountId, Care, check_people};
    use mypage::clinic::{ClinicId, chart_number};
    use mypage::person::Person;
    use mypage::store::Table;
    const PEOPLE: Table<PersonId, Person> = Table::new("person");
    const CARES: Table<AccountId, Vec<Care>> = Table::new("care");
    let clinic = Clinic::new();
    let (account, [sakura, yuma]) = family(&clinic).await;
    let now = clinic.now();
    let found = || -> Vec<String> {
        let store = &clinic.floor.store;
        let people = store.read_blocking(now, check_people).unwrap();
        let numbers = store.read_blocking(now, chart_number::check_people).unwrap();
        people.into_iter().chain(numbers).map(|finding| finding.to_string()).collect()
    };
    assert_eq!(found(), Vec::<String>::new());
    let id = ClinicId::parse("sakura").unwrap();
    let write = clinic.floor.store.write(now, move |tx| {
        chart_number::put(tx, sakura, &id, "0042")?;
        PEOPLE.delete(tx, &sakura)
    });
    write.await.unwrap();
    let lost = [
        "care: names a person who is not there",
        "coming-of-age: names somebody who is not there, or who comes of age on another day",
        "chart-number: is of a person who is not there",
    ];
    assert_eq!(found(), lost);
    clinic.floor.store.write(now, move |tx| CARES.delete(tx, &account.id)).await.unwrap();
    assert_eq!(found()[0], "care: lacks an account, which has no person of its own");
    let stray = "person: holds somebody for whom no account books, or who stands in two";
    clinic.floor.store.write(now, move |tx| PEOPLE.delete(tx, &yuma)).await.unwrap();
    let id = account.id;
    let alone = move |tx: &mut mypage::store::Tx<'_>| {
        let own = mypage::account::care::add(
            tx,
            id,
            Relation::Own,
            &child("子", "コ", "2020-01-01").check(now.jst_date()).unwrap(),
        )?;
        let _ = own;
        mypage::account::care::add(
            tx,
            id,
            Relation::Child,
            &child("二", "ニ", "2020-01-02").check(now.jst_date()).unwrap(),
        )
    };
    clinic.floor.store.write(now, alone).await.unwrap();
    assert!(found().iter().any(|one| one == stray), "the owner of before: {:?}", found());
}
