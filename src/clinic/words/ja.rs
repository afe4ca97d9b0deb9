//! What the clinic's pages say in Japanese.

use super::sentences::{
    ClinicHoursWords, ClinicInfoWords, ClinicRegistrationWords, ClinicWords, PosterSheetWords, PosterWords,
};
use crate::clinic::ClosedDays;
use crate::clinic::today::Hours;
use crate::lang::{self, Lang};
use time::{Date, Weekday};

pub const WORDS: ClinicWords = ClinicWords { hours: HOURS, info: INFO, poster: POSTER, registration: REGISTRATION };

const HOURS: ClinicHoursWords = ClinicHoursWords {
    today: "本日の受付",
    title: "診療時間",
    band: "時間帯",
    is_today: "本日",
    regularly_closed: "休診日",
    closed_ahead: "今後の休診",
    holidays: "祝日",
    over: "本日の受付は終了しました",
    wholly: "本日休診",
    partly: "本日一部休診",
    closed_today: "本日は休診です",
    open: |until| format!("受付中({until}まで)"),
    later: |from| format!("受付時間外({from}から受け付けます)"),
    next: |day, from| format!("次の受付は{}{from}からです。", lang::date(Lang::Ja, day)),
    span: |from, until| format!("{from}〜{until}"),
    last_reception: |last| format!("最終受付{last}"),
    days,
    weekday,
    rule,
    separator: "・",
    opening_bracket: "(",
    hours,
};

const INFO: ClinicInfoWords = ClinicInfoWords {
    photo_of: |name| format!("{name}の写真"),
    announcement: "クリニックからのお知らせ",
    director: "院長",
    departments: "診療科",
    address: "住所",
    map: "地図を見る",
    access: "アクセス",
    parking: "駐車場",
    phone: "電話番号",
    fax: "FAX",
    web_site: "Webサイト",
    languages: "対応言語",
    barrier_free: "バリアフリー",
    payment: "お支払い方法",
    booking_notes: "予約時の注意",
    cancellation_policy: "キャンセルについて",
};

const POSTER: PosterWords = PosterWords {
    title: "マイクリニック登録のポスター",
    lead: "A4の用紙1枚に印刷し、患者さんの目に入るところへお貼りください。",
    svg: "QRコードを保存する(SVG、印刷向き)",
    png: "QRコードを保存する(PNG)",
    out_of_reach: |address| {
        format!(
            "このQRコードは、患者さんのスマートフォンでは開けません。サービスのアドレス({address})が、このコンピューターか院内のネットワークの中でしか使えないためです。設定ファイルの base_url を患者さんが開くアドレスにしてから、印刷してください。"
        )
    },
    registration: PosterSheetWords {
        heading: "マイクリニックに登録できます",
        code: "マイクリニック登録用のQRコード",
        steps: [
            "スマートフォンのカメラでQRコードを読み取ります。",
            "ログインまたは新規登録をします。無料です。",
            "「登録」を押すと、ダッシュボードに表示されます。",
        ],
    },
    booking_title: "Web予約のポスター",
    booking: PosterSheetWords {
        heading: "Web予約ができます",
        code: "Web予約のQRコード",
        steps: [
            "スマートフォンのカメラでQRコードを読み取ります。",
            "診療メニューと日時を選びます。会員登録をしなくても予約できます。",
            "届いたメールで予約の内容を確認できます。",
        ],
    },
};

const REGISTRATION: ClinicRegistrationWords = ClinicRegistrationWords {
    title: "マイクリニック登録",
    way_in: "このクリニックを登録するため、ログインしてください。はじめての方は、下の「新規登録」へお進みください。",
    whether: "次のクリニックをマイクリニックに登録します。登録すると、ダッシュボードに表示されます。",
    register: "登録",
    cancel: "キャンセル",
    close: "閉じる",
    done: "をマイクリニックに登録しました。",
    already: "すでに登録されています",
    already_why: "次のクリニックは、すでにマイクリニックに登録されています。",
    retired: "この登録用コードは新しいものに変わりました",
    retired_why: "クリニックが登録用のURLとQRコードを新しくしたため、このコードでは登録できません。新しいコードはクリニックにお尋ねください。",
    unknown: "登録用コードが見つかりません",
    unknown_cut: "URLが途中で切れているか、入力に間違いがあるかもしれません。URL全体を開くか、QRコードをもう一度読み取ってください。",
    unknown_ask: "それでも開けないときは、コードを受け取ったクリニックにお問い合わせください。",
    home: "トップページへ",
    clinic: "クリニック",
};

fn days(from: Date, until: Date) -> String {
    let (first, last) = (lang::date(Lang::Ja, from), lang::date(Lang::Ja, until));
    if from == until { first } else { format!("{first}〜{last}") }
}

fn weekday(weekday: Weekday) -> String {
    format!("{}曜日", lang::weekday(Lang::Ja, weekday))
}

fn rule(rule: &ClosedDays) -> String {
    match rule {
        ClosedDays::Weekly(of) => weekday(*of),
        ClosedDays::Nth { weekday: of, nth } => {
            let every: Vec<String> = nth.iter().map(|nth| format!("第{nth}")).collect();
            format!("{}{}", every.join("・"), weekday(*of))
        }
        ClosedDays::Holidays => HOURS.holidays.to_owned(),
        ClosedDays::Span { from, until } => days(*from, *until),
    }
}

const fn hours(hours: Hours) -> &'static str {
    match hours {
        Hours::Open => "診療",
        Hours::Part => "一部休診",
        Hours::Closed => "休診",
    }
}
