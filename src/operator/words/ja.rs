//! What the operator's page says in Japanese.

use super::sentences::{Advice, FactWords, OperatorWords};
use super::size::size;
use crate::lang::{Lang, moment};
use crate::operator::matter::{Ceiling, DiskState, Matter, Timer, WaitingMails};
use crate::work::UncleanStop;

pub const WORDS: OperatorWords = OperatorWords {
    title: "運用状況",
    as_of: |time| format!("{time}現在"),
    reload: "最新の状態を見る",
    clear: "対応が必要なことはありません",
    clear_help: "予約の受付とメールの送信は、ふだんどおり動いています。",
    to_do: |many| format!("対応が必要なことが{many}件あります"),
    advice,
    since: |time| format!("{time}から"),
    commands: "サーバーで入力するコマンド",
    cause: "機械が記録した原因(相談するときに伝えてください)",
    facts: FactWords {
        data: "データ",
        checked: "データファイル",
        sound: "壊れているところは見つかっていません",
        damaged: "壊れています",
        verified: |time| format!("{time}に全体を検査しました。壊れているところはありません"),
        size: "データファイルの大きさ",
        free: "ディスクの空き",
        folder: "データの場所",
        mail: "メール",
        waiting: "送信待ち",
        none_waits: "ありません",
        waits: |many, or_more, oldest| {
            format!("{many}通{}(いちばん古いものは{oldest}に作成)", if or_more { "以上" } else { "" })
        },
        kept: "デモのため、メールは送らずに保存しています",
        service: "サービス",
        version: "バージョン",
        started: "起動した日時",
        base_url: "患者さんが開くアドレス",
        listen: "待ち受けているアドレス",
        last_stop: "最後の異常終了",
        in_order: "記録はありません",
        unclean,
        clock: "サーバーの時計",
        clock_of: |time| format!("日本時間 {time}(お手元の時計と合っているかご確認ください)"),
        unknown: "わかりません",
    },
};

fn advice(matter: &Matter) -> Advice {
    let (title, what) = said(matter);
    Advice { title, what, steps: steps(matter) }
}

fn said(matter: &Matter) -> (&'static str, String) {
    match matter {
        Matter::Unreadable(_) => {
            ("記録の一部を読み取れません", "この画面に出すはずの記録が読めませんでした。".to_owned())
        }
        Matter::Damaged { .. } => (
            "データファイルが壊れています",
            "読めるところの表示と予約の受付は続いていますが、壊れたところの予約や利用者情報は表示できません。"
                .to_owned(),
        ),
        Matter::ReadOnly { disk, .. } => (
            "予約や変更を受け付けられません",
            format!("{}。画面を見ることはできます。直れば自動で受付に戻ります。", disk_words(*disk)),
        ),
        Matter::WriterHangs(seconds) => (
            "データの書き込みが止まっています",
            format!("{seconds}秒前から書き込みが終わりません。ディスクが応答していないようです。"),
        ),
        Matter::MailNotSet => (
            "メールの設定がまだ済んでいません",
            "予約の受付はできますが、新規登録や予約確認のメールは、設定が済むまで送られずに待っています。".to_owned(),
        ),
        Matter::TestMailFailed { .. } => test_mail_failed(),
        Matter::MailStops => (
            "メールの送信が止まっています",
            "メールを送る処理が応答していません。予約の受付は続いています。".to_owned(),
        ),
        Matter::OutboxUnreadable { .. } => {
            ("送信待ちのメールを読み取れません", "新しいメールが送られていないおそれがあります。".to_owned())
        }
        Matter::MailLate { waiting, .. } => mail_late(*waiting),
        Matter::MailGivenUp { mails, or_more } => mail_given_up(mails.len(), *or_more),
        Matter::DiskLow(free) => (
            "ディスクの空きが少なくなっています",
            format!("残りは{}です。なくなると、予約や変更を受け付けられなくなります。", size(*free)),
        ),
        Matter::LimitReached(ceilings) => {
            ("全体の上限に達しました", format!("{}が上限に達し、新しい分をお断りしています。", all_ceilings(ceilings)))
        }
        Matter::TimerFails { timer, .. } => timer_fails(*timer),
        Matter::LocalLinks => local_links(),
        Matter::NoTrustedProxy => (
            "アクセス元を区別できません",
            "すべての患者さんが同じ場所からのアクセスに見えるため、回数の制限が全員にかかるおそれがあります。"
                .to_owned(),
        ),
        Matter::ClockJumped { seconds, .. } => clock_jumped(*seconds),
        Matter::StoppedUncleanly(stop) => {
            ("前回は正しく終了していませんでした", format!("{}。受け付けた予約は失われていません。", unclean(*stop)))
        }
        Matter::WasReadOnly { disk, .. } => (
            "予約や変更を受け付けられない時間がありました",
            format!("{}。いまは受付に戻っています。", disk_words(*disk)),
        ),
        Matter::LimitWasReached { ceiling, .. } => limit_was_reached(*ceiling),
    }
}

const fn steps(matter: &Matter) -> &'static [&'static str] {
    match matter {
        Matter::Unreadable(_) | Matter::Damaged { .. } => &[
            "サーバーを止めます。",
            "下のコマンドで、壊れている表を調べます。",
            "壊れていない最新のバックアップをデータファイルの場所に置き、サーバーを起動します。",
        ],
        Matter::ReadOnly { disk: DiskState::Full, .. } | Matter::DiskLow(_) => &[
            "下のコマンドで空きを確かめ、いらないファイルを別の場所へ移します。",
            "データの場所にあるファイルは消さないでください。",
        ],
        Matter::ReadOnly { disk: DiskState::Failing, .. } | Matter::WriterHangs(_) => &[
            "サーバーの保守を頼んでいる会社に、ディスクの故障として連絡してください。",
            "いまのうちにバックアップの場所を確かめてください。",
        ],
        Matter::MailNotSet => &[
            "この画面の「メールの設定」を開き、契約先から届いた送信サーバーの情報を入力します。",
            "テストメールを送り、届くことを確かめます。",
        ],
        Matter::TestMailFailed { .. } => &[
            "この画面の「メールの設定」を開き、契約先から届いた情報と見比べて直します。",
            "もう一度テストメールを送ります。送れると、この表示は消えます。",
        ],
        Matter::MailStops | Matter::OutboxUnreadable { .. } => {
            &["サーバーを再起動します。", "直らないときは、下のコマンドの結果を添えて相談してください。"]
        }
        Matter::MailLate { .. } => &[
            "メール会社の障害情報を確かめます。",
            "障害がないときは、「メールの設定」でテストメールを送り、設定とパスワードを確かめます。",
        ],
        Matter::MailGivenUp { .. } => &[
            "下の原因に 5.7 やパスワードの語があるときは、メールの設定を確かめます。",
            "ほかは宛先の誤りです。対応は要りません。",
        ],
        Matter::LimitReached(_) => &[
            "いたずらの可能性があります。続くときは、サーバーの保守を頼んでいる会社に相談してください。",
            "急ぎの患者さんには電話で対応してください。",
        ],
        Matter::TimerFails { .. } => &["下の原因を添えて、サーバーの保守を頼んでいる会社に相談してください。"],
        Matter::LocalLinks => &["設定ファイルの base_url を、患者さんが開くアドレスにして、再起動します。"],
        Matter::NoTrustedProxy => &["設定ファイルの [proxy] の trusted に中継サーバーのアドレスを書き、再起動します。"],
        Matter::ClockJumped { .. } => &["下のコマンドで、時刻の自動合わせ(NTP)が働いているか確かめます。"],
        Matter::StoppedUncleanly(_) => {
            &["停電や再起動の心あたりがないときは、サーバーの保守を頼んでいる会社に伝えてください。"]
        }
        Matter::WasReadOnly { .. } | Matter::LimitWasReached { .. } => &[],
    }
}

fn test_mail_failed() -> (&'static str, String) {
    (
        "テストメールを送れませんでした",
        "最後に試したテストメールが送れていません。患者さんへのメールも届かないおそれがあります。".to_owned(),
    )
}

fn local_links() -> (&'static str, String) {
    (
        "メールのリンクを患者さんが開けません",
        "メールに書かれるアドレスが、このサーバーか院内のネットワークの中でしか開けないものになっています。".to_owned(),
    )
}

fn mail_late(waiting: WaitingMails) -> (&'static str, String) {
    (
        "メールが届いていません",
        format!(
            "{}通{}が15分以上送れずに待っています。自動で送り直していて、3日間送れないとあきらめます。",
            waiting.many,
            if waiting.or_more { "以上" } else { "" }
        ),
    )
}

fn mail_given_up(many: usize, or_more: bool) -> (&'static str, String) {
    (
        "送れなかったメールがあります",
        format!(
            "この24時間に{}通{}のメールを送れませんでした。宛先の誤りのほか、メールサーバーに断られた場合もあります。",
            many,
            if or_more { "以上" } else { "" }
        ),
    )
}

fn clock_jumped(seconds: i64) -> (&'static str, String) {
    (
        "サーバーの時計が動かされました",
        format!(
            "約{}{}。時計がずれていると、予約の締切や確認コードが正しく働きません。",
            span(seconds.unsigned_abs()),
            if seconds < 0 { "戻りました" } else { "進みました" }
        ),
    )
}

fn limit_was_reached(ceiling: Ceiling) -> (&'static str, String) {
    (
        "全体の上限に達した時間がありました",
        format!("{}が上限に達しました。いまは受け付けています。", ceiling_words(ceiling)),
    )
}

fn timer_fails(timer: Timer) -> (&'static str, String) {
    match timer {
        Timer::Reminders => ("予約のお知らせメールを作れません", "前日などに送るメールが作られていません。".to_owned()),
        Timer::Sweeping => {
            ("期限の切れた記録を消せません", "予約の受付には影響しませんが、データが増え続けます。".to_owned())
        }
    }
}

const fn disk_words(disk: DiskState) -> &'static str {
    match disk {
        DiskState::Full => "ディスクの空きがありません",
        DiskState::Failing => "ディスクに書き込めません。故障のおそれがあります",
    }
}

const fn ceiling_words(ceiling: Ceiling) -> &'static str {
    match ceiling {
        Ceiling::Mails => "1時間に依頼できるメールの数",
        Ceiling::Choices => "1日に始められる予約の数",
        Ceiling::Forms => "30分に預かる入力途中の画面の数",
    }
}

fn all_ceilings(ceilings: &[Ceiling]) -> String {
    ceilings.iter().map(|ceiling| ceiling_words(*ceiling)).collect::<Vec<_>>().join("、")
}

fn unclean(stop: UncleanStop) -> String {
    let noticed = moment(Lang::Ja, stop.noticed);
    match stop.ran_until {
        Some(until) => format!("{}ごろまで動いたあと突然止まり、{noticed}に起動しました", moment(Lang::Ja, until)),
        None => format!("突然止まり、{noticed}に起動しました"),
    }
}

fn span(seconds: u64) -> String {
    match seconds {
        0..60 => format!("{seconds}秒"),
        60..3600 => format!("{}分", seconds / 60),
        3600..86_400 => format!("{}時間", seconds / 3600),
        _ => format!("{}日", seconds / 86_400),
    }
}
