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
pub mod flash;
mod floor;
mod form;
mod headers;
mod language;
pub mod listen;
mod next;
mod reply;
mod route;
pub mod session;
mod site;
pub mod throttle;
mod visit;
mod words;

pub use cx::Cx;
pub use failure::Failure;
pub use floor::{Floor, Frame};
pub use form::Form;
pub use language::{PATH as LANGUAGE_PATH, routes as language_routes};
pub use reply::{Reply, Result};
pub use route::{Anyone, Guard, Route, Who, get, post};
pub use session::Session;
pub use site::Site;

/// The names of the floor's tables, for `mypage check`.
pub const TABLES: [&str; 1] = [session::SUBJECTS_TABLE];
/// Those whose rows end by themselves.
pub const EXPIRING: [&str; 3] = [session::SESSIONS_TABLE, flash::TABLE, throttle::TABLE];

#[cfg(test)]
mod tests;
