//! The slip for a patient. The QR code of each slip holds a URL of its own, which is issued when the slip is shown.

use crate::clinic::Qr;
use crate::console::action::of_path::visit_of;
use crate::console::page::desk::slip::show as page;
use crate::console::path::{VISIT, of_visit};
use crate::reservation::{attendance, path, rows};
use crate::staff::DeskStaff;
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};
use crate::work::{Denied, Outcome};
use std::convert::Infallible;

/// Where a browser asks for the slip that it had, such as after the tablet was locked: the visit, from which it is printed.
pub async fn asked_for_again(cx: Cx, me: DeskStaff) -> Result {
    let visit = visit_of(&cx, &me.clinic.id).await?;
    Ok(cx.go_to(of_visit(VISIT, &me.clinic.id, visit.id)))
}

/// The page to print.
pub async fn show(cx: Cx, me: DeskStaff) -> Result {
    let visit = visit_of(&cx, &me.clinic.id).await?;
    let id = visit.id;
    let token = cx.work(move |work, me: DeskStaff| -> Outcome<String, Infallible> {
        let found = attendance::of_clinic(work, &me.clinic.id, id)?.filter(|found| found.is_booked());
        Ok(rows::issue_token(work, &found.ok_or(Denied::NotFound)?)?.text())
    });
    let token = match token.await? {
        Done(token) => token,
        Refused(never) => match never {},
    };
    let url = cx.link(&path::of_receipt(path::RECEIPT, &token));
    let qr = Qr::of(&url).map_err(|error| Failure::Fault(error.to_string()))?;
    Ok(cx.page(page(&cx, &me.clinic, &visit, &qr)))
}
