//! What 退会 says of reservations.

use crate::lang::Words;

pub const COMING: Words = Words("これからの予約があります", "You have reservations to come");
pub const STAY: Words = Words(
    "退会しても、これらの予約は取り消されません。不要な予約は、下のチェックを入れるか、退会の前にキャンセルしてください。",
    "They stay booked when you leave. If you do not need them, tick the box below or cancel them before you leave.",
);
pub const TOO_LATE: Words = Words(
    "Webでのキャンセルは締め切りました。キャンセルする場合はクリニックへお電話ください。",
    "Cancelling online is closed. To cancel, please call the clinic.",
);
pub const CANCEL_ALL: Words =
    Words("キャンセルできる予約をすべてキャンセルする", "Cancel all reservations that can still be cancelled");
