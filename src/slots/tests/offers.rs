use super::*;
use crate::clinic::rows as clinics;
use crate::slots::Offers;
use crate::store::Store;

#[test]
fn a_menu_is_read_with_the_others_only_where_it_shares_places() {
    let store = Store::memory();
    let pooled = |id| Menu { pool: chairs(), ..menu(id) };
    let dose = |id| Menu { series: crate::clinic::SeriesId::parse("doses"), ..menu(id) };
    let (clinic, menus) = (clinic(), vec![pooled("a"), menu("b"), pooled("c"), dose("d")]);
    let put = {
        let clinic = clinic.clone();
        move |tx: &mut crate::store::Tx<'_>| clinics::put(tx, &clinic, &menus)
    };
    store.write_blocking(early(), put).unwrap();
    let read = |id: &str| {
        let menu = MenuId::parse(id).unwrap();
        let offers = store.read_blocking(early(), |r| Offers::of_menu(r, &clinic.id, &menu)).unwrap().unwrap();
        offers.menus.iter().map(|menu| menu.id.to_string()).collect::<Vec<_>>().concat()
    };
    assert_eq!([read("a"), read("b"), read("c"), read("gone")], ["abcd", "b", "abcd", ""]);
    assert_eq!(read("d"), "abcd", "or is in a series with them");
}
