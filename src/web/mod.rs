//! The floor under every page: from a request to the context that actions are given, and from what they answer
//! to bytes with the right headers.
//!
//! The only room, beside the features' actions, that knows poem. It knows no feature: what the frame around a
//! page shows is asked of a [`Frame`], and who may use a route is said by the route's [`Guard`].

pub mod assets;
pub mod client;
pub mod compression;
mod cookie;
mod csrf;
mod cx;
mod failure;
mod floor;
mod form;
mod headers;
mod language;
pub mod listen;
mod next;
mod reply;
mod route;
mod site;
mod visit;
mod words;

pub use cx::Cx;
pub use failure::Failure;
pub use floor::{Floor, Frame};
pub use form::Form;
pub use language::{PATH as LANGUAGE_PATH, routes as language_routes};
pub use reply::{Reply, Result};
pub use route::{Anyone, Guard, Route, Who, get, post};
pub use site::Site;

#[cfg(test)]
mod tests;
