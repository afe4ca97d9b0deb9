//! What is said of the copy of the next visits that a device may keep.

use crate::lang::Lang;

/// オフラインでの表示.
pub struct DeviceCopySettingWords {
    pub title: &'static str,
    /// What is kept, and until when.
    pub what: &'static str,
    pub seen_by_all: &'static str,
    pub keep: &'static str,
    pub kept: &'static str,
    pub removed: &'static str,
    pub failed: &'static str,
}

/// The sentences in a language.
pub const fn device_copy(lang: Lang) -> &'static DeviceCopySettingWords {
    match lang {
        Lang::Ja => &JA,
        Lang::En => &EN,
    }
}

const JA: DeviceCopySettingWords = DeviceCopySettingWords {
    title: "オフラインでの表示",
    what: "次のご予約の日時、クリニック名、電話番号、受診される方のお名前を、この端末に保存します。ご本人だけが予約できる診療のご予約は保存しません。ログアウトすると消えます。",
    seen_by_all: "この端末を使う人は、ログインしなくても見ることができます。",
    keep: "この端末で、オフラインでも次のご予約を表示する",
    kept: "この端末に保存しました。",
    removed: "この端末から消しました。",
    failed: "この端末に保存できませんでした。通信の状態をご確認のうえ、もう一度お試しください。",
};

const EN: DeviceCopySettingWords = DeviceCopySettingWords {
    title: "Offline display",
    what: "Saves your next reservations on this device: day and time, clinic, its phone number, and the patient’s name. Visits that only the patient may book are not saved. Signing out deletes the copy.",
    seen_by_all: "Anyone who uses this device can see it without signing in.",
    keep: "Show my next reservations on this device, even offline",
    kept: "Saved on this device.",
    removed: "Deleted from this device.",
    failed: "This could not be saved on this device. Please check the connection and try again.",
};
