//! The floor under every page, asked through whole requests.

mod areas;
mod clock;
mod cookies;
mod csrf;
mod errors;
mod fields;
mod headers;
mod health;
mod kept_form;
mod kept_form_limits;
mod language;
mod mass_assignment;
mod methods;
mod next;
mod panics;
mod pasted;
mod public;
mod read_aloud;
mod reading;
mod stopped;
mod web_app;
mod whole_dates;
mod work;
