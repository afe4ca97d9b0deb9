//! Stopping Web受付 and closing slots: what is stopped on a day, the form, and what is booked there before it is confirmed.

use crate::clinic::{Clinic, Menu, Pool, PoolId, UnitName, as_written};
use crate::console::form::NUMBER;
use crate::console::suspension_form::{
    ALL, SuspensionField, SuspensionForm, SuspensionProblems, ends, of_menu, of_pool, of_unit, spans,
};
use crate::console::{path, words};
use crate::lang;
use crate::reservation::Reservation;
use crate::slots::{Offers, Suspended, SuspendedMenus, Suspension};
use crate::ui::field::Field;
use crate::ui::{
    Form, FormField, Kind, Page, Problems, Width, actions, button, button_for_enter, field, form_input,
    form_whole_named, link_button,
};
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// A suspension with the names of who has begun and who has ended it.
pub struct NamedSuspension {
    /// What is stopped.
    pub suspension: Suspension,
    /// Who has begun it.
    pub begun_by: Option<String>,
    /// Who has taken it back.
    pub ended_by: Option<String>,
}

/// What is stopped on a day, and the ways to stop more.
pub fn list(cx: &Cx, offers: &Offers, day: Date, all: &[NamedSuspension]) -> Page {
    let words = words::suspension(cx.lang);
    let clinic = &offers.clinic;
    let to = |route| path::of_that_day(route, &clinic.id, day);
    Page::new(
        words.title,
        html! {
            @if all.is_empty() { p { (words.none) } } @else {
                ul .suspensions { @for one in all { (entry(cx, offers, day, one)) } }
            }
            @if day == cx.now.jst_date() {
                p { (words.web_help) }
                (actions(link_button(words.web, &to(path::SUSPEND_WEB), Kind::Secondary)))
            } @else if cx.now.jst_date() < day {
                p .quiet { (words.web_today) }
            }
            p { (words.slots_help) }
            (actions(link_button(words.slots, &to(path::SUSPEND_SLOTS), Kind::Secondary)))
        },
    )
    .lead(lang::date(cx.lang, day))
    .back(words.back, path::of_day(&clinic.id, day))
}

fn entry(cx: &Cx, offers: &Offers, day: Date, one: &NamedSuspension) -> Markup {
    let words = words::suspension(cx.lang);
    let NamedSuspension { suspension, begun_by, ended_by } = one;
    let name = |name: &Option<String>| name.clone().unwrap_or_default();
    html! {
        li {
            p { strong { (summary(cx, offers, suspension)) } }
            @if let Some(said) = &suspension.words { p { "「" (said.text(cx.lang)) "」" } }
            @if let Some(reason) = &suspension.reason { p { (words.reason) ": " (reason) } }
            p .suspension-by { ((words.begun)(&lang::moment_in_brief(cx.lang, suspension.begun.0), &name(begun_by))) }
            @match suspension.ended {
                Some((at, _)) => p .suspension-by { ((words.ended)(&lang::moment_in_brief(cx.lang, at), &name(ended_by))) },
                None if suspension.until.on(day) <= cx.now => p .suspension-by { (words.over) },
                None => (resume(cx, &offers.clinic, day, suspension)),
            }
        }
    }
}

/// The button that takes it back.
pub fn resume(cx: &Cx, clinic: &Clinic, day: Date, suspension: &Suspension) -> Markup {
    let words = words::suspension(cx.lang);
    let action = path::of_that_day(path::SUSPENSIONS, &clinic.id, day);
    form_whole_named(
        (words.what)(suspension.what),
        &action,
        &cx.csrf(),
        html! {
            input type="hidden" name=(NUMBER) value=(suspension.number);
            button .button-small type="submit" { (words.resume) }
        },
    )
}

/// What is stopped, when and for what.
fn summary(cx: &Cx, offers: &Offers, of: &Suspension) -> String {
    let words = words::suspension(cx.lang);
    let menus = for_what(cx, &offers.clinic, &offers.menus, of).unwrap_or_else(|| words.all_menus.to_owned());
    let span = (words.span)(&of.from.to_string(), &of.until.to_string());
    format!("{} {span} {menus}", (words.what)(of.what))
}

/// For what it is stopped, where that is not everything.
pub fn for_what(cx: &Cx, clinic: &Clinic, menus: &[Menu], of: &Suspension) -> Option<String> {
    match &of.menus {
        SuspendedMenus::All => None,
        SuspendedMenus::Menu(id) => {
            let menu = menus.iter().find(|menu| menu.id == *id);
            Some(menu.map_or_else(|| id.to_string(), |menu| menu.own_name().text(cx.lang).to_owned()))
        }
        SuspendedMenus::Pool(id) => Some(pool_name(cx, clinic, menus, id)),
        SuspendedMenus::Unit(_, unit) => Some(unit.to_string()),
    }
}

/// What menus share: its name, or theirs where it has none.
fn pool_name(cx: &Cx, clinic: &Clinic, menus: &[Menu], id: &PoolId) -> String {
    let sharing = menus.iter().filter(|menu| menu.pool.as_ref() == Some(id));
    let menus = || sharing.map(|menu| menu.own_name().text(cx.lang)).collect::<Vec<_>>().join("・");
    (words::suspension(cx.lang).pool)(&clinic.unit_label(Some(id)).map_or_else(menus, str::to_owned))
}

/// A form of a day.
#[derive(Clone, Copy, Debug)]
pub struct SuspensionView<'a> {
    /// What it stops.
    pub what: Suspended,
    /// The menus of the clinic.
    pub offers: &'a Offers,
    /// The day.
    pub day: Date,
    /// What stands in it.
    pub form: &'a SuspensionForm,
}

/// The form.
pub fn form(cx: &Cx, view: SuspensionView<'_>, problems: &SuspensionProblems) -> Page {
    let SuspensionView { what, offers, day, form } = view;
    let words = words::suspension(cx.lang);
    let wrong = problems.sentences(|_, problem| (words.problem)(*problem));
    let text = |field: SuspensionField, label: &str| {
        Field::text(field.name(), label).value(form.value(field)).problem(wrong.beside(field))
    };
    let short = |field, label| text(field, label).hint(words.time_hint).max_width(Width::Short).required(true);
    Page::new(
        (words.confirm)(what),
        form_input(
            &action(&offers.clinic, day, what),
            &cx.csrf(),
            html! {
                p { (if what == Suspended::Web { words.web_help } else { words.slots_help }) }
                @match what {
                    Suspended::Web => (until(cx, offers, day, form, &wrong)),
                    Suspended::Slots => {
                        (button_for_enter(words.to_confirm))
                        (parts_of_day(cx, offers, day))
                        // Where a button has filled in the times, they are looked at next.
                        (short(SuspensionField::From, words.from).first(cx.form().has(SuspensionField::Span.name())).render(cx.lang))
                        (short(SuspensionField::Until, words.until).render(cx.lang))
                        (menus(cx, offers, form, &wrong))
                    }
                }
                (text(SuspensionField::Words, words.words).hint(words.words_hint).render(cx.lang))
                (text(SuspensionField::WordsEn, words.words_en).lang_attr("en").render(cx.lang))
                (text(SuspensionField::Reason, words.reason).hint(words.reason_hint).render(cx.lang))
                (actions(button(words.to_confirm)))
            },
        ),
    )
    .lead(lang::date(cx.lang, day))
    .back(words.back_to_list, path::of_that_day(path::SUSPENSIONS, &offers.clinic.id, day))
    .with_input()
    .problems(wrong.summary(cx.lang))
}

/// The buttons that fill in the times of a part of the day.
fn parts_of_day(cx: &Cx, offers: &Offers, day: Date) -> Markup {
    let words = words::suspension(cx.lang);
    let spans = spans(&offers.clinic, day, cx.now);
    html! {
        @if !spans.is_empty() {
            div .desk-spans role="group" aria-label=(words.spans) {
                @for (from, until) in spans {
                    button .button-small .button-secondary type="submit" name=(SuspensionField::Span.name()) value={ (from) "-" (until) } {
                        ((words.span)(&from.to_string(), &until.to_string()))
                    }
                }
            }
        }
    }
}

/// Until the end of the present band, or of the day.
fn until(
    cx: &Cx,
    offers: &Offers,
    day: Date,
    form: &SuspensionForm,
    wrong: &Problems<SuspensionField, String>,
) -> Markup {
    let words = words::suspension(cx.lang);
    let coming = ends(&offers.clinic, day).into_iter().filter(|end| cx.now < end.on(day)).map(|end| end.to_string());
    let midnight = crate::clinic::TimeOfDay::of_hour(24).to_string();
    let mut options: Vec<(String, String)> = coming.map(|end| (end.clone(), (words.until_end)(&end))).collect();
    // The last band ends with the day, for whoever books.
    options.pop();
    options.insert(0, (midnight, words.whole_day.to_owned()));
    let options: Vec<(&str, &str)> = options.iter().map(|(value, label)| (value.as_str(), label.as_str())).collect();
    field::radios(SuspensionField::Until.name(), words.until, &options)
        .value(&form.until)
        .required(true)
        .problem(wrong.beside(SuspensionField::Until))
        .render(cx.lang)
}

fn menus(cx: &Cx, offers: &Offers, form: &SuspensionForm, wrong: &Problems<SuspensionField, String>) -> Markup {
    let words = words::suspension(cx.lang);
    let menus = offers.menus.iter().map(|menu| (of_menu(&menu.id), menu.own_name().text(cx.lang).to_owned()));
    let pools = offers
        .clinic
        .pools
        .iter()
        .map(|pool| (of_pool(&pool.id), pool_name(cx, &offers.clinic, &offers.menus, &pool.id)));
    let unit = |pool: &Pool, unit: &UnitName| (of_unit(&pool.id, unit), unit.to_string());
    let units = offers.clinic.pools.iter().flat_map(|pool| pool.units.iter().map(move |one| unit(pool, one)));
    let all = [(ALL.to_owned(), words.all_menus.to_owned())];
    let options: Vec<(String, String)> = all.into_iter().chain(menus).chain(pools).chain(units).collect();
    let options: Vec<(&str, &str)> = options.iter().map(|(value, label)| (value.as_str(), label.as_str())).collect();
    field::select(SuspensionField::Menus.name(), words.menus, &options)
        .value(&form.menus)
        .decided()
        .required(true)
        .problem(wrong.beside(SuspensionField::Menus))
        .render(cx.lang)
}

/// What comes before the button that stops it.
const BUTTON: &str = "stop";
/// With more visits than these before it, a link leads there.
const MANY: usize = 5;

/// What is booked there, and the button that stops it.
pub fn confirm(cx: &Cx, view: SuspensionView<'_>, new: &Suspension, booked: &[Reservation]) -> Page {
    let SuspensionView { what, offers, day, form } = view;
    let words = words::suspension(cx.lang);
    Page::new(
        (words.confirm)(what),
        html! {
            p { strong { (summary(cx, offers, new)) } }
            @if let Some(said) = &new.words { p { (words.words) ": 「" (said.text(cx.lang)) "」" } }
            p { @if booked.is_empty() { (words.nobody_booked) } @else { ((words.booked)(booked.len())) } }
            @if MANY < booked.len() { p { a href={ "#" (BUTTON) } { (words.to_button) } } }
            @if !booked.is_empty() { (visits(cx, &offers.clinic, booked)) }
            p #(BUTTON) tabindex="-1" { ((words.confirm_help)(what)) }
            (form_input(&action(&offers.clinic, day, what), &cx.csrf(), html! {
                @for (field, value) in form.typed() {
                    @if field != SuspensionField::Confirmed { input type="hidden" name=(field.name()) value=(value); }
                }
                input type="hidden" name=(SuspensionField::Confirmed.name()) value="1";
                (actions(button((words.confirm)(what))))
            }))
        },
    )
    .lead(lang::date(cx.lang, day))
    .back(words.back_to_list, path::of_that_day(path::SUSPENSIONS, &offers.clinic.id, day))
    .with_input()
}

fn visits(cx: &Cx, clinic: &Clinic, booked: &[Reservation]) -> Markup {
    html! {
        ul .suspended-visits {
            @for visit in booked {
                @let person = &visit.attendee.person;
                li {
                    strong { (visit.slot.start) } " "
                    a href=(path::of_visit(path::VISIT, &clinic.id, visit.id)) { (person.full_name()) } " "
                    (as_written(cx.lang, visit.service.own_name())) " "
                    a href={ "tel:" (person.phone.digits()) } { (person.phone.hyphenated()) }
                }
            }
        }
    }
}

/// Where what was typed is confirmed.
pub fn confirmation(clinic: &Clinic, day: Date, what: Suspended, form: &SuspensionForm) -> String {
    let route = if what == Suspended::Web { path::CONFIRM_WEB } else { path::CONFIRM_SLOTS };
    path::with_typed(&path::of_that_day(route, &clinic.id, day), form)
}

/// Where the form is sent.
pub fn action(clinic: &Clinic, day: Date, what: Suspended) -> String {
    let route = if what == Suspended::Web { path::SUSPEND_WEB } else { path::SUSPEND_SLOTS };
    path::of_that_day(route, &clinic.id, day)
}
