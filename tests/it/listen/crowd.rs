//! How many connections there may be, and who makes room for whom.

use super::{House, SOON};
use mypage::web::listen::Limits;

fn seats(connections: usize, per_client: usize) -> Limits {
    Limits { connections, per_client, ..Limits::default() }
}

#[tokio::test]
async fn running_requests_at_the_cap_keep_newcomers_out_until_one_ends() {
    let house = House::open(seats(3, 100)).await;
    let mut inside = Vec::new();
    for _ in 0..3 {
        inside.push(house.at_the_gate().await);
    }
    for _ in 0..20 {
        assert!(!house.answers().await);
    }
    house.gate.add_permits(3);
    for client in &mut inside {
        assert_eq!(client.answer(true).await.1, "through");
    }
    assert!(house.answers().await);
}

#[tokio::test]
async fn v1_silent_connections_at_the_cap_make_room() {
    // Nothing but the newcomers closes a silent connection here.
    let house = House::open(Limits { first_byte: 10 * SOON, ..seats(4, 100) }).await;
    let mut silent = Vec::new();
    for _ in 0..20 {
        silent.push(house.connect().await);
        assert!(house.answers().await);
    }
    // Each newcomer took the place of the one that had waited longest, which was therefore closed.
    assert_eq!(silent[0].rest().await, "");
}

#[tokio::test]
async fn one_client_has_only_so_many_connections() {
    let house = House::open(seats(100, 2)).await;
    let _inside = [house.at_the_gate().await, house.at_the_gate().await];
    assert!(!house.answers().await);
    house.gate.add_permits(1);
}

#[tokio::test]
async fn a_proxy_is_not_counted_as_a_client() {
    let house = House::behind(&["127.0.0.0/8"], seats(100, 2)).await;
    let _inside = [house.at_the_gate().await, house.at_the_gate().await, house.at_the_gate().await];
    assert!(house.answers().await);
}

#[tokio::test]
async fn a_request_whose_client_left_gives_its_place_back() {
    let house = House::open(seats(2, 2)).await;
    for _ in 0..10 {
        drop([house.at_the_gate().await, house.at_the_gate().await]);
        house.answers_again().await;
    }
}
