// Folds the rail on wide screens, and remembers that in a cookie. On narrow screens, opens it as a sheet, which is not remembered.
const root = document.documentElement;
const narrow = matchMedia('(max-width: 899.98px)');

const toggle = () => {
  if (narrow.matches) {
    setSheet(!root.hasAttribute('data-sheet'));
    return;
  }
  const folded = root.toggleAttribute('data-rail-folded');
  document.cookie = `rail=${folded ? 'folded' : 'open'}; Path=/; Max-Age=31536000; SameSite=Lax`;
};

const setSheet = (open, movesFocus = true) => {
  if (root.hasAttribute('data-sheet') === open) return;
  root.toggleAttribute('data-sheet', open);
  for (const button of document.querySelectorAll('[data-rail-toggle]')) button.setAttribute('aria-expanded', String(open));
  if (movesFocus) (open ? document.querySelector('#rail a') : document.querySelector('.rail-open'))?.focus();
};

document.addEventListener('click', event => {
  const target = event.target;
  if (target.closest?.('[data-rail-toggle]')) toggle();
  else if (target.closest?.('#rail a')) setSheet(false, false); // The next page focuses its heading.
  else if (target.closest?.('[data-scrim]')) setSheet(false);
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || !root.hasAttribute('data-sheet')) return;
  event.preventDefault(); // The same key must not also close what is behind the sheet.
  setSheet(false);
});
narrow.addEventListener('change', () => setSheet(false));
