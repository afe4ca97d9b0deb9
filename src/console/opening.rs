//! Opening a clinic: what was typed becomes a clinic's file, so that all else is as in a file that leaves it out, and the file is read
//! as every other one is.

use super::preset::Department;
use crate::clinic::registration_code::give;
use crate::clinic::{self, Clinic, ClinicId, Menu, TimeOfDay};
use crate::lang::Lang;
use crate::person::Phone;
use crate::staff::{self, Role, Staff};
use crate::work::{Outcome, Refuse, Work};
use std::fmt::Write;

/// A clinic that can be opened.
#[derive(Clone, Debug)]
pub struct NewClinic {
    /// The clinic.
    pub clinic: Clinic,
    /// Its menus.
    pub menus: Vec<Menu>,
}

/// What the file of a new clinic says.
pub struct ClinicFileParts<'a> {
    /// Its name in addresses.
    pub id: ClinicId,
    /// Its name.
    pub name: String,
    /// The same in kana.
    pub kana: String,
    /// Its department, which decides the first menu.
    pub department: Department,
    /// Its phone number.
    pub phone: Phone,
    /// Its address.
    pub address: String,
    /// From when until when it is open on its days.
    pub bands: Vec<[TimeOfDay; 2]>,
    /// The weekdays on which it is open, as a clinic's file has them.
    pub days: Vec<&'a str>,
    /// Whether it is closed on national holidays.
    pub closed_on_holidays: bool,
}

impl ClinicFileParts<'_> {
    /// The clinic, as the reader of clinics' files reads it.
    pub fn clinic(&self) -> Option<NewClinic> {
        let (clinic, menus) = clinic::file::read(&self.file()).ok()?;
        Some(NewClinic { clinic, menus })
    }

    fn file(&self) -> String {
        let department = quoted(self.department.name(Lang::Ja));
        let own = [
            ("id", self.id.as_str()),
            ("name", &self.name),
            ("kana", &self.kana),
            ("phone", &self.phone.hyphenated()),
            ("address", &self.address),
        ];
        let mut file = "[clinic]\n".to_owned();
        // Writing to a string cannot fail.
        for (key, text) in own {
            let _ = writeln!(file, "{key} = {}", quoted(text));
        }
        let _ = writeln!(file, "departments = [{department}]");
        let days = self.days.iter().map(|day| quoted(day)).collect::<Vec<_>>().join(", ");
        for [from, until] in &self.bands {
            let _ = write!(file, "\n[[hours]]\ndays = [{days}]\nfrom = \"{from}\"\nuntil = \"{until}\"\n");
        }
        if self.closed_on_holidays {
            file += "\n[[closed]]\nholidays = true\n";
        }
        let menu = self.department.first_menu();
        let (id, name, bring) = (self.department.value(), quoted(menu.name), quoted(menu.bring));
        let minutes = menu.minutes;
        let _ = write!(
            file,
            "\n[[menu]]\nid = \"{id}\"\nname = {name}\ndepartment = {department}\nminutes = {minutes}\nplaces = 1\n\
             bring = {bring}\nopens = {{ days = 30, at = \"0:00\" }}\ncloses = {{ hours = 1 }}\n\
             cancel_until = {{ hours = 2 }}\nchange_until = {{ hours = 2 }}\nopen_limit = 2\n"
        );
        if !menu.ages.is_empty() {
            let _ = writeln!(file, "ages = {}", menu.ages);
        }
        file
    }
}

/// A text as a clinic's file has it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// Another clinic has this id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdTaken;

/// Opens a clinic for its owner, with a registration code for its poster.
///
/// # Errors
/// Refused when another clinic has its id.
pub fn open(work: &mut Work<'_>, new: &NewClinic, owner: &Staff) -> Outcome<(), IdTaken> {
    let id = &new.clinic.id;
    if clinic::rows::find(work, id)?.is_some() {
        return Err(IdTaken).or_refuse();
    }
    clinic::rows::put(work, &new.clinic, &new.menus)?;
    give(work, id)?;
    staff::rows::give_role(work, owner.id, id, Role::Owner)?;
    work.record(owner.event("clinic_opened").with("clinic", id));
    Ok(())
}
