/**
 * The frame of every page. Knows the style sheet, but not the widget.
 */
import Link from 'next/link';
import './style.css';

export const metadata = { title: 'The Shop Floor', icons: 'data:,' };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">Posts</Link> <Link href="/beliefs">Beliefs</Link>
        </nav>
        <main>{children}</main>
      </body>
    </html>
  );
}
