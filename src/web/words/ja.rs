//! What error pages say in Japanese.

use super::sentences::{Apology, RemedyWords, WebWords};
use crate::work::Remedy;

const UNCHANGED: &str = "何も変更されていません。";

pub const WORDS: WebWords = WebWords {
    contact: "お問い合わせ先:",
    home: "トップページへ",
    sign_in: "ログイン",
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
            "ページを開いてから時間がたったか、別の画面でログインや予約の確定などをしたため、送信を受け付けられませんでした。",
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
    too_many_until: |until| {
        format!(
            "同じ操作が続いたので、安全のために、この操作の受付を一時的に止めています。{until}以降にもう一度お試しください。"
        )
    },
    crowded: Apology { title: "ただいま混み合っています", sentences: &[UNCHANGED] },
    crowded_until: |until| {
        format!("お申し込みが集中しているため、この操作の受付を止めています。{until}以降にもう一度お試しください。")
    },
    remedy,
    call_clinic: "お急ぎのときは、クリニックへお電話ください。",
    clinic_page: "クリニックの予約ページへ",
    book_as_guest: "予約は、会員登録やログインをしなくても、クリニックの予約ページから今すぐできます。",
    book_signed_in: "予約の確認や変更、新しい予約は、いつもどおりできます。",
    dashboard: "ダッシュボードへ",
};

const OTHERS_GO_ON: &str = "ログインしたままで、ほかの操作は今もできます。";
const RESET: &str = "新しいパスワードを登録する";
const STAFF_RESET: &str = "待たずにログインするには、クリニックのほかの管理者に、再設定のリンクを頼んでください。管理者がほかにいないときは、このサービスを動かしている方が、コマンド「mypage staff reset」でリンクを作れます。";

const fn remedy(remedy: Remedy) -> RemedyWords {
    let (sentences, way): (&[&str], Option<&str>) = match remedy {
        Remedy::Waiting => (&["これまでに済んだ操作は、そのまま有効です。"], None),
        Remedy::PasswordReset => (
            &[
                "待たずにログインするには、メールで新しいパスワードを登録してください。登録すると、すぐにログインできます。",
            ],
            Some(RESET),
        ),
        Remedy::AnotherNetwork => (
            &[
                "止めているのは、お使いの回線(Wi-Fiなど)からの操作だけです。モバイル通信に切り替えるなど、別の回線からは今すぐできます。",
            ],
            None,
        ),
        Remedy::OpenSession => (
            &[
                OTHERS_GO_ON,
                "現在のパスワードがわからないときは、メールで新しいパスワードを登録してください。登録してログインし直すと、すぐにできます。",
            ],
            Some(RESET),
        ),
        Remedy::RestOfAccount => (&[OTHERS_GO_ON], None),
        Remedy::SentMail => (
            &[
                "最後にお送りしたメールは、書かれている期限まで使えます。見当たらないときは、迷惑メールフォルダもご確認ください。",
            ],
            None,
        ),
        Remedy::BookingUnderWay => (&["手続きの途中の予約は、そのまま続けられます。"], None),
        Remedy::BookedVisit => (&["予約は、今のまま有効です。"], None),
        Remedy::StaffReset => (&[STAFF_RESET], None),
        Remedy::StaffSession => (&[OTHERS_GO_ON, STAFF_RESET], None),
        Remedy::RecoveryCode => {
            (&["控えておいた回復コードがあれば、今すぐ続けられます。", STAFF_RESET], Some("回復コードを入力する"))
        }
        Remedy::BothFactors => {
            (&["パスワードと確認コードでは、今すぐログインできます。"], Some("パスワードと確認コードでログインする"))
        }
        Remedy::MadeLink => (
            &[
                "これまでに作ったリンクは、書かれている期限まで使えます。",
                "ほかのリンクが今すぐ必要なときは、このサービスを動かしている方が、コマンド「mypage staff invite」や「mypage staff reset」で作れます。",
            ],
            None,
        ),
    };
    RemedyWords { sentences, way }
}
