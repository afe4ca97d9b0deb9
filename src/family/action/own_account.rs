//! Handing a member of the family over to an account of their own, and the answer behind the link in the mail. Opening it changes nothing.

use super::mailed_offer;
use super::named::held;
use crate::account::{Member, Patient, Ties};
use crate::family::mailed_offer::{Closed, OpenedOffer};
use crate::family::own_account::{self, NotTaken, Oneself, OwnAccountOffer, Taking};
use crate::family::own_account_form::{OwnAccountField, OwnAccountForm, OwnAccountProblems};
use crate::family::page::own_account::{self as page, Untaken};
use crate::family::share_form::ShareProblem;
use crate::family::{path, words};
use crate::secret::Token;
use crate::ui::{Page, Problems};
use crate::web::{Cx, Failure, Reply, Result};
use crate::work::Ended::{Done, Refused};

/// The member, if the account holds them and they are old enough.
async fn named(cx: &Cx, me: &Patient) -> std::result::Result<Member, Failure> {
    let member = held(cx, me).await?;
    if own_account::is_old_enough(&member, cx.now.jst_date()) { Ok(member) } else { Err(Failure::NotFound) }
}

/// Asks for the address.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let member = named(&cx, &me).await?;
    let typed = cx.kept_form().await?.unwrap_or_default();
    Ok(cx.page(draw(&cx, &me, &member, &typed, &OwnAccountProblems::default()).await?))
}

async fn draw(
    cx: &Cx,
    me: &Patient,
    member: &Member,
    typed: &OwnAccountForm,
    problems: &OwnAccountProblems,
) -> std::result::Result<Page, Failure> {
    let pending = cx.read(|r| own_account::pending(r, &me.account, member.id)).await?;
    Ok(page::offer(cx, member, pending.as_ref(), typed, problems))
}

/// Mails the link.
pub async fn offer(cx: Cx, me: Patient) -> Result {
    let member = named(&cx, &me).await?;
    let (id, typed): (_, OwnAccountForm) = (member.id, cx.typed());
    let problems = match typed.check() {
        Err(problems) => problems,
        Ok(asked) => {
            let token = Token::mint();
            let offered =
                cx.work(move |work, me: Patient| own_account::offer(work, &me.account, id, &asked, &token)).await?;
            match offered {
                Done(()) => return Ok(done(&cx, &member, "sent")),
                Refused(Oneself) => Problems::one(OwnAccountField::Email, ShareProblem::Oneself),
            }
        }
    };
    Ok(cx.refuse(draw(&cx, &me, &member, &typed, &problems).await?))
}

/// Takes an offer back.
pub async fn revoke(cx: Cx, me: Patient) -> Result {
    let member = named(&cx, &me).await?;
    let id = member.id;
    let Done(()) = cx.work(move |work, me: Patient| own_account::revoke(work, &me.account, id)).await?;
    Ok(done(&cx, &member, "revoked"))
}

fn done(cx: &Cx, member: &Member, what: &str) -> Reply {
    cx.go_to(format!("{}?done={what}", path::of_member(path::OWN_ACCOUNT, member.id)))
}

/// Who is offered by whom.
pub async fn show_link(cx: Cx, me: Patient) -> Result {
    match open(&cx, &me).await? {
        OpenedOffer::Open(offer) => Ok(cx.page(page::show(&cx, &offer, None))),
        OpenedOffer::Closed(closed) => Ok(shut(&cx, closed)),
    }
}

async fn open(cx: &Cx, me: &Patient) -> std::result::Result<OpenedOffer<OwnAccountOffer>, Failure> {
    let Some(token) = Token::parse(cx.param("token")) else { return Ok(OpenedOffer::Closed(Closed::Dead)) };
    Ok(cx.read(|r| own_account::open(r, &me.account, &token)).await?)
}

/// Accepts.
pub async fn accept(cx: Cx, me: Patient, ties: &'static dyn Ties) -> Result {
    let Some(token) = Token::parse(cx.param("token")) else { return Ok(shut(&cx, Closed::Dead)) };
    let taking = Taking { shares: cx.form().has(page::SHARES), shown: cx.form().get(page::SHOWN).to_owned() };
    let ended = cx.work(move |work, me: Patient| own_account::accept(work, &me.account, &token, &taking, ties)).await?;
    let refused = match ended {
        Done(()) => return Ok(cx.go_to(format!("{}?done=along", path::FAMILY))),
        Refused(refused) => refused,
    };
    Ok(match (refused, open(&cx, &me).await?) {
        (NotTaken::TooMany, _) => cx.conflict(crate::family::page::invitation::too_many(&cx)),
        (NotTaken::Ended, _) => cx.gone(page::ended(&cx)),
        (NotTaken::Closed(closed), _) | (_, OpenedOffer::Closed(closed)) => shut(&cx, closed),
        (NotTaken::Changed, OpenedOffer::Open(offer)) => cx.conflict(page::show(&cx, &offer, Some(Untaken::Changed))),
        (NotTaken::Shared, OpenedOffer::Open(offer)) => cx.conflict(page::show(&cx, &offer, None)),
        (NotTaken::AnotherPerson, OpenedOffer::Open(offer)) => {
            cx.refuse(page::show(&cx, &offer, Some(Untaken::AnotherPerson)))
        }
    })
}

/// Declines.
pub async fn decline(cx: Cx, _: Patient) -> Result {
    let Some(token) = Token::parse(cx.param("token")) else { return Ok(shut(&cx, Closed::Dead)) };
    let ended = cx.work(move |work, me: Patient| own_account::decline(work, &me.account, &token)).await?;
    Ok(match ended {
        Done(()) => cx.go_to(format!("{}?done=not-along", path::FAMILY)),
        Refused(closed) => shut(&cx, closed),
    })
}

/// Why an offer does not open.
fn shut(cx: &Cx, closed: Closed) -> Reply {
    mailed_offer::shut(cx, closed, &words::of(cx.lang).own_account.closed)
}
