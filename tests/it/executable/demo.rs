//! `mypage demo`: what a visitor needs to try it out, and nothing left behind.

use super::opened_copy;
use super::visitor::{Visitor, link_of};
use crate::harness::clinic::START;
use crate::harness::process::{Home, Serving};
use mypage::account::support;
use mypage::clinic::{self, Clinic, ClinicId};
use mypage::clock::{Clock, Moment};
use mypage::mail::EmailAddress;
use mypage::reservation;
use mypage::slots::{Asker, Days, Offer, Offers, Reason};
use mypage::store::{Reader, Store};
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

struct Demo {
    home: Home,
    serving: Serving,
}

impl Demo {
    fn start() -> Self {
        let home = Home::bare();
        let serving = Serving::start(home.command(&["demo", "--listen", "127.0.0.1:0"]));
        Self { home, serving }
    }

    /// The lines that it greets with.
    fn greeting(&self) -> String {
        self.serving.out().wait_for(|line| line.contains("Ctrl+C"));
        self.serving.out().all().join("\n")
    }

    /// Addresses and passwords as printed.
    fn accounts(&self) -> Vec<(String, String)> {
        let greeting = self.greeting();
        let accounts = greeting.lines().filter_map(|line| line.trim().strip_prefix("account "));
        let pair = |line: &str| line.split_once("  password ").map(|(email, password)| (email.into(), password.into()));
        accounts.filter_map(pair).collect()
    }

    /// Runs a command on the data of the demonstration.
    fn run(&self, words: &[&str]) -> String {
        let greeting = self.greeting();
        let folder = greeting.lines().find_map(|line| line.strip_prefix("  data    ")).unwrap();
        let mut command = self.home.command(words);
        let ended = command.env("MYPAGE_DATA", folder).output().unwrap();
        assert!(ended.status.success(), "{words:?}: {ended:?}");
        String::from_utf8(ended.stdout).unwrap()
    }

    /// A copy of the data, sound by every check.
    fn backup(&self) -> PathBuf {
        let unused = (0..).map(|number| self.home.path().join(format!("{number}.redb"))).find(|file| !file.exists());
        let file = unused.unwrap();
        self.run(&["backup", file.to_str().unwrap()]);
        assert!(self.run(&["check", file.to_str().unwrap()]).starts_with("sound: "));
        file
    }

    /// What lies in the folder for temporary files.
    fn folders(&self) -> usize {
        std::fs::read_dir(self.home.path()).unwrap().count()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_tells_its_addresses_and_every_account_it_names_can_sign_in() {
    let demo = Demo::start();
    let greeting = demo.greeting();
    let port = demo.serving.address().port();
    assert!(greeting.contains(&format!("http://localhost:{port}\n")), "{greeting}");
    assert!(greeting.contains(&format!("http://localhost:{port}/_mail\n")), "{greeting}");
    let accounts = demo.accounts();
    assert_eq!(accounts.len(), 4, "{greeting}");
    for (email, password) in &accounts {
        let visitor = Visitor::on_this_machine(&demo.serving);
        visitor.sign_in(email, password).await.leads_to("/dashboard");
        let page = Visitor::on_this_machine(&demo.serving).get("/sign-in").await;
        let offered = page.attribute(&format!("form input[name=email][value='{email}'] + input"), "value");
        assert_eq!(&offered, password, "each is offered with a button");
        assert_eq!(visitor.get("/dashboard").await.status, 200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_names_the_booking_page_and_the_poster_of_each_clinic() {
    let demo = Demo::start();
    let (greeting, port) = (demo.greeting(), demo.serving.address().port());
    let named = |name| greeting.lines().filter_map(move |line| line.trim().strip_prefix(name)).map(str::trim);
    let site = format!("http://localhost:{port}");
    let booking: Vec<&str> = named("booking ").collect();
    assert_eq!(booking, ["sakura", "kodomo", "shika"].map(|clinic| format!("{site}/b/{clinic}")));
    let posters: Vec<&str> = named("poster ").collect();
    assert_eq!(posters.len(), 3, "{greeting}");
    let visitor = Visitor::on_this_machine(&demo.serving);
    for page in booking.into_iter().chain(posters) {
        assert_eq!(visitor.get(page.strip_prefix(&site).unwrap()).await.status, 200, "{page}");
    }
}

#[test]
fn the_command_that_the_manual_and_the_demo_show_runs_on_the_data_of_the_demo() {
    let demo = Demo::start();
    let greeting = demo.greeting();
    let named = |name| greeting.lines().find_map(|line| line.trim().strip_prefix(name)).unwrap().trim();
    let printed = named("command ");
    let manual =
        include_str!("../../../docs/operation.md").lines().find_map(|line| line.strip_prefix("    MYPAGE_DATA="));
    let typed = format!("MYPAGE_DATA={}", manual.unwrap())
        .replace('…', named("data "))
        .replace("target/release/mypage", env!("CARGO_BIN_EXE_mypage"));
    assert_eq!(printed.replace(&demo.serving.address().port().to_string(), "8080"), typed);
    // Where somebody's own settings lie.
    std::fs::write(demo.home.path().join("mypage.toml"), "base_url = \"https://my.clinic.example\"").unwrap();
    for line in [printed, &typed] {
        let ended = Command::new("sh").args(["-c", line]).current_dir(demo.home.path()).output().unwrap();
        let told = String::from_utf8(ended.stdout).unwrap();
        assert!(ended.status.success() && told.lines().next().unwrap().ends_with(" booked"), "{line}: {told}");
    }
}

#[test]
fn the_data_of_the_demo_is_sound_and_has_reservations_around_today() {
    let demo = Demo::start();
    let (_folder, store) = opened_copy(&demo.backup());
    let now = Clock::System.now();
    let hanako = EmailAddress::parse("hanako@example.jp").unwrap();
    let found = store.read_blocking(now, |r| {
        let people = support::list(r, None, 10)?;
        let (account, _) = people.iter().find(|(account, _)| account.address == hanako).unwrap();
        let (mut coming, mut past) = (Vec::new(), Vec::new());
        for link in clinic::rows::links(r, account.id)? {
            coming.extend(reservation::rows::coming_of_link(r, link.id, 9)?);
            past.extend(reservation::rows::past_of_link(r, link.id, 9)?);
        }
        Ok((coming, past))
    });
    let (coming, past) = found.unwrap();
    let in_three_months = now.plus_days(90);
    let reminders = store.read_blocking(in_three_months, |r| reservation::due_reminders(r, 9)).unwrap();
    assert_eq!((coming.len(), past.len()), (2, 1), "{coming:?} {past:?}");
    assert_eq!(reminders, [], "nobody is written to");
    assert!(full_slots(&store, now) > 0, "some slots are taken");
}

/// How many slots of the next two weeks are taken.
fn full_slots(store: &Store, now: Moment) -> usize {
    let full = |r: &dyn Reader, clinic: Arc<Clinic>| {
        let offers = Offers::of(r, &clinic.id)?.unwrap();
        let mut full = 0;
        for menu in &offers.menus {
            let offer = Offer::of(&offers.clinic, &offers.menus, menu);
            let days = now.jst_date()..=now.jst_date() + time::Duration::days(14);
            let plans = Days::of(r, offer, Asker::default())?.plans(days)?;
            full += plans.iter().flat_map(|day| &day.slots).filter(|slot| slot.places == Err(Reason::Full)).count();
        }
        Ok(full)
    };
    let counted =
        store.read_blocking(now, |r| clinic::rows::list(r, 9)?.into_iter().map(|clinic| full(r, clinic)).sum());
    counted.unwrap()
}

#[test]
fn the_reception_reads_who_comes_on_a_day() {
    let demo = Demo::start();
    let (_folder, store) = opened_copy(&demo.backup());
    let (today, id) = (Clock::System.now().jst_date(), ClinicId::parse("kodomo").unwrap());
    // The first working day of the coming week, so that whatever day it is, somebody comes.
    let days = (1..8).map(|days| today + time::Duration::days(days));
    let on = |day: &time::Date| store.read_blocking(START, |r| reservation::rows::of_day(r, &id, *day)).unwrap();
    let day = days.into_iter().find(|day| !on(day).is_empty()).unwrap();
    let told = demo.run(&["clinic", "day", "kodomo", &day.to_string()]);
    let coming = on(&day);
    let booked = coming.iter().filter(|one| one.is_booked()).count();
    let mut lines = told.lines();
    assert!(lines.next().unwrap().ends_with(&format!(": {booked} booked")), "{told}");
    assert_eq!(lines.clone().count(), coming.len());
    for (line, one) in lines.zip(&coming) {
        let (number, name) = (one.number.to_string(), one.attendee.person.name.full());
        assert!(line.contains(&number) && line.contains(&name) && line.contains(&one.service.name), "{line}");
        assert_eq!(line.ends_with("cancelled"), !one.is_booked(), "{line}");
    }
}

#[test]
fn an_import_that_hits_booked_patients_names_their_reservations() {
    let demo = Demo::start();
    let sakura = demo.run(&["clinic", "export", "sakura"]);
    let (_folder, store) = opened_copy(&demo.backup());
    let (now, id) = (Clock::System.now(), ClinicId::parse("sakura").unwrap());
    assert_eq!(store.read_blocking(now, |r| reservation::stranded(r, &id)).unwrap(), []);
    let tomorrow = now.jst_date().next_day().unwrap();
    let closure = format!("{sakura}\n[[closed]]\nfrom = {tomorrow}\nuntil = {}\n", tomorrow + time::Duration::days(20));
    std::fs::write(demo.home.path().join("closed.toml"), closure).unwrap();
    let told = demo.run(&["clinic", "import", "closed.toml"]);
    let mut lines = told.lines();
    assert!(lines.next().unwrap().starts_with("sakura: changed: closed: http://localhost:"), "{told}");
    let hit = lines.next().unwrap().strip_prefix("  coming reservations that these rules do not offer: ").unwrap();
    let hit: usize = hit.strip_suffix("; they stay booked").unwrap().parse().unwrap();
    let named: Vec<&str> = lines.collect();
    assert!(hit > 0 && named.len() == hit.min(200), "{told}");
    assert!(named.iter().all(|line| line.ends_with("  closed")), "{told}");
    let (_folder, store) = opened_copy(&demo.backup());
    let stranded = store.read_blocking(now, |r| reservation::stranded(r, &id)).unwrap();
    assert!(stranded.iter().all(|one| one.reservation.is_booked()));
    let first = stranded.first().unwrap().reservation.number.to_string();
    assert!(named.first().unwrap().contains(&first), "{first} is not in {told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_shows_the_mails_that_were_asked_for() {
    let demo = Demo::start();
    let visitor = Visitor::on_this_machine(&demo.serving);
    visitor.fill("/sign-up", &[("email", "new@example.jp")]).await.leads_to("/sign-up/sent");
    // Beside it lies the one about a child who comes of age, whichever was kept first.
    demo.serving.log().wait_for(|line| line.contains("event=mail_kept"));
    let mut list = visitor.get("/_mail").await;
    for _ in 0..500 {
        if list.text().contains("new@example.jp") {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        list = visitor.get("/_mail").await;
    }
    assert!(list.text().contains("new@example.jp"), "{}", list.text());
    let mut links = Vec::new();
    for mail in list.links().into_iter().filter(|link| link.starts_with("/_mail/")) {
        let page = visitor.get(&mail).await;
        if page.text().contains("new@example.jp") {
            links = page.links().iter().map(|link| absolute(link)).collect();
        }
    }
    let link = link_of(&links);
    visitor.try_finish_sign_up(&link, super::PASSWORD, super::visitor::PERSON).await.unwrap();
}

fn absolute(path: &str) -> String {
    format!("http://localhost{path}")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_data_of_the_demo_is_gone_with_it() {
    let demo = Demo::start();
    assert_eq!(demo.folders(), 1, "its data is in the folder for temporary files");
    let Demo { home, serving } = demo;
    serving.stop();
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn kept_mails_are_shown_only_where_mails_are_kept_and_only_on_this_machine() {
    let sending = Home::sending_to(9).serve();
    assert_eq!(Visitor::on_this_machine(&sending).get("/_mail").await.status, 404);
    assert_eq!(Visitor::on_this_machine(&sending).get("/_mail/0").await.status, 404);
    let keeping = Home::new().serve();
    assert_eq!(Visitor::on_this_machine(&keeping).get("/_mail").await.status, 200);
    assert_eq!(Visitor::of(&keeping).get("/_mail").await.status, 404, "somebody behind a proxy");
}
