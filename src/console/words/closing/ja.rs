//! What 一日を締める says in Japanese.

use super::ClosingWords;
use crate::console::remaining::Remaining;

pub const WORDS: ClosingWords = ClosingWords {
    title: "一日を締める",
    back: "予約台帳へ戻る",
    still: |many| format!("あと{many}件: "),
    and: "、",
    to_settle,
    to_call: "連絡の必要な方",
    nothing_left: "いま処理が必要な予約はありません。",
    expected: |many| format!("このあと{many}名の来院予定があります。"),
    over_today: "本日の業務は終了です",
    over: "この日の業務は終了です",
    came: "来院",
    no_shows_of: |many| format!("無断キャンセル{many}名"),
    cancelled_of: |many| format!("取消{many}名"),
    record: "締めを記録する",
    record_help: "締めた人と時刻が残ります。記録のあとも、予約の変更はできます。",
    changed: "記録のあとに予約が変更されました。必要なら、もう一度記録できます。",
    closed: |at, name| match name {
        Some(name) => format!("{at} {name} が締めました"),
        None => format!("{at} に締めました"),
    },
    called: "連絡済みにする",
    left,
    set,
    set_all,
    unreached: "メールが届かなかった方",
    unreached_help: "これから来院予定で、ご案内のメールが届きませんでした。お電話でのご連絡をご検討ください。",
    next: |day, many| format!("次の診療日 {day} {many}名"),
    nobody_next: "ご予約はありません。",
    report: "この日の集計",
    visits: "来院・来院予定",
    people: |many| format!("{many}名"),
    kinds: |first, again| format!("(初診{first}名・再診{again}名)"),
    by_menu: "メニュー別",
    by_unit: "担当別",
    by_way: "予約の方法別",
    no_shows: "無断キャンセル",
    cancelled: "取消",
    waited: "待ち時間",
    waits: |waits| format!("中央値{}分・90%が{}分以内({}名)", waits.median, waits.ninetieth, waits.of),
    no_waits: "記録がありません",
};

const fn left(left: Remaining) -> &'static str {
    match left {
        Remaining::NoShow => "「予約」のままの方",
        Remaining::Fulfilled => "「来院」「診察中」のままの方",
    }
}

const fn to_settle(left: Remaining) -> &'static str {
    match left {
        Remaining::NoShow => "来院の確認",
        Remaining::Fulfilled => "終了の確認",
    }
}

const fn set(to: Remaining) -> &'static str {
    match to {
        Remaining::NoShow => "無断キャンセル",
        Remaining::Fulfilled => "終了",
    }
}

const fn set_all(to: Remaining) -> &'static str {
    match to {
        Remaining::NoShow => "全員を無断キャンセルにする",
        Remaining::Fulfilled => "全員を終了にする",
    }
}
