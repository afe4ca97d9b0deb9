//! The mails that tell of a visit to come: that it is booked, that it was moved, that it is near.
//!
//! Each leads to 予約確認. The calendar file comes with the first two.

use super::rows;
use crate::clinic::Clinic;
use crate::clock::Moment;
use crate::lang::{self, Lang};
use crate::mail::{Letter, Letterhead};
use crate::reservation::calendar::calendar_file;
use crate::reservation::model::Reservation;
use crate::reservation::words;

/// That a visit is booked.
pub fn confirmed(head: &Letterhead, clinic: &Clinic, reservation: &Reservation, url: &str) -> Letter {
    let (lang, words) = (head.lang, words::of(head.lang));
    let letter =
        head.letter(&reservation.attendee.address, words.letter.confirmed_subject).paragraph(words.letter.confirmed);
    let letter = rows(letter, lang, clinic, reservation, &[(words.detail.when, when(lang, reservation))]);
    let letter = to_come(letter, head, (clinic, reservation), reservation.changed_at(), url);
    letter.attach(calendar_file(head, clinic, reservation, Some(url)))
}

/// That a visit was moved to another time.
pub fn changed(head: &Letterhead, clinic: &Clinic, reservation: &Reservation, url: &str) -> Letter {
    let (lang, words) = (head.lang, words::of(head.lang));
    let letter =
        head.letter(&reservation.attendee.address, words.letter.changed_subject).paragraph(words.letter.changed);
    let before = reservation.history.last().map(|moved| lang::moment(lang, moved.from.starts()));
    let mut times: Vec<(&str, String)> = before.into_iter().map(|before| (words.letter.old_time, before)).collect();
    times.push((words.letter.new_time, when(lang, reservation)));
    let letter = rows(letter, lang, clinic, reservation, &times);
    let letter = to_come(letter, head, (clinic, reservation), reservation.changed_at(), url);
    letter.attach(calendar_file(head, clinic, reservation, Some(url)))
}

/// That the confirmation URL is another one, because the mails about a visit go to this address from now on.
pub fn readdressed(head: &Letterhead, clinic: &Clinic, reservation: &Reservation, url: &str, now: Moment) -> Letter {
    let (lang, words) = (head.lang, words::of(head.lang));
    let letter = head
        .letter(&reservation.attendee.address, words.letter.readdressed_subject)
        .paragraph(words.letter.readdressed);
    let letter = rows(letter, lang, clinic, reservation, &[(words.detail.when, when(lang, reservation))]);
    to_come(letter, head, (clinic, reservation), now, url)
}

/// That a visit is near, told at `now`; of no use once it has begun.
pub fn reminder(head: &Letterhead, clinic: &Clinic, reservation: &Reservation, url: &str, now: Moment) -> Letter {
    let (lang, words) = (head.lang, words::of(head.lang));
    let letter =
        head.letter(&reservation.attendee.address, words.letter.reminder_subject).paragraph(words.letter.reminder);
    let letter = rows(letter, lang, clinic, reservation, &[(words.detail.when, when(lang, reservation))]);
    to_come(letter, head, (clinic, reservation), now, url).useful_until(reservation.slot.starts())
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
    let (lang, words) = (head.lang, words::of(head.lang));
    let (service, deadlines) = (&reservation.service, &reservation.deadlines);
    let told = [
        (words.detail.bring, service.bring.as_ref()),
        (words.detail.preparation, service.preparation.as_ref()),
        (words.letter.notes, clinic.booking_notes.as_ref()),
        (words.detail.address, Some(&clinic.site.address)),
    ];
    let told = told.into_iter().filter_map(|(label, text)| Some((label, text?)));
    let letter = told.fold(letter, |letter, (label, text)| letter.detail(label, text));
    let until = |deadline| if now < deadline { lang::moment(lang, deadline) } else { words.letter.passed.to_owned() };
    let letter = letter
        .detail(words.letter.phone, clinic.phone.hyphenated())
        .detail(words.detail.cancel_until, until(deadlines.cancel))
        .detail(words.detail.change_until, until(deadlines.change));
    let letter = match &clinic.cancellation_policy {
        Some(policy) => letter.detail(words.letter.policy, policy),
        None => letter,
    };
    // The token is the last part of the address.
    let letter = letter.button(words.letter.open, url).holding(url.rsplit('/').next().unwrap_or(url));
    if now < deadlines.cancel.max(deadlines.change) { letter.about_the_link(words.letter.how) } else { letter }
}
