use super::*;
use crate::booking::code::Code;
use crate::secret::Token;

fn sent(visitor: &Token, code: &str) -> Code {
    Code::sent(early(), visitor, EmailAddress::parse("hanako@example.jp").unwrap(), code)
}

#[test]
fn a_code_is_six_digits_each_time_anew() {
    let codes: std::collections::BTreeSet<String> = (0..200).map(|_| Code::mint()).collect();
    assert!(codes.iter().all(|code| code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit())));
    assert!(codes.len() > 190);
}

#[test]
fn the_right_code_is_taken_within_ten_minutes() {
    let visitor = Token::mint();
    let last = Moment::from_millis(early().plus_minutes(10).millis() - 1);
    assert!(sent(&visitor, "012345").try_out(last, &visitor, "012345"));
    let mut late = sent(&visitor, "012345");
    assert!(!late.try_out(early().plus_minutes(10), &visitor, "012345"));
    assert!(!late.is_live(early().plus_minutes(10)));
    assert_eq!(late.address().as_str(), "hanako@example.jp");
}

#[test]
fn after_five_wrong_ones_the_right_one_is_refused() {
    let (visitor, mut code) = (Token::mint(), sent(&Token::mint(), "000000"));
    assert!(!code.try_out(early(), &visitor, "000000"), "in another browser it is a wrong one");
    for left in [3, 2, 1] {
        assert!(!code.try_out(early(), &visitor, "999999"));
        assert_eq!(code.tries_left(), left);
    }
    let mut code = sent(&visitor, "000000");
    (0..4).for_each(|_| assert!(!code.try_out(early(), &visitor, "000001")));
    assert!(code.clone().try_out(early(), &visitor, "000000"), "the fifth may be right");
    assert!(!code.try_out(early(), &visitor, "000001"));
    assert_eq!((code.is_live(early()), code.tries_left()), (false, 0));
    assert!(!code.try_out(early(), &visitor, "000000"));
}
