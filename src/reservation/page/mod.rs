//! The reservation's screens, one a file, and the pieces that several of them share.

pub mod attachment;
pub mod changing;
pub mod detail;
pub mod leaving;
