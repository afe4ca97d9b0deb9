//! Notices from both sources, put into the store without a command and without a booking.

use mypage::clock::Moment;
use mypage::lang::Lang;
use mypage::mail::{EmailAddress, Letter, copy};
use mypage::notice::{self, NoticeDraft, Published};
use mypage::web::Floor;

/// Publishes a Japanese notice from now on, until it is withdrawn.
pub async fn publish(floor: &Floor, id: &str, text: &str) -> Published {
    publish_in(floor, Lang::Ja, id, text, (None, None)).await
}

pub async fn publish_in(
    floor: &Floor,
    lang: Lang,
    id: &str,
    text: &str,
    dates: (Option<Moment>, Option<Moment>),
) -> Published {
    let draft = NoticeDraft::read(id, text).expect("a good notice");
    let published = floor.store.write(floor.clock.now(), move |tx| notice::publish(tx, lang, &draft, dates)).await;
    published.expect("the store takes a notice")
}

/// Keeps a copy of a mail about a reservation, as its letter would.
pub async fn copy(floor: &Floor, address: &str, subject: &str) {
    let letter = Letter::new(Lang::Ja, EmailAddress::parse(address).expect("an address"), subject)
        .paragraph("ご予約を承りました。")
        .button("予約を確認する", "https://my.clinic.example/r/secret");
    floor.store.write(floor.clock.now(), move |tx| copy::keep(tx, &letter)).await.expect("the store takes a copy");
}
