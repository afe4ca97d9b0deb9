//! Opening a clinic: what was typed becomes a clinic's file, which is read as every other one is. So what nobody was asked for is as
//! in a file that leaves it out.

use super::preset::Department;
use super::week_hours::WeekHours;
use crate::clinic::registration_code::give;
use crate::clinic::{self, Clinic, ClinicId, Menu};
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
pub struct ClinicFileParts {
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
    /// When it is open.
    pub week: WeekHours,
}

impl ClinicFileParts {
    /// The clinic, as the reader of clinics' files reads it.
    pub fn clinic(&self) -> Option<NewClinic> {
        let (mut clinic, menus) = clinic::file::read(&self.file()).ok()?;
        self.week.apply(&mut clinic);
        Some(NewClinic { clinic, menus })
    }

    fn file(&self) -> String {
        let department = self.department.own_name().map(quoted);
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
        if let Some(department) = &department {
            let _ = writeln!(file, "departments = [{department}]");
        }
        let menu = self.department.first_menu();
        let (id, name, bring) = (self.department.value(), quoted(menu.name), quoted(menu.bring));
        let minutes = menu.minutes;
        let _ = write!(
            file,
            "\n[[menu]]\nid = \"{id}\"\nname = {name}\nminutes = {minutes}\nplaces = 1\n\
             bring = {bring}\nopens = {{ days = 30, at = \"0:00\" }}\ncloses = {{ hours = 1 }}\n\
             cancel_until = {{ hours = 2 }}\nchange_until = {{ hours = 2 }}\nopen_limit = 2\n"
        );
        if let Some(department) = &department {
            let _ = writeln!(file, "department = {department}");
        }
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
