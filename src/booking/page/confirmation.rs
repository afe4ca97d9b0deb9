//! 確認: everything once more before it is booked or moved, the clinic's rules, and a guest's code.

use super::{leave, steps};
use crate::booking::code::Code;
use crate::booking::words::{self as all, confirmation as words};
use crate::clinic::{Clinic, Menu, Visit, call, own};
use crate::clock::Moment;
use crate::lang::Words;
use crate::mail::EmailAddress;
use crate::person::{self, Person};
use crate::reservation::words::detail;
use crate::reservation::{Deadlines, Refusal, Reservation};
use crate::slots::words as slot_words;
use crate::ui::{
    Field, Kind, Page, Tone, Width, actions, alert, apology, button, button_saying, card, form, form_named,
    link_button, overview, problem_summary,
};
use crate::web::Cx;
use maud::{Markup, html};

/// The name of the field for a guest's code.
pub const CODE: &str = "code";

/// What is about to be booked or moved.
pub struct Confirmation<'a> {
    /// The clinic.
    pub clinic: &'a Clinic,
    /// The menu.
    pub menu: &'a Menu,
    /// 初診 or 再診.
    pub visit: Visit,
    /// When the visit would start.
    pub start: Moment,
    /// The slot as it is posted: what was looked at is what is booked.
    pub slot: String,
    /// The deadlines that it would have.
    pub deadlines: Deadlines,
    /// Until when the slot is kept.
    pub kept_until: Option<Moment>,
    /// A new visit, or another time for an old one.
    pub what: ToConfirm<'a>,
    /// Where the form is posted.
    pub action: String,
    /// The calendar of this booking.
    pub slots: String,
    /// Where the booking is left.
    pub release: String,
}

/// A new visit, or another time for an old one.
pub enum ToConfirm<'a> {
    /// A new visit.
    New {
        /// Who comes.
        person: &'a Person,
        /// 診察券番号.
        chart_number: Option<&'a str>,
        /// Where the confirmation goes.
        address: &'a EmailAddress,
        /// Whether booking registers the clinic as マイクリニック.
        registers: bool,
        /// What is still asked of a guest.
        proof: Option<Proof<'a>>,
        /// The address that a guest probably meant.
        perhaps: Option<EmailAddress>,
        /// Where 受診者 is.
        mend: String,
        /// Where a new code is asked for, and where the address is put right.
        code: String,
    },
    /// Another time.
    Moving(&'a Reservation),
}

/// That an address is to be proved.
pub struct Proof<'a> {
    /// The code that was mailed, if it can still be used.
    pub code: Option<&'a Code>,
}

/// Why the page is shown again.
pub enum NotConfirmed {
    /// With the code.
    Code(String),
    /// Another time was chosen meanwhile.
    ChangedElsewhere,
}

/// The page.
pub fn show(cx: &Cx, order: &Confirmation<'_>, wrong: Option<&NotConfirmed>) -> Page {
    let moving = matches!(order.what, ToConfirm::Moving(_));
    let code_problem = match wrong {
        Some(NotConfirmed::Code(sentence)) => Some(sentence.clone()),
        _ => None,
    };
    let problems: Vec<(&str, String)> = code_problem.clone().into_iter().map(|sentence| (CODE, sentence)).collect();
    let asks_code = matches!(order.what, ToConfirm::New { proof: Some(_), .. });
    let body = html! {
        @if matches!(wrong, Some(NotConfirmed::ChangedElsewhere)) { (alert(Tone::Problem, cx.say(words::CHANGED_ELSEWHERE))) }
        @if cx.query("done") == "code" { (alert(Tone::Success, cx.say(words::CODE_SENT))) }
        @if asks_code { p { a href={ "#" (CODE) } { (cx.say(words::TO_CODE)) } } }
        h2 { (cx.say(words::VISIT)) }
        (overview(&visit(cx, order)))
        @if let ToConfirm::New { person, chart_number, address, .. } = &order.what {
            h2 { (cx.say(words::PERSON)) }
            (overview(&patient(cx, person, *chart_number, address)))
        }
        h2 { (cx.say(words::RULES)) }
        (rules(cx, order))
        @if let ToConfirm::New { perhaps: Some(meant), code, .. } = &order.what { (suggestion(cx, meant, code)) }
        (form(&order.action, &cx.csrf(), html! {
            input type="hidden" name="slot" value=(order.slot);
            @if let ToConfirm::New { proof: Some(proof), address, .. } = &order.what {
                (code_field(cx, proof, address, code_problem))
            }
            @if let ToConfirm::New { registers: true, .. } = &order.what {
                @let (before, after) = words::registers(cx.lang);
                p { (before) (own(cx.lang, &order.clinic.name)) (after) }
            }
            @if let Some(until) = order.kept_until { p .quiet { (all::kept_until(cx.lang, until)) } }
            (ways(cx, order, moving))
        }))
        @if let ToConfirm::New { proof: Some(_), code, .. } = &order.what { (again(cx, code)) }
        div .aside { (leave(cx, &order.release, if moving { all::LEAVE_MOVING } else { all::LEAVE })) }
    };
    let (title, lead) = match &order.what {
        ToConfirm::Moving(_) => (words::TITLE_MOVING, words::LEAD_MOVING),
        ToConfirm::New { proof: Some(Proof { code: Some(_) }), .. } => (words::TITLE, words::LEAD_CODE),
        ToConfirm::New { .. } => (words::TITLE, words::LEAD),
    };
    Page::new(cx.say(title), body)
        .lead(cx.say(lead))
        .steps(steps(cx, moving, if moving { 1 } else { 3 }))
        .problems(problem_summary(cx.lang, &problems))
}

fn row(cx: &Cx, label: Words, value: Markup) -> (String, Markup) {
    (cx.say(label).to_owned(), value)
}

fn visit(cx: &Cx, order: &Confirmation<'_>) -> Vec<(String, Markup)> {
    let lang = cx.lang;
    let mut rows = Vec::new();
    match &order.what {
        ToConfirm::Moving(old) => {
            rows.push(row(cx, words::NUMBER, html! { (old.number) }));
            rows.push(row(cx, all::OLD_TIME, html! { del { (slot_words::when(lang, old.slot.starts())) } }));
            rows.push(row(cx, all::NEW_TIME, html! { strong .when { (slot_words::when(lang, order.start)) } }));
        }
        ToConfirm::New { .. } => {
            rows.push(row(cx, all::WHEN, html! { strong .when { (slot_words::when(lang, order.start)) } }))
        }
    }
    rows.push(row(cx, all::CLINIC, own(lang, &order.clinic.name)));
    let kind = cx.say(slot_words::visit(order.visit));
    let minutes = slot_words::minutes(lang, order.menu.minutes);
    rows.push(row(cx, all::MENU, html! { (own(lang, &order.menu.name)) " (" (kind) ") " span .quiet { (minutes) } }));
    if let Some(text) = &order.menu.preparation {
        rows.push(row(cx, detail::PREPARATION, own(lang, text)));
    }
    if let Some(text) = &order.menu.bring {
        rows.push(row(cx, detail::BRING, own(lang, text)));
    }
    rows
}

fn patient(cx: &Cx, person: &Person, chart: Option<&str>, address: &EmailAddress) -> Vec<(String, Markup)> {
    let mut rows = person::page::rows(cx.lang, person, cx.now.jst_date());
    if let Some(number) = chart {
        rows.push(row(cx, words::CHART_NUMBER, html! { (number) }));
    }
    rows.push(row(cx, words::MAIL_TO, html! { (address.as_str()) }));
    rows
}

fn rules(cx: &Cx, order: &Confirmation<'_>) -> Markup {
    let until = |deadline| html! { (words::until(cx.lang, cx.now, deadline)) };
    let rows = [
        row(cx, detail::CANCEL_UNTIL, until(order.deadlines.cancel)),
        row(cx, detail::CHANGE_UNTIL, until(order.deadlines.change)),
        row(cx, all::PHONE, call(&order.clinic.phone)),
    ];
    html! {
        (overview(&rows))
        @if let Some(policy) = &order.clinic.cancellation_policy { p { (own(cx.lang, policy)) } }
    }
}

fn suggestion(cx: &Cx, meant: &EmailAddress, action: &str) -> Markup {
    card(
        cx.say(words::PERHAPS),
        html! {
            p { strong { (meant.as_str()) } }
            (form_named(cx.say(words::USE_THIS), action, &cx.csrf(), actions(button_saying(Kind::Secondary, cx.say(words::USE_THIS), "go", "suggestion"))))
        },
    )
}

fn code_field(cx: &Cx, proof: &Proof<'_>, address: &EmailAddress, problem: Option<String>) -> Markup {
    html! {
        h2 { (cx.say(words::CODE_TITLE)) }
        @match proof.code {
            Some(code) => p {
                strong { (address.as_str()) } (words::code_sent_to(cx.lang, code.ends(), code.tries_left()))
            },
            None => (alert(Tone::Warning, cx.say(words::CODE_OVER))),
        }
        (Field::text(CODE, cx.say(words::CODE)).inputmode("numeric").autocomplete("one-time-code").required(true)
            .hint(cx.say(words::CODE_HINT)).max_width(Width::Short).problem(problem).render(cx.lang))
    }
}

fn again(cx: &Cx, action: &str) -> Markup {
    html! {
        div .aside {
            p .quiet { (cx.say(words::CODE_LATE)) }
            (form_named(cx.say(words::CODE_AGAIN), action, &cx.csrf(), actions(button_saying(Kind::Secondary, cx.say(words::CODE_AGAIN), "go", "again"))))
        }
    }
}

fn ways(cx: &Cx, order: &Confirmation<'_>, moving: bool) -> Markup {
    actions(html! {
        (button(cx.say(if moving { words::MOVE } else { words::BOOK })))
        @if let ToConfirm::New { mend, .. } = &order.what {
            (link_button(cx.say(words::MEND), mend, Kind::Secondary))
        }
        (link_button(cx.say(all::ANOTHER_TIME), &order.slots, Kind::Secondary))
    })
}

/// That a reservation cannot be moved any more.
pub fn not_moved(cx: &Cx, clinic: &Clinic, refusal: Refusal, ways: &[crate::ui::Link]) -> Page {
    let why = match refusal {
        Refusal::TooLate { until } => words::too_late(cx.lang, until),
        Refusal::NotBooked => cx.say(words::CANCELLED).to_owned(),
    };
    let body = html! { p { (why) } p { (cx.say(all::CALL)) " " (call(&clinic.phone)) } };
    Page::new(cx.say(words::TOO_LATE_TITLE), apology(cx.lang, body, ways, None))
}
