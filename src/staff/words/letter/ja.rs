//! What the mails to the staff say in Japanese.

use super::sentences::StaffLetterWords;

pub const WORDS: StaffLetterWords = StaffLetterWords {
    clinic: "クリニック",
    role: "役割",
    until: "有効期限",
    invited_subject: |clinic| format!("{clinic} のスタッフへの招待"),
    invited: |name| format!("{name} さんが、あなたをクリニックのスタッフに招待しました。"),
    accept: "招待を受け取る",
    what_follows: "パスワードと認証アプリを設定すると、予約台帳を使えるようになります。リンクは1回だけ使えます。",
    not_you: "心当たりがないときは、このメールを破棄してください。何も登録されません。",
    reset_subject: "スタッフ ログインの再設定",
    reset: "クリニックの管理者が、あなたのログインの再設定を手配しました。下のボタンから、新しいパスワードと認証アプリを設定してください。",
    renew: "再設定をはじめる",
    reset_keeps: "再設定が終わるまでは、今のパスワードと認証アプリを使えます。心当たりがないときは、何もせずに管理者へお知らせください。",
    address: "メールアドレス",
    when: "日時",
    by: "手配した人",
    by_operator: "運営者",
    joined_subject: "スタッフが加わりました",
    joined: |name| format!("{name} さんが招待を受け取り、スタッフに加わりました。"),
    role_subject: "スタッフの役割が変わりました",
    role_changed: |name| format!("{name} さんの役割が変わりました。"),
    was_reset_subject: "スタッフのログインが再設定されました",
    was_reset: |name| {
        format!("{name} さんのパスワードと認証アプリが新しく設定されました。これまでのものは使えません。")
    },
    recovery_subject: "回復コードが使われました",
    recovery: |name| format!("{name} さんが、認証アプリの代わりに回復コードでログインしました。"),
    device_subject: "共用端末が登録されました",
    device: |name| format!("{name} さんが、クリニックの共用端末を登録しました。"),
    device_name: "端末の名前",
    unexpected: "このメールは、クリニックの管理者全員にお送りしています。心当たりがないときは、スタッフのページで利用を停止してください。",
    see_staff: "スタッフを見る",
};
