//! Booking at the desk and by phone, and 当日受付: the box, the form, and what stands against the visit.

use crate::clinic::{MenuId, TimeOfDay, Visit};
use crate::clock::Moment;
use crate::console::action::of_path::{day_of, menu_of, offers_of, start_of};
use crate::console::day_view::DayView;
use crate::console::desk_form::{DeskBooking, DeskField, DeskForm, DeskProblem, DeskProblems};
use crate::console::form::{AFTER, ASKED, BOOK, FIND, UNIT};
use crate::console::page::desk::booking::{DeskView, LastPlace, show as page};
use crate::console::page::desk::search::PatientSearch;
use crate::console::page::desk::undone::not_done;
use crate::console::page::desk::unit::Units;
use crate::console::reason_form::{ReasonField, ReasonProblem};
use crate::console::{length, path, words};
use crate::lang::Lang;
use crate::patient::{self, PatientId, PatientRecord};
use crate::reservation::desk::{self, Channel, DeskRequest, NotAtDesk};
use crate::reservation::{Attendee, ReservationId, rows};
use crate::slots::{DeskVisit, Objection, Offer, Offers, Slot, objections, units_at};
use crate::staff::{self, DeskStaff};
use crate::store::{self, Reader};
use crate::ui::{FormField, Problems};
use crate::web::{Cx, Failure, Reply, Result};
use crate::work::Denied;
use crate::work::Ended::{Done, Refused};
use time::Date;

/// What is to be booked, and when.
#[derive(Clone)]
struct Wanted {
    menu: MenuId,
    /// The time; none where somebody is there and comes in now.
    at: Option<(Date, TimeOfDay)>,
    /// The view from which the page was opened.
    view: DayView,
}

impl Wanted {
    fn of(cx: &Cx, is_now: bool) -> std::result::Result<Self, Denied> {
        let at = if is_now { None } else { Some((day_of(cx)?, start_of(cx)?)) };
        Ok(Self { menu: menu_of(cx)?, at, view: DayView::of(cx) })
    }

    /// The slot, with the unit and the length that were chosen, if they were.
    fn slot(&self, offer: Offer<'_>, now: Moment, unit: &str, minutes: &str) -> Slot {
        let (day, start) = self.at.unwrap_or_else(|| (now.jst_date(), TimeOfDay::of(now)));
        let minutes = length::chosen(offer.menu, offer.menu.minutes, minutes);
        Slot::of(offer.menu, day, start).lasting(minutes).asking(offer.named_unit(unit).as_ref())
    }

    fn here(&self, me: &DeskStaff) -> String {
        self.view.named_in(&match self.at {
            Some((day, start)) => path::of_booking(&me.clinic.id, day, &self.menu, start),
            None => path::of_walk_in(&me.clinic.id, &self.menu),
        })
    }

    const fn is_now(&self) -> bool {
        self.at.is_none()
    }

    const fn channel(&self) -> Channel {
        if self.is_now() { Channel::Desk } else { Channel::Phone }
    }

    /// The page with this form: nobody is chosen, nothing is wrong, and nothing stands against the visit.
    fn view<'a>(&self, cx: &Cx, me: &DeskStaff, offer: Offer<'a>, form: DeskForm) -> DeskView<'a> {
        DeskView {
            offer,
            slot: self.slot(offer, cx.now, &form.unit, &form.minutes),
            is_now: self.is_now(),
            here: self.here(me),
            from: self.view,
            asked: PatientSearch::default(),
            asked_last: String::new(),
            patient: None,
            reached_at: None,
            form,
            is_kept: false,
            problems: DeskProblems::default(),
            objections: Vec::new(),
            units: Vec::new(),
            last_place: None,
        }
    }
}

/// The page for a time.
pub async fn show(cx: Cx, me: DeskStaff) -> Result {
    let wanted = Wanted::of(&cx, false)?;
    show_for(cx, me, wanted).await
}

/// The page for somebody who is there.
pub async fn show_walk_in(cx: Cx, me: DeskStaff) -> Result {
    let wanted = Wanted::of(&cx, true)?;
    show_for(cx, me, wanted).await
}

/// Books at a time.
pub async fn book(cx: Cx, me: DeskStaff) -> Result {
    let wanted = Wanted::of(&cx, false)?;
    book_for(cx, me, wanted).await
}

/// Receives somebody who is there.
pub async fn receive(cx: Cx, me: DeskStaff) -> Result {
    let wanted = Wanted::of(&cx, true)?;
    book_for(cx, me, wanted).await
}

async fn show_for(cx: Cx, me: DeskStaff, wanted: Wanted) -> Result {
    let offers = offers_of(&cx, &me.clinic.id).await?;
    let offer = offers.any(&wanted.menu).ok_or(Failure::NotFound)?;
    let asked_for = cx.query(DeskField::Patient.name());
    // What was typed for one patient is not shown for another.
    let kept: Option<DeskForm> = cx.kept_form().await?;
    let kept = kept.filter(|kept| asked_for.is_empty() || asked_for == kept.patient);
    let chosen = PatientId::parse(kept.as_ref().map_or(&asked_for, |kept| &kept.patient));
    let unit = kept.as_ref().map_or_else(|| cx.query(UNIT), |kept| kept.unit.clone());
    let minutes = kept.as_ref().map_or("", |kept| &kept.minutes);
    let slot = wanted.slot(offer, cx.now, &unit, minutes);
    let after = ReservationId::parse(&cx.query(AFTER));
    let (patient, after, Judged { objections, units }) = cx
        .read(|r| {
            let patient = chosen.map(|id| patient::find(r, &me.clinic.id, id)).transpose()?.flatten();
            let after = after.map(|id| rows::find(r, id)).transpose()?.flatten();
            let judged = judged(r, offer, &slot, patient.as_ref(), wanted.is_now())?;
            Ok((patient, after.filter(|of| of.clinic == me.clinic.id && of.patient == chosen), judged))
        })
        .await?;
    // Opened for the next caller, the page must say that it still holds what was typed for the last one.
    let is_kept = kept.is_some() && asked_for.is_empty();
    let form = kept.unwrap_or_else(|| DeskForm::begun(patient.as_ref(), after.is_some(), wanted.channel(), unit));
    let reached_at = after.and_then(|of| of.attendee.address);
    let view = DeskView { patient, reached_at, is_kept, objections, units, ..wanted.view(&cx, &me, offer, form) };
    Ok(cx.page(page(&cx, &view)))
}

/// Whether the box is asked: by its button, or by Enter where something else stands in it than it was asked last, be it nothing.
fn asks_the_box(cx: &Cx, sought: &str) -> bool {
    let is_new = sought.trim() != cx.form().get(ASKED);
    cx.form().has(FIND) || (is_new && !cx.form().has(BOOK))
}

/// Whom the box found. A patient who is meant for certain is chosen at once.
async fn find_for(cx: Cx, me: DeskStaff, wanted: Wanted) -> Result {
    let offers = offers_of(&cx, &me.clinic.id).await?;
    let offer = offers.any(&wanted.menu).ok_or(Failure::NotFound)?;
    let form = cx.typed::<DeskForm>().with_sought();
    let slot = wanted.slot(offer, cx.now, &form.unit, &form.minutes);
    let (asked, Judged { objections, units }) =
        cx.read(|r| Ok((ask(r, &me, &form.sought)?, judged(r, offer, &slot, None, wanted.is_now())?))).await?;
    if let Some(meant) = asked.meant() {
        let chosen = path::with_patient(&wanted.here(&me), meant.id);
        return Ok(cx.go_to(path::with_unit(&chosen, slot.asked_unit())));
    }
    let asked_last = asked.typed.clone();
    let view = DeskView { asked, asked_last, objections, units, ..wanted.view(&cx, &me, offer, form) };
    Ok(cx.page(page(&cx, &view)))
}

/// Whom the text in the box may mean: patients of the clinic, or the patient of a booking by its number.
pub fn ask(r: &dyn Reader, me: &DeskStaff, typed: &str) -> store::Result<PatientSearch> {
    let mut found = patient::search(r, &me.clinic.id, typed, PatientSearch::MOST)?;
    let of_number = rows::of_number(r, &me.clinic.id, typed)?.and_then(|of| of.patient);
    if let Some(record) = of_number.map(|id| patient::find(r, &me.clinic.id, id)).transpose()?.flatten()
        && found.iter().all(|known| known.record.id != record.id)
    {
        found.insert(0, patient::Found { record, exact: true });
        found.truncate(PatientSearch::MOST);
    }
    Ok(PatientSearch { typed: typed.trim().to_owned(), found })
}

/// What stands against a visit, and the units of its menu at that time.
struct Judged<'a> {
    objections: Vec<Objection>,
    units: Units<'a>,
}

fn judged<'a>(
    r: &dyn Reader,
    offer: Offer<'a>,
    slot: &Slot,
    patient: Option<&PatientRecord>,
    is_now: bool,
) -> store::Result<Judged<'a>> {
    let person = patient.map(|record| record.details.identity());
    let objections = objections(r, DeskVisit { offer, slot, person, instead_of: None, is_now })?;
    Ok(Judged { objections, units: units_at(r, offer, slot, None)? })
}

async fn book_for(cx: Cx, me: DeskStaff, wanted: Wanted) -> Result {
    let form: DeskForm = cx.typed();
    if asks_the_box(&cx, &form.sought) {
        return find_for(cx, me, wanted).await;
    }
    let id = PatientId::parse(&form.patient);
    let patient = match id {
        Some(id) => cx.read(|r| patient::find(r, &me.clinic.id, id)).await?,
        None => None,
    };
    let presets = |word: &str| words::desk::preset(Lang::Ja, word);
    let booking = match form.check(patient.as_ref(), cx.now.jst_date(), Lang::Ja, presets) {
        Ok(booking) => booking,
        Err(problems) => return again(&cx, &me, &wanted, Refusal { form, patient, problems, objections: None }).await,
    };
    let to_book = (wanted.clone(), booking, form.unit.clone(), form.minutes.clone());
    let booked = cx.work(move |work, me: DeskStaff| {
        let offers = Offers::of(work, &me.clinic.id)?.ok_or(Denied::NotFound)?;
        let (wanted, booking, unit, minutes) = &to_book;
        let offer = offers.any(&wanted.menu).ok_or(Denied::NotFound)?;
        desk::book(work, offer, &request(offer, wanted.slot(offer, work.now(), unit, minutes), wanted, booking))
    });
    match booked.await? {
        Done(made) => Ok(cx.go_to(wanted.view.path_at(&me.clinic.id, made.slot.day, made.id))),
        Refused(NotAtDesk::Objections(objections)) => {
            let lacks_reason = form.has_read(&objections);
            let problems = match lacks_reason {
                true => {
                    Problems::one(DeskField::Reason(ReasonField::Preset), DeskProblem::Reason(ReasonProblem::Missing))
                }
                false => Problems::default(),
            };
            again(&cx, &me, &wanted, Refusal { form, patient, problems, objections: Some(objections) }).await
        }
        Refused(why) => Ok(cx.conflict(not_done(&cx, &why, &wanted.here(&me)))),
    }
}

fn request(offer: Offer<'_>, slot: Slot, wanted: &Wanted, booking: &DeskBooking) -> DeskRequest {
    let DeskBooking { seen, patient, visit, channel, tell, insistence } = booking.clone();
    let usual = if patient.is_some() { Visit::Return } else { Visit::First };
    let attendee = Attendee::of(seen);
    let is_now = wanted.is_now();
    let channel = if is_now { Channel::Desk } else { channel };
    let visit = offer.menu.only_visit().or(visit).unwrap_or(usual);
    DeskRequest { slot, visit, attendee, patient, channel, is_now, insistence, tell }
}

/// A form that was refused, and why.
struct Refusal {
    form: DeskForm,
    patient: Option<PatientRecord>,
    problems: DeskProblems,
    /// What stands against the visit, where that is known already.
    objections: Option<Vec<Objection>>,
}

/// The form again, as it was typed.
async fn again(cx: &Cx, me: &DeskStaff, wanted: &Wanted, refused: Refusal) -> std::result::Result<Reply, Failure> {
    let offers = offers_of(cx, &me.clinic.id).await?;
    let offer = offers.any(&wanted.menu).ok_or(Failure::NotFound)?;
    let Refusal { form, patient, problems, objections } = refused;
    let slot = wanted.slot(offer, cx.now, &form.unit, &form.minutes);
    let (objections, units, last_place) = cx
        .read(|r| {
            let Judged { objections: found, units } = judged(r, offer, &slot, patient.as_ref(), wanted.is_now())?;
            let objections = objections.unwrap_or(found);
            let is_news = !form.has_read(&objections) && objections.iter().any(|one| matches!(one, Objection::Full(_)));
            let last_place = if is_news { last_place(cx, r, me, &slot)? } else { None };
            Ok((objections, units, last_place))
        })
        .await?;
    let asked_last = cx.form().get(ASKED).to_owned();
    let view =
        DeskView { patient, asked_last, problems, objections, units, last_place, ..wanted.view(cx, me, offer, form) };
    Ok(cx.refuse(page(cx, &view)))
}

/// Who has taken the last place of a time that is full now.
fn last_place(cx: &Cx, r: &dyn Reader, me: &DeskStaff, slot: &Slot) -> store::Result<Option<LastPlace>> {
    let there = rows::starting(r, &me.clinic.id, slot.starts())?;
    let latest =
        there.into_iter().filter(|of| of.holds_place() && of.slot.menu == slot.menu).max_by_key(|of| of.booked);
    let Some(latest) = latest else { return Ok(None) };
    let staff = latest.desk.first().and_then(|change| change.staff);
    let name = staff.map(|id| staff::rows::find(r, id)).transpose()?.flatten().map(|staff| staff.name);
    let by = name.unwrap_or_else(|| (words::of(cx.lang).line.way)(latest.booked_by).to_owned());
    Ok(Some(LastPlace { taken: TimeOfDay::of(latest.booked), by }))
}
