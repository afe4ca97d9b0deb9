//! Joins the features: all routes, the frame around every page, and the checks of all tables.
//!
//! The only file that knows every feature. It decides nothing by itself.

use crate::config::{Config, Delivery};
use crate::store::{self, IndexCheck};
use crate::ui::{Bell, Chrome, Footer, Link, Menu, asset};
use crate::web::{self, Cx, Floor, Frame, Route, Site};
use crate::{account, mail, mailbox, notice};
use std::sync::Arc;

/// Every route of the product under this configuration.
pub fn routes(config: &Config) -> Vec<Route> {
    let mut routes = web::language_routes();
    routes.extend(account::routes());
    routes.extend(notice::routes());
    if matches!(config.mail.delivery, Delivery::Kept) {
        routes.extend(mailbox::routes());
    }
    routes
}

/// Every table, for `mypage check`.
pub fn known_tables() -> Vec<&'static str> {
    [&store::TABLES[..], &web::TABLES, &mail::TABLES, &account::TABLES, &expiring_tables()].concat()
}

fn expiring_tables() -> Vec<&'static str> {
    [&web::EXPIRING[..], &account::EXPIRING].concat()
}

/// What has to hold between tables, for `mypage check`.
pub const INDEXES: &[IndexCheck] =
    &[|r| store::check_ends(r, &expiring_tables()), mail::outbox::check_index, account::check_indexes];

/// The endpoint over a floor.
pub fn site(floor: Arc<Floor>) -> Site {
    let routes = routes(&floor.config);
    // Hashes and compresses the embedded files now, rather than in the first visitor's time.
    asset::url("app.css");
    Site::new(floor, routes)
}

/// The frame of the patient's pages: menu, bell and footer as in the user manual.
pub struct PatientFrame;

impl Frame for PatientFrame {
    fn chrome(&self, cx: &Cx) -> Chrome {
        let config = &cx.floor.config;
        let link = |words, href: &str| Link::new(cx.say(words), href);
        let mut links = vec![
            link(account::TERMS_TITLE, account::path::TERMS),
            link(account::PRIVACY_TITLE, account::path::PRIVACY),
        ];
        if matches!(config.mail.delivery, Delivery::Kept) && cx.visit.on_this_machine {
            links.push(link(mailbox::TITLE, mailbox::PATH));
        }
        Chrome {
            lang: cx.lang,
            service: config.service.name.clone(),
            csrf: cx.csrf(),
            here: cx.here(),
            menu: menu(cx),
            footer: Footer {
                links,
                contact: config.service.contact.clone(),
                language_action: web::LANGUAGE_PATH.to_owned(),
            },
        }
    }

    fn sign_in(&self, next: &str) -> String {
        account::path::sign_in_then(next)
    }
}

/// Menu and bell of whoever is signed in. A store that cannot be read leaves them out: an error page needs no menu.
fn menu(cx: &Cx) -> Option<Menu> {
    let session = cx.session()?;
    let account = cx.read(|r| account::find(r, account::AccountId::of_subject(session.subject))).ok()??;
    let link = |words, href: &str| Link::new(cx.say(words), href);
    Some(Menu {
        customer_id: account.customer_id.to_string(),
        items: vec![
            link(account::ACCOUNT_TITLE, account::path::ACCOUNT),
            link(account::PERSON_TITLE, account::path::PERSON),
            link(account::TERMS_TITLE, account::path::TERMS),
            link(account::PRIVACY_TITLE, account::path::PRIVACY),
        ],
        sign_out: account::path::SIGN_OUT.to_owned(),
        bell: Bell { href: notice::PATH.to_owned(), unread: 0 },
    })
}
