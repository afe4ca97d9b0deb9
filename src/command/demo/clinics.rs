//! The clinics of the demonstration, from their files in `fixtures`.

use crate::clinic::picture::Picture;
use crate::clinic::registration_code::give;
use crate::clinic::{Clinic, Menu, RegistrationCode, file, pictures, rows};
use crate::store::Tx;
use crate::web::Floor;

const FILES: [(&str, &str); 3] = [
    ("sakura.toml", include_str!("../../../fixtures/sakura.toml")),
    ("kodomo.toml", include_str!("../../../fixtures/kodomo.toml")),
    ("shika.toml", include_str!("../../../fixtures/shika.toml")),
];

/// The pictures of one of them.
const LOGO: &[u8] = include_bytes!("../../../fixtures/kodomo-logo.png");
const PHOTO: &[u8] = include_bytes!("../../../fixtures/kodomo-photo.jpg");

/// Imports the clinics, in the order of their files, and gives each its registration code.
pub(super) async fn open(floor: &Floor) -> Result<Vec<(Clinic, RegistrationCode)>, String> {
    let mut entries = Vec::new();
    for (name, text) in FILES {
        entries.push(file::read(text).map_err(|problems| match problems.first() {
            Some(problem) => format!("fixtures/{name}: {problem}"),
            None => format!("fixtures/{name} cannot be read"),
        })?);
    }
    let logo = Picture::of_logo(LOGO).map_err(|why| format!("fixtures/kodomo-logo.png {why}"))?;
    let photo = Picture::of_photo(PHOTO).map_err(|why| format!("fixtures/kodomo-photo.jpg {why}"))?;
    for (clinic, _) in &mut entries {
        for (own, picture) in [(&mut clinic.logo, &logo), (&mut clinic.photo, &photo)] {
            if let Some(own) = own {
                own.picture = Some(picture.id.clone());
            }
        }
    }
    let put = move |tx: &mut Tx<'_>| {
        let open = |(clinic, menus): &(Clinic, Vec<Menu>)| {
            rows::put(tx, clinic, menus)?;
            for picture in [&logo, &photo].into_iter().filter(|picture| clinic.pictures().any(|own| *own == picture.id))
            {
                pictures::put(tx, &clinic.id, picture)?;
            }
            Ok((clinic.clone(), give(tx, &clinic.id)?))
        };
        entries.iter().map(open).collect()
    };
    floor.store.write(floor.clock.now(), put).await.map_err(|error| error.to_string())
}
