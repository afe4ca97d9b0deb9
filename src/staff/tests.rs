use super::authenticator::{Authenticator, CodeRefused};
use super::model::{RECOVERY_CODES, mint_recovery_codes};
use super::path;
use super::role::Role;
use crate::clock::Moment;
use crate::secret::typed_code;

const NOON: Moment = Moment::from_millis(1_795_575_600_000);

#[test]
fn p9_a_code_counts_once_and_one_step_early_or_late() {
    let authenticator = Authenticator::mint();
    let code = |steps: i64| authenticator.code(NOON.plus_seconds(30 * steps));
    for steps in [-1, 0, 1] {
        let after = authenticator.accept(&code(steps), NOON).expect("a code of this step or one next to it");
        assert_eq!(after.accept(&code(steps), NOON), Err(CodeRefused::Used), "{steps}");
    }
    for steps in [-2, 2] {
        assert_eq!(authenticator.accept(&code(steps), NOON), Err(CodeRefused::Wrong), "{steps}");
    }
    let after = authenticator.accept(&code(1), NOON).expect("the next code");
    assert_eq!(after.accept(&code(0), NOON), Err(CodeRefused::Used), "an older code after a newer one");
}

#[test]
fn a_code_may_be_typed_in_full_width_and_with_spaces() {
    let authenticator = Authenticator::mint();
    let code = authenticator.code(NOON);
    let wide: String = code.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).expect("full width")).collect();
    for typed in [format!("{} {}", &code[..3], &code[3..]), wide, format!(" {code}\u{3000}")] {
        assert!(authenticator.accept(&typed, NOON).is_ok(), "{typed:?}");
    }
    for typed in ["", "12345", "1234567", "abcdef"] {
        assert_eq!(authenticator.accept(typed, NOON), Err(CodeRefused::Wrong), "{typed:?}");
    }
}

#[test]
fn the_address_for_apps_names_service_and_person() {
    let authenticator = Authenticator::mint();
    let url = authenticator.url("さくら: マイページ", "hana@example.jp").expect("an address");
    assert!(url.starts_with("otpauth://totp/"), "{url}");
    let secret = authenticator.text().replace(' ', "");
    assert!(url.contains(&format!("secret={secret}")) && url.contains("hana%40example.jp"), "{url}");
    assert!(!format!("{authenticator:?}").contains(&secret), "Debug shows no secret");
}

#[test]
fn recovery_codes_differ_and_are_read_as_people_type_them() {
    let codes = mint_recovery_codes();
    assert_eq!(codes.len(), RECOVERY_CODES);
    let distinct: std::collections::BTreeSet<_> = codes.iter().collect();
    assert_eq!(distinct.len(), RECOVERY_CODES);
    let code = "0a1bcdefgh";
    for typed in ["0a1b-cdef-gh", "OAIB CDEF GH", "oalbcdefgh", "０ａ１ｂーｃｄｅｆ−ｇｈ"] {
        assert_eq!(typed_code::normal(typed), code, "{typed:?}");
    }
}

#[test]
fn nobody_goes_on_from_the_console_to_a_page_of_patients_or_back_to_signing_in() {
    assert_eq!(path::onward("/console/c/sakura/days/2026-12-01"), "/console/c/sakura/days/2026-12-01");
    for next in ["", "/", "/dashboard", "/consoles", "/console", "/console/sign-in", "/console/sign-in/code"] {
        assert_eq!(path::onward(next), path::CONSOLE, "{next:?}");
    }
}

#[test]
fn a_role_is_read_from_its_word() {
    for role in Role::ALL {
        assert_eq!(Role::parse(role.value()), Some(role));
    }
    assert_eq!(Role::parse("admin"), None);
}
