//! What the dashboard and the pages of a patient's clinics say in Japanese.

use super::sentences::{ClinicRemovalWords, DashboardWords, DeviceCopyWords, HomeWords, OwnClinicWords};
use crate::lang::{self, Lang};

pub const WORDS: HomeWords =
    HomeWords { dashboard: DASHBOARD, clinic: CLINIC, removal: REMOVAL, device_copy: DEVICE_COPY };

const DASHBOARD: DashboardWords = DashboardWords {
    reservations: "予約一覧",
    reservation: "予約番号",
    nothing_coming: "これからの予約はありません",
    past: "過去の予約・キャンセルした予約",
    past_opener: ["過去の予約・キャンセルした予約", "の表示開閉"],
    past_shown: "過去の予約・キャンセルした予約を表示しました",
    past_hidden: "過去の予約・キャンセルした予約を閉じました",
    booked_by: |name| match name {
        Some(name) => format!("{name}さんが予約"),
        None => "共有している方が予約".to_owned(),
    },
    together: |many| format!("{many}人のご予約"),
    detail: ["予約詳細", "表示開閉"],
    detail_shown: "予約詳細を表示しました",
    detail_hidden: "予約詳細を閉じました",
    cancelled: "キャンセル済み",
    book: "予約する",
    clinics: "マイクリニック",
    empty: "予約とマイクリニックはまだありません",
    empty_how: "クリニックから受け取ったマイクリニック登録用のURLを開くか、QRコードを読み取ると、ここにクリニックが表示されます。",
    empty_family: "ご家族を追加する(お子さまやご両親の予約もできます)",
    empty_booking: "ログインしたままWeb予約をすると、予約もここに表示されます。",
    next_visit: |starts| format!("次の予約 {}", lang::moment(Lang::Ja, starts)),
};

const CLINIC: OwnClinicWords = OwnClinicWords {
    title: "クリニック詳細",
    info: "クリニック詳細情報",
    info_opener: ["クリニック詳細", "表示開閉"],
    info_shown: "クリニック詳細情報を表示しました",
    info_hidden: "クリニック詳細情報を閉じました",
    book: "予約する",
    remove: "マイクリニックから解除",
    back: "ダッシュボードに戻る",
    not_own: "マイクリニックに登録されていません",
    not_own_why: "は、あなたのマイクリニックに登録されていません。",
    not_own_how: "登録するには、クリニックから受け取ったマイクリニック登録用のURLを開くか、QRコードを読み取ってください。ログインしたままWeb予約をしても登録されます。",
    not_own_book: "このクリニックで予約する",
};

const REMOVAL: ClinicRemovalWords = ClinicRemovalWords {
    lead: "次のクリニックをマイクリニックから解除します。",
    button: "解除する",
    keep: "解除しない",
    back: "クリニック詳細に戻る",
    not_again: "解除した後に同じクリニックをマイクリニックに登録しても、これまでの予約はマイページに表示されません。",
    done: "をマイクリニックから解除しました。",
    coming: |count| format!("これからの予約が{count}件あります。"),
    stay: |_| "解除しても、これらの予約は取り消されません。予約はクリニックに残り、予約完了メールにある予約確認URLから確認とキャンセルができます。",
};

const DEVICE_COPY: DeviceCopyWords = DeviceCopyWords {
    title: "次のご予約",
    as_of: |at| format!("最終更新 {}", lang::moment_in_brief(Lang::Ja, at)),
    none: "次のご予約はありません。",
    phone: "電話",
};
