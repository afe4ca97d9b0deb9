// An address is filled in while its postal code is typed. Nothing that somebody has typed or chosen is replaced.

const CODE = "postal_code";
const PARTS = ["prefecture", "city", "line"];

// What was filled in here, and so may be replaced by what belongs to another code.
const filled = new WeakMap();
let asked = "";

const digits = (text) => text.normalize("NFKC").replace(/[^0-9]/g, "");

const isFree = (field) => field.value.trim() === "" || filled.get(field) === field.value;

const put = (field, value) => {
  if (!field || !isFree(field)) return;
  field.value = value;
  filled.set(field, field.value);
};

// The towns of a code that has several are offered beside the field for one.
const offer = (field, towns) => {
  document.getElementById("towns")?.remove();
  if (!field || towns.length < 2) return;
  const list = Object.assign(document.createElement("datalist"), { id: "towns" });
  for (const town of towns) list.append(Object.assign(document.createElement("option"), { value: town }));
  field.after(list);
  field.setAttribute("list", "towns");
};

const common = (places, at) => (new Set(places.map((place) => place[at])).size === 1 ? places[0][at] : "");

document.addEventListener("input", async (event) => {
  const { name, value, form } = event.target;
  if (name !== CODE) return;
  const code = (asked = digits(value));
  if (code.length !== 7) return;
  const answer = await fetch(`/postal-codes/${code}`).catch(() => null);
  if (!answer?.ok || asked !== code) return;
  const places = (await answer.text()).split("\n").filter(Boolean).map((line) => line.split("\t"));
  if (places.length === 0) return;
  for (const [at, part] of PARTS.entries()) put(form.elements[part], common(places, at));
  offer(form.elements.line, places.map((place) => place[2]).filter(Boolean));
});
