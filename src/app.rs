//! Joins the features: all routes, the frame around every page, and the checks of all tables.
//!
//! The only file that knows every feature. It decides nothing by itself.

use crate::account::{Account, AccountId, DataSection, Member, Origin, Ties};
use crate::clock::Moment;
use crate::config::{Config, Delivery};
use crate::mail::EmailAddress;
use crate::notice::Board;
use crate::person::{Person, PersonId};
use crate::secret::TokenHash;
use crate::session::Session;
use crate::store::{self, IndexCheck, Pinned, Reader, Tx};
use crate::ui::{Bell, Chrome, Footer, Layout, Link, SiteMenu, asset};
use crate::web::{self, Area, Cx, Floor, Frame, Route, Site, WaysOn};
use crate::work::{Remedy, Work};
use crate::{
    account, booking, clinic, console, family, home, mail, mailbox, notice, patient, reservation, session, slots,
    staff, work,
};
use maud::Markup;
use std::sync::Arc;

/// Where the language switch of the patients' pages posts to.
const LANGUAGE: &str = "/language";
/// Where a page that is left has its form kept.
const KEPT_FORM: &str = "/kept-form";

/// Every route of the product under this configuration.
pub fn routes(config: &Config) -> Vec<Route> {
    let mut routes = routes_of_patients(config);
    routes.extend(console::routes(config));
    routes
}

fn routes_of_patients(config: &Config) -> Vec<Route> {
    let mut routes = vec![web::language_route(LANGUAGE), web::kept_form_route(KEPT_FORM)];
    routes.extend(account::routes(&Tied));
    routes.extend(family::routes(&Tied));
    routes.extend(clinic::routes());
    routes.extend(reservation::routes());
    routes.extend(booking::routes(&Tied));
    routes.extend(home::routes());
    routes.extend(notice::routes());
    if matches!(config.mail.delivery, Delivery::Kept) {
        routes.extend(mailbox::routes());
    }
    routes
}

/// What is tied to an account, in the order in which it goes along or away.
struct Tied;

impl Ties for Tied {
    fn made(&self, tx: &mut Tx<'_>, account: &Account, origin: &Origin) -> store::Result<()> {
        reservation::Reservations.made(tx, account, origin)
    }

    fn moved(&self, work: &mut Work<'_>, account: &Account, former: &EmailAddress) -> store::Result<()> {
        mail::copy::forget(work, former)?;
        reservation::Reservations.moved(work, account, former)
    }

    fn handed_on(
        &self,
        tx: &mut Tx<'_>,
        old: TokenHash,
        new: TokenHash,
        account: Option<&Account>,
    ) -> store::Result<()> {
        booking::hand_on(tx, old, new, account)
    }

    fn signing_in_for(&self, cx: &Cx, r: &dyn Reader, next: &str) -> store::Result<Option<Markup>> {
        match clinic::signing_in_for(cx, r, next)? {
            None => booking::signing_in_for(cx, r, next),
            found => Ok(found),
        }
    }

    fn changing(&self, cx: &Cx, r: &dyn Reader, account: AccountId, people: &[Member]) -> store::Result<Markup> {
        reservation::Reservations.changing(cx, r, account, people)
    }

    fn changed(&self, work: &mut Work<'_>, account: AccountId, before: &Member, now: &Person) -> store::Result<()> {
        reservation::Reservations.changed(work, account, before, now)
    }

    fn removing(&self, cx: &Cx, r: &dyn Reader, account: AccountId, person: &Member) -> store::Result<Markup> {
        reservation::Reservations.removing(cx, r, account, person)
    }

    fn cancel_coming(&self, work: &mut Work<'_>, account: AccountId, person: &Member) -> store::Result<()> {
        reservation::Reservations.cancel_coming(work, account, person)
    }

    fn removed(&self, work: &mut Work<'_>, account: AccountId, person: &Member) -> store::Result<()> {
        clinic::chart_number::forget(work, person.id)?;
        booking::rows::forget_person(work, account, person.id)?;
        reservation::Reservations.removed(work, account, person)
    }

    fn shared(&self, tx: &mut Tx<'_>, holder: AccountId, person: &Member) -> store::Result<()> {
        reservation::Reservations.shared(tx, holder, person)
    }

    fn share_ended(
        &self,
        work: &mut Work<'_>,
        account: AccountId,
        person: &Member,
        holder: &Account,
    ) -> store::Result<()> {
        booking::rows::forget_person(work, account, person.id)?;
        reservation::Reservations.share_ended(work, account, person, holder)
    }

    fn unshared(&self, tx: &mut Tx<'_>, person: PersonId) -> store::Result<()> {
        reservation::Reservations.unshared(tx, person)
    }

    fn merged(&self, tx: &mut Tx<'_>, account: AccountId, person: &Member, into: PersonId) -> store::Result<()> {
        clinic::chart_number::pass_on(tx, person.id, into)?;
        booking::rows::forget_person(tx, account, person.id)?;
        reservation::Reservations.merged(tx, account, person, into)
    }

    fn known(&self, cx: &Cx, r: &dyn Reader, account: &Account) -> store::Result<Vec<DataSection>> {
        Ok(vec![
            family::own_data(cx, r, account)?,
            clinic::own_data(cx, r, account.id)?,
            reservation::own_data(cx, r, account.id)?,
            notice::own_data(cx, r, account)?,
        ])
    }

    fn leaving(&self, cx: &Cx, r: &dyn Reader, account: AccountId) -> store::Result<Markup> {
        let (shared, booked) = (family::leaving(cx, r, account)?, reservation::Reservations.leaving(cx, r, account)?);
        Ok(maud::html! { (shared) (booked) })
    }

    fn left(&self, work: &mut Work<'_>, account: &Account, cancel_coming: bool) -> store::Result<()> {
        // First, so that what is booked for those who are shared is neither cancelled nor parted from the others.
        family::left(work, account, self)?;
        for member in account::care::members(work, account.id)? {
            clinic::chart_number::forget(work, member.id)?;
        }
        reservation::Reservations.left(work, account, cancel_coming)?;
        booking::rows::forget_bookings(work, account.id)?;
        // Last, since what is cancelled on leaving is told by letters of which copies are kept.
        mail::copy::forget(work, &account.address)
    }
}

/// Every table, for `mypage check`.
pub fn known_tables() -> Vec<&'static str> {
    let features =
        [&account::TABLES[..], &clinic::TABLES, &slots::TABLES, &reservation::TABLES, &notice::TABLES, &staff::TABLES]
            .concat();
    let floor = [&session::TABLES[..], &work::TABLES, &mail::TABLES].concat();
    [&floor[..], &patient::TABLES, &features, &console::TABLES, &expiring_tables()].concat()
}

/// The tables whose rows end by themselves, for the sweeper.
pub fn expiring_tables() -> Vec<&'static str> {
    [
        &session::EXPIRING[..],
        &work::EXPIRING,
        &mail::EXPIRING,
        &account::EXPIRING,
        &slots::EXPIRING,
        &reservation::EXPIRING,
        &booking::EXPIRING,
        &staff::EXPIRING,
        &console::EXPIRING,
    ]
    .concat()
}

/// Ends what had ended at a moment inside rows that are not over themselves, although the clock has been set back since.
///
/// # Errors
/// What the store says.
pub fn end_within_rows(tx: &mut Tx<'_>, then: Moment) -> store::Result<()> {
    session::end_freshness(tx, then)?;
    booking::rows::end_proofs(tx, then)
}

/// What has to hold between tables, for `mypage check`.
pub const INDEXES: &[IndexCheck] = &[
    session::check_index,
    mail::copy::check_counts,
    account::check_indexes,
    account::check_people,
    clinic::registration_code::check_index,
    clinic::chart_number::check_people,
    patient::check_indexes,
    reservation::check_indexes,
    staff::check_indexes,
];

/// What makes the links of mails anew when they are sent.
pub const RENEWALS: &[mail::Renew] =
    &[account::link::renew_token, reservation::rows::renew_token, staff::invitation::renew_token];

/// The patients' pages.
///
/// # Errors
/// When the store cannot be read.
pub fn patients(floor: &Floor) -> store::Result<Area> {
    let board = notice::pin(&floor.store)?;
    if let Err(error) = floor.store.read_blocking(floor.clock.now(), |r| board.get(r)) {
        floor.log.error("notices_unreadable").with("why", error).with("do", store::DAMAGED).write();
    }
    let frame = Box::new(PatientFrame { board });
    let start = account::path::DASHBOARD;
    Ok(Area { root: "", kind: &account::SESSIONS, start, frame, routes: routes_of_patients(&floor.config) })
}

/// The endpoint over a floor.
///
/// # Errors
/// When the store cannot be read.
pub fn site(floor: Arc<Floor>) -> store::Result<Site> {
    let patients = patients(&floor)?;
    let console = console::area(&floor.config);
    // Hashes and compresses the embedded files now, rather than in the first visitor's time.
    asset::url("app.css");
    Ok(Site::new(floor, patients, vec![console]))
}

/// The frame of the patient's pages: menu, bell and footer.
struct PatientFrame {
    board: Pinned<Board>,
}

impl Frame for PatientFrame {
    fn chrome(&self, cx: &Cx, r: Option<&dyn Reader>) -> Chrome {
        let config = &cx.floor.config;
        let titles = &account::words::of(cx.lang).titles;
        let mut links =
            vec![Link::new(titles.terms, account::path::TERMS), Link::new(titles.privacy, account::path::PRIVACY)];
        if matches!(config.mail.delivery, Delivery::Kept) && cx.request.on_this_machine {
            links.push(Link::new(mailbox::words::of(cx.lang).title, mailbox::PATH));
        }
        Chrome {
            lang: cx.lang,
            service: config.service.name.clone(),
            mark: cx.mark(),
            account: Some(cx.session().map_or_else(String::new, Session::form_owner)),
            csrf: cx.csrf(),
            // The page of a refused form, too, goes on where its form would have gone on.
            here: account::path::then(&cx.here(), cx.form().get("next")),
            home: account::path::TOP.to_owned(),
            layout: Layout::Reading,
            menu: r.and_then(|r| menu(cx, r, &self.board)),
            footer: Footer {
                links,
                contact: config.service.contact.clone(),
                language_action: LANGUAGE.to_owned(),
                keep_action: KEPT_FORM.to_owned(),
            },
        }
    }

    fn ways_on(&self, cx: &Cx, remedy: Remedy, r: Option<&dyn Reader>) -> WaysOn {
        home::ways_on(cx, remedy, r)
    }
}

/// Menu and bell of a signed-in patient. A store that cannot be read leaves them out: an error page needs no menu. Where only the
/// service's notices cannot be read, the bell does without them.
fn menu(cx: &Cx, r: &dyn Reader, board: &Pinned<Board>) -> Option<SiteMenu> {
    let session = cx.session()?;
    let account = match cx.remembered::<Account>() {
        Some(account) => account,
        None => Arc::new(account::find(r, account::AccountId::of_subject(session.subject)).ok()??),
    };
    let board = board.get(r).ok().flatten().unwrap_or_default();
    let unread = notice::unread(r, cx.lang, &account, &board).ok()?;
    let titles = &account::words::of(cx.lang).titles;
    Some(SiteMenu {
        owner_label: titles.customer_id.to_owned(),
        owner: account.customer_id.to_string(),
        items: vec![
            Link::new(titles.account, account::path::ACCOUNT),
            Link::new(titles.person, account::path::PERSON),
            Link::new(family::words::of(cx.lang).list.title, family::path::FAMILY),
            Link::new(titles.terms, account::path::TERMS),
            Link::new(titles.privacy, account::path::PRIVACY),
        ],
        sign_out: account::path::SIGN_OUT.to_owned(),
        lock: None,
        bell: Some(Bell { href: notice::PATH.to_owned(), unread }),
    })
}
