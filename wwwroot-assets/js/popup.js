// Small menus are <details data-popup>, which open without a script. This script closes them like other menus.
const openPopups = () => document.querySelectorAll('details[data-popup][open]');

// In the capture phase, because the clicked element can be gone from the page before the click bubbles to the document.
document.addEventListener('click', event => {
  for (const popup of openPopups()) {
    const inside = popup.contains(event.target);
    const chose = inside && event.target.closest?.('[data-popup-close], .popup-body a');
    if (!inside || chose) popup.open = false;
  }
}, true);

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const popup of openPopups()) {
    event.preventDefault(); // The same key must not also close what is behind the popup.
    popup.open = false;
    popup.querySelector('summary').focus();
  }
});

// A popup closes when the focus moves outside it. It stays open when the focus moves to an element around it, as after a click on text inside.
document.addEventListener('focusin', event => {
  for (const popup of openPopups())
    if (!popup.contains(event.target) && !event.target.contains(popup)) popup.open = false;
});
