//! The people for whom an account books, for its owner to take along.

use crate::account::{Account, DataSection, care, data_of_person, share, words as account_words};
use crate::family::{sharing, words};
use crate::store::{Reader, Result};
use crate::web::Cx;
use maud::html;

/// The account's own person, and the family with what each is to the owner and who shares them.
pub fn section(cx: &Cx, r: &dyn Reader, account: &Account) -> Result<DataSection> {
    let own_data = account_words::own_data::of(cx.lang);
    let mut drawn = Vec::new();
    for member in care::members(r, account.id)? {
        let relation = (words::of(cx.lang).list.relation)(member.relation);
        let mut more = vec![(own_data.relation.to_owned(), html! { (relation) })];
        if let Some(shared) = share::find(r, member.id)? {
            for other in shared.accounts().filter(|other| *other != account.id) {
                more.push((own_data.shared_with.to_owned(), html! { (sharing::name_of(r, other)?) }));
            }
        }
        drawn.push(data_of_person(cx, &member, more));
    }
    Ok(DataSection { title: own_data.people, body: html! { @for person in &drawn { (person) } } })
}
