//! The design system: functions that draw markup, the stylesheets (`assets/css`) and small scripts (`assets/js`). Pure
//! functions of their arguments, without request, store or feature.
//!
//! A feature draws what stands under the title and wraps it in a [`Page`]; `web` puts the document around it
//! ([`shell::document`]). Every control works without the scripts. No inline script, style, handler or `style=` anywhere.
//!
//! ```
//! use mypage::lang::Lang;
//! use mypage::ui::{Field, Page, actions, button, form, problem_summary, steps};
//!
//! let lang = Lang::Ja;
//! let problem = Some("メールアドレスを入力してください。".to_owned());
//! let problems: Vec<(&str, &str)> = problem.iter().map(|p| ("email", p.as_str())).collect();
//! let body = form("/sign-up", "token", maud::html! {
//!     (Field::email("email", "メールアドレス").required(true).problem(problem.clone()).render(lang))
//!     (actions(button("メール送信")))
//! });
//! let page = Page::new("メールアドレス確認", body)
//!     .back("ログインへ戻る", "/")
//!     .steps(steps(lang, &["メールアドレス確認", "パスワード設定", "利用者情報", "確認"], 0))
//!     .problems(problem_summary(lang, &problems));
//! assert!(page.problems.0.contains("#email"));
//! ```

mod address;
pub mod asset;
mod block;
mod dialog;
pub mod field;
mod footer;
mod form;
mod header;
mod icon;
pub mod offline;
mod opening;
mod page;
mod pager;
mod part;
mod plain_text;
mod print_way;
mod problems;
pub mod shell;
mod steps;
#[cfg(test)]
mod tests;
mod whole_parts;
mod words;

pub use address::with_query;
pub use block::{
    ChangedRow, LinkRow, PagePart, Tone, alert, alert_first, apology, card, card_at, card_hidden_at, empty_state, fold,
    link_row, list_links, overview, overview_of_changes, ways, ways_across,
};
pub use dialog::{dialog, leave};
pub use field::{Field, Width};
pub use form::{
    Kind, action_bar, actions, button, button_danger, button_for_enter, button_saying, button_secondary,
    button_secondary_named, form, form_file_input, form_input, form_named, form_search, form_whole, form_whole_input,
    form_whole_named, link_button, problem_notice, problem_summary,
};
pub use icon::Icon;
pub use offline::OFFLINE;
pub use opening::{Opener, OpeningRow, Openings};
pub use page::{Bell, Chrome, Footer, Layout, Link, Lock, Page, SiteMenu};
pub use pager::pager;
pub use part::{Part, part_link, partial};
pub use plain_text::PlainText;
pub use print_way::print_way;
pub use problems::{Form, FormField, Problems};
pub use shell::MANIFEST;
pub use steps::steps;
pub use whole_parts::WholeParts;
