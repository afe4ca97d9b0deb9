//! 新規登録: メールアドレス確認 → パスワード設定 → 利用者情報 → 確認, and agreeing to documents.

use crate::lang::Words;

pub const STEPS: [Words; 4] = [
    Words("メールアドレス確認", "E-mail address"),
    Words("パスワード設定", "Password"),
    Words("利用者情報", "Personal information"),
    Words("確認", "Check"),
];

pub const ADDRESS: Words = Words("メールアドレス確認", "Confirm your e-mail address");
pub const ADDRESS_LEAD: Words = Words(
    "受信できるメールアドレスを入力してください。確認用のメールをお送りします。",
    "Enter an e-mail address at which you can be reached. We will send you an email to confirm it.",
);
pub const ADDRESS_BUTTON: Words = Words("メール送信", "Send email");
pub const ADDRESS_AGAIN: Words = Words(
    "登録の途中の情報が、このブラウザに見つかりませんでした。お手数ですが、最初からお願いします。登録がお済みの方は、ログインしてください。",
    "This browser has no registration under way. Please start again, or sign in if you have finished registering.",
);
pub const SIGN_UP_HOURS: Words = Words("URLの有効期限は24時間です。", "The link works for 24 hours.");

pub const SET_PASSWORD: Words = Words("パスワード設定", "Set a password");
pub const SET_PASSWORD_LEAD: Words =
    Words("ログインに使用するパスワードを決めてください。", "Choose a password for signing in.");
pub const SET_PASSWORD_BUTTON: Words = Words("登録", "Register");

pub const PERSON: Words = Words("利用者情報の設定", "Personal information");
pub const PERSON_LEAD: Words = Words("診察を受ける方ご本人の情報を入力してください。", "Enter the patient's details.");
pub const TAKEN: Words = Words("登録はお済みです", "You are registered already");
pub const TAKEN_WHY: Words = Words(
    "このメールアドレスはすでに登録されています。ログインしてご利用ください。",
    "This e-mail address has an account already. Please sign in.",
);

pub const AGREE: Words =
    Words("利用規約とプライバシーポリシーに同意する", "I agree to the terms of use and the privacy policy");
pub const AGREE_MISSING: Words = Words(
    "利用規約とプライバシーポリシーをお読みのうえ、同意する場合はチェックを入れてください",
    "Please read the terms of use and the privacy policy, and tick the box if you agree",
);
pub const READ_TERMS: Words = Words("利用規約を読む", "Read the terms of use");
pub const READ_PRIVACY: Words = Words("プライバシーポリシーを読む", "Read the privacy policy");
/// The terms of use.
pub const TERMS: Words = Words("利用規約", "Terms of use");
/// The privacy policy.
pub const PRIVACY: Words = Words("プライバシーポリシー", "Privacy policy");
pub const AGREEMENT: Words = Words("規約が新しくなりました", "The terms have changed");
pub const AGREEMENT_LEAD: Words = Words(
    "新しい利用規約とプライバシーポリシーをご確認のうえ、同意をお願いします。",
    "Please read the new terms of use and privacy policy, and agree to go on.",
);
pub const AGREEMENT_BUTTON: Words = Words("同意して進む", "Agree and go on");
pub const UNDER_WAY: Words = Words("登録の途中です。", "You have not finished registering.");
pub const GO_ON: Words = Words("登録を続ける", "Continue registration");
pub const SIGN_UP_AGAIN: Words = Words("もう一度メールを送る", "Send a new email");
