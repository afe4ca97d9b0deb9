//! The poster. The sheet itself says everything in both languages at once.

use crate::lang::Words;

pub const TITLE: Words = Words("マイクリニック登録のポスター", "Poster for registering the clinic");
pub const LEAD: Words = Words(
    "ブラウザの印刷でA4の用紙1枚に印刷し、患者さまの目に入るところへお貼りください。",
    "Print this page with your browser on one sheet of A4 and put it up where patients see it.",
);
pub const SVG: Words = Words("QRコードを保存する(SVG、印刷向き)", "Save the QR code (SVG, best for print)");
pub const PNG: Words = Words("QRコードを保存する(PNG)", "Save the QR code (PNG)");

pub const HEADING: Words = Words("マイクリニックに登録できます", "Add this clinic to your My Page");
pub const CODE: Words = Words("マイクリニック登録用のQRコード", "QR code for registering this clinic");
pub const STEPS: [Words; 3] = [
    Words("スマートフォンのカメラでQRコードを読み取ります。", "Scan the QR code with your phone’s camera."),
    Words("ログインまたは新規登録をします。無料です。", "Sign in or create an account. It is free."),
    Words(
        "「登録」を押すと、ダッシュボードに表示されます。",
        "Press Register, and the clinic appears on your dashboard.",
    ),
];
