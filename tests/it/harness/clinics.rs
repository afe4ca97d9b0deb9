//! A clinic to book at, put into the store without a file.
//!
//! Monday to Friday 9:00 to 12:00 and 14:00 to 18:00, Saturday 9:00 to 12:00, closed on Sundays and national holidays.

use mypage::clinic::picture::Picture;
use mypage::clinic::{
    Age, AgeRange, Audience, Band, BookingPolicy, Clinic, ClinicId, ClinicInEnglish, ClinicSite, ClosedDays, Closure,
    DayOff, Deadline, Insurance, Menu, MenuId, MenuInEnglish, Opening, Opens, PictureFile, Pool, PoolId, TimeOfDay,
    UnitName, Visits, path, pictures, rows,
};
use mypage::person::{Phone, PostalCode};
use mypage::web::Floor;
use std::sync::Arc;
use time::Weekday;

pub const SAKURA: &str = "sakura";
/// 30 minutes, two at a time, both visits, until an hour before.
pub const GENERAL: &str = "naika";
/// For children of 2 months to 15 years, one open reservation each, five a day.
pub const VACCINE: &str = "yobou";
/// An hour on one of two chairs.
pub const CHECK_UP: &str = "kenshin";
/// Half an hour on the same chairs, ten minutes to clean up after it.
pub const CLEANING: &str = "cleaning";
/// For the staff to book.
pub const STAFF_ONLY: &str = "naibu";

pub fn time(text: &str) -> TimeOfDay {
    TimeOfDay::parse(text).expect("a time")
}

fn band(days: &[Weekday], from: &str, until: &str) -> Band {
    Band { days: days.to_vec(), from: time(from), until: time(until) }
}

const WEEK: [Weekday; 5] = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

/// A menu of 30 minutes with two places, bookable 60 days ahead until an hour before.
pub fn menu(id: &str, name: &str, order: u32) -> Menu {
    let day_before = Deadline::AtClock { days: 1, at: time("18:00") };
    Menu {
        id: MenuId::parse(id).expect("an id"),
        order,
        name: name.to_owned(),
        description: None,
        department: Some("内科".to_owned()),
        insurance: Insurance::Insured,
        visits: Visits::Both,
        minutes: 30,
        buffer_before: 0,
        buffer_after: 0,
        every: None,
        places: 2,
        places_per_day: None,
        pool: None,
        choose_unit: false,
        hours: None,
        valid_from: None,
        valid_until: None,
        audience: Audience::Patients,
        group_booking: true,
        self_only: false,
        guardian_under: None,
        opens: Opens { days: 60, at: time("0:00") },
        closes: Deadline::Before { minutes: 60 },
        cancel_until: day_before,
        change_until: day_before,
        ages: AgeRange::default(),
        open_limit: None,
        minimum_interval_days: None,
        series: None,
        preparation: None,
        bring: Some("保険証またはマイナンバーカード".to_owned()),
        en: MenuInEnglish::default(),
    }
}

pub fn menus() -> Vec<Menu> {
    let chairs = PoolId::parse("chairs");
    vec![
        menu(GENERAL, "一般内科", 0),
        Menu {
            minutes: 15,
            places: 3,
            places_per_day: Some(5),
            ages: AgeRange { from: Some(Age::Months(2)), to: Some(Age::Years(15)), by_law: false },
            open_limit: Some(1),
            preparation: Some("母子健康手帳をご用意ください。".to_owned()),
            ..menu(VACCINE, "予防接種", 1)
        },
        Menu { minutes: 60, pool: chairs.clone(), visits: Visits::First, ..menu(CHECK_UP, "歯科検診", 2) },
        Menu { buffer_after: 10, pool: chairs, visits: Visits::Return, ..menu(CLEANING, "クリーニング", 3) },
        Menu { audience: Audience::Staff, ..menu(STAFF_ONLY, "院内枠", 4) },
    ]
}

/// A and B, doctors of whom patients of the usual menu may ask for one. B is not there on Friday mornings.
pub fn with_units() -> (Clinic, Vec<Menu>) {
    let [a, b] = ["A", "B"].map(|name| UnitName::new(name.to_owned()));
    let days = ClosedDays::Weekly(Weekday::Friday);
    let day_off = DayOff { unit: b.clone(), days, part: Some((time("9:00"), time("10:00"))) };
    let mut clinic = sakura();
    let chairs = clinic.pools.remove(0);
    let id = chairs.id.clone();
    clinic.pools =
        vec![Pool { name: Some("担当医".to_owned()), units: vec![a, b], days_off: vec![day_off], ..chairs }];
    let mut menus = menus();
    menus[0] = Menu { pool: Some(id), choose_unit: true, ..menus.remove(0) };
    (clinic, menus)
}

/// The same once B has left.
pub fn with_one_unit() -> (Clinic, Vec<Menu>) {
    let (mut clinic, menus) = with_units();
    clinic.pools[0].units.truncate(1);
    clinic.pools[0].days_off.clear();
    (clinic, menus)
}

pub fn sakura() -> Clinic {
    let closed = |days| Closure { days, part: None, reason: None, reason_in_english: None };
    let opening = |band, last: Option<&str>| Opening { band, last_reception: last.map(time) };
    Clinic {
        id: ClinicId::parse(SAKURA).expect("an id"),
        name: "さくら内科クリニック".to_owned(),
        kana: "サクラナイカクリニック".to_owned(),
        director: Some("佐倉 一郎".to_owned()),
        departments: vec!["内科".to_owned()],
        site: ClinicSite {
            postal_code: PostalCode::parse("150-0001").expect("a code"),
            address: "東京都渋谷区神宮前1-2-3".to_owned(),
            access: Some("原宿駅から徒歩5分".to_owned()),
            map_url: None,
            parking: None,
        },
        phone: Phone::parse("03-1111-2222").expect("a number"),
        fax: None,
        web_site: None,
        hours: vec![
            opening(band(&WEEK, "9:00", "12:00"), None),
            opening(band(&WEEK, "14:00", "18:00"), Some("17:30")),
            opening(band(&[Weekday::Saturday], "9:00", "12:00"), Some("11:30")),
        ],
        closures: vec![closed(ClosedDays::Weekly(Weekday::Sunday)), closed(ClosedDays::Holidays)],
        languages: vec!["日本語".to_owned()],
        barrier_free: None,
        payment: Vec::new(),
        announcement: None,
        booking_notes: Some("発熱のある方はお電話ください。".to_owned()),
        cancellation_policy: None,
        booking: BookingPolicy::default(),
        pools: vec![Pool::of(PoolId::parse("chairs").expect("an id"), 2)],
        en: ClinicInEnglish::default(),
        colour: None,
        logo: None,
        photo: None,
    }
}

/// Puts a clinic with its menus into the store.
pub async fn open(floor: &Floor, clinic: Clinic, menus: Vec<Menu>) {
    floor
        .store
        .write(floor.clock.now(), move |tx| rows::put(tx, &clinic, &menus))
        .await
        .expect("the store takes a clinic");
}

/// Gives the sample clinic a logo; the path of its picture.
pub async fn picture(floor: &Floor) -> String {
    let file = include_bytes!("../../../fixtures/kodomo-logo.png");
    let logo = Picture::of_logo(file).expect("a picture");
    let path = path::of_picture(&sakura().id, &logo.id);
    floor
        .store
        .write(floor.clock.now(), move |tx| {
            let clinic = Arc::unwrap_or_clone(rows::find(tx, &sakura().id)?.expect("the clinic is open"));
            let menus = rows::menus(tx, &clinic.id)?;
            let own = Some(PictureFile { file: "logo.png".to_owned(), picture: Some(logo.id.clone()) });
            rows::put(tx, &Clinic { logo: own, ..clinic }, &menus)?;
            pictures::put(tx, &sakura().id, &logo)
        })
        .await
        .expect("the store takes a picture");
    path
}
