//! What 確認 says of each of several people: when they come, for what, and until when that can be changed.

use super::name_today;
use super::proof::ContactToConfirm;
use super::unit;
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
    /// What a guest has typed about them, to be checked once more; none for a person of an account.
    pub typed: Option<TypedOf>,
}

/// What a guest has typed of one of several people.
pub struct TypedOf {
    /// What the person is to who books.
    pub relation: Option<Relation>,
    /// Where it is put right.
    pub mend: String,
}

/// A visit that is moved, alone or with others.
pub struct MovedVisit<'a> {
    /// As it is.
    pub old: &'a Reservation,
    /// Its menu.
    pub menu: &'a Menu,
    /// When it would start.
    pub start: Moment,
    /// The deadlines that it would have.
    pub deadlines: Deadlines,
}

impl<'a> MovedVisit<'a> {
    /// A visit of this menu that would start then.
    pub fn to(old: &'a Reservation, menu: &'a Menu, start: Moment) -> Self {
        Self { old, menu, start, deadlines: Deadlines::of(menu, start) }
    }

    /// Whether it would stay where it is.
    pub fn stays(&self) -> bool {
        self.old.slot.starts() == self.start
    }
}

/// A card for each, then what is the same for all.
pub fn visits(cx: &Cx, clinic: &Clinic, party: &PartyToConfirm<'_>) -> Markup {
    let words = words::of(cx.lang);
    let mut common = vec![(words.course.clinic.to_owned(), as_written(cx.lang, clinic.own_name()))];
    common.extend(to_bring(cx, party.visits.iter().map(|of| of.menu)));
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
    let name = name_today(cx, of.person.identity());
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
    let words = words::of(cx.lang);
    let mut rows = vec![
        (words.course.when.to_owned(), html! { strong .when { (WrittenStart(cx.lang, of.start)) } }),
        menu(cx, of.menu, of.visit),
    ];
    rows.extend(of.chart_number.map(|number| (words.person.chart_number.to_owned(), html! { (number) })));
    rows.extend(until(cx, Deadlines::of(of.menu, of.start)));
    rows
}

/// For what somebody comes.
pub fn menu(cx: &Cx, menu: &Menu, visit: Visit) -> (String, Markup) {
    let slot_words = slot_words::of(cx.lang);
    let value = html! {
        (as_written(cx.lang, menu.own_name())) " (" ((slot_words.visit)(visit)) ") "
        span .quiet { ((slot_words.minutes)(menu.minutes)) }
    };
    (words::of(cx.lang).course.menu.to_owned(), value)
}

/// Until when it can be cancelled and changed, in one row where that is the same moment.
pub fn until(cx: &Cx, Deadlines { cancel, change }: Deadlines) -> Vec<(String, Markup)> {
    let (words, detail) = (words::of(cx.lang), &reservation_words::of(cx.lang).detail);
    let until = |deadline| match cx.now < deadline {
        true => html! { (WholeParts(&(detail.until)(deadline))) },
        false => html! { (words.confirmation.by_phone) },
    };
    if cancel == change {
        return vec![(words.party.until.to_owned(), until(cancel))];
    }
    vec![(detail.cancel_until.to_owned(), until(cancel)), (detail.change_until.to_owned(), until(change))]
}

/// What to do and to bring, once for each menu.
fn to_bring<'a>(cx: &Cx, all: impl Iterator<Item = &'a Menu>) -> Vec<(String, Markup)> {
    let detail = &reservation_words::of(cx.lang).detail;
    let mut menus: Vec<&Menu> = Vec::new();
    for menu in all {
        if menus.iter().all(|known| known.id != menu.id) {
            menus.push(menu);
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

/// The visits that are moved together: a card for each, with its deadlines where those are not the same for all, then what is the
/// same. Whose they are is said where it may be.
pub fn moved(cx: &Cx, clinic: &Clinic, visits: &[MovedVisit<'_>], named: bool, deadlines_differ: bool) -> Markup {
    let mut common = vec![(words::of(cx.lang).course.clinic.to_owned(), as_written(cx.lang, clinic.own_name()))];
    common.extend(to_bring(cx, visits.iter().map(|of| of.menu)));
    let rows = |of: &MovedVisit<'_>| {
        let mut rows = times(cx, of);
        rows.push(menu(cx, of.menu, of.old.service.visit));
        rows.extend(unit::row(cx, clinic, of.menu, of.old.slot.asked_unit()));
        rows.extend(deadlines_differ.then(|| until(cx, of.deadlines)).into_iter().flatten());
        rows
    };
    html! {
        @for of in visits { (card(&name_of(cx.lang, of.old, viewer(named)), overview(&rows(of)))) }
        (overview(&common))
    }
}

/// Its number, and when it was and would be.
pub fn times(cx: &Cx, of: &MovedVisit<'_>) -> Vec<(String, Markup)> {
    let words = &words::of(cx.lang).course;
    let time = |moment| html! { (WrittenStart(cx.lang, moment)) };
    vec![
        (words.number.to_owned(), html! { (of.old.number) }),
        (words.old_time.to_owned(), html! { del { (time(of.old.slot.starts())) } }),
        (words.new_time.to_owned(), html! { strong .when { (time(of.start)) } }),
    ]
}

/// Who looks at the visits that are moved: their patient, or the holder of a URL, who sees initials.
pub fn viewer(named: bool) -> Viewer {
    if named { Viewer::Patient } else { Viewer::Holder }
}
