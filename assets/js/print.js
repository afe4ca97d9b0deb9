// The button that prints the page. It is hidden in the markup, because without this script it could do nothing; the sentence beside
// it says how to print without it.

const begin = (root) => {
  for (const way of root.querySelectorAll(".print-way")) {
    way.querySelector("button").hidden = false;
    way.querySelector("span").hidden = true;
  }
};

document.addEventListener("click", (event) => {
  if (event.target.closest?.(".print-way button")) print();
});

document.addEventListener("htmx:after:process", (event) => begin(event.target));
begin(document);
