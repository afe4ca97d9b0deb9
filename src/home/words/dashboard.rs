//! What the dashboard says.
//!
//! Which sentence is shown is decided by the page.

use crate::clock::Moment;
use crate::lang::{self, Lang, Words};

pub const RESERVATIONS: Words = Words("予約一覧", "Reservations");
pub const RESERVATION: Words = Words("予約番号", "Reservation number");
pub const NOTHING_COMING: Words = Words("これからの予約はありません。", "You have no reservations to come.");
pub const PAST: Words = Words("過去の予約・キャンセルした予約", "Past and cancelled reservations");
pub const SHOW_PAST: Words = Words("過去の予約・キャンセルした予約を見る", "Show past and cancelled reservations");
pub const HIDE_PAST: Words = Words("過去の予約・キャンセルした予約を隠す", "Hide past and cancelled reservations");
pub const CANCELLED: Words = Words("キャンセル済み", "Cancelled");
pub const CLINICS: Words = Words("マイクリニック", "My clinics");
pub const NO_VISIT: Words = Words("表示できる予約はありません", "No reservations to show");
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
