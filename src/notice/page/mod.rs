//! The screens of notices.

mod list;
mod one;

pub use list::list;
pub use one::one;
