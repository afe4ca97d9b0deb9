//! お知らせ (manual 3-4): the page behind the bell.
//!
//! Nothing writes notices yet, and the page says that there are none.

mod page;

use crate::account::Patient;
use crate::web::{Cx, Result, Route, get};

/// The page behind the bell.
pub const PATH: &str = "/notices";

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    vec![get(PATH, list)]
}

async fn list(cx: Cx, _: Patient) -> Result {
    Ok(cx.page(page::list(&cx)))
}
