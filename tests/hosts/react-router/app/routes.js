/** The path of each page. Must not know their content. */
import { index, route } from '@react-router/dev/routes';

export default [
  index('routes/home.jsx'),
  route('beliefs', 'routes/beliefs.jsx'),
  route('kitchen', 'routes/kitchen.jsx'),
];
