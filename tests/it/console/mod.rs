//! The clinic's desk.

mod book;
