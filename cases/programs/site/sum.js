"use strict";

// What a program that only fetches the page would not know.
const tell = (id, text) => { document.getElementById(id).textContent = text; };

let sum = 0;
for (let i = 1; i <= 100; i++) {
  sum += i;
}
tell("sum", `from 1 to 100 it is ${sum}`);

window.addEventListener("load", () => {
  tell("colour", `it is painted in ${getComputedStyle(document.getElementById("colour")).color}`);
  tell("picture", `it is ${document.getElementById("map").naturalWidth} pixels wide`);
});
