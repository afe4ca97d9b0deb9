//! The pictures of clinics, as they are stored: in pieces, because a value of the store is small.

use super::picture::Picture;
use super::{Clinic, ClinicId, PictureId};
use crate::store::{Reader, Result, Table, Tx};

/// A picture in its pieces, counted from 0.
pub const PICTURES: Table<(ClinicId, PictureId, u8), Vec<u8>> = Table::new("clinic-picture");

/// The bytes of a piece. As numbers in a row they take up to twice as many.
const PIECE: usize = 30_000;
/// More pieces than a picture has.
const MOST_PIECES: usize = 40;
/// More pieces than all pictures of a clinic have.
const ALL_PIECES: usize = 200;

/// Stores a clinic's picture, unless it is there.
pub fn put(tx: &mut Tx<'_>, clinic: &ClinicId, picture: &Picture) -> Result<()> {
    if PICTURES.get(tx, &(clinic.clone(), picture.id.clone(), 0))?.is_some() {
        return Ok(());
    }
    for (at, piece) in (0_u8..).zip(picture.bytes.chunks(PIECE).take(MOST_PIECES)) {
        PICTURES.put(tx, &(clinic.clone(), picture.id.clone(), at), &piece.to_vec())?;
    }
    Ok(())
}

/// Deletes the pictures of a clinic that it does not show.
pub fn tidy(tx: &mut Tx<'_>, clinic: &Clinic) -> Result<()> {
    for (key, _) in PICTURES.prefix(tx, &clinic.id, ALL_PIECES)? {
        if clinic.pictures().all(|shown| *shown != key.1) {
            PICTURES.delete(tx, &key)?;
        }
    }
    Ok(())
}

/// A clinic's picture; none where it is not there.
pub fn find(r: &dyn Reader, clinic: &ClinicId, picture: &PictureId) -> Result<Option<Vec<u8>>> {
    let pieces = PICTURES.prefix(r, &(clinic.clone(), picture.clone()), MOST_PIECES)?;
    let whole: Vec<u8> = pieces.into_iter().flat_map(|(_, piece)| piece).collect();
    Ok((!whole.is_empty()).then_some(whole))
}
