//! ダッシュボード (manual 3-2), the page after signing in.

use crate::account::{Patient, page};
use crate::web::{Cx, Result};

/// The dashboard.
pub async fn show(cx: Cx, _: Patient) -> Result {
    Ok(cx.page(page::dashboard::show(&cx)))
}
