//! Single keys for the ways of a day, and the legend that names them. A script reads them off the elements to which they belong; where
//! it does not run, the legend stays hidden.

use crate::console::words;
use crate::web::Cx;
use maud::{Markup, html};

/// The day before.
pub const BEFORE: &str = "b";
/// Today.
pub const TODAY: &str = "t";
/// The next day.
pub const AFTER: &str = "n";
/// The other view of the day.
pub const VIEW: &str = "g";
/// The search of the day.
pub const SEARCH: &str = "/";

/// The legend of a view, named by the link to the other one, with the button that turns the keys off.
pub fn legend(cx: &Cx, other_view: &str, has_search: bool) -> Markup {
    let book = &words::of(cx.lang).book;
    let words = &words::day(cx.lang).keys;
    let ways = [(BEFORE, book.day_before), (TODAY, book.today), (AFTER, book.day_after), (VIEW, other_view)];
    let search = has_search.then_some((SEARCH, words::day(cx.lang).search.title));
    html! {
        div #keys .book-keys hidden {
            strong { (words.title) }
            ul { @for (key, way) in ways.into_iter().chain(search) { li { kbd { (key.to_uppercase()) } " " (way) } } }
            button .button-small type="button" { (words.turn_off) }
            div data-off hidden { button .button-small type="button" { (words.turn_on) } }
        }
    }
}
