//! The frame of the console's pages: no bell and no お客様ID, but who is signed in; and the whole window.

use super::path;
use crate::config::Delivery;
use crate::mailbox;
use crate::staff::{self, Staff};
use crate::store::Reader;
use crate::ui::{Chrome, Footer, Layout, Link, SiteMenu};
use crate::web::{Cx, Frame};
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
}

/// The menu of somebody who is signed in; without it where the store cannot be read.
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
        items: vec![Link::new(super::words::of(cx.lang).book.title, path::CONSOLE)],
        sign_out: staff::path::SIGN_OUT.to_owned(),
        lock: None,
        bell: None,
    })
}
