//! `[clinic.en]` and `[menu.en]`: the texts in English. Each goes with the Japanese one that it stands for.

use super::value::{line, lines, text};
use crate::clinic::{ClinicInEnglish, Closure, MenuInEnglish};
use crate::toml::Section;

/// The most characters of a name, a department, and of the address.
const NAME: usize = 60;
const ADDRESS: usize = 150;
/// The most bytes of all English texts of a clinic together, so that what it says of itself is one record. A letter is a byte.
const TOGETHER: usize = 4_000;

/// Reads those of the clinic. What its closures say in English counts with them.
pub(super) fn of_clinic(own: &Section<'_>, closures: &[Closure]) -> ClinicInEnglish {
    let read = texts(own);
    let reasons = closures.iter().filter_map(|closure| closure.reason_in_english.as_ref());
    let bytes = bytes_of(&read) + reasons.map(String::len).sum::<usize>();
    if TOGETHER < bytes {
        own.problem("en", &format!("is too long: with reason_en {bytes} bytes in all; at most {TOGETHER}"));
    }
    read
}

fn texts(own: &Section<'_>) -> ClinicInEnglish {
    let Some(en) = own.section("en") else { return ClinicInEnglish::default() };
    goes_with(
        own,
        &en,
        &[
            "director",
            "departments",
            "access",
            "parking",
            "languages",
            "barrier_free",
            "payment",
            "announcement",
            "booking_notes",
            "cancellation_policy",
        ],
    );
    let list = |key| en.optional(key, lines).unwrap_or_default();
    ClinicInEnglish {
        name: en.optional("name", line(NAME)),
        director: en.optional("director", line(NAME)),
        departments: list("departments"),
        address: en.optional("address", line(ADDRESS)),
        access: en.optional("access", text),
        parking: en.optional("parking", text),
        languages: list("languages"),
        barrier_free: en.optional("barrier_free", text),
        payment: list("payment"),
        announcement: en.optional("announcement", text),
        booking_notes: en.optional("booking_notes", text),
        cancellation_policy: en.optional("cancellation_policy", text),
    }
}

/// Reads those of a menu.
pub(super) fn of_menu(own: &Section<'_>) -> MenuInEnglish {
    let Some(en) = own.section("en") else { return MenuInEnglish::default() };
    goes_with(own, &en, &["description", "department", "preparation", "bring"]);
    MenuInEnglish {
        name: en.optional("name", line(NAME)),
        description: en.optional("description", text),
        department: en.optional("department", line(NAME)),
        preparation: en.optional("preparation", text),
        bring: en.optional("bring", text),
    }
}

/// A text that is there in English alone would be read by nobody else.
fn goes_with(own: &Section<'_>, en: &Section<'_>, keys: &[&str]) {
    for key in keys.iter().filter(|key| en.has(key) && !own.has(key)) {
        en.problem(key, &format!("goes with {key} in Japanese, which is missing"));
    }
}

fn bytes_of(en: &ClinicInEnglish) -> usize {
    let texts = [
        &en.name,
        &en.director,
        &en.address,
        &en.access,
        &en.parking,
        &en.barrier_free,
        &en.announcement,
        &en.booking_notes,
        &en.cancellation_policy,
    ];
    let lists = [&en.departments, &en.languages, &en.payment];
    texts.into_iter().flatten().chain(lists.into_iter().flatten()).map(String::len).sum()
}
