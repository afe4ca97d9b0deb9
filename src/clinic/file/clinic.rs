//! `[clinic]`: the clinic itself.

use super::value::{id, line, lines, text, url};
use super::{booking, closed, english, hours, pool};
use crate::clinic::{Clinic, ClinicId, ClinicSite, Colour, PictureFile};
use crate::lang::Lang;
use crate::person::{PersonField, Phone, PostalCode, words};
use crate::toml::{self, Read, Section, Value};

/// The most characters of a name, and of an address.
const NAME: usize = 60;
const ADDRESS: usize = 150;

/// Reads everything but the menus.
pub(super) fn read(root: &Section<'_>) -> Option<Clinic> {
    let own = root.section("clinic");
    if !root.has("clinic") {
        root.problem("clinic", "is missing; begin the file with [clinic]");
    }
    let (hours, closures) = (hours::read(root), closed::read(root));
    let (booking, pools) = (booking::read(root), pool::read(root));
    let own = own?;
    let (id, name, kana) =
        (own.required("id", clinic_id), own.required("name", line(NAME)), own.required("kana", line(NAME)));
    let (site, director) = (site(&own), own.optional("director", line(NAME)));
    let (phone, fax) = (own.required("phone", phone), own.optional("fax", phone));
    let [departments, languages, payment] = ["departments", "languages", "payment"].map(|key| own.optional(key, lines));
    let [barrier_free, announcement, booking_notes, cancellation_policy] =
        ["barrier_free", "announcement", "booking_notes", "cancellation_policy"].map(|key| own.optional(key, text));
    let (web_site, en) = (own.optional("web_site", url), english::of_clinic(&own, &closures));
    let colour = own.optional("colour", colour);
    let [logo, photo] = ["logo", "photo"].map(|key| own.optional(key, file_beside));
    Some(Clinic {
        id: id?,
        name: name?,
        kana: kana?,
        director,
        departments: departments.unwrap_or_default(),
        site: site?,
        phone: phone?,
        fax,
        web_site,
        hours,
        closures,
        languages: languages.unwrap_or_default(),
        barrier_free,
        payment: payment.unwrap_or_default(),
        announcement,
        booking_notes,
        cancellation_policy,
        booking,
        pools,
        en,
        colour,
        logo: logo.map(unread),
        photo: photo.map(unread),
    })
}

fn site(own: &Section<'_>) -> Option<ClinicSite> {
    let (postal_code, address) = (own.optional("postal_code", postal_code), own.required("address", line(ADDRESS)));
    let (access, map_url, parking) =
        (own.optional("access", text), own.optional("map_url", url), own.optional("parking", text));
    Some(ClinicSite { postal_code: postal_code.flatten(), address: address?, access, map_url, parking })
}

fn colour(value: &Value<'_>) -> Read<Colour> {
    Colour::parse(toml::text(value)?).ok_or_else(|| "must be such as \"#0b5c63\"".to_owned())
}

/// A picture whose file has not been read.
const fn unread(file: String) -> PictureFile {
    PictureFile { file, picture: None }
}

/// The name of a file that lies beside that of the clinic.
fn file_beside(value: &Value<'_>) -> Read<String> {
    let name = line(NAME)(value)?;
    let stays = !name.starts_with('.') && !name.contains(['/', '\\']);
    if stays { Ok(name) } else { Err("must be the name of a file beside this one, such as \"logo.png\"".to_owned()) }
}

fn clinic_id(value: &Value<'_>) -> Read<ClinicId> {
    id(value, ClinicId::parse)
}

fn phone(value: &Value<'_>) -> Read<Phone> {
    Phone::parse(toml::text(value)?).map_err(|problem| (words::of(Lang::En).problem)(PersonField::Phone, &problem))
}

fn postal_code(value: &Value<'_>) -> Read<Option<PostalCode>> {
    PostalCode::parse(toml::text(value)?)
        .map_err(|problem| (words::of(Lang::En).problem)(PersonField::PostalCode, &problem))
}
