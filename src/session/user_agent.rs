//! On what and in which browser somebody signs in, as far as the `User-Agent` header tells, so that they recognise their own
//! devices. The header itself is not stored.
//!
//! The header is whatever a client cares to send, so nothing is decided by it.

use serde::{Deserialize, Serialize};

/// How much of the header is looked at, in bytes: what real browsers send is shorter.
const LONGEST: usize = 512;

/// What a browser says of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserAgent {
    /// On what it runs.
    pub system: Option<System>,
    /// What it is.
    pub program: Option<Program>,
}

/// On what a browser runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum System {
    /// An iPhone, or an iPod touch.
    IPhone,
    /// An iPad whose browser asks for pages made for phones and tablets.
    IPad,
    /// A phone with Android.
    AndroidPhone,
    /// A tablet with Android.
    AndroidTablet,
    /// A Mac, or an iPad whose Safari says that it is one, as it does unless told otherwise.
    Mac,
    /// Windows.
    Windows,
    /// A Chromebook.
    Chromebook,
    /// Linux.
    Linux,
}

/// Which browser it is.
#[expect(missing_docs, reason = "each is the name of a product")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Program {
    Line,
    YahooJapan,
    Facebook,
    Instagram,
    GoogleApp,
    Edge,
    Samsung,
    Opera,
    Firefox,
    Chrome,
    Safari,
}

/// The first that the header holds. iPhones and iPads say "Mac OS X", and Android says "Linux".
const SYSTEMS: [(&str, System); 8] = [
    ("iPhone", System::IPhone),
    ("iPod", System::IPhone),
    ("iPad", System::IPad),
    ("Android", System::AndroidTablet),
    ("Windows", System::Windows),
    ("Macintosh", System::Mac),
    ("CrOS", System::Chromebook),
    ("Linux", System::Linux),
];

/// The first that the header holds. Apps that show pages name the browser inside them as well, nearly all others say "Chrome"
/// or "Safari", and Chrome says "Safari".
const PROGRAMS: [(&str, Program); 20] = [
    ("Line/", Program::Line),
    ("YJApp", Program::YahooJapan),
    ("jp.co.yahoo", Program::YahooJapan),
    ("FBAN/", Program::Facebook),
    ("FBAV/", Program::Facebook),
    ("Instagram", Program::Instagram),
    ("GSA/", Program::GoogleApp),
    ("EdgiOS/", Program::Edge),
    ("EdgA/", Program::Edge),
    ("Edg/", Program::Edge),
    ("SamsungBrowser/", Program::Samsung),
    ("OPR/", Program::Opera),
    ("OPT/", Program::Opera),
    ("OPX/", Program::Opera),
    ("FxiOS/", Program::Firefox),
    ("Firefox/", Program::Firefox),
    ("CriOS/", Program::Chrome),
    ("Chrome/", Program::Chrome),
    ("Chromium/", Program::Chrome),
    ("Safari/", Program::Safari),
];

impl UserAgent {
    /// What a header tells.
    pub fn of(header: &[u8]) -> Self {
        let text = String::from_utf8_lossy(&header[..header.len().min(LONGEST)]);
        let system = first(&SYSTEMS, &text).map(|system| match system {
            System::AndroidTablet if text.contains("Mobile") => System::AndroidPhone,
            other => other,
        });
        Self { system, program: first(&PROGRAMS, &text) }
    }
}

fn first<T: Copy>(marks: &[(&str, T)], text: &str) -> Option<T> {
    marks.iter().find(|(mark, _)| text.contains(mark)).map(|(_, meant)| *meant)
}

#[cfg(test)]
mod tests;
