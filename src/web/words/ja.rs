//! What error pages say in Japanese.

use super::sentences::{Apology, WebWords};
use crate::lang::{self, Lang};
use crate::work::Remedy;

const UNCHANGED: &str = "何も変更されていません。";

pub const WORDS: WebWords = WebWords {
    contact: "お問い合わせ先:",
    home: "トップページへ",
    not_found: Apology {
        title: "ページが見つかりません",
        sentences: &[
            "アドレスが間違っているか、ページがなくなっています。メールのリンクから開いた場合は、リンクが途中で切れていないか、ご確認ください。",
        ],
    },
    method: Apology {
        title: "この操作はできません", sentences: &["トップページからやり直してください。", UNCHANGED]
    },
    forged: Apology {
        title: "もう一度操作してください",
        sentences: &[
            "ページを開いてから時間がたったか、別の画面でログイン・ログアウトしたため、送信を受け付けられませんでした。",
            UNCHANGED,
        ],
    },
    go_back: "前のページに戻り、再読み込みしてからもう一度お試しください。Cookie(クッキー)を無効にしている場合は、有効にしてください。",
    still_here: "入力した内容は残っています(パスワードは除きます)。お確かめのうえ、もう一度お試しください。",
    unsent: "入力の続きです。まだ送信されていません。内容をお確かめのうえ、送信してください。",
    too_large: Apology {
        title: "送信された内容が大きすぎます",
        sentences: &["前のページに戻り、入力を短くしてもう一度お試しください。", UNCHANGED],
    },
    too_slow: Apology {
        title: "送信が途中で切れました",
        sentences: &["電波の良い場所で、前のページに戻ってもう一度お試しください。", UNCHANGED],
    },
    not_a_form: Apology {
        title: "送信の形式が正しくありません",
        sentences: &["ページのボタンから送信してください。", UNCHANGED],
    },
    busy: Apology {
        title: "ただいま混み合っています", sentences: &["数秒後にもう一度お試しください。", UNCHANGED]
    },
    read_only: Apology {
        title: "ただいま変更を受け付けられません",
        sentences: &["内容の確認はできます。変更やお申し込みは、しばらくしてからもう一度お試しください。", UNCHANGED],
    },
    fault: Apology {
        title: "エラーが発生しました",
        sentences: &[
            "申し訳ありません。こちらの不具合です。もう一度お試しいただき、続く場合は下の番号を添えてお問い合わせください。",
        ],
    },
    too_many: Apology { title: "しばらくお待ちください", sentences: &[] },
    crowded: Apology {
        title: "ただいま混み合っています",
        sentences: &["ご予約についてお急ぎのときは、クリニックへお電話ください。", UNCHANGED],
    },
    crowded_until: |until| {
        let time = lang::time_of(Lang::Ja, until);
        format!("お申し込みが集中しているため、この操作の受付を止めています。{time}以降にもう一度お試しください。")
    },
    too_many_until: |until| {
        let time = lang::time_of(Lang::Ja, until);
        format!("同じ操作が続いたので、安全のために一時的に受付を止めています。{time}以降にもう一度お試しください。")
    },
    remedy,
    new_password: "パスワードを再設定する",
};

const fn remedy(of: Remedy) -> &'static str {
    match of {
        Remedy::GoOn => "ほかの操作は、そのままご利用いただけます。",
        Remedy::NewPassword(_) => "お急ぎのときは、パスワードをメールで再設定すると、すぐにログインできます。",
        Remedy::UseMail => {
            "すでにお送りしたメールのURLは、期限までお使いいただけます。迷惑メールフォルダもご確認ください。クリニックの予約は、アカウントがなくても取ることができます。"
        }
        Remedy::OtherNetwork => "別の回線(携帯電話の回線など)からは、すぐにお試しいただけます。",
        Remedy::CallClinic => "手続き中の予約は、そのまま続けられます。お急ぎのときは、クリニックへお電話ください。",
        Remedy::AskOwner => {
            "お急ぎのときは、ほかのオーナーにパスワードや確認コードの再設定を依頼してください。ほかにオーナーがいないときは、システムの管理者に依頼してください。"
        }
    }
}
