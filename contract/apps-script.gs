/**
 * An endpoint in Google Apps Script: it keeps the messages of widgets as rows of a spreadsheet.
 *
 * Tried: this file in Node, with stand-ins for Google's services. Not tried: Google's own.
 *
 * Apps Script cannot read headers or set a status. So every reply is 200, and a message that was
 * refused looks sent to the reader; it cannot tell which page sends; and it cannot limit how often.
 * It therefore does not pass the conformance suite. It serves no feed: put a file as in section 7
 * of CONTRACT.md on your site.
 *
 * How to use it: in a new spreadsheet, open Extensions, Apps Script, and paste this file. Deploy it
 * as a web app that runs as you and that anyone may call. Give its URL, which ends in /exec, to the
 * widget as `endpoint`. Do not share the spreadsheet.
 */

var LARGEST = 60000;
var RECEIPT = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Google calls this for each POST. */
function doPost(event) {
  var contents = event && event.postData ? event.postData.contents : '';
  var lock = LockService.getScriptLock();
  lock.waitLock(10000);
  try {
    return said(take(contents));
  } finally {
    lock.releaseLock();
  }
}

function said(code) {
  var reply = ContentService.createTextOutput(JSON.stringify({ code: code }));
  return reply.setMimeType(ContentService.MimeType.JSON);
}

function take(contents) {
  if (contents.length > LARGEST) return 'tooLarge';
  var document;
  try {
    document = JSON.parse(contents);
  } catch (_) {
    return 'badJson';
  }
  var isMessage = document !== null && typeof document === 'object' && document.schema === '1';
  if (!isMessage || typeof document.receipt !== 'string' || !RECEIPT.test(document.receipt)) return 'invalidDocument';
  if (['response', 'remark', 'withdraw'].indexOf(document.kind) < 0) return 'invalidDocument';

  var hash = hashOf(document.receipt);
  var sheet = sheetOf();
  var row = rowOf(sheet, hash);
  if (document.kind === 'withdraw') {
    if (row > 0) sheet.deleteRow(row);
    return 'withdrawn';
  }
  // Only a hash of the receipt is kept, so only the reader can use it. No cell can be read as a
  // formula: they begin with #, a word and a brace.
  delete document.receipt;
  var values = ['#' + hash, document.kind, JSON.stringify(document)];
  if (row > 0) sheet.getRange(row, 1, 1, values.length).setValues([values]);
  else sheet.appendRow(values);
  return row > 0 ? 'replaced' : 'stored';
}

function hashOf(text) {
  var bytes = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text);
  // Google's bytes go from -128 to 127.
  return bytes
    .map(function (byte) {
      return ('0' + (byte & 255).toString(16)).slice(-2);
    })
    .join('');
}

function sheetOf() {
  var book = SpreadsheetApp.getActiveSpreadsheet();
  return book.getSheetByName('messages') || book.insertSheet('messages');
}

/** The row with a hash, counted from 1; 0 if there is none. */
function rowOf(sheet, hash) {
  var last = sheet.getLastRow();
  if (last === 0) return 0;
  var column = sheet.getRange(1, 1, last, 1).getValues();
  for (var index = 0; index < column.length; index += 1) {
    if (column[index][0] === '#' + hash) return index + 1;
  }
  return 0;
}
