use super::super::words;
use super::*;
use crate::lang::Lang::{self, En, Ja};
use crate::person::page;
use scraper::{Html, Selector};

/// The sentence that a form with this text in this field would show.
fn said(lang: Lang, name: PersonField, text: &str) -> String {
    let filled = filled();
    let draft = Draft::read(|asked| if asked == name { text.into() } else { filled.value(asked).to_owned() });
    let problems = draft.check(TODAY).unwrap_err();
    (words::of(lang).problem)(name, problems.of(name).unwrap())
}

#[test]
fn sentences_say_what_to_do() {
    let cases = [
        (PersonField::FamilyName, "", "姓を入力してください", "Enter your family name"),
        (
            PersonField::GivenKana,
            "花子",
            "メイはカタカナかひらがなで入力してください。ローマ字のお名前なら空欄にできます",
            "Write this part of your name in katakana or hiragana, or leave it empty if the name itself is in Latin letters",
        ),
        (
            PersonField::Phone,
            "090-1234-567",
            "電話番号は11桁です。入力された数字は10桁でした",
            "This phone number should have 11 digits. You entered 10",
        ),
        (
            PersonField::Phone,
            "1234-5678",
            "電話番号は市外局番から、0で始まる番号を入力してください",
            "Enter the phone number with its area code, beginning with 0",
        ),
        (
            PersonField::PostalCode,
            "105001",
            "郵便番号は7桁です。入力された数字は6桁でした",
            "A postal code has 7 digits. You entered 6",
        ),
        (PersonField::Sex, "", "性別を選んでください", "Select your sex"),
        (
            PersonField::BirthDate,
            "昭和64年1月8日",
            "昭和64年1月8日は平成元年1月8日ではありませんか",
            "8 January Showa 64 does not exist. Did you mean 8 January Heisei 1?",
        ),
        (
            PersonField::BirthDate,
            "1990/2/30",
            "1990年2月30日という日付はありません。年・月・日を確かめてください",
            "There is no such date as 30 February 1990. Check year, month and day",
        ),
        (
            PersonField::BirthDate,
            "03/02/1988",
            "1988年2月3日とも1988年3月2日とも読めます。年・月・日の順に入力してください",
            "This can be 3 February 1988 or 2 March 1988. Enter year, month and day in this order, or the name of the month",
        ),
        (
            PersonField::BirthDate,
            "1988年(昭和62年)2月3日",
            "西暦と和暦の日付が合いません。どちらか一方で入力してください",
            "The Western and the Japanese date are not the same. Enter one of them only",
        ),
        (
            PersonField::BirthDate,
            "1988/13/1",
            "1988年13月1日という日付はありません。年・月・日を確かめてください",
            "There is no such date as day 1 of month 13, 1988. Check year, month and day",
        ),
        (
            PersonField::BirthDate,
            "平成99年1月1日",
            "平成99年1月1日という日付はありません。平成は1989年1月8日から2019年4月30日までです",
            "1 January Heisei 99 does not exist. Heisei ran from 8 January 1989 to 30 April 2019",
        ),
        (
            PersonField::BirthDate,
            "1900/1/1",
            "生年月日は1901年11月24日(明治34年)以降の日付を入力してください。年を確かめてください",
            "Enter a date of birth from 24 November 1901 (Meiji 34) on. Check the year",
        ),
    ];
    for (name, text, ja, en) in cases {
        assert_eq!(said(Ja, name, text), ja);
        assert_eq!(said(En, name, text), en);
    }
}

#[test]
fn every_field_has_a_label_and_every_choice_a_name_in_both_languages() {
    for words in [Ja, En].map(words::of) {
        assert!(all().iter().all(|field| !(words.label)(*field).is_empty()));
        assert!(Sex::ALL.iter().all(|one| !(words.sex)(*one).is_empty()));
        assert!((words.hint)(PersonField::BirthDate).is_some_and(|hint| !hint.is_empty()));
    }
    assert_eq!((words::of(Ja).sex)(Sex::Other), "その他・回答しない");
}

#[test]
fn every_problem_has_a_sentence_that_fits_its_language() {
    for name in all() {
        for text in ["\0x\0".to_owned(), "x".repeat(101)] {
            if let Err(problems) = Draft::from_fields(|_| text.clone()).check(TODAY)
                && let Some(problem) = problems.of(name)
            {
                assert!(!(words::of(Ja).problem)(name, problem).is_ascii());
                let english = (words::of(En).problem)(name, problem);
                assert!(english.is_ascii(), "{english}");
            }
        }
    }
}

#[test]
fn the_mark_of_kana_says_what_the_check_asks_for() {
    for lang in [Ja, En] {
        let form = page::identity_fields(lang, &Draft::default(), |_| None).into_string();
        let form = Html::parse_fragment(&form);
        for field in [PersonField::FamilyKana, PersonField::GivenKana] {
            let found = |selector: String| form.select(&Selector::parse(&selector).unwrap()).next();
            let input = found(format!("#{}", field.name())).unwrap();
            assert_eq!(input.attr("required"), None, "a name in Latin letters goes without");
            let mark = found(format!("label[for='{}'] .need", field.name())).unwrap();
            assert_eq!(mark.text().collect::<String>(), words::of(lang).kana_needed);
        }
    }
    assert_eq!(
        [Ja, En].map(|lang| words::of(lang).kana_needed),
        ["ローマ字以外は必須", "Required unless in Latin letters"]
    );
}
