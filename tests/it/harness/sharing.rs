//! Who shares whom on the stage, and where the routes of sharing lead.

use super::browser::Browser;
use super::clinic::Clinic;
use super::growing;
use super::people::{self, HANAKO};
use mypage::account::{AccountId, Relation, share};
use mypage::person::{Draft, PersonId};

/// Somebody of the fixtures with whom the patient shares a child.
const OTHER: &str = "emma@example.jp";

/// Where the routes of sharing lead: Hanako's child is shared with Emma, and with somebody who is asked to take it over; a child of Emma's is shared
/// with Hanako, who is asked to take it over; and Hanako is invited to share another.
pub async fn places(clinic: &Clinic, patient: &mut Browser, child: PersonId) -> (Vec<(&'static str, String)>, String) {
    let (hanako, emma) =
        (people::register(&clinic.floor, HANAKO).await.id, people::register(&clinic.floor, OTHER).await.id);
    let sister = Draft { given_name: "Anna".to_owned(), ..people::draft(OTHER).clone() };
    let hers = people::add_relative(&clinic.floor, emma, Relation::Child, people::draft(OTHER)).await;
    let another = people::add_relative(&clinic.floor, emma, Relation::Child, &sister).await;
    let shared = clinic.floor.store.write(clinic.now(), move |tx| {
        share::begin(tx, child, hanako, emma, joining())?;
        share::begin(tx, child, hanako, AccountId::mint(), joining())?;
        let asked = share::find(tx, child)?.map(|shared| shared.partners[1].id);
        share::offer(tx, child, asked)?;
        share::begin(tx, hers, emma, hanako, joining())?;
        let offered = share::find(tx, hers)?.map(|shared| shared.partners[0].id);
        share::offer(tx, hers, offered)?;
        share::find(tx, child)
    });
    let partners = shared.await.unwrap().expect("the child is shared").partners;
    let (partner, asked) = (partners[0].id.text(), partners[1].id.text());
    let own = format!("/family/{}/sharing", child.text());
    let page = patient.get(&own).await;
    patient.submit(page.form("招待のメールを送る").fill("相手の方のメールアドレス", "mago@example.jp")).await;
    let mut browser = clinic.signed_in(OTHER).await.at("203.0.113.50");
    let page = browser.get(&format!("/family/{}/sharing", another.text())).await;
    clinic.mails_to(HANAKO).await;
    browser.submit(page.form("招待のメールを送る").fill("相手の方のメールアドレス", HANAKO)).await;
    let theirs = format!("/family/{}/sharing", hers.text());
    let invitation = clinic.link_to(HANAKO).await;
    let (young, own_word) = growing::coming_of_age(clinic, patient, hanako).await;
    let own_account = growing::offered_along(clinic, OTHER).await;
    let places = vec![
        ("/family/:person/own-word", young.clone()),
        ("/family/:person/own-account", young.replace("own-word", "own-account")),
        ("/own-word/link/:token", own_word),
        ("/own-word/withdrawal/:token", growing::withdrawal(clinic, hanako).await),
        ("/own-account/link/:token", own_account),
        ("/family/:person/sharing/:partner/offer/removal", format!("{own}/{asked}/offer/removal")),
        ("/family/:person/sharing/:partner", format!("{own}/{partner}")),
        ("/family/:person/sharing/answer", format!("{theirs}/answer")),
        ("/family/:person/sharing/leaving", format!("{theirs}/leaving")),
        ("/invitations/link/:token", invitation),
    ];
    (places, theirs)
}

/// How an account comes to share a child.
fn joining() -> share::Joining {
    let contact = people::draft(OTHER).check(time::macros::date!(2026 - 04 - 01)).expect("a person").contact();
    share::Joining { relation: Relation::Child, contact, former: None }
}
