//! Every sentence of the account's pages, in both languages.
//!
//! Sentences of mails are in `letter`, those about a person's fields in `person`.

mod change;
mod problem;
mod sign_in;
mod sign_up;

pub use change::*;
pub use problem::sentence;
pub use sign_in::*;
pub use sign_up::*;

use crate::lang::Words;

/// What the dashboard says first after something was done.
pub fn done(what: &str) -> Option<Words> {
    match what {
        "sign-up" => Some(WELCOME),
        "person" => Some(PERSON_DONE),
        _ => None,
    }
}

pub const EMAIL: Words = Words("メールアドレス", "E-mail address");
pub const PASSWORD: Words = Words("パスワード", "Password");
pub const PASSWORD_MISSING: Words = Words("パスワードを入力してください", "Enter your password");
pub const BACK_TO_SIGN_IN: Words = Words("ログインに戻る", "Back to sign-in");
pub const TO_CONFIRMATION: Words = Words("確認へ", "Continue");
pub const CONFIRMATION: Words = Words("確認", "Check your entries");
pub const CONFIRMATION_LEAD: Words =
    Words("内容を確認して「登録する」を押してください。", "Check that everything is right, then press Register.");
pub const REGISTER: Words = Words("登録する", "Register");
pub const MEND: Words = Words("内容を修正する", "Change something");

pub const SENT: Words = Words("メールを送信しました", "We have sent you an email");
pub const SENT_TO: Words = Words("宛先", "Sent to");
pub const SENT_NEXT: Words =
    Words("届いたメールを開き、書かれているURLを押してください。", "Open the email and follow the link in it.");
pub const NOT_ARRIVED: Words = Words("メールが届かないとき", "If no email arrives");
pub const NOT_ARRIVED_SPAM: Words =
    Words("迷惑メールフォルダに入っていないかご確認ください。", "Look into your spam folder.");
pub const NOT_ARRIVED_CARRIER: Words = Words(
    "携帯電話会社のメールをお使いの場合は、受信設定で次の差出人を許可してください:",
    "If your provider filters email, allow this sender:",
);
pub const NOT_ARRIVED_TYPO: Words =
    Words("メールアドレスに間違いがないかご確認ください。", "Check that the address is right.");
pub const SEND_AGAIN: Words = Words("メールアドレスを入力し直す", "Enter the address again");
pub const PERHAPS: Words = Words("もしかして、こちらのメールアドレスではありませんか?", "Did you mean this address?");

pub const LINK_DEAD: Words = Words("このURLは使えません", "This link does not work");
pub const LINK_DEAD_WHY: Words = Words(
    "有効期限が切れたか、すでに使われたか、より新しいメールが送られています。届いたメールのうち、いちばん新しいものをご確認ください。手続きがすでに完了している場合は、このURLは必要ありません。",
    "It has expired, has been used, or a newer email has been sent. Look for the newest one. If you have finished already, you need it no more.",
);
pub const LINK_DEAD_CUT: Words = Words(
    "URLが途中で切れていると開けません。メールのURL全体を押すか、コピーしてください。",
    "If the link was cut off, follow or copy the whole of it.",
);
pub const LINK_DEAD_SIGN_UP: Words = Words(
    "登録が途中の場合は、最初に開いたブラウザで続けるか、もう一度メールを送ってください。",
    "If you have begun to register, continue in the browser in which you began, or send a new email.",
);
pub const SEND_THERE: Words = Words("こちらのメールアドレスに送信する", "Send to this address");
pub const VERSION: Words = Words("版:", "Version");
pub const PASSWORD_RULE: Words = Words(
    "12文字以上。長く覚えやすい文(例: 好きなものをいくつか並べる)がおすすめです。推測されやすいものは使えません。",
    "At least 12 characters. A few words that you remember well are best. Passwords that are easy to guess are not accepted.",
);
