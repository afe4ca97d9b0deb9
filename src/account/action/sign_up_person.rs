//! 新規登録 from the password to the dashboard: 利用者情報の設定, 確認, 登録する.

use super::edit_person::look_over;
use crate::account::form::AgreementForm;
use crate::account::patient::Applicant;
use crate::account::registration::Registration;
use crate::account::sign_up::{self, AddressTaken};
use crate::account::ties::Ties;
use crate::account::{page, path};
use crate::person::Draft;
use crate::session::Stay;
use crate::ui::Problems;
use crate::web::{Anyone, Cx, Result};
use crate::work::Ended::{Done, Refused};

/// The form, with what was typed before.
pub async fn show(cx: Cx, guest: Applicant) -> Result {
    let relatives = guest.sign_up.relatives;
    let draft = cx.kept_form().await?.or(guest.sign_up.person).unwrap_or_default();
    Ok(cx.page(page::person::sign_up_form(&cx, &relatives, &draft, &Problems::default())))
}

/// Keeps what was typed and leads on to 確認 when it is right.
pub async fn check(cx: Cx, guest: Applicant) -> Result {
    let draft = cx.typed::<Draft>();
    if let Err(problems) = draft.check(cx.now.jst_date()) {
        return Ok(cx.refuse(page::person::sign_up_form(&cx, &guest.sign_up.relatives, &draft, &problems)));
    }
    let Done(()) = cx.work(move |work, _: Anyone| sign_up::keep_person(work, draft.clone())).await?;
    Ok(cx.go_to(path::SIGN_UP_CONFIRMATION))
}

/// 確認.
pub async fn confirm(cx: Cx, guest: Applicant) -> Result {
    match look_over(&cx, guest.sign_up.person.as_ref()) {
        Some(person) => {
            let (form, fine): (AgreementForm, _) = (cx.kept_form().await?.unwrap_or_default(), Problems::default());
            Ok(cx.page(page::person::sign_up_confirmation(&cx, &guest.sign_up.address, &person, &form, &fine)))
        }
        None => Ok(cx.go_to(path::SIGN_UP_PERSON)),
    }
}

/// Makes the account and signs in, all in one transaction.
pub async fn register(cx: Cx, guest: Applicant, ties: &'static dyn Ties) -> Result {
    let sign_up = guest.sign_up;
    let Some(person) = look_over(&cx, sign_up.person.as_ref()) else {
        return Ok(cx.go_to(path::SIGN_UP_PERSON));
    };
    let form: AgreementForm = cx.typed();
    if let Err(problems) = form.check() {
        return Ok(cx.refuse(page::person::sign_up_confirmation(&cx, &sign_up.address, &person, &form, &problems)));
    }
    let (address, agreement) = (sign_up.address.clone(), super::agree::given(&cx));
    let kept = Some(cx.next_kept(&sign_up.address.key())).filter(|next| path::is_elsewhere(next));
    let (next, origin) = (sign_up.next.clone().or(kept.map(str::to_owned)), sign_up.origin.clone());
    let new = Registration { address, password: guest.password, person, agreement, lang: cx.lang };
    let (token, agent) = (cx.new_token(), cx.request.user_agent);
    let fresh = token.hash();
    match cx.work(move |work, _: Anyone| sign_up::finish(work, &sign_up, &new, agent, fresh, ties)).await? {
        Done(_) => {
            let dashboard = || format!("{}?done=sign-up", path::DASHBOARD);
            Ok(cx.go_to(next.unwrap_or_else(dashboard)).signed_in(token, Stay::InBrowser))
        }
        Refused(AddressTaken) => {
            let next = next.as_deref().unwrap_or(path::DASHBOARD);
            Ok(cx.gone(page::sign_up::taken(&cx, next, origin.as_ref())))
        }
    }
}
