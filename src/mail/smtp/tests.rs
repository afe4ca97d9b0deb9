use super::relay::{Relay, RelayFault};
use super::server::{MailServer, Security};
use super::trouble::is_enhanced_code;

#[test]
fn an_enhanced_status_code_is_told_from_other_words() {
    assert!(is_enhanced_code("5.1.1"));
    assert!(is_enhanced_code("4.7.26"));
    for other in ["5.1", "5..1", "user@example.jp", "5.1.1.1", "", "a.b.c", "5.1.99999999"] {
        assert!(!is_enhanced_code(other), "{other:?}");
    }
}

#[test]
fn extra_roots_without_a_certificate_are_refused_at_the_start() {
    for pem in ["", "not a certificate", "-----BEGIN CERTIFICATE-----\n%%%\n-----END CERTIFICATE-----\n"] {
        let server = MailServer {
            host: "localhost".to_owned(),
            port: 587,
            security: Security::StartTls,
            login: None,
            extra_roots: Some(pem.to_owned()),
            patience: MailServer::PATIENCE,
        };
        assert_eq!(Relay::new(server).err(), Some(RelayFault::Roots), "{pem:?}");
    }
}
