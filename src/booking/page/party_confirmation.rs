//! What 確認 says of each of several people: when they come, for what, and until when that can be changed.

use super::name_today;
use super::proof::ContactToConfirm;
use crate::account::Relation;
use crate::booking::words;
use crate::clinic::{Clinic, Menu, Visit, as_written};
use crate::clock::Moment;
use crate::person::{self, Person};
use crate::reservation::words as reservation_words;
use crate::reservation::{BookedMenu, Deadlines, Reservation, Viewer, name_of};
use crate::slots::{WrittenStart, words as slot_words};
use crate::ui::{WholeParts, card, overview};
use crate::web::Cx;
use maud::{Markup, html};

/// Several people who come together.
pub struct PartyToConfirm<'a> {
    /// The visit of each.
    pub visits: Vec<VisitToConfirm<'a>>,
    /// Where the confirmation goes.
    pub contact: ContactToConfirm<'a>,
    /// What else is booked for them on the same day.
    pub beside: Vec<OtherVisit>,
    /// Whether booking registers the clinic as マイクリニック.
    pub registers: bool,
    /// Where they were chosen, among the people of an account.
    pub mend: Option<String>,
}

/// Another visit of the same person on the same day.
pub struct OtherVisit {
    /// When it starts.
    pub starts: Moment,
    /// Its menu.
    pub menu: BookedMenu,
}

/// The visit of one of them.
pub struct VisitToConfirm<'a> {
    /// Who comes.
    pub person: &'a Person,
    /// The menu.
    pub menu: &'a Menu,
    /// 初診 or 再診.
    pub visit: Visit,
    /// When it would start.
    pub start: Moment,
    /// 診察券番号.
    pub chart_number: Option<&'a str>,
    /// What a guest has typed of them, to be gone over; none of a person of an account.
    pub typed: Option<TypedOf>,
}

/// What a guest has typed of one of several people.
pub struct TypedOf {
    /// What the person is to who books.
    pub relation: Option<Relation>,
    /// Where it is put right.
    pub mend: String,
}

/// A card for each, then what is the same for all.
pub fn visits(cx: &Cx, clinic: &Clinic, party: &PartyToConfirm<'_>) -> Markup {
    let words = words::of(cx.lang);
    let mut common = vec![(words.course.clinic.to_owned(), as_written(cx.lang, clinic.own_name()))];
    common.extend(to_bring(cx, party));
    // A guest has typed it with the first of them, and it counts for all.
    let typed = party.visits.iter().find(|visit| visit.typed.is_some());
    common.extend(typed.into_iter().flat_map(|visit| person::page::contact_rows(cx.lang, visit.person)));
    common.push((words.confirmation.mail_to.to_owned(), html! { (party.contact.address.as_str()) }));
    html! {
        @for visit in &party.visits { (one(cx, visit)) }
        (overview(&common))
    }
}

fn one(cx: &Cx, of: &VisitToConfirm<'_>) -> Markup {
    let words = words::of(cx.lang);
    let name = name_today(cx, of.person);
    let mut rows = rows(cx, of);
    let Some(TypedOf { relation, mend }) = &of.typed else { return card(&name, overview(&rows)) };
    // The name stands over it.
    rows.extend(person::page::identity_rows(cx.lang, of.person, cx.now.jst_date()).into_iter().skip(1));
    rows.extend(
        relation.map(|relation| (words.person.for_whom.to_owned(), html! { ((words.person.relation)(relation)) })),
    );
    let mend = html! { p { a href=(mend) { (words.confirmation.mend) span .unseen { ": " (name) } } } };
    card(&name, html! { (overview(&rows)) (mend) })
}

fn rows(cx: &Cx, of: &VisitToConfirm<'_>) -> Vec<(String, Markup)> {
    let lang = cx.lang;
    let (words, slot_words, detail) = (words::of(lang), slot_words::of(lang), &reservation_words::of(lang).detail);
    let Deadlines { cancel, change } = Deadlines::of(of.menu, of.start);
    let until = |deadline| match cx.now < deadline {
        true => html! { (WholeParts(&(detail.until)(deadline))) },
        false => html! { (words.confirmation.by_phone) },
    };
    let mut rows = vec![
        (words.course.when, html! { strong .when { (WrittenStart(cx.lang, of.start)) } }),
        (
            words.course.menu,
            html! {
                (as_written(lang, of.menu.own_name())) " (" ((slot_words.visit)(of.visit)) ") "
                span .quiet { ((slot_words.minutes)(of.menu.minutes)) }
            },
        ),
    ];
    rows.extend(of.chart_number.map(|number| (words.person.chart_number, html! { (number) })));
    if cancel == change {
        rows.push((words.party.until, until(cancel)));
    } else {
        rows.extend([(detail.cancel_until, until(cancel)), (detail.change_until, until(change))]);
    }
    rows.into_iter().map(|(label, value)| (label.to_owned(), value)).collect()
}

/// What to do and to bring, once for each menu.
fn to_bring(cx: &Cx, party: &PartyToConfirm<'_>) -> Vec<(String, Markup)> {
    let detail = &reservation_words::of(cx.lang).detail;
    let mut menus: Vec<&Menu> = Vec::new();
    for visit in &party.visits {
        if menus.iter().all(|menu| menu.id != visit.menu.id) {
            menus.push(visit.menu);
        }
    }
    let of = |menu: &Menu, label: &str| match menus.len() {
        1 => label.to_owned(),
        _ => format!("{label} ({})", menu.own_name().text(cx.lang)),
    };
    let told = |menu: &&Menu| {
        let told = [(detail.preparation, menu.own_preparation()), (detail.bring, menu.own_bring())];
        told.map(|(label, text)| Some((of(menu, label), as_written(cx.lang, text?))))
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
    };
    menus.iter().flat_map(told).collect()
}

/// The visits that are moved along with another, each with its new time. Whose they are is said where it may be.
pub fn moved_along(cx: &Cx, along: &[(&Reservation, Moment)], named: bool) -> Markup {
    let words = words::of(cx.lang);
    let time = |moment| html! { (WrittenStart(cx.lang, moment)) };
    html! {
        @for (old, start) in along {
            @let viewer = if named { Viewer::Patient } else { Viewer::Holder };
            (card(&name_of(cx.lang, old, viewer), overview(&[
                (words.course.number.to_owned(), html! { (old.number) }),
                (words.course.old_time.to_owned(), html! { del { (time(old.slot.starts())) } }),
                (words.course.new_time.to_owned(), html! { strong .when { (time(*start)) } }),
            ])))
        }
    }
}
