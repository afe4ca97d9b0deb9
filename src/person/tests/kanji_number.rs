use super::super::birth_date::birth_date;
use super::*;

fn read(raw: &str) -> Result<Date, PersonProblem> {
    birth_date(raw, TODAY)
}

#[test]
fn numbers_in_kanji_are_read_as_certificates_and_vertical_forms_have_them() {
    let forms = [
        "昭和六十三年二月三日",
        "昭和六十三年二月三日生",
        "昭和六三年〇二月〇三日",
        "昭和六拾参年弐月参日",
        "一九八八年二月三日",
        "西暦千九百八十八年二月三日(昭和六十三年)(水曜日)(満三十八歳)",
        "昭和６３年二月3日",
        "1988年二月三日",
        "一九八八・二・三",
    ];
    for form in forms {
        assert_eq!(read(form), Ok(date!(1988 - 02 - 03)), "{form}");
    }
    assert_eq!(read("平成十年十月廿五日"), Ok(date!(1998 - 10 - 25)));
    assert_eq!(read("平成元年壱月弐拾壱日"), Ok(date!(1989 - 01 - 21)));
    assert_eq!(read("二〇〇〇年十二月三十一日"), Ok(date!(2000 - 12 - 31)));
    for unclear in ["昭和六十三百年二月三日", "1988一2一3", "昭和十廿年二月三日", "昭和〇十年二月三日"]
    {
        assert_eq!(read(unclear), Err(PersonProblem::UnclearDate), "{unclear}");
    }
}
