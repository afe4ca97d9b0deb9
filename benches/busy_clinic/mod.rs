//! A busy clinic, as both measurements have it.

use mypage::clinic::{
    AgeRange, Audience, Band, BookingPolicy, Clinic, ClinicId, ClinicInEnglish, ClinicSite, ClosedDays, Closure,
    Deadline, Insurance, Menu, MenuId, MenuInEnglish, Opens, Pool, PoolId, TimeOfDay, Visits,
};
use mypage::lang::Lang;
use mypage::mail::EmailAddress;
use mypage::person::{Address, Name, Person, Phone, Sex};
use mypage::reservation::Attendee;
use time::Weekday;
use time::macros::date;

pub fn time(hour: u16) -> TimeOfDay {
    TimeOfDay::of_hour(hour)
}

pub fn clinic() -> Clinic {
    Clinic {
        id: ClinicId::parse("sakura").unwrap(),
        name: "さくら総合クリニック".to_owned(),
        kana: "サクラソウゴウクリニック".to_owned(),
        director: None,
        departments: Vec::new(),
        site: ClinicSite {
            postal_code: None,
            address: "東京都".to_owned(),
            access: None,
            map_url: None,
            parking: None,
        },
        phone: Phone::parse("03-1111-2222").unwrap(),
        fax: None,
        web_site: None,
        hours: Vec::new(),
        closures: vec![Closure {
            days: ClosedDays::Holidays,
            part: Some((time(13), time(15))),
            reason: None,
            reason_in_english: None,
        }],
        languages: Vec::new(),
        barrier_free: None,
        payment: Vec::new(),
        announcement: None,
        booking_notes: None,
        cancellation_policy: None,
        booking: BookingPolicy::default(),
        pools: vec![Pool::of(PoolId::parse("rooms").unwrap(), 12)],
        en: ClinicInEnglish::default(),
        colour: None,
        logo: None,
        photo: None,
    }
}

/// Half of the menus share the rooms; all have a slot every quarter of an hour, from 8 to 13 and from 14 to 20.
pub fn menu(number: u32) -> Menu {
    let band = |from, until| {
        use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
        let days = vec![Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday];
        Band { days, from: time(from), until: time(until) }
    };
    Menu {
        id: MenuId::parse(&format!("menu-{number}")).unwrap(),
        order: number,
        name: format!("メニュー{number}"),
        description: None,
        department: None,
        insurance: Insurance::Insured,
        visits: Visits::Both,
        minutes: 30,
        buffer_before: 0,
        buffer_after: 10,
        every: Some(15),
        places: 3,
        places_per_day: Some(60),
        pool: PoolId::parse("rooms").filter(|_| number.is_multiple_of(2)),
        choose_unit: false,
        hours: Some(vec![band(8, 13), band(14, 20)]),
        valid_from: None,
        valid_until: None,
        audience: Audience::Patients,
        group_booking: true,
        self_only: false,
        guardian_under: None,
        opens: Opens { days: 60, at: time(0) },
        closes: Deadline::Before { minutes: 60 },
        cancel_until: Deadline::Before { minutes: 60 },
        change_until: Deadline::Before { minutes: 60 },
        ages: AgeRange::default(),
        open_limit: Some(100),
        minimum_interval_days: None,
        series: None,
        preparation: None,
        bring: None,
        en: MenuInEnglish::default(),
    }
}

pub fn visitor(number: usize) -> Attendee {
    let person = Person {
        name: Name { family: "山田".to_owned(), given: format!("{number}") },
        kana: Name { family: "ヤマダ".to_owned(), given: format!("ハナコ{number}") },
        birth_date: date!(1988 - 02 - 03),
        sex: Sex::Other,
        postal_code: None,
        address: Address::default(),
        phone: Phone::parse("090-1234-5678").unwrap(),
    };
    Attendee {
        person: person.into(),
        person_id: None,
        chart_number: None,
        address: Some(EmailAddress::parse("hanako@example.jp").unwrap()),
        lang: Lang::Ja,
        relation: None,
    }
}
