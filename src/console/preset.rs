//! What a clinic begins with, by its department: a menu that most clinics of the kind have, to be changed later.

use crate::lang::Lang;

/// A department for which there is a first menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Department {
    /// 内科.
    InternalMedicine,
    /// 小児科.
    Paediatrics,
    /// 歯科.
    Dentistry,
    /// 皮膚科.
    Dermatology,
    /// 眼科.
    Ophthalmology,
    /// その他: the clinic's own texts name none.
    Other,
}

/// The first menu of a clinic.
pub struct FirstMenu {
    /// Its name.
    pub name: &'static str,
    /// How long a visit takes, in minutes.
    pub minutes: u16,
    /// The ages that it is for, as a clinic's file has them; empty for everybody.
    pub ages: &'static str,
    /// 持ち物.
    pub bring: &'static str,
}

impl Department {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::InternalMedicine,
        Self::Paediatrics,
        Self::Dentistry,
        Self::Dermatology,
        Self::Ophthalmology,
        Self::Other,
    ];

    /// Its word in forms.
    pub const fn value(self) -> &'static str {
        match self {
            Self::InternalMedicine => "naika",
            Self::Paediatrics => "shonika",
            Self::Dentistry => "shika",
            Self::Dermatology => "hifuka",
            Self::Ophthalmology => "ganka",
            Self::Other => "shinsatsu",
        }
    }

    /// That of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|department| department.value() == word)
    }

    /// Its name in the clinic's own texts, where it has one.
    pub fn own_name(self) -> Option<&'static str> {
        (self != Self::Other).then(|| self.name(Lang::Ja))
    }

    /// Its name in forms.
    pub const fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::InternalMedicine, Lang::Ja) => "内科",
            (Self::Paediatrics, Lang::Ja) => "小児科",
            (Self::Dentistry, Lang::Ja) => "歯科",
            (Self::Dermatology, Lang::Ja) => "皮膚科",
            (Self::Ophthalmology, Lang::Ja) => "眼科",
            (Self::Other, Lang::Ja) => "その他",
            (Self::InternalMedicine, Lang::En) => "Internal medicine",
            (Self::Paediatrics, Lang::En) => "Paediatrics",
            (Self::Dentistry, Lang::En) => "Dentistry",
            (Self::Dermatology, Lang::En) => "Dermatology",
            (Self::Ophthalmology, Lang::En) => "Ophthalmology",
            (Self::Other, Lang::En) => "Other",
        }
    }

    /// The menu with which it begins.
    pub const fn first_menu(self) -> FirstMenu {
        let bring = "マイナンバーカードまたは資格確認書、各種医療証、お薬手帳";
        match self {
            Self::InternalMedicine => FirstMenu { name: "一般内科", minutes: 15, ages: "", bring },
            Self::Paediatrics => FirstMenu {
                name: "一般診察",
                minutes: 15,
                ages: "{ to = \"15 years\" }",
                bring: "マイナンバーカードまたは資格確認書、子ども医療証、母子健康手帳、お薬手帳",
            },
            Self::Dentistry => FirstMenu { name: "診察・検診", minutes: 30, ages: "", bring },
            Self::Other => FirstMenu { name: "診察", minutes: 15, ages: "", bring },
            Self::Dermatology => FirstMenu { name: "一般皮膚科", minutes: 10, ages: "", bring },
            Self::Ophthalmology => FirstMenu {
                name: "一般眼科",
                minutes: 20,
                ages: "",
                bring: "マイナンバーカードまたは資格確認書、各種医療証、お薬手帳、お使いの眼鏡・コンタクトレンズ",
            },
        }
    }
}
