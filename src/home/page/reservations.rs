//! 予約一覧: what is to come, what was before behind one link, and the detail of one where it stands.

use crate::clinic::{AsWritten, Clinic, ClinicId, sign};
use crate::home::open_parts::{OpenParts, PressedPart};
use crate::home::words;
use crate::lang::{self, WrittenMoment};
use crate::person::name_and_age;
use crate::reservation::holdings::Booker;
use crate::reservation::{Listing, ReservationId, Sheet, detail};
use crate::ui::{Opener, OpeningRow, Openings, PlainText, partial};
use crate::web::Cx;
use maud::{Markup, Render, html};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// Reservations, and what is shown of them.
pub struct ReservationList {
    /// What is open on the page.
    pub open: OpenParts,
    /// What is to come, the next one first.
    pub coming: Vec<ReservationRow>,
    /// Whether anything is over or was cancelled.
    pub has_past: bool,
    /// What is over or was cancelled, the latest first; empty unless it is shown.
    pub past: Vec<ReservationRow>,
}

/// A reservation in the list.
pub struct ReservationRow {
    /// The clinic.
    pub clinic: Arc<Clinic>,
    /// What is listed of the reservation.
    pub listing: Listing,
    /// All of it, where it was read.
    pub sheet: Option<Box<Sheet>>,
    /// How many are still to come of those that were booked together, if it is one of several.
    pub together: Option<usize>,
    /// Who else has booked it, for a person whom both share.
    pub booker: Option<Booker>,
}

impl ReservationList {
    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.coming.is_empty() && !self.has_past
    }
}

/// The page on which a list stands.
pub struct ListPlace<'a> {
    /// Its path.
    pub path: &'a str,
    /// The clinic whose reservations alone are listed; `None` for all, of which each names its clinic.
    pub only: Option<&'a ClinicId>,
}

/// The id of the list, which changes as a whole when past ones are shown or hidden.
const LIST: &str = "reservations";
/// The id of the row of a reservation is this, then the reservation's.
const ROW: &str = "row-";

/// The part of a page whose id this is.
pub fn pressed(part: &str) -> Option<PressedPart> {
    match part.strip_prefix(ROW) {
        Some(id) => ReservationId::parse(id).map(PressedPart::Row),
        None => (part == LIST).then_some(PressedPart::List),
    }
}

/// The list with its title. It is most of the page, so that it is written where it stands.
pub struct ListSection<'a> {
    /// The context of the request.
    pub cx: &'a Cx,
    /// What is listed.
    pub held: &'a ReservationList,
    /// Where it stands.
    pub place: &'a ListPlace<'a>,
}

impl Render for ListSection<'_> {
    fn render_to(&self, html: &mut String) {
        let Self { cx, held, place } = self;
        let words = &words::of(cx.lang).dashboard;
        html.extend([r#"<section class="stack" id=""#, LIST, r#"" aria-labelledby="reservations-title">"#]);
        html! { h2 #reservations-title { (words.reservations) } }.render_to(html);
        // With nothing to come, it shows only what there is.
        if held.is_empty() {
            html! { p { (words.nothing_coming) } }.render_to(html);
        } else if !held.coming.is_empty() {
            rows(cx, place, held.open, &held.coming).render_to(html);
        }
        if held.has_past {
            past(cx, held, place).render_to(html);
        }
        html.push_str("</section>");
    }
}

/// Past ones, behind one control. One that is still to come stays open beside them.
fn past(cx: &Cx, held: &ReservationList, place: &ListPlace<'_>) -> Markup {
    let words = &words::of(cx.lang).dashboard;
    let shown = held.open.past;
    let is_coming = |id: &ReservationId| held.coming.iter().any(|row| row.listing.id == *id);
    let other = OpenParts { past: !shown, reservation: held.open.reservation.filter(is_coming), ..held.open };
    let opener = Opener {
        id: "past",
        href: &other.at(place.path),
        open: shown,
        label: words.past_opener,
        news: if shown { words.past_shown } else { words.past_hidden },
    };
    html! {
        p .past { (opener.link("closest section", "")) }
        (opener.pane(|| html! {
            h3 { (words.past) }
            (rows(cx, place, held.open, &held.past))
        }))
    }
}

/// A row that has opened or closed, and the one that has closed because of it.
pub fn changed(
    cx: &Cx,
    place: &ListPlace<'_>,
    open: OpenParts,
    row: &ReservationRow,
    closed: Option<&ReservationRow>,
) -> Markup {
    let signs = Signs::beside([row].into_iter().chain(closed), place);
    let drawn = |row| DrawnRow { cx, place, open, row, signs: Rc::clone(&signs) };
    html! {
        (drawn(row))
        @if let Some(closed) = closed { (partial(row_id(&closed.listing.id.text()), drawn(closed))) }
    }
}

/// The signs of the clinics of a list, each drawn once: dozens of rows may be of one clinic.
struct Signs(BTreeMap<ClinicId, Markup>);

impl Signs {
    /// Those that stand beside these rows; none where all are of the clinic of the page.
    fn beside<'a>(rows: impl IntoIterator<Item = &'a ReservationRow>, place: &ListPlace<'_>) -> Rc<Self> {
        let mut signs = BTreeMap::new();
        for ReservationRow { clinic, .. } in rows.into_iter().filter(|_| place.only.is_none()) {
            if !signs.contains_key(&clinic.id) {
                signs.insert(clinic.id.clone(), sign(clinic));
            }
        }
        Rc::new(Self(signs))
    }
}

fn rows<'a>(cx: &'a Cx, place: &'a ListPlace<'a>, open: OpenParts, listed: &'a [ReservationRow]) -> impl Render {
    let signs = Signs::beside(listed, place);
    Openings(listed.iter().map(move |row| DrawnRow { cx, place, open, row, signs: Rc::clone(&signs) }))
}

/// A row as it stands on a page on which this is open.
struct DrawnRow<'a> {
    cx: &'a Cx,
    place: &'a ListPlace<'a>,
    open: OpenParts,
    row: &'a ReservationRow,
    signs: Rc<Signs>,
}

impl Render for DrawnRow<'_> {
    fn render_to(&self, html: &mut String) {
        let words = &words::of(self.cx.lang).dashboard;
        let Self { cx, place, open, row: ReservationRow { listing, sheet, together, .. }, .. } = self;
        let shown = sheet.as_ref().filter(|_| open.reservation == Some(listing.id));
        let id = listing.id.text();
        let opener = Opener {
            id: &["reservation-", &id].concat(),
            href: &open.toggled(listing.id).at(place.path),
            open: shown.is_some(),
            label: words.detail,
            news: if shown.is_some() { words.detail_shown } else { words.detail_hidden },
        };
        let row = OpeningRow {
            id: &row_id(&id),
            opener,
            label: &RowLabel(cx, listing, together),
            detail: &RowDetail(self),
            pane: &shown.map_or_else(Markup::default, |sheet| opener.pane(|| detail(cx, sheet))),
        };
        row.render_to(html);
    }
}

/// When: how far ahead the day of a coming visit lies, as people say it, then the day and the time; and how many come together.
struct RowLabel<'a>(&'a Cx, &'a Listing, &'a Option<usize>);

impl Render for RowLabel<'_> {
    fn render_to(&self, html: &mut String) {
        let Self(cx, listing, together) = self;
        let ahead = lang::days_ahead(cx.lang, cx.now.jst_date(), listing.starts.jst_date());
        if let Some(ahead) = ahead.filter(|_| listing.is_coming(cx.now)) {
            html.push_str(r#"<span class="ahead">"#);
            PlainText(&ahead).render_to(html);
            html.push_str("</span> ");
        }
        WrittenMoment(cx.lang, listing.starts).render_to(html);
        if let Some(many) = together {
            html.push_str(r#" <span class="ahead">"#);
            PlainText(&(words::of(cx.lang).dashboard.together)(*many)).render_to(html);
            html.push_str("</span>");
        }
    }
}

/// For what and for whom, in one line.
struct RowDetail<'a>(&'a DrawnRow<'a>);

impl Render for RowDetail<'_> {
    fn render_to(&self, html: &mut String) {
        let DrawnRow { cx, place, row: ReservationRow { clinic, listing, booker, .. }, signs, .. } = self.0;
        let summary = &listing.summary;
        if place.only.is_none() {
            html.push_str(signs.0.get(&clinic.id).map_or("", |sign| &sign.0));
            AsWritten(cx.lang, clinic.own_name()).render_to(html);
            html.push_str(" / ");
        }
        AsWritten(cx.lang, summary.own_service()).render_to(html);
        html.push_str(" / ");
        let visit = listing.starts.jst_date();
        match summary.born {
            Some(born) => whole(&name_and_age(cx.lang, &summary.person, born, visit), html),
            None => whole(&summary.person, html),
        }
        if let Some(Booker::Other(name)) = booker {
            html.push_str(" / ");
            PlainText(&(words::of(cx.lang).dashboard.booked_by)(name.as_deref())).render_to(html);
        }
        if summary.cancelled {
            html! { " " strong { (words::of(cx.lang).dashboard.cancelled) } }.render_to(html);
        }
    }
}

/// A person's name, in whatever script, which stays whole wherever a line is long enough for it.
fn whole(name: &str, html: &mut String) {
    html.push_str(r#"<bdi class="whole">"#);
    PlainText(name).render_to(html);
    html.push_str("</bdi>");
}

/// The id of a row, by the text of its reservation's id.
fn row_id(id: &str) -> String {
    [ROW, id].concat()
}
