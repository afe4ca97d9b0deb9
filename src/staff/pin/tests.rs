use super::{PinProblem, chosen, digits};

#[test]
fn p10_a_pin_has_six_digits_and_is_none_of_those_that_are_tried_first() {
    for typed in ["482917", "４８２９１７", " 482 917 ", "100200", "112358"] {
        assert!(chosen(typed).is_ok(), "{typed:?}");
    }
    for typed in ["", "48291", "4829170", "48291a", "四八二九一七"] {
        assert_eq!(chosen(typed), Err(PinProblem::NotSixDigits), "{typed:?}");
    }
    for typed in ["000000", "999999", "123456", "654321", "890123", "210987", "135791", "121212", "123123", "112233"] {
        assert_eq!(chosen(typed), Err(PinProblem::Trivial), "{typed:?}");
    }
}

#[test]
fn a_pin_may_be_typed_in_full_width() {
    assert_eq!(digits("４８２ 917"), "482917");
}
