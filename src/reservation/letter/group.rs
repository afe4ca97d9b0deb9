//! The one mail about reservations that were booked together: each with its number, its time and a link of its own, and once
//! what is the same for all. It names them by initials, as every mail does.

use super::booked::{of_clinic, open, policy, reminder, to_bring, until};
use super::{begun, menu, times, unit};
use crate::clinic::Clinic;
use crate::clock::Moment;
use crate::lang::{self, Lang};
use crate::mail::{Attachment, Letter, Letterhead};
use crate::reservation::calendar::{calendar_file, calendar_file_of_all};
use crate::reservation::model::Reservation;
use crate::reservation::words;

/// A reservation with its 予約確認URL.
pub type WithUrl = (Reservation, String);

/// That the visits of several people are booked, told to the address of the first one; none of nobody.
pub fn confirmed_together(head: &Letterhead, clinic: &Clinic, of: &[WithUrl]) -> Option<Letter> {
    let words = words::of(head.lang);
    let letter = begun_together(
        head,
        clinic,
        &of.first()?.0,
        of.len(),
        [words.letter.confirmed_subject, words.letter.confirmed],
    )?;
    let letter = to_come(letter, head, clinic, of, Reservation::changed_at, |of| at(head.lang, of));
    Some(letter.about_the_link(words.letter.how).attach(files(head, clinic, of)))
}

/// That the visits of several people were moved together.
pub fn changed_together(head: &Letterhead, clinic: &Clinic, of: &[WithUrl]) -> Option<Letter> {
    let words = words::of(head.lang);
    let letter =
        begun_together(head, clinic, &of.first()?.0, of.len(), [words.letter.changed_subject, words.letter.changed])?;
    let when = |of: &Reservation| {
        let before = of.history.last().map(|moved| lang::moment(head.lang, moved.from.starts()));
        let before = before.map(|before| (words.letter.old_time, before));
        before.into_iter().chain([(words.letter.new_time, lang::moment(head.lang, of.slot.starts()))]).collect()
    };
    let letter = to_come(letter, head, clinic, of, Reservation::changed_at, when);
    Some(letter.about_the_link(words.letter.how).attach(files(head, clinic, of)))
}

/// That the visits of one or of several people are near, told at `now`; of no use once the last one has begun.
pub fn reminder_of_all(head: &Letterhead, clinic: &Clinic, of: &[WithUrl], now: Moment) -> Option<Letter> {
    let words = words::of(head.lang);
    let (first, last) = (of.first()?, of.iter().map(|(of, _)| of.slot.starts()).max()?);
    if let [(one, url)] = of {
        return reminder(head, clinic, one, url, now);
    }
    let letter =
        begun_together(head, clinic, &first.0, of.len(), [words.letter.reminder_subject, words.letter.reminder])?;
    let letter = to_come(letter, head, clinic, of, |_| now, |of| at(head.lang, of)).useful_until(last);
    let changes = of.iter().any(|(of, _)| now < of.deadlines.cancel.max(of.deadlines.change));
    Some(if changes { letter.about_the_link(words.letter.how) } else { letter })
}

/// That the visits of several people were cancelled together.
pub fn cancelled_together(head: &Letterhead, clinic: &Clinic, of: &[Reservation]) -> Option<Letter> {
    let (lang, words) = (head.lang, words::of(head.lang));
    let letter =
        begun_together(head, clinic, of.first()?, of.len(), [words.letter.cancelled_subject, words.letter.cancelled])?;
    let letter = of.iter().fold(letter, |letter, of| visit(letter, lang, (clinic, of), at(lang, of)));
    let letter = letter.detail(words.letter.phone, clinic.phone.hyphenated()).paragraph(words.letter.not_asked);
    // A file that cancels is about one entry (RFC 5546, section 3.2.5).
    Some(of.iter().fold(letter, |letter, of| letter.attach(calendar_file(head, clinic, of, None))))
}

/// A letter to the address of the first of them, which says what happened, where, and to how many.
fn begun_together(
    head: &Letterhead,
    clinic: &Clinic,
    first: &Reservation,
    many: usize,
    [subject, said]: [&str; 2],
) -> Option<Letter> {
    let (lang, words) = (head.lang, words::of(head.lang));
    let gist = format!("{} {}", clinic.own_name().text(lang), lang::moment(lang, first.slot.starts()));
    let letter = begun(head, clinic, first, subject)?
        .about(first.id.text())
        .gist((words.letter.of_many)(&gist, many))
        .paragraph(said)
        .detail_in(words.detail.clinic, clinic.own_name().text(lang), clinic.own_name().lang(lang));
    Some(letter.detail(words.letter.together, (words.letter.people)(many)))
}

/// Each with what to know before it and until when it may still be changed at the moment that is `told` of it, then what is the
/// same for all.
fn to_come<'a>(
    letter: Letter,
    head: &Letterhead,
    clinic: &Clinic,
    of: &'a [WithUrl],
    told: impl Fn(&Reservation) -> Moment,
    when: impl Fn(&'a Reservation) -> Vec<(&'a str, String)>,
) -> Letter {
    let lang = head.lang;
    let letter = of.iter().fold(letter, |letter, (of, url)| {
        let letter = to_bring(visit(letter, lang, (clinic, of), when(of)), lang, of);
        open(until(letter, lang, of, told(of)), lang, of, url)
    });
    policy(of_clinic(letter, lang, clinic), lang, clinic)
}

fn at(lang: Lang, of: &Reservation) -> Vec<(&'static str, String)> {
    vec![(words::of(lang).detail.when, lang::moment(lang, of.slot.starts()))]
}

/// The calendar file with all of them.
fn files(head: &Letterhead, clinic: &Clinic, of: &[WithUrl]) -> Attachment {
    let file: Vec<_> = of.iter().map(|(of, url)| (of, Some(url.as_str()))).collect();
    calendar_file_of_all(head, clinic, &file)
}

/// One of the visits: whose it is, then its lines.
fn visit(letter: Letter, lang: Lang, (clinic, of): (&Clinic, &Reservation), when: Vec<(&str, String)>) -> Letter {
    let who = of.initials(lang).1;
    let letter = times(letter.paragraph(who), &when);
    unit(menu(letter, lang, of), lang, clinic, of).detail(words::of(lang).detail.number, of.number.to_string())
}
