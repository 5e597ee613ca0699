/**
 * Hands a file to the reader, and knows what day it is for one that reminds them. Knows the browser's way of saving and
 * its clock and region; what is in a file is the core's.
 */

/** How long a file that was saved may still be fetched, in milliseconds. */
const FETCHED = 6e4;

/** Saves `content`, a text or a blob, under this name. */
export function save(document, name, type, content) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FETCHED);
}

/** Whether spreadsheets expect semicolons between cells in the reader's region: where decimals have no point. */
export const hasSemicolons = () => !(1.5).toLocaleString().includes('.');

/** For a reminder on the same day of the next week, `[uid, stamp, day]`, as src/calendar.rs takes them. */
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
