use super::fair_queue::{FairQueue, Full, Taken};
use super::*;
use crate::clock::Moment;
use crate::store::Key;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, Params, PasswordHasher};
use std::time::Duration;

#[test]
fn a_token_survives_its_text_and_nothing_else_is_one() {
    let token = Token::mint();
    assert_eq!(Token::parse(&token.text()), Some(token.clone()));
    for bad in ["", "x", &token.text()[1..], &format!("{}A", token.text()), "\u{0}", "あ"] {
        assert_eq!(Token::parse(bad), None, "{bad:?}");
    }
    assert_eq!(format!("{token:?}"), "Token(…)");
}

#[test]
fn a_proof_is_fresh_each_time_and_holds_for_its_token_only() {
    let (token, other) = (Token::mint(), Token::mint());
    let proof = token.proof();
    assert_ne!(proof, token.proof());
    assert!(token.proves(&proof));
    assert!(!other.proves(&proof));
    assert!(!token.proves(""));
    assert!(!token.proves(&proof[..proof.len() - 2]));
}

struct Thing;

type ThingId = Id<Thing>;
type TimedThingId = TimedId<Thing>;

impl InAddress for Thing {}

#[test]
fn an_id_survives_its_text_and_its_row_and_is_its_sixteen_bytes_in_both() {
    let id = ThingId::mint();
    assert_eq!((id.text().len(), ThingId::parse(&id.text())), (22, Some(id)));
    let mut key = Vec::new();
    id.encode(&mut key);
    assert_eq!((key.as_slice(), ThingId::decode(&mut key.as_slice())), (id.bytes().as_slice(), Some(id)));
    let record = rmp_serde::to_vec_named(&id).unwrap();
    assert_eq!(record, rmp_serde::to_vec_named(id.bytes()).unwrap());
    assert_eq!(rmp_serde::from_slice::<ThingId>(&record).unwrap(), id);
    assert!(ThingId::FIRST < id && id < ThingId::LAST && ThingId::mint() != id);
}

#[test]
fn timed_ids_lie_in_the_order_of_their_moments_and_are_random_behind_them() {
    let [earlier, later] =
        [0xff_u64, 0x100].map(|millis| TimedThingId::mint(Moment::from_millis(millis.cast_signed())));
    assert_eq!((&earlier.bytes()[..6], &later.bytes()[..6]), (&[0, 0, 0, 0, 0, 0xff][..], &[0, 0, 0, 0, 1, 0][..]));
    assert!(TimedThingId::FIRST < earlier && earlier < later && later < TimedThingId::LAST);
    let twin = TimedThingId::mint(Moment::from_millis(0x100));
    assert_eq!(twin.bytes()[..6], later.bytes()[..6]);
    assert_ne!(twin.bytes()[6..], later.bytes()[6..]);
    assert_eq!(TimedThingId::mint(Moment::from_millis(-1)).bytes()[..6], [0; 6]);
}

#[test]
fn a_timed_id_survives_its_text_and_its_row() {
    let id = TimedThingId::mint(Moment::from_millis(1_775_005_200_000));
    assert_eq!((id.text().len(), TimedThingId::parse(&id.text())), (30, Some(id)));
    assert_eq!((ThingId::parse(&id.text()), TimedThingId::parse(&ThingId::mint().text())), (None, None));
    let mut key = Vec::new();
    id.encode(&mut key);
    assert_eq!((key.as_slice(), TimedThingId::decode(&mut key.as_slice())), (id.bytes().as_slice(), Some(id)));
    let record = rmp_serde::to_vec_named(&id).unwrap();
    assert_eq!(rmp_serde::from_slice::<TimedThingId>(&record).unwrap(), id);
}

#[tokio::test]
async fn p2_passwords_are_argon2id_with_19_mib_and_two_passes_and_carry_their_parameters() {
    let hasher = Hasher::start(1);
    let phc = hasher.hash("one client", "正しい馬の電池の留め具".into()).await.unwrap();
    let decoded = PasswordHash::new(&phc).unwrap();
    assert_eq!(decoded.algorithm.as_str(), "argon2id");
    let params = Params::try_from(&decoded).unwrap();
    assert!(params.m_cost() >= 19 * 1024 && params.t_cost() >= 2 && params.p_cost() == 1);
    let ask = |password: &str| hasher.verify("one client", password.into(), Some(phc.clone()));
    assert_eq!(ask("正しい馬の電池の留め具").await, Ok(PasswordCheck::Right));
    assert_eq!(ask("正しい馬の電池の留め金").await, Ok(PasswordCheck::Wrong));
    assert_eq!(hasher.verify("one client", "x".into(), None).await, Ok(PasswordCheck::Wrong));
    assert_eq!(hasher.verify("one client", "x".into(), Some("garbage".into())).await, Ok(PasswordCheck::Wrong));
}

#[tokio::test]
async fn p2_a_hash_with_weaker_parameters_is_recognised() {
    let weak =
        Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, Params::new(8 * 1024, 1, 1, None).unwrap());
    let phc = weak.hash_password_with_salt(b"an old password", &random_bytes::<16>()).unwrap().to_string();
    let hasher = Hasher::start(1);
    assert_eq!(hasher.verify("one client", "an old password".into(), Some(phc)).await, Ok(PasswordCheck::RightButWeak));
}

#[tokio::test]
async fn p3_more_than_the_queue_holds_is_refused_at_once() {
    let hasher = Hasher::start(1);
    let many = (0..500).map(|_| {
        let hasher = hasher.clone();
        tokio::spawn(async move { hasher.verify("one client", "x".into(), None).await })
    });
    let mut refused = 0;
    for one in many.collect::<Vec<_>>() {
        refused += usize::from(one.await.unwrap() == Err(Busy));
    }
    assert!((1..=500 - 64).contains(&refused), "{refused}");
}

#[test]
fn clients_take_turns_and_nobody_is_kept_out_by_who_has_more_in_the_queue() {
    let queue = FairQueue::of(4);
    for job in ["a1", "a2", "a3", "a4"] {
        assert_eq!(queue.push(1, job), Ok(()));
    }
    assert_eq!(queue.push(1, "a5"), Err(Full));
    assert_eq!(queue.push(2, "b1"), Ok(()), "a4 makes way");
    assert_eq!(queue.push(2, "b2"), Ok(()), "a3 makes way");
    assert_eq!(queue.push(2, "b3"), Err(Full), "each has two");
    assert_eq!(queue.push(3, "c1"), Ok(()), "one of the two has one left");
    let take = || match queue.take(Duration::ZERO) {
        Taken::Job(job) => Some(job),
        Taken::Nothing | Taken::Closed => None,
    };
    let served: Vec<_> = std::iter::from_fn(take).collect();
    assert_eq!(served.len(), 4);
    assert_eq!((served[0], served[1], served[2]), ("a1", "b1", "c1"), "{served:?}");
}

#[tokio::test]
async fn two_clients_that_fill_the_queue_hold_up_nobody_else() {
    let hasher = Hasher::start(1);
    let floods: Vec<_> = (0..200)
        .map(|job| {
            let hasher = hasher.clone();
            tokio::spawn(async move { hasher.verify(job % 2, "x".into(), None).await })
        })
        .collect();
    while hasher.hashes() < 64 {
        tokio::task::yield_now().await;
    }
    for client in 10..30 {
        assert_eq!(hasher.verify(client, "x".into(), None).await, Ok(PasswordCheck::Wrong), "client {client}");
    }
    for flood in floods {
        let _ = flood.await.unwrap();
    }
}

#[test]
fn a_mark_is_the_same_for_one_token_and_text_and_says_neither() {
    let (one, other) = (Token::mint(), Token::mint());
    assert_eq!(one.mark("release"), one.mark("release"));
    assert_ne!(one.mark("release"), one.mark("next release"));
    assert_ne!(one.mark("release"), other.mark("release"));
    assert!(!one.proves(&one.mark("release")) && one.mark("release").len() == 12);
}
