//! mypage: a patient's My Page for small clinics, one executable with one data file.

pub mod clock;
pub mod config;
pub mod lang;
pub mod log;
pub mod mail;
pub mod store;
