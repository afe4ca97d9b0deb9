//! The paths of notices, and how addresses say which part of the list somebody is at.

use super::model::{NoticeId, Part, Place};
use crate::web::Cx;

/// The page behind the bell.
pub const PATH: &str = "/notices";
/// One notice.
pub const ONE: &str = "/notices/:id";

const BEFORE: &str = "before";
const AFTER: &str = "after";

/// A part of the list.
pub fn list(part: &Part) -> String {
    at(PATH.to_owned(), part)
}

/// The page of a notice, which leads back to this part of the list.
pub fn one(id: &NoticeId, part: &Part) -> String {
    at(format!("{PATH}/{id}"), part)
}

/// The part of the list that an address names; the newest when it names none, or one that makes no sense.
pub fn part(cx: &Cx) -> Part {
    let place = |name| cx.query(name).parse::<Place>().ok();
    match (place(BEFORE), place(AFTER)) {
        (Some(place), _) => Part::OlderThan(place),
        (None, Some(place)) => Part::NewerThan(place),
        (None, None) => Part::Newest,
    }
}

fn at(path: String, part: &Part) -> String {
    match part {
        Part::Newest => path,
        Part::OlderThan(place) => format!("{path}?{BEFORE}={place}"),
        Part::NewerThan(place) => format!("{path}?{AFTER}={place}"),
    }
}
