// Times are shown in UTC. On hover and focus, the tooltip adds the user's time zone.
const local = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' });

const explain = event => {
  const time = event.target.closest?.('time[datetime*="T"]');
  if (!time || time.dataset.explained === time.dateTime) return;
  const instant = new Date(time.dateTime);
  if (Number.isNaN(instant.valueOf())) return;
  time.dataset.explained = time.dateTime;
  time.title = `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC\n${local.format(instant)}, your time`;
};

document.addEventListener('pointerover', explain);
document.addEventListener('focusin', explain);
