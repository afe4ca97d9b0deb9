//! What the console says about 診療時間 and 休診 in Japanese.

use super::{ClosureWords, ConcernedWords, ConsoleHoursWords, WeekHoursWords};
use crate::console::closure_form::ClosureProblem;
use crate::console::week_hours_form::{PartOfDay, WeekHoursProblem};
use crate::lang::{self, Lang};

pub const WORDS: ConsoleHoursWords = ConsoleHoursWords {
    week: WeekHoursWords {
        title: "診療時間",
        hint: "「9:00」「9時半」「1430」のように入力できます。昼休みがない場合は、午前の欄に一日の時間を入力し、午後のチェックを外します。",
        part,
        times: |part| match part {
            PartOfDay::Morning => "午前の診療時間",
            PartOfDay::Afternoon => "午後の診療時間",
        },
        from: "開始",
        until: "終了",
        last: "最終受付(任意)",
        boxes: "診療する曜日",
        boxes_hint: "休診のところは、チェックを外してください。",
        open: |day, of| format!("{}曜日 {}", lang::weekday(Lang::Ja, day), part(of)),
        holidays: "祝日は休診",
        problem,
    },
    closure: CLOSURE,
    concerned: ConcernedWords {
        in_span: |all| format!("この期間に{all}件の予約があります"),
        outside: |all| format!("新しい診療時間では時間外になる予約が{all}件あります"),
        nobody: "この期間に予約はありません。",
        stay: "予約は取り消されません。日を選ぶと予約台帳が開きます。患者さんへご連絡ください。",
        by_day: "日ごとの件数",
        visits: |visits| format!("{visits}件"),
    },
    title: "診療時間と休診日",
    back: "予約台帳へ戻る",
    back_to_form: "入力に戻る",
    done: |what| match what {
        "hours" => Some("診療時間を保存しました。予約カレンダーに反映されています。"),
        "closed" => Some("休診を登録しました。予約カレンダーに反映されています。"),
        "removed" => Some("休診を取りやめました。予約カレンダーに反映されています。"),
        _ => None,
    },
    save: "診療時間を保存する",
    confirm: "診療時間の確認",
    changed: "ほかの画面で、先に変更されました。まだ保存していません。",
    changed_help: "入力した内容は残っています。もう一度保存すると、いまの診療時間と置き換わります。",
    now: "いまの診療時間",
    in_file: "曜日によって時刻が違うなど、この画面の表で表せない診療時間です。クリニックのファイルで設定されています。変更は運用担当者にご依頼ください。",
    own_hours: |names| {
        format!("次の診療メニューには専用の時間帯があり、診療時間を変えても変わりません:{}", names.join("、"))
    },
    idle: |names| format!("いまの診療時間では予約できる時間がない診療メニューがあります:{}", names.join("、")),
    closures: "休診日",
    no_closures: "休診日は登録されていません。",
    past: "終わった休診",
    add: "休診を追加する",
    remove: "取りやめる",
};

const CLOSURE: ClosureWords = ClosureWords {
    title: "休診を追加",
    lead: "夏季休診、年末年始、学会など、休診にする日を登録します。",
    back: "診療時間と休診日へ戻る",
    first: "開始日",
    last: "終了日(1日だけの場合は空欄)",
    reason: "理由",
    reason_hint: "患者さんに表示されます。例:夏季休診",
    reason_en: "理由(英語)",
    reason_en_hint: "英語の画面に表示されます。例:Summer holidays",
    to_confirm: "確認へ",
    confirm: "休診の確認",
    at_once: "休診にすると、すぐに予約カレンダーに反映され、この期間は予約できなくなります。",
    button: "休診にする",
    removal: "休診の取りやめ",
    removal_help: "取りやめると、患者さんはすぐにこの日を予約できるようになります。",
    remove: "休診を取りやめる",
    not_there: "この休診は変更されています",
    not_there_help: "ほかの画面で、先に変更または取りやめられました。いまの休診日を確かめてください。",
    problem: closure_problem,
};

fn closure_problem(problem: ClosureProblem) -> String {
    let sentence = match problem {
        ClosureProblem::TooLong(most) => return format!("{most}文字以内で入力してください"),
        ClosureProblem::Missing => "日付を入力してください",
        ClosureProblem::Day => "日付を「2026-08-13」のように入力してください",
        ClosureProblem::Order => "終了日は開始日以降の日付にしてください",
        ClosureProblem::Over => "すでに過ぎた日です。今日以降の日付にしてください",
        ClosureProblem::TooFar => "2年以内の日付にしてください",
        ClosureProblem::Forbidden => "表示できない文字が含まれています。入力し直してください",
        ClosureProblem::Japanese => "英語の理由を入力したときは、日本語の理由も入力してください",
        ClosureProblem::TooMany => "登録できる休診の数が上限に達しました。終わった休診を取りやめてから追加してください",
    };
    sentence.to_owned()
}

const fn part(part: PartOfDay) -> &'static str {
    match part {
        PartOfDay::Morning => "午前",
        PartOfDay::Afternoon => "午後",
    }
}

const fn problem(problem: WeekHoursProblem) -> &'static str {
    match problem {
        WeekHoursProblem::Missing => {
            "時刻を「9:00」のように入力してください。診療しない場合は、表のチェックをすべて外してください"
        }
        WeekHoursProblem::Time => "時刻を「9:00」「9時30分」のように入力してください",
        WeekHoursProblem::Order => "終了は開始よりあとの時刻にしてください",
        WeekHoursProblem::Overlap => "午後の開始は、午前の終了よりあとにしてください",
        WeekHoursProblem::LastOutside => "最終受付は、開始から終了までの時刻にしてください",
        WeekHoursProblem::NoDay => "診療する曜日を1つ以上選んでください",
    }
}
