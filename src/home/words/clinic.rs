//! What クリニック詳細 and マイクリニックから解除 say.

use crate::lang::{Lang, Words};

pub const TITLE: Words = Words("クリニック詳細", "Your clinic");
pub const INFO: Words = Words("クリニック詳細情報", "About the clinic");
pub const INFO_OPENER: Words = Words("クリニック詳細表示開閉", "Show or hide clinic details");
pub const INFO_SHOWN: Words = Words("クリニック詳細情報を表示しました", "The details of the clinic are shown");
pub const INFO_HIDDEN: Words = Words("クリニック詳細情報を閉じました", "The details of the clinic are hidden");
pub const BOOK: Words = Words("予約する", "Book a visit");
pub const REMOVE: Words = Words("マイクリニックから解除", "Remove from my clinics");
pub const BACK: Words = Words("ダッシュボードに戻る", "Back to the dashboard");

pub const REMOVAL: Words = Words("マイクリニックから解除", "Remove from my clinics");
pub const REMOVAL_LEAD: Words =
    Words("次のクリニックをマイクリニックから解除します。", "This removes the following clinic from your clinics.");
pub const REMOVAL_BUTTON: Words = Words("解除する", "Remove it");
pub const REMOVAL_NOT: Words = Words("解除しない", "Keep it");
pub const BACK_TO_CLINIC: Words = Words("クリニック詳細に戻る", "Back to the clinic");
pub const NOT_AGAIN: Words = Words(
    "解除した後に同じクリニックをマイクリニックに登録しても、これまでの予約はマイページに表示されません。",
    "If you add the same clinic again later, the reservations made until now will not be shown here.",
);
/// After the clinic's name.
pub const REMOVED: Words = Words("をマイクリニックから解除しました。", " has been removed from My clinics.");

pub const NOT_OWN: Words = Words("マイクリニックに登録されていません", "Not among your clinics");
/// After the clinic's name.
pub const NOT_OWN_WHY: Words =
    Words("は、あなたのマイクリニックに登録されていません。", " is not registered under My clinics.");
pub const NOT_OWN_HOW: Words = Words(
    "登録するには、クリニックから受け取ったマイクリニック登録用のURLを開くか、QRコードを読み取ってください。ログインしたままWeb予約をしても登録されます。",
    "To register it, open the registration URL or scan the QR code that you received from the clinic. Booking there while signed in registers it, too.",
);
pub const NOT_OWN_BOOK: Words = Words("このクリニックで予約する", "Book a visit there");

/// How many reservations are still to come.
pub fn coming(lang: Lang, count: usize) -> String {
    let en = if count == 1 {
        "You have one reservation to come there.".to_owned()
    } else {
        format!("You have {count} reservations to come there.")
    };
    lang.pick(format!("これからの予約が{count}件あります。"), en)
}

/// What becomes of so many reservations.
pub fn stay(lang: Lang, count: usize) -> &'static str {
    let en = if count == 1 {
        "It stays booked at the clinic. You can still see and cancel it by the URL in its confirmation mail."
    } else {
        "They stay booked at the clinic. You can still see and cancel them by the URLs in their confirmation mails."
    };
    let ja = "解除しても、これらの予約は取り消されません。予約はクリニックに残り、予約完了メールにある予約確認URLから確認とキャンセルができます。";
    lang.pick(ja, en)
}
