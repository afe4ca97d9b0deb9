//! What a device and its browser are called: mostly by the names of products, which are the same in both languages.

use crate::lang::Lang;
use crate::session::{Program, System, UserAgent};

/// A device as its owner calls it: `iPhone の Safari`, `Safari on iPhone`.
pub fn device(lang: Lang, agent: UserAgent) -> String {
    let (system, program) = (agent.system.map(|system| system_name(lang, system)), agent.program.map(program_name));
    match (lang, system, program) {
        (Lang::Ja, Some(system), Some(program)) => format!("{system} の {program}"),
        (Lang::En, Some(system), Some(program)) => format!("{program} on {system}"),
        (Lang::Ja, Some(system), None) => format!("{system} のブラウザー"),
        (Lang::En, Some(system), None) => format!("A browser on {system}"),
        (_, None, Some(program)) => program.to_owned(),
        (Lang::Ja, None, None) => "種類の分からない端末".to_owned(),
        (Lang::En, None, None) => "An unknown device".to_owned(),
    }
}

const fn system_name(lang: Lang, system: System) -> &'static str {
    match (system, lang) {
        (System::IPhone, _) => "iPhone",
        (System::IPad, _) => "iPad",
        (System::AndroidPhone, Lang::Ja) => "Android スマートフォン",
        (System::AndroidPhone, Lang::En) => "Android phone",
        (System::AndroidTablet, Lang::Ja) => "Android タブレット",
        (System::AndroidTablet, Lang::En) => "Android tablet",
        (System::Mac, Lang::Ja) => "Mac または iPad",
        (System::Mac, Lang::En) => "Mac or iPad",
        (System::Windows, _) => "Windows",
        (System::Chromebook, _) => "Chromebook",
        (System::Linux, _) => "Linux",
    }
}

const fn program_name(program: Program) -> &'static str {
    match program {
        Program::Line => "LINE",
        Program::YahooJapan => "Yahoo! JAPAN",
        Program::Facebook => "Facebook",
        Program::Instagram => "Instagram",
        Program::GoogleApp => "Google",
        Program::Edge => "Edge",
        Program::Samsung => "Samsung Internet",
        Program::Opera => "Opera",
        Program::Firefox => "Firefox",
        Program::Chrome => "Chrome",
        Program::Safari => "Safari",
    }
}
