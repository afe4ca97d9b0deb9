//! What the pages and the mail of booking say in Japanese.

use super::sentences::{
    BookedWords, BookingCalendarWords, BookingConfirmationWords, BookingEndedWords, BookingLimitedWords,
    BookingMenusWords, BookingWords, ConfirmationCodeWords, CourseWords,
};
use super::{party, person};
use crate::booking::alternatives::AlternativeKind;
use crate::clinic::{Insurance, Visit};
use crate::lang::{self, Lang};

pub const WORDS: BookingWords = BookingWords {
    course: COURSE,
    ended: ENDED,
    limited: LIMITED,
    menus: MENUS,
    calendar: CALENDAR,
    person: person::ja::PERSON,
    member: person::ja::MEMBER,
    party: party::ja::PARTY,
    confirmation: CONFIRMATION,
    code: CODE,
    booked: BOOKED,
};

const COURSE: CourseWords = CourseWords {
    steps: ["メニュー", "日時", "受診者", "確認"],
    moving_steps: ["新しい日時", "確認"],
    number: "予約番号",
    clinic: "クリニック",
    menu: "診療メニュー",
    when: "日時",
    old_time: "変更前の日時",
    new_time: "変更後の日時",
    another_time: "別の日時を選ぶ",
    leave: "予約をやめる",
    leave_moving: "変更をやめる",
    sign_in: "ログインして予約する",
    phone: "クリニックの電話番号",
    call: "お困りのときや、空きが見つからないときは、クリニックへお電話ください。",
    kept_until: |until| {
        let clock = lang::time_of(Lang::Ja, until);
        format!("この時間は{clock}まで確保しています。過ぎた場合も、空いていればそのまま手続きできます。")
    },
    not_kept: "この時間のお取り置きはありません。確定するときに空いていれば予約できます。お早めにお進みください。",
    signing_in: "予約の手続きの途中です。ログインすると、選んだ日時と入力した内容のまま続けられます。",
};

const ENDED: BookingEndedWords = BookingEndedWords {
    title: "この手続きの画面は終了しています",
    why: "手続きが別の画面で終わったか、取りやめたか、時間がたったため、この画面からは続けられません。",
    booked_perhaps: "予約が完了していたときは、その予約は有効です。",
    booked_title: "予約は完了しています",
    booked: "この手続きの予約は成立しています。",
    by_mail: "内容の確認・変更・キャンセルは、予約の確認メールに書かれたURLからできます。アカウントに登録した予約は、ログイン後のダッシュボードにもあります。",
    on_dashboard: "内容の確認・変更・キャンセルは、ダッシュボード、または予約の確認メールに書かれたURLからできます。",
    to_dashboard: "ダッシュボードを開く",
    sign_in: "ログインしてダッシュボードを開く",
    to_menus: "診療メニューを見る",
};

const LIMITED: BookingLimitedWords = BookingLimitedWords {
    title: "すでにご予約があります",
    of: |name| format!("{name} 様"),
    booked: "現在のご予約",
    change: "日時を変えたいときは、上のご予約を開いて「予約を変更」を選んでください。",
    by_mail: "現在のご予約は、予約の確認メールに書かれたURLからご覧いただけます。",
    menus: "ほかの診療メニューを見る",
};

const MENUS: BookingMenusWords = BookingMenusWords {
    lead: "はじめての方は「初診」、2回目からの方は「再診」でご予約ください。",
    menus: "診療メニュー",
    menus_for: |name| format!("{name}さんの診療メニュー"),
    to_menus: "診療メニューへ進む",
    notes: "予約の前にお読みください",
    announcement: "クリニックからのお知らせ",
    department: "診療科",
    costs: "費用",
    minutes: "所要時間",
    ages: "対象年齢",
    interval: "前回からの間隔",
    interval_days: |days| format!("{days}日以上"),
    bring: "持ち物",
    more: "持ち物・費用など",
    none: "現在、Webで予約できる診療メニューはありません",
    none_why: "ご予約はお電話で承ります。",
    sign_in_hint: "アカウントをお持ちの方は、入力を省けます。",
    sign_in: "ログイン",
    left: "予約の手続きをやめました。何も予約されていません。",
    kept: "変更をやめました。元の予約はそのままです。",
    forgotten: "この端末の記録を消しました。ご予約はそのまま有効です。内容は予約の確認メールからご覧いただけます。",
    insurance,
    book,
    title: |clinic| format!("{clinic} Web予約"),
    not_for: |name| format!("{name}さんは、この診療メニューの対象年齢ではありません。"),
    from: |day| format!("{}以降の日に予約できます。", lang::date(Lang::Ja, day)),
};

const CALENDAR: BookingCalendarWords = BookingCalendarWords {
    title: "日時を選ぶ",
    title_moving: "新しい日時を選ぶ",
    back: "診療メニューに戻る",
    back_to_person: "受診者の情報に戻る",
    next: "すぐに選べる空き",
    earliest_from_old_day: "いまの予約日から早い順",
    alternative: |kind| match kind {
        AlternativeKind::Earliest => "いちばん早い",
        AlternativeKind::Morning => "午前",
        AlternativeKind::Afternoon => "午後",
        AlternativeKind::Saturday => "土曜",
        AlternativeKind::Next => "次に早い",
    },
    month_title: "カレンダーから選ぶ",
    before: "前の月",
    after: "次の月",
    legend_free: "空きあり",
    legend_few: "残りわずか",
    legend_none: "予約できません",
    morning: "午前",
    afternoon: "午後",
    nothing: "現在、予約できる空きがありません",
    no_day: "カレンダーの「空き」がある日を選ぶと、時間が表示されます。",
    no_day_left: "この月に空きはありません。ほかの月をご覧ください。",
    wrong_day: "指定された日は選べません。今日から予約できる日の中からお選びください。",
    not_booked: "まだ予約は完了していません。下の空きからお選びください。",
    not_moved: "元の予約はそのままです。下の空きからお選びください。",
    same_person: "受診する人は変えられません。ほかの方の予約は、この予約とは別にお取りください。",
    book_anew: "新しく予約する",
    typed_kept: "入力した内容は残っています。",
    opens: |at, today| match at.jst_date() == today {
        true => format!("次の予約枠は、本日{}から受け付けます。", lang::time_of(Lang::Ja, at)),
        false => format!("次の予約枠は、{}から受け付けます。", lang::moment(Lang::Ja, at)),
    },
    go_on: "続ける",
    month: |first| format!("{}年{}月", first.year(), u8::from(first.month())),
    around: |day| {
        let weekday = lang::weekday(Lang::Ja, day.weekday());
        (format!("{}月", u8::from(day.month())), format!("日({weekday})"))
    },
    times_of: |day| {
        let day = lang::day_and_month(Lang::Ja, day);
        format!("{day}の時間を選ぶ")
    },
    choose: |day, start| {
        let day = lang::day_and_month(Lang::Ja, day);
        format!("{day}{start} を選ぶ")
    },
    full: |day, start| {
        let day = lang::day_and_month(Lang::Ja, day);
        format!("申し訳ありません。{day}{start}は、ほかの方の予約で満員になりました。")
    },
    going_on: |day, start| {
        let day = lang::day_and_month(Lang::Ja, day);
        format!("手続き中の予約があります: {day}{start}")
    },
    around_time: |day| (lang::day_and_month(Lang::Ja, day), " を選ぶ"),
    around_places: ("残り", ""),
    span: |first, last| if first == last { first.to_string() } else { format!("{first}〜{last}") },
};

const CONFIRMATION: BookingConfirmationWords = BookingConfirmationWords {
    title: "予約内容の確認",
    lead: "まだ予約は完了していません。内容を確かめて、下のボタンを押してください。",
    lead_code: "まだ予約は完了していません。内容を確かめ、メールでお送りした6桁の確認コードを下に入力して、下のボタンを押してください。",
    title_moving: "変更内容の確認",
    lead_moving: "まだ変更は完了していません。内容を確かめて、下のボタンを押してください。",
    book: |name| format!("{name}さんの予約を確定する"),
    change: "変更を確定する",
    mend: "受診者の情報を直す",
    choose_again: "受診する人を選び直す",
    mail_to: "確認メールの宛先",
    person: "受診者",
    visit: "診療の内容",
    rules: "キャンセルと変更について",
    by_phone: "お電話でお願いします",
    perhaps: "もしかして、こちらのメールアドレスではありませんか?",
    use_this: "こちらのメールアドレスに直す",
    changed_elsewhere: "別の画面で日時または受診者が変更されています。下の内容でよいか、もう一度お確かめください。",
    cancelled: "この予約はキャンセルされています。",
    registers: ("予約すると、", "がマイクリニックに登録されます。"),
    beside: "同じ方の、同じ日のご予約がほかにあります。",
    beside_go_on: "この予約もお取りになる場合は、このままお進みください。",
};

const CODE: ConfirmationCodeWords = ConfirmationCodeWords {
    title: "メールアドレスの確認",
    label: "確認コード",
    hint: "メールに書かれた6桁の数字です。",
    missing: "確認コードを入力してください",
    not_six: "確認コードは6桁の数字です。メールをご確認のうえ、6桁を入力してください",
    over: "確認コードが使えなくなりました。「確認コードを送り直す」を押して、新しいコードを入力してください",
    again: "確認コードを送り直す",
    sent: "新しい確認コードをお送りしました。",
    late: "届かないときは、迷惑メールフォルダと、メールアドレスの間違いをお確かめください。",
    sent_to: |until, tries| {
        let until = lang::time_of(Lang::Ja, until);
        format!("に確認コードをお送りしました。{until}まで使えます(あと{tries}回入力できます)。")
    },
    wrong: |tries| format!("確認コードが違います。あと{tries}回入力できます"),
    too_many: |until| {
        let until = lang::time_of(Lang::Ja, until);
        format!("確認コードの送信が続いたため、次のコードは{until}以降にお送りできます。")
    },
    too_many_typed: "すでに届いたコードが使える場合は、下に入力してください。",
    too_many_instead: "お急ぎのときは、クリニックへお電話ください。",
    letter_subject: |starts| match starts {
        Some(starts) => format!("確認コードのお知らせ({}の予約)", lang::moment(Lang::Ja, starts)),
        None => "確認コードのお知らせ".to_owned(),
    },
    letter_lead: |clinic, starts| {
        let when = starts.map_or_else(String::new, |starts| format!("、{}", lang::moment(Lang::Ja, starts)));
        format!("{clinic}{when}のご予約の手続きです。予約のページに、次の6桁の確認コードを入力してください。")
    },
    letter_lasts: |minutes| format!("このコードは{minutes}分間有効です。ほかの人には教えないでください。"),
    letter_not_asked: "お心当たりがない場合は、このメールを破棄してください。",
};

const BOOKED: BookedWords = BookedWords {
    title: "予約確定",
    title_moving: "予約を変更しました",
    title_cancelled: "この予約はキャンセルされています",
    title_stayed: "予約は変わっていません",
    done: "予約が確定しました。当日は、次の予約番号を受付でお伝えください。",
    done_moving: "新しい日時で予約を承りました。予約番号は変わりません。",
    done_stayed: "お選びになった日時は、すでにご予約の日時と同じです。予約はそのままです。",
    registered: "をマイクリニックに登録しました。",
    mailed: "確認メールをお送りしました。",
    mailed_to: "宛先:",
    mailed_why: "メールに書かれたURLから、予約の確認・変更・キャンセルができます。",
    calendar: "カレンダーに追加",
    manage: "変更・キャンセル",
    print: "このページは印刷してお持ちいただけます。",
    account: "次回からもっと簡単に",
    account_why: "アカウントを作ると、予約をいつでも確認でき、次回から入力が省けます。無料です。",
    account_button: "上記の情報でアカウント作成",
    dashboard: "ダッシュボードへ",
    another: "別の予約をする",
    shared: "ほかの方と共用の端末をお使いのときは、最後に押してください。ご予約は取り消されません。",
    forget: "この端末の記録を消す",
};

const fn insurance(insurance: Insurance) -> &'static str {
    match insurance {
        Insurance::Insured => "保険診療",
        Insurance::Private => "自由診療(保険適用外)",
        Insurance::Public => "公費(市区町村などが負担します)",
    }
}

const fn book(visit: Visit) -> &'static str {
    match visit {
        Visit::First => "初診で予約",
        Visit::Return => "再診で予約",
    }
}
