//! The frame of the console's pages, which take the whole window: it has no bell and no お客様ID, but says who is signed in.

use super::path;
use crate::clinic::ClinicId;
use crate::clinic::path::of_clinic;
use crate::config::Delivery;
use crate::mailbox;
use crate::operator;
use crate::staff::{self, Staff};
use crate::store::Reader;
use crate::ui::{Chrome, Footer, Layout, Link, Lock, SiteMenu};
use crate::web::{Cx, Frame, WaysOn};
use crate::work::Remedy;
use std::sync::Arc;

/// What stands around the console's pages.
pub struct ConsoleFrame;

impl Frame for ConsoleFrame {
    fn chrome(&self, cx: &Cx, r: Option<&dyn Reader>) -> Chrome {
        let config = &cx.floor.config;
        let mut links = Vec::new();
        if matches!(config.mail.delivery, Delivery::Kept) && cx.request.on_this_machine {
            links.push(Link::new(mailbox::words::of(cx.lang).title, mailbox::PATH));
        }
        Chrome {
            lang: cx.lang,
            service: config.service.name.clone(),
            mark: cx.mark(),
            // A device of the clinic keeps nothing of the console.
            account: None,
            csrf: cx.csrf(),
            here: cx.here(),
            home: path::CONSOLE.to_owned(),
            layout: if cx.session().is_some() { Layout::Working } else { Layout::Reading },
            menu: r.and_then(|r| menu(cx, r)),
            footer: Footer {
                links,
                contact: config.service.contact.clone(),
                language_action: path::LANGUAGE.to_owned(),
                keep_action: path::KEPT_FORM.to_owned(),
            },
        }
    }

    fn ways_on(&self, cx: &Cx, remedy: Remedy, _: Option<&dyn Reader>) -> WaysOn {
        let remedy = match remedy {
            // Who confirms within a session types either code into the same field.
            Remedy::RecoveryCode if cx.session().is_none() => Some(staff::path::recovery_code_then(&cx.next())),
            Remedy::BothFactors => Some(staff::path::full_sign_in_then(&cx.next())),
            _ => None,
        };
        WaysOn { remedy, booking: None }
    }
}

/// The menu of somebody who is signed in; none where the store cannot be read.
fn menu(cx: &Cx, r: &dyn Reader) -> Option<SiteMenu> {
    let session = cx.session()?;
    let staff = match cx.remembered::<Staff>() {
        Some(staff) => staff,
        None => Arc::new(staff::rows::find(r, session.subject.cast()).ok()??),
    };
    let words = staff::words::of(cx.lang);
    Some(SiteMenu {
        owner_label: words.sign_in.signed_in_as.to_owned(),
        owner: staff.name.clone(),
        items: items(cx, r, &staff),
        sign_out: staff::path::SIGN_OUT.to_owned(),
        bell: None,
        lock: session.locks_after.map(|minutes| {
            let (action, back) = (staff::path::LOCK_NOW.to_owned(), cx.here_again());
            Lock { action, back, minutes }
        }),
    })
}

/// The pages in the menu. Those of the clinic in the path are offered to its owners alone.
fn items(cx: &Cx, r: &dyn Reader, staff: &Staff) -> Vec<Link> {
    // An operator need not work at any clinic.
    let has_clinic = || staff::rows::clinics(r, staff.id).is_ok_and(|clinics| !clinics.is_empty());
    let mut items = Vec::new();
    if !staff.operator || staff.opens_clinics || has_clinic() {
        items.push(Link::new(super::words::of(cx.lang).book.title, path::CONSOLE));
    }
    let clinic = ClinicId::parse(cx.param("clinic"));
    let role = clinic.as_ref().and_then(|id| staff::staffing::active_role(r, staff.id, id).ok().flatten());
    if let Some((clinic, staff::Role::Owner)) = clinic.zip(role) {
        let posters = super::words::of(cx.lang).open_clinic.posters;
        items.push(Link::new(posters, of_clinic(path::OPENED, &clinic)));
        items.push(Link::new(super::words::hours(cx.lang).title, of_clinic(path::HOURS, &clinic)));
        let words = staff::words::members::of(cx.lang);
        items.push(Link::new(words.title, of_clinic(staff::path::MEMBERS, &clinic)));
        let words = staff::words::device::of(cx.lang);
        items.push(Link::new(words.title, of_clinic(staff::path::DEVICES, &clinic)));
    }
    if cx.session().is_some_and(|session| session.locks_after.is_some()) {
        items.push(Link::new(staff::words::device::of(cx.lang).pin.title, staff::path::PIN));
    }
    if staff.operator {
        items.push(Link::new(operator::words::of(cx.lang).title, operator::path::OPERATOR));
    }
    items
}
