//! What the desk says in Japanese.

use super::sentences::{
    ChangeWords, DeskBookingWords, DeskWords, FreeWords, LengthWords, ObjectionWords, SlipWords, UnitWords,
};
use crate::console::desk_form::DeskProblem;
use crate::console::reason_form::ReasonProblem;
use crate::lang::typed::Fault;
use crate::lang::{Lang, moment};
use crate::reservation::desk::{Channel, DeskAct, NotAtDesk};
use crate::slots::{Objection, Overfull, PlaceKind};
use crate::{mail, person, slots};

pub const WORDS: DeskWords = DeskWords {
    free: FreeWords {
        title: "空き",
        left: |left| format!("残り{left}"),
        book_at: |seen, also| format!("{seen} {also} に予約を入れる"),
        overfull: |taken, places| format!("満席 {taken}/{places}"),
        own: "今の時間",
        all: "すべての時間",
        grid: "表で見る",
        list: "一覧で見る",
        time: "時刻",
        none: "空きはありません",
        walk_in: "当日受付",
        places_title: |day| format!("{day} の時間を選ぶ"),
        back: "予約台帳へ戻る",
    },
    booking: DeskBookingWords {
        title: "予約を入れる",
        walk_in: "当日受付",
        box_label: "患者さんを探す",
        box_hint: "診察券番号・電話番号(下4桁でも)・カナ・予約番号・生年月日のどれか",
        find: "探す",
        find_or_book: "探す、または予約する",
        found: |count| format!("{count}人が見つかりました"),
        more: "ほかにもいます。もう少し詳しく入力してください。",
        nobody: "該当する方がいません。新患として予約できます。",
        another: "ほかの方にする",
        kept: "前に入力した内容です。まだ予約されていません。",
        start_over: "はじめから入力する",
        new_patient: "新患の方",
        new_hint: "カナと電話番号だけで予約できます(仮登録)。ほかはあとで伺えます。",
        family_kana: "セイ",
        given_kana: "メイ",
        phone: "電話番号",
        one_of_two: "どちらか必須",
        later: "氏名・生年月日など",
        family_name: "姓",
        given_name: "名",
        birth_date: "生年月日",
        sex: "性別",
        sexes: ["男性", "女性", "その他・回答しない"],
        email: "メールアドレス",
        email_hint: "なくても予約できます。",
        email_before: |address| format!("前の予約では {address} でした。ご本人に確かめて入力してください。"),
        chart: "診察券番号",
        visit: "初診・再診",
        visits: ["初診", "再診"],
        channel: "受けた方法",
        channels: ["電話", "窓口"],
        tell: |address| format!("{address} へ予約完了のメールを送る"),
        tell_typed: "メールアドレスがあれば、予約完了のメールを送る",
        button: "予約する",
        receive: "受け付ける",
        provisional: "仮登録",
        problem,
    },
    unit: UnitWords {
        any: |first| first.map_or_else(|| "空いている担当".to_owned(), |unit| format!("空いている担当({unit})")),
        taken: |unit| format!("{unit}(予約あり)"),
        away: |unit| format!("{unit}(休み)"),
        is_away: "休み",
        asked: |unit| format!("{unit}(指定)"),
        change: |label| format!("{label}を変える"),
        change_button: "変更する",
        none: |label| format!("{label}なし"),
    },
    length: LengthWords {
        label: "所要時間",
        minutes: |minutes| format!("{minutes}分"),
        usual: |minutes| format!("{minutes}分(通常)"),
        change: "所要時間を変える",
        button: "変更する",
    },
    objections: ObjectionWords {
        title: "ご確認ください",
        of: objection,
        in_short,
        first: |time, who| format!("{time}に{who}が先に予約を入れました。"),
        reason: "それでも入れる理由",
        presets: ["急患・症状が強い", "院長の指示", "ご家族と一緒に", "患者さんと相談済み"],
        own: "理由(自由記入)",
        own_hint: "予約の記録に残ります。",
        insist: "理由を付けて予約する",
    },
    change: ChangeWords {
        move_title: "予約の移動",
        move_lead: |name| format!("{name}さんの新しい時間を選んでください。移動が済むまで、今の予約はそのままです。"),
        move_button: "移動する",
        from: "今の予約",
        to: "移動先",
        other_menu: |from, to| format!("メニューが「{from}」から「{to}」に変わります。"),
        tell: |address| format!("{address} へメールで知らせる"),
        cancel_title: "予約の取消",
        cancel_why: "取消の理由",
        cancel_presets: ["患者さんからの連絡", "クリニックの都合", "重複・入力の誤り", "その他"],
        cancel_button: "予約を取り消す",
        cancel_call: |name| {
            format!("{name}さんはメールアドレスがないため、お知らせのメールは届きません。お電話でお伝えください。")
        },
        keep: "取り消さずに戻る",
        stay: "変更せずに戻る",
        other_menus: "ほかの診療メニュー",
        details_title: "患者情報の変更",
        details_button: "登録する",
        swap_title: "受診者の変更",
        swap_button: "この方の予約にする",
        another: "続けてもう1人",
        undo: "元に戻す",
        done,
        mail_rests: |time, address| format!("{time} に {address} へメールを送ります。"),
        mail_sent: |time, address| {
            format!("{time} に {address} へメールを送りました。元に戻すと、そのこともメールで知らせます。")
        },
        not_done: "変更できませんでした",
        back: "戻る",
        back_to_visit: "予約の内容へ戻る",
        taken_back,
        why,
        next: "次回予約",
        next_title: |name| format!("{name}さんの次回予約"),
        ahead: ["1週間後", "2週間後", "4週間後", "8週間後", "3か月後", "6か月後"],
        reason: |reason| format!("理由: {reason}"),
        channel: |channel| match channel {
            Channel::Phone => "電話",
            Channel::Desk => "窓口",
        },
        day_before: "前の日",
        day_after: "次の日",
        no_places: "この日に選べる時間はありません。",
    },
    slip: SlipWords {
        open: "控えを印刷",
        title: "ご予約の控え",
        number: "予約番号",
        name: "お名前",
        bring: "お持ちいただくもの",
        preparation: "受診前の準備",
        phone: "お電話",
        qr: "予約確認のQRコード",
        qr_help: "スマートフォンで読み取ると、予約の確認・キャンセルと、マイページへの追加ができます。",
    },
};

const NO_REASON: &str = "理由を選ぶか、入力してください。";

fn problem(problem: &DeskProblem) -> String {
    match problem {
        DeskProblem::Person(field, problem) => (person::words::of(Lang::Ja).problem)(*field, problem),
        DeskProblem::Address(problem) => (mail::words::of(Lang::Ja).address)(*problem).to_owned(),
        DeskProblem::Text(fault) | DeskProblem::Reason(ReasonProblem::Text(fault)) => text_fault(*fault).to_owned(),
        DeskProblem::Reason(ReasonProblem::Missing) => NO_REASON.to_owned(),
        DeskProblem::Reason(ReasonProblem::Unexplained) => {
            "「その他」を選んだときは、理由を入力してください。".to_owned()
        }
    }
}

const fn text_fault(fault: Fault) -> &'static str {
    match fault {
        Fault::TooLong => "長すぎます。短くしてください。",
        Fault::Forbidden => "使えない文字が含まれています。入力し直してください。",
    }
}

fn objection(of: &Objection, menu: &str) -> String {
    let words = slots::words::of(Lang::Ja);
    match of {
        Objection::Day(reason) => (words.sentence)(reason),
        Objection::Hours => "診療メニューの受付時間の外です。".to_owned(),
        Objection::Closed(Some(reason)) => format!("この枠は閉じています({reason})。"),
        Objection::Closed(None) => "この枠は閉じています。".to_owned(),
        Objection::Past => "すでに過ぎた時刻です。".to_owned(),
        Objection::Full(full) => overfull(full),
        Objection::Unit { unit, is_away: true } => format!("「{unit}」は、この時間は休みに設定されています。"),
        Objection::Unit { unit, is_away: false } => format!("「{unit}」には、この時間に別の予約があります。"),
        Objection::Age(ages) => format!("対象年齢({})ではありません。", (words.ages)(ages)),
        Objection::Limit { coming, limit } => format!("この方の予約が{coming}件あります(お一人{limit}件まで)。"),
        Objection::SameDay { starts, .. } => format!("この方は{}に{menu}の予約があります。", moment(Lang::Ja, *starts)),
        Objection::TooNear(near) => (words.sentence)(&slots::Reason::TooNear(near.clone())),
        Objection::Web => "Web予約の受付時間外ですが、こちらからは予約できます。".to_owned(),
    }
}

fn done(act: &DeskAct) -> String {
    match act {
        DeskAct::Booked(_) => "予約を入れました。".to_owned(),
        DeskAct::Moved { from } => {
            let unit = from.unit_name().map(|unit| format!("({unit})")).unwrap_or_default();
            format!("{}{unit} から移動しました。", moment(Lang::Ja, from.starts()))
        }
        DeskAct::UnitChanged { from, to } => match (from.unit_name(), to) {
            (Some(from), Some(to)) => format!("担当を{from}から{to}に変更しました。"),
            (None, Some(to)) => format!("担当を{to}に決めました。"),
            (_, None) => "担当を決めないことにしました。".to_owned(),
        },
        DeskAct::LengthChanged { from, to } => format!("所要時間を{}分から{to}分に変更しました。", from.minutes),
        DeskAct::Cancelled { .. } => "予約を取り消しました。".to_owned(),
        DeskAct::Undone => "元に戻しました。".to_owned(),
        DeskAct::Swapped => "受診者を変更しました。".to_owned(),
        DeskAct::Corrected => "患者情報を登録しました。".to_owned(),
    }
}

fn taken_back(name: &str, start: &str, act: &DeskAct) -> String {
    match act {
        DeskAct::Booked(_) => format!("{name}さんの{start}の予約の追加を元に戻しました。"),
        DeskAct::Moved { .. } => format!("{name}さんの予約の移動を元に戻しました。予約は{start}です。"),
        DeskAct::UnitChanged { .. } => format!("{name}さんの{start}の予約の担当を元に戻しました。"),
        DeskAct::LengthChanged { .. } => format!("{name}さんの{start}の予約の所要時間を元に戻しました。"),
        DeskAct::Cancelled { .. } => format!("{name}さんの{start}の取消を元に戻しました。"),
        DeskAct::Undone | DeskAct::Corrected | DeskAct::Swapped => done(act),
    }
}

const fn why(why: &NotAtDesk) -> &'static str {
    match why {
        NotAtDesk::Objections(_) => "確認が必要なことがあります。",
        NotAtDesk::NoUnit => "担当を選んでください。",
        NotAtDesk::NoReason => NO_REASON,
        NotAtDesk::Cancelled => "この予約は取り消されています。",
        NotAtDesk::Begun => "来院済みか、診察が終わっています。先に「予約」に戻してください。",
        NotAtDesk::Changed => "画面を開いたあとに、この予約が変更されました。今の内容をご確認ください。",
        NotAtDesk::NothingToUndo => "元に戻せる操作がありません。操作した当日に限り、最後の操作を戻せます。",
    }
}

fn in_short(word: &str) -> Option<&'static str> {
    Some(match word {
        "day" => "(休診日・枠外の日)",
        "hours" => "(受付時間外)",
        "closed" => "(閉じた枠)",
        "past" => "(過ぎた時刻)",
        "full" => "(定員超過)",
        "age" => "(対象年齢外)",
        "limit" => "(予約数の上限超過)",
        "unit" => "(担当の重複・不在)",
        "same-day" => "(同じ日に別の予約)",
        "too-near" => "(間隔不足)",
        _ => return None,
    })
}

fn overfull(full: &Overfull) -> String {
    let Overfull { of, taken, places } = full;
    let of = match of {
        PlaceKind::Menu => "満席です",
        PlaceKind::Shared => "共用の枠が満席です",
        PlaceKind::Day => "この日の枠が満席です",
    };
    format!("{of}({taken}/{places})。入れると{}/{places}になります。", taken + 1)
}
