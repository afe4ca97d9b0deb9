//! The clinics that an account has registered, and 診察券番号, for its owner to take along.

use crate::account::{AccountId, DataSection, care, words};
use crate::clinic::page::as_written;
use crate::clinic::{chart_number, rows};
use crate::lang;
use crate::store::{Reader, Result};
use crate::ui::overview;
use crate::web::Cx;
use maud::html;

/// マイクリニック, with the moment of each registration.
pub fn section(cx: &Cx, r: &dyn Reader, account: AccountId) -> Result<DataSection> {
    let words = words::own_data::of(cx.lang);
    let people = care::members(r, account)?;
    let mut listed = Vec::new();
    for link in rows::links(r, account)? {
        let Some(clinic) = rows::find(r, &link.clinic)? else { continue };
        let mut facts = vec![(words.since.to_owned(), html! { (lang::moment(cx.lang, link.since)) })];
        for member in &people {
            if let Some(number) = chart_number::find(r, member.id, &clinic.id)? {
                facts.push(((words.chart_number)(&member.person.name.full()), html! { (number) }));
            }
        }
        listed.push((clinic, facts));
    }
    let body = html! {
        @if listed.is_empty() { p { (words.nothing) } }
        @for (clinic, facts) in &listed { h3 { (as_written(cx.lang, clinic.own_name())) } (overview(facts)) }
    };
    Ok(DataSection { title: words.clinics, body })
}
