//! What a clinic says of itself and of its menus, each text with the English that goes with it.

use super::{Clinic, Menu, OwnText};

impl Clinic {
    /// 名称.
    pub fn own_name(&self) -> OwnText<'_> {
        OwnText::new(&self.name, self.en.name.as_deref())
    }

    /// 院長.
    pub fn own_director(&self) -> Option<OwnText<'_>> {
        OwnText::optional(self.director.as_ref(), self.en.director.as_ref())
    }

    /// 住所.
    pub fn own_address(&self) -> OwnText<'_> {
        OwnText::new(&self.site.address, self.en.address.as_deref())
    }

    /// アクセス.
    pub fn own_access(&self) -> Option<OwnText<'_>> {
        OwnText::optional(self.site.access.as_ref(), self.en.access.as_ref())
    }

    /// 駐車場.
    pub fn own_parking(&self) -> Option<OwnText<'_>> {
        OwnText::optional(self.site.parking.as_ref(), self.en.parking.as_ref())
    }

    /// バリアフリー.
    pub fn own_barrier_free(&self) -> Option<OwnText<'_>> {
        OwnText::optional(self.barrier_free.as_ref(), self.en.barrier_free.as_ref())
    }

    /// クリニックからのお知らせ.
    pub fn own_announcement(&self) -> Option<OwnText<'_>> {
        OwnText::optional(self.announcement.as_ref(), self.en.announcement.as_ref())
    }

    /// 予約時の注意.
    pub fn own_booking_notes(&self) -> Option<OwnText<'_>> {
        OwnText::optional(self.booking_notes.as_ref(), self.en.booking_notes.as_ref())
    }

    /// キャンセルポリシー.
    pub fn own_cancellation_policy(&self) -> Option<OwnText<'_>> {
        OwnText::optional(self.cancellation_policy.as_ref(), self.en.cancellation_policy.as_ref())
    }
}

impl Menu {
    /// メニュー名.
    pub fn own_name(&self) -> OwnText<'_> {
        OwnText::new(&self.name, self.en.name.as_deref())
    }

    /// 説明.
    pub fn own_description(&self) -> Option<OwnText<'_>> {
        OwnText::optional(self.description.as_ref(), self.en.description.as_ref())
    }

    /// 診療科.
    pub fn own_department(&self) -> Option<OwnText<'_>> {
        OwnText::optional(self.department.as_ref(), self.en.department.as_ref())
    }

    /// What to do before the visit.
    pub fn own_preparation(&self) -> Option<OwnText<'_>> {
        OwnText::optional(self.preparation.as_ref(), self.en.preparation.as_ref())
    }

    /// 持ち物.
    pub fn own_bring(&self) -> Option<OwnText<'_>> {
        OwnText::optional(self.bring.as_ref(), self.en.bring.as_ref())
    }
}
