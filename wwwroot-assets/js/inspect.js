// In a section with data-inspector, a key presses the button with that key: <button data-key="n">. Not while typing or while a dialog is open.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
  if (event.target.closest?.('input, textarea, select, [contenteditable], [role="dialog"]') || document.querySelector('.mud-dialog')) return;
  const button = document.querySelector(`[data-inspector] [data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!button || button.disabled) return;
  event.preventDefault();
  button.click();
});
