// An image that does not load gives way to the tile below it.

export function startImages() {
  // Errors of images do not bubble; they are caught on their way down.
  document.addEventListener("error", event => {
    if (event.target instanceof HTMLImageElement) event.target.classList.add("failed");
  }, true);

  // Those that failed before this script ran.
  for (const image of document.querySelectorAll(".thumb img")) if (image.complete && image.naturalWidth === 0 && image.currentSrc) image.classList.add("failed");
}
