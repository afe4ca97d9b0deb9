//! The mails that tell of a visit to come: that it is booked, that it was moved, that it is near.
//!
//! Each leads to 予約確認. The calendar file comes with the first two. There is none of a visit without an address.

use super::{begun, rows};
use crate::clinic::{Clinic, OwnText};
use crate::clock::Moment;
use crate::lang::{self, Lang};
use crate::mail::{Letter, Letterhead};
use crate::reservation::calendar::calendar_file;
use crate::reservation::model::Reservation;
use crate::reservation::receipt_token::ReceiptToken;
use crate::reservation::words;
use crate::slots::words as slot_words;

/// That a visit is booked.
pub fn confirmed(head: &Letterhead, clinic: &Clinic, reservation: &Reservation, url: &str) -> Option<Letter> {
    let (lang, words) = (head.lang, words::of(head.lang));
    let letter = begun(head, clinic, reservation, words.letter.confirmed_subject)?.paragraph(words.letter.confirmed);
    let letter = rows(letter, lang, clinic, reservation, &[(words.detail.when, when(lang, reservation))]);
    let letter = to_come(letter, head, (clinic, reservation), reservation.changed_at(), url);
    Some(letter.attach(calendar_file(head, clinic, reservation, Some(url))))
}

/// That a visit was moved to another time.
pub fn changed(head: &Letterhead, clinic: &Clinic, reservation: &Reservation, url: &str) -> Option<Letter> {
    let (lang, words) = (head.lang, words::of(head.lang));
    let letter = begun(head, clinic, reservation, words.letter.changed_subject)?.paragraph(words.letter.changed);
    let before = reservation.history.last().map(|moved| lang::moment(lang, moved.from.starts()));
    let mut times: Vec<(&str, String)> = before.into_iter().map(|before| (words.letter.old_time, before)).collect();
    times.push((words.letter.new_time, when(lang, reservation)));
    let letter = rows(letter, lang, clinic, reservation, &times);
    let letter = to_come(letter, head, (clinic, reservation), reservation.changed_at(), url);
    Some(letter.attach(calendar_file(head, clinic, reservation, Some(url))))
}

/// That the confirmation URL is another one, because the mails about a visit go to this address from now on.
pub fn readdressed(
    head: &Letterhead,
    clinic: &Clinic,
    reservation: &Reservation,
    url: &str,
    now: Moment,
) -> Option<Letter> {
    with_another_url(words::of(head.lang).letter.readdressed, head, (clinic, reservation), url, now)
}

/// The same where the visit was booked by somebody who shared the patient until now, and is managed from this address from now on.
pub fn taken_over(
    head: &Letterhead,
    clinic: &Clinic,
    reservation: &Reservation,
    url: &str,
    now: Moment,
) -> Option<Letter> {
    with_another_url(words::of(head.lang).letter.taken_over, head, (clinic, reservation), url, now)
}

fn with_another_url(
    why: &str,
    head: &Letterhead,
    (clinic, reservation): (&Clinic, &Reservation),
    url: &str,
    now: Moment,
) -> Option<Letter> {
    let (lang, words) = (head.lang, words::of(head.lang));
    let letter = begun(head, clinic, reservation, words.letter.readdressed_subject)?.paragraph(why);
    let letter = rows(letter, lang, clinic, reservation, &[(words.detail.when, when(lang, reservation))]);
    Some(to_come(letter, head, (clinic, reservation), now, url))
}

/// That a visit is near, told at `now`; of no use once it has begun.
pub fn reminder(
    head: &Letterhead,
    clinic: &Clinic,
    reservation: &Reservation,
    url: &str,
    now: Moment,
) -> Option<Letter> {
    let (lang, words) = (head.lang, words::of(head.lang));
    let letter = begun(head, clinic, reservation, words.letter.reminder_subject)?.paragraph(words.letter.reminder);
    let letter = rows(letter, lang, clinic, reservation, &[(words.detail.when, when(lang, reservation))]);
    Some(to_come(letter, head, (clinic, reservation), now, url).useful_until(reservation.slot.starts()))
}

fn when(lang: Lang, reservation: &Reservation) -> String {
    lang::moment(lang, reservation.slot.starts())
}

/// What to know before the visit, until when it may still be changed at `now`, and how.
fn to_come(
    letter: Letter,
    head: &Letterhead,
    (clinic, reservation): (&Clinic, &Reservation),
    now: Moment,
    url: &str,
) -> Letter {
    let (lang, deadlines) = (head.lang, &reservation.deadlines);
    let letter = to_bring(letter, lang, reservation);
    let letter = of_clinic(letter, lang, clinic);
    let letter = until(letter, lang, reservation, now);
    let letter = policy(letter, lang, clinic);
    let letter = open(letter, lang, reservation, url);
    if now < deadlines.cancel.max(deadlines.change) {
        letter.about_the_link(words::of(lang).letter.how)
    } else {
        letter
    }
}

/// What the patient brings and does before.
pub(super) fn to_bring(letter: Letter, lang: Lang, reservation: &Reservation) -> Letter {
    let (words, service) = (words::of(lang), &reservation.service);
    let told = [(words.detail.bring, service.own_bring()), (words.detail.preparation, service.own_preparation())];
    let letter = told_of(letter, lang, &told);
    match reservation.guardian_under() {
        Some(years) => letter.paragraph((slot_words::of(lang).guardian)(years)),
        None => letter,
    }
}

/// What the clinic tells everybody, and where it is.
pub(super) fn of_clinic(letter: Letter, lang: Lang, clinic: &Clinic) -> Letter {
    let words = words::of(lang);
    let told = [(words.letter.notes, clinic.own_booking_notes()), (words.detail.address, Some(clinic.own_address()))];
    told_of(letter, lang, &told).detail(words.letter.phone, clinic.phone.hyphenated())
}

fn told_of(letter: Letter, lang: Lang, told: &[(&str, Option<OwnText<'_>>)]) -> Letter {
    let told = told.iter().filter_map(|(label, text)| Some((label, (*text)?)));
    told.fold(letter, |letter, (label, text)| letter.detail_in(label, text.text(lang), text.lang(lang)))
}

/// Until when it may still be cancelled and changed, told at `now`.
pub(super) fn until(letter: Letter, lang: Lang, reservation: &Reservation, now: Moment) -> Letter {
    let (words, deadlines) = (words::of(lang), &reservation.deadlines);
    let until = |deadline| if now < deadline { lang::moment(lang, deadline) } else { words.letter.passed.to_owned() };
    letter
        .detail(words.detail.cancel_until, until(deadlines.cancel))
        .detail(words.detail.change_until, until(deadlines.change))
}

/// What the clinic says of cancelling.
pub(super) fn policy(letter: Letter, lang: Lang, clinic: &Clinic) -> Letter {
    told_of(letter, lang, &[(words::of(lang).letter.policy, clinic.own_cancellation_policy())])
}

/// The link to 予約確認. A token is the last part of its address; a page behind a sign-in has none.
pub(super) fn open(letter: Letter, lang: Lang, reservation: &Reservation, url: &str) -> Letter {
    let last = url.rsplit('/').next().unwrap_or(url);
    let letter = letter.button(words::of(lang).letter.open, url);
    match ReceiptToken::parse(last) {
        Some(_) => letter.holding(reservation.id.text(), last),
        None => letter,
    }
}
