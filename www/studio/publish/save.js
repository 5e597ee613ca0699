/** Offers `content` as a download. Knows names and types; must not know what is in it. */
export function saveBytes(content, name, type) {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([content], { type }));
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read the URL only later, so it must stay valid for a while.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
