//! A reservation as a calendar file, the same one on pages and in mails (RFC 5545, RFC 5546).
//!
//! It says little: calendars are shared and shown on locked screens, so the menu stays out of it. How lines are escaped
//! and folded is known in `lines`.

mod lines;

#[cfg(test)]
mod tests;

use super::model::Reservation;
use super::words;
use crate::clinic::Clinic;
use crate::mail::{Attachment, Letterhead};
use lines::Lines;

/// The calendar file of a reservation as it stands: one that puts it into a calendar or moves it there, or one that takes a
/// cancelled one out. `url` is 予約確認URL where it may be told.
///
/// RFC 5546 asks for an ORGANIZER in both kinds (sections 3.2.1 and 3.2.5); it is the service, which has no attendees.
pub fn calendar_file(head: &Letterhead, clinic: &Clinic, reservation: &Reservation, url: Option<&str>) -> Attachment {
    calendar_file_of_all(head, clinic, &[(reservation, url)])
}

/// The one calendar file of reservations that are booked. What is cancelled has a file for each.
pub fn calendar_file_of_all(head: &Letterhead, clinic: &Clinic, of: &[(&Reservation, Option<&str>)]) -> Attachment {
    let (method, content_type) = match of.iter().all(|(reservation, _)| reservation.is_booked()) {
        true => ("PUBLISH", "text/calendar; method=PUBLISH; charset=utf-8"),
        false => ("CANCEL", "text/calendar; method=CANCEL; charset=utf-8"),
    };
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//mypage//reservation//EN");
    lines.plain("METHOD", method);
    of.iter().for_each(|(reservation, url)| entry(&mut lines, head, clinic, reservation, *url));
    lines.plain("END", "VCALENDAR");
    Attachment::new(file_name(of), content_type, lines.finish())
}

/// The name under which it is saved, in ASCII, so that those of two visits differ: `reservation-2026-11-27-0900-12345678.ics` by when
/// the visit starts and by its number, or by those of the first of several.
fn file_name(of: &[(&Reservation, Option<&str>)]) -> String {
    let what = if of.len() == 1 { "reservation" } else { "reservations" };
    let Some((first, _)) = of.iter().min_by_key(|(reservation, _)| reservation.slot.starts()) else {
        return format!("{what}.ics");
    };
    let start = first.slot.starts().jst();
    let (year, month, day) = (start.year(), u8::from(start.month()), start.day());
    let (hour, minute) = (start.hour(), start.minute());
    let number = first.number.to_string().replace('-', "");
    format!("{what}-{year:04}-{month:02}-{day:02}-{hour:02}{minute:02}-{number}.ics")
}

fn entry(lines: &mut Lines, head: &Letterhead, clinic: &Clinic, reservation: &Reservation, url: Option<&str>) {
    let name = clinic.own_name().text(head.lang);
    let status = if reservation.is_booked() { "CONFIRMED" } else { "CANCELLED" };
    lines.plain("BEGIN", "VEVENT");
    lines.text("UID", &format!("{}@{}", reservation.id.text(), head.host()));
    lines.moment("DTSTAMP", reservation.changed_at());
    lines.moment("DTSTART", reservation.slot.starts());
    lines.moment("DTEND", reservation.slot.ends());
    lines.plain("SEQUENCE", &reservation.sequence.to_string());
    lines.plain("STATUS", status);
    lines.plain("CLASS", "PRIVATE");
    // Only of several who come together: an entry by itself says no more than it has to on a locked screen.
    let who = reservation.group.map(|_| reservation.initials(head.lang).1);
    let summary = (words::of(head.lang).letter.summary)(name);
    lines.text("SUMMARY", &who.map_or(summary.clone(), |who| format!("{summary} {who}")));
    lines.text("LOCATION", clinic.own_address().text(head.lang));
    lines.text("DESCRIPTION", &description(head, clinic, reservation, url));
    lines.person("ORGANIZER", name, &head.sender);
    lines.plain("END", "VEVENT");
}

fn description(head: &Letterhead, clinic: &Clinic, reservation: &Reservation, url: Option<&str>) -> String {
    let words = words::of(head.lang);
    let number = format!("{}: {}", words.detail.number, reservation.number);
    let who = reservation.initials(head.lang).1;
    let phone = format!("{}: {}", words.detail.phone, clinic.phone.hyphenated());
    let mut description = format!("{number}\n{}: {who}\n{phone}", words.detail.person);
    if let Some(url) = url {
        description.push_str(&format!("\n{}: {url}", words.letter.link));
    }
    description
}
