//! アカウント変更, ご利用情報の設定, 退会.

use crate::lang::Words;

/// The page of the account.
pub const ACCOUNT: Words = Words("アカウント変更", "Account");
pub const EMAIL_CHANGE: Words = Words("メールアドレスの変更", "Change e-mail address");
pub const EMAIL_NOW: Words = Words("現在のメールアドレス", "Current e-mail address");
pub const EMAIL_NEW: Words = Words("新しいメールアドレス", "New e-mail address");
pub const EMAIL_LEAD: Words = Words(
    "新しいメールアドレスに確認用のメールをお送りします。メールのURLから確認すると、変更が完了します。",
    "We will send an email to the new address. The change takes effect when you confirm it by the link in that email.",
);
pub const EMAIL_BUTTON: Words = Words("送信する", "Send");
pub const EMAIL_SAME: Words = Words("現在のメールアドレスと同じです", "This is your current address");
pub const EMAIL_HOUR: Words = Words("URLの有効期限は1時間です。", "The link works for one hour.");
pub const EMAIL_CONFIRM_LEAD: Words =
    Words("下のボタンを押すと、メールアドレスの変更が完了します。", "Press the button below to finish the change.");
pub const EMAIL_CONFIRM_BUTTON: Words = Words("変更する", "Change");
pub const EMAIL_DONE: Words = Words("メールアドレスを変更しました。", "Your e-mail address has been changed.");

pub const PASSWORD_CHANGE: Words = Words("パスワードの変更", "Change password");
pub const PASSWORD_NOW: Words = Words("現在のパスワード", "Current password");
pub const PASSWORD_NOW_MISSING: Words = Words("現在のパスワードを入力してください", "Enter your current password");
pub const PASSWORD_NOW_WRONG: Words = Words("現在のパスワードが違います", "The current password is wrong");
pub const PASSWORD_SAME: Words = Words(
    "現在のパスワードと同じです。別のパスワードにしてください",
    "This is your current password. Choose another one",
);
pub const PASSWORD_BUTTON: Words = Words("変更する", "Change");
pub const PASSWORD_DONE: Words = Words(
    "パスワードを変更しました。ほかの端末ではログアウトされました。",
    "Your password has been changed. You have been signed out on other devices.",
);
pub const PASSWORD_WHY: Words = Words(
    "安全のため、現在のパスワードも入力してください。",
    "For your safety, please enter your current password as well.",
);

pub const LEAVING: Words = Words("アカウント退会", "Leave the service");
pub const LEAVING_BUTTON: Words = Words("ご利用のアカウントを削除して退会する", "Delete my account and leave");
pub const WITHDRAWAL: Words = Words("退会", "Leave");
pub const WITHDRAWAL_LEAD: Words = Words(
    "退会すると、アカウントの情報が削除され、元に戻すことはできません。",
    "When you leave, the information of your account is deleted. This cannot be undone.",
);
pub const WITHDRAWAL_CLINIC: Words = Words(
    "※クリニックに登録されている患者情報は削除されません。",
    "Patient records that clinics hold are not deleted.",
);
pub const WITHDRAWAL_REASON: Words = Words("退会理由", "Reason for leaving");
pub const WITHDRAWAL_REASON_HINT: Words = Words(
    "今後の改善に役立てます。お名前などは一緒に保存されません。",
    "It helps us improve. It is kept without your name.",
);
pub const WITHDRAWAL_REASON_LONG: Words =
    Words("退会理由は1000文字までで入力してください", "Write at most 1,000 characters");
pub const WITHDRAWAL_TERMS: Words = Words("規約に同意して退会する", "I agree to the terms and want to leave");
pub const WITHDRAWAL_TERMS_MISSING: Words =
    Words("規約をお読みのうえ、チェックを入れてください", "Please read the terms and tick the box");
pub const WITHDRAWAL_BUTTON: Words = Words("送信して退会する", "Send and leave");
pub const WITHDRAWN: Words = Words("退会しました", "You have left the service");
pub const WITHDRAWN_THANKS: Words = Words(
    "アカウントの情報を削除しました。キャンセルしなかったご予約は、そのまま有効です。変更やキャンセルは、予約のメールにあるURLからできます。これまでご利用いただき、ありがとうございました。",
    "The information of your account has been deleted. What you booked and did not cancel stays booked; use the link in its mail to change or cancel it. Thank you for having used the service.",
);

/// The page of the account's owner.
pub const PERSON_CHANGE: Words = Words("ご利用情報の設定", "Personal information");
pub const PERSON_DONE: Words = Words("ご利用情報を更新しました。", "Your personal information has been updated.");
pub const BACK_TO_DASHBOARD: Words = Words("ダッシュボードに戻る", "Back to the dashboard");
pub const BACK_TO_ACCOUNT: Words = Words("アカウント変更に戻る", "Back to the account");
pub const EMAIL_AGAIN: Words = Words("もう一度手続きをする", "Start again");
