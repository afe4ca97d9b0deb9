//! 確認.

use crate::clock::Moment;
use crate::lang::{self, Lang, Words};

pub const TITLE: Words = Words("予約内容の確認", "Check your reservation");
pub const LEAD: Words = Words(
    "まだ予約は完了していません。内容を確かめて、下のボタンを押してください。",
    "Nothing has been booked yet. Check that everything is right, then press the button below.",
);
pub const LEAD_CODE: Words = Words(
    "まだ予約は完了していません。内容を確かめ、メールでお送りした6桁の確認コードを下に入力して、「予約を確定する」を押してください。",
    "Nothing has been booked yet. Check that everything is right, type the six-digit code that we mailed to you below, then press \u{201c}Book\u{201d}.",
);
pub const TO_CODE: Words = Words("確認コードの入力へ進む", "Go to the field for the code");
pub const TITLE_MOVING: Words = Words("変更内容の確認", "Check the new time");
pub const LEAD_MOVING: Words = Words(
    "まだ変更は完了していません。内容を確かめて、下のボタンを押してください。",
    "Nothing has been changed yet. Check that everything is right, then press the button below.",
);
pub const BOOK: Words = Words("予約を確定する", "Book");
pub const MOVE: Words = Words("変更を確定する", "Change the time");
pub const MEND: Words = Words("受診者の情報を直す", "Change the patient's details");
pub const MAIL_TO: Words = Words("確認メールの宛先", "Confirmation sent to");
pub const CHART_NUMBER: Words = Words("診察券番号", "Patient card number");
pub const NUMBER: Words = Words("予約番号", "Reservation number");
pub const PERSON: Words = Words("受診者", "Patient");
pub const VISIT: Words = Words("診療の内容", "The visit");
pub const RULES: Words = Words("キャンセルと変更について", "Cancelling and changing");
pub const BY_PHONE: Words = Words("お電話でお願いします", "Please call the clinic");

pub const CODE_TITLE: Words = Words("メールアドレスの確認", "Confirm your e-mail address");
pub const CODE: Words = Words("確認コード", "Confirmation code");
pub const CODE_MISSING: Words = Words("確認コードを入力してください", "Enter the confirmation code");
pub const CODE_HINT: Words = Words("メールに書かれた6桁の数字です。", "The six digits in the mail.");
pub const CODE_OVER: Words = Words(
    "確認コードが使えなくなりました。「確認コードを送り直す」を押して、新しいコードを入力してください",
    "This code can no longer be used. Ask for a new one with the button below",
);
pub const CODE_AGAIN: Words = Words("確認コードを送り直す", "Send a new code");
pub const CODE_SENT: Words = Words("新しい確認コードをお送りしました。", "We have sent you a new code.");
pub const CODE_LATE: Words = Words(
    "届かないときは、迷惑メールフォルダと、メールアドレスの間違いをお確かめください。",
    "If no mail arrives, look into your spam folder and check the address.",
);
pub const PERHAPS: Words = Words("もしかして、こちらのメールアドレスではありませんか?", "Did you mean this address?");
pub const USE_THIS: Words = Words("こちらのメールアドレスに直す", "Use this address");
pub const CHANGED_ELSEWHERE: Words = Words(
    "別の画面で日時が選び直されています。下の内容でよいか、もう一度お確かめください。",
    "Another time was chosen in another window. Please check what is shown below.",
);
pub const TOO_LATE_TITLE: Words = Words("予約は変更されていません", "Your reservation has not been changed");

/// That booking registers a clinic, around its name.
pub fn registers(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(("予約すると、", "がマイクリニックに登録されます。"), ("Booking registers ", " under My clinics."))
}

/// Where the code was sent and until when it can be used.
pub fn code_sent_to(lang: Lang, until: Moment, tries: u8) -> String {
    let until = lang::time_of(lang, until);
    lang.pick(
        format!("に確認コードをお送りしました。{until}まで使えます(あと{tries}回入力できます)。"),
        format!(": we have sent a code there. It can be used until {until} ({tries} tries left)."),
    )
}

/// A wrong code that can be tried again.
pub fn code_wrong(lang: Lang, tries: u8) -> String {
    lang.pick(
        format!("確認コードが違います。あと{tries}回入力できます"),
        format!("This is not the code. You have {tries} tries left"),
    )
}

/// Until when something can be done on the web.
pub fn until(lang: Lang, now: Moment, deadline: Moment) -> String {
    if deadline <= now {
        return lang.of(BY_PHONE).to_owned();
    }
    let deadline = lang::moment(lang, deadline);
    lang.pick(format!("{deadline}まで"), deadline)
}

pub const CANCELLED: Words = Words("この予約はキャンセルされています。", "This reservation has been cancelled.");

/// Why a reservation cannot be moved any more.
pub fn too_late(lang: Lang, until: Moment) -> String {
    let until = lang::moment(lang, until);
    lang.pick(format!("Webでの変更は{until}に締め切りました。"), format!("Changing online closed on {until}."))
}
