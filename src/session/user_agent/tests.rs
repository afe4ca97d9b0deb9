use super::*;
use proptest::prelude::*;

#[test]
fn the_browsers_of_patients_are_told_apart() {
    use Program as P;
    use System as S;
    let cases = [
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
            (S::IPhone, P::Safari),
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1",
            (S::IPhone, P::Chrome),
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/14.9.0",
            (S::IPhone, P::Line),
        ),
        (
            "Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/127.0 Mobile/15E148 Safari/605.1.15",
            (S::IPad, P::Firefox),
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
            (S::Mac, P::Safari),
        ),
        (
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
            (S::AndroidPhone, P::Chrome),
        ),
        (
            "Mozilla/5.0 (Linux; Android 13; SM-X906C) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Safari/537.36",
            (S::AndroidTablet, P::Samsung),
        ),
        (
            "Mozilla/5.0 (Linux; Android 14; SO-51D; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/125.0.6422.165 Mobile Safari/537.36 YJApp-ANDROID jp.co.yahoo.android.yjtop/3.173.0",
            (S::AndroidPhone, P::YahooJapan),
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
            (S::Windows, P::Chrome),
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
            (S::Windows, P::Edge),
        ),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0", (S::Windows, P::Firefox)),
        (
            "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
            (S::Chromebook, P::Chrome),
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", (S::Linux, P::Firefox)),
    ];
    for (header, (system, program)) in cases {
        assert_eq!(
            UserAgent::of(header.as_bytes()),
            UserAgent { system: Some(system), program: Some(program) },
            "{header}"
        );
    }
}

#[test]
fn what_says_nothing_is_nothing() {
    for header in ["", "curl/8.7.1", "\u{1f41b}"] {
        assert_eq!(UserAgent::of(header.as_bytes()), UserAgent::default(), "{header}");
    }
    let far = [&[b' '; LONGEST][..], b"iPhone Safari/"].concat();
    assert_eq!(UserAgent::of(&far), UserAgent::default(), "only the beginning is looked at");
}

proptest! {
    #[test]
    fn i8_no_header_makes_it_panic(header in proptest::collection::vec(any::<u8>(), 0..1_000)) {
        let _ = UserAgent::of(&header);
    }
}
