//! 指名: the units of which a patient may ask for one, on the calendar; and the row that names the one that was asked for.

use crate::booking::path;
use crate::clinic::{Clinic, Menu, UnitName, as_written};
use crate::slots::{self, Offer};
use crate::ui::with_query;
use crate::web::Cx;
use maud::{Markup, html};

/// What the address of the calendar says of what is looked at.
const KEPT: [&str; 2] = [path::DAY, path::FROM];

/// Where the page goes on once one was chosen.
const ID: &str = "unit-choice";

/// The units of which one may be asked for.
pub struct UnitChoice<'a> {
    offer: Offer<'a>,
    /// The calendar with any unit.
    calendar: String,
}

impl<'a> UnitChoice<'a> {
    /// Those of a menu, on its calendar at that path; none where it leaves patients no choice.
    pub fn of(offer: Offer<'a>, calendar: &str) -> Option<Self> {
        (!offer.choosable_units().is_empty()).then(|| Self { offer, calendar: calendar.to_owned() })
    }

    /// The calendar with the unit that is asked for.
    pub fn here(&self) -> String {
        path::with_unit(&self.calendar, self.offer.unit)
    }

    /// The field by which a form in which a time is chosen says the unit: empty for any.
    pub fn hidden(&self) -> (&'static str, String) {
        (path::UNIT, self.offer.unit.map(ToString::to_string).unwrap_or_default())
    }

    /// The choice: each a link to the calendar with that unit.
    pub fn draw(&self, cx: &Cx) -> Markup {
        let words = slots::words::of(cx.lang);
        let label = slots::words::unit_label(cx.lang, self.offer.clinic, self.offer.menu.pool.as_ref());
        // The day that was chosen stays, and so does the month that is looked at.
        let shown = KEPT.map(|name| (name, cx.query(name)));
        let shown = shown.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (*name, value.as_str()));
        let calendar = with_query(&self.calendar, shown);
        let to = |unit: Option<&UnitName>, name: Markup| {
            let is_chosen = unit == self.offer.unit;
            html! {
                li { a href={ (path::with_unit(&calendar, unit)) "#" (ID) } data-keeps=(KEPT.join(" ")) aria-current=[is_chosen.then_some("true")] { (name) } }
            }
        };
        html! {
            nav .unit-choice #(ID) tabindex="-1" aria-label=(label) {
                p { (label) }
                ul {
                    (to(None, html! { (words.any_unit) }))
                    @for unit in self.offer.choosable_units() {
                        (to(Some(unit), as_written(cx.lang, unit.own_name())))
                    }
                }
            }
        }
    }
}

/// The row that names the unit that is asked for, if one is.
pub fn row(cx: &Cx, clinic: &Clinic, menu: &Menu, unit: Option<&UnitName>) -> Option<(String, Markup)> {
    let label = slots::words::unit_label(cx.lang, clinic, menu.pool.as_ref());
    unit.map(|unit| (label.to_owned(), as_written(cx.lang, unit.own_name())))
}
