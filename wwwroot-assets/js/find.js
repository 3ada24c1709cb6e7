// Ctrl+K (⌘K) moves the focus to the search box in the header. So does / on pages without a filter; table.js handles / on the others.
// Escape leaves the box. Nothing happens while a dialog is open or the box is hidden.
const box = () => {
  const found = document.querySelector('[data-find]');
  return found?.checkVisibility() && !document.querySelector('[role="dialog"]') ? found : null;
};

const typing = element => element.matches?.('input, textarea, select, [contenteditable]');

document.addEventListener('keydown', event => {
  if (event.altKey || event.shiftKey || event.isComposing || event.defaultPrevented) return;
  const chord = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !typing(event.target);
  if (chord || slash) {
    const found = box();
    if (!found) return;
    event.preventDefault();
    found.focus();
    found.select();
  } else if (event.key === 'Escape' && event.target.matches?.('[data-find]')) {
    event.preventDefault();
    event.target.value = '';
    event.target.dispatchEvent(new Event('change', { bubbles: true }));
    event.target.blur();
  }
});
