//! The 47 prefectures, in the order of their official codes, and how a typed one is recognised.
//!
//! The Japanese name is stored. Cities are free text and are not checked against the prefecture.

use super::problem::PersonProblem;
use super::text::visible_value;
use crate::lang::typed::folded;
use crate::lang::{Lang, Words};

const TYPED_LIMIT: usize = 40;

/// All prefectures, 北海道 first.
pub const PREFECTURES: [Words; 47] = [
    Words("北海道", "Hokkaido"),
    Words("青森県", "Aomori"),
    Words("岩手県", "Iwate"),
    Words("宮城県", "Miyagi"),
    Words("秋田県", "Akita"),
    Words("山形県", "Yamagata"),
    Words("福島県", "Fukushima"),
    Words("茨城県", "Ibaraki"),
    Words("栃木県", "Tochigi"),
    Words("群馬県", "Gunma"),
    Words("埼玉県", "Saitama"),
    Words("千葉県", "Chiba"),
    Words("東京都", "Tokyo"),
    Words("神奈川県", "Kanagawa"),
    Words("新潟県", "Niigata"),
    Words("富山県", "Toyama"),
    Words("石川県", "Ishikawa"),
    Words("福井県", "Fukui"),
    Words("山梨県", "Yamanashi"),
    Words("長野県", "Nagano"),
    Words("岐阜県", "Gifu"),
    Words("静岡県", "Shizuoka"),
    Words("愛知県", "Aichi"),
    Words("三重県", "Mie"),
    Words("滋賀県", "Shiga"),
    Words("京都府", "Kyoto"),
    Words("大阪府", "Osaka"),
    Words("兵庫県", "Hyogo"),
    Words("奈良県", "Nara"),
    Words("和歌山県", "Wakayama"),
    Words("鳥取県", "Tottori"),
    Words("島根県", "Shimane"),
    Words("岡山県", "Okayama"),
    Words("広島県", "Hiroshima"),
    Words("山口県", "Yamaguchi"),
    Words("徳島県", "Tokushima"),
    Words("香川県", "Kagawa"),
    Words("愛媛県", "Ehime"),
    Words("高知県", "Kochi"),
    Words("福岡県", "Fukuoka"),
    Words("佐賀県", "Saga"),
    Words("長崎県", "Nagasaki"),
    Words("熊本県", "Kumamoto"),
    Words("大分県", "Oita"),
    Words("宮崎県", "Miyazaki"),
    Words("鹿児島県", "Kagoshima"),
    Words("沖縄県", "Okinawa"),
];

/// The Japanese name for what was typed, in Japanese with or without its 都, 道, 府 or 県, or in English; none when the
/// field is empty.
pub(super) fn prefecture(raw: &str) -> Result<Option<String>, PersonProblem> {
    let Some(text) = visible_value(raw, TYPED_LIMIT, PersonProblem::NotPrefecture)? else {
        return Ok(None);
    };
    let text = folded(&text);
    let found = PREFECTURES.iter().map(|words| (Lang::Ja.of(*words), Lang::En.of(*words))).find(|(ja, en)| {
        *ja == text || ja.strip_suffix(['都', '府', '県']) == Some(&text) || en.eq_ignore_ascii_case(&text)
    });
    found.map(|(ja, _)| Some(ja.to_owned())).ok_or(PersonProblem::NotPrefecture)
}
