//! What to do about a password that is refused, in both languages.

use super::{MOST, PasswordProblem};
use crate::lang::Lang;

/// The sentence beside the field.
pub fn sentence(lang: Lang, problem: PasswordProblem) -> String {
    match problem {
        PasswordProblem::Missing => lang.pick("パスワードを入力してください".to_owned(), "Enter a password".to_owned()),
        PasswordProblem::TooShort { least, got } => lang.pick(
            format!("パスワードは{least}文字以上です。入力されたのは{got}文字でした。好きな言葉をいくつか並べると覚えやすくなります"),
            format!("A password has at least {least} characters. You entered {got}. A few words in a row are easy to remember"),
        ),
        PasswordProblem::TooLong => lang.pick(
            format!("パスワードは{MOST}文字以内で入力してください"),
            format!("A password can have up to {MOST} characters"),
        ),
        PasswordProblem::Common => lang.pick(
            "このパスワードはよく使われていて、すぐに推測されます。別の言葉を組み合わせてください".to_owned(),
            "This password is widely used and quickly guessed. Combine other words".to_owned(),
        ),
        PasswordProblem::HoldsAddress => lang.pick(
            "パスワードにメールアドレスが含まれています。別の言葉にしてください".to_owned(),
            "The password contains your e-mail address. Use other words".to_owned(),
        ),
        PasswordProblem::HoldsName => lang.pick(
            "パスワードにお名前が含まれています。別の言葉にしてください".to_owned(),
            "The password contains your name. Use other words".to_owned(),
        ),
    }
}
