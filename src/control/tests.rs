use super::{ControlError, ControlSocket, ask, is_served};
use serde::{Deserialize, Serialize};
use std::path::Path;
use tokio::sync::oneshot;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum Request {
    Double { number: u32 },
    Fail,
}

fn double(request: Request) -> u32 {
    match request {
        Request::Double { number } => number * 2,
        Request::Fail => panic!("asked to"),
    }
}

async fn asked<Q: Serialize + Send + 'static>(folder: &Path, request: Q) -> Result<Option<u32>, ControlError> {
    let folder = folder.to_owned();
    tokio::task::spawn_blocking(move || ask(&folder, &request)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_carried_to_the_handler_and_its_answer_back() {
    let folder = tempfile::tempdir().unwrap();
    assert!(asked(folder.path(), Request::Double { number: 1 }).await.unwrap().is_none(), "there is no server");
    let (stop, stopped) = oneshot::channel();
    let socket = ControlSocket::bind(folder.path()).unwrap();
    let serving = tokio::spawn(socket.serve(double, async move { stopped.await.unwrap() }));
    assert_eq!(asked(folder.path(), Request::Double { number: 21 }).await.unwrap(), Some(42));
    assert!(matches!(asked(folder.path(), Request::Fail).await, Err(ControlError::Failed)));
    assert!(matches!(asked(folder.path(), "of another version").await, Err(ControlError::OtherVersion)));
    assert!(is_served(folder.path()));
    assert_eq!(
        asked(folder.path(), Request::Double { number: 2 }).await.unwrap(),
        Some(4),
        "it goes on after all that"
    );
    stop.send(()).unwrap();
    serving.await.unwrap();
    assert!(!is_served(folder.path()));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "the socket is gone");
}

#[tokio::test]
async fn only_its_owner_may_open_the_socket() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("control.sock"), "left over").unwrap();
    let _socket = ControlSocket::bind(folder.path()).unwrap();
    let mode = std::fs::metadata(folder.path().join("control.sock")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
