//! What the pages for stopping Web受付 and closing slots say in Japanese.

use super::SuspensionWords;
use crate::console::suspension_form::SuspensionProblem;
use crate::slots::Suspended;

pub const WORDS: SuspensionWords = SuspensionWords {
    title: "受付の停止",
    none: "この日に止めている受付はありません。",
    web: "Web受付を止める",
    web_help: "患者さんは、いまからWebで予約できなくなります。受付では引き続き予約を入れられます。",
    web_today: "Web受付を止められるのは当日だけです。先の日は、枠を閉じるとWebで予約できなくなります。",
    slots: "枠を閉じる",
    slots_help: "決めた時間の枠を、予約できないようにします。入っている予約はそのまま残ります。",
    back: "予約台帳へ戻る",
    back_to_list: "受付の停止へ戻る",
    what,
    span: |from, until| format!("{from}〜{until}"),
    all_menus: "すべてのメニュー",
    pool: |name| format!("共用: {name}"),
    spans: "よく使う時間帯",
    from: "開始",
    until: "終了",
    time_hint: "例:14:00",
    until_end: |time| format!("{time}まで"),
    whole_day: "今日いっぱい",
    menus: "対象",
    words: "患者さんへの案内文",
    words_hint: "予約ページに表示されます。例:院長不在のため。空欄でも止められます。",
    words_en: "案内文(英語)",
    reason: "止める理由(スタッフ用)",
    reason_hint: "患者さんには表示されません。記録に残ります。",
    to_confirm: "確認へ",
    to_button: "一覧の下のボタンへ進む",
    confirm,
    confirm_help,
    booked: |many| format!("この時間に入っている予約が{many}件あります。取り消されません。必要な方へご連絡ください。"),
    nobody_booked: "この時間に入っている予約はありません。",
    resume: "解除する",
    begun: |at, who| format!("{at} {who}"),
    ended: |at, who| format!("解除 {at} {who}"),
    over: "終了",
    web_stopped: |until| format!("Web受付を停止中({until}まで)"),
    problem,
};

const fn what(what: Suspended) -> &'static str {
    match what {
        Suspended::Web => "Web受付停止",
        Suspended::Slots => "枠の閉鎖",
    }
}

const fn confirm(what: Suspended) -> &'static str {
    match what {
        Suspended::Web => "Web受付を止める",
        Suspended::Slots => "枠を閉じる",
    }
}

const fn confirm_help(what: Suspended) -> &'static str {
    match what {
        Suspended::Web => "終了の時刻になると、自動で再開します。途中でも「解除する」で再開できます。",
        Suspended::Slots => "途中でも「解除する」で元に戻せます。",
    }
}

fn problem(problem: SuspensionProblem) -> String {
    let sentence = match problem {
        SuspensionProblem::TooLong(most) => return format!("{most}文字以内で入力してください"),
        SuspensionProblem::Time => "時刻を「14:00」のように入力してください",
        SuspensionProblem::Order => "終了は開始よりあとの時刻にしてください",
        SuspensionProblem::Over => "すでに過ぎた時間です。これからの時刻にしてください",
        SuspensionProblem::Menus => "対象を選んでください",
        SuspensionProblem::Forbidden => "表示できない文字が含まれています。入力し直してください",
        SuspensionProblem::TooMany => "この日の停止の記録が上限に達しました",
    };
    sentence.to_owned()
}
