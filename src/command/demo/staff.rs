//! The staff of the demonstration: for the first clinic an owner, a reception and a doctor, who works at another one as well.

use crate::clinic::ClinicId;
use crate::config::DemoAccount;
use crate::credential::password::{Owner, Password, STAFF_LEAST};
use crate::lang::Lang;
use crate::mail::EmailAddress;
use crate::session;
use crate::staff::{Authenticator, Role, Staff, rows};
use crate::store::Tx;
use crate::web::Floor;
use crate::work::StaffId;

/// Somebody of the staff of the demonstration.
struct Entry {
    name: &'static str,
    address: &'static str,
    password: &'static str,
    clinics: &'static [(&'static str, Role)],
    operator: bool,
}

const STAFF: [Entry; 3] = [
    Entry {
        name: "佐倉 院長",
        address: "incho@example.jp",
        password: "niwa-no-momiji-ga-akai",
        clinics: &[("sakura", Role::Owner), ("kodomo", Role::Owner), ("shika", Role::Owner)],
        operator: true,
    },
    Entry {
        name: "中村 美咲",
        address: "uketsuke@example.jp",
        password: "asa-no-denwa-wa-hayai",
        clinics: &[("sakura", Role::Reception)],
        operator: false,
    },
    Entry {
        name: "林 健一",
        address: "ishi@example.jp",
        password: "shiroi-kutsu-to-hon",
        clinics: &[("sakura", Role::Doctor), ("kodomo", Role::Doctor)],
        operator: false,
    },
];

/// The staff, as the console's sign-in offers them.
pub(super) fn accounts() -> Vec<DemoAccount> {
    let account = |entry: &Entry| DemoAccount {
        name: entry.name.to_owned(),
        address: entry.address.to_owned(),
        password: entry.password.to_owned(),
    };
    STAFF.iter().map(account).collect()
}

/// Takes the staff in.
pub(super) async fn take_in(floor: &Floor) -> Result<(), String> {
    for entry in &STAFF {
        let faulty = |what: String| format!("{}: {what}", entry.address);
        let address = EmailAddress::parse(entry.address).map_err(|problem| faulty(format!("{problem:?}")))?;
        let owner = Owner { address: Some(&address), names: &[] };
        let password = Password::choose(entry.password, STAFF_LEAST, owner).map_err(|p| faulty(format!("{p:?}")))?;
        let hash = floor.hasher.hash("", password.as_bytes().to_vec()).await.map_err(|_| faulty("busy".to_owned()))?;
        let now = floor.clock.now();
        let staff = Staff {
            id: StaffId::mint(),
            address,
            name: entry.name.to_owned(),
            password: hash,
            authenticator: Authenticator::mint(),
            recovery_codes: Vec::new(),
            created: now,
            // The first owner is both, and so sees everything that there is.
            opens_clinics: entry.operator,
            operator: entry.operator,
            disabled: None,
            signed_in: None,
        };
        let add = move |tx: &mut Tx<'_>| {
            rows::add(tx, &staff)?;
            session::admit(tx, staff.subject(), Lang::Ja)?;
            let clinics = entry.clinics.iter().filter_map(|(id, role)| Some((ClinicId::parse(id)?, *role)));
            clinics.into_iter().try_for_each(|(clinic, role)| rows::give_role(tx, staff.id, &clinic, role))
        };
        floor.store.write(now, add).await.map_err(|error| faulty(error.to_string()))?;
    }
    Ok(())
}
