//! What every mail with a link has in common: where it was sent, looking at its link, trying it, and the page for one
//! that does not work.

use crate::account::link::{self, LinkPurpose, MailLink};
use crate::account::{credential, page};
use crate::secret::Token;
use crate::session::flash;
use crate::web::{Anyone, Cx, Failure, Result};
use crate::work::Ended::Done;
use crate::work::Stop;
use std::convert::Infallible;

/// The live link of the token in the path, if it is of the wanted kind. Changes nothing, so that mail scanners may
/// look as often as they like.
pub async fn look(
    cx: &Cx,
    wanted: impl Fn(&LinkPurpose) -> bool,
) -> std::result::Result<Option<(Token, MailLink)>, Failure> {
    let Some(token) = Token::parse(cx.param("token")) else {
        return Ok(None);
    };
    let link = cx.read(|r| link::find(r, &token)).await?.filter(|link| wanted(&link.purpose));
    Ok(link.map(|link| (token, link)))
}

/// The same for a posted form, counted against the client's attempts unless the link is live: many people may share an
/// address.
pub async fn try_out(
    cx: &Cx,
    wanted: impl Fn(&LinkPurpose) -> bool,
) -> std::result::Result<Option<(Token, MailLink)>, Failure> {
    let Done(()) = cx.work(|work, _: Anyone| Ok::<_, Stop<Infallible>>(credential::count_link(work)?)).await?;
    let found = look(cx, wanted).await?;
    if found.is_some() {
        let Done(()) = cx.work(|work, _: Anyone| Ok::<_, Stop<Infallible>>(credential::give_link_back(work)?)).await?;
    }
    Ok(found)
}

/// The address that the last mail was asked for, as the page after the form named `page` shows it.
pub async fn sent_to(cx: &Cx, page: &str) -> std::result::Result<Option<String>, Failure> {
    Ok(cx.read(|r| flash::find(r, cx.visitor(), page)).await?)
}

/// The same, on the way back to the form to mend it; otherwise nothing.
pub async fn sent_before(cx: &Cx, page: &str) -> std::result::Result<String, Failure> {
    if cx.query("edit") == "1" { Ok(sent_to(cx, page).await?.unwrap_or_default()) } else { Ok(String::new()) }
}

/// The answer to an expired, used or mangled link: why that may be, and where to get a new one.
pub fn dead(cx: &Cx, again: &str, label: &str) -> Result {
    Ok(cx.gone(page::sent::dead_link(cx, again, label)))
}
