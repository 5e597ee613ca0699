/**
 * The content that all pages share, so that entries differ only in how it is shown: five
 * statements, each a misconception, with an explanation for those who believe it. Knows no widget
 * and no markup.
 */
export const TITLE = 'Social media misconception scorecard';

export const SCALE = ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'];

export const ITEMS = [
  {
    id: 'channel',
    statement: 'Social media is a marketing channel.',
    explain:
      'It is a place where people talk to each other. Treat it only as a channel and you broadcast at people who came for a conversation.',
  },
  {
    id: 'roi',
    statement: 'The return on social media should be immediate and easy to measure.',
    explain:
      'Trust and reputation build up over months, and much of the value shows up in places a campaign report does not look at.',
  },
  {
    id: 'owner',
    statement: 'Marketing should own social media.',
    explain:
      'Customers bring service, hiring and product questions too. It works best when several teams share it under one set of rules.',
  },
  {
    id: 'mishap',
    statement: 'One social media mishap can destroy a company.',
    explain:
      'Nearly every company that stumbles in public recovers. A quick, plain and honest reply matters more than never slipping.',
  },
  {
    id: 'free',
    statement: 'Social media is free.',
    explain:
      'Opening an account costs nothing. The people, content, training and time behind a useful presence do cost money.',
  },
];

/** The names of results; `min` is the lowest percentage of points. */
export const BANDS = [
  {
    min: 0,
    label: 'Myth believer',
    text: 'Most of these misconceptions still guide you. Start with the explanations below.',
  },
  { min: 40, label: 'Half way there', text: 'You see through some of the myths; a few still hold.' },
  { min: 75, label: 'Clear-eyed', text: 'You hardly believe any of these misconceptions.' },
];
