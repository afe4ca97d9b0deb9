//! Every sentence of what comes together for a patient, in both languages.
//!
//! Which of them is shown is decided by the pages.

pub mod clinic;
pub mod dashboard;
