//! 診療メニュー of a clinic.

use crate::clinic::{Insurance, Visit};
use crate::lang::{self, Lang, Words};
use time::Date;

pub const LEAD: Words = Words(
    "ご希望の診療メニューと、はじめての方は「初診」、2回目からの方は「再診」を選んでください。",
    "Choose what you come for. Choose First visit if you have never been here, and Return visit otherwise.",
);
pub const MENUS: Words = Words("診療メニュー", "Appointment types");
pub const NOTES: Words = Words("予約の前にお読みください", "Please read before booking");
pub const ANNOUNCEMENT: Words = Words("クリニックからのお知らせ", "From the clinic");
pub const DEPARTMENT: Words = Words("診療科", "Department");
pub const INSURANCE: Words = Words("費用", "Costs");
pub const MINUTES: Words = Words("所要時間", "Duration");
pub const AGES: Words = Words("対象年齢", "Ages");
pub const BRING: Words = Words("持ち物", "Please bring");
pub const NONE: Words =
    Words("現在、Webで予約できる診療メニューはありません", "Nothing can be booked online at present");
pub const NONE_WHY: Words = Words("ご予約はお電話で承ります。", "Please call the clinic to make an appointment.");
pub const SIGN_IN_HINT: Words = Words(
    "アカウントをお持ちの方は、ログインするとお名前などが自動で入ります。",
    "If you have an account, sign in and your details are filled in for you.",
);
pub const SIGN_IN: Words = Words("ログイン", "Sign in");
pub const LEFT: Words =
    Words("予約の手続きをやめました。何も予約されていません。", "You have stopped booking. Nothing has been booked.");
pub const KEPT: Words =
    Words("変更をやめました。元の予約はそのままです。", "Nothing was changed. Your reservation is as it was.");

/// Who pays.
pub const fn insurance(insurance: Insurance) -> Words {
    match insurance {
        Insurance::Insured => Words("保険診療", "Covered by health insurance"),
        Insurance::Private => Words("自由診療(保険適用外)", "Not covered by health insurance"),
    }
}

/// The link that goes on with a menu.
pub const fn book(visit: Visit) -> Words {
    match visit {
        Visit::First => Words("初診で予約", "Book a first visit"),
        Visit::Return => Words("再診で予約", "Book a return visit"),
    }
}

/// The title of the page.
pub fn title(lang: Lang, clinic: &str) -> String {
    lang.pick(format!("{clinic} Web予約"), format!("Book at {clinic}"))
}

/// From when on a menu is offered.
pub fn from(lang: Lang, day: Date) -> String {
    let day = lang::date(lang, day);
    lang.pick(format!("{day}以降の日に予約できます。"), format!("For visits on {day} or later."))
}
