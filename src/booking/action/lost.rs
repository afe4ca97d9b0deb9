//! A booking that is not there any more when its form of 受診者 is sent: another one took its place, or the browser has another
//! token. The form says itself what it was for, so that it is shown as it was typed, and begins the booking anew.

use super::calendar::MenuChoice;
use super::look;
use super::opened::{OrFailure, look_up};
use crate::account::MaybePatient;
use crate::booking::choosing::{self, Chosen, ChosenTogether};
use crate::booking::page::person::Desk;
use crate::booking::party::Party;
use crate::booking::path;
use crate::booking::under_way::{BookingRef, UnderWay};
use crate::clinic::ClinicId;
use crate::slots::BookingKey;
use crate::web::{Cx, Failure};
use crate::work::Ended::Done;
use crate::work::Work;

/// The names of the fields by which a booking is begun anew.
const MENU: &str = "menu";
const VISIT: &str = "visit";
const SLOT: &str = "slot";

/// What the form of a booking was for.
pub struct LostBooking {
    /// The menu and the visit.
    pub choice: MenuChoice,
    party: Option<Party>,
    at: usize,
    slot: String,
}

impl LostBooking {
    /// What the kept form says. `at` is the person's place in the group, counted from 0.
    ///
    /// # Errors
    /// Not found when it names no menu that patients can book, or nobody else who comes.
    pub async fn find(cx: &Cx, at: usize) -> OrFailure<Self> {
        let [menu, visit, slot] = [cx.kept_text(MENU).await?, cx.kept_text(VISIT).await?, cx.kept_text(SLOT).await?];
        let unit = cx.kept_text(path::UNIT).await?;
        let [people, order] = [cx.kept_text(path::PEOPLE).await?, cx.kept_text(path::ORDER).await?];
        let party = Party::parse(&people, &order).filter(Party::is_of_guest);
        if party.as_ref().map_or(1, |party| party.members.len()) <= at {
            return Err(Failure::NotFound);
        }
        Ok(Self { choice: MenuChoice::of(cx, &menu, &visit, &unit).await?, party, at, slot })
    }

    /// Where its form stands.
    ///
    /// # Errors
    /// Not found when patients cannot book the menu.
    pub fn desk(&self, cx: &Cx, me: &MaybePatient) -> OrFailure<Desk<'_>> {
        let (offer, guest) = (self.choice.offer()?, me.account.is_none());
        Ok(Desk {
            clinic: offer.clinic,
            menu: offer.menu,
            visit: self.choice.visit,
            unit: offer.unit,
            at: self.at,
            party: self.party.as_ref(),
            own_taken: false,
            slot: self.slot.clone(),
            chosen: None,
            kept_until: None,
            guest,
            asks_code: guest && offer.clinic.booking.guest_code,
            action: cx.here(),
            before: None,
            release: None,
        })
    }
}

/// Begins the booking of the form anew.
///
/// # Errors
/// Not found when the form does not say what it is for.
pub async fn begin_again(cx: &Cx, me: &MaybePatient, clinic: ClinicId) -> OrFailure<(BookingRef, UnderWay)> {
    let choice = MenuChoice::of(cx, cx.form().get(MENU), cx.form().get(VISIT), cx.form().get(path::UNIT)).await?;
    let (day, start) = look::slot(cx.form().get(SLOT)).ok_or(Failure::NotFound)?;
    let key = BookingKey::mint();
    let party = Party::parse(cx.form().get(path::PEOPLE), cx.form().get(path::ORDER)).filter(Party::is_of_guest);
    let Done(()) = match party {
        Some(party) => {
            let chosen = ChosenTogether { clinic: clinic.clone(), party, day, start };
            let begin = move |work: &mut Work<'_>, me: MaybePatient| {
                choosing::begin_together_again(work, me.account.as_deref(), key, &chosen)
            };
            cx.work(begin).await?
        }
        None => {
            let MenuChoice { menu, visit, unit, .. } = choice;
            let chosen = Chosen { clinic: clinic.clone(), menu, visit, unit, day, start };
            let begin = move |work: &mut Work<'_>, me: MaybePatient| {
                choosing::begin_again(work, me.account.map(|account| account.id), key, &chosen)
            };
            cx.work(begin).await?
        }
    };
    let named = BookingRef { clinic, key };
    let under_way = look_up(cx, me, &named).await?;
    Ok((named, under_way))
}
