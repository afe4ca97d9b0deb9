//! The form by which an owner changes 診療時間: the hours of a week, and which hours its page showed.

use super::form::SEEN;
use super::week_hours::{by_weekday, is_closed_on_holidays};
use super::week_hours_form::{WeekHoursField, WeekHoursForm};
use crate::clinic::Clinic;
use crate::secret::TokenHash;
use crate::ui::{Form, FormField};

/// The hours of a clinic, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursForm {
    /// The hours of a week.
    pub week: WeekHoursForm,
    /// The [`version`] of those that the page showed.
    pub seen: String,
    /// Whether who is booked outside them has been seen.
    pub confirmed: String,
}

/// The fields of [`HoursForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursField {
    /// The hours of a week.
    Week(WeekHoursField),
    /// The version of those that the page showed.
    Seen,
    /// Whether who is booked outside them has been seen.
    Confirmed,
}

impl FormField for HoursField {
    fn name(self) -> &'static str {
        match self {
            Self::Week(field) => field.name(),
            Self::Seen => SEEN,
            Self::Confirmed => "confirmed",
        }
    }
}

impl Form for HoursForm {
    type Field = HoursField;

    fn read(get: impl Fn(HoursField) -> String) -> Self {
        Self {
            week: WeekHoursForm::read(|field| get(HoursField::Week(field))),
            seen: get(HoursField::Seen),
            confirmed: get(HoursField::Confirmed),
        }
    }

    fn typed(&self) -> Vec<(HoursField, &str)> {
        let Self { week, seen, confirmed } = self;
        let week = week.typed().into_iter().map(|(field, text)| (HoursField::Week(field), text));
        week.chain([(HoursField::Seen, seen.as_str()), (HoursField::Confirmed, confirmed)]).collect()
    }
}

impl HoursForm {
    /// The hours of a clinic; `None` where they do not fit into the form.
    pub fn of(clinic: &Clinic) -> Option<Self> {
        Some(Self { week: WeekHoursForm::of(clinic)?, seen: version(clinic), confirmed: String::new() })
    }
}

/// What tells the hours of a clinic from others, whoever has changed them, by a page or by a file.
pub fn version(clinic: &Clinic) -> String {
    let hours = format!("{:?} {}", by_weekday(&clinic.hours), is_closed_on_holidays(clinic));
    TokenHash::of_text(&hours).in_short()
}
