// Boxes with data-choose are rows of a static table. An island such as MoveBar.razor watches them: it gets the values of the checked boxes.
// When the table is drawn again, Blazor may use a row's elements for another row. A box therefore stays checked only if its value is on the
// page as before.
const chosen = new Set();
let island = null;

const boxes = () => [...document.querySelectorAll('[data-choose]')];

const tell = () => {
  const told = island;
  told?.invokeMethodAsync('Choose', [...chosen]).catch(() => { if (island === told) island = null; }); // Its page is gone.
};

const drawAgain = () => {
  const present = new Set(boxes().map(box => box.value));
  for (const value of [...chosen]) if (!present.has(value)) chosen.delete(value);
  for (const box of boxes()) box.checked = chosen.has(box.value);
  tell();
};

document.addEventListener('change', event => {
  const box = event.target;
  if (!box.matches?.('[data-choose]')) return;
  if (box.checked) chosen.add(box.value); else chosen.delete(box.value);
  tell();
});

window.Blazor?.addEventListener('enhancedload', drawAgain);

window.dashboardChoices = {
  watch: reference => {
    island = reference;
    for (const box of boxes()) if (box.checked) chosen.add(box.value); // Checked before the circuit started.
    tell();
  },
  clear: () => {
    chosen.clear();
    drawAgain();
  },
};
