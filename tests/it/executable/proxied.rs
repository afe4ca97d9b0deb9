//! P6: whoever forges `X-Forwarded-For` is known by the address from which they connect, to the server or to the outermost
//! proxy of ours, through however many of them.

use super::visitor::Visitor;
use crate::harness::process::{Home, Serving};
use std::net::{IpAddr, SocketAddr};
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpSocket, TcpStream};

/// Addresses of this machine that a masked log tells apart.
const CLIENT: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(127, 9, 9, 9));
const INNER: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(127, 2, 2, 2));
const OUTER: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(127, 3, 3, 3));
const STRANGER: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(127, 8, 8, 8));

async fn connect(from: IpAddr, to: SocketAddr) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(SocketAddr::new(from, 0)).unwrap();
    socket.connect(to).await.unwrap()
}

/// The head of a request, and what has come of its body.
async fn read_head(stream: &mut TcpStream) -> Option<(String, Vec<u8>)> {
    let mut bytes = Vec::new();
    loop {
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            let body = bytes.split_off(at + 4);
            return Some((String::from_utf8(bytes).unwrap(), body));
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
}

/// Appends the address of who asks, as nginx does with `$proxy_add_x_forwarded_for`, and keeps no connection open.
fn forwarded(head: &str, peer: IpAddr) -> String {
    let mut chain = Vec::new();
    let mut lines = Vec::new();
    for line in head.trim_end().split("\r\n") {
        match line.split_once(": ") {
            Some((name, value)) if name.eq_ignore_ascii_case("x-forwarded-for") => chain.push(value.to_owned()),
            Some((name, _)) if name.eq_ignore_ascii_case("connection") => {}
            _ => lines.push(line.to_owned()),
        }
    }
    chain.push(peer.to_string());
    format!("{}\r\nConnection: close\r\nX-Forwarded-For: {}\r\n\r\n", lines.join("\r\n"), chain.join(", "))
}

/// A reverse proxy that connects from an address of its own; gives where it listens.
async fn proxy(own: IpAddr, to: SocketAddr) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut client, peer)) = listener.accept().await {
            tokio::spawn(async move {
                let Some((head, body)) = read_head(&mut client).await else { return };
                let mut server = connect(own, to).await;
                let head = forwarded(&head, peer.ip());
                server.write_all(&[head.as_bytes(), &body].concat()).await.unwrap();
                // Either side may end it.
                let _ = copy_bidirectional(&mut client, &mut server).await;
            });
        }
    });
    address
}

/// A server that believes two proxies.
fn serving() -> Serving {
    Home::new().with("PROXY_TRUSTED", &format!("{INNER}/32,{OUTER}/32")).serve()
}

#[tokio::test(flavor = "multi_thread")]
async fn p6_a_forged_header_names_nobody_directly_nor_through_proxies() {
    let serving = serving();
    let direct = serving.address();
    let inner = proxy(INNER, direct).await;
    let both = proxy(OUTER, inner).await;
    let stranger = proxy(STRANGER, direct).await;
    let stranger_before = proxy(STRANGER, inner).await;
    for (way, at, expected) in [
        ("directly", direct, "127.9.9.x"),
        ("through a proxy", inner, "127.9.9.x"),
        ("through two", both, "127.9.9.x"),
        ("through a stranger's proxy", stranger, "127.8.8.x"),
        ("through a stranger's and ours", stranger_before, "127.8.8.x"),
    ] {
        let before = requests(&serving);
        let visitor = Visitor::connecting(at, CLIENT).claiming("203.0.113.7, 198.51.100.7");
        assert_eq!(visitor.get("/nowhere").await.status, 404, "{way}");
        let line = serving.log().wait_until(|lines| told(lines).nth(before).map(str::to_owned)).unwrap();
        assert!(line.ends_with(&format!(" client={expected}")), "{way}: {line}");
    }
    serving.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn p6_a_new_forged_address_for_each_guess_gives_no_more_guesses() {
    let serving = serving();
    let inner = proxy(INNER, serving.address()).await;
    let both = proxy(OUTER, inner).await;
    for (number, at) in [serving.address(), both].into_iter().enumerate() {
        let from = IpAddr::from([127, 9, 9, 10 + u8::try_from(number).unwrap()]);
        let mut judged = 0;
        for guess in 0..55 {
            let visitor = Visitor::connecting(at, from).claiming(&format!("203.0.113.{guess}"));
            let email = format!("a{number}-{guess}@example.jp");
            judged += usize::from(visitor.sign_in(&email, "wrong wrong wrong").await.status == 422);
        }
        assert_eq!(judged, 50, "{number}");
    }
    serving.stop();
}

fn told(lines: &[String]) -> impl Iterator<Item = &str> {
    lines.iter().map(String::as_str).filter(|line| line.contains(" event=request "))
}

fn requests(serving: &Serving) -> usize {
    told(&serving.log().all()).count()
}
