//! 診療時間と休診日 of a clinic as its owners change them: the hours of a week, and the rules by which it is closed.

use super::{concerned, week_hours};
use crate::clinic::path::of_clinic;
use crate::clinic::schedule::has_slots;
use crate::clinic::{Clinic, ClosedDays, Closure, Menu, closure_in_words, week_table};
use crate::console::concerned::ConcernedDay;
use crate::console::form::SEEN;
use crate::console::hours_form::{HoursField, HoursForm};
use crate::console::page::week_hours::WeekHoursView;
use crate::console::week_hours_form::{WeekHoursField, WeekHoursProblems};
use crate::console::{path, words};
use crate::slots::Offers;
use crate::ui::{Form, FormField, Kind, Page, Tone, actions, alert, button, fold, form_input, link_button};
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// What the page shows.
#[derive(Clone, Copy, Debug)]
pub struct HoursView<'a> {
    /// The clinic as it is stored, with its menus.
    pub offers: &'a Offers,
    /// What stands in the form; `None` where the hours do not fit into it.
    pub form: Option<&'a HoursForm>,
    /// Whether somebody else has changed the hours meanwhile.
    pub changed: bool,
}

/// The page.
pub fn show(cx: &Cx, view: HoursView<'_>, problems: &WeekHoursProblems) -> Page {
    let words = words::hours(cx.lang);
    let clinic = &view.offers.clinic;
    let wrong = problems
        .sentences(|field, problem| format!("{}: {}", week_hours::label(cx, field), (words.week.problem)(*problem)));
    let page = Page::new(
        words.title,
        html! {
            @if let Some(done) = (words.done)(&cx.query("done")) { (alert(Tone::Success, done)) }
            @if view.changed { (changed(cx, view)) }
            (idle(cx, view.offers))
            @match view.form {
                Some(form) => (fields(cx, view.offers, form, &|field| wrong.beside(field))),
                None => (in_file(cx, view.offers)),
            }
            (closures(cx, clinic))
        },
    );
    let page = if view.form.is_some() { page.with_input() } else { page };
    page.lead(clinic.name.clone()).back(words.back, of_clinic(path::TODAY, &clinic.id)).problems(wrong.summary(cx.lang))
}

/// The hours of a week, to be changed.
fn fields(
    cx: &Cx,
    Offers { clinic, menus }: &Offers,
    form: &HoursForm,
    wrong: &dyn Fn(WeekHoursField) -> Option<String>,
) -> Markup {
    let words = words::hours(cx.lang);
    let view = WeekHoursView { value: &|field| form.value(HoursField::Week(field)), wrong, with_last: true };
    form_input(
        &of_clinic(path::HOURS, &clinic.id),
        &cx.csrf(),
        html! {
            input type="hidden" name=(SEEN) value=(form.seen);
            (week_hours::show(cx, &view))
            (own_hours(cx, menus))
            (actions(button(words.save)))
        },
    )
}

/// Hours that the clinic's file alone can say, as they are.
fn in_file(cx: &Cx, Offers { clinic, menus }: &Offers) -> Markup {
    let words = words::hours(cx.lang);
    html! {
        section .hours {
            h2 #hours-title { (words.week.title) }
            (week_table(cx.lang, clinic, cx.now.jst_date()))
            p { (words.in_file) }
            (own_hours(cx, menus))
        }
    }
}

/// That a colleague was faster, and what stands there now.
fn changed(cx: &Cx, view: HoursView<'_>) -> Markup {
    let words = words::hours(cx.lang);
    html! {
        (alert(Tone::Warning, html! {
            p { strong { (words.changed) } }
            @if view.form.is_some() { p { (words.changed_help) } }
        }))
        @if view.form.is_some() {
            section .hours { h2 #hours-title { (words.now) } (week_table(cx.lang, &view.offers.clinic, cx.now.jst_date())) }
        }
    }
}

/// Menus that nobody can book with these hours.
fn idle(cx: &Cx, offers: &Offers) -> Markup {
    let idle = offers.menus.iter().filter(|menu| !has_slots(&offers.clinic, menu));
    let names: Vec<&str> = idle.map(|menu| menu.own_name().text(cx.lang)).collect();
    html! { @if !names.is_empty() { (alert(Tone::Warning, (words::hours(cx.lang).idle)(&names))) } }
}

/// Menus that keep to hours of their own.
fn own_hours(cx: &Cx, menus: &[Menu]) -> Markup {
    let own = menus.iter().filter(|menu| menu.hours.is_some());
    let names: Vec<&str> = own.map(|menu| menu.own_name().text(cx.lang)).collect();
    html! { @if !names.is_empty() { p .hint { ((words::hours(cx.lang).own_hours)(&names)) } } }
}

/// The rules by which the clinic is closed; days that are over behind their title.
fn closures(cx: &Cx, clinic: &Clinic) -> Markup {
    let words = words::hours(cx.lang);
    let today = cx.now.jst_date();
    let mut all: Vec<(usize, &Closure)> = clinic.closures.iter().enumerate().collect();
    all.sort_by_key(|(at, closure)| (first_day(closure), *at));
    let (past, standing): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, closure)| is_over(closure, today));
    html! {
        section .card #closures {
            h2 { (words.closures) }
            @if standing.is_empty() { p { (words.no_closures) } } @else { (rules(cx, clinic, &standing)) }
            (actions(link_button(words.add, &of_clinic(path::CLOSURES, &clinic.id), Kind::Secondary)))
            @if !past.is_empty() { (fold(words.past, false, rules(cx, clinic, &past))) }
        }
    }
}

/// What holds every week comes before single days.
fn first_day(closure: &Closure) -> Option<Date> {
    match closure.days {
        ClosedDays::Span { from, .. } => Some(from),
        ClosedDays::Weekly(_) | ClosedDays::Nth { .. } | ClosedDays::Holidays => None,
    }
}

fn is_over(closure: &Closure, today: Date) -> bool {
    matches!(closure.days, ClosedDays::Span { until, .. } if until < today)
}

fn rules(cx: &Cx, clinic: &Clinic, rules: &[(usize, &Closure)]) -> Markup {
    html! {
        ul .closures {
            @for (at, closure) in rules {
                li {
                    span { (closure_in_words(cx.lang, closure)) }
                    a .button-small href=(path::of_closure_removal(&clinic.id, *at)) {
                        span .unseen { (closure_in_words(cx.lang, closure)) " " } (words::hours(cx.lang).remove)
                    }
                }
            }
        }
    }
}

/// Who is booked outside the hours as they would be, and the button that changes them all the same.
pub fn confirm(cx: &Cx, clinic: &Clinic, form: &HoursForm, days: &[ConcernedDay]) -> Page {
    let words = words::hours(cx.lang);
    let action = of_clinic(path::HOURS, &clinic.id);
    Page::new(
        words.confirm,
        html! {
            (concerned::show(cx, clinic, days, words.concerned.outside))
            (form_input(&action, &cx.csrf(), html! {
                @for (field, value) in form.typed() {
                    @if field != HoursField::Confirmed && !value.is_empty() {
                        input type="hidden" name=(field.name()) value=(value);
                    }
                }
                input type="hidden" name=(HoursField::Confirmed.name()) value="1";
                (actions(button(words.save)))
            }))
        },
    )
    .lead(clinic.name.clone())
    .back(words.back_to_form, path::with_typed(&action, form))
    .with_input()
}
