//! What the account's pages and mails say in English.

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
    customer_id: "Customer ID",
    account: "Account",
    dashboard: "Dashboard",
    person: "Personal information",
    privacy: "Privacy policy",
    terms: "Terms of use",
};

const FORM: AccountFormWords = AccountFormWords {
    email: "E-mail address",
    password: "Password",
    new_password: "New password",
    password_rule: "At least 12 characters. A few words that you remember well are best. Passwords that are easy to guess are not accepted.",
    current_password: "Current password",
    send: "Send",
    change: "Change",
    set_password: "Register",
    mail_waits: "This service cannot send e-mails at the moment. If you are in a hurry, please call the clinic.",
    back_to_sign_in: "Back to sign-in",
    back_to_dashboard: "Back to the dashboard",
    back_to_account: "Back to the account",
    problem,
};

const SIGN_IN: SignInWords = SignInWords {
    title: "Sign in",
    button: "Sign in",
    stay: "Keep me signed in on this device",
    stay_hint: "Only on a device that nobody else uses. You will not need your password for 30 days after your last visit.",
    forgot: "Forgot your password?",
    sign_up_lead: "New here?",
    sign_up: "Create an account",
    under_way: "You have not finished registering.",
    go_on: "Continue registration",
    demo: "Accounts to try",
    demo_lead: "The people are made up. Anybody may use their accounts.",
    demo_button: |name| format!("Sign in as {name}"),
    signed_out: "You have signed out.",
    reset_done: "Your new password is set. Please sign in.",
};

const RESET: PasswordResetWords = PasswordResetWords {
    forgot: "Forgot your password?",
    lead: "Enter the e-mail address of your account. We will send you an e-mail for setting a new password.",
    title: "Set a new password",
    lasts: "The link works for 30 minutes.",
};

const SIGN_UP: SignUpWords = SignUpWords {
    steps: ["E-mail address", "Password", "Personal information", "Check"],
    address: "Confirm your e-mail address",
    address_lead: "Enter an e-mail address at which you can be reached. We will send you an e-mail to confirm it.",
    address_button: "Send e-mail",
    address_again: "This browser has no registration under way. Please start again, or sign in if you have finished registering.",
    lasts: "The link works for 24 hours.",
    password: "Set a password",
    password_lead: "Choose a password for signing in.",
    taken: "You are registered already",
    taken_why: "This e-mail address has an account already. Please sign in.",
    taken_booked: "Your reservation is complete. Once you have signed in, you find it on the dashboard.",
    done: "Your account is ready.",
};

const PERSON: OwnPersonWords = OwnPersonWords {
    sign_up: "Personal information",
    sign_up_lead: "Enter the patient's details.",
    sign_up_lead_of_booker: |names| {
        let (names, verb) = (names.join(" and "), if names.len() == 1 { "is" } else { "are" });
        format!("Enter your own details, as the owner of the account. {names} {verb} added to your family.")
    },
    to_confirmation: "Continue",
    confirmation: "Check your entries",
    edit_confirmation: "Check your changes",
    confirmation_lead: "Check that everything is right, then press Register.",
    family_too: |names| {
        format!("Change it for the family members with the same phone number or address too ({})", names.join(", "))
    },
    register: "Register",
    mend: "Change something",
    former: "Until now:",
    unchanged: "Nothing was changed.",
    done: "Your personal information has been updated.",
};

const SENT: SentWords = SentWords {
    title: "We have sent you an e-mail",
    title_waiting: "The e-mail has not been sent yet",
    to: "Sent to",
    next: "Open the e-mail and follow the link in it.",
    not_arrived: "If no e-mail arrives",
    not_arrived_typo: "Check that the address is right.",
    not_arrived_spam: "Look into your spam folder.",
    not_arrived_carrier: "If your provider filters e-mail, allow this sender:",
    again: "Enter the address again",
    perhaps: "Did you mean this address?",
    send_there: "Send to this address",
};

const DEAD_LINK: DeadLinkWords = DeadLinkWords {
    title: "This link does not work",
    why: "It has expired, has been used, or a newer e-mail has been sent. Look for the newest one. If you have finished already, you need it no more.",
    cut: "If the link was cut off, follow or copy the whole of it.",
    sign_up: "If you have begun to register, continue in the browser in which you began, or send a new e-mail.",
    send_again: "Send a new e-mail",
    start_again: "Start again",
};

const AGREEMENT: AgreementWords = AgreementWords {
    title: "The terms have changed",
    lead: "Please read the new terms of use and privacy policy, and agree to go on.",
    button: "Agree and go on",
    agree: "I agree to the terms of use and the privacy policy",
    read_terms: "Read the terms of use",
    read_privacy: "Read the privacy policy",
    version: "Version",
};

const EMAIL_CHANGE: EmailChangeWords = EmailChangeWords {
    title: "Change e-mail address",
    lead: "We will send an e-mail to the new address. The change takes effect when you confirm it with the link in that e-mail; e-mails about reservations, those of your family included, then go to the new address.",
    current: "Current e-mail address",
    new: "New e-mail address",
    lasts: "The link works for one hour.",
    confirmation_lead: "Press the button below to finish the change.",
    sign_in_first: "Please sign in to complete the change of your e-mail address. Until it is complete, use your former address and your password; the new address cannot be used to sign in yet.",
    done: "Your e-mail address has been changed.",
};

const PASSWORD_CHANGE: PasswordChangeWords = PasswordChangeWords {
    title: "Change password",
    why_current: "For your safety, please enter your current password as well.",
    done: "Your password has been changed. You have been signed out on other devices.",
};

const WITHDRAWAL: WithdrawalWords = WithdrawalWords {
    leaving: "Leave the service",
    leaving_button: "Delete my account and leave",
    title: "Leave",
    lead: "When you leave, your account and the details of you and your family are deleted. This cannot be undone.",
    clinic: "Patient records that clinics hold are not deleted.",
    reason: "Reason for leaving",
    reason_hint: "It helps us improve. It is kept without your name.",
    own_words: "Your comments",
    reason_of,
    agree: "I agree to the terms and want to leave",
    button: "Send and leave",
    keep: "Stay",
    done: "You have left the service",
    thanks: "The information of your account has been deleted. What you booked and did not cancel stays booked; use the link in its e-mail to change or cancel it. Thank you for having used the service.",
};

const SESSIONS: SessionsWords = SessionsWords {
    title: "Signed-in devices",
    lead: "See on which devices this account is signed in, and sign out on the others.",
    open: "Show signed-in devices",
    here: "This device",
    others: "Other devices",
    no_others: "No other device is signed in.",
    unknown: "If you do not know one of them, sign it out and change your password as well.",
    started: "Signed in",
    used: "Last used",
    sign_out_others: "Sign out all other devices",
    sign_out_one: "Sign this one out",
    sign_out_named: |device, started| {
        format!("Sign this one out: {device}, signed in {}", lang::moment(Lang::En, started))
    },
    others_done: "You have signed out on all other devices.",
    one_done: "You have signed out on that device.",
    already_over: "That device is signed out already.",
};

const SIGN_UP_LETTER: SignUpLetterWords = SignUpLetterWords {
    address_subject: "Confirm your e-mail address",
    thanks: "Thank you for signing up. Follow the link below to go on.",
    go_on: "Go on",
    sign_up_lasts: "The link works for 24 hours.",
    registered: "Somebody asked to sign up with this address, but it has an account already. Please sign in.",
    forgotten: "If you have forgotten the password, you can reset it from the sign-in page.",
    password_subject: "Set a new password",
    reset: "You asked to set a new password. Follow the link below to choose one.",
    reset_button: "Set a new password",
    reset_lasts: "The link works for 30 minutes.",
    nobody: "You asked to set a new password, but this address has no account. Perhaps you registered with another address. To create an account with this one, follow the link below.",
    sign_up: "Create an account",
    disabled: "You asked to set a new password, but your account cannot be used at present. Please contact us.",
};

const CHANGE_LETTER: ChangeLetterWords = ChangeLetterWords {
    new_address_subject: "Confirm your new e-mail address",
    asked: "You asked to change your e-mail address to this one. Follow the link below and confirm to finish.",
    until_then: "Until the change is complete, sign in with your former address.",
    confirm: "Confirm the address",
    lasts: "The link works for one hour.",
    taken: "Somebody asked to change an account's address to this one, but this address has an account of its own already.",
    address_changed_subject: "Your e-mail address was changed",
    address_changed: "The e-mail address of your account was changed. From now on, e-mails go to the new address.",
    contact_us: "If this was not you, somebody else may have used your account. Please contact us at once.",
    password_changed_subject: "Your password was changed",
    password_changed: "The password of your account was changed.",
    withdrawn_subject: "Your account was deleted",
    withdrawn: "The information of your account was deleted. Thank you for having used the service.",
    withdrawn_stays: "Patient records that clinics hold are not deleted. What you booked and did not cancel stays booked; use the link in its e-mail to change or cancel it.",
    when: "When",
};

const LETTER: AccountLetterWords = AccountLetterWords {
    sign_in: "Sign in",
    not_asked: "If you did not ask for this, ignore this e-mail. Nothing will change.",
    warning: "If this was not you, somebody else may have used your account. Reset your password at once and contact us.",
};

const fn reason_of(reason: WithdrawalReason) -> &'static str {
    match reason {
        WithdrawalReason::NoNeed => "I no longer need it",
        WithdrawalReason::OtherClinic => "I go to another clinic",
        WithdrawalReason::Hard => "It is hard to use",
        WithdrawalReason::OtherAccount => "I use another account",
        WithdrawalReason::Other => "Something else",
    }
}

fn problem(problem: AccountProblem) -> String {
    let sentence = match problem {
        AccountProblem::Address(problem) => (mail::words::of(Lang::En).address)(problem),
        AccountProblem::NewPassword(problem) => return (credential::words::of(Lang::En).broken)(problem),
        AccountProblem::AddressIsCurrent => "This is your current address",
        AccountProblem::PasswordMissing => "Enter your password",
        AccountProblem::SignInWrong => "The e-mail address or the password is wrong. Please check both",
        AccountProblem::TooManySignIns => {
            "There were very many sign-ins within a short time, so new ones are refused for about an hour. Devices that are signed in stay so. To sign in now, or if it was not you, set a new password by “Forgot your password?” below"
        }
        AccountProblem::Disabled => "This account cannot be used at present. Please contact us",
        AccountProblem::CurrentPasswordMissing => "Enter your current password",
        AccountProblem::CurrentPasswordWrong => "The current password is wrong",
        AccountProblem::PasswordIsCurrent => "This is your current password. Choose another one",
        AccountProblem::ReasonMissing => "Choose a reason",
        AccountProblem::ReasonTooLong => "Write at most 1,000 characters",
        AccountProblem::NotAgreed => {
            "Please read the terms of use and the privacy policy, and tick the box if you agree"
        }
        AccountProblem::LeavingNotAgreed => "Please read the terms and tick the box",
    };
    sentence.to_owned()
}
