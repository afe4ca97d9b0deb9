//! The listener over real sockets: a server in this process, clients that write bytes.

mod crowd;
mod exchange;
mod shutdown;
mod size;
mod slow;

use mypage::clock::{Clock, Moment};
use mypage::log::Log;
use mypage::web::listen::{BodyProblem, Limits, Server, read_body};
use poem::http::StatusCode;
use poem::{Endpoint, Request, Response};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, oneshot};
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// The targets' bound for ending any connection; here it is what keeps a broken server from hanging the tests.
pub const SOON: Duration = Duration::from_secs(30);

/// What `/large` answers with, in bytes: more than the buffers of a socket hold.
pub const LARGE: usize = 16 * 1024 * 1024;

/// A running server with an endpoint that does what the path says.
pub struct House {
    pub address: SocketAddr,
    /// How many requests to `/gate` came in.
    pub entered: Arc<Semaphore>,
    /// Opens `/gate` for so many.
    pub gate: Arc<Semaphore>,
    stop: Option<oneshot::Sender<()>>,
    served: JoinHandle<()>,
}

impl House {
    pub async fn open(limits: Limits) -> Self {
        Self::behind(&[], limits).await
    }

    /// With these proxies trusted.
    pub async fn behind(proxies: &[&str], limits: Limits) -> Self {
        let server = bound(limits, proxies).await;
        let address = server.address();
        let (entered, gate) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
        let (stop, stopped) = oneshot::channel::<()>();
        let endpoint = endpoint(Arc::clone(&entered), Arc::clone(&gate));
        let served = tokio::spawn(server.run(endpoint, async {
            let _ = stopped.await;
        }));
        Self { address, entered, gate, stop: Some(stop), served }
    }

    pub async fn connect(&self) -> Client {
        Client(TcpStream::connect(self.address).await.unwrap())
    }

    /// A connection on which these bytes were sent.
    pub async fn sent(&self, bytes: impl AsRef<[u8]>) -> Client {
        let mut client = self.connect().await;
        client.send(bytes).await;
        client
    }

    /// A connection whose request to `/gate` is being handled.
    pub async fn at_the_gate(&self) -> Client {
        let client = self.sent("GET /gate HTTP/1.1\r\nHost: a\r\n\r\n").await;
        timeout(SOON, self.entered.acquire()).await.unwrap().unwrap().forget();
        client
    }

    /// Whether an ordinary request is answered.
    pub async fn answers(&self) -> bool {
        let mut client = self.connect().await;
        let asked = client.0.write_all(b"GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await;
        asked.is_ok() && client.rest().await.ends_with("hello")
    }

    /// Waits until ordinary requests are answered.
    pub async fn answers_again(&self) {
        let answered = async {
            while !self.answers().await {
                tokio::task::yield_now().await;
            }
        };
        timeout(SOON, answered).await.expect("the server should answer again");
    }

    /// Begins the shutdown.
    pub fn stop(&mut self) {
        self.stop.take().unwrap().send(()).unwrap();
    }

    /// Waits for the server's end.
    pub async fn stopped(self) {
        timeout(SOON, self.served).await.expect("the server should end").unwrap();
    }
}

/// A listener that accepts nobody yet.
pub async fn bound(limits: Limits, proxies: &[&str]) -> Server {
    let proxies = proxies.iter().map(|net| net.parse().unwrap()).collect();
    let log = Log::memory(Clock::fixed(Moment::from_millis(0)));
    Server::bind("127.0.0.1:0".parse().unwrap(), limits, proxies, log).await.unwrap()
}

fn endpoint(entered: Arc<Semaphore>, gate: Arc<Semaphore>) -> impl Endpoint<Output = Response> + 'static {
    poem::endpoint::make(move |mut request: Request| {
        let (entered, gate) = (Arc::clone(&entered), Arc::clone(&gate));
        async move {
            Ok::<_, poem::Error>(match request.uri().path() {
                "/hello" => "hello".into(),
                "/peer" => request.remote_addr().to_string().into(),
                "/large" => vec![b'x'; LARGE].into(),
                "/body" => body_answer(read_body(&mut request).await),
                "/held" => {
                    let body = read_body(&mut request).await;
                    entered.add_permits(1);
                    gate.acquire().await.unwrap().forget();
                    body_answer(body)
                }
                "/gate" => {
                    entered.add_permits(1);
                    gate.acquire().await.unwrap().forget();
                    "through".into()
                }
                _ => StatusCode::NOT_FOUND.into(),
            })
        }
    })
}

fn body_answer(body: Result<hyper::body::Bytes, BodyProblem>) -> Response {
    match body {
        Ok(body) => format!("{} bytes", body.len()).into(),
        Err(BodyProblem::TooLarge) => StatusCode::PAYLOAD_TOO_LARGE.into(),
        Err(BodyProblem::TooSlow) => StatusCode::REQUEST_TIMEOUT.into(),
        Err(BodyProblem::Busy) => StatusCode::SERVICE_UNAVAILABLE.into(),
        Err(BodyProblem::Broken) => StatusCode::BAD_REQUEST.into(),
    }
}

/// A client that speaks bytes.
pub struct Client(pub TcpStream);

impl Client {
    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.0.write_all(bytes.as_ref()).await.unwrap();
    }

    /// Everything until the server closes.
    pub async fn rest(&mut self) -> String {
        let mut bytes = Vec::new();
        // A reset ends the connection as well as a close.
        let _ = timeout(SOON, self.0.read_to_end(&mut bytes)).await.expect("the server should close the connection");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// One answer with a Content-Length, or without a body: its head and its body.
    pub async fn answer(&mut self, has_body: bool) -> (String, String) {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(timeout(SOON, self.0.read_u8()).await.unwrap().unwrap());
        }
        let head = String::from_utf8(head).unwrap().to_ascii_lowercase();
        let length = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next());
        let mut body = vec![0; length.filter(|_| has_body).map_or(0, |length| length.parse().unwrap())];
        timeout(SOON, self.0.read_exact(&mut body)).await.unwrap().unwrap();
        (head, String::from_utf8(body).unwrap())
    }
}
