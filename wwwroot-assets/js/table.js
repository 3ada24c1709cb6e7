// Keyboard and pointer on tables: arrows move between rows, Enter or a click opens the row's link, / goes to the filter, Escape
// closes the side panel.
// The link is a real link, so opening in a new tab and the browser's Back button work as usual.
const row = element => element.closest?.('tr[data-row]');
const typing = element => element.matches?.('input, textarea, select, [contenteditable]');

const move = (from, to) => {
  if (!to) return;
  from.removeAttribute('tabindex'); // Tab reaches one row only: the one that the arrow keys left.
  to.tabIndex = 0;
  to.focus();
};

const steps = {
  ArrowDown: current => current.nextElementSibling,
  ArrowUp: current => current.previousElementSibling,
  Home: current => current.parentElement.firstElementChild,
  End: current => current.parentElement.lastElementChild,
};

// An open side panel shows the row that the arrow keys have stopped at.
let following;
const followRow = () => {
  clearTimeout(following);
  if (!document.querySelector('[data-panel-close]')) return;
  following = setTimeout(() => {
    const link = row(document.activeElement)?.querySelector('a[data-opens]');
    if (link && document.activeElement.getAttribute('aria-current') !== 'true') link.click();
  }, 150);
};

// Closes the side panel, and moves the focus from the panel back to its row.
const closePanel = () => {
  const close = document.querySelector('[data-panel-close]');
  if (!close) return;
  if (!row(document.activeElement)) document.querySelector('tr[data-row][aria-current="true"]')?.focus();
  close.click();
};

document.addEventListener('keydown', event => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  if (event.key === '/' && !typing(event.target)) {
    const filter = document.querySelector('[data-filter] input, input[data-filter], [data-filter] summary');
    if (filter) {
      event.preventDefault();
      filter.focus();
    }
    return;
  }
  if (event.key === 'Escape' && !event.defaultPrevented && !typing(event.target) && !document.querySelector('[role="dialog"]')) {
    closePanel();
    return;
  }
  const current = event.target.matches?.('tr[data-row]') ? event.target : null;
  if (!current) return;
  if (steps[event.key]) {
    event.preventDefault();
    move(current, steps[event.key](current));
    followRow();
  } else if (event.key === 'Enter') {
    current.querySelector('a[data-opens]')?.click();
  }
});

document.addEventListener('click', event => {
  const clicked = row(event.target);
  const link = clicked?.querySelector('a[data-opens]');
  if (!link || event.target.closest('a, button, input, label, summary, select') || !getSelection().isCollapsed) return;
  if (event.ctrlKey || event.metaKey) window.open(link.href, '_blank', 'noopener');
  else link.click();
});

// Text that is cut off in a cell, and the figures of a bar, are shown in full as tooltips.
document.addEventListener('pointerover', event => {
  const bar = event.target.closest?.('.share-bar[aria-label]');
  if (bar) bar.title = bar.getAttribute('aria-label');
  const cut = event.target.closest?.('.table td, .table td :is(a, span, code)');
  if (cut && !cut.title && cut.scrollWidth > cut.clientWidth + 1) cut.title = cut.textContent.trim();
});

// When a panel opens or the page updates, Blazor takes the focused row's tabindex away again, and with it the focus. The row gets both back.
let lastRow;
document.addEventListener('focusin', event => { lastRow = row(event.target) === event.target ? event.target : null; });
window.Blazor?.addEventListener('enhancedload', () => {
  if (!lastRow?.isConnected || (document.activeElement && document.activeElement !== document.body)) return;
  for (const other of document.querySelectorAll('tr[data-row][tabindex]')) other.removeAttribute('tabindex');
  lastRow.tabIndex = 0;
  lastRow.focus({ preventScroll: true });
});
