// The kana of a name is proposed while the name is typed: an input method says how it is read before it is converted. What
// somebody has typed as kana themselves is left alone.

const READ_IN = { family_name: "family_kana", given_name: "given_kana" };
const KANA = /^[\u3041-\u3096\u30a1-\u30fa\u30fc]+$/;

// What was proposed in each field so far, and how the part that is being typed is read.
const proposed = new WeakMap();
let reading = "";

const katakana = (text) => text.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

const reads = (event) => event.target.form?.elements[READ_IN[event.target.name]];

const isOurs = (field) => field.value === (proposed.get(field) ?? "");

document.addEventListener("compositionstart", () => (reading = ""));

document.addEventListener("compositionupdate", (event) => {
  if (KANA.test(event.data ?? "")) reading = event.data;
});

document.addEventListener("compositionend", (event) => {
  const field = reads(event);
  if (!field || !event.data || !reading || !isOurs(field)) return;
  field.value = (proposed.get(field) ?? "") + katakana(reading);
  proposed.set(field, field.value);
  reading = "";
});

// A name that is typed anew is read anew.
document.addEventListener("input", (event) => {
  const field = reads(event);
  if (!field || event.target.value !== "" || !isOurs(field)) return;
  field.value = "";
  proposed.delete(field);
});
