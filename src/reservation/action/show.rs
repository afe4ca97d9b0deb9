//! 予約詳細, and 予約確認 behind the URL in a mail. Opening either changes nothing.

use super::by_access::look;
use crate::reservation::access::Access;
use crate::reservation::page;
use crate::web::{Cx, Result};

/// Everything of the reservation.
pub async fn show(cx: Cx, access: Access) -> Result {
    let sheet = look(&cx, &access).await?;
    Ok(cx.page(page::detail::show(&cx, &sheet)))
}
