//! The clinics of the demonstration, from their files in `fixtures`.

use crate::clinic::{Clinic, file, store};
use crate::web::Floor;

const FILES: [(&str, &str); 3] = [
    ("sakura.toml", include_str!("../../../fixtures/sakura.toml")),
    ("kodomo.toml", include_str!("../../../fixtures/kodomo.toml")),
    ("shika.toml", include_str!("../../../fixtures/shika.toml")),
];

/// Imports the clinics, in the order of their files.
pub(super) async fn open(floor: &Floor) -> Result<Vec<Clinic>, String> {
    let mut entries = Vec::new();
    for (name, text) in FILES {
        entries.push(file::read(text).map_err(|problems| match problems.first() {
            Some(problem) => format!("fixtures/{name}: {problem}"),
            None => format!("fixtures/{name} cannot be read"),
        })?);
    }
    let clinics = entries.iter().map(|(clinic, _)| clinic.clone()).collect();
    let put = move |tx: &mut crate::store::Tx<'_>| {
        entries.iter().try_for_each(|(clinic, menus)| store::put(tx, clinic, menus))
    };
    floor.store.write(put).await.map_err(|error| error.to_string())?;
    Ok(clinics)
}
