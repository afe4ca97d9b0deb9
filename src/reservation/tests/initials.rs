//! By which letters a patient is named where a stranger may read it.

use super::visitor;
use crate::lang::Lang;
use crate::person::{Name, Person};
use crate::reservation::initials::initials;

fn named(family: &str, given: &str) -> Person {
    let kana = Name { family: "ワトソン".to_owned(), given: "エマ".to_owned() };
    Person { name: Name { family: family.to_owned(), given: given.to_owned() }, kana, ..visitor("x").person }
}

#[test]
fn a_name_in_latin_letters_gives_latin_initials_to_english_readers_alone() {
    let kana = (Lang::Ja, "ワ・エ".to_owned());
    assert_eq!(initials(Lang::En, &named("watson", "Émilie")), (Lang::En, "W・É".to_owned()));
    assert_eq!(initials(Lang::Ja, &named("Watson", "Emma")), kana);
    for (family, given) in [("渡村", "恵麻"), ("Watson", "恵麻"), ("1", "2")] {
        assert_eq!(initials(Lang::En, &named(family, given)), kana, "{family} {given}");
    }
}

#[test]
fn a_part_that_is_not_there_has_no_letter_and_a_part_without_kana_has_that_of_its_name() {
    let nobody = || Name { family: String::new(), given: String::new() };
    let one = Person { kana: nobody(), ..named("Suharto", "") };
    assert_eq!(initials(Lang::En, &one), (Lang::En, "S".to_owned()));
    assert_eq!(initials(Lang::Ja, &one).1, "S");
    let two = Person { kana: nobody(), ..named("Dela Cruz", "Maria") };
    assert_eq!(initials(Lang::Ja, &two).1, "D・M");
    let mixed =
        Person { kana: Name { family: "スズキ".to_owned(), given: String::new() }, ..named("鈴木", "Emma") };
    assert_eq!(initials(Lang::Ja, &mixed).1, "ス・E");
    assert_eq!(initials(Lang::En, &Person { kana: nobody(), ..named("", "Suharto") }), (Lang::En, "S".to_owned()));
    let kana = Person { kana: Name { family: "ヤマダ".to_owned(), given: String::new() }, ..named("山田", "") };
    assert_eq!(initials(Lang::Ja, &kana), (Lang::Ja, "ヤ".to_owned()));
}
