//! The paths of notices, and how addresses say which part of the list somebody is at.

use super::model::{ListPart, ListPosition, NoticeId};
use crate::web::Cx;

/// The page behind the bell.
pub const PATH: &str = "/notices";
/// One notice.
pub const ONE: &str = "/notices/:id";

const BEFORE: &str = "before";
const AFTER: &str = "after";

/// A part of the list.
pub fn list(part: &ListPart) -> String {
    at(PATH.to_owned(), part)
}

/// The page of a notice, which leads back to this part of the list.
pub fn one(id: &NoticeId, part: &ListPart) -> String {
    at(format!("{PATH}/{id}"), part)
}

/// The part of the list that an address names; the newest when it names none, or one that makes no sense.
pub fn part(cx: &Cx) -> ListPart {
    let place = |name| cx.query(name).parse::<ListPosition>().ok();
    match (place(BEFORE), place(AFTER)) {
        (Some(place), _) => ListPart::OlderThan(place),
        (None, Some(place)) => ListPart::NewerThan(place),
        (None, None) => ListPart::Newest,
    }
}

fn at(path: String, part: &ListPart) -> String {
    match part {
        ListPart::Newest => path,
        ListPart::OlderThan(place) => format!("{path}?{BEFORE}={place}"),
        ListPart::NewerThan(place) => format!("{path}?{AFTER}={place}"),
    }
}
