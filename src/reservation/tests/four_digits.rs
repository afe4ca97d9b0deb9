use super::*;
use crate::reservation::four_digits::{DigitsProblem, Unproved, prove};

#[test]
fn l8_patience_does_not_guess_the_digits_of_a_visit_that_is_a_year_away() {
    let store = Store::memory();
    let of = booked(&store, &Paper::with(vec![menu("a")]), early(), request("花子", TUESDAY, "9:00")).unwrap();
    let guess = |now: Moment, digits: &'static str| {
        let of = of.clone();
        store.write_blocking(now, move |tx| done(tx, |work| prove(work, &of, digits))).unwrap()
    };
    for round in 0..4 {
        for left in (0..5).rev() {
            let wrong = guess(early().plus_minutes(15 * round), "0000");
            assert_eq!(wrong, Err(Unproved::By(DigitsProblem::Wrong(left))));
        }
    }
    for days in [1, 91, 400] {
        assert_eq!(guess(early().plus_days(days), "5678"), Err(Unproved::Spent), "{days} days later");
    }
}
