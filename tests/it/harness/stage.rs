//! A clinic with everybody in it that the route table tells apart: nobody, an applicant, a patient, and a holder of
//! each kind of link. Tests that have to hold for every route walk it, so that new routes and forms come in by
//! themselves.

use super::at_desk;
use super::booked;
use super::booking;
use super::browser::{Ask, Browser};
use super::clinic::{Clinic, Setup};
use super::clinics::{self, GENERAL, SAKURA};
use super::form::Form;
use super::notices;
use super::page::Page;
use super::people::{self, HANAKO};
use super::sharing;
use super::staff;
use mypage::account::Relation;
use mypage::app;
use mypage::clinic::{ClinicId, path as clinic_path, registration_code};
use mypage::person::Draft;
use mypage::staff::Role;
use mypage::web::{Route, Who};
use poem::http::Method;
use std::collections::BTreeSet;

/// The address of the sign-up under way.
pub const APPLICANT: &str = "mika@example.jp";
/// Somebody of the fixtures who has booked as a guest.
pub const KNOWN: &str = people::TARO;
/// The address of a booking under way, whose code has not been typed.
pub const BOOKING: &str = "saburo@example.jp";
/// The address of a sign-up whose link has not been used.
pub const INVITED: &str = "jun@example.jp";
/// The address that the patient is about to change to.
pub const FUTURE: &str = "hanako.new@example.jp";
/// A password that nobody has yet and that breaks no rule.
pub const NEW_PASSWORD: &str = "kaze ga soyogu asa";

pub struct Stage {
    pub clinic: Clinic,
    pub nobody: Browser,
    pub applicant: Browser,
    /// Somebody known from a booking, who has not chosen a password yet.
    pub newcomer: Browser,
    /// Hanako of the fixtures, who has just given her password.
    pub patient: Browser,
    /// Somebody who has given a staff password, and has still to give a code.
    pub awaiting_code: Browser,
    /// Somebody who is setting up a second factor.
    pub enrolling: Browser,
    /// An owner of the clinic, signed in to its console.
    pub staff: Browser,
    /// Somebody of the staff who is signed in on a shared device, and one that is locked.
    pub desk: [Browser; 2],
    /// The live links of every kind, as paths.
    pub links: Vec<String>,
    /// Where the parameters of routes lead: the beginning of a route's path, and what stands there.
    places: Vec<(&'static str, String)>,
    /// Pages that look different where another stands for the same route: for what is shared, and for people of an account.
    further: [String; 2],
}

impl Stage {
    pub async fn new() -> Self {
        Self::open(Setup::default()).await
    }

    pub async fn open(setup: Setup) -> Self {
        let clinic = Clinic::open(setup);
        clinic.ignore_mail();
        let applicant = applicant(&clinic).await;
        let mut patient = clinic.signed_in(HANAKO).await.at("203.0.113.30");
        // Waiting for confirmation in this browser, so that the page of a change has something to show.
        let page = patient.get("/person").await;
        patient.submit(page.form("確認へ")).await;
        // Signed in elsewhere as well, so that there is something to sign out.
        clinic.signed_in(HANAKO).await;
        let elsewhere = patient.get("/account/sessions").await.form("ログアウトさせる").action;
        let mut nobody = clinic.plain().at("203.0.113.10");
        notices::publish(&clinic.floor, "everybody", "# お知らせ\n\n本文").await;
        let invitation = staff::invite(&clinic, "shinjin@example.jp", SAKURA, Role::Reception).await;
        let links = vec![
            invitation,
            ask_for_link(&clinic, &mut nobody, "/sign-up", INVITED).await,
            ask_for_link(&clinic, &mut nobody, "/password-reset", HANAKO).await,
            ask_for_link(&clinic, &mut patient, "/account/email", FUTURE).await,
        ];
        booked::open(&clinic).await;
        let reservation = booked::book(&clinic, HANAKO, "9:30", true).await;
        let guests = booked::book(&clinic, KNOWN, "9:30", false).await;
        let by_phone = booked::book_without_address(&clinic, KNOWN, "16:00").await;
        let mut newcomer = clinic.plain().at("203.0.113.40");
        let guest = booked::left_here(&clinic, &mut newcomer, &guests, Some(KNOWN)).await;
        assert_eq!(press(&mut newcomer, &format!("{guest}/account")).await.path(), "/sign-up/password");
        let person = booking::to_person(&mut nobody).await;
        let under_way = person.path().to_owned();
        let form = fill_in(person.form("確認へ"), HANAKO).fill("メールアドレス", BOOKING);
        assert_eq!(nobody.submit(form).await.path(), format!("{under_way}/confirmation"));
        let done = |rest: &str| format!("{guest}/{rest}");
        let account = people::register(&clinic.floor, HANAKO).await.id;
        let child = Draft { given_name: "小花".to_owned(), ..people::draft(HANAKO).clone() };
        let child = people::add_relative(&clinic.floor, account, Relation::Child, &child).await;
        let people =
            [people::own(&clinic.floor, account).id, child].map(|who| format!("{}.{GENERAL}.first", who.text()));
        let together = format!("/b/{SAKURA}/group/slots?people={}&order=turn", people.join(","));
        let group = format!("/b/{SAKURA}/group/slots?people={GENERAL}.first,{GENERAL}.return&order=turn");
        let another = booking::another_person(&mut nobody, &group, BOOKING).await;
        let own_booking = booking::to_person(&mut patient).await.path().to_owned();
        let (mut places, shared) = sharing::places(&clinic, &mut patient, child).await;
        places.extend([
            ("/b/:clinic/bookings/:key/booked", done("booked")),
            ("/b/:clinic/bookings/:key/account", done("account")),
            ("/b/:clinic/bookings/:key/another", done("another")),
            ("/b/:clinic/bookings/:key/calendar.ics", done("calendar.ics")),
            ("/account/sessions/:session/sign-out", elsewhere),
            ("/reservations/:id", format!("/reservations/{}", reservation.id.text())),
            ("/r/:token/attachment", format!("{}/attachment", booked::receipt(&clinic, &by_phone).await)),
            ("/r/:token", booked::receipt(&clinic, &guests).await),
            ("/b/:clinic/bookings/:key/family", format!("{own_booking}/family")),
            ("/family/:person", format!("/family/{}", child.text())),
            ("/b/:clinic/bookings/:key/people/:number", another),
            ("/b/:clinic/bookings/:key", under_way),
            ("/b/:clinic/group/slots", group),
        ]);
        let [awaiting_code, enrolling, staff] = staff::on_the_way(&clinic).await;
        let desk = staff::on_shared_device(&clinic).await;
        places.extend(of_everybody(&clinic).await);
        places.extend(at_desk::places(&clinic).await);
        Self {
            nobody,
            applicant,
            newcomer,
            patient,
            awaiting_code,
            enrolling,
            staff,
            desk,
            links,
            places,
            further: [shared, together],
            clinic,
        }
    }

    pub fn routes(&self) -> Vec<Route> {
        app::routes(&self.clinic.floor.config)
    }

    /// A path that leads to a route: one with a token gets the live link of its kind.
    pub fn path(&self, route: &Route) -> String {
        let place = self.places.iter().find_map(|(start, place)| Some((place, route.path.strip_prefix(start)?)));
        if let Some((place, rest)) = place {
            return format!("{place}{rest}").replace(":menu", &format!("{GENERAL}?visit=first"));
        }
        let Some((start, _)) = route.path.split_once(':') else {
            return route.path.to_owned();
        };
        let link = self.links.iter().find(|link| link.starts_with(start));
        link.cloned().unwrap_or_else(|| format!("{start}0"))
    }

    /// The browser of somebody who may use a route.
    pub fn who(&self, who: Who) -> Browser {
        match who {
            Who::Anyone | Who::Operator | Who::Setup => self.nobody.clone(),
            Who::Applicant => self.applicant.clone(),
            Who::Patient => self.patient.clone(),
            Who::AwaitingCode => self.awaiting_code.clone(),
            Who::Enrolling => self.enrolling.clone(),
            Who::AtSharedDevice => self.desk[0].clone(),
            Who::Staff | Who::ClinicStaff | Who::ClinicOwner => self.staff.clone(),
        }
    }

    pub fn everybody(&self) -> [(&'static str, Browser); 9] {
        [
            ("nobody", self.nobody.clone()),
            ("applicant", self.applicant.clone()),
            ("newcomer", self.newcomer.clone()),
            ("patient", self.patient.clone()),
            ("awaiting code", self.awaiting_code.clone()),
            ("enrolling", self.enrolling.clone()),
            ("staff", self.staff.clone()),
            ("staff on a shared device", self.desk[0].clone()),
            ("locked device", self.desk[1].clone()),
        ]
    }

    /// Every path that a GET route has.
    pub fn pages(&self) -> Vec<String> {
        let routes = self.routes().into_iter().filter(|route| route.method == Method::GET);
        routes.map(|route| self.path(&route)).chain(self.further.clone()).collect()
    }

    /// Every form, once, that somebody finds on a page, with the browser that found it.
    pub async fn forms(&self) -> Vec<(Browser, Form)> {
        let mut seen = BTreeSet::new();
        let mut forms = Vec::new();
        for (_, mut browser) in self.everybody() {
            for path in self.pages() {
                let page: Page = browser.get(&path).await;
                for form in page.forms().into_iter().filter(|form| !form.is_search).chain(page.kept_form()) {
                    let fields: Vec<_> = form.fields.iter().map(|input| input.name.clone()).collect();
                    if seen.insert((form.action.clone(), fields)) {
                        forms.push((browser.clone(), form));
                    }
                }
            }
        }
        forms
    }
}

/// Somebody who signs up, and has typed who they are.
async fn applicant(clinic: &Clinic) -> Browser {
    let mut applicant = clinic.plain().at("203.0.113.20");
    let link = ask_for_link(clinic, &mut applicant, "/sign-up", APPLICANT).await;
    let page = applicant.get(&link).await;
    let page = applicant.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    assert_eq!(page.path(), "/sign-up/person");
    let sent = applicant.submit(fill_in(page.form("確認へ"), HANAKO)).await;
    assert_eq!(sent.path(), "/sign-up/confirmation");
    applicant
}

/// Where the parameters of routes lead that are the same for everybody.
async fn of_everybody(clinic: &Clinic) -> [(&'static str, String); 6] {
    [
        ("/b/:clinic/pictures/:picture", clinics::picture(&clinic.floor).await),
        ("/b/:clinic", format!("/b/{SAKURA}")),
        ("/clinics/:clinic", format!("/clinics/{SAKURA}")),
        ("/c/:code", registration(clinic).await),
        ("/postal-codes/:digits", "/postal-codes/1000001".to_owned()),
        ("/notices/:id", "/notices/service-everybody".to_owned()),
    ]
}

/// Sends a page's form for an address, and gives the path of the link in the letter that comes.
pub async fn ask_for_link(clinic: &Clinic, browser: &mut Browser, path: &str, address: &str) -> String {
    ask_for_mail(browser, path, address).await;
    clinic.link_to(address).await
}

/// Sends a page's form for an address, to which a letter is written.
pub async fn ask_for_mail(browser: &mut Browser, path: &str, address: &str) {
    let page = browser.get(path).await;
    let form = page.forms().into_iter().find(|form| form.action == path).expect("the form of the page");
    let page = browser.submit(form.forge("email", address).pressing_any()).await;
    assert_eq!(page.h1(), "メールを送信しました", "{path}");
}

/// The registration URL, as a path, of a clinic that nobody has registered.
async fn registration(clinic: &Clinic) -> String {
    let another = ClinicId::parse("momiji").expect("an id");
    clinics::open(&clinic.floor, mypage::clinic::Clinic { id: another.clone(), ..clinics::sakura() }, Vec::new()).await;
    let code =
        clinic.floor.store.write(clinic.now(), move |tx| registration_code::give(tx, &another)).await.expect("a code");
    clinic_path::of_code(clinic_path::REGISTRATION, code)
}

/// The form of 退会 with all that it asks for, to be sent by somebody who is signed in.
pub async fn leaving(browser: &mut Browser, password: &str) -> Form {
    let form = browser.get("/account/withdrawal").await.form("送信して退会する");
    form.choose("その他").tick("規約に同意して退会する").fill("現在のパスワード", password)
}

/// Sends a button's empty form to a path.
pub async fn press(browser: &mut Browser, path: &str) -> Page {
    let proof = browser.get("/terms").await.form("日本語").value("_csrf");
    browser.send(Ask::posting(path, &[("_csrf".to_owned(), proof)])).await
}

/// Types somebody of the fixtures into the form of a person.
pub fn fill_in(form: Form, email: &str) -> Form {
    let draft = people::draft(email);
    let fields = [
        ("姓", &draft.family_name),
        ("名", &draft.given_name),
        ("セイ", &draft.family_kana),
        ("メイ", &draft.given_kana),
        ("生年月日", &draft.birth_date),
        ("電話番号", &draft.phone),
        ("郵便番号", &draft.postal_code),
        ("市区町村", &draft.city),
        ("町域・番地", &draft.line),
        ("建物名", &draft.building),
    ];
    let form = fields.into_iter().fold(form, |form, (label, value)| form.fill(label, value));
    let sex = match draft.sex.as_str() {
        "male" => "男性",
        "female" => "女性",
        _ => "その他・回答しない",
    };
    let form = form.choose(sex);
    if draft.prefecture.is_empty() { form } else { form.select("都道府県", &draft.prefecture) }
}
