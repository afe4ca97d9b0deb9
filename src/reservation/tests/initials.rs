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
    for (family, given) in [("渡村", "恵麻"), ("Watson", "恵麻"), ("", ""), ("1", "2")] {
        assert_eq!(initials(Lang::En, &named(family, given)), kana, "{family} {given}");
    }
}
