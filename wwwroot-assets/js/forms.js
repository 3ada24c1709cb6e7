// <form method="get" data-go> navigates without a full page load and leaves empty fields out of the URL. Before Blazor has started, and
// without scripts, the browser submits it as usual.
// form.action would be the field named "action", if there is one.
const addressOf = form => {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value.trim() !== '') query.append(name, value.trim());
  // Browsers send the boxes of a list one by one; the URL has them as one list.
  const columns = query.getAll('columns');
  if (columns.length > 1) query.set('columns', columns.join(','));
  return `${form.getAttribute('action')}${query.size > 0 ? `?${query}` : ''}`;
};

document.addEventListener('submit', event => {
  const form = event.target;
  if (!form.matches('form[data-go]') || !window.Blazor?.navigateTo) return;
  event.preventDefault();
  const popup = form.closest('details[data-popup]');
  if (popup) popup.open = false;
  const address = addressOf(form);
  if (form.matches('[data-go-clears]')) form.reset();
  if (address !== location.pathname + location.search) Blazor.navigateTo(address);
});

// A changed search text applies when the field loses the focus, and when the browser's own button clears it.
for (const changed of ['change', 'search'])
  document.addEventListener(changed, event => {
    const field = event.target;
    if (field.matches?.('[data-go-on-change]') && (changed === 'change' || field.value === '')) field.form.requestSubmit();
  });

// Until its circuit starts, an interactive page is a picture: what someone types into it would be lost. Its forms therefore wait. Links and
// forms with data-go work at once. When the circuit starts, Blazor replaces these elements.
const holdForms = () => {
  for (const form of document.querySelectorAll('main[data-waiting] form:not([data-go])')) form.inert = true;
};

holdForms();
window.Blazor?.addEventListener('enhancedload', holdForms);

// After a form was checked on the server: the focus goes to its first field with a fault, when all faults are drawn.
const drawn = 100;
window.dashboardForms = {
  showFault: id => setTimeout(() => document.getElementById(id)?.querySelector('.mud-input-error :is(input, textarea):not([type="hidden"])')?.focus(), drawn),
};
