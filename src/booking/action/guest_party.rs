//! まとめて予約する for a guest: how many people come, and for what.

use super::together::{PartyMenus, named};
use crate::booking::guest_party_form::{GuestPartyForm, GuestPartyProblems};
use crate::booking::page::guest_party as page;
use crate::booking::party::Party;
use crate::booking::path;
use crate::ui::Page;
use crate::web::{Cx, Result};

/// Asks how many come.
pub async fn show(cx: &Cx) -> Result {
    let menus = PartyMenus::of(cx).await?;
    let form = match cx.kept_form().await? {
        Some(kept) => kept,
        None => match named(cx).filter(Party::is_of_guest) {
            Some(party) => GuestPartyForm::of(&party),
            None => GuestPartyForm { menu: menus.chosen_before(cx), ..GuestPartyForm::default() },
        },
    };
    Ok(cx.page(draw(cx, &menus, &form, &GuestPartyProblems::default())))
}

/// Leads on to the calendar for all of them.
pub async fn choose(cx: &Cx) -> Result {
    let menus = PartyMenus::of(cx).await?;
    let form: GuestPartyForm = cx.typed();
    match form.check(&menus.on(cx.now.jst_date())) {
        Ok(party) => Ok(cx.go_to(path::of_party(path::PARTY_SLOTS, &menus.offers.clinic.id, &party))),
        Err(wrong) => Ok(cx.refuse(draw(cx, &menus, &form, &wrong))),
    }
}

fn draw(cx: &Cx, menus: &PartyMenus, form: &GuestPartyForm, wrong: &GuestPartyProblems) -> Page {
    page::show(cx, &menus.offers.clinic, &menus.on(cx.now.jst_date()), form, wrong)
}
