//! How the installation is.

use crate::operator::{DataFile, Facts, page};
use crate::staff::Operator;
use crate::web::{Cx, Failure, Result};
use std::sync::Arc;
use tokio::task::spawn_blocking;

/// The page, of the present moment.
pub async fn show(cx: Cx, me: Operator) -> Result {
    let floor = Arc::clone(&cx.floor);
    let measured = spawn_blocking(move || DataFile::measure(&floor)).await;
    let data_file = measured.map_err(|error| Failure::Fault(error.to_string()))?;
    let facts = cx.read(|r| Ok(Facts::gather(&cx.floor, r, data_file))).await?;
    Ok(cx.page(page::status::show(&cx, &facts, me.staff.sets_mail())))
}
