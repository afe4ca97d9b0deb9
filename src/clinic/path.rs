//! The paths of the clinic's pages.
//!
//! A registration code is no secret, so its routes are not among those of tokens.

use super::{ClinicId, PictureId, RegistrationCode};
use crate::account::path::DASHBOARD;

/// Registering a clinic: what its URL and QR code lead to, and where the form of the dashboard goes.
pub const REGISTRATION: &str = "/c/:code";
/// The poster with the clinic's QR code.
pub const POSTER: &str = "/c/:code/poster";
/// The QR code as SVG.
pub const QR_SVG: &str = "/c/:code/qr.svg";
/// The QR code as PNG.
pub const QR_PNG: &str = "/c/:code/qr.png";

/// 診療メニュー: what a clinic is booked by. It is public, and is printed and linked to.
pub const MENUS: &str = "/b/:clinic";

/// A picture of a clinic, by its content.
pub const PICTURE: &str = "/b/:clinic/pictures/:picture";

/// The path of a clinic's picture.
pub fn of_picture(clinic: &ClinicId, picture: &PictureId) -> String {
    filled(&of_clinic(PICTURE, clinic), ":picture", &picture.to_string())
}

/// A route of a clinic.
pub fn of_clinic(route: &str, clinic: &ClinicId) -> String {
    filled(route, ":clinic", clinic.as_str())
}

/// A route with this value in the place of the parameter, which is a whole part of the path.
pub fn filled(route: &str, parameter: &str, value: &str) -> String {
    let mut path = String::with_capacity(route.len() + value.len());
    for (at, part) in route.split('/').enumerate() {
        if 0 < at {
            path.push('/');
        }
        path.push_str(if part == parameter { value } else { part });
    }
    path
}

/// A route of a registration code.
pub fn of_code(route: &str, code: RegistrationCode) -> String {
    route.replace(":code", &code.to_string())
}

/// The dashboard that asks whether to register the clinic of this code.
pub fn registering(code: RegistrationCode) -> String {
    format!("{DASHBOARD}?register={code}")
}

/// The dashboard that says that this clinic is registered now.
pub fn registered(clinic: &ClinicId) -> String {
    format!("{DASHBOARD}?registered={clinic}")
}
