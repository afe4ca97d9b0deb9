//! マイクリニック登録.

use crate::lang::Words;

pub const TITLE: Words = Words("マイクリニック登録", "Register a clinic");
pub const WAY_IN: Words = Words(
    "次のクリニックをマイクリニックに登録するには、ログインしてください。はじめての方は新規登録をお願いします。",
    "To register this clinic under My clinics, sign in, or create an account if you are new here.",
);
pub const SIGN_IN: Words = Words("ログイン", "Sign in");
pub const SIGN_UP: Words = Words("新規登録", "Create an account");

pub const WHETHER: Words = Words(
    "次のクリニックをマイクリニックに登録します。登録すると、ダッシュボードに表示されます。",
    "Register this clinic under My clinics. It will then appear on your dashboard.",
);
pub const REGISTER: Words = Words("登録", "Register");
pub const CANCEL: Words = Words("キャンセル", "Cancel");
pub const CLOSE: Words = Words("閉じる", "Close");
/// After the clinic's name.
pub const DONE: Words = Words("をマイクリニックに登録しました。", " is now registered under My clinics.");

pub const ALREADY: Words = Words("すでに登録されています", "Registered already");
pub const ALREADY_WHY: Words = Words(
    "次のクリニックは、すでにマイクリニックに登録されています。",
    "This clinic is registered under My clinics already.",
);
pub const RETIRED: Words =
    Words("この登録用コードは新しいものに変わりました", "This code has been replaced by a new one");
pub const RETIRED_WHY: Words = Words(
    "クリニックが登録用のURLとQRコードを新しくしたため、このコードでは登録できません。新しいコードはクリニックにお尋ねください。",
    "The clinic has changed its registration URL and QR code, so this one no longer works. Please ask the clinic for the new one.",
);
pub const UNKNOWN: Words = Words("登録用コードが見つかりません", "We could not find this code");
pub const UNKNOWN_CUT: Words = Words(
    "URLが途中で切れているか、入力に間違いがあるかもしれません。URL全体を開くか、QRコードをもう一度読み取ってください。",
    "The URL may be cut off or mistyped. Open the whole of it, or scan the QR code again.",
);
pub const UNKNOWN_ASK: Words = Words(
    "それでも開けないときは、コードを受け取ったクリニックにお問い合わせください。",
    "If it still does not work, ask the clinic that gave it to you.",
);
pub const HOME: Words = Words("トップページへ", "To the top page");

pub const CLINIC: Words = Words("クリニック", "Clinic");
