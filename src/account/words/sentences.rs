//! What the account's pages and mails say, one field a sentence.

use crate::account::form::{AccountProblem, WithdrawalReason};
use crate::clock::Moment;

/// All sentences, by screen.
pub struct AccountWords {
    pub titles: AccountTitles,
    pub form: AccountFormWords,
    pub sign_in: SignInWords,
    pub reset: PasswordResetWords,
    pub sign_up: SignUpWords,
    pub person: OwnPersonWords,
    pub sent: SentWords,
    pub dead_link: DeadLinkWords,
    pub agreement: AgreementWords,
    pub email_change: EmailChangeWords,
    pub password_change: PasswordChangeWords,
    pub withdrawal: WithdrawalWords,
    pub sessions: SessionsWords,
    pub sign_up_letter: SignUpLetterWords,
    pub change_letter: ChangeLetterWords,
    pub letter: AccountLetterWords,
}

/// The pages that others lead to.
pub struct AccountTitles {
    /// お客様ID.
    pub customer_id: &'static str,
    /// The page of the account.
    pub account: &'static str,
    /// The page after signing in.
    pub dashboard: &'static str,
    /// The page of the account's owner.
    pub person: &'static str,
    /// The privacy policy.
    pub privacy: &'static str,
    /// The terms of use.
    pub terms: &'static str,
}

/// What several forms say.
pub struct AccountFormWords {
    pub email: &'static str,
    pub password: &'static str,
    pub new_password: &'static str,
    pub password_rule: &'static str,
    pub current_password: &'static str,
    pub send: &'static str,
    /// The service cannot send mails yet.
    pub mail_waits: &'static str,
    pub change: &'static str,
    pub set_password: &'static str,
    pub back_to_sign_in: &'static str,
    pub back_to_dashboard: &'static str,
    pub back_to_account: &'static str,
    /// What to do about a problem.
    pub problem: fn(AccountProblem) -> String,
}

/// アカウント認証, and what it says first after something was done.
pub struct SignInWords {
    pub title: &'static str,
    pub button: &'static str,
    /// The box to tick on a device of one's own.
    pub stay: &'static str,
    pub stay_hint: &'static str,
    pub forgot: &'static str,
    pub sign_up_lead: &'static str,
    pub sign_up: &'static str,
    pub under_way: &'static str,
    pub go_on: &'static str,
    /// Over the accounts of a demonstration.
    pub demo: &'static str,
    pub demo_lead: &'static str,
    /// With the name of the owner.
    pub demo_button: fn(&str) -> String,
    pub signed_out: &'static str,
    pub reset_done: &'static str,
}

/// パスワードを忘れた方 and パスワード再設定.
pub struct PasswordResetWords {
    pub forgot: &'static str,
    pub lead: &'static str,
    pub title: &'static str,
    pub lasts: &'static str,
}

/// 新規登録: メールアドレス確認 → パスワード設定 → 利用者情報 → 確認.
pub struct SignUpWords {
    pub steps: [&'static str; 4],
    pub address: &'static str,
    pub address_lead: &'static str,
    pub address_button: &'static str,
    pub address_again: &'static str,
    pub lasts: &'static str,
    pub password: &'static str,
    pub password_lead: &'static str,
    pub taken: &'static str,
    pub taken_why: &'static str,
    /// That the booking stands out of which the account was to be made.
    pub taken_booked: &'static str,
    pub done: &'static str,
}

/// 利用者情報の設定 and ご利用情報の設定, each with its 確認.
pub struct OwnPersonWords {
    pub sign_up: &'static str,
    pub sign_up_lead: &'static str,
    /// The same for somebody who has booked for another person, by their name.
    pub sign_up_lead_of_booker: fn(&[String]) -> String,
    pub to_confirmation: &'static str,
    /// The title of 確認 of a sign-up, and that of a change.
    pub confirmation: &'static str,
    pub edit_confirmation: &'static str,
    pub confirmation_lead: &'static str,
    /// That the members of the family of these names go along to the new phone and address.
    pub family_too: fn(&[String]) -> String,
    pub register: &'static str,
    pub mend: &'static str,
    /// Before what stands there now.
    pub former: &'static str,
    pub unchanged: &'static str,
    pub done: &'static str,
}

/// That a mail is on its way.
pub struct SentWords {
    pub title: &'static str,
    pub title_waiting: &'static str,
    pub to: &'static str,
    pub next: &'static str,
    pub not_arrived: &'static str,
    pub not_arrived_typo: &'static str,
    pub not_arrived_spam: &'static str,
    pub not_arrived_carrier: &'static str,
    pub again: &'static str,
    pub perhaps: &'static str,
    pub send_there: &'static str,
}

/// The page behind a link that does not work.
pub struct DeadLinkWords {
    pub title: &'static str,
    pub why: &'static str,
    pub cut: &'static str,
    pub sign_up: &'static str,
    pub send_again: &'static str,
    pub start_again: &'static str,
}

/// 利用規約, プライバシーポリシー, and agreeing to new versions of them.
pub struct AgreementWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub button: &'static str,
    pub agree: &'static str,
    pub read_terms: &'static str,
    pub read_privacy: &'static str,
    pub version: &'static str,
}

/// メールアドレスの変更.
pub struct EmailChangeWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub current: &'static str,
    pub new: &'static str,
    pub lasts: &'static str,
    pub confirmation_lead: &'static str,
    pub done: &'static str,
    /// Beside the sign-in form, for somebody who opens the link of the mail: which address still counts.
    pub sign_in_first: &'static str,
}

/// パスワードの変更, and asking for the current one.
pub struct PasswordChangeWords {
    pub title: &'static str,
    pub why_current: &'static str,
    pub done: &'static str,
}

/// 退会.
pub struct WithdrawalWords {
    pub leaving: &'static str,
    pub leaving_button: &'static str,
    pub title: &'static str,
    pub lead: &'static str,
    pub clinic: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub own_words: &'static str,
    pub reason_of: fn(WithdrawalReason) -> &'static str,
    pub agree: &'static str,
    pub button: &'static str,
    /// Leads back, and nothing is done.
    pub keep: &'static str,
    pub done: &'static str,
    pub thanks: &'static str,
}

/// ログイン中の端末.
pub struct SessionsWords {
    pub title: &'static str,
    pub lead: &'static str,
    /// Leads to the page.
    pub open: &'static str,
    pub here: &'static str,
    pub others: &'static str,
    pub no_others: &'static str,
    /// What to do when a device is unfamiliar. The title of パスワードの変更 follows, as a link.
    pub unknown: &'static str,
    pub started: &'static str,
    pub used: &'static str,
    pub sign_out_others: &'static str,
    pub sign_out_one: &'static str,
    /// The same with the device and when it was signed in, read out for the button.
    pub sign_out_named: fn(&str, Moment) -> String,
    pub others_done: &'static str,
    pub one_done: &'static str,
    pub already_over: &'static str,
}

/// Mails that answer somebody who is not signed in.
pub struct SignUpLetterWords {
    /// The subject of a mail about signing up.
    pub address_subject: &'static str,
    pub thanks: &'static str,
    pub go_on: &'static str,
    pub sign_up_lasts: &'static str,
    pub registered: &'static str,
    pub forgotten: &'static str,
    /// The subject of a mail about a forgotten password.
    pub password_subject: &'static str,
    pub reset: &'static str,
    pub reset_button: &'static str,
    pub reset_lasts: &'static str,
    pub nobody: &'static str,
    pub sign_up: &'static str,
    pub disabled: &'static str,
}

/// Mails about changes of an account.
pub struct ChangeLetterWords {
    /// The subject of a mail to a new address.
    pub new_address_subject: &'static str,
    pub asked: &'static str,
    pub confirm: &'static str,
    pub lasts: &'static str,
    pub taken: &'static str,
    pub address_changed_subject: &'static str,
    pub address_changed: &'static str,
    pub contact_us: &'static str,
    pub password_changed_subject: &'static str,
    pub password_changed: &'static str,
    pub withdrawn_subject: &'static str,
    pub withdrawn: &'static str,
    pub withdrawn_stays: &'static str,
    pub when: &'static str,
    /// Which address still counts.
    pub until_then: &'static str,
}

/// What several mails say.
pub struct AccountLetterWords {
    pub sign_in: &'static str,
    pub not_asked: &'static str,
    pub warning: &'static str,
}
