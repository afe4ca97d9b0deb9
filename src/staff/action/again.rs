//! Password and code once more, before what nobody but the very person may do.

use crate::credential::is_used_up;
use crate::secret::PasswordCheck;
use crate::staff::form::{AgainField, AgainForm, StaffProblem};
use crate::staff::guard::SignedInStaff;
use crate::staff::{credential, page, path, sign_in};
use crate::ui::Problems;
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};

/// The form.
pub async fn show(cx: Cx, me: SignedInStaff) -> Result {
    Ok(cx.page(page::again::show(&cx, &me.staff, &Problems::default())))
}

/// Judges both, and goes on.
pub async fn confirm(cx: Cx, me: SignedInStaff) -> Result {
    let form: AgainForm = cx.typed();
    let refuse = |problems| Ok(cx.refuse(page::again::show(&cx, &me.staff, &problems)));
    let code = match form.check() {
        Ok(code) => code.to_owned(),
        Err(problems) => return refuse(problems),
    };
    let attempts = credential::in_session(&cx.request.token, &me.staff);
    if cx.read(|r| is_used_up(r, &attempts)).await? {
        let problems = Problems::one(AgainField::Whole, StaffProblem::TooManySignIns);
        return Ok(cx.exhausted(page::again::show(&cx, &me.staff, &problems)));
    }
    if credential::verify(&cx, &attempts, Some(&me.staff), &form.password).await? == PasswordCheck::Wrong {
        return refuse(Problems::one(AgainField::Password, StaffProblem::PasswordWrong));
    }
    let seen = (*me.staff).clone();
    match cx.work(move |work, _: SignedInStaff| sign_in::again(work, &seen, &code)).await? {
        Done(()) => Ok(cx.go_to(path::onward(&cx.next()))),
        Refused(refused) => refuse(Problems::one(AgainField::Code, refused.into())),
    }
}
