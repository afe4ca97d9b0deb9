//! 所要時間: the field by which the staff give a visit more or less time.

use crate::clinic::Menu;
use crate::console::form::MINUTES;
use crate::console::length::lengths;
use crate::console::words::desk as words;
use crate::ui::field;
use crate::web::Cx;
use maud::Markup;

/// The field for a visit of a menu that takes `now` minutes.
pub fn choice(cx: &Cx, menu: &Menu, now: u16) -> Markup {
    let words = &words::of(cx.lang).length;
    let label = |minutes: u16| if minutes == menu.minutes { (words.usual)(minutes) } else { (words.minutes)(minutes) };
    let all: Vec<(String, String)> =
        lengths(menu, now).into_iter().map(|minutes| (minutes.to_string(), label(minutes))).collect();
    let options: Vec<(&str, &str)> = all.iter().map(|(value, label)| (value.as_str(), label.as_str())).collect();
    field::select(MINUTES, words.label, &options).value(&now.to_string()).decided().without_badge().render(cx.lang)
}
