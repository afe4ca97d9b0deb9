//! What is said of a new password, in Japanese.

use super::sentences::PasswordWords;
use crate::credential::password::{MOST, PasswordProblem};

pub const WORDS: PasswordWords = PasswordWords { broken };

/// What to do about a password that is refused.
fn broken(problem: PasswordProblem) -> String {
    match problem {
        PasswordProblem::Missing => "パスワードを入力してください".to_owned(),
        PasswordProblem::TooShort { least, got } => format!(
            "パスワードは{least}文字以上です。入力されたのは{got}文字でした。好きな言葉をいくつか並べると覚えやすくなります"
        ),
        PasswordProblem::TooLong => format!("パスワードは{MOST}文字以内で入力してください"),
        PasswordProblem::Common => {
            "このパスワードはよく使われていて、すぐに推測されます。別の言葉を組み合わせてください".to_owned()
        }
        PasswordProblem::HoldsAddress => {
            "パスワードにメールアドレスが含まれています。別の言葉にしてください".to_owned()
        }
        PasswordProblem::HoldsName => "パスワードにお名前が含まれています。別の言葉にしてください".to_owned(),
    }
}
