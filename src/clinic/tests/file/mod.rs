//! The clinic's file: what it refuses and where, and that what is written is read back.

mod any;
mod faults;
mod fixtures;

mod round;

use crate::clinic::file::read;

/// The least that a file needs.
const LEAST: &str = "\
[clinic]
id = \"aoba\"
name = \"あおば医院\"
kana = \"アオバイイン\"
phone = \"03-0000-0001\"
address = \"架空市青葉町1-2-3\"
";

/// A menu to follow it.
const MENU: &str = "\
[[menu]]
id = \"naika\"
name = \"内科\"
minutes = 30
places = 2
opens = { days = 60, at = \"8:00\" }
closes = { hours = 1 }
cancel_until = { days = 1, at = \"17:00\" }
change_until = { days = 1, at = \"17:00\" }
";

/// Every problem of a text, a line each.
fn problems(text: &str) -> Vec<String> {
    read(text).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}
