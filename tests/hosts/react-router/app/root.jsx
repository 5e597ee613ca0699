/** The frame of all pages. Knows their links, but not the questionnaire. */
import { Link, Links, Meta, Outlet, Scripts, ScrollRestoration } from 'react-router';

export const links = () => [{ rel: 'icon', href: 'data:,' }];
export const meta = () => [{ title: 'The Shop Floor' }];

export default function App() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <nav>
          <Link to="/">Home</Link> <Link to="/beliefs">Beliefs</Link> <Link to="/kitchen">Kitchen</Link>
        </nav>
        <main>
          <Outlet />
        </main>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}
