//! Made-up patients: as many as are needed, the same ones in every demonstration.

use crate::clinic::AgeRange;
use crate::lang::Lang;
use crate::mail::EmailAddress;
use crate::person::{Address, Name, Person, Phone, Sex};
use crate::reservation::Attendee;
use time::{Date, Duration};

const FAMILIES: [(&str, &str); 20] = [
    ("青木", "アオキ"),
    ("石田", "イシダ"),
    ("上野", "ウエノ"),
    ("遠藤", "エンドウ"),
    ("岡本", "オカモト"),
    ("加藤", "カトウ"),
    ("木村", "キムラ"),
    ("工藤", "クドウ"),
    ("小林", "コバヤシ"),
    ("斎藤", "サイトウ"),
    ("清水", "シミズ"),
    ("高橋", "タカハシ"),
    ("千葉", "チバ"),
    ("中村", "ナカムラ"),
    ("野口", "ノグチ"),
    ("橋本", "ハシモト"),
    ("藤田", "フジタ"),
    ("松本", "マツモト"),
    ("森", "モリ"),
    ("渡辺", "ワタナベ"),
];

const GIVEN: [(&str, &str, Sex); 14] = [
    ("陽菜", "ヒナ", Sex::Female),
    ("蓮", "レン", Sex::Male),
    ("結衣", "ユイ", Sex::Female),
    ("大翔", "ヒロト", Sex::Male),
    ("美咲", "ミサキ", Sex::Female),
    ("翔太", "ショウタ", Sex::Male),
    ("直美", "ナオミ", Sex::Female),
    ("健一", "ケンイチ", Sex::Male),
    ("由美子", "ユミコ", Sex::Female),
    ("誠", "マコト", Sex::Male),
    ("和子", "カズコ", Sex::Female),
    ("茂", "シゲル", Sex::Male),
    ("さくら", "サクラ", Sex::Female),
    ("悠真", "ユウマ", Sex::Male),
];

/// Ages in days, from an infant's to an old person's.
const AGES: [i64; 16] =
    [100, 150, 220, 310, 420, 800, 1500, 2600, 4100, 7000, 9500, 13_000, 17_500, 21_000, 26_000, 30_500];

/// From how many days on somebody is an adult, as most are who book a menu for all ages.
const ADULT: i64 = 7000;

/// The patient of this number, of an age that a menu is for on a day.
pub(super) fn patient(number: u64, ages: AgeRange, day: Date) -> Option<Attendee> {
    let (family, family_kana) = pick(&FAMILIES, number)?;
    let (given, given_kana, sex) = pick(&GIVEN, number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32)?;
    let fits = |age: &&i64| !ages.is_any() || ADULT <= **age;
    let born = |age: &i64| day.checked_sub(Duration::days(age + i64::try_from(number % 28).unwrap_or(0)));
    let first = usize::try_from(number % AGES.len() as u64).unwrap_or(0);
    let birth_date = AGES
        .iter()
        .cycle()
        .skip(first)
        .take(AGES.len())
        .filter(fits)
        .filter_map(born)
        .find(|born| ages.hold(*born, day))?;
    let person = Person {
        name: Name { family: (*family).to_owned(), given: (*given).to_owned() },
        kana: Name { family: (*family_kana).to_owned(), given: (*given_kana).to_owned() },
        birth_date,
        sex: *sex,
        postal_code: None,
        address: Address::default(),
        phone: Phone::parse(&format!("090-0000-{:04}", number % 10_000)).ok()?,
    };
    let address = EmailAddress::parse(&format!("patient-{number}@example.jp")).ok()?;
    // Every fourth has no card yet.
    let chart_number = (number % 4 != 1).then(|| format!("{:05}", 1000 + number));
    Some(Attendee {
        person: person.into(),
        person_id: None,
        chart_number,
        address: Some(address),
        lang: Lang::Ja,
        relation: None,
    })
}

fn pick<T>(from: &[T], number: u64) -> Option<&T> {
    from.get(usize::try_from(number % from.len() as u64).ok()?)
}
