// Small menus are <details data-popup>: they open without a script. This closes them as people expect of a menu.
const openOnes = () => document.querySelectorAll('details[data-popup][open]');

// Composed in the capture phase: what was clicked may be gone from the page by the time a click bubbles here.
document.addEventListener('click', event => {
  for (const popup of openOnes()) {
    const inside = popup.contains(event.target);
    const chose = inside && event.target.closest?.('[data-popup-close], .popup-body a');
    if (!inside || chose) popup.open = false;
  }
}, true);

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const popup of openOnes()) {
    event.preventDefault(); // What lies below is not closed by the same key.
    popup.open = false;
    popup.querySelector('summary').focus();
  }
});

// Focus that goes elsewhere closes it; not focus that goes to something around it, as a press on plain text inside does.
document.addEventListener('focusin', event => {
  for (const popup of openOnes())
    if (!popup.contains(event.target) && !event.target.contains(popup)) popup.open = false;
});
