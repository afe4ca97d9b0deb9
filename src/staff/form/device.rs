//! The forms of shared devices: registering one, a PIN to set, and a PIN to come back.

use super::new_sign_in::checked_name;
use super::problem::{StaffProblem, StaffProblems};
use crate::lang::typed::folded;
use crate::staff::pin;
use crate::ui::{Form, FormField, Problems};
use crate::work::StaffId;

/// The fields of the forms of shared devices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharedDeviceField {
    /// 端末の名前.
    Name,
    /// After how many minutes it is locked.
    Minutes,
    /// Who comes back.
    Who,
    /// PIN.
    Pin,
}

impl FormField for SharedDeviceField {
    fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Minutes => "minutes",
            Self::Who => "who",
            // Nothing that ends so is kept or shown again.
            Self::Pin => "pin_password",
        }
    }
}

/// Registering the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceForm {
    /// Its name.
    pub name: String,
    /// After how many minutes it is locked.
    pub minutes: String,
}

impl Default for DeviceForm {
    fn default() -> Self {
        Self { name: String::new(), minutes: "5".to_owned() }
    }
}

impl Form for DeviceForm {
    type Field = SharedDeviceField;

    fn read(get: impl Fn(SharedDeviceField) -> String) -> Self {
        Self { name: get(SharedDeviceField::Name), minutes: get(SharedDeviceField::Minutes) }
    }

    fn typed(&self) -> Vec<(SharedDeviceField, &str)> {
        let Self { name, minutes } = self;
        vec![(SharedDeviceField::Name, name), (SharedDeviceField::Minutes, minutes)]
    }
}

impl DeviceForm {
    /// The name, and after how many minutes it is locked.
    ///
    /// # Errors
    /// All problems.
    pub fn check(&self) -> Result<(String, i64), StaffProblems<SharedDeviceField>> {
        let mut problems = Problems::default();
        let (name, wrong) = checked_name(&self.name);
        problems.add(SharedDeviceField::Name, wrong.map(|_| StaffProblem::DeviceName));
        let minutes = folded(&self.minutes).trim().parse().ok().filter(|minutes| (1..=15).contains(minutes));
        let minutes = problems.sift(SharedDeviceField::Minutes, minutes.ok_or(StaffProblem::LockMinutes));
        problems.settle(minutes.map(|minutes| (name, minutes)))
    }
}

/// A PIN, to be set or to come back with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PinForm {
    /// Who comes back.
    pub who: String,
    /// The PIN.
    pub pin: String,
}

impl Form for PinForm {
    type Field = SharedDeviceField;

    fn read(get: impl Fn(SharedDeviceField) -> String) -> Self {
        Self { who: get(SharedDeviceField::Who), pin: get(SharedDeviceField::Pin) }
    }

    fn typed(&self) -> Vec<(SharedDeviceField, &str)> {
        let Self { who, pin } = self;
        vec![(SharedDeviceField::Who, who), (SharedDeviceField::Pin, pin)]
    }
}

impl PinForm {
    /// The PIN to set.
    ///
    /// # Errors
    /// Why it may not be chosen.
    pub fn chosen(&self) -> Result<String, StaffProblems<SharedDeviceField>> {
        pin::chosen(&self.pin).map_err(|problem| Problems::one(SharedDeviceField::Pin, StaffProblem::Pin(problem)))
    }

    /// Who comes back, with which PIN.
    ///
    /// # Errors
    /// What is missing.
    pub fn coming_back(&self) -> Result<(StaffId, String), StaffProblems<SharedDeviceField>> {
        let mut problems = Problems::default();
        let who = problems.sift(SharedDeviceField::Who, StaffId::parse(&self.who).ok_or(StaffProblem::WhoMissing));
        let typed = pin::digits(&self.pin);
        problems.add(SharedDeviceField::Pin, typed.is_empty().then_some(StaffProblem::PinMissing));
        problems.settle(who.map(|who| (who, typed)))
    }
}
