//! The paths of the reservation's pages. Nouns, so that a form's action names the thing it makes.

use super::model::ReservationId;

/// 予約詳細 of a patient who is signed in.
pub const RESERVATION: &str = "/reservations/:id";
/// 予約をキャンセル of a patient who is signed in.
pub const CANCELLATION: &str = "/reservations/:id/cancellation";
/// 予約を変更 of a patient who is signed in.
pub const CHANGE: &str = "/reservations/:id/change";
/// もう一度予約する of a patient who is signed in.
pub const AGAIN: &str = "/reservations/:id/again";
/// The calendar file of a patient who is signed in.
pub const CALENDAR: &str = "/reservations/:id/calendar.ics";

/// 予約確認, behind the URL in a mail.
pub const RECEIPT: &str = "/r/:token";
/// 予約をキャンセル behind the URL in a mail.
pub const RECEIPT_CANCELLATION: &str = "/r/:token/cancellation";
/// 予約を変更 behind the URL in a mail.
pub const RECEIPT_CHANGE: &str = "/r/:token/change";
/// マイページに追加: a visit that was booked at the desk comes under an account.
pub const ATTACHMENT: &str = "/r/:token/attachment";
/// The calendar file behind the URL in a mail.
pub const RECEIPT_CALENDAR: &str = "/r/:token/calendar.ics";

/// A route of a reservation.
pub fn of_reservation(route: &str, id: ReservationId) -> String {
    route.replace(":id", &id.text())
}

/// A route behind the URL in a mail.
pub fn of_receipt(route: &str, token: &str) -> String {
    route.replace(":token", token)
}

/// Where the pages of one reservation are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ways {
    /// 予約詳細.
    pub detail: String,
    /// 予約をキャンセル.
    pub cancellation: String,
    /// 予約を変更.
    pub change: String,
    /// The calendar file.
    pub calendar: String,
}

impl Ways {
    /// A page below 予約詳細.
    pub fn detail_of(&self, rest: &str) -> String {
        format!("{}/{rest}", self.detail)
    }

    /// For the patient who is signed in.
    pub fn of_reservation(id: ReservationId) -> Self {
        let [detail, cancellation, change, calendar] =
            [RESERVATION, CANCELLATION, CHANGE, CALENDAR].map(|route| of_reservation(route, id));
        Self { detail, cancellation, change, calendar }
    }

    /// For the holder of the URL of a mail.
    pub fn of_receipt(token: &str) -> Self {
        let [detail, cancellation, change, calendar] =
            [RECEIPT, RECEIPT_CANCELLATION, RECEIPT_CHANGE, RECEIPT_CALENDAR].map(|route| of_receipt(route, token));
        Self { detail, cancellation, change, calendar }
    }
}
