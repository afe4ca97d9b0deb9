//! Which well-known domain a mistyped one probably stands for.
//!
//! A suggestion is never a refusal, so the rule may miss some; it must not doubt the domains that people really have.
//! Nothing is looked up in the network.

use strsim::osa_distance;

/// The services that most patients use: the name, and the endings under which it gives out addresses.
const SERVICES: [(&str, &[&str]); 9] = [
    ("gmail", &["com"]),
    ("yahoo", &["co.jp", "com"]),
    ("icloud", &["com"]),
    ("docomo", &["ne.jp"]),
    ("ezweb", &["ne.jp"]),
    ("softbank", &["ne.jp"]),
    ("outlook", &["jp", "com"]),
    ("hotmail", &["co.jp", "com"]),
    ("biglobe", &["ne.jp"]),
];

/// Real domains close to those above: their owners are not asked.
const REAL: [&str; 6] = ["ymail.com", "mail.com", "email.com", "softbank.co.jp", "softbank.jp", "biglobe.co.jp"];

/// Mistakes that a single letter does not explain.
const KNOWN_MISTAKES: [(&str, &str); 9] = [
    ("yahoo.co", "yahoo.co.jp"),
    ("yaho.co", "yahoo.co.jp"),
    ("gmial.co.jp", "gmail.com"),
    ("gmai.co.jp", "gmail.com"),
    ("i.softbank.ne.jp", "i.softbank.jp"),
    ("i.softbank.co.jp", "i.softbank.jp"),
    ("au.ne.jp", "au.com"),
    ("au.co.jp", "au.com"),
    ("g.mail.com", "gmail.com"),
];

/// The well-known domain meant by a lower-case one; none where it is real or unlike any.
pub(super) fn meant(domain: &str) -> Option<String> {
    if let Some((_, meant)) = KNOWN_MISTAKES.iter().find(|(mistake, _)| *mistake == domain) {
        return Some((*meant).to_owned());
    }
    if REAL.contains(&domain) {
        return None;
    }
    let (name, ending) = domain.split_once('.')?;
    let (service, endings, slips) = SERVICES
        .iter()
        .map(|(service, endings)| (*service, *endings, osa_distance(name, service)))
        .min_by_key(|(_, _, slips)| *slips)?;
    let (nearest, distance) = nearest_ending(ending, endings)?;
    // Under the right name a Japanese ending is wrong at any distance. Endings of other countries are left alone:
    // yahoo and the like have addresses there.
    let plausible = match slips {
        0 => (distance > 0) && (distance == 1 || ending == "jp" || ending.ends_with(".jp")),
        1 => distance <= 1,
        2 => distance == 0 && service.len() >= 7,
        _ => false,
    };
    plausible.then(|| format!("{service}.{nearest}"))
}

fn nearest_ending<'a>(ending: &str, endings: &[&'a str]) -> Option<(&'a str, usize)> {
    endings.iter().map(|one| (*one, osa_distance(ending, one))).min_by_key(|(_, distance)| *distance)
}
