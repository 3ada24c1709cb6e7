// The skip link. Blazor takes over clicks on links, and for one to a place on the same page it scrolls but leaves the focus behind.
document.addEventListener('click', event => {
  if (event.target.closest?.('.skip-link')) document.querySelector('#content').focus();
});
