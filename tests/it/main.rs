//! The integration tests: one binary, one module per room.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test, and what it stands on, fails by panicking and says how to replay it"
)]

mod account;
mod clinic;
mod config;
mod console;
mod executable;
mod family;
mod harness;
mod home;
mod house;
mod listen;
mod mail;
mod notice;
mod operator;
mod reservation;
mod staff;
mod store;
mod web;
