//! What became of a reservation, and how far its visit has come.

use crate::clock::Moment;
use crate::work::{Actor, StaffId};
use serde::{Deserialize, Serialize};

/// What became of a reservation. What is called what in a clinic's book is FHIR's: booked, arrived, fulfilled, noshow, cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// 予約: the patient is expected.
    Booked,
    /// 来院: the patient has come and waits.
    Arrived,
    /// 診察中: the patient has been called in.
    InConsultation,
    /// 終了: the visit is over.
    Fulfilled,
    /// 無断キャンセル: the patient did not come and did not say so.
    NoShow,
    /// 取消: it was cancelled.
    Cancelled {
        /// When.
        at: Moment,
        /// In which role; `None` of what was stored before that was kept.
        #[serde(default)]
        by: Option<Actor>,
    },
}

/// How far a visit has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attendance {
    /// 予約.
    Booked,
    /// 来院.
    Arrived,
    /// 診察中.
    InConsultation,
    /// 終了.
    Fulfilled,
    /// 無断キャンセル.
    NoShow,
}

/// When a visit first came how far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reached {
    /// 来院.
    #[serde(default)]
    pub arrived: Option<Moment>,
    /// 診察中.
    #[serde(default)]
    pub called: Option<Moment>,
    /// 終了.
    #[serde(default)]
    pub finished: Option<Moment>,
}

/// That the staff have set a visit to something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What it was before.
    pub from: Status,
    /// What it became.
    pub to: Status,
    /// Whether the step took an earlier one back.
    #[serde(default)]
    pub back: bool,
    /// Whether the step was taken back.
    #[serde(default)]
    pub taken_back: bool,
    /// When.
    pub at: Moment,
    /// Who.
    pub staff: Option<StaffId>,
}

impl Attendance {
    /// All of them, in the order of a visit.
    pub const ALL: [Self; 5] = [Self::Booked, Self::Arrived, Self::InConsultation, Self::Fulfilled, Self::NoShow];

    /// Its word in forms.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::Arrived => "arrived",
            Self::InConsultation => "in-consultation",
            Self::Fulfilled => "fulfilled",
            Self::NoShow => "no-show",
        }
    }

    /// That of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|progress| progress.value() == word)
    }

    /// That of a status; none of what was cancelled.
    pub const fn of(status: Status) -> Option<Self> {
        match status {
            Status::Booked => Some(Self::Booked),
            Status::Arrived => Some(Self::Arrived),
            Status::InConsultation => Some(Self::InConsultation),
            Status::Fulfilled => Some(Self::Fulfilled),
            Status::NoShow => Some(Self::NoShow),
            Status::Cancelled { .. } => None,
        }
    }

    /// What usually comes next.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Booked => Some(Self::Arrived),
            Self::Arrived => Some(Self::InConsultation),
            Self::InConsultation => Some(Self::Fulfilled),
            Self::Fulfilled | Self::NoShow => None,
        }
    }

    /// The status that says the same.
    pub(super) const fn status(self) -> Status {
        match self {
            Self::Booked => Status::Booked,
            Self::Arrived => Status::Arrived,
            Self::InConsultation => Status::InConsultation,
            Self::Fulfilled => Status::Fulfilled,
            Self::NoShow => Status::NoShow,
        }
    }
}

impl Step {
    /// Whether the step can be taken back: it neither was, nor took another one back.
    pub const fn stands(&self) -> bool {
        !self.back && !self.taken_back
    }
}

impl Reached {
    /// With the first moment of `to`, where it has none.
    pub(super) fn noting(self, to: Attendance, now: Moment) -> Self {
        let first = |known: Option<Moment>| known.or(Some(now));
        match to {
            Attendance::Arrived => Self { arrived: first(self.arrived), ..self },
            Attendance::InConsultation => Self { called: first(self.called), ..self },
            Attendance::Fulfilled => Self { finished: first(self.finished), ..self },
            Attendance::Booked | Attendance::NoShow => self,
        }
    }
}
