//! On which day an age is reached by 年齢計算ニ関スル法律: at the end of the day before the birthday.

use time::Date;

/// The day on which somebody reaches an age by law. Who was born on 29 February has the birthday on 1 March of other years.
pub fn reached_on(born: Date, years: u8) -> Date {
    let year = born.year() + i32::from(years);
    let birthday = born.replace_year(year).or_else(|_| Date::from_ordinal_date(year, 60));
    birthday.ok().and_then(Date::previous_day).unwrap_or(Date::MAX)
}

/// Whether somebody has reached an age by law on a day.
pub fn has_reached(born: Date, years: u8, day: Date) -> bool {
    reached_on(born, years) <= day
}
