//! The floor under every page: from a request to the context that actions are given, and from what they answer
//! to bytes with the right headers.
//!
//! The only room, beside the features' actions, that names poem. It names no feature: an [`Area`] has its pages, its
//! sessions and the frame around its pages, and a route's [`Guard`] says who may use it.

mod apology;
mod area;
pub mod assets;
pub mod client;
pub mod compression;
mod content;
mod cookie;
mod csrf;
mod cx;
mod event_stream;
mod failure;
mod floor;
mod form;
mod frame;
mod guarded;
mod headers;
mod health;
mod kept_form;
mod language;
pub mod listen;
mod next;
mod pasted;
mod query;
mod reply;
mod request;
mod route;
mod site;
mod swap;
mod telling;
mod ways_on;
mod web_app;
mod who;
mod words;

pub use area::Area;
pub use cx::Cx;
pub use event_stream::{MOST_OF_SESSION, OpenStreams, ServerEvent, StreamPlace};
pub use failure::Failure;
pub use floor::Floor;
pub use form::FormData;
pub use frame::Frame;
pub use health::LONGEST_WRITE;
pub use kept_form::{KEPT_IN_ALL, KEPT_OF_SIGNED_IN, route as kept_form_route};
pub use language::route as language_route;
pub use query::Query;
pub use reply::{Reply, Result};
pub use route::{Anyone, Guard, Route, get, post};
pub use site::Site;
pub use swap::Swap;
pub use ways_on::{WayToBook, WaysOn};
pub use who::Who;

#[cfg(test)]
mod tests;
