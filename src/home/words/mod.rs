//! Every sentence of what comes together for a patient, in both languages.

pub mod clinic;
pub mod dashboard;
