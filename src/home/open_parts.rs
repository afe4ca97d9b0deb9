//! What stands open on the dashboard or on クリニック詳細, and the address that says it.
//!
//! Each link says what is open beside what it opens or closes, as it was when the link was drawn.

use crate::reservation::ReservationId;
use crate::web::Query;
use maud::Render;

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

    /// With the detail of this reservation open, or closed if that is the one that is open.
    pub fn toggled(self, id: ReservationId) -> Self {
        Self { reservation: (self.reservation != Some(id)).then_some(id), ..self }
    }

    /// The address of the page at `path` with this open.
    pub fn at(self, path: &str) -> PageAddress<'_> {
        PageAddress { path, open: self }
    }
}

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

/// The address of a page with parts of it open. In markup its `&` is escaped; nothing else of it needs to be.
#[derive(Clone, Copy, Debug)]
pub struct PageAddress<'a> {
    path: &'a str,
    open: OpenParts,
}

impl PageAddress<'_> {
    /// The address as it is, for a header.
    pub fn text(self) -> String {
        let mut text = String::new();
        self.write(&mut text, "&");
        text
    }

    fn write(self, text: &mut String, and: &str) {
        let OpenParts { info, past, reservation } = self.open;
        text.push_str(self.path);
        let mut between = "?";
        for part in [info.then_some("info=open"), past.then_some("past=1")].into_iter().flatten() {
            text.extend([between, part]);
            between = and;
        }
        if let Some(id) = reservation {
            text.extend([between, "reservation=", &id.text()]);
        }
    }
}

impl Render for PageAddress<'_> {
    fn render_to(&self, html: &mut String) {
        self.write(html, "&amp;");
    }
}
