//! What the staff's own pages say in Japanese.

use super::device::{self, SharedDeviceWords};
use super::sentences::{
    AgainWords, AuthenticatorWords, CodeWords, DemoStaffWords, RecoveryWords, SetupWords, StaffFormWords,
    StaffInvitationWords, StaffSignInWords, StaffWords,
};
use crate::credential;
use crate::lang::Lang;
use crate::mail;
use crate::staff::form::StaffProblem;
use crate::staff::role::Role;
use crate::staff::setup::SetupRefused;

/// What is said of shared devices.
const DEVICE: &SharedDeviceWords = device::of(Lang::Ja);

pub const WORDS: StaffWords = StaffWords {
    form: StaffFormWords {
        email: "メールアドレス",
        password: "パスワード",
        password_rule: "13文字以上。言葉をいくつか並べると覚えやすく、推測されにくくなります。",
        name: "氏名",
        name_hint: "ほかのスタッフに表示されます。例:佐藤 花",
    },
    sign_in: StaffSignInWords {
        title: "スタッフ ログイン",
        lead: "クリニックのスタッフの方の入口です。",
        button: "ログイン",
        signed_in_as: "ログイン中",
        signed_out: "ログアウトしました。",
        help: "パスワードがわからないときは、クリニックの管理者にご連絡ください。",
    },
    code: CodeWords {
        title: "確認コード",
        lead: "認証アプリに表示されている6桁の数字を入力してください。",
        label: "確認コード",
        back: "ログインへ戻る",
        recovery: "回復コード",
        recovery_lead: "控えておいた回復コードを1つ入力してください。1つのコードは1回だけ使えます。",
        use_recovery: "回復コードを入力する",
        lost: "認証アプリが手元にないとき",
        lost_help: &[
            "控えておいた回復コードでログインできます。",
            "回復コードもないときは、クリニックの管理者にご連絡ください。",
        ],
    },
    again: AgainWords {
        title: "ご本人の確認",
        lead: "大切な変更のため、パスワードと確認コードをもう一度入力してください。入力の途中だった内容は残っています。",
        button: "確認して続ける",
    },
    setup: SetupWords {
        title: "はじめての設定",
        lead: "このマイページを使い始めるクリニックの方のページです。",
        where_it_is: &[
            "設定コードは、マイページを起動した画面に表示されています。データのフォルダーの setup というファイルにもあります。",
        ],
        code: "設定コード(16文字)",
        go_on: "次へ",
        owner: "管理者の登録",
        owner_lead: "クリニックの管理者として、ログインを作ります。ほかのスタッフは、あとから招待できます。",
        email_hint: "ログインに使います。",
    },
    invitation: StaffInvitationWords {
        title: "スタッフ登録",
        lead: "氏名とパスワードを決めてください。次に、認証アプリを設定します。",
        steps: ["氏名とパスワード", "認証アプリ", "回復コード"],
        clinic: "クリニック",
        role: "役割",
        operator: "運用担当者(サービスの状態を見守ります。患者さんの情報は見えません)",
        go_on: "認証アプリの設定へ",
        accept: "このクリニックのスタッフになる",
        accept_operator: "運用担当者になる",
        sign_in_first: "このメールアドレスはスタッフとして登録されています。ログインしてから受け取ってください。",
        dead: "この招待は使えません",
        dead_help: &[
            "すでに使われたか、期限(7日)が過ぎています。リンクが途中で切れていないかもご確認ください。",
            "登録がお済みの方は、そのままログインできます。お済みでない方は、管理者に新しい招待をご依頼ください。",
        ],
    },
    authenticator: AuthenticatorWords {
        title: "認証アプリの設定",
        lead: "患者さんの情報を守るため、ログインにはパスワードのほかに認証アプリの数字を使います。",
        steps: [
            "スマートフォンに認証アプリ(Google Authenticator、Microsoft Authenticator など)を入れます。",
            "アプリの「追加」で、下のQRコードを読み取ります。",
            "アプリに出た6桁の数字を入力します。",
        ],
        qr: "認証アプリで読み取るQRコード",
        on_this_device: "この端末の認証アプリで開く",
        by_hand: "QRコードを読み取れないとき",
        by_hand_help: "アプリの「キーを入力」に、次の文字を入力してください(種類は「時間ベース」)。",
        button: "確認して登録する",
        back: "氏名とメールアドレスの入力に戻る",
    },
    recovery: RecoveryWords {
        title: "回復コード",
        lead: "認証アプリが使えなくなったときの予備です。今だけ表示されます。",
        help: &["印刷するか書き写して、本人だけが開けられる場所に保管してください。", "1つのコードは1回だけ使えます。"],
        noted: "控えたので、はじめる",
    },
    demo: DemoStaffWords {
        title: "デモのスタッフ",
        lead: "押すとパスワードが入力されます。続けて確認コードを求められます。",
        button: |name| format!("{name}としてログイン"),
        codes: "デモの確認コード",
        codes_lead: "認証アプリの代わりです。数字は30秒ごとに変わり、1回だけ使えます。",
        codes_link: "デモの確認コードを見る",
    },
    role,
    problem,
};

const fn role(role: Role) -> &'static str {
    match role {
        Role::Owner => "管理者",
        Role::Reception => "受付",
        Role::Doctor => "医師",
    }
}

fn problem(problem: StaffProblem) -> String {
    let sentence = match problem {
        StaffProblem::Address(problem) => return (mail::words::of(Lang::Ja).address)(problem).to_owned(),
        StaffProblem::DeviceName => DEVICE.name_missing,
        StaffProblem::LockMinutes => DEVICE.minutes_wrong,
        StaffProblem::WhoMissing => DEVICE.lock.who_missing,
        StaffProblem::PinMissing => DEVICE.lock.pin_missing,
        StaffProblem::PinWrong(left) => return (DEVICE.lock.pin_wrong)(left),
        StaffProblem::Pin(problem) => (DEVICE.pin_problem)(problem),
        StaffProblem::NewPassword(problem) => return (credential::words::of(Lang::Ja).broken)(problem),
        StaffProblem::SetupCode(SetupRefused::Wrong) => "設定コードが違います。起動した画面をもう一度ご確認ください",
        StaffProblem::SetupCode(SetupRefused::Over) => {
            "この設定コードはもう使えません。マイページを起動し直すと、新しいコードが表示されます"
        }
        StaffProblem::PasswordMissing => "パスワードを入力してください",
        StaffProblem::PasswordWrong => "パスワードが違います",
        StaffProblem::SignInWrong => "メールアドレスかパスワードが違います",
        StaffProblem::TooManySignIns => {
            "短い時間に何度もログインされたため、新しいログインを1時間ほど止めています。ログイン中の端末は、そのままお使いいただけます。いまログインが必要なときは、クリニックのほかの管理者に、再設定のリンクを頼んでください。管理者がほかにいないときは、このサービスを動かしている方が、コマンド「mypage staff reset」でリンクを作れます"
        }
        StaffProblem::Disabled => "このログインは停止されています。クリニックの管理者にご連絡ください",
        StaffProblem::SetupCodeMissing => "設定コード(16文字)を入力してください",
        StaffProblem::CodeMissing => "認証アプリの6桁の数字を入力してください",
        StaffProblem::CodeWrong => {
            "確認コードが違います。アプリに今出ている数字を入力してください。何度も違うときは、端末の時刻が合っているかご確認ください"
        }
        StaffProblem::CodeUsed => "この数字はもう使われました。アプリの数字が変わってから入力してください",
        StaffProblem::NameMissing => "氏名を入力してください",
        StaffProblem::NameForbidden => "氏名に表示できない文字が含まれています。入力し直してください",
        StaffProblem::RoleMissing => "役割を選んでください",
        StaffProblem::WayMissing => "リンクの渡し方を選んでください",
        StaffProblem::WorksHere => "このメールアドレスの方は、すでにこのクリニックのスタッフです",
        StaffProblem::LastOwner => {
            "ログインできる管理者がこの方だけのため、変更できません。先にほかの管理者を決めてください"
        }
        StaffProblem::MailOnly => {
            "この方のログインはほかでも使われるため、リンクはご本人のメールアドレスにだけ送れます"
        }
        StaffProblem::NameTooLong => "氏名は40文字以内で入力してください",
    };
    sentence.to_owned()
}
