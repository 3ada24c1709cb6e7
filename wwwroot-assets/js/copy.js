// <button data-copy="id"> copies the text of the element with that id, and says so in the button.
document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-copy]');
  const source = button && document.getElementById(button.dataset.copy);
  if (!source) return;
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(source); // No clipboard here: the reader copies what is selected.
    button.textContent = 'Selected: press Ctrl+C';
  }
  setTimeout(() => { button.textContent = label; }, 3000);
});
