//! How many notices there may be, and what a full board does.

use super::titles;
use crate::harness::clinic::Clinic;
use crate::harness::notices::{publish, publish_in};
use crate::harness::people::HANAKO;
use mypage::lang::Lang;
use mypage::notice::Published;

#[tokio::test]
async fn a_full_board_takes_no_more_until_the_time_of_one_is_over() {
    let clinic = Clinic::new();
    let until = Some(clinic.now().plus_hours(1));
    publish_in(&clinic.floor, Lang::Ja, "short", "# 短い", (None, until)).await;
    for number in 1..50 {
        assert_eq!(publish(&clinic.floor, &format!("n{number}"), "# 長い").await, Published::New);
    }
    assert_eq!(publish(&clinic.floor, "one-more", "# もう一つ").await, Published::Full);
    assert_eq!(publish(&clinic.floor, "n1", "# 変わった").await, Published::Changed, "what is there can change");
    clinic.minutes_pass(60);
    assert_eq!(publish(&clinic.floor, "one-more", "# もう一つ").await, Published::New);
    let page = clinic.signed_in(HANAKO).await.get("/notices").await;
    assert_eq!(titles(&page)[0], "もう一つ");
    assert!(page.has_link("古いものへ"));
}
