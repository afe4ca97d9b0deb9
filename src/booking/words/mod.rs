//! What the pages of booking say, a screen a file.

pub mod booked;
pub mod calendar;
pub mod confirmation;
pub mod menus;
pub mod person;

use crate::clock::Moment;
use crate::lang::{self, Lang, Words};

/// Where somebody stands who books.
pub const STEPS: [Words; 4] = [
    Words("メニュー", "Appointment type"),
    Words("日時", "Date and time"),
    Words("受診者", "Patient"),
    Words("確認", "Check"),
];
/// Where somebody stands who chooses another time.
pub const MOVING_STEPS: [Words; 2] = [Words("新しい日時", "New date and time"), Words("確認", "Check")];

pub const CLINIC: Words = Words("クリニック", "Clinic");
pub const MENU: Words = Words("診療メニュー", "Appointment type");
pub const WHEN: Words = Words("日時", "Date and time");
pub const OLD_TIME: Words = Words("変更前の日時", "Present date and time");
pub const NEW_TIME: Words = Words("変更後の日時", "New date and time");
pub const ANOTHER_TIME: Words = Words("別の日時を選ぶ", "Choose another time");
pub const LEAVE: Words = Words("予約をやめる", "Stop booking");
pub const LEAVE_MOVING: Words = Words("変更をやめる", "Keep the present time");
pub const SIGN_IN: Words = Words("ログインして予約する", "Sign in and book");
pub const PHONE: Words = Words("クリニックの電話番号", "Phone of the clinic");
pub const CALL: Words = Words(
    "お困りのときや、空きが見つからないときは、クリニックへお電話ください。",
    "If you are in doubt or find no free time, please call the clinic.",
);

pub const ENDED: Words = Words("この予約の手続きは終了しています", "This booking has ended");
pub const ENDED_WHY: Words = Words(
    "手続きをやめたか、時間がたったため、続けることができません。予約するには、もう一度診療メニューからお選びください。",
    "It was stopped, or too much time has passed. To book, please choose an appointment type again.",
);
pub const TO_MENUS: Words = Words("診療メニューを見る", "See the appointment types");

/// Until when a slot is kept.
pub fn kept_until(lang: Lang, until: Moment) -> String {
    let clock = lang::time_of(lang, until);
    lang.pick(
        format!("この時間は{clock}まで確保しています。過ぎた場合も、空いていればそのまま予約できます。"),
        format!("This time is kept for you until {clock}. After that you can still book it if it is free."),
    )
}
