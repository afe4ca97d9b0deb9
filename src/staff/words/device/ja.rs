//! What the pages of shared devices and PINs say in Japanese.

use super::sentences::{LockWords, PinWords, SharedDeviceWords};
use crate::staff::pin::PinProblem;

pub const WORDS: SharedDeviceWords = SharedDeviceWords {
    title: "共用端末",
    lead: "受付のタブレットなど、何人かで使う端末を登録します。",
    none: "登録された端末はありません",
    none_help: "登録したい端末でこのページを開いて、登録してください。",
    this_one: "この端末",
    used: |at| format!("最後に使われた日時 {at}"),
    locks_after: |minutes| format!("{minutes}分使わないとロック"),
    register: "この端末を登録する",
    register_help: &[
        "登録した端末では、パスワードと確認コードでログインした方が、12時間のあいだ6桁のPINで戻れます。",
        "使わない時間が続くと画面がロックされます。90日使われないと、登録は終わります。",
    ],
    name: "端末の名前",
    name_hint: "例:受付のタブレット",
    minutes: "ロックまでの時間(分)",
    minutes_hint: "1から15まで。",
    register_button: "登録する",
    revoke: "端末の登録を取り消す",
    revoke_lead: |name| format!("「{name}」では、PINで戻れなくなります。"),
    revoke_help: "この端末でログイン中の方は、すぐにログアウトになります。なくした端末は、ここで取り消してください。",
    revoke_button: "登録を取り消す",
    back: "共用端末へ戻る",
    registered: "この端末を登録しました。",
    revoked: "登録を取り消しました。",
    lock: LockWords {
        lead: "画面はロックされています。",
        who: "お名前",
        pin: "PIN(6桁)",
        button: "ロックを解除する",
        password: "ほかの方・PINがわからない方は、パスワードでログイン",
        who_missing: "お名前を選んでください",
        pin_missing: "PINを入力してください",
        pin_wrong: |left| format!("PINが違います。あと{left}回違うと、パスワードでのログインが必要になります"),
        full: "PINでは戻れません。パスワードと確認コードでログインしてください。",
    },
    pin: PinWords {
        title: "PINの設定",
        lead: "この端末のロックを解除する、ご自分だけの6桁の数字を決めてください。",
        help: &["パスワードの代わりにはなりません。登録された端末で、ログインから12時間のあいだだけ使えます。"],
        field: "新しいPIN(6桁)",
        field_hint: "000000 や 123456 のような数字は使えません。",
        button: "PINを設定する",
        later: "あとで",
    },
    name_missing: "端末の名前を40文字以内で入力してください",
    minutes_wrong: "1から15までの数字を入力してください",
    pin_problem,
};

const fn pin_problem(problem: PinProblem) -> &'static str {
    match problem {
        PinProblem::NotSixDigits => "6桁の数字を入力してください",
        PinProblem::Trivial => "推測されやすい数字です。ほかの数字にしてください",
    }
}
