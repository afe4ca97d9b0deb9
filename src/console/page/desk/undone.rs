//! 元に戻す: the strip at a visit that has just been changed, and the page where taking it back needs a reason or cannot be done.

use super::sequence;
use super::{objections, reason, unit};
use crate::clinic::{Clinic, TimeOfDay};
use crate::console::book::DayBook;
use crate::console::day_view::DayView;
use crate::console::form::{SEQUENCE, VISIT};
use crate::console::path;
use crate::console::reason_form::TypedReason;
use crate::console::words::desk as words;
use crate::reservation::desk::{DeskAct, DeskChange, NotAtDesk};
use crate::reservation::{Reservation, ReservationId};
use crate::slots::{Objection, Offer};
use crate::ui::{Kind, Page, actions, button, form, form_whole_named, link_button};
use crate::web::Cx;
use crate::work::StaffId;
use maud::{Markup, html};

/// For how many minutes a change stands beside the visit in the book.
const SHOWN_MINUTES: i64 = 10;

/// What the staff have just done with a visit, when its mail goes and to whom, and the button that takes it back.
pub fn strip(cx: &Cx, clinic: &Clinic, visit: &Reservation, always: bool) -> Markup {
    let change = visit.undoable(cx.now).filter(|change| always || is_recent(cx, change));
    change.map_or_else(|| html! {}, |change| drawn(cx, clinic, visit, change, DayView::of(cx), false))
}

/// The same above a grid, of the visit that this member of staff has changed last.
pub fn of_grid(cx: &Cx, clinic: &Clinic, book: &DayBook, me: StaffId) -> Markup {
    let changed = book.lines.iter().filter_map(|line| Some((&line.reservation, line.reservation.undoable(cx.now)?)));
    let own = changed.filter(|(_, change)| change.staff == Some(me) && is_recent(cx, change));
    let last = own.max_by_key(|(_, change)| change.at);
    last.map_or_else(|| html! {}, |(visit, change)| drawn(cx, clinic, visit, change, DayView::Grid, true))
}

fn is_recent(cx: &Cx, change: &DeskChange) -> bool {
    cx.now.seconds_since(change.at) < 60 * SHOWN_MINUTES
}

/// The strip, which says whose visit it is where it does not stand beside it.
fn drawn(
    cx: &Cx,
    clinic: &Clinic,
    visit: &Reservation,
    change: &DeskChange,
    view: DayView,
    says_whose: bool,
) -> Markup {
    let words = &words::of(cx.lang).change;
    let mail = visit.told_later.as_ref().and_then(|later| later.due().zip(later.to()));
    let mail = mail.filter(|(due, _)| cx.now < *due || cx.floor.config.mail.is_ready());
    html! {
        div .desk-undo data-view=[says_whose.then(|| view.name()).flatten()] {
            p {
                @if says_whose {
                    strong { (visit.slot.start) " " (visit.attendee.person.full_name()) }
                    @if let Some(unit) = unit::of_slot(cx, &visit.slot) { " " (unit) }
                    " " ((words::of(cx.lang).length.minutes)(visit.slot.minutes)) " "
                }
                ((words.done)(&change.act))
                @if let Some((due, to)) = mail {
                    @let say = if cx.now < due { words.mail_rests } else { words.mail_sent };
                    " " (say(&TimeOfDay::of(due).to_string(), to.as_str()))
                }
            }
            @if let Some(next) = next_place(clinic, visit).filter(|_| matches!(change.act, DeskAct::Booked(_))) {
                a href=(view.named_in(&next)) { (words.another) }
            }
            (form_whole_named(words.undo, &view.of_visit(path::UNDO, &clinic.id, visit.id), &cx.csrf(), html! {
                input type="hidden" name=(SEQUENCE) value=(visit.sequence);
                button .button-small .button-secondary type="submit" { (words.undo) }
            }))
        }
    }
}

/// That what was done last with the visit of the address has been taken back; `None` where the day has no such visit, or nothing was.
pub fn said(cx: &Cx, book: &DayBook) -> Option<String> {
    let id = ReservationId::parse(&cx.query(VISIT))?;
    let visit = book.lines.iter().map(|line| &line.reservation).find(|visit| visit.id == id)?;
    let undone = visit.desk.iter().rfind(|change| change.undone)?;
    let (name, start) = (visit.attendee.person.full_name(), visit.slot.start.to_string());
    Some((words::of(cx.lang).change.taken_back)(&name, &start, &undone.act))
}

/// Booking the same menu right after the visit, for a brother or a sister.
fn next_place(clinic: &Clinic, visit: &Reservation) -> Option<String> {
    let slot = &visit.slot;
    let next = TimeOfDay::of_minutes(slot.start.minutes().checked_add(slot.minutes)?)?;
    Some(path::of_booking(&clinic.id, slot.day, &slot.menu, next))
}

/// What stands against taking it back.
pub fn insist(cx: &Cx, visit: &Reservation, offer: Offer<'_>, objections: &[Objection], typed: &TypedReason) -> Page {
    let words = &words::of(cx.lang).change;
    let view = DayView::of(cx);
    let book = view.path_at(&visit.clinic, visit.slot.day, visit.id);
    Page::new(
        words.undo,
        form(
            &view.of_visit(path::UNDO, &visit.clinic, visit.id),
            &cx.csrf(),
            html! {
                input type="hidden" name=(SEQUENCE) value=(sequence(cx, visit));
                (objections::show(cx, offer, objections, typed, None, false))
                (actions(html! { (button(words.undo)) (link_button(words.stay, &book, Kind::Secondary)) }))
            },
        ),
    )
    .lead(visit.attendee.person.name_with_kana())
    .problems(reason::summary(cx, typed))
}

/// Why something was not done, and the way back to the visit.
pub fn not_done(cx: &Cx, why: &NotAtDesk, back: &str) -> Page {
    let words = words::of(cx.lang);
    Page::new(
        words.change.not_done,
        html! {
            p { ((words.change.why)(why)) }
            (actions(link_button(words.change.back, back, Kind::Primary)))
        },
    )
}
