//! 利用規約 and プライバシーポリシー, for everybody.

use crate::account::{page, words};
use crate::web::{Anyone, Cx, Result};

/// 利用規約.
pub async fn terms(cx: Cx, _: Anyone) -> Result {
    Ok(cx.page(page::document::show(&cx, words::of(cx.lang).titles.terms, &cx.floor.documents.terms)))
}

/// プライバシーポリシー.
pub async fn privacy(cx: Cx, _: Anyone) -> Result {
    Ok(cx.page(page::document::show(&cx, words::of(cx.lang).titles.privacy, &cx.floor.documents.privacy)))
}
