/**
 * Saves a file on the reader's device, and chooses the date and the separator for it. This file
 * deals with the browser's download, clock and region; the core decides what is in a file.
 */

/** How long the URL of a saved file stays valid, in milliseconds. */
const FETCHED = 6e4;

/** Saves `content`, a string or a blob, under this name. */
export function save(document, name, type, content) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FETCHED);
}

/**
 * Whether spreadsheets in the reader's region expect semicolons between cells: they do if decimals
 * are not written with a point.
 */
export const hasSemicolons = () => !(1.5).toLocaleString().includes('.');

/**
 * The data of a reminder on the same weekday next week, `[uid, stamp, day]`, as
 * src/extras/calendar.rs takes them.
 */
export function nextWeek() {
  const now = new Date();
  const stamp = now.toISOString().replace(/\W|\d{3}Z/g, '');
  const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate() + 7];
  const day = new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  return [
    `${stamp}-${Math.random().toString(36).slice(2)}@misconception-scorecard`,
    `${stamp}Z`,
    day.replaceAll('-', ''),
  ];
}
