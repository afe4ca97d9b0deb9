//! The labels of everything that a clinic says of itself.

use crate::lang::Words;

pub const ANNOUNCEMENT: Words = Words("クリニックからのお知らせ", "From the clinic");
pub const DIRECTOR: Words = Words("院長", "Director");
pub const DEPARTMENTS: Words = Words("診療科", "Departments");
pub const ADDRESS: Words = Words("住所", "Address");
pub const MAP: Words = Words("地図を見る", "Show on a map");
pub const ACCESS: Words = Words("アクセス", "Getting there");
pub const PARKING: Words = Words("駐車場", "Parking");
pub const PHONE: Words = Words("電話番号", "Phone");
pub const FAX: Words = Words("FAX", "Fax");
pub const WEB_SITE: Words = Words("Webサイト", "Web site");
pub const LANGUAGES: Words = Words("対応言語", "Languages spoken");
pub const BARRIER_FREE: Words = Words("バリアフリー", "Accessibility");
pub const PAYMENT: Words = Words("お支払い方法", "Ways to pay");
pub const BOOKING_NOTES: Words = Words("予約時の注意", "Before you book");
pub const CANCELLATION_POLICY: Words = Words("キャンセルについて", "About cancelling");
