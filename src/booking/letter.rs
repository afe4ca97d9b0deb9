//! The mail with the code by which a guest proves their address.
//!
//! It says nothing of the visit: the addressee may not be the person who is booking.

use super::code::CODE_MINUTES;
use crate::clock::Moment;
use crate::mail::{EmailAddress, Letter, Letterhead};

/// The code, mailed at `now`; of no use once it has ended.
pub fn code(head: &Letterhead, to: &EmailAddress, code: &str, now: Moment) -> Letter {
    let lang = head.lang;
    head.letter(to, lang.pick("確認コードのお知らせ", "Your confirmation code"))
        .paragraph(lang.pick(
            "予約のページに、次の6桁の確認コードを入力してください。",
            "Please type these six digits into the page on which you are booking.",
        ))
        .code(code)
        .paragraph(lang.pick(
            format!("このコードは{CODE_MINUTES}分間有効です。ほかの人には教えないでください。"),
            format!("The code works for {CODE_MINUTES} minutes. Do not tell it to anybody."),
        ))
        .paragraph(lang.pick(
            "お心当たりがない場合は、このメールを破棄してください。",
            "If you are not booking anything, ignore this mail.",
        ))
        .useful_until(now.plus_minutes(CODE_MINUTES))
}
