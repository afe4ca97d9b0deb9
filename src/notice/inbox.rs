//! A reader's notices out of both sources: how many are unread, a part of the list, one of them, and what opening does.
//!
//! Each part of the list is found by the place of its neighbour, in reads that are bounded whatever there is before it. The
//! service's notices are few and are all looked at; mails are read from the asked place on.

use super::board::{Board, Entry};
use super::model::{ListPart, ListPosition, Listed, Notice, NoticeId, Text};
use super::rows::{self, Posted};
use crate::account::{self, Account};
use crate::lang::Lang;
use crate::mail::copy::{self, Copy, CopyId};
use crate::reservation::{ReservationId, holdings};
use crate::store::{Reader, Result, Tx};
use crate::work::{Denied, Outcome, Work};
use std::cmp::Ordering;
use std::convert::Infallible;

/// How many notices a page has.
pub const SHOWN: usize = 20;
/// How many copies are read for a page: one more to know whether there are others, and the one at the asked place.
const READ: usize = SHOWN + 2;

/// How many notices a reader of this language has not opened: one row beside the account and the board.
pub fn unread(r: &dyn Reader, lang: Lang, account: &Account, board: &Board) -> Result<u32> {
    let now = r.now();
    let mails = copy::unopened(r, &account.address)?;
    Ok(mails.saturating_add(board.unread(&account.readings, lang, now)))
}

/// One reader, who reads in one language at one moment.
pub struct Inbox<'a> {
    r: &'a dyn Reader,
    lang: Lang,
    account: &'a Account,
    board: Board,
}

impl<'a> Inbox<'a> {
    /// The notices of this reader: those about reservations alone, where the service's own cannot be read.
    pub fn open(r: &'a dyn Reader, lang: Lang, account: &'a Account) -> Self {
        Self { r, lang, account, board: rows::board(r).unwrap_or_default() }
    }

    /// How many were not opened.
    pub fn unread(&self) -> Result<u32> {
        unread(self.r, self.lang, self.account, &self.board)
    }

    /// A part of the list. A place with nothing beyond it gives the newest.
    pub fn list(&self, part: &ListPart) -> Result<Listed> {
        let found = match part {
            ListPart::Newest => None,
            ListPart::OlderThan(place) => self.older(place).map(Some)?,
            ListPart::NewerThan(place) => self.newer(place)?,
        };
        match found.filter(|listed| !listed.notices.is_empty()) {
            Some(listed) => Ok(listed),
            None => self.newest(),
        }
    }

    /// One notice, if it is this reader's.
    pub fn find(&self, id: &NoticeId) -> Result<Option<Notice>> {
        match id {
            NoticeId::Mail(id) => {
                let copy = copy::find(self.r, &self.account.address, *id)?;
                copy.map(|copy| self.own(of_mail(*id, copy))).transpose()
            }
            NoticeId::Service(id) => {
                let mut places = self.service_places();
                let place = places.find(|place| place.id == NoticeId::Service(id.clone()));
                place.map(|place| self.service(place)).transpose().map(Option::flatten)
            }
        }
    }

    fn newest(&self) -> Result<Listed> {
        let (notices, more) = self.page(self.mails_back(CopyId::LAST)?, |_| true, |a, b| b.cmp(a))?;
        Ok(Listed { older: more.then(|| last(&notices)).flatten(), notices, newer: None })
    }

    fn older(&self, place: &ListPosition) -> Result<Listed> {
        let mails = self.mails_back(CopyId::last_at(place.moment))?;
        let (notices, more) = self.page(mails, |other| other < place, |a, b| b.cmp(a))?;
        Ok(Listed { older: more.then(|| last(&notices)).flatten(), newer: first(&notices), notices })
    }

    /// `None` when there is no more than one page from there to the newest: that is the first page then.
    fn newer(&self, place: &ListPosition) -> Result<Option<Listed>> {
        let from = CopyId::first_at(place.moment);
        let mails = copy::on_from(self.r, &self.account.address, from, READ)?;
        let (mut notices, more) = self.page(mails, |other| other > place, |a, b| a.cmp(b))?;
        notices.reverse();
        Ok(more.then(|| Listed { newer: first(&notices), older: last(&notices), notices }))
    }

    fn mails_back(&self, newest: CopyId) -> Result<Vec<(CopyId, Copy)>> {
        copy::back_from(self.r, &self.account.address, newest, READ)
    }

    /// The first page, in an order, of these mails and of the service's notices in wanted places; and whether there are
    /// more.
    fn page(
        &self,
        mails: Vec<(CopyId, Copy)>,
        wanted: impl Fn(&ListPosition) -> bool,
        order: impl Fn(&ListPosition, &ListPosition) -> Ordering,
    ) -> Result<(Vec<Notice>, bool)> {
        let mails = mails.into_iter().map(|(id, copy)| (ListPosition::of_copy(id), Some((id, copy))));
        let service = self.service_places().map(|place| (place, None));
        let mut found: Vec<_> = mails.chain(service).filter(|(place, _)| wanted(place)).collect();
        found.sort_by(|(a, _), (b, _)| order(a, b));
        let more = found.len() > SHOWN;
        let mut notices = Vec::with_capacity(SHOWN);
        for (place, mail) in found.into_iter().take(SHOWN) {
            match mail {
                Some((id, copy)) => notices.push(of_mail(id, copy)),
                None => notices.extend(self.service(place)?),
            }
        }
        Ok((notices, more))
    }

    /// With the reservation that it is about only when the reader can open it: a guest's is not the account's.
    fn own(&self, notice: Notice) -> Result<Notice> {
        let reservation = match notice.reservation {
            Some(id) => holdings::of_account(self.r, self.account.id, id)?.map(|found| found.id),
            None => None,
        };
        Ok(Notice { reservation, ..notice })
    }

    fn service_places(&self) -> impl Iterator<Item = ListPosition> {
        let shown = self.board.shown(self.lang, self.r.now());
        shown.map(|(entry, _, issue)| ListPosition { moment: issue.since, id: NoticeId::Service(entry.id.clone()) })
    }

    fn service(&self, place: ListPosition) -> Result<Option<Notice>> {
        let NoticeId::Service(id) = &place.id else { return Ok(None) };
        let Some(entry) = self.board.find(id) else { return Ok(None) };
        let Some((lang, issue)) = entry.for_reader(self.lang, self.r.now()) else { return Ok(None) };
        let text = rows::text(self.r, id, lang)?;
        Ok(text.map(|Posted { title, body }| Notice {
            title,
            gist: None,
            text: Text::Markdown(body),
            lang,
            written: issue.since,
            unread: !entry.was_read(issue, &self.account.readings),
            reservation: None,
            place,
        }))
    }
}

fn of_mail(id: CopyId, copy: Copy) -> Notice {
    Notice {
        place: ListPosition::of_copy(id),
        title: copy.title,
        gist: copy.gist,
        text: Text::Plain(copy.text),
        lang: copy.lang,
        written: copy.written,
        unread: !copy.opened,
        reservation: copy.about.as_deref().and_then(ReservationId::parse),
    }
}

fn first(notices: &[Notice]) -> Option<ListPosition> {
    notices.first().map(|notice| notice.place.clone())
}

fn last(notices: &[Notice]) -> Option<ListPosition> {
    notices.last().map(|notice| notice.place.clone())
}

/// Marks one notice as opened.
///
/// # Errors
/// Denied, as not found, when the account has none of this name.
pub fn open(work: &mut Work<'_>, account: &Account, id: &NoticeId) -> Outcome<(), Infallible> {
    let inbox = Inbox::open(work, work.lang(), account);
    let notice = inbox.find(id)?.ok_or(Denied::NotFound)?;
    let board = inbox.board;
    match id {
        _ if !notice.unread => {}
        NoticeId::Mail(id) => copy::open(work, &account.address, *id)?,
        NoticeId::Service(id) => read(work, account, &board, board.find(id).into_iter())?,
    }
    Ok(())
}

/// Marks everything that this reader sees as opened.
///
/// # Errors
/// What the store says.
pub fn open_all(work: &mut Work<'_>, account: &Account) -> Outcome<(), Infallible> {
    let (lang, now) = (work.lang(), work.now());
    copy::open_all(work, &account.address)?;
    let board = rows::board(work)?;
    Ok(read(work, account, &board, board.shown(lang, now).map(|(entry, ..)| entry))?)
}

fn read<'a>(tx: &mut Tx<'_>, account: &Account, board: &Board, entries: impl Iterator<Item = &'a Entry>) -> Result<()> {
    account::change_readings(tx, account.id, |readings| board.read(entries, readings))
}
