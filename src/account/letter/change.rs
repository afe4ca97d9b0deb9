//! Mails about changes of an account: the link that confirms one, and notices of what was changed.

use super::LetterContext;
use crate::clock::Moment;
use crate::lang;
use crate::mail::{EmailAddress, Letter};

/// The link that confirms a new address, sent to it.
pub fn email_confirmation(from: &LetterContext, to: &EmailAddress, link: &str) -> Letter {
    let lang = from.lang;
    from.letter(to, lang.pick("新しいメールアドレスの確認", "Confirm your new e-mail address"))
        .paragraph(lang.pick(
            "メールアドレスの変更を受け付けました。下のURLを開いて確認すると、このメールアドレスへの変更が完了します。",
            "You asked to change your e-mail address to this one. Follow the link below and confirm to finish.",
        ))
        .button(lang.pick("メールアドレスを確認する", "Confirm the address"), link)
        .paragraph(lang.pick("このURLは1時間有効です。", "The link works for one hour."))
        .paragraph(from.not_asked())
}

/// That the new address belongs to another account, sent to it.
pub fn email_taken(from: &LetterContext, to: &EmailAddress, sign_in: &str) -> Letter {
    let lang = from.lang;
    from.letter(to, lang.pick("新しいメールアドレスの確認", "Confirm your new e-mail address"))
        .paragraph(lang.pick(
            "メールアドレスの変更のお申し込みがありましたが、このメールアドレスは別のアカウントで登録されているため、変更できません。",
            "Somebody asked to change an account's address to this one, but this address has an account of its own already.",
        ))
        .button(lang.pick("ログインする", "Sign in"), sign_in)
        .paragraph(from.not_asked())
}

/// That the address was changed, sent to the old one.
pub fn email_changed(from: &LetterContext, to: &EmailAddress, now: Moment) -> Letter {
    let lang = from.lang;
    from.letter(to, lang.pick("メールアドレスが変更されました", "Your e-mail address was changed"))
        .paragraph(lang.pick(
            "アカウントのメールアドレスが変更されました。今後のお知らせは、新しいメールアドレスにお送りします。",
            "The e-mail address of your account was changed. From now on, mails go to the new address.",
        ))
        .detail(lang.pick("日時", "When"), lang::moment(lang, now))
        .paragraph(lang.pick(
            "お心当たりがない場合は、第三者がアカウントを操作したおそれがあります。すぐにお問い合わせください。",
            "If this was not you, somebody else may have used your account. Please contact us at once.",
        ))
}

/// That the password was changed.
pub fn password_changed(from: &LetterContext, to: &EmailAddress, now: Moment) -> Letter {
    let lang = from.lang;
    from.letter(to, lang.pick("パスワードが変更されました", "Your password was changed"))
        .paragraph(lang.pick("アカウントのパスワードが変更されました。", "The password of your account was changed."))
        .detail(lang.pick("日時", "When"), lang::moment(lang, now))
        .paragraph(from.warning())
}

/// That the account was deleted.
pub fn withdrawn(from: &LetterContext, to: &EmailAddress, now: Moment) -> Letter {
    let lang = from.lang;
    from.letter(to, lang.pick("退会の手続きが完了しました", "Your account was deleted"))
        .paragraph(lang.pick(
            "アカウントの情報を削除し、退会の手続きが完了しました。これまでご利用いただき、ありがとうございました。",
            "The information of your account was deleted. Thank you for having used the service.",
        ))
        .detail(lang.pick("日時", "When"), lang::moment(lang, now))
        .paragraph(lang.pick(
            "クリニックに登録されている患者情報は削除されません。キャンセルしなかったご予約は、そのまま有効です。変更やキャンセルは、予約のメールにあるURLからできます。",
            "Patient records that clinics hold are not deleted. What you booked and did not cancel stays booked; use the link in its mail to change or cancel it.",
        ))
}
