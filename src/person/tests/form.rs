use super::*;
use crate::lang::Lang;
use proptest::prelude::*;

#[test]
fn a_filled_form_gives_the_person() {
    let person = filled().check(TODAY).unwrap();
    assert_eq!(person.name.full(), "山田 花子");
    assert_eq!(person.birth_date, date!(1988 - 02 - 03));
    assert_eq!(person.sex, Sex::Female);
    assert_eq!(person.address.joined(), "東京都港区芝公園4-2-8 タワー101");
    assert_eq!(person.phone.digits(), "09012345678");
}

#[test]
fn address_and_postal_code_are_optional() {
    let blank = String::new;
    let draft = Draft {
        postal_code: blank(),
        prefecture: blank(),
        city: blank(),
        line: blank(),
        building: blank(),
        ..filled()
    };
    let person = draft.check(TODAY).unwrap();
    assert_eq!((person.postal_code, person.address), (None, Address::default()));
}

#[test]
fn a_postal_code_alone_fills_in_what_it_says_and_nothing_that_was_typed() {
    let of = |code: &str, city: &str| {
        let blank = String::new;
        let draft = Draft {
            postal_code: code.to_owned(),
            prefecture: blank(),
            city: city.to_owned(),
            line: blank(),
            building: blank(),
            ..filled()
        };
        draft.check(TODAY).unwrap().address.joined()
    };
    assert_eq!(of("１００－０００１", ""), "東京都千代田区千代田");
    assert_eq!(of("921-8046", ""), "石川県金沢市", "it has two towns");
    assert_eq!(of("498-0000", ""), "", "it has two prefectures");
    assert_eq!(of("999-9999", ""), "", "nobody has it");
    assert_eq!(of("100-0001", "港区"), "港区");
}

#[test]
fn an_empty_form_reports_every_required_field_at_once_and_in_order() {
    let problems = Draft::default().check(TODAY).unwrap_err();
    let found: Vec<_> = problems.iter().map(|(name, problem)| (name, problem.clone())).collect();
    let expected = [
        (PersonField::FamilyName, PersonProblem::Missing),
        (PersonField::GivenName, PersonProblem::Missing),
        (PersonField::FamilyKana, PersonProblem::Missing),
        (PersonField::GivenKana, PersonProblem::Missing),
        (PersonField::BirthDate, PersonProblem::Missing),
        (PersonField::Sex, PersonProblem::NotChosen),
        (PersonField::Phone, PersonProblem::Missing),
    ];
    assert_eq!(found, expected);
}

#[test]
fn one_part_of_a_name_may_be_empty_as_residence_cards_print_it() {
    let nothing = String::new;
    let one = Draft {
        family_name: "SUHARTO".into(),
        given_name: nothing(),
        family_kana: nothing(),
        given_kana: nothing(),
        ..filled()
    };
    for draft in [one.clone(), Draft { family_name: nothing(), given_name: "SUHARTO".into(), ..one.clone() }] {
        let person = draft.check(TODAY).unwrap();
        assert_eq!(person.name.full(), "SUHARTO");
        assert_eq!(person.kana.full(), "");
        assert_eq!(person.search_key().trim(), "suharto");
        assert_eq!(person.names(), ["SUHARTO"]);
        assert_eq!(Draft::of(&person).check(TODAY), Ok(person));
    }
    let person = Draft { family_kana: "すはると".into(), ..one }.check(TODAY).unwrap();
    assert_eq!((person.kana.full().as_str(), person.kana.family.as_str()), ("スハルト", "スハルト"));
    let kanji = Draft { given_name: nothing(), given_kana: nothing(), ..filled() };
    assert_eq!(kanji.check(TODAY).unwrap().name.full(), "山田");
}

#[test]
fn a_part_whose_kana_was_given_was_forgotten() {
    let draft = Draft { family_name: " ".into(), ..filled() };
    let found: Vec<_> = draft.check(TODAY).unwrap_err().iter().map(|(name, problem)| (name, problem.clone())).collect();
    assert_eq!(found, [(PersonField::FamilyName, PersonProblem::Missing)]);
}

#[test]
fn kana_may_be_left_out_for_a_name_in_latin_letters_alone() {
    let latin = |family: &str, given: &str| Draft {
        family_name: family.into(),
        given_name: given.into(),
        family_kana: String::new(),
        given_kana: " ".into(),
        ..filled()
    };
    for (family, given) in [
        ("Dela Cruz", "Maria Clara"),
        ("O’Neil-Smith", "Seán Jr."),
        ("NGUYỄN", "THỊ PHƯƠNG THẢO"),
        ("ＤＥＬＡ　ＣＲＵＺ", "Ｍａｒｉａ"),
        ("Mu\u{0308}ller", "Łukasz"),
    ] {
        let person = latin(family, given).check(TODAY).unwrap();
        assert_eq!(person.name, Name { family: family.into(), given: given.into() });
        assert_eq!(person.kana, Name { family: String::new(), given: String::new() });
    }
    let missing = |draft: Draft| draft.check(TODAY).unwrap_err().iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(missing(latin("鈴木", "Emma")), [PersonField::FamilyKana]);
    assert_eq!(missing(latin("鈴木", "恵麻")), [PersonField::FamilyKana, PersonField::GivenKana]);
    assert_eq!(missing(latin("Иванов", "김")), [PersonField::FamilyKana, PersonField::GivenKana]);
    assert_eq!(missing(latin("12", "--")), [PersonField::FamilyKana, PersonField::GivenKana]);
}

#[test]
fn a_part_of_a_name_has_60_characters() {
    let long = "Wolfeschlegelsteinhausenbergerdorff Maria Clara de los Santos";
    assert_eq!(long[..60].chars().count(), 60);
    let draft = Draft { family_name: long[..60].into(), given_kana: "ア".repeat(60), ..filled() };
    assert!(draft.check(TODAY).is_ok());
    let draft = Draft { family_name: "あ".repeat(61), given_kana: "ア".repeat(61), ..filled() };
    let found: Vec<_> = draft.check(TODAY).unwrap_err().iter().map(|(name, problem)| (name, problem.clone())).collect();
    let long = PersonProblem::TooLong { limit: 60 };
    assert_eq!(found, [(PersonField::FamilyName, long.clone()), (PersonField::GivenKana, long)]);
}

#[test]
fn every_field_can_be_at_fault_and_all_are_reported_in_the_order_of_the_form() {
    let problems = Draft::from_fields(|_| "\0x\0".to_owned()).check(TODAY).unwrap_err();
    assert_eq!(problems.iter().map(|(name, _)| name).collect::<Vec<_>>(), all());
    assert_eq!(problems.len(), 12);
    assert!(all().iter().all(|field| problems.of(*field).is_some()));
    assert_eq!(problems.of(PersonField::City), Some(&PersonProblem::Forbidden));
}

#[test]
fn a_problem_is_beside_its_own_field_only() {
    for name in all() {
        let filled = filled();
        let draft = Draft::read(|asked| if asked == name { "\0x\0".into() } else { filled.value(asked).to_owned() });
        let problems = draft.check(TODAY).unwrap_err();
        assert_eq!(problems.iter().map(|(at, _)| at).collect::<Vec<_>>(), [name]);
        assert_eq!(draft.value(name), "\0x\0", "what was typed is kept");
    }
}

#[test]
fn the_page_has_one_input_for_each_field_with_what_was_typed_and_what_is_wrong() {
    let draft = Draft::read(|field| format!("typed into {}", field.name()));
    let drawn = page::fields(Lang::En, &draft, |field| Some(format!("wrong with {}", field.name()))).into_string();
    for (field, typed) in draft.typed() {
        let name = field.name();
        let choice = matches!(field, PersonField::Sex | PersonField::Prefecture);
        assert!(drawn.contains(&format!("name=\"{name}\"")), "{name}");
        assert!(choice || drawn.contains(&format!("value=\"{typed}\"")), "{name}");
        assert_eq!(drawn.matches(&format!("wrong with {name}<")).count(), 1, "{name}");
    }
}

#[test]
fn only_the_offered_choices_of_sex_are_taken() {
    for sex in Sex::ALL {
        let draft = Draft { sex: sex.value().into(), ..filled() };
        assert_eq!(draft.check(TODAY).map(|person| person.sex), Ok(sex));
    }
    let draft = Draft { sex: "Male'--".into(), ..filled() };
    assert_eq!(draft.check(TODAY).unwrap_err().of(PersonField::Sex), Some(&PersonProblem::NotChosen));
}

#[test]
fn editing_a_stored_person_gives_the_same_person() {
    let person = filled().check(TODAY).unwrap();
    let draft = Draft::of(&person);
    assert_eq!(
        (draft.phone.as_str(), draft.postal_code.as_str(), draft.birth_date.as_str()),
        ("090-1234-5678", "105-0011", "1988/2/3")
    );
    assert_eq!(draft.check(TODAY), Ok(person));
}

#[test]
fn ages_count_full_years() {
    let born = |day: Date| PatientDetails::from(Person { birth_date: day, ..filled().check(TODAY).unwrap() });
    let person = born(date!(1988 - 02 - 03));
    assert_eq!(person.age_on(date!(2026 - 02 - 02)), Some(37));
    assert_eq!(person.age_on(date!(2026 - 02 - 03)), Some(38));
    assert_eq!(born(TODAY).age_on(TODAY), Some(0));
    assert_eq!(born(TODAY).age_on(date!(2000 - 01 - 01)), Some(0));
    let leap = born(date!(2000 - 02 - 29));
    assert_eq!(
        [date!(2023 - 02 - 28), date!(2023 - 03 - 01), date!(2024 - 02 - 29)].map(|day| leap.age_on(day)),
        [22, 23, 24].map(Some)
    );
}

#[test]
fn the_search_key_folds_width_case_and_spaces() {
    let mut person = filled().check(TODAY).unwrap();
    person.name = Name { family: "Ｓｍｉｔｈ".into(), given: "Anna　Ｍaria".into() };
    assert_eq!(person.search_key(), "smith annamaria ヤマダ ハナコ");
    person.name.family = "神\u{FA19}".into();
    assert!(person.search_key().starts_with("神神 "));
}

#[test]
fn stored_people_survive_fields_that_come_and_go() {
    let person = filled().check(TODAY).unwrap();
    let stored = rmp_serde::to_vec_named(&person).unwrap();
    assert_eq!(rmp_serde::from_slice::<Person>(&stored).unwrap(), person);
    let old = serde_json::json!({
        "name": {"family": "山田", "given": "花子"}, "kana": {"family": "ヤマダ", "given": "ハナコ"}, "birth_date": "1988-02-03",
        "sex": "Female", "phone": "09012345678", "a field of tomorrow": 1,
    });
    let read: Person = serde_json::from_value(old).unwrap();
    assert_eq!(read, Person { postal_code: None, address: Address::default(), ..person });
    let draft: Draft = serde_json::from_str("{\"city\":\"港区\"}").unwrap();
    assert_eq!(draft.city, "港区");
}

#[test]
fn hostile_text_in_every_field_is_refused_or_taken_and_never_a_panic() {
    for text in hostile() {
        let draft = Draft::from_fields(|_| text.clone());
        let problems = draft.check(TODAY).unwrap_err();
        assert!(problems.of(PersonField::BirthDate).is_some(), "{:?}", text.chars().take(9).collect::<String>());
    }
}

proptest! {
    #[test]
    fn i8_no_form_makes_the_check_panic(values in proptest::collection::vec(any::<String>(), 12)) {
        let at = |field: PersonField| all().iter().position(|one| *one == field).unwrap();
        let draft = Draft::read(|field| values[at(field)].clone());
        if let Ok(person) = draft.check(TODAY) {
            prop_assert_eq!(Draft::of(&person).check(TODAY), Ok(person));
        }
    }
}
