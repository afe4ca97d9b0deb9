//! What 予約詳細 and the pages around it say.

use crate::clock::Moment;
use crate::lang::{self, Lang, Words};
use crate::person::Person;
use crate::reservation::four_digits::DigitsProblem;
use crate::reservation::model::{Reservation, Status};

pub const TITLE: Words = Words("予約詳細", "Reservation");
pub const TITLE_RECEIPT: Words = Words("予約確認", "Your reservation");
pub const NUMBER: Words = Words("予約番号", "Reservation number");
pub const STATUS: Words = Words("状態", "Status");
pub const CLINIC: Words = Words("クリニック", "Clinic");
pub const PHONE: Words = Words("電話番号", "Phone");
pub const ADDRESS: Words = Words("住所", "Address");
pub const MAP: Words = Words("地図を見る", "Show on a map");
pub const WHEN: Words = Words("日時", "Date and time");
pub const MENU: Words = Words("診療メニュー", "Appointment type");
pub const VISIT: Words = Words("初診・再診", "Kind of visit");
pub const PERSON: Words = Words("受診者", "Patient");
pub const CHART_NUMBER: Words = Words("診察券番号", "Patient card number");
pub const PREPARATION: Words = Words("受診前の準備", "Before the visit");
pub const BRING: Words = Words("持ち物", "Please bring");
pub const CANCEL_UNTIL: Words = Words("キャンセル期限", "Cancel by");
pub const CHANGE_UNTIL: Words = Words("変更期限", "Change by");
pub const HISTORY: Words = Words("変更前の日時", "Earlier times");

pub const CHANGE_TITLE: Words = Words("日時の変更", "Another time");
pub const CHANGE_LEAD: Words = Words(
    "次の予約の日時を選び直します。新しい日時を確定するまで、今の予約はそのままです。",
    "Choose another time for the following reservation. It stays as it is until you confirm the new time.",
);
pub const CHANGE_BUTTON: Words = Words("日時を選び直す", "Choose another time");
pub const CHANGE_NOT: Words = Words("変更しない", "Keep the present time");
pub const CHANGE: Words = Words("予約を変更", "Change the time");
pub const CANCEL: Words = Words("予約をキャンセル", "Cancel the reservation");
pub const AGAIN: Words = Words("もう一度予約する", "Book again");
pub const CALENDAR: Words = Words("カレンダーに追加", "Add to calendar");
pub const BACK_TO_DASHBOARD: Words = Words("ダッシュボードに戻る", "Back to the dashboard");
pub const BACK: Words = Words("予約詳細に戻る", "Back to the reservation");

pub const CANCELLATION: Words = Words("予約のキャンセル", "Cancel a reservation");
pub const CANCELLATION_LEAD: Words = Words(
    "次の予約をキャンセルします。キャンセルすると元に戻せません。",
    "This cancels the following reservation. It cannot be undone.",
);
pub const CANCELLATION_BUTTON: Words = Words("キャンセルする", "Cancel it");
pub const CANCELLATION_NOT: Words = Words("キャンセルしない", "Keep it");
pub const POLICY: Words = Words("キャンセルについて", "About cancelling");
pub const CANCELLED: Words = Words(
    "予約をキャンセルしました。確認のメールをお送りします。",
    "Your reservation has been cancelled. We are sending you a mail that says so.",
);
pub const CANCELLED_ALREADY: Words =
    Words("この予約はすでにキャンセルされています。", "This reservation has been cancelled already.");

pub const NOT_CANCELLED: Words = Words("予約はキャンセルされていません", "Your reservation has not been cancelled");
pub const NOT_CHANGED: Words = Words("予約は変更されていません", "Your reservation has not been changed");
pub const NOT_OFFERED: Words = Words(
    "この診療メニューの日時は、現在Webでは変更できません。",
    "The time of this appointment type cannot be changed online at present.",
);
pub const UNPROVED: Words = Words("ご本人の確認ができません", "We cannot tell that it is you");
pub const GUESSED: Words = Words(
    "電話番号の下4桁が何度も違っていたため、この予約はWebから変更・キャンセルできません。予約は変更されていません。",
    "The last four digits were wrong too often, so this reservation cannot be changed or cancelled online. It has not been changed.",
);
pub const CALL: Words = Words("お手数ですが、クリニックへお電話ください。", "Please call the clinic.");

pub const DIGITS: Words = Words("電話番号の下4桁", "Last four digits of the phone number");
pub const DIGITS_HINT: Words = Words(
    "ご本人の確認のため、ご予約のときに入力した電話番号の最後の4桁を入力してください。",
    "To show that it is you, enter the last four digits of the phone number given when booking.",
);

/// What became of a reservation, as its patient reads it.
pub fn status(lang: Lang, reservation: &Reservation, now: Moment) -> String {
    match reservation.status {
        Status::Cancelled { at, .. } => {
            let at = lang::moment(lang, at);
            lang.pick(format!("キャンセル済み({at})"), format!("Cancelled ({at})"))
        }
        Status::Booked if reservation.is_coming(now) => lang.pick("予約済み", "Booked").to_owned(),
        Status::Booked => lang.pick("終了", "Past").to_owned(),
    }
}

/// The first letter of each part of the name, for a reader who may have got the mail by mistake, and the language that it is
/// read in: `ヤ・ハ`, or `W・E` for English readers of a name in Latin letters.
pub fn initials(lang: Lang, person: &Person) -> (Lang, String) {
    let latin = |part: &str| part.chars().next().filter(|c| c.is_alphabetic() && *c < '\u{250}');
    let first = |part: &str| part.chars().next().map(String::from).unwrap_or_default();
    match (lang, latin(&person.name.family), latin(&person.name.given)) {
        (Lang::En, Some(family), Some(given)) => {
            (Lang::En, format!("{}・{}", family.to_uppercase(), given.to_uppercase()))
        }
        _ => (Lang::Ja, format!("{}・{}", first(&person.kana.family), first(&person.kana.given))),
    }
}

/// A deadline that is still to come.
pub fn until(lang: Lang, deadline: Moment) -> String {
    let at = lang::moment(lang, deadline);
    lang.pick(format!("{at}まで"), at)
}

/// A deadline that has passed.
pub fn ended(lang: Lang, deadline: Moment) -> String {
    let at = lang::moment(lang, deadline);
    lang.pick(format!("{at}に締め切りました。"), format!("Closed on {at}."))
}

/// Why it is too late for cancelling.
pub fn too_late_to_cancel(lang: Lang, deadline: Moment) -> String {
    let at = lang::moment(lang, deadline);
    lang.pick(format!("Webでのキャンセルは{at}に締め切りました。"), format!("Cancelling online closed on {at}."))
}

/// Why it is too late for another time.
pub fn too_late_to_change(lang: Lang, deadline: Moment) -> String {
    let at = lang::moment(lang, deadline);
    lang.pick(format!("Webでの変更は{at}に締め切りました。"), format!("Changing online closed on {at}."))
}

/// What is wrong with the four digits.
pub fn digits(lang: Lang, problem: DigitsProblem) -> &'static str {
    match problem {
        DigitsProblem::NotFour => lang.pick("電話番号の最後の4桁を、数字で入力してください", "Enter four digits"),
        DigitsProblem::Wrong => {
            lang.pick("ご予約時の電話番号の下4桁と違います", "These are not the last four digits of that number")
        }
    }
}
