//! Every problem of a file with its line, all at once.

use super::{LEAST, MENU, problems};
use crate::clinic::file::read;
use crate::clinic::rows::MOST_MENUS;
use proptest::prelude::*;

/// The one problem of the least file with more lines after it; its line is counted from the first of them.
#[track_caller]
fn only_problem(more: &str) -> (usize, String) {
    let text = format!("{LEAST}{more}");
    let found = read(&text).expect_err("it is refused");
    assert_eq!(found.len(), 1, "{found:?} in {more}");
    let shift = LEAST.lines().count();
    (found[0].line - shift, format!("{}: {}", found[0].key, found[0].what))
}

#[test]
fn a_bad_line_of_the_clinic_is_named_with_what_to_do() {
    for (more, said) in [
        ("adress = \"1\"", "clinic.adress: unknown key; did you mean \"clinic.address\"?"),
        ("parkign = \"1\"", "clinic.parkign: unknown key; did you mean \"clinic.parking\"?"),
        ("qqqqqqqqq = 1", "clinic.qqqqqqqqq: unknown key"),
        ("fax = \"03-1234\"", "clinic.fax: This phone number should have 10 digits. You entered 6"),
        ("postal_code = \"12\"", "clinic.postal_code: A postal code has 7 digits. You entered 2"),
        ("web_site = \"ftp://example.jp\"", "clinic.web_site: must begin with https:// or http://, without spaces"),
        ("map_url = \"javascript:alert(1)\"", "clinic.map_url: must begin with https:// or http://, without spaces"),
        ("map_url = \"https://\"", "clinic.map_url: must begin with https:// or http://, without spaces"),
        ("colour = \"red\"", "clinic.colour: must be such as \"#0b5c63\""),
        ("logo = \"../logo.png\"", "clinic.logo: must be the name of a file beside this one, such as \"logo.png\""),
        ("director = 3", "clinic.director: must be a text in quotes"),
        ("director = \" \"", "clinic.director: is empty; leave the key out"),
        ("director = \"a\\u202Eb\"", "clinic.director: holds characters that cannot be shown; type it again"),
        ("languages = \"日本語\"", "clinic.languages: must be a list, [ … ]"),
        ("languages = [\"日本語\", 2]", "clinic.languages: entry 2 must be a text in quotes"),
        (
            "[booking]\ngroup_gap_minutes = 31",
            "booking.group_gap_minutes: must be a whole number from 0 to 30, without quotes",
        ),
        ("[booking]\nhold_minutes = 31", "booking.hold_minutes: must be a whole number from 0 to 30, without quotes"),
        ("[booking]\nguest_code = \"no\"", "booking.guest_code: must be true or false, without quotes"),
        ("[booking]\nreminder = true", "booking.reminder: must be false, or such as { days = 1, at = \"18:00\" }"),
        ("[booking]\nreminder = { days = 1 }", "booking.reminder.at: is missing"),
        ("[bookings]\nguest_code = true", "bookings: unknown key; did you mean \"booking\"?"),
        ("[clinic.en]\nnmae = \"Aoba\"", "clinic.en.nmae: unknown key; did you mean \"clinic.en.name\"?"),
        ("[clinic.en]\naccess = \"Bus\"", "clinic.en.access: goes with access in Japanese, which is missing"),
        ("[clinic.en]\nname = 3", "clinic.en.name: must be a text in quotes"),
        ("[[pool]]\nid = \"chairs\"\nplaces = 0", "pool.places: must be a whole number from 1 to 1000, without quotes"),
        (
            "[[pool]]\nid = \"chairs\"\nunits = [\"A\", \"A\"]\nplaces = 2",
            "pool.units: names \"A\" twice; give each unit its own name",
        ),
        ("[pool]\nid = \"chairs\"", "pool: must be a list of tables, such as [[pool]]"),
    ] {
        let (line, found) = only_problem(more);
        assert_eq!(found, said);
        let expected = if said.starts_with("booking.") || said.starts_with("clinic.en.") {
            2
        } else if said.starts_with("pool.") {
            3
        } else {
            1
        };
        assert_eq!(line, expected, "{more}");
    }
}

#[test]
fn a_bad_rule_of_hours_and_closures_is_named() {
    for (more, line, said) in [
        ("[[hours]]\ndays = [\"mon\"]\nfrom = \"9:00\"\nuntil = \"9:00\"", 4, "hours.until: must be after from"),
        (
            "[[hours]]\ndays = [\"mon\"]\nfrom = \"9:00\"\nuntil = \"12:00\"\nlast = \"12:00\"",
            5,
            "hours.last: must lie in",
        ),
        (
            "[[hours]]\ndays = [\"mon\"]\nfrom = \"9:00\"\nuntil = \"12:00\"\nlast = \"8:59\"",
            5,
            "hours.last: must lie in",
        ),
        ("[[hours]]\ndays = [\"月\"]\nfrom = \"9:00\"\nuntil = \"12:00\"", 2, "hours.days: entry 1 must be \"mon\" or"),
        (
            "[[hours]]\ndays = [\"mon\", \"mon\"]\nfrom = \"9:00\"\nuntil = \"12:00\"",
            2,
            "hours.days: names a day twice",
        ),
        ("[[hours]]\ndays = []\nfrom = \"9:00\"\nuntil = \"12:00\"", 2, "hours.days: names no day"),
        ("[[hours]]\ndays = [\"mon\"]\nuntil = \"12:00\"", 1, "hours.from: is missing"),
        ("[[hours]]\ndays = [\"mon\"]\nfrom = \"9\"\nuntil = \"12:00\"", 3, "hours.from: must be a time in quotes"),
        ("[[closed]]\nreason = \"夏\"", 1, "closed: must have one of weekday, holidays, on, or from with until"),
        ("[[closed]]\non = 2026-12-10\nholidays = true", 1, "closed: must have one of"),
        ("[[closed]]\nholidays = false", 2, "closed.holidays: must be true"),
        ("[[closed]]\nnth = [1]\non = 2026-12-10", 2, "closed.nth: goes with weekday"),
        ("[[closed]]\nweekday = \"wed\"\nnth = [0]", 3, "closed.nth: entry 1 must be a whole number from 1 to 5"),
        ("[[closed]]\nweekday = \"wed\"\nnth = []", 3, "closed.nth: must name some of 1 to 5"),
        ("[[closed]]\nfrom = 2026-12-29", 2, "closed.from: goes with until"),
        ("[[closed]]\nfrom = 2026-12-29\nuntil = 2026-01-03", 3, "closed.until: must not be before from"),
        (
            "[[closed]]\non = \"2026-12-10\"",
            2,
            "closed.on: must be a day after 2000, such as 2026-12-10, without quotes",
        ),
        ("[[closed]]\non = 2026-12-10T09:00:00", 2, "closed.on: must be a day"),
        ("[[closed]]\non = 0001-01-01", 2, "closed.on: must be a day"),
        ("[[closed]]\non = 2026-12-10\npart = [\"13:00\"]", 3, "closed.part: must be two times"),
        ("[[closed]]\non = 2026-12-10\npart = [\"18:00\", \"13:00\"]", 3, "closed.part: must be two times"),
        ("closed = 1", 1, "clinic.closed: unknown key"),
    ] {
        let (at, found) = only_problem(more);
        assert!(found.starts_with(said), "{found} instead of {said}");
        assert_eq!(at, line, "{more}");
    }
}

#[test]
fn hours_over_midnight_are_told_how_to_write_them() {
    let over = "days = [\"fri\"]\nfrom = \"22:00\"\nuntil = \"2:00\"";
    let told = "hours over midnight are two bands: from = \"22:00\", until = \"24:00\" on the first day, and \
                from = \"0:00\", until = \"2:00\" on the day after it";
    let (line, found) = only_problem(&format!("[[hours]]\n{over}"));
    assert_eq!((line, found.as_str()), (4, format!("hours.until: must be after from; {told}").as_str()));
    let menu = format!("{MENU}hours = [{{ {} }}]\n", over.replace('\n', ", "));
    let (_, found) = only_problem(&menu);
    assert_eq!(found, format!("menu.hours.until: must be after from; {told}"));
    let (_, found) = only_problem("[[closed]]\non = 2026-12-10\npart = [\"22:00\", \"2:00\"]");
    assert!(found.contains("such as [\"22:00\", \"24:00\"] here, and [\"0:00\", \"2:00\"] in a rule"), "{found}");
    let (_, midnight) = only_problem("[[hours]]\ndays = [\"fri\"]\nfrom = \"18:00\"\nuntil = \"0:00\"");
    assert_eq!(midnight, "hours.until: must be after from; midnight at the end of the day is \"24:00\"");
    let two = "[[hours]]\ndays = [\"fri\"]\nfrom = \"22:00\"\nuntil = \"24:00\"\n\
               [[hours]]\ndays = [\"sat\"]\nfrom = \"0:00\"\nuntil = \"2:00\"\n";
    assert_eq!(problems(&format!("{LEAST}{two}")), Vec::<String>::new(), "and what is told is taken");
}

#[test]
fn a_day_that_the_calendar_does_not_have_is_one_problem_of_its_line() {
    let (line, found) = only_problem("[[closed]]\non = 2026-02-31\nreason = \"?\"");
    assert_eq!(line, 2);
    assert!(found.contains("invalid date"), "{found}");
}

#[test]
fn a_bad_line_of_a_menu_is_named_with_what_to_do() {
    let long = format!("name = \"{}\"", "あ".repeat(31));
    for (key, line, said) in [
        ("id", "id = \"内科\"", "menu.id: must have 1 to 40 of a to z"),
        ("name", long.as_str(), "menu.name: is too long; at most 30 characters"),
        ("minutes", "minutes = 1441", "menu.minutes: must be a whole number from 1 to 1440"),
        ("minutes", "minutes = 0", "menu.minutes: must be a whole number from 1 to 1440"),
        ("minutes", "minutes = \"30\"", "menu.minutes: must be a whole number from 1 to 1440"),
        ("places", "places = -1", "menu.places: must be a whole number from 1 to 1000"),
        ("places", "places = 99999999999999999999", "menu.places: must be a whole number from 1 to 1000"),
        ("opens", "opens = { days = 366, at = \"8:00\" }", "menu.opens.days: must be a whole number from 0 to 365"),
        ("opens", "opens = \"60 days\"", "menu.opens: must be a table"),
        ("opens", "opens = { days = 6, hour = 8 }", "menu.opens.at: is missing"),
        ("closes", "closes = { hours = 2, minutes = 30 }", "menu.closes: must be such as"),
        ("closes", "closes = { at = \"17:00\" }", "menu.closes: must be such as"),
        ("closes", "closes = { hours = 2, at = \"17:00\" }", "menu.closes: must be such as"),
        ("closes", "closes = { hour = 2 }", "menu.closes.hour: unknown key; did you mean \"menu.closes.hours\"?"),
        ("cancel_until", "cancel_until = { days = 1000 }", "menu.cancel_until.days: must be"),
        ("change_until", "change_until = {}", "menu.change_until: must be such as"),
    ] {
        let menu: String = MENU
            .lines()
            .map(|old| if old.starts_with(key) { format!("{line}\n") } else { format!("{old}\n") })
            .collect();
        let found = problems(&format!("{LEAST}{menu}"));
        let at = LEAST.lines().count() + 1 + MENU.lines().position(|old| old.starts_with(key)).unwrap();
        assert!(found.iter().any(|found| found.starts_with(&format!("line {at}: {said}"))), "{found:?} for {line}");
    }
    for (more, said) in [
        ("visits = \"new\"", "menu.visits: must be \"both\" or \"first\" or \"return\""),
        ("insurance = true", "menu.insurance: must be \"insured\" or \"private\""),
        ("audience = \"nobody\"", "menu.audience: must be \"patients\" or \"staff\""),
        ("pool = \"chairs\"", "menu.pool: names no [[pool]] of this file"),
        ("ages = { from = \"3歳\" }", "menu.ages.from: must be such as \"2 months\" or \"15 years\""),
        ("ages = { from = \"+3 years\" }", "menu.ages.from: must be such as"),
        ("ages = { to = \"126 years\" }", "menu.ages.to: must be at most 125 years"),
        ("ages = { from = \"3 years\", to = \"10 months\" }", "menu.ages.to: must not be younger than from"),
        ("valid_from = 2026-12-01\nvalid_until = 2026-11-30", "menu.valid_until: must not be before valid_from"),
        ("hours = [{ days = [\"sat\"], from = \"9:00\", until = \"8:00\" }]", "menu.hours.until: must be after from"),
        (
            "hours = [{ days = [\"sat\"], from = \"9:00\", until = \"9:30\", last = \"9:10\" }]",
            "menu.hours.last: unknown key",
        ),
        ("open_limit = 0", "menu.open_limit: must be a whole number from 1 to 100"),
        ("every = 0", "menu.every: must be a whole number from 1 to 1440"),
        ("places_per_day = 1.5", "menu.places_per_day: must be a whole number from 1 to 10000"),
        ("order = 3", "menu.order: unknown key"),
    ] {
        let (_, found) = only_problem(&format!("{MENU}{more}\n"));
        assert!(found.starts_with(said), "{found} instead of {said}");
    }
}

#[test]
fn all_problems_are_told_at_once_in_the_order_of_the_lines() {
    let text =
        "[clinic]\nid = \"Sakura\"\nnam = \"x\"\n[[menu]]\nid = \"a\"\nminutes = 0\n[[menu]]\nid = \"a\"\nx = = 2\n";
    let found = problems(text);
    for part in [
        "line 1: clinic.kana: is missing",
        "line 1: clinic.name: is missing",
        "line 2: clinic.id: must have",
        "line 3: clinic.nam: unknown key; did you mean \"clinic.name\"?",
        "line 4: menu.closes: is missing; it must be such as",
        "line 6: menu.minutes: must be",
        "line 9: ",
    ] {
        assert!(found.iter().any(|line| line.starts_with(part)), "{part} is not among {found:#?}");
    }
    let lines: Vec<usize> = read(text).unwrap_err().iter().map(|problem| problem.line).collect();
    assert!(lines.is_sorted(), "{lines:?}");
}

#[test]
fn a_faulty_key_does_not_make_others_unknown() {
    let whole = include_str!("../../../../fixtures/sakura.toml");
    for (key, put) in [("kana = ", "kana = 1 #"), ("address = ", "address = 1 #"), ("minutes = ", "minutes = \"x\" #")]
    {
        let text = whole.replacen(&format!("\n{key}"), &format!("\n{put}"), 1);
        assert_eq!(problems(&text).len(), 1, "{:?}", problems(&text));
    }
}

#[test]
fn ids_are_given_once_and_menus_have_an_end() {
    let (line, found) = only_problem(&format!("{MENU}{MENU}"));
    assert_eq!(
        (line, found.as_str()),
        (MENU.lines().count() + 2, "menu.id: is the id of an earlier menu; give each its own")
    );
    let (line, found) = only_problem("[[pool]]\nid = \"a\"\nplaces = 1\n[[pool]]\nid = \"a\"\nplaces = 2\n");
    assert_eq!((line, found.as_str()), (5, "pool.id: is the id of an earlier pool; give each its own"));
    let menus = |count: usize| {
        let menu = |number: usize| MENU.replace("naika", &format!("m{number}"));
        (0..count).map(menu).collect::<String>()
    };
    assert_eq!(problems(&format!("{LEAST}{}", menus(MOST_MENUS))), Vec::<String>::new());
    let (line, found) = only_problem(&menus(MOST_MENUS + 1));
    assert_eq!(found, "menu: there are 61; at most 60 are allowed");
    assert_eq!(line, MOST_MENUS * MENU.lines().count() + 1);
}

#[test]
fn a_problem_is_one_line_whatever_it_quotes() {
    let found = problems(&format!("{LEAST}\"a\\nb\\u001b\" = 1\n"));
    assert_eq!(found, ["line 7: clinic.a b : unknown key"]);
    assert_eq!(problems(""), ["line 1: clinic: is missing; begin the file with [clinic]"]);
}

#[test]
fn i8_files_that_break_parsers_are_refused_and_nothing_more() {
    let deep = "[".repeat(10_000);
    let dotted = format!("{} = 1", vec!["a"; 5_000].join("."));
    let many: String = (0..20_000).map(|number| format!("k{number} = = 1\n")).collect();
    assert_eq!(read(&many).unwrap_err().len(), 500, "more than anybody reads are not listed");
    for text in
        [deep.as_str(), &dotted, &"x".repeat(5 << 20), "\u{feff}[clinic]\nid = 1", "\0", "clinic = 1", "[[clinic]]"]
    {
        assert!(read(text).is_err());
    }
}

proptest! {
    #[test]
    fn i8_no_text_makes_the_reader_panic(text in any::<String>()) {
        let _ = read(&text);
    }

    #[test]
    fn i8_no_damage_to_a_sound_file_makes_the_reader_panic(at in 0..2000_usize, gone in 0..40_usize, put in ".{0,8}") {
        let sound: Vec<char> = format!("{LEAST}{MENU}{MENU}").chars().collect();
        let at = at % sound.len();
        let damaged: String =
            sound[..at].iter().copied().chain(put.chars()).chain(sound[at..].iter().copied().skip(gone)).collect();
        let _ = read(&damaged);
    }
}
