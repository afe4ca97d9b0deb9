//! Inviting somebody to a clinic, an invitation that waits, and the sheet with a link.

use super::sentences;
use crate::clinic::path::of_clinic;
use crate::clinic::{Clinic, Qr};
use crate::clock::Moment;
use crate::lang;
use crate::staff::form::{InviteField, InviteForm, StaffProblems};
use crate::staff::invitation::PendingInvitation;
use crate::staff::inviting::LinkWay;
use crate::staff::role::Role;
use crate::staff::under_way::InvitationPurpose;
use crate::staff::words::members;
use crate::staff::{path, words};
use crate::ui::field::{Radio, radios_with_notes};
use crate::ui::{
    Field, FormField, Page, Tone, WholeParts, actions, alert, button, button_danger, form_input, form_whole, overview,
    print_way,
};
use crate::web::Cx;
use maud::{Markup, PreEscaped, html};

/// The form, empty or refused.
pub fn new(cx: &Cx, clinic: &Clinic, form: &InviteForm, problems: &StaffProblems<InviteField>) -> Page {
    let (all, words) = (words::of(cx.lang), members::of(cx.lang));
    let wrong = sentences(cx, problems);
    Page::new(
        words.invite,
        html! {
            (form_input(&of_clinic(path::INVITE, &clinic.id), &cx.csrf(), html! {
                (Field::text(InviteField::Name.name(), all.form.name).value(&form.name).required(true)
                    .hint(all.form.name_hint).problem(wrong.beside(InviteField::Name)).render(cx.lang))
                (Field::new("email", InviteField::Email.name(), all.form.email).value(&form.email).required(true)
                    .inputmode("email").hint(words.invitation.email_hint)
                    .problem(wrong.beside(InviteField::Email)).render(cx.lang))
                (roles(cx, &form.role, wrong.beside(InviteField::Role)))
                (ways(cx, &form.way, wrong.beside(InviteField::Way), true))
                (actions(button(words.invitation.button)))
            }))
        },
    )
    .lead(words.invitation.lead)
    .back(words.back, of_clinic(path::MEMBERS, &clinic.id))
    .with_input()
    .problems(wrong.summary(cx.lang))
}

/// The choice of a role, with what each may do.
pub(super) fn roles(cx: &Cx, chosen: &str, problem: Option<String>) -> Markup {
    let (all, words) = (words::of(cx.lang), members::of(cx.lang));
    let option = |role: Role| Radio {
        value: role.value().to_owned(),
        label: (all.role)(role).to_owned(),
        note: Some((words.role_note)(role).to_owned()),
        is_closed: false,
    };
    let options = Role::ALL.map(option).to_vec();
    radios_with_notes(InviteField::Role.name(), words.invitation.role, options)
        .value(chosen)
        .required(true)
        .problem(problem)
        .render(cx.lang)
}

/// The choice of how a link goes out; `may_print` when it may stand on a sheet.
pub(super) fn ways(cx: &Cx, chosen: &str, problem: Option<String>, may_print: bool) -> Markup {
    let words = &members::of(cx.lang).invitation;
    let option = |way: LinkWay| {
        let (label, note) = match way {
            LinkWay::Mail => (words.mail, words.mail_note),
            LinkWay::Sheet => (words.sheet, words.sheet_note),
        };
        let is_closed = way == LinkWay::Sheet && !may_print;
        Radio { value: way.value().to_owned(), label: label.to_owned(), note: Some(note.to_owned()), is_closed }
    };
    radios_with_notes(InviteField::Way.name(), words.way, LinkWay::ALL.map(option).to_vec())
        .value(chosen)
        .required(true)
        .problem(problem)
        .render(cx.lang)
}

/// An invitation that waits; `by` is the name of who invited.
pub fn pending(cx: &Cx, clinic: &Clinic, pending: &PendingInvitation, by: Option<&str>) -> Page {
    let (all, words) = (words::of(cx.lang), members::of(cx.lang));
    let invitation = &pending.invitation;
    let mut rows = vec![
        (all.form.name.to_owned(), html! { (invitation.name) }),
        (all.form.email.to_owned(), html! { (invitation.address.as_str()) }),
    ];
    if let InvitationPurpose::Role(_, role) = invitation.purpose {
        rows.push((words.invitation.role.to_owned(), html! { ((all.role)(role)) }));
    }
    rows.push((words.invitation.ends.to_owned(), html! { (WholeParts(&lang::moment(cx.lang, pending.ends))) }));
    rows.extend(by.map(|by| (words.invitation.by.to_owned(), html! { (by) })));
    rows.retain(|(label, _)| label != all.form.name || !invitation.name.is_empty());
    Page::new(
        words.pending,
        html! {
            (overview(&rows))
            p { (words.invitation.withdraw_help) }
            (form_whole(&path::of_pending(&clinic.id, &pending.reference), &cx.csrf(), html! {
                (actions(button_danger(words.invitation.withdraw)))
            }))
        },
    )
    .lead(words.invitation.waiting)
    .back(words.back, of_clinic(path::MEMBERS, &clinic.id))
}

/// A link to be printed, as text and as a QR code. It is shown in this answer alone.
pub fn sheet(cx: &Cx, clinic: &Clinic, name: &str, url: &str, ends: Moment) -> Page {
    let words = members::of(cx.lang);
    let qr = Qr::of(url).map(|qr| qr.svg()).unwrap_or_default();
    Page::new(
        (words.sheet.title)(name),
        html! {
            div .unprinted { (alert(Tone::Warning, words.sheet.once)) }
            p { (words.sheet.scan) }
            div .link-sheet role="img" aria-label=(words.sheet.qr) { (PreEscaped(qr)) }
            p { (words.sheet.type_in) }
            p { code .secret translate="no" { (url) } }
            p { (WholeParts(&(words.sheet.works_once)(&lang::moment(cx.lang, ends)))) }
            (print_way(cx.lang))
        },
    )
    .lead(clinic.name.clone())
    .back(words.back, of_clinic(path::MEMBERS, &clinic.id))
}
