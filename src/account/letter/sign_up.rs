//! Mails that answer somebody who is not signed in: they go to any address that is typed, so that the page can say
//! the same whether there is an account or not, and the mail says what is the case.

use super::LetterContext;
use crate::mail::{EmailAddress, Letter};

/// The link that goes on with a sign-up.
pub fn sign_up(from: &LetterContext, to: &EmailAddress, link: &str) -> Letter {
    let lang = from.lang;
    from.letter(to, lang.pick("メールアドレスの確認", "Confirm your e-mail address"))
        .paragraph(lang.pick(
            "新規登録のお申し込みありがとうございます。下のURLを開いて、登録を続けてください。",
            "Thank you for signing up. Follow the link below to go on.",
        ))
        .button(lang.pick("登録を続ける", "Go on"), link)
        .paragraph(lang.pick("このURLは24時間有効です。", "The link works for 24 hours."))
        .paragraph(from.not_asked())
}

/// That the address has an account already, to somebody who tried to sign up with it.
pub fn already_registered(from: &LetterContext, to: &EmailAddress, sign_in: &str) -> Letter {
    let lang = from.lang;
    from.letter(to, lang.pick("メールアドレスの確認", "Confirm your e-mail address"))
        .paragraph(lang.pick(
            "新規登録のお申し込みがありましたが、このメールアドレスはすでに登録されています。ログインしてご利用ください。",
            "Somebody asked to sign up with this address, but it has an account already. Please sign in.",
        ))
        .button(lang.pick("ログインする", "Sign in"), sign_in)
        .paragraph(lang.pick(
            "パスワードをお忘れの場合は、ログインのページの「パスワードを忘れた方はこちら」から再設定できます。",
            "If you have forgotten the password, you can reset it from the sign-in page.",
        ))
        .paragraph(from.not_asked())
}

/// The link that sets a new password.
pub fn reset(from: &LetterContext, to: &EmailAddress, link: &str) -> Letter {
    let lang = from.lang;
    from.letter(to, lang.pick("パスワードの再設定", "Set a new password"))
        .paragraph(lang.pick(
            "パスワード再設定のお申し込みを受け付けました。下のURLを開いて、新しいパスワードを登録してください。",
            "You asked to set a new password. Follow the link below to choose one.",
        ))
        .button(lang.pick("パスワードを再設定する", "Set a new password"), link)
        .paragraph(lang.pick("このURLは30分間有効です。", "The link works for 30 minutes."))
        .paragraph(from.not_asked())
}

/// That there is no account, to somebody who asked for a new password; the link signs up.
pub fn nobody_here(from: &LetterContext, to: &EmailAddress, link: &str) -> Letter {
    let lang = from.lang;
    from.letter(to, lang.pick("パスワードの再設定", "Set a new password"))
        .paragraph(lang.pick(
            "パスワード再設定のお申し込みがありましたが、このメールアドレスは登録されていません。別のメールアドレスで登録されていないかご確認ください。はじめての方は、下のURLから新規登録ができます。",
            "You asked to set a new password, but this address has no account. Perhaps you registered with another address. To create an account with this one, follow the link below.",
        ))
        .button(lang.pick("新規登録をする", "Create an account"), link)
        .paragraph(from.not_asked())
}

/// That the operator has closed the account, to somebody who asked for a new password.
pub fn disabled(from: &LetterContext, to: &EmailAddress) -> Letter {
    let lang = from.lang;
    from.letter(to, lang.pick("パスワードの再設定", "Set a new password"))
        .paragraph(lang.pick(
            "パスワード再設定のお申し込みがありましたが、このアカウントは現在ご利用いただけません。お問い合わせください。",
            "You asked to set a new password, but your account cannot be used at present. Please contact us.",
        ))
        .paragraph(from.not_asked())
}
