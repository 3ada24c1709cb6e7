// The skip link. Blazor handles clicks on links; for a link within the page it scrolls, but does not move the focus.
document.addEventListener('click', event => {
  if (event.target.closest?.('.skip-link')) document.querySelector('#content').focus();
});
