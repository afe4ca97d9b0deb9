//! What the forms of 受診者 have in common: where they stand, and where somebody goes on from them.

use super::opened::OrFailure;
use crate::booking::page::{person as page, slot_value};
use crate::booking::path;
use crate::booking::under_way::UnderWay;
use crate::web::Cx;

/// Where the form of a booking under way stands.
pub fn desk<'a>(cx: &Cx, under_way: &'a UnderWay) -> OrFailure<page::Desk<'a>> {
    desk_of(cx, under_way, 0)
}

/// The same for one of several people, counted from 0.
pub fn desk_of<'a>(cx: &Cx, under_way: &'a UnderWay, at: usize) -> OrFailure<page::Desk<'a>> {
    let booking = &under_way.booking;
    let (slot, guest) = (booking.chosen_slots().nth(at), under_way.is_guest());
    let offer = under_way.offer_of(at)?;
    let others = under_way.everybody(cx.now.jst_date());
    let mut others = others.iter().enumerate().filter(|(other, _)| *other != at);
    Ok(page::Desk {
        clinic: offer.clinic,
        menu: offer.menu,
        visit: booking.visit_of(at),
        unit: offer.unit,
        at,
        party: booking.party(),
        own_taken: others.any(|(_, filled)| filled.relation.is_none()),
        slot: booking.earliest_slot().map_or_else(String::new, |slot| slot_value(slot.day, slot.start)),
        chosen: slot,
        kept_until: under_way.booking.kept_until(cx.now),
        guest,
        asks_code: guest && offer.clinic.booking.guest_code,
        action: under_way.path(path::person(at)),
        before: at.checked_sub(1).map(|before| under_way.path(path::person(before))),
        release: Some(under_way.path(path::RELEASE)),
    })
}

/// Where somebody goes on who has typed or chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// 確認へ.
    Confirmation,
    /// 別の日時を選ぶ.
    Slots,
    /// ログインして予約する.
    SignIn,
    /// ほかの診療メニューを見る.
    Menus,
}

impl Way {
    /// The way that the pressed button says.
    pub fn of(cx: &Cx) -> Self {
        match cx.form().get("go") {
            "slots" => Self::Slots,
            "sign-in" => Self::SignIn,
            "menus" => Self::Menus,
            _ => Self::Confirmation,
        }
    }
}
