//! What the pages and mails of a reservation say in Japanese.

use super::sentences::{
    AttachmentWords, BookedTogetherWords, CancellationWords, ChangingWords, FourDigitsWords, LeavingWords,
    ReservationChangeWords, ReservationDetailWords, ReservationLetterWords, ReservationWords,
};
use crate::clinic::Visit;
use crate::clock::Moment;
use crate::lang::{self, Lang};
use crate::reservation::four_digits::DigitsProblem;
use crate::reservation::holdings::Booker;
use crate::reservation::model::Reservation;
use crate::reservation::status::Status;

pub const WORDS: ReservationWords = ReservationWords {
    detail: DETAIL,
    change: CHANGE,
    cancellation: CANCELLATION,
    together: TOGETHER,
    digits: DIGITS,
    attachment: ATTACHMENT,
    leaving: LEAVING,
    changing: CHANGING,
    letter: LETTER,
};

const DETAIL: ReservationDetailWords = ReservationDetailWords {
    title: "予約詳細",
    title_receipt: "予約確認",
    number: "予約番号",
    status_label: "状態",
    clinic: "クリニック",
    phone: "電話番号",
    address: "住所",
    map: "地図を見る",
    when: "日時",
    menu: "診療メニュー",
    visit: "初診・再診",
    person: "受診者",
    chart_number: "診察券番号",
    preparation: "受診前の準備",
    bring: "持ち物",
    guardian: "付き添い",
    cancel_until: "キャンセル期限",
    change_until: "変更期限",
    history: "変更前の日時",
    booked_by: |booker| match booker {
        Booker::Asker => "この予約は、あなたが取りました。".to_owned(),
        Booker::Other(Some(name)) => format!("この予約は、{name}さんが取りました。"),
        Booker::Other(None) => "この予約は、共有している方が取りました。".to_owned(),
    },
    change: "予約を変更",
    cancel: "予約をキャンセル",
    again: "もう一度予約する",
    attach: "マイページに追加",
    calendar: "カレンダーに追加",
    back_to_dashboard: "ダッシュボードに戻る",
    to_ways: "変更・キャンセルなどの手続きへ進む",
    back: "予約詳細に戻る",
    cancelled: "予約をキャンセルしました。確認のメールをお送りします。",
    cancelled_already: "この予約はすでにキャンセルされています。",
    call: "お手数ですが、クリニックへお電話ください。",
    status,
    until: |deadline| format!("{}まで", lang::moment(Lang::Ja, deadline)),
    ended: |deadline| format!("{}に締め切りました。", lang::moment(Lang::Ja, deadline)),
};

const CHANGE: ReservationChangeWords = ReservationChangeWords {
    title: "日時の変更",
    lead: "次の予約の日時を選び直します。新しい日時を確定するまで、今の予約はそのままです。",
    button: "日時を選び直す",
    keep: "変更しない",
    refused: "予約は変更されていません",
    not_offered: "この診療メニューの日時は、現在Webでは変更できません。",
    too_late: |deadline| format!("Webでの変更は{}に締め切りました。", lang::moment(Lang::Ja, deadline)),
};

const CANCELLATION: CancellationWords = CancellationWords {
    title: "予約のキャンセル",
    lead: "次の予約をキャンセルします。キャンセルすると元に戻せません。",
    button: "キャンセルする",
    keep: "キャンセルしない",
    policy: "キャンセルについて",
    refused: "予約はキャンセルされていません",
    too_late: |deadline| format!("Webでのキャンセルは{}に締め切りました。", lang::moment(Lang::Ja, deadline)),
};

const TOGETHER: BookedTogetherWords = BookedTogetherWords {
    title: |many| format!("{many}人のご予約"),
    each: "一緒に予約された方です。お一人ずつ変更・キャンセルすることも、まとめてすることもできます。",
    which: |name, many| {
        format!(
            "一緒に予約された方がいます。{name}さんの予約だけをキャンセルするか、{many}人分をすべてキャンセルするかを選んでください。"
        )
    },
    change_one: "この予約だけ変更",
    change_all: |many| format!("{many}人まとめて変更"),
    cancel_one: |name| format!("{name}さんの予約だけキャンセルする"),
    cancel_all: |many| format!("{many}人の予約をすべてキャンセルする"),
    cancelled: "一緒に予約された方の予約も、すべてキャンセルしました。確認のメールをお送りします。",
};

const DIGITS: FourDigitsWords = FourDigitsWords {
    label: "電話番号の下4桁",
    hint: "ご本人の確認のため、ご予約の受診者の電話番号の最後の4桁を入力してください。ご利用情報の変更を予約にも反映した場合は、新しい番号です。",
    unproved: "ご本人の確認ができません",
    guessed: "電話番号の下4桁が何度も違っていたため、この予約はWebから変更・キャンセルできません。予約は変更されていません。",
    problem: digits_problem,
};

const LEAVING: LeavingWords = LeavingWords {
    coming: "これからの予約があります",
    stay: "退会しても、これらの予約は取り消されません。不要な予約は、下のチェックを入れるか、退会の前にキャンセルしてください。",
    stay_removed: "削除しても、これらの予約は取り消されません。不要な予約は、下のチェックを入れてください。残した予約は、予約の確認メールに書かれたURLからご覧いただけます。",
    too_late: "Webでのキャンセルは締め切りました。キャンセルする場合はクリニックへお電話ください。",
    cancel_all: "キャンセルできる予約をすべてキャンセルする",
};

const CHANGING: ChangingWords = ChangingWords {
    coming: "これからの予約があります",
    stay: "下のチェックを外すと、これらの予約の受診者の情報は前のままです。",
    only_of_changed: "情報を変更しないご家族の予約は、変わりません。",
    change_all: "これらの予約の受診者の情報も変更する",
};

const LETTER: ReservationLetterWords = ReservationLetterWords {
    confirmed_subject: "予約完了のお知らせ",
    confirmed: "予約が完了しました。ご来院をお待ちしております。",
    changed_subject: "予約を変更しました",
    changed: "ご予約の日時を変更しました。",
    readdressed_subject: "予約確認URLのお知らせ",
    readdressed: "メールアドレスの変更にともない、ご予約の確認URLが新しくなりました。これまでのメールに書かれたURLは使えません。",
    taken_over: "ご家族の情報の共有が終わり、相手の方が取った次のご予約は、あなたのアカウントのご予約になりました。これまでのメールに書かれた確認URLは使えません。",
    reminder_subject: "ご予約の日が近づいています",
    reminder: "ご予約の日時をお知らせします。",
    cancelled_subject: "予約をキャンセルしました",
    cancelled: "以下のご予約をキャンセルしました。",
    not_asked: "お心当たりがない場合は、クリニックにお電話ください。",
    old_time: "変更前の日時",
    new_time: "変更後の日時",
    notes: "ご注意",
    phone: "クリニックの電話番号",
    policy: "キャンセルポリシー",
    open: "予約確認URL",
    passed: "過ぎました。クリニックにお電話ください。",
    how: "キャンセルや日時の変更は、期限まで上の予約確認URLのページから手続きできます。期限を過ぎた場合は、クリニックにお電話ください。",
    menu,
    summary: |clinic| format!("{clinic} ご予約"),
    of_many: |about, many| format!("{about} ({many}人)"),
    together: "ご予約の人数",
    people: |many| format!("{many}人"),
    link: "予約確認URL",
};

fn status(reservation: &Reservation, now: Moment) -> String {
    match reservation.status {
        Status::Cancelled { at, .. } => format!("キャンセル済み({})", lang::moment(Lang::Ja, at)),
        Status::Arrived | Status::InConsultation => "受付済み".to_owned(),
        _ if reservation.is_coming(now) => "予約済み".to_owned(),
        _ => "終了".to_owned(),
    }
}

fn digits_problem(problem: DigitsProblem) -> String {
    match problem {
        DigitsProblem::NotFour => "電話番号の最後の4桁を、数字で入力してください".to_owned(),
        DigitsProblem::Wrong(left) => format!("ご予約の受診者の電話番号の下4桁と違います。{}", tries(left)),
    }
}

fn tries(left: u32) -> String {
    match left {
        0 => "何度も違ったため、いまは入力できません".to_owned(),
        left => format!("あと{left}回入力できます"),
    }
}

fn menu(name: &str, visit: Visit) -> String {
    match visit {
        Visit::First => format!("{name}(初診)"),
        Visit::Return => format!("{name}(再診)"),
    }
}

const ATTACHMENT: AttachmentWords = AttachmentWords {
    title: "マイページに追加",
    lead: "このご予約を、ログイン中のマイページで見られるようにします。",
    birth_date: "受診する方の生年月日",
    birth_hint: "例:1988/2/3、S63.2.3",
    button: "追加する",
    back: "予約確認へ戻る",
    unreadable_birth: "生年月日を「1988/2/3」のように入力してください",
    unreadable_digits: "電話番号の下4桁を数字4文字で入力してください",
    wrong: |left| format!("生年月日か電話番号の下4桁が、ご予約の内容と違います。{}", tries(left)),
    spent: "入力の誤りが続いたため、追加できません。クリニックにお電話ください",
};
