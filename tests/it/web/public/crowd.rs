//! Five hundred patients whose every detail is like nobody else's, with all that the product keeps of a patient: accounts
//! and guests, sessions, マイクリニック, past and coming reservations, mails that wait and their copies, and bookings and
//! sign-ups under way.
//!
//! It goes by the product's own rules and without its pages, which would take minutes.

use super::marks::Marks;
use crate::harness::clinic::{Clinic, started};
use crate::harness::clinics::{self, GENERAL, menu};
use crate::harness::people;
use crate::harness::stage::{NEW_PASSWORD, ask_for_link};
use crate::harness::work::done;
use mypage::account::{self, AccountId, Agreement, BookingRight, Registration};
use mypage::booking::{Booking, Choice, Details, Done, ProvedAddress, Purpose, Stage, Typed, rows as bookings};
use mypage::clinic::{BookingPolicy, Clinic as Model, ClinicId, MenuId, TimeOfDay, Visit, schedule};
use mypage::clock::Moment;
use mypage::lang::Lang;
use mypage::mail::{EmailAddress, Letterhead};
use mypage::person::{Draft, PostalCode};
use mypage::reservation::{self, Attendee, Request, Reservation, cancellation, letter, rows};
use mypage::secret::Token;
use mypage::session;
use mypage::slots::{BookingKey, Offers};
use mypage::store::{Key, Result, Tx};
use mypage::work::Actor;
use time::macros::date;
use time::{Date, Duration};

pub const PATIENTS: usize = 500;
/// A clinic at which guests book without a code, beside the one of the samples.
pub const KAEDE: &str = "kaede";
/// Somebody with only a sign-up under way.
const APPLICANT: usize = PATIENTS;
/// Somebody with only a link in a mail.
const INVITED: usize = PATIENTS + 1;

/// Opens both clinics and lets everybody in; gives what must not be seen of them.
pub async fn seed(clinic: &Clinic) -> Marks {
    let without_code = BookingPolicy { guest_code: false, ..BookingPolicy::default() };
    let kaede = Model { id: ClinicId::parse(KAEDE).unwrap(), booking: without_code, ..clinics::sakura() };
    clinics::open(&clinic.floor, clinics::sakura(), clinics::menus()).await;
    clinics::open(&clinic.floor, kaede, vec![menu(GENERAL, "一般内科", 0)]).await;
    let password = clinic.floor.hasher.hash("", NEW_PASSWORD.as_bytes().to_vec()).await.unwrap();
    let mut marks = Marks::default();
    marks.add("password", &password);
    // First, because it has its mail delivered, and the mails of all others are to wait.
    begin_sign_ups(clinic, &mut marks).await;
    let documents = &clinic.floor.documents;
    let (terms, privacy) = (documents.terms.version.clone(), documents.privacy.version.clone());
    let agreement = Agreement { terms, privacy, at: clinic.now() };
    let (now, head) = (clinic.now(), clinic.floor.letterhead(Lang::Ja));
    let seeded = clinic.floor.store.write(clinic.now(), move |tx| {
        let mut traces = Vec::new();
        for id in [clinics::SAKURA, KAEDE] {
            let offers = Offers::of(tx, &ClinicId::parse(id).unwrap())?.unwrap();
            let times = times(&offers, now);
            let here = (0..PATIENTS).filter(|number| (number % 5 == 0) == (id == KAEDE));
            for (number, time) in here.zip(times) {
                let new = registration(number, &password, &agreement, now);
                admit(tx, (now, &head), &offers, (number, &new, time), &mut traces)?;
            }
        }
        Ok(traces)
    });
    for (kind, text) in seeded.await.unwrap() {
        marks.add(kind, &text);
    }
    (0..=INVITED).for_each(|number| mark(&mut marks, number));
    marks
}

/// What the form of a patient holds.
pub fn draft(number: usize) -> Draft {
    let digits: String = format!("{number:03}").chars().map(|digit| kanji(digit, "〇一二三四五六七八九")).collect();
    let kana: String = format!("{number:03}").chars().map(|digit| kanji(digit, "ヌネノハヒフヘホマミ")).collect();
    Draft {
        family_name: format!("錦織{digits}"),
        given_name: format!("椿姫{digits}"),
        family_kana: format!("ヱニシキ{kana}"),
        given_kana: format!("ヰツバキ{kana}"),
        birth_date: born(number).to_string(),
        sex: "female".to_owned(),
        postal_code: format!("987-6{number:03}"),
        prefecture: "沖縄県".to_owned(),
        city: format!("架空市印町{digits}"),
        line: format!("番地ノ{digits}"),
        building: format!("印荘 <{number:03}> & 'Lodge'"),
        phone: format!("090-8765-4{number:03}"),
    }
}

fn kanji(digit: char, all: &str) -> char {
    all.chars().nth(digit.to_digit(10).unwrap() as usize).unwrap()
}

fn born(number: usize) -> Date {
    date!(1911 - 02 - 01) + Duration::days(number as i64)
}

pub fn address(number: usize) -> String {
    format!("marked.{number:03}@patients.example.jp")
}

fn chart_number(number: usize) -> String {
    format!("KARTE-{number:03}")
}

/// Seeks what somebody has typed or will be known by.
fn mark(marks: &mut Marks, number: usize) {
    let draft = draft(number);
    marks.add_birth_date(born(number));
    for (kind, text) in [
        ("family name", &draft.family_name),
        ("given name", &draft.given_name),
        ("kana", &draft.family_kana),
        ("kana", &draft.given_kana),
        ("postal code", &draft.postal_code),
        ("city", &draft.city),
        ("line", &draft.line),
        ("building", &draft.building),
        ("phone", &draft.phone),
        ("mail address", &address(number)),
        ("chart number", &chart_number(number)),
    ] {
        marks.add(kind, text);
    }
    marks.add("phone", &draft.phone.replace('-', ""));
    marks.add("phone", &draft.phone.replace('-', "").replacen('0', "+81", 1));
    marks.add("postal code", PostalCode::parse(&draft.postal_code).unwrap().unwrap().digits());
    marks.add("initials", "ヱ・ヰ");
}

fn registration(number: usize, password: &str, agreement: &Agreement, now: Moment) -> Registration {
    Registration {
        address: EmailAddress::parse(&address(number)).unwrap(),
        password: password.to_owned(),
        person: draft(number).check(now.jst_date()).unwrap(),
        agreement: agreement.clone(),
        lang: Lang::Ja,
    }
}

/// One place at each time of the menu from weeks ago to weeks ahead, and now and then both, so that days are full.
fn times(offers: &Offers, now: Moment) -> Vec<(Date, TimeOfDay)> {
    let menu = offers.menus.iter().find(|menu| menu.id == MenuId::parse(GENERAL).unwrap()).unwrap();
    let days = (-20..40).map(|after| now.jst_date().saturating_add(Duration::days(after)));
    let mut times = Vec::new();
    for day in days {
        let rounds = if day.ordinal() % 6 == 0 { 2 } else { 1 };
        for start in schedule::slots(&offers.clinic, menu, day).unwrap_or_default() {
            let open = now < menu.closes.of(start.on(day)) || day < now.jst_date();
            times.extend(std::iter::repeat_n((day, start), if open { rounds } else { 0 }));
        }
    }
    times
}

/// Lets a patient in: three of four with an account, all with a reservation, some of them cancelled.
fn admit(
    tx: &mut Tx<'_>,
    (now, head): (Moment, &Letterhead),
    offers: &Offers,
    (number, new, (day, start)): (usize, &Registration, (Date, TimeOfDay)),
    traces: &mut Vec<(&'static str, String)>,
) -> Result<()> {
    let account = if number % 4 == 3 { None } else { Some(register(tx, new, traces)?) };
    let offer = offers.offer(&MenuId::parse(GENERAL).unwrap(), Visit::First).unwrap();
    let then = now.min(offer.menu.closes.of(start.on(day)).plus_minutes(-1));
    let visitor = Attendee {
        person: new.person.clone().into(),
        person_id: None,
        chart_number: Some(chart_number(number)),
        address: Some(new.address.clone()),
        lang: Lang::Ja,
        relation: None,
    };
    let request = Request {
        right: BookingRight::Unasked,
        key: BookingKey::mint(),
        visit: Visit::First,
        day,
        start,
        attendee: visitor,
        account,
        group: None,
    };
    let booked = tx.at(then, |tx| done(tx, |work| reservation::book(work, offer, &request)))?.expect("a free slot");
    let token = rows::issue_token(tx, &booked)?;
    let url = format!("/r/{}", token.text());
    letter::post(tx, letter::confirmed(head, &offers.clinic, &booked, &url).as_ref())?;
    begin_booking(tx, (number, &booked), traces)?;
    traces.push(("reservation", booked.id.text()));
    traces.push(("reservation", booked.number.to_string()));
    traces.push(("mail token", token.text()));
    if number % 7 == 0 && now < booked.deadlines.cancel {
        let _cancelled = done(tx, |work| cancellation::without_mail(work, &booked, Actor::Patient))?;
    }
    Ok(())
}

fn register(tx: &mut Tx<'_>, new: &Registration, traces: &mut Vec<(&'static str, String)>) -> Result<AccountId> {
    let account = account::register(tx, new)?.expect("a new address");
    let (session, before) = (Token::mint(), Token::mint().hash());
    session::start(tx, &started(account.id.subject()), &before, session.hash())?;
    traces.push(("お客様ID", account.customer_id.to_string()));
    traces.push(("session", session.text()));
    let mut id = Vec::new();
    account.id.encode(&mut id);
    traces.push(("account", id.iter().map(|byte| format!("{byte:02x}")).collect()));
    Ok(account.id)
}

/// Another booking of the same person in a browser of their own: begun and typed, or done.
fn begin_booking(
    tx: &mut Tx<'_>,
    (number, of): (usize, &Reservation),
    traces: &mut Vec<(&'static str, String)>,
) -> Result<()> {
    let (browser, key) = (Token::mint(), BookingKey::mint());
    let typed = Typed {
        person: draft(number),
        email: address(number),
        chart_number: chart_number(number),
        for_whom: String::new(),
    };
    let (form, stage) = match number % 2 {
        0 => {
            let choice = Choice { slot: of.slot.clone(), others: Vec::new(), moved: Vec::new(), kept_until: None };
            (Details { typed: Some(typed), ..Details::default() }, Stage::Chosen(choice))
        }
        _ => {
            let done = Done { reservation: of.id, transfers: of.transfers, stayed: false };
            let proved = ProvedAddress { address: of.attendee.address.clone().unwrap(), at: tx.now() };
            (Details { proved: Some(proved), ..Details::default() }, Stage::Done(done))
        }
    };
    let (clinic, menu, purpose) = (of.clinic.clone(), of.slot.menu.clone(), Purpose::New(Box::new(form)));
    let booking = Booking { clinic, menu, visit: Visit::First, unit: None, account: None, purpose, stage };
    bookings::put_booking(tx, browser.hash(), key, &booking)?;
    traces.push(("session", browser.text()));
    traces.push(("booking", key.text()));
    Ok(())
}

/// Somebody who has typed all of a sign-up and not sent the last form, and somebody with a link that was not used.
async fn begin_sign_ups(clinic: &Clinic, marks: &mut Marks) {
    let mut browser = clinic.plain().at("203.0.113.20");
    let unused = ask_for_link(clinic, &mut browser, "/sign-up", &address(INVITED)).await;
    let link = ask_for_link(clinic, &mut browser, "/sign-up", &address(APPLICANT)).await;
    let page = browser.get(&link).await;
    let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    let form = page.form("確認へ").type_in(|name| people::typed(&draft(APPLICANT), name));
    assert_eq!(browser.submit(form).await.path(), "/sign-up/confirmation");
    for path in [link, unused] {
        marks.add("mail token", path.rsplit('/').next().unwrap());
    }
    marks.add("session", &browser.token());
}
