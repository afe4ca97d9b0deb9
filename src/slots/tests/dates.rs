//! B5: days on which calendars go wrong.

use super::*;
use crate::clinic::{Age, AgeRange};
use crate::lang::Lang;
use crate::slots::WhyClosed;
use crate::slots::availability::Client;
use crate::slots::words;

fn reason(paper: &Paper, now: Moment, on: Date) -> Option<Reason> {
    day(paper.offer(), None, now, on, &Taken::default()).reason
}

#[test]
fn b5_the_29th_of_february_is_a_day_like_others() {
    let mut paper = Paper::with(vec![menu("naika")]);
    paper.menus[0].opens = Opens { days: 365, at: time("0:00") };
    let leap = date!(2028 - 02 - 29);
    assert_eq!(reason(&paper, at(date!(2028 - 02 - 28), "20:00"), leap), None);
    assert_eq!(reason(&paper, at(date!(2027 - 03 - 01), "0:00"), leap), None, "365 days before");
    let opens = at(date!(2027 - 03 - 01), "0:00");
    let before = Moment::from_millis(opens.millis() - 1);
    assert_eq!(reason(&paper, before, leap), Some(Reason::NotYetOpen(opens)));
    assert_eq!(leap.next_day(), Some(date!(2028 - 03 - 01)));
}

#[test]
fn b5_who_was_born_on_the_29th_of_february_gets_older_on_the_first_of_march() {
    let mut paper = Paper::with(vec![menu("yobou")]);
    let ages = AgeRange { from: Some(Age::Years(15)), ..AgeRange::default() };
    paper.menus[0].ages = ages;
    let client = Some(Client { birth_date: Some(date!(2012 - 02 - 29)), coming: 0, visits: Vec::new() });
    let plan = |on| day(paper.offer(), client.clone(), at(date!(2027 - 02 - 15), "9:00"), on, &Taken::default()).reason;
    assert_eq!(plan(date!(2027 - 02 - 26)), Some(Reason::Age(ages)));
    assert_eq!(plan(date!(2027 - 03 - 01)), None);
}

#[test]
fn b5_over_new_year_days_are_counted_through() {
    let mut paper = Paper::with(vec![menu("naika")]);
    paper.clinic.closures.push(closed(date!(2026 - 12 - 29), date!(2027 - 01 - 03), None, Some("年末年始")));
    paper.menus[0].opens = Opens { days: 7, at: time("9:00") };
    paper.menus[0].closes = Deadline::AtClock { days: 5, at: time("12:00") };
    let monday = date!(2027 - 01 - 04);
    let opens = at(date!(2026 - 12 - 28), "9:00");
    assert_eq!(reason(&paper, at(date!(2026 - 12 - 28), "8:59"), monday), Some(Reason::NotYetOpen(opens)));
    assert_eq!(reason(&paper, opens, monday), None);
    assert_eq!(reason(&paper, at(date!(2026 - 12 - 30), "11:59"), monday), None);
    assert_eq!(reason(&paper, at(date!(2026 - 12 - 30), "12:00"), monday), Some(Reason::Over));
    let eve = reason(&paper, opens, date!(2026 - 12 - 31));
    assert_eq!(eve, Some(Reason::Closed(Some(WhyClosed { ja: "年末年始".to_owned(), en: None }))));
}

#[test]
fn b5_a_day_begins_at_midnight_in_japan() {
    let mut paper = Paper::with(vec![Menu { hours: Some(vec![band("0:00", "2:00")]), ..menu("yakan") }]);
    paper.menus[0].opens = Opens { days: 0, at: time("0:00") };
    // 2026-11-24 0:00 in Japan is 15:00 on the 23rd in UTC.
    let midnight = Moment::from_millis(1_795_446_000_000);
    let before = Moment::from_millis(midnight.millis() - 1);
    assert_eq!((before.jst_date(), midnight.jst_date()), (date!(2026 - 11 - 23), TUESDAY));
    assert_eq!(reason(&paper, before, TUESDAY), Some(Reason::NotYetOpen(midnight)));
    let plan = day(paper.offer(), None, midnight, TUESDAY, &Taken::default());
    assert_eq!(plan.slots[0].places, Err(Reason::Over), "0:00 has begun");
    assert_eq!(plan.free().next().map(|(start, _)| start), Some(time("0:30")));
}

#[test]
fn b5_a_week_of_holidays_is_closed_with_their_names() {
    let paper = Paper::with(vec![menu("naika")]);
    let now = at(date!(2026 - 09 - 01), "9:00");
    let names = |days: &[Date]| -> Vec<String> {
        let reasons = days.iter().map(|on| reason(&paper, now, *on));
        reasons
            .map(|reason| if let Some(Reason::Holiday(name)) = reason { name.0.to_owned() } else { String::new() })
            .collect()
    };
    let silver = [date!(2026 - 09 - 21), date!(2026 - 09 - 22), date!(2026 - 09 - 23), date!(2026 - 09 - 24)];
    assert_eq!(names(&silver), ["敬老の日", "国民の休日", "秋分の日", ""]);
    let golden = [date!(2026 - 05 - 04), date!(2026 - 05 - 05), date!(2026 - 05 - 06), date!(2026 - 05 - 07)];
    assert_eq!(names(&golden), ["みどりの日", "こどもの日", "振替休日", ""]);
}

#[test]
fn b5_by_law_a_menu_begins_on_the_day_before_the_birthday_and_says_so() {
    let ages = AgeRange { from: Some(Age::Months(12)), to: Some(Age::Years(12)), by_law: true };
    let words = |lang, ages: &AgeRange| (words::of(lang).ages)(ages);
    assert_eq!(words(Lang::Ja, &ages), "1歳の誕生日の前日から12歳まで");
    assert_eq!(words(Lang::En, &ages), "1 year (from the day before) to 12 years");
    let old = AgeRange { from: Some(Age::Years(65)), to: None, by_law: true };
    assert_eq!(words(Lang::Ja, &old), "65歳の誕生日の前日から");
    assert_eq!(words(Lang::En, &old), "65 years and over (from the day before)");
    let said = (words::of(Lang::Ja).sentence)(&Reason::Age(ages));
    assert_eq!(said, "この診療メニューは、1歳の誕生日の前日から12歳までの方が対象です");
    let mut paper = Paper::with(vec![menu("yobou")]);
    paper.menus[0].ages = ages;
    let born = |birth_date| Some(Client { birth_date: Some(birth_date), coming: 0, visits: Vec::new() });
    let free = |birth_date| day(paper.offer(), born(birth_date), early(), TUESDAY, &Taken::default()).reason;
    assert_eq!(free(date!(2025 - 11 - 25)), None, "the day before");
    assert_eq!(free(date!(2025 - 11 - 26)), Some(Reason::Age(ages)));
}
