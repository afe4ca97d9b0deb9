//! Somebody with a browser: cookies, forms with their hidden fields, an address of their own.
//!
//! It follows no redirect by itself, so that a test sees each answer.

use crate::harness::process::Serving;
use crate::harness::smtp::Inbox;
use form_urlencoded::Serializer;
use mypage::secret::Token;
use mypage::web::listen::Limits;
use reqwest::cookie::{CookieStore, Jar};
use reqwest::header::{CONTENT_TYPE, HeaderMap, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Url};
use scraper::{Html, Selector};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// How long a browser goes on using a connection that is idle: well below [`Limits::idle`], after which the server closes
/// it. A request that is written at that very moment is lost, and one that changes something is not sent again: a browser
/// that has waited for two hundred others on a busy machine would meet it now and then.
const REUSED_WITHIN: Duration = Duration::from_secs(5);

/// Who comes next, so that no two visitors of this process share the counters of an address.
static NEXT: AtomicU32 = AtomicU32::new(1);

/// What a form is filled with.
pub type Fields<'a> = &'a [(&'a str, &'a str)];

/// A person as typed into 利用者情報の設定.
pub const PERSON: Fields<'static> = &[
    ("family_name", "山田"),
    ("given_name", "花子"),
    ("family_kana", "ヤマダ"),
    ("given_kana", "ハナコ"),
    ("birth_date", "1948-04-05"),
    ("sex", "female"),
    ("phone", "090-1234-5678"),
];

/// A browser.
#[derive(Clone)]
pub struct Visitor {
    client: Client,
    jar: Arc<Jar>,
    base: Url,
    from: Option<String>,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// Where a redirect leads; empty for a page.
    pub fn location(&self) -> &str {
        self.headers.get(LOCATION).map_or("", |place| place.to_str().unwrap())
    }

    /// That it leads on to a place.
    #[track_caller]
    pub fn leads_to(&self, place: &str) {
        assert_eq!((self.status, self.location()), (303, place), "{}", self.text());
    }

    /// The words of the main part.
    pub fn text(&self) -> String {
        let page = Html::parse_document(&self.body);
        let main = selector("main");
        let words = page.select(&main).flat_map(|main| main.text());
        words.map(str::trim).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The attribute of the first element that fits; empty when none does.
    pub fn attribute(&self, of: &str, name: &str) -> String {
        let page = Html::parse_document(&self.body);
        let found = page.select(&selector(of)).next();
        found.and_then(|element| element.attr(name)).unwrap_or_default().to_owned()
    }

    /// Every link of the main part.
    pub fn links(&self) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        page.select(&selector("main a[href]")).map(|link| link.attr("href").unwrap().to_owned()).collect()
    }

    /// The proof that any form of the page carries.
    pub fn proof(&self) -> String {
        self.attribute("input[name=_csrf]", "value")
    }

    /// Action and hidden fields of the first posted form of the main part.
    #[track_caller]
    fn form(&self) -> (String, Vec<(String, String)>) {
        let page = Html::parse_document(&self.body);
        let Some(form) = page.select(&selector("main form[method=post]")).next() else {
            panic!("no form: {} {}", self.status, self.text());
        };
        let hidden = selector("input[type=hidden]");
        let hidden = form.select(&hidden).map(|input| {
            let attribute = |name| input.attr(name).unwrap_or_default().to_owned();
            (attribute("name"), attribute("value"))
        });
        (form.attr("action").unwrap().to_owned(), hidden.collect())
    }
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap()
}

impl Visitor {
    /// A new browser with an address that nobody else has.
    pub fn of(serving: &Serving) -> Self {
        Self { from: Some(next_address()), ..Self::on_this_machine(serving) }
    }

    /// A new browser on the machine of the server.
    pub fn on_this_machine(serving: &Serving) -> Self {
        Self::asking(base(serving), None)
    }

    fn asking(base: Url, local: Option<IpAddr>) -> Self {
        assert!(2 * REUSED_WITHIN < Limits::default().idle);
        let jar = Arc::new(Jar::default());
        let client = Client::builder()
            .local_address(local)
            .cookie_provider(Arc::clone(&jar))
            .redirect(Policy::none())
            .timeout(Duration::from_secs(30))
            .pool_idle_timeout(REUSED_WITHIN)
            .build()
            .unwrap();
        Self { client, jar, base, from: None }
    }

    /// A new browser that connects from an address of this machine to wherever the server is reached.
    pub fn connecting(to: SocketAddr, from: IpAddr) -> Self {
        Self::asking(Url::parse(&format!("http://{to}/")).unwrap(), Some(from))
    }

    /// The same browser, which sends `X-Forwarded-For` by itself.
    pub fn claiming(&self, addresses: &str) -> Self {
        Self { from: Some(addresses.to_owned()), ..self.clone() }
    }

    /// The same browser at the server's next start.
    pub fn at(&self, serving: &Serving) -> Self {
        Self { base: base(serving), ..self.clone() }
    }

    /// The same browser, in which somebody of the staff is signed in by a token.
    pub fn of_staff(self, token: &Token) -> Self {
        self.jar.add_cookie_str(&format!("staff={}", token.text()), &self.base);
        self
    }

    /// The session token that the browser holds.
    pub fn token(&self) -> String {
        let cookies = self.jar.cookies(&self.base).unwrap();
        let named = cookies.to_str().unwrap().split("; ").find_map(|cookie| cookie.strip_prefix("session="));
        named.unwrap().to_owned()
    }

    /// Asks for a page; an error when the server goes away.
    pub async fn try_get(&self, path: &str) -> reqwest::Result<Answer> {
        self.ask(self.client.get(self.url(path))).await
    }

    /// Posts fields as they are; an error when the server goes away.
    pub async fn try_post(&self, path: &str, fields: Fields<'_>) -> reqwest::Result<Answer> {
        let body = Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.client.post(self.url(path));
        self.ask(request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(body)).await
    }

    /// Asks for a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.try_get(path).await.unwrap()
    }

    /// Opens a page, fills its form and sends it.
    pub async fn fill(&self, path: &str, fields: Fields<'_>) -> Answer {
        self.try_fill(path, fields).await.unwrap()
    }

    /// The same; an error when the server goes away.
    pub async fn try_fill(&self, path: &str, fields: Fields<'_>) -> reqwest::Result<Answer> {
        let page = self.try_get(path).await?;
        let (action, hidden) = page.form();
        let hidden = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let all: Vec<(&str, &str)> = hidden.chain(fields.iter().copied()).collect();
        self.try_post(&action, &all).await
    }

    /// Signs in.
    pub async fn sign_in(&self, email: &str, password: &str) -> Answer {
        self.fill("/sign-in", &[("email", email), ("password", password)]).await
    }

    /// The same browser, carried to another place.
    pub fn elsewhere(&self) -> Self {
        Self { from: Some(next_address()), ..self.clone() }
    }

    /// Signs up from the first page to the dashboard; an error when the server goes away.
    pub async fn try_sign_up(
        &self,
        inbox: &Inbox,
        email: &str,
        password: &str,
        person: Fields<'_>,
    ) -> reqwest::Result<()> {
        self.try_fill("/sign-up", &[("email", email)]).await?.leads_to("/sign-up/sent");
        let mail = tokio::select! {
            mail = inbox.wait_for(email) => mail,
            gone = self.until_gone() => return Err(gone),
        };
        self.try_finish_sign_up(&link_of(&mail.links()), password, person).await
    }

    /// The rest of a sign-up from the link of its mail.
    pub async fn try_finish_sign_up(&self, link: &str, password: &str, person: Fields<'_>) -> reqwest::Result<()> {
        self.try_fill(link, &[("password", password)]).await?.leads_to("/sign-up/person");
        self.try_fill("/sign-up/person", person).await?.leads_to("/sign-up/confirmation");
        let done = self.try_fill("/sign-up/confirmation", &[("agree", "1")]).await?;
        done.leads_to("/dashboard?done=sign-up");
        Ok(())
    }

    /// The error that comes when the server goes away; nothing tells of it but asking.
    async fn until_gone(&self) -> reqwest::Error {
        loop {
            if let Err(gone) = self.try_get("/healthz").await {
                return gone;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    fn url(&self, path: &str) -> Url {
        self.base.join(path).unwrap()
    }

    async fn ask(&self, request: RequestBuilder) -> reqwest::Result<Answer> {
        let request = match &self.from {
            Some(from) => request.header("X-Forwarded-For", from),
            None => request,
        };
        let response = request.send().await?;
        Ok(Answer {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.text().await?,
        })
    }
}

fn next_address() -> String {
    let number = NEXT.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    format!("10.{}.{}.{}", number[1], number[2], number[3])
}

fn base(serving: &Serving) -> Url {
    Url::parse(&format!("http://{}/", serving.address())).unwrap()
}

/// The path of the first link of a mail that carries a token.
pub fn link_of(links: &[String]) -> String {
    let link = links.iter().find(|link| link.contains("/link/")).unwrap_or_else(|| panic!("no link in {links:?}"));
    Url::parse(link).unwrap().path().to_owned()
}
