use super::*;
use proptest::prelude::*;

#[test]
fn any_width_and_separator_is_read() {
    let forms = [
        "09012345678",
        "090-1234-5678",
        "０９０－１２３４－５６７８",
        "090ー1234ー5678",
        "090 1234 5678",
        "(090)1234-5678",
        "（０９０）１２３４−５６７８",
        "090.1234.5678",
        "+819012345678",
        "+81 90-1234-5678",
        "+81(0)90-1234-5678",
        "＋８１９０１２３４５６７８",
        "+81 090 1234 5678",
        "\u{202D}090-1234-5678\u{202C}",
        "\u{202A}\u{202D}+81 90 1234 5678\u{202C}\u{202C}",
        "\u{2068}(090)\u{2069}\u{2068}1234-5678\u{2069}",
        "090\u{202C}-\u{202D}1234-5678",
        "\t090-1234-5678\t",
        "090\t1234\t5678",
        " 090\u{200B}12345678 ",
    ];
    for form in forms {
        assert_eq!(Phone::parse(form).unwrap().digits(), "09012345678", "{form}");
    }
}

#[test]
fn the_number_of_digits_follows_the_prefix() {
    for prefix in ["060", "070", "080", "090", "050", "0800"] {
        let whole = format!("{prefix}{}", "1".repeat(11 - prefix.len()));
        assert!(Phone::parse(&whole).is_ok(), "{whole}");
        assert_eq!(Phone::parse(&whole[..10]), Err(PersonProblem::PhoneLength { expected: 11, got: 10 }));
        assert_eq!(Phone::parse(&format!("{whole}1")), Err(PersonProblem::PhoneLength { expected: 11, got: 12 }));
    }
    for whole in ["0312345678", "0451234567", "0120123456", "0267123456"] {
        assert!(Phone::parse(whole).is_ok(), "{whole}");
        assert_eq!(Phone::parse(&whole[..9]), Err(PersonProblem::PhoneLength { expected: 10, got: 9 }));
        assert_eq!(Phone::parse(&format!("{whole}1")), Err(PersonProblem::PhoneLength { expected: 10, got: 11 }));
    }
}

#[test]
fn each_other_mistake_has_its_own_problem() {
    assert_eq!(Phone::parse(" "), Err(PersonProblem::Missing));
    for text in ["なし", "090-1234-5678(自宅)", "090-1234-567x", "090+12345678", "-", "++819012345678"] {
        assert_eq!(Phone::parse(text), Err(PersonProblem::NotPhone), "{text}");
    }
    for abroad in ["+1 212 555 0100", "0044 20 7946 0000", "+", "0000000000"] {
        let refused = Phone::parse(abroad);
        assert!(matches!(refused, Err(PersonProblem::ForeignPhone | PersonProblem::NotPhone)), "{abroad}: {refused:?}");
    }
    assert_eq!(Phone::parse("1234-5678"), Err(PersonProblem::PhoneWithoutZero));
    assert_eq!(Phone::parse("090\x001234567"), Err(PersonProblem::Forbidden));
    assert_eq!(Phone::parse(&"0".repeat(1_000_000)), Err(PersonProblem::NotPhone));
}

#[test]
fn numbers_are_shown_with_the_hyphens_of_their_area() {
    let numbers = [
        "090-1234-5678",
        "080-1234-5678",
        "070-1234-5678",
        "060-1234-5678",
        "050-1234-5678",
        "0800-123-4567",
        "0120-123-456",
        "0570-012-345",
        "0990-512-345",
        "03-1234-5678",
        "06-6123-4567",
        "045-123-4567",
        "011-212-3456",
        "052-212-3456",
        "075-212-3456",
        "092-712-3456",
        "078-312-3456",
        "022-212-3456",
        "0422-21-2345",
        "0428-22-2345",
        "042-512-3456",
        "04-2922-3456",
        "04-7092-1234",
        "04-7123-4567",
        "0470-22-1234",
        "0436-21-1234",
        "0463-21-1234",
        "046-212-3456",
        "0475-52-1234",
        "0480-21-1234",
        "048-812-3456",
        "0493-22-1234",
        "0246-21-1234",
        "0823-21-1234",
        "0829-20-0001",
        "082-912-0001",
        "099-212-3456",
        "098-862-1234",
        "0980-52-1234",
        "0742-22-1234",
        "0776-21-1234",
        "04992-2-1234",
        "04996-7-1234",
        "01267-2-1234",
        "01558-2-1234",
        "05769-6-1234",
        "07468-2-1234",
        "08512-2-1234",
        "09802-2-1234",
        "09912-2-1234",
        "09969-2-1234",
    ];
    for number in numbers {
        assert_eq!(Phone::parse(number).unwrap().hyphenated(), number);
    }
}

/// Numbers at every border of the table, as libphonenumber 9.0.43 writes them.
#[test]
fn hyphens_stand_where_libphonenumber_puts_them() {
    let numbers: Vec<&str> = include_str!("libphonenumber.txt").lines().collect();
    assert!(numbers.len() > 500, "{}", numbers.len());
    for number in numbers {
        assert_eq!(Phone::parse(number).unwrap().hyphenated(), number);
    }
}

#[test]
fn area_codes_stand_in_the_order_in_which_they_are_searched() {
    assert!(crate::person::area_code::LENGTHS.iter().all(|(_, leading)| leading.is_sorted()));
}

#[test]
fn the_last_four_digits_are_those_of_the_number() {
    assert_eq!(Phone::parse("03-1234-5678").unwrap().last_four(), "5678");
}

proptest! {
    #[test]
    fn i8_phones_never_panic(raw in any::<String>(), near in "[+0-9０-９()ー. -]{0,24}") {
        let _ = (Phone::parse(&raw), Phone::parse(&near));
    }

    #[test]
    fn every_phone_is_read_back_from_its_hyphenated_form(digits in "0[1-9][0-9]{8,9}") {
        if let Ok(phone) = Phone::parse(&digits) {
            prop_assert_eq!(phone.digits(), &digits);
            let shown = phone.hyphenated();
            prop_assert_eq!(shown.matches('-').count(), 2, "{}", shown);
            prop_assert_eq!(Phone::parse(&shown), Ok(phone));
        }
    }
}
