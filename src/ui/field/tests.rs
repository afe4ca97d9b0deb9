use super::*;
use crate::lang::Lang;
use scraper::{Html, Selector};

fn one(field: &Field, selector: &str, attribute: &str) -> Option<String> {
    let html = Html::parse_fragment(&field.render(Lang::Ja).into_string());
    let found = html.select(&Selector::parse(selector).unwrap()).next()?;
    if attribute.is_empty() { Some(found.text().collect()) } else { found.attr(attribute).map(str::to_owned) }
}

#[test]
fn hint_and_problem_are_tied_to_the_control() {
    let field =
        Field::text("birth", "生年月日").hint("例:1951年2月3日").problem(Some("日付を確認してください。".to_owned()));
    assert_eq!(one(&field, "input", "aria-describedby").as_deref(), Some("birth-hint birth-problem"));
    assert_eq!(one(&field, "input", "aria-invalid").as_deref(), Some("true"));
    assert_eq!(one(&field, "#birth-problem", "").as_deref(), Some("エラー: 日付を確認してください。"));
    let fine = Field::text("birth", "生年月日");
    assert_eq!(one(&fine, "input", "aria-describedby"), None);
    assert_eq!(one(&fine, "input", "aria-invalid"), None);
}

#[test]
fn a_badge_in_words_says_whether_it_must_be_filled_in() {
    assert_eq!(one(&Field::text("a", "姓").required(true), "label", "").as_deref(), Some("姓 必須"));
    assert_eq!(one(&Field::text("a", "姓"), "label", "").as_deref(), Some("姓 任意"));
    let sometimes = Field::text("a", "セイ").needed_where("漢字の方は必須");
    assert_eq!(one(&sometimes, "label", "").as_deref(), Some("セイ 漢字の方は必須"));
    assert_eq!(one(&sometimes, "input", "required"), None, "nothing says to a machine that it must be filled in");
    assert_eq!(one(&Field::text("a", "姓").required(true).without_badge(), "label", "").as_deref(), Some("姓"));
}

#[test]
fn a_password_is_never_written_into_the_page() {
    let field = Field::password("password", "パスワード").current_password().value("correct horse");
    assert!(!field.render(Lang::Ja).into_string().contains("correct horse"));
    assert_eq!(one(&field, "input", "autocomplete").as_deref(), Some("current-password"));
}

#[test]
fn the_reveal_button_is_hidden_until_the_script_shows_it() {
    let field = Field::password("password", "パスワード").new_password();
    assert!(one(&field, "button[type=button]", "hidden").is_some());
    assert_eq!(one(&field, "button", "aria-label").as_deref(), Some("パスワードを表示する"));
    assert_eq!(one(&field, "button", "aria-controls").as_deref(), Some("password"));
}

#[test]
fn the_summary_lands_on_the_first_radio_and_the_chosen_one_is_checked() {
    let field =
        radios("sex", "性別", &[("m", "男性"), ("f", "女性")]).value("f").problem(Some("選んでください。".to_owned()));
    assert_eq!(one(&field, "#sex", "type").as_deref(), Some("radio"));
    assert_eq!(one(&field, "[checked]", "value").as_deref(), Some("f"));
    assert_eq!(one(&field, "fieldset", "aria-describedby").as_deref(), Some("sex-problem"));
}

#[test]
fn a_select_keeps_what_was_chosen() {
    let field = select("prefecture", "都道府県", &[("13", "東京都"), ("14", "神奈川県")]).value("14");
    assert_eq!(one(&field, "option[selected]", "").as_deref(), Some("神奈川県"));
    assert_eq!(one(&field, "option", "value").as_deref(), Some(""));
}

#[test]
fn a_checkbox_keeps_its_state() {
    let agreed = |checked| checkbox("agree", maud::html! { "同意します" }, checked);
    assert!(one(&agreed(true), "input", "checked").is_some());
    assert!(one(&agreed(false), "input", "checked").is_none());
}

#[test]
fn a_textarea_keeps_line_breaks_at_the_start() {
    let field = textarea("note", "ご要望").value("\n二行目");
    assert_eq!(one(&field, "textarea", "").as_deref(), Some("\n二行目"));
}
