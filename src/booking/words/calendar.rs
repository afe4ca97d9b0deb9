//! The calendar of a menu.

use crate::clinic::TimeOfDay;
use crate::lang::{self, Lang, Words};
use time::Date;

pub const TITLE: Words = Words("日時を選ぶ", "Choose a date and time");
pub const TITLE_MOVING: Words = Words("新しい日時を選ぶ", "Choose a new date and time");
pub const BACK: Words = Words("診療メニューに戻る", "Back to the appointment types");
pub const BACK_TO_PERSON: Words = Words("受診者の情報に戻る", "Back to the patient's details");
pub const NEXT: Words = Words("いちばん早い空き", "The next free times");
pub const MONTH: Words = Words("カレンダーから選ぶ", "Choose from the calendar");
pub const BEFORE: Words = Words("前の月", "Month before");
pub const AFTER: Words = Words("次の月", "Next month");
pub const LEGEND_FREE: Words = Words("空きあり", "free");
pub const LEGEND_FEW: Words = Words("残りわずか", "few left");
pub const LEGEND_NONE: Words = Words("予約できません", "cannot be booked");
pub const MORNING: Words = Words("午前", "Morning");
pub const AFTERNOON: Words = Words("午後", "Afternoon");
pub const NOTHING: Words = Words("現在、予約できる空きがありません", "There is no free time at present");
pub const NO_DAY: Words = Words(
    "カレンダーの「空き」がある日を選ぶと、時間が表示されます。",
    "Choose a day that is marked as free to see its times.",
);
pub const NO_DAY_LEFT: Words =
    Words("この月に空きはありません。ほかの月をご覧ください。", "Nothing is free in this month. Look at another one.");
pub const WRONG_DAY: Words = Words(
    "指定された日は選べません。今日から予約できる日の中からお選びください。",
    "That day cannot be chosen. Please choose one of those below.",
);
pub const NOT_BOOKED: Words = Words(
    "まだ予約は完了していません。下の空きからお選びください。",
    "Nothing has been booked. Choose one of the free times below.",
);
pub const NOT_MOVED: Words = Words(
    "元の予約はそのままです。下の空きからお選びください。",
    "Your reservation is as it was. Choose one of the free times below.",
);
pub const TYPED_KEPT: Words = Words("入力した内容は残っています。", "What you entered has been kept.");
pub const GO_ON: Words = Words("続ける", "Go on with it");

/// Weekdays from Sunday, as calendars in Japan have them.
pub const WEEKDAYS: [Words; 7] = [
    Words("日", "Sun"),
    Words("月", "Mon"),
    Words("火", "Tue"),
    Words("水", "Wed"),
    Words("木", "Thu"),
    Words("金", "Fri"),
    Words("土", "Sat"),
];

/// A month: `2026年11月`.
pub fn month(lang: Lang, first: Date) -> String {
    lang.pick(format!("{}年{}月", first.year(), u8::from(first.month())), format!("{} {}", first.month(), first.year()))
}

/// What stands before and after the number of a day, for a reader who does not see the grid.
pub fn around(lang: Lang, day: Date) -> (String, String) {
    let weekday = WEEKDAYS[usize::from(day.weekday().number_days_from_sunday())];
    let weekday = lang.of(weekday);
    lang.pick(
        (format!("{}月", u8::from(day.month())), format!("日({weekday})")),
        (format!("{weekday} "), format!(" {}", day.month())),
    )
}

/// The heading over the slots of a day.
pub fn times_of(lang: Lang, day: Date) -> String {
    let day = lang::day_and_month(lang, day);
    lang.pick(format!("{day}の時間を選ぶ"), format!("Choose a time on {day}"))
}

/// A button that books: `11月24日(火)9:30 を選ぶ`.
pub fn choose(lang: Lang, day: Date, start: TimeOfDay) -> String {
    let day = lang::day_and_month(lang, day);
    lang.pick(format!("{day}{start} を選ぶ"), format!("Choose {day}, {start}"))
}

/// That a chosen slot was taken meanwhile.
pub fn full(lang: Lang, day: Date, start: TimeOfDay) -> String {
    let day = lang::day_and_month(lang, day);
    lang.pick(
        format!("申し訳ありません。{day}{start}は、ほかの方の予約で満員になりました。"),
        format!("Sorry, {day}, {start} has been taken."),
    )
}

/// That something waits to be finished: `手続き中の予約があります: 11月24日(火)9:15`.
pub fn going_on(lang: Lang, day: Date, start: TimeOfDay) -> String {
    let day = lang::day_and_month(lang, day);
    lang.pick(
        format!("手続き中の予約があります: {day}{start}"),
        format!("You have not finished booking {day}, {start}."),
    )
}

/// What stands unseen around the clock of a slot, so that its button says the same as [`choose`].
pub fn around_time(lang: Lang, day: Date) -> (String, &'static str) {
    let day = lang::day_and_month(lang, day);
    lang.pick((day.clone(), " を選ぶ"), (format!("Choose {day}, "), ""))
}

/// What stands before and after the number of places that a slot has left: `残り3`.
pub const fn around_places(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Ja => ("残り", ""),
        Lang::En => ("", " left"),
    }
}
