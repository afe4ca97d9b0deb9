//! What the clinic's pages say in English.

use super::sentences::{
    ClinicHoursWords, ClinicInfoWords, ClinicRegistrationWords, ClinicWords, PosterSheetWords, PosterWords,
};
use crate::clinic::ClosedDays;
use crate::clinic::today::Hours;
use crate::lang::{self, Lang};
use time::{Date, Weekday};

pub const WORDS: ClinicWords = ClinicWords { hours: HOURS, info: INFO, poster: POSTER, registration: REGISTRATION };

const HOURS: ClinicHoursWords = ClinicHoursWords {
    today: "Today",
    title: "Opening hours",
    band: "Time",
    is_today: "today",
    regularly_closed: "Closed",
    closed_ahead: "Closed days to come",
    holidays: "national holidays",
    over: "Closed for today",
    wholly: "closed today",
    partly: "partly closed today",
    closed_today: "Closed today",
    open: |until| format!("Open now, until {until}"),
    later: |from| format!("Closed now, open from {from}"),
    next: |day, from| format!("Open next on {} from {from}.", lang::date(Lang::En, day)),
    span: |from, until| format!("{from}–{until}"),
    last_reception: |last| format!("last reception {last}"),
    days,
    weekday,
    rule,
    separator: ", ",
    opening_bracket: " (",
    hours,
};

const INFO: ClinicInfoWords = ClinicInfoWords {
    photo_of: |name| format!("Photo of {name}"),
    announcement: "From the clinic",
    director: "Director",
    departments: "Departments",
    address: "Address",
    map: "Show on a map",
    access: "Getting there",
    parking: "Parking",
    phone: "Phone",
    fax: "Fax",
    web_site: "Web site",
    languages: "Languages spoken",
    barrier_free: "Accessibility",
    payment: "Ways to pay",
    booking_notes: "Before you book",
    cancellation_policy: "About cancelling",
};

const POSTER: PosterWords = PosterWords {
    title: "Poster for registering the clinic",
    lead: "Print this page on one sheet of A4 and put it up where patients see it.",
    svg: "Save the QR code (SVG, best for print)",
    png: "Save the QR code (PNG)",
    out_of_reach: |address| {
        format!(
            "Patients cannot open this QR code on their phones: the address of the service ({address}) works on this computer or its own network only. Set base_url in the settings to the address that patients open before you print it."
        )
    },
    registration: PosterSheetWords {
        heading: "Add this clinic to your My Page",
        code: "QR code for registering this clinic",
        steps: [
            "Scan the QR code with your phone’s camera.",
            "Sign in or create an account. It is free.",
            "Press Register, and the clinic appears on your dashboard.",
        ],
    },
    booking_title: "Poster for web booking",
    booking: PosterSheetWords {
        heading: "Book on the web",
        code: "QR code for web booking",
        steps: [
            "Scan the QR code with your phone’s camera.",
            "Choose a menu, a day and a time. You need no account.",
            "You get an email with your booking.",
        ],
    },
};

const REGISTRATION: ClinicRegistrationWords = ClinicRegistrationWords {
    title: "Register a clinic",
    way_in: "Please sign in to register this clinic. If you are new here, create an account below.",
    whether: "Register this clinic under My clinics. It will then appear on your dashboard.",
    register: "Register",
    cancel: "Cancel",
    close: "Close",
    done: " is now registered under My clinics.",
    already: "Registered already",
    already_why: "This clinic is registered under My clinics already.",
    retired: "This code has been replaced by a new one",
    retired_why: "The clinic has changed its registration URL and QR code, so this one no longer works. Please ask the clinic for the new one.",
    unknown: "We could not find this code",
    unknown_cut: "The URL may be cut off or mistyped. Open the whole of it, or scan the QR code again.",
    unknown_ask: "If it still does not work, ask the clinic that gave it to you.",
    home: "To the top page",
    clinic: "Clinic",
};

fn days(from: Date, until: Date) -> String {
    let (first, last) = (lang::date(Lang::En, from), lang::date(Lang::En, until));
    if from == until { first } else { format!("{first} – {last}") }
}

fn weekday(weekday: Weekday) -> String {
    weekday.to_string()
}

fn rule(rule: &ClosedDays) -> String {
    match rule {
        ClosedDays::Weekly(of) => weekday(*of),
        ClosedDays::Nth { weekday: of, nth } => {
            let every: Vec<String> = nth.iter().map(|nth| ordinal(*nth)).collect();
            format!("{} {of} of the month", every.join(" and "))
        }
        ClosedDays::Holidays => HOURS.holidays.to_owned(),
        ClosedDays::Span { from, until } => days(*from, *until),
    }
}

fn ordinal(nth: u8) -> String {
    let ending = match nth {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
    format!("{nth}{ending}")
}

const fn hours(hours: Hours) -> &'static str {
    match hours {
        Hours::Open => "open",
        Hours::Part => "open for a part",
        Hours::Closed => "closed",
    }
}
