// The two buttons of the connection notice. Blazor also retries automatically until it gives up.
document.addEventListener('click', async event => {
  if (event.target.closest?.('[data-reload]')) location.reload();
  if (!event.target.closest?.('[data-reconnect]')) return;
  const connected = await window.Blazor?.reconnect();
  if (connected === false) location.reload();
});
