//! Moving a visit: the times of a day to choose from, then what it means, with both times side by side. 次回予約 chooses in the same
//! way.

use super::as_booked::{as_booked, in_slot};
use super::length;
use super::places;
use super::sequence;
use super::unit::{self, Units};
use super::{objections, reason};
use crate::clinic::{Clinic, MenuId, TimeOfDay};
use crate::console::day_view::DayView;
use crate::console::form::{DAY, SEQUENCE, TELL, UNIT};
use crate::console::path;
use crate::console::reason_form::TypedReason;
use crate::console::words::desk as words;
use crate::lang;
use crate::reservation::Reservation;
use crate::slots::{MenuPlaces, Objection, Offer, Slot};
use crate::ui::{
    Kind, Page, Tone, WholeParts, actions, alert, button, field, form_input, form_whole_named, link_button, overview,
};
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// A day on which a time is chosen, and what for.
pub struct Choosing<'a> {
    /// The clinic.
    pub clinic: &'a Clinic,
    /// The visit that is moved, or after which another one is booked.
    pub visit: &'a Reservation,
    /// The day.
    pub day: Date,
    /// Its times.
    pub menus: &'a [MenuPlaces<'a>],
}

/// The times of a day to which a visit can be moved.
pub fn choose(cx: &Cx, of: &Choosing<'_>) -> Page {
    let words = &words::of(cx.lang).change;
    let name = of.visit.attendee.person.full_name();
    let view = DayView::of(cx);
    let to = |menu: &MenuId, start: TimeOfDay| {
        view.named_in(&path::of_move_to(&of.clinic.id, of.visit.id, of.day, menu, start))
    };
    let day = |day: Date| view.named_in(&path::of_move(&of.clinic.id, of.visit.id, day));
    let own = Some(&of.visit.slot).filter(|own| own.day == of.day).map(|own| own.start);
    let body = html! {
        p { strong { (words.from) } " " (WholeParts(&lang::moment(cx.lang, of.visit.slot.starts()))) }
        (days(cx, of.day, &day))
        (places::all_but(cx, of.menus, &of.visit.slot.menu, own, &to))
    };
    Page::new(words.move_title, body)
        .lead((words.move_lead)(&name))
        .back(words::of(cx.lang).free.back, DayView::of(cx).path_at(&of.clinic.id, of.visit.slot.day, of.visit.id))
}

/// The times of a day for the next visit of the same patient.
pub fn choose_next(cx: &Cx, of: &Choosing<'_>, ahead: &[(Date, bool)]) -> Page {
    let words = &words::of(cx.lang).change;
    let name = of.visit.attendee.person.full_name();
    let view = DayView::of(cx);
    let to = |menu: &MenuId, start: TimeOfDay| {
        let booking = view.named_in(&path::of_booking(&of.clinic.id, of.day, menu, start));
        let booking = match of.visit.patient {
            Some(patient) => path::with_patient(&booking, patient),
            None => booking,
        };
        path::with_unit(&path::after(&booking, of.visit.id), of.visit.slot.asked_unit())
    };
    let day = |day: Date| view.named_in(&path::of_next(&of.clinic.id, of.visit.id, day));
    let body = html! {
        nav .desk-ahead aria-label=(words.next) {
            @for ((date, is_shown), label) in ahead.iter().zip(words.ahead) {
                a href=(day(*date)) aria-current=[is_shown.then_some("date")] { (label) }
            }
        }
        (days(cx, of.day, &day))
        (places::all_but(cx, of.menus, &of.visit.slot.menu, None, &to))
    };
    Page::new((words.next_title)(&name), body)
        .lead(lang::date(cx.lang, of.day))
        .back(words::of(cx.lang).free.back, DayView::of(cx).path_at(&of.clinic.id, of.visit.slot.day, of.visit.id))
}

/// The day, with the ways to those beside it and to any other.
fn days(cx: &Cx, day: Date, to: &dyn Fn(Date) -> String) -> Markup {
    let (words, book) = (&words::of(cx.lang).change, &crate::console::words::of(cx.lang).book);
    let before = day.previous_day().filter(|before| cx.now.jst_date() <= *before);
    html! {
        nav .book-days {
            @if let Some(before) = before { a .button-small href=(to(before)) { (words.day_before) } }
            strong { (WholeParts(&lang::date(cx.lang, day))) }
            @if let Some(after) = day.next_day() { a .button-small href=(to(after)) { (words.day_after) } }
            div .book-date {
                (form_whole_named(book.date, &to(day), &cx.csrf(), html! {
                    input type="date" name=(DAY) value=(day) aria-label=(book.date);
                    button .button-small type="submit" { (book.go) }
                }))
            }
        }
    }
}

/// A move that is to be confirmed.
pub struct MoveView<'a> {
    /// The visit as it is.
    pub visit: &'a Reservation,
    /// The menu.
    pub offer: Offer<'a>,
    /// The new time.
    pub slot: &'a Slot,
    /// What stands against it.
    pub objections: &'a [Objection],
    /// The units of the menu at that time.
    pub units: Units<'a>,
    /// The name of the one that is chosen, if one is.
    pub unit: String,
    /// The reason as typed.
    pub typed: TypedReason,
    /// Whether the patient is told.
    pub tell: bool,
    /// The path of the page.
    pub here: String,
    /// The view of the day from which it was opened.
    pub from: DayView,
}

/// Both times, what stands against the new one, and the button.
pub fn confirm(cx: &Cx, view: &MoveView<'_>) -> Page {
    let length = &words::of(cx.lang).length;
    let words = &words::of(cx.lang).change;
    // The time stays where only the length is to change.
    let has_unit = |unit| view.visit.slot.unit_name() == Some(unit);
    let stays = view.visit.slot.starts_with(view.slot) && view.slot.asked_unit().is_none_or(has_unit);
    let mut rows = vec![(words.from.to_owned(), as_booked(cx, view.visit))];
    if !stays {
        let menu = view.offer.menu.own_name().text(cx.lang);
        rows.push((words.to.to_owned(), in_slot(cx, view.slot, menu)));
    }
    let back = match view.from {
        from if stays => from.of_visit(path::VISIT, &view.visit.clinic, view.visit.id),
        DayView::Grid => path::of_grid(&view.visit.clinic, view.visit.slot.day),
        DayView::List => path::of_move(&view.visit.clinic, view.visit.id, view.slot.day),
    };
    let (title, label) = if stays { (length.change, length.button) } else { (words.move_title, words.move_button) };
    Page::new(
        title,
        html! {
            (overview(&rows))
            @if view.visit.slot.menu != view.slot.menu {
                @let from = view.visit.service.own_name().text(cx.lang);
                (alert(Tone::Warning, (words.other_menu)(from, view.offer.menu.own_name().text(cx.lang))))
            }
            (form_input(&view.here, &cx.csrf(), html! {
                input type="hidden" name=(SEQUENCE) value=(sequence(cx, view.visit));
                @if stays { input type="hidden" name=(UNIT) value=(view.unit); }
                @else { (unit::choice(cx, view.offer, &view.units, &view.unit)) }
                (length::choice(cx, view.offer.menu, view.slot.minutes))
                (objections::show(cx, view.offer, view.objections, &view.typed, None, false))
                // Another length is news to nobody, nor another unit to those who had asked for none.
                @if !stays || view.visit.slot.asked_unit().is_some() { (tell(cx, view.visit, view.tell)) }
                (actions(html! { (button(label)) (link_button(words.stay, &back, Kind::Secondary)) }))
            }))
        },
    )
    .lead(view.visit.attendee.person.name_with_kana())
    .with_input()
    .problems(reason::summary(cx, &view.typed))
}

/// Whether the patient is told by mail; nothing where the clinic has no address.
pub(super) fn tell(cx: &Cx, visit: &Reservation, checked: bool) -> Markup {
    let words = &words::of(cx.lang).change;
    html! {
        @if let Some(address) = &visit.attendee.address {
            (field::checkbox(TELL, html! { ((words.tell)(address.as_str())) }, checked).render(cx.lang))
        }
    }
}
