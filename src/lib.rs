//! mypage: a patient's My Page for small clinics, one executable with one data file.

pub mod clock;
pub mod config;
pub mod document;
pub mod lang;
pub mod log;
pub mod mail;
pub mod person;
pub mod secret;
pub mod store;
pub mod ui;
pub mod web;
