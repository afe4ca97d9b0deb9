//! アカウント認証, ログアウト, パスワードを忘れた方, ダッシュボード.

use crate::lang::Words;

pub const SIGN_IN: Words = Words("アカウント認証", "Sign in");
pub const SIGN_IN_BUTTON: Words = Words("ログイン", "Sign in");
pub const SIGN_UP_LINK: Words = Words("新規登録", "Create an account");
pub const SIGN_UP_LEAD: Words = Words("はじめての方", "New here?");
pub const FORGOT_LINK: Words = Words("パスワードを忘れた方はこちら", "Forgot your password?");
pub const SIGN_IN_WRONG: Words = Words(
    "メールアドレスまたはパスワードが違います。もう一度ご確認ください",
    "The e-mail address or the password is wrong. Please check both",
);
pub const DISABLED: Words = Words(
    "このアカウントは現在ご利用いただけません。お問い合わせください",
    "This account cannot be used at present. Please contact us",
);
pub const SIGNED_OUT: Words = Words("ログアウトしました。", "You have signed out.");
pub const RESET_DONE: Words =
    Words("新しいパスワードを登録しました。ログインしてください。", "Your new password is set. Please sign in.");

pub const FORGOT: Words = Words("パスワードを忘れた方", "Forgotten password");
pub const FORGOT_LEAD: Words = Words(
    "ご登録のメールアドレスを入力してください。パスワードを再設定するためのメールをお送りします。",
    "Enter the e-mail address of your account. We will send you an email for setting a new password.",
);
pub const FORGOT_BUTTON: Words = Words("送信する", "Send");
pub const RESET: Words = Words("パスワード再設定", "Set a new password");
pub const RESET_BUTTON: Words = Words("登録", "Register");
pub const RESET_SENT_MINUTES: Words = Words("URLの有効期限は30分です。", "The link works for 30 minutes.");
pub const NEW_PASSWORD: Words = Words("新しいパスワード", "New password");

/// The page after signing in.
pub const DASHBOARD: Words = Words("ダッシュボード", "Dashboard");
pub const WELCOME: Words = Words("アカウントの登録が完了しました。", "Your account is ready.");
pub const RESET_AGAIN: Words = Words("もう一度メールを送る", "Send a new email");
