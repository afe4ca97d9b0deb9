use super::CustomerId;
use super::path;
use proptest::prelude::*;

/// Every number that differs in one digit, and every one with two neighbours swapped.
fn slips(written: &str) -> Vec<String> {
    let digits: Vec<char> = written.chars().filter(char::is_ascii_digit).collect();
    let mut slips = Vec::new();
    for at in 0..digits.len() {
        for wrong in '0'..='9' {
            let mut other = digits.clone();
            other[at] = wrong;
            slips.push(other);
        }
    }
    slips.retain(|other| *other != digits);
    slips.iter().map(|other| other.iter().collect()).collect()
}

#[test]
fn a_customer_id_is_twelve_digits_in_three_groups_and_reads_back_as_itself() {
    for _ in 0..1000 {
        let id = CustomerId::mint();
        let written = id.to_string();
        assert_eq!(written.len(), 14, "{written}");
        assert_eq!(CustomerId::parse(&written), Some(id));
        assert_eq!(CustomerId::parse(&written.replace('-', "")), Some(id));
        assert_eq!(CustomerId::parse(&format!(" {} ", written.replace('-', "－"))), Some(id));
    }
}

#[test]
fn a_customer_id_with_one_wrong_digit_is_nobody() {
    let written = CustomerId::mint().to_string();
    for slip in slips(&written) {
        assert_eq!(CustomerId::parse(&slip), None, "{written} misheard as {slip}");
    }
}

#[test]
fn a_customer_id_is_said_in_full_width_as_well() {
    let id = CustomerId::mint();
    let full: String = id
        .to_string()
        .chars()
        .map(|c| c.to_digit(10).map_or(c, |d| char::from_u32(u32::from('０') + d).unwrap()))
        .collect();
    assert_eq!(CustomerId::parse(&full), Some(id));
}

proptest! {
    #[test]
    fn i8_no_text_makes_the_customer_id_panic(text in ".*") {
        let _ = CustomerId::parse(&text);
    }
}

#[test]
fn the_way_back_after_signing_in_is_written_only_where_it_says_something() {
    assert_eq!(path::sign_in_then("/"), "/sign-in");
    assert_eq!(path::sign_in_then("/dashboard"), "/sign-in");
    assert_eq!(path::sign_in_then("/person?again=1"), "/sign-in?next=%2Fperson%3Fagain%3D1");
}

#[test]
fn a_mail_leads_on_to_a_page_or_to_one_thing_and_holds_nobodys_words() {
    let code = "6fnsgeth5pkqz52kn9wj72gg4h";
    for good in ["/person", &format!("/c/{code}"), "/clinics/sakura", "/notices"] {
        assert_eq!(path::in_mail(good), good);
    }
    let long = format!("/{}", "a".repeat(17));
    let token = format!("/email-change/link/{}", "a".repeat(43));
    let bad =
        ["", "/", "//c", "c/x", "/c/", "/c//x", "/call-03-1234/now", "/c/call-03-1234", "/c/x?why", "/c/%41", "/c/x/y"];
    for bad in bad.into_iter().chain([long.as_str(), &token]) {
        assert_eq!(path::in_mail(bad), "/", "{bad}");
    }
}
