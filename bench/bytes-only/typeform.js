/** Starts Typeform's embed as its documentation says. */
import { createWidget } from '@typeform/embed';
import '@typeform/embed/build/css/widget.css';

createWidget('FORM_ID', { container: document.getElementById('quiz') });
