// Times are shown in UTC; the reader's own zone appears on hover and focus.
const local = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' });

const explain = event => {
  const time = event.target.closest?.('time[datetime]');
  if (!time || time.title) return;
  const instant = new Date(time.dateTime);
  if (!Number.isNaN(instant.valueOf())) time.title = `${local.format(instant)} here`;
};

document.addEventListener('pointerover', explain);
document.addEventListener('focusin', explain);
