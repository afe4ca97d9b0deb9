//! The reservation's screens, one a file, and the pieces that several of them share.
//!
//! They draw what they are given; what is right or allowed has been decided before.

pub mod detail;
pub mod leaving;
