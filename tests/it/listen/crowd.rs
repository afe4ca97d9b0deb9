//! How many connections there may be, who makes room for whom, and who waits to be accepted.

use super::{House, SOON, bound};
use futures_util::future::try_join_all;
use mypage::web::listen::Limits;
use tokio::net::TcpStream;
use tokio::time::timeout;

/// As many as come at once when a clinic opens a day for booking. The queue of a listener that nobody has set holds 128.
const AT_ONCE: usize = 500;

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

#[tokio::test]
async fn v1_a_crowd_is_connected_however_late_it_is_accepted() {
    // No queue is longer than the system's own limit.
    let limit = std::fs::read_to_string("/proc/sys/net/core/somaxconn").ok();
    let limit = limit.map_or(128, |limit| limit.trim().parse().unwrap());
    let server = bound(Limits::default(), &[]).await;
    let crowd = (0..AT_ONCE.min(limit)).map(|_| TcpStream::connect(server.address()));
    let connected = timeout(SOON, try_join_all(crowd)).await.expect("nobody should wait for another's turn").unwrap();
    assert_eq!(connected.len(), AT_ONCE.min(limit));
}
