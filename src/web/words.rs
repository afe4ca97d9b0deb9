//! The sentences of the floor: error pages and the language switch.

use super::Failure;
use crate::lang::{self, Lang, Words};

pub const CONTACT: Words = Words("お問い合わせ先:", "Contact:");
pub const HOME: Words = Words("トップページへ", "Go to the top page");

/// What an error page says.
pub struct Explanation {
    /// What happened.
    pub title: String,
    /// What it means and what to do.
    pub sentences: Vec<String>,
}

/// What the page says of a failure that has a page.
pub fn explain(lang: Lang, failure: &Failure) -> Explanation {
    let (title, sentences) = match failure {
        Failure::TooMany(until) => return too_many(lang, &lang::time_of(lang, *until)),
        other => pages(other),
    };
    Explanation {
        title: lang.of(title).to_owned(),
        sentences: sentences.iter().map(|s| lang.of(*s).to_owned()).collect(),
    }
}

fn too_many(lang: Lang, time: &str) -> Explanation {
    Explanation {
        title: lang.pick("しばらくお待ちください", "Please wait a while").to_owned(),
        sentences: vec![lang.pick(
            format!("同じ操作が続いたので、安全のために一時的に受付を止めています。{time}以降にもう一度お試しください。メールをお待ちの場合は、迷惑メールフォルダもご確認ください。"),
            format!("There were many attempts in a row, so we have paused for safety. Please try again after {time}. If you are waiting for an email, look into your spam folder, too."),
        )],
    }
}

const UNCHANGED: Words = Words("何も変更されていません。", "Nothing has been changed.");

const NOT_FOUND: (Words, &[Words]) = (
    Words("ページが見つかりません", "Page not found"),
    &[Words(
        "アドレスが間違っているか、ページがなくなっています。メールのリンクから開いた場合は、リンクが途中で切れていないかご確認ください。",
        "The address is wrong, or the page is gone. If you came from a link in a mail, check that the link is complete.",
    )],
);

const fn pages(failure: &Failure) -> (Words, &'static [Words]) {
    match failure {
        Failure::NotFound | Failure::SignIn | Failure::First(_) | Failure::TooMany(_) => NOT_FOUND,
        Failure::Method(_) => (
            Words("この操作はできません", "This cannot be done"),
            &[Words("トップページからやり直してください。", "Please start again from the top page."), UNCHANGED],
        ),
        Failure::Forged => (
            Words("もう一度操作してください", "Please try once more"),
            &[
                Words(
                    "ページを開いてから時間がたったか、別の画面でログイン・ログアウトしたため、送信を受け付けられませんでした。前のページに戻り、再読み込みしてからもう一度お試しください。Cookie(クッキー)を無効にしている場合は、有効にしてください。",
                    "The page was open for a long time, or you signed in or out in another window. Go back, reload the page and try again. If cookies are switched off, please allow them.",
                ),
                UNCHANGED,
            ],
        ),
        Failure::TooLarge => (
            Words("送信された内容が大きすぎます", "Too much was sent"),
            &[
                Words(
                    "前のページに戻り、入力を短くしてもう一度お試しください。",
                    "Go back, shorten what you typed and try again.",
                ),
                UNCHANGED,
            ],
        ),
        Failure::TooSlow => (
            Words("送信が途中で切れました", "The sending broke off"),
            &[
                Words(
                    "電波の良い場所で、前のページに戻ってもう一度お試しください。",
                    "Go back and try again where the connection is better.",
                ),
                UNCHANGED,
            ],
        ),
        Failure::NotAForm => (
            Words("送信の形式が正しくありません", "This is not a form"),
            &[Words("ページのボタンから送信してください。", "Please send it with the button on the page."), UNCHANGED],
        ),
        Failure::Busy | Failure::ReadOnly | Failure::Fault(_) => our_own(failure),
    }
}

/// What is no fault of the visitor.
const fn our_own(failure: &Failure) -> (Words, &'static [Words]) {
    match failure {
        Failure::Busy => (
            Words("ただいま混み合っています", "Very busy at the moment"),
            &[Words("数秒後にもう一度お試しください。", "Please try again in a few seconds."), UNCHANGED],
        ),
        Failure::ReadOnly => (
            Words("ただいま変更を受け付けられません", "No changes can be made right now"),
            &[
                Words(
                    "内容の確認はできます。変更やお申し込みは、しばらくしてからもう一度お試しください。",
                    "You can look at your information. To change something, please try again later.",
                ),
                UNCHANGED,
            ],
        ),
        _ => (
            Words("エラーが発生しました", "Something went wrong"),
            &[Words(
                "申し訳ありません。こちらの不具合です。もう一度お試しいただき、続く場合は下の番号を添えてお問い合わせください。",
                "We are sorry, this is our fault. Please try again; if it keeps happening, contact us with the reference below.",
            )],
        ),
    }
}
