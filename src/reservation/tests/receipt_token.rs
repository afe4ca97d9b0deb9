use super::*;
use crate::reservation::ReceiptToken;

#[test]
fn a_receipt_token_survives_its_text_and_nothing_else_is_one() {
    for now in [Moment::from_millis(0), Moment::from_millis(255), early(), Moment::from_millis((1 << 48) - 1)] {
        let token = ReceiptToken::mint(now);
        let text = token.text();
        assert_eq!((text.len(), ReceiptToken::parse(&text)), (51, Some(token.clone())));
        assert_eq!(ReceiptToken::parse(&text).unwrap().key().0, now);
        for bad in ["", "x", &text[1..], &text[8..], &text[..8], &format!("{text}A"), "\u{0}", "あいう"] {
            assert_eq!(ReceiptToken::parse(bad), None, "{bad:?}");
        }
    }
}

#[test]
fn keys_of_receipt_tokens_are_ordered_by_their_moments_and_the_secret_is_new_each_time() {
    let now = early();
    let [first, twin, later] = [now, now, now.plus_seconds(1)].map(|now| ReceiptToken::mint(now).key());
    assert!(first < later && twin < later && first != twin);
}
