//! What stands open on the dashboard or on クリニック詳細, and the address that says it.
//!
//! Each link says what is open beside what it opens or closes, as it was when the link was drawn.

use crate::reservation::ReservationId;
use crate::web::Query;

/// What stands open on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenParts {
    /// クリニック詳細情報, which the dashboard does not have.
    pub info: bool,
    /// What is over or was cancelled.
    pub past: bool,
    /// 予約詳細 of a reservation.
    pub reservation: Option<ReservationId>,
}

impl OpenParts {
    /// What an address says; `None` when it names something that is no reservation.
    pub fn of(query: Query<'_>) -> Option<Self> {
        let reservation = match &*query.get("reservation") {
            "" => None,
            text => Some(ReservationId::parse(text)?),
        };
        Some(Self { info: query.get("info") == "open", past: query.get("past") == "1", reservation })
    }

    /// What is open once a part was pressed, of which the link said `asked`; `self` is what was open until then. The link
    /// knows its own part, and the list its past ones.
    pub fn after(self, pressed: PressedPart, asked: Self) -> Self {
        match pressed {
            PressedPart::Info => Self { info: asked.info, ..self },
            PressedPart::List => Self { past: asked.past, ..self },
            PressedPart::Row(id) => {
                let opens = asked.reservation == Some(id);
                let other = self.reservation.filter(|other| *other != id);
                Self { past: asked.past, reservation: if opens { Some(id) } else { other }, ..self }
            }
        }
    }

    /// Whether what is over may be shown: it is along with an open reservation that is over.
    pub fn may_show_past(self) -> bool {
        self.past || self.reservation.is_some()
    }

    /// With the detail of this reservation open, or closed if that is the one that is open.
    pub fn toggled(self, id: ReservationId) -> Self {
        Self { reservation: (self.reservation != Some(id)).then_some(id), ..self }
    }

    /// The address of the page at `path` with this open.
    pub fn at(self, path: &str) -> String {
        let mut address = String::with_capacity(path.len() + QUERY);
        address.push_str(path);
        let mut between = "?";
        for part in [self.info.then_some("info=open"), self.past.then_some("past=1")].into_iter().flatten() {
            address.push_str(between);
            address.push_str(part);
            between = "&";
        }
        if let Some(id) = self.reservation {
            address.push_str(between);
            address.push_str("reservation=");
            address.push_str(&id.text());
        }
        address
    }
}

/// Bytes of the longest query: `?info=open&past=1&reservation=` and an id.
const QUERY: usize = 64;

/// A part of a page that opens or closes by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PressedPart {
    /// クリニック詳細情報.
    Info,
    /// 予約一覧, with past ones or without.
    List,
    /// A row of the list.
    Row(ReservationId),
}
