//! Any clinic that a file can hold, for properties.

use crate::clinic::*;
use crate::lang::typed::clean;
use crate::person::{Phone, PostalCode};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use time::{Date, Duration, Weekday};

const DAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// A line that the reader keeps as it is, with what is special in TOML in it.
fn line() -> impl Strategy<Value = String> {
    let text = "[ぁ-んァ-ヶ一-龠a-zA-Z0-9\"'\\\\#{}\\[\\]=.,:🌸é ]{0,20}[あ-んa-z\"\\\\]";
    text.prop_map(|text| text.trim().to_owned()).prop_filter("as it is", |text| clean(text, 30).as_ref() == Ok(text))
}

fn text() -> impl Strategy<Value = String> {
    (line(), vec(prop_oneof![line(), Just(String::new())], 0..4), line())
        .prop_map(|(first, between, last)| [vec![first], between, vec![last]].concat().join("\n"))
}

fn any_text() -> impl Strategy<Value = Option<String>> {
    of(prop_oneof![line(), text()])
}

fn slug() -> impl Strategy<Value = String> {
    "[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?"
}

fn time() -> impl Strategy<Value = TimeOfDay> {
    (0..=1440_u16).prop_map(|minutes| TimeOfDay::of_minutes(minutes).unwrap())
}

fn span() -> impl Strategy<Value = (TimeOfDay, TimeOfDay)> {
    (0..1440_u16, 1..=1440_u16).prop_map(|(one, other)| {
        let (from, until) = (one.min(other - 1), other.max(one + 1));
        (TimeOfDay::of_minutes(from).unwrap(), TimeOfDay::of_minutes(until).unwrap())
    })
}

fn day() -> impl Strategy<Value = Date> {
    (0..73_000_i64).prop_map(|days| time::macros::date!(2000 - 01 - 01) + Duration::days(days))
}

fn days() -> impl Strategy<Value = (Date, Date)> {
    (day(), 0..40_i64).prop_map(|(from, days)| (from, from + Duration::days(days)))
}

fn band() -> impl Strategy<Value = Band> {
    (subsequence(DAYS.to_vec(), 1..=7), span()).prop_map(|(days, (from, until))| Band { days, from, until })
}

fn opening() -> impl Strategy<Value = Opening> {
    (band(), any::<bool>()).prop_map(|(band, last)| Opening { last_reception: last.then_some(band.from), band })
}

fn closed_days() -> impl Strategy<Value = ClosedDays> {
    prop_oneof![
        select(DAYS.to_vec()).prop_map(ClosedDays::Weekly),
        (select(DAYS.to_vec()), subsequence(vec![1, 2, 3, 4, 5], 1..=5))
            .prop_map(|(weekday, nth)| ClosedDays::Nth { weekday, nth }),
        Just(ClosedDays::Holidays),
        days().prop_map(|(from, until)| ClosedDays::Span { from, until }),
    ]
}

fn closure() -> impl Strategy<Value = Closure> {
    (closed_days(), of(span()), of(line()), of(line())).prop_map(|(days, part, reason, english)| Closure {
        days,
        part,
        reason_in_english: english.filter(|_| reason.is_some()),
        reason,
    })
}

fn deadline() -> impl Strategy<Value = Deadline> {
    prop_oneof![
        (0..525_600_u32).prop_map(|minutes| Deadline::Before { minutes }),
        (0..8_760_u32).prop_map(|hours| Deadline::Before { minutes: hours * 60 }),
        (0..=365_u32).prop_map(|days| Deadline::Before { minutes: days * 1440 }),
        (0..=365_u16, time()).prop_map(|(days, at)| Deadline::AtClock { days, at }),
    ]
}

fn age() -> impl Strategy<Value = Age> {
    prop_oneof![(0..=125_u8).prop_map(Age::Years), (0..=1500_u16).prop_map(Age::Months)]
}

fn ages() -> impl Strategy<Value = AgeRange> {
    (of(age()), of(age()), any::<bool>())
        .prop_map(|(from, to, by_law)| AgeRange { from, to, by_law: by_law && from.is_some() })
        .prop_filter("somebody is of these ages", |ages| !ages.is_empty())
}

/// A menu without its place, and without what it shares.
fn menu() -> impl Strategy<Value = Menu> {
    let named = (slug(), line(), any_text(), of(line()), any_text(), any_text());
    let kinds = (
        select(vec![Insurance::Insured, Insurance::Private, Insurance::Public]),
        select(vec![Visits::First, Visits::Return, Visits::Both]),
        select(vec![Audience::Patients, Audience::Staff]),
        any::<bool>(),
        (any::<bool>(), of(0..=18_u8)),
    );
    let sizes = (1..=1440_u16, 0..=1440_u16, 0..=1440_u16, of(1..=1440_u16), 1..=1000_u16, of(1..=10_000_u32));
    let when = (of(vec(band(), 0..3)), of(days()), (0..=365_u16, time()), deadline(), deadline(), deadline());
    let texts = (of(line()), any_text(), any_text());
    let person = (of(1..=100_u16), of(1..=365_u16), of(slug()));
    (named, kinds, sizes, when, ages(), person, texts).prop_map(|(named, kinds, sizes, when, ages, person, texts)| {
        Menu {
            id: MenuId::parse(&named.0).unwrap(),
            order: 0,
            name: named.1,
            en: MenuInEnglish {
                name: texts.0,
                description: texts.1.filter(|_| named.2.is_some()),
                preparation: texts.2.filter(|_| named.4.is_some()),
                ..MenuInEnglish::default()
            },
            description: named.2,
            department: named.3,
            preparation: named.4,
            bring: named.5,
            insurance: kinds.0,
            visits: kinds.1,
            audience: kinds.2,
            group_booking: kinds.3,
            self_only: kinds.4.0,
            guardian_under: kinds.4.1,
            minutes: sizes.0,
            buffer_before: sizes.1,
            buffer_after: sizes.2,
            every: sizes.3,
            places: sizes.4,
            places_per_day: sizes.5,
            pool: None,
            choose_unit: false,
            hours: when.0,
            valid_from: when.1.map(|(from, _)| from),
            valid_until: when.1.map(|(_, until)| until),
            opens: Opens { days: when.2.0, at: when.2.1 },
            closes: when.3,
            cancel_until: when.4,
            change_until: when.5,
            ages,
            open_limit: person.0,
            minimum_interval_days: person.1,
            series: person.2.and_then(|id| SeriesId::parse(&id)),
        }
    })
}

fn site() -> impl Strategy<Value = ClinicSite> {
    let url = of(Just("https://maps.example/?q=1&r=あ#x".to_owned()));
    (of(0..10_000_000_u32), line(), any_text(), url, any_text()).prop_map(
        |(code, address, access, map_url, parking)| ClinicSite {
            postal_code: code.and_then(|code| PostalCode::parse(&format!("{code:07}")).unwrap()),
            address,
            access,
            map_url,
            parking,
        },
    )
}

fn bare_clinic() -> impl Strategy<Value = Clinic> {
    let named = (slug(), line(), line(), of(line()), vec(line(), 0..3), site());
    let rules = (vec(opening(), 0..4), vec(closure(), 0..5), vec(line(), 0..3), vec(line(), 0..3));
    let texts = (any_text(), any_text(), any_text(), any_text());
    let english = (of(line()), vec(line(), 0..3), any_text());
    let policy = (any::<bool>(), 0..=30_u16, of((0..=30_u16, time())), 0..=30_u16, of(1..=18_u8));
    (named, "0[1-9]-[0-9]{4}-[0-9]{4}", rules, texts, policy, english)
        .prop_filter("a number of ten digits", |(_, phone, ..)| Phone::parse(phone).is_ok())
        .prop_map(|(named, phone, rules, texts, policy, english)| Clinic {
            colour: Colour::parse("#1f6f8B").filter(|_| policy.0),
            logo: Some(PictureFile { file: "logo.png".to_owned(), picture: None }).filter(|_| policy.0),
            photo: Some(PictureFile { file: "photo.jpg".to_owned(), picture: None }).filter(|_| !policy.0),
            en: ClinicInEnglish {
                name: english.0,
                departments: if named.4.is_empty() { Vec::new() } else { english.1 },
                announcement: english.2.filter(|_| texts.1.is_some()),
                ..ClinicInEnglish::default()
            },
            id: ClinicId::parse(&named.0).unwrap(),
            name: named.1,
            kana: named.2,
            director: named.3,
            departments: named.4,
            site: named.5,
            phone: Phone::parse(&phone).unwrap(),
            fax: Phone::parse("0120-000-000").ok().filter(|_| policy.0),
            web_site: None,
            hours: rules.0,
            closures: rules.1,
            languages: rules.2,
            payment: rules.3,
            barrier_free: texts.0,
            announcement: texts.1,
            booking_notes: texts.2,
            cancellation_policy: texts.3,
            booking: BookingPolicy {
                guest_code: policy.0,
                hold_minutes: policy.1,
                reminder: policy.2.map(|(days, at)| Reminder { days, at }),
                group_gap_minutes: policy.3,
                date_in_subject: policy.0,
                guardian_under: policy.4,
            },
            pools: Vec::new(),
        })
}

/// A pool, with the units of which patients may choose one where it has any.
fn pool() -> impl Strategy<Value = Pool> {
    let units = vec(line(), 0..4).prop_map(|names| {
        let distinct: std::collections::BTreeSet<String> =
            names.into_iter().map(|name| name.chars().take(20).collect::<String>().trim().to_owned()).collect();
        distinct.into_iter().filter(|name| clean(name, 20).as_ref() == Ok(name)).map(UnitName::new).collect::<Vec<_>>()
    });
    let days_off = vec((closed_days(), of(span()), any::<prop::sample::Index>()), 0..3);
    (slug(), 1..=1000_u16, of(line()), units, days_off).prop_map(|(id, places, name, units, days_off)| {
        let day_off = |(days, part, at): (ClosedDays, _, prop::sample::Index)| {
            (!units.is_empty()).then(|| DayOff { unit: at.get(&units).clone(), days, part })
        };
        let days_off = days_off.into_iter().filter_map(day_off).collect();
        Pool { id: PoolId::parse(&id).unwrap(), places, name, units, days_off }
    })
}

/// A clinic with its menus in their order, some of which share a pool.
pub(super) fn clinic() -> impl Strategy<Value = (Clinic, Vec<Menu>)> {
    (bare_clinic(), vec((menu(), any::<bool>()), 0..4), of(pool())).prop_map(|(mut clinic, menus, pool)| {
        clinic.pools = pool.clone().into_iter().collect();
        let numbered = (0..).zip(menus).map(|(order, (menu, shares))| Menu {
            id: MenuId::parse(&format!("{}-{order}", menu.id)).unwrap(),
            order,
            pool: pool.as_ref().filter(|_| shares).map(|pool| pool.id.clone()),
            choose_unit: shares && pool.as_ref().is_some_and(|pool| !pool.units.is_empty()),
            ..menu
        });
        let menus = numbered.collect();
        (clinic, menus)
    })
}
