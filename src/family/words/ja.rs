//! What the pages of ご家族 say in Japanese.

use super::sentences::{FamilyListWords, FamilyWords, MemberFormWords, MemberRemovalWords};
use crate::account::Relation;

pub const WORDS: FamilyWords = FamilyWords { list: LIST, form: FORM, removal: REMOVAL };

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
};

const FORM: MemberFormWords = MemberFormWords {
    add_title: "ご家族を追加する",
    lead: "受診する方の情報を入力してください。電話番号と住所は、ご本人と同じものを入れてあります。",
    change_title: |name| format!("{name}さんの情報"),
    relation: "ご本人から見た続柄",
    no_relation: "続柄を選んでください。",
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
