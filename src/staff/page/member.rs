//! Somebody of a clinic, for its owners: their role, and each of the things that may be done, on a page of its own.

use super::invite::{roles, ways};
use super::members::state;
use super::sentences;
use crate::clinic::Clinic;
use crate::clinic::path::of_clinic;
use crate::lang;
use crate::staff::form::{StaffMemberField, StaffMemberForm, StaffProblems};
use crate::staff::staffing::StaffMember;
use crate::staff::words::members;
use crate::staff::{path, words};
use crate::ui::{
    Link, Page, Tone, actions, alert, button, button_danger, card, form_input, form_whole, overview, ways as list_ways,
};
use crate::web::Cx;
use maud::{Markup, html};

/// Who it is, and another role.
pub fn show(
    cx: &Cx,
    clinic: &Clinic,
    member: &StaffMember,
    form: &StaffMemberForm,
    problems: &StaffProblems<StaffMemberField>,
) -> Page {
    let (all, words) = (words::of(cx.lang), members::of(cx.lang));
    let wrong = sentences(cx, problems);
    let staff = &member.staff;
    let to = |route: &str| path::of_member(route, &clinic.id, staff.id);
    let last = staff.signed_in.map_or_else(|| words.never.to_owned(), |at| lang::moment(cx.lang, at));
    let state_way = if member.suspended.is_some() { words.member.resume } else { words.member.suspend };
    let links = [
        Link::new(words.member.reset, to(path::RESET)),
        Link::new(state_way, to(path::SUSPENSION)),
        Link::new(words.member.remove, to(path::REMOVAL)),
    ];
    Page::new(
        staff.name.clone(),
        html! {
            (overview(&[
                (all.form.email.to_owned(), html! { (staff.address.as_str()) }),
                (words.state.to_owned(), state(words, member)),
                (words.last_sign_in.to_owned(), html! { (last) }),
            ]))
            (form_input(&to(path::MEMBER), &cx.csrf(), html! {
                (roles(cx, &form.role, wrong.beside(StaffMemberField::Role)))
                (actions(button(words.member.change_role)))
            }))
            (card(words.member.more, list_ways(&links)))
        },
    )
    .lead((all.role)(member.role))
    .back(words.back, of_clinic(path::MEMBERS, &clinic.id))
    .with_input()
    .problems(wrong.summary(cx.lang))
}

/// Suspending somebody, or letting them in again.
pub fn suspension(cx: &Cx, clinic: &Clinic, member: &StaffMember) -> Page {
    let words = &members::of(cx.lang).member;
    let name = &member.staff.name;
    let (title, lead, help, press) = match member.suspended {
        Some(_) => (words.resume, (words.resume_lead)(name), &[][..], button(words.resume_button)),
        None => (words.suspend, (words.suspend_lead)(name), words.suspend_help, button_danger(words.suspend_button)),
    };
    verb(
        cx,
        clinic,
        member,
        title,
        html! {
            (prose(help))
            (form_whole(&path::of_member(path::SUSPENSION, &clinic.id, member.staff.id), &cx.csrf(), html! {
                input type="hidden" name=(WANTED) value=(if member.suspended.is_some() { RESUMED } else { SUSPENDED });
                (actions(press))
            }))
        },
    )
    .lead(lead)
}

/// The field with what is wanted of a suspension, so that a form that is out of date does not do the opposite.
pub const WANTED: &str = "wanted";
/// That somebody is suspended.
pub const SUSPENDED: &str = "suspended";
/// That they are let in again.
pub const RESUMED: &str = "resumed";

/// A new way in: how its link goes out. `may_print` when it may stand on a sheet.
pub fn reset(
    cx: &Cx,
    clinic: &Clinic,
    member: &StaffMember,
    may_print: bool,
    form: &StaffMemberForm,
    problems: &StaffProblems<StaffMemberField>,
) -> Page {
    let words = &members::of(cx.lang).member;
    let wrong = sentences(cx, problems);
    if !member.is_active() {
        return verb(cx, clinic, member, words.reset, alert(Tone::Warning, words.reset_closed));
    }
    verb(
        cx,
        clinic,
        member,
        words.reset,
        html! {
            (prose(words.reset_help))
            @if !may_print { (alert(Tone::Info, words.reset_mail_only)) }
            (form_input(&path::of_member(path::RESET, &clinic.id, member.staff.id), &cx.csrf(), html! {
                (ways(cx, &form.way, wrong.beside(StaffMemberField::Way), may_print))
                (actions(button(words.reset_button)))
            }))
        },
    )
    .lead((words.reset_lead)(&member.staff.name))
    .with_input()
    .problems(wrong.summary(cx.lang))
}

/// Taking somebody's role away.
pub fn removal(cx: &Cx, clinic: &Clinic, member: &StaffMember) -> Page {
    let words = &members::of(cx.lang).member;
    verb(
        cx,
        clinic,
        member,
        words.remove,
        html! {
            (prose(words.remove_help))
            (form_whole(&path::of_member(path::REMOVAL, &clinic.id, member.staff.id), &cx.csrf(), html! {
                (actions(button_danger(words.remove_button)))
            }))
        },
    )
    .lead((words.remove_lead)(&member.staff.name))
}

/// That nothing was changed, because the clinic would be without an owner.
pub fn last_owner(cx: &Cx, clinic: &Clinic, member: &StaffMember) -> Page {
    let words = &members::of(cx.lang).member;
    verb(cx, clinic, member, words.last_owner, prose(words.last_owner_help))
}

fn verb(cx: &Cx, clinic: &Clinic, member: &StaffMember, title: &str, body: Markup) -> Page {
    let back = (members::of(cx.lang).member.back)(&member.staff.name);
    Page::new(title, body).back(back, path::of_member(path::MEMBER, &clinic.id, member.staff.id))
}

fn prose(sentences: &[&str]) -> Markup {
    html! { @for sentence in sentences { p { (sentence) } } }
}
