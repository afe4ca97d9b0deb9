//! What a clinic is, as stored: checked when it was read in, and not again.
//!
//! Fields that are added later have a default, so that stored clinics stay readable. Rules over these values are in
//! `schedule`, and in the rooms after this one.

mod age;
mod closure;
mod colour;
mod deadline;
mod id;
mod menu;
mod own_text;
mod picture_file;
mod pool;
mod said;
mod time_of_day;

pub use age::{Age, AgeRange};
pub use closure::{ClosedDays, Closure};
pub use colour::{Colour, Scheme};
pub use deadline::{Deadline, Opens, days_before};
pub use id::{ClinicId, MenuId, PoolId, SeriesId};
pub use menu::{Audience, Insurance, Menu, Visit, Visits};
pub use own_text::{ClinicInEnglish, MenuInEnglish, OwnText};
pub use picture_file::{PictureFile, PictureId};
pub use pool::{DayOff, Pool, UnitName};
pub use time_of_day::TimeOfDay;

use crate::person::{Phone, PostalCode};
use serde::{Deserialize, Serialize};
use time::Weekday;

/// A tenant: one medical institution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clinic {
    /// Its name in addresses of pages.
    pub id: ClinicId,
    /// 名称.
    pub name: String,
    /// フリガナ.
    pub kana: String,
    /// 院長.
    #[serde(default)]
    pub director: Option<String>,
    /// 診療科.
    #[serde(default)]
    pub departments: Vec<String>,
    /// Where it is and how to get there.
    pub site: ClinicSite,
    /// 電話番号.
    pub phone: Phone,
    /// FAX.
    #[serde(default)]
    pub fax: Option<Phone>,
    /// Web site, an http(s) URL.
    #[serde(default)]
    pub web_site: Option<String>,
    /// 診療時間, band by band.
    #[serde(default)]
    pub hours: Vec<Opening>,
    /// 休診.
    #[serde(default)]
    pub closures: Vec<Closure>,
    /// Languages spoken, as written.
    #[serde(default)]
    pub languages: Vec<String>,
    /// バリアフリー.
    #[serde(default)]
    pub barrier_free: Option<String>,
    /// Methods of payment.
    #[serde(default)]
    pub payment: Vec<String>,
    /// クリニックからのお知らせ, shown on top.
    #[serde(default)]
    pub announcement: Option<String>,
    /// 予約時の注意.
    #[serde(default)]
    pub booking_notes: Option<String>,
    /// キャンセルポリシー.
    #[serde(default)]
    pub cancellation_policy: Option<String>,
    /// How booking works here.
    #[serde(default)]
    pub booking: BookingPolicy,
    /// What menus share: chairs, rooms, doctors.
    #[serde(default)]
    pub pools: Vec<Pool>,
    /// Its texts in English.
    #[serde(default)]
    pub en: ClinicInEnglish,
    /// A colour of its own.
    #[serde(default)]
    pub colour: Option<Colour>,
    /// ロゴ.
    #[serde(default)]
    pub logo: Option<PictureFile>,
    /// A photo, of the building or the way in.
    #[serde(default)]
    pub photo: Option<PictureFile>,
}

/// Where a clinic is and how to get there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClinicSite {
    /// 郵便番号.
    #[serde(default)]
    pub postal_code: Option<PostalCode>,
    /// 住所, on one line.
    pub address: String,
    /// アクセス.
    #[serde(default)]
    pub access: Option<String>,
    /// A map, an http(s) URL.
    #[serde(default)]
    pub map_url: Option<String>,
    /// 駐車場.
    #[serde(default)]
    pub parking: Option<String>,
}

impl Clinic {
    /// What shows its pictures, where it has some: the logo, then the photo.
    pub fn pictures(&self) -> impl Iterator<Item = &PictureId> {
        [&self.logo, &self.photo].into_iter().flatten().filter_map(|file| file.picture.as_ref())
    }

    /// What a pool is called where one of its units is chosen, if it has a name.
    pub fn unit_label(&self, pool: Option<&PoolId>) -> Option<&str> {
        self.pools.iter().find(|own| Some(&own.id) == pool)?.label()
    }
}

/// A part of a day, the same on several weekdays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// On which weekdays, Monday first.
    pub days: Vec<Weekday>,
    /// From this time on.
    pub from: TimeOfDay,
    /// Until this time.
    pub until: TimeOfDay,
}

/// One band of 診療時間.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// When.
    pub band: Band,
    /// 最終受付; the end of the band where none is given.
    #[serde(default)]
    pub last_reception: Option<TimeOfDay>,
}

/// How booking works at a clinic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingPolicy {
    /// Whether somebody who is not signed in has to prove their address with a code.
    pub guest_code: bool,
    /// For how many minutes a chosen slot is kept while the patient types; 0 keeps none.
    pub hold_minutes: u16,
    /// When patients are reminded, if they are.
    pub reminder: Option<Reminder>,
    /// The most minutes between the visits of two people who are booked one after another.
    #[serde(default = "usual_gap")]
    pub group_gap_minutes: u16,
    /// Whether the subject of a mail tells day and time of the visit.
    #[serde(default = "usual_subject")]
    pub date_in_subject: bool,
    /// Below which age a guardian comes along, unless a menu says otherwise.
    #[serde(default)]
    pub guardian_under: Option<u8>,
}

/// A patient leaves the room and the next one comes in.
const fn usual_gap() -> u16 {
    10
}

/// A mail is found again by the day.
const fn usual_subject() -> bool {
    true
}

impl Default for BookingPolicy {
    fn default() -> Self {
        Self {
            guest_code: true,
            hold_minutes: 10,
            reminder: Some(Reminder { days: 1, at: TimeOfDay::of_hour(18) }),
            group_gap_minutes: usual_gap(),
            date_in_subject: usual_subject(),
            guardian_under: None,
        }
    }
}

/// When patients are reminded of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// How many days before the day of the visit; 0 is the day itself.
    pub days: u16,
    /// At what time in Japan.
    pub at: TimeOfDay,
}
