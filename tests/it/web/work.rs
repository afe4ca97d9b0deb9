//! A unit of work: what stays of one that is refused, and whom its guard lets in once more.

use crate::harness::browser::Ask;
use crate::harness::clinic::{Clinic, START, Setup};
use crate::harness::engine::contested::Contested;
use crate::harness::people::HANAKO;
use mypage::account::Patient;
use mypage::clock::Moment;
use mypage::config::Config;
use mypage::lang::Lang;
use mypage::session;
use mypage::store::{Error, Store, Table};
use mypage::web::{Anyone, Cx, post};
use mypage::work::Ended::{Done, Refused};
use mypage::work::{
    Actor, Caller, Counter, Denied, Limit, Networks, Outcome, Refuse, Remedy, Settled, Stop, Until, Work, is_spent,
    share,
};
use std::convert::Infallible;

const WORDS: Table<u64, String> = Table::new("word");
const TWICE: Limit = Limit { name: "twice", most: 2, minutes: 10, remedy: Remedy::Waiting };

#[derive(Clone, Debug, PartialEq, Eq)]
struct TooShort;

/// Counts, stores what is long enough, and refuses after having written.
fn say(work: &mut Work<'_>, word: &str) -> Outcome<usize, TooShort> {
    let counter = work.from_client(&TWICE);
    work.count(&[counter])?;
    WORDS.put(work, &1, &word.to_owned())?;
    if word.len() < 3 { Err(TooShort).or_refuse() } else { Ok(word.len()) }
}

fn run<T: Send + 'static, R: Send + 'static>(
    store: &Store,
    verb: impl Fn(&mut Work<'_>) -> Outcome<T, R> + Send + 'static,
) -> Result<Settled<T, R>, Error> {
    run_at(store, START, verb)
}

fn run_at<T: Send + 'static, R: Send + 'static>(
    store: &Store,
    now: Moment,
    verb: impl Fn(&mut Work<'_>) -> Outcome<T, R> + Send + 'static,
) -> Result<Settled<T, R>, Error> {
    run_for(store, now, Caller::without_browser(Actor::Operator, Lang::Ja), verb)
}

fn run_for<T: Send + 'static, R: Send + 'static>(
    store: &Store,
    now: Moment,
    caller: Caller,
    verb: impl Fn(&mut Work<'_>) -> Outcome<T, R> + Send + 'static,
) -> Result<Settled<T, R>, Error> {
    let settings = [("MYPAGE_BASE_URL", "http://my.localhost"), ("MYPAGE_MAIL_MODE", "kept")];
    let config = Config::from_environment(settings.map(|(name, value)| (name.into(), value.into())).into_iter());
    let config = config.unwrap();
    store.write_blocking(now, move |tx| Work::run(tx, &config, &caller, &verb)).map(|ran| ran.settled)
}

fn word(store: &Store) -> Option<String> {
    store.read_blocking(START, |r| WORDS.get(r, &1)).unwrap()
}

#[test]
fn what_was_counted_stays_and_what_was_refused_goes() {
    let store = Store::with_engine(Contested::new()).unwrap();
    assert_eq!(run(&store, |work| say(work, "hello")), Ok(Settled::Done(5)));
    assert_eq!(run(&store, |work| say(work, "no")), Ok(Settled::Refused(TooShort)));
    assert_eq!(word(&store).as_deref(), Some("hello"));
    let spent = store.read_blocking(START, |r| is_spent(r, &TWICE.of(""))).unwrap();
    assert!(spent, "the refused attempt counts, and each counts once however often it was run");
    let until = Until { at: START.plus_minutes(10), limit: TWICE.name, remedy: TWICE.remedy, of_everybody: false };
    assert_eq!(run(&store, |work| say(work, "again")), Ok(Settled::Denied(Denied::TooMany(until))));
    assert_eq!(word(&store).as_deref(), Some("hello"));
}

#[test]
fn what_is_given_back_can_be_used_again_and_a_failure_of_the_store_leaves_nothing() {
    let store = Store::with_engine(Contested::new()).unwrap();
    let right = |work: &mut Work<'_>| -> Outcome<(), Infallible> {
        let counters = [work.from_client(&TWICE)];
        work.count(&counters)?;
        Ok(work.give_back(&counters)?)
    };
    for _ in 0..5 {
        assert_eq!(run(&store, right), Ok(Settled::Done(())));
    }
    let fails = |work: &mut Work<'_>| -> Outcome<(), Infallible> {
        let counter = work.from_client(&TWICE);
        work.count(&[counter])?;
        Err(Stop::Store(Error::Engine("on purpose".to_owned())))
    };
    for _ in 0..5 {
        assert_eq!(run(&store, fails), Err(Error::Engine("on purpose".to_owned())));
    }
    assert_eq!(run(&store, |work| say(work, "hello")), Ok(Settled::Done(5)));
}

#[test]
fn m6_a_counter_of_a_clock_that_was_ahead_locks_nobody_out() {
    let store = Store::with_engine(Contested::new()).unwrap();
    let say_at = |now| run_at(&store, now, |work| say(work, "hello"));
    for _ in 0..2 {
        assert_eq!(say_at(START.plus_days(400)), Ok(Settled::Done(5)));
    }
    assert!(matches!(say_at(START.plus_days(400)), Ok(Settled::Denied(Denied::TooMany(_)))));
    // The clock has been put right: the count begins anew, and counts.
    let spent = || store.read_blocking(START, |r| is_spent(r, &TWICE.of(""))).unwrap();
    assert!(!spent());
    for _ in 0..2 {
        assert_eq!(say_at(START), Ok(Settled::Done(5)));
    }
    assert!(spent());
    let until = Until { at: START.plus_minutes(10), limit: TWICE.name, remedy: TWICE.remedy, of_everybody: false };
    assert_eq!(say_at(START), Ok(Settled::Denied(Denied::TooMany(until))));
}

/// A new visitor at an address.
fn visitor(address: &str) -> Caller {
    let network = Networks::of(address.parse().unwrap());
    Caller { network, ..Caller::without_browser(Actor::Guest, Lang::Ja) }
}

/// Counts once; whether that was allowed.
fn counts(store: &Store, caller: Caller, counter: fn(&Work<'_>) -> Counter) -> bool {
    let settled = run_for(store, START, caller, move |work| {
        let counter = counter(work);
        Ok::<_, Stop<Infallible>>(work.count(&[counter])?)
    });
    settled.unwrap() == Settled::Done(())
}

#[test]
fn b9_visitors_are_counted_first_and_what_they_share_much_later() {
    let store = Store::memory();
    let by_visitor: fn(&Work<'_>) -> Counter = |work| work.from_visitor(&TWICE);
    let often = |caller: &dyn Fn() -> Caller| (0..100).filter(|_| counts(&store, caller(), by_visitor)).count();
    let one = visitor("203.0.113.9");
    assert_eq!(often(&|| one.clone()), 2, "one visitor");
    assert_eq!(often(&|| visitor("203.0.113.9")), 38, "all behind an IPv4 address, with the one before");
    assert_eq!(often(&|| visitor("2001:db8:1:1::1")), 10, "all in a /64");
    assert_eq!(often(&|| visitor("2001:db8:1:2::1")), 6, "all in its /56");
    assert_eq!(often(&|| visitor("2001:db8:1:3::1")), 0);
    assert_eq!(often(&|| visitor("2001:db8:1:103::1")), 10, "the next /56");
    assert_eq!(often(&|| visitor("2001:db8:1:203::1")), 10);
    assert_eq!(often(&|| visitor("2001:db8:1:303::1")), 4, "all in the /48");
    assert_eq!(often(&|| visitor("2001:db8:2:1::1")), 10, "the next /48");
}

#[test]
fn b9_nobody_keeps_more_than_a_share_with_however_many_networks() {
    assert_eq!([0, 3, 12, 198].map(share), [1, 1, 3, 49]);
    let store = Store::memory();
    let of_menu: fn(&Work<'_>) -> Counter = |work| {
        let limit = Limit { name: "kept", most: share(12), minutes: 10, remedy: Remedy::Waiting };
        work.kept_by_client(&limit, "fever clinic\n2026-12-01")
    };
    let kept = |networks: u16, prefix: &str| {
        let callers = (0..networks).map(|n| visitor(&format!("{prefix}{n:x}::1")));
        callers.filter(|caller| counts(&store, caller.clone(), of_menu)).count()
    };
    assert_eq!(kept(20, "2001:db8:1:"), 3, "of twelve");
    assert_eq!(kept(20, "2001:db8:1:1"), 0, "nor with another /56");
    assert_eq!(kept(20, "2001:db8:2:"), 3, "somebody else");
    let other: fn(&Work<'_>) -> Counter = |work| {
        work.kept_by_client(&Limit { name: "kept", most: 3, minutes: 10, remedy: Remedy::Waiting }, "another menu")
    };
    assert!(counts(&store, visitor("2001:db8:1:5::1"), other));
}

/// Ends every session of the visitor's account after the request has come in, then does something for it.
async fn too_late(cx: Cx, me: Patient) -> mypage::web::Result {
    let subject = me.account.id.subject();
    cx.floor.store.write(cx.now, move |tx| session::end_all(tx, subject)).await?;
    let Done(()) = cx.work(|work, _: Patient| never(work)).await?;
    Ok(cx.go_to("/done"))
}

fn never(work: &mut Work<'_>) -> Outcome<(), Infallible> {
    Ok(WORDS.put(work, &1, &"written".to_owned())?)
}

/// Writes, and reads in the same request what it has written.
async fn reads_its_own(cx: Cx, _: Anyone) -> mypage::web::Result {
    let before = cx.read(|r| WORDS.get(r, &1)).await?;
    let said = cx.form().get("word").to_owned();
    let ended = cx.work(move |work, _: Anyone| say(work, &said)).await?;
    let after = cx.read(|r| WORDS.get(r, &1)).await?;
    Ok(match ended {
        Done(_) => cx.go_to(format!("/{}-{}", before.unwrap_or_default(), after.unwrap_or_default())),
        Refused(TooShort) => cx.go_to("/too-short"),
    })
}

fn open() -> Clinic {
    let routes = vec![post("/too-late", too_late), post("/own", reads_its_own)];
    Clinic::open(Setup { routes, ..Setup::default() })
}

#[tokio::test]
async fn s4_a_session_that_ends_before_the_write_changes_nothing() {
    let clinic = open();
    let mut browser = clinic.signed_in(HANAKO).await;
    let proof = browser.get("/account").await.form("ログアウト").value("_csrf");
    browser.following = false;
    let page = browser.send(Ask::posting("/too-late", &[("_csrf".to_owned(), proof)])).await;
    assert_eq!(page.leads_to().as_deref(), Some("/sign-in"));
    assert_eq!(word(&clinic.floor.store), None);
}

#[tokio::test]
async fn a_request_sees_what_it_has_written_and_is_told_of_refusals() {
    let clinic = open();
    let mut browser = clinic.plain();
    let proof = browser.get("/sign-in").await.form("ログイン").value("_csrf");
    browser.following = false;
    let mut sent = Vec::new();
    for word in ["hello", "no", "again"] {
        let fields = [("_csrf".to_owned(), proof.clone()), ("word".to_owned(), word.to_owned())];
        let page = browser.send(Ask::posting("/own", &fields)).await;
        sent.push(page.leads_to().unwrap_or_else(|| page.code().to_string()));
    }
    assert_eq!(sent, ["/-hello", "/too-short", "429"]);
    assert_eq!(word(&clinic.floor.store).as_deref(), Some("hello"));
}
