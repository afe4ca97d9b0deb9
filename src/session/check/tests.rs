use super::*;
use crate::clock::Moment;
use crate::secret::TokenHash;
use crate::session::{Lifetime, NewSession, SessionKind, Stay, SubjectId, UserAgent, start};
use crate::store::{Store, Tx};
use crate::work::Actor;

const NOW: Moment = Moment::from_millis(0);
const DAY: Lifetime = Lifetime { unused_minutes: 24 * 60, in_all_minutes: None };
const KIND: SessionKind = SessionKind {
    name: "desk",
    actor: Actor::Staff,
    cookie: "desk",
    on_device: DAY,
    in_browser: DAY,
    most: 5,
    sign_in: str::to_owned,
};

type Damage = fn(&mut Tx<'_>, SubjectId, TokenHash) -> Result<()>;

fn key(name: &str) -> TokenHash {
    TokenHash::of_text(name)
}

/// The findings at a moment after some damage to one of three sessions of two subjects.
fn found(at: Moment, damage: Damage) -> Vec<String> {
    let (store, [one, other]) = (Store::memory(), [SubjectId::mint(), SubjectId::mint()]);
    let begin = move |tx: &mut Tx<'_>| {
        [(one, "a"), (one, "b"), (other, "c")].iter().try_for_each(|(subject, name)| {
            let new =
                NewSession { kind: &KIND, subject: *subject, stay: Stay::OnDevice, user_agent: UserAgent::default() };
            start(tx, &new, &key("nobody"), key(name))
        })
    };
    store.write_blocking(NOW, begin).unwrap();
    assert_eq!(store.read_blocking(NOW, check_index).unwrap(), []);
    store.write_blocking(NOW, move |tx| damage(tx, one, key("a"))).unwrap();
    store.read_blocking(at, check_index).unwrap().iter().map(Finding::to_string).collect()
}

const LACKS: &str = "session-by-subject: lacks a session, which its owner does not see and cannot end";
const NAMES: &str = "session-by-subject: names a session that is not there, is somebody else's or ends at another time";

#[test]
fn check_finds_a_session_that_the_index_lacks_and_what_the_index_should_not_hold() {
    let cases: [(&[&str], Damage); 4] = [
        (&[LACKS], |tx, one, key| BY_SUBJECT.delete(tx, &(one, key))),
        (&[LACKS, NAMES], |tx, one, key| BY_SUBJECT.put(tx, &(one, key), (), NOW.plus_days(2))),
        (&[NAMES], |tx, _, key| SESSIONS.delete(tx, &key)),
        (&[NAMES], |tx, _, key| BY_SUBJECT.put(tx, &(SubjectId::mint(), key), (), NOW.plus_days(1))),
    ];
    for (findings, damage) in cases {
        assert_eq!(found(NOW, damage), findings);
    }
}

#[test]
fn what_has_ended_and_is_half_swept_is_no_finding() {
    let none: [&str; 0] = [];
    assert_eq!(found(NOW.plus_days(1), |tx, _, key| SESSIONS.delete(tx, &key)), none);
    assert_eq!(found(NOW.plus_days(1), |tx, one, key| BY_SUBJECT.delete(tx, &(one, key))), none);
}
