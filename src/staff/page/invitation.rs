//! An invitation to the console.

use super::{sentences, username};
use crate::clinic::{Clinic, as_written};
use crate::staff::form::{InvitationField, InvitationForm, StaffProblems};
use crate::staff::under_way::{InvitationPurpose, StaffInvitation};
use crate::staff::{path, words};
use crate::ui::{Field, FormField, Kind, Page, actions, button, form_input, form_whole, link_button, overview, steps};
use crate::web::Cx;
use maud::{Markup, html};

/// Name and password of somebody who makes a sign-in.
pub fn new(
    cx: &Cx,
    invitation: &StaffInvitation,
    clinic: Option<&Clinic>,
    form: &InvitationForm,
    problems: &StaffProblems<InvitationField>,
) -> Page {
    let words = words::of(cx.lang);
    let wrong = sentences(cx, problems);
    Page::new(
        words.invitation.title,
        html! {
            (offer(cx, invitation, clinic))
            (form_input(&cx.here(), &cx.csrf(), html! {
                (username(cx, &invitation.address))
                (Field::text(InvitationField::Name.name(), words.form.name).value(&form.name).required(true)
                    .autocomplete("name").hint(words.form.name_hint)
                    .problem(wrong.beside(InvitationField::Name)).render(cx.lang))
                (Field::password(InvitationField::Password.name(), words.form.password).new_password().required(true)
                    .hint(words.form.password_rule).problem(wrong.beside(InvitationField::Password))
                    .render(cx.lang))
                (actions(button(words.invitation.go_on)))
            }))
        },
    )
    .lead(words.invitation.lead)
    .steps(steps(cx.lang, &words.invitation.steps, 0))
    .with_input()
    .problems(wrong.summary(cx.lang))
}

/// What is offered to somebody who has a sign-in; `mine` when it is theirs that is signed in.
pub fn further(cx: &Cx, invitation: &StaffInvitation, clinic: Option<&Clinic>, mine: bool) -> Page {
    let words = words::of(cx.lang);
    let accept = match invitation.purpose {
        InvitationPurpose::Operator => words.invitation.accept_operator,
        InvitationPurpose::Role(..) | InvitationPurpose::Reset(_) => words.invitation.accept,
    };
    Page::new(
        words.invitation.title,
        html! {
            (offer(cx, invitation, clinic))
            @if mine {
                (form_whole(&cx.here(), &cx.csrf(), html! { (actions(button(accept))) }))
            } @else {
                p { (words.invitation.sign_in_first) }
                (actions(link_button(words.sign_in.button, &path::sign_in_then(&cx.here()), Kind::Primary)))
            }
        },
    )
}

fn offer(cx: &Cx, invitation: &StaffInvitation, clinic: Option<&Clinic>) -> Markup {
    let words = words::of(cx.lang);
    let address = (words.form.email.to_owned(), html! { (invitation.address.as_str()) });
    match &invitation.purpose {
        InvitationPurpose::Role(id, role) => overview(&[
            (
                words.invitation.clinic.to_owned(),
                html! { @match clinic { Some(clinic) => (as_written(cx.lang, clinic.own_name())), None => (id) } },
            ),
            (words.invitation.role.to_owned(), html! { ((words.role)(*role)) }),
            address,
        ]),
        InvitationPurpose::Operator => {
            overview(&[(words.invitation.role.to_owned(), html! { (words.invitation.operator) }), address])
        }
        InvitationPurpose::Reset(_) => overview(&[address]),
    }
}

/// An invitation that opens nothing.
pub fn dead(cx: &Cx) -> Page {
    let words = words::of(cx.lang);
    Page::new(
        words.invitation.dead,
        html! {
            @for sentence in words.invitation.dead_help { p { (sentence) } }
            (actions(link_button(words.sign_in.title, path::SIGN_IN, Kind::Secondary)))
        },
    )
}
