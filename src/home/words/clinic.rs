//! What クリニック詳細 and マイクリニックから解除 say.
//!
//! Which sentence is shown is decided by the pages.

use crate::lang::{Lang, Words};

pub const TITLE: Words = Words("クリニック詳細", "Your clinic");
pub const INFO: Words = Words("クリニック詳細情報", "About the clinic");
pub const BOOK: Words = Words("予約する", "Book a visit");
pub const REMOVE: Words = Words("マイクリニックから解除", "Remove from my clinics");
pub const BACK: Words = Words("ダッシュボードに戻る", "Back to the dashboard");

pub const REMOVAL: Words = Words("マイクリニックから解除", "Remove from my clinics");
pub const REMOVAL_LEAD: Words =
    Words("次のクリニックをマイクリニックから解除します。", "This removes the following clinic from your clinics.");
pub const REMOVAL_BUTTON: Words = Words("解除する", "Remove it");
pub const REMOVAL_NOT: Words = Words("解除しない", "Keep it");
pub const BACK_TO_CLINIC: Words = Words("クリニック詳細に戻る", "Back to the clinic");
pub const STAY: Words = Words(
    "解除しても、これらの予約は取り消されません。予約はクリニックに残り、予約完了メールにある予約確認URLから確認とキャンセルができます。",
    "They stay booked at the clinic. You can still see and cancel them by the URLs in their confirmation mails.",
);
pub const NOT_AGAIN: Words = Words(
    "解除した後に同じクリニックをマイクリニックに登録しても、これまでの予約はマイページに表示されません。",
    "If you add the same clinic again later, the reservations made until now will not be shown here.",
);
pub const REMOVED: Words = Words("マイクリニックから解除しました。", "The clinic has been removed from your clinics.");

/// How many reservations are still to come.
pub fn coming(lang: Lang, count: usize) -> String {
    let en = if count == 1 {
        "You have one reservation to come there.".to_owned()
    } else {
        format!("You have {count} reservations to come there.")
    };
    lang.pick(format!("これからの予約が{count}件あります。"), en)
}
