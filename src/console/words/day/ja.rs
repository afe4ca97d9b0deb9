//! What the pages around a day of the book say in Japanese.

use super::{ConsoleDayWords, DayNoteWords, DaySearchWords, KeyWords, QuietWords, WeekWords};
use crate::console::note_form::{LONGEST_NOTE, NoteProblem};

pub const WORDS: ConsoleDayWords = ConsoleDayWords {
    note: DayNoteWords {
        title: "申し送り",
        write: "申し送りを書く",
        change: "変更",
        hint: "この日の予約台帳を開くスタッフ全員に表示され、印刷にも入ります。患者さんには表示されません。",
        button: "保存",
        back: "予約台帳へ戻る",
        changed: "入力中に、ほかの人が申し送りを変更しました。いまの内容:",
        emptied: "(空欄)",
        changed_help: "入力した内容は下に残っています。必要に応じて書き足してから、もう一度保存してください。",
        problem: note_problem,
    },
    search: DaySearchWords {
        title: "この日の予約を探す",
        example: "名前・番号・電話(この日)",
        button: "探す",
        found: |typed, many| match many {
            0 => format!("「{typed}」は、この日の予約には見つかりません。"),
            many => format!("「{typed}」: この日の予約に{many}件"),
        },
        all: "この日をすべて表示",
        elsewhere: "ほかの日の予約",
    },
    quiet: QuietWords {
        span: |from, until| format!("{from}〜{until}"),
        lunch: "休憩",
        closed: "休診",
        brackets: |text| format!("({text})"),
    },
    keys: KeyWords { title: "キー操作", turn_off: "使わない", turn_on: "キー操作を使う" },
    week: WeekWords {
        link: "週",
        title: |from, until| format!("{from}〜{until}"),
        weeks: "週の移動",
        before: "前の週",
        this: "今週",
        after: "次の週",
        day: "日付",
        visits: "予約",
        full: "埋まり具合",
        full_of: |taken, offered| format!("{offered}枠中{taken}枠"),
        no_slots: "枠なし",
        today: "今日の状況",
        waiting: |many| format!("来院 {many}名"),
        first: |many| format!("初診 {many}名"),
        note: "申し送り",
        back: "予約台帳へ戻る",
    },
};

fn note_problem(problem: NoteProblem) -> String {
    match problem {
        NoteProblem::TooLong => format!("{LONGEST_NOTE}文字以内で入力してください"),
        NoteProblem::Forbidden => "表示できない文字が含まれています。入力し直してください".to_owned(),
    }
}
