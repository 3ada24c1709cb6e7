// The keyboard in MudBlazor's calendar, which has no keys of its own: in the field, the down arrow moves into the open calendar, or opens it first.
// In the calendar, arrows move by day and week, Page Up and Page Down change the month, and Escape goes back to the field.
const days = () => [...document.querySelectorAll('.mud-picker-popover.mud-popover-open .mud-day:not(.mud-hidden, [disabled])')];
let field = null;

const selected = () => days().find(one => one.matches('.mud-selected'));
const enter = (day = selected() ?? days().find(one => one.matches('.mud-current')) ?? days()[0]) => day?.focus();
const press = key => field?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

// The calendar is drawn by the server, first with another month and then with the field's day.
const isDrawn = () => days().length > 0 && (Number.isNaN(Date.parse(field.value)) || Number(selected()?.textContent) === Number(field.value.slice(-2)));
const soon = (isReady, act, tries = 40) => {
  if (isReady() || tries === 0) act();
  else setTimeout(soon, 25, isReady, act, tries - 1);
};

const inField = event => {
  if (event.key !== 'ArrowDown') return;
  event.preventDefault();
  field = event.target;
  if (days().length === 0) press('Enter');
  soon(isDrawn, enter);
};

const leave = () => {
  const left = field;
  press('Escape');
  left?.focus();
};

const inCalendar = event => {
  const all = days();
  const at = all.indexOf(event.target);
  const month = { PageUp: '.mud-picker-nav-button-prev', PageDown: '.mud-picker-nav-button-next' }[event.key];
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
  if (event.key === 'Escape') leave();
  else if (month) {
    const first = all[0];
    event.target.closest('.mud-popover').querySelector(month).click();
    soon(() => days().length > 0 && days()[0] !== first, () => enter(days()[Math.min(Math.max(at, 0), days().length - 1)]));
  } else if (step && at >= 0) all[Math.min(Math.max(at + step, 0), all.length - 1)].focus();
  else return;
  event.preventDefault();
};

document.addEventListener('keydown', event => {
  if (event.target.matches?.('.field-date input')) inField(event);
  else if (event.target.closest?.('.mud-picker-popover')) inCalendar(event);
});

// Choosing a day closes the calendar, and the focus would be lost with it.
document.addEventListener('click', event => {
  const opener = event.target.closest?.('.field-date .mud-input-adornment');
  if (opener) {
    field = opener.closest('.field-date').querySelector('input');
    soon(isDrawn, enter);
  } else if (event.target.closest?.('.mud-picker-popover .mud-day')) field?.focus();
});
