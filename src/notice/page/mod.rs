//! The screens of notices.

mod list;
mod one;
pub mod own_data;

pub use list::list;
pub use one::one;
