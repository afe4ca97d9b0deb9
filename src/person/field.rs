//! The fields of a person's form. Labels and hints are in `words`.

use crate::ui::FormField;

/// A field of a person's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonField {
    /// 姓.
    FamilyName,
    /// 名.
    GivenName,
    /// セイ.
    FamilyKana,
    /// メイ.
    GivenKana,
    /// 生年月日.
    BirthDate,
    /// 性別.
    Sex,
    /// 電話番号.
    Phone,
    /// 郵便番号.
    PostalCode,
    /// 都道府県.
    Prefecture,
    /// 市区町村.
    City,
    /// 町域・番地.
    Line,
    /// 建物名.
    Building,
}

impl FormField for PersonField {
    fn name(self) -> &'static str {
        match self {
            Self::FamilyName => "family_name",
            Self::GivenName => "given_name",
            Self::FamilyKana => "family_kana",
            Self::GivenKana => "given_kana",
            Self::BirthDate => "birth_date",
            Self::Sex => "sex",
            Self::Phone => "phone",
            Self::PostalCode => "postal_code",
            Self::Prefecture => "prefecture",
            Self::City => "city",
            Self::Line => "line",
            Self::Building => "building",
        }
    }
}
