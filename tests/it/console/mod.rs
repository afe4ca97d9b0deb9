//! The clinic's desk.

mod book;
mod closed;
mod closing;
mod desk;
mod head;
mod hours;
mod live;
mod rights;
mod suspension;
