// Clinics keep Japan time: in a browser of another time zone each start of a visit says so (base.css).

const JAPAN = -9 * 60;
if (new Date().getTimezoneOffset() !== JAPAN) document.documentElement.dataset.elsewhere = "";
