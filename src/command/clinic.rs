//! `mypage clinic …`: clinics come in from their files and go out to them again.
//!
//! All files of an import are taken in one transaction, or none. `clinic::file` reads and checks them.

use super::outcome::Output;
use super::value::{ClinicFile, MISSING, PictureBytes, TextFile};
use crate::clinic::picture::Picture;
use crate::clinic::{self, Clinic, ClinicId, Menu, PictureFile, file};
use crate::clock::Moment;
use crate::config::BaseUrl;
use crate::lang::{Lang, moment};
use crate::reservation::{self, Stranded};
use crate::slots::Reason;
use crate::store::{self, Store};
use crate::toml::FileProblem;
use std::sync::Arc;

/// The most clinics that are listed.
const MOST: usize = 1000;
/// The most reservations that are named after an import.
const NAMED: usize = 200;

/// A clinic with its menus.
type Entry = (Arc<Clinic>, Vec<Menu>);

/// Takes clinics from files, each in place of the clinic that had its id; all or none.
pub fn import(store: &Store, base_url: &BaseUrl, now: Moment, files: &[ClinicFile]) -> Output {
    let known = |id: &ClinicId| store.read_blocking(now, |r| clinic::rows::find(r, id)).ok().flatten();
    let (entries, pictures) = match read(files, known) {
        Ok(entries) => entries,
        Err(problems) => return Output::refused_for("nothing was imported", &problems),
    };
    let new = entries.clone();
    let before = store.write_blocking(now, move |tx| {
        let mut before = Vec::new();
        for (clinic, menus) in &new {
            let old = find(tx, &clinic.id)?;
            if old.as_ref().is_none_or(|(old, own)| (old, own) != (clinic, menus)) {
                clinic::rows::put(tx, clinic, menus)?;
            }
            before.push(old);
        }
        pictures.iter().try_for_each(|(clinic, picture)| clinic::pictures::put(tx, clinic, picture))?;
        Ok(before)
    });
    let told = before.and_then(|before| {
        let pairs = entries.iter().zip(&before);
        pairs.map(|(new, old)| Ok(line(base_url, old.as_ref(), new) + &remarks(store, now, new)?)).collect()
    });
    told.map_or_else(|error: store::Error| Output::failed(error.to_string()), |text: String| Output::done(text))
}

/// The pictures that came with the files, each of a clinic.
type Pictures = Vec<(ClinicId, Picture)>;

/// Every file's clinic with its pictures, or every problem of all files. `known` is a clinic as it is stored.
fn read(
    files: &[ClinicFile],
    known: impl Fn(&ClinicId) -> Option<Arc<Clinic>>,
) -> Result<(Vec<Entry>, Pictures), Vec<String>> {
    let (mut entries, mut pictures, mut problems): (Vec<Entry>, Pictures, _) = (Vec::new(), Vec::new(), Vec::new());
    for ClinicFile { file: TextFile { path, text }, logo, photo } in files {
        let name = path.display();
        let lines = |found: Vec<FileProblem>| found.iter().map(ToString::to_string).collect();
        let text = text.as_ref().map_err(|why| vec![why.clone()]);
        let entry = text.and_then(|text| file::read(text).map_err(lines));
        match entry {
            Err(found) => problems.extend(found.iter().map(|problem: &String| format!("{name}: {problem}"))),
            Ok((clinic, _)) if entries.iter().any(|(other, _)| other.id == clinic.id) => {
                problems.push(format!("{name}: clinic.id: {} is the id of an earlier file, too", clinic.id));
            }
            Ok((mut clinic, menus)) => {
                let stored = || known(&clinic.id);
                let logo = taken(&mut clinic.logo, logo.as_ref(), || stored()?.logo.clone(), Picture::of_logo);
                let photo = taken(&mut clinic.photo, photo.as_ref(), || stored()?.photo.clone(), Picture::of_photo);
                for (key, taken) in [("logo", logo), ("photo", photo)] {
                    match taken {
                        Ok(picture) => pictures.extend(picture.map(|picture| (clinic.id.clone(), picture))),
                        Err(why) => problems.push(format!("{name}: clinic.{key}: {why}")),
                    }
                }
                entries.push((Arc::new(clinic), menus));
            }
        }
    }
    if problems.is_empty() { Ok((entries, pictures)) } else { Err(problems) }
}

/// Makes the picture of a file that a clinic names. Where the file of that name is not there, as beside an exported one, the picture
/// that is `stored` stays.
fn taken(
    named: &mut Option<PictureFile>,
    bytes: Option<&PictureBytes>,
    stored: impl FnOnce() -> Option<PictureFile>,
    make: impl FnOnce(&[u8]) -> Result<Picture, String>,
) -> Result<Option<Picture>, String> {
    let Some(named) = named else { return Ok(None) };
    let of_file = |why: &str| format!("{} {why}", named.file);
    match bytes {
        Some(Ok(bytes)) => {
            let picture = make(bytes).map_err(|why| of_file(&why))?;
            named.picture = Some(picture.id.clone());
            Ok(Some(picture))
        }
        Some(Err(why)) if why != MISSING => Err(of_file(why)),
        Some(Err(_)) | None => match stored().filter(|stored| stored.file == named.file) {
            Some(PictureFile { picture: Some(picture), .. }) => {
                named.picture = Some(picture);
                Ok(None)
            }
            _ => Err(of_file(MISSING)),
        },
    }
}

fn find(r: &dyn store::Reader, id: &ClinicId) -> store::Result<Option<Entry>> {
    let Some(clinic) = clinic::rows::find(r, id)? else { return Ok(None) };
    Ok(Some((clinic, clinic::rows::menus(r, id)?)))
}

/// What happened to a clinic, and where patients book.
fn line(base_url: &BaseUrl, old: Option<&Entry>, (clinic, menus): &Entry) -> String {
    let what = match old.map(|(old, own)| file::difference((old, own), (clinic, menus))) {
        None => format!("new, {}", counted(menus)),
        Some(changed) if changed.is_empty() => "unchanged".to_owned(),
        Some(changed) => format!("changed: {}", changed.join(", ")),
    };
    format!("{}: {what}: {}\n", clinic.id, url(base_url, &clinic.id))
}

fn counted(menus: &[Menu]) -> String {
    if menus.len() == 1 { "1 menu".to_owned() } else { format!("{} menus", menus.len()) }
}

/// Where patients book.
pub(super) fn url(base_url: &BaseUrl, clinic: &ClinicId) -> String {
    base_url.url(&clinic::path::of_clinic(clinic::path::MENUS, clinic))
}

/// What the owner should look at: likely mistakes in the file, and patients who have to be called.
fn remarks(store: &Store, now: Moment, (clinic, menus): &Entry) -> store::Result<String> {
    let warnings = file::warnings(clinic, menus).into_iter().map(|warning| format!("  warning: {warning}\n"));
    let stranded = store.read_blocking(now, |r| reservation::stranded(r, &clinic.id))?;
    let mut text: String = warnings.collect();
    if !stranded.is_empty() {
        text += &format!("  coming reservations that these rules do not offer: {}; they stay booked\n", stranded.len());
        text.extend(stranded.iter().take(NAMED).map(|one| format!("    {}\n", stranded_line(one))));
    }
    Ok(text)
}

fn stranded_line(Stranded { reservation, reason }: &Stranded) -> String {
    let why = match reason {
        None => "the menu is gone".to_owned(),
        Some(Reason::Closed(Some(reason))) => format!("closed ({})", reason.text(Lang::Ja)),
        Some(Reason::Closed(None)) => "closed".to_owned(),
        Some(Reason::Holiday(name)) => format!("closed ({})", Lang::En.of(*name)),
        Some(Reason::NotOffered) => "the menu is not offered on that day".to_owned(),
        Some(Reason::Suspended(_)) => "the staff have stopped it for that time".to_owned(),
        Some(Reason::Full) => "more reservations than places".to_owned(),
        Some(Reason::Away { .. }) => "the unit is away".to_owned(),
        Some(Reason::NoHours | Reason::NoSuchSlot | Reason::NotTogether | Reason::NotYetOpen(_) | Reason::Over) => {
            "no slot at that time".to_owned()
        }
        // No person is given to the rules here.
        Some(
            Reason::Age(_)
            | Reason::SelfOnly
            | Reason::Consent
            | Reason::OwnWord
            | Reason::Limit(_)
            | Reason::Twice
            | Reason::TooNear(_),
        ) => "the person may not".to_owned(),
    };
    let start = moment(Lang::En, reservation.slot.starts());
    format!("{}  {start}  {}  {why}", reservation.number, reservation.service.name)
}

/// A clinic's file, in the one form in which clinics are written.
pub fn export(store: &Store, now: Moment, id: &ClinicId) -> Output {
    match found(store.read_blocking(now, |r| find(r, id)), id) {
        Ok((clinic, menus)) => Output::done(file::write(&clinic, &menus)),
        Err(outcome) => outcome,
    }
}

/// What was looked for under an id.
pub(super) fn found<T>(result: store::Result<Option<T>>, id: &ClinicId) -> Result<T, Output> {
    match result {
        Ok(Some(found)) => Ok(found),
        Ok(None) => Err(Output::failed(format!("there is no clinic {id}"))),
        Err(error) => Err(Output::failed(error.to_string())),
    }
}

/// All clinics: id, name, where patients book.
pub fn list(store: &Store, base_url: &BaseUrl, now: Moment) -> Output {
    match store.read_blocking(now, |r| clinic::rows::list(r, MOST)) {
        Ok(clinics) if clinics.is_empty() => Output::done("no clinics\n"),
        Ok(clinics) => {
            let line =
                |clinic: &Arc<Clinic>| format!("{}  {}  {}\n", clinic.id, clinic.name, url(base_url, &clinic.id));
            Output::done(clinics.iter().map(line).collect::<String>())
        }
        Err(error) => Output::failed(error.to_string()),
    }
}
