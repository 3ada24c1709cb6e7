// Ctrl+K (⌘K) goes to the search box in the header from anywhere; / does on pages without a filter of their own, which table.js serves.
// Escape leaves it. Below a dialog, and where the box is hidden, nothing happens.
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
