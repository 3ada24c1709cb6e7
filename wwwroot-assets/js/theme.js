// The choice is stored in a cookie, so the server renders the right theme before any script runs. This script only changes it.
export const apply = theme => {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};

const remember = theme => {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
};

const mark = () => {
  const chosen = document.documentElement.dataset.theme ?? 'system';
  for (const choice of document.querySelectorAll('[data-theme-choice]'))
    choice.setAttribute('aria-pressed', String(choice.dataset.themeChoice === chosen));
};

document.addEventListener('click', event => {
  const choice = event.target.closest?.('[data-theme-choice]');
  if (!choice) return;
  remember(choice.dataset.themeChoice);
  apply(choice.dataset.themeChoice);
  mark();
});

// The buttons are in a menu, so they are marked when it opens.
document.addEventListener('toggle', mark, true);
