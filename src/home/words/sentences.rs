//! What the dashboard and the pages of a patient's clinics say, one field a sentence.

use crate::clock::Moment;

/// All sentences, by screen.
pub struct HomeWords {
    pub dashboard: DashboardWords,
    pub clinic: OwnClinicWords,
    pub removal: ClinicRemovalWords,
    pub device_copy: DeviceCopyWords,
}

/// ダッシュボード.
pub struct DashboardWords {
    pub reservations: &'static str,
    pub reservation: &'static str,
    pub nothing_coming: &'static str,
    pub past: &'static str,
    /// What is seen of it, and what is only read out.
    pub past_opener: [&'static str; 2],
    pub past_shown: &'static str,
    pub past_hidden: &'static str,
    /// Who else has booked for a person whom both share.
    pub booked_by: fn(Option<&str>) -> String,
    /// How many were booked together and come.
    pub together: fn(usize) -> String,
    /// What is seen of it, and what is only read out.
    pub detail: [&'static str; 2],
    pub detail_shown: &'static str,
    pub detail_hidden: &'static str,
    pub cancelled: &'static str,
    pub clinics: &'static str,
    pub book: &'static str,
    pub empty: &'static str,
    pub empty_how: &'static str,
    pub empty_booking: &'static str,
    /// Leads to the family, whom somebody may want to add first.
    pub empty_family: &'static str,
    /// When the next visit is.
    pub next_visit: fn(Moment) -> String,
}

/// クリニック詳細.
pub struct OwnClinicWords {
    pub title: &'static str,
    pub info: &'static str,
    /// What is seen of it, and what is only read out.
    pub info_opener: [&'static str; 2],
    pub info_shown: &'static str,
    pub info_hidden: &'static str,
    pub book: &'static str,
    pub remove: &'static str,
    pub back: &'static str,
    pub not_own: &'static str,
    /// After the clinic's name.
    pub not_own_why: &'static str,
    pub not_own_how: &'static str,
    pub not_own_book: &'static str,
}

/// What a device keeps of the next visits.
pub struct DeviceCopyWords {
    pub title: &'static str,
    /// When it was seen last.
    pub as_of: fn(Moment) -> String,
    pub none: &'static str,
    pub phone: &'static str,
}

/// マイクリニックから解除.
pub struct ClinicRemovalWords {
    pub lead: &'static str,
    pub button: &'static str,
    pub keep: &'static str,
    pub back: &'static str,
    pub not_again: &'static str,
    /// After the clinic's name.
    pub done: &'static str,
    /// How many reservations are still to come.
    pub coming: fn(usize) -> String,
    /// What becomes of so many reservations.
    pub stay: fn(usize) -> &'static str,
}
