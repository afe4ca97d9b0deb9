//! A6: references come from the system's randomness, are wide enough, and never meet.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use mypage::clock::Moment;
use mypage::reservation::ReservationId;
use mypage::secret::Token;
use mypage::slots::BookingKey;
use mypage::store::Key;
use std::collections::HashSet;

const MANY: usize = 1_000_000;
const NOW: Moment = Moment::from_millis(1_775_005_200_000);

fn bytes<K: Key>(key: &K) -> Vec<u8> {
    let mut out = Vec::new();
    key.encode(&mut out);
    out
}

/// Mints a million and looks at each bit: one that is not random would be set too often or too rarely.
fn mint<const N: usize>(mint: impl Fn() -> [u8; N]) {
    let (mut seen, mut set) = (HashSet::with_capacity(MANY), vec![0_usize; N * 8]);
    for _ in 0..MANY {
        let minted = mint();
        for (at, count) in set.iter_mut().enumerate() {
            *count += usize::from(minted[at / 8] >> (at % 8) & 1);
        }
        assert!(seen.insert(minted), "two are the same");
    }
    assert!(N * 8 >= 128);
    // Half a million, give or take ten standard deviations of 500.
    assert!(set.iter().all(|count| (495_000..505_000).contains(count)), "{set:?}");
}

#[test]
fn a6_a_million_references_of_reservations_never_meet() {
    // Behind the six bytes of the moment.
    mint::<16>(|| bytes(&ReservationId::mint(NOW))[6..].try_into().unwrap());
}

#[test]
fn a6_a_million_keys_of_bookings_never_meet() {
    mint::<16>(|| bytes(&BookingKey::mint()).try_into().unwrap());
}

#[test]
fn a6_a_million_tokens_never_meet() {
    // The token itself: its hash looks random whatever is hashed.
    mint::<32>(|| URL_SAFE_NO_PAD.decode(Token::mint().text()).unwrap().try_into().unwrap());
}

#[test]
fn a6_a_reference_reads_back_what_it_wrote_and_nothing_else() {
    let id = ReservationId::mint(NOW);
    assert_eq!((id.text().len(), ReservationId::parse(&id.text())), (30, Some(id)));
    let key = BookingKey::mint();
    assert_eq!(BookingKey::parse(&key.text()), Some(key));
    let short = id.text()[..29].to_owned();
    for text in [
        "",
        "1",
        short.as_str(),
        &format!("{}A", id.text()),
        "../../../../etc/passwd",
        "あああああああ",
        "======================",
    ] {
        assert_eq!((ReservationId::parse(text), BookingKey::parse(text)), (None, None), "{text}");
    }
}
