//! What the dashboard says.

use crate::clock::Moment;
use crate::lang::{self, Lang, Words};

pub const RESERVATIONS: Words = Words("予約一覧", "Reservations");
pub const RESERVATION: Words = Words("予約番号", "Reservation number");
pub const NOTHING_COMING: Words = Words("これからの予約はありません", "No visit booked");
pub const PAST: Words = Words("過去の予約・キャンセルした予約", "Past and cancelled reservations");
pub const PAST_OPENER: Words =
    Words("過去の予約・キャンセルした予約の表示開閉", "Show or hide past and cancelled reservations");
pub const PAST_SHOWN: Words =
    Words("過去の予約・キャンセルした予約を表示しました", "Past and cancelled reservations are shown");
pub const PAST_HIDDEN: Words =
    Words("過去の予約・キャンセルした予約を閉じました", "Past and cancelled reservations are hidden");
pub const DETAIL: Words = Words("予約詳細表示開閉", "Show or hide details");
pub const DETAIL_SHOWN: Words = Words("予約詳細を表示しました", "The details of the reservation are shown");
pub const DETAIL_HIDDEN: Words = Words("予約詳細を閉じました", "The details of the reservation are hidden");
pub const CANCELLED: Words = Words("キャンセル済み", "Cancelled");
pub const CLINICS: Words = Words("マイクリニック", "My clinics");
pub const EMPTY: Words = Words("予約とマイクリニックはまだありません", "No reservations and no clinics yet");
pub const EMPTY_HOW: Words = Words(
    "クリニックから受け取ったマイクリニック登録用のURLを開くか、QRコードを読み取ると、ここにクリニックが表示されます。",
    "Open the registration URL or scan the QR code that you received from your clinic, and the clinic appears here.",
);
pub const EMPTY_BOOKING: Words = Words(
    "ログインしたままWeb予約をすると、予約もここに表示されます。",
    "Reservations that you make online while signed in appear here, too.",
);

/// When the next visit is.
pub fn next_visit(lang: Lang, starts: Moment) -> String {
    let starts = lang::moment(lang, starts);
    lang.pick(format!("次の予約 {starts}"), format!("Next visit {starts}"))
}
