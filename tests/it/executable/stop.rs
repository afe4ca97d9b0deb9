//! V3: told to end under load, with half-sent requests open and a mail under way, it ends soon and has lost nothing.

use super::people;
use super::storm::Editor;
use super::visitor::Visitor;
use crate::harness::process::Home;
use crate::harness::smtp::{Fault, Setup, SmtpServer};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[tokio::test(flavor = "multi_thread")]
async fn v3_it_ends_within_ten_seconds_of_sigterm_and_loses_nothing() {
    let post = SmtpServer::start(Setup::plain()).await;
    post.fail("slow@example.jp", 1, Fault::Hang);
    let home = Home::sending_to(post.port());
    let emails: Vec<String> = (0..8).map(|number| format!("editor-{number}@example.jp")).collect();
    people(&home, &emails).await;
    let serving = home.serve();
    let mut editors = Vec::new();
    for email in &emails {
        editors.push(Editor::sign_in(&serving, email).await);
    }
    let mut halves = Vec::new();
    for sent in [
        "",
        "GET /sign-in HT",
        "GET /sign-in HTTP/1.1\r\nHost: localhost\r\n",
        "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: 100\r\n\r\nemail=",
    ]
    .repeat(10)
    {
        let mut half = TcpStream::connect(serving.address()).await.unwrap();
        half.write_all(sent.as_bytes()).await.unwrap();
        halves.push(half);
    }
    for editor in &mut editors {
        editor.write().await.unwrap();
    }
    // A mail whose server says nothing is under way as well.
    Visitor::of(&serving)
        .fill("/password-reset", &[("email", "slow@example.jp")])
        .await
        .leads_to("/password-reset/sent");
    post.held(1).await;
    let ending = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        serving.terminate();
        Instant::now()
    };
    let (told, _) = tokio::join!(ending, futures_util::future::join_all(editors.iter_mut().map(Editor::write_on)));
    let stopped = tokio::task::spawn_blocking(|| serving.ended()).await.unwrap();
    assert!(told.elapsed() < Duration::from_secs(10), "it took {:?}", told.elapsed());
    assert_eq!(stopped.status.code(), Some(0), "{:?}", stopped.log);
    assert!(stopped.log.last().unwrap().contains("event=stopped"), "{:?}", stopped.log.last());
    for mut half in halves {
        let mut rest = Vec::new();
        // Closed or reset; what matters is that it is over.
        let _ = half.read_to_end(&mut rest).await;
    }
    let serving = home.serve();
    for editor in &mut editors {
        assert!(editor.acknowledged > 1, "there was load");
        editor.at(&serving);
        editor.look().await;
    }
    serving.stop();
    assert!(home.run(&["check"]).done().starts_with("sound: "));
}
