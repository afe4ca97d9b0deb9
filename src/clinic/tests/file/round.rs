//! What is written is read back, and written again it is the same text; what changes is told.

use super::{LEAST, MENU, any, problems};
use crate::clinic::file::{difference, read, warnings, write};
use crate::clinic::{ClosedDays, Closure, Deadline, Reminder, rows};
use crate::clock::Moment;
use crate::store::Store;
use proptest::prelude::*;
use time::macros::date;

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn any_clinic_is_read_back_as_it_was_written((clinic, menus) in any::clinic()) {
        let text = write(&clinic, &menus);
        let (read_clinic, read_menus) = read(&text).map_err(|problems| TestCaseError::fail(format!("{problems:?}\n{text}")))?;
        prop_assert_eq!(&read_clinic, &clinic);
        prop_assert_eq!(&read_menus, &menus);
        prop_assert_eq!(write(&read_clinic, &read_menus), text);
        prop_assert_eq!(difference((&read_clinic, &read_menus), (&clinic, &menus)), Vec::<String>::new());
    }

    #[test]
    fn whatever_differs_is_told(one in any::clinic(), other in any::clinic()) {
        let told = difference((&one.0, &one.1), (&other.0, &other.1));
        prop_assert_eq!(told.is_empty(), one == other);
    }
}

#[test]
fn what_is_left_out_is_as_by_default() {
    let (clinic, menus) = read(&format!("{LEAST}{MENU}")).unwrap();
    let spelled = format!(
        "{LEAST}[booking]\nguest_code = true\nhold_minutes = 10\nreminder = {{ days = 1, at = \"18:00\" }}\ngroup_gap_minutes = 10\ndate_in_subject = true\n\
         {MENU}insurance = \"insured\"\nvisits = \"both\"\naudience = \"patients\"\nbuffer_before = 0\ngroup_booking = true\n"
    );
    assert_eq!(read(&spelled).unwrap(), (clinic.clone(), menus.clone()));
    assert_eq!(write(&clinic, &menus), format!("{LEAST}\n{MENU}"), "and is not written");
    assert_eq!(menus[0].closes, Deadline::Before { minutes: 60 });
    let quiet = read(&format!("{LEAST}[booking]\nreminder = false\n")).unwrap().0;
    assert_eq!((clinic.booking.reminder.map(|Reminder { days, .. }| days), quiet.booking.reminder), (Some(1), None));
}

#[test]
fn public_funds_are_a_kind_of_their_own() {
    let text = format!("{LEAST}\n{}", MENU.replace("minutes = 30", "insurance = \"public\"\nminutes = 30"));
    let (clinic, menus) = read(&text).unwrap();
    assert_eq!(format!("{:?}", menus[0].insurance), "Public");
    assert_eq!(write(&clinic, &menus), text);
}

#[test]
fn a_menu_may_count_ages_by_law() {
    let text = format!("{LEAST}\n{MENU}ages = {{ from = \"12 months\", to = \"12 years\", by_law = true }}\n");
    let (clinic, menus) = read(&text).unwrap();
    assert_eq!(write(&clinic, &menus), text);
    let (born, visit) = (date!(2025 - 12 - 02), date!(2026 - 12 - 01));
    assert!(menus[0].ages.hold(born, visit));
    let (_, plain) = read(&text.replace(", by_law = true", "")).unwrap();
    assert!(!plain[0].ages.hold(born, visit), "counted by birthdays unless it is said");
    let (clinic, same) = read(&text.replace("by_law = true", "by_law = false")).unwrap();
    assert_eq!(same, plain);
    assert!(!write(&clinic, &same).contains("by_law"), "what is as by default is not written");
    let lonely = format!("{LEAST}{MENU}ages = {{ to = \"12 years\", by_law = true }}\n");
    assert!(problems(&lonely)[0].contains("menu.ages.by_law: goes with from"), "{:?}", problems(&lonely));
}

#[test]
fn the_way_it_is_typed_does_not_matter() {
    let typed = "[clinic]\r\nid = 'aoba'\r\nname = '  あおば医院 '\r\nkana = \"アオバイイン\"\r\nphone = \"０３（００００）０００１\"\r\n\
                 address = \"架空市青葉町1-2-3\"\r\nannouncement = \"\"\"\r\n一行目\r\n二行目  \r\n\"\"\"\r\n\
                 hours = 1\r\n";
    let typed = typed.replace(
        "hours = 1\r\n",
        "[[hours]]\r\ndays = [\"fri\", \"mon\"]\r\nfrom = \"09:00\"\r\nuntil = \"12:00\"\r\n",
    );
    let (clinic, _) = read(&typed).unwrap();
    assert_eq!(clinic.name, "あおば医院");
    assert_eq!(clinic.phone.digits(), "0300000001");
    assert_eq!(clinic.announcement.as_deref(), Some("一行目\n二行目"));
    assert!(
        write(&clinic, &[]).ends_with("[[hours]]\ndays = [\"mon\", \"fri\"]\nfrom = \"9:00\"\nuntil = \"12:00\"\n")
    );
}

#[test]
fn changes_are_told_by_their_keys() {
    let (old, menus) = read(&format!("{LEAST}{MENU}")).unwrap();
    let mut new = old.clone();
    new.phone = crate::person::Phone::parse("03-0000-0009").unwrap();
    new.booking.hold_minutes = 5;
    let day = date!(2026 - 12 - 10);
    new.closures.push(Closure {
        days: ClosedDays::Span { from: day, until: day },
        part: None,
        reason: None,
        reason_in_english: None,
    });
    let mut changed = menus.clone();
    changed[0].minutes = 20;
    changed[0].bring = Some("お薬手帳".to_owned());
    let mut added = menus[0].clone();
    added.id = crate::clinic::MenuId::parse("new").unwrap();
    changed.push(added);
    assert_eq!(
        difference((&old, &menus), (&new, &changed)),
        ["clinic.phone", "booking.hold_minutes", "closed", "menu naika (bring, minutes)", "new menu new"]
    );
    assert_eq!(difference((&old, &menus), (&old, &[])), ["menu naika removed"]);
    let turned: Vec<_> = changed.iter().rev().cloned().collect();
    assert_eq!(difference((&old, &changed), (&old, &turned)), ["the order of the menus"]);
}

#[test]
fn no_menus_and_no_hours_are_allowed_and_warned_about() {
    let (clinic, menus) = read(LEAST).unwrap();
    assert_eq!(warnings(&clinic, &menus), ["there are no menus; nothing can be booked"]);
    let (clinic, menus) = read(&format!("{LEAST}{MENU}hours = []\n")).unwrap();
    assert_eq!(warnings(&clinic, &menus), ["menu naika has no hours in which a visit fits; it cannot be booked"]);
    let hours = "[[hours]]\ndays = [\"mon\"]\nfrom = \"9:00\"\nuntil = \"9:30\"\n";
    let (clinic, menus) = read(&format!("{LEAST}{hours}{MENU}")).unwrap();
    assert_eq!(warnings(&clinic, &menus), Vec::<String>::new());
}

/// A character of four bytes, as many as a field takes.
fn most(limit: usize) -> String {
    "𠮷".repeat(limit)
}

#[test]
fn the_largest_clinic_that_can_be_read_can_be_stored() {
    let list = format!("[{}]", vec![format!("\"{}\"", most(30)); 12].join(", "));
    let (name, text, url) = (most(60), most(1000), format!("https://{}", most(292)));
    let mut file =
        format!("[clinic]\nid = \"{}\"\nname = \"{name}\"\nkana = \"{name}\"\ndirector = \"{name}\"\n", "a".repeat(40));
    file += &format!(
        "phone = \"090-0000-0000\"\nfax = \"090-0000-0000\"\naddress = \"{}\"\npostal_code = \"1000000\"\n",
        most(150)
    );
    file += &format!("colour = \"#0b5c63\"\nlogo = \"{name}\"\nphoto = \"{name}\"\n");
    file += &format!("web_site = \"{url}\"\nmap_url = \"{url}\"\n");
    for key in ["departments", "languages", "payment"] {
        file += &format!("{key} = {list}\n");
    }
    for key in ["access", "parking", "barrier_free", "announcement", "booking_notes", "cancellation_policy"] {
        file += &format!("{key} = \"{text}\"\n");
    }
    let days = "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]";
    file += &format!("[[hours]]\ndays = {days}\nfrom = \"20:00\"\nuntil = \"23:00\"\nlast = \"22:00\"\n").repeat(40);
    let closed = "[[closed]]\nfrom = 2026-12-29\nuntil = 2027-12-29\npart = [\"20:00\", \"23:00\"]";
    file += &format!("{closed}\nreason = \"{}\"\nreason_en = \"{}\"\n", most(40), "a".repeat(10)).repeat(100);
    let english = |bytes: usize| {
        format!(
            "[clinic.en]\nannouncement = \"{}\"\nbooking_notes = \"{}\"\naccess = \"{}\"\nparking = \"{}\"\nbarrier_free = \"{}\"\n",
            "a".repeat(1000),
            "a".repeat(500),
            "a".repeat(500),
            "a".repeat(500),
            "a".repeat(bytes - 2500)
        )
    };
    assert_eq!(
        problems(&format!("{file}{}", english(3001))),
        [format!(
            "line {}: clinic.en: is too long: with reason_en 4001 bytes in all; at most 4000",
            1 + file.lines().count()
        )]
    );
    file += &english(3000);
    for pool in 0..20 {
        file += &format!("[[pool]]\nid = \"{pool:0>40}\"\nplaces = 1000\n");
    }
    let band = format!("{{ days = {days}, from = \"20:00\", until = \"23:00\" }}");
    file += &format!("{MENU}hours = [{}]\n", vec![band; 40].join(", "));
    for key in ["description", "preparation", "bring"] {
        file += &format!("{key} = \"{text}\"\n");
    }
    let hours = "[[hours]]\ndays = [\"mon\"]\nfrom = \"9:00\"\nuntil = \"12:00\"\n";
    for one_more in [hours, "[[closed]]\nholidays = true\n", "[[pool]]\nid = \"more\"\nplaces = 1\n"] {
        assert_eq!(problems(&format!("{file}{one_more}")).len(), 1, "{one_more}");
    }
    let (clinic, menus) = read(&file).unwrap();
    let store = Store::memory();
    store.write_blocking(Moment::from_millis(0), move |tx| rows::put(tx, &clinic, &menus)).unwrap();
}
