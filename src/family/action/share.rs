//! ほかの方と共有する: with whom a member is shared, inviting somebody, and ending it.

use super::named::{named, named_or_own};
use crate::account::share::{self, PartnerId};
use crate::account::{Member, Patient, Ties};
use crate::family::invitation::{self, NotInvited};
use crate::family::page::sharing::{self as page, OtherAccount, SharingView};
use crate::family::share_form::{ShareField, ShareForm, ShareProblem, ShareProblems};
use crate::family::{path, sharing};
use crate::secret::Token;
use crate::store::{self, Reader};
use crate::ui::Problems;
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};

/// With whom the member is shared, and the form to invite somebody.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let member = named_or_own(&cx, &me).await?;
    let typed = cx.kept_form().await?.unwrap_or_default();
    let view = cx.read(|r| view(r, &me, member)).await?;
    Ok(cx.page(page::show(&cx, &view, &typed, &ShareProblems::default())))
}

/// Everything that the page shows.
fn view(r: &dyn Reader, me: &Patient, member: Member) -> store::Result<SharingView> {
    let shared = share::find(r, member.id)?;
    let mut others = Vec::new();
    for partner in shared.iter().flat_map(|shared| &shared.partners).filter(|_| member.is_held()) {
        let offered = shared.as_ref().is_some_and(|shared| shared.offered == Some(partner.id));
        others.push(OtherAccount { id: partner.id, name: sharing::name_of(r, partner.account)?, offered });
    }
    let holder = sharing::holder_of(r, &member)?;
    let pending = invitation::pending(r, &me.account, member.id)?;
    let full = invitation::is_full(r, member.id)?;
    Ok(SharingView { member, others, holder, pending, full })
}

/// Mails an invitation.
pub async fn invite(cx: Cx, me: Patient) -> Result {
    let member = named_or_own(&cx, &me).await?;
    let (id, typed): (_, ShareForm) = (member.id, cx.typed());
    let problems = match typed.check() {
        Err(problems) => problems,
        Ok(address) => {
            let token = Token::mint();
            let sent =
                cx.work(move |work, me: Patient| invitation::invite(work, &me.account, id, &address, &token)).await?;
            match sent {
                Done(()) => return Ok(done(&cx, &member, "invited")),
                // The page says so by itself.
                Refused(NotInvited::Full) => return Ok(cx.go_to(path::of_member(path::SHARING, id))),
                Refused(NotInvited::Oneself) => Problems::one(ShareField::Email, ShareProblem::Oneself),
            }
        }
    };
    let view = cx.read(|r| view(r, &me, member)).await?;
    Ok(cx.refuse(page::show(&cx, &view, &typed, &problems)))
}

/// Takes an invitation back.
pub async fn revoke(cx: Cx, me: Patient) -> Result {
    let member = named_or_own(&cx, &me).await?;
    let id = member.id;
    let Done(()) = cx.work(move |work, me: Patient| invitation::revoke(work, &me.account, id)).await?;
    Ok(done(&cx, &member, "revoked"))
}

/// Ends sharing the member with one of the others.
pub async fn end(cx: Cx, me: Patient, ties: &'static dyn Ties) -> Result {
    let member = named_or_own(&cx, &me).await?;
    let partner = PartnerId::parse(cx.param("partner")).ok_or(Failure::NotFound)?;
    let id = member.id;
    let Done(()) = cx.work(move |work, me: Patient| sharing::end_with(work, &me.account, id, partner, ties)).await?;
    Ok(done(&cx, &member, "ended"))
}

/// Shares the member no longer, whom another account holds.
pub async fn leave(cx: Cx, me: Patient, ties: &'static dyn Ties) -> Result {
    let id = named(&cx, &me).await?.id;
    let Done(()) = cx.work(move |work, me: Patient| sharing::leave(work, &me.account, id, ties)).await?;
    Ok(cx.go_to(format!("{}?done=share-ended", path::FAMILY)))
}

/// Chooses which mails about the member come.
pub async fn choose_mails(cx: Cx, me: Patient) -> Result {
    let member = named_or_own(&cx, &me).await?;
    let (id, wanted) = (member.id, cx.form().has(page::MAILS));
    let Done(()) = cx.work(move |work, me: Patient| sharing::choose_mails(work, &me.account, id, wanted)).await?;
    Ok(done(&cx, &member, "mails"))
}

/// Offers one of the others to decide.
pub async fn offer(cx: Cx, me: Patient) -> Result {
    let member = named(&cx, &me).await?;
    let to = PartnerId::parse(cx.param("partner")).ok_or(Failure::NotFound)?;
    let id = member.id;
    let Done(()) = cx.work(move |work, me: Patient| sharing::offer(work, &me.account, id, to)).await?;
    Ok(done(&cx, &member, "offered"))
}

/// Takes such an offer back.
pub async fn take_offer_back(cx: Cx, me: Patient) -> Result {
    let member = named(&cx, &me).await?;
    let id = member.id;
    let Done(()) = cx.work(move |work, me: Patient| sharing::take_offer_back(work, &me.account, id)).await?;
    Ok(done(&cx, &member, "offer-revoked"))
}

/// Takes such an offer, or does not.
pub async fn answer(cx: Cx, me: Patient) -> Result {
    let id = named(&cx, &me).await?.id;
    let takes = cx.form().get(page::TAKES) == "1";
    let Done(()) = cx.work(move |work, me: Patient| sharing::answer_offer(work, &me.account, id, takes)).await?;
    Ok(cx.go_to(format!("{}?done={}", path::FAMILY, if takes { "taken" } else { "not-taken" })))
}

/// The page of the member's sharing, which says what was done.
fn done(cx: &Cx, member: &Member, what: &str) -> crate::web::Reply {
    cx.go_to(format!("{}?done={what}", path::of_member(path::SHARING, member.id)))
}
