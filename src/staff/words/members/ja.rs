//! What the pages say in Japanese on which owners look after the staff.

use super::sentences::{InviteWords, MemberWords, MembersWords, SheetWords};
use crate::staff::role::Role;

pub const WORDS: MembersWords = MembersWords {
    title: "スタッフ",
    invite: "スタッフを招待",
    members: "登録済みのスタッフ",
    pending: "招待中",
    back: "スタッフへ戻る",
    you: "あなた",
    active: "使用中",
    suspended: "停止中",
    closed: "停止中(運営者による)",
    invited_until: |until| format!("招待中・{until}まで"),
    state: "状態",
    last_sign_in: "最後のログイン",
    never: "まだありません",
    last_sign_in_at: |at| format!("最後のログイン {at}"),
    done,
    invitation: InviteWords {
        lead: "招待された方は、リンクからパスワードと認証アプリを設定します。",
        email_hint: "ログインに使います。",
        role: "役割",
        way: "リンクの渡し方",
        mail: "メールで送る",
        mail_note: "入力したアドレスに届きます。",
        sheet: "紙に印刷して手渡す",
        sheet_note: "次の画面に一度だけ表示されます。",
        button: "招待する",
        waiting: "招待を受け取るのを待っています。",
        ends: "期限",
        by: "招待した人",
        withdraw: "招待を取り消す",
        withdraw_help: "取り消すと、送ったリンクはすぐに使えなくなります。",
    },
    member: MemberWords {
        back: |name| format!("{name} さんへ戻る"),
        change_role: "役割を変更する",
        more: "そのほかの操作",
        suspend: "利用を停止する",
        suspend_lead: |name| format!("{name} さんは、このクリニックの予約台帳を開けなくなります。"),
        suspend_help: &[
            "すぐに効き、開いている画面からも入れなくなります。あとで再開できます。",
            "ほかのクリニックでも働いている方は、そちらは使い続けられます。",
        ],
        suspend_button: "停止する",
        resume: "利用を再開する",
        resume_lead: |name| format!("{name} さんは、これまでのパスワードと認証アプリでまたログインできます。"),
        resume_button: "再開する",
        reset: "ログインを再設定する",
        reset_lead: |name| format!("{name} さんに、パスワードと認証アプリを設定し直すリンクを渡します。"),
        reset_help: &[
            "パスワードがわからないとき、認証アプリと回復コードの両方がないときに使います。リンクは1日だけ有効です。",
            "設定し直すまでは、今のパスワードと認証アプリを使えます。",
        ],
        reset_mail_only: "この方のログインはほかでも使われるため、リンクはご本人のメールアドレスにだけ送れます。",
        reset_closed: "停止中の方のログインは再設定できません。先に利用を再開してください。",
        reset_button: "リンクを渡す",
        remove: "スタッフから外す",
        remove_lead: |name| format!("{name} さんは、このクリニックのスタッフではなくなります。"),
        remove_help: &[
            "すぐに効きます。これまでの記録に残るお名前は消えません。",
            "また働いてもらうときは、もう一度招待してください。",
        ],
        remove_button: "スタッフから外す",
        last_owner: "管理者がいなくなります",
        last_owner_help: &[
            "このクリニックでログインできる管理者は、この方だけです。クリニックには管理者が必要なため、変更しませんでした。",
            "先に、ほかのスタッフを管理者に変更するか、新しい管理者を招待してください。",
        ],
    },
    sheet: SheetWords {
        title: |name| format!("{name} さんのリンク"),
        once: "この画面は一度だけ表示されます。印刷するか、その場で読み取ってもらってください。",
        scan: "スマートフォンで読み取ってください。",
        type_in: "読み取れないときは、ブラウザーに次のアドレスを入力してください。",
        works_once: |until| format!("1回だけ使えます。{until}まで有効です。ご本人以外に渡さないでください。"),
        qr: "リンクのQRコード",
    },
    role_note,
};

const fn role_note(role: Role) -> &'static str {
    match role {
        Role::Owner => "すべての操作。スタッフと端末の管理も行います。",
        Role::Reception => "予約台帳と受付の操作。スタッフと端末の管理はできません。",
        Role::Doctor => "予約台帳を見て、来院などの状況を変えます。",
    }
}

fn done(what: &str) -> Option<&'static str> {
    match what {
        "invited" => Some("招待のメールを送りました。"),
        "withdrawn" => Some("招待を取り消しました。"),
        "role" => Some("役割を変更しました。"),
        "suspended" => Some("利用を停止しました。"),
        "resumed" => Some("利用を再開しました。"),
        "reset" => Some("再設定のメールを送りました。"),
        "removed" => Some("スタッフから外しました。"),
        _ => None,
    }
}
