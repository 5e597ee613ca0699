/** Where each page is. Knows addresses; not what stands there. */
import { index, route } from '@react-router/dev/routes';

export default [
  index('routes/home.jsx'),
  route('beliefs', 'routes/beliefs.jsx'),
  route('kitchen', 'routes/kitchen.jsx'),
];
