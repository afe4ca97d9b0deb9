//! The present codes of a demonstration's staff, for a browser on the machine that serves it alone.

use crate::staff::{page, rows};
use crate::web::{Anyone, Cx, Failure, Result};

/// Who can sign in, each with the present code.
pub async fn show(cx: Cx, _: Anyone) -> Result {
    if !cx.request.on_this_machine || cx.floor.config.demo_staff.is_empty() {
        return Err(Failure::NotFound);
    }
    let all = cx.read(|r| rows::list(r, rows::MOST)).await?;
    Ok(cx.page(page::demo_codes::show(&cx, &all)))
}
