//! 予約を変更: leads into the calendar of the clinic with this reservation to be moved. It stays as it is until the new time has
//! been committed there.

use crate::booking::{moving, path};
use crate::reservation::{Access, DIGITS, NotPossible, WHOLE_GROUP, change_page, refused_page, work};
use crate::slots::BookingKey;
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};

/// Begins to choose another time.
pub async fn begin(cx: Cx, access: Access) -> Result {
    let (digits, own, key) = (cx.form().get(DIGITS).to_owned(), access.clone(), BookingKey::mint());
    let whole_group = cx.form().has(WHOLE_GROUP);
    match work(&cx, &access, move |work| moving::begin(work, &own, &digits, key, whole_group)).await? {
        Done(of) => Ok(cx.go_to(path::of_booking(path::SLOTS, &of.clinic, key))),
        Refused(why) => refused_page(&cx, &access, why, change_page, NotPossible::Changing).await,
    }
}
