//! スタッフ of a clinic: who works there, and who is invited.

use crate::clinic::path::of_clinic;
use crate::clinic::{Clinic, ClinicId};
use crate::lang;
use crate::staff::invitation::PendingInvitation;
use crate::staff::staffing::StaffMember;
use crate::staff::under_way::InvitationPurpose;
use crate::staff::words::members::{self, MembersWords};
use crate::staff::{path, words};
use crate::ui::{Kind, Page, Tone, WholeParts, actions, alert, card, link_button, link_row};
use crate::web::Cx;
use crate::work::StaffId;
use maud::{Markup, html};

/// The list. `me` is who looks at it.
pub fn show(cx: &Cx, clinic: &Clinic, me: StaffId, members: &[StaffMember], pending: &[PendingInvitation]) -> Page {
    let words = members::of(cx.lang);
    let done = (words.done)(&cx.query("done"));
    Page::new(
        words.title,
        html! {
            @if let Some(done) = done { (alert(Tone::Success, done)) }
            (actions(link_button(words.invite, &of_clinic(path::INVITE, &clinic.id), Kind::Primary)))
            (card(words.members, html! {
                ul .rows { @for member in members { li { (row(cx, &clinic.id, me, member)) } } }
            }))
            @if !pending.is_empty() {
                (card(words.pending, html! {
                    ul .rows { @for invitation in pending { li { (pending_row(cx, &clinic.id, invitation)) } } }
                }))
            }
        },
    )
    .lead(clinic.name.clone())
}

fn row(cx: &Cx, clinic: &ClinicId, me: StaffId, member: &StaffMember) -> Markup {
    let words = members::of(cx.lang);
    let staff = &member.staff;
    let detail = html! {
        (staff.address.as_str()) br;
        (state(words, member))
        @if let Some(at) = staff.signed_in { " " span { (WholeParts(&(words.last_sign_in_at)(&lang::moment(cx.lang, at)))) } }
    };
    link_row(
        &path::of_member(path::MEMBER, clinic, staff.id),
        html! {
            (staff.name) @if staff.id == me { " (" (words.you) ")" } " "
            span .staff-role { ((words::of(cx.lang).role)(member.role)) }
        },
        Some(detail),
    )
}

/// Whether somebody comes in, as a mark with a word.
pub(super) fn state(words: &MembersWords, member: &StaffMember) -> Markup {
    let (name, word) = if member.staff.disabled.is_some() {
        ("closed", words.closed)
    } else if member.suspended.is_some() {
        ("suspended", words.suspended)
    } else {
        ("active", words.active)
    };
    html! { span .staff-state data-state=(name) { (word) } }
}

fn pending_row(cx: &Cx, clinic: &ClinicId, pending: &PendingInvitation) -> Markup {
    let words = members::of(cx.lang);
    let invitation = &pending.invitation;
    let name = if invitation.name.is_empty() { invitation.address.as_str() } else { &invitation.name };
    let until = (words.invited_until)(&lang::moment(cx.lang, pending.ends));
    link_row(
        &path::of_pending(clinic, &pending.reference),
        html! {
            (name)
            @if let InvitationPurpose::Role(_, role) = invitation.purpose {
                " " span .staff-role { ((words::of(cx.lang).role)(role)) }
            }
        },
        Some(
            html! { (invitation.address.as_str()) br; span .staff-state data-state="invited" { (WholeParts(&until)) } },
        ),
    )
}
