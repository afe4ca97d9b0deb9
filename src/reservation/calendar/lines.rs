//! The content lines of a calendar file: escaped, folded at 75 octets and ended with CRLF (RFC 5545, section 3.1).

use crate::clock::Moment;
use time::UtcOffset;

/// The most octets of a line, its end not counted, the blank before a continuation counted.
const LIMIT: usize = 75;

/// Content lines, one after another.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A value that needs no escaping, because the code alone chooses it.
    pub(super) fn plain(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// A text of any characters.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{}", escaped(value)));
    }

    /// A moment in UTC, to the second.
    pub(super) fn moment(&mut self, name: &str, moment: Moment) {
        let utc = moment.jst().to_offset(UtcOffset::UTC);
        let (year, month, day) = (utc.year(), u8::from(utc.month()), utc.day());
        let (hour, minute, second) = (utc.hour(), utc.minute(), utc.second());
        self.fold(&format!("{name}:{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z"));
    }

    /// Somebody with a name and an e-mail address. A parameter's value knows no escaping, so quotes are replaced.
    pub(super) fn person(&mut self, name: &str, called: &str, address: &str) {
        let called: String =
            called.chars().filter(|c| !c.is_control()).map(|c| if c == '"' { '\'' } else { c }).collect();
        self.fold(&format!("{name};CN=\"{called}\":mailto:{address}"));
    }

    /// The file.
    pub(super) fn finish(self) -> String {
        self.0
    }

    /// Writes a line in pieces that cut no character.
    fn fold(&mut self, line: &str) {
        let mut room = LIMIT;
        for c in line.chars() {
            if room < c.len_utf8() {
                self.0.push_str("\r\n ");
                room = LIMIT - 1;
            }
            room -= c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }
}

/// A value of type TEXT (section 3.3.11). Control characters but line ends have no way to be written and are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").replace('\r', "\n").chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', c]),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
