//! The arguments of commands: how each is typed, and what is said about one that is wrong.

use crate::account::CustomerId;
use crate::clinic::picture::LARGEST_FILE;
use crate::clinic::{self, ClinicId};
use crate::clock::{JST, Moment};
use crate::lang::Lang;
use crate::mail::EmailAddress;
use crate::notice::ServiceId;
use crate::staff::Role;
use crate::text_file;
use serde::{Deserialize, Serialize};
use std::convert::Infallible;
use std::io::Read;
use std::path::{Path, PathBuf};
use time::macros::format_description;
use time::{Date, PrimitiveDateTime};

/// An argument whose problem is told together with those of other arguments: its value, or what is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Argument<T>(pub Result<T, String>);

/// A text file as it was when the command was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextFile {
    /// Its path as typed.
    pub path: PathBuf,
    /// Its text, or why it cannot be read in words that follow its name.
    pub text: Result<String, String>,
}

pub(super) fn text_file(path: &str) -> Result<TextFile, Infallible> {
    let text = text_file::read(Path::new(path)).map_err(|why| why.to_string());
    Ok(TextFile { path: path.into(), text })
}

/// The file of a clinic with the pictures that it names, as they were when the command was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClinicFile {
    /// The file.
    pub file: TextFile,
    /// The logo, if it names one.
    #[serde(default)]
    pub logo: Option<PictureBytes>,
    /// The photo, if it names one.
    #[serde(default)]
    pub photo: Option<PictureBytes>,
}

/// The bytes of a picture, or why they cannot be read in words that follow its name.
pub type PictureBytes = Result<Vec<u8>, String>;

pub(super) fn clinic_file(path: &str) -> Result<ClinicFile, Infallible> {
    let file = text_file(path)?;
    let clinic = file.text.as_ref().ok().and_then(|text| Some(clinic::file::read(text).ok()?.0));
    let (logo, photo) = clinic.map_or((None, None), |clinic| (clinic.logo, clinic.photo));
    let [logo, photo] =
        [logo, photo].map(|named| named.map(|named| picture_bytes(&file.path.with_file_name(named.file))));
    Ok(ClinicFile { file, logo, photo })
}

/// The bytes of a picture, no more of them than one may have and one more.
fn picture_bytes(path: &Path) -> PictureBytes {
    let unreadable = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => MISSING.to_owned(),
        _ => format!("cannot be read: {error}"),
    };
    // Asked before it is opened: opening a pipe waits for somebody who writes into it.
    if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err("cannot be read: it is not a regular file".to_owned());
    }
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(unreadable)?;
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

/// What is said of a picture that is not there.
pub(super) const MISSING: &str = "cannot be read: there is no such file beside it";

/// A path as the server understands it, which may run in another folder.
pub(super) fn absolute(path: &str) -> Result<PathBuf, std::io::Error> {
    std::path::absolute(path)
}

pub(super) fn role(text: &str) -> Result<Role, &'static str> {
    Role::parse(text).ok_or("must be owner, reception or doctor")
}

pub(super) fn clinic_id(text: &str) -> Result<ClinicId, &'static str> {
    ClinicId::parse(text).ok_or("not the id of a clinic; it has 1 to 40 of a to z, 0 to 9 and hyphens")
}

pub(super) fn customer_id(text: &str) -> Result<CustomerId, &'static str> {
    CustomerId::parse(text).ok_or("not a customer id; it has 12 digits, and the last one checks the others")
}

pub(super) fn mail_address(text: &str) -> Result<EmailAddress, &'static str> {
    EmailAddress::parse(text).map_err(|_| "not a mail address, such as hanako@example.jp")
}

pub(super) fn notice_id(text: &str) -> Result<ServiceId, &'static str> {
    ServiceId::parse(text).ok_or("not the id of a notice; it has up to 60 lower-case letters, digits and hyphens")
}

pub(super) fn day(text: &str) -> Result<Date, &'static str> {
    Date::parse(text, format_description!("[year]-[month]-[day]")).map_err(|_| "not a date; write it as 2026-12-01")
}

/// A moment on the clock in Japan: `2026-12-01T09:00`.
pub(super) fn moment(text: &str) -> Result<Argument<Moment>, Infallible> {
    let format = format_description!("[year]-[month]-[day]T[hour]:[minute]");
    let read = PrimitiveDateTime::parse(text, format);
    let moment =
        |read: PrimitiveDateTime| Moment::from_millis(read.assume_offset(JST).unix_timestamp().saturating_mul(1000));
    let wrong = |_| format!("\"{text}\" is not a date and time in Japan, such as 2026-12-01T09:00");
    Ok(Argument(read.map(moment).map_err(wrong)))
}

pub(super) fn lang(text: &str) -> Result<Argument<Lang>, Infallible> {
    let lang = Lang::from_tag(text).filter(|known| known.tag() == text);
    Ok(Argument(lang.ok_or_else(|| format!("must be {}", Lang::ALL.map(Lang::tag).join(" or ")))))
}
