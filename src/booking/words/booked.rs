//! 予約確定.

use crate::lang::Words;

pub const TITLE: Words = Words("予約確定", "Reservation confirmed");
pub const TITLE_MOVING: Words = Words("予約を変更しました", "Your reservation has been changed");
pub const TITLE_CANCELLED: Words = Words("この予約はキャンセルされています", "This reservation has been cancelled");
pub const DONE: Words = Words(
    "予約が確定しました。当日は、次の予約番号を受付でお伝えください。",
    "Your reservation is confirmed. Please tell the reception this number when you come.",
);
pub const DONE_MOVING: Words = Words(
    "新しい日時で予約を承りました。予約番号は変わりません。",
    "The new time is booked. Your number stays the same.",
);
pub const TITLE_STAYED: Words = Words("予約は変わっていません", "Your reservation is unchanged");
pub const DONE_STAYED: Words = Words(
    "お選びになった日時は、すでにご予約の日時と同じです。予約はそのままです。",
    "The time that you chose is the one you have already. Your reservation stays as it is.",
);
pub const NUMBER: Words = Words("予約番号", "Reservation number");
/// After the clinic's name.
pub const REGISTERED: Words = Words("をマイクリニックに登録しました。", " is now registered under My clinics.");
pub const MAILED: Words = Words("確認メールをお送りしました。", "We have sent you a confirmation.");
pub const MAILED_TO: Words = Words("宛先:", "Sent to:");
pub const MAILED_WHY: Words = Words(
    "メールに書かれたURLから、予約の確認・変更・キャンセルができます。",
    "With the link in it you can look at, change or cancel your reservation.",
);
pub const CALENDAR: Words = Words("カレンダーに追加", "Add to calendar");
pub const PRINT: Words =
    Words("このページは印刷してお持ちいただけます。", "You can print this page and bring it along.");
pub const ACCOUNT: Words = Words("次回からもっと簡単に", "Easier next time");
pub const ACCOUNT_WHY: Words = Words(
    "アカウントを作ると、予約をいつでも確認でき、次回から入力が省けます。無料です。",
    "With an account you can see your reservations at any time and need not enter your details again. It is free.",
);
pub const ACCOUNT_BUTTON: Words = Words("上記の情報でアカウント作成", "Make an account of these details");
pub const DASHBOARD: Words = Words("ダッシュボードへ", "To the dashboard");
pub const ANOTHER: Words = Words("別の予約をする", "Book something else");
