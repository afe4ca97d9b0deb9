//! How mails are sent: setting it, and trying it out.

use crate::clinic;
use crate::config::{Delivery, MailAccount};
use crate::mail::{Letter, account, trial};
use crate::operator::mail_form::MailForm;
use crate::operator::page::mail::{self as page, LastDone};
use crate::operator::{mail_account, path, words};
use crate::staff::{MailOperator, Recent};
use crate::ui::Problems;
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::Done;

/// The page.
pub async fn show(cx: Cx, Recent(me): Recent<MailOperator>) -> Result {
    let kept = cx.kept_form().await?;
    let form = match kept {
        Some(typed) => typed,
        None => match stored(&cx).await? {
            Some(account) => MailForm::of(&account),
            None => first(&cx).await?,
        },
    };
    let done = match cx.query("done").as_str() {
        "saved" => Some(LastDone::Saved),
        "kept" => Some(LastDone::Kept),
        _ => None,
    };
    Ok(cx.page(page::show(&cx, &me.staff.address, &form, &Problems::default(), done.as_ref())))
}

/// Sets the account, by which the next mail goes out.
pub async fn set(cx: Cx, Recent(me): Recent<MailOperator>) -> Result {
    let form: MailForm = cx.typed();
    let account = match form.check(stored(&cx).await?.as_ref()) {
        Ok(account) => account,
        Err(problems) => return Ok(cx.refuse(page::show(&cx, &me.staff.address, &form, &problems, None))),
    };
    if matches!(cx.floor.config.mail.delivery, Delivery::Smtp(_)) {
        return Err(Failure::NotFound);
    }
    let base_url = cx.floor.config.base_url().to_owned();
    let Done(()) = cx
        .work(move |work, Recent(me): Recent<MailOperator>| mail_account::set(work, &me.staff, &account, &base_url))
        .await?;
    // The worker takes it within a minute by itself; who has saved it tries it out at once.
    if let Delivery::Console(console) = &cx.floor.config.mail.delivery {
        let floor = &cx.floor;
        account::put_in_force(console, &floor.store, cx.now, floor.config.base_url())?;
    }
    Ok(cx.go_to(format!("{}?done=saved", path::MAIL)))
}

/// Sends a mail to who asks for it, and says what the server answered.
pub async fn try_out(cx: Cx, Recent(me): Recent<MailOperator>) -> Result {
    let to = me.staff.address.clone();
    let letter = test_letter(&cx, &me);
    let config = &cx.floor.config.mail;
    let in_force = config.account();
    if in_force.is_none() && !matches!(config.delivery, Delivery::Kept) {
        return Err(Failure::NotFound);
    }
    let (of, written) = (in_force.clone(), letter.clone());
    let Done(()) = cx
        .work(move |work, Recent(me): Recent<MailOperator>| {
            mail_account::begin_test(work, &me.staff, of.as_deref(), &written)
        })
        .await?;
    let Some(account) = in_force else {
        return Ok(cx.go_to(format!("{}?done=kept", path::MAIL)));
    };
    let form = MailForm::of(&account);
    let show = |done: LastDone| page::show(&cx, &to, &form, &Problems::default(), Some(&done));
    let service = &cx.floor.config.service.name;
    let trouble = trial::try_out(&account, service, &letter, cx.now).await.err();
    let ended = trouble.clone();
    let Done(()) =
        cx.work(move |work, Recent(_): Recent<MailOperator>| mail_account::end_test(work, ended.as_ref())).await?;
    Ok(match trouble {
        None => cx.page(show(LastDone::Sent)),
        Some(trouble) => cx.refuse(show(LastDone::Failed(trouble))),
    })
}

/// The form before anything was typed. Patients know their clinic rather than the service, where there is but one.
async fn first(cx: &Cx) -> std::result::Result<MailForm, Failure> {
    let clinics = cx.read(|r| clinic::rows::list(r, 2)).await?;
    Ok(match clinics.as_slice() {
        [only] => MailForm::of_clinic(&only.name),
        _ => MailForm::default(),
    })
}

async fn stored(cx: &Cx) -> std::result::Result<Option<MailAccount>, Failure> {
    Ok(cx.read(|r| account::find(r)).await?)
}

fn test_letter(cx: &Cx, me: &MailOperator) -> Letter {
    let words = words::mail::of(cx.lang);
    cx.floor.letterhead(cx.lang).letter(&me.staff.address, words.test_subject).paragraph(words.test_body)
}
