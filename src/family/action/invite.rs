//! 共有の招待, behind the link in a mail: what is offered, and the answer. Opening it changes nothing.

use super::mailed_offer;
use crate::account::{Patient, Ties};
use crate::family::invitation::{self, NotAccepted};
use crate::family::mailed_offer::{Closed, OpenedOffer};
use crate::family::page::invitation as page;
use crate::family::share_form::{AcceptanceField, AcceptanceForm, AcceptanceProblem, AcceptanceProblems};
use crate::family::{path, words};
use crate::secret::Token;
use crate::ui::Problems;
use crate::web::{Cx, Reply, Result};
use crate::work::Ended::{Done, Refused};

/// Who shares whom.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let Some(token) = Token::parse(cx.param("token")) else { return Ok(shut(&cx, Closed::Dead)) };
    match cx.read(|r| invitation::open(r, &me.account, &token)).await? {
        OpenedOffer::Open(offered) => {
            let typed = cx.kept_form().await?.unwrap_or_else(|| AcceptanceForm::first(&offered));
            Ok(cx.page(page::show(&cx, &offered, &typed, &AcceptanceProblems::default(), false)))
        }
        OpenedOffer::Closed(closed) => Ok(shut(&cx, closed)),
    }
}

/// Accepts.
pub async fn accept(cx: Cx, _: Patient, ties: &'static dyn Ties) -> Result {
    let typed: AcceptanceForm = cx.typed();
    let Some(token) = Token::parse(cx.param("token")) else { return Ok(shut(&cx, Closed::Dead)) };
    let same = token.clone();
    let offered = match cx.work(move |work, me: Patient| invitation::admit(work, &me.account, &same)).await? {
        Done(offered) => offered,
        Refused(closed) => return Ok(shut(&cx, closed)),
    };
    let acceptance = match typed.check(&offered, cx.now.jst_date()) {
        Ok(acceptance) => acceptance,
        Err(problems) => return Ok(cx.refuse(page::show(&cx, &offered, &typed, &problems, false))),
    };
    let ended =
        cx.work(move |work, me: Patient| invitation::accept(work, &me.account, &token, &acceptance, ties)).await?;
    Ok(match ended {
        Done(_) => cx.go_to(format!("{}?done=shared", path::FAMILY)),
        Refused(NotAccepted::Closed(closed)) => shut(&cx, closed),
        Refused(NotAccepted::Full) => cx.conflict(page::no_room(&cx)),
        Refused(NotAccepted::TooMany) => cx.conflict(page::too_many(&cx)),
        Refused(NotAccepted::Unanswered) => {
            let problems = Problems::one(AcceptanceField::Sameness, AcceptanceProblem::NoSameness);
            cx.refuse(page::show(&cx, &offered, &typed, &problems, false))
        }
        Refused(NotAccepted::NoConsent) => {
            let problems = Problems::one(AcceptanceField::Consent, AcceptanceProblem::NoConsent);
            cx.refuse(page::show(&cx, &offered, &typed, &problems, false))
        }
        Refused(NotAccepted::Changed) => {
            cx.conflict(page::show(&cx, &offered, &typed, &AcceptanceProblems::default(), true))
        }
        Refused(NotAccepted::Kept) => {
            cx.refuse(page::show(&cx, &offered, &typed, &AcceptanceProblems::default(), false))
        }
    })
}

/// Declines.
pub async fn decline(cx: Cx, _: Patient) -> Result {
    let Some(token) = Token::parse(cx.param("token")) else { return Ok(shut(&cx, Closed::Dead)) };
    let ended = cx.work(move |work, me: Patient| invitation::decline(work, &me.account, &token)).await?;
    Ok(match ended {
        Done(()) => cx.go_to(format!("{}?done=declined", path::FAMILY)),
        Refused(closed) => shut(&cx, closed),
    })
}

/// Why an invitation does not open.
fn shut(cx: &Cx, closed: Closed) -> Reply {
    mailed_offer::shut(cx, closed, &words::of(cx.lang).invitation.closed)
}
