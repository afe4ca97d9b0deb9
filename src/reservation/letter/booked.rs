//! The mails that tell of a visit to come: that it is booked, that it was moved, that it is near.
//!
//! Each leads to 予約確認. The calendar file comes with the first two.

use super::{PHONE, rows};
use crate::clinic::Clinic;
use crate::clock::Moment;
use crate::lang::{self, Lang, Words};
use crate::mail::{Letter, Letterhead};
use crate::reservation::calendar::calendar_file;
use crate::reservation::model::Reservation;
use crate::reservation::words;
use crate::reservation::words::detail::{CANCEL_UNTIL, CHANGE_UNTIL, PREPARATION};

const OLD_TIME: Words = Words("変更前の日時", "Time before");
const NEW_TIME: Words = Words("変更後の日時", "New time");
const NOTES: Words = Words("ご注意", "Please note");
const POLICY: Words = Words("キャンセルポリシー", "Cancellation policy");
const ADDRESS: Words = Words("住所", "Address");
const OPEN: Words = Words("予約内容を確認する", "See your reservation");
const PASSED: Words = Words("過ぎました。クリニックにお電話ください。", "This has passed. Please call the clinic.");
const HOW: Words = Words(
    "キャンセルや日時の変更は、期限まで上のURLのページから手続きできます。期限を過ぎた場合は、クリニックにお電話ください。",
    "Until these times you can cancel or choose another time on the page of the link above. After them, please call the clinic.",
);

/// That a visit is booked.
pub fn confirmed(head: &Letterhead, clinic: &Clinic, reservation: &Reservation, url: &str) -> Letter {
    let lang = head.lang;
    let letter = head
        .letter(&reservation.attendee.address, lang.pick("予約を受け付けました", "Your reservation is confirmed"))
        .paragraph(lang.pick(
            "ご予約を受け付けました。ご来院をお待ちしております。",
            "Your reservation is confirmed. We look forward to seeing you.",
        ));
    let letter = rows(letter, lang, clinic, reservation, &[(words::detail::WHEN, when(lang, reservation))]);
    let letter = to_come(letter, head, (clinic, reservation), reservation.last_change(), url);
    letter.attach(calendar_file(head, clinic, reservation, Some(url)))
}

/// That a visit was moved to another time.
pub fn changed(head: &Letterhead, clinic: &Clinic, reservation: &Reservation, url: &str) -> Letter {
    let lang = head.lang;
    let letter = head
        .letter(&reservation.attendee.address, lang.pick("予約を変更しました", "Your reservation was changed"))
        .paragraph(lang.pick("ご予約の日時を変更しました。", "The time of your reservation was changed."));
    let before = reservation.history.last().map(|moved| lang::moment(lang, moved.from.starts()));
    let mut times: Vec<(Words, String)> = before.into_iter().map(|before| (OLD_TIME, before)).collect();
    times.push((NEW_TIME, when(lang, reservation)));
    let letter = rows(letter, lang, clinic, reservation, &times);
    let letter = to_come(letter, head, (clinic, reservation), reservation.last_change(), url);
    letter.attach(calendar_file(head, clinic, reservation, Some(url)))
}

/// That a visit is near, told at `now`; of no use once it has begun.
pub fn reminder(head: &Letterhead, clinic: &Clinic, reservation: &Reservation, url: &str, now: Moment) -> Letter {
    let lang = head.lang;
    let letter = head
        .letter(&reservation.attendee.address, lang.pick("ご予約の日が近づいています", "Your visit is coming up"))
        .paragraph(lang.pick("ご予約の日時をお知らせします。", "This is a reminder of your reservation."));
    let letter = rows(letter, lang, clinic, reservation, &[(words::detail::WHEN, when(lang, reservation))]);
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
    let (lang, service, deadlines) = (head.lang, &reservation.service, &reservation.deadlines);
    let told = [
        (words::detail::BRING, service.bring.as_ref()),
        (PREPARATION, service.preparation.as_ref()),
        (NOTES, clinic.booking_notes.as_ref()),
        (ADDRESS, Some(&clinic.site.address)),
    ];
    let told = told.into_iter().filter_map(|(label, text)| Some((label, text?)));
    let letter = told.fold(letter, |letter, (label, text)| letter.detail(lang.of(label), text));
    let until = |deadline| if now < deadline { lang::moment(lang, deadline) } else { lang.of(PASSED).to_owned() };
    let letter = letter
        .detail(lang.of(PHONE), clinic.phone.hyphenated())
        .detail(lang.of(CANCEL_UNTIL), until(deadlines.cancel))
        .detail(lang.of(CHANGE_UNTIL), until(deadlines.change));
    let letter = match &clinic.cancellation_policy {
        Some(policy) => letter.detail(lang.of(POLICY), policy),
        None => letter,
    };
    let letter = letter.button(lang.of(OPEN), url);
    if now < deadlines.cancel.max(deadlines.change) { letter.about_the_link(lang.of(HOW)) } else { letter }
}
