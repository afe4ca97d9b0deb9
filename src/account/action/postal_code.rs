//! The places of a postal code, for the script that fills in an address while it is typed. Without it the address is filled in
//! when the form is sent.

use crate::person::{PostalCode, PostalPlace, places};
use crate::web::{Anyone, Cx, Failure, Result};

/// A line for each place: 都道府県, 市区町村 and 町域, with tabs between them.
pub async fn show(cx: Cx, _: Anyone) -> Result {
    let code = PostalCode::parse(cx.param("digits")).ok().flatten().ok_or(Failure::NotFound)?;
    let line = |PostalPlace { prefecture, city, town }: PostalPlace| format!("{prefecture}\t{city}\t{town}\n");
    let text: String = places(&code).into_iter().map(line).collect();
    Ok(cx.file("places.txt", "text/plain; charset=utf-8", text))
}
