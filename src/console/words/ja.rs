//! What the console says in Japanese.

use super::hours::ja::WORDS as HOURS;
use super::sentences::{
    BookWords, ClinicsWords, ConsoleWords, LineWords, LiveWords, NotSetWords, OpenClinicWords, StatusWords, VisitWords,
};
use crate::console::book::Mark;
use crate::console::opening_form::OpeningProblem;
use crate::reservation::Attendance;
use crate::reservation::attendance::NotSet;
use crate::work::Actor;

pub const WORDS: ConsoleWords = ConsoleWords {
    book: BookWords {
        title: "予約台帳",
        title_of_today: |day| format!("今日 {day}"),
        days: "日付の移動",
        today: "今日",
        day_before: "前の日",
        day_after: "次の日",
        date: "日付",
        go: "表示",
        as_of: |time| format!("{time} 現在"),
        reload: "更新",
        now: "現在",
        to_now: "現在へ",
        none: "この日のご予約はありません",
        none_help: "予約が入ると、ここに時刻順で表示されます。",
        none_closed: "休診日",
        waiting: "来院",
        called: "診察中",
        expected: "予約",
        finished: "終了",
        no_show: "無断キャンセル",
        cancelled: "取消",
    },
    live: LiveWords {
        stale: "{}から更新できていません",
        booked: "新しい予約",
        changed: "変更あり",
        refresh: "30秒ごとに自動で更新する",
        refreshed: "30秒ごとに自動で更新しています。",
        stop: "自動更新を止める",
    },
    line: LineWords {
        age: |years| format!("{years}歳"),
        no_chart: "診察券なし",
        number: "予約番号",
        first: "初診",
        again: "再診",
        way,
        mark,
        minutes: |minutes| format!("{minutes}分待ち"),
        late: |minutes| format!("{minutes}分遅れ"),
        taken_back: "元に戻しました",
        set_to,
        back: "ひとつ前に戻す",
        more: |name| format!("{name}さんのほかの操作"),
    },
    status: StatusWords { of: status, cancelled: "取消" },
    visit: VisitWords {
        back: "予約台帳へ戻る",
        booking: "ご予約",
        person: "受診される方",
        history: "受付の記録",
        number: "予約番号",
        menu: "メニュー",
        way: "予約の方法",
        booked: "予約した日時",
        kana: "カナ",
        birth: "生年月日",
        phone: "電話番号",
        email: "メールアドレス",
        chart: "診察券番号",
        not_asked: "未確認",
        no_email: "なし(メールは届きません)",
        by: |name| format!("({name})"),
        waited: |minutes| format!("待ち時間は{minutes}分でした。"),
    },
    clinics: ClinicsWords {
        title: "クリニックを選んでください",
        none: "クリニックが登録されていません",
        none_help: "このアカウントは、まだどのクリニックにも登録されていません。クリニックの管理者に招待をご依頼ください。",
    },
    not_set: NotSetWords { title: "変更できませんでした", why, back: "予約台帳へ戻る" },
    open_clinic: OpenClinicWords {
        title: "クリニックの登録",
        lead: "予約の受付に必要なことだけを伺います。診療時間・休診日・メールの設定は、このあといつでも画面で変えられます。",
        name: "クリニックの名前",
        kana: "フリガナ",
        kana_hint: "例:サクラナイカクリニック",
        department: "診療科",
        department_hint: "最初の診療メニューを1つ用意して、予約の受付を始めます。",
        phone: "電話番号",
        address: "住所",
        first_menu: |name, minutes| format!("最初のメニュー:{name}({minutes}分)"),
        id: "予約ページのアドレスに使う名前",
        id_hint: |base| {
            format!("英小文字・数字・ハイフン。{base}/b/ のあとに続きます。あとから変えられません。例:sakura")
        },
        button: "登録して予約の受付を始める",
        opened: "Web予約の受付が始まりました。",
        opened_without_mail: "クリニックを登録しました。Web予約を始めるには、次にメールの設定をしてください。",
        hours_help: "夏季休診などの休診日や、診療時間の変更は、こちらで登録します。",
        booking: "予約ページ",
        booking_help: "このアドレスかQRコードを、ホームページや診察券、院内の掲示でお知らせください。",
        qr: "予約ページのQRコード",
        posters: "予約ページとポスター",
        booking_poster: "Web予約のポスター",
        poster: "マイクリニック登録のポスター",
        poster_help: "患者さんがマイページにクリニックを登録するためのポスターです。印刷して待合室に貼ってください。",
        to_book: "予約台帳を開く",
        problem: opening_problem,
    },
};

const fn way(by: Option<Actor>) -> &'static str {
    match by {
        Some(Actor::Patient) => "Web会員",
        Some(Actor::Guest) | None => "Web",
        Some(Actor::Staff) => "窓口・電話",
        Some(Actor::Operator | Actor::System) => "システム",
    }
}

const fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::FirstVisit => "初診",
        Mark::Namesake => "同姓同名",
        Mark::Group => "連続予約",
        Mark::Guardian => "保護者同伴",
        Mark::Provisional => "仮登録",
        Mark::ClosedSlot => "閉じた枠",
        Mark::Overbooked => "定員超過",
    }
}

const fn set_to(to: Attendance) -> &'static str {
    match to {
        Attendance::Booked => "予約に戻す",
        Attendance::Arrived => "来院",
        Attendance::InConsultation => "診察へ",
        Attendance::Fulfilled => "終了",
        Attendance::NoShow => "無断キャンセル",
    }
}

const fn status(attendance: Attendance) -> &'static str {
    match attendance {
        Attendance::Booked => "予約",
        Attendance::Arrived => "来院",
        Attendance::InConsultation => "診察中",
        Attendance::Fulfilled => "終了",
        Attendance::NoShow => "無断キャンセル",
    }
}

const fn why(why: NotSet) -> &'static str {
    match why {
        NotSet::Cancelled => "この予約は取り消されています。",
        NotSet::NotBegun => "予約の時刻になるまでは、無断キャンセルにできません。",
        NotSet::BeforeTheDay => "受診日の当日になってから操作してください。",
        NotSet::AnotherDay => "元に戻せるのは受診日の当日だけです。",
        NotSet::Changed => "ほかの画面で先に変更されました。いまの状態を確かめてから、もう一度操作してください。",
    }
}

fn opening_problem(problem: OpeningProblem) -> String {
    let sentence = match problem {
        OpeningProblem::TooLong(most) => return format!("{most}文字以内で入力してください"),
        OpeningProblem::Hours(problem) => (HOURS.week.problem)(problem),
        OpeningProblem::Missing => "入力してください",
        OpeningProblem::Forbidden => "表示できない文字が含まれています。入力し直してください",
        OpeningProblem::NotKana => "カタカナかひらがなで入力してください",
        OpeningProblem::Id => "英小文字・数字・ハイフンで、40文字以内で入力してください。例:sakura",
        OpeningProblem::IdTaken => "この名前はほかのクリニックが使っています。別の名前にしてください",
        OpeningProblem::Phone => "電話番号を、市外局番から入力してください。例:03-1234-5678",
    };
    sentence.to_owned()
}
