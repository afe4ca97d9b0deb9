//! What the tests stand on.

pub mod at_desk;
pub mod booked;
pub mod booking;
pub mod browser;
pub mod clinic;
pub mod clinics;
pub mod engine;
pub mod events;
pub mod form;
pub mod growing;
pub mod notices;
pub mod page;
pub mod people;
pub mod process;
pub mod reservations;
pub mod rows;
pub mod secrets;
pub mod sending;
pub mod sharing;
pub mod smtp;
pub mod staff;
pub mod stage;
pub mod work;
