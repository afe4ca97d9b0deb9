//! What the page about mail says in Japanese.

use super::sentences::MailSettingWords;
use crate::config::Tls;
use crate::lang::typed::Fault;
use crate::mail::SmtpStep;
use crate::operator::mail_form::MailProblem;

pub const WORDS: MailSettingWords = MailSettingWords {
    title: "メールの設定",
    lead: "予約の確認やお知らせを患者さんへ送るための設定です。メールの契約先(プロバイダーやレンタルサーバー)から届いた書類やメールにある「SMTP」「送信サーバー」の情報を入力してください。",
    in_file: "このサービスのメールは、設定ファイル(mypage.toml)で設定されています。変えるときは設定ファイルを直して再起動します。",
    demo: "このサービスはメールを送らず保存する設定(デモ)で動いています。ここで入力した内容は保存されますが、使われません。",
    not_set: "まだ設定されていません。電話と窓口の予約はすぐに始められます。患者さんのWeb予約と新規登録は、確認のメールを送れるようになるまで完了できません。",
    out_of_reach: |address| {
        format!(
            "メールのリンクを患者さんは開けません。サービスのアドレス({address})が、このサーバーか院内のネットワークの中でしか使えないためです。設定ファイルの base_url を患者さんが開くアドレスにして、再起動してください。"
        )
    },
    sender: "差出人のメールアドレス",
    sender_hint: "患者さんに届くメールの差出人になります。契約先で使えるアドレスにしてください。",
    sender_name: "差出人の名前",
    sender_name_hint: "入力しないときは、サービスの名前になります。",
    host: "送信サーバー",
    host_hint: "例:smtp.example.jp",
    tls: "暗号化の方式",
    tls_of: |tls| match tls {
        Tls::StartTls => "STARTTLS(ポート587のとき)",
        Tls::Implicit => "SSL/TLS(ポート465のとき)",
        Tls::None => "なし(送信サーバーがこのサービスと同じコンピューターにあるときだけ)",
    },
    port: "ポート番号",
    port_hint: "入力しないときは、暗号化の方式に合った番号になります。",
    user: "ユーザー名",
    user_hint: "メールアドレスと同じことが多いです。",
    password: "パスワード",
    password_hint: "メールの送信に使うパスワードです。空欄のまま保存すると、送信サーバー・ポート番号・暗号化・ユーザー名が同じときは、いまのパスワードを使います。",
    button: "保存する",
    problem: |problem| match problem {
        MailProblem::Missing => "入力してください。".to_owned(),
        MailProblem::Text(Fault::TooLong) => "長すぎます。200文字までで入力してください。".to_owned(),
        MailProblem::Text(Fault::Forbidden) => "使えない文字が入っています。入力し直してください。".to_owned(),
        MailProblem::NoAddress => "メールアドレスの形で入力してください。".to_owned(),
        MailProblem::NoServer => {
            "smtp.example.jp のように、送信サーバーの名前だけを入力してください。ポート番号は別の欄に入れます。"
                .to_owned()
        }
        MailProblem::NoTls => "暗号化の方式を選んでください。".to_owned(),
        MailProblem::NotProtected => {
            "「なし」は、送信サーバーがこのサービスと同じコンピューター(localhost)にあるときだけ選べます。".to_owned()
        }
        MailProblem::NoPort => "1から65535までの数字で入力してください。".to_owned(),
        MailProblem::PasswordMissing => "このユーザー名のパスワードを入力してください。".to_owned(),
    },
    saved: "保存しました。下の「テストメールを送る」で、届くことを確かめてください。",
    test: "テストメール",
    test_help: |address| {
        format!("あなたのアドレス({address})へ、保存した設定で1通送ります。10秒ほどかかることがあります。")
    },
    test_button: "テストメールを送る",
    test_subject: "テストメール",
    test_body: "このメールが届いていれば、メールの設定は済んでいます。",
    kept: "テストメールを保存しました。デモのため送られていません。",
    sent: |address| {
        format!(
            "送信サーバーが{address}へのテストメールを受け取りました。数分たっても届かないときは、迷惑メールのフォルダーも確かめてください。"
        )
    },
    failed: "テストメールを送れませんでした",
    step: |step| match step {
        SmtpStep::Connect => {
            "送信サーバーにつながらないか、選んだ方式で暗号化できませんでした。送信サーバーの名前、暗号化の方式、ポート番号を確かめてください。"
        }
        SmtpStep::SignIn => {
            "送信サーバーがユーザー名かパスワードを受け付けませんでした。契約先の書類と見比べて、入力し直してください。"
        }
        SmtpStep::Sender => {
            "送信サーバーが差出人のメールアドレスを受け付けませんでした。契約先で使えるアドレスか、ユーザー名とパスワードが要るかを確かめてください。"
        }
        SmtpStep::Recipient | SmtpStep::Content => {
            "送信サーバーがこのメールを受け付けませんでした。下の原因を添えて、契約先に問い合わせてください。"
        }
    },
};
