//! `mypage serve`.

use super::Outcome;
use crate::clock::Clock;
use crate::config::Config;
use crate::log::Log;
use crate::serve::{Running, prepare};
use crate::store::{Options, Store};
use crate::web::listen::{Limits, Server};
use std::net::SocketAddr;
use tokio::runtime::Runtime;
use tokio::signal::unix::{SignalKind, signal};

/// Serves until the process is told to end.
pub fn run(config: Config) -> Outcome {
    let log = Log::stderr(Clock::System);
    let runtime = match Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return Outcome::failed(format!("no runtime: {error}")),
    };
    let server = match bind(&runtime, config.listen, &config, &log) {
        Ok(server) => server,
        Err(outcome) => return outcome,
    };
    match open(config, log) {
        Ok(running) => finish(&runtime, running, server),
        Err(outcome) => outcome,
    }
}

/// Listens, before anything else is done: an address in use is the likeliest fault.
pub(super) fn bind(runtime: &Runtime, listen: SocketAddr, config: &Config, log: &Log) -> Result<Server, Outcome> {
    let bound = Server::bind(listen, Limits::default(), config.proxies.clone(), log.clone());
    runtime.block_on(bound).map_err(|error| Outcome::failed(format!("cannot listen at {listen}: {error}")))
}

/// Opens the store and puts everything together.
pub(super) fn open(config: Config, log: Log) -> Result<Running, Outcome> {
    let store = Store::open(&config.data, Options::default()).map_err(|error| Outcome::failed(error.to_string()))?;
    prepare(config, store, Clock::System, log).map_err(Outcome::failed)
}

/// Serves until SIGTERM or SIGINT.
pub(super) fn finish(runtime: &Runtime, running: Running, server: Server) -> Outcome {
    runtime.block_on(async {
        let (Ok(mut terminate), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
        else {
            return Outcome::failed("signals cannot be received");
        };
        let told_to_end = async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        };
        running.serve(server, told_to_end).await;
        Outcome::done("")
    })
}
