//! The rules of the house, checked by reading the sources: who may name whom, what is not written anywhere, and the
//! shape of files and functions.
//!
//! Each rule lists every place that breaks it. It reads lines, not syntax: what it finds is to be trusted more than
//! what it does not find.

mod circles;
mod documents;
mod habits;
mod names;
mod requirements;
mod rooms;
mod shape;
mod source;
