//! What the dashboard and the pages of a patient's clinics say in English.

use super::sentences::{ClinicRemovalWords, DashboardWords, DeviceCopyWords, HomeWords, OwnClinicWords};
use crate::lang::{self, Lang};

pub const WORDS: HomeWords =
    HomeWords { dashboard: DASHBOARD, clinic: CLINIC, removal: REMOVAL, device_copy: DEVICE_COPY };

const DASHBOARD: DashboardWords = DashboardWords {
    reservations: "Reservations",
    reservation: "Reservation number",
    nothing_coming: "No visit booked",
    past: "Past and cancelled reservations",
    past_opener: ["Past and cancelled reservations", " (show or hide)"],
    past_shown: "Past and cancelled reservations are shown",
    past_hidden: "Past and cancelled reservations are hidden",
    booked_by: |name| format!("booked by {}", name.unwrap_or("another account")),
    together: |many| format!("{many} people"),
    detail: ["Details", " (show or hide)"],
    detail_shown: "The details of the reservation are shown",
    detail_hidden: "The details of the reservation are hidden",
    cancelled: "Cancelled",
    book: "Book",
    clinics: "My clinics",
    empty: "No reservations and no clinics yet",
    empty_how: "Open the registration URL or scan the QR code that you received from your clinic, and the clinic appears here.",
    empty_family: "Add your family (you can book for children and parents, too)",
    empty_booking: "Reservations that you make online while signed in appear here, too.",
    next_visit: |starts| format!("Next visit {}", lang::moment(Lang::En, starts)),
};

const CLINIC: OwnClinicWords = OwnClinicWords {
    title: "Your clinic",
    info: "About the clinic",
    info_opener: ["Clinic details", " (show or hide)"],
    info_shown: "The details of the clinic are shown",
    info_hidden: "The details of the clinic are hidden",
    book: "Book a visit",
    remove: "Remove from my clinics",
    back: "Back to the dashboard",
    not_own: "Not among your clinics",
    not_own_why: " is not registered under My clinics.",
    not_own_how: "To register it, open the registration URL or scan the QR code that you received from the clinic. Booking there while signed in registers it, too.",
    not_own_book: "Book a visit there",
};

const REMOVAL: ClinicRemovalWords = ClinicRemovalWords {
    lead: "This removes the following clinic from your clinics.",
    button: "Remove it",
    keep: "Keep it",
    back: "Back to the clinic",
    not_again: "If you add the same clinic again later, the reservations made until now will not be shown here.",
    done: " has been removed from My clinics.",
    coming,
    stay,
};

fn coming(count: usize) -> String {
    match count {
        1 => "You have one reservation to come there.".to_owned(),
        several => format!("You have {several} reservations to come there."),
    }
}

const fn stay(count: usize) -> &'static str {
    match count {
        1 => "It stays booked at the clinic. You can still see and cancel it by the URL in its confirmation e-mail.",
        _ => {
            "They stay booked at the clinic. You can still see and cancel them by the URLs in their confirmation e-mails."
        }
    }
}

const DEVICE_COPY: DeviceCopyWords = DeviceCopyWords {
    title: "Next reservations",
    as_of: |at| format!("Last updated {}", lang::moment_in_brief(Lang::En, at)),
    none: "You have no coming reservations.",
    phone: "Phone",
};
