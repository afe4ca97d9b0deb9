//! The operator: who sees how the installation is, and what is said.

mod mail;
mod status;
mod who;
