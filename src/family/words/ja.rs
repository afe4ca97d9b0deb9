//! What the pages of ご家族 say in Japanese.

use super::sentences::{
    FamilyLetterWords, FamilyListWords, FamilyWords, InvitationWords, MemberFormWords, MemberRemovalWords,
    OwnWordWords, SharingWords,
};
use crate::account::Relation;
use crate::lang::{self, Lang};

pub const WORDS: FamilyWords = FamilyWords {
    list: LIST,
    form: FORM,
    removal: REMOVAL,
    sharing: SHARING,
    invitation: INVITATION,
    letter: LETTER,
    own_word: OWN_WORD,
};

const LIST: FamilyListWords = FamilyListWords {
    title: "ご家族",
    lead: "お子さまなど、ご家族の予約もこのアカウントでお取りいただけます。",
    alone: "まだご家族は登録されていません。追加すると、予約のときに名前を選ぶだけで済みます。",
    add: "ご家族を追加する",
    change: "変更する",
    remove: "削除する",
    relation: |relation| match relation {
        Relation::Own => "ご本人",
        Relation::Child => "お子さま",
        Relation::Spouse => "配偶者",
        Relation::Parent => "親",
        Relation::Other => "その他",
    },
    added: "ご家族を追加しました。予約のときに選べます。",
    changed: "変更しました。",
    removed: "削除しました。",
    known: "その方はすでに登録されています。下の一覧をご確認ください。",
    shared: "共有",
    share: "共有する",
    sharing: "共有の設定",
    offer: |name| {
        format!(
            "{name}さんから、この方の管理を引き継いでほしいという申し出があります。管理する方は、共有の相手を決めたり、この方を削除したりできます。"
        )
    },
    offer_form: |name| format!("{name}さんの管理の引き継ぎ"),
    take: "引き受ける",
    do_not_take: "引き受けない",
    taken: "管理を引き継ぎました。",
    not_taken: "引き継ぎを断りました。",
    shared_now: "共有を受け入れました。この方の予約を、あなたのアカウントでも確認・変更できます。",
    shared_already: "この方は、すでに共有されています。",
    declined: "共有を受け入れませんでした。何も共有されていません。",
    share_ended: "共有をやめました。",
};

const FORM: MemberFormWords = MemberFormWords {
    add_title: "ご家族を追加する",
    lead: "受診する方の情報を入力してください。電話番号と住所は、ご本人と同じものを入れてあります。",
    change_title: |name| format!("{name}さんの情報"),
    relation: "ご本人から見た続柄",
    no_relation: "続柄を選んでください。",
    consent: "本人の同意を得ています(18歳以上の方の場合)",
    consent_hint: "18歳以上の方の予約を代わりに取るには、ご本人の同意が必要です。18か月ごとに、予約のときにもう一度お尋ねします。",
    no_consent: "18歳以上の方を追加するには、ご本人の同意を得て、チェックを入れてください。",
    add: "追加する",
    save: "変更する",
    cancel: "やめる",
    back: "ご家族に戻る",
    full: "ご家族は10人まで登録できます。追加するには、今は予約を取らない方を一覧から削除してください。",
};

const REMOVAL: MemberRemovalWords = MemberRemovalWords {
    title: |name| format!("{name}さんを削除する"),
    what: "このアカウントから、この方の情報と予約の一覧がなくなります。クリニックに登録されている患者情報は削除されません。",
    button: "削除する",
    cancel: "やめる",
};

const SHARING: SharingWords = SharingWords {
    title: |name| format!("{name}さんの共有"),
    lead: "この方の予約を、配偶者など、ほかの方のアカウントからも確認・変更できるようにします。",
    invite_title: "ほかの方と共有する",
    what: "相手の方に表示されるのは、この方の情報と予約、それにあなたのお名前だけです。あなたご自身やほかのご家族の予約は表示されません。",
    address: "相手の方のメールアドレス",
    address_hint: "招待のURLをお送りします。相手の方は、このアドレスのアカウントでログインして受け入れます。URLは72時間、1回だけ使えます。",
    send: "招待のメールを送る",
    invited: "招待のメールを送りました。相手の方が受け入れると、共有が始まります。",
    pending: "招待している方",
    pending_what: "まだ受け入れられていません。もう一度招待すると、前の招待のURLは使えなくなります。",
    revoke: "招待を取り消す",
    revoked: "招待を取り消しました。",
    with: "共有している方",
    end: "共有をやめる",
    end_named: |name| format!("{name}さんとの共有をやめる"),
    end_what: "共有をやめると、この方は相手の方に表示されなくなります。相手の方が取った予約は、あなたのアカウントに移ります。",
    ended: "共有をやめました。",
    offer: "管理を引き継ぐ",
    offer_what: "管理を引き継ぐと、共有の相手を決めたりこの方を削除したりできるのは、相手の方になります。あなたは引き続き、この方の予約を確認・変更できます。",
    offer_waits: "引き継ぎの返事を待っています",
    offer_revoke: "引き継ぎを取り消す",
    offered: "引き継ぎを申し出ました。相手の方が「ご家族」の画面で引き受けると、引き継がれます。",
    offer_revoked: "引き継ぎの申し出を取り消しました。",
    full: "共有できるのは3人までです。",
    oneself: "ご自分のメールアドレスです。相手の方のメールアドレスを入力してください",
    held_by: |name| format!("この方は、{name}さんのアカウントから共有されています。"),
    leave_what: |name| {
        format!(
            "共有をやめると、この方の情報と予約は、あなたのページに表示されなくなります。あなたが取った予約は、{name}さんのアカウントに移ります。"
        )
    },
    mails_title: "メールの設定",
    mails: "この方の予約のメールを受け取る",
    mails_hint: "ほかの方が取った予約についても、メールでお知らせします。ご自分で取った予約のメールは、いつも届きます。",
    mails_save: "メールの設定を保存する",
    mails_saved: "メールの設定を保存しました。",
    leaving: "ほかの方と共有しているご家族がいます",
    leaving_what: "退会すると、この方たちの情報と予約は、共有している相手の方のアカウントに引き継がれます。予約は取り消されません。",
};

const INVITATION: InvitationWords = InvitationWords {
    title: "共有の招待",
    who: |name| format!("{name}さんが、次の方をあなたと共有したいと申し出ています。"),
    what: |name| {
        format!(
            "受け入れると、この方の情報と予約を、あなたのアカウントでも確認・変更できます。あなたのお名前と、この方のために取る予約は、{name}さんにも表示されます。ほかのことは、お互いに表示されません。"
        )
    },
    sameness: "ご家族に、お名前・生年月日・性別が同じ方がいます。同じ方ですか。",
    same: "同じ方です。ひとつにまとめます",
    another: "別の方です",
    same_what: "ひとつにまとめると、あなたがこの方のために取った予約も、相手の方と共有されます。情報は、相手の方が登録したものになります。",
    no_sameness: "同じ方かどうかを選んでください",
    accept: "受け入れる",
    decline: "受け入れない",
    kept: "お名前・生年月日・性別が同じ方が、ご本人として、またはほかの方と共有して、すでに登録されています。そのため、この招待は受け入れられません。",
    no_room: "ご家族は10人まで登録できます。受け入れるには、今は予約を取らない方を一覧から削除してから、もう一度招待のURLを開いてください。",
    too_many: "この方は、すでに3人の方と共有されているため、受け入れられません。",
    closed: "この招待は開けません",
    elsewhere: "別のメールアドレスにお送りした招待です。招待のメールを受け取ったアドレスのアカウントでログインしてから、もう一度URLを開いてください。",
    dead: "期限(72時間)が過ぎたか、すでに使われたか、取り消された招待です。共有したい場合は、相手の方に招待を送り直してもらってください。",
};

const LETTER: FamilyLetterWords = FamilyLetterWords {
    invitation_subject: "ご家族の情報を共有する招待",
    invitation: "このサービスをご利用の方から、ご家族の予約を一緒に確認したいというお申し出がありました。下のURLを開き、このメールアドレスのアカウントでログインすると、内容を確かめて、受け入れるかどうかを選べます。",
    open_invitation: "招待の内容を確認する",
    lasts: "URLは72時間、1回だけ使えます。",
    without_account: "アカウントをお持ちでない場合は、このメールアドレスで新規登録をしてから、もう一度URLを開いてください。",
    not_known: "お心当たりがない場合は、このメールを破棄してください。受け入れない限り、何も共有されません。",
    ended_subject: "ご家族の情報の共有が終わりました",
    ended: "ほかの方と共有していたご家族の情報の共有が終わりました。現在の状態は、ご家族の画面でご確認いただけます。",
    handed_over_subject: "ご家族の情報を管理する方が変わりました",
    handed_over: "共有しているご家族の情報を管理する方が変わりました。現在の状態は、ご家族の画面でご確認いただけます。",
    open_family: "ご家族の画面を開く",
    of_age_subject: "ご家族の方がまもなく18歳になります",
    of_age: |day| {
        format!(
            "ご登録のご家族の方が、{}に18歳になります。その日からは、この方の新しい予約を取るのに、ご本人の確認が必要です。",
            lang::date(Lang::Ja, day)
        )
    },
    of_age_booked: "すでにお取りになった予約は、そのままです。ご本人の確認は、今から依頼できます。",
    of_age_ask: "ご本人に確認を依頼する",
    own_word_subject: "予約についてのご確認のお願い",
    own_word: "このサービスをご利用の方が、ご家族としてあなたの予約を取っています。18歳以上の方の予約を続けて取るには、ご本人の確認が必要です。下のURLを開いて、内容をお確かめください。",
    own_word_open: "内容を確認する",
    own_word_not_known: "お心当たりがない場合は、このメールを破棄してください。何も変わりません。",
};

const OWN_WORD: OwnWordWords = OwnWordWords {
    title: |name| format!("{name}さんご本人の確認"),
    from: |day| {
        format!("{}に18歳になります。その日からの新しい予約には、ご本人の確認が必要です。", lang::date(Lang::Ja, day))
    },
    needed: "18歳になられました。新しい予約を取るには、ご本人の確認が必要です。",
    booked_stays: "すでにお取りになった予約は、そのままです。変更やキャンセルもできます。",
    ask: "ご本人に確認を依頼する",
    address: "ご本人のメールアドレス",
    address_hint: "ご本人がお使いのアドレスを入力してください。確認のURLをお送りします。URLは72時間、1回だけ使えます。",
    send: "確認のメールを送る",
    sent: "確認のメールを送りました。ご本人が確認すると、予約を取れるようになります。",
    pending: "確認をお待ちしている宛先",
    not_needed: "いまは、ご本人の確認は必要ありません。",
    not_own: "予約を取る方のメールアドレスです。ご本人がお使いのメールアドレスを入力してください",
    question: "予約についてのご確認",
    who: |name| format!("{name}さんが、ご家族としてあなたの予約を取っています。"),
    what: "確認すると、この方がこれからも、あなたの予約を取れます。同意しない場合は、何もせずにこの画面を閉じてください。",
    give: "予約を取ることに同意する",
    given: "ありがとうございました。確認を受け付けました。",
    closed: "この確認は開けません",
    dead: "期限(72時間)が過ぎたか、すでに使われたか、取り消された確認です。必要なときは、もう一度メールを送ってもらってください。",
};
