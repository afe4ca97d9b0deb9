//! The accept loop: connections in, requests to a poem endpoint, and an end to every connection.
//!
//! poem's own server closes neither half-sent requests nor stalled bodies and spins when file descriptors run out, so
//! this one stands in its place. Every limit is in `limits.rs`. It speaks HTTP/1.1 only: it listens without TLS, where
//! no browser speaks HTTP/2, and reverse proxies speak HTTP/1.1 to what is behind them; so the attacks on HTTP/2 and
//! its habit of cancelling handlers stay outside.

mod answer;
mod connection;
mod connections;
mod gather;
mod limits;
mod measured;
mod stage;
mod stream;
mod timing;

pub use gather::{BodyProblem, read_body};
pub use limits::Limits;

use crate::log::Log;
use crate::web::client;
use connection::Shared;
use connections::Connections;
use gather::Memory;
use ipnet::IpNet;
use poem::endpoint::ToDynEndpoint;
use poem::{EndpointExt, IntoEndpoint};
use stage::Stage;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

/// How long to leave the listener alone after it failed; mostly file descriptors have run out.
const PAUSE: Duration = Duration::from_millis(50);

/// How many waiting connections to close when file descriptors have run out.
const ROOM: usize = 64;

/// How many connections the system queues until they are accepted; it takes its own limit if that is lower (Linux:
/// `net.core.somaxconn`, 4096). When the queue is full, Linux drops what comes: people wait a second or more for the next try
/// of their browser, and a client that sends nothing believes itself connected for ever. The usual 128 are filled by a crowd
/// in the few milliseconds for which all cores are busy.
const QUEUED: u32 = 4096;

/// Listens with a queue for a crowd.
fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // A restart finds the address in use by connections that have just ended.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(QUEUED)
}

/// A listener with its limits, bound but not yet serving.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    limits: Limits,
    proxies: Vec<IpNet>,
    log: Log,
}

impl Server {
    /// Takes an address and port; from here on connections queue up. Connections from `proxies` are not counted per
    /// client, since they carry everybody.
    ///
    /// # Errors
    /// The system's: mostly the address is in use or not of this machine.
    pub async fn bind(address: SocketAddr, limits: Limits, proxies: Vec<IpNet>, log: Log) -> io::Result<Self> {
        let listener = listen(address)?;
        let address = listener.local_addr()?;
        log.info("listening").with("address", address).write();
        Ok(Self { listener, address, limits, proxies, log })
    }

    /// The address it listens on, with the real port.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until `shutdown` is ready. Then it stops accepting, closes what has not sent a whole request head, lets
    /// running requests end for [`Limits::drain`], and cuts the rest.
    pub async fn run(self, endpoint: impl IntoEndpoint<Endpoint: 'static>, shutdown: impl Future<Output = ()>) {
        let shared = Arc::new(Shared {
            endpoint: Box::new(ToDynEndpoint(endpoint.into_endpoint().map_to_response())),
            memory: Memory::new(&self.limits),
            limits: self.limits,
            address: self.address,
        });
        let (stage, _) = watch::channel(Stage::Open);
        tokio::select! {
            () = self.accept(Arc::clone(&shared), &stage) => {}
            () = shutdown => {}
        }
        stage.send_replace(Stage::Draining);
        if timeout(shared.limits.drain, stage.closed()).await.is_err() {
            stage.send_replace(Stage::Cut);
            stage.closed().await;
        }
    }

    /// Accepts for ever; dropping this future closes the listener.
    async fn accept(self, shared: Arc<Shared>, stage: &watch::Sender<Stage>) {
        let connections = Arc::new(Connections::new(self.limits));
        let mut failing = false;
        loop {
            match self.listener.accept().await {
                Ok((stream, peer)) => {
                    failing = false;
                    let proxy = client::is_within(peer.ip(), &self.proxies);
                    let client = (!proxy).then(|| client::throttle_key(peer.ip()));
                    if let Some(admission) = connections.admit(client) {
                        tokio::spawn(connection::serve(
                            Arc::clone(&shared),
                            stream,
                            peer,
                            admission,
                            stage.subscribe(),
                        ));
                    }
                }
                // The client left before it was accepted; the listener itself is well.
                Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => {}
                Err(error) => {
                    if !failing {
                        self.log.warn("accept_failed").with("error", error).write();
                    }
                    failing = true;
                    connections.make_room(ROOM);
                    sleep(PAUSE).await;
                }
            }
        }
    }
}
