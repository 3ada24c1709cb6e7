// Shows the page again after its data has changed; LiveRefresh.razor calls this. While someone types, has a menu or a dialog open, or has
// selected text, the page waits.
const patience = 400;
let isWaiting = false;

const isBusy = () => {
  const active = document.activeElement;
  const isTyping = active?.matches('input:not([type="checkbox"], [type="radio"]), textarea, select') && active.value !== (active.defaultValue ?? active.value);
  return isTyping || document.hidden || !getSelection().isCollapsed || document.querySelector('details[data-popup][open], [role="dialog"]') !== null;
};

const refresh = () => {
  if (isBusy()) {
    setTimeout(refresh, patience);
    return;
  }
  isWaiting = false;
  Blazor.navigateTo(location.pathname + location.search, { replaceHistoryEntry: true });
};

window.dashboardLive = {
  refresh: () => {
    if (isWaiting) return;
    isWaiting = true;
    refresh();
  },
};
