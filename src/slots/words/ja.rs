//! How a slot is said, and why nothing can be booked, in Japanese.

use super::sentences::{Short, SlotWords};
use crate::clinic::{Age, AgeRange, UnitName, Visit};
use crate::clock::Moment;
use crate::lang::{self, Lang};
use crate::slots::{Neighbour, Reason, TooNear, WhyClosed};
use std::borrow::Cow;
use time::Date;

pub const WORDS: SlotWords = SlotWords {
    free: Short { before: "", word: "空き", after: Cow::Borrowed("あり") },
    few: Short { before: "残り", word: "わずか", after: Cow::Borrowed("") },
    short,
    sentence,
    day_sentence,
    self_only: "ご本人のアカウントからだけ予約できます。予約のメールは、ご本人のほかには届きません。",
    unit: "担当",
    any_unit: "指名なし",
    guardian: |years| format!("{years}歳未満の方は保護者の方とお越しください。"),
    ages,
    visit,
    minutes: |minutes| format!("約{minutes}分"),
    when,
    zone_elsewhere: Some("(日本時間)"),
};

fn short(reason: &Reason) -> Short {
    let plain = |word| ("", word, String::new());
    let (before, word, after) = match reason {
        Reason::Closed(why) => ("", "休診", brackets(why.as_ref().map(|why| why.text(Lang::Ja)))),
        Reason::Holiday(name) => ("", "祝日", brackets(Some(Lang::Ja.of(*name)))),
        Reason::NoHours | Reason::NoSuchSlot => plain("枠なし"),
        Reason::NotOffered => plain("期間外"),
        Reason::NotYetOpen(from) => ("", "受付前", format!("({}から)", lang::moment(Lang::Ja, *from))),
        Reason::Over => ("受付", "終了", String::new()),
        Reason::Suspended(why) => ("受付", "停止", brackets(why.as_ref().map(|why| why.text(Lang::Ja)))),
        Reason::Full => plain("満員"),
        Reason::Away { words, .. } => ("", "休み", brackets(words.as_ref().map(|why| why.text(Lang::Ja)))),
        Reason::NotTogether => ("全員は", "不可", String::new()),
        Reason::Age(range) => ("", "対象外", brackets(Some(&ages(range)))),
        Reason::SelfOnly => plain("本人のみ"),
        Reason::Consent | Reason::OwnWord => plain("要確認"),
        Reason::Twice => plain("予約済み"),
        Reason::Limit(most) => ("予約数の", "上限", format!("({most}件)")),
        Reason::TooNear(TooNear { from: Some(from), .. }) => {
            ("", "間隔", format!("があいていません({}から)", lang::day_and_month(Lang::Ja, *from)))
        }
        Reason::TooNear(_) => ("", "間隔", "があいていません".to_owned()),
    };
    Short { before, word, after: Cow::Owned(after) }
}

fn brackets(text: Option<&str>) -> String {
    text.map_or_else(String::new, |text| format!("({text})"))
}

fn sentence(reason: &Reason) -> String {
    match reason {
        Reason::Full => "申し訳ありません。この時間は、ほかの方の予約で満員になりました。".to_owned(),
        Reason::Away { unit, words } => away("この時間", unit.as_ref(), words.as_ref()),
        Reason::NotTogether => "この時間は、全員分の空きがありません。".to_owned(),
        Reason::Over => "この時間のWeb予約は、受付を終了しました。".to_owned(),
        Reason::Suspended(why) => format!("この時間のWeb予約は、受付を停止しています{}。", brackets(why.as_ref().map(|why| why.text(Lang::Ja)))),
        Reason::NotYetOpen(from) => format!("この日の予約は、{}から受け付けます。", lang::moment(Lang::Ja, *from)),
        Reason::Closed(why) => format!("この日は休診です{}。", brackets(why.as_ref().map(|why| why.text(Lang::Ja)))),
        Reason::Holiday(name) => format!("この日は祝日({})のため休診です。", Lang::Ja.of(*name)),
        Reason::NoHours => "この日に、この診療メニューの予約枠はありません。".to_owned(),
        Reason::NotOffered => "この日は、この診療メニューの受付期間外です。".to_owned(),
        Reason::NoSuchSlot => "この時間は予約できません。".to_owned(),
        Reason::Twice => "この時間は、同じ方がすでに予約しています。".to_owned(),
        Reason::TooNear(near) => too_near(near),
        Reason::Age(range) if range.by_law => format!("この診療メニューは、{}の方が対象です", ages(range)),
        Reason::Age(range) => format!("この診療メニューは、受診日に{}の方が対象です", ages(range)),
        Reason::SelfOnly => {
            "この診療メニューは、ご本人だけが予約できます。ご本人のアカウントでログインしてご予約ください。".to_owned()
        }
        Reason::Consent => "この方の予約を取るには、ご本人の同意をもう一度確認してください。".to_owned(),
        Reason::OwnWord => {
            "この方は18歳になられました。新しい予約には、ご本人の確認が必要です。「ご家族」の画面から確認を依頼してください。".to_owned()
        }
        Reason::Limit(most) => format!(
            "この診療メニューの予約は、お一人{most}件までです。すでにご予約がありますので、これ以上は予約できません。"
        ),
    }
}

fn away(when: &str, unit: Option<&UnitName>, words: Option<&WhyClosed>) -> String {
    let why = brackets(words.map(|why| why.text(Lang::Ja)));
    match unit {
        Some(unit) => format!("{when}、{unit}はお休みです{why}。"),
        None => format!("{when}は、担当が休みのため予約できません{why}。"),
    }
}

fn too_near(near: &TooNear) -> String {
    let (apart, day) = (near.apart, |day: Date| lang::day_and_month(Lang::Ja, day));
    let why = match near.visit {
        Some(Neighbour::Before(visit)) => format!("前回の{}から{apart}日あけてください。", day(visit)),
        Some(Neighbour::After(visit)) => format!("次のご予約の{}と{apart}日あけてください。", day(visit)),
        None => format!("同じ方の前後のご予約・受診から{apart}日あけてください。"),
    };
    near.from.map_or_else(|| why.clone(), |from| format!("{why}{}から予約できます。", day(from)))
}

fn day_sentence(reason: &Reason) -> String {
    match reason {
        Reason::Full => "申し訳ありません。この日は、ほかの方の予約で満員になりました。".to_owned(),
        Reason::Away { unit, words } => away("この日", unit.as_ref(), words.as_ref()),
        Reason::NotTogether => "この日は、全員分の空きがありません。".to_owned(),
        Reason::Over => "この日のWeb予約は、受付を終了しました。".to_owned(),
        Reason::Suspended(why) => {
            format!("この日のWeb予約は、受付を停止しています{}。", brackets(why.as_ref().map(|why| why.text(Lang::Ja))))
        }
        other => sentence(other),
    }
}

fn ages(range: &AgeRange) -> String {
    let age = |age: Age| match age {
        Age::Years(years) => format!("{years}歳"),
        Age::Months(months) => format!("生後{months}か月"),
    };
    let from = |from: Age| match from {
        _ if !range.by_law => format!("{}から", age(from)),
        Age::Years(years) => format!("{years}歳の誕生日の前日から"),
        Age::Months(months) => format!("生後{months}か月になる日の前日から"),
    };
    match (range.from.map(Age::as_said), range.to) {
        (Some(youngest), Some(to)) => format!("{}{}まで", from(youngest), age(to)),
        (Some(youngest), None) if range.by_law => from(youngest),
        (Some(from), None) => format!("{}以上", age(from)),
        (None, Some(to)) => format!("{}以下", age(to)),
        (None, None) => "どなたでも".to_owned(),
    }
}

const fn visit(visit: Visit) -> &'static str {
    match visit {
        Visit::First => "初診",
        Visit::Return => "再診",
    }
}

fn when(start: Moment) -> String {
    format!("{}{}", lang::date_in_full(Lang::Ja, start.jst_date()), lang::time_of(Lang::Ja, start))
}
