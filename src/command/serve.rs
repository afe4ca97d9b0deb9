//! `mypage serve`.

use super::data::carry_out_served;
use super::first_start;
use super::line::DataCommand;
use super::outcome::Output;
use crate::clock::Clock;
use crate::config::Config;
use crate::log::{Log, tell_of_panics};
use crate::serve::{Running, prepare};
use crate::store::{Options, Store};
use crate::web::Floor;
use crate::web::listen::{Limits, Server};
use std::io::ErrorKind;
use std::sync::Arc;
use tokio::runtime::Runtime;
use tokio::signal::unix::{SignalKind, signal};

/// Serves until the process is told to end.
pub fn run(config: Config) -> Output {
    let log = log();
    let output = run_with(config, log.clone());
    log.finish();
    output
}

/// The log of a server. Panics of requests go there as well.
pub(super) fn log() -> Log {
    let log = Log::stderr_behind(Clock::System);
    tell_of_panics(log.clone());
    log
}

fn run_with(config: Config, log: Log) -> Output {
    let runtime = match Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return Output::failed(format!("no runtime: {error}")),
    };
    let elsewhere = "set listen in mypage.toml, or MYPAGE_LISTEN, to another address";
    let server = match bind(&runtime, &config, &log, elsewhere) {
        Ok(server) => server,
        Err(outcome) => return outcome,
    };
    match open(config, log) {
        Ok(running) => finish(&runtime, running, server, first_start::announce),
        Err(outcome) => outcome,
    }
}

/// Listens, before anything else is done: an address in use is the likeliest fault. `elsewhere` says how to choose another
/// address.
pub(super) fn bind(runtime: &Runtime, config: &Config, log: &Log, elsewhere: &str) -> Result<Server, Output> {
    let listen = config.listen;
    let bound = Server::bind(listen, Limits::default(), config.proxies.clone(), log.clone());
    runtime.block_on(bound).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse | ErrorKind::AddrNotAvailable | ErrorKind::PermissionDenied => {
            Output::failed(format!("cannot listen at {listen}: {error}; {elsewhere}"))
        }
        _ => Output::failed(format!("cannot listen at {listen}: {error}")),
    })
}

/// Opens the store and puts everything together.
pub(super) fn open(config: Config, log: Log) -> Result<Running, Output> {
    let options = Options { log: Some(log.clone()), ..Options::default() };
    let store = Store::open(&config.data, options).map_err(|error| Output::failed(error.to_string()))?;
    prepare(config, store, Clock::System, log).map_err(Output::failed)
}

/// Serves until SIGTERM or SIGINT. `once_verified` is called once it is known whether the data are damaged.
pub(super) fn finish(
    runtime: &Runtime,
    running: Running,
    server: Server,
    once_verified: impl FnOnce(&Floor) + Send + 'static,
) -> Output {
    runtime.block_on(async {
        let (Ok(mut terminate), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
        else {
            return Output::failed("signals cannot be received");
        };
        let told_to_end = async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        };
        let floor = Arc::clone(&running.floor);
        let commands = move |command: DataCommand| carry_out_served(command, &floor);
        running.serve(server, commands, once_verified, told_to_end).await;
        Output::done("")
    })
}
