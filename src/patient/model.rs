//! A clinic's record of a patient, as stored.

use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::lang::Lang;
use crate::mail::EmailAddress;
use crate::person::PatientDetails;
use crate::secret::{Id, InAddress};
use serde::{Deserialize, Serialize};

/// The id of a clinic's record, by which its pages name it.
pub type PatientId = Id<PatientRecord>;

impl InAddress for PatientRecord {}

/// What a clinic has of a patient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PatientRecord {
    /// Its id.
    pub id: PatientId,
    /// Whose it is.
    pub clinic: ClinicId,
    /// Who it is, and how they are reached.
    pub details: PatientDetails,
    /// 診察券番号; leading zeros stay.
    pub chart_number: Option<String>,
    /// Where mails go, if anywhere.
    pub address: Option<EmailAddress>,
    /// The language of these mails.
    pub lang: Lang,
    /// When it was made.
    pub since: Moment,
}

/// What is known of somebody when they are booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Who it is, and how they are reached.
    pub details: PatientDetails,
    /// 診察券番号, as it was given.
    pub chart_number: Option<String>,
    /// Where mails go, if anywhere.
    pub address: Option<EmailAddress>,
    /// The language of these mails.
    pub lang: Lang,
}

impl Seen {
    /// What a record says once the staff have changed `shown` to this: what they did not touch stays as the record has it.
    #[must_use]
    pub fn changed_from(&self, shown: &Self, record: &PatientRecord) -> Self {
        fn pick<T: Clone + PartialEq>(now: &T, shown: &T, record: &T) -> T {
            if now == shown { record.clone() } else { now.clone() }
        }
        let (now, was, has) = (&self.details, &shown.details, &record.details);
        Self {
            details: PatientDetails {
                name: pick(&now.name, &was.name, &has.name),
                kana: pick(&now.kana, &was.kana, &has.kana),
                birth_date: pick(&now.birth_date, &was.birth_date, &has.birth_date),
                sex: pick(&now.sex, &was.sex, &has.sex),
                postal_code: pick(&now.postal_code, &was.postal_code, &has.postal_code),
                address: pick(&now.address, &was.address, &has.address),
                phone: pick(&now.phone, &was.phone, &has.phone),
            },
            chart_number: pick(&self.chart_number, &shown.chart_number, &record.chart_number),
            address: pick(&self.address, &shown.address, &record.address),
            lang: record.lang,
        }
    }

    /// With the postal address that was known before, which the staff's form does not ask for.
    #[must_use]
    pub fn completed_by(self, before: &Self) -> Self {
        let (postal_code, address) = (before.details.postal_code.clone(), before.details.address.clone());
        Self { details: PatientDetails { postal_code, address, ..self.details }, ..self }
    }
}

impl PatientRecord {
    /// What it says of the patient.
    pub fn seen(&self) -> Seen {
        let Self { details, chart_number, address, lang, .. } = self.clone();
        Seen { details, chart_number, address, lang }
    }

    /// Whether it is of the person who was seen.
    pub(super) fn is_of(&self, seen: &PatientDetails) -> bool {
        self.details.identity() == seen.identity()
    }
}
