/**
 * Puts the recipe for React into a page. Knows the recipe.
 */
import { createRoot } from 'react-dom/client';
import { Beliefs } from './react.jsx';

createRoot(document.querySelector('#app')).render(<Beliefs />);
