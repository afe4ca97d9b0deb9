//! The differences between a clinic and the one that it replaces.
//!
//! The written forms are compared, so that no field can be forgotten here.

use super::write;
use crate::clinic::{Clinic, Menu};
use std::collections::BTreeSet;
use toml::{Table, Value};

/// The keys that differ, as in the file: `clinic.phone`, `hours`, `menu naika (minutes, places)`. Empty when nothing
/// does.
pub fn difference(before: (&Clinic, &[Menu]), after: (&Clinic, &[Menu])) -> Vec<String> {
    let (before, after) = (tables(before), tables(after));
    let mut changed = Vec::new();
    for name in ["clinic", "booking"] {
        let inside = |tables: &Table| tables.get(name).and_then(Value::as_table).cloned().unwrap_or_default();
        changed.extend(keys(&inside(&before), &inside(&after)).iter().map(|key| format!("{name}.{key}")));
    }
    let lists = ["hours", "closed", "pool"].into_iter().filter(|name| before.get(*name) != after.get(*name));
    changed.extend(lists.map(str::to_owned));
    changed.extend(menus(&before, &after));
    changed
}

fn menus(before: &Table, after: &Table) -> Vec<String> {
    let (before, after) = (by_id(before), by_id(after));
    let find =
        |menus: &[(String, Table)], id: &str| menus.iter().find(|(known, _)| known == id).map(|(_, menu)| menu.clone());
    let mut changed = Vec::new();
    for (id, new) in &after {
        match find(&before, id) {
            None => changed.push(format!("new menu {id}")),
            Some(old) if old != *new => changed.push(format!("menu {id} ({})", keys(&old, new).join(", "))),
            Some(_) => {}
        }
    }
    let gone = before.iter().filter(|(id, _)| find(&after, id).is_none());
    changed.extend(gone.map(|(id, _)| format!("menu {id} removed")));
    let order = |menus: &[(String, Table)]| menus.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
    if changed.is_empty() && order(&before) != order(&after) {
        changed.push("the order of the menus".to_owned());
    }
    changed
}

fn by_id(tables: &Table) -> Vec<(String, Table)> {
    let menus = tables.get("menu").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table);
    menus.filter_map(|menu| Some((menu.get("id")?.as_str()?.to_owned(), menu.clone()))).collect()
}

/// The keys under which two tables differ.
fn keys(before: &Table, after: &Table) -> Vec<String> {
    let all: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    all.into_iter().filter(|key| before.get(*key) != after.get(*key)).cloned().collect()
}

/// The written form as any TOML. It can always be read.
fn tables((clinic, menus): (&Clinic, &[Menu])) -> Table {
    write(clinic, menus).parse().unwrap_or_default()
}
