/** Hands what was made to the browser as a download. Knows names and types; not what is in it. */
export function saveBytes(content, name, type) {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([content], { type }));
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: some browsers only begin to read it now.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
