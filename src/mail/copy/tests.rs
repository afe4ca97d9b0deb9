use super::*;
use crate::store::{Store, Sweeper};
use proptest::prelude::*;

const DAY: i64 = 24 * 60 * 60 * 1000;

fn at(day: i64) -> CopyId {
    CopyId::at(Moment::from_millis(day * DAY))
}

#[test]
fn a_copy_is_kept_for_more_than_a_year_and_less_than_fourteen_months() {
    for day in [0, 1, 29, 30, 20_000, 20_015] {
        let kept = at(day).ends().seconds_since(at(day).moment()) / 86_400;
        assert!((390..=420).contains(&kept), "{kept}");
    }
}

#[test]
fn counted_copies_drop_out_of_the_number_when_they_end() {
    let mut counts = Counts::NONE;
    let (old, new) = (at(20_000), at(20_100));
    counts.add(old);
    counts.add(old);
    counts.add(new);
    let just_before = Moment::from_millis(old.ends().millis() - 1);
    assert_eq!([just_before, old.ends(), new.ends()].map(|now| counts.live(now)), [3, 1, 0]);
    counts.remove(old);
    assert_eq!(counts.live(just_before), 2);
    for _ in 0..3 {
        counts.remove(old);
        counts.remove(at(19_000));
    }
    assert_eq!(counts.live(just_before), 1, "never below nothing");
}

#[test]
fn a_text_that_is_no_id_is_none() {
    for text in [
        "",
        "0",
        &"g".repeat(32),
        &"A".repeat(32),
        &"0".repeat(31),
        &"0".repeat(33),
        &"あ".repeat(11),
        &format!("+{}", "0".repeat(31)),
    ] {
        assert!(text.parse::<CopyId>().is_err(), "{text}");
    }
}

/// The copies of one address in a store, and what somebody who reads them knows of them.
struct Letterbox {
    store: Store,
    now: Moment,
    to: EmailAddress,
    /// Every copy, the oldest first, and whether it was opened.
    known: Vec<(CopyId, bool)>,
}

impl Letterbox {
    fn new() -> Self {
        let (now, to) = (Moment::from_millis(20_000 * DAY), EmailAddress::parse("hanako@example.jp").unwrap());
        Self { store: Store::memory(), now, to, known: Vec::new() }
    }

    fn keeps(&mut self) {
        let (now, letter) = (self.now, Letter::new(Lang::Ja, self.to.clone(), "件名"));
        self.store.write_blocking(now, move |tx| keep(tx, &letter)).unwrap();
        let newest = self.store.read_blocking(now, |r| newest(r, &owner(&self.to))).unwrap().unwrap();
        self.known.push((newest.0, false));
    }

    fn opens(&mut self, at: usize) {
        let (now, to) = (self.now, self.to.clone());
        let Some((id, opened)) = self.known.get_mut(at) else { return };
        *opened |= now < id.ends();
        let id = *id;
        self.store.write_blocking(now, move |tx| open(tx, &to, id)).unwrap();
    }

    fn opens_all(&mut self) {
        let (now, to) = (self.now, self.to.clone());
        self.store.write_blocking(now, move |tx| open_all(tx, &to)).unwrap();
        self.known.iter_mut().for_each(|(id, opened)| *opened |= now < id.ends());
    }

    fn is_swept(&self, limit: usize) {
        let now = self.now;
        self.store.write_blocking(now, move |tx| Sweeper::default().step(tx, &TABLES, limit)?.delete(tx)).unwrap();
    }

    /// The clock is set back, though not so far that an ended copy would be there again.
    fn goes_back(&mut self, days: i64) {
        let then = self.now.plus_days(-days);
        if self.known.iter().all(|(id, _)| id.ends() <= then || self.now < id.ends()) {
            self.now = then;
        }
    }

    /// That the store says of every copy what is known of it, and how many were not opened.
    fn is_as_known(&self) {
        let live = self.known.iter().filter(|(id, _)| self.now < id.ends()).copied().collect::<Vec<_>>();
        let unread = live.iter().filter(|(_, opened)| !opened).count();
        let read = |r: &dyn Reader| {
            let on = on_from(r, &self.to, CopyId::FIRST, 1000)?;
            let mut back = back_from(r, &self.to, CopyId::LAST, 1000)?;
            back.reverse();
            assert_eq!(on, back);
            for (place, (id, copy)) in on.iter().enumerate() {
                assert_eq!(find(r, &self.to, *id)?.as_ref(), Some(copy));
                let mut back = back_from(r, &self.to, *id, 1000)?;
                back.reverse();
                assert_eq!(back, on[..=place]);
            }
            Ok((on.iter().map(|(id, copy)| (*id, copy.opened)).collect(), unopened(r, &self.to)? as usize))
        };
        assert_eq!(self.store.read_blocking(self.now, read), Ok((live, unread)));
        assert_eq!(self.store.read_blocking(self.now, check_counts), Ok(vec![]));
    }
}

#[test]
fn a_copy_is_opened_once_however_often_and_also_after_all_were() {
    let mut hers = Letterbox::new();
    for _ in 0..4 {
        hers.keeps();
    }
    for at in [1, 1, 0, 1] {
        hers.opens(at);
        hers.is_as_known();
    }
    hers.opens_all();
    hers.is_as_known();
    hers.keeps();
    for at in [1, 2, 3, 4, 4] {
        hers.opens(at);
        hers.is_as_known();
    }
}

#[test]
fn check_finds_a_number_that_is_not_that_of_the_unread_copies() {
    let mut hers = Letterbox::new();
    for days in [0, 1, 60] {
        hers.now = hers.now.plus_days(days);
        hers.keeps();
    }
    hers.opens(0);
    hers.is_as_known();
    let (now, key, id) = (hers.now, owner(&hers.to), hers.known[2].0);
    let (_, whole) = hers.store.read_blocking(now, |r| newest(r, &key)).unwrap().unwrap();
    let (mut more, mut fewer) = (whole.clone(), whole.clone());
    more.unopened.add(id);
    fewer.unopened.remove(id);
    for (summary, findings) in
        [(more, 1), (fewer, 1), (Summary { unopened: Counts::NONE, ..whole.clone() }, 1), (whole, 0)]
    {
        hers.store.write_blocking(now, move |tx| amend_newest(tx, &key, |_, all| *all = summary.clone())).unwrap();
        assert_eq!(hers.store.read_blocking(now, check_counts).unwrap().len(), findings);
    }
    hers.store.write_blocking(now, move |tx| COPIES.delete(tx, &(key, id))).unwrap();
    assert_eq!(
        hers.store.read_blocking(now, check_counts).unwrap().len(),
        1,
        "the newest copy is gone with its number"
    );
}

/// What happens to a letterbox. Days pass, or the clock is set back by some; a sweep takes so many rows at most.
#[derive(Clone, Debug)]
enum SmtpStep {
    Keep,
    Open(usize),
    OpenAll,
    Days(i64),
    Back(i64),
    Sweep(usize),
}

fn step() -> impl Strategy<Value = SmtpStep> {
    prop_oneof![
        4 => Just(SmtpStep::Keep),
        4 => (0..12_usize).prop_map(SmtpStep::Open),
        1 => Just(SmtpStep::OpenAll),
        2 => (0..120_i64).prop_map(SmtpStep::Days),
        1 => (0..60_i64).prop_map(SmtpStep::Back),
        1 => (0..4_usize).prop_map(SmtpStep::Sweep),
    ]
}

proptest! {
    #[test]
    fn the_number_is_that_of_the_unread_copies_whatever_happens(steps in prop::collection::vec(step(), 0..40)) {
        let mut hers = Letterbox::new();
        for step in steps {
            match step {
                SmtpStep::Keep => hers.keeps(),
                SmtpStep::Open(at) => hers.opens(at),
                SmtpStep::OpenAll => hers.opens_all(),
                SmtpStep::Days(days) => hers.now = hers.now.plus_days(days),
                SmtpStep::Back(days) => hers.goes_back(days),
                SmtpStep::Sweep(limit) => hers.is_swept(limit),
            }
            hers.is_as_known();
        }
    }
}

proptest! {
    #[test]
    fn i8_an_id_reads_what_it_wrote_and_any_text_is_no_panic(millis in any::<i64>(), text in "\\PC{0,40}") {
        let id = CopyId::at(Moment::from_millis(millis));
        prop_assert_eq!(id.to_string().parse(), Ok(id));
        let _ = text.parse::<CopyId>();
    }
}
