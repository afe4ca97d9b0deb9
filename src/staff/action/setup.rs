//! First start: the setup code, then the first owner.

use crate::credential::count_hash;
use crate::staff::form::{CodeField, CodeForm, FirstOwnerForm, StaffProblem};
use crate::staff::guard::{FirstOwner, Setup};
use crate::staff::under_way::{Enrolment, EnrolmentOrigin};
use crate::staff::{Authenticator, enrolment, page, path, rows, setup};
use crate::ui::Problems;
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};

/// The form for the code; a browser that is beyond it goes on where it was left.
pub async fn show(cx: Cx, _: Setup) -> Result {
    let (is_proved, begun) =
        cx.read(|r| Ok((setup::is_proved(r, cx.visitor())?, rows::enrolment(r, cx.visitor())?))).await?;
    let begun = begun.is_some_and(|begun| matches!(begun.origin, EnrolmentOrigin::FirstStart(_)));
    Ok(match (is_proved, begun) {
        (true, true) => cx.go_to(path::AUTHENTICATOR),
        (true, false) => cx.go_to(path::SETUP_OWNER),
        (false, _) => cx.page(page::setup::code(&cx, &Problems::default())),
    })
}

/// Judges the code.
pub async fn prove(cx: Cx, _: Setup) -> Result {
    let form: CodeForm = cx.typed();
    let typed = match form.check() {
        Ok(typed) => typed.to_owned(),
        Err(_) => {
            let problems = Problems::one(CodeField::Code, StaffProblem::SetupCodeMissing);
            return Ok(cx.refuse(page::setup::code(&cx, &problems)));
        }
    };
    let token = cx.new_token();
    let fresh = token.hash();
    match cx.work(move |work, _: Setup| setup::prove(work, &typed, fresh)).await? {
        Done(()) => Ok(cx.go_to(path::SETUP_OWNER).going_on_as(token)),
        Refused(refused) => Ok(cx.refuse(page::setup::code(&cx, &Problems::one(CodeField::Code, refused.into())))),
    }
}

/// The form for the first owner.
pub async fn owner(cx: Cx, _: FirstOwner) -> Result {
    let typed = match cx.kept_form().await? {
        Some(typed) => typed,
        None => cx.read(|r| rows::enrolment(r, cx.visitor())).await?.map(FirstOwnerForm::from).unwrap_or_default(),
    };
    Ok(cx.page(page::setup::owner(&cx, &typed, &Problems::default())))
}

/// Goes on to the second factor.
pub async fn choose(cx: Cx, _: FirstOwner) -> Result {
    let form: FirstOwnerForm = cx.typed();
    let (address, name, password) = match form.check() {
        Ok(checked) => checked,
        Err(problems) => return Ok(cx.refuse(page::setup::owner(&cx, &form, &problems))),
    };
    count_hash(&cx).await?;
    let password = cx.hash(password.as_bytes()).await?;
    let (token, authenticator) = (cx.new_token(), Authenticator::mint());
    let enrolment = Enrolment { origin: EnrolmentOrigin::FirstStart(address), name, password, authenticator };
    let fresh = token.hash();
    let Done(()) = cx.work(move |work, _: FirstOwner| enrolment::begin(work, &enrolment, fresh)).await?;
    Ok(cx.go_to(path::AUTHENTICATOR).going_on_as(token))
}
