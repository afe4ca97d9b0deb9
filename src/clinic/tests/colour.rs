use super::*;
use crate::clinic::file::warnings;

fn colour(text: &str) -> Colour {
    Colour::parse(text).unwrap()
}

#[test]
fn a_colour_is_read_in_one_form_and_written_in_it() {
    assert_eq!(colour("#0B5C63").to_string(), "#0b5c63");
    for text in ["0b5c63", "#0b5c6", "#0b5c633", "#0b5cgg", "red", "#+b5c63", ""] {
        assert_eq!(Colour::parse(text), None, "{text}");
    }
}

#[test]
fn contrast_is_that_of_the_guidelines() {
    assert!((colour("#000000").contrast(colour("#ffffff")) - 21.0).abs() < 0.001);
    assert!((colour("#777777").contrast(colour("#ffffff")) - 4.478).abs() < 0.01);
    for (text, ink) in [("#d4588a", "#000000"), ("#1c4f86", "#ffffff"), ("#ffee00", "#000000")] {
        assert_eq!(colour(text).is_bright(), ink == "#000000", "{text}");
        assert!(4.5 <= colour(text).contrast(colour(ink)), "{text}");
    }
}

#[test]
fn a_colour_that_is_hardly_seen_gives_way_to_ours_in_that_scheme_alone() {
    let seen = |text: &str| Scheme::ALL.map(|scheme| colour(text).is_seen_in(scheme));
    assert_eq!([seen("#d4588a"), seen("#10243f"), seen("#ffee00")], [[true, true], [true, false], [false, true]]);
    let drawn = |text: &str| sign(&Clinic { colour: Some(colour(text)), ..clinic() }).into_string();
    assert_eq!(drawn("#d4588a").matches("#d4588a").count(), 2);
    assert_eq!(drawn("#10243f").matches("#10243f").count(), 1);
    assert!(drawn("#d4588a").contains("data-first=\"あ\"") && !drawn("#d4588a").contains("style"));
    let told = warnings(&Clinic { colour: Some(colour("#10243f")), ..clinic() }, &[menu()]);
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("clinic.colour #10243f is hardly seen on dark screens"), "{told:?}");
}
