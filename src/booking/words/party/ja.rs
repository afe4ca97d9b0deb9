//! What the pages of booking for several people say in Japanese.

use super::BookingPartyWords;
use crate::booking::guest_party_form::GuestPartyProblem;
use crate::booking::party::{MOST, VisitOrder};
use crate::booking::party_form::PartyProblem;
use crate::lang::{self, Lang};
use crate::slots::{self, DayLimit};

pub const PARTY: BookingPartyWords = BookingPartyWords {
    title: "ご家族をまとめて予約する",
    lead: "2人から4人まで、一度の手続きで予約できます。全員が入れる時間だけをご案内します。",
    who: "受診する人",
    add: "ご家族を追加する",
    menu: "診療メニュー",
    menus_differ: "人ごとに別の診療メニューを選ぶ",
    menu_of: |name| format!("{name}さんの診療メニュー (空欄は上と同じ)"),
    order: "受診のしかた",
    order_of: |order| match order {
        VisitOrder::InTurn => "続けて",
        VisitOrder::AtOnce => "同じ時間に",
    },
    in_turn_note: |gap| match gap {
        0 => "お一人ずつ、間をあけずに受診します。".to_owned(),
        gap => format!("お一人ずつ順番に受診します。間があくときも{gap}分までです。"),
    },
    at_once_note: "全員が同じ時刻の予約になります。",
    to_slots: "日時を選ぶ",
    alone: "まとめて予約するには、先にご家族を登録してください。",
    no_menu: "このクリニックには、まとめて予約できる診療メニューがありません。お一人ずつご予約ください。",
    problem,
    guest_problem,
    of_one: |name, problem| format!("{name}さん: {problem}"),
    how_many: "人数",
    people: |many| format!("{many}人"),
    nth: |at| format!("{at}人目"),
    menu_of_nth: |at| format!("{at}人目の診療メニュー (空欄は上と同じ)"),
    guest_lead: "2人から4人まで、一度の手続きで予約できます。受診する方のお名前は、日時を選んだ後に入力します。",
    sign_in_hint: "アカウントをお持ちの方は、ログインすると、登録したご家族を選ぶだけで予約できます。",
    previous_person: "前の方の入力に戻る",
    next_person: "次の方の入力へ",
    title_of_person: |title, at, many| format!("{title}({at}人目 / {many}人)"),
    only_so_many,
    link: "2人以上をまとめて予約する",
    together: |many| format!("{many}人の予約"),
    change: "人やメニューを変える",
    other_order: |order| match order {
        VisitOrder::InTurn => "続けてなら、この日に全員で予約できます",
        VisitOrder::AtOnce => "同じ時間になら、この日に全員で予約できます",
    },
    only: |names| match names {
        [name] => format!("{name}さんだけなら、この日に予約できます"),
        names => format!(
            "{}の{}人なら、この日に予約できます",
            names.iter().map(|name| format!("{name}さん")).collect::<Vec<_>>().join("と"),
            names.len()
        ),
    },
    limit: |menu, limit, today| match limit {
        DayLimit::From(day) => format!("「{menu}」は、{}以降の日に予約できます。", lang::date(Lang::Ja, day)),
        DayLimit::Until(day) => format!("「{menu}」を予約できるのは、{}までです。", lang::date(Lang::Ja, day)),
        DayLimit::Opens(at) if at.jst_date() == today => {
            format!("「{menu}」の次の予約枠は、本日{}から受け付けます。", lang::time_of(Lang::Ja, at))
        }
        DayLimit::Opens(at) => format!("「{menu}」の次の予約枠は、{}から受け付けます。", lang::moment(Lang::Ja, at)),
    },
    free_for_all: "全員可",
    time_of: |name| format!("選ぶ時間は、{name}さんの予約の時間です。ほかの方も、いまの順番と間隔のまま動きます。"),
    staying: "一緒に予約された方",
    comes_at: |name| format!("{name}さんは"),
    until: "変更・キャンセル期限",
    book: |many| format!("{many}人の予約を確定する"),
    move_all: |many| format!("{many}人の変更を確定する"),
    content: |name| format!("{name}さんの予約の内容"),
};

fn only_so_many(menus: &[String]) -> String {
    let mut different = menus.to_vec();
    different.dedup();
    match different.as_slice() {
        [menu] => format!("{menu}を{}人までなら、この日に予約できます", menus.len()),
        _ => format!("{}の{}人なら、この日に予約できます", menus.join("・"), menus.len()),
    }
}

fn guest_problem(problem: GuestPartyProblem) -> &'static str {
    match problem {
        GuestPartyProblem::HowMany => "人数を選んでください。お一人の予約は「診療メニュー」の画面からできます。",
        GuestPartyProblem::NoMenu => "診療メニューを選んでください。",
        GuestPartyProblem::NoOrder => "受診のしかたを選んでください。",
    }
}

fn problem(problem: &PartyProblem) -> String {
    match problem {
        PartyProblem::TooFew => {
            "2人以上を選んでください。お一人の予約は「診療メニュー」の画面からできます。".to_owned()
        }
        PartyProblem::TooMany => format!("一度に予約できるのは{MOST}人までです。{MOST}人までにしてください。"),
        PartyProblem::Unknown => "この方は、ご家族に登録されていません。選び直してください。".to_owned(),
        PartyProblem::NoMenu => "診療メニューを選んでください。".to_owned(),
        PartyProblem::NoOrder => "受診のしかたを選んでください。".to_owned(),
        PartyProblem::NotForAge(ages) => {
            let ages = (slots::words::of(Lang::Ja).ages)(ages);
            format!("この診療メニューは、{ages}の方が対象です。別の診療メニューを選ぶか、チェックを外してください。")
        }
        PartyProblem::NoConsent => "この中の18歳以上の方の同意を得て、チェックを入れてください。".to_owned(),
        PartyProblem::NotFor(reason) => (slots::words::of(Lang::Ja).sentence)(reason),
    }
}
