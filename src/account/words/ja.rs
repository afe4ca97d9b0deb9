//! What the account's pages and mails say in Japanese.

use super::sentences::{
    AccountFormWords, AccountLetterWords, AccountTitles, AccountWords, AgreementWords, ChangeLetterWords,
    DeadLinkWords, EmailChangeWords, OwnPersonWords, PasswordChangeWords, PasswordResetWords, SentWords, SessionsWords,
    SignInWords, SignUpLetterWords, SignUpWords, WithdrawalWords,
};
use crate::account::form::{AccountProblem, WithdrawalReason};
use crate::credential;
use crate::lang::{self, Lang};
use crate::mail;

pub const WORDS: AccountWords = AccountWords {
    titles: TITLES,
    form: FORM,
    sign_in: SIGN_IN,
    reset: RESET,
    sign_up: SIGN_UP,
    person: PERSON,
    sent: SENT,
    dead_link: DEAD_LINK,
    agreement: AGREEMENT,
    email_change: EMAIL_CHANGE,
    password_change: PASSWORD_CHANGE,
    withdrawal: WITHDRAWAL,
    sessions: SESSIONS,
    sign_up_letter: SIGN_UP_LETTER,
    change_letter: CHANGE_LETTER,
    letter: LETTER,
};

const TITLES: AccountTitles = AccountTitles {
    customer_id: "お客様ID",
    account: "アカウント変更",
    dashboard: "ダッシュボード",
    person: "ご利用情報の設定",
    privacy: "プライバシーポリシー",
    terms: "利用規約",
};

const FORM: AccountFormWords = AccountFormWords {
    email: "メールアドレス",
    password: "パスワード",
    new_password: "新しいパスワード",
    password_rule: "12文字以上。長く覚えやすい文(例: 好きなものをいくつか並べる)がおすすめです。推測されやすいものは使えません。",
    current_password: "現在のパスワード",
    send: "送信する",
    change: "変更する",
    set_password: "登録",
    mail_waits: "ただいま、このサービスからメールをお送りできません。お急ぎの方は、クリニックへお電話ください。",
    back_to_sign_in: "ログインに戻る",
    back_to_dashboard: "ダッシュボードに戻る",
    back_to_account: "アカウント変更に戻る",
    problem,
};

const SIGN_IN: SignInWords = SignInWords {
    title: "アカウント認証",
    button: "ログイン",
    stay: "この端末でログインしたままにする",
    stay_hint: "ご自分だけがお使いの端末で選んでください。最後のご利用から30日間、パスワードの入力なしでご利用いただけます。",
    forgot: "パスワードを忘れた方はこちら",
    sign_up_lead: "はじめての方",
    sign_up: "新規登録",
    under_way: "登録の途中です。",
    go_on: "登録を続ける",
    demo: "お試し用のアカウント",
    demo_lead: "架空の方のアカウントです。どなたでもお使いいただけます。",
    demo_button: |name| format!("{name}さんとしてログイン"),
    signed_out: "ログアウトしました。",
    reset_done: "新しいパスワードを登録しました。ログインしてください。",
};

const RESET: PasswordResetWords = PasswordResetWords {
    forgot: "パスワードを忘れた方",
    lead: "ご登録のメールアドレスを入力してください。パスワードを再設定するためのメールをお送りします。",
    title: "パスワード再設定",
    lasts: "URLの有効期限は30分です。",
};

const SIGN_UP: SignUpWords = SignUpWords {
    steps: ["メールアドレス確認", "パスワード設定", "利用者情報", "確認"],
    address: "メールアドレス確認",
    address_lead: "受信できるメールアドレスを入力してください。確認用のメールをお送りします。",
    address_button: "メール送信",
    address_again: "登録の途中の情報が、このブラウザに見つかりませんでした。お手数ですが、最初からお願いします。登録がお済みの方は、ログインしてください。",
    lasts: "URLの有効期限は24時間です。",
    password: "パスワード設定",
    password_lead: "ログインに使用するパスワードを決めてください。",
    taken: "登録はお済みです",
    taken_why: "このメールアドレスはすでに登録されています。ログインしてご利用ください。",
    taken_booked: "ご予約は完了しています。ログインすると、ダッシュボードに表示されます。",
    done: "アカウントの登録が完了しました。",
};

const PERSON: OwnPersonWords = OwnPersonWords {
    sign_up: "利用者情報の設定",
    sign_up_lead: "診察を受ける方ご本人の情報を入力してください。",
    sign_up_lead_of_booker: |names| {
        let names: Vec<String> = names.iter().map(|name| format!("{name}さん")).collect();
        format!(
            "アカウントをお使いになる、あなたご自身の情報を入力してください。{}は、ご家族として登録されます。",
            names.join("、")
        )
    },
    to_confirmation: "確認へ",
    confirmation: "登録内容の確認",
    edit_confirmation: "ご利用情報の確認",
    confirmation_lead: "内容を確認して「登録する」を押してください。",
    family_too: |names| format!("同じ電話番号・住所で登録しているご家族({})も、一緒に変更する", names.join("、")),
    register: "登録する",
    mend: "内容を修正する",
    former: "変更前:",
    unchanged: "変更されたところはありません。",
    done: "ご利用情報を更新しました。",
};

const SENT: SentWords = SentWords {
    title: "メールを送信しました",
    title_waiting: "メールをまだお送りできていません",
    to: "宛先",
    next: "届いたメールを開き、書かれているURLを押してください。",
    not_arrived: "メールが届かないとき",
    not_arrived_typo: "メールアドレスに間違いがないか、ご確認ください。",
    not_arrived_spam: "迷惑メールのフォルダに入っていないか、ご確認ください。",
    not_arrived_carrier: "携帯電話会社のメールをお使いの場合は、受信設定で次の差出人を許可してください:",
    again: "メールアドレスを入力し直す",
    perhaps: "もしかして、こちらのメールアドレスではありませんか?",
    send_there: "こちらのメールアドレスに送信する",
};

const DEAD_LINK: DeadLinkWords = DeadLinkWords {
    title: "このURLは使えません",
    why: "有効期限が切れたか、すでに使われたか、より新しいメールが送られています。届いたメールのうち、いちばん新しいものをご確認ください。手続きがすでに完了している場合は、このURLは必要ありません。",
    cut: "URLが途中で切れていると開けません。メールのURL全体を押すか、コピーしてください。",
    sign_up: "登録が途中の場合は、最初に開いたブラウザで続けるか、もう一度メールを送ってください。",
    send_again: "もう一度メールを送る",
    start_again: "もう一度手続きをする",
};

const AGREEMENT: AgreementWords = AgreementWords {
    title: "規約が新しくなりました",
    lead: "新しい利用規約とプライバシーポリシーをご確認のうえ、同意をお願いします。",
    button: "同意して進む",
    agree: "利用規約とプライバシーポリシーに同意する",
    read_terms: "利用規約を読む",
    read_privacy: "プライバシーポリシーを読む",
    version: "版:",
};

const EMAIL_CHANGE: EmailChangeWords = EmailChangeWords {
    title: "メールアドレスの変更",
    lead: "新しいメールアドレスに確認用のメールをお送りします。メールのURLから確認すると、変更が完了し、ご家族の分も含めて、予約のメールは新しいアドレスに届きます。",
    current: "現在のメールアドレス",
    new: "新しいメールアドレス",
    lasts: "URLの有効期限は1時間です。",
    confirmation_lead: "下のボタンを押すと、メールアドレスの変更が完了します。",
    sign_in_first: "メールアドレスの変更を完了するため、ログインをお願いします。変更が終わるまでは、これまでのメールアドレスとパスワードをお使いください(新しいメールアドレスではまだログインできません)。",
    done: "メールアドレスを変更しました。",
};

const PASSWORD_CHANGE: PasswordChangeWords = PasswordChangeWords {
    title: "パスワードの変更",
    why_current: "安全のため、現在のパスワードも入力してください。",
    done: "パスワードを変更しました。ほかの端末ではログアウトされました。",
};

const WITHDRAWAL: WithdrawalWords = WithdrawalWords {
    leaving: "アカウント退会",
    leaving_button: "ご利用のアカウントを削除して退会する",
    title: "退会",
    lead: "退会すると、アカウントとご本人・ご家族の情報が削除され、元に戻すことはできません。",
    clinic: "※クリニックに登録されている患者情報は削除されません。",
    reason: "退会理由",
    reason_hint: "今後の改善に役立てます。お名前などは一緒に保存されません。",
    own_words: "ご意見・ご要望",
    reason_of,
    agree: "規約に同意して退会する",
    button: "送信して退会する",
    keep: "退会しない",
    done: "退会しました",
    thanks: "アカウントの情報を削除しました。キャンセルしなかったご予約は、そのまま有効です。変更やキャンセルは、予約のメールにあるURLからできます。これまでご利用いただき、ありがとうございました。",
};

const SESSIONS: SessionsWords = SessionsWords {
    title: "ログイン中の端末",
    lead: "このアカウントにログインしている端末を確認し、ほかの端末をログアウトできます。",
    open: "ログイン中の端末を見る",
    here: "この端末",
    others: "ほかの端末",
    no_others: "ほかにログインしている端末はありません。",
    unknown: "心当たりのない端末があるときは、ログアウトしたうえで、パスワードも変更してください。",
    started: "ログインした日時",
    used: "最後に使った日",
    sign_out_others: "ほかの端末をログアウト",
    sign_out_one: "ログアウトさせる",
    sign_out_named: |device, started| {
        format!("{device}({}にログイン)をログアウトさせる", lang::moment(Lang::Ja, started))
    },
    others_done: "ほかの端末をログアウトしました。",
    one_done: "選んだ端末をログアウトしました。",
    already_over: "その端末は、すでにログアウトしています。",
};

const SIGN_UP_LETTER: SignUpLetterWords = SignUpLetterWords {
    address_subject: "メールアドレスの確認",
    thanks: "新規登録のお申し込みありがとうございます。下のURLを開いて、登録を続けてください。",
    go_on: "登録を続ける",
    sign_up_lasts: "このURLは24時間有効です。",
    registered: "新規登録のお申し込みがありましたが、このメールアドレスはすでに登録されています。ログインしてご利用ください。",
    forgotten: "パスワードをお忘れの場合は、ログインのページの「パスワードを忘れた方はこちら」から再設定できます。",
    password_subject: "パスワードの再設定",
    reset: "パスワード再設定のお申し込みを受け付けました。下のURLを開いて、新しいパスワードを登録してください。",
    reset_button: "パスワードを再設定する",
    reset_lasts: "このURLは30分間有効です。",
    nobody: "パスワード再設定のお申し込みがありましたが、このメールアドレスは登録されていません。別のメールアドレスで登録されていないかご確認ください。はじめての方は、下のURLから新規登録ができます。",
    sign_up: "新規登録をする",
    disabled: "パスワード再設定のお申し込みがありましたが、このアカウントは現在ご利用いただけません。お問い合わせください。",
};

const CHANGE_LETTER: ChangeLetterWords = ChangeLetterWords {
    new_address_subject: "新しいメールアドレスの確認",
    asked: "メールアドレスの変更を受け付けました。下のURLを開いて確認すると、このメールアドレスへの変更が完了します。",
    until_then: "変更が終わるまでは、これまでのメールアドレスでログインしてください。",
    confirm: "メールアドレスを確認する",
    lasts: "このURLは1時間有効です。",
    taken: "メールアドレスの変更のお申し込みがありましたが、このメールアドレスは別のアカウントで登録されているため、変更できません。",
    address_changed_subject: "メールアドレスが変更されました",
    address_changed: "アカウントのメールアドレスが変更されました。今後のお知らせは、新しいメールアドレスにお送りします。",
    contact_us: "お心当たりがない場合は、第三者がアカウントを操作したおそれがあります。すぐにお問い合わせください。",
    password_changed_subject: "パスワードが変更されました",
    password_changed: "アカウントのパスワードが変更されました。",
    withdrawn_subject: "退会の手続きが完了しました",
    withdrawn: "アカウントの情報を削除し、退会の手続きが完了しました。これまでご利用いただき、ありがとうございました。",
    withdrawn_stays: "クリニックに登録されている患者情報は削除されません。キャンセルしなかったご予約は、そのまま有効です。変更やキャンセルは、予約のメールにあるURLからできます。",
    when: "日時",
};

const LETTER: AccountLetterWords = AccountLetterWords {
    sign_in: "ログインする",
    not_asked: "お心当たりがない場合は、このメールを破棄してください。何も変更されません。",
    warning: "お心当たりがない場合は、第三者がアカウントを操作したおそれがあります。すぐにパスワードを再設定し、お問い合わせください。",
};

const fn reason_of(reason: WithdrawalReason) -> &'static str {
    match reason {
        WithdrawalReason::NoNeed => "利用する機会がなくなった",
        WithdrawalReason::OtherClinic => "別のクリニックに通うことになった",
        WithdrawalReason::Hard => "使い方が分かりにくい",
        WithdrawalReason::OtherAccount => "別のアカウントを使っている",
        WithdrawalReason::Other => "その他",
    }
}

fn problem(problem: AccountProblem) -> String {
    let sentence = match problem {
        AccountProblem::Address(problem) => (mail::words::of(Lang::Ja).address)(problem),
        AccountProblem::NewPassword(problem) => return (credential::words::of(Lang::Ja).broken)(problem),
        AccountProblem::AddressIsCurrent => "現在のメールアドレスと同じです",
        AccountProblem::PasswordMissing => "パスワードを入力してください",
        AccountProblem::SignInWrong => "メールアドレスまたはパスワードが違います。もう一度ご確認ください",
        AccountProblem::TooManySignIns => {
            "短い時間に何度もログインされたため、新しいログインを1時間ほど止めています。ログイン中の端末は、そのままお使いいただけます。いまログインが必要なときや、お心当たりがないときは、下の「パスワードを忘れた方はこちら」から新しいパスワードを登録すると、すぐにログインできます"
        }
        AccountProblem::Disabled => "このアカウントは現在ご利用いただけません。お問い合わせください",
        AccountProblem::CurrentPasswordMissing => "現在のパスワードを入力してください",
        AccountProblem::CurrentPasswordWrong => "現在のパスワードが違います",
        AccountProblem::PasswordIsCurrent => "現在のパスワードと同じです。別のパスワードにしてください",
        AccountProblem::ReasonMissing => "退会理由を選んでください",
        AccountProblem::ReasonTooLong => "退会理由は1000文字までで入力してください",
        AccountProblem::NotAgreed => {
            "利用規約とプライバシーポリシーをお読みのうえ、同意する場合はチェックを入れてください"
        }
        AccountProblem::LeavingNotAgreed => "規約をお読みのうえ、チェックを入れてください",
    };
    sentence.to_owned()
}
