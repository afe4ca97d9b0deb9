use super::*;
use crate::work::Remedy;
use std::collections::BTreeSet;

/// What a remedy says in a language, with its link.
fn said(lang: Lang, remedy: Remedy) -> Vec<&'static str> {
    let words = (of(lang).remedy)(remedy);
    words.sentences.iter().copied().chain(words.way).collect()
}

#[test]
fn every_remedy_says_what_can_be_done_now_in_each_language() {
    let mut all = BTreeSet::new();
    for remedy in Remedy::ALL {
        for lang in Lang::ALL {
            let words = (of(lang).remedy)(remedy);
            assert!(!words.sentences.is_empty(), "{remedy:?} in {lang:?}");
            assert!(said(lang, remedy).iter().all(|sentence| !sentence.trim().is_empty()), "{remedy:?} in {lang:?}");
            assert!(all.insert((lang.tag(), said(lang, remedy))), "{remedy:?} in {lang:?} says what another one says");
        }
        let [ja, en] = [Lang::Ja, Lang::En].map(|lang| (of(lang).remedy)(remedy));
        assert_eq!(ja.sentences.len(), en.sentences.len(), "{remedy:?}");
        assert_eq!(ja.way.is_some(), en.way.is_some(), "{remedy:?}");
        assert!(ja.sentences.iter().all(|sentence| !sentence.is_ascii()), "{remedy:?}");
        assert!(en.sentences.iter().all(|sentence| !sentence.contains('。')), "{remedy:?}");
    }
    assert_eq!(all.len(), 2 * Remedy::ALL.len());
}

#[test]
fn no_remedy_sends_anybody_to_the_telephone_by_itself() {
    for remedy in Remedy::ALL {
        assert!(said(Lang::Ja, remedy).iter().all(|sentence| !sentence.contains("電話")), "{remedy:?}");
        assert!(said(Lang::En, remedy).iter().all(|sentence| !sentence.contains("call")), "{remedy:?}");
    }
}
